//! The page: what is shared by all tools, and the frame around the one in view.

use std::ops::Deref;

use ichiban_engine::asking::protocol::{Inquiry, Ticket};
use ichiban_engine::packed::Packed;
use ichiban_model::Failure;
use ichiban_model::model_list::Listed;
use leptos::prelude::*;

use crate::asking::Questions;
use crate::endpoint::{
    self, Connection, Models, Probe, Settings, SettingsViews, Spending, ToolModels,
};
use crate::shell::announce::{Announcer, LiveRegion};
use crate::shell::favourites::Favourites;
use crate::shell::hosted::Host;
use crate::shell::language;
use crate::shell::palette::{self, Palette, Palettes};
use crate::shell::part::Part;
use crate::shell::rail::Rail;
use crate::shell::route::{Route, Router};
use crate::shell::theme::Theme;
use crate::shell::words::{self, Language, t};
use crate::{data, diagram, docs, translate, widget};

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
    /// What is connected once its key is unlocked, without that.
    pub(crate) locked: RwSignal<Option<Connection>>,
    /// The models that tools have in place of the connection's.
    pub(crate) tool_models: StoredValue<ToolModels>,
    /// Whether the settings are open.
    pub(crate) settings_open: RwSignal<bool>,
    /// The form of the settings.
    pub(crate) settings_form: Part<SettingsViews>,
    /// What a test of the endpoint says.
    pub(crate) probe: RwSignal<Probe>,
    /// The models that the endpoint lists.
    pub(crate) models: RwSignal<Models>,
    /// What models have cost, and what they may.
    pub(crate) spending: Spending,
    /// The tools that the person has marked.
    pub(crate) favourites: Favourites,
    /// Light or dark.
    pub(crate) theme: RwSignal<Theme>,
    /// The language in which the views are made.
    pub(crate) language: RwSignal<Language>,
    /// The one that was chosen in the settings, and whose words could not be fetched.
    pub(crate) unspoken: RwSignal<Option<Language>>,
    /// Whether the views go only to come back in another language.
    pub(crate) is_made_anew: StoredValue<bool>,
    /// What was typed into the settings, while their form is made anew.
    pub(crate) draft: StoredValue<Option<Connection>>,
    /// Whether a run goes on.
    pub(crate) is_busy: RwSignal<bool>,
    /// What the shell asks of the tool in view.
    pub(crate) host: Host,
    /// Every command by name.
    pub(crate) palette: Palette,
    /// A text on its way from one tool to another.
    passed: StoredValue<Option<Passed>>,
    router: Router,
    /// What lives as long as the page does.
    owner: StoredValue<Owner>,
    announcer: Announcer,
    /// What tools ask of models (`asking.rs`).
    pub(crate) questions: StoredValue<Questions, LocalStorage>,
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

impl App {
    /// To be made once: it is never freed.
    fn new(router: Router) -> Self {
        // Whoever shows a widget gets nothing of what the person has kept.
        let (connection, locked) = if router.is_widget {
            (None, None)
        } else {
            endpoint::at_start()
        };
        Self(Box::leak(Box::new(Shared {
            host: Host::new(router),
            palette: Palette::new(),
            passed: StoredValue::new(None),
            router,
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            connection: RwSignal::new(connection),
            locked: RwSignal::new(locked),
            tool_models: StoredValue::new(ToolModels::kept()),
            settings_open: RwSignal::new(!router.is_widget && endpoint::is_coming_back()),
            settings_form: endpoint::settings_form(),
            probe: RwSignal::default(),
            models: RwSignal::default(),
            spending: Spending::new(),
            favourites: Favourites::new(),
            theme: RwSignal::new(Theme::kept()),
            language: RwSignal::new(words::language()),
            unspoken: RwSignal::new(None),
            is_made_anew: StoredValue::new(false),
            draft: StoredValue::new(None),
            is_busy: RwSignal::new(false),
            announcer: Announcer::new(),
            questions: StoredValue::new_local(Questions::default()),
        })))
    }

    /// Has an endpoint tested; the answer comes to [`App::probe`].
    pub(crate) fn test(self, connection: &Connection) {
        let model = connection.model.clone();
        let ticket = self.inquire(connection, Inquiry::Test { model });
        self.probe.set(Probe::Asked(ticket));
    }

    /// Asks an endpoint for its models; the answer comes to [`App::models`].
    pub(crate) fn list_models(self, connection: &Connection) {
        let ticket = self.inquire(connection, Inquiry::Models);
        self.models.set(Models::Asked(ticket));
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
    pub(crate) fn tested(self, ticket: Ticket, result: Result<Option<String>, Failure>) {
        self.probe.update(|probe| {
            if *probe == Probe::Asked(ticket) {
                *probe = Probe::Told(result);
            }
        });
    }

    /// Takes the list of an endpoint's models.
    pub(crate) fn listed(self, ticket: Ticket, result: Result<Packed<Vec<Listed>>, Failure>) {
        self.models.update(|models| {
            if *models == Models::Asked(ticket) {
                *models = Models::Told(result);
            }
        });
    }

    /// Nobody will answer what was asked of an endpoint.
    pub(crate) fn inquiries_failed(self, failure: &Failure) {
        self.probe.update(|probe| {
            if matches!(probe, Probe::Asked(_)) {
                *probe = Probe::Told(Err(failure.clone()));
            }
        });
        self.models.update(|models| {
            if matches!(models, Models::Asked(_)) {
                *models = Models::Told(Err(failure.clone()));
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
    let translate = translate::part();
    let data = data::part();
    let diagram = diagram::part();
    let docs = docs::part();
    Effect::new(move |_| app.theme.get().apply(!router.is_widget));
    Effect::new(move |_| language::tell(app.language.get()));
    // A file of settings may name another one. It counts when the settings are closed: in them, what came
    // of the file can be read until then.
    Effect::new(move |_| {
        if app.settings_open.get() {
            return;
        }
        app.unspoken.set(None);
        if router.is_widget {
            return;
        }
        if let Some(chosen) = language::kept().filter(|chosen| *chosen != words::language()) {
            app.speak(chosen, || ());
        }
    });
    Effect::new(move |_| {
        app.language.track();
        document().set_title(&router.route.with(Route::title));
    });
    endpoint::keep_warm(app);
    // In another language the views are made anew; what they show lives on.
    let worded = move |view: fn(App, Router) -> AnyView| {
        move || {
            app.language.track();
            view(app, router)
        }
    };
    view! {
        {worded(|_, _| view! { <a class="skip" href="#work">{t!("shell-skip")}</a> }.into_any())}
        {if router.is_widget {
            widget::part().show_or_tell(move |views| (views.around)(app, router))
        } else {
            worded(|app, router| view! { <Rail app router /> }.into_any()).into_any()
        }}
        {move || {
            app.language.track();
            match router.route.get() {
                Route::Translate => translate.show_or_tell(move |views| (views.translate)(app)),
                Route::Convert => data.show_or_tell(move |views| (views.convert)(app)),
                Route::Repair => data.show_or_tell(move |views| (views.repair)(app)),
                Route::Diagram => diagram.show_or_tell(move |views| (views.diagram)(app)),
                Route::Docs => docs.show_or_tell(move |views| (views.docs)(app)),
                Route::Unknown(path) => palette::lost(app, path, router),
            }
        }}
        {worded(|app, _| view! { <Settings app /> }.into_any())}
        <Palettes app router />
        <LiveRegion announcer=app.announcer />
    }
}
