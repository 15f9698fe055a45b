//! The line at the foot: where the answer comes from, how long it took, what is wrong.

use ichiban_engine::data::protocol::Problem;
use leptos::prelude::*;

use super::state::{State, Trouble};
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
            doing=t!("convert-converting")
            stop=move || state.jobs.stop()
            took_ms
        >
            <Validity state />
        </StatusLine>
    }
}

#[component]
fn Validity(state: State) -> impl IntoView {
    move || match state.trouble.get() {
        Some(Trouble::Problem(Problem::Empty)) => ().into_any(),
        Some(trouble) => {
            let words = match trouble {
                Trouble::Problem(Problem::Sample { .. }) => t!("convert-status-input"),
                Trouble::Problem(Problem::Query { .. }) => t!("convert-status-query"),
                Trouble::Problem(Problem::NothingSelected) => t!("convert-status-nothing"),
                Trouble::Problem(_) => t!("convert-status-target"),
                Trouble::Lost(_) => t!("convert-status-lost"),
            };
            view! {
                <span class="m bad">
                    <icon::Warning />
                    {words}
                </span>
            }
            .into_any()
        }
        None if state.output.with(Option::is_some) => view! {
            <span class="m good">
                <icon::Check />
                {t!("convert-status-done")}
            </span>
        }
        .into_any(),
        None => ().into_any(),
    }
}
