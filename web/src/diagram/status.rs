//! The line at the foot: how long it took, what the picture is, whether all is well.

use ichiban_engine::diagram::protocol::Problem;
use leptos::prelude::*;

use super::state::{Drawer, Side, State, Verdict};
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
    let is_slow = Signal::derive(move || {
        state.jobs.is_slow.get() || state.readings.is_slow.get() || state.is_slow_elsewhere.get()
    });
    let doing = Signal::derive(move || {
        if state.is_slow_elsewhere.get() {
            "mermaid.js is loaded and draws…"
        } else {
            "Drawing…"
        }
    });
    let at_rest = Signal::derive(move || match elsewhere(state) {
        Some(_) => "Drawn by mermaid.js, here. Nothing leaves this tab.",
        None => "Engine only. Nothing leaves this tab.",
    });
    let by = Signal::derive(move || match elsewhere(state) {
        Some(_) => "in mermaid.js",
        None => "in the engine",
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
                        "Stop" <kbd>"Esc"</kbd>
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
        return format!("From {place}");
    };
    if let Some(percent) = going.loading {
        return format!("Chrome downloads its model: {percent} %");
    }
    if let Some(failure) = going.waiting {
        return format!("{} Trying again.", failure.message);
    }
    if figures.first_token_ms.is_none() {
        return format!("Asking {place}…");
    }
    match (going.is_undrawn, going.is_second) {
        (true, _) => format!("From {place}. Its layout takes long: it is drawn once it is whole."),
        (false, true) => format!("From {place}, asked to mend a mistake"),
        (false, false) => format!("From {place}"),
    }
}

/// The numbers of the last question.
#[component]
fn Numbers(state: State) -> impl IntoView {
    move || {
        let numbers = state.ask.figures.get()?;
        let first = numbers.first_token_ms.map(|took_ms| {
            let (number, unit) = figures::duration(took_ms);
            view! { <span class="m"><b>{number}</b> {format!(" {unit} to first token")}</span> }
        });
        let paint = numbers.first_paint_ms.map(|took_ms| {
            let (number, unit) = figures::duration(took_ms);
            view! { <span class="m"><b>{number}</b> {format!(" {unit} to first paint")}</span> }
        });
        let speed = numbers.per_second.map(|rate| {
            view! { <span class="m"><b>{figures::measure(rate)}</b> " tok/s"</span> }
        });
        let spent = numbers.tokens.map(|tokens| {
            let tokens = figures::count(tokens.input + tokens.output);
            view! { <span class="m"><b>{tokens}</b> " tokens"</span> }
        });
        let frames = (numbers.frames > 0).then(|| {
            let count = figures::count(numbers.frames.into());
            let word = if numbers.frames == 1 {
                " frame drawn"
            } else {
                " frames drawn"
            };
            view! { <span class="m frames"><b>{count}</b> {word}</span> }
        });
        Some(view! { <span class="extras">{first} {paint} {speed} {spent} {frames}</span> })
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
            Verdict::Elsewhere(reason) => {
                view! { <span class="m" title=reason>"mermaid.js draws…"</span> }.into_any()
            }
            Verdict::Drawn => {
                let words = match elsewhere(state) {
                    Some((version, _)) => format!("Drawn by mermaid.js {version}"),
                    None => "Drawn".to_owned(),
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
            Verdict::Undrawn(Problem::Syntax { .. }) => bad("Not a diagram yet"),
            Verdict::Undrawn(Problem::TooLarge { .. }) => bad("Too large to draw"),
            Verdict::Undrawn(Problem::Undrawable { .. }) | Verdict::Lost(_) => bad("Not drawn"),
        }
    }
}
