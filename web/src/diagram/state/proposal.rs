//! What a model would make of the diagram: shown as what differs, then taken over or not.

use ichiban_engine::diagram::protocol::{Answer, Difference, Question};
use leptos::prelude::*;

use super::super::places::Label;
use super::{Document, End, Side, State};
use crate::shell::words::t;

/// A changed diagram that the person has not decided on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Proposal {
    /// Its text.
    pub(crate) text: String,
    /// Whether the answer stopped before it was whole; the rest is as it was.
    pub(crate) is_partial: bool,
    /// What differs from the diagram; why it is not known.
    pub(crate) found: Option<Result<Vec<Difference>, String>>,
}

impl State {
    /// Puts a changed diagram forward.
    pub(super) fn propose(self, text: String, is_partial: bool) {
        self.proposal.set(Some(Proposal {
            text,
            is_partial,
            found: None,
        }));
        self.side.set(Side::Picture);
        self.compare_proposal();
        self.want();
    }

    /// Says anew what differs, if something is put forward.
    pub(super) fn compare_proposal(self) {
        let proposed = self
            .proposal
            .with_untracked(|proposal| proposal.as_ref().map(|it| it.text.clone()));
        let Some(after) = proposed else { return };
        self.take_edit();
        let question = Question::Compare {
            before: self.text(),
            after: after.clone(),
        };
        self.ask_worker(question, move |answer| {
            let found = match answer {
                Answer::Differences(found) => Ok(found),
                Answer::None(_) => Err(t!("diagram-proposed-unread")),
                Answer::Text(_) | Answer::Picture(_) | Answer::Request(_) => return,
            };
            self.proposal.update(|proposal| {
                if let Some(proposal) = proposal.as_mut().filter(|it| it.text == after) {
                    proposal.found = Some(found);
                }
            });
        });
    }

    /// Says anew what differs, once the person has changed the diagram under what is put forward.
    pub(super) fn compare_edited(self) {
        if self.proposal.with_untracked(Option::is_some) && !self.is_asking() {
            self.compare_proposal();
        }
    }

    /// Takes over what is put forward.
    pub(crate) fn accept(self) {
        let Some(proposal) = self.proposal.get_untracked() else {
            return;
        };
        self.show(Document::Diagram);
        self.take_edit();
        let before = self.text();
        self.proposal.set(None);
        self.put(proposal.text);
        // It is more than what the source gave: made anew, it would be lost.
        self.desk.update_value(|desk| desk.is_handmade = true);
        self.ask.wish.set(String::new());
        self.ask.end.set(Some(End::Accepted(before)));
        self.app.announce_now(t!("diagram-said-accepted"));
    }

    /// Leaves the diagram as it is.
    pub(crate) fn discard(self) {
        self.proposal.set(None);
        self.ask.end.set(None);
        self.app.announce_now(t!("diagram-said-discarded"));
        self.want();
    }

    /// Puts a text in place of the diagram that the person asks for: the one before a change, or one
    /// with mistakes.
    pub(crate) fn put_back(self, text: String) {
        self.show(Document::Diagram);
        self.take_edit();
        self.ask.end.set(None);
        self.put(text);
    }

    /// Shows a part of what is put forward.
    pub(in crate::diagram) fn point_at(self, label: &Label) {
        let canvas = self.canvas;
        let part = canvas.find(label);
        canvas.select(part);
        if let Some(part) = part {
            canvas.show(part);
        }
    }
}
