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
use crate::shell::words::{t, woven};

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
                        doing=t!("docs-reading")
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
                        {t!("docs-stop")} <kbd>"Esc"</kbd>
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
        Some(Stage::Going) => t!("docs-status-going", place = place),
        Some(Stage::Paused) => t!("docs-status-paused"),
        Some(Stage::Interrupted) => t!("docs-status-interrupted", place = place),
        _ => t!("docs-status-from", place = place),
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
            <span class="m">
                {move || {
                    let number = added.get();
                    let count = view! { <b>{figures::count(number.into())}</b> };
                    woven!("docs-status-additions", [number = number], count = count)
                }}
            </span>
            {move || {
                let tokens = tokens.get();
                let all = tokens.input + tokens.output;
                (all > 0)
                    .then(|| {
                        let count = view! { <b>{figures::count(all)}</b> };
                        let tokens = woven!("docs-status-tokens", count = count);
                        view! { <span class="m">{tokens}</span> }
                    })
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
                Unit::Page => "page",
                Unit::Section => "section",
            };
            (progress.parts, progress.of_parts, unit)
        } else {
            (progress.files, progress.of_files, "file")
        };
        let (done, all) = (part.to_string(), whole.to_string());
        let label = t!("docs-status-reading", done = &done, all = &all, unit = unit);
        Some(view! {
            <span class="extras"><span class="m">{progress.name}</span></span>
            <progress max=whole value=part aria-label=label></progress>
            <span class="m">{t!("docs-status-progress", done = done, all = all, unit = unit)}</span>
        })
    }
}

#[component]
fn Validity(state: State) -> impl IntoView {
    move || {
        // Those that are listed: while files are read or a model adds to them, those that came by now.
        let operations = state.operations.with(|operations| operations.len());
        let operations = u32::try_from(operations).unwrap_or(u32::MAX);
        if state.is_reading.get() {
            let is_any = operations > 0;
            return is_any
                .then(|| {
                    let so_far = t!("docs-status-so-far", count = operations);
                    view! { <span class="m">{so_far}</span> }
                })
                .into_any();
        }
        let bad = |words: String| {
            view! {
                <span class="m bad">
                    <icon::Warning />
                    {words}
                </span>
            }
            .into_any()
        };
        match state.lost.get() {
            Some(Lost::Stopped) => return bad(t!("docs-status-stopped")),
            Some(Lost::TooMuch | Lost::TooLong) => {
                return bad(t!("docs-status-too-much"));
            }
            Some(Lost::NoWorker(reason)) => {
                return bad(t!("docs-status-no-reader", reason = reason));
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
            return bad(t!("docs-status-none"));
        }
        if is_partial {
            return bad(t!("docs-status-partial", count = operations));
        }
        view! {
            <span class="m good">
                <icon::Check />
                {t!("docs-status-found", count = operations)}
            </span>
        }
        .into_any()
    }
}
