//! Catalogue formats: one file each, and the table that names them.

mod android;
mod apple_strings;
mod arb;
mod chrome;
mod csv;
mod fluent;
mod formatjs;
mod i18next_forms;
mod json;
mod nested;
mod po;
mod properties;
mod xcstrings;
mod yaml;

use std::ops::Range;

use ichiban_tool::{Diagnostic, Severity};

use super::lines::Lines;
use super::message::Syntax;
use super::plural::{Category, Counting, Plurals};
use super::selection::Selected;
use super::{Catalogue, Locale, Segment, Translation};

/// A catalogue format: how texts stand in a file, and how they are written back.
pub trait Format: Sync {
    /// The name by which the CLI and the settings know it, such as `i18next`.
    fn name(&self) -> &'static str;

    /// The name for people, such as `i18next JSON`.
    fn label(&self) -> &'static str;

    /// The media type of a file.
    fn media_type(&self) -> &'static str {
        "application/json"
    }

    /// What of a text's path is its name, the same in every shape that the format comes in.
    fn name_in<'a>(&self, path: &'a [String]) -> &'a [String] {
        path
    }

    /// How well a file fits, from 0 (not at all) to 100 (it can be nothing else).
    fn likeness(&self, sample: &Sample<'_>) -> u8;

    /// The texts' syntax, where the format prescribes one. Otherwise it is detected.
    fn syntax(&self) -> Option<Syntax> {
        None
    }

    /// Adds to a syntax what the format always has.
    fn adjust(&self, syntax: Syntax) -> Syntax {
        syntax
    }

    /// Whether programs that read this entry know arguments by number (`%1$s`) as well as by place
    /// (`%s`). `used`: whether some text of the file has one that is numbered.
    fn numbers_arguments(&self, _: &Entry, used: bool) -> bool {
        used
    }

    /// The file's layout in words, such as `2 spaces`.
    fn layout(&self, text: &str) -> String {
        json::layout(text)
    }

    /// Reads a file.
    fn read(&self, text: &str, wanted: Wanted<'_>) -> Result<Reading, Fault>;

    /// What to replace in the file to have it in another locale. `translations` has one place
    /// for each segment. Spans must not overlap; their order does not matter.
    fn edits(
        &self,
        catalogue: &Catalogue,
        locale: &Locale,
        translations: &[Option<&Translation>],
    ) -> Vec<Edit>;

    /// Whether one file has the texts in every language, so that translations go into the source's
    /// own file ([`Catalogue::write_all`]).
    fn holds_every_locale(&self) -> bool {
        false
    }

    /// The name under which the translated file is saved, given the source's.
    fn file_name(&self, source: &str, from: Option<&Locale>, to: &Locale) -> String {
        file_name(source, from, to)
    }
}

/// What is wanted of a file that holds several languages.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'a> {
    /// The language.
    pub locale: Option<&'a Locale>,
    /// The source text or the translation, where an entry has both.
    pub role: Role,
}

/// What a file is read for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Role {
    /// For its source texts, which are to be translated.
    #[default]
    Source,
    /// For the translations it holds.
    Translation,
}

/// Every format. Of two that fit equally well, the earlier is taken.
pub static FORMATS: &[&dyn Format] = &[
    &chrome::ChromeMessages,
    &arb::Arb,
    &formatjs::FormatJs,
    &xcstrings::Xcstrings,
    &nested::Nested,
    &yaml::Yaml,
    &po::Po,
    &android::Android,
    &apple_strings::AppleStrings,
    &fluent::Fluent,
    &properties::Properties,
    &csv::Csv,
];

/// The format of that name.
pub fn by_name(name: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|it| it.name() == name)
}

/// The format that fits best. A text that fits none is read as nested JSON, whose error message
/// then says what is wrong with it.
pub fn detect(sample: &Sample<'_>) -> &'static dyn Format {
    let mut best: (&'static dyn Format, u8) = (&nested::Nested, 0);
    for format in FORMATS {
        let likeness = format.likeness(sample);
        if likeness > best.1 {
            best = (*format, likeness);
        }
    }
    best.0
}

/// A file whose format is asked for.
pub struct Sample<'a> {
    /// The text.
    pub text: &'a str,
    /// The file's name or path.
    pub path: Option<&'a str>,
    json: Option<Vec<json::Leaf>>,
}

impl<'a> Sample<'a> {
    /// A file to detect the format of. Cost: one pass if it is JSON.
    pub fn new(text: &'a str, path: Option<&'a str>) -> Self {
        let begins = text.trim_start_matches('\u{feff}').trim_start();
        let json = (begins.starts_with('{') || begins.starts_with('['))
            .then(|| json::leaves(text).ok())
            .flatten();
        Self { text, path, json }
    }

    /// Whether the file's name ends so, whatever its case.
    pub fn has_extension(&self, extension: &str) -> bool {
        self.path
            .and_then(|path| path.rsplit_once('.'))
            .is_some_and(|(_, found)| found.eq_ignore_ascii_case(extension))
    }

    /// The leaves of the document, if it is JSON.
    fn json(&self) -> Option<&[json::Leaf]> {
        self.json.as_deref()
    }
}

/// What a format read.
#[derive(Debug, Default)]
pub struct Reading {
    /// The texts, in the order of the file.
    pub entries: Vec<Entry>,
    /// The file's own mark of its locale.
    pub locale: Option<LocaleMark>,
    /// What is worth saying of the file.
    pub notices: Vec<Fault>,
}

/// A text as a format read it.
#[derive(Debug, Default)]
pub struct Entry {
    /// Its keys from the root, outermost first.
    pub path: Vec<String>,
    /// The text, the format's escapes resolved.
    pub text: String,
    /// The bytes that a translation replaces.
    pub slot: Range<usize>,
    /// The bytes of its own name, where it has one.
    pub key: Range<usize>,
    /// What the file says about it.
    pub note: Option<String>,
    /// What the file says about it in words of the format's own, such as gettext's `c-format`.
    pub flags: Vec<String>,
    /// Most characters a translation may have.
    pub max_chars: Option<u32>,
    /// Set if it is one form of a text that has several.
    pub plural: Option<EntryForm>,
    /// Whether the file says that this translation needs a look, since its source has changed.
    pub needs_review: bool,
    /// Which plural form it is, where a locale's further forms cannot be added.
    pub legacy_form: Option<Category>,
    /// Set if it is a variant in a message with selectors.
    pub selected: Option<Selected>,
    /// Whether it may be translated at all; `false` for what a file marks as fixed.
    pub translatable: bool,
}

/// Which form of which text an [`Entry`] is.
#[derive(Debug)]
pub struct EntryForm {
    /// What the forms of one text have in common.
    pub group: String,
    /// The form.
    pub category: Category,
    /// What is counted.
    pub counting: Counting,
}

/// Where a file names its own locale.
#[derive(Debug)]
pub struct LocaleMark {
    /// The locale it names.
    pub locale: Locale,
    /// The bytes of the tag.
    pub span: Range<usize>,
    /// Whether the tag is written with `_`.
    pub underscore: bool,
}

impl LocaleMark {
    /// The edit that names another locale, in the same manner.
    pub fn edit(&self, locale: &Locale) -> Edit {
        let replacement = if self.underscore {
            locale.with_underscore()
        } else {
            locale.to_string()
        };
        Edit {
            span: self.span.clone(),
            replacement,
        }
    }
}

/// Bytes of a file and what stands there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes.
    pub span: Range<usize>,
    /// What stands there instead.
    pub replacement: String,
}

/// Something wrong with a file, at a byte of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// How bad it is.
    pub severity: Severity,
    /// The rule's name.
    pub code: &'static str,
    /// Where in the structure, as a JSON Pointer.
    pub path: String,
    /// Where, in bytes.
    pub offset: usize,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it, in one sentence.
    pub hint: String,
}

impl Fault {
    pub(super) fn into_diagnostic(self, text: &str, lines: &Lines) -> Diagnostic {
        Diagnostic {
            severity: self.severity,
            code: self.code.to_owned(),
            path: self.path,
            place: lines.place(text, self.offset),
            message: self.message,
            hint: self.hint,
        }
    }
}

/// The edits of a format whose translations replace values: `write` makes the bytes of a value.
fn value_edits(
    catalogue: &Catalogue,
    translations: &[Option<&Translation>],
    write: impl Fn(&Segment, &str) -> String,
) -> Vec<Edit> {
    catalogue
        .segments()
        .iter()
        .zip(translations)
        .filter_map(|(segment, translation)| {
            let translation = translation.as_ref()?;
            (translation.text != segment.text).then(|| Edit {
                span: segment.slot.clone(),
                replacement: write(segment, &translation.text),
            })
        })
        .collect()
}

/// What a locale's plural forms change of the elements that a source has.
enum FormChange<'a> {
    /// The locale has no use for this form.
    Remove(&'a Segment),
    /// The locale has these forms too. They stand before the form `other`, which is the segment.
    Add(&'a Segment, Vec<(Category, &'a str)>),
}

impl<'a> FormChange<'a> {
    fn segment(&self) -> &'a Segment {
        match self {
            Self::Remove(segment) | Self::Add(segment, _) => segment,
        }
    }
}

/// How a locale's plural forms differ from the source's, in the order of the file.
fn form_changes<'a>(
    catalogue: &'a Catalogue,
    locale: &Locale,
    translations: &[Option<&'a Translation>],
) -> Vec<FormChange<'a>> {
    let mut changes = Vec::new();
    for ((id, segment), own) in catalogue.ids().zip(catalogue.segments()).zip(translations) {
        let Some(form) = &segment.plural else {
            continue;
        };
        let other = catalogue.form(id, Category::Other);
        let Some(other) = other.and_then(|it| translations.get(it.index()).copied().flatten())
        else {
            continue;
        };
        let plurals = Plurals::of(locale, form.counting);
        if !plurals.has(form.category) && own.is_none_or(|it| it.text == segment.text) {
            changes.push(FormChange::Remove(segment));
        } else if form.category == Category::Other {
            let added = other
                .forms
                .iter()
                .filter(|(category, _)| !catalogue.has_form(id, *category))
                .map(|(category, text)| (*category, text.as_str()))
                .collect();
            changes.push(FormChange::Add(segment, added));
        }
    }
    changes
}

/// Plural forms that are elements on lines of their own ([`Segment::key`] is the whole element):
/// those that a locale needs are added in front of the form `other`, those it has no use for are
/// left out. `write` makes an element from that of the form `other`.
fn element_forms(
    text: &str,
    changes: &[FormChange<'_>],
    write: impl Fn(&Segment, Category, &str) -> Option<String>,
) -> Vec<Edit> {
    let margin = |segment: &Segment| {
        let before = text.get(..segment.key.start).unwrap_or_default();
        before.trim_end().len()
    };
    let mut edits = Vec::new();
    for change in changes {
        match change {
            FormChange::Remove(segment) => edits.push(Edit {
                span: margin(segment)..segment.key.end,
                replacement: String::new(),
            }),
            FormChange::Add(segment, forms) => {
                let gap = text.get(margin(segment)..segment.key.start);
                let mut replacement = String::new();
                for (category, text) in forms {
                    if let Some(element) = write(segment, *category, text) {
                        replacement.push_str(&element);
                        replacement.push_str(gap.unwrap_or_default());
                    }
                }
                if !replacement.is_empty() {
                    edits.push(Edit {
                        span: segment.key.start..segment.key.start,
                        replacement,
                    });
                }
            }
        }
    }
    edits
}

/// The name of a translated file: the locale in the source's name replaced, or put before the
/// extension.
fn file_name(source: &str, from: Option<&Locale>, to: &Locale) -> String {
    let file = source.rsplit(['/', '\\']).next().unwrap_or(source);
    if let Some(from) = from {
        for (old, new) in [
            (from.to_string(), to.to_string()),
            (from.with_underscore(), to.with_underscore()),
            (from.language().to_owned(), to.to_string()),
        ] {
            let found = file.match_indices(&old).find(|(at, _)| {
                let before = file.get(..*at).and_then(|it| it.chars().next_back());
                let after = file.get(at + old.len()..).and_then(|it| it.chars().next());
                !before.is_some_and(char::is_alphanumeric)
                    && !after.is_some_and(char::is_alphanumeric)
            });
            if let Some((at, _)) = found {
                let (head, tail) = file.split_at(at);
                return format!("{head}{new}{}", tail.get(old.len()..).unwrap_or_default());
            }
        }
    }
    match file.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() => format!("{stem}.{to}.{extension}"),
        _ => format!("{file}.{to}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translated_file_is_named_after_its_source() {
        let locale = |tag: &str| tag.parse::<Locale>().unwrap();
        for (source, from, to, name) in [
            ("en.json", Some("en"), "de", "de.json"),
            ("locales/en-US.json", Some("en-US"), "pt-BR", "pt-BR.json"),
            ("app_en.arb", Some("en"), "pt-BR", "app_pt-BR.arb"),
            ("app_en_US.arb", Some("en-US"), "pt-BR", "app_pt_BR.arb"),
            ("en.messages.json", Some("en"), "fr", "fr.messages.json"),
            ("open.json", Some("en"), "fr", "open.fr.json"),
            ("messages.json", None, "fr", "messages.fr.json"),
            ("-", None, "fr", "-.fr"),
        ] {
            let from = from.map(locale);
            assert_eq!(file_name(source, from.as_ref(), &locale(to)), name);
        }
    }
}
