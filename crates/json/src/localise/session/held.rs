//! Texts of an answer that are whole and checked, and wait for their language to be told.
//!
//! A label of a word or two cannot be told alone, only beside others. Until it is, it is not
//! settled: what is called settled is never taken back. A model that has once answered in the
//! language that was asked for is trusted with the labels of its later answers, until a whole
//! answer speaks against it.

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
}

/// A text that is whole and passed every check of its own.
pub(super) struct HeldText {
    pub(super) id: UnitId,
    /// As it stands in the file.
    pub(super) text: String,
    /// As it came.
    pub(super) answer: String,
}

/// What the texts of an answer that were heard so far say.
pub(super) enum Told {
    /// Nothing yet.
    Open,
    /// They are in the language that was asked for: those that were held are settled.
    Asked(Vec<HeldText>),
    /// They are in another language: those that were held are refused.
    Another(Vec<HeldText>, Finding),
}

impl Held {
    /// Holds a text until [`Held::hear`] tells.
    pub(super) fn push(&mut self, text: HeldText) {
        self.texts.push(text);
    }

    /// One more text was heard, held or refused: the prose of its source and of its answer. Cost:
    /// the length of the answer so far, which is one batch.
    pub(super) fn hear(&mut self, source: &str, answer: &str, locale: &Locale) -> Told {
        for (all, more) in [(&mut self.source, source), (&mut self.answer, answer)] {
            all.push_str(more);
            all.push('\n');
        }
        match language::of_all(&self.source, &self.answer, locale) {
            Together::Asked => Told::Asked(self.release()),
            Together::Another(finding) => Told::Another(self.release(), finding),
            Together::Open => Told::Open,
        }
    }

    /// The texts that are held, none of which is held any more.
    pub(super) fn release(&mut self) -> Vec<HeldText> {
        std::mem::take(&mut self.texts)
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
