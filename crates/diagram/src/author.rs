//! A diagram that a model writes: steps in, the next question and the newest form of the diagram out.
//!
//! Nothing here depends on when the steps are told, or in how many goes: a worker that is told them
//! again from the first stands where the one before stood.

use ichiban_engine::asking::protocol::Question;
use ichiban_engine::diagram::author::{Outcome, Progress, Step, Tokens};
use ichiban_engine::diagram::protocol::Change;
use ichiban_mermaid::author::{self, Session, Task};
use ichiban_mermaid::fix;
use ichiban_model::{Ending, Event, Usage};

/// A task and how far it has come.
pub(crate) struct Author {
    session: Session,
    /// Whether there is a diagram already, which stays unless the change of it is whole.
    is_change: bool,
    questions: u32,
    has_begun: bool,
    /// Of the answers before the last.
    spent: Tokens,
    /// Of the last answer.
    usage: Option<Usage>,
    /// The newest diagram that can be drawn.
    frame: Option<String>,
}

impl Author {
    /// Takes steps, the first of which may begin another task; what is to be told of them, but for the
    /// picture. `None` if no task has begun.
    pub(crate) fn take(this: &mut Option<Self>, steps: Vec<Step>) -> Option<Progress> {
        let mut question = None;
        for step in steps {
            if let Step::Begin(task) = step {
                *this = Some(Self::new(task));
            } else {
                this.as_mut()?.go_on(&step);
            }
            question = this.as_mut()?.next_question().or(question);
        }
        Some(this.as_mut()?.progress(question))
    }

    fn new(task: ichiban_engine::diagram::author::Task) -> Self {
        let model = task.model;
        let is_change = task.diagram.is_some();
        let task = Task {
            instruction: task.instruction,
            context: task.context,
            diagram: task.diagram,
        };
        Self {
            session: Session::new(task, &model),
            is_change,
            questions: 0,
            has_begun: false,
            spent: Tokens::default(),
            usage: None,
            frame: None,
        }
    }

    fn go_on(&mut self, step: &Step) {
        match step {
            Step::Begin(_) => {}
            Step::Heard(events) => {
                for event in &events.read() {
                    self.hear(event);
                }
            }
            Step::Failed => self.session.ended(&Ending::Truncated),
            Step::Stopped => self.session.stop(),
        }
    }

    fn hear(&mut self, event: &Event) {
        match event {
            Event::TextDelta { text } => self.has_begun |= !text.is_empty(),
            Event::Usage(usage) => self.usage = Some(*usage),
            _ => {}
        }
        // What comes after the end is nothing: whoever has it asked is told by the outcome.
        let _ = self.session.absorb(event);
    }

    fn next_question(&mut self) -> Option<Question> {
        let request = self.session.next_request()?;
        self.questions += 1;
        let usage = self.usage.take().unwrap_or_default();
        self.spent.input += usage.input_tokens;
        self.spent.output += usage.output_tokens;
        Some(Question::of(&request))
    }

    fn progress(&mut self, question: Option<Question>) -> Progress {
        self.frame = self.session.frame().or_else(|| self.frame.take());
        Progress {
            questions: self.questions,
            question,
            source: self.session.source().to_owned(),
            has_begun: self.has_begun,
            tokens: self.tokens(),
            frame: None,
            outcome: self.session.outcome().map(told),
        }
    }

    fn tokens(&self) -> Option<Tokens> {
        let usage = self.usage.unwrap_or_default();
        let tokens = Tokens {
            input: self.spent.input + usage.input_tokens,
            output: self.spent.output + usage.output_tokens,
        };
        (tokens != Tokens::default()).then_some(tokens)
    }

    /// The newest diagram that can be drawn, while the task goes on or if it ends with mistakes in a
    /// new diagram. What else came of one that is over is drawn as any other text is.
    pub(crate) fn frame(&self) -> Option<&str> {
        match self.session.outcome() {
            None => self.frame.as_deref(),
            Some(author::Outcome::Broken { text, .. }) if !self.is_change => {
                Some(text.as_str()).filter(|text| !text.is_empty())
            }
            Some(_) => None,
        }
    }
}

fn told(outcome: &author::Outcome) -> Outcome {
    match outcome {
        author::Outcome::Complete { text, changes } => Outcome::Complete {
            text: text.clone(),
            changes: changes.iter().map(change).collect(),
        },
        author::Outcome::Cut { text, ending, .. } => Outcome::Cut {
            text: text.clone(),
            is_too_long: *ending == Ending::Length,
        },
        author::Outcome::Broken {
            source,
            diagnostics,
            ..
        } => Outcome::Broken {
            source: source.clone(),
            diagnostics: diagnostics.clone(),
        },
        author::Outcome::Declined { words } => Outcome::Declined {
            words: words.clone(),
        },
    }
}

/// A change that a fix made, as the page is told it.
pub(crate) fn change(change: &fix::Change) -> Change {
    Change {
        line: change.line,
        what: change.message.clone(),
    }
}
