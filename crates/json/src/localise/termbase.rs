//! A glossary of several locales, as a person keeps it, and as CSV for spreadsheets.
//!
//! ```csv
//! term,keep,de,fr
//! Ichiban,yes,,
//! cart,,Warenkorb,panier
//! ```
//!
//! `keep` tells that a term is not translated. The other columns are named by BCP 47 tags. An empty
//! cell leaves the term's translation into that locale open.

use std::collections::BTreeMap;

use ichiban_tool::{Diagnostic, Place, Severity};
use serde::{Deserialize, Serialize};

use super::{Glossary, Locale};

/// A term and what it is in each locale.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The term as it stands in the source.
    pub term: String,
    /// Whether it is kept as it is, whatever the locale.
    pub keep: bool,
    /// Its translations, by BCP 47 tag.
    pub translations: BTreeMap<String, String>,
}

/// What a CSV file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The terms, in the order of the file. Of rows with the same term the last counts.
    pub entries: Vec<Entry>,
    /// What was passed over, and where.
    pub notices: Vec<Diagnostic>,
}

/// The glossary of one locale: terms that are kept, and those with a translation into it; a
/// translation into its language (`de`) serves a locale of it (`de-AT`) that has none of its own.
pub fn glossary(entries: &[Entry], locale: &Locale) -> Glossary {
    Glossary::from_pairs(entries.iter().filter_map(|entry| {
        if entry.keep {
            return Some((entry.term.clone(), String::new()));
        }
        let of = |tag: &str| {
            let translation = entry
                .translations
                .iter()
                .find(|(it, _)| it.eq_ignore_ascii_case(tag))?
                .1;
            (!translation.trim().is_empty()).then(|| translation.clone())
        };
        let translation = of(locale.as_str()).or_else(|| of(locale.language()))?;
        Some((entry.term.clone(), translation))
    }))
}

/// Reads CSV, with commas, semicolons or tabs between the cells. The first row names the columns.
///
/// # Errors
/// If there is no column of terms, or none besides, or a row is broken: where, and what to do.
pub fn read_csv(text: &str) -> Result<Table, Diagnostic> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(text))
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut columns: Option<Vec<Column>> = None;
    let mut table = Table::default();
    let mut line = 1;
    let mut counted = 0;
    for record in reader.records() {
        let record = record.map_err(|error| {
            let line = error.position().map_or(1, csv::Position::line);
            fault(line, &format!("The row cannot be read: {error}."))
        })?;
        // A row is said to begin with the second byte of the line break before it, if that has two.
        let at = record.position().map_or(0, csv::Position::byte);
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        let blank = text.get(at..).unwrap_or_default();
        let at = at + blank.len() - blank.trim_start_matches(['\r', '\n']).len();
        let passed = text.get(counted..at).unwrap_or_default();
        line += u64::try_from(passed.matches('\n').count()).unwrap_or_default();
        counted = at;
        if record.iter().all(str::is_empty) {
            continue;
        }
        let Some(columns) = &columns else {
            columns = Some(head(&record, line, &mut table.notices)?);
            continue;
        };
        if let Some(entry) = row(&record, columns) {
            table.entries.retain(|it| it.term != entry.term);
            table.entries.push(entry);
        } else {
            table.notices.push(notice(line, "The row has no term."));
        }
    }
    if columns.is_none() {
        return Err(fault(1, "The file is empty."));
    }
    Ok(table)
}

/// Writes CSV with commas: a column for each locale that some term has a translation into.
pub fn write_csv(entries: &[Entry]) -> String {
    let mut tags: Vec<&str> = entries
        .iter()
        .flat_map(|it| it.translations.keys().map(String::as_str))
        .collect();
    tags.sort_unstable();
    tags.dedup();
    let mut rows = vec![["term", "keep"].into_iter().chain(tags.clone()).collect()];
    rows.extend(entries.iter().map(|entry| {
        let keep = if entry.keep { "yes" } else { "" };
        let translations = tags
            .iter()
            .map(|tag| entry.translations.get(*tag).map_or("", String::as_str));
        [entry.term.as_str(), keep]
            .into_iter()
            .chain(translations)
            .collect::<Vec<_>>()
    }));
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Memory takes whatever is written to it, and every row has as many cells.
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

enum Column {
    Term,
    Keep,
    Locale(String),
    Other,
}

fn head(
    record: &csv::StringRecord,
    line: u64,
    notices: &mut Vec<Diagnostic>,
) -> Result<Vec<Column>, Diagnostic> {
    let columns: Vec<Column> = record
        .iter()
        .enumerate()
        .map(|(at, name)| match name.to_lowercase().as_str() {
            "term" | "source" => Column::Term,
            "keep" | "do not translate" | "do-not-translate" => Column::Keep,
            _ if at == 0 => Column::Term,
            _ => name
                .parse::<Locale>()
                .map_or(Column::Other, |it| Column::Locale(it.as_str().to_owned())),
        })
        .collect();
    let has = |wanted: fn(&Column) -> bool| columns.iter().any(wanted);
    if !has(|it| matches!(it, Column::Keep | Column::Locale(_))) {
        return Err(fault(
            line,
            "The first row names no locale: it is `term`, `keep`, and the tags of locales.",
        ));
    }
    for (name, column) in record.iter().zip(&columns) {
        if matches!(column, Column::Other) && !name.is_empty() {
            notices.push(notice(
                line,
                &format!("The column `{name}` is neither a locale nor `keep`."),
            ));
        }
    }
    Ok(columns)
}

fn row(record: &csv::StringRecord, columns: &[Column]) -> Option<Entry> {
    let mut entry = Entry::default();
    for (cell, column) in record.iter().zip(columns) {
        match column {
            Column::Term if entry.term.is_empty() => cell.clone_into(&mut entry.term),
            Column::Keep => {
                entry.keep = matches!(
                    cell.to_lowercase().as_str(),
                    "yes" | "y" | "true" | "1" | "x" | "keep"
                );
            }
            Column::Locale(tag) if !cell.is_empty() => {
                entry.translations.insert(tag.clone(), cell.to_owned());
            }
            Column::Term | Column::Locale(_) | Column::Other => {}
        }
    }
    (!entry.term.is_empty()).then_some(entry)
}

/// What stands between the cells: whatever the first line has most of.
fn delimiter(text: &str) -> u8 {
    let line = text.lines().next().unwrap_or_default();
    let count = |delimiter: u8| line.bytes().filter(|it| *it == delimiter).count();
    let mut best = b',';
    for other in [b';', b'\t'] {
        if count(other) > count(best) {
            best = other;
        }
    }
    best
}

fn fault(line: u64, message: &str) -> Diagnostic {
    diagnostic(
        Severity::Error,
        line,
        message,
        "Save the glossary as CSV with a first row such as `term,keep,de,fr`.",
    )
}

fn notice(line: u64, message: &str) -> Diagnostic {
    diagnostic(Severity::Info, line, message, "It is passed over.")
}

fn diagnostic(severity: Severity, line: u64, message: &str, hint: &str) -> Diagnostic {
    Diagnostic {
        severity,
        code: "glossary-csv".to_owned(),
        path: String::new(),
        place: Place {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            ..Place::START
        },
        message: message.to_owned(),
        hint: hint.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn entry(term: &str, keep: bool, translations: &[(&str, &str)]) -> Entry {
        Entry {
            term: term.to_owned(),
            keep,
            translations: translations
                .iter()
                .map(|(tag, text)| ((*tag).to_owned(), (*text).to_owned()))
                .collect(),
        }
    }

    #[test]
    fn the_example_is_read() {
        let table = read_csv("term,keep,de,fr\nIchiban,yes,,\ncart,,Warenkorb,panier\n").unwrap();
        assert_eq!(
            table.entries,
            [
                entry("Ichiban", true, &[]),
                entry("cart", false, &[("de", "Warenkorb"), ("fr", "panier")])
            ]
        );
        assert_eq!(table.notices, []);
    }

    #[test]
    fn spreadsheets_write_semicolons_tabs_and_a_byte_order_mark() {
        let table = read_csv("\u{feff}en;pt_BR;note\r\n\"a; b\";x;why\r\n;y;\r\n").unwrap();
        assert_eq!(table.entries, [entry("a; b", false, &[("pt-BR", "x")])]);
        assert_eq!(table.notices.len(), 2);
        assert_eq!(table.notices[1].place.line, 3);
        let tabs = read_csv("term\tde\ncart\tKorb\n").unwrap();
        assert_eq!(tabs.entries, [entry("cart", false, &[("de", "Korb")])]);
    }

    #[test]
    fn a_file_without_locales_says_what_is_wanted() {
        let fault = read_csv("cart,a remark\n").unwrap_err();
        assert_eq!(fault.place.line, 1);
        assert!(fault.hint.contains("term,keep,de,fr"));
        assert!(read_csv("").is_err());
    }

    #[test]
    fn a_glossary_has_what_serves_its_locale() {
        let entries = [
            entry("Ichiban", true, &[("de", "Nummer eins")]),
            entry("cart", false, &[("de", "Korb"), ("de-AT", "Wagerl")]),
            entry("board", false, &[("fr", "tableau"), ("de", " ")]),
        ];
        let terms = |tag: &str| {
            let glossary = glossary(&entries, &tag.parse().unwrap());
            let terms = glossary.terms().iter();
            terms
                .map(|it| (it.source.clone(), it.target.clone()))
                .collect::<Vec<_>>()
        };
        let kept = ("Ichiban".to_owned(), None);
        let cart = |it: &str| ("cart".to_owned(), Some(it.to_owned()));
        assert_eq!(terms("de-AT"), [kept.clone(), cart("Wagerl")]);
        assert_eq!(terms("de-CH"), [kept.clone(), cart("Korb")]);
        assert_eq!(terms("ja"), [kept]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            rows in proptest::collection::vec(
                ("[^\\s\u{feff}][^\\x00-\\x1f]{0,12}[^\\s]", any::<bool>(), "[^\\s\\x00-\\x1f]{0,5}"),
                1..8,
            )
        ) {
            let mut entries: Vec<Entry> = Vec::new();
            for (term, keep, text) in rows {
                let term = term.trim().to_owned();
                if term.is_empty() || entries.iter().any(|it| it.term == term) {
                    continue;
                }
                let translations: &[(&str, &str)] = if text.trim() == text && !text.is_empty() {
                    &[("de", &text), ("pt-BR", "x")]
                } else {
                    &[]
                };
                entries.push(entry(&term, keep, translations));
            }
            prop_assume!(!entries.is_empty());
            let read = read_csv(&write_csv(&entries)).unwrap();
            prop_assert_eq!(read.entries, entries);
        }
    }
}
