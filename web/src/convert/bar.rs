//! The head of the tool: its name, the file, what to do with the result.

use leptos::prelude::*;

use super::state::{Handover, State};
use crate::shell::menu::Menu;
use crate::shell::route::Route;
use crate::shell::{icon, keys};

/// The bar.
#[component]
pub(super) fn Bar(state: State) -> impl IntoView {
    let title = move || {
        state.samples.with(|samples| match &samples[..] {
            [] => None,
            [only] => Some(only.name.clone().unwrap_or_else(|| "untitled".to_owned())),
            several => Some(format!("{} samples", several.len())),
        })
    };
    let nothing = move || state.output.with(Option::is_none);
    view! {
        <header class="bar">
            <h1>
                "Convert"
                {move || {
                    title()
                        .map(|title| {
                            view! {
                                <span class="file">{title}</span>
                                <button
                                    class="quiet"
                                    type="button"
                                    aria-label="Close the input"
                                    title="Close the input"
                                    on:click=move |_| state.close()
                                >
                                    <icon::Cross />
                                </button>
                            }
                        })
                }}
            </h1>
            <Show when=move || state.is_open()>
                <Menu label="Open in" disabled=false>
                    <button role="menuitem" type="button" on:click=move |_| state.pass(Route::Repair)>
                        <b>"Repair"</b>
                        <small>"the input, broken or not"</small>
                    </button>
                    <button role="menuitem" type="button" on:click=move |_| state.pass(Route::Translate)>
                        <b>"Translate"</b>
                        <small>"the input, as a catalogue of texts"</small>
                    </button>
                    <button role="menuitem" type="button" on:click=move |_| state.pass(Route::Diagram)>
                        <b>"Diagram"</b>
                        <small>"the structure of the input, drawn"</small>
                    </button>
                </Menu>
                <button
                    class="ghost"
                    type="button"
                    disabled=nothing
                    on:click=move |_| state.hand_over(Handover::Save)
                >
                    "Download"
                </button>
                <button
                    class="primary"
                    type="button"
                    disabled=nothing
                    on:click=move |_| state.hand_over(Handover::Copy)
                >
                    "Copy"
                    <kbd>{keys::modifier()} " ↵"</kbd>
                </button>
            </Show>
        </header>
    }
}
