//! The formulas are computed, and held against ICU's own rules.

use std::collections::BTreeSet;

use icu_plurals::{PluralCategory, PluralRules, PluralRulesOptions};

use super::*;

/// A C expression of one variable, as gettext reads it: lowest precedence first.
struct Formula<'a> {
    rest: &'a str,
    n: u64,
}

impl Formula<'_> {
    fn value(text: &str, n: u64) -> u64 {
        let mut formula = Formula { rest: text, n };
        let value = formula.choice();
        assert_eq!(formula.rest.trim(), "", "{text}");
        value
    }

    fn takes(&mut self, token: &str) -> bool {
        let rest = self.rest.trim_start();
        let found = rest.strip_prefix(token);
        self.rest = found.unwrap_or(rest);
        found.is_some()
    }

    fn choice(&mut self) -> u64 {
        let condition = self.either();
        if !self.takes("?") {
            return condition;
        }
        let yes = self.choice();
        assert!(self.takes(":"));
        let no = self.choice();
        if condition == 0 { no } else { yes }
    }

    fn either(&mut self) -> u64 {
        let mut value = self.both();
        while self.takes("||") {
            let next = self.both();
            value = u64::from(value != 0 || next != 0);
        }
        value
    }

    fn both(&mut self) -> u64 {
        let mut value = self.comparison();
        while self.takes("&&") {
            let next = self.comparison();
            value = u64::from(value != 0 && next != 0);
        }
        value
    }

    fn comparison(&mut self) -> u64 {
        let left = self.remainder();
        for (token, holds) in [
            ("==", (|a, b| a == b) as fn(u64, u64) -> bool),
            ("!=", |a, b| a != b),
            ("<=", |a, b| a <= b),
            (">=", |a, b| a >= b),
            ("<", |a, b| a < b),
            (">", |a, b| a > b),
        ] {
            if self.takes(token) {
                return u64::from(holds(left, self.remainder()));
            }
        }
        left
    }

    fn remainder(&mut self) -> u64 {
        let left = self.operand();
        if self.takes("%") {
            return left % self.operand();
        }
        left
    }

    fn operand(&mut self) -> u64 {
        if self.takes("(") {
            let value = self.choice();
            assert!(self.takes(")"));
            return value;
        }
        if self.takes("n") {
            return self.n;
        }
        let end = self.rest.find(|c: char| !c.is_ascii_digit());
        let (digits, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        digits.parse().unwrap()
    }
}

/// Whole numbers that between them fall into every category, small and large.
fn numbers() -> impl Iterator<Item = u64> {
    let large = [1_000_u64, 10_000, 100_000, 1_000_000, 1_000_000_000]
        .into_iter()
        .flat_map(|base| (1..=20).map(move |times| base * times))
        .flat_map(|base| [base - 1, base, base + 1, base + 2, base + 3, base + 11]);
    (0..=1000)
        .chain(large)
        .chain([40_000, 60_000, 80_000, 1_040_000])
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

fn rules(tag: &str) -> PluralRules {
    let mut id: icu_locale_core::Locale = tag.parse().unwrap();
    id.id.script = None;
    PluralRules::try_new(id.into(), PluralRulesOptions::default()).unwrap()
}

/// What is wrong with a locale's forms, if anything is.
fn fault(tag: &str) -> Option<String> {
    let rules = rules(tag);
    let is_known = rules.categories().count() > 1;
    let forms = PluralForms::of(&tag.parse().unwrap());
    let mut used = BTreeSet::new();
    for n in numbers() {
        let index = usize::try_from(Formula::value(forms.index, n)).unwrap();
        let own = forms.categories.get(index).map(|it| it.as_str());
        let wanted = name(rules.category_for(n));
        if own.is_none() || (is_known && own != Some(wanted)) {
            return Some(format!("{tag}: {n} is {wanted}, not {own:?}"));
        }
        used.insert(index);
    }
    (used.len() != forms.categories.len()).then(|| format!("{tag}: a form is for no number"))
}

/// Every language there may be a rule for: all codes of two and three letters.
fn codes() -> impl Iterator<Item = String> {
    let letters = || 'a'..='z';
    let two = letters().flat_map(move |a| letters().map(move |b| format!("{a}{b}")));
    let three = two
        .clone()
        .flat_map(move |code| letters().map(move |c| format!("{code}{c}")));
    two.chain(three)
}

#[test]
fn every_language_of_cldr_has_the_forms_that_whole_numbers_need() {
    let known: Vec<_> = codes()
        .filter(|code| code != "und")
        .filter(|code| {
            rules(code).categories().count() > 1
                || PluralForms::of(&code.parse().unwrap()).categories.len() > 1
        })
        .collect();
    let wrong: Vec<_> = known.iter().filter_map(|code| fault(code)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(known.len() > 150, "{} languages", known.len());
}

#[test]
fn every_locale_that_the_page_offers_has_them_too() {
    let list = include_str!("../../../../../../web/src/translate/locales.rs");
    let list = list.split("COMMON").nth(1).unwrap();
    let tags: Vec<_> = list
        .split("];")
        .next()
        .unwrap()
        .split('"')
        .skip(1)
        .step_by(2)
        .collect();
    assert!(tags.len() > 90 && tags.contains(&"pt-PT"), "{tags:?}");
    let wrong: Vec<_> = tags.iter().filter_map(|tag| fault(tag)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_region_may_differ_from_its_language() {
    let regions = [
        "AO", "BR", "CH", "CV", "FR", "GQ", "GW", "LU", "MO", "MZ", "PT", "ST", "TL",
    ];
    let tags = regions.map(|region| format!("pt-{region}"));
    let wrong: Vec<_> = tags.iter().filter_map(|tag| fault(tag)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_locale_is_in_two_rows() {
    let mut locales: Vec<_> = TABLE
        .iter()
        .flat_map(|row| row.locales.split(' '))
        .collect();
    let count = locales.len();
    locales.sort_unstable();
    locales.dedup();
    assert_eq!(locales.len(), count);
}

#[test]
fn the_header_is_as_gettext_writes_it() {
    let header = |tag: &str| PluralForms::of(&tag.parse().unwrap()).header();
    assert_eq!(header("de-AT"), "nplurals=2; plural=(n != 1);");
    assert_eq!(header("ja"), "nplurals=1; plural=0;");
    assert_eq!(header("tlh"), "nplurals=1; plural=0;");
    assert_eq!(
        header("es"),
        "nplurals=3; plural=(n==1 ? 0 : n!=0 && n%1000000==0 ? 1 : 2);"
    );
}
