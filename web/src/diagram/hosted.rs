//! What the shell may ask of the tool.

use leptos::prelude::*;

use super::examples::EXAMPLES;
use super::state::State;
use crate::shell::hosted::{Hosted, Options, Work};

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
        let mut work = self.texts();
        work.retain(|(_, text)| !text.trim().is_empty());
        work
    }

    fn open(&self, work: Work) {
        match <[_; 1]>::try_from(work) {
            Ok([(name, text)]) => State::open(*self, text, name),
            Err(work) => self.open_source(work, None),
        }
    }

    fn example(&self, place: usize) {
        if let Some(example) = EXAMPLES.get(place) {
            example.open(*self);
        }
    }

    fn options(&self) -> Options {
        Options::from_iter(
            self.theme
                .get_untracked()
                .map(|theme| ("theme".to_owned(), theme)),
        )
    }

    fn choose(&self, options: &Options) {
        if let Some(theme) = options.get("theme") {
            self.choose_theme(Some(theme.clone()));
        }
    }
}
