//! The dialogs of commands, of keys and of the history.

use leptos::prelude::*;

use super::{keymap, list};
use crate::app::App;
use crate::shell::dialog::Dialog;
use crate::shell::history;
use crate::shell::route::Router;
use crate::shell::words::t;

/// All, each shown while it is open.
pub(super) fn view(app: App, router: Router) -> AnyView {
    let palette = app.palette;
    view! {
        <Dialog open=palette.is_open title=t!("page-commands-title") class="palette">
            {list::view(app, router)}
        </Dialog>
        <Dialog open=palette.shows_keys title=t!("page-keys-title") class="keymap">
            {keymap::view()}
        </Dialog>
        <Dialog open=palette.shows_history title=t!("shell-history") class="past">
            {history::view(app)}
        </Dialog>
    }
    .into_any()
}
