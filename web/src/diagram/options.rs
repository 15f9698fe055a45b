//! The row of options: what the diagram is made of, and how it is coloured.

use leptos::prelude::*;

use super::source::SourceOptions;
use super::state::{Side, State};
use crate::shell::words::t;

/// The options.
#[component]
pub(super) fn Options(state: State) -> impl IntoView {
    let side = move |side: Side, name: fn(State) -> String| {
        view! {
            <button
                type="button"
                class="tab"
                aria-pressed=move || (state.side.get() == side).to_string()
                on:click=move |_| state.side.set(side)
            >
                {move || name(state)}
            </button>
        }
    };
    view! {
        <Show
            when=move || state.is_open.get()
            fallback=|| {
                view! {
                    <p class="options lead">{t!("diagram-lead")}</p>
                }
            }
        >
            <div class="options" role="group" aria-label=t!("diagram-options")>
                <div class="tabs sides" role="group" aria-label=t!("diagram-in-view")>
                    {side(Side::Text, super::explain::beside)}
                    {side(Side::Picture, |_| t!("diagram-picture"))}
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
            <span>{t!("diagram-theme")}</span>
            <select
                title=t!("diagram-theme-about")
                on:change=move |event| {
                    let name = event_target_value(&event);
                    state.choose_theme((!name.is_empty()).then_some(name));
                }
            >
                <option value="" selected=move || state.theme.with(Option::is_none)>
                    {t!("diagram-theme-of-page")}
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
