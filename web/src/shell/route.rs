//! Addresses of the page: which path shows which tool.
//!
//! There are as many routes as tools, none with parameters; a routing library would weigh more
//! than the rest of the page.
//!
//! Paths are those of a site that begins at `/`. Where it begins elsewhere, what the browser is given
//! ([`Route::href`]) and what it says (`address`) differ by that beginning, and nothing else does.

use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::prelude::*;

use super::words::t;

#[wasm_bindgen(raw_module = "@js/base.ts")]
extern "C" {
    /// The path at which the site begins, with a slash at its end.
    fn base() -> String;
}

/// A place in the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Route {
    /// JSON · Translate.
    Translate,
    /// JSON · Convert.
    Convert,
    /// JSON · Repair.
    Repair,
    /// Diagrams.
    Diagram,
    /// Documentation.
    Docs,
    /// A path that belongs to nothing.
    Unknown(String),
}

/// Every tool: its address, and the ids of its name and of what it is for (`locales/<language>/shell.ftl`).
pub(crate) const TOOLS: [(Route, &str, &str); 5] = [
    (Route::Translate, "shell-translate", "shell-translate-about"),
    (Route::Convert, "shell-convert", "shell-convert-about"),
    (Route::Repair, "shell-repair", "shell-repair-about"),
    (Route::Diagram, "shell-diagram", "shell-diagram-about"),
    (Route::Docs, "shell-docs", "shell-docs-about"),
];

/// The tools by what they are for, each by its name (see [`Route::of_tool`]).
pub(crate) const GROUPS: [(&str, &[&str]); 3] = [
    ("JSON", &["translate", "convert", "repair"]),
    ("Mermaid", &["diagram"]),
    ("API", &["docs"]),
];

impl Route {
    /// Reads a URL's path.
    pub(crate) fn of_path(path: &str) -> Self {
        match path.trim_end_matches('/') {
            "" | "/index.html" | "/json/translate" => Self::Translate,
            "/json/convert" => Self::Convert,
            "/json/repair" => Self::Repair,
            "/diagram" => Self::Diagram,
            "/docs" => Self::Docs,
            path => {
                let tool = path.strip_prefix(WIDGET).and_then(Self::of_tool);
                tool.unwrap_or_else(|| Self::Unknown(path.to_owned()))
            }
        }
    }

    /// The tool that goes by a name in the address of a widget.
    pub(crate) fn of_tool(name: &str) -> Option<Self> {
        Some(match name {
            "translate" => Self::Translate,
            "convert" => Self::Convert,
            "repair" => Self::Repair,
            "diagram" | "mermaid" => Self::Diagram,
            "docs" => Self::Docs,
            _ => return None,
        })
    }

    /// The name of the tool here; none where there is no tool.
    pub(crate) fn name(&self) -> Option<&'static str> {
        Some(match self {
            Self::Translate => "translate",
            Self::Convert => "convert",
            Self::Repair => "repair",
            Self::Diagram => "diagram",
            Self::Docs => "docs",
            Self::Unknown(_) => return None,
        })
    }

    /// The path that leads here.
    pub(crate) fn path(&self) -> String {
        match self {
            Self::Translate => "/json/translate".to_owned(),
            Self::Convert => "/json/convert".to_owned(),
            Self::Repair => "/json/repair".to_owned(),
            Self::Diagram => "/diagram".to_owned(),
            Self::Docs => "/docs".to_owned(),
            Self::Unknown(path) => path.clone(),
        }
    }

    /// The address that leads here, on the host that the page is from.
    pub(crate) fn href(&self) -> String {
        base() + self.path().trim_start_matches('/')
    }

    /// What the browser's tab says.
    pub(crate) fn title(&self) -> String {
        match self {
            Self::Translate => t!("shell-title-translate"),
            Self::Convert => t!("shell-title-convert"),
            Self::Repair => t!("shell-title-repair"),
            Self::Diagram => t!("shell-title-diagram"),
            Self::Docs => t!("shell-title-docs"),
            Self::Unknown(_) => t!("shell-title-lost"),
        }
    }
}

/// What the addresses of widgets begin with: a tool's name follows.
const WIDGET: &str = "/embed/";

/// Where the person is.
#[derive(Clone, Copy)]
pub(crate) struct Router {
    /// The place in view.
    pub(crate) route: RwSignal<Route>,
    /// Whether the page is a widget, which others may show: a tool and nothing around it.
    pub(crate) is_widget: bool,
}

impl Router {
    /// Reads the address and follows it from now on.
    pub(crate) fn start() -> Self {
        let path = address();
        let router = Self {
            route: RwSignal::new(Route::of_path(&path)),
            is_widget: path.starts_with(WIDGET),
        };
        let listener = window_event_listener(ev::popstate, move |_| {
            router.route.set(Route::of_path(&address()));
        });
        on_cleanup(move || listener.remove());
        router
    }

    /// Goes somewhere without loading the page anew.
    pub(crate) fn go(self, route: &Route) {
        if self.is_widget {
            // Its address is the host's affair, and so is what "back" means.
            self.route.set(route.clone());
            return;
        }
        let pushed = window().history().and_then(|history| {
            history.push_state_with_url(&JsValue::NULL, "", Some(&route.href()))
        });
        if pushed.is_ok() {
            self.route.set(route.clone());
        }
    }

    /// Follows a click on a link, unless the person wants it in another tab.
    pub(crate) fn follow(self, event: &web_sys::MouseEvent, route: &Route) {
        if event.button() != 0
            || event.ctrl_key()
            || event.meta_key()
            || event.shift_key()
            || event.alt_key()
        {
            return;
        }
        event.prevent_default();
        self.go(route);
    }
}

/// The path in the address, below where the site begins.
fn address() -> String {
    // An address that cannot be read is that of the first page.
    let path = window().location().pathname().unwrap_or_default();
    below(&base(), &path).to_owned()
}

/// A path without that of the site, beginning with a slash if there is more of it.
fn below<'a>(base: &str, path: &'a str) -> &'a str {
    path.strip_prefix(base.trim_end_matches('/'))
        .unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::words::text_if;

    #[test]
    fn a_site_may_begin_below_the_root_of_its_host() {
        for (base, path, expected) in [
            ("/", "/json/convert", "/json/convert"),
            ("/", "/", "/"),
            ("/tools/", "/tools/json/convert", "/json/convert"),
            ("/tools/", "/tools/", "/"),
            ("/tools/", "/tools", ""),
            ("/a/b/", "/a/b/embed/docs", "/embed/docs"),
        ] {
            assert_eq!(below(base, path), expected, "{path} on {base}");
        }
    }

    #[test]
    fn every_tool_is_found_at_its_own_path() {
        for route in [
            Route::Translate,
            Route::Convert,
            Route::Repair,
            Route::Diagram,
            Route::Docs,
        ] {
            assert_eq!(Route::of_path(&route.path()), route);
        }
        assert_eq!(Route::of_path("/json/translate/"), Route::Translate);
        assert_eq!(Route::of_path("/"), Route::Translate);
    }

    #[test]
    fn every_tool_stands_in_one_group() {
        let listed = GROUPS
            .into_iter()
            .flat_map(|(_, names)| names.iter().copied());
        let named: Vec<_> = TOOLS
            .iter()
            .filter_map(|(route, ..)| route.name())
            .collect();
        assert_eq!(listed.collect::<Vec<_>>(), named);
        for (route, ..) in TOOLS {
            assert_eq!(route.name().and_then(Route::of_tool), Some(route));
        }
    }

    #[test]
    fn every_tool_has_a_name_and_says_what_it_is_for() {
        for (_, name, about) in TOOLS {
            assert!(
                text_if(name).is_some() && text_if(about).is_some(),
                "{name}"
            );
        }
    }

    #[test]
    fn every_tool_has_a_widget() {
        for (name, route) in [
            ("translate", Route::Translate),
            ("convert", Route::Convert),
            ("repair", Route::Repair),
            ("diagram", Route::Diagram),
            ("mermaid", Route::Diagram),
            ("docs", Route::Docs),
        ] {
            assert_eq!(Route::of_path(&format!("/embed/{name}")), route);
        }
    }

    #[test]
    fn a_stray_path_is_told() {
        assert_eq!(Route::of_path("/nope"), Route::Unknown("/nope".to_owned()));
        assert!(matches!(Route::of_path("/embed/nope"), Route::Unknown(_)));
    }
}
