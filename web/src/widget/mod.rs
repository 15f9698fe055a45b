//! The widget, `/embed/<tool>`: a tool without the rail, which other sites show in a frame, and its
//! talk with the page that does.
//!
//! | file | concern |
//! | --- | --- |
//! | `talk` | what the host asks for is done, and what comes of it told |
//! | `facts` | what each tool can do, as hosts are told |
//! | `link` | the browser's side: windows, ports, the configuration |
//! | `view` | what a person sees of it |
//!
//! What may pass is decided by `ichiban_embed`.

mod facts;
mod link;
mod talk;
mod view;

use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

use crate::app::App;
use crate::shell::part::Part;
use crate::shell::route::Router;

/// What stands around the tool, in place of the rail.
#[derive(Clone, Copy)]
pub(crate) struct Views {
    /// It begins the talk, too.
    pub(crate) around: fn(App, Router) -> AnyView,
}

/// The part of widgets.
pub(crate) fn part() -> Part<Views> {
    Part::new(|| Box::pin(views()))
        .styled("widget")
        .worded(&["widget", "failures"])
}

// Fetching can fail, even where making the views cannot.
#[allow(clippy::unnecessary_wraps)]
#[wasm_split(shell, wasm_split_path = ::leptos::wasm_split, fallible)]
fn views() -> Result<Views, SplitLoaderError> {
    Ok(Views {
        around: view::around,
    })
}
