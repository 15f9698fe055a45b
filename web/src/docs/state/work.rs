//! The tool's side of reading.

use std::sync::Arc;

use ichiban_engine::docs::page::Place;
use ichiban_engine::docs::protocol::{Command, Found, Report};
use ichiban_engine::job::Job;
use leptos::prelude::*;

use super::{Reading, State};
use crate::jobs::{Lost, Work};
use crate::shell::words::t;

pub(super) struct Readings(pub(super) State);

impl Work<Reading> for Readings {
    fn send(&self, job: Job) -> bool {
        let Self(state) = *self;
        if !state.has_sent_files() {
            return false;
        }
        let shape = state.shape();
        let files = state.file_ids();
        let sent = state
            .jobs
            .send(&shape)
            .and_then(|()| state.jobs.send(&Command::Read { job, files }));
        if let Err(reason) = &sent {
            state.tell(reason, true);
            state.is_reading.set(false);
        }
        sent.is_ok()
    }

    fn hear(&self, report: Report, took_ms: f64) {
        let Self(state) = *self;
        match report {
            Report::Progress { progress, .. } => state.progress.set(Some(progress)),
            Report::Preview { operations, .. } => state.operations.set(Arc::new(operations)),
            Report::Read { found, .. } => {
                state.is_reading.set(false);
                state.progress.set(None);
                state.took_ms.set(Some(took_ms));
                state.lost.set(None);
                let count = found.operations.len();
                state
                    .app
                    .announce(t!("docs-operations-found", count = count));
                state.take_found(found);
                state.command(&Command::Plan);
            }
            // What is being read will come with the same edits.
            Report::Shaped { .. } if state.is_reading.get_untracked() => {}
            Report::Shaped { found } => state.take_found(found),
            Report::Refused { message } => {
                state.talk_was_refused(&message);
                state.tell(message, true);
            }
            Report::Planned { plan } => state.take_plan(plan),
            Report::Ask { request, question } => state.ask_model(request, question),
            Report::Leave { request } => state.leave_model(request),
            Report::Keep { kept } => state.keep(kept),
            Report::Refined { refined } => state.take_refined(refined),
            Report::AskInWords {
                turn,
                request,
                question,
                held,
            } => state.ask_in_words(turn, request, question, held),
            Report::Said(said) => state.said(said),
            Report::Ready | Report::Unknown { .. } | Report::Answered { .. } => {}
        }
    }

    fn is_new(&self) {
        self.0.unsend_all();
        self.0.drop_refining();
        self.0.talk_was_lost();
    }

    fn lost(&self, lost: Lost) {
        let Self(state) = *self;
        state.is_reading.set(false);
        state.progress.set(None);
        let is_open = state.names.with_untracked(|names| !names.is_empty());
        if is_open {
            state.lost.set(Some(lost));
        }
    }
}

impl State {
    pub(super) fn take_found(self, found: Found) {
        if let Some(refused) = found.refused.first() {
            let more = found.refused.len() - 1;
            let is_new = self
                .found
                .with_untracked(|before| before.refused != found.refused);
            if is_new {
                let words = match more {
                    0 => refused.clone(),
                    _ => t!("docs-refused-several", refused = refused, more = more),
                };
                self.tell(words, true);
            }
        }
        let last = self.edits.with_untracked(Vec::len);
        let is_lost = |number: &u32| *number as usize + 1 == last;
        if found.lost_edits.iter().any(is_lost) {
            self.tell(t!("docs-edit-unfit"), true);
        }
        self.operations.set(Arc::new(found.operations.clone()));
        let is_there = self.selected.with_untracked(|selected| {
            let key = selected.as_ref();
            key.is_none_or(|key| found.operations.iter().any(|it| it.key == *key))
        });
        let had_documents = self
            .found
            .with_untracked(|before| before.documents == found.documents);
        self.found.set(Arc::new(found));
        if is_there {
            self.refresh_detail();
        } else {
            self.select(None);
        }
        let from = self
            .window
            .with_untracked(|window| window.as_ref().map(|window| window.from));
        let from = from.filter(|_| had_documents).unwrap_or(Place {
            document: 0,
            block: 0,
        });
        self.show_from(from);
    }
}
