//! The line at the foot: how far reading has come, what was found.

use ichiban_engine::docs::protocol::Unit;
use ichiban_engine::docs::refining::Stage;
use leptos::prelude::*;

use super::state::State;
use super::talk;
use crate::jobs::Lost;
use crate::shell::figures;
use crate::shell::icon;
use crate::shell::status::StatusLine;

/// The line.
#[component]
pub(super) fn Status(state: State) -> impl IntoView {
    let is_asking = Memo::new(move |_| {
        let at = state.refine.stage();
        !state.is_reading.get() && at.is_some_and(|at| at != Stage::Earlier)
    });
    // The answers in words are in view, or one still comes.
    let is_talking = Memo::new(move |_| {
        let is_any = state.talk.turns.with(|turns| !turns.is_empty());
        let is_going = state.talk.going().is_some();
        !state.is_reading.get() && is_any && (is_going || state.hits.with(Option::is_some))
    });
    view! {
        <Show
            when=move || is_asking.get() || is_talking.get()
            fallback=move || {
                view! {
                    <StatusLine
                        is_slow=state.is_reading
                        doing="Reading…"
                        stop=move || state.stop()
                        took_ms=state.took_ms
                    >
                        <Progress state />
                        <Validity state />
                    </StatusLine>
                }
            }
        >
            <footer class="status">
                <Show when=move || state.talk.going().is_some() || state.refine.is_under_way()>
                    <button
                        class="primary stop"
                        type="button"
                        on:click=move |_| {
                            if state.talk.going().is_some() {
                                state.hush();
                            } else {
                                state.stop_refining();
                            }
                        }
                    >
                        "Stop" <kbd>"Esc"</kbd>
                    </button>
                </Show>
                <p class="m where-from">
                    {move || if is_talking.get() { talk::from(state) } else { from(state) }}
                </p>
                <Show when=move || is_talking.get() fallback=move || view! { <Figures state /> }>
                    <talk::Figures state />
                </Show>
                <span class="grow"></span>
                <Validity state />
            </footer>
        </Show>
    }
}

/// Where sections go.
fn from(state: State) -> String {
    let place = state.refine.place.get();
    match state.refine.stage() {
        Some(Stage::Going) => format!("Sections go to {place}"),
        Some(Stage::Paused) => "Paused. Nothing is sent.".to_owned(),
        Some(Stage::Interrupted) => format!("{place} does not answer as it should"),
        _ => format!("Engine, and {place}"),
    }
}

/// The numbers of a run.
#[component]
fn Figures(state: State) -> impl IntoView {
    let refine = state.refine;
    let tokens = Memo::new(move |_| refine.of(|it| it.tokens));
    let added = Memo::new(move |_| refine.of(|it| it.operations + it.details + it.corrected));
    view! {
        <span class="extras">
            <span class="m"><b>{move || figures::count(added.get().into())}</b> " additions"</span>
            {move || {
                let tokens = tokens.get();
                let all = tokens.input + tokens.output;
                (all > 0).then(|| view! { <span class="m"><b>{figures::count(all)}</b> " tokens"</span> })
            }}
        </span>
    }
}

#[component]
fn Progress(state: State) -> impl IntoView {
    move || {
        let progress = state.progress.get().filter(|_| state.is_reading.get())?;
        let (part, whole, unit) = if progress.of_parts > 0 {
            let unit = match progress.part {
                Unit::Page => "pages",
                Unit::Section => "sections",
            };
            (progress.parts, progress.of_parts, unit)
        } else {
            (progress.files, progress.of_files, "files")
        };
        Some(view! {
            <span class="extras"><span class="m">{progress.name}</span></span>
            <progress max=whole value=part aria-label=format!("Reading, {part} of {whole} {unit}")></progress>
            <span class="m">{format!("{part} of {whole} {unit}")}</span>
        })
    }
}

#[component]
fn Validity(state: State) -> impl IntoView {
    move || {
        // Those that are listed: while files are read or a model adds to them, those that came by now.
        let operations = state.operations.with(|operations| operations.len());
        let operations = u32::try_from(operations).unwrap_or(u32::MAX);
        let count = figures::plural(operations, "operation", "operations");
        if state.is_reading.get() {
            let is_any = operations > 0;
            return is_any
                .then(|| view! { <span class="m">{format!("{count} so far")}</span> })
                .into_any();
        }
        let bad = |words: &str| {
            view! {
                <span class="m bad">
                    <icon::Warning />
                    {words.to_owned()}
                </span>
            }
            .into_any()
        };
        match state.lost.get() {
            Some(Lost::Stopped) => return bad("Stopped"),
            Some(Lost::TooMuch | Lost::TooLong) => {
                return bad("Too much for this page: use ichiban apidoc");
            }
            Some(Lost::NoWorker(reason)) => {
                return bad(&format!("The reader is not there: {reason}"));
            }
            None => {}
        }
        let (is_partial, is_read) = state.found.with(|found| {
            let is_read = !found.documents.is_empty() || !found.refused.is_empty();
            (found.is_partial, is_read)
        });
        if !is_read {
            return ().into_any();
        }
        if operations == 0 {
            return bad("No operation found");
        }
        if is_partial {
            return bad(&format!("Stopped: {count} in what was read"));
        }
        view! {
            <span class="m good">
                <icon::Check />
                {count}
            </span>
        }
        .into_any()
    }
}
