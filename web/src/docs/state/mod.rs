//! What the tool knows: signals that the views read, changed by what the person does and by what
//! the worker reports.

mod actions;
mod files;
mod keeping;
mod questions;
pub(super) mod refine;
pub(super) mod talk;
mod work;

use std::ops::Deref;
use std::sync::Arc;

use ichiban_engine::docs::operation::Detail;
use ichiban_engine::docs::page::{Block, Place};
use ichiban_engine::docs::protocol::{Command, Edit, Found, Hit, Operation, Progress, Report};
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsValue;

use crate::app::App;
use crate::engine::spawn_docs;
use crate::jobs::{self, Jobs, Kind, Lost};
use crate::shell::notice::Notice;

pub(crate) use actions::Handover;
use files::Files;
use refine::Refine;
use talk::Talk;

/// The worker that reads documentation.
pub(crate) struct Reading;

impl jobs::Worker for Reading {
    type Command = Command;
    type Report = Report;

    fn spawn() -> Result<web_sys::Worker, JsValue> {
        spawn_docs()
    }

    fn kind(report: &Report) -> Kind {
        match report {
            Report::Ready => Kind::Ready,
            Report::Read { job, .. } => Kind::Done(*job),
            Report::Unknown { job, .. } => Kind::Lacking(*job),
            Report::Answered { ticket, .. } => Kind::Answer(*ticket),
            Report::Progress { .. }
            | Report::Preview { .. }
            | Report::Shaped { .. }
            | Report::Planned { .. }
            | Report::Ask { .. }
            | Report::Leave { .. }
            | Report::Keep { .. }
            | Report::Refined { .. }
            | Report::AskInWords { .. }
            | Report::Said(_)
            | Report::Refused { .. } => Kind::News,
        }
    }
}

/// A part of an operation in view.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// Parameters, body and answers.
    #[default]
    Contract,
    /// Calls in several languages.
    Calls,
    /// Definitions for a model.
    Tools,
    /// A call that is sent from here.
    Trial,
}

/// Some blocks of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Window {
    /// Where they begin.
    pub(crate) from: Place,
    /// The blocks.
    pub(crate) blocks: Vec<Block>,
}

/// The state of the tool, for as long as the page lives. A handle: copies mean the same state.
#[derive(Clone, Copy)]
pub(crate) struct State(&'static Signals);

impl Deref for State {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// What a [`State`] consists of.
pub(crate) struct Signals {
    /// The rest of the app.
    pub(crate) app: App,
    /// The readings, and what is asked about them.
    pub(crate) jobs: Jobs<Reading>,
    held: StoredValue<Files, LocalStorage>,
    /// Whether the styles of the tool are there.
    pub(crate) is_styled: RwSignal<bool>,

    /// The names of the files.
    pub(crate) names: RwSignal<Vec<String>>,
    /// Whether files are being read.
    pub(crate) is_reading: RwSignal<bool>,
    /// How far that has come.
    pub(crate) progress: RwSignal<Option<Progress>>,
    /// What was found; nothing before the first file is read.
    pub(crate) found: RwSignal<Arc<Found>>,
    /// The operations: while a file is being read, those of its first pages.
    pub(crate) operations: RwSignal<Arc<Vec<Operation>>>,
    /// How long reading took, in milliseconds.
    pub(crate) took_ms: RwSignal<Option<f64>>,
    /// Why there is no result.
    pub(crate) lost: RwSignal<Option<Lost>>,

    /// The corrections, in order.
    pub(crate) edits: RwSignal<Vec<Edit>>,
    /// The base URL that the person gave; empty for those that were found.
    pub(crate) base_url: RwSignal<String>,

    /// What a model adds.
    pub(crate) refine: Refine,
    /// What a model says.
    pub(crate) talk: Talk,

    /// The operation in view, as `GET /path`.
    pub(crate) selected: RwSignal<Option<String>>,
    /// All of it, once the worker has told.
    pub(crate) detail: RwSignal<Option<Arc<Detail>>>,
    /// What of it is in view.
    pub(crate) tab: RwSignal<Tab>,
    /// The words that operations are narrowed by.
    pub(crate) search: RwSignal<String>,
    /// The least confidence of the operations that are shown, in per cent.
    pub(crate) least: RwSignal<u32>,
    /// The question that was asked last.
    pub(crate) question: RwSignal<String>,
    /// The passages that answer it.
    pub(crate) hits: RwSignal<Option<Vec<Hit>>>,

    /// The blocks that are shown.
    pub(crate) window: RwSignal<Option<Arc<Window>>>,
    /// The block that was asked for.
    pub(crate) focus: RwSignal<Option<Place>>,

    /// The key for calls that are sent from here. In this tab alone, and kept nowhere.
    pub(crate) key: RwSignal<String>,
    /// The link that the person may follow.
    pub(crate) leaving: RwSignal<Option<String>>,
    /// A message that passes.
    pub(crate) notice: RwSignal<Option<Notice>>,
}

impl State {
    /// The state of a tool with nothing open. To be made once: it is never freed.
    pub(crate) fn new(app: App) -> Self {
        let state = Self(Box::leak(Box::new(Signals {
            app,
            jobs: Jobs::new(),
            held: StoredValue::new_local(Files::default()),
            is_styled: RwSignal::default(),
            names: RwSignal::default(),
            is_reading: RwSignal::default(),
            progress: RwSignal::default(),
            found: RwSignal::default(),
            operations: RwSignal::default(),
            took_ms: RwSignal::default(),
            lost: RwSignal::default(),
            edits: RwSignal::default(),
            base_url: RwSignal::default(),
            refine: Refine::new(),
            talk: Talk::new(),
            selected: RwSignal::default(),
            detail: RwSignal::default(),
            tab: RwSignal::default(),
            search: RwSignal::default(),
            least: RwSignal::default(),
            question: RwSignal::default(),
            hits: RwSignal::default(),
            window: RwSignal::default(),
            focus: RwSignal::default(),
            key: RwSignal::default(),
            leaving: RwSignal::default(),
            notice: RwSignal::default(),
        })));
        // The worker comes with the first file.
        state.jobs.employ(work::Readings(state));
        state
    }

    /// Shows a message that passes.
    pub(crate) fn tell(self, text: impl Into<String>, is_bad: bool) {
        self.notice.set(Some(Notice {
            text: text.into(),
            is_bad,
        }));
    }

    /// Whether there is any file.
    pub(crate) fn is_open(self) -> bool {
        self.names.with(|names| !names.is_empty())
    }
}
