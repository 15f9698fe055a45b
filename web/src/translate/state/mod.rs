//! What the translation tool knows: signals that the views read, changed by what the person does
//! ([`actions`], [`cells`], [`existing`], [`review`], [`keeping`]) and by what the worker reports
//! ([`fold`]).

mod actions;
mod cells;
mod device;
mod existing;
mod fold;
mod keeping;
mod review;

use std::collections::{HashMap, HashSet};
use std::ops::Deref;
use std::rc::Rc;
use std::time::Duration;

use ichiban_browser::frame::Frame;
use ichiban_engine::protocol::{
    Column, Command, Difference, Failure, GlossaryEntry, MemoryEntry, Outcome, Progress, Revision,
    Row, Similar,
};
use ichiban_tool::Diagnostic;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::queue::Queue;
use super::sheet::{Sheet, Slot, Tally};
use super::work;
use crate::app::App;
use crate::editor::Editor;
use crate::engine::{Engine, spawn_engine};
use crate::on_device::Asking;
use crate::shell::hosted::Reply;
use crate::shell::notice::Notice;
use crate::shell::part::Part;

pub(crate) use cells::Export;
pub(crate) use review::focus_review;

/// What a file input offers: the catalogues that the engine reads.
pub(crate) const ACCEPTED: &str = ".json,.arb,.xcstrings,.yml,.yaml,.po,.pot,.xml,.strings,.ftl,.properties,.csv,application/json";

/// What is known of the source.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Source {
    /// The name of the file it came from.
    pub(crate) name: Option<String>,
    /// What the last readable text was.
    pub(crate) read: Option<Read>,
    /// What is worth saying of the text as it is now.
    pub(crate) problems: Vec<Diagnostic>,
    /// Whether the text as it is now cannot be read, and the table shows an earlier one.
    pub(crate) is_invalid: bool,
}

/// What a readable source is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Read {
    /// The format's name for people.
    pub(crate) format: String,
    /// The layout of the file in words.
    pub(crate) layout: String,
    /// How many values it has.
    pub(crate) rows: u32,
    /// Its locale, as far as one can tell.
    pub(crate) locale: Option<String>,
    /// The style of its placeholders, by its name.
    pub(crate) style: String,
}

/// A finding in an existing translation, and the row it is about.
pub(crate) type Finding = (Option<Row>, Diagnostic);

/// What glossary and memory know of a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Consulted {
    /// Terms in it, and what each must become; `None` keeps it.
    pub(crate) terms: Vec<(String, Option<String>)>,
    /// Remembered translations of texts like it.
    pub(crate) similar: Vec<Similar>,
}

/// What the memory has of what is searched for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct MemoryList {
    /// Entries in all.
    pub(crate) total: u32,
    /// Entries that were found.
    pub(crate) found: u32,
    /// The first of those.
    pub(crate) entries: Vec<MemoryEntry>,
}

/// A target locale of the table.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct Target {
    /// Its number for the worker.
    pub(crate) column: Column,
    /// Its BCP 47 tag.
    pub(crate) tag: String,
}

/// A run, or what became of the last one.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Run {
    /// None yet.
    #[default]
    Idle,
    /// It goes on.
    Going {
        /// Where it stands.
        progress: Progress,
        /// A request failed and is about to be made again.
        waiting: Option<Failure>,
    },
    /// It is over.
    Over {
        /// Where it stood at the end.
        progress: Progress,
        /// How it ended.
        outcome: Outcome,
    },
}

impl Run {
    /// Whether it goes on.
    pub(crate) fn is_going(&self) -> bool {
        matches!(self, Self::Going { .. })
    }

    /// Where it stands, or stood.
    pub(crate) fn progress(&self) -> Option<Progress> {
        match self {
            Self::Idle => None,
            Self::Going { progress, .. } | Self::Over { progress, .. } => Some(*progress),
        }
    }

    /// Why it could not go on.
    pub(crate) fn failure(&self) -> Option<&Failure> {
        match self {
            Self::Over {
                outcome: Outcome::Failed(failure),
                ..
            } => Some(failure),
            _ => None,
        }
    }
}

/// Which rows the table shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Filter {
    /// Every row.
    #[default]
    All,
    /// Rows with a cell that needs attention.
    Attention,
    /// Rows with a cell that has no settled translation.
    Missing,
    /// Rows with a translation of another source text.
    Stale,
    /// Values of existing translations that the source lacks, in place of rows.
    Orphaned,
}

/// A cell that the person edits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The cell's column.
    pub(crate) column: Column,
    /// The cell's row.
    pub(crate) row: Row,
}

/// A second file that may be a translation of the source.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SecondFile {
    /// Its name.
    pub(crate) name: Option<String>,
    /// Its text.
    pub(crate) text: Rc<str>,
    /// The locale that it seems to be in.
    pub(crate) locale: Option<String>,
    /// How many of its values the source has too.
    pub(crate) shared: u32,
    /// How many values it has.
    pub(crate) rows: u32,
}

/// What is waited for under a ticket.
enum Awaited {
    Save,
    Copy,
    /// The page that shows this one as a widget.
    Host(Reply),
    Recognition {
        text: Rc<str>,
        name: Option<String>,
    },
    Consultation {
        column: Column,
        row: Row,
    },
    Glossary(Box<dyn Fn(Vec<GlossaryEntry>)>),
    MemoryList,
    MemoryImport,
}

/// The text that the worker last got, and the way there.
#[derive(Default)]
struct Desk {
    text: String,
    revision: Revision,
    /// Whether the worker still reads the last revision; edits wait for it, so that typing is
    /// never faster than reading.
    is_reading: bool,
    /// Whether the editor holds text that the worker has not got.
    is_dirty: bool,
    /// The person edited the text: the editor has it, `text` is older.
    is_edited: bool,
    next_column: u16,
    next_ticket: u32,
    awaited: HashMap<u32, Awaited>,
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
    /// The views of an open source.
    pub(crate) work: Part<work::Views>,
    engine: StoredValue<Option<Engine<Command>>, LocalStorage>,
    /// The editor, once it is there.
    pub(crate) editor: StoredValue<Option<Editor>, LocalStorage>,
    edits: StoredValue<Option<Frame>, LocalStorage>,
    desk: StoredValue<Desk, LocalStorage>,
    sheet: StoredValue<Sheet, LocalStorage>,
    watched: StoredValue<HashMap<(Column, Row), RwSignal<Slot>>, LocalStorage>,
    /// What is asked of the browser itself, by exchange.
    asking: StoredValue<HashMap<u32, Asking>, LocalStorage>,

    /// Whether there is a source at all; without one the page invites.
    pub(crate) is_open: RwSignal<bool>,
    /// The source.
    pub(crate) source: RwSignal<Source>,
    /// Counts up when the rows in view are others.
    pub(crate) version: RwSignal<u32>,
    /// The target locales, in the order of the table.
    pub(crate) targets: RwSignal<Vec<Target>>,
    /// How many cells are in which state.
    pub(crate) tally: RwSignal<Tally>,
    /// The run.
    pub(crate) run: RwSignal<Run>,
    /// The number of the run, and when it was asked for.
    asked: StoredValue<(u32, f64)>,
    /// From asking to the first of the answer on the screen, in milliseconds.
    pub(crate) first_paint_ms: RwSignal<Option<f64>>,
    /// How much of a model the browser has downloaded, in percent, while it does.
    pub(crate) download: RwSignal<Option<u32>>,
    /// What the check of a column's existing translation says.
    pub(crate) findings: RwSignal<Vec<(Column, Vec<Finding>)>>,
    /// How the source stands in each existing translation.
    pub(crate) differences: RwSignal<Vec<(Column, Difference)>>,
    /// Values of existing translations that the file is not to have.
    pub(crate) removed: RwSignal<HashSet<(Column, Vec<String>)>>,
    /// The review, while there is one.
    pub(crate) review: RwSignal<Option<Queue>>,
    /// What is known of the value that is looked at.
    pub(crate) consulted: RwSignal<Consulted>,
    /// Which rows are shown.
    pub(crate) filter: RwSignal<Filter>,
    /// What is searched for.
    pub(crate) search: RwSignal<String>,
    /// The row that editor and table both point at.
    pub(crate) current: RwSignal<Option<Row>>,
    /// A cell that gets the keyboard as soon as it is drawn.
    pub(crate) focused: RwSignal<Option<(Column, Row)>>,
    /// A row to bring into view; counts so that the same row can be asked for twice.
    pub(crate) reveal: RwSignal<Option<(Row, u32)>>,
    /// The cell that is edited.
    pub(crate) draft: RwSignal<Option<Draft>>,
    /// What they have typed so far. Outlives the cell's view, so that scrolling loses nothing.
    pub(crate) draft_text: RwSignal<String>,
    /// The glossary.
    pub(crate) glossary: RwSignal<Vec<GlossaryEntry>>,
    /// What became of a file for it, and whether that is bad.
    pub(crate) glossary_notice: RwSignal<Option<(String, bool)>>,
    /// The style of placeholders that the person named.
    pub(crate) style: RwSignal<Option<String>>,
    /// Whether the memory is open.
    pub(crate) memory_open: RwSignal<bool>,
    /// What is searched for in it.
    pub(crate) memory_search: RwSignal<String>,
    /// How many entries to show.
    pub(crate) memory_shown: RwSignal<u32>,
    /// What was found.
    pub(crate) memory_list: RwSignal<MemoryList>,
    memory_list_ticket: StoredValue<u32>,
    /// Entries that were just forgotten.
    pub(crate) forgotten: RwSignal<Vec<MemoryEntry>>,
    /// What became of a file for it, and whether that is bad.
    pub(crate) memory_notice: RwSignal<Option<(String, bool)>>,
    /// Why the browser does not keep it.
    pub(crate) memory_fault: RwSignal<Option<String>>,
    /// Whether a translation equal to its source is accepted.
    pub(crate) allow_unchanged: RwSignal<bool>,
    /// A second file that was dropped and awaits a decision.
    pub(crate) second: RwSignal<Option<SecondFile>, LocalStorage>,
    /// A message that passes.
    pub(crate) notice: RwSignal<Option<Notice>>,
    /// Whether the locale picker is open.
    pub(crate) picking: RwSignal<bool>,
    /// Whether the glossary is open.
    pub(crate) glossary_open: RwSignal<bool>,
}

impl State {
    /// The state of a tool with nothing open, and its worker. To be made once: it is never freed.
    pub(crate) fn new(app: App) -> Self {
        let state = Self(Box::leak(Box::new(Signals {
            app,
            work: work::part(),
            engine: StoredValue::new_local(None),
            editor: StoredValue::new_local(None),
            edits: StoredValue::new_local(None),
            desk: StoredValue::new_local(Desk::default()),
            sheet: StoredValue::new_local(Sheet::default()),
            watched: StoredValue::new_local(HashMap::new()),
            asking: StoredValue::new_local(HashMap::new()),
            is_open: RwSignal::new(false),
            source: RwSignal::default(),
            version: RwSignal::default(),
            targets: RwSignal::default(),
            tally: RwSignal::default(),
            run: RwSignal::default(),
            asked: StoredValue::default(),
            first_paint_ms: RwSignal::default(),
            download: RwSignal::default(),
            findings: RwSignal::default(),
            differences: RwSignal::default(),
            removed: RwSignal::default(),
            review: RwSignal::default(),
            consulted: RwSignal::default(),
            focused: RwSignal::default(),
            glossary_notice: RwSignal::default(),
            style: RwSignal::default(),
            memory_open: RwSignal::default(),
            memory_search: RwSignal::default(),
            memory_shown: RwSignal::default(),
            memory_list: RwSignal::default(),
            memory_list_ticket: StoredValue::new(0),
            forgotten: RwSignal::default(),
            memory_notice: RwSignal::default(),
            memory_fault: RwSignal::default(),
            filter: RwSignal::default(),
            search: RwSignal::default(),
            current: RwSignal::default(),
            reveal: RwSignal::default(),
            draft: RwSignal::new(None),
            draft_text: RwSignal::default(),
            glossary: RwSignal::default(),
            allow_unchanged: RwSignal::default(),
            second: RwSignal::new_local(None),
            notice: RwSignal::default(),
            picking: RwSignal::default(),
            glossary_open: RwSignal::default(),
        })));
        // Not before the page has shown what it begins with.
        set_timeout(move || state.start_engine(), Duration::ZERO);
        state
            .edits
            .set_value(Some(Frame::new(move || state.send_edit())));
        state.restore_choices();
        app.saves_translations(move |run| state.send(&Command::Save { run }));
        Effect::new(move |_| app.is_busy.set(state.run.with(Run::is_going)));
        state
    }

    /// Starts the worker, unless it was, and tells it what was chosen.
    fn start_engine(self) {
        if self.engine.with_value(Option::is_none) {
            let engine = Engine::start(spawn_engine, move |news| self.hear(news));
            self.engine.set_value(Some(engine));
            self.send_columns();
            self.send_glossary();
        }
    }

    /// Sends a command to the worker.
    fn send(self, command: &Command) {
        self.start_engine();
        self.brief(command);
    }

    /// Sends to the worker what it is told when it starts. One that is not there yet need not hear it now.
    fn brief(self, command: &Command) {
        let sent = self.engine.with_value(|engine| match engine {
            Some(engine) => engine.send(command),
            None => Ok(()),
        });
        if let Err(reason) = sent {
            self.tell(reason, true);
        }
    }

    /// Shows a message that passes.
    pub(crate) fn tell(self, text: impl Into<String>, is_bad: bool) {
        self.notice.set(Some(Notice {
            text: text.into(),
            is_bad,
        }));
    }

    /// Looks at the table without being told when it changes.
    pub(crate) fn with_sheet<T>(self, look: impl FnOnce(&Sheet) -> T) -> T {
        self.sheet.with_value(look)
    }

    /// A signal of a cell, for as long as the view that asks is there.
    pub(crate) fn watch(self, column: Column, row: Row) -> RwSignal<Slot> {
        let now = self.with_sheet(|sheet| sheet.slot(column, row).cloned());
        let signal = RwSignal::new(now.unwrap_or(Slot::EMPTY));
        let watched = self.watched;
        watched.update_value(|all| {
            all.insert((column, row), signal);
        });
        on_cleanup(move || {
            watched.try_update_value(|all| {
                if all.get(&(column, row)) == Some(&signal) {
                    all.remove(&(column, row));
                }
            });
        });
        signal
    }

    /// The ending of the source's name, which tells its language; that of JSON if it has none.
    pub(crate) fn extension(self) -> String {
        let name = self.source.with_untracked(|source| source.name.clone());
        let extension = name
            .as_deref()
            .and_then(|name| name.rsplit_once('.'))
            .map(|(_, extension)| extension.to_ascii_lowercase());
        match extension.as_deref() {
            None | Some("arb" | "xcstrings") => "json".to_owned(),
            Some("yml") => "yaml".to_owned(),
            Some(extension) => extension.to_owned(),
        }
    }

    /// The ending of the files that are made: the source's own.
    pub(crate) fn suffix(self) -> String {
        self.title()
            .rsplit_once('.')
            .map_or_else(|| "json".to_owned(), |(_, suffix)| suffix.to_owned())
    }

    /// Has the editor colour the source as what it is.
    pub(crate) fn colour(self) {
        let extension = self.extension();
        self.editor.with_value(|editor| {
            if let Some(editor) = editor {
                editor.set_language(&extension);
            }
        });
    }

    /// The file name as people write it, without its ending.
    pub(crate) fn title(self) -> String {
        self.source
            .with(|source| source.name.clone())
            .unwrap_or_else(|| "untitled.json".to_owned())
    }
}
