//! An existing translation against its source: what is missing, what is left over, what is wrong.

mod whole;

use std::collections::HashMap;

use ichiban_tool::{Diagnostic, Severity};

use super::check::{self, Terms};
use super::plural::{Category, Plurals};
use super::segment::{Segment, SegmentId};
use super::{Catalogue, Memory, Translation};
use whole::Messages;

/// What a translation lacks, has too much, and gets wrong. Places are those of the target file; a
/// missing key has the place of its source. In the order of the target file, what is missing
/// last. Cost: one pass over both.
pub fn compare(source: &Catalogue, target: &Catalogue, terms: &Terms<'_>) -> Vec<Diagnostic> {
    compare_since(source, target, terms, &Memory::default())
}

/// As [`compare()`], and with a warning for each translation that a memory knows to be made from
/// another source text than there is now.
pub fn compare_since(
    source: &Catalogue,
    target: &Catalogue,
    terms: &Terms<'_>,
    memory: &Memory,
) -> Vec<Diagnostic> {
    let mut findings = target.diagnostics().to_vec();
    // What is broken in the translation is found once more, as an error, when it is checked.
    findings.retain(|it| it.code != "icu-syntax");
    let by_name = source.by_name();
    let messages = Messages::of(source);
    let mut checks = whole::Checks::new(terms);
    for (id, segment) in target.ids().zip(target.segments()) {
        if let Some(found) = messages.same(target, segment) {
            if let Some(of) = whole::counterpart(&found, segment) {
                findings.extend(stale(source, of, segment, terms, memory));
            }
            if whole::is_extra(&found, segment) {
                findings.push(extra(segment));
            } else {
                findings.extend(checks.check(target, segment, &found));
            }
            continue;
        }
        let of = by_name
            .get(target.name_of(segment))
            .copied()
            .or_else(|| source_of_form(source, target, &by_name, id));
        match of {
            Some(of) => {
                findings.extend(stale(source, of, segment, terms, memory));
                findings.extend(checked(source, of, segment, terms));
            }
            None => findings.push(extra(segment)),
        }
    }
    soften_decisions(source, &mut findings);
    findings.extend(missing(source, target, terms));
    findings
}

/// A warning for a text that the source does not have.
fn extra(segment: &Segment) -> Diagnostic {
    Diagnostic {
        severity: Severity::Warning,
        code: "key-extra".to_owned(),
        path: segment.pointer(),
        place: segment.place,
        message: "The source has no text under this key.".to_owned(),
        hint: "Remove it, unless the program still asks for it.".to_owned(),
    }
}

/// A warning if a translation was made from another source text.
fn stale(
    source: &Catalogue,
    of: SegmentId,
    segment: &Segment,
    terms: &Terms<'_>,
    memory: &Memory,
) -> Option<Diagnostic> {
    let translation = Translation::plain(segment.text.clone());
    let known = memory.is_stale(source, of, terms.locale, &translation);
    (known || segment.needs_review).then(|| Diagnostic {
        severity: Severity::Warning,
        code: "key-stale".to_owned(),
        path: segment.pointer(),
        place: segment.place,
        message: "The source text has changed since it was translated.".to_owned(),
        hint: "Translate it again, or confirm the translation.".to_owned(),
    })
}

/// The same omission in this many texts with the same source is a decision of the translator, as
/// when `{kind} detected` stands under a key for each kind and the translation names the kind.
const DECISION: usize = 3;

/// Makes warnings of what a translator does throughout.
fn soften_decisions(source: &Catalogue, findings: &mut [Diagnostic]) {
    let texts: HashMap<String, &str> = source
        .segments()
        .iter()
        .map(|segment| (segment.pointer(), segment.text.as_str()))
        .collect();
    let mut counts: HashMap<(&str, String), usize> = HashMap::new();
    let omission = |finding: &Diagnostic| {
        let omits = finding.code == "placeholder-missing" && finding.severity == Severity::Error;
        let text = texts.get(&finding.path).copied().filter(|_| omits)?;
        Some((text, finding.message.clone()))
    };
    for key in findings.iter().filter_map(omission) {
        *counts.entry(key).or_default() += 1;
    }
    for finding in findings {
        let times = omission(finding).and_then(|key| counts.get(&key));
        if times.is_some_and(|it| *it >= DECISION) {
            finding.severity = Severity::Warning;
        }
    }
}

/// The existing translation of each segment of the source, by name. What stands under one name
/// several times is matched in order, from the last one, which counts.
pub fn existing(source: &Catalogue, target: &Catalogue) -> Vec<Option<Translation>> {
    let mut by_name: HashMap<_, Vec<&Segment>> = HashMap::new();
    for segment in target.segments() {
        let same = by_name.entry(target.name_of(segment)).or_default();
        same.push(segment);
    }
    let mut found: Vec<Option<Translation>> = source
        .segments()
        .iter()
        .rev()
        .map(|segment| {
            let last = by_name.get_mut(source.name_of(segment))?.pop()?;
            Some(Translation::plain(last.text.clone()))
        })
        .collect();
    found.reverse();
    let messages = Messages::of(target);
    for (segment, translation) in source.segments().iter().zip(&mut found) {
        if translation.is_none()
            && let Some(same) = messages.same(source, segment)
        {
            *translation = whole::existing(segment, &same);
        }
    }
    let names = source.by_name();
    for (id, segment) in target.ids().zip(target.segments()) {
        let Some(form) = &segment.plural else {
            continue;
        };
        if names.contains_key(target.name_of(segment)) {
            continue;
        }
        let of = source_of_form(source, target, &names, id);
        if let Some(Some(translation)) = of.and_then(|of| found.get_mut(of.index())) {
            let text = segment.text.clone();
            translation.forms.push((form.category, text));
        }
    }
    found
}

/// The source text that a plural form of the target belongs to, if the source lacks that form:
/// its form `other`.
fn source_of_form(
    source: &Catalogue,
    target: &Catalogue,
    names: &HashMap<&[String], SegmentId>,
    id: SegmentId,
) -> Option<SegmentId> {
    let other = target.segment(target.form(id, Category::Other)?)?;
    let of = *names.get(target.name_of(other))?;
    source.segment(of)?.plural.as_ref()?;
    Some(of)
}

/// The texts of a translation that its source does not have.
pub(super) fn orphans(source: &Catalogue, target: &Catalogue) -> Vec<SegmentId> {
    let names = source.by_name();
    let messages = Messages::of(source);
    let is_orphan = |id: SegmentId, segment: &Segment| match messages.same(target, segment) {
        Some(found) => whole::is_extra(&found, segment),
        None => {
            !names.contains_key(target.name_of(segment))
                && source_of_form(source, target, &names, id).is_none()
        }
    };
    target
        .ids()
        .zip(target.segments())
        .filter(|(id, segment)| is_orphan(*id, segment))
        .map(|(id, _)| id)
        .collect()
}

fn checked(
    source: &Catalogue,
    of: SegmentId,
    segment: &Segment,
    terms: &Terms<'_>,
) -> Vec<Diagnostic> {
    // The translation may have forms that the source lacks.
    let form = segment.form().or_else(|| source.segment(of)?.form());
    check::form_translation(source, of, form, &segment.text, terms)
        .into_iter()
        .map(|finding| Diagnostic {
            path: segment.pointer(),
            place: segment.place,
            ..finding
        })
        .collect()
}

fn missing(source: &Catalogue, target: &Catalogue, terms: &Terms<'_>) -> Vec<Diagnostic> {
    let by_name = target.by_name();
    let messages = Messages::of(target);
    let mut last: Option<SegmentId> = None;
    let mut findings = Vec::new();
    for (id, segment) in source.ids().zip(source.segments()) {
        if let Some(found) = messages.same(source, segment) {
            // A program takes the default where there is no variant.
            let first = found.first().map(|it| it.0);
            if first != last {
                findings.extend(whole::missing_forms(target, &found, terms));
            }
            last = first;
            continue;
        }
        let plurals = segment
            .plural
            .as_ref()
            .map(|form| Plurals::of(terms.locale, form.counting));
        let needed = match (&plurals, &segment.plural) {
            (Some(plurals), Some(form)) => plurals.has(form.category),
            _ => true,
        };
        let found = by_name.get(source.name_of(segment));
        if found.is_none() && needed && segment.message.has_prose() {
            findings.push(Diagnostic {
                severity: Severity::Warning,
                code: "key-missing".to_owned(),
                path: segment.pointer(),
                place: segment.place,
                message: "The text is not translated.".to_owned(),
                hint: "Translate it; until then programs show the source, or the key.".to_owned(),
            });
        }
        // The forms that only the target needs are looked for beside `other`.
        let (Some(plurals), Some(found)) = (plurals, found) else {
            continue;
        };
        if segment.plural.as_ref().map(|it| it.category) != Some(Category::Other) {
            continue;
        }
        for category in plurals.categories() {
            let is_rare = is_rare(&plurals, category);
            if !source.has_form(id, category) && !target.has_form(*found, category) && !is_rare {
                let place = target.segment(*found).unwrap_or(segment);
                findings.push(missing_form(segment, place, &plurals, category, terms));
            }
        }
    }
    findings
}

/// French and others have a form for millions alone, which few texts ever count.
fn is_rare(plurals: &Plurals, category: Category) -> bool {
    let examples = plurals.examples(category);
    examples.first().is_some_and(|it| it.len() > 6)
}

/// A warning for a plural form that a locale needs, at the place of another.
fn missing_form(
    of: &Segment,
    beside: &Segment,
    plurals: &Plurals,
    category: Category,
    terms: &Terms<'_>,
) -> Diagnostic {
    Diagnostic {
        severity: Severity::Warning,
        code: "plural-form-missing".to_owned(),
        path: of.pointer(),
        place: beside.place,
        message: format!(
            "The plural form `{category}` is missing, which {} needs for {}.",
            terms.locale.english_name(),
            plurals.examples(category).join(", ")
        ),
        hint: "Add it beside the form `other`.".to_owned(),
    }
}
