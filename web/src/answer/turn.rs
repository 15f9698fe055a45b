//! A question and its answer, from when it is asked until both are forgotten.

use ichiban_browser::clock;
use ichiban_engine::asking::words::{Patch, Standing};
use ichiban_model::Failure;
use leptos::prelude::*;

use super::Answer;
use super::progress::{Outcome, Progress, Trouble};
use crate::app::App;
use crate::endpoint::Connection;
use crate::shell::words::t;

/// A question and its answer. A handle, but for the words of the question and who was asked.
#[derive(Clone)]
pub(crate) struct Turn {
    /// No two of a tool have the same.
    pub(crate) number: u32,
    pub(crate) question: String,
    /// Who was asked, for a sentence.
    pub(crate) place: String,
    /// The endpoint's address, and which model.
    base_url: String,
    model: String,
    pub(crate) answer: Answer,
    pub(crate) progress: RwSignal<Progress>,
}

impl Turn {
    /// A question that is put now. It lives as long as whoever makes it.
    pub(crate) fn new(number: u32, question: String, connection: &Connection) -> Self {
        Self {
            number,
            question,
            place: connection.place(),
            base_url: connection.base_url.clone(),
            model: connection.model.clone(),
            answer: Answer::new(),
            progress: RwSignal::new(Progress::begin(clock::now_ms())),
        }
    }

    /// Whether its answer still comes.
    pub(crate) fn is_going(&self) -> bool {
        self.progress.with(Progress::is_going)
    }

    /// Whether this is who was asked, whichever the model.
    pub(crate) fn is_at(&self, connection: &Connection) -> bool {
        connection.base_url == self.base_url
    }

    /// Whether this is who was asked.
    pub(crate) fn is_put_to(&self, connection: &Connection) -> bool {
        self.is_at(connection) && connection.model == self.model
    }

    /// Its first request is sent: from now on it is waited for.
    pub(crate) fn begins(&self) {
        self.progress
            .update(|progress| progress.asked_ms = clock::now_ms());
    }

    /// A request of it is on its way.
    pub(crate) fn asks(&self) {
        self.progress.update(|progress| progress.is_asked = true);
    }

    /// More of the answer came. Who reads it says what.
    pub(crate) fn hears(&self) {
        self.progress.update(|progress| {
            progress.heard_ms = clock::now_ms();
            progress.waiting = None;
            progress.loading = None;
        });
    }

    /// An attempt failed in a way that may pass.
    pub(crate) fn waits(&self, failure: Failure) {
        self.progress
            .update(|progress| progress.waiting = Some(failure));
    }

    /// The browser downloads its model: how much of it is there, in percent.
    pub(crate) fn loads(&self, percent: u32) {
        self.progress
            .update(|progress| progress.loading = Some(percent));
    }

    /// Who was asked says nothing more; why, if that is no answer.
    pub(crate) fn answered(&self, app: App, trouble: Option<Trouble>) {
        self.progress.update(|progress| {
            progress.is_asked = false;
            progress.waiting = None;
            progress.loading = None;
            progress.trouble = trouble;
        });
        self.settle(app);
    }

    /// Takes more of the answer of a run from who reads it.
    pub(crate) fn said(
        &self,
        app: App,
        run: u32,
        patches: &[Patch],
        standing: Standing,
        source: Option<String>,
    ) {
        self.answer.take(patches);
        let mut is_first = false;
        self.progress
            .update(|progress| is_first = progress.take(standing, source));
        if is_first {
            let progress = self.progress;
            let asked_ms = progress.with_untracked(|progress| progress.asked_ms);
            app.time_first_paint(run, asked_ms, move |took_ms| {
                // The answer may be forgotten by now.
                progress.try_update(|progress| *progress.first_paint_ms.get_or_insert(took_ms));
            });
        }
        self.settle(app);
    }

    fn settle(&self, app: App) {
        let is_due = |progress: &Progress| progress.is_settled() && !progress.is_over;
        if !self.progress.with_untracked(is_due) {
            return;
        }
        self.progress.update(|progress| progress.is_over = true);
        // That it was stopped was said when it was.
        if self.progress.with_untracked(|it| !it.is_stopped) {
            self.announce(app);
        }
    }

    /// The person stops it. What came of it stays.
    pub(crate) fn stop(&self, app: App) {
        self.progress.update(|progress| {
            progress.is_stopped = true;
            progress.is_asked = false;
            progress.waiting = None;
            progress.loading = None;
        });
        self.announce(app);
    }

    /// Who reads the answer is not there any more: nothing more comes of it.
    pub(crate) fn lose(&self, app: App, trouble: Trouble) {
        self.answer.close();
        self.progress.update(|progress| {
            progress.is_over = true;
            progress.is_asked = false;
            progress.trouble = Some(trouble);
        });
        if self.progress.with_untracked(|it| !it.is_stopped) {
            self.announce(app);
        }
    }

    /// Says how it ended to a screen reader.
    fn announce(&self, app: App) {
        let outcome = self.progress.with_untracked(Progress::outcome);
        app.announce(match outcome {
            Some(Outcome::Whole) | None => t!("answer-said-whole"),
            Some(Outcome::Stopped) => t!("answer-said-stopped"),
            Some(Outcome::Declined) => t!("answer-said-declined"),
            Some(Outcome::Failed(trouble)) => trouble.words().0,
        });
    }
}
