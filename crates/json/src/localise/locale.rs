//! Language tags (BCP 47), and the one a file's name tells.

use std::fmt;
use std::str::FromStr;

use icu_locale_core::LanguageIdentifier;
use serde::{Deserialize, Serialize};

/// A language tag, such as `de`, `pt-BR` or `zh-Hant`, in the case BCP 47 recommends.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Locale {
    tag: String,
}

/// A text that is no language tag.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language tag; expected one such as `de`, `pt-BR` or `zh-Hant`")]
pub struct NotALocale(pub String);

impl FromStr for Locale {
    type Err = NotALocale;

    /// Takes `_` for `-` too, as many file names have it.
    fn from_str(text: &str) -> Result<Self, NotALocale> {
        let bcp47 = text.trim().replace('_', "-");
        match bcp47.parse::<LanguageIdentifier>() {
            Ok(id) if !id.language.is_unknown() => Ok(Self {
                tag: id.to_string(),
            }),
            _ => Err(NotALocale(text.to_owned())),
        }
    }
}

impl TryFrom<String> for Locale {
    type Error = NotALocale;

    fn try_from(text: String) -> Result<Self, NotALocale> {
        text.parse()
    }
}

impl From<Locale> for String {
    fn from(locale: Locale) -> Self {
        locale.tag
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tag)
    }
}

impl Locale {
    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.tag
    }

    /// The language subtag, such as `pt` of `pt-BR`.
    pub fn language(&self) -> &str {
        self.tag.split('-').next().unwrap_or(&self.tag)
    }

    /// Whether two locales write the same language, so that a text may well be the same in both.
    pub fn same_language(&self, other: &Self) -> bool {
        self.language() == other.language()
    }

    /// The tag as the platforms of old write it: `pt_BR`.
    pub fn with_underscore(&self) -> String {
        self.tag.replace('-', "_")
    }

    /// The language's English name for a prompt, or the tag itself.
    pub fn english_name(&self) -> &str {
        NAMES
            .iter()
            .find(|(tag, _)| *tag == self.tag)
            .or_else(|| NAMES.iter().find(|(tag, _)| *tag == self.language()))
            .map_or(self.tag.as_str(), |(_, name)| name)
    }

    /// The locale that a file's path tells: `de-DE.json`, `ar.messages.json`, `app_pt_BR.arb`,
    /// `_locales/de/messages.json`, `values-de/strings.xml`, `de.lproj/Localizable.strings`.
    /// A name that happens to be a language tag's shape (`app`, `main`) is not taken for one.
    pub fn from_path(path: &str) -> Option<Self> {
        let mut parts = path.rsplit(['/', '\\']);
        let file = parts.next()?;
        let stem = file.split_once('.').map_or(file, |(stem, _)| stem);
        let known = |text: &str| {
            let locale: Self = text.parse().ok()?;
            NAMES
                .iter()
                .any(|(tag, _)| *tag == locale.language())
                .then_some(locale)
        };
        if let Some(locale) = known(stem) {
            return Some(locale);
        }
        for part in file.split('.').skip(1) {
            if let Some(locale) = known(part) {
                return Some(locale);
            }
        }
        // `app_pt_BR`: the longest tail that is a tag.
        for (at, _) in stem.match_indices(['_', '-']) {
            if let Some(locale) = stem.get(at + 1..).and_then(known) {
                return Some(locale);
            }
        }
        parts.take(3).find_map(|folder| {
            let folder = folder.strip_suffix(".lproj").unwrap_or(folder);
            let folder = folder.strip_prefix("values-").unwrap_or(folder);
            // Android writes `pt-rBR`.
            known(folder).or_else(|| known(&folder.replace("-r", "-")))
        })
    }
}

/// Languages that catalogues commonly have, with their English names.
static NAMES: &[(&str, &str)] = &[
    ("af", "Afrikaans"),
    ("am", "Amharic"),
    ("ar", "Arabic"),
    ("az", "Azerbaijani"),
    ("be", "Belarusian"),
    ("bg", "Bulgarian"),
    ("bn", "Bengali"),
    ("br", "Breton"),
    ("bs", "Bosnian"),
    ("ca", "Catalan"),
    ("cs", "Czech"),
    ("cy", "Welsh"),
    ("da", "Danish"),
    ("de", "German"),
    ("de-AT", "Austrian German"),
    ("de-CH", "Swiss German"),
    ("el", "Greek"),
    ("en", "English"),
    ("en-GB", "British English"),
    ("en-US", "American English"),
    ("eo", "Esperanto"),
    ("es", "Spanish"),
    ("es-419", "Latin American Spanish"),
    ("es-MX", "Mexican Spanish"),
    ("et", "Estonian"),
    ("eu", "Basque"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fil", "Filipino"),
    ("fr", "French"),
    ("fr-CA", "Canadian French"),
    ("fy", "Western Frisian"),
    ("ga", "Irish"),
    ("gd", "Scottish Gaelic"),
    ("gl", "Galician"),
    ("gsw", "Swiss German"),
    ("gu", "Gujarati"),
    ("ha", "Hausa"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hr", "Croatian"),
    ("hu", "Hungarian"),
    ("hy", "Armenian"),
    ("id", "Indonesian"),
    ("is", "Icelandic"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ka", "Georgian"),
    ("kk", "Kazakh"),
    ("km", "Khmer"),
    ("kn", "Kannada"),
    ("ko", "Korean"),
    ("ku", "Kurdish"),
    ("ky", "Kyrgyz"),
    ("lb", "Luxembourgish"),
    ("lo", "Lao"),
    ("lt", "Lithuanian"),
    ("lv", "Latvian"),
    ("mk", "Macedonian"),
    ("ml", "Malayalam"),
    ("mn", "Mongolian"),
    ("mr", "Marathi"),
    ("ms", "Malay"),
    ("mt", "Maltese"),
    ("my", "Burmese"),
    ("nb", "Norwegian Bokmål"),
    ("ne", "Nepali"),
    ("nl", "Dutch"),
    ("nn", "Norwegian Nynorsk"),
    ("no", "Norwegian"),
    ("oc", "Occitan"),
    ("pa", "Punjabi"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("pt-BR", "Brazilian Portuguese"),
    ("pt-PT", "European Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("si", "Sinhala"),
    ("sk", "Slovak"),
    ("sl", "Slovenian"),
    ("so", "Somali"),
    ("sq", "Albanian"),
    ("sr", "Serbian"),
    ("sr-Latn", "Serbian in Latin script"),
    ("sv", "Swedish"),
    ("sw", "Swahili"),
    ("ta", "Tamil"),
    ("te", "Telugu"),
    ("th", "Thai"),
    ("tl", "Tagalog"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("uz", "Uzbek"),
    ("vi", "Vietnamese"),
    ("zh", "Chinese"),
    ("zh-CN", "Simplified Chinese"),
    ("zh-HK", "Traditional Chinese as written in Hong Kong"),
    ("zh-Hans", "Simplified Chinese"),
    ("zh-Hant", "Traditional Chinese"),
    ("zh-TW", "Traditional Chinese"),
    ("zu", "Zulu"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_written_as_bcp_47_recommends() {
        for (given, tag) in [("pt_br", "pt-BR"), ("ZH-hant", "zh-Hant"), (" de ", "de")] {
            assert_eq!(given.parse::<Locale>().unwrap().as_str(), tag);
        }
        for given in ["", "x", "english!", "und", "a b"] {
            assert!(given.parse::<Locale>().is_err(), "{given:?} is no tag");
        }
    }

    #[test]
    fn a_path_tells_its_locale() {
        for (path, tag) in [
            ("de-DE.json", Some("de-DE")),
            ("ar.messages.json", Some("ar")),
            ("messages.fr.json", Some("fr")),
            ("lib/l10n/app_pt_BR.arb", Some("pt-BR")),
            ("_locales/zh_CN/messages.json", Some("zh-CN")),
            ("public/locales/ja/common.json", Some("ja")),
            ("res/values-pt-rBR/strings.xml", Some("pt-BR")),
            ("de.lproj/Localizable.strings", Some("de")),
            ("app.json", None),
            ("main.json", None),
            ("translations.json", None),
        ] {
            let found = Locale::from_path(path);
            assert_eq!(found.as_ref().map(Locale::as_str), tag, "{path}");
        }
    }

    #[test]
    fn a_prompt_names_the_language() {
        for (tag, name) in [
            ("pt-BR", "Brazilian Portuguese"),
            ("de-LI", "German"),
            ("tlh", "tlh"),
        ] {
            assert_eq!(tag.parse::<Locale>().unwrap().english_name(), name);
        }
    }
}
