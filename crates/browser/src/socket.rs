//! A WebSocket: texts go out in order, and come in as a stream.
//!
//! Browsers tell a page nothing of why a socket failed, and let it set no header of the handshake.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use futures_util::future::{Either, poll_fn, select};
use futures_util::{Stream, StreamExt};
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, MessageEvent, WebSocket};

use crate::{is_online, thrown};

/// Why a socket is not, or no longer, there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SocketError {
    /// The address is none that the browser opens from this page.
    #[error("the socket cannot be opened: {reason}")]
    Invalid {
        /// The browser's words.
        reason: String,
    },
    /// It did not open: nobody there, refused, or blocked.
    #[error("no socket was opened")]
    Refused {
        /// Whether the browser believes it has a network.
        online: bool,
    },
    /// It did not open for as long as the caller would wait.
    #[error("no socket was opened within {after_ms} ms")]
    TimedOut {
        /// How long it was, in milliseconds.
        after_ms: u32,
    },
}

/// An open socket: the stream of the texts that come, which ends when the socket closes, whoever closes
/// it. What is no text is passed over. Dropping it closes it.
pub struct Socket {
    raw: WebSocket,
    state: Rc<RefCell<State>>,
    _on_event: Closure<dyn FnMut(Event)>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
}

/// Sends on a [`Socket`], wherever that is. It keeps no socket open.
#[derive(Debug, Clone)]
pub struct Sender {
    raw: WebSocket,
}

#[derive(Default)]
struct State {
    is_open: bool,
    is_closed: bool,
    texts: VecDeque<String>,
    waker: Option<Waker>,
}

impl State {
    fn wake(&mut self) {
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }
}

impl Socket {
    /// Opens a socket at a `ws://` or `wss://` address, and waits for at most `patience_ms` until it is
    /// open.
    pub async fn open(address: &str, patience_ms: u32) -> Result<Self, SocketError> {
        let socket = Self::new(address)?;
        let opened = poll_fn(|context| socket.poll_open(context));
        match select(opened, TimeoutFuture::new(patience_ms)).await {
            Either::Left((true, _)) => {}
            Either::Left((false, _)) => {
                return Err(SocketError::Refused {
                    online: is_online(),
                });
            }
            Either::Right(_) => {
                return Err(SocketError::TimedOut {
                    after_ms: patience_ms,
                });
            }
        }
        Ok(socket)
    }

    fn new(address: &str) -> Result<Self, SocketError> {
        let raw = WebSocket::new(address).map_err(|error| SocketError::Invalid {
            reason: thrown(&error),
        })?;
        let state = Rc::new(RefCell::new(State::default()));
        let telling = Rc::clone(&state);
        let on_event = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let mut state = telling.borrow_mut();
            match event.type_().as_str() {
                "open" => state.is_open = true,
                _ => state.is_closed = true,
            }
            state.wake();
        });
        let hearing = Rc::clone(&state);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                let mut state = hearing.borrow_mut();
                state.texts.push_back(text);
                state.wake();
            }
        });
        raw.set_onopen(Some(on_event.as_ref().unchecked_ref()));
        // An error is always followed by it.
        raw.set_onclose(Some(on_event.as_ref().unchecked_ref()));
        raw.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        Ok(Self {
            raw,
            state,
            _on_event: on_event,
            _on_message: on_message,
        })
    }

    /// Whether it opened, once it has or never will.
    fn poll_open(&self, context: &Context<'_>) -> Poll<bool> {
        let mut state = self.state.borrow_mut();
        if state.is_open || state.is_closed {
            return Poll::Ready(state.is_open);
        }
        state.waker = Some(context.waker().clone());
        Poll::Pending
    }

    /// Sends on it, or closes it, from elsewhere.
    pub fn sender(&self) -> Sender {
        Sender {
            raw: self.raw.clone(),
        }
    }

    /// The next text; `None` once the socket is closed and all that came was told.
    pub async fn text(&mut self) -> Option<String> {
        self.next().await
    }
}

impl Stream for Socket {
    type Item = String;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<String>> {
        let mut state = self.state.borrow_mut();
        if let Some(text) = state.texts.pop_front() {
            return Poll::Ready(Some(text));
        }
        if state.is_closed {
            return Poll::Ready(None);
        }
        state.waker = Some(context.waker().clone());
        Poll::Pending
    }
}

impl Sender {
    /// Sends a text. One that is sent while the socket closes is lost, which the end of its stream tells.
    pub fn send(&self, text: &str) {
        // It throws only before the socket is open, and a sender is had of an open one alone.
        let _ = self.raw.send_with_str(text);
    }

    /// Closes the socket. Its stream ends.
    pub fn close(&self) {
        // It throws for codes and reasons alone.
        let _ = self.raw.close();
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        self.raw.set_onopen(None);
        self.raw.set_onclose(None);
        self.raw.set_onmessage(None);
        self.sender().close();
    }
}

impl std::fmt::Debug for Socket {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Socket").finish_non_exhaustive()
    }
}
