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

mod pattern;

use std::ops::Range;
use std::sync::Arc;

use self::pattern::{Openness, is_open};

use super::{
    Edit, Entry, EntryForm, Fault, Format, Reading, Sample, Wanted, element_forms, form_changes,
    value_edits,
};
use crate::localise::message::{Braces, Syntax};
use crate::localise::plural::{Category, Counting};
use crate::localise::selection::{Choice, Part, Pattern, Selected, Selector, Variant};
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
            let mut openness = Openness::from(start);
            while let Some(next) = lines.get(at) {
                let raw = text.get(next.clone()).unwrap_or_default();
                let trimmed = raw.trim_start();
                let blank = trimmed.is_empty();
                let open = openness.is_open_at(text, end);
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

/// Adds the texts of a pattern: itself, or each variant of its selectors. A variant is named after
/// its keyword; where a message has several selectors, after its selector too.
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
    let pattern = Arc::new(pattern::parse(text, span.clone()));
    let selectors = pattern.selectors().len();
    if selectors == 0 {
        entries.push(Entry {
            path: path.to_vec(),
            text: pattern.text.clone(),
            slot: span,
            note: note.map(str::to_owned),
            translatable: true,
            ..Entry::default()
        });
        return;
    }
    Variants {
        pattern: &pattern,
        path,
        note,
        named: selectors > 1,
        entries,
    }
    .add(&pattern, &mut Vec::new());
}

/// The variants of a message, which become entries.
struct Variants<'a> {
    pattern: &'a Arc<Pattern>,
    path: &'a [String],
    note: Option<&'a str>,
    /// Whether their names tell the selector.
    named: bool,
    entries: &'a mut Vec<Entry>,
}

impl Variants<'_> {
    fn add(&mut self, pattern: &Pattern, choices: &mut Vec<Choice>) {
        for part in &pattern.parts {
            let Part::Selector(selector) = part else {
                continue;
            };
            for variant in &selector.variants {
                choices.push(Choice {
                    selector: selector.id.clone(),
                    keyword: variant.keyword.clone(),
                });
                if !variant.pattern.selectors().is_empty() {
                    self.add(&variant.pattern, choices);
                } else if !variant.slot.is_empty() {
                    let entry = self.entry(selector, variant, choices);
                    self.entries.push(entry);
                }
                choices.pop();
            }
        }
    }

    fn entry(&self, selector: &Selector, variant: &Variant, choices: &[Choice]) -> Entry {
        let mut path = self.path.to_vec();
        for choice in choices {
            if self.named {
                path.push(choice.selector.to_string());
            }
            path.push(choice.keyword.clone());
        }
        let category = Category::from_keyword(&variant.keyword).filter(|_| selector.is_plural());
        let group = path.get(..path.len().saturating_sub(1)).unwrap_or_default();
        Entry {
            plural: category.map(|category| EntryForm {
                group: group.join("\u{0}"),
                category,
                counting: if selector.id.expression.contains("ordinal") {
                    Counting::Ordinal
                } else {
                    Counting::Cardinal
                },
            }),
            path,
            text: variant.pattern.text.clone(),
            slot: variant.slot.clone(),
            key: variant.key.clone(),
            note: self.note.map(str::to_owned),
            translatable: true,
            selected: Some(Selected {
                pattern: Arc::clone(self.pattern),
                keys: self.path.len(),
                choices: choices.to_vec(),
            }),
            ..Entry::default()
        }
    }
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
        // These would begin something else at the start of a line, unless a selector is open.
        if is_open(&out) {
            out.push_str(line);
        } else if line.starts_with(['[', '*', '.']) && (at > 0 || line.starts_with(['[', '*'])) {
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

#[cfg(test)]
mod tests {
    use crate::localise::{Catalogue, Hint, Translation};

    fn read(text: &str) -> Catalogue {
        let hint = Hint {
            format: Some("fluent".to_owned()),
            ..Hint::default()
        };
        Catalogue::read(text, &hint).unwrap()
    }

    fn texts(text: &str) -> Vec<String> {
        let catalogue = read(text);
        let segments = catalogue.segments().iter();
        segments
            .map(|it| format!("{} {:?}", it.pointer(), it.text))
            .collect()
    }

    #[test]
    fn variants_of_one_selector_are_named_after_their_keywords() {
        let text = "files = { $count ->\n    [one] { $count } file\n   *[other] { $count } files\n} left\nend = End\n";
        assert_eq!(
            texts(text),
            [
                "/files/one \"{ $count } file\"",
                "/files/other \"{ $count } files\"",
                "/end \"End\""
            ]
        );
        let other = Translation::plain("[Dateien]".to_owned());
        let written = read(text).write(&"ja".parse().unwrap(), |id| (id.0 == 1).then_some(&other));
        assert_eq!(
            written,
            "files = { $count ->\n   *[other] { \"[\" }Dateien]\n} left\nend = End\n"
        );
    }

    #[test]
    fn a_brace_in_a_string_literal_does_not_swallow_what_follows() {
        let text = "a = Write { \"{\" } first\nb = Then\n";
        assert_eq!(
            texts(text),
            ["/a \"Write { \\\"{\\\" } first\"", "/b \"Then\""]
        );
    }

    #[test]
    fn a_variant_of_several_lines_is_one_text() {
        let text = "a = { $n ->\n    [one] First\n        second\n   *[other] { \"\" }\n}\n    .title = T\n";
        let catalogue = read(text);
        assert_eq!(
            texts(text),
            [
                "/a/one \"First\\nsecond\"",
                "/a/other \"{ \\\"\\\" }\"",
                "/a/title \"T\""
            ]
        );
        assert!(!catalogue.segments()[1].translatable);
        let lines = Translation::plain("Eins\nzwei".to_owned());
        let written = catalogue.write(&"de".parse().unwrap(), |id| (id.0 == 0).then_some(&lines));
        assert_eq!(
            written,
            text.replace("First", "Eins").replace("second", "zwei")
        );
    }

    #[test]
    fn selectors_in_selectors_without_end_are_read() {
        let text = format!("a = {}", "{ $n ->\n *[other] x ".repeat(2_000));
        assert_eq!(read(&text).segments().len(), 1);
    }
}
