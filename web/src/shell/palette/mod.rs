//! Every command by name, every key, and links: what one does from anywhere on the page.
//!
//! | file | concern |
//! | --- | --- |
//! | `commands` | what can be done now |
//! | `dialogs` | the windows they stand in |
//! | `list` | the list that one searches by typing |
//! | `keymap` | the table of keys |
//! | `links` | links are made and read |
//! | `said` | a message above the page |
//! | `lost` | an address that leads nowhere |
//!
//! All of it is fetched apart from the page, when it is first asked for.

mod commands;
mod dialogs;
mod keymap;
mod links;
mod list;
mod lost;
mod said;

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use super::dialog::is_modal;
use super::history;
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
    /// Whether the history is.
    pub(crate) shows_history: RwSignal<bool>,
    views: Part<Views>,
}

/// What is fetched apart.
#[derive(Clone, Copy)]
struct Views {
    dialogs: fn(App, Router) -> AnyView,
    follow: fn(App, &str),
    said: fn(App) -> AnyView,
    lost: fn(&str, Router) -> AnyView,
    remember: fn(App),
}

impl Palette {
    /// Closed, and not fetched.
    pub(crate) fn new() -> Self {
        Self {
            is_open: RwSignal::new(false),
            shows_keys: RwSignal::new(false),
            shows_history: RwSignal::new(false),
            views: Part::new(|| Box::pin(views()))
                .styled("shell")
                .worded(&["page"]),
        }
    }
}

// Fetching can fail, even where making the views cannot.
#[allow(clippy::unnecessary_wraps)]
#[wasm_split(shell, wasm_split_path = ::leptos::wasm_split, fallible)]
fn views() -> Result<Views, SplitLoaderError> {
    Ok(Views {
        dialogs: dialogs::view,
        follow: links::follow,
        said: said::view,
        lost: lost::view,
        remember: history::start,
    })
}

/// The view of an address that leads nowhere.
pub(crate) fn lost(app: App, path: String, router: Router) -> AnyView {
    let views = app.palette.views;
    views.show_or_tell(move |views| (views.lost)(&path, router))
}

/// The dialogs and messages, and who listens to their keys.
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
    // History needs nothing before the person has done something.
    let is_begun = RwSignal::new(false);
    // What another site shows in a widget is not this person's work.
    let begin = move || {
        if !router.is_widget {
            begin_later(is_begun);
        }
    };
    let clicked = window_event_listener(ev::click, move |_| begin());
    let given = window_event_listener(ev::paste, move |_| begin());
    let dropped = window_event_listener(ev::drop, move |_| begin());
    on_cleanup(move || {
        for listener in [clicked, given, dropped, changed, pressed] {
            listener.remove();
        }
    });
    let is_asked = Memo::new(move |was| {
        let opened = [palette.is_open, palette.shows_keys, palette.shows_history];
        was == Some(&true) || opened.iter().any(Get::get)
    });
    view! {
        {move || {
            app.language.track();
            is_asked
                .get()
                .then(|| palette.views.show_or_tell(move |views| (views.dialogs)(app, router)))
        }}
        {move || {
            app.language.track();
            app.host
                .has_said()
                .then(|| palette.views.show_or_tell(move |views| (views.said)(app)))
        }}
        {move || {
            is_begun
                .get()
                .then(|| {
                    palette
                        .views
                        .show(move |views| {
                            (views.remember)(app);
                            ().into_any()
                        })
                })
        }}
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

/// After what the person waits for.
fn begin_later(is_begun: RwSignal<bool>) {
    if !is_begun.get_untracked() {
        set_timeout(
            move || {
                is_begun.try_set(true);
            },
            Duration::from_secs(1),
        );
    }
}
