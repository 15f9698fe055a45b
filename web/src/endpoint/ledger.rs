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
use crate::app::App;
use crate::shell::figures;

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
                Ok(()) => "Copied as JSON.".to_owned(),
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
                "Sent from this browser "
                <span class="label">{move || entries.with(|entries| summary(&Totals::of(entries)))}</span>
            </summary>
            <Show
                when=move || !entries.with(Vec::is_empty)
                fallback=|| {
                    view! {
                        <p class="hint">
                            "Nothing yet. Every request to a model will stand here: when, to whom, how much, what of yours was in it."
                        </p>
                    }
                }
            >
                <div class="ledger-bar">
                    <input type="search" placeholder="Filter" aria-label="Filter requests" bind:value=search />
                    <button class="ghost" type="button" on:click=copy>"Copy JSON"</button>
                    <button class="ghost" type="button" on:click=download>"Download CSV"</button>
                    <button class="link" type="button" on:click=forget>"Forget"</button>
                </div>
                <ol class="ledger-list" tabindex="0" aria-label="Requests, the newest first">
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
                            .or_else(|| {
                                app.spending.unkept.get().map(|why| format!("Not kept after this tab: {why}."))
                            })
                            .or_else(|| {
                                found.with(Vec::is_empty).then(|| "No request has these words.".to_owned())
                            })
                    }}
                </p>
            </Show>
        </details>
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
        let line = |name: &'static str, of: Option<Percentiles>, told: &dyn Fn(f64) -> String| {
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
                        <th scope="col">"Latency"</th>
                        <th scope="col">"p50"</th>
                        <th scope="col">"p95"</th>
                        <th scope="col">"p99"</th>
                    </tr>
                </thead>
                <tbody>
                    {line("to first byte", latency.first_byte, &span)}
                    {line("to first token", latency.first_token, &span)}
                    {line("to first paint", latency.first_paint, &span)}
                    {line("tokens a second", latency.per_second, &figures::measure)}
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
                "Save run"
            </button>
        }
    });
    let sign = if entry.is_counted { "" } else { "≈" };
    let cost = entry
        .cost
        .map_or_else(|| "price unknown".to_owned(), dollars);
    let time: String = iso_time(entry.at_ms).chars().skip(11).take(8).collect();
    let is_well = matches!(entry.ending.as_str(), "complete" | "length");
    view! {
        <li>
            <time>{time}</time>
            <b>{format!("{} · {}", entry.tool, entry.held)}</b>
            <span class="ending" class:bad=!is_well>{entry.ending.clone()} " " {save}</span>
            <small>
                {format!(
                    "{} {} · {} bytes · {sign}{} in, {sign}{} out · {cost}{}",
                    entry.to,
                    entry.model,
                    entry.bytes,
                    entry.input_tokens,
                    entry.output_tokens,
                    times(entry),
                )}
            </small>
        </li>
    }
}

/// How fast the answer came.
fn times(entry: &Entry) -> String {
    let span = |span: Option<u32>, to: &str| {
        span.map_or_else(String::new, |span| {
            let (number, unit) = figures::duration(span.into());
            format!(" · {number} {unit} to {to}")
        })
    };
    let rate = entry.tokens_per_second().map_or_else(String::new, |rate| {
        format!(" · {} tok/s", figures::measure(rate))
    });
    let byte = span(entry.first_byte_ms, "first byte");
    let token = span(entry.first_token_ms, "first token");
    let paint = span(entry.first_paint_ms, "first paint");
    format!("{byte}{token}{paint}{rate}")
}

fn summary(totals: &Totals) -> String {
    if totals.requests == 0 {
        return "nothing".to_owned();
    }
    let sign = if totals.is_estimate { "≈" } else { "" };
    let requests = if totals.requests == 1 {
        "request"
    } else {
        "requests"
    };
    let tokens = totals.input_tokens.saturating_add(totals.output_tokens);
    let unpriced = if totals.unpriced > 0 {
        " and what has no known price"
    } else {
        ""
    };
    format!(
        "{} {requests}, {sign}{tokens} tokens, {}{unpriced}",
        totals.requests,
        dollars(totals.cost)
    )
}
