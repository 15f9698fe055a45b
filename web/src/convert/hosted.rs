//! What the shell may ask of the tool.

use leptos::prelude::*;

use super::empty::try_out;
use super::examples::EXAMPLES;
use super::state::State;
use crate::shell::hosted::{Hosted, Options, Work};

/// What the names of a target's settings begin with in a link, so that none is taken for another
/// option.
const SETTING: &str = "set.";

/// The examples: titles, and what they show.
pub(crate) fn examples() -> impl Iterator<Item = (&'static str, &'static str)> {
    EXAMPLES
        .iter()
        .map(|example| (example.title, example.about))
}

impl Hosted for State {
    fn work(&self) -> Work {
        let mut work = self.texts();
        work.retain(|(_, text)| !text.trim().is_empty());
        work
    }

    fn open(&self, work: Work) {
        self.close();
        for (name, text) in work {
            self.add(text, name);
        }
    }

    fn example(&self, place: usize) {
        if let Some(example) = EXAMPLES.get(place) {
            self.close();
            try_out(*self, example);
        }
    }

    fn options(&self) -> Options {
        let target = self.target.get_untracked();
        let chosen = self
            .choices
            .with_untracked(|choices| choices.get(&target).cloned());
        let settings = chosen.unwrap_or_default().into_iter();
        let said = [
            ("target", target),
            ("root", self.root.get_untracked()),
            ("query", self.query.get_untracked()),
        ];
        let said = said.into_iter().filter(|(_, value)| !value.is_empty());
        said.map(|(name, value)| (name.to_owned(), value))
            .chain(settings.map(|(name, value)| (format!("{SETTING}{name}"), value)))
            .collect()
    }

    fn choose(&self, options: &Options) {
        if let Some(target) = options.get("target") {
            let is_known = self.targets.with_untracked(|targets| {
                targets.is_empty() || targets.iter().any(|known| known.name == *target)
            });
            if !is_known {
                self.tell(
                    "The link is for a target that this page does not have.",
                    true,
                );
                return;
            }
            self.aim(target);
        }
        let word = |name: &str| options.get(name).cloned().unwrap_or_default();
        self.root.set(word("root"));
        self.query.set(word("query"));
        for (name, value) in options {
            if let Some(setting) = name.strip_prefix(SETTING) {
                State::choose(*self, setting, Some(value.clone()));
            }
        }
        self.want();
    }
}
