//! Apple `.strings`: `"key" = "value";`, with comments above.
//!
//! ```text
//! /* On the start page */
//! "greeting" = "Hello, %@";
//! ```

use std::ops::Range;

use ichiban_tool::Severity;

use super::{Edit, Entry, Fault, Format, Reading, Sample, Wanted, value_edits};
use crate::localise::message::{Printf, Syntax};
use crate::localise::{Catalogue, Locale, Translation};

/// Apple `.strings`.
pub(super) struct AppleStrings;

impl Format for AppleStrings {
    fn name(&self) -> &'static str {
        "strings"
    }

    fn label(&self) -> &'static str {
        "Apple strings"
    }

    fn media_type(&self) -> &'static str {
        "text/plain"
    }

    fn likeness(&self, sample: &Sample<'_>) -> u8 {
        if sample.has_extension("strings") {
            100
        } else {
            0
        }
    }

    fn adjust(&self, syntax: Syntax) -> Syntax {
        Syntax {
            printf: Printf::On,
            ..syntax
        }
    }

    fn numbers_arguments(&self, _: &Entry, _: bool) -> bool {
        true
    }

    fn layout(&self, _: &str) -> String {
        "one text a line".to_owned()
    }

    fn read(&self, text: &str, _: Wanted<'_>) -> Result<Reading, Fault> {
        let mut reader = Reader { text, at: 0 };
        let mut entries = Vec::new();
        loop {
            let note = reader.space()?;
            if reader.rest().is_empty() {
                break;
            }
            let key = reader.token("a key in quotes")?;
            reader.space()?;
            reader.expect('=')?;
            reader.space()?;
            let slot = reader.token("a value in quotes")?;
            reader.space()?;
            reader.expect(';')?;
            entries.push(Entry {
                path: vec![unquoted(text.get(key.clone()).unwrap_or_default())],
                text: unquoted(text.get(slot.clone()).unwrap_or_default()),
                slot,
                key,
                note,
                translatable: true,
                ..Entry::default()
            });
        }
        Ok(Reading {
            entries,
            ..Reading::default()
        })
    }

    fn edits(
        &self,
        catalogue: &Catalogue,
        _: &Locale,
        translations: &[Option<&Translation>],
    ) -> Vec<Edit> {
        value_edits(catalogue, translations, |_, text| quoted(text))
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn fault(&self, expected: &str) -> Fault {
        let found = self
            .rest()
            .chars()
            .next()
            .map_or("the end of the file".to_owned(), |c| format!("`{c}`"));
        Fault {
            severity: Severity::Error,
            code: "invalid-strings",
            path: String::new(),
            offset: self.at,
            message: format!("Found {found}, expected {expected}."),
            hint: "Write each text as \"key\" = \"value\";".to_owned(),
        }
    }

    /// Passes over white space and comments, and returns the last comment.
    fn space(&mut self) -> Result<Option<String>, Fault> {
        let mut note = None;
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            self.at += rest.len() - trimmed.len();
            if let Some(comment) = trimmed.strip_prefix("/*") {
                let Some(end) = comment.find("*/") else {
                    return Err(self.fault("the end of the comment"));
                };
                note = comment.get(..end).map(|it| it.trim().to_owned());
                self.at += end + 4;
            } else if let Some(comment) = trimmed.strip_prefix("//") {
                let end = comment.find(['\n', '\r']).unwrap_or(comment.len());
                note = comment.get(..end).map(|it| it.trim().to_owned());
                self.at += end + 2;
            } else {
                return Ok(note.filter(|it| !it.is_empty()));
            }
        }
    }

    fn expect(&mut self, c: char) -> Result<(), Fault> {
        if self.rest().starts_with(c) {
            self.at += c.len_utf8();
            return Ok(());
        }
        Err(self.fault(&format!("`{c}`")))
    }

    /// A quoted string or a bare word, quotes included.
    fn token(&mut self, what: &str) -> Result<Range<usize>, Fault> {
        let rest = self.rest();
        let start = self.at;
        let length = if rest.starts_with('"') {
            let mut escaped = false;
            rest.char_indices()
                .skip(1)
                .find(|(_, c)| {
                    let ends = *c == '"' && !escaped;
                    escaped = *c == '\\' && !escaped;
                    ends
                })
                .map(|(at, _)| at + 1)
        } else {
            let end = rest.find(|c: char| !(c.is_alphanumeric() || "_.-$/:".contains(c)));
            end.or(Some(rest.len())).filter(|it| *it > 0)
        };
        let Some(length) = length else {
            return Err(self.fault(what));
        };
        self.at += length;
        Ok(start..self.at)
    }
}

fn unquoted(raw: &str) -> String {
    let Some(inner) = raw.strip_prefix('"').and_then(|it| it.strip_suffix('"')) else {
        return raw.to_owned();
    };
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('r') => out.push('\r'),
            Some('U' | 'u') => {
                let digits: String = chars.by_ref().take(4).collect();
                let unit = u32::from_str_radix(&digits, 16).ok();
                out.push(unit.and_then(char::from_u32).unwrap_or('\u{fffd}'));
            }
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
