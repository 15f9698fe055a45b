//! What the shell may ask of the tool.

use leptos::prelude::*;

use super::examples::EXAMPLES;
use super::state::{State, Verdict};
use crate::shell::hosted::{By, Hosted, Reply, Standing, Unmade, Work};

/// The examples: the ids of their titles, and of what they show.
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

    fn seen(&self) -> Work {
        if !self.is_open.get_untracked() {
            return Work::new();
        }
        let text = self.text_now();
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

    fn standing(&self) -> Standing {
        let mut standing = Standing::default();
        self.output.track();
        self.verdict.with(|verdict| match verdict {
            Verdict::Unread | Verdict::Blank => {}
            Verdict::Valid | Verdict::Repaired => standing.formats.push("json".to_owned()),
            Verdict::Beyond(diagnostic) => standing.diagnostics.push(diagnostic.clone()),
            Verdict::Lost(_) => standing.object("lost", "The repair was stopped."),
        });
        standing
    }

    fn make(&self, format: &str, reply: Reply) {
        if format != "json" {
            return reply.refuse(Unmade::Format);
        }
        if self.output.with_untracked(Option::is_none) {
            return reply.refuse(Unmade::Nothing);
        }
        let name = self.file_name();
        self.whole(move |text| reply.give(name, text.into_bytes()));
    }

    fn run(&self, by: By) -> Result<(), &'static str> {
        if by != By::Engine {
            return Err("Repair does without a model.");
        }
        self.want();
        Ok(())
    }

    fn stop(&self) {
        self.jobs.stop();
    }
}
