//! The head of the tool: its name, the files, what to do with the document.

use leptos::prelude::*;

use super::state::{Handover, State};
use crate::endpoint::EndpointChip;
use crate::shell::icon;
use crate::shell::intake::Given;
use crate::shell::menu::Menu;
use crate::shell::open_files::OpenFiles;
use crate::shell::route::Route;

/// A way to take the document away: its name, what it is, whether as YAML, and how.
type Way = (&'static str, &'static str, bool, Handover);

const COPIES: &[Way] = &[
    (
        "OpenAPI as YAML",
        "3.1, with evidence",
        true,
        Handover::Copy,
    ),
    (
        "OpenAPI as JSON",
        "3.1, with evidence",
        false,
        Handover::Copy,
    ),
];
const FILES: &[Way] = &[
    ("openapi.yaml", "OpenAPI 3.1", true, Handover::Save),
    ("openapi.json", "OpenAPI 3.1", false, Handover::Save),
];
const HOUSES: &[(&str, &str)] = &[
    ("openai", "tools for OpenAI, strict"),
    ("anthropic", "tools for Anthropic"),
    ("mcp", "tools for MCP"),
];

/// The bar.
#[component]
pub(super) fn Bar(state: State) -> impl IntoView {
    let title = move || {
        state.names.with(|names| match &names[..] {
            [] => None,
            [only] => Some(only.clone()),
            several => Some(format!("{} files", several.len())),
        })
    };
    let nothing = Signal::derive(move || state.found.with(|found| found.operations.is_empty()));
    let can_refine = Memo::new(move |_| {
        let is_any = state.refine.plan.with(|plan| !plan.sections.is_empty());
        is_any && !state.is_reading.get() && !state.refine.is_under_way()
    });
    let ways = move |ways: &'static [Way]| {
        ways.iter()
            .map(|&(name, about, is_yaml, handover)| {
                view! {
                    <button
                        role="menuitem"
                        type="button"
                        on:click=move |_| state.hand_over(is_yaml, handover)
                    >
                        <b>{name}</b>
                        <small>{about}</small>
                    </button>
                }
            })
            .collect_view()
    };
    view! {
        <header class="bar">
            <h1>
                "Docs"
                {move || {
                    title()
                        .map(|title| {
                            view! {
                                <span class="file">{title}</span>
                                <button
                                    class="quiet"
                                    type="button"
                                    aria-label="Close the files"
                                    title="Close the files"
                                    on:click=move |_| state.close()
                                >
                                    <icon::Cross />
                                </button>
                            }
                        })
                }}
            </h1>
            <EndpointChip app=state.app />
            <Show when=move || state.is_open()>
                <OpenFiles
                    label="More documentation to read"
                    several=true
                    take=move |files| state.take(Given::Files(files))
                />
                <button
                    class="ghost"
                    type="button"
                    disabled=move || !can_refine.get()
                    title=move || {
                        if can_refine.get() {
                            "Has a model look for what was missed: shows first what would be sent"
                        } else {
                            "There is no documentation for a model to read"
                        }
                    }
                    on:click=move |_| state.open_plan()
                >
                    "Refine with a model"
                </button>
                <Menu label="Open in" disabled=nothing>
                    <button role="menuitem" type="button" on:click=move |_| state.pass(Route::Diagram)>
                        <b>"Diagram"</b>
                        <small>"the API as classes or a sequence"</small>
                    </button>
                    <button role="menuitem" type="button" on:click=move |_| state.pass(Route::Convert)>
                        <b>"Convert"</b>
                        <small>"its schemas as types of a language"</small>
                    </button>
                </Menu>
                <Menu label="Copy" disabled=nothing>
                    {ways(COPIES)}
                </Menu>
                <Menu label="Download" disabled=nothing>
                    {ways(FILES)}
                    {HOUSES
                        .iter()
                        .map(|&(house, about)| {
                            view! {
                                <button
                                    role="menuitem"
                                    type="button"
                                    on:click=move |_| state.hand_over_tools(house)
                                >
                                    <b>{format!("tools.{house}.json")}</b>
                                    <small>{about}</small>
                                </button>
                            }
                        })
                        .collect_view()}
                </Menu>
            </Show>
        </header>
    }
}
