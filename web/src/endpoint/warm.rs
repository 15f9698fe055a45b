//! A connection ahead of need: made when a person starts to type, so that a question finds it.

use ichiban_browser::clock;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::app::App;

/// An idle connection lasts for about that long.
const LASTS_MS: f64 = 30_000.0;

#[wasm_bindgen(raw_module = "@js/endpoint.ts")]
extern "C" {
    fn warm(origin: &str) -> js_sys::Promise;
}

/// Connects to the endpoint that is set whenever a person types, unless it was just done.
pub(crate) fn keep_warm(app: App) {
    let warmed_ms = StoredValue::new(f64::NEG_INFINITY);
    let listener = window_event_listener(ev::input, move |_| {
        let now = clock::now_ms();
        if now - warmed_ms.get_value() < LASTS_MS {
            return;
        }
        let origin = app.connection.with_untracked(|connection| {
            let connection = connection.as_ref()?;
            let is_remote = !connection.is_on_device() && !connection.is_replay();
            is_remote.then(|| connection.endpoint().origin())
        });
        if let Some(origin) = origin {
            warmed_ms.set_value(now);
            // A question makes its connection by itself where this fails.
            let _ = warm(&origin);
        }
    });
    on_cleanup(move || listener.remove());
}
