//! What a repair changes, and where.

use std::fmt;
use std::ops::Range;

use compact_str::CompactString;
use ichiban_tool::{Diagnostic, Place, Severity};
use serde::Serialize;

/// One change, and the place in the text before all changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What was wrong.
    pub kind: ChangeKind,
    /// Where it begins.
    #[serde(flatten)]
    pub place: Place,
    /// Bytes before it.
    pub offset: usize,
    /// What stood there. Nearly always a few letters, which take no room of their own.
    pub removed: CompactString,
    /// What stands there now.
    pub inserted: CompactString,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { line, column } = self.place;
        write!(f, "line {line}, column {column}: {}", self.kind)
    }
}

/// What was wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each says in words what it is, by `Display`")]
pub enum ChangeKind {
    Bracket,
    Colon,
    Comma,
    Comment,
    Concatenation,
    ControlCharacter,
    Ellipsis,
    Escape,
    ExtraBracket,
    ExtraComma,
    Fence,
    Literal,
    Lines,
    Number,
    Prose,
    QuoteInString,
    QuoteMissing,
    QuoteStyle,
    Truncated,
    ValueMissing,
    WhiteSpace,
    Wrapper,
}

impl fmt::Display for ChangeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Bracket => "added a missing bracket",
            Self::Colon => "added a missing colon",
            Self::Comma => "added a missing comma",
            Self::Comment => "removed a comment",
            Self::Concatenation => "joined strings",
            Self::ControlCharacter => "escaped a control character",
            Self::Ellipsis => "removed an ellipsis",
            Self::Escape => "mended an escape",
            Self::ExtraBracket => "removed or replaced a bracket that closes nothing",
            Self::ExtraComma => "removed an extra comma",
            Self::Fence => "removed a code fence",
            Self::Literal => "replaced a constant of another language",
            Self::Lines => "put values into an array",
            Self::Number => "mended a number",
            Self::Prose => "removed text around the document",
            Self::QuoteInString => "escaped a quote within a string",
            Self::QuoteMissing => "added missing quotes",
            Self::QuoteStyle => "replaced quotes by double quotes",
            Self::Truncated => "completed what was cut off",
            Self::ValueMissing => "added null for a missing value",
            Self::WhiteSpace => "replaced white space that JSON does not have",
            Self::Wrapper => "removed a call or parentheses around a value",
        })
    }
}

#[derive(Debug)]
struct Edit {
    range: Range<usize>,
    inserted: CompactString,
    kind: ChangeKind,
    /// Whether it goes before what else is inserted at its place.
    outer: bool,
}

/// Changes under way.
#[derive(Debug)]
pub(super) struct Edits<'t> {
    text: &'t str,
    edits: Vec<Edit>,
}

impl<'t> Edits<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            edits: Vec::new(),
        }
    }

    pub(super) fn replace(
        &mut self,
        range: Range<usize>,
        by: impl Into<CompactString>,
        kind: ChangeKind,
    ) {
        let inserted = by.into();
        if !range.is_empty() || !inserted.is_empty() {
            self.edits.push(Edit {
                range,
                inserted,
                kind,
                outer: false,
            });
        }
    }

    pub(super) fn insert(&mut self, at: usize, what: impl Into<CompactString>, kind: ChangeKind) {
        self.replace(at..at, what, kind);
    }

    /// Inserts before what has been inserted at the same place.
    pub(super) fn open(&mut self, at: usize, what: &str, kind: ChangeKind) {
        self.edits.push(Edit {
            range: at..at,
            inserted: what.into(),
            kind,
            outer: true,
        });
    }

    pub(super) fn remove(&mut self, range: Range<usize>, kind: ChangeKind) {
        self.replace(range, "", kind);
    }

    /// How many changes there are, to come back to.
    pub(super) fn mark(&self) -> usize {
        self.edits.len()
    }

    /// Forgets the changes since a mark.
    pub(super) fn reset(&mut self, mark: usize) {
        self.edits.truncate(mark);
    }

    /// Escapes what cannot stand in a string as it is.
    pub(super) fn escape(&mut self, range: Range<usize>) {
        let text = self.text.get(range.clone()).unwrap_or_default();
        for (at, c) in text.char_indices() {
            let at = range.start + at;
            match c {
                '"' | '\\' => self.insert(at, "\\", ChangeKind::QuoteInString),
                c if u32::from(c) < 0x20 => {
                    let escaped = format!("\\u{:04x}", u32::from(c));
                    self.replace(at..at + 1, escaped, ChangeKind::ControlCharacter);
                }
                _ => {}
            }
        }
    }

    /// The text with all changes made, and their list.
    pub(super) fn apply(mut self) -> (String, Vec<Change>) {
        // They come nearly in order; those at one place stay in theirs.
        self.edits
            .sort_by_key(|edit| (edit.range.start, !edit.outer));
        let inserted: usize = self.edits.iter().map(|edit| edit.inserted.len()).sum();
        let mut out = String::with_capacity(self.text.len() + inserted);
        let mut places = Places::new(self.text);
        let mut changes = Vec::with_capacity(self.edits.len());
        let mut copied = 0;
        for Edit {
            range,
            inserted,
            kind,
            outer: _,
        } in self.edits
        {
            let start = range.start.max(copied);
            let end = range.end.max(start);
            out.push_str(self.text.get(copied..start).unwrap_or_default());
            out.push_str(&inserted);
            changes.push(Change {
                kind,
                place: places.at(start),
                offset: start,
                removed: self.text.get(start..end).unwrap_or_default().into(),
                inserted,
            });
            copied = end;
        }
        out.push_str(self.text.get(copied..).unwrap_or_default());
        (out, changes)
    }

    /// Says why there is no repair.
    pub(super) fn failure(&self, at: usize, message: &str) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            code: "beyond-repair".to_owned(),
            path: String::new(),
            place: Places::new(self.text).at(at),
            message: message.to_owned(),
            hint: "Check that this is the text you meant.".to_owned(),
        }
    }
}

/// Lines and columns of places that come in order.
struct Places<'t> {
    text: &'t str,
    at: usize,
    place: Place,
    after_cr: bool,
}

impl<'t> Places<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            place: Place::START,
            after_cr: false,
        }
    }

    fn at(&mut self, offset: usize) -> Place {
        for byte in self.text.get(self.at..offset).unwrap_or_default().bytes() {
            match byte {
                b'\n' if self.after_cr => {}
                b'\n' | b'\r' => {
                    self.place = Place {
                        line: self.place.line + 1,
                        column: 1,
                    }
                }
                // What goes on with a character is none.
                0x80..0xc0 => {}
                _ => self.place.column += 1,
            }
            self.after_cr = byte == b'\r';
        }
        self.at = self.at.max(offset);
        self.place
    }
}
