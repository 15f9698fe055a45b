//! The head of the tool: its name, the file, what to do with the result.

use leptos::prelude::*;

use super::state::{Handover, State};
use crate::shell::menu::Menu;
use crate::shell::route::Route;
use crate::shell::{icon, keys};

/// The bar.
#[component]
pub(super) fn Bar(state: State) -> impl IntoView {
    let nothing = move || state.output.with(Option::is_none);
    view! {
        <header class="bar">
            <h1>
                "Repair"
                <Show when=move || state.is_open.get()>
                    <span class="file">
                        {move || state.name.get().unwrap_or_else(|| "untitled".to_owned())}
                    </span>
                    <button
                        class="quiet"
                        type="button"
                        aria-label="Close this text"
                        title="Close this text"
                        on:click=move |_| state.close()
                    >
                        <icon::Cross />
                    </button>
                </Show>
            </h1>
            <Show when=move || state.is_open.get()>
                <Menu label="Open in" disabled=Signal::derive(nothing)>
                    <button
                        role="menuitem"
                        type="button"
                        on:click=move |_| state.hand_over(Handover::Pass(Route::Convert))
                    >
                        <b>"Convert"</b>
                        <small>"types and formats of the repaired text"</small>
                    </button>
                    <button
                        role="menuitem"
                        type="button"
                        on:click=move |_| state.hand_over(Handover::Pass(Route::Translate))
                    >
                        <b>"Translate"</b>
                        <small>"the repaired text as a catalogue"</small>
                    </button>
                    <button
                        role="menuitem"
                        type="button"
                        on:click=move |_| state.hand_over(Handover::Pass(Route::Diagram))
                    >
                        <b>"Diagram"</b>
                        <small>"the structure of the repaired text, drawn"</small>
                    </button>
                </Menu>
                <button class="ghost" type="button" disabled=nothing on:click=move |_| state.hand_over(Handover::Copy)>
                    "Copy"
                </button>
                <button class="ghost" type="button" disabled=nothing on:click=move |_| state.hand_over(Handover::Save)>
                    "Download"
                </button>
                {move || {
                    if state.before.with(Option::is_some) {
                        view! {
                            <button class="ghost" type="button" on:click=move |_| state.undo()>
                                "Undo repair"
                            </button>
                        }
                            .into_any()
                    } else {
                        view! {
                            <button
                                class="primary"
                                type="button"
                                disabled=move || !state.is_repaired()
                                title="Put the repaired text in place of the broken one"
                                on:click=move |_| super::apply(state)
                            >
                                "Apply"
                                <kbd>{keys::modifier()} " ↵"</kbd>
                            </button>
                        }
                            .into_any()
                    }
                }}
            </Show>
        </header>
    }
}
