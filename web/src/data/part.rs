//! Convert and Repair are fetched apart from the page, when one of them is first opened.

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::app::App;
use crate::shell::part::Part;
use crate::{convert, repair};

/// The tools.
#[derive(Clone, Copy)]
pub(crate) struct Views {
    /// JSON · Convert.
    pub(crate) convert: fn(App) -> AnyView,
    /// JSON · Repair.
    pub(crate) repair: fn(App) -> AnyView,
}

/// The part of these tools.
pub(crate) fn part() -> Part<Views> {
    Part::new(|| Box::pin(views()))
        .styled("tools")
        .worded(&["convert", "repair"])
}

// Fetching can fail, even where making the views cannot.
#[allow(clippy::unnecessary_wraps)]
#[wasm_split(data, wasm_split_path = ::leptos::wasm_split, fallible)]
fn views() -> Result<Views, SplitLoaderError> {
    Ok(Views {
        convert: convert::view,
        repair: repair::view,
    })
}
