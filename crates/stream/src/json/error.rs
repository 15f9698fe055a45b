//! Why a document cannot go on: the first impossible byte, and what could have stood there.

use std::fmt;

use super::Place;

/// The first byte with which the input can no longer become a document within the limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Error {
    /// Bytes before it.
    pub offset: u64,
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1, in Unicode scalar values.
    pub column: u32,
    /// What stands there.
    pub found: Found,
    /// What could have stood there.
    pub expected: Expected,
}

impl Error {
    pub(crate) fn new(place: Place, found: u8, expected: Expected) -> Self {
        Self {
            offset: place.offset,
            line: place.line,
            column: place.column,
            found: Found(found),
            expected,
        }
    }

    /// What to do about it, where the mistake is a known one.
    pub fn hint(&self) -> Option<&'static str> {
        Some(match (self.expected, self.found.0) {
            (Expected::Key, b'}') | (Expected::Value, b']') => {
                "Remove the comma before it: JSON has no trailing commas."
            }
            (
                Expected::Value
                | Expected::ValueOrEndArray
                | Expected::Key
                | Expected::KeyOrEndObject,
                b'\'',
            ) => "Put strings and names in double quotes.",
            (Expected::KeyOrEndObject | Expected::Key, b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'$') => {
                "Put the name in double quotes."
            }
            (Expected::Value | Expected::ValueOrEndArray, b'T' | b'F') => {
                "Write `true` and `false` in lower case."
            }
            (Expected::Value | Expected::ValueOrEndArray, b'N' | b'I' | b'u') => {
                "Write `null` instead: JSON has no NaN, Infinity, None or undefined."
            }
            (_, b'/' | b'#') if !matches!(self.expected, Expected::Escape | Expected::HexDigit) => {
                "Remove the comment: JSON has none."
            }
            (Expected::Value | Expected::ValueOrEndArray, b'`') => {
                "Remove the code fence around the document."
            }
            (Expected::Value | Expected::ValueOrEndArray, b'+') => "Remove the plus sign.",
            (Expected::Value | Expected::ValueOrEndArray, b'.') => {
                "Write a digit before the decimal point."
            }
            (Expected::StringCharacter, b'\n' | b'\r') => {
                "Close the string, or write the line break as `\\n`."
            }
            (Expected::StringCharacter, b'\t') => "Write the tab as `\\t`.",
            (Expected::End, b'{' | b'[') => {
                "Keep one document, put them into an array, or read them line by line as NDJSON."
            }
            (Expected::Continuation | Expected::Utf8, _) => "Save the text as UTF-8.",
            (_, 0xC2 | 0xE2 | 0xE3 | 0xEF) => {
                "Replace typographic quotes, spaces and invisible characters outside strings."
            }
            _ => return None,
        })
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "line {}, column {}: found {}, expected {}",
            self.line, self.column, self.found, self.expected
        )
    }
}

impl std::error::Error for Error {}

/// The byte that was found. It is a byte and not a character: an impossible byte is reported
/// before the bytes after it have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found(pub u8);

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            b'\n' | b'\r' => f.write_str("a line break"),
            b'\t' => f.write_str("a tab"),
            b' ' => f.write_str("a space"),
            b'`' => f.write_str("a backtick"),
            byte @ 0x21..=0x7E => write!(f, "`{}`", char::from(byte)),
            byte @ 0x80.. => write!(f, "the byte 0x{byte:02X}"),
            byte => write!(f, "the control character U+{byte:04X}"),
        }
    }
}

/// What could have stood in the place of an impossible byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Expected {
    /// A value.
    Value,
    /// A value, or the end of an empty array.
    ValueOrEndArray,
    /// A member's name.
    Key,
    /// A member's name, or the end of an empty object.
    KeyOrEndObject,
    /// The colon after a name.
    Colon,
    /// What follows a value in an object.
    CommaOrEndObject,
    /// What follows a value in an array.
    CommaOrEndArray,
    /// White space or nothing: the document is over.
    End,
    /// A digit.
    Digit,
    /// More of a number, or what may follow it.
    NumberOrItsEnd,
    /// This literal, letter by letter.
    Literal(&'static str),
    /// What may stand in a string: anything but a control character.
    StringCharacter,
    /// What may follow a backslash.
    Escape,
    /// A hexadecimal digit of a `\u` escape.
    HexDigit,
    /// A byte that begins a code point in UTF-8.
    Utf8,
    /// A byte that continues a code point in UTF-8.
    Continuation,
    /// The rest of a byte order mark.
    ByteOrderMark,
    /// No deeper nesting: [`Limits::max_depth`](super::Limits::max_depth).
    MaxDepth(usize),
    /// No further byte: [`Limits::max_bytes`](super::Limits::max_bytes).
    MaxBytes(u64),
    /// The end of a name or number: [`Limits::max_token_bytes`](super::Limits::max_token_bytes).
    MaxTokenBytes(usize),
    /// No further value: [`Limits::max_values`](super::Limits::max_values).
    MaxValues(usize),
}

impl Expected {
    /// Whether a limit was reached, and not the grammar broken.
    pub fn is_limit(self) -> bool {
        matches!(
            self,
            Self::MaxDepth(_) | Self::MaxBytes(_) | Self::MaxTokenBytes(_) | Self::MaxValues(_)
        )
    }
}

impl fmt::Display for Expected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Value => "a value",
            Self::ValueOrEndArray => "a value or `]`",
            Self::Key => "a name in double quotes",
            Self::KeyOrEndObject => "a name in double quotes or `}`",
            Self::Colon => "`:`",
            Self::CommaOrEndObject => "`,` or `}`",
            Self::CommaOrEndArray => "`,` or `]`",
            Self::End => "nothing more after the document",
            Self::Digit => "a digit",
            Self::NumberOrItsEnd => {
                "the rest of the number, or `,`, `]`, `}` or white space after it"
            }
            Self::Literal(word) => return write!(f, "`{word}`"),
            Self::StringCharacter => "the rest of the string, with control characters escaped",
            Self::Escape => {
                "one of `\"`, `\\`, `/`, `b`, `f`, `n`, `r`, `t`, `u` after a backslash"
            }
            Self::HexDigit => "four hexadecimal digits after `\\u`",
            Self::Utf8 => "UTF-8 text",
            Self::Continuation => "the rest of a UTF-8 character",
            Self::ByteOrderMark => "the rest of a byte order mark",
            Self::MaxDepth(most) => return write!(f, "at most {most} levels of nesting"),
            Self::MaxBytes(most) => return write!(f, "at most {most} bytes"),
            Self::MaxTokenBytes(most) => {
                return write!(f, "a name or number of at most {most} bytes");
            }
            Self::MaxValues(most) => return write!(f, "at most {most} values"),
        })
    }
}
