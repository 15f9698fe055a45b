//! The tool JSON · Repair.

mod bar;
mod changes;
mod empty;
mod examples;
mod hosted;
mod panes;
mod phrase;
mod state;
mod status;

use std::cell::OnceCell;

use leptos::ev;
use leptos::prelude::*;

pub(crate) use self::hosted::examples;
use self::state::{Handover, State};
use crate::app::App;
use crate::shell::dialog::is_modal;
use crate::shell::divider::Divider;
use crate::shell::intake::{self, WorkArea};
use crate::shell::notice::NoticeLine;
use crate::shell::route::Route;
use crate::shell::words::t;

thread_local! {
    /// The tool's state, from when it is first opened to when the page is closed.
    static STATE: OnceCell<State> = const { OnceCell::new() };
}

/// The tool, as it was left.
pub(crate) fn view(app: App) -> AnyView {
    let state = STATE.with(|state| *state.get_or_init(|| app.make(|| State::new(app))));
    if let Some(passed) = app.take_passed(&Route::Repair) {
        state.open(passed.text, passed.name);
    }
    view! { <Repair state /> }.into_any()
}

#[component]
fn Repair(state: State) -> impl IntoView {
    let take = move |given| state.take(given);
    intake::on_paste(take);
    state.app.host.serve(Route::Repair, state);
    listen(state);
    view! {
        <WorkArea class="work repair" take>
            <bar::Bar state />
            <p class="options lead">{t!("repair-lead")}</p>
            <Show when=move || state.is_open.get() fallback=move || view! { <empty::Empty state /> }>
                <div class="panes">
                    <panes::BrokenPane state />
                    <Divider label=t!("repair-divider") />
                    <panes::RepairedPane state />
                </div>
            </Show>
            <NoticeLine notice=state.notice />
            <status::Status state />
        </WorkArea>
    }
}

/// Listens to the keyboard, wherever the focus is.
fn listen(state: State) {
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.default_prevented() || is_modal() {
            return;
        }
        match event.key().as_str() {
            "Enter" if event.ctrl_key() || event.meta_key() => {
                event.prevent_default();
                apply(state);
            }
            "Escape" => state.jobs.stop(),
            _ => {}
        }
    });
    on_cleanup(move || keys.remove());
}

/// Puts the repair in place of the broken text, if there is one.
fn apply(state: State) {
    if state
        .verdict
        .with_untracked(|it| *it == state::Verdict::Repaired)
    {
        state.hand_over(Handover::Apply);
    }
}
