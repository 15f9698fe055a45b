//! What is open is kept: a moment after the person has done something, when they leave a tool, when
//! what is open is replaced, and when the page is hidden.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::time::Duration;

use ichiban_browser::channel::Channel;
use ichiban_browser::clock;
use ichiban_browser::database::{Change, Database};
use ichiban_browser::storage::StorageError;
use ichiban_shell::history::{self, Head, ImportError, Record};
use leptos::ev;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{HISTORY, History, set_wanted};
use crate::app::App;
use crate::shell::hosted::{Errand, Hosted};
use crate::shell::route::Route;
use crate::shell::words::t;

const DATABASE: &str = "ichiban-history";
/// What the list shows, by key.
const HEADS: &str = "heads";
/// What is opened, by the same key.
const RECORDS: &str = "records";
const STORES: &[&str] = &[HEADS, RECORDS];
/// So long after the last thing that a person did, what is open is kept.
const PAUSE: Duration = Duration::from_millis(1_500);

thread_local! {
    static KEEPER: RefCell<Option<Rc<Keeper>>> = const { RefCell::new(None) };
}

/// What keeps.
pub(super) struct Keeper {
    app: App,
    history: History,
    database: RefCell<Option<Database>>,
    channel: RefCell<Option<Channel>>,
    /// The last that was kept of each tool, and its key.
    last: RefCell<HashMap<String, (String, Record)>>,
    pause: Cell<Option<TimeoutHandle>>,
}

/// Begins to keep. What was kept before is read.
pub(in crate::shell) fn start(app: App) {
    if KEEPER.with_borrow(Option::is_some) {
        return;
    }
    let history = app.make(History::new);
    HISTORY.set(Some(history));
    let keeper = Rc::new(Keeper {
        app,
        history,
        database: RefCell::new(None),
        channel: RefCell::new(None),
        last: RefCell::default(),
        pause: Cell::new(None),
    });
    KEEPER.set(Some(Rc::clone(&keeper)));
    let listening = Rc::clone(&keeper);
    *keeper.channel.borrow_mut() = Channel::open(DATABASE, move || listening.read());
    let opening = Rc::clone(&keeper);
    spawn_local(async move {
        match Database::open(DATABASE, STORES).await {
            Ok(database) => {
                *opening.database.borrow_mut() = Some(database.clone());
                opening.read_from(database).await;
                opening.look();
            }
            Err(error) => opening.failed(&error),
        }
    });
    let told = Rc::clone(&keeper);
    app.host
        .set_keeper(move |tool, hosted| told.keep(tool, hosted));
    listen(&keeper);
}

/// As long as the page lives.
fn listen(keeper: &Rc<Keeper>) {
    let done = Rc::clone(keeper);
    // What has no listener of its own in between: typing, clicking, pasting, dropping.
    for name in ["input", "click", "keyup", "paste", "drop"] {
        let done = Rc::clone(&done);
        window_event_listener_untyped(name, move |_| done.later());
    }
    let hidden = Rc::clone(keeper);
    window_event_listener(ev::visibilitychange, move |_| {
        if document().hidden() {
            hidden.look();
        }
    });
}

impl Keeper {
    /// Looks once the person pauses.
    fn later(self: &Rc<Self>) {
        if let Some(pause) = self.pause.take() {
            pause.clear();
        }
        let this = Rc::clone(self);
        self.pause
            .set(set_timeout_with_handle(move || this.look(), PAUSE).ok());
    }

    /// Keeps what is open in the tool in view.
    fn look(self: &Rc<Self>) {
        self.app.host.ask(|tool, hosted| self.keep(tool, hosted));
    }

    fn keep(self: &Rc<Self>, tool: &Route, hosted: &dyn Hosted) {
        let Some(database) = self.database.borrow().clone() else {
            return;
        };
        if !self.history.is_on.get_untracked() {
            return;
        }
        // From the clock, which counts whole milliseconds from 1970 on.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let now = clock::unix_ms() as u64;
        let (work, options) = untrack(|| (hosted.seen(), hosted.options()));
        // What is not kept is said in the dialog, for all of its kind.
        let Ok(record) = history::record(tool.path(), work, options, now) else {
            return;
        };
        let Some((key, record)) = self.place(record) else {
            return;
        };
        let head = record.head.clone();
        self.history.heads.update(|heads| {
            heads.retain(|(known, _)| *known != key);
            heads.push((key.clone(), head.clone()));
            history::arrange(heads);
        });
        let mut changes = put(&key, &record);
        changes.extend(self.surplus());
        self.change(database, changes);
    }

    /// The key of a piece of work: that of the one it goes on from, or a new one. None if it is kept as
    /// it is.
    fn place(&self, record: Record) -> Option<(String, Record)> {
        let mut all = self.last.borrow_mut();
        let last = all.get(&record.head.tool);
        if last.is_some_and(|(_, it)| it.work == record.work && it.options == record.options) {
            return None;
        }
        let going_on = last.filter(|(_, before)| history::goes_on(before, &record));
        let key = match going_on {
            Some((key, _)) => key.clone(),
            None => new_key(record.head.at_ms),
        };
        let known = self.history.heads.with_untracked(|heads| {
            let known = heads.iter().find(|(known, _)| *known == key);
            known.is_some_and(|(_, head)| head.is_pinned)
        });
        let head = Head {
            is_pinned: known,
            ..record.head
        };
        let record = Record { head, ..record };
        all.insert(record.head.tool.clone(), (key.clone(), record.clone()));
        Some((key, record))
    }

    /// Drops what is too much.
    fn surplus(&self) -> Vec<Change> {
        let dropped = self.history.heads.with_untracked(|heads| {
            history::surplus(heads.iter().map(|(key, head)| (key.as_str(), head)))
        });
        if !dropped.is_empty() {
            self.history
                .heads
                .update(|heads| heads.retain(|(key, _)| !dropped.contains(key)));
        }
        dropped.iter().flat_map(|key| delete(key)).collect()
    }

    fn change(self: &Rc<Self>, database: Database, changes: Vec<Change>) {
        let this = Rc::clone(self);
        spawn_local(async move {
            match database.change(STORES, changes).await {
                Ok(()) => {
                    this.history.fault.set(None);
                    if let Some(channel) = &*this.channel.borrow() {
                        channel.post();
                    }
                    // A list that was read meanwhile lacks it.
                    this.read();
                }
                Err(error) => this.failed(&error),
            }
        });
    }

    /// Reads the list anew.
    fn read(self: &Rc<Self>) {
        let Some(database) = self.database.borrow().clone() else {
            return;
        };
        let this = Rc::clone(self);
        spawn_local(async move { this.read_from(database).await });
    }

    async fn read_from(&self, database: Database) {
        match database.all(HEADS).await {
            Ok(read) => {
                let read = read.into_iter();
                let mut heads: Vec<_> = read
                    .filter_map(|(key, json)| Some((key, Head::of_json(&json)?)))
                    .collect();
                history::arrange(&mut heads);
                self.history.heads.set(heads);
            }
            Err(error) => self.failed(&error),
        }
    }

    fn failed(&self, error: &StorageError) {
        self.history.fault.set(Some(error.to_string()));
    }
}

/// A key that no other page gives.
fn new_key(at_ms: u64) -> String {
    // From 0 to 2^32.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let chance = (clock::random() * f64::from(u32::MAX)) as u32;
    format!("{at_ms:013}-{chance:08x}")
}

fn put(key: &str, record: &Record) -> Vec<Change> {
    let put = |store, value| Change::Put {
        store,
        key: key.to_owned(),
        value,
    };
    vec![
        put(HEADS, record.head.to_json()),
        put(RECORDS, record.to_json()),
    ]
}

fn delete(key: &str) -> [Change; 2] {
    [HEADS, RECORDS].map(|store| Change::Delete {
        store,
        key: key.to_owned(),
    })
}

fn keeper() -> Option<(Rc<Keeper>, Database)> {
    let keeper = KEEPER.with_borrow(Clone::clone)?;
    let database = keeper.database.borrow().clone()?;
    Some((keeper, database))
}

/// Opens what is kept under a key.
pub(in crate::shell) fn recall(key: String) {
    let Some((keeper, database)) = keeper() else {
        return;
    };
    spawn_local(async move {
        let host = keeper.app.host;
        let read = database.some(RECORDS, std::slice::from_ref(&key)).await;
        let record = match read {
            Ok(found) => found.first().and_then(|(_, json)| Record::of_json(json)),
            Err(error) => return host.say(error.to_string(), true),
        };
        let Some(record) = record else {
            return host.say(t!("page-history-gone"), true);
        };
        let tool = Route::of_path(&record.head.tool);
        if matches!(tool, Route::Unknown(_)) {
            return host.say(t!("page-history-other-tool"), true);
        }
        let errand = Errand::Link(record.options.clone(), record.work.clone());
        keeper
            .last
            .borrow_mut()
            .insert(record.head.tool.clone(), (key, record));
        host.send(&tool, errand);
    });
}

/// Pins what is kept under a key, or lets it go.
pub(super) fn pin(key: String, is_pinned: bool) {
    let Some((keeper, database)) = keeper() else {
        return;
    };
    spawn_local(async move {
        let read = database.some(RECORDS, std::slice::from_ref(&key)).await;
        let found = read.map(|found| found.first().and_then(|(_, json)| Record::of_json(json)));
        match found {
            Ok(Some(mut record)) => {
                record.head.is_pinned = is_pinned;
                keeper.history.heads.update(|heads| {
                    if let Some((_, head)) = heads.iter_mut().find(|(known, _)| *known == key) {
                        head.is_pinned = is_pinned;
                    }
                    history::arrange(heads);
                });
                keeper.change(database, put(&key, &record));
            }
            // Another tab has forgotten it.
            Ok(None) => keeper.read(),
            Err(error) => keeper.failed(&error),
        }
    });
}

/// Forgets what is kept under a key.
pub(super) fn forget(key: &str) {
    let Some((keeper, database)) = keeper() else {
        return;
    };
    keeper
        .history
        .heads
        .update(|heads| heads.retain(|(known, _)| known != key));
    keeper.change(database, delete(key).into());
}

/// Forgets everything, what is pinned too.
pub(super) fn forget_all() {
    let Some((keeper, database)) = keeper() else {
        return;
    };
    keeper.history.heads.set(Vec::new());
    let changes = STORES.iter().map(|store| Change::Clear { store });
    keeper.change(database, changes.collect());
}

/// Begins or ends to keep, and remembers that.
pub(super) fn switch(is_on: bool) {
    let Some((keeper, _)) = keeper() else {
        return;
    };
    if let Err(error) = set_wanted(is_on) {
        keeper.failed(&error);
    }
}

/// Everything as a file.
pub(super) async fn export() -> Result<String, String> {
    let Some((_, database)) = keeper() else {
        return Err(t!("page-history-nothing-kept"));
    };
    let read = database.all(RECORDS).await.map_err(|it| it.to_string())?;
    let records: BTreeMap<_, _> = read
        .into_iter()
        .filter_map(|(key, json)| Some((key, Record::of_json(&json)?)))
        .collect();
    Ok(history::export(records))
}

/// Takes in a file that was exported: how many records came, and how many were left out.
pub(super) async fn import(text: String) -> Result<(usize, usize), String> {
    let Some((keeper, database)) = keeper() else {
        return Err(t!("page-history-browser-keeps-nothing"));
    };
    let (records, left_out) = history::import(&text).map_err(|it| unread(&it))?;
    // What was worked on since is newer than the file.
    let known: HashMap<_, _> = keeper.history.heads.with_untracked(|heads| {
        heads
            .iter()
            .map(|(k, head)| (k.clone(), head.at_ms))
            .collect()
    });
    let newer = records
        .iter()
        .filter(|(key, record)| known.get(*key).is_none_or(|at| *at < record.head.at_ms));
    let mut count = 0;
    let mut changes = Vec::new();
    for (key, record) in newer {
        count += 1;
        changes.extend(put(key, record));
    }
    let written = database.change(STORES, changes).await;
    written.map_err(|it| it.to_string())?;
    keeper.read();
    Ok((count, left_out))
}

/// Why a file was not taken in.
fn unread(error: &ImportError) -> String {
    match error {
        ImportError::Foreign(why) => t!("page-history-foreign", why = why),
        ImportError::Named(name) => t!("page-history-named", name = name),
        ImportError::Later => t!("page-history-later"),
    }
}
