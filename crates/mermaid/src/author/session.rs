//! The conversation about one diagram: a question, its answer, and if that is no diagram the question
//! once more.

use ichiban_model::{self as model, Event, Request};
use ichiban_tool::Diagnostic;

use super::merge::merge;
use super::prompt;
use crate::diagram::parse;
use crate::fix::Change;
use crate::preview::{Ending, Preview};
use crate::render::MOST_BYTES;

/// What is wanted of a model.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Task {
    /// What is to be drawn, or changed, in a person's words.
    pub instruction: String,
    /// Texts that it is about.
    pub context: Vec<String>,
    /// The diagram to change; none for a new one.
    pub diagram: Option<String>,
}

/// Whether more of an answer is of use.
#[must_use]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Go on.
    Continue,
    /// Nothing more is: stop the request. Reporting its end does nothing.
    Abandon,
}

/// What came of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// A whole diagram.
    Complete {
        /// Its text. The grammar accepts it.
        text: String,
        /// What had to be mended.
        changes: Vec<Change>,
    },
    /// The answer stopped before the diagram did.
    Cut {
        /// What came of it.
        source: String,
        /// What can be drawn of it, of a change with the rest as it was; empty if nothing can.
        text: String,
        /// How the answer ended.
        ending: model::Ending,
    },
    /// There is no diagram, although the model was asked twice.
    Broken {
        /// What came: a diagram with mistakes, or the whole answer if there is none in it.
        source: String,
        /// What can be drawn of it; empty if nothing can.
        text: String,
        /// What is wrong with it.
        diagnostics: Vec<Diagnostic>,
    },
    /// The model will not answer.
    Declined {
        /// Its words; empty if it gave none.
        words: String,
    },
}

/// Where the conversation stands.
#[derive(Debug, Clone, PartialEq)]
enum Stage {
    /// The question is to be asked.
    Asking,
    /// It is to be asked again: the last answer, and what is wrong with it.
    AskingAgain {
        answer: String,
        diagnostics: Vec<Diagnostic>,
    },
    /// An answer is on its way.
    Hearing,
    /// It is over.
    Over(Outcome),
}

/// A conversation about one diagram. One question is on its way at a time.
#[derive(Debug, Clone)]
pub struct Session {
    task: Task,
    model: String,
    stage: Stage,
    is_second: bool,
    preview: Preview,
    refusal: String,
    /// How much of the answer was looked at for the last frame of a change.
    seen: usize,
    /// What the last frame showed.
    shown: String,
}

impl Session {
    /// A conversation about `task` with the model of that name.
    pub fn new(task: Task, model: &str) -> Self {
        Self {
            task,
            model: model.to_owned(),
            stage: Stage::Asking,
            is_second: false,
            preview: Preview::default(),
            refusal: String::new(),
            seen: 0,
            shown: String::new(),
        }
    }

    /// What is to be asked now, if anything is.
    pub fn next_request(&mut self) -> Option<Request> {
        let request = match &self.stage {
            Stage::Asking => prompt::request(&self.model, &self.task),
            Stage::AskingAgain {
                answer,
                diagnostics,
            } => prompt::again(&self.model, &self.task, answer, diagnostics),
            Stage::Hearing | Stage::Over(_) => return None,
        };
        self.stage = Stage::Hearing;
        Some(request)
    }

    /// Takes an event of the answer. [`Event::Ended`] ends it as [`Session::ended`] does.
    pub fn absorb(&mut self, event: &Event) -> Flow {
        if self.stage != Stage::Hearing {
            return Flow::Abandon;
        }
        match event {
            Event::TextDelta { text } => {
                self.preview.push(text);
                if self.preview.received().len() > MOST_BYTES {
                    self.ended(&model::Ending::Length);
                    return Flow::Abandon;
                }
            }
            Event::RefusalDelta { text } => self.refusal.push_str(text),
            Event::Ended { ending } => self.ended(ending),
            _ => {}
        }
        Flow::Continue
    }

    /// The answer has ended. If it is whole and no diagram, there is a next request.
    pub fn ended(&mut self, ending: &model::Ending) {
        if self.stage != Stage::Hearing {
            return;
        }
        let is_whole = *ending == model::Ending::Complete;
        if is_whole && !self.preview.received().ends_with('\n') {
            // The last line may be the closing fence.
            self.preview.push("\n");
        }
        let outcome = match self.preview.finish(is_whole) {
            Ending::Complete { text, changes } => Outcome::Complete { text, changes },
            _ if *ending == model::Ending::Refused || self.is_declined() => Outcome::Declined {
                words: std::mem::take(&mut self.refusal),
            },
            Ending::Cut { text } => {
                // Half of a diagram is no change of it: what has come is, with the rest as it was.
                let is_change = self.task.diagram.is_some();
                let text = if is_change { self.last_frame() } else { text };
                Outcome::Cut {
                    source: self.source().to_owned(),
                    text,
                    ending: ending.clone(),
                }
            }
            Ending::Broken {
                diagnostics,
                source,
                ..
            } if !self.is_second => {
                let answer = self.preview.received().to_owned();
                self.stage = Stage::AskingAgain {
                    answer,
                    diagnostics: if source.is_empty() {
                        Vec::new()
                    } else {
                        diagnostics
                    },
                };
                self.is_second = true;
                self.preview = Preview::default();
                self.seen = 0;
                return;
            }
            Ending::Broken {
                source,
                text,
                diagnostics,
            } => Outcome::Broken {
                source: if source.is_empty() {
                    self.preview.received().trim_end().to_owned()
                } else {
                    source
                },
                text,
                diagnostics,
            },
        };
        self.stage = Stage::Over(outcome);
    }

    /// Asks nothing more. What has come is [`Session::outcome`].
    pub fn stop(&mut self) {
        if matches!(self.stage, Stage::Asking | Stage::AskingAgain { .. }) {
            self.stage = Stage::Hearing;
        }
        self.ended(&model::Ending::Aborted);
    }

    /// Whether it said that it will not, and nothing else.
    fn is_declined(&self) -> bool {
        !self.refusal.is_empty() && self.preview.received().trim().is_empty()
    }

    /// The diagram's source as far as it has come, without fences and prose around it.
    pub fn source(&self) -> &str {
        self.preview.source()
    }

    /// Whether the model was asked a second time.
    pub fn is_second(&self) -> bool {
        self.is_second
    }

    /// A diagram to draw of what has come, which the grammar accepts; `None` if that is what the last
    /// frame showed, or nothing.
    ///
    /// A new diagram grows. One that is changed is whole in every frame. When the model is asked again,
    /// what was shown stays until the new answer has as much.
    ///
    /// Cost: that of [`Preview::frame`]; for a change, a pass of the grammar for each line.
    pub fn frame(&mut self) -> Option<String> {
        let text = if let Some(old) = &self.task.diagram {
            let source = self.preview.source();
            let end = source.rfind('\n')? + 1;
            if end == self.seen {
                return None;
            }
            self.seen = end;
            let merged = merge(old, source.get(..end)?)?;
            parse(&merged).is_ok().then_some(merged)?
        } else {
            let text = self.preview.frame()?.text;
            if self.is_second && text.len() < self.shown.len() {
                return None;
            }
            text
        };
        if text == self.shown {
            return None;
        }
        self.shown.clone_from(&text);
        Some(text)
    }

    /// The diagram of the newest frame; empty if there was none.
    fn last_frame(&mut self) -> String {
        self.frame().unwrap_or_else(|| self.shown.clone())
    }

    /// What came of it, once it is over.
    pub fn outcome(&self) -> Option<&Outcome> {
        match &self.stage {
            Stage::Over(outcome) => Some(outcome),
            _ => None,
        }
    }
}
