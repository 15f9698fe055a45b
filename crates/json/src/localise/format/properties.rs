//! Java `.properties`: a key and a value on a logical line.
//!
//! ```properties
//! # On the start page
//! greeting = Hello, {0}
//! ```
//!
//! Format: `java.util.Properties.load`.

use std::fmt::Write as _;
use std::ops::Range;

use super::{Edit, Entry, Fault, Format, Reading, Sample, Wanted, value_edits};
use crate::localise::{Catalogue, Locale, Translation};

/// Java `.properties`.
pub(super) struct Properties;

impl Format for Properties {
    fn name(&self) -> &'static str {
        "properties"
    }

    fn label(&self) -> &'static str {
        "Java properties"
    }

    fn media_type(&self) -> &'static str {
        "text/plain"
    }

    fn likeness(&self, sample: &Sample<'_>) -> u8 {
        if sample.has_extension("properties") {
            100
        } else {
            0
        }
    }

    fn numbers_arguments(&self, _: &Entry, _: bool) -> bool {
        true
    }

    fn layout(&self, _: &str) -> String {
        "one text a line".to_owned()
    }

    fn read(&self, text: &str, _: Wanted<'_>) -> Result<Reading, Fault> {
        let mut entries = Vec::new();
        let mut note: Vec<&str> = Vec::new();
        let mut at = 0;
        while at < text.len() {
            let line = logical_line(text, at);
            let raw = text.get(line.clone()).unwrap_or_default();
            let begins = raw.trim_start_matches([' ', '\t', '\u{c}', '\u{feff}']);
            let start = line.start + raw.len() - begins.len();
            if begins.trim().is_empty() {
                note.clear();
            } else if let Some(comment) = begins.strip_prefix(['#', '!']) {
                note.push(comment.trim());
            } else {
                let (key, value) = parts(begins, start);
                let raw = text.get(value.clone()).unwrap_or_default();
                entries.push(Entry {
                    path: vec![unescaped(text.get(key.clone()).unwrap_or_default())],
                    text: unescaped(raw),
                    slot: value,
                    key,
                    note: (!note.is_empty()).then(|| note.join(" ")),
                    translatable: true,
                    ..Entry::default()
                });
                note.clear();
            }
            at = after_break(text, line.end);
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
        let text = catalogue.text();
        let ascii = text.is_ascii() && text.contains("\\u");
        value_edits(catalogue, translations, |_, value| escaped(value, ascii))
    }
}

/// The bytes of a logical line: its natural lines but for the last line break. A comment is one
/// natural line.
fn logical_line(text: &str, from: usize) -> Range<usize> {
    let rest = text.get(from..).unwrap_or_default();
    let comment = rest
        .trim_start_matches([' ', '\t', '\u{c}', '\u{feff}'])
        .starts_with(['#', '!']);
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' if !comment => {
                // What is escaped does not end the line; CR LF is one line break.
                let pair = bytes.get(at + 1..at + 3) == Some(b"\r\n");
                at += if pair { 3 } else { 2 };
            }
            b'\n' | b'\r' => break,
            _ => at += 1,
        }
    }
    from..at.min(text.len())
}

fn after_break(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at..at + 2) {
        Some(b"\r\n") => at + 2,
        _ => at + 1,
    }
}

/// The bytes of key and value of a line that begins at `start`.
fn parts(line: &str, start: usize) -> (Range<usize>, Range<usize>) {
    let mut escaped = false;
    let end = line
        .char_indices()
        .find(|(_, c)| {
            let ends = !escaped && matches!(c, '=' | ':' | ' ' | '\t' | '\u{c}');
            escaped = *c == '\\' && !escaped;
            ends
        })
        .map_or(line.len(), |(at, _)| at);
    let rest = line.get(end..).unwrap_or_default();
    let value = rest.trim_start_matches([' ', '\t', '\u{c}']);
    let value = value
        .strip_prefix(['=', ':'])
        .map_or(value, |it| it.trim_start_matches([' ', '\t', '\u{c}']));
    (
        start..start + end,
        start + line.len() - value.len()..start + line.len(),
    )
}

fn unescaped(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut units: Vec<u16> = Vec::new();
    let mut rest = raw;
    while let Some(c) = rest.chars().next() {
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        if c == '\\'
            && let Some(digits) = rest.strip_prefix('u').and_then(|it| it.get(..4))
            && let Ok(unit) = u16::from_str_radix(digits, 16)
        {
            units.push(unit);
            rest = rest.get(5..).unwrap_or_default();
            continue;
        }
        flush(&mut units, &mut out);
        if c != '\\' {
            out.push(c);
            continue;
        }
        let Some(next) = rest.chars().next() else {
            break;
        };
        rest = rest.get(next.len_utf8()..).unwrap_or_default();
        match next {
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'r' => out.push('\r'),
            'f' => out.push('\u{c}'),
            '\n' | '\r' => {
                // The line goes on behind the next one's indentation.
                rest = rest.trim_start_matches(['\n', ' ', '\t', '\u{c}']);
            }
            other => out.push(other),
        }
    }
    flush(&mut units, &mut out);
    out
}

fn flush(units: &mut Vec<u16>, out: &mut String) {
    out.extend(char::decode_utf16(units.drain(..)).map(|it| it.unwrap_or('\u{fffd}')));
}

fn escaped(text: &str, ascii: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{c}' => out.push_str("\\f"),
            // These would be taken for what parts the key from the value.
            ' ' | '=' | ':' if at == 0 => {
                out.push('\\');
                out.push(c);
            }
            c if ascii && !c.is_ascii() => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    // Writing to a string cannot fail.
                    let _ = write!(out, "\\u{unit:04X}");
                }
            }
            c => out.push(c),
        }
    }
    out
}
