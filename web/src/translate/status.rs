//! The line at the foot: start and stop, where the answer comes from, how fast, how far, what is
//! wrong.

use ichiban_engine::protocol::Outcome;
use leptos::prelude::*;

use super::figures;
use super::sheet::Tally;
use super::state::{Filter, Run, State};
use crate::endpoint::Connection;
use crate::shell::{icon, keys};

/// The line.
#[component]
pub(super) fn Status(state: State) -> impl IntoView {
    view! {
        <footer class="status">
            <Show
                when=move || state.is_open.get()
                fallback=|| view! { <p class="m where-from">"Engine only. Nothing has left this tab."</p> }
            >
                {state.work.show(move |views| (views.status)(state))}
            </Show>
        </footer>
    }
}

/// The line of an open source.
#[component]
pub(super) fn Working(state: State) -> impl IntoView {
    let is_going = Memo::new(move |_| state.run.with(Run::is_going));
    view! {
        {move || {
            if is_going.get() {
                view! {
                    <button class="primary stop" type="button" on:click=move |_| state.stop()>
                        "Stop" <kbd>"Esc"</kbd>
                    </button>
                }
                    .into_any()
            } else {
                view! { <TranslateButton state /> }.into_any()
            }
        }}
        <p class="m where-from">{move || says(state)}</p>
        <Figures state />
        <span class="grow"></span>
        <Validity state />
    }
}

#[component]
fn TranslateButton(state: State) -> impl IntoView {
    let nothing_left = move || {
        let tally = state.tally.get();
        tally.total() > 0 && tally.missing() + tally.stale + tally.attention == 0
    };
    let word = move || {
        let is_begun = state.run.with(|run| matches!(run, Run::Over { .. }));
        if is_begun && !nothing_left() {
            "Continue"
        } else {
            "Translate"
        }
    };
    view! {
        <button
            class="primary"
            type="button"
            disabled=move || nothing_left() && !state.model_columns().is_empty()
            on:click=move |_| state.translate()
        >
            {word}
            <kbd>{keys::modifier()} " ↵"</kbd>
        </button>
    }
}

/// What stands to be done, is being done or was done, and by whom.
fn says(state: State) -> String {
    let connection = state.app.connection.get();
    let host = connection
        .as_ref()
        .map(|connection| connection.place().to_owned());
    let tally = state.tally.get();
    let from = host.clone().unwrap_or_default();
    let download = state.download.get();
    state.run.with(|run| match run {
        Run::Going { progress, .. } if progress.first_token_ms.is_none() && download.is_some() => {
            format!(
                "Chrome downloads its model: {} %",
                download.unwrap_or_default()
            )
        }
        Run::Going {
            waiting: Some(failure),
            ..
        } => format!("{} Trying again.", failure.message),
        Run::Going { progress, .. } if progress.first_token_ms.is_none() => {
            format!("Asking {from}…")
        }
        Run::Going { .. } => format!("From {from}"),
        Run::Over {
            outcome: Outcome::Stopped,
            ..
        } => format!(
            "Stopped. {} left.",
            figures::plural(tally.missing() + tally.stale, "value", "values")
        ),
        Run::Over {
            outcome: Outcome::Failed(_),
            ..
        } => format!(
            "Interrupted. {} left.",
            figures::plural(tally.missing() + tally.stale, "value", "values")
        ),
        Run::Over {
            outcome: Outcome::Finished { .. },
            ..
        } if tally.missing() + tally.stale == 0 => format!("Finished, from {from}"),
        Run::Over { .. } | Run::Idle => idle(state, host),
    })
}

fn idle(state: State, host: Option<String>) -> String {
    if state.model_columns().is_empty() {
        return "Choose a locale to translate into.".to_owned();
    }
    let tally = state.tally.get();
    let connection = state.app.connection;
    let is_on_device = connection.with(|it| it.as_ref().is_some_and(Connection::is_on_device));
    match host {
        None => "No model connected yet: Translate asks where to send the texts.".to_owned(),
        Some(_) if tally.missing() + tally.stale == 0 => "Nothing left to translate.".to_owned(),
        Some(_) if is_on_device => format!("Translates {} on this device", to_send(tally)),
        Some(host) => format!("Sends {} to {host}", to_send(tally)),
    }
}

/// What a run asks for: all there is at first, later what is missing or has changed.
fn to_send(tally: Tally) -> String {
    let values = |count| figures::plural(count, "value", "values");
    match (tally.missing(), tally.stale) {
        (missing, 0) => values(missing),
        (0, stale) => format!("{} whose source has changed", values(stale)),
        (missing, stale) => format!(
            "{}: {} missing, {} changed",
            values(missing + stale),
            figures::count(missing.into()),
            figures::count(stale.into())
        ),
    }
}

/// The numbers of a run.
#[component]
fn Figures(state: State) -> impl IntoView {
    let progress = Memo::new(move |_| state.run.with(Run::progress));
    let first_token = move || {
        progress
            .get()
            .and_then(|progress| progress.first_token_ms)
            .map(|milliseconds| {
                let (number, unit) = figures::duration(milliseconds);
                view! { <span class="m"><b>{number}</b> {format!(" {unit} to first token")}</span> }
            })
    };
    let first_paint = move || {
        state.first_paint_ms.get().map(|took_ms| {
            let (number, unit) = figures::duration(took_ms);
            view! { <span class="m"><b>{number}</b> {format!(" {unit} to first paint")}</span> }
        })
    };
    let speed = move || {
        progress
            .get()
            .and_then(|progress| progress.tokens_per_second)
            .map(|rate| {
                view! { <span class="m"><b>{figures::measure(rate)}</b> " tok/s"</span> }
            })
    };
    let spent = move || {
        progress
            .get()
            .and_then(|progress| progress.usage)
            .map(|usage| {
                let tokens = usage.input_tokens + usage.output_tokens;
                view! { <span class="m"><b>{figures::count(tokens)}</b> " tokens"</span> }
            })
    };
    let part = move || {
        progress.get().map_or(0, |progress| {
            figures::percent(progress.settled, progress.total)
        })
    };
    view! {
        <Show when=move || progress.get().is_some()>
            <span class="extras">{first_token} {first_paint} {speed} {spent}</span>
            <span class="m"><b>{part}</b> " %"</span>
            <progress max="100" prop:value=part aria-label="Progress"></progress>
        </Show>
    }
}

/// Whether all is well; if not, a click goes to the first place that is not.
#[component]
fn Validity(state: State) -> impl IntoView {
    let show_attention = move |_| {
        state.filter.set(Filter::Attention);
        let next = state.with_sheet(|sheet| sheet.next_attention(None));
        if let Some(row) = next {
            state.point_at(row);
        }
    };
    move || {
        let tally = state.tally.get();
        let is_invalid = state.source.with(|source| source.is_invalid);
        if is_invalid {
            view! {
                <span class="m bad">
                    <icon::Warning />
                    "Source is not valid"
                </span>
            }
            .into_any()
        } else if tally.attention > 0 {
            view! {
                <button class="m warnish" type="button" on:click=show_attention>
                    <icon::Warning />
                    {figures::plural(tally.attention, "needs attention", "need attention")}
                </button>
            }
            .into_any()
        } else if tally.total() > 0 && tally.missing() + tally.stale == 0 {
            view! {
                <span class="m good">
                    <icon::Check />
                    "All checks pass"
                </span>
            }
            .into_any()
        } else {
            ().into_any()
        }
    }
}
