//! Questions that a model answers in words: what would be sent, and the answers as they come.

use ichiban_engine::docs::talk::{Lookup, Prepared, Wanted};
use leptos::prelude::*;
use std::sync::Arc;

use super::state::State;
use super::state::talk::Turn;
use crate::answer::{Article, teller};
use crate::endpoint::Connection;
use crate::shell::words::t;

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
    let place =
        move || connection.with(|it| it.as_ref().map(Connection::place).unwrap_or_default());
    let sections = prepared.sections.len();
    let (tokens, earlier) = (prepared.input, prepared.earlier);
    let says = move || {
        if !is_connected.get() {
            t!(
                "answer-docs-could",
                sections = sections,
                tokens = tokens,
                earlier = earlier
            )
        } else if is_on_device() {
            t!(
                "answer-docs-here",
                sections = sections,
                tokens = tokens,
                earlier = earlier
            )
        } else {
            t!(
                "answer-docs-goes-to",
                place = place(),
                sections = sections,
                tokens = tokens,
                earlier = earlier
            )
        }
    };
    view! {
        <section class="offer-to-ask" aria-label=t!("answer-docs-offer")>
            <p>{says}</p>
            <button
                class="primary"
                type="button"
                on:click=move |_| state.put()
            >
                {move || if is_connected.get() {
                    t!("answer-docs-ask")
                } else {
                    t!("answer-connect")
                }}
            </button>
            <Show when=move || is_connected.get() && !is_on_device()>
                <label class="check">
                    <input type="checkbox" bind:checked=state.talk.looks_up />
                    {t!("answer-docs-looks-up")}
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
    let unlisted = (prepared.unlisted > 0).then(|| {
        let more = t!("answer-docs-unsent", count = prepared.unlisted);
        format!("\n{more}")
    });
    let left_out = (prepared.left_out > 0).then(|| {
        let left_out = t!("answer-docs-left-out", count = prepared.left_out);
        view! { <p class="nothing">{left_out}</p> }
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
                        {t!("answer-docs-show")}
                    </button>
                }
            });
            view! {
                <li>
                    <details>
                        <summary>
                            {title} " " <small>{t!("answer-docs-tokens", count = section.tokens)}</small>
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
            <summary>{t!("answer-docs-contents")}</summary>
            <ul>
                <li>
                    <details>
                        <summary>
                            {t!("answer-docs-operations", count = prepared.operations.len())}
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
    let hooks = state.deeds().hooks(move |name| state.select_named(name));
    let lookups = turn.lookups;
    let title = turn.question.clone();
    let shown = (*turn).clone();
    view! {
        <Article
            turn=shown
            title
            hooks
            stop=Callback::new(move |()| state.hush())
            again=Callback::new(move |()| state.put_again(&turn))
        >
            <Lookups lookups />
        </Article>
    }
}

/// What the model has looked up: all of it was sent.
#[component]
fn Lookups(lookups: RwSignal<Vec<Lookup>>) -> impl IntoView {
    let line = |lookup: &Lookup| view! { <li>{looked_up(lookup)}</li> };
    view! {
        <Show when=move || lookups.with(|lookups| !lookups.is_empty())>
            <details class="contents">
                <summary>
                    {move || t!("answer-docs-looked-up", count = lookups.with(Vec::len))}
                </summary>
                <ul>{move || lookups.with(|lookups| lookups.iter().map(line).collect_view())}</ul>
            </details>
        </Show>
    }
}

/// What was looked for, and what of it was found.
fn looked_up(lookup: &Lookup) -> String {
    let titles = lookup.found.join("; ");
    match (&lookup.wanted, lookup.found.is_empty()) {
        (Wanted::Sections(words), true) => t!("answer-docs-no-sections", words = words),
        (Wanted::Sections(words), false) => t!(
            "answer-docs-sections",
            words = words,
            titles = titles,
            tokens = lookup.tokens
        ),
        (Wanted::Operation(name), true) => t!("answer-docs-no-operation", name = name),
        (Wanted::Operation(name), false) => t!(
            "answer-docs-operation",
            name = name,
            titles = titles,
            tokens = lookup.tokens
        ),
    }
}

/// The numbers of the last question, for the line at the foot.
#[component]
pub(super) fn Figures(state: State) -> impl IntoView {
    move || {
        let progress = state
            .talk
            .turns
            .with(|turns| turns.first().map(|turn| turn.progress))?;
        Some(view! { <teller::Figures progress /> })
    }
}

/// Where the last question was asked, and how it went.
pub(super) fn from(state: State) -> String {
    let Some(turn) = state.talk.turns.with(|turns| turns.first().cloned()) else {
        return String::new();
    };
    turn.progress
        .with(|progress| teller::from(progress, &turn.place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_looked_up_is_told_with_what_was_found() {
        let mut lookup = Lookup {
            wanted: Wanted::Sections("opening hours".to_owned()),
            found: vec!["Depot".to_owned(), "Hours".to_owned()],
            tokens: 1_200,
        };
        let words = "Sections about “opening hours”: Depot; Hours (1\u{202f}200 tokens)";
        assert_eq!(looked_up(&lookup), words);
        lookup.wanted = Wanted::Operation("GET /crates".to_owned());
        lookup.found.clear();
        assert_eq!(looked_up(&lookup), "The operation “GET /crates”: nothing");
    }
}
