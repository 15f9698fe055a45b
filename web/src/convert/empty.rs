//! What the tool shows before there is an input: what it does, and how to begin.

use ichiban_browser::files::TEXT_LIMIT_BYTES;
use leptos::prelude::*;

use super::examples::{EXAMPLES, Example};
use super::state::State;
use crate::shell::intake::Given;
use crate::shell::invitation::{Invitation, Words};

const WORDS: Words = Words {
    title: "Drop data, get types",
    lead: "JSON, JSON Lines, JSON5, YAML, TOML, CSV or XML becomes code in ten languages, a schema, or the same data in another format, while you type.",
    open: "Open files",
    write: "Write some here",
    files: "Files to convert",
    accept: None,
    several: true,
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
            note=format!(
                "Several files are samples of one type. Up to {} MB each.",
                TEXT_LIMIT_BYTES / (1024 * 1024),
            )
            take=move |files| state.take(Given::Files(files))
            write=move || state.add("{\n  \n}\n".to_owned(), None)
            offers
            open=move |place| {
                if let Some(example) = EXAMPLES.get(place) {
                    try_out(state, example);
                }
            }
        >
            <li>
                <b>"Read closely"</b>
                ": optional and nullable told apart, unions, maps, enums, dates, integer widths, recursion."
            </li>
            <li>
                <b>"Nothing is lost"</b>
                ": names that a language forbids are escaped with the original kept, numbers stay as they are written."
            </li>
            <li>
                <b>"Nothing leaves this tab"</b>
                ": no model, no server. The same engine runs in a terminal: "
                <code>"ichiban json convert"</code>
                "."
            </li>
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
