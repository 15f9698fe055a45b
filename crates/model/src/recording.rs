//! An exchange as a file: the request without its key, and what came back, when.
//!
//! The file is lines of JSON. The first is the request; each further one is what arrived, with the time
//! since the request in milliseconds. A piece of the body that is no UTF-8, as when a letter is cut, is
//! written in hexadecimal.
//!
//! ```text
//! {"recording":1,"wire":"openai-chat","method":"POST","url":"https://…","headers":[["content-type","application/json"]],"body":"{…}"}
//! {"at":210,"head":{"status":200,"headers":[["content-type","text/event-stream"]]}}
//! {"at":340,"text":"data: {…}\n\n"}
//! {"at":341,"hex":"e282"}
//! {"at":900,"end":"whole"}
//! ```
//!
//! No key is ever in it: of the request's headers only those that hold none are kept, of the address
//! neither user nor query but for the parameters that wires write, and wherever the key itself stands, in the
//! request or in what a server says, stars take its place.

use std::fmt;
use std::fmt::Write as _;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::{Endpoint, Event, HttpRequest, wire};

/// What the address begins with of an endpoint that is a recording.
pub const SCHEME: &str = "replay:";

/// Headers of a request that hold no key.
const KEPT: &[&str] = &["accept", "content-type", "anthropic-version"];

/// Headers of a response that are not kept.
const LEFT_OUT: &[&str] = &["authorization", "set-cookie"];

/// Parameters of an address that hold no key.
const PARAMETERS: &[&str] = &["alt", "api-version"];

/// What arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrived {
    /// The answer's head.
    Head {
        /// The HTTP status.
        status: u16,
        /// Header names and values.
        headers: Vec<(String, String)>,
    },
    /// More of the body.
    Body(Vec<u8>),
    /// The body's end.
    End,
    /// The connection was lost.
    Lost,
}

/// A recorded exchange.
#[derive(Clone, PartialEq, Eq)]
pub struct Recording {
    first: First,
    arrived: Vec<(Duration, Arrived)>,
    /// What is never written.
    key: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct First {
    recording: u32,
    wire: String,
    method: String,
    url: String,
    headers: Vec<(String, String)>,
    body: String,
}

#[derive(Serialize, Deserialize)]
struct Line {
    at: u64,
    #[serde(flatten)]
    what: What,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum What {
    Head {
        status: u16,
        headers: Vec<(String, String)>,
    },
    Text(String),
    Hex(String),
    End(End),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum End {
    Whole,
    Cut,
}

/// A file that is no recording.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is no line of a recording: {reason}")]
pub struct Unreadable {
    /// Which line, from 1.
    pub line: usize,
    /// Why.
    pub reason: String,
}

impl Recording {
    /// The version that is written, and the only one that is read.
    pub const VERSION: u32 = 1;

    /// A recording that begins with a request, by the wire of that name.
    pub fn of(wire: &str, request: &HttpRequest, endpoint: &Endpoint) -> Self {
        let headers = request.headers.iter();
        let headers = headers
            .filter(|(name, _)| KEPT.contains(name))
            .map(|(name, value)| ((*name).to_owned(), value.clone()));
        Self {
            first: First {
                recording: Self::VERSION,
                wire: wire.to_owned(),
                method: request.method.to_owned(),
                url: without_secrets(&request.url),
                headers: headers.collect(),
                body: String::from_utf8_lossy(&request.body).into_owned(),
            },
            arrived: Vec::new(),
            key: endpoint.key().map(ToOwned::to_owned),
        }
    }

    /// Takes what arrived, so long after the request.
    pub fn take(&mut self, at: Duration, arrived: Arrived) {
        self.arrived.push((at, arrived));
    }

    /// What arrived, and when.
    pub fn arrived(&self) -> &[(Duration, Arrived)] {
        &self.arrived
    }

    /// The wire's name.
    pub fn wire(&self) -> &str {
        &self.first.wire
    }

    /// The request's body.
    pub fn body(&self) -> &str {
        &self.first.body
    }

    /// The model that was asked, if the body names it.
    pub fn model(&self) -> Option<String> {
        let body: serde_json::Value = serde_json::from_str(&self.first.body).ok()?;
        Some(body.get("model")?.as_str()?.to_owned())
    }

    /// How many bytes of the exchange it holds.
    pub fn size(&self) -> usize {
        let pieces = self.arrived.iter().map(|(_, arrived)| match arrived {
            Arrived::Body(piece) => piece.len(),
            _ => 0,
        });
        pieces.sum::<usize>() + self.first.body.len()
    }

    /// Reads a file that may hold several exchanges, one after the other.
    ///
    /// # Errors
    ///
    /// With the first line that is none of a recording.
    pub fn read_all(text: &str) -> Result<Vec<Self>, Unreadable> {
        let mut begun = Vec::new();
        let mut at = 0;
        for (nth, line) in text.split_inclusive('\n').enumerate() {
            if line.trim_start().starts_with("{\"recording\"") {
                begun.push((at, nth));
            }
            at += line.len();
        }
        if begun.first().is_none_or(|(at, _)| *at > 0) {
            begun.insert(0, (0, 0));
        }
        let ends = begun.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
        let each = begun.iter().zip(ends).map(|((at, nth), end)| {
            let part = text.get(*at..end).unwrap_or_default();
            Self::read(part).map_err(|error| Unreadable {
                line: error.line + nth,
                ..error
            })
        });
        each.collect()
    }

    /// The file's text. Cost: linear in what was recorded.
    ///
    /// # Errors
    ///
    /// None that is known: all of it is plain data.
    pub fn to_lines(&self) -> Result<String, serde_json::Error> {
        let first = First {
            url: self.masked(&self.first.url),
            body: self.masked(&self.first.body),
            headers: self.masked_headers(&self.first.headers),
            ..self.first.clone()
        };
        let mut lines = serde_json::to_string(&first)?;
        lines.push('\n');
        // A server may quote the key, and what it says may be cut within it.
        let mut body = Vec::new();
        for (_, arrived) in &self.arrived {
            if let Arrived::Body(piece) = arrived {
                body.extend_from_slice(piece);
            }
        }
        mask(&mut body, self.key.as_deref());
        let mut rest = body.as_slice();
        for (at, arrived) in &self.arrived {
            let what = match arrived {
                Arrived::Head { status, headers } => What::Head {
                    status: *status,
                    headers: self.masked_headers(headers),
                },
                Arrived::Body(piece) => {
                    let (piece, after) = rest.split_at_checked(piece.len()).unwrap_or((rest, &[]));
                    rest = after;
                    match std::str::from_utf8(piece) {
                        Ok(text) => What::Text(text.to_owned()),
                        Err(_) => What::Hex(hex(piece)),
                    }
                }
                Arrived::End => What::End(End::Whole),
                Arrived::Lost => What::End(End::Cut),
            };
            let at = u64::try_from(at.as_millis()).unwrap_or(u64::MAX);
            lines.push_str(&serde_json::to_string(&Line { at, what })?);
            lines.push('\n');
        }
        Ok(lines)
    }

    /// Reads a file's text.
    ///
    /// # Errors
    ///
    /// With the first line that is none of a recording.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let mut lines = text
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.trim().is_empty());
        let unreadable = |at: usize, reason: String| Unreadable {
            line: at + 1,
            reason,
        };
        let (at, line) = lines
            .next()
            .ok_or_else(|| unreadable(0, "the file is empty".to_owned()))?;
        let first: First =
            serde_json::from_str(line).map_err(|error| unreadable(at, error.to_string()))?;
        if first.recording != Self::VERSION {
            let reason = format!("version {} is not known", first.recording);
            return Err(unreadable(at, reason));
        }
        let mut arrived = Vec::new();
        for (at, line) in lines {
            let line: Line =
                serde_json::from_str(line).map_err(|error| unreadable(at, error.to_string()))?;
            let what = match line.what {
                What::Head { status, headers } => Arrived::Head { status, headers },
                What::Text(text) => Arrived::Body(text.into_bytes()),
                What::Hex(digits) => Arrived::Body(
                    bytes(&digits)
                        .ok_or_else(|| unreadable(at, "`hex` is not hexadecimal".to_owned()))?,
                ),
                What::End(End::Whole) => Arrived::End,
                What::End(End::Cut) => Arrived::Lost,
            };
            arrived.push((Duration::from_millis(line.at), what));
        }
        Ok(Self {
            first,
            arrived,
            key: None,
        })
    }

    /// The events of the answer, each at the time of the piece that completed it; none if the wire is
    /// not known, or what came was no answer. One that was cut ends as cut.
    pub fn events(&self) -> Vec<(Duration, Event)> {
        let Some(wire) = wire::by_name(&self.first.wire) else {
            return Vec::new();
        };
        let mut decoder = wire.decoder();
        let mut told = Vec::new();
        let mut events = Vec::new();
        let mut last = Duration::ZERO;
        for (at, arrived) in &self.arrived {
            match arrived {
                Arrived::Head { status, .. } if !(200..300).contains(status) => return told,
                Arrived::Head { .. } => {}
                Arrived::Body(piece) => decoder.push(piece, &mut events),
                Arrived::End | Arrived::Lost => decoder.finish(&mut events),
            }
            last = *at;
            told.extend(events.drain(..).map(|event| (*at, event)));
        }
        // A recording that was stopped.
        decoder.finish(&mut events);
        told.extend(events.drain(..).map(|event| (last, event)));
        told
    }

    fn masked(&self, text: &str) -> String {
        match self.key.as_deref() {
            Some(key) => text.replace(key, &"*".repeat(key.len())),
            None => text.to_owned(),
        }
    }

    fn masked_headers(&self, headers: &[(String, String)]) -> Vec<(String, String)> {
        let kept = headers.iter().filter(|(name, _)| {
            !LEFT_OUT
                .iter()
                .any(|left_out| name.eq_ignore_ascii_case(left_out))
        });
        kept.map(|(name, value)| (name.clone(), self.masked(value)))
            .collect()
    }
}

impl fmt::Debug for Recording {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recording")
            .field("wire", &self.first.wire)
            .field("arrived", &self.arrived.len())
            .finish_non_exhaustive()
    }
}

/// An address without user, fragment and any parameter that may be a key.
fn without_secrets(url: &str) -> String {
    let url = url.split('#').next().unwrap_or_default();
    let (place, query) = url.split_once('?').unwrap_or((url, ""));
    let (scheme, rest) = place.split_once("://").unwrap_or(("", place));
    let (authority, path) = rest
        .find('/')
        .and_then(|at| rest.split_at_checked(at))
        .unwrap_or((rest, ""));
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    let parameters: Vec<&str> = query
        .split('&')
        .filter(|parameter| PARAMETERS.contains(&parameter.split('=').next().unwrap_or_default()))
        .collect();
    let mut clean = if scheme.is_empty() {
        format!("{host}{path}")
    } else {
        format!("{scheme}://{host}{path}")
    };
    if !parameters.is_empty() {
        clean.push('?');
        clean.push_str(&parameters.join("&"));
    }
    clean
}

/// Puts stars in the place of the key.
fn mask(bytes: &mut [u8], key: Option<&str>) {
    let Some(key) = key.map(str::as_bytes).filter(|key| !key.is_empty()) else {
        return;
    };
    let mut at = 0;
    while let Some(window) = bytes.get_mut(at..at + key.len()) {
        if window == key {
            window.fill(b'*');
            at += key.len();
        } else {
            at += 1;
        }
    }
}

fn hex(bytes: &[u8]) -> String {
    let mut digits = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let digits = digits.as_bytes();
    let pairs = digits.chunks(2).map(|pair| match pair {
        [high, low] => {
            let digit = |byte: u8| char::from(byte).to_digit(16);
            u8::try_from(digit(*high)? * 16 + digit(*low)?).ok()
        }
        _ => None,
    });
    pairs.collect()
}
