//! A request that was handed out, and how its answer is read as it comes.

use super::held::Held;
use super::unit::{UnitId, Units};
use crate::localise::answer::{Answer, Broken, Piece};
use crate::localise::mask::Restorer;

/// A request that was handed out.
pub(super) struct Asked {
    pub(super) units: Vec<UnitId>,
    /// Which of them this answer has settled or refused.
    pub(super) answered: Vec<bool>,
    answer: Answer,
    pub(super) current: Option<Current>,
    pub(super) held: Held,
}

/// The text of an answer that is being read.
pub(super) struct Current {
    /// Its place in the request.
    pub(super) place: usize,
    again: bool,
    pub(super) restorer: Restorer,
    /// What has come, masked.
    text: String,
}

/// What reading a piece of an answer led to. Kept apart from the reading itself, which borrows
/// the answer.
pub(super) enum Step {
    Began(usize),
    Grew,
    Ended(usize, String, bool),
    TooLong(usize, String),
    NotText(usize),
}

impl Asked {
    /// A request for these texts, of whose answer nothing has come.
    pub(super) fn new(units: Vec<UnitId>) -> Self {
        Self {
            answered: vec![false; units.len()],
            units,
            answer: Answer::new(),
            current: None,
            held: Held::default(),
        }
    }

    /// Whether the answer has come to its end.
    pub(super) fn is_whole(&self) -> bool {
        self.answer.is_whole()
    }

    /// Reads more of the answer: what it led to, and whether it can still become one.
    pub(super) fn read(&mut self, known: &Units, text: &str) -> (Vec<Step>, Result<(), Broken>) {
        let mut steps = Vec::new();
        let Self {
            units,
            answer,
            current,
            ..
        } = self;
        let read = answer.push(text, &mut |piece| {
            step(known, units, current, piece, &mut steps);
        });
        (steps, read)
    }
}

/// Follows one piece of an answer.
fn step(
    units: &Units,
    asked: &[UnitId],
    current: &mut Option<Current>,
    piece: Piece<'_>,
    steps: &mut Vec<Step>,
) {
    let place_of = |id: &str| {
        let number: usize = id.parse().ok()?;
        // `01` is not `1`.
        (number.to_string() == id && number <= asked.len()).then(|| number.checked_sub(1))?
    };
    match piece {
        Piece::Begin { id, again } => {
            *current = place_of(id).map(|place| Current {
                place,
                again,
                restorer: Restorer::default(),
                text: String::new(),
            });
            if let Some(current) = current {
                steps.push(Step::Began(current.place));
            }
        }
        Piece::Delta(delta) => {
            let Some(now) = current else {
                return;
            };
            let Some(unit) = asked.get(now.place).and_then(|id| units.get(*id)) else {
                return;
            };
            now.text.push_str(delta);
            if unit.is_runaway(&now.text) {
                steps.push(Step::TooLong(now.place, std::mem::take(&mut now.text)));
                *current = None;
                return;
            }
            now.restorer.push(&unit.masked, delta);
            steps.push(Step::Grew);
        }
        Piece::End => {
            if let Some(now) = current.take() {
                steps.push(Step::Ended(now.place, now.text, now.again));
            }
        }
        Piece::NotText { id } => steps.extend(place_of(id).map(Step::NotText)),
    }
}
