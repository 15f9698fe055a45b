//! The languages of the page.

/// A language that the page speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English, in which every message is written first.
    #[default]
    En,
    /// Japanese.
    Ja,
    /// German.
    De,
    /// French.
    Fr,
    /// Spanish.
    Es,
}

/// The way in which lines run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// As in Latin script.
    LeftToRight,
    /// As in Arabic and Hebrew script.
    RightToLeft,
}

impl Direction {
    /// The value of the attribute `dir`.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}

impl Language {
    /// All of them, as they are offered.
    pub const ALL: [Self; 5] = [Self::En, Self::Ja, Self::De, Self::Fr, Self::Es];

    /// Its tag (BCP 47): the value of the attribute `lang`, and the name of its folder of catalogues.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ja => "ja",
            Self::De => "de",
            Self::Fr => "fr",
            Self::Es => "es",
        }
    }

    /// What it is called by those who speak it.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::Ja => "日本語",
            Self::De => "Deutsch",
            Self::Fr => "Français",
            Self::Es => "Español",
        }
    }

    /// The way in which its lines run. None of the five is written from the right so far.
    pub fn direction(self) -> Direction {
        match self {
            Self::En | Self::Ja | Self::De | Self::Fr | Self::Es => Direction::LeftToRight,
        }
    }

    /// The mark between the whole of a number and its decimals.
    pub fn decimal_mark(self) -> char {
        match self {
            Self::En | Self::Ja => '.',
            Self::De | Self::Fr | Self::Es => ',',
        }
    }

    /// The one of a tag, whatever region or script it names beside the language: `de-AT` is German.
    pub fn with_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// The first of the preferred languages that the page speaks; English if it speaks none of them.
    pub fn choose<'t>(preferred: impl IntoIterator<Item = &'t str>) -> Self {
        preferred
            .into_iter()
            .find_map(Self::with_tag)
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_or_a_script_is_no_other_language() {
        assert_eq!(Language::with_tag("de-AT"), Some(Language::De));
        assert_eq!(Language::with_tag("ja_JP"), Some(Language::Ja));
        assert_eq!(Language::with_tag("ES-419"), Some(Language::Es));
        assert_eq!(Language::with_tag("est"), None);
        assert_eq!(Language::with_tag(""), None);
    }

    #[test]
    fn the_first_preferred_one_that_is_spoken_is_chosen() {
        assert_eq!(Language::choose(["nl", "fr-CH", "de"]), Language::Fr);
        assert_eq!(Language::choose(["en-GB", "ja"]), Language::En);
        assert_eq!(Language::choose(["nl", "pt-BR"]), Language::En);
        assert_eq!(Language::choose([]), Language::En);
    }

    #[test]
    fn every_language_is_found_by_its_tag() {
        for language in Language::ALL {
            assert_eq!(Language::with_tag(language.tag()), Some(language));
            assert_eq!(language.direction().attribute(), "ltr");
        }
    }
}
