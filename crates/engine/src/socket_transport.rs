//! Carries requests over WebSockets of the browser: does what [`Sockets`] says.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::time::Duration;

use gloo_timers::callback::Timeout;
use ichiban_browser::socket::{Sender, Socket, SocketError};
use ichiban_browser::turn::Slice;
use ichiban_model::HttpRequest;
use wasm_bindgen_futures::spawn_local;

use crate::alarm::now;
use crate::sockets::{Act, SocketId, Sockets};
use crate::transport::{Arrival, ExchangeId, Loss};

/// How long a socket may take to open before a request goes by HTTP.
const OPENING_MS: u32 = 10_000;

/// Where requests go on to, and what came of them.
pub(crate) trait Ends: 'static {
    /// Takes what arrived of an exchange.
    fn arrived(&self, id: ExchangeId, arrival: Arrival);
    /// Carries a request by HTTP.
    fn fetch(&self, id: ExchangeId, request: HttpRequest, patience: Duration);
}

/// The sockets of a worker. Clones are of the same ones.
pub(crate) struct SocketTransport<E>(Rc<Inner<E>>);

struct Inner<E> {
    ends: E,
    sockets: RefCell<Sockets>,
    lines: RefCell<HashMap<SocketId, Line>>,
}

/// A socket of the browser.
#[derive(Default)]
struct Line {
    /// None until it is open.
    sender: Option<Sender>,
    /// What is to be sent then.
    waiting: Vec<String>,
    /// Rings when it was silent for too long.
    silence: Option<Timeout>,
}

impl Drop for Line {
    fn drop(&mut self) {
        if let Some(sender) = &self.sender {
            sender.close();
        }
    }
}

impl<E> Clone for SocketTransport<E> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<E: Ends> SocketTransport<E> {
    pub(crate) fn new(ends: E) -> Self {
        Self(Rc::new(Inner {
            ends,
            sockets: RefCell::default(),
            lines: RefCell::default(),
        }))
    }

    /// Sends a request to the WebSocket at `address`. Nothing arrives before this has returned.
    pub(crate) fn send(
        &self,
        id: ExchangeId,
        address: String,
        request: HttpRequest,
        patience: Duration,
    ) {
        let mut sockets = self.0.sockets.borrow_mut();
        let acts = sockets.send(id, address, request, patience, now());
        drop(sockets);
        self.carry_out(acts);
    }

    /// Closes what carries nothing.
    pub(crate) fn leave_free(&self) {
        let acts = self.0.sockets.borrow_mut().leave_free();
        self.carry_out(acts);
    }

    /// Stops an exchange, if it still goes on.
    pub(crate) fn abort(&self, id: ExchangeId) {
        let act = self.0.sockets.borrow_mut().abort(id);
        self.carry_out(act);
    }

    fn carry_out(&self, acts: impl IntoIterator<Item = Act>) {
        for act in acts {
            match act {
                Act::Open { socket, address } => {
                    let mut lines = self.0.lines.borrow_mut();
                    lines.insert(socket, Line::default());
                    spawn_local(self.clone().keep(socket, address));
                }
                Act::Send { socket, text } => self.say(socket, text),
                Act::Close { socket } => drop(self.0.lines.borrow_mut().remove(&socket)),
                Act::Deliver { id, arrival } => self.0.ends.arrived(id, arrival),
                Act::Fetch {
                    id,
                    request,
                    patience,
                } => self.0.ends.fetch(id, request, patience),
            }
        }
    }

    fn say(&self, socket: SocketId, text: String) {
        let mut lines = self.0.lines.borrow_mut();
        let Some(line) = lines.get_mut(&socket) else {
            return;
        };
        match &line.sender {
            None => line.waiting.push(text),
            Some(sender) => {
                sender.send(&text);
                drop(lines);
                self.await_more(socket);
            }
        }
    }

    /// Keeps a socket for as long as it lives.
    async fn keep(self, id: SocketId, address: String) {
        let mut socket = match Socket::open(&address, OPENING_MS).await {
            Ok(socket) => socket,
            Err(error) => {
                let online = !matches!(error, SocketError::Refused { online: false });
                return self.lost(id, Loss::Connection { online });
            }
        };
        if !self.opened(id, socket.sender()) {
            return;
        }
        let mut slice = Slice::begin();
        while let Some(text) = socket.text().await {
            let acts = self.0.sockets.borrow_mut().heard(id, &text, now());
            self.carry_out(acts);
            self.await_more(id);
            // As for a body: a command from the page is heard between messages that are all there.
            slice.breathe().await;
        }
        let online = ichiban_browser::is_online();
        self.lost(id, Loss::Connection { online });
    }

    /// Sends what has waited. False if the socket is not wanted any more.
    fn opened(&self, id: SocketId, sender: Sender) -> bool {
        let mut lines = self.0.lines.borrow_mut();
        let Some(line) = lines.get_mut(&id) else {
            return false;
        };
        for text in line.waiting.drain(..) {
            sender.send(&text);
        }
        line.sender = Some(sender);
        drop(lines);
        self.0.sockets.borrow_mut().opened(id);
        self.await_more(id);
        true
    }

    /// Waits for the next message as long as whoever asked would; not at all if nobody has.
    fn await_more(&self, id: SocketId) {
        let patience = self.0.sockets.borrow().patience(id);
        let silence = patience.map(|patience| {
            let this = self.clone();
            let patience_ms = u32::try_from(patience.as_millis()).unwrap_or(u32::MAX);
            Timeout::new(patience_ms, move || this.lost(id, Loss::TimedOut))
        });
        if let Some(line) = self.0.lines.borrow_mut().get_mut(&id) {
            line.silence = silence;
        }
    }

    fn lost(&self, id: SocketId, loss: Loss) {
        // It may hold the timer that has rung, which must outlive what it calls.
        let _line = self.0.lines.borrow_mut().remove(&id);
        let acts = self.0.sockets.borrow_mut().lost(id, loss, now());
        self.carry_out(acts);
    }
}
