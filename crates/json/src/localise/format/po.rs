//! Gettext `.po` and `.pot`.
//!
//! ```po
//! #. On the start page
//! msgctxt "start"
//! msgid "Hello, %s"
//! msgstr ""
//! ```
//!
//! Format: the GNU gettext manual, “The Format of PO Files”. The source text is the `msgid`, the
//! translation goes into the `msgstr`. A file that is read as a translation has its `msgstr`s for
//! texts ([`Role`]).

mod plural_forms;

use std::fmt::Write as _;
use std::ops::Range;

use ichiban_tool::Severity;

use super::{Edit, Entry, EntryForm, Fault, Format, Reading, Role, Sample, Wanted};
use crate::localise::plural::{Category, Counting, Plurals};
use crate::localise::{Catalogue, Locale, Translation};
use plural_forms::PluralForms;

/// Gettext `.po` and `.pot`.
pub(super) struct Po;

/// Flags of languages whose format strings may number their arguments (the gettext manual,
/// “Translators for other Languages”). Python's cannot.
static NUMBERING: &[&str] = &[
    "c-format",
    "objc-format",
    "gcc-internal-format",
    "php-format",
    "perl-format",
    "ruby-format",
    "java-printf-format",
    "javascript-format",
    "sh-printf-format",
];

impl Format for Po {
    fn name(&self) -> &'static str {
        "po"
    }

    fn label(&self) -> &'static str {
        "gettext PO"
    }

    fn media_type(&self) -> &'static str {
        "text/x-gettext-translation"
    }

    fn likeness(&self, sample: &Sample<'_>) -> u8 {
        if sample.has_extension("po") || sample.has_extension("pot") {
            100
        } else if sample.text.contains("\nmsgid ") && sample.text.contains("\nmsgstr") {
            80
        } else {
            0
        }
    }

    fn numbers_arguments(&self, entry: &Entry, _: bool) -> bool {
        entry
            .flags
            .iter()
            .any(|it| NUMBERING.contains(&it.as_str()))
    }

    fn layout(&self, _: &str) -> String {
        "gettext".to_owned()
    }

    fn read(&self, text: &str, wanted: Wanted<'_>) -> Result<Reading, Fault> {
        let messages = messages(text)?;
        let mut entries = Vec::new();
        for message in &messages {
            if message.id.is_empty() {
                continue;
            }
            entries.extend(message.entries(wanted.role == Role::Translation));
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
        let text = catalogue.text();
        let Ok(messages) = messages(text) else {
            return Vec::new();
        };
        let plurals = Plurals::of(locale, Counting::Cardinal);
        let mut edits = Vec::new();
        let mut given = catalogue.segments().iter().zip(translations).peekable();
        for message in &messages {
            if message.id.is_empty() {
                edits.extend(header(text, message, locale));
                continue;
            }
            let singular = given
                .next_if(|(segment, _)| {
                    segment.slot.start >= message.span.start && segment.slot.end <= message.span.end
                })
                .and_then(|(_, it)| *it);
            if message.plural.is_none() {
                if let (Some(it), Some(slot)) = (singular, message.strings.first()) {
                    edits.extend(message.doubts.iter().cloned());
                    edits.push(Edit {
                        span: slot.clone(),
                        replacement: quoted(&it.text),
                    });
                }
                continue;
            }
            let plural = given
                .next_if(|(segment, _)| {
                    segment.slot.start >= message.span.start && segment.slot.end <= message.span.end
                })
                .and_then(|(_, it)| *it);
            if let Some(plural) = plural {
                edits.extend(message.doubts.iter().cloned());
                edits.push(forms(message, locale, &plurals, singular, plural));
            }
        }
        if text.contains("\r\n") {
            for edit in &mut edits {
                edit.replacement = edit.replacement.replace('\n', "\r\n");
            }
        }
        edits
    }

    fn file_name(&self, source: &str, _: Option<&Locale>, to: &Locale) -> String {
        // A template stands beside `de.po`.
        let file = source.rsplit(['/', '\\']).next().unwrap_or(source);
        match file.rsplit_once('.') {
            Some((_, "pot")) => format!("{}.po", to.with_underscore()),
            _ => super::file_name(source, None, to),
        }
    }
}

/// One entry of a file.
#[derive(Default)]
struct Message {
    context: Option<String>,
    id: String,
    plural: Option<String>,
    notes: Vec<String>,
    flags: Vec<String>,
    /// The edits that take away what tells that the translation is doubtful: the flag `fuzzy` and
    /// the source text it was made from (`#| msgid`).
    doubts: Vec<Edit>,
    /// The bytes of each `msgstr`'s strings.
    strings: Vec<Range<usize>>,
    values: Vec<String>,
    /// From the first `msgstr` to the end of the last one's strings.
    block: Range<usize>,
    span: Range<usize>,
}

impl Message {
    fn entries(&self, translated: bool) -> Vec<Entry> {
        let mut path: Vec<String> = self.context.iter().cloned().collect();
        path.push(self.id.clone());
        let mut notes = self.notes.clone();
        notes.extend(self.context.clone());
        let note = (!notes.is_empty()).then(|| notes.join(" "));
        let one = |text: &str, slot: usize, form: Option<Category>| {
            let mut path = path.clone();
            path.extend(form.map(|it| it.as_str().to_owned()));
            let value = self.values.get(slot).filter(|it| !it.is_empty());
            let text = match value {
                Some(value) if translated => value.clone(),
                None if translated => return None,
                _ => text.to_owned(),
            };
            Some(Entry {
                text,
                slot: self.strings.get(slot)?.clone(),
                note: note.clone(),
                flags: self.flags.clone(),
                needs_review: translated && self.flags.iter().any(|it| it == "fuzzy"),
                translatable: true,
                plural: form.map(|category| EntryForm {
                    group: path.get(..path.len() - 1).unwrap_or_default().join("\u{0}"),
                    category,
                    counting: Counting::Cardinal,
                }),
                path,
                ..Entry::default()
            })
        };
        match &self.plural {
            None => one(&self.id, 0, None).into_iter().collect(),
            Some(plural) => {
                let last = self.strings.len().saturating_sub(1).min(1);
                [
                    one(&self.id, 0, Some(Category::One)),
                    one(plural, last, Some(Category::Other)),
                ]
                .into_iter()
                .flatten()
                .collect()
            }
        }
    }
}

/// What follows a keyword goes there.
#[derive(Clone, Copy, PartialEq)]
enum Field {
    None,
    Context,
    Id,
    Plural,
    Str,
}

fn messages(text: &str) -> Result<Vec<Message>, Fault> {
    let mut messages = Vec::new();
    let mut message = Message::default();
    let mut field = Field::None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let at = start;
        start += line.len();
        let trimmed = line.trim().trim_start_matches('\u{feff}');
        if trimmed.is_empty() || trimmed.starts_with("#~") {
            continue;
        }
        let begins = trimmed.starts_with('#')
            || trimmed.starts_with("msgctxt")
            || (trimmed.starts_with("msgid ") && field == Field::Str);
        if begins && field == Field::Str {
            messages.push(std::mem::take(&mut message));
            field = Field::None;
        }
        if let Some(comment) = trimmed.strip_prefix('#') {
            if comment.starts_with('|') {
                message.doubts.push(Edit {
                    span: at..start,
                    replacement: String::new(),
                });
            }
            if let Some(flags) = comment.strip_prefix(',') {
                message.doubts.extend(without_fuzzy(line, at));
                let flags = flags.split(',').map(|it| it.trim().to_owned());
                message.flags.extend(flags);
                continue;
            }
            let told = comment.strip_prefix('.').or(comment.strip_prefix(' '));
            message.notes.extend(told.map(|it| it.trim().to_owned()));
            continue;
        }
        let (keyword, string) = trimmed.split_at(trimmed.find('"').unwrap_or(trimmed.len()));
        let Some(value) = unquoted(string) else {
            return Err(fault(
                at,
                "Found a line that is neither a comment nor a string in quotes.",
            ));
        };
        let end = at + line.trim_end().len();
        let begin = end - string.len();
        match keyword.trim() {
            "" => {}
            "msgctxt" => field = Field::Context,
            "msgid" => field = Field::Id,
            "msgid_plural" => field = Field::Plural,
            word if word == "msgstr" || word.starts_with("msgstr[") => {
                field = Field::Str;
                message.strings.push(begin..end);
                message.values.push(String::new());
                if message.block.is_empty() {
                    message.block = at + (line.len() - line.trim_start().len())..end;
                }
            }
            _ => return Err(fault(at, "Found a keyword that gettext does not have.")),
        }
        if message.span.is_empty() {
            message.span = at..end;
        }
        message.span.end = end;
        match field {
            Field::None => return Err(fault(at, "Found a string that belongs to nothing.")),
            Field::Context => message.context.get_or_insert_default().push_str(&value),
            Field::Id => message.id.push_str(&value),
            Field::Plural => message.plural.get_or_insert_default().push_str(&value),
            Field::Str => {
                message.block.end = end;
                if let (Some(slot), Some(text)) =
                    (message.strings.last_mut(), message.values.last_mut())
                {
                    slot.end = end;
                    text.push_str(&value);
                }
            }
        }
    }
    if field == Field::Str {
        messages.push(message);
    }
    Ok(messages)
}

/// The edit that takes `fuzzy` from a line of flags, and the line if it has no other.
fn without_fuzzy(line: &str, at: usize) -> Option<Edit> {
    let flags = line.trim().strip_prefix("#,")?.split(',').map(str::trim);
    let others: Vec<_> = flags.clone().filter(|it| *it != "fuzzy").collect();
    if others.len() == flags.count() {
        return None;
    }
    Some(if others.is_empty() {
        Edit {
            span: at..at + line.len(),
            replacement: String::new(),
        }
    } else {
        Edit {
            span: at..at + line.trim_end().len(),
            replacement: format!("#, {}", others.join(", ")),
        }
    })
}

fn fault(offset: usize, message: &str) -> Fault {
    Fault {
        severity: Severity::Error,
        code: "invalid-po",
        path: String::new(),
        offset,
        message: message.to_owned(),
        hint: "Write it as msgid \"…\" and msgstr \"…\".".to_owned(),
    }
}

fn unquoted(raw: &str) -> Option<String> {
    let inner = raw.strip_prefix('"')?.strip_suffix('"')?;
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
            Some(other) => out.push(other),
            None => return None,
        }
    }
    Some(out)
}

/// A text as gettext writes it: one string, or one a line if it has several lines.
fn quoted(text: &str) -> String {
    let line = |line: &str| {
        let mut out = String::from("\"");
        for c in line.chars() {
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
    };
    if text.trim_end_matches('\n').contains('\n') {
        let lines: Vec<_> = text.split_inclusive('\n').map(line).collect();
        format!("\"\"\n{}", lines.join("\n"))
    } else {
        line(text)
    }
}

/// The `msgstr[N]` of a locale, in the order of its [`PluralForms`].
fn forms(
    message: &Message,
    locale: &Locale,
    plurals: &Plurals,
    singular: Option<&Translation>,
    plural: &Translation,
) -> Edit {
    let mut lines = Vec::new();
    for (at, category) in PluralForms::of(locale).categories.iter().enumerate() {
        let text = match category {
            Category::One if plurals.has(Category::One) => singular.map(|it| it.text.as_str()),
            Category::Other => Some(plural.text.as_str()),
            // Nobody was asked for it.
            category if !plurals.has(*category) => Some(plural.text.as_str()),
            category => plural
                .forms
                .iter()
                .find(|(it, _)| it == category)
                .map(|(_, text)| text.as_str()),
        };
        lines.push(format!("msgstr[{at}] {}", quoted(text.unwrap_or_default())));
    }
    Edit {
        span: message.block.clone(),
        replacement: lines.join("\n"),
    }
}

/// The header names the locale and its plural rule.
fn header(text: &str, message: &Message, locale: &Locale) -> Option<Edit> {
    let value = message.values.first()?;
    let slot = message.strings.first()?.clone();
    let rule = PluralForms::of(locale).header();
    let mut out = String::from("\"\"");
    let mut has_rule = false;
    let mut has_language = false;
    for line in value.lines() {
        let line = match line.split_once(':').map(|(name, _)| name) {
            Some("Language") => {
                has_language = true;
                format!("Language: {}", locale.with_underscore())
            }
            Some("Plural-Forms") => {
                has_rule = true;
                format!("Plural-Forms: {rule}")
            }
            _ => line.to_owned(),
        };
        out.push('\n');
        out.push_str(&quoted(&format!("{line}\n")));
    }
    if !has_language {
        let _ = write!(out, "\n\"Language: {}\\n\"", locale.with_underscore());
    }
    if !has_rule {
        let _ = write!(out, "\n\"Plural-Forms: {rule}\\n\"");
    }
    (text.get(slot.clone())?.replace("\r\n", "\n") != out).then_some(Edit {
        span: slot,
        replacement: out,
    })
}
