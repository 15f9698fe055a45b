//! Plural categories (CLDR, UTS 35 part 3 §5) of a locale, and numbers that show what each is for.

use std::fmt;

use fixed_decimal::Decimal;
use icu_plurals::{
    PluralCategory, PluralOperands, PluralRuleType, PluralRules, PluralRulesOptions,
};
use serde::{Deserialize, Serialize};

use super::Locale;

/// A plural category, in CLDR's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// As Arabic has for 0.
    Zero,
    /// As English has for 1.
    One,
    /// As Arabic has for 2.
    Two,
    /// As Polish has for 2, 3, 4, 22.
    Few,
    /// As Polish has for 5 to 21.
    Many,
    /// All that is left. Every language has it.
    Other,
}

impl Category {
    /// All of them, in CLDR's order.
    pub const ALL: [Self; 6] = [
        Self::Zero,
        Self::One,
        Self::Two,
        Self::Few,
        Self::Many,
        Self::Other,
    ];

    /// CLDR's keyword.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }

    /// The category of a keyword, case and all.
    pub fn from_keyword(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == word)
    }

    /// Whether a text for this category may do without the number, as `one file` does.
    pub const fn may_omit_number(self) -> bool {
        matches!(self, Self::Zero | Self::One | Self::Two)
    }

    fn from_icu(category: PluralCategory) -> Self {
        match category {
            PluralCategory::Zero => Self::Zero,
            PluralCategory::One => Self::One,
            PluralCategory::Two => Self::Two,
            PluralCategory::Few => Self::Few,
            PluralCategory::Many => Self::Many,
            PluralCategory::Other => Self::Other,
        }
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What is counted: things (`3 files`) or places in a row (`3rd file`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Counting {
    /// Things.
    Cardinal,
    /// Places in a row.
    Ordinal,
}

/// The categories that a locale tells apart, each with numbers that fall into it.
///
/// Making one walks a few hundred numbers; keep it for as long as the locale is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plurals {
    examples: Vec<(Category, Vec<&'static str>)>,
}

/// Numbers that between them fall into every category of every language: small whole ones first,
/// then large ones and fractions.
static PROBES: &[&str] = &[
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16",
    "17", "18", "19", "20", "21", "22", "23", "24", "25", "30", "31", "32", "33", "40", "41", "42",
    "50", "60", "70", "80", "81", "90", "99", "100", "101", "102", "103", "105", "111", "112",
    "200", "1000", "1000000", "0.5", "1.5", "2.5",
];

/// How many examples of a category are kept.
const EXAMPLES: usize = 5;

impl Plurals {
    /// The categories of a locale. A language that CLDR does not know has `other` alone.
    pub fn of(locale: &Locale, counting: Counting) -> Self {
        let kind = match counting {
            Counting::Cardinal => PluralRuleType::Cardinal,
            Counting::Ordinal => PluralRuleType::Ordinal,
        };
        let rules = locale
            .as_str()
            .parse::<icu_locale_core::Locale>()
            .ok()
            .and_then(|mut id| {
                // The rules are of a language in every script, and ICU has them under none.
                id.id.script = None;
                PluralRules::try_new(id.into(), PluralRulesOptions::default().with_type(kind)).ok()
            });
        let Some(rules) = rules else {
            return Self {
                examples: vec![(Category::Other, vec!["1", "2", "5"])],
            };
        };
        let mut categories: Vec<_> = rules.categories().map(Category::from_icu).collect();
        categories.sort_unstable();
        let mut examples: Vec<_> = categories.into_iter().map(|it| (it, Vec::new())).collect();
        for probe in PROBES {
            let Ok(number) = probe.parse::<Decimal>() else {
                continue;
            };
            let category = Category::from_icu(rules.category_for(PluralOperands::from(&number)));
            if let Some((_, found)) = examples.iter_mut().find(|(it, _)| *it == category)
                && found.len() < EXAMPLES
            {
                found.push(*probe);
            }
        }
        Self { examples }
    }

    /// The categories, in CLDR's order. `other` is always among them.
    pub fn categories(&self) -> impl Iterator<Item = Category> + '_ {
        self.examples.iter().map(|(category, _)| *category)
    }

    /// Whether the locale has this category.
    pub fn has(&self, category: Category) -> bool {
        self.categories().any(|it| it == category)
    }

    /// A few numbers of a category, as they are written in English; none if the locale lacks it.
    pub fn examples(&self, category: Category) -> &[&'static str] {
        self.examples
            .iter()
            .find(|(it, _)| *it == category)
            .map_or(&[], |(_, examples)| examples)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn categories(tag: &str, counting: Counting) -> String {
        let plurals = Plurals::of(&tag.parse().unwrap(), counting);
        let words: Vec<_> = plurals.categories().map(Category::as_str).collect();
        words.join(" ")
    }

    #[test]
    fn categories_are_cldrs() {
        for (tag, cardinal, ordinal) in [
            ("en", "one other", "one two few other"),
            ("de-AT", "one other", "other"),
            ("ja", "other", "other"),
            ("pl", "one few many other", "other"),
            ("ar", "zero one two few many other", "other"),
            ("fr", "one many other", "one other"),
            ("sr-Latn", "one few other", "other"),
            (
                "cy",
                "zero one two few many other",
                "zero one two few many other",
            ),
            ("tlh", "other", "other"),
        ] {
            assert_eq!(categories(tag, Counting::Cardinal), cardinal, "{tag}");
            assert_eq!(categories(tag, Counting::Ordinal), ordinal, "{tag}");
        }
    }

    #[test]
    fn every_category_has_an_example() {
        for tag in [
            "ar", "be", "br", "cs", "cy", "fr", "ga", "gd", "gv", "he", "it", "kw", "lt", "lv",
            "mt", "pl", "pt", "ro", "ru", "sl", "uk",
        ] {
            for counting in [Counting::Cardinal, Counting::Ordinal] {
                let plurals = Plurals::of(&tag.parse().unwrap(), counting);
                for category in plurals.categories() {
                    assert!(!plurals.examples(category).is_empty(), "{tag} {category}");
                }
            }
        }
        let polish = Plurals::of(&"pl".parse().unwrap(), Counting::Cardinal);
        assert_eq!(polish.examples(Category::Few), ["2", "3", "4", "22", "23"]);
    }
}
