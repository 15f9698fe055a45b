//! How requests leave the engine and answers come back, without a word on who carries them.
//!
//! The engine calls a [`Transport`]; what comes back is handed to
//! [`Engine::receive`](crate::Engine::receive) as [`Arrival`]s. In the browser `fetch` carries
//! them; in tests a script does, and time is an argument.

use std::time::Duration;

use ichiban_model::HttpRequest;
use ichiban_model::retry::UnixMillis;

/// One HTTP request and its answer, under a number that is never used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ExchangeId(pub u32);

/// Sends requests. Both functions return at once.
pub trait Transport {
    /// Sends a request. What comes of it arrives under `id`: a head, pieces of the body, then an
    /// end; or a loss instead of any of these. After a loss or an end nothing comes. If nothing
    /// comes for as long as `patience`, the transport gives up by itself: [`Loss::TimedOut`]. Where the
    /// request names a socket and the transport has sockets, what arrives is as if it had come by HTTP.
    fn send(&mut self, id: ExchangeId, request: HttpRequest, patience: Duration);

    /// Stops an exchange, if it still goes on. What still arrives of it is ignored.
    fn abort(&mut self, id: ExchangeId);

    /// The answer is whole, though its body may not have ended: nothing more of it is wanted. The
    /// transport may give the body a moment to end by itself, so that the connection stays of
    /// use. What still arrives is ignored.
    fn release(&mut self, id: ExchangeId);
}

/// What arrives of an exchange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// The answer's head.
    Head {
        /// The HTTP status.
        status: u16,
        /// Header names and values, as far as they can be seen.
        headers: Vec<(String, String)>,
    },
    /// More of the answer's body.
    Body(Vec<u8>),
    /// The body is over.
    End,
    /// Nothing more comes, although the body is not over.
    Lost(Loss),
}

/// Why nothing more comes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loss {
    /// The request is none that can be sent: a bad address, a header with forbidden characters.
    Unsendable {
        /// What is wrong with it. Holds no header's value.
        reason: String,
    },
    /// The connection failed, before the head or within the body.
    Connection {
        /// Whether there is a network at all, as far as one knows.
        online: bool,
    },
    /// Nothing came for as long as one would wait.
    TimedOut,
}

/// When something happens, and what chance says: the engine has neither clock nor dice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// A clock that never goes back, from any beginning.
    pub now: Duration,
    /// The calendar's time, which `Retry-After` may name.
    pub unix: UnixMillis,
    /// Uniform in `0.0..1.0`, anew for each moment.
    pub random: f64,
}
