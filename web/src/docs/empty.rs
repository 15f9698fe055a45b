//! What the tool shows before there is documentation: what it does, and how to begin.

use leptos::html;
use leptos::prelude::*;

use super::examples::EXAMPLES;
use super::state::State;
use crate::shell::intake::{Given, chosen};
use crate::shell::invitation::{Invitation, Words};
use crate::shell::words::{t, text, woven};

/// What the invitation says.
fn words() -> Words {
    Words {
        title: t!("shell-empty-docs"),
        lead: t!("shell-empty-docs-lead"),
        open: t!("docs-empty-open"),
        write: t!("docs-empty-write"),
        files: t!("docs-empty-files"),
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
    let places = woven!(
        "docs-empty-places",
        head = view! { <b>{t!("docs-empty-places-head")}</b> }
    );
    let yours = woven!(
        "docs-empty-yours",
        head = view! { <b>{t!("docs-empty-yours-head")}</b> }
    );
    let folders = woven!(
        "docs-empty-folder",
        open = view! { <OpenFolder state /> },
        command = view! { <code>"ichiban apidoc"</code> }
    );
    view! {
        <Invitation
            words=words()
            note=t!("docs-empty-note")
            take=move |files| state.take(Given::Files(files))
            write=move || state.try_out(0)
            offers
            open=move |place| state.try_out(place)
        >
            <li>{places}</li>
            <li>{yours}</li>
            <li>{folders}</li>
        </Invitation>
    }
}

/// The link that opens a folder.
#[component]
fn OpenFolder(state: State) -> impl IntoView {
    let folder = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = folder.get() {
            // An attribute that no specification has, and every browser.
            let _ = input.set_attribute("webkitdirectory", "");
        }
    });
    view! {
        <button
            class="link"
            type="button"
            on:click=move |_| {
                if let Some(input) = folder.get_untracked() {
                    input.click();
                }
            }
        >
            {t!("docs-empty-folder-open")}
        </button>
        <input
            node_ref=folder
            type="file"
            multiple=true
            class="unseen"
            tabindex="-1"
            aria-label=t!("docs-empty-folder-files")
            on:change=move |event| {
                let files = chosen(&event);
                if !files.is_empty() {
                    state.take(Given::Files(files));
                }
            }
        />
    }
}
