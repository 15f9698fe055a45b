//! Newline-delimited JSON (also JSON Lines): one document a line, UTF-8.
//!
//! Lines end at LF or CR LF. Empty lines and a leading byte order mark are skipped. The last line
//! needs no line end: it is given by [`Decoder::finish`], and whether it was cut is for the JSON
//! parser to say. The lines themselves are not parsed here.
//!
//! ```
//! use ichiban_stream::ndjson::{Decoder, Limits};
//!
//! let mut lines = Vec::new();
//! let mut decoder = Decoder::new(Limits::default());
//! decoder.push(b"{\"a\":1}\n{\"a\"", &mut |line| lines.push(line.text.to_owned()))?;
//! decoder.push(b":2}", &mut |line| lines.push(line.text.to_owned()))?;
//! decoder.finish(&mut |line| lines.push(line.text.to_owned()))?;
//! assert_eq!(lines, ["{\"a\":1}", "{\"a\":2}"]);
//! # Ok::<(), ichiban_stream::ndjson::Error>(())
//! ```

use memchr::memchr;
use thiserror::Error;

use crate::work::Work;

/// How much a stream may make the decoder hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes of one line.
    pub max_line_bytes: usize,
}

impl Default for Limits {
    /// 64 MiB.
    fn default() -> Self {
        Self {
            max_line_bytes: 64 << 20,
        }
    }
}

/// One line that is not empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// Its number, from 1; empty lines count.
    pub number: u64,
    /// Its text, without the line end.
    pub text: &'a str,
}

/// A stream that cannot be read on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Error {
    /// A line is longer than [`Limits::max_line_bytes`].
    #[error("line {line} is longer than the limit of {limit} bytes")]
    TooLong {
        /// The line, from 1.
        line: u64,
        /// The limit.
        limit: usize,
    },
    /// A line is not UTF-8.
    #[error("line {line} is not UTF-8 from its byte {byte} on")]
    NotUtf8 {
        /// The line, from 1.
        line: u64,
        /// Where in the line, in bytes from 0.
        byte: usize,
    },
}

/// Cuts a stream into lines. After an error every further call returns that error.
#[derive(Debug, Clone)]
pub struct Decoder {
    limits: Limits,
    /// The start of a line whose end has not come.
    line: Vec<u8>,
    /// Line ends read.
    ends: u64,
    failure: Option<Error>,
    work: Work,
}

impl Decoder {
    /// A decoder at the start of a stream.
    pub fn new(limits: Limits) -> Self {
        Self {
            limits,
            line: Vec::new(),
            ends: 0,
            failure: None,
            work: Work::default(),
        }
    }

    /// Takes the next bytes and gives the lines they complete. Linear in `bytes`.
    pub fn push(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Line<'_>)) -> Result<(), Error> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        let result = self.read(bytes, sink);
        self.failure = result.err();
        result
    }

    /// Gives the last line if no line end came after it.
    pub fn finish(&mut self, sink: &mut dyn FnMut(Line<'_>)) -> Result<(), Error> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        let line = std::mem::take(&mut self.line);
        let result = self.give(&line, sink);
        self.failure = result.err();
        result
    }

    fn read(&mut self, bytes: &[u8], sink: &mut dyn FnMut(Line<'_>)) -> Result<(), Error> {
        let mut rest = bytes;
        while let Some(end) = memchr(b'\n', rest) {
            let (line, after) = rest.split_at(end);
            rest = after.get(1..).unwrap_or_default();
            self.check(self.line.len() + line.len())?;
            self.work.add(2 * line.len() + 1);
            if self.line.is_empty() {
                self.give(line, sink)?;
            } else {
                self.line.extend_from_slice(line);
                let whole = std::mem::take(&mut self.line);
                self.work.add(whole.len());
                self.give(&whole, sink)?;
                // Its allocation serves the next line that is cut.
                self.line = whole;
                self.line.clear();
            }
            self.ends += 1;
        }
        self.check(self.line.len() + rest.len())?;
        self.work.add(2 * rest.len());
        self.line.extend_from_slice(rest);
        Ok(())
    }

    fn give(&mut self, line: &[u8], sink: &mut dyn FnMut(Line<'_>)) -> Result<(), Error> {
        let number = self.ends + 1;
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let marked = number == 1 && line.starts_with(b"\xEF\xBB\xBF");
        let line = if marked {
            line.get(3..).unwrap_or_default()
        } else {
            line
        };
        let text = std::str::from_utf8(line).map_err(|error| Error::NotUtf8 {
            line: number,
            byte: error.valid_up_to() + if marked { 3 } else { 0 },
        })?;
        if !text.trim_ascii().is_empty() {
            sink(Line { number, text });
        }
        Ok(())
    }

    fn check(&self, bytes: usize) -> Result<(), Error> {
        if bytes <= self.limits.max_line_bytes {
            return Ok(());
        }
        Err(Error::TooLong {
            line: self.ends + 1,
            limit: self.limits.max_line_bytes,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_linear_in_the_input() {
        for line in [1, 100, 1_000_000] {
            let text = format!("{}\n", "1".repeat(line)).repeat(1_000_000 / line);
            for chunk in [16, 16 << 10, usize::MAX] {
                let mut decoder = Decoder::new(Limits::default());
                for bytes in text.as_bytes().chunks(chunk) {
                    decoder.push(bytes, &mut |_| {}).unwrap();
                }
                let (work, bytes) = (decoder.work.total(), text.len() as u64);
                assert!(work <= 6 * bytes, "lines of {line} by {chunk}: {work}");
            }
        }
    }
}
