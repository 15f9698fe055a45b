//! One file per kind of source; all give a [`Document`].

pub mod archive;
pub mod asciidoc;
mod components;
pub mod curl;
pub mod har;
pub mod html;
pub mod markdown;
pub mod openapi;
pub mod pdf;
pub mod postman;
pub mod text;

use serde_json::Value;

use crate::api::Place;
use crate::document::Document;
use crate::schema::Schema;

/// What a recording or collection says of one parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The parameter's name; empty for the call itself.
    pub name: String,
    /// Where it goes.
    pub place: Place,
    /// Whether it must be given.
    pub required: bool,
    /// What it may be.
    pub schema: Schema,
    /// Prose.
    pub description: Option<String>,
    /// The folders it stands in.
    pub tags: Vec<String>,
}

/// A file, read.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// Documentation or a recording.
    Document(Document),
    /// An `OpenAPI` or Swagger document, as it was.
    OpenApi(Value),
}

/// Why a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// It is larger than its kind may be.
    #[error(
        "{name} has {size} MB; a {kind} file may have {limit} MB. Cut it down, or export fewer entries."
    )]
    TooLarge {
        /// The file.
        name: String,
        /// What it is.
        kind: &'static str,
        /// Its size, in megabytes.
        size: usize,
        /// The limit, in megabytes.
        limit: usize,
    },
    /// Its contents are not what they claim to be.
    #[error("{name}:{line}:{column}: {message}")]
    Malformed {
        /// The file.
        name: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong.
        message: String,
    },
    /// It is an archive that is not unpacked.
    #[error("{name}: {message}")]
    Archive {
        /// The file.
        name: String,
        /// Why not, and what to do.
        message: String,
    },
    /// Its kind is not known.
    #[error(
        "{name} is neither text nor any format that can be read (Markdown, HTML, reStructuredText, AsciiDoc, plain text, PDF, Postman, HAR, curl, OpenAPI)."
    )]
    Unknown {
        /// The file.
        name: String,
    },
}

/// The most that a file of text may have, in bytes; a recording has a limit of its own. The page
/// has the same limits (`ichiban_engine::docs::protocol::most`): a worker's memory is that of a
/// browser's tab, and HTML becomes a tree of twenty times its size.
pub const LIMIT: usize = 32 * 1024 * 1024;

/// Reads a file, or every file of a ZIP archive. Files of an archive that are no documentation, such
/// as images, are among the errors.
///
/// # Errors
///
/// The file cannot be read at all.
pub fn open(name: &str, bytes: &[u8]) -> Result<(Vec<Source>, Vec<ReadError>), ReadError> {
    if !archive::is_archive(bytes) {
        return read(name, bytes).map(|source| (vec![source], Vec::new()));
    }
    let mut sources = Vec::new();
    let mut errors = Vec::new();
    for entry in archive::open(name, bytes, archive::Limits::default())? {
        match read(&entry.name, &entry.bytes) {
            Ok(source) => sources.push(source),
            Err(error) => errors.push(error),
        }
    }
    if sources.is_empty() && errors.is_empty() {
        return Err(ReadError::Archive {
            name: name.to_owned(),
            message: "it is empty".to_owned(),
        });
    }
    Ok((sources, errors))
}

/// Reads a file: its kind is known by its contents, and by the end of its name where contents
/// leave it open.
pub fn read(name: &str, bytes: &[u8]) -> Result<Source, ReadError> {
    let lower = name.to_lowercase();
    let too_large = |kind: &'static str, limit: usize| {
        let size = bytes.len();
        (size > limit).then(|| ReadError::TooLarge {
            name: name.to_owned(),
            kind,
            size: size.div_ceil(1024 * 1024),
            limit: limit / (1024 * 1024),
        })
    };
    let recording = extension(&lower) == "har";
    if let Some(error) = too_large("HAR", har::LIMIT).filter(|_| recording) {
        return Err(error);
    }
    if pdf::is_pdf(name, bytes) {
        if let Some(error) = too_large("PDF", pdf::LIMIT) {
            return Err(error);
        }
        return pdf::read(name, bytes.to_vec()).map(Source::Document);
    }
    if let Some(error) = too_large("text", LIMIT).filter(|_| !recording) {
        return Err(error);
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        let text = String::from_utf8_lossy(bytes);
        let broken = text
            .chars()
            .filter(|c| *c == char::REPLACEMENT_CHARACTER)
            .count();
        if broken * 50 > text.len() || bytes.contains(&0) {
            return Err(ReadError::Unknown {
                name: name.to_owned(),
            });
        }
        return read(name, text.as_bytes());
    };
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('{') || extension(&lower) == "json" || extension(&lower) == "har" {
        return json(name, text);
    }
    if matches!(extension(&lower), "yaml" | "yml")
        || start.starts_with("openapi:")
        || start.starts_with("swagger:")
    {
        return openapi::read_yaml(name, text).map(Source::OpenApi);
    }
    Ok(Source::Document(match extension(&lower) {
        "html" | "htm" | "xhtml" => html::read(name, text),
        "rst" => text::read(name, text),
        "adoc" | "asciidoc" | "asc" => asciidoc::read(name, text),
        "md" | "mdx" | "markdown" | "apib" => markdown::read(name, text),
        _ if start.starts_with("<!") || start.starts_with("<html") => html::read(name, text),
        _ if text::is_commands(text) => text::read_commands(name, text),
        _ if asciidoc::is_asciidoc(text) => asciidoc::read(name, text),
        "txt" | "text" if !text::is_markdown(text) => text::read(name, text),
        _ if text::is_rst(text) => text::read(name, text),
        _ => markdown::read(name, text),
    }))
}

/// Begins to read a long page of Markdown step by step; none if [`read`] is to read it at once, or it
/// is something else.
pub fn in_steps(name: &str, bytes: &[u8]) -> Option<markdown::Reading> {
    if bytes.len() > LIMIT {
        return None;
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let lower = name.to_lowercase();
    let start = text.trim_start_matches('\u{feff}').trim_start();
    // What has another name may be something else.
    let is_named = matches!(extension(&lower), "md" | "mdx" | "markdown" | "apib");
    let is_other = ["{", "openapi:", "swagger:"]
        .iter()
        .any(|mark| start.starts_with(mark));
    if !is_named || is_other || pdf::is_pdf(name, bytes) {
        return None;
    }
    markdown::Reading::open(name, text)
}

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

fn json(name: &str, text: &str) -> Result<Source, ReadError> {
    let value: Value =
        serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|error| {
            ReadError::Malformed {
                name: name.to_owned(),
                line: error.line(),
                column: error.column(),
                message: format!("not JSON: {error}"),
            }
        })?;
    if value.get("openapi").is_some() || value.get("swagger").is_some() {
        return Ok(Source::OpenApi(value));
    }
    if value.pointer("/log/entries").is_some() {
        return Ok(Source::Document(har::read(name, &value)));
    }
    if value.get("item").is_some() || value.pointer("/collection/item").is_some() {
        return Ok(Source::Document(postman::read(name, &value)));
    }
    Err(ReadError::Malformed {
        name: name.to_owned(),
        line: 1,
        column: 1,
        message: "JSON, but neither OpenAPI (`openapi`, `swagger`), HAR (`log.entries`) nor Postman (`item`)".to_owned(),
    })
}
