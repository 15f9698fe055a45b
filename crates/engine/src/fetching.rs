//! Carries requests by `fetch`, over a WebSocket where the person wants one, or by the page to what the
//! browser has built in.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::{Rc, Weak};
use std::time::Duration;

use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use ichiban_browser::fetch::{self, Abort, FetchError};
use ichiban_browser::turn::Slice;
use ichiban_model::HttpRequest;
use ichiban_model::recording;
use ichiban_model::wire::on_device;
use wasm_bindgen_futures::spawn_local;

use crate::socket_transport::{Ends, SocketTransport};
use crate::tape::Tape;
use crate::transport::{Arrival, ExchangeId, Loss, Transport};

/// How long the body of a finished answer may take to end. A connection that is cut off cannot
/// serve the next request; one that never ends is one the browser will miss.
const RELEASE_MS: u32 = 1_000;

/// A worker that asks by [`Fetching`].
pub trait Owner: 'static {
    /// Takes what arrived of an exchange.
    fn arrived(self: &Rc<Self>, id: ExchangeId, arrival: Arrival);
    /// Has the page ask `interface`, which the browser has built in.
    fn ask_device(&self, id: ExchangeId, interface: String, request: String);
    /// Has the page stop asking.
    fn leave_device(&self, id: ExchangeId);
}

/// The transport of a worker.
pub struct Fetching<O> {
    owner: Weak<O>,
    fetches: Fetches<O>,
    sockets: SocketTransport<Fetches<O>>,
    /// Exchanges that the page carries.
    on_device: HashSet<ExchangeId>,
    tape: Tape,
    /// Exchanges that the tape carries.
    playing: Rc<RefCell<HashSet<ExchangeId>>>,
}

impl<O: Owner> Fetching<O> {
    /// A transport for `owner`, which may be in the making.
    pub fn new(owner: Weak<O>) -> Self {
        let fetches = Fetches {
            owner: owner.clone(),
            open: Rc::default(),
        };
        Self {
            owner,
            sockets: SocketTransport::new(fetches.clone()),
            fetches,
            on_device: HashSet::new(),
            tape: Tape::default(),
            playing: Rc::default(),
        }
    }

    /// Has a tape answer what is asked of a recording.
    #[must_use]
    pub fn playing(self, tape: Tape) -> Self {
        Self { tape, ..self }
    }

    fn play(&self, id: ExchangeId, request: &HttpRequest) {
        let played = self.tape.play(&request.body);
        let (owner, playing) = (self.owner.clone(), Rc::clone(&self.playing));
        playing.borrow_mut().insert(id);
        spawn_local(async move {
            let mut slice = Slice::begin();
            let mut before = Duration::ZERO;
            // Not now: who is asking could not take the answer's head.
            TimeoutFuture::new(0).await;
            for (at, arrival) in played {
                let wait = at.saturating_sub(before).as_millis();
                if wait > 0 {
                    TimeoutFuture::new(u32::try_from(wait).unwrap_or(u32::MAX)).await;
                    before = at;
                }
                if !playing.borrow().contains(&id) {
                    return;
                }
                deliver(&owner, id, arrival);
                slice.breathe().await;
            }
            playing.borrow_mut().remove(&id);
        });
    }

    /// Has the page ask. There is no patience to lose: the browser may have a model to download
    /// first, which the page tells of.
    fn ask_device(&mut self, id: ExchangeId, interface: &str, request: &HttpRequest) {
        self.on_device.insert(id);
        let interface = interface.to_owned();
        let request = String::from_utf8_lossy(&request.body).into_owned();
        let owner = self.owner.clone();
        // Not now: who is asking could not take the answer's head.
        spawn_local(async move {
            if let Some(owner) = owner.upgrade() {
                owner.ask_device(id, interface, request);
                let head = Arrival::Head {
                    status: 200,
                    headers: Vec::new(),
                };
                owner.arrived(id, head);
            }
        });
    }
}

impl<O: Owner> Transport for Fetching<O> {
    fn send(&mut self, id: ExchangeId, request: HttpRequest, patience: Duration) {
        if let Some(interface) = request.url.strip_prefix(on_device::SCHEME) {
            self.ask_device(id, interface, &request);
            return;
        }
        if request.url.starts_with(recording::SCHEME) {
            self.play(id, &request);
            return;
        }
        if let Some(address) = request.socket.clone() {
            self.sockets.send(id, address, request, patience);
        } else {
            self.sockets.leave_free();
            self.fetches.fetch(id, request, patience);
        }
    }

    fn abort(&mut self, id: ExchangeId) {
        if let Some(abort) = self.fetches.open.borrow_mut().remove(&id) {
            abort.abort();
        }
        self.sockets.abort(id);
        self.playing.borrow_mut().remove(&id);
        if self.on_device.remove(&id)
            && let Some(owner) = self.owner.upgrade()
        {
            owner.leave_device(id);
        }
    }

    fn release(&mut self, id: ExchangeId) {
        self.on_device.remove(&id);
        self.playing.borrow_mut().remove(&id);
        self.sockets.abort(id);
        if !self.fetches.open.borrow().contains_key(&id) {
            return;
        }
        let open = Rc::clone(&self.fetches.open);
        Timeout::new(RELEASE_MS, move || {
            if let Some(abort) = open.borrow_mut().remove(&id) {
                abort.abort();
            }
        })
        .forget();
    }
}

/// Requests that `fetch` carries.
struct Fetches<O> {
    owner: Weak<O>,
    open: Rc<RefCell<HashMap<ExchangeId, Abort>>>,
}

impl<O> Clone for Fetches<O> {
    fn clone(&self) -> Self {
        Self {
            owner: self.owner.clone(),
            open: Rc::clone(&self.open),
        }
    }
}

impl<O: Owner> Ends for Fetches<O> {
    fn arrived(&self, id: ExchangeId, arrival: Arrival) {
        deliver(&self.owner, id, arrival);
    }

    fn fetch(&self, id: ExchangeId, request: HttpRequest, patience: Duration) {
        let owner = self.owner.clone();
        let open = Rc::clone(&self.open);
        let abort = Abort::new();
        if let Ok(abort) = &abort {
            open.borrow_mut().insert(id, abort.clone());
        }
        let patience_ms = u32::try_from(patience.as_millis()).unwrap_or(u32::MAX);
        spawn_local(async move {
            let outcome = match abort {
                Ok(abort) => exchange(&owner, id, &request, &abort, patience_ms).await,
                Err(error) => Err(error),
            };
            let arrival = match outcome {
                Ok(()) => Arrival::End,
                Err(FetchError::Invalid { reason }) => Arrival::Lost(Loss::Unsendable { reason }),
                Err(FetchError::Unreachable { online, .. } | FetchError::Cut { online, .. }) => {
                    Arrival::Lost(Loss::Connection { online })
                }
                Err(FetchError::TimedOut { .. }) => Arrival::Lost(Loss::TimedOut),
                // The owner asked for that, and no longer listens.
                Err(FetchError::Aborted) => return,
            };
            open.borrow_mut().remove(&id);
            deliver(&owner, id, arrival);
        });
    }
}

/// One request to its end, each piece delivered as it comes.
async fn exchange<O: Owner>(
    owner: &Weak<O>,
    id: ExchangeId,
    request: &HttpRequest,
    abort: &Abort,
    patience_ms: u32,
) -> Result<(), FetchError> {
    let mut response = fetch::send(request, abort, patience_ms).await?;
    let headers = std::mem::take(&mut response.headers);
    let status = response.status;
    deliver(owner, id, Arrival::Head { status, headers });
    let mut slice = Slice::begin();
    while let Some(chunk) = response.chunk().await? {
        deliver(owner, id, Arrival::Body(chunk));
        // A fast server's pieces are all there already: without this, a command from the page
        // would be heard only after the last of them.
        slice.breathe().await;
    }
    Ok(())
}

fn deliver<O: Owner>(owner: &Weak<O>, id: ExchangeId, arrival: Arrival) {
    if let Some(owner) = owner.upgrade() {
        owner.arrived(id, arrival);
    }
}
