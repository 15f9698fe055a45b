//! The line at the foot: how long it took, what the picture is, whether all is well.

use ichiban_engine::diagram::protocol::Problem;
use leptos::prelude::*;

use super::state::{Drawer, State, Verdict};
use crate::endpoint::failures;
use crate::shell::figures;
use crate::shell::icon;
use crate::shell::status::StatusLine;
use crate::shell::words::{t, woven};

/// The line.
#[component]
pub(super) fn Status(state: State) -> impl IntoView {
    let took_ms = Signal::derive(move || {
        state
            .shown
            .with(|shown| shown.as_ref().map(|shown| shown.took_ms))
    });
    let is_slow = Signal::derive(move || {
        state.jobs.is_slow.get() || state.readings.is_slow.get() || state.is_slow_elsewhere.get()
    });
    let doing = Signal::derive(move || {
        if state.is_slow_elsewhere.get() {
            t!("diagram-elsewhere-slow")
        } else {
            t!("diagram-drawing")
        }
    });
    let at_rest = Signal::derive(move || match elsewhere(state) {
        Some(_) => t!("diagram-status-elsewhere"),
        None => t!("shell-engine-only"),
    });
    let by = Signal::derive(move || match elsewhere(state) {
        Some(_) => t!("diagram-status-in-mermaid"),
        None => t!("shell-in-engine"),
    });
    let stop = move || state.stop_drawing();
    view! {
        <Show
            when=move || state.ask.figures.with(Option::is_some)
            fallback=move || {
                view! {
                    <StatusLine is_slow doing at_rest by stop took_ms>
                        <Validity state />
                    </StatusLine>
                }
            }
        >
            <footer class="status">
                <Show when=move || state.ask.going.with(Option::is_some) || is_slow.get()>
                    <button
                        class="primary stop"
                        type="button"
                        on:click=move |_| {
                            if !state.stop_asking() {
                                stop();
                            }
                        }
                    >
                        {t!("shell-stop")} <kbd>"Esc"</kbd>
                    </button>
                </Show>
                <p class="m where-from">{move || from(state)}</p>
                <Numbers state />
                <span class="grow"></span>
                <Validity state />
            </footer>
        </Show>
    }
}

/// The version of mermaid.js that drew the picture, and why it had to.
fn elsewhere(state: State) -> Option<(String, String)> {
    state.shown.with(|shown| match &shown.as_ref()?.drawer {
        Drawer::Own => None,
        Drawer::Mermaid {
            version, reason, ..
        } => Some((version.clone(), reason.clone())),
    })
}

/// Where the diagram comes from, and what is waited for.
fn from(state: State) -> String {
    let figures = state.ask.figures.get().unwrap_or_default();
    let place = figures.place;
    let Some(going) = state.ask.going.get() else {
        return t!("diagram-status-from", place = place);
    };
    if let Some(percent) = going.loading {
        return t!("diagram-status-loading", percent = percent);
    }
    if let Some(failure) = going.waiting {
        return t!(
            "diagram-status-waiting",
            reason = failures::in_words(&failure).message
        );
    }
    if figures.first_token_ms.is_none() {
        return t!("diagram-status-asking", place = place);
    }
    match (going.is_undrawn, going.is_second) {
        (true, _) => t!("diagram-status-undrawn", place = place),
        (false, true) => t!("diagram-status-second", place = place),
        (false, false) => t!("diagram-status-from", place = place),
    }
}

/// The numbers of the last question.
#[component]
fn Numbers(state: State) -> impl IntoView {
    move || {
        let numbers = state.ask.figures.get()?;
        let first = numbers.first_token_ms.map(|took_ms| {
            let (number, unit) = figures::duration(took_ms);
            let said = woven!(
                "diagram-status-first-token",
                [unit = unit],
                number = view! { <b>{number}</b> }
            );
            view! { <span class="m">{said}</span> }
        });
        let paint = numbers.first_paint_ms.map(|took_ms| {
            let (number, unit) = figures::duration(took_ms);
            let said = woven!(
                "diagram-status-first-paint",
                [unit = unit],
                number = view! { <b>{number}</b> }
            );
            view! { <span class="m">{said}</span> }
        });
        let speed = numbers.per_second.map(|rate| {
            let rate = figures::measure(rate);
            let said = woven!("diagram-status-speed", number = view! { <b>{rate}</b> });
            view! { <span class="m">{said}</span> }
        });
        let spent = numbers.tokens.map(|tokens| {
            let tokens = figures::count(tokens.input + tokens.output);
            let said = woven!("diagram-status-tokens", number = view! { <b>{tokens}</b> });
            view! { <span class="m">{said}</span> }
        });
        let frames = (numbers.frames > 0).then(|| {
            let count = figures::count(numbers.frames.into());
            let said = woven!(
                "diagram-status-frames",
                [count = numbers.frames],
                number = view! { <b>{count}</b> }
            );
            view! { <span class="m frames">{said}</span> }
        });
        Some(view! { <span class="extras">{first} {paint} {speed} {spent} {frames}</span> })
    }
}

/// Whether all is well.
#[component]
pub(super) fn Validity(state: State) -> impl IntoView {
    let bad = move |words: String| {
        view! {
            <button class="m bad link" type="button" on:click=move |_| state.show_text()>
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
            return bad(t!("diagram-status-unmade"));
        }
        match state.verdict.get() {
            Verdict::Unread | Verdict::Undrawn(Problem::Blank) => ().into_any(),
            Verdict::Elsewhere(reason) => {
                let words = t!("diagram-status-drawing-elsewhere");
                view! { <span class="m" title=reason>{words}</span> }.into_any()
            }
            Verdict::Drawn => {
                let words = match elsewhere(state) {
                    Some((version, _)) => t!("diagram-status-drawn-by", version = version),
                    None => t!("diagram-status-drawn"),
                };
                let reason = elsewhere(state).map(|(_, reason)| reason);
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
                    <span class="extras"><span class="m">{size}</span></span>
                    <span class="m good" title=reason>
                        <icon::Check />
                        {words}
                    </span>
                }
                .into_any()
            }
            Verdict::Undrawn(Problem::Syntax { .. }) => bad(t!("diagram-status-wrong")),
            Verdict::Undrawn(Problem::TooLarge { .. }) => bad(t!("diagram-status-too-large")),
            Verdict::Undrawn(Problem::Undrawable { .. }) | Verdict::Lost(_) => {
                bad(t!("diagram-status-undrawable"))
            }
        }
    }
}
