//! Addresses of the page: which path shows which tool.
//!
//! There are as many routes as tools, none with parameters; a routing library would weigh more
//! than the rest of the page.

use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsValue;

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

impl Route {
    /// Reads a URL's path.
    pub(crate) fn of_path(path: &str) -> Self {
        match path.trim_end_matches('/') {
            "" | "/index.html" | "/json/translate" => Self::Translate,
            "/json/convert" => Self::Convert,
            "/json/repair" => Self::Repair,
            "/diagram" => Self::Diagram,
            "/docs" => Self::Docs,
            _ => Self::Unknown(path.to_owned()),
        }
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

    /// What the browser's tab says.
    pub(crate) fn title(&self) -> &'static str {
        match self {
            Self::Translate => "Translate JSON · Ichiban",
            Self::Convert => "Convert JSON · Ichiban",
            Self::Repair => "Repair JSON · Ichiban",
            Self::Diagram => "Diagrams · Ichiban",
            Self::Docs => "Docs · Ichiban",
            Self::Unknown(_) => "Not found · Ichiban",
        }
    }
}

/// Where the person is.
#[derive(Clone, Copy)]
pub(crate) struct Router {
    /// The place in view.
    pub(crate) route: RwSignal<Route>,
}

impl Router {
    /// Reads the address and follows it from now on.
    pub(crate) fn start() -> Self {
        let router = Self {
            route: RwSignal::new(here()),
        };
        let listener = window_event_listener(ev::popstate, move |_| router.route.set(here()));
        on_cleanup(move || listener.remove());
        Effect::new(move |_| document().set_title(router.route.with(Route::title)));
        router
    }

    /// Goes somewhere without loading the page anew.
    pub(crate) fn go(self, route: &Route) {
        let pushed = window().history().and_then(|history| {
            history.push_state_with_url(&JsValue::NULL, "", Some(&route.path()))
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

fn here() -> Route {
    // An address that cannot be read is that of the first page.
    Route::of_path(&window().location().pathname().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

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
    fn a_stray_path_is_told() {
        assert_eq!(Route::of_path("/nope"), Route::Unknown("/nope".to_owned()));
    }
}
