//! The one shape that every reader gives: a page of documentation as blocks, each with its place.
//!
//! Nothing here knows about APIs. [`Text`] keeps inline marks (code, bold, links) as ranges beside
//! the plain characters, because documentation says with them what is a name and what is prose.

use serde::{Deserialize, Serialize};

use crate::api::Note;
use crate::exchange::{Answer, Exchange};
use crate::readers::Fact;

/// One page, file or export.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Its file name, or what the person called it.
    pub name: String,
    /// Its blocks in reading order.
    pub blocks: Vec<Block>,
    /// What of it could not be read.
    pub notes: Vec<Note>,
}

/// Where something stands in its source.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Location {
    /// A range of bytes of a text, and the line where it starts.
    Span {
        /// First byte.
        start: usize,
        /// One past the last byte.
        end: usize,
        /// Line of the first byte, from 1.
        line: u32,
    },
    /// A box on a page. Points (1/72 inch) from the page's upper left corner.
    Page {
        /// Page, from 1.
        number: u32,
        /// Left, top, right, bottom.
        area: [f32; 4],
    },
}

impl Location {
    /// The start of a text.
    pub const START: Self = Self::Span {
        start: 0,
        end: 0,
        line: 1,
    };
}

/// A block and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    pub location: Location,
}

/// The kinds of blocks.
#[derive(Debug, Clone, PartialEq)]
pub enum BlockKind {
    /// A heading. `level` is 1 for the largest.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its text.
        text: Text,
        /// The fragment by which links reach it, if the source gives one.
        anchor: Option<String>,
    },
    /// A paragraph.
    Paragraph(Text),
    /// A list, ordered or not.
    List(Vec<Item>),
    /// Terms and what they mean.
    Definitions(Vec<Definition>),
    /// A table. Rows may be ragged.
    Table(Table),
    /// Preformatted text.
    Code {
        /// The language, in lower case, if the source names one.
        language: Option<String>,
        /// The text, without a final line break.
        text: String,
    },
    /// An element that is neither prose nor plain structure: a JSX tag, a directive, a shortcode.
    Component {
        /// Its name as written.
        name: String,
        /// Its attributes, in order. An attribute without a value has an empty one.
        attributes: Vec<(String, String)>,
        /// What stands inside.
        children: Vec<Block>,
    },
    /// A quotation or a call-out.
    Quote(Vec<Block>),
    /// A recorded call.
    Exchange(Box<Recording>),
}

/// A call as a recording holds it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Recording {
    /// The name of the collection it belongs to.
    pub collection: Option<String>,
    /// The version that the collection says it has.
    pub version: Option<String>,
    /// The call.
    pub exchange: Exchange,
    /// What the recording says of the call's parameters. One with an empty name is about the call
    /// itself.
    pub facts: Vec<Fact>,
    /// Further answers that the call may get, as the recording shows them.
    pub answers: Vec<Answer>,
}

/// One entry of a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Item {
    /// Its first paragraph.
    pub text: Text,
    /// What follows, such as nested lists and code.
    pub children: Vec<Block>,
    /// Where it stands, if known more closely than the list.
    pub location: Option<Location>,
}

/// One entry of a definition list.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    /// What is defined.
    pub term: Text,
    /// The fragment by which links reach it.
    pub anchor: Option<String>,
    /// What it means.
    pub body: Vec<Block>,
    /// Where the term stands.
    pub location: Location,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// The cells of the head; empty if the source marks none.
    pub header: Vec<Text>,
    /// The rows, from the top.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Its cells. Blocks within a cell are parted by line breaks.
    pub cells: Vec<Text>,
    /// Where it stands, if known more closely than the table.
    pub location: Option<Location>,
}

/// Characters and the marks on them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text {
    /// The characters. White space is collapsed, except for line breaks between blocks of a cell.
    pub plain: String,
    /// The marks, by start.
    pub marks: Vec<Mark>,
}

/// A mark on a range of bytes of [`Text::plain`].
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it says.
    pub kind: MarkKind,
}

/// What a [`Mark`] says of its characters.
#[derive(Debug, Clone, PartialEq)]
pub enum MarkKind {
    /// Fixed width.
    Code,
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
    /// A link and its target.
    Link(String),
    /// An inline component with attributes, such as `<Route method="GET">`.
    Component {
        /// Its name as written.
        name: String,
        /// Its attributes, in order.
        attributes: Vec<(String, String)>,
    },
}

impl Text {
    /// Text without marks.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            plain: text.into(),
            marks: Vec::new(),
        }
    }

    /// Whether nothing but white space is there.
    pub fn is_blank(&self) -> bool {
        self.plain.trim().is_empty()
    }

    /// The characters under `mark`.
    pub fn marked(&self, mark: &Mark) -> &str {
        self.plain.get(mark.start..mark.end).unwrap_or_default()
    }

    /// The links on it, in order: shown text and target.
    pub fn links(&self) -> impl Iterator<Item = (&str, &str)> {
        self.marks.iter().filter_map(|mark| match &mark.kind {
            MarkKind::Link(target) => Some((self.marked(mark), target.as_str())),
            _ => None,
        })
    }

    /// The part from byte `from` on, marks moved along. White space at both ends is dropped.
    #[must_use]
    pub fn slice_from(&self, from: usize) -> Self {
        self.slice(from, self.plain.len())
    }

    /// The part between two bytes, marks moved along. White space at both ends is dropped.
    /// A bound that is out of range or within a character gives an empty text.
    #[must_use]
    pub fn slice(&self, from: usize, to: usize) -> Self {
        let Some(part) = self.plain.get(from..to) else {
            return Self::default();
        };
        let start = from + (part.len() - part.trim_start().len());
        let part = part.trim();
        let end = start + part.len();
        let marks = self
            .marks
            .iter()
            .filter(|mark| mark.start < end && mark.end > start)
            .map(|mark| Mark {
                start: mark.start.max(start) - start,
                end: mark.end.min(end) - start,
                kind: mark.kind.clone(),
            })
            .collect();
        Self {
            plain: part.to_owned(),
            marks,
        }
    }

    /// Puts braces around words that are set in italics within a path, as in `/users/*id*/keys`:
    /// they stand for values.
    fn brace_placeholders(&mut self) {
        let mut from = 0;
        while let Some(at) = self.marks.get(from..).and_then(|marks| {
            marks
                .iter()
                .position(|mark| mark.kind == MarkKind::Emphasis && self.stands_in_path(mark))
        }) {
            let Some(mark) = self.marks.get(from + at).cloned() else {
                return;
            };
            self.plain.insert(mark.end, '}');
            self.plain.insert(mark.start, '{');
            for other in &mut self.marks {
                // What begins or ends with the word takes the braces in.
                other.start +=
                    usize::from(other.start > mark.start) + usize::from(other.start >= mark.end);
                other.end +=
                    usize::from(other.end > mark.start) + usize::from(other.end >= mark.end);
            }
            from += at + 1;
        }
    }

    /// Whether a mark is on one word that is a segment of a path, or ends one.
    fn stands_in_path(&self, mark: &Mark) -> bool {
        let word = self.marked(mark);
        let before = self.plain.get(..mark.start).unwrap_or_default();
        let run = before
            .rsplit(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | '`' | '"'))
            .next()
            .unwrap_or_default();
        let after = self.plain.get(mark.end..).unwrap_or_default();
        word.len() < 48
            && word.starts_with(|c: char| c.is_ascii_alphabetic())
            && word
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
            && (run.starts_with('/') || run.starts_with("http"))
            && run.ends_with('/')
            && !after.starts_with(|c: char| c.is_alphanumeric())
    }

    /// Its lines, each with its marks.
    pub fn lines(&self) -> Vec<Self> {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in self.plain.split('\n') {
            lines.push(self.slice(start, start + line.len()));
            start += line.len() + 1;
        }
        lines
    }
}

/// Builds a [`Text`] from runs, collapsing white space as a browser does.
#[derive(Debug, Default)]
pub struct TextBuilder {
    text: Text,
    open: Vec<(usize, MarkKind)>,
}

impl TextBuilder {
    /// Adds characters. Runs of white space become one space.
    pub fn push(&mut self, run: &str) {
        for c in run.chars() {
            if matches!(c, '\u{200b}' | '\u{feff}' | '\u{ad}') {
                continue;
            }
            if c.is_whitespace() {
                if !self.text.plain.is_empty() && !self.text.plain.ends_with([' ', '\n']) {
                    self.text.plain.push(' ');
                }
            } else {
                self.text.plain.push(c);
            }
        }
    }

    /// Starts a new line, unless one has just been started.
    pub fn line_break(&mut self) {
        while self.text.plain.ends_with(' ') {
            self.text.plain.pop();
        }
        if !self.text.plain.is_empty() && !self.text.plain.ends_with('\n') {
            self.text.plain.push('\n');
        }
    }

    /// Opens a mark; [`Self::close`] ends the one opened last.
    pub fn open(&mut self, kind: MarkKind) {
        self.open.push((self.text.plain.len(), kind));
    }

    /// Ends the mark opened last.
    pub fn close(&mut self) {
        if let Some((start, kind)) = self.open.pop() {
            let end = self.text.plain.len();
            if end > start.min(end) || matches!(kind, MarkKind::Component { .. }) {
                self.text.marks.push(Mark {
                    start: start.min(end),
                    end,
                    kind,
                });
            }
        }
    }

    /// Whether what was added ends in one of these characters.
    pub fn ends_with(&self, characters: impl AsRef<[char]>) -> bool {
        self.text.plain.ends_with(characters.as_ref())
    }

    /// Whether nothing has been added.
    pub fn is_empty(&self) -> bool {
        self.text.plain.is_empty() && self.text.marks.is_empty() && self.open.is_empty()
    }

    /// Ends all marks and gives the text, trimmed.
    pub fn finish(&mut self) -> Text {
        while !self.open.is_empty() {
            self.close();
        }
        let mut text = std::mem::take(&mut self.text);
        let length = text.plain.trim_end().len();
        text.plain.truncate(length);
        for mark in &mut text.marks {
            mark.start = mark.start.min(length);
            mark.end = mark.end.min(length);
            // A mark must not begin or end on the space that collapsing left at its edge.
            while mark.start < mark.end && text.plain.as_bytes().get(mark.start) == Some(&b' ') {
                mark.start += 1;
            }
            while mark.end > mark.start && text.plain.as_bytes().get(mark.end - 1) == Some(&b' ') {
                mark.end -= 1;
            }
        }
        text.marks
            .sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
        text.brace_placeholders();
        text
    }
}

/// Turns byte offsets of a text into lines.
#[derive(Debug)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Indexes a text: one pass.
    pub fn new(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(
            text.bytes()
                .enumerate()
                .filter(|(_, b)| *b == b'\n')
                .map(|(i, _)| i + 1),
        );
        Self { starts }
    }

    /// The place of a range of bytes.
    pub fn locate(&self, start: usize, end: usize) -> Location {
        let line = self.starts.partition_point(|first| *first <= start).max(1);
        Location::Span {
            start,
            end,
            line: u32::try_from(line).unwrap_or(u32::MAX),
        }
    }
}
