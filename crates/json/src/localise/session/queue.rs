//! One target of a session: what it has still to ask for.

use std::collections::VecDeque;

use super::unit::{UnitId, Units};
use crate::localise::batch::{BatchLimits, Filling};

/// Texts of one target that are not asked for at the moment.
#[derive(Default)]
pub(super) struct Queue {
    /// Not asked for yet, in the order of the file.
    pub(super) fresh: VecDeque<UnitId>,
    /// To be asked for once more.
    pub(super) again: VecDeque<UnitId>,
    /// Whether a text need not wait for its answer's language to be told: it is told by each text
    /// alone, or was told by an earlier answer.
    pub(super) trusted: bool,
}

impl Queue {
    /// Takes a batch. Texts to ask for once more go apart from fresh ones. Cost: the texts taken.
    pub(super) fn fill(&mut self, limits: BatchLimits, units: &Units) -> Vec<UnitId> {
        let queue = if self.again.is_empty() {
            &mut self.fresh
        } else {
            &mut self.again
        };
        let mut filling = Filling::new(limits);
        let mut batch = Vec::new();
        while let Some(id) = queue.front() {
            let Some(unit) = units.get(*id) else {
                queue.pop_front();
                continue;
            };
            if !filling.take(&unit.masked.text) {
                break;
            }
            batch.extend(queue.pop_front());
        }
        batch
    }
}
