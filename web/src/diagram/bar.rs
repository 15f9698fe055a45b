//! The head of the tool: its name, the file, what to do with the picture.

use leptos::prelude::*;

use super::state::{Export, State};
use crate::shell::icon;
use crate::shell::menu::Menu;
use crate::shell::words::{t, text, text_if};

/// An action of the menus: what is done, what it is called, and what there is to say of it. A name
/// is that of a format, or an id; what is said is an id.
type Action = (Export, &'static str, &'static str);

const FILES: &[Action] = &[
    (
        Export::Svg {
            is_transparent: false,
        },
        "SVG",
        "diagram-export-svg-about",
    ),
    (
        Export::Svg {
            is_transparent: true,
        },
        "diagram-export-svg-transparent",
        "diagram-export-transparent-about",
    ),
    (
        Export::Png {
            scale: 1,
            is_transparent: false,
        },
        "PNG 1×",
        "diagram-export-png-1-about",
    ),
    (
        Export::Png {
            scale: 2,
            is_transparent: false,
        },
        "PNG 2×",
        "diagram-export-png-2-about",
    ),
    (
        Export::Png {
            scale: 3,
            is_transparent: false,
        },
        "PNG 3×",
        "diagram-export-png-3-about",
    ),
    (
        Export::Png {
            scale: 4,
            is_transparent: false,
        },
        "PNG 4×",
        "diagram-export-png-4-about",
    ),
    (
        Export::Png {
            scale: 2,
            is_transparent: true,
        },
        "diagram-export-png-transparent",
        "diagram-export-transparent-about",
    ),
    (
        Export::Text,
        "diagram-export-text",
        "diagram-export-text-about",
    ),
    (
        Export::Print,
        "diagram-export-print",
        "diagram-export-print-about",
    ),
];

const COPIES: &[Action] = &[
    (
        Export::CopyImage,
        "diagram-copy-picture",
        "diagram-copy-picture-about",
    ),
    (Export::CopySvg, "SVG", "diagram-copy-svg-about"),
    (
        Export::CopyMarkdown,
        "Markdown",
        "diagram-copy-markdown-about",
    ),
    (
        Export::CopyLink,
        "diagram-copy-link",
        "diagram-copy-link-about",
    ),
];

/// The bar.
#[component]
pub(super) fn Bar(state: State) -> impl IntoView {
    let nothing = Signal::derive(move || state.shown.with(Option::is_none));
    let menu = move |actions: &'static [Action]| {
        actions
            .iter()
            .map(|&(export, name, about)| {
                view! {
                    <button role="menuitem" type="button" on:click=move |_| state.export(export)>
                        <b>{text_if(name).unwrap_or_else(|| name.to_owned())}</b>
                        <small>{text(about)}</small>
                    </button>
                }
            })
            .collect_view()
    };
    // Once the menu has closed: the dialog gives the focus back to the menu's button.
    let open = |dialog: RwSignal<bool>| request_animation_frame(move || dialog.set(true));
    view! {
        <header class="bar">
            <h1>
                {t!("diagram-title")}
                <Show when=move || state.is_open.get()>
                    <span class="file">
                        {move || state.name.get().unwrap_or_else(|| t!("diagram-untitled"))}
                    </span>
                    <button
                        class="quiet"
                        type="button"
                        aria-label=t!("diagram-close")
                        title=t!("diagram-close")
                        on:click=move |_| state.close()
                    >
                        <icon::Cross />
                    </button>
                </Show>
            </h1>
            <button class="ghost to-gallery" type="button" on:click=move |_| state.gallery_open.set(true)>
                {t!("diagram-examples")}
            </button>
            <Show when=move || state.is_open.get()>
                <Menu label=t!("diagram-compare") disabled=false>
                    <button role="menuitem" type="button" on:click=move |_| open(state.comparing)>
                        <b>{t!("diagram-compare-earlier")}</b>
                        <small>{t!("diagram-compare-earlier-about")}</small>
                    </button>
                    <button role="menuitem" type="button" on:click=move |_| open(state.beside_open)>
                        <b>{t!("diagram-compare-mermaid")}</b>
                        <small>{t!("diagram-compare-mermaid-about")}</small>
                    </button>
                </Menu>
                <Menu label=t!("diagram-copy") disabled=nothing>
                    {menu(COPIES)}
                </Menu>
                <Menu label=t!("diagram-export") disabled=nothing>
                    {menu(FILES)}
                </Menu>
            </Show>
        </header>
    }
}
