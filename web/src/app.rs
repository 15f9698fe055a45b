//! The page: what is shared by all tools, and the frame around the one in view.

use std::ops::Deref;

use ichiban_model::Failure;
use leptos::prelude::*;

use crate::asking::Questions;
use crate::endpoint::{self, Connection, Probe, Settings, SettingsViews};
use crate::shell::announce::{Announcer, LiveRegion};
use crate::shell::part::Part;
use crate::shell::rail::Rail;
use crate::shell::route::{Route, Router};
use crate::shell::theme::Theme;
use crate::translate::{self, Translate};
use crate::{data, diagram, docs};

/// What all tools share. A handle: copies mean the same state.
#[derive(Clone, Copy)]
pub(crate) struct App(&'static Shared);

impl Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

/// What [`App`] is a handle of.
pub(crate) struct Shared {
    /// Where models are asked, once the person has said so.
    pub(crate) connection: RwSignal<Option<Connection>>,
    /// Whether the settings are open.
    pub(crate) settings_open: RwSignal<bool>,
    /// The form of the settings.
    pub(crate) settings_form: Part<SettingsViews>,
    /// What a test of the endpoint says.
    pub(crate) probe: RwSignal<Probe>,
    /// Light or dark.
    pub(crate) theme: RwSignal<Theme>,
    /// Whether a run goes on.
    pub(crate) is_busy: RwSignal<bool>,
    /// A text on its way from one tool to another.
    passed: StoredValue<Option<Passed>>,
    router: Router,
    /// What lives as long as the page does.
    owner: StoredValue<Owner>,
    announcer: Announcer,
    /// What tools ask of models (`asking.rs`).
    pub(crate) questions: StoredValue<Questions, LocalStorage>,
    tester: StoredValue<Option<Tester>, LocalStorage>,
    tests: StoredValue<u32>,
}

/// A text that one tool hands to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Passed {
    /// To which.
    pub(crate) to: Route,
    /// The whole text.
    pub(crate) text: String,
    /// The name of the file it is, or comes from.
    pub(crate) name: Option<String>,
    /// The format to read it in, where it is not to be found out.
    pub(crate) format: Option<&'static str>,
}

/// Has an endpoint tested, under a ticket.
type Tester = Box<dyn Fn(&Connection, u32)>;

impl App {
    /// To be made once: it is never freed.
    fn new(router: Router) -> Self {
        Self(Box::leak(Box::new(Shared {
            passed: StoredValue::new(None),
            router,
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            connection: RwSignal::new(endpoint::kept().map(|(connection, _)| connection)),
            settings_open: RwSignal::new(false),
            settings_form: endpoint::settings_form(),
            probe: RwSignal::default(),
            theme: RwSignal::new(Theme::kept()),
            is_busy: RwSignal::new(false),
            announcer: Announcer::new(),
            questions: StoredValue::new_local(Questions::default()),
            tester: StoredValue::new_local(None),
            tests: StoredValue::new(0),
        })))
    }

    /// Names who tests endpoints: whoever has the worker.
    pub(crate) fn set_tester(self, tester: impl Fn(&Connection, u32) + 'static) {
        self.tester.set_value(Some(Box::new(tester)));
    }

    /// Has an endpoint tested; the answer comes to [`App::probe`].
    pub(crate) fn test(self, connection: &Connection) {
        self.tests.update_value(|tests| *tests += 1);
        let ticket = self.tests.get_value();
        self.probe.set(Probe::Asked(ticket));
        self.tester.with_value(|tester| {
            if let Some(tester) = tester {
                tester(connection, ticket);
            }
        });
    }

    /// Opens a text in another tool.
    pub(crate) fn pass(self, passed: Passed) {
        let to = passed.to.clone();
        self.passed.set_value(Some(passed));
        self.router.go(&to);
    }

    /// Takes the text that was handed to this tool, if there is one.
    pub(crate) fn take_passed(self, tool: &Route) -> Option<Passed> {
        let mut taken = None;
        self.passed.update_value(|passed| {
            taken = passed.take_if(|passed| passed.to == *tool);
        });
        taken
    }

    /// Makes something that lives as long as the page, whichever view asks for it.
    pub(crate) fn make<T>(self, make: impl FnOnce() -> T) -> T {
        self.owner.with_value(|owner| owner.with(make))
    }

    /// Opens the settings.
    pub(crate) fn open_settings(self) {
        self.settings_open.set(true);
    }

    /// Takes the answer to a test of the endpoint.
    pub(crate) fn probed(self, ticket: u32, result: Result<Option<String>, Failure>) {
        self.probe.update(|probe| {
            if *probe == Probe::Asked(ticket) {
                *probe = Probe::Told(result);
            }
        });
    }

    /// Says something to a screen reader, if nothing newer comes within a few seconds.
    pub(crate) fn announce(self, text: String) {
        self.announcer.later(text);
    }

    /// Says something to a screen reader now.
    pub(crate) fn announce_now(self, text: String) {
        self.announcer.now(text);
    }
}

/// The whole page.
#[component]
pub(crate) fn Page() -> impl IntoView {
    let router = Router::start();
    let app = App::new(router);
    let translate = translate::State::new(app);
    let data = data::part();
    let diagram = diagram::part();
    let docs = docs::part();
    Effect::new(move |_| app.theme.get().apply());
    view! {
        <a class="skip" href="#work">"Skip to work area"</a>
        <Rail app router />
        {move || match router.route.get() {
            Route::Translate => view! { <Translate state=translate /> }.into_any(),
            Route::Convert => data.show_or_tell(move |views| (views.convert)(app)),
            Route::Repair => data.show_or_tell(move |views| (views.repair)(app)),
            Route::Diagram => diagram.show_or_tell(move |views| (views.diagram)(app)),
            Route::Docs => docs.show_or_tell(move |views| (views.docs)(app)),
            Route::Unknown(path) => view! { <NotFound path router /> }.into_any(),
        }}
        <Settings app />
        <LiveRegion announcer=app.announcer />
    }
}

/// An address that leads nowhere.
#[component]
fn NotFound(path: String, router: Router) -> impl IntoView {
    view! {
        <main id="work" class="lost">
            <h1>"There is nothing here"</h1>
            <p>"The address " <code>{path}</code> " belongs to no tool."</p>
            <p>
                <a href=Route::Translate.path() on:click=move |event| router.follow(&event, &Route::Translate)>
                    "Translate a JSON catalogue"
                </a>
            </p>
        </main>
    }
}
