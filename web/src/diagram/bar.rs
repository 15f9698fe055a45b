//! The head of the tool: its name, the file, what to do with the picture.

use leptos::prelude::*;

use super::state::{Export, State};
use crate::shell::icon;
use crate::shell::menu::Menu;

/// An action of the menus: what is done, what it is called, and what there is to say of it.
type Action = (Export, &'static str, &'static str);

const FILES: &[Action] = &[
    (
        Export::Svg {
            is_transparent: false,
        },
        "SVG",
        "sharp at every size",
    ),
    (
        Export::Svg {
            is_transparent: true,
        },
        "SVG, transparent",
        "nothing behind the diagram",
    ),
    (
        Export::Png {
            scale: 1,
            is_transparent: false,
        },
        "PNG 1×",
        "as large as on the screen",
    ),
    (
        Export::Png {
            scale: 2,
            is_transparent: false,
        },
        "PNG 2×",
        "for sharp screens",
    ),
    (
        Export::Png {
            scale: 3,
            is_transparent: false,
        },
        "PNG 3×",
        "for slides",
    ),
    (
        Export::Png {
            scale: 4,
            is_transparent: false,
        },
        "PNG 4×",
        "for print",
    ),
    (
        Export::Png {
            scale: 2,
            is_transparent: true,
        },
        "PNG 2×, transparent",
        "nothing behind the diagram",
    ),
    (Export::Text, "Text", "the diagram as .mmd"),
    (Export::Print, "Print…", "in black and white"),
];

const COPIES: &[Action] = &[
    (Export::CopyImage, "Picture", "PNG, for chats and documents"),
    (Export::CopySvg, "SVG", "as text"),
    (Export::CopyMarkdown, "Markdown", "the text in a fence"),
    (Export::CopyLink, "Link", "an address that holds the text"),
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
                        <b>{name}</b>
                        <small>{about}</small>
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
                "Diagram"
                <Show when=move || state.is_open.get()>
                    <span class="file">
                        {move || state.name.get().unwrap_or_else(|| "untitled".to_owned())}
                    </span>
                    <button
                        class="quiet"
                        type="button"
                        aria-label="Close this diagram"
                        title="Close this diagram"
                        on:click=move |_| state.close()
                    >
                        <icon::Cross />
                    </button>
                </Show>
            </h1>
            <button class="ghost to-gallery" type="button" on:click=move |_| state.gallery_open.set(true)>
                "Examples"
            </button>
            <Show when=move || state.is_open.get()>
                <Menu label="Compare" disabled=false>
                    <button role="menuitem" type="button" on:click=move |_| open(state.comparing)>
                        <b>"With an earlier version"</b>
                        <small>"what was added, removed, changed"</small>
                    </button>
                    <button role="menuitem" type="button" on:click=move |_| open(state.beside_open)>
                        <b>"With mermaid.js"</b>
                        <small>"both pictures of this text"</small>
                    </button>
                </Menu>
                <Menu label="Copy" disabled=nothing>
                    {menu(COPIES)}
                </Menu>
                <Menu label="Export" disabled=nothing>
                    {menu(FILES)}
                </Menu>
            </Show>
        </header>
    }
}
