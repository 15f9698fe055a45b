//! The program of the worker of data: commands from the page in, a report for each job out.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use ichiban_browser::scope::Scope;
use ichiban_browser::turn::next_turn;
use ichiban_engine::data::protocol::{Command, Report};
use ichiban_engine::data::{Bench, Inbox};
use ichiban_engine::protocol;
use wasm_bindgen_futures::spawn_local;

fn main() {
    let worker = Rc::new(Worker {
        bench: RefCell::default(),
        inbox: RefCell::default(),
        is_busy: Cell::new(false),
        scope: RefCell::new(None),
    });
    let hearing = Rc::clone(&worker);
    // The closure keeps the worker alive for as long as the page does.
    if let Ok(scope) = Scope::listen(move |bytes| hear(&hearing, &bytes)) {
        *worker.scope.borrow_mut() = Some(scope);
        worker.post(&Bench::ready());
    }
}

struct Worker {
    bench: RefCell<Bench>,
    inbox: RefCell<Inbox>,
    /// Whether commands are being carried out.
    is_busy: Cell<bool>,
    scope: RefCell<Option<Scope>>,
}

fn hear(worker: &Rc<Worker>, bytes: &[u8]) {
    match protocol::decode::<Command>(bytes) {
        Ok(command) => worker.inbox.borrow_mut().push(command),
        Err(error) => worker.post(&Report::Refused {
            message: error.to_string(),
        }),
    }
    if !worker.is_busy.replace(true) {
        spawn_local(carry_out(Rc::clone(worker)));
    }
}

/// Carries out all that waits. Between two commands messages are let in, so that a job that was
/// replaced meanwhile is not begun.
async fn carry_out(worker: Rc<Worker>) {
    loop {
        next_turn().await;
        let Some(command) = worker.inbox.borrow_mut().pop() else {
            break;
        };
        let report = worker.bench.borrow_mut().handle(command);
        if let Some(report) = report {
            worker.post(&report);
        }
    }
    worker.is_busy.set(false);
}

impl Worker {
    fn post(&self, report: &Report) {
        let Some(scope) = &*self.scope.borrow() else {
            return;
        };
        match protocol::encode(report) {
            Ok(bytes) => scope.post(&bytes),
            // Reports are plain data: every one can be written. Were it not so, the worker must
            // not go on as if the page knew: it ends, and the page puts another in its place.
            Err(error) => wasm_bindgen::throw_str(&error.to_string()),
        }
    }
}
