//! The review: where it stands, and what the person says of the value they look at.

use ichiban_engine::protocol::{Column, Command, Row, Similar};
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::{Awaited, Consulted, State};
use crate::translate::queue::Queue;
use crate::translate::sheet;

impl State {
    /// Begins to go through what is translated.
    pub(crate) fn begin_review(self) {
        self.draft.set(None);
        let columns = untrack(|| self.model_columns());
        let queue = self.with_sheet(|sheet| Queue::of(sheet, &columns));
        self.review.set(Some(queue));
    }

    /// Goes back to the table, to the row that was looked at.
    pub(crate) fn end_review(self) {
        self.draft.set(None);
        let last = self.reviewed();
        self.review.set(None);
        if let Some((column, row)) = last {
            self.go_to(column, row);
        }
    }

    /// The value that is looked at.
    fn reviewed(self) -> Option<(Column, Row)> {
        self.review
            .with_untracked(|queue| queue.as_ref().and_then(Queue::current))
    }

    /// Goes on to the next value, or back to the one before.
    pub(crate) fn review_step(self, forward: bool) {
        self.draft.set(None);
        self.review.update(|queue| {
            if let Some(queue) = queue {
                if forward {
                    queue.next();
                } else {
                    queue.previous();
                }
            }
        });
    }

    /// Accepts the value, and goes on.
    pub(crate) fn review_accept(self) {
        let Some((column, row)) = self.reviewed() else {
            return;
        };
        let slot = self.with_sheet(|sheet| sheet.slot(column, row).cloned());
        let Some(slot) = slot.filter(|slot| !sheet::text(&slot.state).is_empty()) else {
            return;
        };
        if !slot.accepted {
            self.accept(column, vec![row], true);
        }
        self.review_step(true);
    }

    /// Takes back that the value was accepted.
    pub(crate) fn review_take_back(self) {
        if let Some((column, row)) = self.reviewed() {
            self.accept(column, vec![row], false);
        }
        focus_review();
    }

    /// Begins to write the translation.
    pub(crate) fn review_edit(self) {
        if let Some((column, row)) = self.reviewed() {
            self.edit(column, row);
        }
    }

    /// Asks the model again for the value.
    pub(crate) fn review_again(self) {
        if let Some((column, row)) = self.reviewed() {
            self.ask_again(column, row);
        }
    }

    /// Takes a remembered translation for the value.
    pub(crate) fn review_use(self, text: String) {
        if let Some((column, row)) = self.reviewed() {
            self.write(column, row, text);
        }
        focus_review();
    }

    /// Leaves out columns that are gone.
    pub(super) fn review_without_gone(self) {
        let columns = untrack(|| self.model_columns());
        self.review.update(|queue| {
            if let Some(queue) = queue {
                queue.retain(&columns);
            }
        });
    }

    /// Asks what is known of the value that is looked at.
    pub(crate) fn consult(self) {
        self.consulted.set(Consulted::default());
        if let Some((column, row)) = self.reviewed() {
            let ticket = self.ticket(Awaited::Consultation { column, row });
            self.send(&Command::Consult {
                revision: self.with_sheet(sheet::Sheet::revision),
                column,
                row,
                ticket,
            });
        }
    }

    /// Takes what is known of a value, if it is still looked at.
    pub(super) fn was_consulted(
        self,
        ticket: u32,
        terms: Vec<(String, Option<String>)>,
        similar: Vec<Similar>,
    ) {
        if let Some(Awaited::Consultation { column, row }) = self.take_awaited(ticket)
            && self.reviewed() == Some((column, row))
        {
            self.consulted.set(Consulted { terms, similar });
        }
    }
}

/// Gives the keyboard back to the review.
pub(crate) fn focus_review() {
    request_animation_frame(|| {
        let review = document().query_selector(".review").ok().flatten();
        if let Some(review) = review.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
            // Focus fails for no element that is on the page.
            let _ = review.focus();
        }
    });
}
