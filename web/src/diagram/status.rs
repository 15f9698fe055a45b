//! The line at the foot: how long it took, what the picture is, whether all is well.

use ichiban_engine::diagram::protocol::Problem;
use leptos::prelude::*;

use super::state::{Side, State, Verdict};
use crate::shell::figures;
use crate::shell::icon;
use crate::shell::status::StatusLine;

/// The line.
#[component]
pub(super) fn Status(state: State) -> impl IntoView {
    let took_ms = Signal::derive(move || {
        state
            .shown
            .with(|shown| shown.as_ref().map(|shown| shown.took_ms))
    });
    let is_slow = Signal::derive(move || state.jobs.is_slow.get() || state.readings.is_slow.get());
    let stop = move || {
        state.jobs.stop();
        state.readings.stop();
    };
    view! {
        <StatusLine is_slow doing="Drawing…" stop took_ms>
            <Validity state />
        </StatusLine>
    }
}

#[component]
fn Validity(state: State) -> impl IntoView {
    let bad = move |words: &'static str| {
        view! {
            <button class="m bad link" type="button" on:click=move |_| state.side.set(Side::Text)>
                <icon::Warning />
                {words}
            </button>
        }
        .into_any()
    };
    move || {
        let has_trouble = state
            .made
            .with(|made| made.as_ref().is_some_and(|made| made.trouble.is_some()));
        if has_trouble {
            return bad("No diagram of this source");
        }
        match state.verdict.get() {
            Verdict::Unread | Verdict::Undrawn(Problem::Blank) => ().into_any(),
            Verdict::Drawn => {
                let size = state.shown.with(|shown| {
                    let picture = &shown.as_ref()?.picture;
                    // An extent is bounded by what the renderer draws.
                    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
                    let whole = |length: f64| figures::count(length.round() as u64);
                    Some(format!(
                        "{} × {}",
                        whole(picture.width),
                        whole(picture.height)
                    ))
                });
                view! {
                    <span class="m extra">{size}</span>
                    <span class="m good">
                        <icon::Check />
                        "Drawn"
                    </span>
                }
                .into_any()
            }
            Verdict::Undrawn(Problem::Syntax { .. }) => bad("Not a diagram yet"),
            Verdict::Undrawn(Problem::TooLarge { .. }) => bad("Too large to draw"),
            Verdict::Undrawn(Problem::Undrawable { .. }) | Verdict::Lost(_) => bad("Not drawn"),
        }
    }
}
