//! What the tool shows before there is a text: what it does, and how to begin.

use ichiban_browser::files::TEXT_LIMIT_BYTES;
use leptos::prelude::*;

use super::examples::EXAMPLES;
use super::state::State;
use crate::shell::intake::Given;
use crate::shell::invitation::{Invitation, Words};

const WORDS: Words = Words {
    title: "Drop JSON that does not parse",
    lead: "What was meant is worked out, and every change is listed with its place. A valid document comes back as it is.",
    open: "Open a file",
    write: "Write some here",
    files: "File to repair",
    accept: None,
    several: false,
};

/// The invitation.
#[component]
pub(super) fn Empty(state: State) -> impl IntoView {
    let offers = EXAMPLES
        .iter()
        .map(|example| (example.title, example.about, example.sample))
        .collect();
    view! {
        <Invitation
            words=WORDS
            note=format!("Any text that holds JSON. Up to {} MB.", TEXT_LIMIT_BYTES / (1024 * 1024))
            take=move |files| state.take(Given::Files(files))
            write=move || state.open(String::new(), None)
            offers
            open=move |place| {
                if let Some(example) = EXAMPLES.get(place) {
                    state.open(example.text.to_owned(), Some(example.name.to_owned()));
                }
            }
        >
            <li>
                <b>"What is mended"</b>
                ": commas, colons, quotes, brackets, escapes, comments, numbers, constants, concatenations, what was cut off."
            </li>
            <li>
                <b>"What is taken off"</b>
                ": fences, prose, calls such as JSONP and MongoDB's. Several documents become one array."
            </li>
            <li>
                <b>"What stays"</b>
                ": layout, order, the writing of numbers and strings. Nothing leaves this tab."
            </li>
        </Invitation>
    }
}
