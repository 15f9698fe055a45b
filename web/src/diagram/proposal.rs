//! What a model would change: listed, marked in the picture, and decided on.

use leptos::prelude::*;

use super::compare::listed;
use super::state::State;
use crate::shell::words::t;

/// What differs, and the two ways to decide.
#[component]
pub(super) fn Proposed(state: State) -> impl IntoView {
    let heading = move || {
        state.proposal.with(|proposal| {
            let proposal = proposal.as_ref()?;
            let count = match &proposal.found {
                None => return Some(t!("diagram-comparing")),
                Some(Err(_)) => t!("diagram-proposed-unknown"),
                Some(Ok(found)) if found.is_empty() => t!("diagram-proposed-same"),
                Some(Ok(found)) => {
                    let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
                    t!("diagram-proposed-changes", count = count)
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
            <section
                class="changes differences-list proposed"
                aria-label=t!("diagram-proposed")
                tabindex="0"
            >
                <h3>
                    {heading}
                    <Show when=is_partial>
                        <small>{t!("diagram-proposed-partial")}</small>
                    </Show>
                    <span class="grow"></span>
                    <button class="ghost" type="button" on:click=move |_| state.discard()>
                        {t!("diagram-discard")}
                    </button>
                    <button class="primary" type="button" on:click=move |_| state.accept()>
                        {t!("diagram-accept")}
                    </button>
                </h3>
                {list}
            </section>
        </Show>
    }
}
