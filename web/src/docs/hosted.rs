//! What the shell may ask of the tool.

use ichiban_engine::docs::protocol::Question;
use leptos::prelude::*;

use super::examples::EXAMPLES;
use super::state::State;
use crate::shell::hosted::{By, Hosted, Reply, Standing, Unmade, Work};

/// The examples: the ids of their titles, and of what they show.
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

    fn seen(&self) -> Work {
        self.work()
    }

    fn open(&self, work: Work) {
        for (name, text) in work {
            self.add_text(name, text);
        }
    }

    fn example(&self, place: usize) {
        self.try_out(place);
    }

    fn replace(&self, work: Work) {
        self.close();
        self.open(work);
    }

    fn standing(&self) -> Standing {
        let is_reading = self.is_reading.get();
        let mut standing = Standing {
            is_going: is_reading || self.refine.is_under_way() || self.talk.going().is_some(),
            ..Standing::default()
        };
        self.found.with(|found| {
            if !is_reading && !found.operations.is_empty() {
                standing.formats.push("openapi.json".to_owned());
            }
            for refused in &found.refused {
                standing.object("refused", refused.clone());
            }
        });
        if self.lost.with(Option::is_some) {
            standing.object("lost", "Reading was stopped.");
        }
        standing
    }

    fn make(&self, format: &str, reply: Reply) {
        let question = match format {
            "openapi.json" => Question::OpenApi { is_yaml: false },
            "openapi.yaml" => Question::OpenApi { is_yaml: true },
            "tools.openai.json" | "tools.anthropic.json" | "tools.mcp.json" => Question::Tools {
                key: None,
                house: format.split('.').nth(1).unwrap_or_default().to_owned(),
            },
            _ => return reply.refuse(Unmade::Format),
        };
        if self
            .found
            .with_untracked(|found| found.operations.is_empty())
        {
            return reply.refuse(Unmade::Nothing);
        }
        let name = format.to_owned();
        self.ask_text(question, move |text| reply.give(name, text.into_bytes()));
    }

    fn run(&self, by: By) -> Result<(), &'static str> {
        match by {
            By::Engine => self.read(),
            By::Model(_)
                if self
                    .refine
                    .chosen
                    .with_untracked(|chosen| !chosen.contains(&true)) =>
            {
                return Err("There is no section that a model would be asked about.");
            }
            By::Model(_) => self.begin_refining(),
        }
        Ok(())
    }

    fn stop(&self) {
        if self.is_reading.get_untracked() {
            State::stop(*self);
        } else if untrack(|| self.talk.going()).is_some() {
            self.hush();
        } else {
            self.stop_refining();
        }
    }
}
