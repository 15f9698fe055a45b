//! The dialog of what was worked on.

use ichiban_browser::{clock, files};
use ichiban_model::ledger::iso_time;
use ichiban_shell::history::{Ago, Head, ago};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{History, keeper};
use crate::app::App;
use crate::shell::open_files::OpenFiles;
use crate::shell::route::{Route, TOOLS};
use crate::shell::words::{t, text, woven};
use crate::shell::{figures, icon};

/// The most that are shown at once: more are found by searching.
const SHOWN: usize = 100;

/// The largest file that is imported: what is kept at most, and pins.
const LARGEST_FILE: u64 = 200 * 1024 * 1024;

/// What stands in the dialog.
pub(in crate::shell) fn view(app: App) -> AnyView {
    keeper::start(app);
    match History::get() {
        Some(history) => view! { <Kept app history /> }.into_any(),
        None => ().into_any(),
    }
}

#[component]
fn Kept(app: App, history: History) -> impl IntoView {
    let search = RwSignal::new(String::new());
    let notice = RwSignal::new(None::<String>);
    let found = Memo::new(move |_| {
        search.with(|search| {
            history.heads.with(|heads| {
                let found = heads
                    .iter()
                    .filter(|(_, head)| head.matches(search, &tool_name(head)));
                found.take(SHOWN).cloned().collect::<Vec<_>>()
            })
        })
    });
    let is_empty = Memo::new(move |_| history.heads.with(Vec::is_empty));
    view! {
        <div class="history">
            <Show
                when=move || !is_empty.get()
                fallback=move || {
                    view! {
                        <p class="hint">
                            {move || if history.is_on.get() {
                                t!("page-history-empty")
                            } else {
                                t!("page-history-off")
                            }}
                        </p>
                    }
                }
            >
                <input
                    type="search"
                    class="history-search"
                    placeholder=t!("page-history-search")
                    aria-label=t!("page-history-search-label")
                    bind:value=search
                />
                <ul class="history-list" aria-label=t!("page-history-list")>
                    <For each=move || found.get() key=|(key, head)| (key.clone(), head.at_ms, head.is_pinned) let((key, head))>
                        <Row app key head />
                    </For>
                </ul>
                <p class="hint" role="status">
                    {move || found.with(Vec::is_empty).then(|| t!("page-history-none"))}
                </p>
            </Show>
            <Foot history notice />
        </div>
    }
}

#[component]
fn Row(app: App, key: String, head: Head) -> impl IntoView {
    // Whole milliseconds from 1970 on.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let now = clock::unix_ms() as u64;
    let tool = tool_name(&head);
    let when = ago(head.at_ms, now)
        .map_or_else(|| iso_time(head.at_ms).chars().take(10).collect(), in_words);
    let bytes = figures::size(u64::try_from(head.bytes).unwrap_or(u64::MAX));
    let is_pinned = head.is_pinned;
    let (pin, pin_label) = if is_pinned {
        let label = t!("page-history-unpin-this", title = &head.title);
        (t!("page-history-unpin"), label)
    } else {
        let label = t!("page-history-pin-this", title = &head.title);
        (t!("page-history-pin"), label)
    };
    let (opened, pinned, forgotten) = (key.clone(), key.clone(), key);
    view! {
        <li>
            <button
                class="history-open"
                type="button"
                on:click=move |_| {
                    app.palette.shows_history.set(false);
                    keeper::recall(opened.clone());
                }
            >
                <b>{head.title.clone()}</b>
                <small>{format!("{tool} · {when} · {bytes}")}</small>
            </button>
            <button
                class="quiet"
                class:is-on=is_pinned
                type="button"
                aria-pressed=is_pinned.to_string()
                aria-label=pin_label
                title=pin
                on:click=move |_| keeper::pin(pinned.clone(), !is_pinned)
            >
                <icon::Pin />
            </button>
            <button
                class="quiet"
                type="button"
                aria-label=t!("page-history-forget-this", title = &head.title)
                title=t!("page-history-forget")
                on:click=move |_| keeper::forget(&forgotten)
            >
                <icon::Cross />
            </button>
        </li>
    }
}

/// What the tool of a piece of work is called; nothing if the page does not have it.
fn tool_name(head: &Head) -> String {
    let route = Route::of_path(&head.tool);
    let known = TOOLS.iter().find(|(known, ..)| *known == route);
    known.map(|(_, name, _)| text(name)).unwrap_or_default()
}

fn in_words(ago: Ago) -> String {
    match ago {
        Ago::Now => t!("page-history-now"),
        Ago::Minutes(count) => t!("page-history-minutes-ago", count = count),
        Ago::Hours(count) => t!("page-history-hours-ago", count = count),
        Ago::Days(count) => t!("page-history-days-ago", count = count),
    }
}

#[component]
fn Foot(history: History, notice: RwSignal<Option<String>>) -> impl IntoView {
    let is_sure = RwSignal::new(false);
    let is_empty = Memo::new(move |_| history.heads.with(Vec::is_empty));
    let export = move |_| {
        spawn_local(async move {
            let saved = match keeper::export().await {
                Ok(json) => {
                    files::download("ichiban-history.json", "application/json", json.as_bytes())
                        .map_err(|error| error.to_string())
                }
                Err(error) => Err(error),
            };
            notice.try_set(saved.err());
        });
    };
    let import = move |given: Vec<leptos::web_sys::File>| {
        spawn_local(async move {
            for file in given {
                let said = match files::read_text(&file, LARGEST_FILE).await {
                    Ok(text) => keeper::import(text).await.map(told),
                    Err(error) => Err(error.to_string()),
                };
                notice.try_set(Some(said.unwrap_or_else(|fault| fault)));
            }
        });
    };
    let forget = move |_| {
        if is_sure.get_untracked() {
            keeper::forget_all();
        }
        is_sure.update(|sure| *sure = !*sure);
    };
    view! {
        <footer class="history-foot">
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || history.is_on.get()
                    on:change=move |event| keeper::switch(event_target_checked(&event))
                />
                {t!("page-history-keep")}
            </label>
            <p class="hint">{t!("page-history-keep-about")}</p>
            <Show when=move || history.fault.with(Option::is_some)>
                <p class="fault" role="alert">{move || history.fault.get()}</p>
            </Show>
            <div class="history-actions">
                <button class="ghost" type="button" disabled=move || is_empty.get() on:click=export>
                    {t!("page-export")}
                </button>
                <span class="history-import">
                    {woven!(
                        "page-import",
                        open = view! {
                            <OpenFiles label=t!("page-history-import-label") several=false take=import />
                        }
                    )}
                </span>
                <span class="grow"></span>
                <button
                    class="link"
                    class:bad=move || is_sure.get()
                    type="button"
                    disabled=move || is_empty.get()
                    on:click=forget
                    on:blur=move |_| is_sure.set(false)
                >
                    {move || {
                        if is_sure.get() {
                            let count = history.heads.with(Vec::len);
                            t!("page-history-forget-sure", count = count)
                        } else {
                            t!("page-history-forget-all")
                        }
                    }}
                </button>
            </div>
            <p class="hint" role="status">{move || notice.get()}</p>
        </footer>
    }
}

fn told((count, left_out): (usize, usize)) -> String {
    match left_out {
        0 => t!("page-history-imported", count = count),
        _ => t!(
            "page-history-imported-partly",
            count = count,
            left = left_out
        ),
    }
}
