//! Texts of an answer that are whole and checked, and wait for their language to be told.
//!
//! A label of a word or two cannot be told alone, only beside the others of its answer. Until it
//! is, it is not settled: what is called settled is never taken back.

use super::unit::UnitId;
use crate::localise::Locale;
use crate::localise::check::Finding;
use crate::localise::check::language::{self, Together};

/// The texts of one answer whose language is not told yet.
#[derive(Default)]
pub(super) struct Held {
    texts: Vec<HeldText>,
    /// The prose of every text so far, of the source and of the answer.
    source: String,
    answer: String,
    told: bool,
}

/// A text that is whole and passed every check of its own.
pub(super) struct HeldText {
    pub(super) id: UnitId,
    /// As it stands in the file.
    pub(super) text: String,
    /// As it came.
    pub(super) answer: String,
}

/// What became of the texts that were held.
pub(super) enum Told {
    /// They are settled.
    Settled(Vec<HeldText>),
    /// They are in another language.
    Refused(Vec<HeldText>, Finding),
}

impl Held {
    /// An answer of which no text is held: their language need not be told, or cannot be.
    pub(super) fn nothing() -> Self {
        Self {
            told: true,
            ..Self::default()
        }
    }

    /// Holds a text until [`Held::hear`] tells.
    pub(super) fn push(&mut self, text: HeldText) {
        self.texts.push(text);
    }

    /// One more text was heard, held or refused: the prose of its source and of its answer. Cost:
    /// the length of the answer so far, until its language is told, and then constant.
    pub(super) fn hear(&mut self, source: &str, answer: &str, locale: &Locale) -> Told {
        if self.told {
            return self.release();
        }
        for (all, more) in [(&mut self.source, source), (&mut self.answer, answer)] {
            all.push_str(more);
            all.push('\n');
        }
        match language::of_all(&self.source, &self.answer, locale) {
            Together::Asked => {
                self.told = true;
                self.release()
            }
            Together::Another(finding) => Told::Refused(std::mem::take(&mut self.texts), finding),
            Together::Open => Told::Settled(Vec::new()),
        }
    }

    /// The answer is over: no text of it can tell more about the others.
    pub(super) fn release(&mut self) -> Told {
        Told::Settled(std::mem::take(&mut self.texts))
    }

    /// A text that is held.
    pub(super) fn get(&self, id: UnitId) -> Option<&HeldText> {
        self.texts.iter().find(|it| it.id == id)
    }

    /// Drops a text that is held.
    pub(super) fn remove(&mut self, id: UnitId) {
        self.texts.retain(|it| it.id != id);
    }
}
