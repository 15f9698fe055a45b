//! A catalogue file: its texts, and everything around them.

use std::collections::HashMap;
use std::ops::Range;

use ichiban_tool::{Diagnostic, Place, Severity};

use super::format::{self, Edit, Format, Reading, Role, Sample, Wanted};
use super::lines::{Lines, Walker};
use super::message::{self, Syntax};
use super::plural::Category;
use super::segment::{PluralForm, Segment, SegmentId, pointer};
use super::{Locale, Translation};

/// A catalogue that was read.
pub struct Catalogue {
    text: String,
    format: &'static dyn Format,
    syntax: Syntax,
    segments: Vec<Segment>,
    reading: Reading,
    locale: Option<Locale>,
    layout: String,
    diagnostics: Vec<Diagnostic>,
    lines: Lines,
    forms: HashMap<(u32, Category), SegmentId>,
}

/// What is known of a file besides its text. All of it may be left out.
#[derive(Debug, Clone, Default)]
pub struct Hint {
    /// Its name or path, which may tell the format and the locale.
    pub path: Option<String>,
    /// The format's name, as in [`format::FORMATS`].
    pub format: Option<String>,
    /// The syntax of its texts.
    pub syntax: Option<Syntax>,
    /// The locale it is written in.
    pub locale: Option<Locale>,
    /// Whether its source texts or its translations are wanted, where a file has both.
    pub role: Role,
}

impl Hint {
    /// A hint that is a file's name or path.
    pub fn path(path: impl Into<String>) -> Self {
        Self {
            path: Some(path.into()),
            ..Self::default()
        }
    }
}

impl Catalogue {
    /// Reads a catalogue. Cost: a few passes over the text.
    ///
    /// # Errors
    /// A diagnostic for each reason why the text is no catalogue, with its place.
    pub fn read(text: impl Into<String>, hint: &Hint) -> Result<Self, Vec<Diagnostic>> {
        let text = text.into();
        let path = hint.path.as_deref();
        let format = match &hint.format {
            Some(name) => format::by_name(name).ok_or_else(|| vec![unknown_format(name)])?,
            None => format::detect(&Sample::new(&text, path)),
        };
        let lines = Lines::of(&text);
        let mut reading = format
            .read(
                &text,
                Wanted {
                    locale: hint.locale.as_ref(),
                    role: hint.role,
                },
            )
            .map_err(|error| vec![error.into_diagnostic(&text, &lines)])?;
        let syntax = hint
            .syntax
            .clone()
            .or_else(|| format.syntax())
            .unwrap_or_else(|| Syntax::detect(reading.entries.iter().map(|it| it.text.as_str())));
        let syntax = format.adjust(syntax);
        let segments = segments(format, &text, &syntax, &mut reading);
        let locale = hint
            .locale
            .clone()
            .or_else(|| reading.locale.as_ref().map(|it| it.locale.clone()))
            .or_else(|| path.and_then(Locale::from_path));
        let mut diagnostics: Vec<_> = std::mem::take(&mut reading.notices)
            .into_iter()
            .map(|notice| notice.into_diagnostic(&text, &lines))
            .collect();
        diagnostics.extend(broken(&segments));
        let forms = (0..)
            .map(SegmentId)
            .zip(&segments)
            .filter_map(|(id, segment)| {
                let form = segment.plural.as_ref()?;
                Some(((form.group, form.category), id))
            })
            .collect();
        let layout = format.layout(&text);
        Ok(Self {
            text,
            format,
            syntax,
            segments,
            reading,
            locale,
            layout,
            diagnostics,
            lines,
            forms,
        })
    }

    /// The file as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The file's format.
    pub fn format(&self) -> &'static dyn Format {
        self.format
    }

    /// What the marks in its texts mean.
    pub fn syntax(&self) -> &Syntax {
        &self.syntax
    }

    /// The locale it is written in, as far as the file, its name or the caller told.
    pub fn locale(&self) -> Option<&Locale> {
        self.locale.as_ref()
    }

    /// The file's layout in words, such as `2 spaces`.
    pub fn layout(&self) -> &str {
        &self.layout
    }

    /// What is worth saying of the file itself.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Its texts, in the order of the file.
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// A text by its number.
    pub fn segment(&self, id: SegmentId) -> Option<&Segment> {
        self.segments.get(id.index())
    }

    /// The numbers of all texts, in the order of the file.
    pub fn ids(&self) -> impl Iterator<Item = SegmentId> + use<> {
        (0..u32::try_from(self.segments.len()).unwrap_or(u32::MAX)).map(SegmentId)
    }

    /// Line and column of a byte of the file.
    pub fn place(&self, offset: usize) -> Place {
        self.lines.place(&self.text, offset)
    }

    /// Whether the text that a plural form belongs to has a form of this category.
    pub fn has_form(&self, id: SegmentId, category: Category) -> bool {
        self.form(id, category).is_some()
    }

    /// The form of a category of the text that a plural form belongs to.
    pub fn form(&self, id: SegmentId, category: Category) -> Option<SegmentId> {
        let group = self.segment(id)?.plural.as_ref()?.group;
        self.forms.get(&(group, category)).copied()
    }

    /// Texts by name. Of entries under one name the last counts, as it does for a program that
    /// reads the file.
    pub fn by_name(&self) -> HashMap<&[String], SegmentId> {
        self.ids()
            .zip(&self.segments)
            .map(|(id, segment)| (self.name_of(segment), id))
            .collect()
    }

    /// What a text is called, in this file as in its translations.
    pub fn name_of<'a>(&self, segment: &'a Segment) -> &'a [String] {
        self.format.name_in(&segment.path)
    }

    /// The file in another locale. Texts without a translation stay in the source language; every
    /// byte outside the texts stays as it is, but for the file's own mark of its locale. Cost: one
    /// pass.
    pub fn write<'t>(
        &self,
        locale: &Locale,
        translation: impl Fn(SegmentId) -> Option<&'t Translation>,
    ) -> String {
        let translations: Vec<_> = self.ids().map(translation).collect();
        let mut edits = self.format.edits(self, locale, &translations);
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        splice(&self.text, &edits)
    }

    /// The file with translations into several locales, for a format whose files hold every
    /// language ([`Format::holds_every_locale`]): one place in each list for each segment. Cost:
    /// the file is read and written once per locale.
    ///
    /// # Errors
    /// As [`Catalogue::read`], should what was written not be read again.
    pub fn write_all(
        &self,
        columns: &[(&Locale, &[Option<Translation>])],
    ) -> Result<String, Vec<Diagnostic>> {
        let hint = Hint {
            format: Some(self.format.name().to_owned()),
            syntax: Some(self.syntax.clone()),
            locale: self.locale.clone(),
            ..Hint::default()
        };
        let mut text = self.text.clone();
        for (locale, translations) in columns {
            let catalogue = Self::read(text, &hint)?;
            text = catalogue.write(locale, |id| translations.get(id.index())?.as_ref());
        }
        Ok(text)
    }

    /// What the format knows of the file beyond its texts.
    pub(super) fn reading(&self) -> &Reading {
        &self.reading
    }
}

/// A text with some of its bytes replaced. Edits are in order; one that overlaps the one before
/// it is left out.
fn splice(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut from = 0;
    for Edit { span, replacement } in edits {
        let Some(kept) = text.get(from..span.start) else {
            continue;
        };
        out.push_str(kept);
        out.push_str(replacement);
        from = span.end;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    out
}

/// Turns what the format read into segments.
fn segments(
    format: &dyn Format,
    text: &str,
    syntax: &Syntax,
    reading: &mut Reading,
) -> Vec<Segment> {
    let has_numbers = reading
        .entries
        .iter()
        .any(|entry| message::has_numbered(&entry.text, syntax));
    let mut groups: HashMap<String, u32> = HashMap::new();
    let mut places = Walker::new(text);
    let mut last = 0;
    std::mem::take(&mut reading.entries)
        .into_iter()
        .map(|entry| {
            // Formats give entries in the order of the file; one that does not still gets a place.
            last = entry.slot.start.max(last);
            let (message, broken) = match message::parse(&entry.text, syntax) {
                Ok(message) => (message, None),
                Err(error) => (message::parse_leniently(&entry.text, syntax), Some(error)),
            };
            let numbered = format.numbers_arguments(&entry, has_numbers);
            let plural = entry.plural.map(|form| {
                let next = u32::try_from(groups.len()).unwrap_or(u32::MAX);
                PluralForm {
                    group: *groups.entry(form.group).or_insert(next),
                    category: form.category,
                    counting: form.counting,
                }
            });
            Segment {
                translatable: entry.translatable && message.has_prose(),
                place: places.place(last),
                path: entry.path,
                text: entry.text,
                message,
                slot: entry.slot,
                key: entry.key,
                note: entry.note,
                max_chars: entry.max_chars,
                numbered,
                needs_review: entry.needs_review,
                plural,
                legacy_form: entry.legacy_form,
                selected: entry.selected,
                broken,
            }
        })
        .collect()
}

/// A finding for every source text whose own syntax is broken.
fn broken(segments: &[Segment]) -> impl Iterator<Item = Diagnostic> + '_ {
    segments.iter().filter_map(|segment| {
        let error = segment.broken.as_ref()?;
        Some(Diagnostic {
            severity: Severity::Warning,
            code: "icu-syntax".to_owned(),
            path: pointer(&segment.path),
            place: segment.place,
            message: format!(
                "The text is not valid ICU MessageFormat: at character {}, {error}.",
                characters(&segment.text, 0..error.offset) + 1
            ),
            hint: "Mend the source text; until then it is not sent to a model.".to_owned(),
        })
    })
}

fn characters(text: &str, range: Range<usize>) -> usize {
    text.get(range).map_or(0, |it| it.chars().count())
}

fn unknown_format(name: &str) -> Diagnostic {
    let names: Vec<_> = format::FORMATS.iter().map(|it| it.name()).collect();
    Diagnostic {
        severity: Severity::Error,
        code: "unknown-format".to_owned(),
        path: String::new(),
        place: Place::START,
        message: format!("There is no catalogue format `{name}`."),
        hint: format!("Use one of {}.", names.join(", ")),
    }
}
