//! ZIP archives of documentation (PKWARE APPNOTE 6.3): the files in them, unpacked within limits.
//!
//! What the archive says of sizes is not believed: what comes out is counted while it comes.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{LIMIT, ReadError};

/// What an archive may come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most files.
    pub entries: usize,
    /// The most that one file may have, in bytes.
    pub file: usize,
    /// The most that all files may have together, in bytes.
    pub total: usize,
}

impl Default for Limits {
    /// 10,000 files, 32 MB a file, 256 MB in all.
    fn default() -> Self {
        Self {
            entries: 10_000,
            file: LIMIT,
            total: 256 * 1024 * 1024,
        }
    }
}

/// A file out of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its path in the archive.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Whether these are the first bytes of a ZIP archive.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Unpacks the files of an archive, in the order of their names. Hidden files and the metadata of
/// file systems are passed over.
///
/// # Errors
///
/// The archive is damaged, encrypted, an office document, holds too many files or too much, or
/// another archive.
pub fn open(name: &str, bytes: &[u8], limits: Limits) -> Result<Vec<Entry>, ReadError> {
    let refused = |message: String| ReadError::Archive {
        name: name.to_owned(),
        message,
    };
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| refused(words(&error)))?;
    if archive.len() > limits.entries {
        return Err(refused(format!(
            "it holds {} files; at most {} are read. Pack only the documentation.",
            archive.len(),
            limits.entries
        )));
    }
    let mut entries = Vec::new();
    let mut total = 0_usize;
    for index in 0..archive.len() {
        let file = archive
            .by_index(index)
            .map_err(|error| refused(words(&error)))?;
        let path = file
            .name()
            .map_err(|error| refused(words(&error)))?
            .into_owned();
        if path == "[Content_Types].xml" {
            return Err(refused(
                "it is an office document: save it as PDF or HTML first".to_owned(),
            ));
        }
        if !file.is_file() || is_hidden(&path) {
            continue;
        }
        // One byte more than may be, to see that there is more.
        let room = limits.file.min(limits.total - total) + 1;
        let mut content = Vec::new();
        file.take(room as u64)
            .read_to_end(&mut content)
            .map_err(|error| refused(format!("{path} cannot be unpacked: {error}")))?;
        total += content.len();
        if content.len() >= room {
            return Err(refused(format!(
                "unpacked, it comes to more than may be read ({} MB a file, {} MB in all), at {path}",
                limits.file / (1024 * 1024),
                limits.total / (1024 * 1024)
            )));
        }
        if is_archive(&content) {
            return Err(refused(format!(
                "{path} is an archive within the archive: unpack it first"
            )));
        }
        entries.push(Entry {
            name: path,
            bytes: content,
        });
    }
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(entries)
}

fn words(error: &ZipError) -> String {
    match error {
        ZipError::UnsupportedArchive(reason) if reason.contains("assword") => {
            "it is encrypted: pack it without a password".to_owned()
        }
        ZipError::UnsupportedArchive(reason) => {
            format!("it cannot be unpacked ({reason}): pack it as a plain ZIP file")
        }
        other => format!("it is damaged ({other})"),
    }
}

/// `.git/x`, `__MACOSX/x`, `Thumbs.db`.
fn is_hidden(path: &str) -> bool {
    path.split(['/', '\\'])
        .any(|part| part.starts_with('.') || part == "__MACOSX" || part == "Thumbs.db")
}
