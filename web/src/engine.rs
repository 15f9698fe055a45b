//! The workers that do the work, and the frame in which what they say is taken in.

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

/// As long as this in a frame, news are told. What comes later than that waits for the next frame.
const PATIENCE_MS: f64 = 5.0;

/// What a worker tells the page, in messages of type `M`.
pub(crate) enum News<M> {
    /// A message. They come in order, in frames, as many as there is time for.
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
    /// Starts the worker; `hear` is told all that happens, in frames.
    pub(crate) fn start<M: DeserializeOwned + 'static>(
        spawn: fn() -> Result<web_sys::Worker, JsValue>,
        mut hear: impl FnMut(News<M>) + 'static,
    ) -> Self {
        let waiting: Rc<RefCell<VecDeque<News<M>>>> = Rc::default();
        let queue = Rc::clone(&waiting);
        let again: Rc<OnceCell<Frame>> = Rc::default();
        let this = Rc::clone(&again);
        let frame = Frame::new(move || {
            // Nobody waits for the frames of a page that is not seen, and they are few.
            let patience = if leptos::prelude::document().hidden() {
                f64::INFINITY
            } else {
                PATIENCE_MS
            };
            let begun = clock::now_ms();
            while clock::now_ms() - begun < patience {
                let Some(news) = queue.borrow_mut().pop_front() else {
                    return;
                };
                hear(news);
            }
            if let Some(frame) = this.get() {
                frame.ask();
            }
        });
        let _ = again.set(frame.clone());
        let worker = Worker::spawn(spawn, move |event| {
            let mut waiting = waiting.borrow_mut();
            match event {
                Event::Message(bytes) => waiting.push_back(match protocol::decode::<M>(&bytes) {
                    Ok(message) => News::Message(message),
                    Err(error) => News::Lost(error.to_string()),
                }),
                Event::Replaced { .. } => waiting.push_back(News::Replaced),
                Event::Failed { reason } => waiting.push_back(News::Lost(reason)),
            }
            drop(waiting);
            frame.ask();
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
