//! Keys of the whole page, and what keys are called on the person's keyboard.

use leptos::prelude::{document, window};
use leptos::web_sys;

/// The key that goes with others: ⌘ on Apple's keyboards, Ctrl on the rest.
pub(crate) fn modifier() -> &'static str {
    let platform = window().navigator().platform().unwrap_or_default();
    if platform.starts_with("Mac") || platform.starts_with("iP") {
        "⌘"
    } else {
        "Ctrl"
    }
}

/// Keys pressed together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Chord {
    /// The key as the browser names it.
    key: &'static str,
    /// Whether [`modifier`] goes with it. A key that goes alone is the field's own while one types.
    with_modifier: bool,
}

/// Opens the list of commands.
pub(crate) const COMMANDS: Chord = Chord {
    key: "k",
    with_modifier: true,
};

/// Shows every key.
pub(crate) const KEYS: Chord = Chord {
    key: "?",
    with_modifier: false,
};

impl Chord {
    /// Whether these keys were pressed, and not as part of what is typed.
    pub(crate) fn is_pressed(self, event: &web_sys::KeyboardEvent) -> bool {
        let has_modifier = event.ctrl_key() || event.meta_key();
        let is_typed = !self.with_modifier && is_typing();
        // A shift is part of `?` on most keyboards, and makes a modifier's chord another one.
        let has_shift = self.with_modifier && event.shift_key();
        event.key().eq_ignore_ascii_case(self.key)
            && has_modifier == self.with_modifier
            && !event.alt_key()
            && !has_shift
            && !is_typed
    }

    /// What they are called.
    pub(crate) fn label(self) -> String {
        let key = self.key.to_ascii_uppercase();
        if self.with_modifier {
            [modifier(), &key].join(" ")
        } else {
            key
        }
    }
}

/// Whether the focus is where one types: a field, or an editor, which stands in a shadow.
pub(crate) fn is_typing() -> bool {
    document().active_element().is_some_and(|element| {
        element.shadow_root().is_some()
            || matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}
