//! What a question has found: the answers of a model, and the passages.

use ichiban_engine::docs::protocol::Hit;
use leptos::prelude::*;

use super::operations::Method;
use super::state::State;
use super::talk;
use crate::shell::words::t;

/// The pane.
#[component]
pub(super) fn Hits(state: State) -> impl IntoView {
    let has_turns = Memo::new(move |_| state.talk.turns.with(|turns| !turns.is_empty()));
    view! {
        <div class="pane-h">
            <h2>{move || if has_turns.get() { t!("docs-answers") } else { t!("docs-passages") }}</h2>
            <span class="grow"></span>
            <Show when=move || has_turns.get()>
                <button class="link" type="button" on:click=move |_| state.end_talk()>
                    {t!("docs-answers-forget")}
                </button>
            </Show>
            <button
                class="link"
                type="button"
                on:click=move |_| {
                    state.question.set(String::new());
                    state.talk.prepared.set(None);
                    state.hits.set(None);
                }
            >
                {t!("docs-all-operations")}
            </button>
        </div>
        <talk::Offer state />
        <div
            class="op-list"
            tabindex="0"
            role="region"
            aria-label=t!("docs-answers-and-passages")
        >
            <talk::Turns state />
            {move || {
                let hits = state.hits.get().unwrap_or_default();
                if hits.is_empty() && has_turns.get() {
                    return ().into_any();
                }
                if hits.is_empty() {
                    return view! {
                        <p class="nothing">{t!("docs-passages-none")}</p>
                    }
                        .into_any();
                }
                hits.into_iter().map(|hit| view! { <Passage state hit /> }).collect_view().into_any()
            }}
        </div>
    }
}

#[component]
fn Passage(state: State, hit: Hit) -> impl IntoView {
    let at = hit.at;
    view! {
        <article class="hit">
            <button class="hit-at" type="button" on:click=move |_| state.show(at)>
                <b>{if hit.title.is_empty() { hit.document.clone() } else { hit.title }}</b>
                <span>{hit.line}</span>
                <small>{hit.document}</small>
            </button>
            <ul>
                {hit
                    .operations
                    .into_iter()
                    .map(|key| {
                        let (method, path) = key.split_once(' ').unwrap_or(("", &key));
                        let (method, path) = (method.to_owned(), path.to_owned());
                        view! {
                            <li>
                                <button class="op" type="button" on:click=move |_| state.select(Some(key.clone()))>
                                    <Method method />
                                    <code>{path}</code>
                                </button>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </article>
    }
}
