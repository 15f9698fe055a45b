//! What touches the browser and is not a view: one capability per file.
//!
//! Everything works in a window, and, where the capability exists there, in a worker too.

pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod database;
pub mod fetch;
pub mod files;
pub mod frame;
pub mod raster;
pub mod ruler;
pub mod scope;
pub mod socket;
pub mod storage;
pub mod turn;
pub mod worker;

use wasm_bindgen::{JsCast, JsValue};

/// The global object. Typed as a worker's, whose properties used here a window has as well.
fn global() -> web_sys::WorkerGlobalScope {
    js_sys::global().unchecked_into()
}

/// Whether the browser believes that it has a network.
pub fn is_online() -> bool {
    // Browsers answer false only when they are sure.
    global().navigator().on_line()
}

/// What JavaScript threw, in its own words.
fn thrown(value: &JsValue) -> String {
    match value.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => value
            .as_string()
            .unwrap_or_else(|| String::from("unknown error")),
    }
}

/// The name of the exception that JavaScript threw, such as `AbortError`.
fn thrown_name(value: &JsValue) -> Option<String> {
    let error = value.dyn_ref::<js_sys::Error>()?;
    Some(String::from(error.name()))
}
