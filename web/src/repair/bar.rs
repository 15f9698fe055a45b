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
    let nothing = move || state.output.with(Option::is_none);
    view! {
        <header class="bar">
            <h1>
                {t!("repair-title")}
                <Show when=move || state.is_open.get()>
                    <span class="file">
                        {move || state.name.get().unwrap_or_else(|| t!("repair-untitled"))}
                    </span>
                    <button
                        class="quiet"
                        type="button"
                        aria-label=t!("repair-close")
                        title=t!("repair-close")
                        on:click=move |_| state.close()
                    >
                        <icon::Cross />
                    </button>
                </Show>
            </h1>
            <Show when=move || state.is_open.get()>
                <Menu label=t!("repair-open-in") disabled=Signal::derive(nothing)>
                    <button
                        role="menuitem"
                        type="button"
                        on:click=move |_| state.hand_over(Handover::Pass(Route::Convert))
                    >
                        <b>{t!("repair-convert")}</b>
                        <small>{t!("repair-convert-about")}</small>
                    </button>
                    <button
                        role="menuitem"
                        type="button"
                        on:click=move |_| state.hand_over(Handover::Pass(Route::Translate))
                    >
                        <b>{t!("repair-translate")}</b>
                        <small>{t!("repair-translate-about")}</small>
                    </button>
                    <button
                        role="menuitem"
                        type="button"
                        on:click=move |_| state.hand_over(Handover::Pass(Route::Diagram))
                    >
                        <b>{t!("repair-diagram")}</b>
                        <small>{t!("repair-diagram-about")}</small>
                    </button>
                </Menu>
                <button class="ghost" type="button" disabled=nothing on:click=move |_| state.hand_over(Handover::Copy)>
                    {t!("repair-copy")}
                </button>
                <button class="ghost" type="button" disabled=nothing on:click=move |_| state.hand_over(Handover::Save)>
                    {t!("repair-download")}
                </button>
                {move || {
                    if state.before.with(Option::is_some) {
                        view! {
                            <button class="ghost" type="button" on:click=move |_| state.undo()>
                                {t!("repair-undo")}
                            </button>
                        }
                            .into_any()
                    } else {
                        view! {
                            <button
                                class="primary"
                                type="button"
                                disabled=move || !state.is_repaired()
                                title=t!("repair-apply-about")
                                on:click=move |_| super::apply(state)
                            >
                                {t!("repair-apply")}
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
