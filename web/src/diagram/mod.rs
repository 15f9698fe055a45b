//! The tool Diagram: Mermaid text, data and code to pictures.
//!
//! | file | concern |
//! | --- | --- |
//! | `state` | what is known, what the person does, what the workers report |
//! | `ask`, `proposal` | what a model is asked, and what it would change |
//! | `explain` | what a model says of the diagram, in words |
//! | `text`, `source`, `picture`, `stage` | the panes |
//! | `canvas` | the picture on the page, its parts |
//! | `fresh` | what is new in a picture that grows |
//! | `viewport` | how the picture lies in its pane |
//! | `places` | which words are behind a part of the picture |
//! | `kind` | whether a text is a diagram |
//! | `adopted` | markup and styles in a shadow root |
//! | `mermaid_js` | the other renderer |
//! | `beside`, `compare`, `gallery`, `leave` | the dialogs |

mod adopted;
mod ask;
mod bar;
mod beside;
mod canvas;
mod compare;
mod empty;
mod examples;
mod explain;
mod fresh;
mod gallery;
mod hosted;
mod kind;
mod leave;
mod mermaid_js;
mod minimap;
mod options;
mod part;
mod picture;
mod places;
mod proposal;
mod source;
mod stage;
mod state;
mod status;
mod text;
mod viewport;

use std::cell::OnceCell;

use leptos::ev;
use leptos::prelude::*;

use self::state::{Side, State};
use crate::app::App;
use crate::shell::dialog::is_modal;
use crate::shell::divider::Divider;
use crate::shell::intake::{self, WorkArea};
use crate::shell::notice::NoticeLine;
use crate::shell::route::Route;
use crate::shell::words::t;

pub(crate) use hosted::examples;
pub(crate) use part::part;

/// How much a picture is enlarged to fill the screen of a presentation.
const PRESENTED: f64 = 4.0;

thread_local! {
    /// The tool's state, from when it is first opened to when the page is closed.
    static STATE: OnceCell<State> = const { OnceCell::new() };
}

/// The tool, as it was left.
pub(crate) fn view(app: App) -> AnyView {
    let state = STATE.with(|state| *state.get_or_init(|| app.make(|| State::new(app))));
    if let Some(passed) = app.take_passed(&Route::Diagram) {
        state.open(passed.text, passed.name);
    } else {
        state.open_address();
    }
    view! { <Diagram state /> }.into_any()
}

#[component]
fn Diagram(state: State) -> impl IntoView {
    let take = move |given| state.take(given);
    intake::on_paste(take);
    state.app.host.serve(Route::Diagram, state);
    listen(state);
    view! {
        <WorkArea class="work diagram" take>
            <bar::Bar state />
            <options::Options state />
            <ask::AskBar state />
            <Show when=move || state.is_open.get() fallback=move || view! { <empty::Empty state /> }>
                <div
                    class="panes"
                    class:on-text=move || state.side.get() == Side::Text
                    class:on-picture=move || state.side.get() == Side::Picture
                    class:presenting=move || state.is_presenting.get()
                    class:explaining=move || state.explaining.is_shown.get()
                >
                    <text::TextPane state />
                    <explain::ExplanationPane state />
                    <Divider label=t!("diagram-width") />
                    <picture::PicturePane state />
                </div>
            </Show>
            <NoticeLine notice=state.notice />
            <Show
                when=move || state.is_explaining_told()
                fallback=move || view! { <status::Status state /> }
            >
                <explain::Foot state />
            </Show>
            <gallery::Gallery state />
            <compare::CompareDialog state />
            <beside::BesideDialog state />
            <leave::LeaveDialog state />
        </WorkArea>
    }
}

/// Shows the picture alone, on the full screen where the browser allows it.
fn present(state: State, is_on: bool) {
    let canvas = state.canvas;
    state.is_presenting.set(is_on);
    canvas.most.set(if is_on { PRESENTED } else { 1.0 });
    canvas.is_fitted.set(true);
    if is_on {
        let root = document().document_element();
        // Without the full screen, the picture fills the window.
        let _ = root.map(|root| root.request_fullscreen());
    } else if document().fullscreen_element().is_some() {
        document().exit_fullscreen();
    }
    request_animation_frame(move || canvas.fit());
}

/// Listens to the keyboard and the address, wherever the focus is.
fn listen(state: State) {
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || is_modal() {
            return;
        }
        match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                state.fix();
            }
            "Escape" if state.is_presenting.get_untracked() => present(state, false),
            "Escape" if !state.stop_asking() && !state.stop_explaining() => state.stop_drawing(),
            _ => {}
        }
    });
    let screen = window_event_listener(ev::fullscreenchange, move |_| {
        if state.is_presenting.get_untracked() && document().fullscreen_element().is_none() {
            present(state, false);
        }
    });
    let address = window_event_listener(ev::hashchange, move |_| state.open_address());
    on_cleanup(move || {
        keys.remove();
        screen.remove();
        address.remove();
    });
}
