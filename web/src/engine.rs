//! The worker that does the work, and the frame in which its reports are applied.

use std::cell::RefCell;
use std::rc::Rc;

use ichiban_browser::frame::Frame;
use ichiban_browser::worker::{Event, Worker};
use ichiban_engine::protocol::{self, Command, Report};
use leptos::web_sys;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "@js/engine.ts")]
extern "C" {
    #[wasm_bindgen(js_name = spawnEngine, catch)]
    fn spawn_engine() -> Result<web_sys::Worker, JsValue>;
}

/// What the engine tells the page.
pub(crate) enum News {
    /// Reports, in order, at most one lot a frame.
    Reports(Vec<Report>),
    /// The worker was replaced and knows nothing yet.
    Replaced,
    /// There is no worker, and none will come.
    Lost(String),
}

/// The worker, as the page uses it.
pub(crate) struct Engine {
    worker: Worker,
}

impl Engine {
    /// Starts the worker; `hear` is told all that happens, once a frame.
    pub(crate) fn start(mut hear: impl FnMut(News) + 'static) -> Self {
        let waiting: Rc<RefCell<Vec<News>>> = Rc::default();
        let queue = Rc::clone(&waiting);
        let frame = Frame::new(move || {
            let news = std::mem::take(&mut *queue.borrow_mut());
            for one in news {
                hear(one);
            }
        });
        let worker = Worker::spawn(spawn_engine, move |event| {
            let mut waiting = waiting.borrow_mut();
            match event {
                Event::Message(bytes) => match protocol::decode::<Vec<Report>>(&bytes) {
                    Ok(reports) => match waiting.last_mut() {
                        Some(News::Reports(before)) => before.extend(reports),
                        _ => waiting.push(News::Reports(reports)),
                    },
                    Err(error) => waiting.push(News::Lost(error.to_string())),
                },
                Event::Replaced { .. } => waiting.push(News::Replaced),
                Event::Failed { reason } => waiting.push(News::Lost(reason)),
            }
            drop(waiting);
            frame.ask();
        });
        Self { worker }
    }

    /// Sends a command. One that cannot be encoded is a fault of this program, and is told.
    pub(crate) fn send(&self, command: &Command) -> Result<(), String> {
        let bytes = protocol::encode(command).map_err(|error| error.to_string())?;
        self.worker.send(bytes);
        Ok(())
    }
}
