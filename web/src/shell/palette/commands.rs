//! What can be done now.

use ichiban_shell::favourites::{Line, lines};
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::links;
use crate::app::App;
use crate::shell::history::{self, History};
use crate::shell::hosted::Errand;
use crate::shell::keys;
use crate::shell::route::{GROUPS, Route, Router, TOOLS};
use crate::shell::theme::Theme;
use crate::shell::words::{self, Language, t, text, text_if};
use crate::{convert, diagram, docs, repair, translate};

/// Buttons that the tool in view has for what it can do now. A command does what its button does,
/// and is there when its button is: so no tool tells its actions twice.
const BUTTONS: &str = "#work .bar button:not(:disabled):not([role=menuitem]), \
                       #work .options button:not(:disabled), #work .status button:not(:disabled)";

/// As much of the history stands among the commands.
const RECENT: usize = 20;

/// Something to do.
pub(super) struct Command {
    /// What it is called.
    pub(super) title: String,
    /// What else it is found by.
    pub(super) about: String,
    /// Where it belongs.
    pub(super) group: String,
    /// The keys that do it as well.
    pub(super) keys: Option<String>,
    /// What is done.
    pub(super) deed: Deed,
}

/// What is done.
#[derive(Clone)]
pub(super) enum Deed {
    Go(Route),
    Press(web_sys::HtmlElement),
    Example(Route, usize),
    Settings,
    Theme(Theme),
    Language(Language),
    Favourite(&'static str),
    Keys,
    History,
    Recall(String),
    Link { with_input: bool },
}

/// What can be done now: first what the tool in view can, then where to go, then the rest.
pub(super) fn commands(app: App, router: Router) -> Vec<Command> {
    let mut all = actions();
    if app.host.ask(|_, _| ()).is_some() {
        for (title, with_input) in [
            (t!("page-command-link"), false),
            (t!("page-command-link-with-input"), true),
        ] {
            all.push(Command {
                title,
                about: t!("page-command-link-about"),
                group: t!("page-group-action"),
                keys: None,
                deed: Deed::Link { with_input },
            });
        }
    }
    let here = router.route.get_untracked();
    for (route, name, about) in tools(app).into_iter().filter(|(route, ..)| *route != here) {
        let english = route.name().unwrap_or_default();
        all.push(Command {
            title: text(name),
            about: format!("{} {english}", text(about)),
            group: t!("page-group-tool"),
            keys: None,
            deed: Deed::Go(route),
        });
    }
    recent(&mut all);
    favourites(app, &here, &mut all);
    all.push(Command {
        title: t!("shell-history"),
        about: t!("page-command-history-about"),
        group: t!("page-group-setting"),
        keys: None,
        deed: Deed::History,
    });
    all.push(Command {
        title: t!("page-setting-endpoint"),
        about: t!("page-command-endpoint-about"),
        group: t!("page-group-setting"),
        keys: None,
        deed: Deed::Settings,
    });
    for (title, about) in [
        (t!("page-offline-title"), t!("page-command-offline-about")),
        (t!("page-settings-title"), t!("page-command-settings-about")),
    ] {
        all.push(Command {
            title,
            about,
            group: t!("page-group-setting"),
            keys: None,
            deed: Deed::Settings,
        });
    }
    let theme = app.theme.get_untracked();
    for other in [Theme::System, Theme::Light, Theme::Dark] {
        if other != theme {
            all.push(Command {
                title: t!("page-command-theme", theme = other.label()),
                about: t!("page-command-theme-about"),
                group: t!("page-group-setting"),
                keys: None,
                deed: Deed::Theme(other),
            });
        }
    }
    languages(&mut all);
    all.push(Command {
        title: t!("page-keys-title"),
        about: t!("page-command-keys-about"),
        group: t!("page-group-help"),
        keys: Some(keys::KEYS.label()),
        deed: Deed::Keys,
    });
    examples(&mut all, &here);
    all
}

/// The tools, those that are marked first, as they stand in the rail: with the ids of their words.
fn tools(app: App) -> Vec<(Route, &'static str, &'static str)> {
    let marked = app.favourites.0.get_untracked();
    let lines = lines(&GROUPS, &marked);
    let named = lines.into_iter().filter_map(|line| match line {
        Line::Tool(name) => Route::of_tool(name),
        Line::Head(_) => None,
    });
    named
        .filter_map(|route| TOOLS.into_iter().find(|(known, ..)| *known == route))
        .collect()
}

/// Tools are marked, or no longer: the one in view first.
fn favourites(app: App, here: &Route, all: &mut Vec<Command>) {
    let mut tools = TOOLS;
    tools.sort_by_key(|(route, ..)| route != here);
    for (route, label, _) in tools {
        let Some(name) = route.name() else { continue };
        let is_marked = untrack(|| app.favourites.has(name));
        all.push(Command {
            title: if is_marked {
                t!("page-command-favourite-remove", tool = text(label))
            } else {
                t!("page-command-favourite-add", tool = text(label))
            },
            about: t!("page-command-favourite-about"),
            group: t!("page-group-setting"),
            keys: None,
            deed: Deed::Favourite(name),
        });
    }
}

/// The languages that the page does not speak now, each found by its tag, too.
fn languages(all: &mut Vec<Command>) {
    let now = words::language();
    for other in Language::ALL.into_iter().filter(|it| *it != now) {
        all.push(Command {
            title: t!("page-command-language", language = other.name()),
            about: format!("{} {}", t!("page-command-language-about"), other.tag()),
            group: t!("page-group-setting"),
            keys: None,
            deed: Deed::Language(other),
        });
    }
}

/// What was worked on last.
fn recent(all: &mut Vec<Command>) {
    let heads = History::get().map(|history| history.heads.get_untracked());
    for (key, head) in heads.unwrap_or_default().into_iter().take(RECENT) {
        all.push(Command {
            title: head.title,
            about: t!("page-command-recent-about", tool = &head.tool),
            group: t!("page-group-recent"),
            keys: None,
            deed: Deed::Recall(key),
        });
    }
}

/// The words of tools, which have the titles of their examples among them: by the names of the tools.
pub(super) const OF_EXAMPLES: &[&str] = &["translate", "convert", "repair", "diagram", "docs"];

/// Whether the words of all examples have come.
pub(super) fn has_all_examples() -> bool {
    OF_EXAMPLES.iter().all(|tool| are_worded(tool))
}

/// Whether the words of a tool's examples have come.
fn are_worded(tool: &str) -> bool {
    words::has(words::language(), tool)
}

/// Titles, and what they show.
type Titles = Vec<(String, String)>;

/// What these ids say; a title that has none is a name that is the same in every language.
fn said(examples: impl Iterator<Item = (&'static str, &'static str)>) -> Titles {
    let said = |id: &str| text_if(id).unwrap_or_else(|| id.to_owned());
    examples
        .map(|(title, about)| (said(title), said(about)))
        .collect()
}

/// Every tool's examples, those of the tool in view first. Those of a tool whose words have not come yet
/// are left out.
fn examples(all: &mut Vec<Command>, here: &Route) {
    let mut tools: [(Route, Titles); 5] = [
        (Route::Translate, said(translate::examples())),
        (Route::Convert, said(convert::examples())),
        (Route::Repair, said(repair::examples())),
        (Route::Diagram, said(diagram::examples())),
        (Route::Docs, said(docs::examples())),
    ];
    // Stable: the others stay in order.
    tools.sort_by_key(|(route, ..)| route != here);
    for (route, examples) in tools {
        let english = route.name().unwrap_or_default();
        if !are_worded(english) {
            continue;
        }
        let known = TOOLS.iter().find(|(known, ..)| *known == route);
        let tool = known.map(|(_, name, _)| text(name)).unwrap_or_default();
        let group = t!("page-group-example", tool = tool);
        for (place, (title, about)) in examples.into_iter().enumerate() {
            all.push(Command {
                title,
                about: format!("{about} {group} {english} example"),
                group: group.clone(),
                keys: None,
                deed: Deed::Example(route.clone(), place),
            });
        }
    }
}

/// What the buttons of the tool in view do.
fn actions() -> Vec<Command> {
    let Ok(buttons) = document().query_selector_all(BUTTONS) else {
        return Vec::new();
    };
    (0..buttons.length())
        .filter_map(|at| buttons.item(at)?.dyn_into::<web_sys::HtmlElement>().ok())
        .filter(|button| button.offset_parent().is_some())
        .filter_map(|button| {
            let said = button.get_attribute("aria-label");
            let shown = said.or_else(|| button.text_content()).unwrap_or_default();
            let title = shown.split_whitespace().collect::<Vec<_>>().join(" ");
            (!title.is_empty()).then(|| Command {
                title,
                about: button.get_attribute("title").unwrap_or_default(),
                group: t!("page-group-action"),
                keys: None,
                deed: Deed::Press(button),
            })
        })
        .collect()
}

impl Deed {
    /// Does it, once the list is closed and the focus is back where it was.
    pub(super) fn do_it(self, app: App, router: Router) {
        request_animation_frame(move || match self {
            Self::Go(route) => router.go(&route),
            Self::Press(button) => {
                // What opens below a button takes the focus from it.
                let _ = button.focus();
                button.click();
            }
            Self::Example(route, place) => app.host.send(&route, Errand::Example(place)),
            Self::Settings => app.open_settings(),
            Self::Theme(theme) => app.theme.set(theme),
            Self::Language(language) => app.speak(language, || {}),
            Self::Favourite(name) => app.favourites.toggle(name),
            Self::Keys => app.palette.shows_keys.set(true),
            Self::History => app.palette.shows_history.set(true),
            Self::Recall(key) => history::recall(key),
            Self::Link { with_input } => links::copy(app, with_input),
        });
    }
}
