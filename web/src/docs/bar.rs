//! The head of the tool: its name, the files, what to do with the document.

use leptos::prelude::*;

use super::state::{Handover, State};
use crate::endpoint::EndpointChip;
use crate::shell::icon;
use crate::shell::intake::Given;
use crate::shell::menu::Menu;
use crate::shell::open_files::OpenFiles;
use crate::shell::route::Route;
use crate::shell::words::{t, text};

/// A way to take the document away: its name, what it is, whether as YAML, and how.
type Way = (String, String, bool, Handover);

/// The texts that are copied.
fn copies() -> [Way; 2] {
    let about = t!("docs-bar-evidence");
    let copy = Handover::Copy;
    [
        (t!("docs-bar-yaml"), about.clone(), true, copy),
        (t!("docs-bar-json"), about, false, copy),
    ]
}

/// The files that are saved.
fn files() -> [Way; 2] {
    let file = |name: &str, is_yaml: bool| {
        let about = "OpenAPI 3.1".to_owned();
        (name.to_owned(), about, is_yaml, Handover::Save)
    };
    [file("openapi.yaml", true), file("openapi.json", false)]
}

/// Whom tools are defined for, and the words that say so.
const HOUSES: &[(&str, &str)] = &[
    ("openai", "docs-bar-tools-openai"),
    ("anthropic", "docs-bar-tools-anthropic"),
    ("mcp", "docs-bar-tools-mcp"),
];

/// The bar.
#[component]
pub(super) fn Bar(state: State) -> impl IntoView {
    let title = move || {
        state.names.with(|names| match &names[..] {
            [] => None,
            [only] => Some(only.clone()),
            several => Some(t!("docs-bar-files", count = several.len())),
        })
    };
    let nothing = Signal::derive(move || state.found.with(|found| found.operations.is_empty()));
    let can_refine = Memo::new(move |_| {
        let is_any = state.refine.plan.with(|plan| !plan.sections.is_empty());
        is_any && !state.is_reading.get() && !state.refine.is_under_way()
    });
    let ways = move |ways: [Way; 2]| {
        ways.into_iter()
            .map(|(name, about, is_yaml, handover)| {
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
                {t!("docs-title")}
                {move || {
                    title()
                        .map(|title| {
                            view! {
                                <span class="file">{title}</span>
                                <button
                                    class="quiet"
                                    type="button"
                                    aria-label=t!("docs-bar-close")
                                    title=t!("docs-bar-close")
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
                    label=t!("docs-bar-more")
                    several=true
                    take=move |files| state.take(Given::Files(files))
                />
                <button
                    class="ghost"
                    type="button"
                    disabled=move || !can_refine.get()
                    title=move || {
                        if can_refine.get() {
                            t!("docs-bar-refine-about")
                        } else {
                            t!("docs-bar-refine-nothing")
                        }
                    }
                    on:click=move |_| state.open_plan()
                >
                    {t!("docs-bar-refine")}
                </button>
                <Menu label=t!("docs-bar-open-in") disabled=nothing>
                    <button role="menuitem" type="button" on:click=move |_| state.pass(Route::Diagram)>
                        <b>{t!("docs-bar-diagram")}</b>
                        <small>{t!("docs-bar-diagram-about")}</small>
                    </button>
                    <button role="menuitem" type="button" on:click=move |_| state.pass(Route::Convert)>
                        <b>{t!("docs-bar-convert")}</b>
                        <small>{t!("docs-bar-convert-about")}</small>
                    </button>
                </Menu>
                <Menu label=t!("docs-copy") disabled=nothing>
                    {ways(copies())}
                </Menu>
                <Menu label=t!("docs-bar-download") disabled=nothing>
                    {ways(files())}
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
                                    <small>{text(about)}</small>
                                </button>
                            }
                        })
                        .collect_view()}
                </Menu>
            </Show>
        </header>
    }
}
