//! What the tool shows before there is a source: what it does, and how to begin.

use ichiban_browser::files::TEXT_LIMIT_BYTES;
use leptos::prelude::*;

use super::examples::EXAMPLES;
use super::state::{ACCEPTED, State};
use crate::shell::invitation::{Invitation, Words};
use crate::shell::presence::once_somebody_is_there;
use crate::shell::words::{t, text, woven};

/// What the invitation says.
fn words() -> Words {
    Words {
        title: t!("shell-empty-translate"),
        lead: t!("shell-empty-translate-lead"),
        open: t!("translate-empty-open"),
        write: t!("translate-empty-write"),
        files: t!("translate-empty-files"),
        accept: Some(ACCEPTED),
        several: false,
    }
}

/// The invitation.
#[component]
pub(super) fn Empty(state: State) -> impl IntoView {
    // The table and the settings are needed next. If they cannot be fetched, opening a source tries again
    // and says so.
    once_somebody_is_there(move || state.work.fetch());
    once_somebody_is_there(move || state.app.settings_form.fetch());
    let offers = EXAMPLES
        .iter()
        .map(|example| {
            let title = example.title.to_owned();
            (title, text(example.about), example.sample)
        })
        .collect();
    let alone = woven!(
        "translate-fact-alone",
        lead = view! { <b>{t!("translate-fact-alone-lead")}</b> }
    );
    let model = woven!(
        "translate-fact-model",
        lead = view! { <b>{t!("translate-fact-model-lead")}</b> }
    );
    let private = woven!(
        "translate-fact-private",
        lead = view! { <b>{t!("translate-fact-private-lead")}</b> }
    );
    view! {
        <Invitation
            words=words()
            note=t!("translate-empty-note", limit = TEXT_LIMIT_BYTES / (1024 * 1024))
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
            <li>{alone}</li>
            <li>{model}</li>
            <li>{private}</li>
        </Invitation>
    }
}
