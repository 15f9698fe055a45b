//! What a person gives to a tool: pasted anywhere, dropped anywhere, or chosen.

use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::keys::is_typing;
use super::words::t;

/// What was given.
pub(crate) enum Given {
    /// Files, at least one.
    Files(Vec<web_sys::File>),
    /// A text with something in it.
    Text(String),
}

impl Given {
    fn of(data: &web_sys::DataTransfer) -> Option<Self> {
        let files: Vec<_> = data.files().as_ref().map(list).unwrap_or_default();
        if !files.is_empty() {
            return Some(Self::Files(files));
        }
        let text = data.get_data("text/plain").ok()?;
        (!text.trim().is_empty()).then_some(Self::Text(text))
    }
}

/// Hands over what is pasted while the focus is in no field, for as long as the view is there. A
/// paste into a field or the editor is the field's own.
pub(crate) fn on_paste(take: impl Fn(Given) + 'static) {
    let pastes = window_event_listener(ev::paste, move |event: web_sys::ClipboardEvent| {
        let is_typing = is_typing();
        let data = event.clipboard_data().filter(|_| !is_typing);
        if let Some(given) = data.as_ref().and_then(Given::of) {
            event.prevent_default();
            take(given);
        }
    });
    on_cleanup(move || pastes.remove());
}

/// What was dropped; none if it is a text that the editor has taken.
pub(crate) fn dropped(event: &web_sys::DragEvent) -> Option<Given> {
    let was_taken = event.default_prevented();
    event.prevent_default();
    Given::of(&event.data_transfer()?)
        .filter(|given| !(was_taken && matches!(given, Given::Text(_))))
}

/// The files that a file input holds.
pub(crate) fn chosen(event: &web_sys::Event) -> Vec<web_sys::File> {
    let input = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    let Some(input) = input else {
        return Vec::new();
    };
    let files = input.files().as_ref().map(list).unwrap_or_default();
    // So that choosing the same file again is a change.
    input.set_value("");
    files
}

fn list(files: &web_sys::FileList) -> Vec<web_sys::File> {
    (0..files.length())
        .filter_map(|at| files.item(at))
        .collect()
}

/// The work area of a tool: what is dropped on it is handed over.
#[component]
pub(crate) fn WorkArea(
    /// What the tool is, as a CSS class.
    class: &'static str,
    /// Takes what is dropped.
    take: impl Fn(Given) + Copy + 'static,
    children: Children,
) -> impl IntoView {
    let is_dragging = RwSignal::new(false);
    view! {
        <main
            id="work"
            class=class
            class:dragging=move || is_dragging.get()
            data-drop=t!("shell-drop")
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
                if let Some(given) = dropped(&event) {
                    take(given);
                }
            }
        >
            {children()}
        </main>
    }
}
