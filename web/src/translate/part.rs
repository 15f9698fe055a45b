//! Translate is fetched apart from the page, when it is first opened. What is shown of an open source
//! comes after it (`work.rs`).

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::app::App;
use crate::shell::part::Part;

/// The tool.
#[derive(Clone, Copy)]
pub(crate) struct Views {
    /// JSON · Translate.
    pub(crate) translate: fn(App) -> AnyView,
}

/// The part of this tool.
pub(crate) fn part() -> Part<Views> {
    Part::new(|| Box::pin(views())).worded(&["translate", "failures"])
}

// Fetching can fail, even where making the views cannot.
#[allow(clippy::unnecessary_wraps)]
#[wasm_split(translate, wasm_split_path = ::leptos::wasm_split, fallible)]
fn views() -> Result<Views, SplitLoaderError> {
    Ok(Views {
        translate: super::view,
    })
}
