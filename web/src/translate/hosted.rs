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
        self.leave_editor();
        let text = self.text();
        let name = self.source.with_untracked(|source| source.name.clone());
        Work::from_iter((!text.trim().is_empty()).then_some((name, text)))
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

    fn options(&self) -> Options {
        let tags: Vec<String> = self
            .targets
            .with_untracked(|targets| targets.iter().map(|target| target.tag.clone()).collect());
        Options::from_iter((!tags.is_empty()).then(|| ("into".to_owned(), tags.join(","))))
    }

    /// Locales are added to those there.
    fn choose(&self, options: &Options) {
        let tags = options.get("into").map(String::as_str).unwrap_or_default();
        for tag in tags.split(',').filter(|tag| !tag.is_empty()) {
            self.add_target(tag);
        }
    }
}
