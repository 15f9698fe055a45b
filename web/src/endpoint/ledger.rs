//! What has left this browser for models: a list of requests.

use ichiban_browser::channel::Channel;
use ichiban_browser::{clipboard, files};
use ichiban_engine::packed::Packed;
use ichiban_model::budget::dollars;
use ichiban_model::latency::{Latency, Percentiles};
use ichiban_model::ledger::{Entry, Totals, iso_time, to_csv, to_json};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::ledger_store;
use super::spending::Unkept;
use super::tool_models::called;
use crate::app::App;
use crate::shell::figures;
use crate::shell::words::{t, woven};

/// The most requests that are shown at once, the newest first.
const SHOWN: usize = 200;

/// The list, folded away.
#[component]
pub(super) fn SentRequests(app: App) -> impl IntoView {
    let own = app.spending.entries;
    let entries = RwSignal::new(Vec::<Entry>::new());
    let notice = RwSignal::new(None::<String>);
    let load = move || {
        spawn_local(async move {
            let kept = ledger_store::all().await;
            // Where nothing is kept, what this tab has sent is known all the same. The list may be gone.
            let shown = match kept {
                Ok(kept) => kept,
                Err(_) => own.with_untracked(|own| opened(own)),
            };
            entries.try_set(shown);
        });
    };
    Effect::new(move |_| {
        own.track();
        // What was sent is kept by then, or cannot be.
        app.spending.unkept.track();
        load();
    });
    // Open for as long as the list is there.
    let _channel = StoredValue::new_local(Channel::open(ledger_store::CHANNEL, load));
    let search = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        search.with(|search| {
            entries.with(|entries| {
                let found = entries.iter().filter(|entry| entry.matches(search));
                found.cloned().collect::<Vec<_>>()
            })
        })
    });
    let copy = move |_| {
        let json = found.with_untracked(|found| to_json(found));
        spawn_local(async move {
            let said = match clipboard::write_text(&json).await {
                Ok(()) => t!("endpoint-sent-copied"),
                Err(error) => error.to_string(),
            };
            // The list may be gone by now.
            notice.try_set(Some(said));
        });
    };
    let download = move |_| {
        let csv = found.with_untracked(|found| to_csv(found));
        let saved = files::download("requests.csv", "text/csv", csv.as_bytes());
        notice.set(saved.err().map(|error| error.to_string()));
    };
    let forget = move |_| {
        own.set(Vec::new());
        spawn_local(async move {
            let forgotten = ledger_store::clear().await;
            notice.try_set(forgotten.err().map(|error| error.to_string()));
            load();
        });
    };
    view! {
        <details class="more ledger">
            <summary>
                {woven!(
                    "endpoint-sent",
                    summary = view! {
                        <span class="label">
                            {move || entries.with(|entries| summary(&Totals::of(entries)))}
                        </span>
                    }
                )}
            </summary>
            <Show
                when=move || !entries.with(Vec::is_empty)
                fallback=|| view! { <p class="hint">{t!("endpoint-sent-none")}</p> }
            >
                <div class="ledger-bar">
                    <input
                        type="search"
                        placeholder=t!("endpoint-sent-filter")
                        aria-label=t!("endpoint-sent-filter-about")
                        bind:value=search
                    />
                    <button class="ghost" type="button" on:click=copy>
                        {t!("endpoint-sent-copy")}
                    </button>
                    <button class="ghost" type="button" on:click=download>
                        {t!("endpoint-sent-download")}
                    </button>
                    <button class="link" type="button" on:click=forget>
                        {t!("endpoint-sent-forget")}
                    </button>
                </div>
                <ol class="ledger-list" tabindex="0" aria-label=t!("endpoint-sent-list")>
                    {move || {
                        found
                            .with(|found| {
                                let saved = own.with(|own| opened(own));
                                found
                                    .iter()
                                    .rev()
                                    .take(SHOWN)
                                    .map(|entry| row(app, entry, &saved, notice))
                                    .collect_view()
                            })
                    }}
                </ol>
                <Percentages entries />
                <p class="hint" role="status">
                    {move || {
                        notice
                            .get()
                            .or_else(|| app.spending.unkept.get().as_ref().map(unkept))
                            .or_else(|| {
                                found.with(Vec::is_empty).then(|| t!("endpoint-sent-none-found"))
                            })
                    }}
                </p>
            </Show>
        </details>
    }
}

/// Why requests are not kept.
fn unkept(why: &Unkept) -> String {
    match why {
        Unkept::Refused(reason) => t!("endpoint-sent-unkept", reason = reason),
        Unkept::Unfetched => t!("endpoint-sent-unfetched"),
    }
}

/// The requests in their packages.
fn opened(packages: &[Packed<Vec<Entry>>]) -> Vec<Entry> {
    packages.iter().filter_map(Packed::open).flatten().collect()
}

/// How fast answers came.
#[component]
fn Percentages(entries: RwSignal<Vec<Entry>>) -> impl IntoView {
    move || {
        let latency = entries.with(|entries| Latency::of(entries));
        latency.first_byte?;
        let span = |value: f64| {
            let (number, unit) = figures::duration(value);
            format!("{number} {unit}")
        };
        let line = |name: String, of: Option<Percentiles>, told: &dyn Fn(f64) -> String| {
            of.map(|of| {
                view! {
                    <tr>
                        <th scope="row">{name}</th>
                        <td>{told(of.p50)}</td>
                        <td>{told(of.p95)}</td>
                        <td>{told(of.p99)}</td>
                    </tr>
                }
            })
        };
        Some(view! {
            <table class="latency">
                <thead>
                    <tr>
                        <th scope="col">{t!("endpoint-latency")}</th>
                        <th scope="col">"p50"</th>
                        <th scope="col">"p95"</th>
                        <th scope="col">"p99"</th>
                    </tr>
                </thead>
                <tbody>
                    {line(t!("endpoint-latency-byte"), latency.first_byte, &span)}
                    {line(t!("endpoint-latency-token"), latency.first_token, &span)}
                    {line(t!("endpoint-latency-paint"), latency.first_paint, &span)}
                    {line(t!("endpoint-latency-rate"), latency.per_second, &figures::measure)}
                </tbody>
            </table>
        })
    }
}

fn row(
    app: App,
    entry: &Entry,
    saved: &[Entry],
    notice: RwSignal<Option<String>>,
) -> impl IntoView + use<> {
    // Of this page's own runs the last are held.
    let is_it = |known: &Entry| (known.at_ms, known.run) == (entry.at_ms, entry.run);
    let can_save = !entry.model.is_empty() && saved.iter().any(is_it);
    let save = can_save.then(|| {
        let entry = entry.clone();
        view! {
            <button class="link" type="button" on:click=move |_| app.save_run(&entry, notice)>
                {t!("endpoint-sent-save")}
            </button>
        }
    });
    let sign = if entry.is_counted { "" } else { "≈" };
    let cost = entry
        .cost
        .map_or_else(|| t!("endpoint-sent-no-price"), dollars);
    let time: String = iso_time(entry.at_ms).chars().skip(11).take(8).collect();
    let is_well = matches!(entry.ending.as_str(), "complete" | "length");
    let mut facts = vec![
        format!("{} {}", entry.to, entry.model),
        t!("endpoint-sent-bytes", count = entry.bytes.to_string()),
        t!(
            "endpoint-sent-tokens",
            input = format!("{sign}{}", entry.input_tokens),
            output = format!("{sign}{}", entry.output_tokens)
        ),
        cost,
    ];
    facts.extend(times(entry));
    view! {
        <li>
            <time>{time}</time>
            <b>{format!("{} · {}", called(&entry.tool), held(&entry.held))}</b>
            <span class="ending" class:bad=!is_well>{ending(&entry.ending)} " " {save}</span>
            <small>{facts.join(" · ")}</small>
        </li>
    }
}

/// How fast the answer came, as far as that is known.
fn times(entry: &Entry) -> impl Iterator<Item = String> {
    let span = |span: u32| {
        let (number, unit) = figures::duration(span.into());
        format!("{number} {unit}")
    };
    let byte = entry.first_byte_ms.map(span);
    let token = entry.first_token_ms.map(span);
    let paint = entry.first_paint_ms.map(span);
    let rate = entry.tokens_per_second().map(figures::measure);
    [
        byte.map(|time| t!("endpoint-sent-byte", time = time)),
        token.map(|time| t!("endpoint-sent-token", time = time)),
        paint.map(|time| t!("endpoint-sent-paint", time = time)),
        rate.map(|rate| t!("endpoint-sent-rate", rate = rate)),
    ]
    .into_iter()
    .flatten()
}

/// What of the person's was in a request. Tools say it in the words of the page; the engine, of its own
/// requests, in English.
fn held(held: &str) -> String {
    match held {
        "a test question, nothing of yours" => t!("endpoint-sent-test"),
        "the list of models, nothing of yours" => t!("endpoint-sent-models"),
        other => other.to_owned(),
    }
}

/// How a request ended; by its name (`ichiban_model::Failure`) what is rare.
fn ending(ending: &str) -> String {
    match ending {
        "complete" => t!("endpoint-sent-complete"),
        "length" => t!("endpoint-sent-length"),
        "refused" => t!("endpoint-sent-refused"),
        "cut-off" => t!("endpoint-sent-cut-off"),
        "stopped" => t!("endpoint-sent-stopped"),
        other => other.to_owned(),
    }
}

fn summary(totals: &Totals) -> String {
    if totals.requests == 0 {
        return t!("endpoint-sent-nothing");
    }
    let sign = if totals.is_estimate { "≈" } else { "" };
    let tokens = totals.input_tokens.saturating_add(totals.output_tokens);
    let tokens = format!("{sign}{tokens}");
    let cost = dollars(totals.cost);
    let requests = totals.requests;
    if totals.unpriced > 0 {
        t!(
            "endpoint-sent-summary-unpriced",
            count = requests,
            tokens = tokens,
            cost = cost
        )
    } else {
        t!(
            "endpoint-sent-summary",
            count = requests,
            tokens = tokens,
            cost = cost
        )
    }
}
