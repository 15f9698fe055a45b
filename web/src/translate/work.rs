//! What is shown of an open source: fetched apart from the page, as the invitation needs none of it.

use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::state::State;
use super::{bar, glossary, memory, picker, second, source, status, table};
use crate::shell::divider::Divider;
use crate::shell::part::Part;
use crate::shell::words::t;

/// The views, one for each place of the page.
#[derive(Clone, Copy)]
pub(crate) struct Views {
    /// The source and the table beside each other.
    pub(super) panes: fn(State) -> AnyView,
    /// What the bar offers for an open source.
    pub(super) actions: fn(State) -> AnyView,
    /// The list of locales.
    pub(super) locales: fn(State) -> AnyView,
    /// The form of the glossary.
    pub(super) glossary: fn(State) -> AnyView,
    /// What is in the translation memory.
    pub(super) memory: fn(State) -> AnyView,
    /// What to do with a second file.
    pub(super) second: fn(State) -> AnyView,
    /// The status line of an open source.
    pub(super) status: fn(State) -> AnyView,
}

/// The part of these views.
pub(super) fn part() -> Part<Views> {
    Part::new(|| Box::pin(views())).styled("review")
}

// Fetching can fail, even where making the views cannot.
#[allow(clippy::unnecessary_wraps)]
#[wasm_split(table, wasm_split_path = ::leptos::wasm_split, fallible)]
fn views() -> Result<Views, SplitLoaderError> {
    Ok(Views {
        panes: |state| view! { <Panes state /> }.into_any(),
        actions: |state| view! { <bar::Actions state /> }.into_any(),
        locales: |state| view! { <picker::LocaleList state /> }.into_any(),
        glossary: |state| view! { <glossary::GlossaryForm state /> }.into_any(),
        memory: |state| view! { <memory::MemoryForm state /> }.into_any(),
        second: |state| view! { <second::Questions state /> }.into_any(),
        status: |state| view! { <status::Working state /> }.into_any(),
    })
}

#[component]
fn Panes(state: State) -> impl IntoView {
    // The table is a task of its own: both panes in one would miss a frame.
    let is_later = RwSignal::new(false);
    set_timeout(
        move || {
            is_later.try_set(true);
        },
        Duration::ZERO,
    );
    view! {
        <div class="panes">
            <source::SourcePane state />
            <Divider label=t!("translate-source-width") />
            <Show
                when=move || is_later.get()
                fallback=|| view! { <section class="pane translations" aria-busy="true"></section> }
            >
                <table::TablePane state />
            </Show>
        </div>
    }
}
