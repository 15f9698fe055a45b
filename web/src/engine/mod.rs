//! The workers that do the work, and when what they say is taken in: as it comes while a frame has time
//! for it, and the rest in the next frame.

mod allowance;

use std::cell::{OnceCell, RefCell};
use std::collections::VecDeque;
use std::marker::PhantomData;
use std::rc::Rc;

use ichiban_browser::clock;
use ichiban_browser::frame::Frame;
use ichiban_browser::worker::{Event, Worker};
use ichiban_engine::protocol;
use leptos::web_sys;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use self::allowance::Allowance;

#[wasm_bindgen(raw_module = "@js/engine.ts")]
extern "C" {
    /// The worker of translations.
    #[wasm_bindgen(js_name = spawnEngine, catch)]
    pub(crate) fn spawn_engine() -> Result<web_sys::Worker, JsValue>;

    /// The worker that asks models.
    #[wasm_bindgen(js_name = spawnModel, catch)]
    pub(crate) fn spawn_model() -> Result<web_sys::Worker, JsValue>;

    /// The worker of answers in words.
    #[wasm_bindgen(js_name = spawnAnswers, catch)]
    pub(crate) fn spawn_answers() -> Result<web_sys::Worker, JsValue>;

    /// A worker of conversions and repairs.
    #[wasm_bindgen(js_name = spawnData, catch)]
    pub(crate) fn spawn_data() -> Result<web_sys::Worker, JsValue>;

    /// The worker that draws.
    #[wasm_bindgen(js_name = spawnDiagram, catch)]
    pub(crate) fn spawn_diagram() -> Result<web_sys::Worker, JsValue>;

    /// The worker that makes diagrams of sources.
    #[wasm_bindgen(js_name = spawnSource, catch)]
    pub(crate) fn spawn_source() -> Result<web_sys::Worker, JsValue>;

    /// The worker that reads documentation.
    #[wasm_bindgen(js_name = spawnDocs, catch)]
    pub(crate) fn spawn_docs() -> Result<web_sys::Worker, JsValue>;
}

thread_local! {
    /// What is left of this frame, for all workers together.
    static ALLOWANCE: RefCell<Allowance> = const { RefCell::new(Allowance::new()) };
}

/// What a worker tells the page, in messages of type `M`.
pub(crate) enum News<M> {
    /// A message. They come in order, in each frame as many as there is time for.
    Message(M),
    /// The worker was replaced and knows nothing yet.
    Replaced,
    /// There is no worker, and none will come.
    Lost(String),
}

/// A worker that takes commands of type `C`, as the page uses it.
pub(crate) struct Engine<C> {
    worker: Worker,
    commands: PhantomData<C>,
}

impl<C: Serialize> Engine<C> {
    /// Starts the worker; `hear` is told all that happens.
    pub(crate) fn start<M: DeserializeOwned + 'static>(
        spawn: fn() -> Result<web_sys::Worker, JsValue>,
        hear: impl FnMut(News<M>) + 'static,
    ) -> Self {
        let intake = Rc::new(Intake {
            hear: RefCell::new(hear),
            waiting: RefCell::default(),
            frame: OnceCell::new(),
        });
        let of_frame = Rc::downgrade(&intake);
        let _ = intake.frame.set(Frame::new(move || {
            if let Some(intake) = of_frame.upgrade() {
                intake.take_waiting();
            }
        }));
        let worker = Worker::spawn(spawn, move |event| match event {
            Event::Message(bytes) => intake.take(match protocol::decode::<M>(&bytes) {
                Ok(message) => News::Message(message),
                Err(error) => News::Lost(error.to_string()),
            }),
            // Whoever hears may be who had it replaced.
            Event::Replaced { .. } => intake.take_later(News::Replaced),
            Event::Failed { reason } => intake.take_later(News::Lost(reason)),
        });
        Self {
            worker,
            commands: PhantomData,
        }
    }

    /// Sends a command. One that cannot be encoded is a fault of this program, and is told.
    pub(crate) fn send(&self, command: &C) -> Result<(), String> {
        let bytes = protocol::encode(command).map_err(|error| error.to_string())?;
        self.worker.send(bytes);
        Ok(())
    }

    /// Ends the work that goes on by putting a new worker in place of this one.
    pub(crate) fn cut_off(&self) {
        self.worker.replace();
    }
}

fn allow<T>(change: impl FnOnce(&mut Allowance) -> T) -> T {
    ALLOWANCE.with_borrow_mut(change)
}

/// Whether this frame has time for more. Nobody waits for the frames of a page that is not seen, and they
/// are few.
fn is_time_left() -> bool {
    leptos::prelude::document().hidden() || allow(|allowance| allowance.is_left(clock::now_ms()))
}

/// What a worker has said, in order, and who is told.
struct Intake<M, H> {
    hear: RefCell<H>,
    waiting: RefCell<VecDeque<News<M>>>,
    frame: OnceCell<Frame>,
}

impl<M, H: FnMut(News<M>)> Intake<M, H> {
    /// Takes news in: at once, if nothing waits and this frame has time left.
    fn take(&self, news: News<M>) {
        if self.waiting.borrow().is_empty() && is_time_left() {
            self.tell(news);
        } else {
            self.take_later(news);
        }
    }

    /// Takes news in, in the next frame.
    fn take_later(&self, news: News<M>) {
        self.waiting.borrow_mut().push_back(news);
        self.ask();
    }

    /// The page is about to paint.
    fn take_waiting(&self) {
        allow(|allowance| allowance.renew(clock::now_ms()));
        while is_time_left() {
            let Some(news) = self.waiting.borrow_mut().pop_front() else {
                return;
            };
            self.tell(news);
        }
        self.ask();
    }

    fn tell(&self, news: News<M>) {
        let begun_ms = clock::now_ms();
        (self.hear.borrow_mut())(news);
        allow(|allowance| allowance.spend(clock::now_ms() - begun_ms));
    }

    fn ask(&self) {
        if let Some(frame) = self.frame.get() {
            frame.ask();
        }
    }
}
