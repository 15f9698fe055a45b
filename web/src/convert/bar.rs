//! The head of the tool: its name, the file, what to do with the result.

use leptos::prelude::*;

use super::state::{Handover, State};
use crate::shell::menu::Menu;
use crate::shell::route::Route;
use crate::shell::words::t;
use crate::shell::{icon, keys};

/// The bar.
#[component]
pub(super) fn Bar(state: State) -> impl IntoView {
    let title = move || {
        state.samples.with(|samples| match &samples[..] {
            [] => None,
            [only] => Some(only.name.clone().unwrap_or_else(|| t!("convert-untitled"))),
            several => Some(t!("convert-samples", count = several.len())),
        })
    };
    let nothing = move || state.output.with(Option::is_none);
    view! {
        <header class="bar">
            <h1>
                {t!("convert-title")}
                {move || {
                    title()
                        .map(|title| {
                            view! {
                                <span class="file">{title}</span>
                                <button
                                    class="quiet"
                                    type="button"
                                    aria-label=t!("convert-close")
                                    title=t!("convert-close")
                                    on:click=move |_| state.close()
                                >
                                    <icon::Cross />
                                </button>
                            }
                        })
                }}
            </h1>
            <Show when=move || state.is_open()>
                <Menu label=t!("convert-open-in") disabled=false>
                    <button role="menuitem" type="button" on:click=move |_| state.pass(Route::Repair)>
                        <b>{t!("convert-repair")}</b>
                        <small>{t!("convert-repair-about")}</small>
                    </button>
                    <button role="menuitem" type="button" on:click=move |_| state.pass(Route::Translate)>
                        <b>{t!("convert-translate")}</b>
                        <small>{t!("convert-translate-about")}</small>
                    </button>
                    <button role="menuitem" type="button" on:click=move |_| state.pass(Route::Diagram)>
                        <b>{t!("convert-diagram")}</b>
                        <small>{t!("convert-diagram-about")}</small>
                    </button>
                </Menu>
                <button
                    class="ghost"
                    type="button"
                    disabled=nothing
                    on:click=move |_| state.hand_over(Handover::Save)
                >
                    {t!("convert-download")}
                </button>
                <button
                    class="primary"
                    type="button"
                    disabled=nothing
                    on:click=move |_| state.hand_over(Handover::Copy)
                >
                    {t!("convert-copy")}
                    <kbd>{keys::modifier()} " ↵"</kbd>
                </button>
            </Show>
        </header>
    }
}
