//! Whether somebody is at the page. What is likely to be needed next is fetched when they are: before that
//! it would only keep the first view from them.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// What a person does first.
const SIGNS: [&str; 6] = [
    "pointermove",
    "pointerdown",
    "keydown",
    "focusin",
    "dragenter",
    "scroll",
];

/// By then whoever opened the page reads it.
const LATEST: Duration = Duration::from_secs(8);

thread_local! {
    static IS_SOMEBODY: Cell<bool> = const { Cell::new(false) };
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Looks out for somebody. To be called once, as the page begins.
pub(crate) fn watch() {
    let options = web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    options.set_passive(true);
    options.set_capture(true);
    let seen = Closure::<dyn FnMut()>::new(arrive);
    for sign in SIGNS {
        // Adding a listener fails for no function.
        let _ = window().add_event_listener_with_callback_and_add_event_listener_options(
            sign,
            seen.as_ref().unchecked_ref(),
            &options,
        );
    }
    // As long as the page lives.
    seen.forget();
    set_timeout(arrive, LATEST);
}

/// Does something once somebody is at the page, in a task of its own.
pub(crate) fn once_somebody_is_there(deed: impl FnOnce() + 'static) {
    if IS_SOMEBODY.get() {
        set_timeout(deed, Duration::ZERO);
    } else {
        WAITING.with_borrow_mut(|waiting| waiting.push(Box::new(deed)));
    }
}

fn arrive() {
    IS_SOMEBODY.set(true);
    for deed in WAITING.take() {
        set_timeout(deed, Duration::ZERO);
    }
}
