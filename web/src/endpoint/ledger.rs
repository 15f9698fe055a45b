//! What has left this tab for models: a list of requests.

use ichiban_browser::{clipboard, files};
use ichiban_engine::packed::Packed;
use ichiban_model::budget::dollars;
use ichiban_model::ledger::{Entry, Totals, iso_time, to_csv, to_json};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::App;

/// The most requests that are shown at once, the newest first.
const SHOWN: usize = 200;

/// The list, folded away.
#[component]
pub(super) fn SentRequests(app: App) -> impl IntoView {
    let packed = app.spending.entries;
    let entries = Memo::new(move |_| {
        packed.with(|packed| {
            packed
                .iter()
                .filter_map(Packed::open)
                .flatten()
                .collect::<Vec<Entry>>()
        })
    });
    let search = RwSignal::new(String::new());
    let notice = RwSignal::new(None::<String>);
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
        packed.set(Vec::new());
        notice.set(None);
    };
    view! {
        <details class="more ledger">
            <summary>
                "Sent from this tab "
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
                                found.iter().rev().take(SHOWN).map(row).collect_view()
                            })
                    }}
                </ol>
                <p class="hint" role="status">
                    {move || {
                        notice
                            .get()
                            .or_else(|| {
                                found.with(Vec::is_empty).then(|| "No request has these words.".to_owned())
                            })
                    }}
                </p>
            </Show>
        </details>
    }
}

fn row(entry: &Entry) -> impl IntoView + use<> {
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
            <span class="ending" class:bad=!is_well>{entry.ending.clone()}</span>
            <small>
                {format!(
                    "{} {} · {} bytes · {sign}{} in, {sign}{} out · {cost}",
                    entry.to,
                    entry.model,
                    entry.bytes,
                    entry.input_tokens,
                    entry.output_tokens,
                )}
            </small>
        </li>
    }
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
