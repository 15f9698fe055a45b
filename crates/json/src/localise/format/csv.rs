//! CSV with a column for each language: the first row names them.
//!
//! ```csv
//! key,en,de
//! greeting,"Hello, {user}",
//! ```
//!
//! Quoting follows RFC 4180. The column of the target locale is filled, or added at the end.

use std::ops::Range;

use ichiban_tool::Severity;

use super::{Edit, Entry, Fault, Format, Reading, Sample, Wanted};
use crate::localise::{Catalogue, Locale, Translation};

/// CSV with a column for each language.
pub(super) struct Csv;

impl Format for Csv {
    fn name(&self) -> &'static str {
        "csv"
    }

    fn label(&self) -> &'static str {
        "CSV"
    }

    fn media_type(&self) -> &'static str {
        "text/csv"
    }

    fn likeness(&self, sample: &Sample<'_>) -> u8 {
        if sample.has_extension("csv") { 100 } else { 0 }
    }

    fn layout(&self, _: &str) -> String {
        "one text a row".to_owned()
    }

    fn read(&self, text: &str, wanted: Wanted<'_>) -> Result<Reading, Fault> {
        let rows = rows(text);
        let Some((header, rows)) = rows.split_first() else {
            return Err(no_columns());
        };
        let columns = columns(text, header);
        let column = wanted
            .locale
            .and_then(|locale| columns.iter().find(|(_, it)| it == locale))
            .or(columns.first())
            .ok_or_else(no_columns)?;
        let key = usize::from(column.0 == 0);
        let first_is_key = columns.iter().all(|(at, _)| *at != 0);
        let note = header.iter().position(|cell| is_note(&value(text, cell)));
        let entries = rows
            .iter()
            .enumerate()
            .filter_map(|(number, row)| {
                let slot = row.get(column.0)?.clone();
                let name = row.get(key).filter(|_| first_is_key || key > 0);
                let path = name
                    .filter(|_| first_is_key)
                    .map_or_else(|| (number + 2).to_string(), |it| value(text, it));
                let whole = row.first()?.start..row.last()?.end;
                Some(Entry {
                    path: vec![path],
                    text: value(text, &slot),
                    slot,
                    key: whole,
                    note: note
                        .and_then(|at| row.get(at))
                        .map(|it| value(text, it))
                        .filter(|it| !it.is_empty()),
                    translatable: true,
                    ..Entry::default()
                })
            })
            .collect();
        Ok(Reading {
            entries,
            locale: Some(super::LocaleMark {
                locale: column.1.clone(),
                // The column's name stays: the file has all languages.
                span: 0..0,
                underscore: false,
            }),
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
        let rows = rows(text);
        let separator = separator(text);
        let Some((header, rows)) = rows.split_first() else {
            return Vec::new();
        };
        let columns = columns(text, header);
        let place = columns
            .iter()
            .find(|(_, it)| it == locale)
            .map(|(at, _)| *at);
        let mut edits = Vec::new();
        if place.is_none()
            && let Some(last) = header.last()
        {
            edits.push(Edit {
                span: last.end..last.end,
                replacement: format!("{separator}{locale}"),
            });
        }
        let mut of_row = catalogue.segments().iter().zip(translations).peekable();
        for row in rows {
            let (Some(first), Some(last)) = (row.first(), row.last()) else {
                continue;
            };
            let own = of_row.next_if(|(segment, _)| segment.key == (first.start..last.end));
            let given = own.and_then(|(_, translation)| translation.as_ref());
            if let Some(cell) = place.and_then(|at| row.get(at)) {
                if let Some(given) = given.filter(|it| it.text != value(text, cell)) {
                    edits.push(Edit {
                        span: cell.clone(),
                        replacement: quoted(&given.text, separator),
                    });
                }
            } else if place.is_none() || given.is_some() {
                // A row may be shorter than the header.
                let missing = place.unwrap_or(header.len()).saturating_sub(row.len());
                let mut replacement = separator.to_string().repeat(missing + 1);
                if let Some(given) = given {
                    replacement.push_str(&quoted(&given.text, separator));
                }
                edits.push(Edit {
                    span: last.end..last.end,
                    replacement,
                });
            }
        }
        edits
    }

    /// The file has every language: it keeps its name, with the new language told.
    fn file_name(&self, source: &str, from: Option<&Locale>, to: &Locale) -> String {
        super::file_name(source, from, to)
    }
}

fn no_columns() -> Fault {
    Fault {
        severity: Severity::Error,
        code: "csv-no-locale",
        path: String::new(),
        offset: 0,
        message: "No column of the first row is named after a language.".to_owned(),
        hint: "Name the columns, as in `key,en,de`.".to_owned(),
    }
}

fn is_note(name: &str) -> bool {
    matches!(
        name.to_lowercase().as_str(),
        "note" | "notes" | "comment" | "comments" | "description" | "context"
    )
}

/// The columns that are named after a language.
fn columns(text: &str, header: &[Range<usize>]) -> Vec<(usize, Locale)> {
    header
        .iter()
        .enumerate()
        .filter_map(|(at, cell)| {
            let name = value(text, cell);
            let name = name.trim_start_matches('\u{feff}');
            // A column `id` holds identifiers; Indonesian comes second to that.
            let locale: Locale = name.parse().ok()?;
            (locale.english_name() != locale.as_str() && !(at == 0 && name == "id"))
                .then_some((at, locale))
        })
        .collect()
}

/// The separator that the first row has most of.
fn separator(text: &str) -> char {
    let first = text.lines().next().unwrap_or_default();
    [',', ';', '\t']
        .into_iter()
        .max_by_key(|it| first.matches(*it).count() * 4 + usize::from(*it == ','))
        .unwrap_or(',')
}

/// The cells of each row that is not empty, as they are written.
fn rows(text: &str) -> Vec<Vec<Range<usize>>> {
    let separator = separator(text);
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut quoted = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            _ if at < start => {}
            '"' if quoted || at == start => quoted = !quoted,
            // Within a quoted cell, `""` closes it and opens it again.
            '"' if text.get(..at).is_some_and(|it| it.ends_with('"')) => quoted = true,
            c if c == separator && !quoted => {
                row.push(start..at);
                start = at + 1;
            }
            '\n' | '\r' if !quoted => {
                row.push(start..at);
                finish(&mut rows, &mut row);
                if c == '\r' && chars.peek().is_some_and(|(_, c)| *c == '\n') {
                    chars.next();
                    start = at + 2;
                } else {
                    start = at + 1;
                }
            }
            _ => {}
        }
    }
    row.push(start..text.len());
    finish(&mut rows, &mut row);
    rows
}

fn finish(rows: &mut Vec<Vec<Range<usize>>>, row: &mut Vec<Range<usize>>) {
    let row = std::mem::take(row);
    if row.iter().any(|cell| !cell.is_empty()) {
        rows.push(row);
    }
}

/// A cell's text.
fn value(text: &str, cell: &Range<usize>) -> String {
    let raw = text.get(cell.clone()).unwrap_or_default();
    match raw.strip_prefix('"').and_then(|it| it.strip_suffix('"')) {
        Some(inner) => inner.replace("\"\"", "\""),
        None => raw.to_owned(),
    }
}

fn quoted(text: &str, separator: char) -> String {
    if text.contains([separator, '"', '\n', '\r']) || text.trim() != text {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
