//! What the shell may ask of the tool.

use ichiban_engine::data::protocol::Problem;
use leptos::prelude::*;

use super::empty::try_out;
use super::examples::EXAMPLES;
use super::state::{State, Trouble};
use crate::shell::hosted::{By, Hosted, Options, Reply, Standing, Unmade, Work};
use crate::shell::words::t;

/// What the names of a target's settings begin with in a link, so that none is taken for another
/// option.
const SETTING: &str = "set.";

/// The examples: the ids of their titles, and of what they show.
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

    fn seen(&self) -> Work {
        let mut seen = self.texts_now();
        seen.retain(|(_, text)| !text.trim().is_empty());
        seen
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
                self.tell(t!("convert-link-unknown"), true);
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

    fn standing(&self) -> Standing {
        let output = self
            .output
            .with(|output| output.as_ref().map(|it| it.target.clone()));
        let mut standing = Standing {
            formats: output.into_iter().collect(),
            ..Standing::default()
        };
        self.trouble.with(|trouble| {
            if trouble.is_some() {
                // What is there is of an earlier input.
                standing.formats.clear();
            }
            match trouble {
                None | Some(Trouble::Problem(Problem::Empty)) => {}
                Some(Trouble::Problem(Problem::Sample { diagnostic, .. })) => {
                    standing.diagnostics.push(diagnostic.clone());
                }
                Some(Trouble::Problem(Problem::Query { message })) => {
                    standing.object("query", message.clone());
                }
                Some(Trouble::Problem(Problem::NothingSelected)) => {
                    standing.object("nothing-selected", "The query leaves nothing.");
                }
                Some(Trouble::Problem(Problem::Target { message })) => {
                    standing.object("target", message.clone());
                }
                Some(Trouble::Lost(_)) => standing.object("lost", "The conversion was stopped."),
            }
        });
        standing
    }

    fn make(&self, format: &str, reply: Reply) {
        let is_made = self.output.with_untracked(|output| {
            output
                .as_ref()
                .is_some_and(|output| output.target == format)
        });
        if !is_made {
            let is_aimed_at = self.target.with_untracked(|target| target == format);
            return reply.refuse(if is_aimed_at {
                Unmade::Nothing
            } else {
                Unmade::Format
            });
        }
        self.whole(move |name, bytes| reply.give(name, bytes));
    }

    fn run(&self, by: By) -> Result<(), &'static str> {
        if by != By::Engine {
            return Err("Convert does without a model.");
        }
        self.want();
        Ok(())
    }

    fn stop(&self) {
        self.jobs.stop();
    }
}
