//! The line at the foot: where the answer comes from, how long it took, what is wrong.

use ichiban_engine::data::protocol::Problem;
use leptos::prelude::*;

use super::state::{State, Trouble};
use crate::shell::figures;
use crate::shell::icon;

/// The line.
#[component]
pub(super) fn Status(state: State) -> impl IntoView {
    let is_slow = state.jobs.is_slow;
    let took = move || {
        state.output.with(|output| {
            output.as_ref().map(|output| {
                let (number, unit) = figures::duration(output.took_ms);
                view! {
                    <span class="m extra">
                        <b>{number}</b>
                        {format!(" {unit} in the engine")}
                    </span>
                }
            })
        })
    };
    view! {
        <footer class="status">
            <Show when=move || is_slow.get()>
                <button class="primary stop" type="button" on:click=move |_| state.jobs.stop()>
                    "Stop" <kbd>"Esc"</kbd>
                </button>
            </Show>
            <p class="m where-from">
                {move || if is_slow.get() { "Converting…" } else { "Engine only. Nothing leaves this tab." }}
            </p>
            {took}
            <span class="grow"></span>
            <Validity state />
        </footer>
    }
}

#[component]
fn Validity(state: State) -> impl IntoView {
    move || match state.trouble.get() {
        Some(Trouble::Problem(Problem::Empty)) => ().into_any(),
        Some(trouble) => {
            let words = match trouble {
                Trouble::Problem(Problem::Sample { .. }) => "Input is not valid",
                Trouble::Problem(Problem::Query { .. }) => "Query fails",
                Trouble::Problem(Problem::NothingSelected) => "Query selects nothing",
                Trouble::Problem(_) => "Cannot be said in this target",
                Trouble::Lost(_) => "Not converted",
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
                "Converted"
            </span>
        }
        .into_any(),
        None => ().into_any(),
    }
}
