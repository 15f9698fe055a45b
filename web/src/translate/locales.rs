//! The locales a catalogue may be translated into.

/// Locales that software is commonly translated into, as BCP 47 tags. Any other well-formed tag
/// may be typed.
pub(crate) const COMMON: &[&str] = &[
    "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "de-AT", "de-CH",
    "el", "en", "en-AU", "en-GB", "en-US", "eo", "es", "es-419", "es-AR", "es-MX", "et", "eu",
    "fa", "fi", "fil", "fr", "fr-BE", "fr-CA", "fr-CH", "ga", "gl", "gu", "he", "hi", "hr", "hu",
    "hy", "id", "is", "it", "ja", "ka", "kk", "km", "kn", "ko", "ky", "lo", "lt", "lv", "mk", "ml",
    "mn", "mr", "ms", "my", "nb", "ne", "nl", "nl-BE", "nn", "pa", "pl", "ps", "pt", "pt-BR",
    "pt-PT", "ro", "ru", "si", "sk", "sl", "sq", "sr", "sr-Latn", "sv", "sw", "ta", "te", "th",
    "tr", "uk", "ur", "uz", "vi", "yo", "zh-Hans", "zh-Hant", "zh-HK", "zu",
];

/// Suggested where a person has none chosen yet: each with its name in its own language, as CLDR has it. The
/// browser would need thirty milliseconds for its first name, and these are seen first.
pub(crate) const SUGGESTED: &[(&str, &str)] = &[
    ("de", "Deutsch"),
    ("es", "Español"),
    ("fr", "Français"),
    ("ja", "日本語"),
    ("pt-BR", "Português (Brasil)"),
    ("zh-Hans", "简体中文"),
];

/// The tag under which a pseudo-localisation goes, as CLDR has it.
pub(crate) const PSEUDO: &str = "en-XA";

/// A locale to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The BCP 47 tag.
    pub(crate) tag: String,
    /// Its name in its own language.
    pub(crate) own_name: String,
    /// Its name in the language of the page.
    pub(crate) name: String,
}

/// The choices that fit what was typed, best first: the tag itself, tags that begin so, names
/// that begin so, names in which it occurs.
pub(crate) fn search<'a>(choices: &'a [Choice], typed: &str) -> Vec<&'a Choice> {
    let typed = typed.trim().to_lowercase();
    let mut found: Vec<(u8, &Choice)> = choices
        .iter()
        .filter_map(|choice| rank(choice, &typed).map(|rank| (rank, choice)))
        .collect();
    // A stable sort: within a rank the order of the list stays.
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, choice)| choice).collect()
}

fn rank(choice: &Choice, typed: &str) -> Option<u8> {
    let tag = choice.tag.to_lowercase();
    let names = [choice.own_name.to_lowercase(), choice.name.to_lowercase()];
    if tag == typed {
        Some(0)
    } else if tag.starts_with(typed) {
        Some(1)
    } else if names.iter().any(|name| name.starts_with(typed)) {
        Some(2)
    } else if names.iter().any(|name| name.contains(typed)) {
        Some(3)
    } else {
        None
    }
}

/// The subtags of language and script: what two tags share that name the same written language.
pub(crate) fn language(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn choice(tag: &str, own_name: &str, name: &str) -> Choice {
        Choice {
            tag: tag.into(),
            own_name: own_name.into(),
            name: name.into(),
        }
    }

    fn tags(choices: &[Choice], typed: &str) -> Vec<String> {
        search(choices, typed)
            .iter()
            .map(|choice| choice.tag.clone())
            .collect()
    }

    #[test]
    fn tags_come_before_names() {
        let all = [
            choice("nl", "Nederlands", "Dutch"),
            choice("de", "Deutsch", "German"),
            choice("de-AT", "Österreichisches Deutsch", "Austrian German"),
            choice("nds", "Neddersass’sch", "Low German"),
        ];
        // The tag, tags that begin so, then names in which it occurs, in the order of the list.
        assert_eq!(tags(&all, "de"), ["de", "de-AT", "nl", "nds"]);
        assert_eq!(tags(&all, "german"), ["de", "de-AT", "nds"]);
        assert_eq!(tags(&all, "ÖSTER"), ["de-AT"]);
        assert!(tags(&all, "klingon").is_empty());
    }

    #[test]
    fn the_list_is_sorted_and_has_no_tag_twice() {
        assert!(COMMON.windows(2).all(|pair| match pair {
            [first, second] => first.to_lowercase() < second.to_lowercase(),
            _ => true,
        }));
        assert!(SUGGESTED.iter().all(|(tag, _)| COMMON.contains(tag)));
    }

    #[test]
    fn a_language_is_the_first_subtag() {
        assert_eq!(language("pt-BR"), "pt");
        assert_eq!(language("zh_Hant"), "zh");
        assert_eq!(language("ja"), "ja");
    }

    proptest! {
        #[test]
        fn nothing_typed_shows_all(count in 0_usize..20) {
            let all: Vec<_> = (0..count).map(|n| choice(&format!("x{n}"), "a", "b")).collect();
            prop_assert_eq!(search(&all, "  ").len(), count);
        }
    }
}
