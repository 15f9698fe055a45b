//! The tool is fetched apart from the page, when it is first opened.

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::app::App;
use crate::shell::part::Part;

/// The tool.
#[derive(Clone, Copy)]
pub(crate) struct Views {
    /// Docs.
    pub(crate) docs: fn(App) -> AnyView,
}

/// The part of this tool.
pub(crate) fn part() -> Part<Views> {
    Part::new(|| Box::pin(views()))
        .styled("tools")
        .worded(&["docs", "answer", "failures"])
}

// Fetching can fail, even where making the views cannot.
#[allow(clippy::unnecessary_wraps)]
#[wasm_split(docs, wasm_split_path = ::leptos::wasm_split, fallible)]
fn views() -> Result<Views, SplitLoaderError> {
    Ok(Views { docs: super::view })
}
