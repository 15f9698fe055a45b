//! What the tool shows before there is a diagram: what it does, and how to begin.

use leptos::prelude::*;

use super::examples::{EXAMPLES, Example, FIRST};
use super::state::State;
use crate::shell::intake::Given;
use crate::shell::invitation::{Invitation, Words};

const WORDS: Words = Words {
    title: "Drop a diagram, or what it is made of",
    lead: "Mermaid text is drawn while you type. SQL, JSON, code of five languages, manifests, pipelines, logs and more are made diagrams of.",
    open: "Open files",
    write: "Write one here",
    files: "Files to draw",
    accept: None,
    several: true,
};

/// The text with which one begins.
const START: &str = "flowchart TD\n  A[Start] --> B[Next]\n";

/// The invitation.
#[component]
pub(super) fn Empty(state: State) -> impl IntoView {
    let first: Vec<(&'static Example, &'static str)> = FIRST
        .iter()
        .filter_map(|(name, sample)| {
            let example = EXAMPLES.iter().find(|example| example.name == *name)?;
            Some((example, *sample))
        })
        .collect();
    let offers = first
        .iter()
        .map(|(example, sample)| (example.title, example.about, *sample))
        .collect();
    let first = StoredValue::new(first);
    view! {
        <Invitation
            words=WORDS
            note="Several files of one kind become one diagram.".to_owned()
            take=move |files| state.take(Given::Files(files))
            write=move || state.open_diagram(START.to_owned(), None)
            offers
            open=move |place| {
                let example = first.with_value(|first| first.get(place).map(|(example, _)| *example));
                if let Some(example) = example {
                    example.open(state);
                }
            }
        >
            <li>
                <b>"Mended"</b>
                ": what models and people get wrong is found with its line, and fixed where that changes no meaning."
            </li>
            <li>
                <b>"Yours to take away"</b>
                ": SVG whose text stays text, PNG, Markdown, a link, paper. The picture never leaves this tab otherwise."
            </li>
            <li>
                <button class="link" type="button" on:click=move |_| state.gallery_open.set(true)>
                    {format!("All {} examples", EXAMPLES.len())}
                </button>
                ": every kind of diagram and every kind of source, to start from."
            </li>
        </Invitation>
    }
}
