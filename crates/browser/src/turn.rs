//! Letting the event loop turn.
//!
//! A promise that is already resolved continues in the same task, so a loop that awaits data which
//! is already there never lets a message in. A [`next_turn`] now and then lets it.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::MessageChannel;

use crate::clock;

/// Continues in a later task, after events that are already waiting. Unlike `setTimeout`, which
/// browsers hold back by 4 ms when nested, this costs some microseconds.
pub async fn next_turn() {
    let Ok(channel) = MessageChannel::new() else {
        gloo_timers::future::TimeoutFuture::new(0).await;
        return;
    };
    let near = channel.port1();
    let keep = Rc::new(RefCell::new(None));
    let turned = js_sys::Promise::new(&mut |resolve, _| {
        let closure = Closure::once_into_js(move || {
            // Nobody listens for what a promise's resolver throws: it throws nothing.
            let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
        });
        near.set_onmessage(Some(closure.unchecked_ref()));
        *keep.borrow_mut() = Some(closure);
    });
    if channel
        .port2()
        .post_message(&wasm_bindgen::JsValue::NULL)
        .is_ok()
    {
        // The promise above is never rejected.
        let _ = JsFuture::from(turned).await;
    }
    near.close();
}

/// Continues after so many milliseconds; later in a page that nobody looks at.
pub async fn pause(milliseconds: u32) {
    gloo_timers::future::TimeoutFuture::new(milliseconds).await;
}

/// Counts how long a loop has kept the event loop from turning, and lets it turn when that is too
/// long.
#[derive(Debug)]
pub struct Slice {
    since_ms: f64,
}

impl Slice {
    /// How long a task may take before it lets others in: half a frame.
    pub const LIMIT_MS: f64 = 8.0;

    /// A slice that begins now.
    pub fn begin() -> Self {
        Self {
            since_ms: clock::now_ms(),
        }
    }

    /// Lets the event loop turn if the slice is used up; else goes on at once.
    pub async fn breathe(&mut self) {
        if clock::now_ms() - self.since_ms >= Self::LIMIT_MS {
            next_turn().await;
            self.since_ms = clock::now_ms();
        }
    }
}
