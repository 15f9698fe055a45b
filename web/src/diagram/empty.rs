//! What the tool shows before there is a diagram: what it does, and how to begin.

use leptos::prelude::*;

use super::examples::{EXAMPLES, Example, FIRST};
use super::state::State;
use crate::shell::intake::Given;
use crate::shell::invitation::{Invitation, Words};
use crate::shell::words::{t, woven};

/// The text with which one begins.
const START: &str = "flowchart TD\n  A[Start] --> B[Next]\n";

/// What the invitation says.
fn words() -> Words {
    Words {
        title: t!("shell-empty-diagram"),
        lead: t!("shell-empty-diagram-lead"),
        open: t!("diagram-empty-open"),
        write: t!("diagram-empty-write"),
        files: t!("diagram-files-to-draw"),
        accept: None,
        several: true,
    }
}

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
        .map(|(example, sample)| (example.title(), example.about(), *sample))
        .collect();
    let first = StoredValue::new(first);
    let mended = woven!(
        "diagram-empty-mended",
        head = view! { <b>{t!("diagram-empty-mended-head")}</b> }
    );
    let taken_away = woven!(
        "diagram-empty-taken-away",
        head = view! { <b>{t!("diagram-empty-taken-away-head")}</b> }
    );
    let all = woven!(
        "diagram-empty-all",
        all = view! {
            <button class="link" type="button" on:click=move |_| state.gallery_open.set(true)>
                {t!("diagram-empty-all-examples", count = EXAMPLES.len())}
            </button>
        }
    );
    view! {
        <Invitation
            words=words()
            note=t!("diagram-empty-note")
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
            <li>{mended}</li>
            <li>{taken_away}</li>
            <li>{all}</li>
        </Invitation>
    }
}
