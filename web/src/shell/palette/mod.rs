//! Every command by name, every key, and links: what one does from anywhere on the page.
//!
//! | file | concern |
//! | --- | --- |
//! | `commands` | what can be done now |
//! | `list` | the list that one searches by typing |
//! | `keymap` | the table of keys |
//! | `links` | links are made and read |
//!
//! All of it is fetched apart from the page, when it is first asked for.

mod commands;
mod keymap;
mod links;
mod list;

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::dialog::{Dialog, is_modal};
use super::keys;
use super::part::Part;
use super::route::Router;
use crate::app::App;

/// Whether the dialogs are open. A handle: copies mean the same state.
#[derive(Clone, Copy)]
pub(crate) struct Palette {
    /// Whether the list of commands is open.
    pub(crate) is_open: RwSignal<bool>,
    /// Whether the table of keys is.
    pub(crate) shows_keys: RwSignal<bool>,
    views: Part<Views>,
}

/// What is fetched apart.
#[derive(Clone, Copy)]
struct Views {
    list: fn(App, Router) -> AnyView,
    keymap: fn() -> AnyView,
    follow: fn(App, &str),
}

impl Palette {
    /// Closed, and not fetched.
    pub(crate) fn new() -> Self {
        Self {
            is_open: RwSignal::new(false),
            shows_keys: RwSignal::new(false),
            views: Part::new(|| Box::pin(views())).styled("palette"),
        }
    }
}

// Fetching can fail, even where making the views cannot.
#[allow(clippy::unnecessary_wraps)]
#[wasm_split(palette, wasm_split_path = ::leptos::wasm_split, fallible)]
fn views() -> Result<Views, SplitLoaderError> {
    Ok(Views {
        list: list::view,
        keymap: keymap::view,
        follow: links::follow,
    })
}

/// The dialogs, and who listens to their keys.
#[component]
pub(crate) fn Palettes(app: App, router: Router) -> impl IntoView {
    let palette = app.palette;
    let pressed = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() {
            return;
        }
        let is_own = palette.is_open.get_untracked();
        if keys::COMMANDS.is_pressed(&event) && (is_own || !is_modal()) {
            event.prevent_default();
            palette.is_open.set(!is_own);
        } else if keys::KEYS.is_pressed(&event) && !is_modal() {
            event.prevent_default();
            palette.shows_keys.set(true);
        }
    });
    let address = RwSignal::new(links::in_address());
    let changed = window_event_listener(ev::hashchange, move |_| address.set(links::in_address()));
    on_cleanup(move || {
        pressed.remove();
        changed.remove();
    });
    view! {
        <Dialog open=palette.is_open title="Commands".to_owned() class="palette">
            {palette.views.show_or_tell(move |views| (views.list)(app, router))}
        </Dialog>
        <Dialog open=palette.shows_keys title="Keys".to_owned() class="keymap">
            {palette.views.show_or_tell(move |views| (views.keymap)())}
        </Dialog>
        {move || {
            address
                .get()
                .map(|fragment| {
                    palette
                        .views
                        .show_or_tell(move |views| {
                            (views.follow)(app, &fragment);
                            ().into_any()
                        })
                })
        }}
    }
}
