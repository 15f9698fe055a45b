//! Server-sent events: the `text/event-stream` format of WHATWG HTML §9.2.6.
//!
//! Lines end at LF, CR LF or CR, wherever a chunk is cut. Invalid UTF-8 becomes U+FFFD, as that
//! standard's decoder has it. An event is dispatched by the empty line after it, and one without
//! data is not an event.
//!
//! ```
//! use ichiban_stream::sse::{Decoder, End, Limits};
//!
//! let mut seen = Vec::new();
//! let mut decoder = Decoder::new(Limits::default());
//! for chunk in [&b"event: add\nda"[..], b"ta: 1\r", b"\ndata: 2\r\n\r\n: ping\n"] {
//!     decoder.push(chunk, &mut |event| seen.push((event.event.to_owned(), event.data.to_owned())))?;
//! }
//! assert_eq!(seen, [("add".to_owned(), "1\n2".to_owned())]);
//! assert_eq!(decoder.finish(), End::Clean);
//! # Ok::<(), ichiban_stream::sse::Error>(())
//! ```

use std::borrow::Cow;
use std::time::Duration;

use memchr::{memchr, memchr2};
use thiserror::Error;

use crate::work::Work;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// How much a stream may make the decoder hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes of one event's data, and of one line.
    pub max_event_bytes: usize,
}

impl Default for Limits {
    /// 64 MiB.
    fn default() -> Self {
        Self {
            max_event_bytes: 64 << 20,
        }
    }
}

/// One event of the stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event<'a> {
    /// Its type; `message` if the stream named none.
    pub event: &'a str,
    /// Its data: the `data` lines, joined by LF.
    pub data: &'a str,
    /// The last event ID as of this event; empty if none was ever set.
    pub id: &'a str,
}

/// A stream that cannot be read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Error {
    /// An event is larger than [`Limits::max_event_bytes`].
    #[error("an event or line of the stream is longer than the limit of {limit} bytes")]
    TooLong {
        /// The limit.
        limit: usize,
    },
}

/// How a stream ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// After an event's empty line, or among comments.
    Clean,
    /// Within an event, which the standard says to discard.
    Discarded,
}

/// Decodes an event stream. After an error every further call returns that error.
#[derive(Debug, Clone)]
pub struct Decoder {
    limits: Limits,
    /// How much of a byte order mark has been read, and then that none can come any more.
    mark: Mark,
    /// The last line ended with CR: an LF that follows belongs to it.
    after_cr: bool,
    /// The start of a line whose end has not come.
    line: Vec<u8>,
    /// The data of the event being read, each line followed by LF.
    data: Vec<u8>,
    event: String,
    /// The ID field of the event being read. It takes effect at the empty line, and stays.
    id: String,
    /// The ID as of the last empty line.
    last_id: String,
    /// Some field of an event was read since the last empty line.
    fields: bool,
    retry: Option<Duration>,
    failure: Option<Error>,
    work: Work,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Matched(usize),
    Over,
}

impl Decoder {
    /// A decoder at the start of a stream.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            mark: Mark::Matched(0),
            after_cr: false,
            line: Vec::new(),
            data: Vec::new(),
            event: String::new(),
            id: String::new(),
            last_id: String::new(),
            fields: false,
            retry: None,
            failure: None,
            work: Work::default(),
        }
    }

    /// Takes the next bytes and gives the events they complete. Linear in `bytes`; an event that
    /// lies within one chunk is not copied.
    pub fn push(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Event<'_>)) -> Result<(), Error> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        let mut rest = self.skip_mark(bytes);
        // A data line of this chunk, not copied unless it turns out that it must be.
        let mut held: Option<&[u8]> = None;
        loop {
            if self.after_cr && !rest.is_empty() {
                self.after_cr = false;
                rest = rest.strip_prefix(b"\n").unwrap_or(rest);
            }
            let Some(end) = memchr2(b'\n', b'\r', rest) else {
                break;
            };
            self.work.add(end + 1);
            let (line, after) = rest.split_at(end);
            self.after_cr = after.first() == Some(&b'\r');
            rest = after.get(1..).unwrap_or_default();
            if self.line.is_empty() {
                self.check(line.len())?;
                self.read_line(line, &mut held, sink)?;
            } else {
                self.check(self.line.len() + line.len())?;
                self.line.extend_from_slice(line);
                let whole = std::mem::take(&mut self.line);
                self.work.add(whole.len());
                let mut copied = None;
                self.keep(&mut held)?;
                self.read_line(&whole, &mut copied, sink)?;
                self.keep(&mut copied)?;
                // Its allocation serves the next line that is cut.
                self.line = whole;
                self.line.clear();
            }
        }
        self.keep(&mut held)?;
        self.check(self.line.len() + rest.len())?;
        self.work.add(2 * rest.len());
        self.line.extend_from_slice(rest);
        Ok(())
    }

    /// Says whether the stream ended within an event.
    pub fn finish(&self) -> End {
        let comment = self.line.first() == Some(&b':');
        if self.fields || !(self.line.is_empty() || comment) {
            End::Discarded
        } else {
            End::Clean
        }
    }

    /// How long the server asks a client to wait before it connects again, if it has said so.
    pub fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// The ID to send as `Last-Event-ID` when connecting again; empty if none was set.
    pub fn last_event_id(&self) -> &str {
        &self.last_id
    }

    fn skip_mark<'b>(&mut self, bytes: &'b [u8]) -> &'b [u8] {
        let mut rest = bytes;
        while let (Mark::Matched(matched), Some((byte, after))) = (self.mark, rest.split_first()) {
            if BYTE_ORDER_MARK.get(matched) == Some(byte) {
                rest = after;
                self.mark = if matched + 1 == BYTE_ORDER_MARK.len() {
                    Mark::Over
                } else {
                    Mark::Matched(matched + 1)
                };
            } else {
                // It was no mark: what looked like one belongs to the first line.
                let prefix = BYTE_ORDER_MARK.get(..matched).unwrap_or_default();
                self.line.extend_from_slice(prefix);
                self.mark = Mark::Over;
            }
        }
        rest
    }

    fn read_line<'b>(
        &mut self,
        line: &'b [u8],
        held: &mut Option<&'b [u8]>,
        sink: &mut dyn FnMut(Event<'_>),
    ) -> Result<(), Error> {
        if line.is_empty() {
            if !self.data.is_empty() {
                self.keep(held)?;
            }
            self.dispatch(held.take(), sink);
            return Ok(());
        }
        let (field, value) = match memchr(b':', line) {
            Some(0) => return Ok(()),
            Some(colon) => {
                let (field, value) = line.split_at(colon);
                let value = value.get(1..).unwrap_or_default();
                (field, value.strip_prefix(b" ").unwrap_or(value))
            }
            None => (line, &b""[..]),
        };
        match field {
            b"data" => {
                self.fields = true;
                self.keep(held)?;
                *held = Some(value);
            }
            b"event" => {
                self.fields = true;
                replace(&mut self.event, value);
            }
            b"id" if !value.contains(&0) => {
                self.fields = true;
                replace(&mut self.id, value);
            }
            b"retry" if value.iter().all(u8::is_ascii_digit) => {
                let text = std::str::from_utf8(value).unwrap_or_default();
                if let Ok(milliseconds) = text.parse() {
                    self.retry = Some(Duration::from_millis(milliseconds));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Copies a held data line behind those before it.
    fn keep(&mut self, held: &mut Option<&[u8]>) -> Result<(), Error> {
        if let Some(line) = held.take() {
            self.check(self.data.len() + line.len())?;
            self.work.add(line.len());
            self.data.extend_from_slice(line);
            self.data.push(b'\n');
        }
        Ok(())
    }

    /// Gives the event. Its data is the line that is held, or else what was kept.
    fn dispatch(&mut self, held: Option<&[u8]>, sink: &mut dyn FnMut(Event<'_>)) {
        if self.fields {
            self.last_id.clone_from(&self.id);
        }
        let bytes = held.or_else(|| self.data.strip_suffix(b"\n"));
        if let Some(bytes) = bytes {
            self.work.add(bytes.len());
            let data = text(bytes);
            sink(Event {
                event: if self.event.is_empty() {
                    "message"
                } else {
                    &self.event
                },
                data: &data,
                id: &self.last_id,
            });
        }
        self.data.clear();
        self.event.clear();
        self.fields = false;
    }

    fn check(&mut self, bytes: usize) -> Result<(), Error> {
        if bytes <= self.limits.max_event_bytes {
            return Ok(());
        }
        let error = Error::TooLong {
            limit: self.limits.max_event_bytes,
        };
        self.failure = Some(error);
        Err(error)
    }
}

fn replace(field: &mut String, value: &[u8]) {
    field.clear();
    field.push_str(&text(value));
}

/// Bytes as text, what is not UTF-8 as U+FFFD. Valid text is found valid several times faster than
/// the standard library's lossy conversion alone would.
fn text(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_linear_in_the_input() {
        let size = 1_000_000;
        for (shape, stream) in [
            ("one line", format!("data: {}\n\n", "x".repeat(10 * size))),
            ("many lines", format!("{}\n", "data: x\n".repeat(size / 8))),
            ("many events", "data: x\n\n".repeat(size / 9)),
        ] {
            for chunk in [64, 16 << 10, usize::MAX] {
                let mut decoder = Decoder::new(Limits::default());
                for bytes in stream.as_bytes().chunks(chunk) {
                    decoder.push(bytes, &mut |_| {}).unwrap();
                }
                let (work, bytes) = (decoder.work.total(), stream.len() as u64);
                assert!(work <= 6 * bytes, "{shape} by {chunk}: {work} for {bytes}");
            }
        }
    }
}
