//! What the tool knows: signals that the views read, changed by what the person does and by what
//! the workers report.

mod actions;
mod asking;
mod elsewhere;
mod explain;
mod export;
mod proposal;
mod source;
mod steps;
mod task;
mod work;

use std::collections::BTreeMap;
use std::ops::Deref;
use std::rc::Rc;
use std::time::Duration;

use ichiban_browser::storage::{self, Kept as Storage};
use ichiban_engine::diagram::protocol::{self, Change, Difference, Picture, Problem, Question};
use ichiban_engine::diagram::source as source_protocol;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::canvas::Canvas;
use crate::app::App;
use crate::engine::{spawn_diagram, spawn_source};
use crate::jobs::{self, Jobs, Kind, Lost};
use crate::shell::editor_host::Kept;
use crate::shell::notice::Notice;
use crate::shell::theme::Theme;
use crate::shell::words::t;

pub(crate) use asking::Ask;
pub(crate) use elsewhere::Other;
pub(crate) use explain::{Explained, Explaining};
pub(crate) use export::Export;
pub(crate) use proposal::Proposal;
pub(crate) use source::{Made, Trouble};
pub(crate) use task::End;

/// How long a diagram, or one of a source, may take.
const LIMIT: Duration = Duration::from_secs(10);

/// The worker that draws.
pub(crate) struct Drawing;

impl jobs::Worker for Drawing {
    type Command = protocol::Command;
    type Report = protocol::Report;

    fn spawn() -> Result<web_sys::Worker, JsValue> {
        spawn_diagram()
    }

    fn kind(report: &Self::Report) -> Kind {
        use protocol::Report;
        match report {
            Report::Ready { .. } => Kind::Ready,
            Report::Drawn { job, .. }
            | Report::Undrawn { job, .. }
            | Report::Written { job, .. } => Kind::Done(*job),
            Report::Lacking { job } => Kind::Lacking(*job),
            Report::Answered { ticket, .. } => Kind::Answer(*ticket),
            Report::Refused { .. } => Kind::News,
        }
    }
}

/// The worker that makes diagrams of sources.
pub(crate) struct Reading;

impl jobs::Worker for Reading {
    type Command = source_protocol::Command;
    type Report = source_protocol::Report;

    fn spawn() -> Result<web_sys::Worker, JsValue> {
        spawn_source()
    }

    fn kind(report: &Self::Report) -> Kind {
        use source_protocol::Report;
        match report {
            Report::Ready { .. } => Kind::Ready,
            Report::Made { job, .. } | Report::Unmade { job, .. } => Kind::Done(*job),
            Report::Refused { .. } => Kind::News,
        }
    }
}

/// What is known of the diagram's text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Verdict {
    /// It has not been looked at.
    #[default]
    Unread,
    /// It is drawn.
    Drawn,
    /// The renderer cannot draw it, and why; mermaid.js is about to.
    Elsewhere(String),
    /// It is not, and why. What is shown is of an earlier text.
    Undrawn(Problem),
    /// The worker has not answered.
    Lost(Lost),
}

/// A picture, and what it is of.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shown {
    /// The picture. Each has another address.
    pub(crate) picture: Rc<Picture>,
    /// The diagram's text.
    pub(crate) text: Rc<str>,
    /// The theme's name.
    pub(crate) theme: String,
    /// How long it took, in milliseconds.
    pub(crate) took_ms: f64,
    /// Whether the diagram is still being written.
    pub(crate) is_frame: bool,
    /// Who drew it.
    pub(crate) drawer: Drawer,
}

/// Who drew a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Drawer {
    /// This site's renderer.
    Own,
    /// mermaid.js.
    Mermaid {
        /// Which one.
        version: String,
        /// Why the renderer could not.
        reason: String,
        /// What it answered. It is hostile: only the worker reads it.
        svg: Rc<str>,
    },
}

/// A fix that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fixed {
    /// What was changed.
    pub(crate) changes: Vec<Change>,
    /// The text as it was before.
    pub(crate) before: String,
}

/// Another diagram, and what differs from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Comparison {
    /// The other's text.
    pub(crate) before: String,
    /// Its file's name.
    pub(crate) name: Option<String>,
    /// What differs; why it is not known.
    pub(crate) found: Option<Result<Vec<Difference>, String>>,
}

/// What is in the editor.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Document {
    /// The diagram.
    #[default]
    Diagram,
    /// A file of the source, counted from 0.
    Source(u32),
}

impl Document {
    /// Its number in the editor.
    fn number(self) -> u32 {
        match self {
            Self::Diagram => 0,
            Self::Source(file) => file + 1,
        }
    }
}

/// The pane in view where there is room for one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Side {
    /// The text.
    Text,
    /// The picture.
    #[default]
    Picture,
}

/// What is kept and not shown.
#[derive(Default)]
struct Desk {
    /// The diagram's text. The editor's is newer while the person types.
    text: String,
    /// The source's files.
    files: Vec<source_protocol::File>,
    /// Whether the editor holds text that these do not.
    is_edited: bool,
    /// What the job that goes on draws, a text in a theme; none if nobody waits for it any more.
    asked: Option<(String, String)>,
    /// Whether the diagram that is being made is waited for.
    is_making: bool,
    /// Whether the person changed the diagram since it was made of the source.
    is_handmade: bool,
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
    /// The drawings.
    pub(crate) jobs: Jobs<Drawing>,
    /// The diagrams that are made of sources.
    pub(crate) readings: Jobs<Reading>,
    /// The editor, once it is there.
    pub(crate) editor: Kept,
    /// The picture on the page.
    pub(crate) canvas: Canvas,
    desk: StoredValue<Desk, LocalStorage>,
    elsewhere: StoredValue<elsewhere::Elsewhere, LocalStorage>,
    /// Whether mermaid.js takes so long that a person notices.
    pub(crate) is_slow_elsewhere: RwSignal<bool>,
    /// What a model is asked.
    pub(crate) ask: Ask,
    /// What a model says of the diagram.
    pub(crate) explaining: Explaining,
    /// What a model would make of the diagram, until the person has decided.
    pub(crate) proposal: RwSignal<Option<Proposal>>,

    /// Whether there is a text; without one the page invites.
    pub(crate) is_open: RwSignal<bool>,
    /// The name of the file it came from.
    pub(crate) name: RwSignal<Option<String>>,
    /// What is known of it.
    pub(crate) verdict: RwSignal<Verdict>,
    /// The last picture.
    pub(crate) shown: RwSignal<Option<Shown>, LocalStorage>,
    /// Every theme, once the worker has told them.
    pub(crate) themes: RwSignal<Vec<protocol::Theme>>,
    /// The theme's name, if the person chose one; else it follows the page.
    pub(crate) theme: RwSignal<Option<String>>,
    /// Whether the system is dark.
    prefers_dark: RwSignal<bool>,
    /// The fix that was made last, until the text is another.
    pub(crate) fixed: RwSignal<Option<Fixed>>,
    /// What the diagram is compared with.
    pub(crate) comparison: RwSignal<Option<Comparison>>,

    /// The document in the editor.
    pub(crate) document: RwSignal<Document>,
    /// Every kind of source, once the worker has told them.
    pub(crate) sources: RwSignal<Vec<source_protocol::Source>>,
    /// The names of the source's files; none if there is no source.
    pub(crate) files: RwSignal<Vec<String>>,
    /// The kind of source that the person chose.
    pub(crate) kind: RwSignal<Option<String>>,
    /// What was made of the source.
    pub(crate) made: RwSignal<Option<Made>>,
    /// The choices for all kinds of sources.
    pub(crate) choices: RwSignal<BTreeMap<String, BTreeMap<String, String>>>,

    /// The pane in view, on a phone.
    pub(crate) side: RwSignal<Side>,
    /// Whether the picture alone is shown.
    pub(crate) is_presenting: RwSignal<bool>,
    /// Whether the gallery is open.
    pub(crate) gallery_open: RwSignal<bool>,
    /// Whether the dialog that asks for another diagram is open.
    pub(crate) comparing: RwSignal<bool>,
    /// Whether the picture is shown beside that of mermaid.js.
    pub(crate) beside_open: RwSignal<bool>,
    /// Where a link of the diagram leads that was clicked.
    pub(crate) leaving: RwSignal<Option<String>>,
    /// A message that passes.
    pub(crate) notice: RwSignal<Option<Notice>>,
}

const THEME_KEY: &str = "ichiban.diagram.theme";

impl State {
    /// The state of a tool with nothing open. To be made once: it is never freed. The workers are
    /// started by what needs them.
    pub(crate) fn new(app: App) -> Self {
        let state = Self(Box::leak(Box::new(Signals {
            app,
            jobs: Jobs::new(),
            readings: Jobs::new(),
            editor: StoredValue::new_local(None),
            canvas: Canvas::new(),
            desk: StoredValue::new_local(Desk::default()),
            elsewhere: StoredValue::new_local(elsewhere::Elsewhere::default()),
            is_slow_elsewhere: RwSignal::default(),
            ask: Ask::default(),
            explaining: Explaining::new(app),
            proposal: RwSignal::default(),
            is_open: RwSignal::default(),
            name: RwSignal::default(),
            verdict: RwSignal::default(),
            shown: RwSignal::new_local(None),
            themes: RwSignal::default(),
            // A choice that cannot be read back is as good as none.
            theme: RwSignal::new(storage::get(Storage::ThisBrowser, THEME_KEY).ok().flatten()),
            prefers_dark: prefers_dark(),
            fixed: RwSignal::default(),
            comparison: RwSignal::default(),
            document: RwSignal::default(),
            sources: RwSignal::default(),
            files: RwSignal::default(),
            kind: RwSignal::default(),
            made: RwSignal::default(),
            choices: RwSignal::default(),
            side: RwSignal::default(),
            is_presenting: RwSignal::default(),
            gallery_open: RwSignal::default(),
            comparing: RwSignal::default(),
            beside_open: RwSignal::default(),
            leaving: RwSignal::default(),
            notice: RwSignal::default(),
        })));
        state.jobs.employ(work::Drawings(state));
        state.readings.employ(source::Readings(state));
        state.follow_theme();
        state
    }

    /// Shows a message that passes.
    pub(crate) fn tell(self, text: impl Into<String>, is_bad: bool) {
        self.notice.set(Some(Notice {
            text: text.into(),
            is_bad,
        }));
    }

    /// Whether the picture in view is of an earlier text.
    pub(crate) fn is_stale(self) -> bool {
        self.verdict
            .with(|verdict| matches!(verdict, Verdict::Undrawn(_) | Verdict::Lost(_)))
            && self.shown.with(Option::is_some)
    }

    /// The name of the theme in which pictures are drawn.
    pub(crate) fn theme_name(self) -> String {
        self.theme.get().unwrap_or_else(|| {
            let is_dark = match self.app.theme.get() {
                Theme::System => self.prefers_dark.get(),
                Theme::Light => false,
                Theme::Dark => true,
            };
            let name = if is_dark { "dark" } else { "light" };
            name.to_owned()
        })
    }

    /// Chooses a theme; none to follow the page.
    pub(crate) fn choose_theme(self, name: Option<String>) {
        // Not kept means chosen again next time: nothing to bother a person with.
        let _ = match &name {
            Some(name) => storage::set(Storage::ThisBrowser, THEME_KEY, name),
            None => storage::remove(Storage::ThisBrowser, THEME_KEY),
        };
        self.theme.set(name);
    }

    fn follow_theme(self) {
        let theme = Memo::new(move |_| self.theme_name());
        Effect::new(move |before: Option<()>| {
            // Tracking alone would not compute it, and a memo that was never computed never changes.
            theme.with(|_| ());
            if before.is_some() && self.is_open.get_untracked() {
                self.want();
            }
        });
    }

    /// Asks the worker something that is no drawing; `then` is told the text, or nothing if there is
    /// none: the person has been told why.
    fn ask_text(self, question: Question, then: impl FnOnce(String) + 'static) {
        self.ask_worker(question, move |answer| match answer {
            protocol::Answer::Text(text) => then(text),
            protocol::Answer::None(reason) => self.tell(reason, true),
            protocol::Answer::Differences(_)
            | protocol::Answer::Picture(_)
            | protocol::Answer::Request(_) => {}
        });
    }

    fn ask_worker(self, question: Question, then: impl FnOnce(protocol::Answer) + 'static) {
        let asked = self.jobs.ask(
            |ticket| protocol::Command::Ask { ticket, question },
            move |report| match report {
                Some(protocol::Report::Answered { answer, .. }) => then(answer),
                _ => self.tell(t!("diagram-unanswered"), true),
            },
        );
        if let Err(reason) = asked {
            self.tell(reason, true);
        }
    }
}

/// Whether the system is dark, now and from now on.
fn prefers_dark() -> RwSignal<bool> {
    let query = window()
        .match_media("(prefers-color-scheme: dark)")
        .ok()
        .flatten();
    let signal = RwSignal::new(query.as_ref().is_some_and(web_sys::MediaQueryList::matches));
    if let Some(query) = query {
        let asked = query.clone();
        let changed = Closure::<dyn FnMut()>::new(move || signal.set(asked.matches()));
        query.set_onchange(Some(changed.as_ref().unchecked_ref()));
        // As long as the page lives, like the state.
        changed.forget();
    }
    signal
}
