//! The translation memory: what a person accepted or wrote, to be looked at, forgotten, and carried
//! to other programs and from them.

use ichiban_engine::protocol::MemoryEntry;
use leptos::html;
use leptos::prelude::*;

use super::state::State;
use crate::shell::dialog::Dialog;
use crate::shell::icon;
use crate::shell::intake::chosen;
use crate::shell::prose::prose;
use crate::shell::words::t;

/// The memory, while it is open.
#[component]
pub(super) fn MemoryDialog(state: State) -> impl IntoView {
    view! {
        <Dialog open=state.memory_open title=t!("translate-memory-title") class="memory">
            {state.work.show_or_tell(move |views| (views.memory)(state))}
        </Dialog>
    }
}

/// What is in the memory.
#[component]
pub(super) fn MemoryForm(state: State) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let is_sure = RwSignal::new(false);
    let total = Memo::new(move |_| state.memory_list.with(|list| list.total));
    let search = move |event| {
        state.memory_search.set(event_target_value(&event));
        state.list_memory();
    };
    let shown = move || {
        state.memory_list.with(|list| {
            if list.total == 0 {
                t!("translate-memory-empty")
            } else if list.found == list.total {
                t!("translate-memory-all", count = list.total)
            } else {
                t!(
                    "translate-memory-found",
                    found = list.found,
                    total = list.total
                )
            }
        })
    };
    let has_more = move || {
        state
            .memory_list
            .with(|list| u32::try_from(list.entries.len()).unwrap_or(u32::MAX) < list.found)
    };
    view! {
        <div class="form">
            <p class="lead">{t!("translate-memory-lead")}</p>
            <Show when=move || state.memory_fault.with(Option::is_some)>
                <p class="fault" role="alert">
                    {move || {
                        state
                            .memory_fault
                            .get()
                            .map(|fault| t!("translate-memory-unkept", reason = fault))
                    }}
                </p>
            </Show>
            <div class="memory-head">
                <input
                    type="search"
                    aria-label=t!("translate-memory-search-label")
                    placeholder=t!("translate-memory-search")
                    spellcheck="false"
                    prop:value=move || state.memory_search.get()
                    on:input=search
                />
                <span class="where" aria-live="polite">{shown}</span>
            </div>
            <ul class="memory-list" aria-label=t!("translate-memory-list")>
                <For
                    each=move || state.forgotten.get()
                    key=|entry| entry.key.clone()
                    let(entry)
                >
                    <Forgotten state entry />
                </For>
                <For
                    each=move || state.memory_list.with(|list| list.entries.clone())
                    key=|entry| (entry.key.clone(), entry.target.clone())
                    let(entry)
                >
                    <Entry state entry />
                </For>
            </ul>
            <Show when=has_more>
                <button class="link" type="button" on:click=move |_| state.show_more_memory()>
                    {t!("translate-memory-more")}
                </button>
            </Show>
            <Notice notice=state.memory_notice />
            <footer>
                <button
                    class="ghost"
                    type="button"
                    on:click=move |_| {
                        if let Some(input) = input.get_untracked() {
                            input.click();
                        }
                    }
                >
                    {t!("translate-memory-import")}
                </button>
                <input
                    node_ref=input
                    type="file"
                    accept=".tmx,application/xml"
                    class="unseen"
                    tabindex="-1"
                    aria-label=t!("translate-memory-file")
                    on:change=move |event| {
                        for file in chosen(&event) {
                            state.import_memory(file);
                        }
                    }
                />
                <button
                    class="ghost"
                    type="button"
                    disabled=move || total.get() == 0
                    on:click=move |_| state.export_memory()
                >
                    {t!("translate-memory-export")}
                </button>
                <span class="grow"></span>
                <Show
                    when=move || is_sure.get()
                    fallback=move || {
                        view! {
                            <button
                                class="ghost"
                                type="button"
                                disabled=move || total.get() == 0
                                on:click=move |_| is_sure.set(true)
                            >
                                {t!("translate-memory-forget-all")}
                            </button>
                        }
                    }
                >
                    <button
                        class="ghost danger"
                        type="button"
                        on:click=move |_| {
                            is_sure.set(false);
                            state.forget_all();
                        }
                    >
                        {move || t!("translate-memory-forget-sure", count = total.get())}
                    </button>
                    <button class="ghost" type="button" on:click=move |_| is_sure.set(false)>
                        {t!("translate-memory-keep")}
                    </button>
                </Show>
            </footer>
        </div>
    }
}

#[component]
fn Entry(state: State, entry: MemoryEntry) -> impl IntoView {
    let tag = entry.key.locale.as_str().to_owned();
    let source = entry.key.source.clone();
    let target = entry.target.clone();
    let label = t!("translate-memory-forget-text", text = &target);
    let key = entry.key.clone();
    let is_forgotten = Memo::new(move |_| {
        state
            .forgotten
            .with(|forgotten| forgotten.iter().any(|it| it.key == key))
    });
    let entry = StoredValue::new(entry);
    view! {
        <Show when=move || !is_forgotten.get()>
            <li>
                <code>{tag.clone()}</code>
                <span>
                    <b dir="auto">{source.clone()}</b>
                    <span dir="auto" lang=tag.clone()>{target.clone()}</span>
                </span>
                <button
                    class="quiet"
                    type="button"
                    aria-label=label.clone()
                    title=t!("translate-memory-forget")
                    on:click=move |_| state.forget(entry.get_value())
                >
                    <icon::Cross />
                </button>
            </li>
        </Show>
    }
}

#[component]
fn Forgotten(state: State, entry: MemoryEntry) -> impl IntoView {
    let tag = entry.key.locale.as_str().to_owned();
    let source = entry.key.source.clone();
    view! {
        <li class="removed">
            <code>{tag}</code>
            <span>
                <b dir="auto">{source}</b>
                <span>{t!("translate-memory-forgotten")}</span>
            </span>
            <button class="link" type="button" on:click=move |_| state.keep_again(entry.clone())>
                {t!("translate-undo")}
            </button>
        </li>
    }
}

/// What became of a file.
#[component]
pub(super) fn Notice(notice: RwSignal<Option<(String, bool)>>) -> impl IntoView {
    view! {
        <div aria-live="polite">
            {move || {
                notice
                    .get()
                    .map(|(text, is_bad)| {
                        view! { <p class="where" class:bad=is_bad>{prose(&text)}</p> }
                    })
            }}
        </div>
    }
}
