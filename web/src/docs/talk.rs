//! Questions that a model answers in words: what would be sent, and the answers as they come.

use ichiban_engine::docs::talk::{Lookup, Prepared, Wanted};
use leptos::prelude::*;
use std::sync::Arc;

use super::state::State;
use super::state::talk::{Outcome, Progress, Turn};
use crate::answer::{AnswerBody, Hooks};
use crate::endpoint::Connection;
use crate::shell::figures;
use crate::shell::icon;

/// What would be sent with the question that was looked for, and the button that sends it.
#[component]
pub(super) fn Offer(state: State) -> impl IntoView {
    view! {
        {move || {
            state.talk.prepared.get().map(|prepared| view! { <Prepare state prepared /> })
        }}
    }
}

#[component]
fn Prepare(state: State, prepared: Arc<Prepared>) -> impl IntoView {
    let connection = state.app.connection;
    let is_connected = Memo::new(move |_| connection.with(Option::is_some));
    let is_on_device =
        move || connection.with(|it| it.as_ref().is_some_and(Connection::is_on_device));
    let place = move || {
        connection.with(|it| {
            it.as_ref()
                .map(|it| it.place().to_owned())
                .unwrap_or_default()
        })
    };
    let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
    let sections = figures::plural(count(prepared.sections.len()), "section", "sections");
    let tokens = figures::count(prepared.input.into());
    let earlier = match prepared.earlier {
        0 => String::new(),
        1 => ", with the question before and its answer".to_owned(),
        count => format!(", with the {count} questions before and their answers"),
    };
    let says = move || {
        let what = format!("{sections}, about {tokens} tokens{earlier}");
        if !is_connected.get() {
            format!("A model can answer this from {what}.")
        } else if is_on_device() {
            format!("Answered in this browser from {what}.")
        } else {
            format!("The question goes to {} with {what}.", place())
        }
    };
    view! {
        <section class="offer-to-ask" aria-label="Ask a model">
            <p>{says}</p>
            <button
                class="primary"
                type="button"
                on:click=move |_| state.put()
            >
                {move || if is_connected.get() { "Ask the model" } else { "Connect a model" }}
            </button>
            <Show when=move || is_connected.get() && !is_on_device()>
                <label class="check">
                    <input type="checkbox" bind:checked=state.talk.looks_up />
                    "It may look up more in these documents while it answers"
                </label>
            </Show>
            <Contents state prepared=Arc::clone(&prepared) />
        </section>
    }
}

/// All of what would be sent of the documents.
#[component]
fn Contents(state: State, prepared: Arc<Prepared>) -> impl IntoView {
    let operations = prepared.operations.join("\n");
    let unlisted =
        (prepared.unlisted > 0).then(|| format!("\nand {} more, not sent", prepared.unlisted));
    let left_out = (prepared.left_out > 0).then(|| {
        let left_out = figures::plural(prepared.left_out, "section", "sections");
        view! { <p class="nothing">{format!("{left_out} with words of the question fit no more.")}</p> }
    });
    let sections = prepared
        .sections
        .iter()
        .cloned()
        .map(|section| {
            let title = if section.title.is_empty() {
                section.document.clone()
            } else {
                section.title
            };
            let at = section.at.map(|at| {
                view! {
                    <button class="link" type="button" on:click=move |_| state.show(at)>
                        "Show in the document"
                    </button>
                }
            });
            view! {
                <li>
                    <details>
                        <summary>
                            {title} " " <small>{format!("{} tokens", figures::count(section.tokens.into()))}</small>
                        </summary>
                        {at}
                        <pre tabindex="0">{section.text}</pre>
                    </details>
                </li>
            }
        })
        .collect_view();
    view! {
        <details class="contents">
            <summary>"What is sent"</summary>
            <ul>
                <li>
                    <details>
                        <summary>
                            {format!("{} operations by name", prepared.operations.len())}
                        </summary>
                        <pre tabindex="0">{operations} {unlisted}</pre>
                    </details>
                </li>
                {sections}
            </ul>
            {left_out}
        </details>
    }
}

/// The questions and their answers, the latest first.
#[component]
pub(super) fn Turns(state: State) -> impl IntoView {
    view! {
        <For each=move || state.talk.turns.get() key=|turn| turn.number let:turn>
            <Shown state turn />
        </For>
    }
}

#[component]
fn Shown(state: State, turn: Turn) -> impl IntoView {
    let hooks = Hooks {
        named: Callback::new(move |name| state.select_named(name)),
        follow: Callback::new(move |address| state.follow(address)),
        open: Callback::new(move |(tool, text): (String, String)| state.open_code(&tool, text)),
        copy: Callback::new(move |text| state.copy_words(text)),
    };
    let progress = turn.progress;
    let outcome = Memo::new(move |_| progress.with(Progress::outcome));
    let again = turn.clone();
    let answer = turn.answer;
    view! {
        <article class="turn" aria-label=format!("Answer to: {}", turn.question) data-going=move || outcome.with(Option::is_none).to_string()>
            <h3>{turn.question.clone()}</h3>
            <AnswerBody answer hooks />
            <Lookups progress />
            <Standing progress place=turn.place.clone() outcome />
            <footer>
                <Show when=move || outcome.with(Option::is_none)>
                    <button class="ghost" type="button" on:click=move |_| state.hush()>
                        "Stop"
                    </button>
                </Show>
                <Show when=move || progress.with(|it| it.source.as_ref().is_some_and(|it| !it.is_empty()))>
                    <button
                        class="link"
                        type="button"
                        on:click=move |_| {
                            let source = progress.with_untracked(|it| it.source.clone());
                            state.copy_words(source.unwrap_or_default());
                        }
                    >
                        "Copy as Markdown"
                    </button>
                </Show>
                {move || {
                    let again = again.clone();
                    outcome
                        .with(Option::is_some)
                        .then(|| {
                            view! {
                                <button class="link" type="button" on:click=move |_| state.put_again(&again)>
                                    "Ask again"
                                </button>
                            }
                        })
                }}
            </footer>
        </article>
    }
}

/// What the model has looked up: all of it was sent.
#[component]
fn Lookups(progress: RwSignal<Progress>) -> impl IntoView {
    let lookups = Memo::new(move |_| progress.with(|it| it.lookups.clone()));
    let line = |lookup: &Lookup| {
        let (what, of) = match &lookup.wanted {
            Wanted::Sections(words) => ("Sections about", words.clone()),
            Wanted::Operation(name) => ("The operation", name.clone()),
        };
        let found = if lookup.found.is_empty() {
            "nothing".to_owned()
        } else {
            format!(
                "{} ({} tokens)",
                lookup.found.join("; "),
                figures::count(lookup.tokens.into())
            )
        };
        view! { <li>{what} " “" {of} "”: " {found}</li> }
    };
    view! {
        <Show when=move || !lookups.with(Vec::is_empty)>
            <details class="contents">
                <summary>
                    {move || {
                        let count = lookups.with(Vec::len);
                        let count = u32::try_from(count).unwrap_or(u32::MAX);
                        format!("The model looked up {}", figures::plural(count, "thing", "things"))
                    }}
                </summary>
                <ul>{move || lookups.with(|lookups| lookups.iter().map(line).collect_view())}</ul>
            </details>
        </Show>
    }
}

/// How an answer stands, and how it ended: one that was cut is never taken for whole.
#[component]
fn Standing(
    progress: RwSignal<Progress>,
    place: String,
    outcome: Memo<Option<Outcome>>,
) -> impl IntoView {
    move || {
        let has_begun = progress.with(|it| it.standing.has_begun);
        let kept = if has_begun { " What came is kept." } else { "" };
        let bad = |words: String| {
            view! {
                <p class="turn-says bad" role="status">
                    <icon::Warning />
                    <span>{words}</span>
                </p>
            }
            .into_any()
        };
        match outcome.get() {
            Some(Outcome::Whole) => ().into_any(),
            Some(Outcome::Stopped) => bad(format!("Stopped: this is not the whole answer.{kept}")),
            Some(Outcome::Declined) => bad("The model declined to answer.".to_owned()),
            Some(Outcome::Failed(failure)) => {
                let not_whole = if has_begun {
                    "This is not the whole answer. "
                } else {
                    ""
                };
                bad(format!(
                    "{not_whole}{} {}{kept}",
                    failure.message, failure.hint
                ))
            }
            None => {
                let words = progress.with(|it| match (&it.waiting, it.loading) {
                    (Some(failure), _) => format!("{} Trying again.", failure.message),
                    (None, Some(percent)) => format!("Chrome downloads its model: {percent} %"),
                    (None, None) if !has_begun => format!("Asking {place}…"),
                    (None, None) => String::new(),
                });
                (!words.is_empty())
                    .then(|| view! { <p class="turn-says">{words}</p> })
                    .into_any()
            }
        }
    }
}

/// The numbers of the last question, for the line at the foot.
#[component]
pub(super) fn Figures(state: State) -> impl IntoView {
    move || {
        let turn = state.talk.turns.with(|turns| turns.first().cloned())?;
        let progress = turn.progress.get();
        let span = |took_ms: Option<f64>, what: &str| {
            took_ms.map(|took_ms| {
                let (number, unit) = figures::duration(took_ms);
                view! { <span class="m"><b>{number}</b> {format!(" {unit} to first {what}")}</span> }
            })
        };
        let speed = progress.per_second().map(|rate| {
            view! { <span class="m"><b>{figures::measure(rate)}</b> " tok/s"</span> }
        });
        let all = progress.standing.input + progress.standing.output;
        let about = if progress.standing.is_counted {
            ""
        } else {
            "about "
        };
        let tokens = (all > 0).then(|| {
            view! { <span class="m">{about} <b>{figures::count(all)}</b> " tokens"</span> }
        });
        Some(view! {
            <span class="extras">
                {span(progress.first_token_ms, "token")}
                {span(progress.first_paint_ms, "paint")} {speed} {tokens}
            </span>
        })
    }
}

/// Where the last question was asked, and how it went.
pub(super) fn from(state: State) -> String {
    let Some(turn) = state.talk.turns.with(|turns| turns.first().cloned()) else {
        return String::new();
    };
    let place = turn.place;
    turn.progress.with(|progress| match progress.outcome() {
        None if !progress.standing.has_begun => format!("Asking {place}…"),
        None => format!("{place} answers"),
        Some(Outcome::Whole) => format!("From {place}"),
        Some(Outcome::Stopped) => format!("From {place}, stopped"),
        Some(Outcome::Declined) => format!("{place} declined"),
        Some(Outcome::Failed(_)) => format!("From {place}, not whole"),
    })
}
