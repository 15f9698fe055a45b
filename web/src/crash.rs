//! A fault of this program: it cannot go on, and the person is told so while their text is still in the
//! page.

use std::panic;

use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "@js/crash.ts")]
extern "C" {
    /// Shows that the page has stopped, and what of the person's is left.
    fn stopped(place: &str);
}

/// Tells of every panic from now on. What a panic says may hold what was open, so only its place is
/// told.
pub(crate) fn watch() {
    panic::set_hook(Box::new(|fault| {
        let place = fault
            .location()
            .map(|it| format!("{}:{}", it.file(), it.line()));
        stopped(place.as_deref().unwrap_or("an unknown place"));
    }));
}
