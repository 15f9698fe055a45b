//! The tool JSON · Translate.

mod bar;
mod cell;
mod differences;
mod empty;
mod examples;
mod extent;
mod findings;
mod glossary;
mod grid;
mod hosted;
mod line;
mod locales;
mod marks;
mod memory;
mod names;
mod options;
mod outline;
mod part;
mod picker;
mod queue;
mod review;
mod second;
mod sheet;
mod source;
mod spans;
mod state;
mod status;
mod table;
mod walk;
mod work;

use std::cell::OnceCell;

use ichiban_engine::protocol::Failure;
use leptos::ev;
use leptos::prelude::*;

pub(crate) use self::hosted::examples;
pub(crate) use self::part::part;
use self::state::State;
use crate::app::App;
use crate::endpoint::failures::in_words;
use crate::shell::dialog::is_modal;
use crate::shell::figures;
use crate::shell::icon;
use crate::shell::intake::{self, Given, WorkArea};
use crate::shell::notice::NoticeLine;
use crate::shell::prose::prose;
use crate::shell::route::Route;
use crate::shell::words::t;

thread_local! {
    /// The tool's state, from when it is first opened to when the page is closed.
    static STATE: OnceCell<State> = const { OnceCell::new() };
}

/// The tool, as it was left.
fn view(app: App) -> AnyView {
    let state = STATE.with(|state| *state.get_or_init(|| app.make(|| State::new(app))));
    if let Some(passed) = app.take_passed(&Route::Translate) {
        state.take_text(passed.text, passed.name);
    }
    view! { <Translate state /> }.into_any()
}

#[component]
fn Translate(state: State) -> impl IntoView {
    listen(state);
    let take = move |given| take(state, given);
    intake::on_paste(take);
    state.app.host.serve(Route::Translate, state);
    view! {
        <WorkArea class="work translate" take>
            <bar::Bar state />
            <options::Options state />
            <Show when=move || state.is_open.get() fallback=move || view! { <empty::Empty state /> }>
                {state.work.show_or_tell(move |views| (views.panes)(state))}
            </Show>
            <NoticeLine notice=state.notice />
            <status::Status state />
            <second::SecondFileDialog state />
            <glossary::GlossaryDialog state />
            <memory::MemoryDialog state />
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
                state.translate();
            }
            "Escape" => state.stop(),
            _ => {}
        }
    });
    on_cleanup(move || keys.remove());
}

fn take(state: State, given: Given) {
    match given {
        Given::Text(text) => state.take_text(text, None),
        Given::Files(files) => match <[_; 1]>::try_from(files) {
            Ok([file]) => state.take_file(file),
            Err(_) => state.tell(t!("translate-one-file"), true),
        },
    }
}

/// What the run could not get past, and what to do about it.
#[component]
fn FailureBanner(state: State) -> impl IntoView {
    let failure = Memo::new(move |_| state.run.with(|run| run.failure().cloned()));
    let told = Memo::new(move |_| failure.with(|failure| failure.as_ref().map(in_words)));
    view! {
        <Show when=move || failure.get().is_some()>
            <div class="banner" role="alert">
                <icon::Warning />
                <p>
                    <b>{move || told.get().map(|told| prose(&told.message))}</b>
                    " "
                    {move || told.get().map(|told| prose(&told.hint))}
                    <small>{move || kept_so_far(state)}</small>
                </p>
                <div class="banner-actions">
                    <button class="ghost" type="button" on:click=move |_| state.translate()>
                        {t!("translate-failed-retry")}
                    </button>
                    <Show when=move || failure.get().is_some_and(|failure| is_about_settings(&failure))>
                        <button class="ghost" type="button" on:click=move |_| state.app.open_settings()>
                            {t!("translate-failed-settings")}
                        </button>
                    </Show>
                </div>
            </div>
        </Show>
    }
}

fn kept_so_far(state: State) -> String {
    let tally = state.tally.get();
    if tally.done == 0 {
        t!("translate-failed-nothing")
    } else {
        t!("translate-failed-kept", count = tally.done)
    }
}

fn is_about_settings(failure: &Failure) -> bool {
    matches!(
        failure.code.as_str(),
        "wrong-key" | "not-found" | "blocked" | "not-an-api" | "offline" | "unreachable"
    )
}
