//! Messages with selectors, of which a translation has other ones than its source (Fluent).

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use ichiban_tool::{Diagnostic, Severity};

use crate::localise::check::{self, Finding, Number, Terms, Whole};
use crate::localise::message;
use crate::localise::plural::{Category, Plurals};
use crate::localise::segment::{Segment, SegmentId};
use crate::localise::selection::{Choice, Pattern};
use crate::localise::{Catalogue, Translation};

/// The texts of a catalogue by the message that they are in.
pub(super) struct Messages<'a> {
    catalogue: &'a Catalogue,
    by_name: HashMap<&'a [String], Vec<SegmentId>>,
}

impl<'a> Messages<'a> {
    pub(super) fn of(catalogue: &'a Catalogue) -> Self {
        let mut by_name: HashMap<_, Vec<_>> = HashMap::new();
        for (id, segment) in catalogue.ids().zip(catalogue.segments()) {
            let name = name_in(catalogue, segment);
            by_name.entry(name).or_default().push(id);
        }
        Self { catalogue, by_name }
    }

    /// The texts of the message that a text of another catalogue is in, if the message has
    /// selectors here or there.
    pub(super) fn same(
        &self,
        other: &Catalogue,
        segment: &Segment,
    ) -> Option<Vec<(SegmentId, &'a Segment)>> {
        let ids = self.by_name.get(name_in(other, segment))?;
        let found: Vec<_> = ids
            .iter()
            .filter_map(|id| Some((*id, self.catalogue.segment(*id)?)))
            .collect();
        let selects = segment.selected.is_some() || found.iter().any(|it| it.1.selected.is_some());
        (selects && !found.is_empty()).then_some(found)
    }
}

/// What the message that a text is in is called.
fn name_in<'a>(catalogue: &Catalogue, segment: &'a Segment) -> &'a [String] {
    match &segment.selected {
        Some(selected) => segment.path.get(..selected.keys).unwrap_or_default(),
        None => catalogue.name_of(segment),
    }
}

/// The message that a text is in.
fn pattern(segment: &Segment) -> Cow<'_, Pattern> {
    match &segment.selected {
        Some(selected) => Cow::Borrowed(&selected.pattern),
        None => Cow::Owned(Pattern::plain(&segment.text)),
    }
}

fn choices(segment: &Segment) -> &[Choice] {
    let selected = segment.selected.as_ref();
    selected.map_or(&[], |it| it.choices.as_slice())
}

/// The text of a message that is for the same choices as one of another catalogue.
pub(super) fn counterpart(found: &[(SegmentId, &Segment)], segment: &Segment) -> Option<SegmentId> {
    let same = found
        .iter()
        .find(|(_, it)| choices(it) == choices(segment))?;
    Some(same.0)
}

/// Whether a translation has a variant for a keyword that the same selector of the source does not
/// know. For numbers each language has its own.
pub(super) fn is_extra(found: &[(SegmentId, &Segment)], segment: &Segment) -> bool {
    let Some((_, of)) = found.first() else {
        return true;
    };
    let source = pattern(of);
    let selectors = source.selectors();
    let unknown = |choice: &Choice| {
        let mut same = selectors.iter().filter(|it| choice.is_of(&it.id));
        let known = same.clone().any(|it| it.variant(&choice.keyword).is_some());
        same.next().is_some() && !known && !choice.is_number()
    };
    choices(segment).iter().any(unknown)
}

/// The checks of the messages of a translation that have selectors.
pub(super) struct Checks<'a> {
    terms: &'a Terms<'a>,
    /// What was said of a message: what is around its variants is read with each of them.
    said: HashSet<(Vec<String>, &'static str, String)>,
}

impl<'a> Checks<'a> {
    pub(super) fn new(terms: &'a Terms<'a>) -> Self {
        Self {
            terms,
            said: HashSet::new(),
        }
    }

    /// Checks a text of a translation in its message, against that message of the source.
    pub(super) fn check(
        &mut self,
        target: &Catalogue,
        segment: &Segment,
        found: &[(SegmentId, &Segment)],
    ) -> Vec<Diagnostic> {
        let Some((_, of)) = found.first() else {
            return Vec::new();
        };
        let (source, own) = (pattern(of), pattern(segment));
        let chosen = choices(segment);
        let known = arguments(&source, self.terms);
        let number = segment
            .form()
            .map_or(Number::NotAForm, |it| Number::of(segment, it));
        let text = own.rendered(chosen);
        let compared = |choices: &[Choice]| {
            let omitting = choices.iter().filter(|it| it.may_omit_argument());
            let whole = Whole {
                known: known.clone(),
                optional: omitting
                    .map(|it| it.selector.argument().to_owned())
                    .collect(),
            };
            let source = source.rendered(choices);
            check::rendering(&source, &text, number.clone(), &whole, self.terms)
        };
        let mut findings = compared(chosen);
        for choice in choices_left(&source, &own) {
            let mut choices = chosen.to_vec();
            choices.push(choice);
            for finding in compared(&choices) {
                if finding.code == "placeholder-missing" && !findings.contains(&finding) {
                    findings.push(finding);
                }
            }
        }
        if !own.is_one_selector() {
            let name = name_in(target, segment);
            findings.retain(|it| {
                let said = (name.to_vec(), it.code, it.message.clone());
                self.said.insert(said)
            });
        }
        findings.sort_by_key(|it| std::cmp::Reverse(it.severity));
        let place = |it: Finding| it.at(segment.pointer(), segment.place);
        findings.into_iter().map(place).collect()
    }
}

/// The variants of the selectors that a source has and its translation does not.
fn choices_left(source: &Pattern, own: &Pattern) -> Vec<Choice> {
    let own = own.selectors();
    let own: HashSet<_> = own.iter().map(|it| &it.id.expression).collect();
    let selectors = source.selectors().into_iter();
    selectors
        .filter(|it| !own.contains(&it.id.expression))
        .flat_map(|it| {
            it.variants.iter().map(|variant| Choice {
                selector: it.id.clone(),
                keyword: variant.keyword.clone(),
            })
        })
        .collect()
}

/// The arguments that a message knows: those it shows, and those it chooses by.
fn arguments(pattern: &Pattern, terms: &Terms<'_>) -> BTreeSet<String> {
    let mut arguments = BTreeSet::new();
    for text in pattern.texts() {
        let message = message::parse_leniently(text, terms.syntax);
        arguments.extend(message.placeholders().iter().map(|it| it.name.clone()));
    }
    let selectors = pattern.selectors().into_iter();
    arguments.extend(selectors.map(|it| it.id.argument().to_owned()));
    arguments
}

/// The plural forms that a locale needs and a selector of the translation lacks. One that has only
/// the form `other` may say the same of every number.
pub(super) fn missing_forms(
    target: &Catalogue,
    found: &[(SegmentId, &Segment)],
    terms: &Terms<'_>,
) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (id, segment) in found {
        let Some(form) = &segment.plural else {
            continue;
        };
        if form.category != Category::Other {
            continue;
        }
        let is_alone = !Category::ALL
            .into_iter()
            .any(|it| it != Category::Other && target.has_form(*id, it));
        let plurals = Plurals::of(terms.locale, form.counting);
        for category in plurals.categories() {
            if !target.has_form(*id, category) && !super::is_rare(&plurals, category) {
                findings.push(Diagnostic {
                    severity: if is_alone {
                        Severity::Info
                    } else {
                        Severity::Warning
                    },
                    ..super::missing_form(segment, segment, &plurals, category, terms)
                });
            }
        }
    }
    findings
}

/// The existing translation of a text whose message has selectors in the source or in the
/// translation, as far as it can stand in the text's place.
pub(super) fn existing(segment: &Segment, found: &[(SegmentId, &Segment)]) -> Option<Translation> {
    let (_, own) = found.first()?;
    let text = match (&segment.selected, &own.selected) {
        // A selector goes where the source has none.
        (None, Some(selected)) => selected.pattern.text.clone(),
        (Some(selected), None) if selected.pattern.is_one_selector() => own.text.clone(),
        (Some(selected), Some(_)) => {
            let same = counterpart(found, segment).and_then(|id| {
                let same = found.iter().find(|it| it.0 == id)?;
                Some(same.1.text.clone())
            });
            same.or_else(|| default_text(&selected.choices, &pattern(own)))?
        }
        _ => return None,
    };
    Some(Translation::plain(text))
}

/// What a translation says where it lacks the variant of a number.
fn default_text(choices: &[Choice], own: &Pattern) -> Option<String> {
    let [choice] = choices else {
        return None;
    };
    let selectors = own.selectors();
    let same = selectors.iter().find(|it| it.id == choice.selector)?;
    let default = same.variants.iter().find(|it| it.default)?;
    let is_text = choice.is_number() && default.pattern.selectors().is_empty();
    is_text.then(|| default.pattern.text.clone())
}

#[cfg(test)]
#[path = "whole_tests.rs"]
mod tests;
