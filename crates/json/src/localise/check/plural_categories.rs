//! Plural categories: a plural has a case for each category of its locale (CLDR), and `other`.
//!
//! Without `other` the message throws; without one of the locale's categories the numbers of that
//! category are worded wrongly. A category that the locale does not have is never chosen.
//!
//! Polish needs `one`, `few`, `many` and `other`: `{n, plural, one {plik} other {pliki}}` words 5
//! wrongly.

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};
use crate::localise::message::{Choice, ChoiceKind, Selector};
use crate::localise::plural::{Category, Counting, Plurals};

pub(super) struct PluralCategories;

impl Check for PluralCategories {
    fn name(&self) -> &'static str {
        "plural"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        for choice in pair.target.choices() {
            if !choice.cases.iter().any(|it| it.selector.is_other()) {
                findings.push(Finding::new(
                    Severity::Error,
                    "plural-other-missing",
                    format!("The choice by `{}` has no case `other`.", choice.argument),
                    "Add `other {…}`: it is used for all that no other case takes.",
                ));
            }
            if let ChoiceKind::Plural(counting) = choice.kind {
                categories(pair, choice, counting, findings);
            }
        }
        dropped(pair, findings);
    }
}

fn categories(pair: &Pair<'_>, choice: &Choice, counting: Counting, findings: &mut Vec<Finding>) {
    let locale = pair.terms.locale;
    let plurals = Plurals::of(locale, counting);
    let has = |category| {
        choice
            .cases
            .iter()
            .any(|it| it.selector == Selector::Category(category))
    };
    let missing: Vec<_> = plurals
        .categories()
        .filter(|it| *it != Category::Other && !has(*it) && !covered(&plurals, *it, choice))
        .collect();
    if !missing.is_empty() {
        let words: Vec<_> = missing.iter().map(|it| format!("`{it}`")).collect();
        let numbers: Vec<_> = missing
            .iter()
            .filter_map(|it| plurals.examples(*it).first().copied())
            .collect();
        findings.push(Finding::new(
            pair.terms.author.strict(Severity::Warning),
            "plural-category-missing",
            format!(
                "The plural of `{}` lacks {}, which {} needs for numbers such as {}.",
                choice.argument,
                words.join(", "),
                locale.english_name(),
                numbers.join(", ")
            ),
            "Add a case for each.",
        ));
    }
    for case in &choice.cases {
        if let Selector::Category(category) = case.selector
            && !plurals.has(category)
        {
            findings.push(Finding::new(
                Severity::Info,
                "plural-category-unused",
                format!("{} has no category `{category}`.", locale.english_name()),
                "Remove the case, or use `=` and a number.",
            ));
        }
    }
}

/// Whether a category is there for one number alone, and that number has a case of its own.
fn covered(plurals: &Plurals, category: Category, choice: &Choice) -> bool {
    match plurals.examples(category) {
        // French and others have `many` for millions alone, which few texts ever count.
        [first, ..] if first.len() > 6 => true,
        [only] => choice
            .cases
            .iter()
            .any(|it| matches!(&it.selector, Selector::Exactly(number) if number == only)),
        [] => true,
        [_, ..] => false,
    }
}

/// A plural of the source that the translation does without.
fn dropped(pair: &Pair<'_>, findings: &mut Vec<Finding>) {
    for choice in pair.source.choices() {
        let ChoiceKind::Plural(counting) = choice.kind else {
            continue;
        };
        let kept = pair
            .target
            .choices()
            .iter()
            .any(|it| it.argument == choice.argument);
        let plurals = Plurals::of(pair.terms.locale, counting);
        if !kept && plurals.categories().count() > 1 && pair.target_error.is_none() {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Warning),
                "plural-missing",
                format!(
                    "The source chooses its words by the number `{}`, the translation does not.",
                    choice.argument
                ),
                "Write a plural with the categories of the locale.",
            ));
        }
    }
}
