//! Asks before a link of a diagram, or of an answer about one, is followed: whoever wrote it chose where it
//! leads.

use leptos::prelude::*;

use super::state::State;
use crate::shell::dialog::Dialog;
use crate::shell::words::t;

/// The dialog.
#[component]
pub(super) fn LeaveDialog(state: State) -> impl IntoView {
    let open = RwSignal::new(false);
    let of_answer = state.explaining.leaving;
    let is_any = move || state.leaving.with(Option::is_some) || of_answer.with(Option::is_some);
    Effect::new(move |_| open.set(is_any()));
    Effect::new(move |_| {
        if !open.get() && untrack(is_any) {
            state.leaving.set(None);
            of_answer.set(None);
        }
    });
    let address = move || {
        let address = state.leaving.get().or_else(|| of_answer.get());
        address.unwrap_or_default()
    };
    let leads = move || {
        if of_answer.with(Option::is_some) {
            t!("answer-explain-leads")
        } else {
            t!("diagram-leave-where")
        }
    };
    view! {
        <Dialog open title=t!("diagram-leave-title") class="leave">
            <div class="form">
                <p>{leads}</p>
                <p class="address">
                    <code>{address}</code>
                </p>
                <footer>
                    <span class="grow"></span>
                    <button class="ghost" type="button" on:click=move |_| open.set(false)>
                        {t!("diagram-leave-stay")}
                    </button>
                    <a
                        class="primary"
                        href=address
                        target="_blank"
                        rel="noopener noreferrer"
                        on:click=move |_| open.set(false)
                    >
                        {t!("diagram-leave-open")}
                    </a>
                </footer>
            </div>
        </Dialog>
    }
}
