//! What the shell may ask of the tool.

use ichiban_browser::raster;
use ichiban_engine::diagram::protocol::Problem;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::examples::EXAMPLES;
use super::state::{State, Trouble, Verdict};
use crate::shell::hosted::{By, Hosted, Options, Reply, Standing, Unmade, Work};

/// The examples: the ids of their titles, or names that are the same in every language, and the ids
/// of what they show.
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

    fn seen(&self) -> Work {
        if !self.is_open.get_untracked() {
            return Work::new();
        }
        let mut seen = self.texts_now();
        seen.retain(|(_, text)| !text.trim().is_empty());
        seen
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

    fn standing(&self) -> Standing {
        let mut standing = Standing::default();
        let is_frame = self
            .shown
            .with(|shown| shown.as_ref().map(|shown| shown.is_frame));
        standing.is_going = self.ask.going.with(Option::is_some) || is_frame == Some(true);
        let is_elsewhere = |verdict: &Verdict| matches!(verdict, Verdict::Elsewhere(_));
        standing.is_going |= self.verdict.with(is_elsewhere);
        if is_frame.is_some() && !self.is_stale() {
            standing.formats.push("svg".to_owned());
        }
        self.verdict.with(|verdict| match verdict {
            Verdict::Unread
            | Verdict::Drawn
            | Verdict::Elsewhere(_)
            | Verdict::Undrawn(Problem::Blank) => {}
            Verdict::Undrawn(Problem::Syntax { diagnostic, .. }) => {
                standing.diagnostics.push(diagnostic.clone());
            }
            Verdict::Undrawn(Problem::TooLarge { message } | Problem::Undrawable { message }) => {
                standing.object("undrawable", message.clone());
            }
            Verdict::Lost(_) => standing.object("lost", "Drawing was stopped."),
        });
        self.made.with(|made| {
            let Some(made) = made else { return };
            standing
                .diagnostics
                .extend(made.diagnostics.iter().cloned());
            match &made.trouble {
                None => {}
                Some(Trouble::Unmade(_, Some((_, diagnostic)))) => {
                    standing.diagnostics.push(diagnostic.clone());
                }
                Some(Trouble::Unmade(why, None)) => standing.object("source", why.clone()),
                Some(Trouble::Lost(_)) => standing.object("lost", "Reading was stopped."),
            }
        });
        standing
    }

    fn make(&self, format: &str, reply: Reply) {
        let state = *self;
        state.take_edit();
        if format == "mmd" {
            return reply.give(state.file_name("mmd"), state.text().into_bytes());
        }
        let is_png = match format {
            "svg" => false,
            "png" => true,
            _ => return reply.refuse(Unmade::Format),
        };
        let size = state.shown.with_untracked(|shown| {
            let picture = &shown.as_ref()?.picture;
            Some((picture.width, picture.height))
        });
        let Some((width, height)) = size else {
            return reply.refuse(Unmade::Nothing);
        };
        state.picture_file(None, false, move |svg| {
            if !is_png {
                return reply.give(state.file_name("svg"), svg.into_bytes());
            }
            spawn_local(async move {
                // As sharp as today's screens.
                let image = match raster::png(&svg, width, height, 2.0).await {
                    Ok(image) => raster::bytes(&image).await,
                    Err(error) => Err(error),
                };
                match image {
                    Ok(bytes) => reply.give(state.file_name("png"), bytes),
                    Err(error) => state.tell(error.to_string(), true),
                }
            });
        });
    }

    fn run(&self, by: By) -> Result<(), &'static str> {
        match by {
            By::Engine => self.want(),
            By::Model(wish) => {
                let wish = wish.filter(|wish| !wish.trim().is_empty());
                let wish = wish.ok_or("Say what the model is asked for: `wish`.")?;
                self.ask.wish.set(wish);
                self.ask();
            }
        }
        Ok(())
    }

    fn stop(&self) {
        if !self.stop_asking() && !self.stop_explaining() {
            self.stop_drawing();
        }
    }
}
