//! A channel between the pages of this site and their workers: one tells the others that something
//! has happened.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// An open channel. It closes when it is dropped.
pub struct Channel {
    inner: BroadcastChannel,
    _hear: Closure<dyn FnMut(MessageEvent)>,
}

impl Channel {
    /// Opens a channel; `hear` is called whenever another page posts to it. `None` where the browser
    /// has none.
    pub fn open(name: &str, hear: impl Fn() + 'static) -> Option<Self> {
        let inner = BroadcastChannel::new(name).ok()?;
        let hear = Closure::<dyn FnMut(MessageEvent)>::new(move |_| hear());
        inner.set_onmessage(Some(hear.as_ref().unchecked_ref()));
        Some(Self { inner, _hear: hear })
    }

    /// Tells all others.
    pub fn post(&self) {
        // It fails for a closed channel alone.
        let _ = self.inner.post_message(&wasm_bindgen::JsValue::TRUE);
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        self.inner.set_onmessage(None);
        self.inner.close();
    }
}

impl std::fmt::Debug for Channel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Channel").field(&self.inner.name()).finish()
    }
}
