//! Requests over WebSockets: which connection carries which, and what comes of them.
//!
//! A connection carries one request at a time ([`Session`]); those that are asked at once have one each. One
//! that is free is used again, first by the request that goes on from what it has answered. Where no socket
//! can be had, a request goes by HTTP. Whoever asked sees the HTTP response that would have come.
//!
//! It neither opens anything nor has a clock: it is told what became of connections, and says by [`Act`]s
//! what is to be done, in order.

use std::collections::BTreeMap;
use std::time::Duration;

use ichiban_model::HttpRequest;
use ichiban_model::wire::openai_responses::{Heard, Session, TurnMessage, as_body};

use crate::transport::{Arrival, ExchangeId, Loss};

/// How long an address that has refused a socket is not tried again.
const REFUSED: Duration = Duration::from_mins(5);

/// A connection, under a number that is never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SocketId(u32);

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Act {
    /// Open a connection.
    Open {
        /// Its number.
        socket: SocketId,
        /// Where.
        address: String,
    },
    /// Send a text, as soon as the connection is open.
    Send {
        /// On which.
        socket: SocketId,
        /// What.
        text: String,
    },
    /// Close a connection. What still comes of it is ignored.
    Close {
        /// Which.
        socket: SocketId,
    },
    /// Hand this to whoever asked.
    Deliver {
        /// What it is of.
        id: ExchangeId,
        /// What has arrived.
        arrival: Arrival,
    },
    /// Ask by HTTP.
    Fetch {
        /// What the response is of.
        id: ExchangeId,
        /// The request.
        request: HttpRequest,
        /// How long to wait for the next byte.
        patience: Duration,
    },
}

/// All connections.
#[derive(Default)]
pub(crate) struct Sockets {
    opened: u32,
    connections: BTreeMap<SocketId, Connection>,
    /// Addresses that have refused a socket, and until when that counts.
    refused: BTreeMap<String, Duration>,
}

struct Connection {
    address: String,
    is_open: bool,
    session: Session,
    /// What it carries now.
    carried: Option<Carried>,
}

struct Carried {
    id: ExchangeId,
    request: HttpRequest,
    patience: Duration,
    /// Whether the response's head was delivered.
    has_begun: bool,
    /// What came of the body before the answer had begun: it may yet be asked by HTTP.
    held: String,
}

impl Carried {
    /// Delivers what has come of the body, behind the head if that is due.
    fn deliver(&mut self, status: u16, acts: &mut Vec<Act>) {
        let id = self.id;
        if !self.has_begun {
            self.has_begun = true;
            let headers = Vec::new();
            let arrival = Arrival::Head { status, headers };
            acts.push(Act::Deliver { id, arrival });
        }
        let body = std::mem::take(&mut self.held).into_bytes();
        let arrival = Arrival::Body(body);
        acts.push(Act::Deliver { id, arrival });
    }
}

impl Sockets {
    /// Sends a request to the WebSocket at `address`.
    pub(crate) fn send(
        &mut self,
        id: ExchangeId,
        address: String,
        request: HttpRequest,
        patience: Duration,
        now: Duration,
    ) -> Vec<Act> {
        self.refused.retain(|_, until| *until > now);
        if self.refused.contains_key(&address) {
            return vec![Act::Fetch {
                id,
                request,
                patience,
            }];
        }
        let mut acts = self.leave_others(&address);
        let socket = self.free(&request);
        let known = socket.and_then(|socket| self.connections.remove(&socket));
        let mut connection = known.unwrap_or_else(|| Connection {
            address,
            is_open: false,
            session: Session::default(),
            carried: None,
        });
        let message = connection.session.ask(&request, now);
        connection.carried = Some(Carried {
            id,
            request,
            patience,
            has_begun: false,
            held: String::new(),
        });
        self.say(socket, connection, message, &mut acts);
        acts
    }

    /// Closes what is free and goes elsewhere: the person has set another endpoint.
    fn leave_others(&mut self, address: &str) -> Vec<Act> {
        self.leave(|connection| connection.address != address)
    }

    /// Closes every connection that carries nothing: the endpoint is none of theirs any more.
    pub(crate) fn leave_free(&mut self) -> Vec<Act> {
        self.leave(|_| true)
    }

    fn leave(&mut self, is_left: impl Fn(&Connection) -> bool) -> Vec<Act> {
        let left = self.connections.extract_if(.., |_, connection| {
            connection.carried.is_none() && is_left(connection)
        });
        left.map(|(socket, _)| Act::Close { socket }).collect()
    }

    /// A connection that carries nothing.
    fn free(&self, request: &HttpRequest) -> Option<SocketId> {
        let free = self.connections.iter();
        let mut free = free.filter(|(_, connection)| connection.carried.is_none());
        let any = free.clone().next();
        let found = free.find(|(_, connection)| connection.session.goes_on(request));
        found.or(any).map(|(socket, _)| *socket)
    }

    /// Sends a message on a connection that was taken out, or on a new one in its place.
    fn say(
        &mut self,
        socket: Option<SocketId>,
        mut connection: Connection,
        message: TurnMessage,
        acts: &mut Vec<Act>,
    ) {
        let socket = match socket {
            Some(socket) if !message.connect => socket,
            old => {
                acts.extend(old.map(|socket| Act::Close { socket }));
                self.opened += 1;
                connection.is_open = false;
                let socket = SocketId(self.opened);
                let address = connection.address.clone();
                acts.push(Act::Open { socket, address });
                socket
            }
        };
        self.connections.insert(socket, connection);
        let text = message.text;
        acts.push(Act::Send { socket, text });
    }

    /// How long the next message of a connection may take, if it carries anything.
    pub(crate) fn patience(&self, socket: SocketId) -> Option<Duration> {
        let carried = self.connections.get(&socket)?.carried.as_ref();
        carried.map(|carried| carried.patience)
    }

    /// A connection is open.
    pub(crate) fn opened(&mut self, socket: SocketId) {
        if let Some(connection) = self.connections.get_mut(&socket) {
            connection.is_open = true;
        }
    }

    /// A text has come.
    pub(crate) fn heard(&mut self, socket: SocketId, text: &str, now: Duration) -> Vec<Act> {
        let mut acts = Vec::new();
        let Some(connection) = self.connections.get_mut(&socket) else {
            return acts;
        };
        let Some(carried) = &mut connection.carried else {
            return acts;
        };
        let mut events = Vec::new();
        match connection.session.hear(text, &mut events) {
            Heard::Going => {
                carried.held += &as_body(text);
                if carried.has_begun || !events.is_empty() {
                    carried.deliver(200, &mut acts);
                }
            }
            Heard::Over => {
                carried.held += &as_body(text);
                carried.deliver(200, &mut acts);
                self.end(socket, &mut acts);
            }
            Heard::Declined(status) => {
                text.clone_into(&mut carried.held);
                carried.deliver(status, &mut acts);
                self.end(socket, &mut acts);
            }
            Heard::Again => {
                carried.held.clear();
                let message = connection.session.ask_again(&carried.request, now);
                if let Some(connection) = self.connections.remove(&socket) {
                    self.say(Some(socket), connection, message, &mut acts);
                }
            }
            Heard::ByHttp => {
                acts.push(Act::Close { socket });
                acts.extend(self.fall_back(socket));
            }
        }
        acts
    }

    /// The response is over, and its connection free.
    fn end(&mut self, socket: SocketId, acts: &mut Vec<Act>) {
        let connection = self.connections.get_mut(&socket);
        if let Some(carried) = connection.and_then(|connection| connection.carried.take()) {
            acts.push(Act::Deliver {
                id: carried.id,
                arrival: Arrival::End,
            });
        }
    }

    /// Has HTTP carry what a connection carried, which is no more.
    fn fall_back(&mut self, socket: SocketId) -> Option<Act> {
        let carried = self.connections.remove(&socket)?.carried?;
        Some(Act::Fetch {
            id: carried.id,
            request: carried.request,
            patience: carried.patience,
        })
    }

    /// A connection could not be opened, has closed, or was silent for too long. It is no more.
    pub(crate) fn lost(&mut self, socket: SocketId, loss: Loss, now: Duration) -> Vec<Act> {
        let Some(connection) = self.connections.get_mut(&socket) else {
            return Vec::new();
        };
        if !connection.is_open {
            if loss != (Loss::Connection { online: false }) {
                let address = connection.address.clone();
                self.refused.insert(address, now + REFUSED);
            }
            return self.fall_back(socket).into_iter().collect();
        }
        // Silence may be a model that thinks: it is not asked twice.
        if loss != Loss::TimedOut && connection.session.lost(&mut Vec::new()) == Heard::ByHttp {
            return self.fall_back(socket).into_iter().collect();
        }
        let connection = self.connections.remove(&socket);
        let carried = connection.and_then(|connection| connection.carried);
        let delivered = carried.map(|carried| Act::Deliver {
            id: carried.id,
            arrival: Arrival::Lost(loss),
        });
        delivered.into_iter().collect()
    }

    /// Stops an exchange. Its connection, on which the answer would go on, is closed.
    pub(crate) fn abort(&mut self, id: ExchangeId) -> Option<Act> {
        let mut connections = self.connections.iter();
        let (socket, _) = connections
            .find(|(_, connection)| connection.carried.as_ref().is_some_and(|it| it.id == id))?;
        let socket = *socket;
        self.connections.remove(&socket);
        Some(Act::Close { socket })
    }
}

#[cfg(test)]
#[path = "sockets_tests.rs"]
mod tests;
