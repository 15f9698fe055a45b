//! Plural forms that stand beside each other under keys of their own (`files_one`,
//! `files_other`): those that a locale needs are added, those it has no use for are left out.

use std::ops::Range;

use super::Edit;
use super::json::Habits;
use crate::localise::plural::{Category, Plurals};
use crate::localise::segment::Segment;
use crate::localise::{Catalogue, Locale, SegmentId, Translation};

/// The members to add and to leave out. Forms change only where the form `other` is translated.
pub(super) fn edits(
    catalogue: &Catalogue,
    locale: &Locale,
    translations: &[Option<&Translation>],
) -> Vec<Edit> {
    let text = catalogue.text();
    let habits = Habits::of(text);
    let mut edits = Vec::new();
    // The end of the last member that was taken out up to the next one's key.
    let mut taken_to = None;
    for ((id, segment), translation) in catalogue.ids().zip(catalogue.segments()).zip(translations)
    {
        let Some(form) = &segment.plural else {
            continue;
        };
        let other = catalogue.form(id, Category::Other);
        let other = other.and_then(|it| translations.get(it.index()).copied().flatten());
        let Some(other) = other else {
            continue;
        };
        let own = translation.is_none_or(|it| it.text == segment.text);
        let plurals = Plurals::of(locale, form.counting);
        if own && form.category != Category::Zero && !plurals.has(form.category) {
            if let Some(span) = member(text, segment, taken_to) {
                if span.start == segment.key.start {
                    taken_to = Some(span.end);
                }
                let replacement = String::new();
                edits.push(Edit { span, replacement });
            }
        } else if form.category == Category::Other {
            edits.extend(added(text, segment, id, catalogue, other, habits));
        }
    }
    edits
}

/// The bytes of a member and of one comma beside it.
fn member(text: &str, segment: &Segment, taken_to: Option<usize>) -> Option<Range<usize>> {
    let before = text.get(..segment.key.start)?.trim_end();
    if before.ends_with(',') && taken_to != Some(segment.key.start) {
        return Some(before.len() - 1..segment.slot.end);
    }
    let after = text.get(segment.slot.end..)?;
    let comma = after.len() - after.trim_start().len();
    let next = after.get(comma..)?.strip_prefix(',')?;
    let gap = next.len() - next.trim_start().len();
    Some(segment.key.start..segment.slot.end + comma + 1 + gap)
}

/// The forms that the source lacks, as members in front of the form `other`, laid out as it is.
fn added(
    text: &str,
    segment: &Segment,
    id: SegmentId,
    catalogue: &Catalogue,
    other: &Translation,
    habits: Habits,
) -> Option<Edit> {
    let before = text.get(..segment.key.start)?;
    let gap = before.get(before.trim_end().len()..)?;
    let key = text.get(segment.key.clone())?;
    let stem = key.strip_suffix("other\"")?;
    let colon = text.get(segment.key.end..segment.slot.start)?;
    let mut replacement = String::new();
    for (category, form) in &other.forms {
        if !catalogue.has_form(id, *category) {
            let value = habits.quote(form);
            for part in [stem, category.as_str(), "\"", colon, &value, ",", gap] {
                replacement.push_str(part);
            }
        }
    }
    (!replacement.is_empty()).then_some(Edit {
        span: segment.key.start..segment.key.start,
        replacement,
    })
}
