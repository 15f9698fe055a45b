//! The question that a second file raises: a translation of the source, or another source?

use leptos::prelude::*;

use super::state::{SecondFile, State};
use super::{figures, names};
use crate::shell::dialog::Dialog;

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
        <Dialog open title="A translation of this file?".to_owned() class="second">
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
    let name = second.name.clone().unwrap_or_else(|| "The text".to_owned());
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
            <p class="lead">
                <code>{name}</code>
                {format!(
                    " has {} of the {} in this source. Taken as a translation, it is checked, and only what it lacks is asked for.",
                    figures::count(u64::from(second.shared)),
                    figures::plural(second.rows, "value", "values"),
                )}
            </p>
            <div class="field">
                <label for="second-locale">"Its locale"</label>
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
                        Some(tag) => names::english_name(&tag),
                        None => "A BCP 47 tag, such as fr or pt-BR".to_owned(),
                    }}
                </p>
            </div>
            <footer>
                <button class="primary" type="submit" disabled=move || canonical.get().is_none()>
                    "Use as translation"
                </button>
                <button class="ghost" type="button" on:click=move |_| state.take_as_source()>
                    "Open as a new source"
                </button>
            </footer>
        </form>
    }
}
