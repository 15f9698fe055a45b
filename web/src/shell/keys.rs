//! What keys are called on the person's keyboard.

use leptos::prelude::window;

/// The key that goes with others: ⌘ on Apple's keyboards, Ctrl on the rest.
pub(crate) fn modifier() -> &'static str {
    let platform = window().navigator().platform().unwrap_or_default();
    if platform.starts_with("Mac") || platform.starts_with("iP") {
        "⌘"
    } else {
        "Ctrl"
    }
}
