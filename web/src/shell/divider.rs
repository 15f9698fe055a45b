//! The line between two panes, which drags.

use ichiban_words::Direction;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;

use super::words::{language, t};

/// The first pane's share at the start, in per cent.
const START: f64 = 42.0;
const LEAST: f64 = 20.0;
const MOST: f64 = 80.0;
const STEP: f64 = 2.0;

/// A share within what leaves both panes usable.
fn bounded(share: f64) -> f64 {
    share.clamp(LEAST, MOST)
}

/// Whether the first pane is the one at the right.
fn is_from_the_right() -> bool {
    language().direction() == Direction::RightToLeft
}

/// A divider. It sets the custom property `--share` on its parent, in per cent; the style sheet
/// lays the panes out by it, side by side or stacked.
#[component]
pub(crate) fn Divider(
    /// What it divides, for a screen reader.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let share = RwSignal::new(START);
    Effect::new(move |_| {
        let parent = node.get().and_then(|divider| divider.parent_element());
        if let Some(parent) = parent {
            use wasm_bindgen::JsCast;
            let style = parent.unchecked_into::<web_sys::HtmlElement>().style();
            // Setting a custom property fails never.
            let _ = style.set_property("--share", &format!("{}%", share.get()));
        }
    });
    let on_down = move |event: web_sys::PointerEvent| {
        if let Some(divider) = node.get_untracked() {
            event.prevent_default();
            // Without capture, dragging ends where the pointer leaves the line.
            let _ = divider.set_pointer_capture(event.pointer_id());
        }
    };
    let on_move = move |event: web_sys::PointerEvent| {
        let Some(divider) = node.get_untracked() else {
            return;
        };
        if !divider.has_pointer_capture(event.pointer_id()) {
            return;
        }
        let Some(parent) = divider.parent_element() else {
            return;
        };
        let area = parent.get_bounding_client_rect();
        let is_stacked = divider.offset_width() > divider.offset_height();
        let part = if is_stacked {
            (f64::from(event.client_y()) - area.top()) / area.height().max(1.0)
        } else {
            let part = (f64::from(event.client_x()) - area.left()) / area.width().max(1.0);
            if is_from_the_right() {
                1.0 - part
            } else {
                part
            }
        };
        share.set(bounded(part * 100.0));
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let next = match event.key().as_str() {
            "ArrowLeft" if is_from_the_right() => share.get_untracked() + STEP,
            "ArrowRight" if is_from_the_right() => share.get_untracked() - STEP,
            "ArrowLeft" | "ArrowUp" => share.get_untracked() - STEP,
            "ArrowRight" | "ArrowDown" => share.get_untracked() + STEP,
            "Home" => LEAST,
            "End" => MOST,
            "Enter" => START,
            _ => return,
        };
        event.prevent_default();
        share.set(bounded(next));
    };
    view! {
        <div
            class="divider"
            node_ref=node
            role="separator"
            tabindex="0"
            aria-label=label
            aria-orientation="vertical"
            aria-valuemin=LEAST
            aria-valuemax=MOST
            aria-valuenow=move || share.get().round()
            title=t!("shell-divider")
            on:pointerdown=on_down
            on:pointermove=on_move
            on:keydown=on_key
            on:dblclick=move |_| share.set(START)
        ></div>
    }
}
