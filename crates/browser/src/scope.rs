//! The inside of a worker: what the page sends in, what goes back.
//!
//! Pairs with [`crate::worker`], and answers its heartbeat.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// The code does not run in a dedicated worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a worker")]
pub struct NotAWorker;

/// The origin of the page this code belongs to, such as `https://example.com`.
pub fn origin() -> String {
    crate::global().location().origin()
}

/// The way back to the page. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Scope {
    scope: DedicatedWorkerGlobalScope,
}

impl Scope {
    /// Hears the page from now on, and tells it so. Each message is handed over as it comes;
    /// heartbeats are answered before that.
    pub fn listen(mut hear: impl FnMut(Vec<u8>) + 'static) -> Result<Self, NotAWorker> {
        let scope: DedicatedWorkerGlobalScope =
            js_sys::global().dyn_into().map_err(|_| NotAWorker)?;
        let here = Self { scope };
        let back = here.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let Ok(buffer) = event.data().dyn_into::<js_sys::ArrayBuffer>() else {
                return;
            };
            let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
            if bytes.is_empty() {
                back.post(&[]);
            } else {
                hear(bytes);
            }
        });
        here.scope
            .set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        // The worker listens for as long as it lives.
        on_message.forget();
        here.post(&[]);
        Ok(here)
    }

    /// Sends bytes to the page: copied out of wasm once, then transferred.
    pub fn post(&self, bytes: &[u8]) {
        let buffer = js_sys::Uint8Array::from(bytes).buffer();
        let transfer = js_sys::Array::of1(&buffer);
        // Posting fails only for what cannot be cloned or was transferred before: never for a
        // fresh buffer.
        let _ = self.scope.post_message_with_transfer(&buffer, &transfer);
    }
}
