//! What the tool shows before there is an input: what it does, and how to begin.

use ichiban_browser::files::TEXT_LIMIT_BYTES;
use leptos::prelude::*;

use super::examples::{EXAMPLES, Example};
use super::state::State;
use crate::shell::intake::Given;
use crate::shell::invitation::{Invitation, Words};
use crate::shell::words::{t, text, woven};

/// What the invitation says.
fn words() -> Words {
    Words {
        title: t!("shell-empty-convert"),
        lead: t!("shell-empty-convert-lead"),
        open: t!("convert-empty-open"),
        write: t!("convert-empty-write"),
        files: t!("convert-files"),
        accept: None,
        several: true,
    }
}

/// The invitation.
#[component]
pub(super) fn Empty(state: State) -> impl IntoView {
    let offers = EXAMPLES
        .iter()
        .map(|example| (text(example.title), text(example.about), example.sample))
        .collect();
    let reading = woven!(
        "convert-fact-reading",
        lead = view! { <b>{t!("convert-fact-reading-lead")}</b> }
    );
    let lossless = woven!(
        "convert-fact-lossless",
        lead = view! { <b>{t!("convert-fact-lossless-lead")}</b> }
    );
    let private = woven!(
        "convert-fact-private",
        lead = view! { <b>{t!("convert-fact-private-lead")}</b> },
        command = view! { <code>"ichiban json convert"</code> }
    );
    view! {
        <Invitation
            words=words()
            note=t!("convert-empty-note", megabytes = TEXT_LIMIT_BYTES / (1024 * 1024))
            take=move |files| state.take(Given::Files(files))
            write=move || state.add("{\n  \n}\n".to_owned(), None)
            offers
            open=move |place| {
                if let Some(example) = EXAMPLES.get(place) {
                    try_out(state, example);
                }
            }
        >
            <li>{reading}</li>
            <li>{lossless}</li>
            <li>{private}</li>
        </Invitation>
    }
}

/// Opens an example beside what is open.
pub(super) fn try_out(state: State, example: &Example) {
    for (name, text) in example.files {
        state.add((*text).to_owned(), Some((*name).to_owned()));
    }
    state.query.set(example.query.to_owned());
    state.aim(example.target);
}
