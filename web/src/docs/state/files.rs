//! The files that were given, which the worker is handed when it needs them.

use std::time::Duration;

use ichiban_browser::files;
use ichiban_engine::docs::protocol::{Command, FileId, most};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::State;
use crate::docs::examples::{EXAMPLES, docs_example, dropped_folders};
use crate::shell::intake::Given;
use crate::shell::words::t;

/// A file.
#[derive(Clone)]
struct Held {
    id: FileId,
    name: String,
    content: Content,
    /// Whether the worker has it.
    is_sent: bool,
}

/// What a file holds: the browser's handle, so that its bytes are in the page's memory only on their
/// way to the worker; or a text.
#[derive(Clone)]
enum Content {
    File(web_sys::File),
    Text(String),
}

/// All of them.
#[derive(Default)]
pub(super) struct Files {
    held: Vec<Held>,
    /// Whether what is being dropped holds folders, and is taken otherwise.
    has_folders: bool,
    next: u32,
}

impl State {
    /// Takes what was pasted, dropped or chosen: beside what is there.
    pub(crate) fn take(self, given: Given) {
        let has_folders = self.held.with_value(|files| files.has_folders);
        match given {
            Given::Files(_) if has_folders => {}
            Given::Text(text) => self.add_text(None, text),
            Given::Files(files) => {
                for file in files {
                    let path = path(&file);
                    let is_hidden = path.split('/').any(|part| part.starts_with('.'));
                    if !is_hidden {
                        self.hold(&path, Content::File(file));
                    }
                }
                self.read();
            }
        }
    }

    /// Takes folders that are dropped; what else is dropped with them too.
    pub(crate) fn take_folders(self, event: &web_sys::DragEvent) {
        let Some(files) = dropped_folders(event) else {
            return;
        };
        // The work area is about to hand over what it takes for files.
        self.held.update_value(|held| held.has_folders = true);
        set_timeout(
            move || self.held.update_value(|held| held.has_folders = false),
            Duration::ZERO,
        );
        spawn_local(async move {
            match JsFuture::from(files).await {
                Ok(files) => {
                    let files = js_sys::Array::from(&files);
                    let files = files.iter().filter_map(|file| file.dyn_into().ok());
                    let files = files.collect();
                    self.take(Given::Files(files));
                }
                Err(_) => self.tell(t!("docs-folder-unread"), true),
            }
        });
    }

    /// Adds a text and reads it.
    pub(crate) fn add_text(self, name: Option<String>, text: String) {
        let name = name.unwrap_or_else(|| t!("docs-pasted"));
        self.hold(&name, Content::Text(text));
        self.read();
    }

    /// Opens one of the examples, counted from 0.
    pub(crate) fn try_out(self, place: usize) {
        let Some(example) = EXAMPLES.get(place) else {
            return;
        };
        spawn_local(async move {
            match docs_example(example.name).await {
                Ok(text) => {
                    let text = text.as_string().unwrap_or_default();
                    self.add_text(Some(example.name.to_owned()), text);
                }
                Err(_) => self.tell(t!("docs-example-unfetched"), true),
            }
        });
    }

    /// Holds a file. A name that is taken gets a number, since places are told by names.
    fn hold(self, name: &str, content: Content) {
        self.held.update_value(|files| {
            let is_taken = |name: &str| files.held.iter().any(|held| held.name == name);
            let mut unique = name.to_owned();
            let mut number = 2;
            while is_taken(&unique) {
                unique = format!("{name} ({number})");
                number += 1;
            }
            files.next += 1;
            files.held.push(Held {
                id: FileId(files.next),
                name: unique,
                content,
                is_sent: false,
            });
        });
        self.name_files();
    }

    fn name_files(self) {
        let names = self
            .held
            .with_value(|files| files.held.iter().map(|held| held.name.clone()).collect());
        self.names.set(names);
    }

    /// The files, in order.
    pub(super) fn file_ids(self) -> Vec<FileId> {
        self.held
            .with_value(|files| files.held.iter().map(|held| held.id).collect())
    }

    /// The worker knows nothing: it is new.
    pub(super) fn unsend_all(self) {
        self.held.update_value(|files| {
            for held in &mut files.held {
                held.is_sent = false;
            }
        });
    }

    pub(super) fn forget_files(self) {
        self.held.update_value(|files| files.held.clear());
        self.name_files();
    }

    /// Whether the worker has all files. If not, they are on their way, and reading begins when they
    /// are there.
    pub(super) fn has_sent_files(self) -> bool {
        let unsent: Vec<Held> = self.held.with_value(|files| {
            let unsent = files.held.iter().filter(|held| !held.is_sent);
            unsent.cloned().collect()
        });
        if unsent.is_empty() {
            return true;
        }
        spawn_local(async move {
            for held in unsent {
                self.send(held).await;
            }
            if self.file_ids().is_empty() {
                self.close();
            } else {
                self.jobs.want();
            }
        });
        false
    }

    async fn send(self, held: Held) {
        let bytes = match &held.content {
            Content::Text(text) => Ok(text.clone().into_bytes()),
            Content::File(file) => files::read_bytes(file, most(&held.name)).await,
        };
        let sent = match bytes {
            Ok(bytes) => self.jobs.send(&Command::File {
                file: held.id,
                name: held.name,
                bytes,
            }),
            Err(error) => Err(error.to_string()),
        };
        self.held.update_value(|files| match &sent {
            Ok(()) => {
                let it = files.held.iter_mut().find(|it| it.id == held.id);
                if let Some(it) = it {
                    it.is_sent = true;
                }
            }
            Err(_) => files.held.retain(|it| it.id != held.id),
        });
        if let Err(reason) = sent {
            self.tell(reason, true);
            self.name_files();
        }
    }
}

/// A file's name with its folders, if it was chosen with them.
fn path(file: &web_sys::File) -> String {
    let path = js_sys::Reflect::get(file, &"webkitRelativePath".into())
        .ok()
        .and_then(|path| path.as_string())
        .filter(|path| !path.is_empty());
    path.unwrap_or_else(|| file.name())
}
