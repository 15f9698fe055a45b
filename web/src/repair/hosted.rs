//! What the shell may ask of the tool.

use leptos::prelude::*;

use super::examples::EXAMPLES;
use super::state::State;
use crate::shell::hosted::{Hosted, Work};

/// The examples: titles, and what they show.
pub(crate) fn examples() -> impl Iterator<Item = (&'static str, &'static str)> {
    EXAMPLES
        .iter()
        .map(|example| (example.title, example.about))
}

impl Hosted for State {
    fn work(&self) -> Work {
        if !self.is_open.get_untracked() {
            return Work::new();
        }
        self.take_edit();
        let text = self.text();
        Work::from_iter((!text.trim().is_empty()).then(|| (self.name.get_untracked(), text)))
    }

    fn open(&self, work: Work) {
        for (name, text) in work.into_iter().take(1) {
            State::open(*self, text, name);
        }
    }

    fn example(&self, place: usize) {
        if let Some(example) = EXAMPLES.get(place) {
            State::open(
                *self,
                example.text.to_owned(),
                Some(example.name.to_owned()),
            );
        }
    }
}
