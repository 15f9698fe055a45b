//! The line at the foot: where the answer comes from, how long it took, whether all is well.

use leptos::prelude::*;

use super::state::{State, Verdict};
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
                {move || if is_slow.get() { "Repairing…" } else { "Engine only. Nothing leaves this tab." }}
            </p>
            {took}
            <span class="grow"></span>
            <Validity state />
        </footer>
    }
}

#[component]
fn Validity(state: State) -> impl IntoView {
    move || match state.verdict.get() {
        Verdict::Unread | Verdict::Blank => ().into_any(),
        Verdict::Valid => view! {
            <span class="m good">
                <icon::Check />
                "Valid JSON"
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
                    {format!("Repaired by {}", figures::plural(total, "change", "changes"))}
                </span>
            }
            .into_any()
        }
        Verdict::Beyond(_) => view! {
            <span class="m bad">
                <icon::Warning />
                "Cannot be repaired"
            </span>
        }
        .into_any(),
        Verdict::Lost(_) => view! {
            <span class="m bad">
                <icon::Warning />
                "Not repaired"
            </span>
        }
        .into_any(),
    }
}
