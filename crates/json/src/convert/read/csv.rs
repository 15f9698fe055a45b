//! CSV, RFC 4180, with a header: an array of objects.
//!
//! The separator is the one of `,`, `;` and tab that the header has most of. A column is of
//! numbers, or of booleans, if all its cells are, empty ones aside: these are null. Leading zeros
//! make a text.

use ichiban_schema::Visitor;
use ichiban_tool::Diagnostic;

use super::{at_least_one, syntax};

/// What all cells of a column are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Unknown,
    Boolean,
    Number,
    Text,
}

pub(super) fn read(text: &str, visitor: &mut dyn Visitor) -> Result<(), Diagnostic> {
    let header = text.lines().next().unwrap_or_default();
    let separator = [b',', b';', b'\t'].into_iter().max_by_key(|separator| {
        (
            header.bytes().filter(|b| b == separator).count(),
            *separator == b',',
        )
    });
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator.unwrap_or(b','))
        .from_reader(text.as_bytes());
    let failure = |error: &csv::Error| {
        let line = error
            .position()
            .map_or(1, |at| usize::try_from(at.line()).unwrap_or(1));
        let hint = "Give each row as many cells as the header, and quote cells with separators.";
        syntax(at_least_one(line), 1, error.to_string(), hint)
    };
    let names = reader.headers().map_err(|error| failure(&error))?.clone();
    let mut rows = Vec::new();
    let mut columns = vec![Column::Unknown; names.len()];
    for row in reader.records() {
        let row = row.map_err(|error| failure(&error))?;
        for (column, cell) in columns.iter_mut().zip(&row) {
            let kind = kind(cell);
            if *column == Column::Unknown {
                *column = kind;
            } else if kind != Column::Unknown && kind != *column {
                *column = Column::Text;
            }
        }
        rows.push(row);
    }
    visitor.begin_array();
    for row in &rows {
        visitor.begin_object();
        for ((name, cell), column) in names.iter().zip(row).zip(&columns) {
            visitor.key(name);
            match column {
                Column::Text => visitor.string(cell),
                _ if cell.is_empty() => visitor.null(),
                Column::Number => visitor.number(cell),
                _ => visitor.boolean(cell.eq_ignore_ascii_case("true")),
            }
        }
        visitor.end_object();
    }
    visitor.end_array();
    Ok(())
}

fn kind(cell: &str) -> Column {
    if cell.is_empty() {
        Column::Unknown
    } else if cell.eq_ignore_ascii_case("true") || cell.eq_ignore_ascii_case("false") {
        Column::Boolean
    } else if serde_json::from_str::<serde_json::Number>(cell).is_ok() && cell.trim() == cell {
        Column::Number
    } else {
        Column::Text
    }
}
