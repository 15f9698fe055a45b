//! Translations that the person gave: how the source stands in them, and what is left over.

use std::collections::HashSet;

use ichiban_engine::protocol::{Column, Command, Difference};
use leptos::prelude::*;

use super::{Filter, State};

impl State {
    /// Forgets the translations given beside the source before.
    pub(super) fn forget_existing(self) {
        self.findings.update(Vec::clear);
        self.differences.update(Vec::clear);
        self.removed.update(HashSet::clear);
        self.filter.set(Filter::All);
        self.review.set(None);
    }

    /// Takes how the source stands in a column's existing translation.
    pub(super) fn differs(self, column: Column, difference: Difference) {
        self.removed.update(|removed| {
            removed.retain(|(known, path)| {
                *known != column || difference.orphans.iter().any(|it| it.path == *path)
            });
        });
        self.differences.update(
            |all| match all.iter_mut().find(|(known, _)| *known == column) {
                Some((_, known)) => *known = difference,
                None => all.push((column, difference)),
            },
        );
    }

    /// How many values of a column's existing translation the source lacks and the file has still.
    pub(crate) fn orphaned_in(self, column: Column) -> u32 {
        self.differences.with(|all| {
            let orphans = all
                .iter()
                .filter(|(known, _)| *known == column)
                .flat_map(|(_, difference)| &difference.orphans);
            self.removed.with(|removed| {
                let left = orphans.filter(|it| !removed.contains(&(column, it.path.clone())));
                u32::try_from(left.count()).unwrap_or(u32::MAX)
            })
        })
    }

    /// The same of all columns.
    pub(crate) fn orphaned(self) -> u32 {
        let columns: Vec<Column> = self
            .differences
            .with(|all| all.iter().map(|(column, _)| *column).collect());
        columns
            .into_iter()
            .map(|column| self.orphaned_in(column))
            .sum()
    }

    /// Leaves values that the source lacks out of the file that is made, or puts them back.
    pub(crate) fn remove_orphans(self, column: Column, paths: Vec<Vec<String>>, remove: bool) {
        self.removed.update(|removed| {
            for path in paths {
                if remove {
                    removed.insert((column, path));
                } else {
                    removed.remove(&(column, path));
                }
            }
        });
        let paths = self.removed.with_untracked(|removed| {
            removed
                .iter()
                .filter(|(known, _)| *known == column)
                .map(|(_, path)| path.clone())
                .collect()
        });
        self.send(&Command::RemoveOrphans { column, paths });
    }

    /// Shows the rows that pass a filter, in the table.
    pub(crate) fn show_only(self, filter: Filter) {
        self.review.set(None);
        self.filter.set(filter);
    }

    /// The tag of a column.
    pub(crate) fn tag_of(self, column: Column) -> String {
        self.targets.with(|targets| {
            targets
                .iter()
                .find(|target| target.column == column)
                .map(|target| target.tag.clone())
                .unwrap_or_default()
        })
    }
}
