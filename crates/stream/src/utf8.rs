//! UTF-8 text from chunks that may be cut inside a code point.
//!
//! Strict, as Unicode 15 §3.9 table 3-7 has it: overlong forms, surrogates and code points above
//! U+10FFFF are errors at the first byte that makes them so.
//!
//! ```
//! use ichiban_stream::utf8::Decoder;
//!
//! let mut text = String::new();
//! let mut decoder = Decoder::default();
//! decoder.push(b"caf\xC3", &mut |part| text.push_str(part))?;
//! decoder.push(b"\xA9", &mut |part| text.push_str(part))?;
//! decoder.finish()?;
//! assert_eq!(text, "café");
//! # Ok::<(), ichiban_stream::utf8::Error>(())
//! ```

use thiserror::Error;

/// Bytes that are not UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Error {
    /// A byte that cannot stand where it does.
    #[error("byte {offset} is 0x{byte:02X}, which is not UTF-8 there")]
    Impossible {
        /// Where it is, in bytes from the start of the input.
        offset: u64,
        /// The byte.
        byte: u8,
    },
    /// The input ended inside a code point.
    #[error("the input ends at byte {offset}, inside a code point")]
    Cut {
        /// The input's length in bytes.
        offset: u64,
    },
}

/// Assembles text from bytes. After an error every further call returns that error.
#[derive(Debug, Clone, Default)]
pub struct Decoder {
    offset: u64,
    partial: Partial,
    failure: Option<Error>,
}

impl Decoder {
    /// Takes the next bytes and gives the text they complete, in at most two parts. Up to three
    /// bytes are held back. Text before an impossible byte is given before the error returns.
    pub fn push(&mut self, bytes: &[u8], sink: &mut dyn FnMut(&str)) -> Result<(), Error> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        let mut rest = bytes;
        while !rest.is_empty() {
            if self.partial.is_empty() {
                let text = valid_prefix(rest);
                if !text.is_empty() {
                    sink(text);
                    rest = rest.get(text.len()..).unwrap_or_default();
                }
            }
            while let Some((&byte, after)) = rest.split_first() {
                match self.partial.push(byte) {
                    Step::More => rest = after,
                    Step::Complete(scalar) => {
                        sink(scalar.encode_utf8(&mut [0; 4]));
                        rest = after;
                        break;
                    }
                    Step::Impossible => {
                        let at = bytes.len() - rest.len();
                        let error = Error::Impossible {
                            offset: self.offset + at as u64,
                            byte,
                        };
                        self.failure = Some(error);
                        return Err(error);
                    }
                }
            }
        }
        self.offset += bytes.len() as u64;
        Ok(())
    }

    /// Says whether the input ended between code points.
    pub fn finish(&self) -> Result<(), Error> {
        match self.failure {
            Some(failure) => Err(failure),
            None if self.partial.is_empty() => Ok(()),
            None => Err(Error::Cut {
                offset: self.offset,
            }),
        }
    }
}

/// The longest prefix that is whole, valid UTF-8.
pub(crate) fn valid_prefix(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => bytes
            .get(..error.valid_up_to())
            .and_then(|valid| std::str::from_utf8(valid).ok())
            .unwrap_or_default(),
    }
}

/// A code point of which some bytes have come.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Partial {
    /// The bits so far.
    bits: u32,
    /// Continuation bytes still to come; 0 between code points.
    missing: u8,
    /// The lead byte while it alone has come: it narrows the byte after it. 0 otherwise.
    lead: u8,
}

/// What one more byte does to a [`Partial`].
pub(crate) enum Step {
    /// The code point is not whole yet.
    More,
    /// It is, and the partial is empty again.
    Complete(char),
    /// No code point has this byte here. The partial is unchanged.
    Impossible,
}

impl Partial {
    pub(crate) fn is_empty(self) -> bool {
        self.missing == 0
    }

    pub(crate) fn push(&mut self, byte: u8) -> Step {
        if self.missing == 0 {
            let (missing, mask) = match byte {
                0x00..=0x7F => return Step::Complete(char::from(byte)),
                0xC2..=0xDF => (1, 0x1F),
                0xE0..=0xEF => (2, 0x0F),
                0xF0..=0xF4 => (3, 0x07),
                _ => return Step::Impossible,
            };
            *self = Self {
                bits: u32::from(byte & mask),
                missing,
                lead: byte,
            };
            return Step::More;
        }
        let allowed = match self.lead {
            0xE0 => 0xA0..=0xBF,
            0xED => 0x80..=0x9F,
            0xF0 => 0x90..=0xBF,
            0xF4 => 0x80..=0x8F,
            _ => 0x80..=0xBF,
        };
        if !allowed.contains(&byte) {
            return Step::Impossible;
        }
        self.bits = self.bits << 6 | u32::from(byte & 0x3F);
        self.missing -= 1;
        self.lead = 0;
        if self.missing > 0 {
            return Step::More;
        }
        match char::from_u32(self.bits) {
            Some(scalar) => Step::Complete(scalar),
            // The ranges above leave nothing that is not a scalar value.
            None => Step::Impossible,
        }
    }
}

/// How many bytes of `text` continue a code point: its bytes less its scalar values.
#[inline]
pub(crate) fn continuation_bytes(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0xC0 == 0x80).count()
}
