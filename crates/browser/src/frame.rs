//! Coalescing work to one call a frame.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;

use crate::clock;

/// The pace in a worker: half a frame, so that what it has to say is there when the page paints.
const WORKER_MS: f64 = 8.0;
/// The pace in a page that nobody looks at: more would only cost power.
const HIDDEN_MS: u32 = 100;

/// Calls a function at most once a frame, however often it is asked for. In a window that is
/// before the next paint, or ten times a second while nobody looks. In a worker it is at once, once
/// whoever asks has ended, and again not before 8 ms have passed.
///
/// Clones share the function. It may ask for the next frame itself.
#[derive(Clone)]
pub struct Frame {
    inner: Rc<Inner>,
}

struct Inner {
    work: RefCell<Box<dyn FnMut()>>,
    asked: Cell<bool>,
    /// When the work was last done.
    done_ms: Cell<f64>,
    painted: RefCell<Option<Closure<dyn FnMut()>>>,
}

impl Inner {
    fn run(&self) {
        // Only one of a frame, a timer and a task is ever waiting, so the work cannot be running already.
        if self.asked.replace(false)
            && let Ok(mut work) = self.work.try_borrow_mut()
        {
            self.done_ms.set(clock::now_ms());
            work();
        }
    }
}

impl Frame {
    /// Work to be done once a frame, when asked for.
    pub fn new(work: impl FnMut() + 'static) -> Self {
        let inner = Rc::new(Inner {
            work: RefCell::new(Box::new(work)),
            asked: Cell::new(false),
            done_ms: Cell::new(f64::NEG_INFINITY),
            painted: RefCell::new(None),
        });
        let weak = Rc::downgrade(&inner);
        *inner.painted.borrow_mut() = Some(Closure::new(move || {
            if let Some(inner) = weak.upgrade() {
                inner.run();
            }
        }));
        Self { inner }
    }

    /// Has the work done in the next frame. Asking again before then changes nothing.
    pub fn ask(&self) {
        if self.inner.asked.replace(true) {
            return;
        }
        let Some(window) = js_sys::global().dyn_into::<web_sys::Window>().ok() else {
            self.soon();
            return;
        };
        let visible = window.document().is_none_or(|document| !document.hidden());
        let painted = self.inner.painted.borrow();
        let will_paint = visible
            && painted.as_ref().is_some_and(|painted| {
                window
                    .request_animation_frame(painted.as_ref().unchecked_ref())
                    .is_ok()
            });
        if !will_paint {
            self.after(HIDDEN_MS);
        }
    }

    /// Has the work done at once in a worker, or as soon as its pace allows.
    fn soon(&self) {
        let wait_ms = WORKER_MS - (clock::now_ms() - self.inner.done_ms.get());
        if wait_ms > 0.0 {
            // At most eight.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            return self.after(wait_ms.ceil() as u32);
        }
        let weak = Rc::downgrade(&self.inner);
        spawn_local(async move {
            if let Some(inner) = weak.upgrade() {
                inner.run();
            }
        });
    }

    fn after(&self, ms: u32) {
        let weak = Rc::downgrade(&self.inner);
        Timeout::new(ms, move || {
            if let Some(inner) = weak.upgrade() {
                inner.run();
            }
        })
        .forget();
    }
}

impl std::fmt::Debug for Frame {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Frame")
            .field("asked", &self.inner.asked.get())
            .finish_non_exhaustive()
    }
}
