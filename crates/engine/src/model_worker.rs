//! The program of the worker that asks models: commands from the page in, reports out, `fetch` for a
//! transport.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use ichiban_browser::frame::Frame;
use ichiban_browser::scope::{self, Scope};
use ichiban_engine::alarm::{Alarm, moment};
use ichiban_engine::asking::Asker;
use ichiban_engine::asking::protocol::{Command, Report};
use ichiban_engine::fetching::{Fetching, Owner};
use ichiban_engine::tape::Tape;
use ichiban_engine::{Arrival, ExchangeId, protocol};

fn main() {
    let tape = Tape::default();
    let worker = Rc::new_cyclic(|this: &Weak<Worker>| {
        let reporter = this.clone();
        let fetching = Fetching::new(this.clone()).playing(tape.clone());
        Worker {
            asker: RefCell::new(Asker::new(fetching, scope::origin())),
            tape,
            scope: RefCell::new(None),
            frame: Frame::new(move || {
                if let Some(worker) = reporter.upgrade() {
                    let reports = worker.asker.borrow_mut().take_reports();
                    worker.post(&reports);
                }
            }),
            alarm: Alarm::default(),
        }
    });
    let hearing = Rc::clone(&worker);
    // The closure keeps the worker alive for as long as the page does.
    if let Ok(scope) = Scope::listen(move |bytes| hear(&hearing, &bytes)) {
        *worker.scope.borrow_mut() = Some(scope);
        worker.frame.ask();
    }
}

struct Worker {
    asker: RefCell<Asker<Fetching<Worker>>>,
    tape: Tape,
    scope: RefCell<Option<Scope>>,
    frame: Frame,
    /// Rings when a question wants to be asked again.
    alarm: Alarm,
}

fn hear(worker: &Rc<Worker>, bytes: &[u8]) {
    match protocol::decode::<Command>(bytes) {
        Ok(Command::Load { text, pace }) => {
            // The page has read it already, and said what is wrong with it.
            let _ = worker.tape.load(&text, pace);
        }
        Ok(command) => worker.asker.borrow_mut().handle(command, &moment()),
        // The page waits for an answer that it would never get: it puts another in this one's place,
        // and says so.
        Err(error) => wasm_bindgen::throw_str(&error.to_string()),
    }
    settle(worker);
}

/// Sees to what the asker wants after it has done anything.
fn settle(worker: &Rc<Worker>) {
    let asker = worker.asker.borrow();
    if asker.has_reports() {
        worker.frame.ask();
    }
    let wake = asker.next_wake();
    drop(asker);
    let ringing = Rc::downgrade(worker);
    worker.alarm.set(wake, move || {
        if let Some(worker) = ringing.upgrade() {
            let _rung = worker.alarm.rung();
            worker.asker.borrow_mut().wake(&moment());
            settle(&worker);
        }
    });
}

impl Worker {
    fn post(&self, reports: &[Report]) {
        let Some(scope) = &*self.scope.borrow() else {
            return;
        };
        match protocol::encode(&reports) {
            Ok(bytes) => scope.post(&bytes),
            // Reports are plain data: every one can be written. Were it not so, the worker must
            // not go on as if the page knew: it ends, and the page puts another in its place.
            Err(error) => wasm_bindgen::throw_str(&error.to_string()),
        }
    }
}

impl Owner for Worker {
    fn arrived(self: &Rc<Self>, id: ExchangeId, arrival: Arrival) {
        self.asker.borrow_mut().receive(id, arrival, &moment());
        settle(self);
    }

    fn ask_device(&self, id: ExchangeId, interface: String, request: String) {
        // It may have been left meanwhile.
        if let Some(ticket) = self.asker.borrow().ticket(id) {
            self.post(&[Report::AskDevice {
                ticket,
                exchange: id.0,
                interface,
                request,
            }]);
        }
    }

    fn leave_device(&self, id: ExchangeId) {
        self.post(&[Report::LeaveDevice { exchange: id.0 }]);
    }
}
