//! What the person does with what was read.

use std::sync::Arc;

use ichiban_browser::{clipboard, files};
use ichiban_engine::docs::protocol::{Command, Edit, Field, Question};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

use super::State;
use crate::app::Passed;
use crate::shell::figures;
use crate::shell::route::Route;
use crate::shell::words::t;

/// How long a worker may take to hear that it is to stop. What it has read is lost if it is ended, and a
/// step in a long page takes seconds on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(15);

/// What to do with the whole document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Handover {
    /// Copy it.
    Copy,
    /// Save it as a file.
    Save,
}

impl State {
    /// Reads the files.
    pub(crate) fn read(self) {
        if self.file_ids().is_empty() {
            return;
        }
        self.lost.set(None);
        self.is_reading.set(true);
        self.jobs.want();
    }

    /// Ends the reading: what was read so far is the result. A worker that does not hear is ended.
    pub(crate) fn stop(self) {
        if let Err(reason) = self.jobs.send(&Command::Stop) {
            return self.tell(reason, true);
        }
        set_timeout(
            move || {
                if self.is_reading.get_untracked() {
                    self.jobs.stop();
                }
            },
            PATIENCE,
        );
    }

    /// Closes all and goes back to the invitation.
    pub(crate) fn close(self) {
        if self.is_reading.get_untracked() {
            self.jobs.stop();
        }
        if self.refine.told.with_untracked(Option::is_some) {
            self.command(&Command::Halt);
        }
        self.drop_refining();
        self.end_talk();
        self.forget_files();
        self.is_reading.set(false);
        self.progress.set(None);
        self.found.set(Arc::default());
        self.operations.set(Arc::default());
        self.took_ms.set(None);
        self.lost.set(None);
        self.edits.set(Vec::new());
        self.base_url.set(String::new());
        self.selected.set(None);
        self.detail.set(None);
        self.search.set(String::new());
        self.least.set(0);
        self.question.set(String::new());
        self.hits.set(None);
        self.window.set(None);
        self.focus.set(None);
        self.key.set(String::new());
        self.notice.set(None);
    }

    /// Notes a correction. Of corrections of one thing in a row the last counts. False if it would give
    /// the operation a name that another has.
    pub(crate) fn edit(self, operation: &str, field: Field, value: String) -> bool {
        let edit = Edit {
            operation: operation.to_owned(),
            field,
            value,
        };
        // With its method and its path, the operation's own name changes.
        if let Some(renamed) = edit.renamed() {
            let is_taken = self
                .operations
                .with_untracked(|operations| operations.iter().any(|it| it.key == renamed));
            if is_taken {
                self.tell(t!("docs-edit-taken", operation = &renamed), true);
                return false;
            }
            self.selected.set(Some(renamed));
        }
        self.edits.update(|edits| {
            if let Some(last) = edits.last()
                && last.operation == edit.operation
                && last.field == edit.field
            {
                edits.pop();
            }
            edits.push(edit);
        });
        self.send_shape();
        true
    }

    /// Takes the last correction back.
    pub(crate) fn undo(self) {
        self.edits.update(|edits| {
            edits.pop();
        });
        self.select(None);
        self.send_shape();
    }

    /// Gives the API another base URL; an empty one for those that were found.
    pub(crate) fn set_base_url(self, url: &str) {
        self.base_url.set(url.trim().to_owned());
        self.send_shape();
    }

    fn send_shape(self) {
        if let Err(reason) = self.jobs.send(&self.shape()) {
            self.tell(reason, true);
        }
    }

    pub(super) fn shape(self) -> Command {
        let base_url = self.base_url.get_untracked();
        Command::Shape {
            edits: self.edits.get_untracked(),
            base_url: (!base_url.is_empty()).then_some(base_url),
        }
    }

    /// Hands the document over.
    pub(crate) fn hand_over(self, is_yaml: bool, handover: Handover) {
        self.ask_text(Question::OpenApi { is_yaml }, move |text| match handover {
            Handover::Copy => self.copy(text, t!("docs-copied")),
            Handover::Save => {
                let (name, kind) = if is_yaml {
                    ("openapi.yaml", "application/yaml")
                } else {
                    ("openapi.json", "application/json")
                };
                self.save(name, kind, text.as_bytes());
            }
        });
    }

    /// Hands the tool definitions of all operations over.
    pub(crate) fn hand_over_tools(self, house: &'static str) {
        let question = Question::Tools {
            key: None,
            house: house.to_owned(),
        };
        self.ask_text(question, move |text| {
            self.save(
                &format!("tools.{house}.json"),
                "application/json",
                text.as_bytes(),
            );
        });
    }

    /// Opens the document in another tool.
    pub(crate) fn pass(self, to: Route) {
        self.ask_text(Question::OpenApi { is_yaml: false }, move |text| {
            self.app.pass(Passed {
                to: to.clone(),
                text,
                name: Some("openapi.json".to_owned()),
                // Of its schemas types are wanted, and none of itself.
                format: (to == Route::Convert).then_some("json-schema"),
            });
        });
    }

    /// Puts a text on the clipboard, and says so in these words.
    pub(crate) fn copy(self, text: String, words: String) {
        spawn_local(async move {
            match clipboard::write_text(&text).await {
                Ok(()) => self.tell(words, false),
                Err(error) => self.tell(error.to_string(), true),
            }
        });
    }

    fn save(self, name: &str, media_type: &str, bytes: &[u8]) {
        match files::download(name, media_type, bytes) {
            Ok(()) => {
                let size = figures::size(bytes.len() as u64);
                self.tell(t!("docs-saved", name = name, size = size), false);
            }
            Err(error) => self.tell(error.to_string(), true),
        }
    }
}
