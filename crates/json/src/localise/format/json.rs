//! What the JSON formats share: string leaves with their places, and how a file writes strings.

use std::fmt::Write as _;
use std::ops::Range;

use ichiban_stream::json::{End, Event, Limits, Parser, Span};
use ichiban_tool::Severity;

use super::{Edit, Entry, Fault, LocaleMark, Reading};
use crate::localise::segment::pointer;
use crate::localise::{Catalogue, Locale, Translation};

/// A string value of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    /// Its keys from the root, outermost first.
    pub(super) path: Vec<String>,
    /// The string, escapes resolved.
    pub(super) text: String,
    /// Its bytes, quotes included.
    pub(super) span: Range<usize>,
    /// The bytes of its own name, quotes included; empty for an element of an array.
    pub(super) key: Range<usize>,
    /// Whether the object has an earlier member of this name.
    pub(super) replaces: bool,
}

/// Longest catalogue that is read.
pub(super) const LONGEST: u64 = 100 * 1024 * 1024;

/// The string leaves of a document, in order. Cost: one pass.
pub(super) fn leaves(text: &str) -> Result<Vec<Leaf>, Fault> {
    let limits = Limits {
        max_bytes: LONGEST,
        ..Limits::default()
    };
    let mut parser = Parser::new(limits);
    let mut reader = Reader::default();
    let read = parser.push(text.as_bytes(), &mut |event, span| reader.take(event, span));
    let end = match read {
        Err(error) => End::Invalid(error),
        Ok(()) => parser.finish(&mut |event, span| reader.take(event, span)),
    };
    match end {
        End::Complete => Ok(reader.leaves),
        End::Invalid(error) => Err(Fault {
            severity: Severity::Error,
            code: "invalid-json",
            path: String::new(),
            offset: usize::try_from(error.offset).unwrap_or(usize::MAX),
            message: format!("Found {}, expected {}.", error.found, error.expected),
            hint: error
                .hint()
                .unwrap_or("Mend the file at this place, or repair it first.")
                .to_owned(),
        }),
        End::Truncated(_) => Err(Fault {
            severity: Severity::Error,
            code: "truncated-json",
            path: String::new(),
            offset: text.len(),
            message: "The file stops before the document is over.".to_owned(),
            hint: "Get the whole file; its end is missing.".to_owned(),
        }),
    }
}

/// One open container.
enum Level {
    Object,
    Array(usize),
}

#[derive(Default)]
struct Reader {
    levels: Vec<Level>,
    /// Keys from the root to the value being read.
    path: Vec<String>,
    key: Range<usize>,
    replaces: bool,
    string: String,
    leaves: Vec<Leaf>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>, span: Span) {
        match event {
            Event::Key { name, replaces } => {
                self.path.push(name.to_owned());
                self.replaces = replaces;
                self.key = span.range();
            }
            Event::BeginObject => {
                self.begin();
                self.levels.push(Level::Object);
            }
            Event::BeginArray => {
                self.begin();
                self.levels.push(Level::Array(0));
            }
            Event::EndObject | Event::EndArray => {
                self.levels.pop();
                self.end();
            }
            Event::BeginString => {
                self.begin();
                self.string.clear();
            }
            Event::StringDelta(delta) => self.string.push_str(delta),
            Event::EndString => {
                self.leaves.push(Leaf {
                    path: self.path.clone(),
                    text: std::mem::take(&mut self.string),
                    span: span.range(),
                    key: std::mem::take(&mut self.key),
                    replaces: self.replaces,
                });
                self.end();
            }
            Event::Number(_) | Event::Bool(_) | Event::Null => {
                self.begin();
                self.end();
            }
            Event::LoneSurrogate { .. } => {}
        }
    }

    /// A value begins: an element gets its place for a key.
    fn begin(&mut self) {
        if let Some(Level::Array(next)) = self.levels.last_mut() {
            self.path.push(next.to_string());
            self.key = 0..0;
            *next += 1;
        }
    }

    /// A value ended.
    fn end(&mut self) {
        self.path.pop();
        self.replaces = false;
    }
}

/// A finding for every name that an object has twice.
pub(super) fn duplicates(leaves: &[Leaf]) -> Vec<Fault> {
    leaves
        .iter()
        .filter(|leaf| leaf.replaces)
        .map(|leaf| Fault {
            severity: Severity::Warning,
            code: "duplicate-key",
            path: pointer(&leaf.path),
            offset: leaf.span.start,
            message: "The object has an earlier member of this name, which programs do not see."
                .to_owned(),
            hint: "Remove one of the two.".to_owned(),
        })
        .collect()
}

/// A reading of these leaves as they stand, for a format without marks of its own.
pub(super) fn entry(leaf: &Leaf) -> Entry {
    Entry {
        path: leaf.path.clone(),
        text: leaf.text.clone(),
        slot: leaf.span.clone(),
        key: leaf.key.clone(),
        translatable: true,
        ..Entry::default()
    }
}

/// The edits of a format whose translations replace string values.
pub(super) fn edits(
    catalogue: &Catalogue,
    locale: &Locale,
    translations: &[Option<&Translation>],
) -> Vec<Edit> {
    let habits = Habits::of(catalogue.text());
    let mut edits: Vec<_> = catalogue
        .segments()
        .iter()
        .zip(translations)
        .filter_map(|(segment, translation)| {
            let translation = translation.as_ref()?;
            (translation.text != segment.text).then(|| Edit {
                span: segment.slot.clone(),
                replacement: habits.quote(&translation.text),
            })
        })
        .collect();
    edits.extend(
        catalogue
            .reading()
            .locale
            .as_ref()
            .map(|mark| mark.edit(locale)),
    );
    edits
}

/// The mark of a locale that is a string value.
pub(super) fn locale_mark(leaf: &Leaf) -> Option<LocaleMark> {
    Some(LocaleMark {
        locale: leaf.text.parse().ok()?,
        span: leaf.span.start + 1..leaf.span.end - 1,
        underscore: leaf.text.contains('_'),
    })
}

/// A limit of length that a note tells in words: `must be 132 characters or less`.
pub(super) fn limit_in_words(note: &str) -> Option<u32> {
    let lower = note.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .collect();
    words.iter().enumerate().find_map(|(at, word)| {
        let number: u32 = word.parse().ok().filter(|it| *it > 0)?;
        let unit = words.get(at + 1)?;
        if !matches!(*unit, "character" | "characters" | "char" | "chars") {
            return None;
        }
        let near = words.get(at.saturating_sub(4)..(at + 6).min(words.len()))?;
        near.iter()
            .any(|it| {
                matches!(
                    *it,
                    "max"
                        | "maximum"
                        | "most"
                        | "less"
                        | "fewer"
                        | "limit"
                        | "limited"
                        | "longer"
                        | "exceed"
                        | "shorter"
                        | "under"
                        | "within"
                )
            })
            .then_some(number)
    })
}

/// How a file writes its strings, where JSON leaves a choice.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "habits that occur independently"
)]
pub(super) struct Habits {
    /// Everything beyond ASCII is written as `\uXXXX`.
    ascii: bool,
    /// The digits of those escapes are upper case.
    upper: bool,
    /// `/` is written as `\/`.
    slash: bool,
    /// `<`, `>` and `&` are written as `\uXXXX`.
    html: bool,
}

impl Habits {
    /// The habits of a file. Cost: one pass.
    pub(super) fn of(text: &str) -> Self {
        let mut habits = Self::default();
        let mut escapes = 0_usize;
        let mut upper = 0_usize;
        let mut lower = 0_usize;
        let mut at = 0;
        let bytes = text.as_bytes();
        // A file with `<` outside escapes does not escape it.
        let markup = bytes.iter().any(|b| matches!(b, b'<' | b'>' | b'&'));
        while let Some(found) = bytes
            .get(at..)
            .and_then(|it| it.iter().position(|b| *b == b'\\'))
        {
            at += found + 2;
            match bytes.get(at - 1) {
                Some(b'/') => habits.slash = true,
                Some(b'u') => {
                    let digits = text.get(at..at + 4).unwrap_or_default();
                    match u32::from_str_radix(digits, 16) {
                        Ok(0x3c | 0x3e | 0x26) => habits.html = !markup,
                        Ok(0xA0..) => escapes += 1,
                        _ => {}
                    }
                    let letter = digits.bytes().find(u8::is_ascii_alphabetic);
                    upper += usize::from(letter.is_some_and(|b| b.is_ascii_uppercase()));
                    lower += usize::from(letter.is_some_and(|b| b.is_ascii_lowercase()));
                }
                _ => {}
            }
        }
        let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
        habits.ascii = escapes > 0 && plain.is_ascii();
        habits.upper = upper > lower;
        habits
    }

    /// A string as this file writes it, quotes included.
    pub(super) fn quote(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + 2);
        out.push('"');
        for c in text.chars() {
            match c {
                '"' => out.push_str("\\\""),
                '\\' => out.push_str("\\\\"),
                '\n' => out.push_str("\\n"),
                '\r' => out.push_str("\\r"),
                '\t' => out.push_str("\\t"),
                '\u{8}' => out.push_str("\\b"),
                '\u{c}' => out.push_str("\\f"),
                '/' if self.slash => out.push_str("\\/"),
                '<' | '>' | '&' if self.html => self.escape(c, &mut out),
                '\0'..='\u{1f}' => self.escape(c, &mut out),
                '\u{7f}'.. if self.ascii => self.escape(c, &mut out),
                _ => out.push(c),
            }
        }
        out.push('"');
        out
    }

    fn escape(self, c: char, out: &mut String) {
        for unit in c.encode_utf16(&mut [0; 2]) {
            // Writing to a string cannot fail.
            let _ = if self.upper {
                write!(out, "\\u{unit:04X}")
            } else {
                write!(out, "\\u{unit:04x}")
            };
        }
    }
}

/// The layout of a JSON file in words.
pub(super) fn layout(text: &str) -> String {
    let mut lines = text
        .split(['\n', '\r'])
        .skip(1)
        .filter(|line| !line.trim().is_empty());
    let indent = lines.find_map(|line| {
        let indent = line.get(..line.len() - line.trim_start().len())?;
        (!indent.is_empty()).then_some(indent)
    });
    match indent {
        None if text.trim_end().contains(['\n', '\r']) => "not indented".to_owned(),
        None => "one line".to_owned(),
        Some(indent) if indent.starts_with('\t') => "tabs".to_owned(),
        Some(" ") => "1 space".to_owned(),
        Some(indent) => format!("{} spaces", indent.chars().count()),
    }
}

/// The leaves as a reading, with what every JSON format says of a file.
pub(super) fn reading(entries: Vec<Entry>, locale: Option<LocaleMark>, leaves: &[Leaf]) -> Reading {
    Reading {
        entries,
        locale,
        notices: duplicates(leaves),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_have_path_text_and_span() {
        let text = "\u{feff}{\"a\": {\"b/c\": \"x\\u00e9\", \"n\": 1}, \"l\": [null, \"y\"], \"a\": \"z\"}";
        let found = leaves(text).unwrap();
        let shown: Vec<_> = found
            .iter()
            .map(|it| (pointer(&it.path), it.text.as_str(), &text[it.span.clone()]))
            .collect();
        assert_eq!(
            shown,
            [
                ("/a/b~1c".to_owned(), "xé", "\"x\\u00e9\""),
                ("/l/1".to_owned(), "y", "\"y\""),
                ("/a".to_owned(), "z", "\"z\""),
            ]
        );
        assert_eq!(duplicates(&found).len(), 1);
    }

    #[test]
    fn a_file_keeps_its_habits() {
        for (file, text, quoted) in [
            ("{}", "é/<\u{1}\n\"", "\"é/<\\u0001\\n\\\"\""),
            (r#"{"a":"\u00E9"}"#, "ü𝄞", "\"\\u00FC\\uD834\\uDD1E\""),
            (r#"{"a":"\u00e9 é"}"#, "ü", "\"ü\""),
            (r#"{"a":"a\/b"}"#, "c/d", "\"c\\/d\""),
            (r#"{"a":"\u003cb\u003e"}"#, "<i>", "\"\\u003ci\\u003e\""),
            (r#"{"a":"\\u00e9"}"#, "ü", "\"ü\""),
        ] {
            assert_eq!(Habits::of(file).quote(text), quoted, "{file}");
        }
    }

    #[test]
    fn a_limit_is_read_from_words() {
        for (note, limit) in [
            ("must be 132 characters or less", Some(132)),
            ("Max. 45 characters", Some(45)),
            ("No longer than 12 chars, please", Some(12)),
            ("The first 3 characters are the code", None),
            ("Button", None),
        ] {
            assert_eq!(limit_in_words(note), limit, "{note}");
        }
    }

    #[test]
    fn a_broken_document_is_told_with_its_place() {
        assert_eq!(leaves("{\"a\" 1}").unwrap_err().offset, 5);
        assert_eq!(leaves("{\"a\": \"x").unwrap_err().code, "truncated-json");
    }
}
