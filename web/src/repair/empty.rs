//! What the tool shows before there is a text: what it does, and how to begin.

use ichiban_browser::files::TEXT_LIMIT_BYTES;
use leptos::prelude::*;

use super::examples::EXAMPLES;
use super::state::State;
use crate::shell::intake::Given;
use crate::shell::invitation::{Invitation, Words};
use crate::shell::words::{t, text, woven};

/// What the invitation says.
fn words() -> Words {
    Words {
        title: t!("shell-empty-repair"),
        lead: t!("shell-empty-repair-lead"),
        open: t!("repair-empty-open"),
        write: t!("repair-empty-write"),
        files: t!("repair-file"),
        accept: None,
        several: false,
    }
}

/// The invitation.
#[component]
pub(super) fn Empty(state: State) -> impl IntoView {
    let offers = EXAMPLES
        .iter()
        .map(|example| (text(example.title), text(example.about), example.sample))
        .collect();
    let mended = woven!(
        "repair-fact-mended",
        lead = view! { <b>{t!("repair-fact-mended-lead")}</b> }
    );
    let removed = woven!(
        "repair-fact-removed",
        lead = view! { <b>{t!("repair-fact-removed-lead")}</b> }
    );
    let kept = woven!(
        "repair-fact-kept",
        lead = view! { <b>{t!("repair-fact-kept-lead")}</b> }
    );
    view! {
        <Invitation
            words=words()
            note=t!("repair-empty-note", megabytes = TEXT_LIMIT_BYTES / (1024 * 1024))
            take=move |files| state.take(Given::Files(files))
            write=move || state.open(String::new(), None)
            offers
            open=move |place| {
                if let Some(example) = EXAMPLES.get(place) {
                    state.open(example.text.to_owned(), Some(example.name.to_owned()));
                }
            }
        >
            <li>{mended}</li>
            <li>{removed}</li>
            <li>{kept}</li>
        </Invitation>
    }
}
