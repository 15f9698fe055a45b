//! What an existing translation needs: only what is missing or stale is translated again.

use std::collections::HashMap;

use super::compare::{existing, orphans};
use super::plural::Plurals;
use super::segment::SegmentId;
use super::{Catalogue, Locale, Memory, Translation};

/// How the texts of a source stand in an existing translation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Difference {
    /// Texts of the source without a translation.
    pub missing: Vec<SegmentId>,
    /// Texts of the source whose translation was made from another source text: the memory knows
    /// so, or the file says so (gettext's `fuzzy`, a string catalogue's `needs_review`).
    pub stale: Vec<SegmentId>,
    /// Texts of the source whose translation stands.
    pub unchanged: Vec<SegmentId>,
    /// Texts of the translation, by their place in it, that the source no longer has.
    pub orphaned: Vec<SegmentId>,
    /// The existing translation of each segment of the source, stale ones too.
    pub existing: Vec<Option<Translation>>,
}

impl Difference {
    /// The texts to translate: those missing and those stale, in the order of the file.
    pub fn to_translate(&self) -> Vec<SegmentId> {
        let mut ids: Vec<_> = self.missing.iter().chain(&self.stale).copied().collect();
        ids.sort_unstable();
        ids
    }
}

/// Compares a source with an existing translation of it, read as such
/// ([`Role::Translation`](super::format::Role)). A plural form that the locale has no use for is
/// in no list. Cost: one pass over both.
pub fn difference(
    source: &Catalogue,
    target: &Catalogue,
    locale: &Locale,
    memory: &Memory,
) -> Difference {
    let existing = existing(source, target);
    let by_name = target.by_name();
    let mut difference = Difference::default();
    let mut plurals = HashMap::new();
    for (id, segment) in source.ids().zip(source.segments()) {
        let own = by_name.get(source.name_of(segment)).copied();
        let doubted = own
            .and_then(|it| target.segment(it))
            .is_some_and(|it| it.needs_review);
        let translation = existing.get(id.index()).and_then(Option::as_ref);
        let list = match translation.filter(|it| !it.text.trim().is_empty()) {
            Some(it) if doubted || memory.is_stale(source, id, locale, it) => &mut difference.stale,
            Some(_) => &mut difference.unchanged,
            // An empty text has nothing to translate.
            None if translation.is_some() && segment.text.trim().is_empty() => {
                &mut difference.unchanged
            }
            None => {
                let needed = segment.plural.as_ref().is_none_or(|form| {
                    plurals
                        .entry(form.counting)
                        .or_insert_with(|| Plurals::of(locale, form.counting))
                        .has(form.category)
                });
                if !needed {
                    continue;
                }
                &mut difference.missing
            }
        };
        list.push(id);
    }
    difference.orphaned = orphans(source, target);
    difference.existing = existing;
    difference
}
