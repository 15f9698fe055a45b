//! HTTP requests whose answers are read as they arrive.
//!
//! Over [`gloo_net`] and the body's own reader. What a person needs to be told stays apart: nobody
//! reached, answered and then cut, silent for too long, stopped by the person.

use futures_util::StreamExt;
use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use ichiban_model::HttpRequest;
use wasm_bindgen::{JsCast, JsValue};
use wasm_streams::readable::IntoStream;

use crate::{is_online, thrown};

/// Why there is no answer, or no more of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// The address or a header is not one. Nothing was sent. Holds no header's value.
    #[error("the request cannot be sent: {reason}")]
    Invalid {
        /// The browser's words.
        reason: String,
    },
    /// No answer that the page may see. While online that means: no server there, no CORS
    /// headers, or the browser blocks the address. Browsers do not tell which.
    #[error("no answer came ({reason})")]
    Unreachable {
        /// Whether the browser believes it has a network.
        online: bool,
        /// The browser's words.
        reason: String,
    },
    /// The body stopped before its end.
    #[error("the answer was cut off ({reason})")]
    Cut {
        /// Whether the browser believes it has a network.
        online: bool,
        /// The browser's words.
        reason: String,
    },
    /// Nothing came for as long as the caller would wait. The request was given up.
    #[error("nothing came for {after_ms} ms")]
    TimedOut {
        /// How long it was, in milliseconds.
        after_ms: u32,
    },
    /// The request's [`Abort`] was used.
    #[error("the request was stopped")]
    Aborted,
}

/// Stops the request it was given to, wherever it is. Clones stop the same request.
#[derive(Debug, Clone)]
pub struct Abort {
    controller: web_sys::AbortController,
}

impl Abort {
    /// A switch that was not used yet.
    pub fn new() -> Result<Self, FetchError> {
        let controller = web_sys::AbortController::new().map_err(|error| FetchError::Invalid {
            reason: thrown(&error),
        })?;
        Ok(Self { controller })
    }

    /// Stops the request. Its future and its body end with [`FetchError::Aborted`].
    pub fn abort(&self) {
        self.controller.abort();
    }

    /// Whether it was used.
    pub fn is_aborted(&self) -> bool {
        self.controller.signal().aborted()
    }
}

/// An answer whose head is there and whose body is still coming. Dropping it cancels the body.
#[derive(Debug)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The headers the browser lets the page see, names in lower case.
    pub headers: Vec<(String, String)>,
    body: Option<IntoStream<'static>>,
    abort: Abort,
    patience_ms: u32,
}

/// A request of any kind.
#[derive(Clone, Copy)]
pub struct Outgoing<'a> {
    /// The method.
    pub method: &'a str,
    /// The whole address.
    pub url: &'a str,
    /// Header names and values.
    pub headers: &'a [(&'a str, &'a str)],
    /// The body; empty for none.
    pub body: &'a [u8],
}

/// Sends a request to a model and waits for the head of its answer, and then for each piece of the
/// body, for at most `patience_ms`. Follows redirects; sends no cookies.
pub async fn send(
    request: &HttpRequest,
    abort: &Abort,
    patience_ms: u32,
) -> Result<Response, FetchError> {
    let headers: Vec<(&str, &str)> = request
        .headers
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let outgoing = Outgoing {
        method: request.method,
        url: &request.url,
        headers: &headers,
        body: &request.body,
    };
    send_any(&outgoing, abort, patience_ms).await
}

/// Sends any request, as [`send`] does one to a model.
pub async fn send_any(
    request: &Outgoing<'_>,
    abort: &Abort,
    patience_ms: u32,
) -> Result<Response, FetchError> {
    let request = raw_request(request, abort).map_err(|error| FetchError::Invalid {
        reason: thrown(&error),
    })?;
    let sent = Box::pin(gloo_net::http::Request::from(request).send());
    let response = match select(sent, TimeoutFuture::new(patience_ms)).await {
        Either::Left((Ok(response), _)) => response,
        Either::Left((Err(_), _)) if abort.is_aborted() => return Err(FetchError::Aborted),
        Either::Left((Err(error), _)) => {
            return Err(FetchError::Unreachable {
                online: is_online(),
                reason: error.to_string(),
            });
        }
        Either::Right(_) => {
            abort.abort();
            return Err(FetchError::TimedOut {
                after_ms: patience_ms,
            });
        }
    };
    let body = match response.body().map(wasm_streams::ReadableStream::from_raw) {
        None => None,
        Some(body) => Some(
            body.try_into_stream()
                .map_err(|(error, _)| FetchError::Cut {
                    online: is_online(),
                    reason: String::from(error.message()),
                })?,
        ),
    };
    Ok(Response {
        status: response.status(),
        headers: response.headers().entries().collect(),
        body,
        abort: abort.clone(),
        patience_ms,
    })
}

impl Response {
    /// The next bytes of the body, never empty; `None` at its end.
    pub async fn chunk(&mut self) -> Result<Option<Vec<u8>>, FetchError> {
        loop {
            let Some(body) = &mut self.body else {
                return Ok(None);
            };
            let next = match select(body.next(), TimeoutFuture::new(self.patience_ms)).await {
                Either::Left((next, _)) => next,
                Either::Right(_) => {
                    self.abort.abort();
                    self.body = None;
                    return Err(FetchError::TimedOut {
                        after_ms: self.patience_ms,
                    });
                }
            };
            match next {
                // A stop is heard even if the rest of the body has arrived already.
                _ if self.abort.is_aborted() => {
                    self.body = None;
                    return Err(FetchError::Aborted);
                }
                None => {
                    self.body = None;
                    return Ok(None);
                }
                Some(Err(error)) => {
                    self.body = None;
                    return Err(FetchError::Cut {
                        online: is_online(),
                        reason: thrown(&error),
                    });
                }
                Some(Ok(chunk)) => {
                    let chunk = chunk.unchecked_into::<js_sys::Uint8Array>().to_vec();
                    if !chunk.is_empty() {
                        return Ok(Some(chunk));
                    }
                }
            }
        }
    }
}

/// Made here and not by [`gloo_net`]'s builder, which panics on a header value that is not one.
fn raw_request(request: &Outgoing<'_>, abort: &Abort) -> Result<web_sys::Request, JsValue> {
    let headers = web_sys::Headers::new()?;
    for (name, value) in request.headers {
        headers
            .set(name, value)
            // The browser's words would quote the value, which may be a key.
            .map_err(|_| {
                JsValue::from_str(&format!("the header {name} holds characters it may not"))
            })?;
    }
    let options = web_sys::RequestInit::new();
    options.set_method(request.method);
    options.set_headers(&headers);
    options.set_credentials(web_sys::RequestCredentials::Omit);
    options.set_signal(Some(&abort.controller.signal()));
    if !request.body.is_empty() {
        options.set_body(&js_sys::Uint8Array::from(request.body));
    }
    web_sys::Request::new_with_str_and_init(request.url, &options)
}
