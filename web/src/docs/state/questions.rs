//! What the page asks the worker.

use std::sync::Arc;

use ichiban_engine::docs::page::Place;
use ichiban_engine::docs::protocol::{Answer, Command, Question, Report};
use leptos::prelude::*;

use super::{State, Window};
use crate::shell::words::t;

/// The blocks that are shown at once.
pub(crate) const SHOWN: u32 = 240;
/// Those before the one that was asked for.
const BEFORE: u32 = 40;

impl State {
    /// Asks the worker; what cannot be answered is told as a message.
    pub(crate) fn ask(self, question: Question, then: impl FnOnce(Answer) + 'static) {
        self.ask_or(question, then, move |reason| self.tell(reason, true));
    }

    /// Asks the worker; `otherwise` is told why there is no answer.
    pub(crate) fn ask_or(
        self,
        question: Question,
        then: impl FnOnce(Answer) + 'static,
        otherwise: impl Fn(String) + Copy + 'static,
    ) {
        let asked = self.jobs.ask(
            |ticket| Command::Ask { ticket, question },
            move |report| match report {
                Some(Report::Answered {
                    answer: Answer::None(reason),
                    ..
                }) => otherwise(reason),
                Some(Report::Answered { answer, .. }) => then(answer),
                _ => otherwise(t!("docs-reader-ended")),
            },
        );
        if let Err(reason) = asked {
            otherwise(reason);
        }
    }

    /// Asks for a text.
    pub(crate) fn ask_text(self, question: Question, then: impl FnOnce(String) + 'static) {
        self.ask(question, move |answer| {
            if let Answer::Text(text) = answer {
                then(text);
            }
        });
    }

    /// Shows an operation, or all of them.
    pub(crate) fn select(self, key: Option<String>) {
        if self.selected.with_untracked(|known| *known == key) {
            return;
        }
        self.detail.set(None);
        self.selected.set(key);
        self.refresh_detail();
    }

    /// Has the operation in view told anew.
    pub(super) fn refresh_detail(self) {
        let Some(key) = self.selected.get_untracked() else {
            return;
        };
        // While files are read, there is nothing yet to be told.
        if self
            .found
            .with_untracked(|found| found.operations.is_empty())
        {
            return;
        }
        self.ask(Question::Operation { key }, move |answer| {
            let Answer::Operation(detail) = answer else {
                return;
            };
            if self
                .selected
                .with_untracked(|selected| selected.as_ref() != Some(&detail.key))
            {
                return;
            }
            let is_first = self.detail.with_untracked(Option::is_none);
            let place = detail.places.first().copied();
            self.detail.set(Some(Arc::new(*detail)));
            if let Some(place) = place.filter(|_| is_first) {
                self.show(place);
            }
        });
    }

    /// Shows a place in the document.
    pub(crate) fn show(self, place: Place) {
        let is_shown = self.window.with_untracked(|window| {
            window.as_ref().is_some_and(|window| {
                let length = u32::try_from(window.blocks.len()).unwrap_or(u32::MAX);
                let end = window.from.block + length;
                window.from.document == place.document
                    && (window.from.block..end).contains(&place.block)
            })
        });
        self.focus.set(Some(place));
        if !is_shown {
            self.show_from(Place {
                block: place.block.saturating_sub(BEFORE),
                ..place
            });
        }
    }

    /// Shows the blocks from one on.
    pub(crate) fn show_from(self, from: Place) {
        let question = Question::Blocks { from, count: SHOWN };
        let is_any = self
            .found
            .with_untracked(|found| (from.document as usize) < found.documents.len());
        if !is_any {
            return self.window.set(None);
        }
        self.ask(question, move |answer| {
            if let Answer::Blocks(blocks) = answer {
                self.window.set(Some(Arc::new(Window { from, blocks })));
            }
        });
    }

    /// Asks which passages answer the question.
    pub(crate) fn find(self) {
        let question = self.question.get_untracked();
        if question.trim().is_empty() {
            self.talk.prepared.set(None);
            return self.hits.set(None);
        }
        self.select(None);
        self.talk.prepared.set(None);
        self.prepare(question.clone());
        self.ask(Question::Find { question }, move |answer| {
            if let Answer::Found(hits) = answer {
                let count = hits.len();
                self.hits.set(Some(hits));
                self.app.announce(t!("docs-passages-found", count = count));
            }
        });
    }
}
