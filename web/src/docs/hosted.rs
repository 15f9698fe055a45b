//! What the shell may ask of the tool.

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
    /// Documents are opened beside those there: nothing is replaced. Most are files, which no link
    /// carries.
    fn work(&self) -> Work {
        Work::new()
    }

    fn open(&self, work: Work) {
        for (name, text) in work {
            self.add_text(name, text);
        }
    }

    fn example(&self, place: usize) {
        self.try_out(place);
    }
}
