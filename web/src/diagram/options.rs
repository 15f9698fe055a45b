//! The row of options: what the diagram is made of, and how it is coloured.

use leptos::prelude::*;

use super::source::SourceOptions;
use super::state::{Side, State};

/// The options.
#[component]
pub(super) fn Options(state: State) -> impl IntoView {
    let side = move |side: Side, name: &'static str| {
        view! {
            <button
                type="button"
                class="tab"
                aria-pressed=move || (state.side.get() == side).to_string()
                on:click=move |_| state.side.set(side)
            >
                {name}
            </button>
        }
    };
    view! {
        <Show
            when=move || state.is_open.get()
            fallback=|| {
                view! {
                    <p class="options lead">
                        "Mermaid text, data or code in; a picture out, while you type. What does not parse is fixed where that is safe."
                    </p>
                }
            }
        >
            <div class="options" role="group" aria-label="Options">
                <div class="tabs sides" role="group" aria-label="In view">
                    {side(Side::Text, "Text")} {side(Side::Picture, "Picture")}
                </div>
                <Show when=move || !state.files.with(Vec::is_empty)>
                    <SourceOptions state />
                </Show>
                <Themes state />
            </div>
        </Show>
    }
}

/// How the picture is coloured.
#[component]
fn Themes(state: State) -> impl IntoView {
    let is_chosen = move |name: &str| state.theme.with(|theme| theme.as_deref() == Some(name));
    view! {
        <label class="option">
            <span>"Theme"</span>
            <select
                title="How the picture is coloured"
                on:change=move |event| {
                    let name = event_target_value(&event);
                    state.choose_theme((!name.is_empty()).then_some(name));
                }
            >
                <option value="" selected=move || state.theme.with(Option::is_none)>
                    "As the page"
                </option>
                {move || {
                    state
                        .themes
                        .get()
                        .into_iter()
                        .map(|theme| {
                            let name = theme.name.clone();
                            view! {
                                <option value=theme.name selected=move || is_chosen(&name)>
                                    {theme.label}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
        </label>
    }
}
