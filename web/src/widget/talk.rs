//! What the host asks for is done, and what comes of it is told.

use std::collections::{BTreeMap, VecDeque};
use std::ops::Deref;
use std::time::Duration;

use ichiban_browser::clock;
use ichiban_embed::guard::{Guard, Letter, Verdict};
use ichiban_embed::message::{self, Code, FromHost, FromWidget, Model, With};
use ichiban_embed::origins::{Origins, Unreadable};
use ichiban_embed::session::{Permission, Session};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

use super::facts::{self, Facts};
use super::link::{AtWindow, Link, OverPort};
use crate::app::App;
use crate::endpoint::{self, Connection, Fault};
use crate::shell::hosted::{By, Hosted, Options, Reply, Standing, Unmade, Work};
use crate::shell::route::{Route, Router};
use crate::shell::theme::Theme;

/// How long news wait for others: a host is told ten times a second at most.
const PAUSE: Duration = Duration::from_millis(100);
/// The most that a host can have waiting to be done.
const MOST_WAITING: usize = 100;

/// Whether the page is shown, and why not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Stage {
    /// Nobody has said anything.
    #[default]
    Quiet,
    /// Only some pages may show it, and which one does is not known yet.
    Waiting,
    /// A host talks with it.
    Open,
    /// A page shows it that may not: its origin.
    Refused(String),
    /// It does not come to a talk.
    Broken(Broken),
}

/// Why it does not come to a talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Broken {
    /// The code for it could not be fetched.
    Code,
    /// The file that says who may show the page could not be fetched.
    Unfetched,
    /// That file says nothing.
    Unreadable(Unreadable),
}

/// What a model is to be asked for, if the tool takes words.
#[derive(Debug, Clone)]
pub(super) struct Wish(Option<String>);

/// What was told last.
#[derive(Default)]
struct Told {
    work: Work,
    diagnostics: Vec<message::Finding>,
    artifacts: BTreeMap<String, FromWidget>,
    height: u32,
}

/// What is kept and not shown.
struct Desk {
    link: Option<Link>,
    guard: Guard,
    /// What waits for the tool to be there, and for its turn.
    waiting: VecDeque<FromHost>,
    /// Whether the first of these is about to be done.
    is_next: bool,
    told: Told,
    /// How the tool stands.
    standing: Standing,
    /// Whether it has moved since the artifact was told.
    has_moved: bool,
    /// Whether it is about to be looked at.
    is_looking: bool,
}

/// The talk. A handle: copies mean the same one.
#[derive(Clone, Copy)]
pub(super) struct Talk(&'static Signals);

impl Deref for Talk {
    type Target = Signals;

    fn deref(&self) -> &Signals {
        self.0
    }
}

/// What a [`Talk`] consists of.
pub(super) struct Signals {
    pub(super) app: App,
    router: Router,
    desk: StoredValue<Desk, LocalStorage>,
    /// Whether the page is shown.
    pub(super) stage: RwSignal<Stage>,
    /// What the host wants a model to be asked, until the person has decided.
    pub(super) wanted: RwSignal<Option<Wish>>,
}

impl Talk {
    /// Begins it. To be called once: it is never freed.
    pub(super) fn begin(app: App, router: Router) -> Self {
        let desk = Desk {
            link: None,
            guard: Guard::new(Origins::none()),
            waiting: VecDeque::new(),
            is_next: false,
            told: Told::default(),
            standing: Standing::default(),
            has_moved: false,
            is_looking: false,
        };
        let talk = Self(Box::leak(Box::new(Signals {
            app,
            router,
            desk: StoredValue::new_local(desk),
            stage: RwSignal::default(),
            wanted: RwSignal::default(),
        })));
        spawn_local(async move { talk.listen().await });
        talk.follow();
        talk
    }

    async fn listen(self) {
        let Ok(link) = Link::fetch().await else {
            return self.is_broken(Broken::Code);
        };
        let origins = match link.read_origins().await {
            Ok(None) => Origins::any(),
            Ok(Some(file)) => match Origins::read(&file) {
                Ok(origins) => origins,
                Err(error) => return self.is_broken(Broken::Unreadable(error)),
            },
            Err(_) => return self.is_broken(Broken::Unfetched),
        };
        if !origins.is_any() {
            self.stage.set(Stage::Waiting);
        }
        self.desk.update_value(|desk| {
            desk.guard = Guard::new(origins);
            desk.link = Some(link.clone());
        });
        let at_window = Closure::<AtWindow>::new(
            move |origin: String, is_from_host, ports, json: Option<String>| {
                let letter = Letter {
                    origin: &origin,
                    is_from_host,
                    ports,
                    json: json.as_deref(),
                };
                let verdict = self.judge(|guard, now| guard.window(letter, now));
                let is_refused = matches!(
                    &verdict,
                    Verdict::Close(FromWidget::Error {
                        code: Code::Refused,
                        ..
                    })
                );
                if is_refused {
                    self.stage.set(Stage::Refused(origin.clone()));
                }
                self.obey(verdict);
            },
        );
        let over_port = Closure::<OverPort>::new(move |json: Option<String>| {
            let verdict = self.judge(|guard, now| guard.port(json.as_deref(), now));
            self.obey(verdict);
        });
        // An editor that arrives, or a list that unfolds, comes after what was told of it.
        let changed = Closure::<dyn FnMut()>::new(move || self.tell_height());
        link.begin(&at_window, &over_port, &changed);
        // As long as the page lives.
        at_window.forget();
        changed.forget();
        over_port.forget();
    }

    fn is_broken(self, why: Broken) {
        self.stage.set(Stage::Broken(why));
    }

    fn judge(self, judge: impl FnOnce(&mut Guard, f64) -> Verdict) -> Verdict {
        let mut verdict = Verdict::Ignore;
        self.desk
            .update_value(|desk| verdict = judge(&mut desk.guard, clock::now_ms()));
        verdict
    }

    fn with_link(self, act: impl FnOnce(&Link)) {
        let link = self.desk.with_value(|desk| desk.link.clone());
        if let Some(link) = link {
            act(&link);
        }
    }

    fn obey(self, verdict: Verdict) {
        match verdict {
            Verdict::Ignore => {}
            Verdict::Answer(answer) => self.with_link(|link| link.answer(&answer.to_json())),
            Verdict::Close(answer) => self.with_link(|link| {
                link.answer(&answer.to_json());
                link.close();
            }),
            Verdict::Act(init @ FromHost::Init { .. }) => {
                self.with_link(Link::accept);
                self.open(init);
            }
            Verdict::Act(message) => self.act(message),
        }
    }

    fn say(self, message: &FromWidget) {
        self.with_link(|link| link.send(&message.to_json()));
    }

    fn object(self, code: Code, words: impl Into<String>) {
        self.say(&FromWidget::error(code, words));
    }
}

/// What the host asks for.
impl Talk {
    fn open(self, init: FromHost) {
        let FromHost::Init {
            tool,
            options,
            theme,
            value,
            name,
            model,
        } = init
        else {
            return;
        };
        self.stage.set(Stage::Open);
        self.colour(theme);
        self.say(&FromWidget::Ready {
            tools: facts::all(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        });
        let Some(route) = Route::of_tool(&tool) else {
            return self.object(
                Code::UnknownTool,
                "There is no tool of that name: `ready` lists them.",
            );
        };
        if self.router.route.with_untracked(|here| *here != route) {
            self.router.go(&route);
        }
        if model.is_some() && self.permission() == Permission::Given {
            self.connect_given();
        }
        if !options.is_empty() {
            self.act(FromHost::Options {
                options: Some(options),
                theme: None,
            });
        }
        if let Some(value) = value {
            self.act(FromHost::Load { value, name });
        }
        self.look_soon();
    }

    /// Does what is asked for, as soon as the tool is there and what was asked before is done. Of
    /// texts that come faster than they can be opened the last counts: taking a message costs next
    /// to nothing, so that the guard sees how fast they come.
    fn act(self, message: FromHost) {
        let mut is_full = false;
        self.desk.update_value(|desk| {
            let is_load = |it: &FromHost| matches!(it, FromHost::Load { .. });
            if is_load(&message) && desk.waiting.back().is_some_and(is_load) {
                desk.waiting.pop_back();
            }
            is_full = desk.waiting.len() >= MOST_WAITING;
            if !is_full {
                desk.waiting.push_back(message);
            }
        });
        if is_full {
            return self.object(
                Code::TooMany,
                "A hundred things wait to be done: this was not added.",
            );
        }
        self.act_soon();
    }

    /// Has the first of what waits done, in a task of its own.
    fn act_soon(self) {
        let is_there = self.is_there();
        let mut is_first = false;
        self.desk.update_value(|desk| {
            is_first = is_there && !desk.is_next && !desk.waiting.is_empty();
            desk.is_next |= is_first;
        });
        if is_first {
            set_timeout(move || self.act_first(), Duration::ZERO);
        }
    }

    fn act_first(self) {
        let is_there = self.is_there();
        let mut first = None;
        self.desk.update_value(|desk| {
            desk.is_next = false;
            // The tool may have gone meanwhile.
            first = is_there.then(|| desk.waiting.pop_front()).flatten();
        });
        if let Some(message) = first {
            self.act_now(message);
            self.act_soon();
        }
    }

    /// Whether the tool is in view that is to be, and not one that is about to go.
    fn is_there(self) -> bool {
        let is_it = |guest: &Route| self.router.route.with_untracked(|route| route == guest);
        self.app
            .host
            .ask(|guest, _| is_it(guest))
            .unwrap_or_default()
    }

    fn act_now(self, message: FromHost) {
        match message {
            // That is done already.
            FromHost::Init { .. } => {}
            FromHost::Load { value, name } => {
                let work = vec![(name, value)];
                // What the host has said itself is no news to it.
                self.desk.update_value(|desk| {
                    desk.told.work.clone_from(&work);
                    desk.told.artifacts.clear();
                });
                self.ask(|_, hosted| hosted.replace(work));
            }
            FromHost::Options { options, theme } => {
                if let Some(theme) = theme {
                    self.colour(theme);
                }
                if let Some(options) = options {
                    self.choose(&options);
                }
            }
            FromHost::Run {
                with: With::Engine, ..
            } => {
                self.desk.update_value(|desk| {
                    desk.told.artifacts.clear();
                    desk.has_moved = true;
                });
                self.run(By::Engine);
            }
            FromHost::Run {
                with: With::Model,
                wish,
            } => self.run_model(wish),
            FromHost::Stop {} => self.ask(|_, hosted| hosted.stop()),
            FromHost::Export { format } => self.export(format),
        }
        self.look_soon();
    }

    /// Asks the tool in view.
    fn ask(self, ask: impl FnOnce(&Facts, &dyn Hosted)) {
        self.app.host.ask(|route, hosted| {
            if let Some(facts) = facts::of(route) {
                ask(facts, hosted);
            }
        });
    }

    fn colour(self, theme: message::Theme) {
        self.app.theme.set(match theme {
            message::Theme::Auto => Theme::System,
            message::Theme::Light => Theme::Light,
            message::Theme::Dark => Theme::Dark,
        });
    }

    fn choose(self, options: &Options) {
        self.ask(|facts, hosted| match facts.unknown(options) {
            Some(_) => self.object(
                Code::UnknownOption,
                format!(
                    "An option is not known, and none was chosen: {}.",
                    facts.said()
                ),
            ),
            None => hosted.choose(options),
        });
    }

    fn run(self, by: By) {
        self.ask(|_, hosted| {
            if let Err(words) = hosted.run(by) {
                self.object(Code::Nothing, words);
            }
        });
    }

    fn permission(self) -> Permission {
        self.desk.with_value(|desk| {
            let session = desk.guard.session();
            session.map_or(Permission::ToBeAsked, Session::permission)
        })
    }

    /// Has the model asked that the host gave, and no other.
    fn connect_given(self) {
        let given = self.desk.with_value(|desk| {
            let session = desk.guard.session()?;
            session.given().map(connection)
        });
        let Some(given) = given else { return };
        match given.fault() {
            Some(fault) => self.object(
                Code::NoModel,
                format!("The model cannot be asked: {}.", in_english(fault)),
            ),
            None => self.app.connection.set(Some(given)),
        }
    }

    fn run_model(self, wish: Option<String>) {
        let mut has_model = false;
        self.ask(|facts, _| has_model = facts.has_model);
        if !has_model {
            return self.object(Code::NoModel, "This tool does without a model.");
        }
        match self.permission() {
            Permission::Given => self.connect_given(),
            Permission::Allowed => {}
            Permission::ToBeAsked => {
                self.wanted.set(Some(Wish(wish)));
                return self.object(
                    Code::NotAllowed,
                    "The person is asked now, within the widget. Nothing is sent before they agree.",
                );
            }
        }
        if self.app.connection.with_untracked(Option::is_none) {
            return self.object(Code::NoModel, "No model is connected.");
        }
        self.run(By::Model(wish));
    }

    /// Where a model would be asked, if the person agreed.
    pub(super) fn place(self) -> Option<String> {
        let connection = self.offered()?;
        Some(connection.place())
    }

    /// The connection that the person would lend: to what the host gave, or else their own.
    fn offered(self) -> Option<Connection> {
        let given = self.desk.with_value(|desk| {
            let session = desk.guard.session()?;
            session.given().map(connection)
        });
        let own = || self.app.connection.get_untracked();
        let kept = || endpoint::at_start().0;
        given.or_else(own).or_else(kept)
    }

    /// The host, for a sentence; none if it has no address.
    pub(super) fn host(self) -> Option<String> {
        self.desk.with_value(|desk| {
            let session = desk.guard.session()?;
            session.host().map(str::to_owned)
        })
    }

    /// The person agrees.
    pub(super) fn allow(self) {
        let wish = self.wanted.get_untracked().and_then(|Wish(wish)| wish);
        self.wanted.set(None);
        let offered = self.offered();
        self.desk.update_value(|desk| desk.guard.allow());
        match offered {
            Some(connection) => {
                self.app.connection.set(Some(connection));
                self.run(By::Model(wish));
            }
            None => self.app.open_settings(),
        }
    }

    /// Has the link tell whether a person can have seen an element.
    pub(super) fn watch(
        self,
        element: &leptos::web_sys::Element,
        seen: impl FnMut(bool) + 'static,
    ) {
        let seen = Closure::<dyn FnMut(bool)>::new(seen);
        self.with_link(|link| link.watch(element, &seen));
        // Called for as long as the browser watches.
        seen.forget();
    }

    fn export(self, format: String) {
        self.ask(|_, hosted| {
            let asked = format.clone();
            let reply = Reply::new(move |made| {
                let (code, words) = match made {
                    Ok(made) => {
                        return self.say(&FromWidget::export(format, made.name, made.bytes));
                    }
                    Err(Unmade::Format) => (
                        Code::UnknownFormat,
                        "The tool does not export that: `ready` lists its formats, or else they are what its options name.",
                    ),
                    Err(Unmade::Nothing) => (Code::Nothing, "There is nothing yet to export."),
                    Err(Unmade::Failed) => {
                        (Code::Failed, "The file could not be made. The widget says why.")
                    }
                };
                self.say(&FromWidget::unmade(code, words, format));
            });
            hosted.make(&asked, reply);
        });
    }
}

/// What comes of it.
impl Talk {
    fn follow(self) {
        let host = self.app.host;
        Effect::new(move |_| {
            host.served.track();
            let standing = host.ask(|_, hosted| hosted.standing()).unwrap_or_default();
            self.desk.update_value(|desk| {
                desk.standing = standing;
                desk.has_moved = true;
            });
            untrack(|| {
                self.act_soon();
                self.look_soon();
            });
        });
        // What the person does is told of by no signal that all tools have.
        let looks = [
            window_event_listener(ev::input, move |_| self.look_soon()),
            window_event_listener(ev::keyup, move |_| self.look_soon()),
            window_event_listener(ev::pointerup, move |_| self.look_soon()),
            window_event_listener(ev::drop, move |_| self.look_soon()),
            window_event_listener(ev::resize, move |_| self.look_soon()),
        ];
        on_cleanup(move || {
            for look in looks {
                look.remove();
            }
        });
    }

    /// Looks at the tool in a moment, and tells what is new.
    fn look_soon(self) {
        let mut is_first = false;
        self.desk.update_value(|desk| {
            is_first = !desk.is_looking && desk.guard.session().is_some();
            desk.is_looking |= is_first;
        });
        if is_first {
            set_timeout(
                move || {
                    self.desk.update_value(|desk| desk.is_looking = false);
                    self.look();
                },
                PAUSE,
            );
        }
    }

    fn look(self) {
        self.tell_change();
        self.tell_diagnostics();
        self.tell_artifacts();
        self.tell_height();
    }

    fn tell_change(self) {
        // Documents are files, opened beside each other: there is no one input.
        let work = self.app.host.ask(|route, hosted| {
            let has_one = *route != Route::Docs && self.is_there();
            has_one.then(|| hosted.work())
        });
        let Some(work) = work.flatten() else { return };
        let is_new = self.desk.with_value(|desk| {
            let told = &desk.told.work;
            // A text of nothing is no text: that is how tools tell it.
            let blank = |work: &Work| work.iter().all(|(_, text)| text.trim().is_empty());
            !(blank(told) && blank(&work))
                && (told.len() != work.len() || told.iter().zip(&work).any(|(a, b)| a.1 != b.1))
        });
        if !is_new {
            return;
        }
        self.desk
            .update_value(|desk| desk.told.work.clone_from(&work));
        let (name, value) = work.into_iter().next().unwrap_or_default();
        self.say(&FromWidget::Change { value, name });
    }

    fn tell_diagnostics(self) {
        let mut news = None;
        self.desk.update_value(|desk| {
            let diagnostics: Vec<message::Finding> = desk
                .standing
                .diagnostics
                .iter()
                .cloned()
                .map(Into::into)
                .collect();
            if diagnostics != desk.told.diagnostics {
                desk.told.diagnostics.clone_from(&diagnostics);
                news = Some(diagnostics);
            }
        });
        if let Some(diagnostics) = news {
            self.say(&FromWidget::Diagnostic { diagnostics });
        }
    }

    fn tell_artifacts(self) {
        let mut formats = Vec::new();
        let mut complete = true;
        self.desk.update_value(|desk| {
            if std::mem::take(&mut desk.has_moved) {
                formats.clone_from(&desk.standing.formats);
                complete = !desk.standing.is_going;
            }
        });
        for kind in formats {
            let asked = kind.clone();
            let reply = Reply::new(move |made| {
                // What cannot be made is no news: the tool says why.
                let Ok(made) = made else { return };
                let artifact = FromWidget::Artifact {
                    kind: kind.clone(),
                    name: made.name,
                    value: String::from_utf8_lossy(&made.bytes).into_owned(),
                    complete,
                };
                let is_new = self
                    .desk
                    .with_value(|desk| desk.told.artifacts.get(&kind) != Some(&artifact));
                if is_new {
                    self.say(&artifact);
                    self.desk.update_value(|desk| {
                        desk.told.artifacts.insert(kind, artifact);
                    });
                }
            });
            self.ask(|_, hosted| hosted.make(&asked, reply));
        }
    }

    fn tell_height(self) {
        // Before the host is known there is nobody to tell.
        if self.desk.with_value(|desk| desk.guard.session().is_none()) {
            return;
        }
        let mut height = 0;
        self.with_link(|link| height = link.height());
        let is_new = self.desk.with_value(|desk| desk.told.height != height);
        if is_new {
            self.desk.update_value(|desk| desk.told.height = height);
            self.say(&FromWidget::Resize { height });
        }
    }
}

/// What is wrong with a model that a host gave, for whoever wrote the host.
fn in_english(fault: Fault) -> &'static str {
    match fault {
        Fault::NoAddress => "its `baseUrl` is empty",
        Fault::NotHttp => "its `baseUrl` is no address of HTTP or of a WebSocket",
        Fault::NotARoot => "its `baseUrl` holds more than the root of an API",
        Fault::KeyInTheClear => "its key could be read on the way, over http:// or ws://",
        Fault::NoModel => "its `model` is empty",
    }
}

/// What a host gave, as the page asks models.
fn connection(model: &Model) -> Connection {
    Connection {
        base_url: model.base_url.clone(),
        wire: model.wire.clone(),
        model: model.model.clone(),
        key: model.key.clone().unwrap_or_default(),
    }
}
