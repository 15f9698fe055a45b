//! A window above the page, from the browser's own `dialog` element: focus stays inside, Escape
//! closes it, and focus goes back where it was.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::icon;
use super::words::t;

/// Whether a dialog is open: keys are its own then.
pub(crate) fn is_modal() -> bool {
    document()
        .query_selector("dialog[open]")
        .ok()
        .flatten()
        .is_some()
}

/// A dialog that is shown while `open` says so.
#[component]
pub(crate) fn Dialog(
    /// Whether it is shown. Closing it sets this to false.
    open: RwSignal<bool>,
    /// What stands at its head.
    #[prop(into)]
    title: Signal<String>,
    /// What it is for, as a CSS class.
    class: &'static str,
    /// What stands in it, made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        if open.get() == dialog.open() {
            return;
        }
        if open.get() {
            // It fails only for a dialog that is open already or not on the page.
            let _ = dialog.show_modal();
        } else {
            dialog.close();
        }
    });
    let on_click = move |event: web_sys::MouseEvent| {
        // The dialog's own box is padded nowhere: a click on it is one on the backdrop.
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if target.is_some_and(|element| element.tag_name() == "DIALOG") {
            open.set(false);
        }
    };
    let children = StoredValue::new(children);
    view! {
        <dialog
            node_ref=node
            class=format!("dialog {class}")
            aria-labelledby=format!("{class}-title")
            on:close=move |_| open.set(false)
            on:click=on_click
        >
            <Show when=move || open.get()>
                <div class="dialog-sheet">
                    <header>
                        <h2 id=format!("{class}-title")>{move || title.get()}</h2>
                        <button class="quiet" type="button" aria-label=t!("shell-close") on:click=move |_| open.set(false)>
                            <icon::Cross />
                        </button>
                    </header>
                    {children.with_value(|children| children())}
                </div>
            </Show>
        </dialog>
    }
}
