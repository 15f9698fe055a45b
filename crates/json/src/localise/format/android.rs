//! Android `strings.xml`: `<string>`, `<plurals>`, `<string-array>`.
//!
//! ```xml
//! <resources>
//!     <!-- On the start page -->
//!     <string name="greeting">Hello, %1$s</string>
//!     <plurals name="files"><item quantity="one">%d file</item>…</plurals>
//! </resources>
//! ```
//!
//! Format: <https://developer.android.com/guide/topics/resources/string-resource>. Entities and
//! tags stay as they are written; Android's own escapes (`\'`, `\n`) are resolved.

use std::ops::Range;

use ichiban_tool::Severity;

use super::{
    Edit, Entry, EntryForm, Fault, Format, Reading, Sample, Wanted, element_forms, form_changes,
    value_edits,
};
use crate::localise::message::{Printf, Syntax};
use crate::localise::plural::{Category, Counting};
use crate::localise::{Catalogue, Locale, Translation};

/// Android `strings.xml`.
pub(super) struct Android;

impl Format for Android {
    fn name(&self) -> &'static str {
        "android"
    }

    fn label(&self) -> &'static str {
        "Android strings"
    }

    fn media_type(&self) -> &'static str {
        "application/xml"
    }

    fn likeness(&self, sample: &Sample<'_>) -> u8 {
        let resources = sample.text.contains("<resources");
        let texts = ["<string", "<plurals"]
            .iter()
            .any(|it| sample.text.contains(it));
        if resources && texts { 95 } else { 0 }
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
        "XML".to_owned()
    }

    fn read(&self, text: &str, _: Wanted<'_>) -> Result<Reading, Fault> {
        let mut reader = Reader::new(text);
        while reader.step()? {}
        Ok(Reading {
            entries: reader.entries,
            ..Reading::default()
        })
    }

    fn edits(
        &self,
        catalogue: &Catalogue,
        locale: &Locale,
        translations: &[Option<&Translation>],
    ) -> Vec<Edit> {
        let source = catalogue.text();
        let mut edits = value_edits(catalogue, translations, |segment, text| {
            let raw = source.get(segment.slot.clone()).unwrap_or_default();
            escaped(text, raw)
        });
        edits.extend(element_forms(
            source,
            &form_changes(catalogue, locale, translations),
            |segment, category, text| {
                let element = source.get(segment.key.clone())?;
                let start = segment.slot.start - segment.key.start;
                let raw = element.get(start..start + segment.slot.len())?;
                let head = element.get(..start)?;
                let tail = element.get(start + segment.slot.len()..)?;
                let head = head.replacen("other", category.as_str(), 1);
                Some(format!("{head}{}{tail}", escaped(text, raw)))
            },
        ));
        edits
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    note: Option<String>,
    /// The element that holds items: its name, whether its items are forms, whether it may be
    /// translated, how many items it has had.
    group: Option<(String, bool, bool, usize)>,
    entries: Vec<Entry>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            note: None,
            group: None,
            entries: Vec::new(),
        }
    }

    fn fault(&self, message: &str) -> Fault {
        Fault {
            severity: Severity::Error,
            code: "invalid-xml",
            path: String::new(),
            offset: self.at,
            message: message.to_owned(),
            hint: "Mend the file at this place.".to_owned(),
        }
    }

    /// Reads up to and with the next piece of markup. `false` at the end of the file.
    fn step(&mut self) -> Result<bool, Fault> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let Some(open) = rest.find('<') else {
            return Ok(false);
        };
        self.at += open;
        let rest = self.text.get(self.at..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("<!--") {
            let Some(end) = comment.find("-->") else {
                return Err(self.fault("A comment is not closed."));
            };
            self.note = comment.get(..end).map(|it| it.trim().to_owned());
            self.at += end + 7;
            return Ok(true);
        }
        let Some(close) = tag_end(rest) else {
            return Err(self.fault("A tag is not closed."));
        };
        let tag = rest.get(..close).unwrap_or_default();
        let start = self.at;
        self.at += close;
        let empty = tag.ends_with("/>");
        match element_name(tag) {
            "string" if !empty => self.value(start, tag, "string")?,
            "item" if !empty && self.group.is_some() => self.value(start, tag, "item")?,
            name @ ("plurals" | "string-array") if !empty => {
                let id = attribute(tag, "name").unwrap_or_default().to_owned();
                let fixed = attribute(tag, "translatable") == Some("false");
                self.group = Some((id, name == "plurals", !fixed, 0));
            }
            "/plurals" | "/string-array" => {
                self.group = None;
                self.note = None;
            }
            _ => {}
        }
        Ok(true)
    }

    /// Reads a value up to and with its closing tag.
    fn value(&mut self, start: usize, tag: &str, name: &str) -> Result<(), Fault> {
        let body = self.at;
        let closing = format!("</{name}>");
        let rest = self.text.get(body..).unwrap_or_default();
        let Some(end) = closing_tag(rest, &closing) else {
            return Err(self.fault(&format!("`<{name}>` is not closed.")));
        };
        self.at = body + end + closing.len();
        let slot = inner(self.text, body..body + end);
        let mut entry = Entry {
            text: unescaped(self.text.get(slot.clone()).unwrap_or_default()),
            slot,
            key: start..self.at,
            note: self.note.clone(),
            translatable: attribute(tag, "translatable") != Some("false"),
            ..Entry::default()
        };
        match &mut self.group {
            None => {
                entry.path = vec![attribute(tag, "name").unwrap_or_default().to_owned()];
                self.note = None;
            }
            Some((id, forms, translatable, count)) => {
                let quantity = attribute(tag, "quantity").unwrap_or_default();
                let own = if *forms {
                    quantity.to_owned()
                } else {
                    count.to_string()
                };
                *count += 1;
                entry.translatable = *translatable;
                if *forms && let Some(category) = Category::from_keyword(quantity) {
                    entry.plural = Some(EntryForm {
                        group: id.clone(),
                        category,
                        counting: Counting::Cardinal,
                    });
                }
                entry.path = vec![id.clone(), own];
            }
        }
        self.entries.push(entry);
        Ok(())
    }
}

/// The bytes of a value without white space around it and without its CDATA mark.
fn inner(text: &str, body: Range<usize>) -> Range<usize> {
    let raw = text.get(body.clone()).unwrap_or_default();
    let trimmed = raw.trim();
    if let Some(data) = trimmed
        .strip_prefix("<![CDATA[")
        .and_then(|it| it.strip_suffix("]]>"))
    {
        let start = body.start + raw.len() - raw.trim_start().len() + "<![CDATA[".len();
        return start..start + data.len();
    }
    let start = body.start + raw.len() - raw.trim_start().len();
    start..start + trimmed.len()
}

/// Where the closing tag begins, CDATA passed over.
fn closing_tag(text: &str, closing: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let close = rest.find(closing)?;
        match rest.find("<![CDATA[").filter(|data| *data < close) {
            None => return Some(from + close),
            Some(data) => from += data + rest.get(data..)?.find("]]>")? + 3,
        }
    }
}

/// The end of a tag, quoted attributes passed over.
fn tag_end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in text.char_indices() {
        match (c, quote) {
            (c, Some(open)) => quote = (c != open).then_some(open),
            ('"' | '\'', None) => quote = Some(c),
            ('>', None) => return Some(at + 1),
            _ => {}
        }
    }
    None
}

fn element_name(tag: &str) -> &str {
    let inner = tag.trim_start_matches('<');
    let end = inner.find(|c: char| c.is_whitespace() || c == '>');
    inner
        .get(..end.unwrap_or(inner.len()))
        .unwrap_or_default()
        .trim_end_matches('/')
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    tag.match_indices(name).find_map(|(at, _)| {
        let before = tag.get(..at)?.chars().next_back()?;
        let value = tag.get(at + name.len()..)?.trim_start();
        let value = value.strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let value = value.get(1..)?;
        before
            .is_whitespace()
            .then(|| value.get(..value.find(quote)?))
            .flatten()
    })
}

/// Resolves Android's escapes; entities and tags stay.
fn unescaped(raw: &str) -> String {
    let raw = raw
        .strip_prefix('"')
        .and_then(|it| it.strip_suffix('"'))
        .filter(|it| {
            let slashes = it.len() - it.trim_end_matches('\\').len();
            slashes % 2 == 0
        })
        .unwrap_or(raw);
    let mut out = String::with_capacity(raw.len());
    let mut chars = raw.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('t') => out.push('\t'),
            Some('u') => {
                let digits: String = chars.by_ref().take(4).collect();
                let code = u32::from_str_radix(&digits, 16).ok();
                out.push(code.and_then(char::from_u32).unwrap_or('\u{fffd}'));
            }
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}

/// A text as Android wants it; `raw` is the source's, whose quotation marks are kept.
fn escaped(text: &str, raw: &str) -> String {
    let quoted = raw.len() > 1 && raw.starts_with('"') && raw.ends_with('"');
    let mut out = String::with_capacity(text.len());
    if quoted {
        out.push('"');
    }
    let mut in_tag = false;
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        match c {
            '<' => {
                in_tag = rest
                    .get(1..)
                    .is_some_and(|it| it.starts_with(|c: char| c == '/' || c.is_alphabetic()));
                out.push_str(if in_tag { "<" } else { "&lt;" });
            }
            '>' if in_tag => {
                in_tag = false;
                out.push('>');
            }
            // Attributes of tags are not Android's to unescape.
            c if in_tag => out.push(c),
            '\'' if !quoted => out.push_str("\\'"),
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '@' | '?' if at == 0 => {
                out.push('\\');
                out.push(c);
            }
            '&' if !is_entity(rest) => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    if quoted {
        out.push('"');
    }
    out
}

fn is_entity(text: &str) -> bool {
    let Some(end) = text.find(';').filter(|end| (2..12).contains(end)) else {
        return false;
    };
    text.get(1..end)
        .is_some_and(|it| it.chars().all(|c| c.is_ascii_alphanumeric() || c == '#'))
}
