//! Draws, and what else may be asked of a diagram.

use std::sync::Arc;

use ichiban_engine::diagram::protocol::{
    Answer, Command, Difference, DifferenceKind, Fix, Frame, Job, PICTURE_ID, Picture, Problem,
    Progress, Question, Report, Step, Theme,
};
use ichiban_engine::handler::Handler;
use ichiban_mermaid::diff::{self, Unreadable};
use ichiban_mermaid::render::theme::{THEMES, theme};
use ichiban_mermaid::render::{self, Error, Measure, Renderer};
use ichiban_mermaid::{ParseError, fix, format};
use ichiban_tool::{Diagnostic, Place, Severity};

use crate::author::{Author, change};
use crate::explain;
use crate::link;

/// What is kept between jobs: a renderer for each theme that was used, the last picture, what a model
/// writes.
pub struct Easel {
    measure: Option<Arc<dyn Measure>>,
    now: fn() -> i64,
    renderers: Vec<(&'static str, Renderer)>,
    last: Option<Last>,
    author: Option<Author>,
}

struct Last {
    text: String,
    theme: &'static str,
    picture: render::Picture,
    shift: (f64, f64),
}

impl Easel {
    /// An easel that asks `measure` how wide texts are, and `now` for the time, in milliseconds
    /// since 1970.
    pub fn new(measure: Option<Arc<dyn Measure>>, now: fn() -> i64) -> Self {
        Self {
            measure,
            now,
            renderers: Vec::new(),
            last: None,
            author: None,
        }
    }

    fn picture(&mut self, text: &str, name: &str) -> Result<Picture, Error> {
        let theme = theme(name).unwrap_or(&THEMES[0]);
        if self.is_last(text, theme.name) {
            // It lies where it lay.
            self.last
                .iter_mut()
                .for_each(|last| last.shift = (0.0, 0.0));
        } else {
            let picture = self.renderer(theme)?.render(text)?;
            let before = self.last.as_ref().map(|last| &last.picture);
            let shift = before.map_or((0.0, 0.0), |before| picture.shift(before));
            self.last = Some(Last {
                text: text.to_owned(),
                theme: theme.name,
                picture,
                shift,
            });
        }
        match &self.last {
            Some(last) => Ok(last.told()),
            None => Err(Error::Failed("there is no picture".to_owned())),
        }
    }

    /// Whether this is the last picture.
    fn is_last(&self, text: &str, theme: &str) -> bool {
        let last = self.last.as_ref();
        last.is_some_and(|last| last.text == text && last.theme == theme)
    }

    /// The picture for other programs.
    fn exported(&mut self, text: &str, name: &str) -> Result<render::Picture, Error> {
        self.renderer(theme(name).unwrap_or(&THEMES[0]))?
            .export(text)
    }

    /// What may be shown of a picture that another renderer drew.
    fn adopted(&mut self, svg: &str, name: &str) -> Result<render::Picture, Error> {
        self.renderer(theme(name).unwrap_or(&THEMES[0]))?.adopt(svg)
    }

    fn renderer(&mut self, theme: &'static render::theme::Theme) -> Result<&Renderer, Error> {
        let known = self
            .renderers
            .iter()
            .position(|(name, _)| *name == theme.name);
        let at = if let Some(at) = known {
            at
        } else {
            let renderer = Renderer::new(theme, PICTURE_ID, self.measure.clone())?.at((self.now)());
            self.renderers.push((theme.name, renderer));
            self.renderers.len() - 1
        };
        match self.renderers.get(at) {
            Some((_, renderer)) => Ok(renderer),
            None => Err(Error::Failed("there is no renderer".to_owned())),
        }
    }

    fn draw(&mut self, job: Job, text: &str, theme: &str) -> Report {
        if text.trim().is_empty() {
            return Report::Undrawn {
                job,
                problem: Problem::Blank,
            };
        }
        match self.picture(text, theme) {
            Ok(picture) => Report::Drawn { job, picture },
            Err(error) => Report::Undrawn {
                job,
                problem: problem(text, error),
            },
        }
    }

    /// Goes on with what a model writes. Of several forms of the diagram that have come since the last
    /// command only the newest is drawn.
    fn write(&mut self, steps: Vec<Step>, theme: &str, is_drawn: bool) -> Option<Progress> {
        let progress = Author::take(&mut self.author, steps)?;
        let frame = self.author.as_ref().and_then(Author::frame);
        let frame = frame.filter(|text| is_drawn && !self.is_last(text, theme));
        let frame = frame.map(str::to_owned).and_then(|text| {
            // What cannot be drawn is not shown: the picture before stays.
            let picture = self.picture(&text, theme).ok()?;
            Some(Frame { text, picture })
        });
        Some(Progress { frame, ..progress })
    }

    fn answer(&mut self, question: Question) -> Answer {
        match question {
            Question::Format { text } => match format::format(&text) {
                Ok(text) => Answer::Text(text),
                Err(error) => Answer::None(format!(
                    "Only a diagram can be formatted. {}.",
                    placed(&error)
                )),
            },
            Question::Compare { before, after } => match diff::diff(&before, &after) {
                Ok(found) => Answer::Differences(found.iter().map(difference).collect()),
                Err(Unreadable::Before(error)) => Answer::None(format!(
                    "The text to compare with is no diagram. {}.",
                    placed(&error)
                )),
                Err(Unreadable::After(error)) => {
                    Answer::None(format!("This text is no diagram. {}.", placed(&error)))
                }
            },
            Question::Export {
                text,
                theme,
                is_transparent,
            } => match self.exported(&text, &theme) {
                Ok(picture) => Answer::Text(picture.to_svg(is_transparent)),
                Err(error) => Answer::None(format!("There is no picture to export: {error}.")),
            },
            Question::Clean { svg, theme } => match self.adopted(&svg, &theme) {
                Ok(picture) => Answer::Picture(shown(&picture, (0.0, 0.0))),
                Err(error) => Answer::None(format!("{}.", sentence(&error.to_string()))),
            },
            Question::ExportClean {
                svg,
                theme,
                is_transparent,
            } => match self.adopted(&svg, &theme) {
                Ok(picture) => Answer::Text(picture.to_svg(is_transparent)),
                Err(error) => Answer::None(format!("There is no picture to export: {error}.")),
            },
            Question::Pack { text } => told(link::pack(&text)),
            Question::Unpack { packed } => told(link::unpack(&packed)),
            Question::Explain(asked) => Answer::Request(explain::question(asked)),
        }
    }
}

impl Last {
    /// The picture, as the page is told it.
    fn told(&self) -> Picture {
        shown(&self.picture, self.shift)
    }
}

impl Handler for Easel {
    type Command = Command;
    type Report = Report;

    fn ready(&self) -> Report {
        Report::Ready {
            themes: THEMES
                .iter()
                .map(|theme| Theme {
                    name: theme.name.to_owned(),
                    label: theme.label.to_owned(),
                    is_dark: theme.is_dark,
                    variables: theme.variables(),
                })
                .collect(),
        }
    }

    fn handle(&mut self, command: Command) -> Option<Report> {
        Some(match command {
            Command::Draw { job, text, theme } => self.draw(job, &text, &theme),
            Command::Write {
                job,
                steps,
                theme,
                is_drawn,
            } => match self.write(steps, &theme, is_drawn) {
                Some(progress) => Report::Written { job, progress },
                None => Report::Lacking { job },
            },
            Command::Ask { ticket, question } => Report::Answered {
                ticket,
                answer: self.answer(question),
            },
        })
    }

    fn refused(message: String) -> Report {
        Report::Refused { message }
    }

    fn is_replaced(older: &Command, newer: &Command) -> bool {
        matches!((older, newer), (Command::Draw { .. }, Command::Draw { .. }))
    }
}

fn shown(picture: &render::Picture, shift: (f64, f64)) -> Picture {
    Picture {
        kind: picture.kind.clone(),
        markup: picture.markup.clone(),
        style: picture.style.clone(),
        width: picture.width,
        height: picture.height,
        canvas: picture.canvas.to_owned(),
        shift,
    }
}

fn told(result: Result<String, link::Error>) -> Answer {
    match result {
        Ok(text) => Answer::Text(text),
        Err(error) => Answer::None(format!("{}.", sentence(&error.to_string()))),
    }
}

fn problem(text: &str, error: Error) -> Problem {
    match error {
        Error::Syntax(error) => syntax(text, error),
        error => {
            let message = format!("{}.", sentence(&error.to_string()));
            if error.is_worth_another_try() {
                Problem::Undrawable { message }
            } else {
                Problem::TooLarge { message }
            }
        }
    }
}

fn syntax(text: &str, error: ParseError) -> Problem {
    let fixed = fix::fix(text);
    let fix = (!fixed.changes.is_empty()).then(|| Fix {
        remaining: fixed.remaining.first().map(|left| left.place),
        changes: fixed.changes.iter().map(change).collect(),
        text: fixed.text,
    });
    // The grammar may notice a mistake only lines after it.
    let place = fix
        .as_ref()
        .and_then(|fix| fix.changes.first())
        .filter(|first| first.line < error.place.line)
        .map_or(error.place, |first| start_of(text, first.line));
    Problem::Syntax {
        diagnostic: Diagnostic {
            severity: Severity::Error,
            code: "syntax".to_owned(),
            path: String::new(),
            place,
            hint: match (&error.kind, &fix) {
                (_, Some(_)) => String::new(),
                (None, None) => {
                    "Begin with the kind of diagram, such as `flowchart TD`.".to_owned()
                }
                (Some(_), None) => "No safe fix is known for this: edit the line.".to_owned(),
            },
            message: error.message,
        },
        fix,
    }
}

/// Where a line's text begins.
fn start_of(text: &str, line: u32) -> Place {
    let text = text.lines().nth(line.saturating_sub(1) as usize);
    let blanks = text.map_or(0, |text| {
        text.chars().take_while(|c| c.is_whitespace()).count()
    });
    Place {
        line,
        column: u32::try_from(blanks + 1).unwrap_or(1),
    }
}

fn difference(found: &diff::Difference) -> Difference {
    Difference {
        kind: match found.change {
            diff::Change::Added => DifferenceKind::Added,
            diff::Change::Removed => DifferenceKind::Removed,
            diff::Change::Renamed | diff::Change::Relabelled | diff::Change::Moved => {
                DifferenceKind::Changed
            }
        },
        name: found.name.clone(),
        is_node: found.element == "node",
        sentence: sentence(&found.to_string()),
    }
}

fn placed(error: &ParseError) -> String {
    let place = error.place;
    format!(
        "Line {}, column {}: {}",
        place.line,
        place.column,
        error.message.trim_end_matches('.')
    )
}

fn sentence(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}
