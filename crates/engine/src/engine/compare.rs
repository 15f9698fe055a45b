//! A person's own translation beside the source: what of it is missing, stale or left over, and
//! what the checks say.

use std::collections::HashMap;
use std::sync::Arc;

use ichiban_json::localise::plural::Category;
use ichiban_json::localise::{self, Catalogue, SegmentId, Translation, difference, graft};

use super::Engine;
use crate::chore::{Chore, Existing};
use crate::protocol::{Column, Difference, Orphan, Report, Row};
use crate::source;
use crate::transport::Transport;

/// Findings that [`Report::Difference`] tells as numbers.
const TOLD_APART: [&str; 3] = ["key-missing", "key-extra", "key-stale"];

impl<T: Transport> Engine<T> {
    pub(super) fn take_existing(&mut self, column: Column, text: String) {
        let (Some(source), Some(target)) = (&self.source, self.table.target(column)) else {
            return self.refuse(
                "There is no source or no such column to compare with.",
                None,
            );
        };
        let hint = localise::Hint {
            // The same kind of file, whatever its first lines look like.
            format: Some(source.catalogue.format().name().to_owned()),
            syntax: Some(source.catalogue.syntax().clone()),
            locale: Some(target.locale.clone()),
            role: localise::format::Role::Translation,
            ..localise::Hint::default()
        };
        match Catalogue::read(text, &hint) {
            Ok(existing) => {
                let mut targets = self.table.targets_mut().iter_mut();
                if let Some(target) = targets.find(|it| it.column == column) {
                    target.existing = Some(Arc::new(existing));
                    target.removed.clear();
                }
                self.compare(column, true);
            }
            Err(diagnostics) => self.reports.push(Report::Findings {
                column,
                findings: diagnostics.into_iter().map(|it| (None, it)).collect(),
            }),
        }
    }

    pub(super) fn remove_orphans(&mut self, column: Column, paths: Vec<Vec<String>>) {
        let mut targets = self.table.targets_mut().iter_mut();
        if let Some(target) = targets.find(|it| it.column == column) {
            target.removed = paths.into_iter().collect();
        }
    }

    /// Compares every existing translation with a source that has changed.
    pub(super) fn compare_all(&mut self) {
        let targets = self.table.targets().iter();
        let columns: Vec<Column> = targets
            .filter(|it| it.existing.is_some())
            .map(|it| it.column)
            .collect();
        for column in columns {
            self.compare(column, false);
        }
    }

    /// Compares a column's existing translation with the source. `anew`: whether the person gave it
    /// just now, so that it takes the place of what a model wrote.
    fn compare(&mut self, column: Column, anew: bool) {
        let (Some(source), Some(target)) = (&self.source, self.table.target(column)) else {
            return;
        };
        let Some(existing) = target.existing.clone() else {
            return;
        };
        let (catalogue, locale) = (&source.catalogue, &target.locale);
        let mut found = difference(catalogue, &existing, locale, self.library.memory());
        let mut cells: Vec<Existing> = vec![Existing::NotNeeded; found.existing.len()];
        let mut put = |id: &SegmentId, cell: Existing| {
            if let Some(slot) = cells.get_mut(id.index()) {
                *slot = cell;
            }
        };
        let mut take = |id: &SegmentId| -> Option<Translation> {
            found.existing.get_mut(id.index()).and_then(Option::take)
        };
        for id in &found.missing {
            put(id, Existing::Missing);
        }
        for id in &found.stale {
            put(id, take(id).map_or(Existing::Missing, Existing::Stale));
        }
        for id in &found.unchanged {
            let translation = take(id);
            if let Some(translation) = &translation {
                // Seen for the first time, it is taken for a translation of the text there is: from
                // now on it is known when that changes.
                self.library.note(catalogue, *id, locale, translation);
            }
            put(id, translation.map_or(Existing::Missing, Existing::Stands));
        }
        let orphans: Vec<Orphan> = found
            .orphaned
            .iter()
            .filter_map(|id| existing.segment(*id))
            .map(|segment| Orphan {
                path: segment.path.clone(),
                text: segment.text.clone(),
                line: segment.place.line,
            })
            .collect();
        let keeps_orphans = graft::is_possible(catalogue);
        let kept = orphans.iter().filter(|_| keeps_orphans);
        let kept = kept.map(|it| (it.path.clone(), it.text.clone())).collect();
        self.reports.push(Report::Difference {
            column,
            difference: Difference {
                missing: source::count(found.missing.len()),
                stale: source::count(found.stale.len()),
                unchanged: source::count(found.unchanged.len()),
                orphans,
                keeps_orphans,
            },
        });
        let mut targets = self.table.targets_mut().iter_mut();
        if let Some(target) = targets.find(|it| it.column == column) {
            target.orphans = kept;
        }
        self.chores.push_back(Chore::Existing {
            column,
            cells,
            anew,
            next: Row(0),
        });
        self.chores.push_back(Chore::Compare { column });
    }
}

/// What the whole of an existing translation is found guilty of, each with the row it is about.
pub(crate) fn findings(
    catalogue: &Catalogue,
    existing: &Catalogue,
    terms: &localise::check::Terms<'_>,
) -> Vec<(Option<Row>, ichiban_tool::Diagnostic)> {
    let names = catalogue.by_name();
    let mut rows: HashMap<String, Row> = catalogue
        .ids()
        .zip(catalogue.segments())
        .map(|(id, segment)| (segment.pointer(), Row(id.0)))
        .collect();
    for (id, segment) in existing.ids().zip(existing.segments()) {
        let own = names.get(existing.name_of(segment)).copied();
        // A plural form that the source lacks belongs to its form `other`.
        let of = own.or_else(|| {
            let other = existing.segment(existing.form(id, Category::Other)?)?;
            names.get(existing.name_of(other)).copied()
        });
        if let Some(of) = of {
            rows.insert(segment.pointer(), Row(of.0));
        }
    }
    localise::compare(catalogue, existing, terms)
        .into_iter()
        .filter(|finding| !TOLD_APART.contains(&finding.code.as_str()))
        .map(|finding| (rows.get(&finding.path).copied(), finding))
        .collect()
}
