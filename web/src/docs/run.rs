//! A run of a model, above the operations: how far it is, what it added, what was dropped and why.

use ichiban_engine::docs::refining::{Dropped, Progress, Stage};
use leptos::prelude::*;

use super::plan::money;
use super::state::State;
use crate::endpoint::failures::in_words;
use crate::shell::icon;
use crate::shell::words::{t, text};

/// The strip.
#[component]
pub(super) fn RunStrip(state: State) -> impl IntoView {
    let is_there = Memo::new(move |_| state.refine.told.with(Option::is_some));
    view! {
        <Show when=move || is_there.get()>
            <section class="run" aria-label=t!("docs-run")>
                <div class="run-line">
                    <p class="run-says">{move || says(state)}</p>
                    <Buttons state />
                </div>
                <Bar state />
                <Trouble state />
                <Counts state />
            </section>
        </Show>
    }
}

/// Sections that are read, and those of the run.
fn sections(state: State) -> (u32, u32) {
    state.refine.of(|refined| {
        let count = |is: fn(&Progress) -> bool| {
            let count = refined.sections.iter().filter(|it| is(it)).count();
            u32::try_from(count).unwrap_or(u32::MAX)
        };
        (
            count(|it| matches!(it, Progress::Read | Progress::Failed)),
            count(|it| *it != Progress::Out),
        )
    })
}

/// Sections that were given up.
fn failed(state: State) -> u32 {
    let failed = state.refine.of(|refined| {
        let sections = refined.sections.iter();
        sections.filter(|it| **it == Progress::Failed).count()
    });
    u32::try_from(failed).unwrap_or(u32::MAX)
}

fn says(state: State) -> String {
    let (done, all) = sections(state);
    let place = state.refine.place.get();
    match state.refine.stage() {
        Some(Stage::Going) => match state.refine.loading.get() {
            Some(percent) => t!("docs-run-loading", percent = percent),
            None => t!("docs-run-going", done = done, all = all, place = place),
        },
        Some(Stage::Paused) => t!("docs-run-paused", done = done, all = all),
        Some(Stage::Interrupted) => t!("docs-run-interrupted", done = done, all = all),
        Some(Stage::Stopped) => t!("docs-run-stopped", done = done, all = all),
        Some(Stage::Finished) => {
            let failed = failed(state).min(all);
            let read = all - failed;
            match failed {
                0 => t!("docs-run-finished", count = read, place = place),
                failed => t!(
                    "docs-run-finished-in-part",
                    count = read,
                    place = place,
                    failed = failed
                ),
            }
        }
        Some(Stage::Earlier) => {
            let whole = state.refine.plan.with(|plan| plan.sections.len());
            t!("docs-run-earlier", done = done, all = whole)
        }
        None => String::new(),
    }
}

#[component]
fn Bar(state: State) -> impl IntoView {
    let is_under_way = Memo::new(move |_| state.refine.is_under_way());
    let part = Memo::new(move |_| sections(state));
    view! {
        <Show when=move || is_under_way.get()>
            <progress
                max=move || part.get().1
                prop:value=move || part.get().0
                aria-label=t!("docs-run-progress")
            ></progress>
        </Show>
    }
}

#[component]
fn Buttons(state: State) -> impl IntoView {
    let stage = Memo::new(move |_| state.refine.stage());
    let has_more = Memo::new(move |_| {
        let plan = state.refine.plan;
        plan.with(|plan| plan.sections.iter().any(|it| it.is_likely && !it.is_read))
    });
    move || {
        let sections = view! {
            <button class="link" type="button" on:click=move |_| state.refine.is_open.set(true)>
                {t!("docs-sections")}
            </button>
        };
        let resume = |word: String| {
            view! {
                <button class="primary" type="button" on:click=move |_| state.resume_refining()>
                    {word}
                </button>
            }
        };
        match stage.get() {
            Some(Stage::Going) => view! {
                {sections}
                <button class="ghost" type="button" on:click=move |_| state.pause_refining()>
                    {t!("docs-run-pause")}
                </button>
            }
            .into_any(),
            Some(Stage::Paused) => view! { {sections} {resume(t!("docs-run-resume"))} }.into_any(),
            Some(Stage::Interrupted) => {
                view! { {sections} {resume(t!("docs-run-try-again"))} }.into_any()
            }
            Some(Stage::Stopped | Stage::Finished | Stage::Earlier) => view! {
                <Show when=move || has_more.get()>
                    <button class="ghost" type="button" on:click=move |_| state.open_plan()>
                        {t!("docs-run-continue")}
                    </button>
                </Show>
                <button
                    class="ghost"
                    type="button"
                    title=t!("docs-run-forget-about")
                    on:click=move |_| state.forget_refining()
                >
                    {t!("docs-run-forget")}
                </button>
            }
            .into_any(),
            None => ().into_any(),
        }
    }
}

/// Why it does not go on.
#[component]
fn Trouble(state: State) -> impl IntoView {
    let refine = state.refine;
    move || {
        let (text, hint) = match refine.stage()? {
            Stage::Going => {
                let failure = in_words(&refine.waiting.get()?);
                let text = t!("docs-run-trying-again", failure = failure.message);
                (text, String::new())
            }
            Stage::Interrupted => match (refine.failure.get(), refine.of(|it| it.fault.clone())) {
                (Some(failure), _) => {
                    let failure = in_words(&failure);
                    (failure.message, failure.hint)
                }
                (None, Some(fault)) => (t!("docs-run-fault", fault = fault), String::new()),
                (None, None) => (t!("docs-run-no-answer"), String::new()),
            },
            _ => return None,
        };
        let is_interrupted = refine.stage() == Some(Stage::Interrupted);
        Some(view! {
            <p class="run-trouble" class:bad=is_interrupted role="status">
                <icon::Warning />
                <span>
                    {text} " " {hint}
                    {is_interrupted.then(|| format!(" {}", t!("docs-run-kept")))}
                    " "
                    <Show when=move || is_interrupted>
                        <button class="link" type="button" on:click=move |_| state.app.open_settings()>
                            {t!("docs-run-settings")}
                        </button>
                    </Show>
                </span>
            </p>
        })
    }
}

/// What has come of it.
#[component]
fn Counts(state: State) -> impl IntoView {
    let refine = state.refine;
    let added = Memo::new(move |_| refine.of(|it| (it.operations, it.details, it.corrected)));
    let dropped = Memo::new(move |_| refine.of(|it| it.dropped));
    let tokens = Memo::new(move |_| refine.of(|it| it.tokens));
    view! {
        <div class="run-counts">
            <button
                class="tag"
                type="button"
                aria-pressed=move || refine.is_filter.get().to_string()
                title=t!("docs-run-filter")
                on:click=move |_| refine.is_filter.update(|is| *is = !*is)
            >
                {move || {
                    let (operations, details, corrected) = added.get();
                    if corrected == 0 {
                        t!("docs-run-added", operations = operations, details = details)
                    } else {
                        t!(
                            "docs-run-added-and-corrected",
                            operations = operations,
                            details = details,
                            corrected = corrected
                        )
                    }
                }}
            </button>
            <Reasons dropped />
            <span class="grow"></span>
            {move || {
                let tokens = tokens.get();
                let all = tokens.input + tokens.output;
                (all > 0)
                    .then(|| {
                        let (cost, money) = money(tokens, refine.prices.get());
                        view! {
                            <small>
                                {t!("docs-run-tokens", count = all, cost = cost, money = money)}
                            </small>
                        }
                    })
            }}
        </div>
    }
}

/// What was dropped, and why when it is opened.
#[component]
fn Reasons(dropped: Memo<Dropped>) -> impl IntoView {
    let total = Memo::new(move |_| {
        let it = dropped.get();
        it.quote_not_found + it.not_in_quote + it.malformed + it.of_dropped
    });
    let reasons = move || {
        let it = dropped.get();
        [
            (it.quote_not_found, "docs-run-dropped-not-found"),
            (it.not_in_quote, "docs-run-dropped-not-said"),
            (it.malformed, "docs-run-dropped-malformed"),
            (it.of_dropped, "docs-run-dropped-of-dropped"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, reason)| view! { <li><b>{count}</b> " " {text(reason)}</li> })
        .collect_view()
    };
    view! {
        <Show when=move || total.get() != 0>
            <details class="reasons">
                <summary>{move || t!("docs-run-dropped", count = total.get())}</summary>
                <ul>{reasons}</ul>
            </details>
        </Show>
    }
}
