//! Coalescing work to one call a frame.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The pace where no frame is painted, in a worker and in a hidden page: about 60 a second would
/// only cost power there, so a hidden page takes ten.
const WORKER_MS: u32 = 16;
const HIDDEN_MS: u32 = 100;

/// Calls a function at most once a frame, however often it is asked for. In a window that is
/// before the next paint, or ten times a second while nobody looks; in a worker every 16 ms.
///
/// Clones share the function. It may ask for the next frame itself.
#[derive(Clone)]
pub struct Frame {
    inner: Rc<Inner>,
}

struct Inner {
    work: RefCell<Box<dyn FnMut()>>,
    asked: Cell<bool>,
    painted: RefCell<Option<Closure<dyn FnMut()>>>,
}

impl Inner {
    fn run(&self) {
        // Only one of a frame and a timer is ever waiting, so the work cannot be running already.
        if self.asked.replace(false)
            && let Ok(mut work) = self.work.try_borrow_mut()
        {
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
            self.after(WORKER_MS);
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
