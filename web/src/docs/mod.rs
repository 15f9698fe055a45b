//! The tool Docs: documentation to an API that can be called.
//!
//! | file | concern |
//! | --- | --- |
//! | `state` | what is known, what the person does, what the worker reports |
//! | `document` | the document, with marks where something is documented |
//! | `operations` | the list of operations |
//! | `passages` | what a question has found |
//! | `detail` | one operation in full, to be corrected |
//! | `rows` | its parameters and members, a row each |
//! | `code` | its calls and tool definitions |
//! | `trial` | a call that is sent from here |
//! | `plan` | what would be sent to a model |
//! | `run` | what a model adds while it does |
//! | `talk` | questions that a model answers in words |
//! | `leave` | the question before a link is followed |

mod bar;
mod code;
mod detail;
mod document;
mod empty;
mod examples;
mod hosted;
mod leave;
mod operations;
mod options;
mod part;
mod passages;
mod plan;
mod rows;
mod run;
mod state;
mod status;
mod talk;
mod trial;

use std::cell::OnceCell;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::state::State;
use crate::app::App;
use crate::shell::dialog::is_modal;
use crate::shell::divider::Divider;
use crate::shell::intake::{self, WorkArea};
use crate::shell::notice::NoticeLine;
use crate::shell::route::Route;
use crate::shell::words::t;

pub(crate) use hosted::examples;
pub(crate) use part::part;

thread_local! {
    /// The tool's state, from when it is first opened to when the page is closed.
    static STATE: OnceCell<State> = const { OnceCell::new() };
}

/// The tool, as it was left.
pub(crate) fn view(app: App) -> AnyView {
    let state = STATE.with(|state| *state.get_or_init(|| app.make(|| State::new(app))));
    if let Some(passed) = app.take_passed(&Route::Docs) {
        state.close();
        state.add_text(passed.name, passed.text);
    }
    spawn_local(async move {
        // Without its styles the tool is plain, and works.
        let _ = examples::docs_styles().await;
        state.is_styled.set(true);
    });
    view! {
        <Show when=move || state.is_styled.get()>
            <Docs state />
        </Show>
    }
    .into_any()
}

#[component]
fn Docs(state: State) -> impl IntoView {
    let take = move |given| state.take(given);
    intake::on_paste(take);
    state.app.host.serve(Route::Docs, state);
    listen(state);
    view! {
        <WorkArea class="work docs" take>
            <div class="whole" on:drop=move |event| state.take_folders(&event)>
            <bar::Bar state />
            <options::Options state />
            <Show when=move || state.is_open() fallback=move || view! { <empty::Empty state /> }>
                <div class="panes">
                    <document::DocumentPane state />
                    <Divider label=t!("docs-divider") />
                    <section class="pane operations" aria-label="API">
                        <run::RunStrip state />
                        <Show
                            when=move || state.selected.with(Option::is_some)
                            fallback=move || view! { <operations::Operations state /> }
                        >
                            <detail::DetailPane state />
                        </Show>
                    </section>
                </div>
            </Show>
            <NoticeLine notice=state.notice />
            <status::Status state />
            <leave::LeaveDialog state />
            <plan::PlanDialog state />
            </div>
        </WorkArea>
    }
}

/// Listens to the keyboard, wherever the focus is.
fn listen(state: State) {
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || is_modal() {
            return;
        }
        if event.key() == "Escape" {
            if state.is_reading.get_untracked() {
                state.stop();
            } else if state.talk.going().is_some() {
                state.hush();
            } else if state.selected.with_untracked(Option::is_none) && state.refine.is_under_way()
            {
                state.stop_refining();
            } else {
                state.select(None);
            }
        }
    });
    on_cleanup(move || keys.remove());
}
