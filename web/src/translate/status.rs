//! The line at the foot: start and stop, where the answer comes from, how fast, how far, what is
//! wrong.

use ichiban_engine::protocol::Outcome;
use leptos::prelude::*;

use super::figures;
use super::sheet::Tally;
use super::state::{Filter, Run, State};
use crate::endpoint::Connection;
use crate::endpoint::failures::in_words;
use crate::shell::words::{t, woven};
use crate::shell::{icon, keys};

/// The line.
#[component]
pub(super) fn Status(state: State) -> impl IntoView {
    view! {
        <footer class="status">
            <Show
                when=move || state.is_open.get()
                fallback=|| view! { <p class="m where-from">{t!("translate-status-alone")}</p> }
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
                        {t!("translate-status-stop")} <kbd>"Esc"</kbd>
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
            t!("translate-status-continue")
        } else {
            t!("translate-status-translate")
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
    let host = connection.as_ref().map(Connection::place);
    let tally = state.tally.get();
    let from = host.clone().unwrap_or_default();
    let download = state.download.get();
    state.run.with(|run| match run {
        Run::Going { progress, .. } if progress.first_token_ms.is_none() && download.is_some() => {
            t!(
                "translate-status-download",
                percent = download.unwrap_or_default()
            )
        }
        Run::Going {
            waiting: Some(failure),
            ..
        } => t!(
            "translate-status-again",
            failure = in_words(failure).message
        ),
        Run::Going { progress, .. } if progress.first_token_ms.is_none() => {
            t!("translate-status-asking", place = &from)
        }
        Run::Going { .. } => t!("translate-status-from", place = &from),
        Run::Over {
            outcome: Outcome::Stopped,
            ..
        } => t!(
            "translate-status-stopped",
            count = tally.missing() + tally.stale
        ),
        Run::Over {
            outcome: Outcome::Failed(_),
            ..
        } => t!(
            "translate-status-interrupted",
            count = tally.missing() + tally.stale
        ),
        Run::Over {
            outcome: Outcome::Finished { .. },
            ..
        } if tally.missing() + tally.stale == 0 => {
            t!("translate-status-finished", place = &from)
        }
        Run::Over { .. } | Run::Idle => idle(state, host),
    })
}

fn idle(state: State, host: Option<String>) -> String {
    if state.model_columns().is_empty() {
        return t!("translate-status-choose");
    }
    let tally = state.tally.get();
    let connection = state.app.connection;
    let is_on_device = connection.with(|it| it.as_ref().is_some_and(Connection::is_on_device));
    match host {
        None => t!("translate-status-connect"),
        Some(_) if tally.missing() + tally.stale == 0 => t!("translate-status-nothing-left"),
        Some(_) if is_on_device => to_translate(tally),
        Some(host) => to_send(tally, &host),
    }
}

/// What a run asks a host for: all there is at first, later what is missing or has changed.
fn to_send(tally: Tally, host: &str) -> String {
    match (tally.missing(), tally.stale) {
        (missing, 0) => t!("translate-status-sends", count = missing, host = host),
        (0, stale) => t!("translate-status-sends-stale", count = stale, host = host),
        (missing, stale) => t!(
            "translate-status-sends-both",
            count = missing + stale,
            missing = missing,
            stale = stale,
            host = host
        ),
    }
}

/// The same of a run that stays on this device.
fn to_translate(tally: Tally) -> String {
    match (tally.missing(), tally.stale) {
        (missing, 0) => t!("translate-status-device", count = missing),
        (0, stale) => t!("translate-status-device-stale", count = stale),
        (missing, stale) => t!(
            "translate-status-device-both",
            count = missing + stale,
            missing = missing,
            stale = stale
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
                let said = woven!(
                    "translate-status-first-token",
                    [unit = unit],
                    number = view! { <b>{number}</b> }
                );
                view! { <span class="m">{said}</span> }
            })
    };
    let first_paint = move || {
        state.first_paint_ms.get().map(|took_ms| {
            let (number, unit) = figures::duration(took_ms);
            let said = woven!(
                "translate-status-first-paint",
                [unit = unit],
                number = view! { <b>{number}</b> }
            );
            view! { <span class="m">{said}</span> }
        })
    };
    let speed = move || {
        progress
            .get()
            .and_then(|progress| progress.tokens_per_second)
            .map(|rate| {
                let rate = figures::measure(rate);
                let said = woven!("translate-status-speed", number = view! { <b>{rate}</b> });
                view! { <span class="m">{said}</span> }
            })
    };
    let spent = move || {
        progress
            .get()
            .and_then(|progress| progress.usage)
            .map(|usage| {
                let tokens = figures::count(usage.input_tokens + usage.output_tokens);
                let said = woven!(
                    "translate-status-tokens",
                    number = view! { <b>{tokens}</b> }
                );
                view! { <span class="m">{said}</span> }
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
            <span class="m">{woven!("translate-status-part", number = view! { <b>{part}</b> })}</span>
            <progress max="100" prop:value=part aria-label=t!("translate-status-progress")></progress>
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
                    {t!("translate-status-invalid")}
                </span>
            }
            .into_any()
        } else if tally.attention > 0 {
            view! {
                <button class="m warnish" type="button" on:click=show_attention>
                    <icon::Warning />
                    {t!("translate-status-attention", count = tally.attention)}
                </button>
            }
            .into_any()
        } else if tally.total() > 0 && tally.missing() + tally.stale == 0 {
            view! {
                <span class="m good">
                    <icon::Check />
                    {t!("translate-status-good")}
                </span>
            }
            .into_any()
        } else {
            ().into_any()
        }
    }
}
