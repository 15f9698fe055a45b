//! The worker's program: commands from the page in, reports out, `fetch` for a transport.

mod keeper;

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::{Rc, Weak};
use std::time::Duration;

use gloo_timers::callback::Timeout;
use ichiban_browser::fetch::{Abort, FetchError};
use ichiban_browser::frame::Frame;
use ichiban_browser::scope::Scope;
use ichiban_browser::turn::{Slice, next_turn};
use ichiban_browser::{clock, fetch, scope};
use ichiban_engine::protocol::{self, Command, Report};
use ichiban_engine::{Arrival, Engine, ExchangeId, Inbox, Loss, Moment, Transport};
use ichiban_model::HttpRequest;
use ichiban_model::retry::UnixMillis;
use ichiban_model::wire::on_device;
use keeper::Keeper;
use wasm_bindgen_futures::spawn_local;

/// How long the body of a finished answer may take to end. A connection that is cut off cannot
/// serve the next request; one that never ends is one the browser will miss.
const RELEASE_MS: u32 = 1_000;

fn main() {
    let worker = Rc::new_cyclic(|this: &Weak<Worker>| {
        let reporter = this.clone();
        let fetching = Fetching {
            worker: this.clone(),
            open: HashMap::new(),
            on_device: HashSet::new(),
        };
        Worker {
            engine: RefCell::new(Engine::new(fetching, scope::origin())),
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
            alarm: RefCell::new(None),
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
    engine: RefCell<Engine<Fetching>>,
    inbox: RefCell<Inbox>,
    /// Whether commands are being carried out.
    busy: Cell<bool>,
    keeper: Keeper,
    scope: RefCell<Option<Scope>>,
    frame: Frame,
    /// Rings when the engine wants to be woken: the time, and the timer.
    alarm: RefCell<Option<(Duration, Timeout)>>,
}

fn hear(worker: &Rc<Worker>, bytes: &[u8]) {
    match protocol::decode::<Command>(bytes) {
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
    let mut alarm = worker.alarm.borrow_mut();
    if wake == alarm.as_ref().map(|(at, _)| *at) {
        return;
    }
    // The timer before it is cancelled by being dropped.
    *alarm = wake.map(|at| {
        let wait = at.saturating_sub(now()).as_millis();
        let wait = u32::try_from(wait).unwrap_or(u32::MAX).saturating_add(1);
        let ringing = Rc::downgrade(worker);
        let timer = Timeout::new(wait, move || {
            if let Some(worker) = ringing.upgrade() {
                ring(&worker);
            }
        });
        (at, timer)
    });
}

fn ring(worker: &Rc<Worker>) {
    // Kept until the end of this function, which it is calling.
    let _rung = worker.alarm.take();
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

/// Carries requests by `fetch`, or by the page to what the browser has built in.
struct Fetching {
    worker: Weak<Worker>,
    open: HashMap<ExchangeId, Abort>,
    /// Exchanges that the page carries.
    on_device: HashSet<ExchangeId>,
}

impl Fetching {
    /// Has the page ask. There is no patience to lose: the browser may have a model to download
    /// first, which the page tells of.
    fn ask_device(&mut self, id: ExchangeId, interface: &str, request: &HttpRequest) {
        self.on_device.insert(id);
        let ask = Report::AskDevice {
            exchange: id.0,
            interface: interface.to_owned(),
            request: String::from_utf8_lossy(&request.body).into_owned(),
        };
        let worker = self.worker.clone();
        // Not now: the engine that is asking could not take the answer's head.
        spawn_local(async move {
            if let Some(worker) = worker.upgrade() {
                worker.post(&[ask]);
            }
            let head = Arrival::Head {
                status: 200,
                headers: Vec::new(),
            };
            deliver(&worker, id, head);
        });
    }
}

impl Transport for Fetching {
    fn send(&mut self, id: ExchangeId, request: HttpRequest, patience: Duration) {
        if let Some(interface) = request.url.strip_prefix(on_device::SCHEME) {
            self.ask_device(id, interface, &request);
            return;
        }
        let worker = self.worker.clone();
        let abort = Abort::new();
        if let Ok(abort) = &abort {
            self.open.insert(id, abort.clone());
        }
        let patience_ms = u32::try_from(patience.as_millis()).unwrap_or(u32::MAX);
        spawn_local(async move {
            let outcome = match abort {
                Ok(abort) => exchange(&worker, id, &request, &abort, patience_ms).await,
                Err(error) => Err(error),
            };
            let arrival = match outcome {
                Ok(()) => Arrival::End,
                Err(FetchError::Invalid { reason }) => Arrival::Lost(Loss::Unsendable { reason }),
                Err(FetchError::Unreachable { online, .. } | FetchError::Cut { online, .. }) => {
                    Arrival::Lost(Loss::Connection { online })
                }
                Err(FetchError::TimedOut { .. }) => Arrival::Lost(Loss::TimedOut),
                // The engine asked for that, and no longer listens.
                Err(FetchError::Aborted) => return,
            };
            deliver(&worker, id, arrival);
        });
    }

    fn abort(&mut self, id: ExchangeId) {
        if let Some(abort) = self.open.remove(&id) {
            abort.abort();
        }
        if self.on_device.remove(&id)
            && let Some(worker) = self.worker.upgrade()
        {
            worker.post(&[Report::LeaveDevice { exchange: id.0 }]);
        }
    }

    fn release(&mut self, id: ExchangeId) {
        self.on_device.remove(&id);
        if !self.open.contains_key(&id) {
            return;
        }
        let worker = self.worker.clone();
        Timeout::new(RELEASE_MS, move || {
            if let Some(worker) = worker.upgrade() {
                worker.engine.borrow_mut().transport().abort(id);
            }
        })
        .forget();
    }
}

/// One request to its end, each piece delivered as it comes.
async fn exchange(
    worker: &Weak<Worker>,
    id: ExchangeId,
    request: &HttpRequest,
    abort: &Abort,
    patience_ms: u32,
) -> Result<(), FetchError> {
    let mut response = fetch::send(request, abort, patience_ms).await?;
    let headers = std::mem::take(&mut response.headers);
    let status = response.status;
    deliver(worker, id, Arrival::Head { status, headers });
    let mut slice = Slice::begin();
    while let Some(chunk) = response.chunk().await? {
        deliver(worker, id, Arrival::Body(chunk));
        // A fast server's pieces are all there already: without this, a command from the page
        // would be heard only after the last of them.
        slice.breathe().await;
    }
    Ok(())
}

fn deliver(worker: &Weak<Worker>, id: ExchangeId, arrival: Arrival) {
    let Some(worker) = worker.upgrade() else {
        return;
    };
    {
        let mut engine = worker.engine.borrow_mut();
        if matches!(arrival, Arrival::End | Arrival::Lost(_)) {
            engine.transport().open.remove(&id);
        }
        engine.receive(id, arrival, &moment());
    }
    settle(&worker);
}

fn now() -> Duration {
    Duration::from_secs_f64(clock::now_ms().max(0.0) / 1000.0)
}

fn moment() -> Moment {
    // Milliseconds since 1970 are a whole number far below 2^53.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let unix = UnixMillis(clock::unix_ms().max(0.0) as u64);
    Moment {
        now: now(),
        unix,
        random: clock::random(),
    }
}
