//! Documentation to try the tool on: of the kinds that people bring. The texts are fetched with the
//! first that is opened.

use leptos::web_sys;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(raw_module = "@js/docs.ts")]
extern "C" {
    /// Fetches the styles of the tool.
    #[wasm_bindgen(js_name = docsPage, catch)]
    pub(super) async fn docs_styles() -> Result<(), JsValue>;

    /// The files of what is dropped, if a folder is among it.
    #[wasm_bindgen(js_name = droppedFolders)]
    pub(super) fn dropped_folders(event: &web_sys::DragEvent) -> Option<js_sys::Promise>;

    /// The text of an example, by the name of its file within `web/examples/docs`.
    #[wasm_bindgen(js_name = docsExample, catch)]
    pub(super) async fn docs_example(name: &str) -> Result<JsValue, JsValue>;
}

/// Documentation to try.
pub(super) struct Example {
    /// What it is: an id.
    pub(super) title: &'static str,
    /// What it shows: an id.
    pub(super) about: &'static str,
    /// A line of it.
    pub(super) sample: &'static str,
    /// The name of its file, within `web/examples/docs`.
    pub(super) name: &'static str,
}

/// Every example.
pub(super) const EXAMPLES: &[Example] = &[
    Example {
        title: "docs-example-markdown",
        about: "docs-example-markdown-about",
        sample: "POST /v1/parcels/{parcel_id}/labels",
        name: "parcels.md",
    },
    Example {
        title: "docs-example-page",
        about: "docs-example-page-about",
        sample: "<dt><code>starts_at</code> <em>required</em>",
        name: "rooms.html",
    },
    Example {
        title: "docs-example-har",
        about: "docs-example-har-about",
        sample: "GET /api/playlists/51/tracks?page=2",
        name: "session.har",
    },
    Example {
        title: "docs-example-curl",
        about: "docs-example-curl-about",
        sample: "curl -X PATCH https://api.example.org/…",
        name: "terminal.txt",
    },
];
