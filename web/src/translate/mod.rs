//! The tool JSON · Translate.

mod bar;
mod cell;
mod empty;
mod examples;
mod extent;
mod figures;
mod glossary;
mod locales;
mod marks;
mod names;
mod options;
mod outline;
mod picker;
mod second;
mod sheet;
mod source;
mod spans;
mod state;
mod status;
mod table;
mod work;

use ichiban_engine::protocol::Failure;
use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

pub(crate) use self::state::State;
use crate::shell::icon;
use crate::shell::prose::prose;

/// The tool.
#[component]
pub(crate) fn Translate(state: State) -> impl IntoView {
    let is_dragging = RwSignal::new(false);
    listen(state);
    view! {
        <main
            id="work"
            class="translate"
            class:dragging=move || is_dragging.get()
            tabindex="-1"
            on:dragover=move |event| {
                event.prevent_default();
                is_dragging.set(true);
            }
            on:dragleave=move |event: web_sys::DragEvent| {
                // Leaving for a child is not leaving.
                if event.related_target().is_none() {
                    is_dragging.set(false);
                }
            }
            on:drop=move |event: web_sys::DragEvent| {
                is_dragging.set(false);
                take_drop(state, &event);
                event.prevent_default();
            }
        >
            <bar::Bar state />
            <options::Options state />
            <Show when=move || state.is_open.get() fallback=move || view! { <empty::Empty state /> }>
                {state.work.show_or_tell(move |views| (views.panes)(state))}
            </Show>
            <NoticeLine state />
            <status::Status state />
            <second::SecondFileDialog state />
            <options::GlossaryDialog state />
        </main>
    }
}

/// Listens to the keyboard and the clipboard, wherever the focus is.
fn listen(state: State) {
    let keys = window_event_listener(ev::keydown, move |event| {
        let is_modal = document()
            .query_selector("dialog[open]")
            .ok()
            .flatten()
            .is_some();
        if event.default_prevented() || is_modal {
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
    let pastes = window_event_listener(ev::paste, move |event: web_sys::ClipboardEvent| {
        // A paste into a field or the editor is the field's own.
        let is_typing = document().active_element().is_some_and(|element| {
            element.shadow_root().is_some()
                || matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
        });
        let Some(data) = event.clipboard_data().filter(|_| !is_typing) else {
            return;
        };
        if let Some(file) = data.files().and_then(|files| files.item(0)) {
            event.prevent_default();
            state.take_file(file);
        } else if let Ok(text) = data.get_data("text/plain")
            && !text.trim().is_empty()
        {
            event.prevent_default();
            state.take_text(text, None);
        }
    });
    on_cleanup(move || {
        keys.remove();
        pastes.remove();
    });
}

fn take_drop(state: State, event: &web_sys::DragEvent) {
    let Some(data) = event.data_transfer() else {
        return;
    };
    let files = data.files();
    match files.as_ref().map_or(0, web_sys::FileList::length) {
        0 => {
            // Text dropped into the editor is the editor's own.
            if !event.default_prevented()
                && let Ok(text) = data.get_data("text/plain")
                && !text.trim().is_empty()
            {
                state.take_text(text, None);
            }
        }
        1 => {
            if let Some(file) = files.and_then(|files| files.item(0)) {
                state.take_file(file);
            }
        }
        _ => state.tell(
            "Drop one file at a time: first the source, then each translation that exists already.",
            true,
        ),
    }
}

/// The file that a file input holds.
fn chosen(event: &web_sys::Event) -> Option<web_sys::File> {
    let input: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.item(0);
    // So that choosing the same file again is a change.
    input.set_value("");
    file
}

/// A message that passes, above the status line.
#[component]
fn NoticeLine(state: State) -> impl IntoView {
    view! {
        <div class="notices" aria-live="polite">
            {move || {
                state
                    .notice
                    .get()
                    .map(|notice| {
                        view! {
                            <p class="notice" class:bad=notice.is_bad>
                                <span>{prose(&notice.text)}</span>
                                <button
                                    class="quiet"
                                    type="button"
                                    aria-label="Dismiss"
                                    on:click=move |_| state.notice.set(None)
                                >
                                    <icon::Cross />
                                </button>
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// What the run could not get past, and what to do about it.
#[component]
fn FailureBanner(state: State) -> impl IntoView {
    let failure = Memo::new(move |_| state.run.with(|run| run.failure().cloned()));
    view! {
        <Show when=move || failure.get().is_some()>
            <div class="banner" role="alert">
                <icon::Warning />
                <p>
                    <b>{move || failure.get().map(|failure| prose(&failure.message))}</b>
                    " "
                    {move || failure.get().map(|failure| prose(&failure.hint))}
                    <small>{move || kept_so_far(state)}</small>
                </p>
                <div class="banner-actions">
                    <button class="ghost" type="button" on:click=move |_| state.translate()>
                        "Retry"
                    </button>
                    <Show when=move || failure.get().is_some_and(|failure| is_about_settings(&failure))>
                        <button class="ghost" type="button" on:click=move |_| state.app.open_settings()>
                            "Open settings"
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
        "Nothing was changed.".to_owned()
    } else {
        format!(
            "{} kept. Retry asks for the rest only.",
            if tally.done == 1 {
                "One translation is".to_owned()
            } else {
                format!("{} translations are", figures::count(u64::from(tally.done)))
            }
        )
    }
}

fn is_about_settings(failure: &Failure) -> bool {
    matches!(
        failure.code.as_str(),
        "wrong-key" | "not-found" | "blocked" | "not-an-api" | "offline" | "unreachable"
    )
}
