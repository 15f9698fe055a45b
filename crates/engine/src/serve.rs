//! The life of a worker: commands from the page in, a report for each out.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use ichiban_browser::scope::Scope;
use ichiban_browser::turn::next_turn;
use wasm_bindgen_futures::spawn_local;

use crate::handler::{Handler, Inbox};
use crate::protocol;

/// Has `handler` carry out what the page commands, from now on for as long as the worker lives.
pub fn serve<H: Handler + 'static>(handler: H) {
    let ready = handler.ready();
    let worker = Rc::new(Worker {
        handler: RefCell::new(handler),
        inbox: RefCell::default(),
        is_busy: Cell::new(false),
        scope: RefCell::new(None),
    });
    let hearing = Rc::clone(&worker);
    // The closure keeps the worker alive for as long as the page does.
    if let Ok(scope) = Scope::listen(move |bytes| hear(&hearing, &bytes)) {
        *worker.scope.borrow_mut() = Some(scope);
        worker.post(&ready);
    }
}

struct Worker<H: Handler> {
    handler: RefCell<H>,
    inbox: RefCell<Inbox<H>>,
    /// Whether commands are being carried out.
    is_busy: Cell<bool>,
    scope: RefCell<Option<Scope>>,
}

fn hear<H: Handler + 'static>(worker: &Rc<Worker<H>>, bytes: &[u8]) {
    match protocol::decode::<H::Command>(bytes) {
        Ok(command) => worker.inbox.borrow_mut().push(command),
        Err(error) => worker.post(&H::refused(error.to_string())),
    }
    if !worker.is_busy.replace(true) {
        spawn_local(carry_out(Rc::clone(worker)));
    }
}

/// Carries out all that waits. Between two commands messages are let in, so that a job that was
/// replaced meanwhile is not begun.
async fn carry_out<H: Handler>(worker: Rc<Worker<H>>) {
    loop {
        next_turn().await;
        let command = worker.inbox.borrow_mut().pop();
        if let Some(command) = command {
            let report = worker.handler.borrow_mut().handle(command);
            if let Some(report) = report {
                worker.post(&report);
            }
            continue;
        }
        let reports = worker.handler.borrow_mut().step();
        let Some(reports) = reports else { break };
        for report in &reports {
            worker.post(report);
        }
    }
    worker.is_busy.set(false);
}

impl<H: Handler> Worker<H> {
    fn post(&self, report: &H::Report) {
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
