//! What a model would change: listed, marked in the picture, and decided on.

use leptos::prelude::*;

use super::compare::listed;
use super::state::State;
use crate::shell::figures;

/// What differs, and the two ways to decide.
#[component]
pub(super) fn Proposed(state: State) -> impl IntoView {
    let heading = move || {
        state.proposal.with(|proposal| {
            let proposal = proposal.as_ref()?;
            let count = match &proposal.found {
                None => return Some("Comparing…".to_owned()),
                Some(Err(_)) => "Proposed".to_owned(),
                Some(Ok(found)) if found.is_empty() => {
                    "Proposed: the same, written anew".to_owned()
                }
                Some(Ok(found)) => {
                    let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
                    format!("Proposed: {}", figures::plural(count, "change", "changes"))
                }
            };
            Some(count)
        })
    };
    let is_partial = move || {
        state
            .proposal
            .with(|proposal| proposal.as_ref().is_some_and(|it| it.is_partial))
    };
    let list = move || {
        state.proposal.with(|proposal| {
            let found = proposal.as_ref()?.found.as_ref()?;
            Some(listed(found, move |label| state.point_at(label)))
        })
    };
    let is_shown =
        move || state.proposal.with(Option::is_some) && state.ask.going.with(Option::is_none);
    view! {
        <Show when=is_shown>
            <section class="changes differences-list proposed" aria-label="Proposed changes" tabindex="0">
                <h3>
                    {heading}
                    <Show when=is_partial>
                        <small>"as far as it came; the rest is as it was"</small>
                    </Show>
                    <span class="grow"></span>
                    <button class="ghost" type="button" on:click=move |_| state.discard()>
                        "Discard"
                    </button>
                    <button class="primary" type="button" on:click=move |_| state.accept()>
                        "Accept"
                    </button>
                </h3>
                {list}
            </section>
        </Show>
    }
}
