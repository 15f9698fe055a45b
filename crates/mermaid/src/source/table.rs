//! Tables: CSV, TSV, and those of Markdown.

/// A header and rows; a row may be shorter than the header.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) header: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    /// Reads a table, whatever separates its cells; `None` if there are not two columns.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut rows = if text.lines().any(|line| line.trim_start().starts_with('|')) {
            markdown(text)
        } else {
            separated(text)?
        };
        rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
        if rows.len() < 2 || rows.first()?.len() < 2 {
            return None;
        }
        let header = rows.remove(0);
        Some(Self { header, rows })
    }

    /// The column that is called one of `names`, case and punctuation aside.
    pub(super) fn column(&self, names: &[&str]) -> Option<usize> {
        let plain = |name: &String| -> String {
            name.chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect()
        };
        names
            .iter()
            .find_map(|name| self.header.iter().position(|cell| plain(cell) == *name))
    }
}

/// A row's cell; empty if the row is shorter.
pub(super) fn cell(row: &[String], column: usize) -> &str {
    row.get(column).map_or("", String::as_str)
}

fn markdown(text: &str) -> Vec<Vec<String>> {
    text.lines()
        .map(str::trim)
        .filter(|line| line.starts_with('|'))
        .filter(|line| {
            !line
                .chars()
                .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
        })
        .map(|line| {
            let line = line.trim_start_matches('|');
            let line = line.strip_suffix('|').unwrap_or(line);
            line.split('|')
                .map(|cell| cell.trim().trim_matches('`').to_owned())
                .collect()
        })
        .collect()
}

fn separated(text: &str) -> Option<Vec<Vec<String>>> {
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    let separator = [b',', b'\t', b';', b'|']
        .into_iter()
        .max_by_key(|separator| first.bytes().filter(|b| b == separator).count())?;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    reader
        .records()
        .map(|record| Some(record.ok()?.iter().map(ToOwned::to_owned).collect()))
        .collect()
}
