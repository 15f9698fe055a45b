//! Asks before a link of the document is followed: where it leads is the document's word.

use leptos::prelude::*;

use super::state::State;
use crate::shell::dialog::Dialog;
use crate::shell::words::t;

/// The question.
#[component]
pub(super) fn LeaveDialog(state: State) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(state.leaving.with(Option::is_some)));
    Effect::new(move |_| {
        if !open.get() && state.leaving.with_untracked(Option::is_some) {
            state.leaving.set(None);
        }
    });
    let address = move || state.leaving.get().unwrap_or_default();
    view! {
        <Dialog open title=t!("docs-leave") class="leave">
            <div class="form">
                <p>{t!("docs-leave-to")}</p>
                <p class="address">
                    <code>{address}</code>
                </p>
                <footer>
                    <span class="grow"></span>
                    <button class="ghost" type="button" on:click=move |_| open.set(false)>
                        {t!("docs-leave-stay")}
                    </button>
                    <a
                        class="primary"
                        href=address
                        target="_blank"
                        rel="noopener noreferrer"
                        on:click=move |_| open.set(false)
                    >
                        {t!("docs-leave-open")}
                    </a>
                </footer>
            </div>
        </Dialog>
    }
}
