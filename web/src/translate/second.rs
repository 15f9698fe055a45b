//! The question that a second file raises: a translation of the source, or another source?

use leptos::prelude::*;

use super::names;
use super::state::{SecondFile, State};
use crate::shell::dialog::Dialog;
use crate::shell::words::{t, woven};

/// The question, while there is one.
#[component]
pub(super) fn SecondFileDialog(state: State) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(state.second.with(Option::is_some)));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            state.second.set(None);
        }
        is_open
    });
    view! {
        <Dialog open title=t!("translate-second-title") class="second">
            {state.work.show(move |views| (views.second)(state))}
        </Dialog>
    }
}

/// The question about the second file that there is.
#[component]
pub(super) fn Questions(state: State) -> impl IntoView {
    move || {
        state
            .second
            .get()
            .map(|second| view! { <Question state second /> })
    }
}

#[component]
fn Question(state: State, second: SecondFile) -> impl IntoView {
    let tag = RwSignal::new(second.locale.clone().unwrap_or_default());
    let canonical = Memo::new(move |_| tag.with(|tag| names::canonical(tag)));
    let name = second.name.unwrap_or_else(|| t!("translate-second-text"));
    let lead = woven!(
        "translate-second-lead",
        [shared = second.shared, rows = second.rows],
        name = view! { <code>{name}</code> }
    );
    view! {
        <form
            class="form"
            on:submit=move |event| {
                event.prevent_default();
                if let Some(tag) = canonical.get_untracked() {
                    state.take_existing(&tag);
                }
            }
        >
            <p class="lead">{lead}</p>
            <div class="field">
                <label for="second-locale">{t!("translate-second-locale")}</label>
                <input
                    id="second-locale"
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder="fr, pt-BR, zh-Hant …"
                    aria-describedby="second-name"
                    bind:value=tag
                />
                <p id="second-name" class="where">
                    {move || match canonical.get() {
                        Some(tag) => names::name(&tag),
                        None => t!("translate-second-tag"),
                    }}
                </p>
            </div>
            <footer>
                <button class="primary" type="submit" disabled=move || canonical.get().is_none()>
                    {t!("translate-second-use")}
                </button>
                <button class="ghost" type="button" on:click=move |_| state.take_as_source()>
                    {t!("translate-second-open")}
                </button>
            </footer>
        </form>
    }
}
