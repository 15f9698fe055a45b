//! The worker's program: commands from the page in, reports out, `fetch` for a transport.

mod keeper;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use ichiban_browser::frame::Frame;
use ichiban_browser::scope::{self, Scope};
use ichiban_browser::turn::{Slice, next_turn};
use ichiban_engine::alarm::{Alarm, moment};
use ichiban_engine::fetching::{Fetching, Owner};
use ichiban_engine::protocol::{self, Command, Report};
use ichiban_engine::tape::Tape;
use ichiban_engine::{Arrival, Engine, ExchangeId, Inbox};
use keeper::Keeper;
use wasm_bindgen_futures::spawn_local;

fn main() {
    let tape = Tape::default();
    let worker = Rc::new_cyclic(|this: &Weak<Worker>| {
        let reporter = this.clone();
        Worker {
            engine: RefCell::new(Engine::new(
                Fetching::new(this.clone()).playing(tape.clone()),
                scope::origin(),
            )),
            tape,
            inbox: RefCell::new(Inbox::default()),
            // Until the memory is there.
            busy: Cell::new(true),
            keeper: Keeper::new(),
            scope: RefCell::new(None),
            frame: Frame::new(move || {
                if let Some(worker) = reporter.upgrade() {
                    worker.report();
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
        spawn_local(begin(worker));
    }
}

/// Reads the memory that was kept, then does what the page has asked for meanwhile.
async fn begin(worker: Rc<Worker>) {
    let reader = Rc::downgrade(&worker);
    let changed = move || {
        if let Some(worker) = reader.upgrade() {
            spawn_local(read_again(worker));
        }
    };
    match worker.keeper.open(changed).await {
        Ok(memory) => worker.engine.borrow_mut().load(memory),
        Err(error) => {
            let fault = Some(error.to_string());
            worker.engine.borrow_mut().tell_kept(fault);
        }
    }
    carry_out(worker).await;
}

/// Another page has changed the memory.
async fn read_again(worker: Rc<Worker>) {
    // What this page knows stands if it cannot be read now.
    if let Ok(memory) = worker.keeper.read().await {
        worker.engine.borrow_mut().load(memory);
    }
}

/// Keeps what the engine has learnt, in order.
async fn keep(worker: Rc<Worker>) {
    loop {
        let changes = worker.engine.borrow_mut().take_changes();
        if changes.is_empty() {
            break;
        }
        if let Some(news) = worker.keeper.keep(changes).await {
            worker.engine.borrow_mut().tell_kept(news);
            worker.frame.ask();
        }
    }
    worker.keeper.ends_to_write();
}

struct Worker {
    engine: RefCell<Engine<Fetching<Worker>>>,
    tape: Tape,
    inbox: RefCell<Inbox>,
    /// Whether commands are being carried out.
    busy: Cell<bool>,
    keeper: Keeper,
    scope: RefCell<Option<Scope>>,
    frame: Frame,
    /// Rings when the engine wants to be woken.
    alarm: Alarm,
}

fn hear(worker: &Rc<Worker>, bytes: &[u8]) {
    match protocol::decode::<Command>(bytes) {
        Ok(Command::Load { text, pace }) => {
            // The page has read it already, and said what is wrong with it.
            let _ = worker.tape.load(&text, pace);
        }
        Ok(command) => worker.inbox.borrow_mut().push(command),
        Err(error) => worker.post(&[Report::Refused {
            message: error.to_string(),
            ticket: None,
        }]),
    }
    if !worker.busy.replace(true) {
        spawn_local(carry_out(Rc::clone(worker)));
    }
}

/// Carries out all that waits, and lets messages in between the steps.
async fn carry_out(worker: Rc<Worker>) {
    let mut slice = Slice::begin();
    // Edits that came together are read as one.
    next_turn().await;
    loop {
        let command = worker.inbox.borrow_mut().pop();
        let more = match command {
            Some(command) => {
                worker.engine.borrow_mut().handle(command, &moment());
                true
            }
            None => worker.engine.borrow_mut().work(),
        };
        settle(&worker);
        if !more {
            break;
        }
        slice.breathe().await;
    }
    worker.busy.set(false);
}

/// Sees to what the engine wants after it has done anything.
fn settle(worker: &Rc<Worker>) {
    let engine = worker.engine.borrow();
    if engine.has_reports() {
        worker.frame.ask();
    }
    let wake = engine.next_wake();
    let learnt = engine.has_changes();
    drop(engine);
    if learnt && worker.keeper.begins_to_write() {
        spawn_local(keep(Rc::clone(worker)));
    }
    let ringing = Rc::downgrade(worker);
    worker.alarm.set(wake, move || {
        if let Some(worker) = ringing.upgrade() {
            ring(&worker);
        }
    });
}

fn ring(worker: &Rc<Worker>) {
    let _rung = worker.alarm.rung();
    worker.engine.borrow_mut().wake(&moment());
    settle(worker);
}

impl Worker {
    /// Sends the next batch of reports, and asks for another frame if there is more.
    fn report(&self) {
        let (reports, more) = {
            let mut engine = self.engine.borrow_mut();
            (engine.take_reports(&moment()), engine.has_reports())
        };
        if !reports.is_empty() {
            self.post(&reports);
        }
        if more {
            self.frame.ask();
        }
    }

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
        self.engine.borrow_mut().receive(id, arrival, &moment());
        settle(self);
    }

    fn ask_device(&self, id: ExchangeId, interface: String, request: String) {
        self.post(&[Report::AskDevice {
            exchange: id.0,
            interface,
            request,
        }]);
    }

    fn leave_device(&self, id: ExchangeId) {
        self.post(&[Report::LeaveDevice { exchange: id.0 }]);
    }
}
