//! What a model says of the diagram that is drawn, in words.

use std::collections::BTreeSet;
use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use ichiban_engine::asking::protocol::Question as Asking;
use ichiban_engine::diagram::explain::Exchange;
use ichiban_engine::diagram::protocol::{Answer, Command, Explain, Question, Report};
use ichiban_model::Tokens;
use leptos::prelude::*;

use super::super::places::Label;
use super::{Side, State};
use crate::answer::{Deeds, Progress, Reader, Trouble, Turn};
use crate::app::App;
use crate::endpoint::Connection;
use crate::shell::words::{Language, language, t};

/// The most questions that are shown.
const SHOWN: usize = 20;
/// The most earlier questions that go along with one, and the most tokens of them and their answers; and
/// to a model in the browser, which reads some twenty of them in a second.
const EARLIER: usize = 6;
const EARLIER_TOKENS: u64 = 3_000;
const EARLIER_TOKENS_ON_DEVICE: u64 = 400;
/// The most names that become buttons in an answer, and the most letters of one.
const NAMES: usize = 2_000;
const LETTERS: usize = 120;

/// What is said where the engine ended before it had written what to ask.
const ENDED: Trouble = Trouble::Page("answer-explain-ended", "answer-ask-again-hint");
/// What is said where another endpoint was set before the question was asked.
const MOVED: Trouble = Trouble::Page("answer-explain-moved", "answer-ask-again-hint");

/// What a model says of diagrams. A handle: copies mean the same.
#[derive(Clone, Copy)]
pub(crate) struct Explaining {
    /// Whether that is in view, in the place of the text.
    pub(crate) is_shown: RwSignal<bool>,
    /// The question that the person writes.
    pub(crate) question: RwSignal<String>,
    /// What was asked, the latest first.
    pub(crate) turns: RwSignal<Vec<Explained>>,
    /// Where a link of an answer leads that was chosen.
    pub(crate) leaving: RwSignal<Option<String>>,
    reader: Reader,
    last: StoredValue<u32>,
}

/// A question about a diagram, and its answer. A handle, but for the texts.
#[derive(Clone)]
pub(crate) struct Explained {
    turn: Turn,
    /// The text of the diagram.
    pub(crate) diagram: Arc<str>,
}

impl Deref for Explained {
    type Target = Turn;

    fn deref(&self) -> &Turn {
        &self.turn
    }
}

impl Explaining {
    pub(super) fn new(app: App) -> Self {
        Self {
            is_shown: RwSignal::default(),
            question: RwSignal::default(),
            turns: RwSignal::default(),
            leaving: RwSignal::default(),
            reader: Reader::new(app),
            last: StoredValue::new(0),
        }
    }

    /// The question whose answer comes.
    pub(crate) fn going(self) -> Option<Explained> {
        let latest = self.turns.with(|turns| turns.first().cloned())?;
        latest.is_going().then_some(latest)
    }

    /// Whether this is still among what was asked.
    fn has(self, turn: &Turn) -> bool {
        self.turns
            .with_untracked(|turns| turns.iter().any(|it| it.number == turn.number))
    }
}

/// What would be sent.
impl State {
    /// The text of the diagram that is drawn, if it is whole.
    fn drawn(self) -> Option<Rc<str>> {
        self.shown.with(|shown| {
            let shown = shown.as_ref().filter(|shown| !shown.is_frame)?;
            Some(Rc::clone(&shown.text))
        })
    }

    /// About how many tokens the diagram has that is drawn, if it is whole.
    pub(crate) fn tokens_drawn(self) -> Option<u64> {
        self.drawn().map(|text| Tokens::estimate(&text).0)
    }

    /// Whether a diagram is the one that is drawn, and the text is still that.
    pub(crate) fn is_drawn(self, diagram: &str) -> bool {
        let is_it = self.shown.with(|shown| {
            let shown = shown.as_ref();
            shown.is_some_and(|shown| *shown.text == *diagram)
        });
        is_it && !self.is_stale()
    }

    /// How many earlier questions would go along with one, and how many tokens these have with their
    /// answers.
    pub(crate) fn would_go_along(self) -> (usize, u64) {
        let earlier = self.drawn().map(|diagram| self.earlier(&diagram));
        let earlier = earlier.unwrap_or_default();
        (earlier.len(), earlier.iter().map(tokens).sum())
    }

    /// What was said of a diagram and goes along with a question about it, oldest first.
    fn earlier(self, diagram: &str) -> Vec<Exchange> {
        let connection = self.app.connection;
        let is_on_device = connection.with(|it| it.as_ref().is_some_and(Connection::is_on_device));
        let most = if is_on_device {
            EARLIER_TOKENS_ON_DEVICE
        } else {
            EARLIER_TOKENS
        };
        let mut spent = 0;
        let mut fitting: Vec<Exchange> = self.explaining.turns.with(|turns| {
            turns
                .iter()
                .filter(|turn| *turn.diagram == *diagram)
                .filter_map(answered)
                .take(EARLIER)
                .take_while(|exchange| {
                    spent += tokens(exchange);
                    spent <= most
                })
                .collect()
        });
        fitting.reverse();
        fitting
    }
}

/// A question with its answer, if anything came of it.
fn answered(turn: &Explained) -> Option<Exchange> {
    let answer = turn.progress.with(|it| it.markdown().map(str::to_owned))?;
    Some(Exchange {
        question: turn.question.clone(),
        answer,
    })
}

fn tokens(exchange: &Exchange) -> u64 {
    Tokens::estimate(&exchange.question).0 + Tokens::estimate(&exchange.answer).0
}

/// Asking, and stopping that.
impl State {
    /// Has the diagram that is drawn explained. If it is already, or about to be, that is shown.
    pub(crate) fn explain(self) {
        let Some(diagram) = untrack(|| self.drawn()) else {
            return;
        };
        let is_it = |turn: &&Explained| turn.question.is_empty() && *turn.diagram == *diagram;
        let known = self
            .explaining
            .turns
            .with_untracked(|turns| turns.iter().find(is_it).cloned());
        let is_good = |progress: &Progress| progress.is_going() || progress.is_whole();
        match known {
            Some(known) if known.progress.with_untracked(is_good) => self.show_explanation(),
            known => {
                self.put_about(String::new(), known.map(|turn| turn.number));
            }
        }
    }

    /// Asks the question that the person has written; without a model, for one.
    pub(crate) fn ask_about(self) {
        if self.app.connection_for("Diagram").is_none() {
            return self.app.open_settings();
        }
        let question = self.explaining.question;
        let asked = question.with_untracked(|question| question.trim().to_owned());
        if !asked.is_empty() && self.put_about(asked, None) {
            question.set(String::new());
        }
    }

    /// Asks the same once more, about the diagram that is drawn now, in the place of what came of it.
    pub(crate) fn ask_about_again(self, turn: &Explained) {
        self.put_about(turn.question.clone(), Some(turn.number));
    }

    /// Asks about the diagram that is drawn; an empty question has the whole explained. Whether it could be.
    fn put_about(self, question: String, instead_of: Option<u32>) -> bool {
        let Some(connection) = self.app.connection_for("Diagram") else {
            self.app.open_settings();
            return false;
        };
        let Some(diagram) = untrack(|| self.drawn()) else {
            return false;
        };
        self.stop_explaining();
        let explaining = self.explaining;
        if let Some(number) = instead_of {
            explaining
                .turns
                .update(|turns| turns.retain(|turn| turn.number != number));
        }
        // An explanation of the whole begins anew.
        let earlier = if question.is_empty() {
            Vec::new()
        } else {
            untrack(|| self.earlier(&diagram))
        };
        explaining.last.update_value(|last| *last += 1);
        let number = explaining.last.get_value();
        let turn = self
            .app
            .make(|| Turn::new(number, question.clone(), &connection));
        explaining.turns.update(|turns| {
            turns.insert(
                0,
                Explained {
                    turn: turn.clone(),
                    diagram: Arc::from(&*diagram),
                },
            );
            turns.truncate(SHOWN);
        });
        self.show_explanation();
        self.app
            .announce_now(t!("answer-asking", place = turn.place.as_str()));
        let asked = Explain {
            diagram: diagram.to_string(),
            earlier,
            question,
            language: language_of_answers().to_owned(),
            model: connection.model,
        };
        self.have_written(&turn, asked);
        true
    }

    /// Has the engine write what is to be asked, and then that asked.
    fn have_written(self, turn: &Turn, asked: Explain) {
        let names = names(&self.canvas.labels());
        let waiting = turn.clone();
        let told = self.jobs.ask(
            |ticket| Command::Ask {
                ticket,
                question: Question::Explain(asked),
            },
            move |report| match report {
                Some(Report::Answered {
                    answer: Answer::Request(request),
                    ..
                }) => self.send_about(&waiting, request, names),
                _ => waiting.lose(self.app, ENDED),
            },
        );
        if let Err(reason) = told {
            turn.lose(self.app, Trouble::Refused(reason, "answer-ask-again-hint"));
        }
    }

    fn send_about(self, turn: &Turn, request: Asking, names: Vec<String>) {
        // It may be stopped by now, or forgotten.
        if !turn.progress.with_untracked(Progress::is_going) || !self.explaining.has(turn) {
            return;
        }
        let connection = self.app.connection_for("Diagram");
        if !connection.is_some_and(|it| turn.is_put_to(&it)) {
            return turn.lose(self.app, MOVED);
        }
        let held = if turn.question.is_empty() {
            t!("answer-explain-held")
        } else {
            t!("answer-explain-held-question")
        };
        let purpose = self.app.purpose("Diagram", held, self.app.next_run());
        self.explaining.reader.ask(turn, purpose, request, names);
    }

    /// Stops the answer that comes, if one does; whether one did. What came of it is kept.
    pub(crate) fn stop_explaining(self) -> bool {
        let going = untrack(|| self.explaining.going());
        if let Some(turn) = &going {
            self.explaining.reader.stop(turn);
        }
        going.is_some()
    }

    /// Forgets what was said.
    pub(crate) fn forget_explaining(self) {
        if let Some(turn) = untrack(|| self.explaining.going()) {
            self.explaining.reader.forget(&turn);
        }
        self.explaining.turns.set(Vec::new());
        self.explaining.is_shown.set(false);
    }
}

/// Looking at it.
impl State {
    fn show_explanation(self) {
        self.explaining.is_shown.set(true);
        self.side.set(Side::Text);
    }

    /// Shows the text, in the place of what a model said.
    pub(crate) fn show_text(self) {
        self.explaining.is_shown.set(false);
        self.side.set(Side::Text);
    }

    /// Whether the line at the foot tells of it: of a diagram that is being written it tells first.
    pub(crate) fn is_explaining_told(self) -> bool {
        let explaining = self.explaining;
        let is_any = explaining.turns.with(|turns| !turns.is_empty());
        self.ask.going.with(Option::is_none)
            && is_any
            && (explaining.is_shown.get() || explaining.going().is_some())
    }

    /// Shows the part of the picture that an answer names.
    pub(crate) fn show_named(self, name: String) {
        let canvas = self.canvas;
        if canvas.named(&name).is_none() {
            return self.tell(t!("answer-explain-not-drawn", name = name), true);
        }
        self.side.set(Side::Picture);
        self.app
            .announce_now(t!("answer-explain-selected", name = name.as_str()));
        // Where there is room for one side alone, it has no extent before it is in view.
        request_animation_frame(move || {
            let Some(part) = canvas.named(&name) else {
                return;
            };
            canvas.select(Some(part));
            canvas.show(part);
            if let Some(label) = canvas.label(part) {
                self.reveal(&label, false);
            }
        });
    }

    /// Opens code of an answer: what is a diagram as a change of the one that is there, to be decided on.
    pub(crate) fn open_of_answer(self, tool: &str, text: String) {
        if tool == "diagram" {
            self.propose(text, false);
        } else {
            self.deeds().open(tool, text);
        }
    }

    /// What is done when something is chosen in an answer.
    pub(crate) fn deeds(self) -> Deeds {
        Deeds {
            app: self.app,
            leaving: self.explaining.leaving,
            notice: self.notice,
        }
    }
}

/// The English name of the language that the page speaks; empty for English.
fn language_of_answers() -> &'static str {
    match language() {
        Language::En => "",
        Language::Ja => "Japanese",
        Language::De => "German",
        Language::Fr => "French",
        Language::Es => "Spanish",
    }
}

/// What becomes a button where it stands as code: what is written in the picture, and the ids of that.
fn names(labels: &[Label]) -> Vec<String> {
    let ids = labels.iter().filter_map(|label| label.id.as_ref());
    let texts = labels.iter().map(|label| &label.text);
    let names: BTreeSet<&String> = ids.chain(texts).collect();
    names
        .into_iter()
        .filter(|name| !name.trim().is_empty() && name.chars().count() <= LETTERS)
        .take(NAMES)
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_drawn_and_its_ids_are_names_each_once() {
        let label = |id: Option<&str>, text: &str| Label {
            id: id.map(ToOwned::to_owned),
            text: text.to_owned(),
        };
        let long = "x".repeat(LETTERS + 1);
        let labels = [
            label(Some("B"), "Is it?"),
            label(Some("C"), "C"),
            label(None, "yes"),
            label(None, "yes"),
            label(Some("D"), " "),
            label(None, &long),
        ];
        assert_eq!(names(&labels), ["B", "C", "D", "Is it?", "yes"]);
    }
}
