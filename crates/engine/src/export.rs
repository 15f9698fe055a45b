//! Files for a person to take away: one translation, or a zip of all.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A file in memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl File {
    /// The media type that its name tells; catalogues without a type of their own are text.
    pub(crate) fn media_type(&self) -> &'static str {
        let extension = self.name.rsplit_once('.').map(|(_, extension)| extension);
        match extension.map(str::to_ascii_lowercase).as_deref() {
            Some("json" | "arb" | "xcstrings") => "application/json",
            Some("yaml" | "yml") => "application/yaml",
            Some("xml" | "xliff" | "resx") => "application/xml",
            Some("csv") => "text/csv;charset=utf-8",
            Some("zip") => "application/zip",
            _ => "text/plain;charset=utf-8",
        }
    }
}

/// A zip that grows file by file, so that a large one can be made in steps.
pub(crate) struct Archive {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    names: Vec<String>,
}

impl Archive {
    pub(crate) fn new() -> Self {
        Self {
            writer: ZipWriter::new(Cursor::new(Vec::new())),
            names: Vec::new(),
        }
    }

    /// Adds a file. A name that is taken gets a number. Cost: one compression of its bytes.
    pub(crate) fn add(&mut self, file: &File) -> Result<(), zip::result::ZipError> {
        let name = self.free_name(&file.name);
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        self.writer.start_file(&*name, options)?;
        self.writer.write_all(&file.bytes)?;
        self.names.push(name);
        Ok(())
    }

    /// The archive's bytes.
    pub(crate) fn finish(self) -> Result<Vec<u8>, zip::result::ZipError> {
        Ok(self.writer.finish()?.into_inner())
    }

    fn free_name(&self, wanted: &str) -> String {
        let (stem, extension) = wanted.rsplit_once('.').unwrap_or((wanted, ""));
        let dot = if extension.is_empty() { "" } else { "." };
        let mut name = wanted.to_owned();
        let mut count = 2;
        while self.names.contains(&name) {
            name = format!("{stem}-{count}{dot}{extension}");
            count += 1;
        }
        name
    }
}

/// The name of a translation's file: the source's, with the target locale in place of the source
/// locale, or before the extension where the source names none.
///
/// `en.json` → `de.json`, `app_en.arb` → `app_pt_BR.arb`, `_locales/en/messages.json` →
/// `_locales/de/messages.json`, `messages.json` → `messages.de.json`.
pub(crate) fn name(source: &str, source_locale: Option<&str>, target_locale: &str) -> String {
    if let Some(locale) = source_locale
        && let Some(name) = with_locale(source, locale, target_locale)
    {
        return name;
    }
    match source.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && !extension.contains(['/', '\\']) => {
            format!("{stem}.{target_locale}.{extension}")
        }
        _ => format!("{source}.{target_locale}"),
    }
}

/// The name of a zip of all translations.
pub(crate) fn archive_name(source: &str) -> String {
    let file = source.rsplit(['/', '\\']).next().unwrap_or(source);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let stem = if stem.is_empty() { "catalogue" } else { stem };
    format!("{stem}-translations.zip")
}

/// The source's name with one locale for the other, if it stands there as a word of its own; the
/// last one counts. Underscores stay where they were used.
fn with_locale(source: &str, from: &str, to: &str) -> Option<String> {
    let underscored = (from.replace('-', "_"), to.replace('-', "_"));
    let spellings = [
        (from.to_owned(), to.to_owned(), '-'),
        (underscored.0, underscored.1, '_'),
    ];
    let lower = source.to_ascii_lowercase();
    let found = spellings.iter().find_map(|(from, to, joint)| {
        let needle = from.to_ascii_lowercase();
        let (at, _) = lower.rmatch_indices(&needle).find(|(at, _)| {
            is_edge(lower.get(..*at).and_then(|it| it.chars().next_back()))
                && is_edge(
                    lower
                        .get(at + needle.len()..)
                        .and_then(|it| it.chars().next()),
                )
        })?;
        Some((at, needle.len(), to, *joint))
    });
    let (at, length, to, joint) = found?;
    let (before, after) = (source.get(..at)?, source.get(at + length..)?);
    // `app_en.arb` joins its words by underscores although `en` itself has none.
    let to = if joint == '_' || before.ends_with('_') {
        to.replace('-', "_")
    } else {
        to.clone()
    };
    Some(format!("{before}{to}{after}"))
}

fn is_edge(neighbour: Option<char>) -> bool {
    neighbour.is_none_or(|c| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_translation_is_named_after_its_source() {
        for (source, from, to, expected) in [
            ("en.json", Some("en"), "de", "de.json"),
            ("en-US.json", Some("en-US"), "pt-BR", "pt-BR.json"),
            ("app_en.arb", Some("en"), "pt-BR", "app_pt_BR.arb"),
            ("app_en_US.arb", Some("en-US"), "de", "app_de.arb"),
            (
                "_locales/en/messages.json",
                Some("en"),
                "de",
                "_locales/de/messages.json",
            ),
            ("messages.en.json", Some("en"), "ja", "messages.ja.json"),
            ("messages.json", None, "ja", "messages.ja.json"),
            ("garden.json", Some("en"), "ja", "garden.ja.json"),
            ("enden.json", Some("en"), "ja", "enden.ja.json"),
            ("strings", None, "ja", "strings.ja"),
            ("v1.2/strings", None, "ja", "v1.2/strings.ja"),
            ("", None, "ja", ".ja"),
        ] {
            assert_eq!(name(source, from, to), expected, "{source} from {from:?}");
        }
    }

    #[test]
    fn an_archive_holds_every_file_even_under_one_name() {
        let file = |text: &str| File {
            name: String::from("messages.json"),
            bytes: text.as_bytes().to_vec(),
        };
        let mut archive = Archive::new();
        let long = "ä".repeat(100_000);
        archive.add(&file("{}")).unwrap();
        archive.add(&file(&long)).unwrap();
        let bytes = archive.finish().unwrap();
        assert!(bytes.len() < 10_000, "it is compressed");

        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut read = |name: &str| {
            let mut text = String::new();
            let mut file = archive.by_name(name).unwrap();
            file.read_to_string(&mut text).unwrap();
            text
        };
        assert_eq!(read("messages.json"), "{}");
        assert_eq!(read("messages-2.json"), long);
    }
}
