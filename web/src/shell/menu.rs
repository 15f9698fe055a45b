//! A button with a list of actions below it.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::icon;

/// The menu. Arrow keys go through it, Escape and a click elsewhere close it.
#[component]
pub(crate) fn Menu(
    /// What the button says.
    #[prop(into)]
    label: String,
    /// Whether there is nothing to do.
    #[prop(into)]
    disabled: Signal<bool>,
    /// The actions: buttons with `role="menuitem"`.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let root = NodeRef::<html::Div>::new();
    let button = NodeRef::<html::Button>::new();
    let step = move |by: i32| {
        let Some(root) = root.get_untracked() else {
            return;
        };
        let Ok(items) = root.query_selector_all("[role=menuitem]:not(:disabled)") else {
            return;
        };
        let count = i32::try_from(items.length()).unwrap_or(0);
        if count == 0 {
            return;
        }
        let active = document().active_element();
        let now = (0..count).find(|&place| {
            let item = u32::try_from(place)
                .ok()
                .and_then(|place| items.item(place));
            item.as_ref() == active.as_ref().map(AsRef::<web_sys::Node>::as_ref)
        });
        let next = match now {
            Some(place) => (place + by).rem_euclid(count),
            None if by < 0 => count - 1,
            None => 0,
        };
        let item = u32::try_from(next).ok().and_then(|place| items.item(place));
        if let Some(item) = item.and_then(|item| item.dyn_into::<web_sys::HtmlElement>().ok()) {
            // Focus fails for no element that is on the page.
            let _ = item.focus();
        }
    };
    let close = move || {
        open.set(false);
        if let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "ArrowDown" | "ArrowUp" => {
            event.prevent_default();
            let by = if event.key() == "ArrowDown" { 1 } else { -1 };
            if open.get_untracked() {
                step(by);
            } else {
                open.set(true);
                request_animation_frame(move || step(by));
            }
        }
        "Escape" if open.get_untracked() => {
            event.prevent_default();
            event.stop_propagation();
            close();
        }
        _ => {}
    };
    let on_leave = move |event: web_sys::FocusEvent| {
        let into = event
            .related_target()
            .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let stays = root
            .get_untracked()
            .is_some_and(|root| root.contains(into.as_ref()));
        if !stays {
            open.set(false);
        }
    };
    let children = StoredValue::new(children);
    let name = label.clone();
    view! {
        <div class="menu" node_ref=root on:keydown=on_key on:focusout=on_leave>
            <button
                class="ghost"
                type="button"
                node_ref=button
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                disabled=move || disabled.get()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {label}
                <icon::Down />
            </button>
            <Show when=move || open.get()>
                <div class="menu-list" role="menu" tabindex="-1" aria-label=name.clone() on:click=move |_| close()>
                    {children.with_value(|children| children())}
                </div>
            </Show>
        </div>
    }
}
