//! What the shell may ask of the tool.

use leptos::prelude::*;

use super::examples::EXAMPLES;
use super::state::{Run, State};
use crate::shell::hosted::{By, Hosted, Options, Reply, Standing, Unmade, Work};

/// The examples: titles, which are the same in every language, and the ids of what they show.
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

    fn seen(&self) -> Work {
        if !self.is_open.get_untracked() {
            return Work::new();
        }
        let text = self.text_now();
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

    fn standing(&self) -> Standing {
        self.tally.track();
        self.version.track();
        let mut standing = Standing {
            is_going: self.run.with(Run::is_going),
            ..Standing::default()
        };
        self.source.with(|source| {
            standing.diagnostics.clone_from(&source.problems);
            if source.read.is_some() && !source.is_invalid {
                let tags = self.targets.get().into_iter().map(|target| target.tag);
                standing.formats.extend(tags);
            }
        });
        standing
    }

    /// A format is a locale here: the file in that language.
    fn make(&self, format: &str, reply: Reply) {
        let column = self.targets.with_untracked(|targets| {
            let target = targets.iter().find(|target| target.tag == format)?;
            Some(target.column)
        });
        let is_read = self.source.with_untracked(|source| source.read.is_some());
        match column {
            None => reply.refuse(Unmade::Format),
            Some(_) if !is_read => reply.refuse(Unmade::Nothing),
            Some(column) => self.make_file(column, reply),
        }
    }

    fn run(&self, by: By) -> Result<(), &'static str> {
        if by == By::Engine {
            self.send_whole();
        } else if untrack(|| self.model_columns()).is_empty() {
            return Err("Name the locales first: `options` with `into: \"de,fr\"`.");
        } else {
            self.translate();
        }
        Ok(())
    }

    fn stop(&self) {
        State::stop(*self);
    }
}
