//! The head of the tool: its name, the file, the endpoint, what to do with the result.

use ichiban_engine::protocol::Column;
use leptos::prelude::*;

use super::figures;
use super::state::{Export, State};
use crate::endpoint::EndpointChip;
use crate::shell::icon;
use crate::shell::menu::Menu;

/// The bar.
#[component]
pub(super) fn Bar(state: State) -> impl IntoView {
    view! {
        <header class="bar">
            <h1>
                "Translate"
                <Show when=move || state.is_open.get()>
                    <span class="file">{move || state.title()}</span>
                    <button
                        class="quiet"
                        type="button"
                        aria-label="Close this file"
                        title="Close this file"
                        on:click=move |_| state.close()
                    >
                        <icon::Cross />
                    </button>
                </Show>
            </h1>
            <EndpointChip app=state.app />
            <Show when=move || state.is_open.get()>
                {state.work.show(move |views| (views.actions)(state))}
            </Show>
        </header>
    }
}

/// What can be done with the result.
#[component]
pub(super) fn Actions(state: State) -> impl IntoView {
    let nothing = Signal::derive(move || state.tally.with(|tally| tally.done == 0));
    view! {
        <Menu label="Copy" disabled=nothing>
            <ExportItems state copies=true />
        </Menu>
        <Menu label="Download" disabled=nothing>
            <ExportItems state copies=false />
        </Menu>
    }
}

#[component]
fn ExportItems(state: State, copies: bool) -> impl IntoView {
    let item = move |column: Column, tag: String| {
        let tally = state.with_sheet(|sheet| sheet.tally(column));
        let rest = tally.total() - tally.done;
        view! {
            <button
                role="menuitem"
                type="button"
                on:click=move |_| {
                    state.export(if copies { Export::Copy(column) } else { Export::Save(column) });
                }
            >
                <b>{format!("{tag}.{}", state.suffix())}</b>
                <small>
                    {if rest == 0 {
                        "complete".to_owned()
                    } else {
                        format!("{} in the source language", figures::plural(rest, "value", "values"))
                    }}
                </small>
            </button>
        }
    };
    let several = move || !copies && state.targets.with(|targets| targets.len() > 1);
    view! {
        {move || {
            state
                .targets
                .get()
                .into_iter()
                .map(|target| item(target.column, target.tag))
                .collect_view()
        }}
        <Show when=several>
            <button role="menuitem" type="button" on:click=move |_| state.export(Export::SaveAll)>
                <b>"All locales"</b>
                <small>"one zip"</small>
            </button>
        </Show>
    }
}
