//! What the tool shows before there is documentation: what it does, and how to begin.

use leptos::html;
use leptos::prelude::*;

use super::examples::EXAMPLES;
use super::state::State;
use crate::shell::intake::{Given, chosen};
use crate::shell::invitation::{Invitation, Words};

const WORDS: Words = Words {
    title: "Drop API documentation, get an API you can call",
    lead: "Web pages, Markdown, PDF, Postman, HAR, curl transcripts or OpenAPI become one OpenAPI 3.1 document, with calls in eight languages, tool definitions for a model, and requests you can send from here.",
    open: "Open files",
    write: "Read the first example",
    files: "Documentation to read",
    accept: None,
    several: true,
};

/// The invitation.
#[component]
pub(super) fn Empty(state: State) -> impl IntoView {
    let folder = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = folder.get() {
            // An attribute that no specification has, and every browser.
            let _ = input.set_attribute("webkitdirectory", "");
        }
    });
    let offers = EXAMPLES
        .iter()
        .map(|example| (example.title, example.about, example.sample))
        .collect();
    view! {
        <Invitation
            words=WORDS
            note="Several files, or a ZIP archive, are read as one API. Texts up to 32 MB, recordings 100 MB, PDF 256 MB."
                .to_owned()
            take=move |files| state.take(Given::Files(files))
            write=move || state.try_out(0)
            offers
            open=move |place| state.try_out(place)
        >
            <li>
                <b>"Every claim has its place"</b>
                ": each operation and parameter leads to the line or page that documents it, and says how sure it is."
            </li>
            <li>
                <b>"Yours to correct"</b>
                ": names, types and words are edited in place, and stay when more is read."
            </li>
            <li>
                <button
                    class="link"
                    type="button"
                    on:click=move |_| {
                        if let Some(input) = folder.get_untracked() {
                            input.click();
                        }
                    }
                >
                    "Open a folder"
                </button>
                <input
                    node_ref=folder
                    type="file"
                    multiple=true
                    class="unseen"
                    tabindex="-1"
                    aria-label="Folder of documentation"
                    on:change=move |event| {
                        let files = chosen(&event);
                        if !files.is_empty() {
                            state.take(Given::Files(files));
                        }
                    }
                />
                ": nothing of it leaves this tab. The same engine runs in a terminal: "
                <code>"ichiban apidoc"</code>
                "."
            </li>
        </Invitation>
    }
}
