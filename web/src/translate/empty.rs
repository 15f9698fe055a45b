//! What the tool shows before there is a source: what it does, and how to begin.

use ichiban_browser::files::TEXT_LIMIT_BYTES;
use leptos::prelude::*;

use super::examples::EXAMPLES;
use super::state::{ACCEPTED, State};
use crate::shell::invitation::{Invitation, Words};

const WORDS: Words = Words {
    title: "Drop a locale file",
    lead: "Its texts are translated value by value, as they arrive. Keys, placeholders, order and layout stay as they are.",
    open: "Open a file",
    write: "Write one here",
    files: "Locale file",
    accept: Some(ACCEPTED),
    several: false,
};

/// The invitation.
#[component]
pub(super) fn Empty(state: State) -> impl IntoView {
    // The table and the settings are needed next: fetched while the person reads. If that fails,
    // opening a source tries again and says so.
    request_idle_callback(move || {
        state.work.fetch();
        state.app.settings_form.fetch();
    });
    let offers = EXAMPLES
        .iter()
        .map(|example| (example.title, example.about, example.sample))
        .collect();
    view! {
        <Invitation
            words=WORDS
            note=format!(
                "JSON (i18next, Chrome, ARB, FormatJS, Xcode), YAML, PO, Android, Apple, Fluent, properties, CSV. Up to {} MB.",
                TEXT_LIMIT_BYTES / (1024 * 1024),
            )
            take=move |files| {
                for file in files {
                    state.take_file(file);
                }
            }
            write=move || state.open("{\n  \n}\n".to_owned(), None)
            offers
            open=move |place| {
                if let Some(example) = EXAMPLES.get(place) {
                    state.open(example.text.to_owned(), Some(example.name.to_owned()));
                }
            }
        >
            <li>
                <b>"Without a model"</b>
                " you see what would be translated, which placeholders are kept, what is wrong in the file, and a pseudo-localisation."
            </li>
            <li>
                <b>"With one"</b>
                ", each value is checked as it settles: placeholders, tags, ICU syntax, plural forms. What fails is asked once more, then shown to you."
            </li>
            <li>
                <b>"Nothing leaves this tab"</b>
                " until you translate, and then only the texts, to the endpoint you name."
            </li>
        </Invitation>
    }
}
