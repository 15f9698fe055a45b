//! Fluent `.ftl`: messages, terms and attributes, with selectors.
//!
//! ```ftl
//! # On the start page
//! greeting = Hello, { $user }
//! files = { $count ->
//!     [one] { $count } file
//!    *[other] { $count } files
//! }
//! ```
//!
//! Syntax: <https://projectfluent.org>. Each variant of a selector is a text of its own; those
//! chosen by a plural category are forms. Placeables stay as they are.

use std::ops::Range;

use super::{
    Edit, Entry, EntryForm, Fault, Format, Reading, Sample, Wanted, element_forms, form_changes,
    value_edits,
};
use crate::localise::message::{Braces, Syntax};
use crate::localise::plural::{Category, Counting};
use crate::localise::{Catalogue, Locale, Translation};

/// Fluent `.ftl`.
pub(super) struct Fluent;

impl Format for Fluent {
    fn name(&self) -> &'static str {
        "fluent"
    }

    fn label(&self) -> &'static str {
        "Fluent"
    }

    fn media_type(&self) -> &'static str {
        "text/plain"
    }

    fn likeness(&self, sample: &Sample<'_>) -> u8 {
        if sample.has_extension("ftl") { 100 } else { 0 }
    }

    fn syntax(&self) -> Option<Syntax> {
        Some(Syntax {
            braces: Braces::Single,
            ..Syntax::default()
        })
    }

    fn layout(&self, _: &str) -> String {
        "Fluent".to_owned()
    }

    fn read(&self, text: &str, _: Wanted<'_>) -> Result<Reading, Fault> {
        let lines = lines(text);
        let mut entries = Vec::new();
        let mut note: Vec<&str> = Vec::new();
        let mut id = String::new();
        let mut at = 0;
        while let Some(line) = lines.get(at) {
            let raw = text.get(line.clone()).unwrap_or_default();
            at += 1;
            if let Some(comment) = raw.strip_prefix('#') {
                note.push(comment.trim_start_matches('#').trim());
                continue;
            }
            let Some((name, start)) = head(raw, line.start) else {
                if raw.trim().is_empty() {
                    note.clear();
                }
                continue;
            };
            // The pattern goes on over lines that are indented and do not begin an attribute.
            let mut end = line.end;
            while let Some(next) = lines.get(at) {
                let raw = text.get(next.clone()).unwrap_or_default();
                let trimmed = raw.trim_start();
                let blank = trimmed.is_empty();
                let open = is_open(text.get(start..end).unwrap_or_default());
                if !open && !blank && (raw.len() == trimmed.len() || trimmed.starts_with('.')) {
                    break;
                }
                if !blank {
                    end = next.end;
                }
                at += 1;
            }
            let path = if let Some(attribute) = name.strip_prefix('.') {
                vec![id.clone(), attribute.to_owned()]
            } else {
                name.clone_into(&mut id);
                vec![id.clone()]
            };
            let note = (!note.is_empty()).then(|| std::mem::take(&mut note).join(" "));
            pattern(text, start..end, &path, note.as_deref(), &mut entries);
        }
        Ok(Reading {
            entries,
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
            laid_out(source, &segment.slot, text)
        });
        edits.extend(element_forms(
            source,
            &form_changes(catalogue, locale, translations),
            |segment, category, text| {
                let head = source.get(segment.key.start..segment.slot.start)?;
                // The default variant stays the one it is.
                let head = head.replacen("*[", "[", 1);
                let head = head.replacen("other", category.as_str(), 1);
                Some(format!("{head}{}", laid_out(source, &segment.slot, text)))
            },
        ));
        edits
    }
}

fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        lines.push(start..end);
        start += line.len();
    }
    lines
}

/// The identifier that a line begins with, and where its pattern starts.
fn head(line: &str, offset: usize) -> Option<(&str, usize)> {
    let (name, value) = line.split_once('=')?;
    let name = name.trim();
    let plain = name.strip_prefix(['.', '-']).unwrap_or(name);
    let indented = line.starts_with([' ', '\t']);
    let is_name = plain.starts_with(|c: char| c.is_ascii_alphabetic())
        && plain
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if !is_name || indented != name.starts_with('.') {
        return None;
    }
    Some((name, offset + line.len() - value.trim_start().len()))
}

/// Whether a placeable is open at the end.
fn is_open(text: &str) -> bool {
    text.matches('{').count() > text.matches('}').count()
}

/// Adds the texts of a pattern: itself, or each variant of its selectors.
fn pattern(
    text: &str,
    span: Range<usize>,
    path: &[String],
    note: Option<&str>,
    entries: &mut Vec<Entry>,
) {
    let raw = text.get(span.clone()).unwrap_or_default();
    let margin = raw.len() - raw.trim_start().len();
    let span = span.start + margin..span.start + raw.trim_end().len();
    let raw = text.get(span.clone()).unwrap_or_default();
    if raw.is_empty() {
        return;
    }
    // An arrow outside braces is text.
    let mut arrows = raw.match_indices("->");
    if !arrows.any(|(at, _)| raw.get(..at).is_some_and(is_open)) {
        entries.push(Entry {
            path: path.to_vec(),
            text: dedented(raw),
            slot: span,
            note: note.map(str::to_owned),
            translatable: true,
            ..Entry::default()
        });
        return;
    }
    let variants: Vec<_> = lines(raw)
        .into_iter()
        .map(|line| span.start + line.start..span.start + line.end)
        .filter_map(|line| variant(text, line))
        .collect();
    let plural = variants.iter().any(|(keyword, ..)| keyword == "other")
        && variants
            .iter()
            .any(|(keyword, ..)| Category::from_keyword(keyword).is_some());
    for (keyword, key, slot) in variants {
        let category = Category::from_keyword(&keyword).filter(|_| plural);
        let mut path = path.to_vec();
        path.push(keyword);
        entries.push(Entry {
            plural: category.map(|category| EntryForm {
                group: path.get(..path.len() - 1).unwrap_or_default().join("\u{0}"),
                category,
                counting: if raw.contains("ordinal") {
                    Counting::Ordinal
                } else {
                    Counting::Cardinal
                },
            }),
            path,
            text: text.get(slot.clone()).unwrap_or_default().to_owned(),
            slot,
            key,
            note: note.map(str::to_owned),
            translatable: true,
            ..Entry::default()
        });
    }
}

/// A variant on a line: its keyword, its bytes, the bytes of its text.
fn variant(text: &str, line: Range<usize>) -> Option<(String, Range<usize>, Range<usize>)> {
    let raw = text.get(line.clone())?;
    let trimmed = raw.trim_start();
    let open = trimmed.strip_prefix('*').unwrap_or(trimmed);
    let inner = open.strip_prefix('[')?;
    let close = inner.find(']')?;
    let keyword = inner.get(..close)?.trim().to_owned();
    let value = inner.get(close + 1..)?;
    let start = line.end - value.trim_start().len();
    let end = line.start + raw.trim_end().len();
    let begin = line.end - trimmed.len();
    (start < end).then_some((keyword, begin..end, start..end))
}

/// A pattern of several lines without their common indentation.
fn dedented(raw: &str) -> String {
    let mut lines = raw.lines();
    let first = lines.next().unwrap_or_default();
    let indent = lines
        .clone()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start().len())
        .min()
        .unwrap_or(0);
    let mut out = first.trim_end().to_owned();
    for line in lines {
        out.push('\n');
        out.push_str(line.get(indent..).unwrap_or_default());
    }
    out
}

/// A text laid out as its source: lines after the first are indented.
fn laid_out(source: &str, slot: &Range<usize>, text: &str) -> String {
    let raw = source.get(slot.clone()).unwrap_or_default();
    let indent = raw
        .lines()
        .skip(1)
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            line.get(..line.len() - line.trim_start().len())
                .unwrap_or_default()
        })
        .min_by_key(|it| it.len())
        .unwrap_or("    ");
    let mut out = String::new();
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            out.push('\n');
            if !line.is_empty() {
                out.push_str(indent);
            }
        }
        // These would begin something else at the start of a line.
        if line.starts_with(['[', '*', '.']) && (at > 0 || line.starts_with(['[', '*'])) {
            let (first, rest) = line.split_at(1);
            for part in ["{ \"", first, "\" }", rest] {
                out.push_str(part);
            }
        } else {
            out.push_str(line);
        }
    }
    out
}
