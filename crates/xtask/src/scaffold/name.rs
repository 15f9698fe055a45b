//! A name in the ways that files, types and people need it.

use anyhow::{Result, ensure};

/// A name.
#[derive(Debug)]
pub(super) struct Name {
    /// `capn-proto`.
    pub(super) written: String,
    /// `capn_proto`.
    pub(super) module: String,
    /// `CapnProto`.
    pub(super) kind: String,
    /// `Cap'n Proto`.
    pub(super) label: String,
}

impl Name {
    /// A name of letters and digits in lower case with hyphens between.
    ///
    /// # Errors
    ///
    /// It is none.
    pub(super) fn new(name: &str, label: Option<&str>) -> Result<Self> {
        let is_word = |word: &str| {
            word.starts_with(|c: char| c.is_ascii_lowercase())
                && word
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
        };
        ensure!(
            name.split('-').all(is_word),
            "`{name}` is no name: letters and digits in lower case, with hyphens between the words"
        );
        let capital = |word: &str| {
            let mut chars = word.chars();
            chars.next().map_or_else(String::new, |first| {
                first.to_ascii_uppercase().to_string() + chars.as_str()
            })
        };
        let words: Vec<_> = name.split('-').map(capital).collect();
        let label = label.map_or_else(|| words.join(" "), str::to_owned);
        ensure!(
            !label.contains(['"', '\\', '\n', '|', '%']),
            "a label has no quotation mark, backslash, bar, percent sign or line break"
        );
        Ok(Self {
            written: name.to_owned(),
            module: name.replace('-', "_"),
            kind: words.concat(),
            label,
        })
    }

    /// Puts the name where a template leaves room for it.
    pub(super) fn fill(&self, template: &str) -> String {
        template
            .replace("%NAME%", &self.written)
            .replace("%MODULE%", &self.module)
            .replace("%KIND%", &self.kind)
            .replace("%LABEL%", &self.label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_written_as_each_place_needs_it() {
        let name = Name::new("capn-proto2", None).unwrap();
        assert_eq!(
            name.fill("%NAME% %MODULE% %KIND% %LABEL%"),
            "capn-proto2 capn_proto2 CapnProto2 Capn Proto2"
        );
    }

    #[test]
    fn what_would_be_no_identifier_is_refused() {
        for name in ["", "-", "a-", "Capn", "a_b", "2d", "a-2d", "a/b", "é"] {
            assert!(Name::new(name, None).is_err(), "{name}");
        }
        assert!(Name::new("a", Some("A\"")).is_err());
    }
}
