//! What data can be read from: one file each, all named in [`FORMATS`].

mod csv;
mod json;
mod json5;
mod json_lines;
mod json_schema;
mod toml;
mod xml;
mod yaml;

use ichiban_schema::{Nobody, Visitor};
use ichiban_tool::{Diagnostic, Place, Severity};

/// A format of data.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Its name, as in `--from NAME`.
    pub name: &'static str,
    /// Its name for people.
    pub label: &'static str,
    /// The extensions of its files, without a dot.
    pub extensions: &'static [&'static str],
    read: fn(&str, &mut dyn Visitor) -> Result<(), Diagnostic>,
}

/// Every format, in the order in which they are tried on a text of unknown format; the last is not.
pub static FORMATS: &[Format] = &[
    format(
        "json",
        "JSON",
        &["json", "geojson", "webmanifest", "har"],
        json::read,
    ),
    format(
        "jsonl",
        "JSON Lines",
        &["jsonl", "ndjson"],
        json_lines::read,
    ),
    format("json5", "JSON5, JSONC", &["json5", "jsonc"], json5::read),
    format("xml", "XML", &["xml", "rss", "svg", "plist"], xml::read),
    format("toml", "TOML", &["toml"], toml::read),
    format("csv", "CSV", &["csv", "tsv"], csv::read),
    format("yaml", "YAML", &["yaml", "yml"], yaml::read),
    // Never found: a schema may be data as well. It is chosen.
    format(JSON_SCHEMA, "JSON Schema, OpenAPI", &[], json_schema::read),
];

/// The name of the format whose documents declare types.
pub(super) const JSON_SCHEMA: &str = "json-schema";

const fn format(
    name: &'static str,
    label: &'static str,
    extensions: &'static [&'static str],
    read: fn(&str, &mut dyn Visitor) -> Result<(), Diagnostic>,
) -> Format {
    Format {
        name,
        label,
        extensions,
        read,
    }
}

impl Format {
    /// Tells `visitor` what `text` holds: one document, or several where the format has several.
    ///
    /// # Errors
    /// At the first place where `text` is not of this format. The visitor may have been told a
    /// part by then.
    pub fn read(&self, text: &str, visitor: &mut dyn Visitor) -> Result<(), Diagnostic> {
        (self.read)(text.strip_prefix('\u{feff}').unwrap_or(text), visitor)
    }
}

/// An error of syntax.
fn syntax(line: u32, column: u32, message: String, hint: &str) -> Diagnostic {
    Diagnostic {
        severity: Severity::Error,
        code: "syntax".to_owned(),
        path: String::new(),
        place: Place { line, column },
        message,
        hint: hint.to_owned(),
    }
}

/// The format of a text: by its file's extension, or else the first that reads it.
///
/// JSON is what most texts are: one that begins like JSON and is none is taken for JSON, so that
/// the error is about that.
pub fn detect(text: &str, file_name: Option<&str>) -> &'static Format {
    let extension = file_name
        .and_then(|name| name.rsplit_once('.'))
        .map(|(_, extension)| extension.to_ascii_lowercase());
    let named = extension.and_then(|extension| {
        FORMATS
            .iter()
            .find(|format| format.extensions.contains(&extension.as_str()))
    });
    let mut candidates = FORMATS.iter().filter(|format| match format.name {
        "csv" => is_table(text),
        "xml" => text.trim_start().starts_with('<'),
        JSON_SCHEMA => false,
        _ => true,
    });
    let looks_like_json = text
        .trim_start_matches('\u{feff}')
        .trim_start()
        .starts_with(['{', '[', '"']);
    named
        .or_else(|| {
            let candidates =
                candidates
                    .by_ref()
                    .take(if looks_like_json { 3 } else { FORMATS.len() });
            let mut candidates = candidates;
            candidates.find(|format| format.read(text, &mut Nobody).is_ok())
        })
        .unwrap_or(&FORMATS[0])
}

/// Whether each of the first lines has as many separators as the header, and some.
fn is_table(text: &str) -> bool {
    let mut lines = text.lines().take(4).filter(|line| !line.trim().is_empty());
    let Some(header) = lines.next() else {
        return false;
    };
    [',', ';', '\t'].into_iter().any(|separator| {
        let count = header.matches(separator).count();
        let mut lines = lines.clone();
        let more = lines.clone().next().is_some();
        count > 0 && more && lines.all(|line| line.matches(separator).count() >= count)
    })
}

/// The line and column of a place in a text.
fn place_of(text: &str, at: usize) -> (u32, u32) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (
        at_least_one(line),
        at_least_one(before[start..].chars().count() + 1),
    )
}

fn at_least_one(n: impl TryInto<u32>) -> u32 {
    n.try_into().unwrap_or(u32::MAX).max(1)
}
