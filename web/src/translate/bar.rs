//! The head of the tool: its name, the file, the endpoint, what to do with the result.

use ichiban_engine::protocol::Column;
use leptos::prelude::*;

use super::state::{Export, State};
use crate::endpoint::EndpointChip;
use crate::shell::icon;
use crate::shell::menu::Menu;
use crate::shell::words::t;

/// The bar.
#[component]
pub(super) fn Bar(state: State) -> impl IntoView {
    view! {
        <header class="bar">
            <h1>
                {t!("translate-title")}
                <Show when=move || state.is_open.get()>
                    <span class="file">{move || state.title()}</span>
                    <button
                        class="quiet"
                        type="button"
                        aria-label=t!("translate-close")
                        title=t!("translate-close")
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
        <Menu label=t!("translate-copy") disabled=nothing>
            <ExportItems state copies=true />
        </Menu>
        <Menu label=t!("translate-download") disabled=nothing>
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
                        t!("translate-export-complete")
                    } else {
                        t!("translate-export-rest", count = rest)
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
                <b>{t!("translate-export-all")}</b>
                <small>{t!("translate-export-zip")}</small>
            </button>
        </Show>
    }
}
