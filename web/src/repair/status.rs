//! The line at the foot: where the answer comes from, how long it took, whether all is well.

use leptos::prelude::*;

use super::state::{State, Verdict};
use crate::shell::icon;
use crate::shell::status::StatusLine;
use crate::shell::words::t;

/// The line.
#[component]
pub(super) fn Status(state: State) -> impl IntoView {
    let took_ms = Signal::derive(move || {
        state
            .output
            .with(|output| output.as_ref().map(|output| output.took_ms))
    });
    view! {
        <StatusLine
            is_slow=state.jobs.is_slow
            doing=t!("repair-repairing")
            stop=move || state.jobs.stop()
            took_ms
        >
            <Validity state />
        </StatusLine>
    }
}

#[component]
fn Validity(state: State) -> impl IntoView {
    move || match state.verdict.get() {
        Verdict::Unread | Verdict::Blank => ().into_any(),
        Verdict::Valid => view! {
            <span class="m good">
                <icon::Check />
                {t!("repair-status-valid")}
            </span>
        }
        .into_any(),
        Verdict::Repaired => {
            let total = state
                .output
                .with(|output| output.as_ref().map_or(0, |output| output.total));
            view! {
                <span class="m good">
                    <icon::Check />
                    {t!("repair-status-repaired", count = total)}
                </span>
            }
            .into_any()
        }
        Verdict::Beyond(_) => view! {
            <span class="m bad">
                <icon::Warning />
                {t!("repair-status-beyond")}
            </span>
        }
        .into_any(),
        Verdict::Lost(_) => view! {
            <span class="m bad">
                <icon::Warning />
                {t!("repair-status-lost")}
            </span>
        }
        .into_any(),
    }
}
