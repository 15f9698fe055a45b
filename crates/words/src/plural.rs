//! The plural form that a number takes: the cardinal rules of CLDR 37 for the languages of the page.
//!
//! The rules are written in the operands of [TR35]: `n` is the absolute value, `i` its whole part, `v`
//! how many decimals are shown. `e`, the exponent of a compact number (`1M`), is always 0 here.
//!
//! They are those of the crate `intl_pluralrules` 7.0. Later versions of CLDR add one rule to French and
//! Spanish, `many: e = 0 and i != 0 and i % 1000000 = 0 and v = 0`: whole millions are `other` here.
//!
//! [TR35]: https://unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules

use crate::Language;

/// A plural form that one of the languages has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Category {
    One,
    Other,
}

impl Category {
    /// What the variants for it are called in a catalogue.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::One => "one",
            Self::Other => "other",
        }
    }
}

/// The form of a finite number that is shown with so many decimals.
// The rules ask for exactly these numbers.
#[allow(clippy::float_cmp)]
pub(crate) fn category(language: Language, number: f64, decimals: usize) -> Category {
    let n = number.abs();
    let i = n.trunc();
    let v = decimals;
    let is_one = match language {
        // one: i = 1 and v = 0
        Language::En | Language::De => i == 1.0 && v == 0,
        // No rule but `other`.
        Language::Ja => false,
        // one: i = 0,1
        Language::Fr => i == 0.0 || i == 1.0,
        // one: n = 1
        Language::Es => n == 1.0,
    };
    if is_one {
        Category::One
    } else {
        Category::Other
    }
}

#[cfg(test)]
mod tests {
    use fixed_decimal::Decimal;
    use icu_locale_core::Locale;
    use icu_plurals::PluralCategory;
    use intl_pluralrules::{PluralRuleType, PluralRules};

    use super::*;

    /// Whole numbers, small and large, with no decimal, one or three; and some that are not whole.
    fn numbers() -> Vec<(f64, usize)> {
        let whole = (0..200)
            .chain((200..2_000_000).step_by(997))
            .chain([1_000_000, 1_000_001, 1_100_000, 2_000_000, 3_000_000])
            .chain([1_000_000_000, 1_234_567_890_123, 9_000_000_000_000_000]);
        let whole = whole.flat_map(|number: i64| [number, -number]);
        #[allow(clippy::cast_precision_loss)]
        let whole = whole.map(|number| number as f64);
        let parts = [0.1, 0.5, 0.9, 1.1, 1.5, 1.9, 2.1, 2.5, 9.9, 1_000_000.5];
        let parts = parts.into_iter().flat_map(|number| [number, -number]);
        whole
            .flat_map(|number| [(number, 0), (number, 1), (number, 3)])
            .chain(parts.flat_map(|number| [(number, 1), (number, 2)]))
            .collect()
    }

    fn written(number: f64, decimals: usize) -> String {
        format!("{number:.decimals$}")
    }

    #[test]
    fn every_number_has_the_form_that_intl_pluralrules_gives_it() {
        assert_eq!(intl_pluralrules::CLDR_VERSION, 37);
        for language in Language::ALL {
            let locale = PluralRules::get_locales(PluralRuleType::CARDINAL)
                .into_iter()
                .find(|locale| *locale == language.tag())
                .unwrap();
            let rules = PluralRules::create(locale, PluralRuleType::CARDINAL).unwrap();
            for (number, decimals) in numbers() {
                let text = written(number, decimals);
                let theirs = format!("{:?}", rules.select(text.as_str()).unwrap());
                let ours = category(language, number, decimals).name();
                assert_eq!(ours, theirs.to_lowercase(), "{language:?}: {text}");
            }
        }
    }

    #[test]
    fn later_rules_differ_in_whole_millions_of_french_and_spanish_alone() {
        for language in Language::ALL {
            let locale: Locale = language.tag().parse().unwrap();
            let rules = icu_plurals::PluralRules::try_new_cardinal(locale.into()).unwrap();
            for (number, decimals) in numbers() {
                let text = written(number.abs(), decimals);
                let later = rules.category_for(&text.parse::<Decimal>().unwrap());
                let ours = category(language, number, decimals);
                let has_many = matches!(language, Language::Fr | Language::Es);
                let is_million = number != 0.0 && number % 1e6 == 0.0 && decimals == 0;
                let expected = match ours {
                    Category::One => PluralCategory::One,
                    Category::Other if has_many && is_million => PluralCategory::Many,
                    Category::Other => PluralCategory::Other,
                };
                assert_eq!(later, expected, "{language:?}: {text}");
            }
        }
    }

    #[test]
    fn a_decimal_that_is_shown_counts() {
        assert_eq!(category(Language::En, 1.0, 0), Category::One);
        assert_eq!(category(Language::En, 1.0, 1), Category::Other);
        assert_eq!(category(Language::Es, 1.0, 1), Category::One);
        assert_eq!(category(Language::Fr, 1.5, 1), Category::One);
        assert_eq!(category(Language::Fr, 1e6, 0), Category::Other);
    }
}
