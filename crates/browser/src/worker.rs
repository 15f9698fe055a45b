//! A worker that does not hang: spawned, listened to, and replaced when it falls silent.
//!
//! The page and [`crate::scope`] exchange buffers. An empty one is a heartbeat: the page sends it,
//! the worker answers it, and the worker's very first one says that it listens.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use gloo_timers::callback::Interval;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, MessageEvent};

use crate::thrown;

/// Between two heartbeats.
const BEAT_MS: u32 = 2_000;
/// Heartbeats without an answer after which a worker that has listened is taken for hung. Longer
/// than any one step of work, and counted in beats, not by the clock, so that a computer that
/// slept does not kill its workers.
const BEATS_WHEN_LISTENING: u32 = 5;
/// The same while the worker still loads, which a slow network may draw out.
const BEATS_WHEN_LOADING: u32 = 30;
/// Replacements in a row, without a message between them, after which there is no use in another.
const MOST_REPLACEMENTS: u32 = 2;

/// What a [`Worker`] tells its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// A message from the worker.
    Message(Vec<u8>),
    /// The worker hung or crashed, and a new one is in its place, which knows nothing yet: send
    /// it what it needs. Messages sent to the old one and not answered are lost.
    Replaced {
        /// What befell it.
        reason: String,
    },
    /// The worker cannot be had. Nothing more comes.
    Failed {
        /// Why.
        reason: String,
    },
}

/// A worker, whichever one is in service. Dropping it ends the worker.
pub struct Worker {
    inner: Rc<RefCell<Inner>>,
    _beat: Interval,
}

struct Inner {
    spawn: Box<dyn Fn() -> Result<web_sys::Worker, JsValue>>,
    hear: Option<Box<dyn FnMut(Event)>>,
    /// What happened while the owner was being told of something else.
    waiting: Vec<Event>,
    service: Service,
    replacements: u32,
    this: Weak<RefCell<Inner>>,
}

enum Service {
    Up {
        raw: web_sys::Worker,
        listening: bool,
        unanswered: u32,
        /// Messages from before it listened.
        queued: Vec<Vec<u8>>,
        _on_message: Closure<dyn FnMut(MessageEvent)>,
        _on_error: Closure<dyn FnMut(ErrorEvent)>,
    },
    Down,
}

impl Drop for Service {
    fn drop(&mut self) {
        if let Self::Up { raw, .. } = self {
            raw.set_onmessage(None);
            raw.set_onerror(None);
            raw.terminate();
        }
    }
}

impl Worker {
    /// Spawns a worker by `spawn`, which is called again for each replacement, and tells `hear`
    /// all that happens, never within a call of this type's own functions but the first.
    pub fn spawn(
        spawn: impl Fn() -> Result<web_sys::Worker, JsValue> + 'static,
        hear: impl FnMut(Event) + 'static,
    ) -> Self {
        let inner = Rc::new_cyclic(|this| {
            RefCell::new(Inner {
                spawn: Box::new(spawn),
                hear: Some(Box::new(hear)),
                waiting: Vec::new(),
                service: Service::Down,
                replacements: 0,
                this: this.clone(),
            })
        });
        let begun = inner.borrow_mut().begin();
        if let Err(reason) = begun {
            tell(&inner, Event::Failed { reason });
        }
        let beating = Rc::downgrade(&inner);
        let beat = Interval::new(BEAT_MS, move || {
            if let Some(inner) = beating.upgrade() {
                beat(&inner);
            }
        });
        Self { inner, _beat: beat }
    }

    /// Sends bytes to the worker, in order, as soon as it listens: copied out of wasm once, then
    /// transferred. Empty messages are heartbeats and not sent.
    pub fn send(&self, bytes: Vec<u8>) {
        if bytes.is_empty() {
            return;
        }
        if let Service::Up {
            raw,
            listening,
            queued,
            ..
        } = &mut self.inner.borrow_mut().service
        {
            if *listening {
                post(raw, &bytes);
            } else {
                queued.push(bytes);
            }
        }
    }

    /// Ends the worker that is in service and puts a new one in its place, at once. For work that
    /// cannot be stopped otherwise.
    pub fn replace(&self) {
        // Its owner wants it, however often: that is no sign of a worker that cannot be had.
        self.inner.borrow_mut().replacements = 0;
        replace(&self.inner, "it was stopped");
    }
}

impl std::fmt::Debug for Worker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Worker").finish_non_exhaustive()
    }
}

/// A module worker at an address of this site. Its script must load nothing from elsewhere.
pub fn module_worker(url: &str, name: &str) -> Result<web_sys::Worker, JsValue> {
    let options = web_sys::WorkerOptions::new();
    options.set_type(web_sys::WorkerType::Module);
    options.set_name(name);
    web_sys::Worker::new_with_options(url, &options)
}

impl Inner {
    fn begin(&mut self) -> Result<(), String> {
        let raw = (self.spawn)().map_err(|error| thrown(&error))?;
        let this = self.this.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let (Some(inner), Ok(buffer)) = (
                this.upgrade(),
                event.data().dyn_into::<js_sys::ArrayBuffer>(),
            ) {
                heard(&inner, js_sys::Uint8Array::new(&buffer).to_vec());
            }
        });
        let this = self.this.clone();
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| {
            event.prevent_default();
            if let Some(inner) = this.upgrade() {
                // A script that cannot be loaded gives an event without a message.
                let message = js_sys::Reflect::get(&event, &"message".into())
                    .ok()
                    .and_then(|message| message.as_string())
                    .filter(|message| !message.is_empty());
                let reason = message
                    .as_deref()
                    .unwrap_or("its script could not be loaded");
                replace(&inner, reason);
            }
        });
        raw.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        raw.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        self.service = Service::Up {
            raw,
            listening: false,
            unanswered: 0,
            queued: Vec::new(),
            _on_message: on_message,
            _on_error: on_error,
        };
        Ok(())
    }
}

fn heard(inner: &Rc<RefCell<Inner>>, bytes: Vec<u8>) {
    {
        let mut inner = inner.borrow_mut();
        let Service::Up {
            raw,
            listening,
            unanswered,
            queued,
            ..
        } = &mut inner.service
        else {
            return;
        };
        *unanswered = 0;
        *listening = true;
        for message in queued.drain(..) {
            post(raw, &message);
        }
        if !bytes.is_empty() {
            inner.replacements = 0;
        }
    }
    if !bytes.is_empty() {
        tell(inner, Event::Message(bytes));
    }
}

fn beat(inner: &Rc<RefCell<Inner>>) {
    let silent = match &mut inner.borrow_mut().service {
        Service::Down => false,
        Service::Up {
            raw,
            listening,
            unanswered,
            ..
        } => {
            *unanswered += 1;
            if *listening {
                post(raw, &[]);
            }
            *unanswered
                > if *listening {
                    BEATS_WHEN_LISTENING
                } else {
                    BEATS_WHEN_LOADING
                }
        }
    };
    if silent {
        replace(inner, "it did not answer any more");
    }
}

fn replace(inner: &Rc<RefCell<Inner>>, reason: &str) {
    let event = {
        let mut inner = inner.borrow_mut();
        // The one in service ends by being dropped. Its closures may be the caller of this
        // function: they are dropped when the event loop has turned.
        let old = std::mem::replace(&mut inner.service, Service::Down);
        if let Service::Up { raw, .. } = &old {
            raw.terminate();
        }
        gloo_timers::callback::Timeout::new(0, move || drop(old)).forget();
        inner.replacements += 1;
        let reason = reason.to_owned();
        if inner.replacements > MOST_REPLACEMENTS {
            Event::Failed { reason }
        } else {
            match inner.begin() {
                Ok(()) => Event::Replaced { reason },
                Err(reason) => Event::Failed { reason },
            }
        }
    };
    tell(inner, event);
}

/// Tells the owner, who may call back into the worker meanwhile.
fn tell(inner: &Rc<RefCell<Inner>>, event: Event) {
    let mut hear = {
        let mut inner = inner.borrow_mut();
        inner.waiting.push(event);
        match inner.hear.take() {
            Some(hear) => hear,
            None => return,
        }
    };
    loop {
        let waiting = std::mem::take(&mut inner.borrow_mut().waiting);
        if waiting.is_empty() {
            break;
        }
        for event in waiting {
            hear(event);
        }
    }
    inner.borrow_mut().hear = Some(hear);
}

fn post(raw: &web_sys::Worker, bytes: &[u8]) {
    let buffer = js_sys::Uint8Array::from(bytes).buffer();
    let transfer = js_sys::Array::of1(&buffer);
    // Posting fails only for what cannot be cloned or was transferred before: never for a fresh
    // buffer.
    let _ = raw.post_message_with_transfer(&buffer, &transfer);
}
