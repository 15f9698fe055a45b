//! A run of a model, above the operations: how far it is, what it added, what was dropped and why.

use ichiban_engine::docs::refining::{Dropped, Progress, Stage};
use leptos::prelude::*;

use super::plan::money;
use super::state::State;
use crate::shell::figures;
use crate::shell::icon;

/// The strip.
#[component]
pub(super) fn RunStrip(state: State) -> impl IntoView {
    let is_there = Memo::new(move |_| state.refine.told.with(Option::is_some));
    view! {
        <Show when=move || is_there.get()>
            <section class="run" aria-label="What the model adds">
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
            Some(percent) => format!("Chrome downloads its model: {percent} %"),
            None => format!("{done} of {all} sections read by {place}"),
        },
        Some(Stage::Paused) => format!("Paused after {done} of {all} sections"),
        Some(Stage::Interrupted) => format!("Interrupted after {done} of {all} sections"),
        Some(Stage::Stopped) => format!("Stopped after {done} of {all} sections"),
        Some(Stage::Finished) => {
            let failed = failed(state).min(all);
            let read = figures::plural(all - failed, "section", "sections");
            match failed {
                0 => format!("{read} read by {place}"),
                failed => format!("{read} read by {place}, {failed} without a whole answer"),
            }
        }
        Some(Stage::Earlier) => {
            let whole = state.refine.plan.with(|plan| plan.sections.len());
            format!("Continued from an earlier run: {done} of {whole} sections read")
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
                aria-label="Sections read"
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
                "Sections"
            </button>
        };
        let resume = |word: &'static str| {
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
                    "Pause"
                </button>
            }
            .into_any(),
            Some(Stage::Paused) => view! { {sections} {resume("Resume")} }.into_any(),
            Some(Stage::Interrupted) => view! { {sections} {resume("Try again")} }.into_any(),
            Some(Stage::Stopped | Stage::Finished | Stage::Earlier) => view! {
                <Show when=move || has_more.get()>
                    <button class="ghost" type="button" on:click=move |_| state.open_plan()>
                        "Continue"
                    </button>
                </Show>
                <button
                    class="ghost"
                    type="button"
                    title="Takes back what the model has added, here and in what is kept"
                    on:click=move |_| state.forget_refining()
                >
                    "Forget"
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
            Stage::Going => (
                format!("{} Trying again.", refine.waiting.get()?.message),
                String::new(),
            ),
            Stage::Interrupted => match (refine.failure.get(), refine.of(|it| it.fault.clone())) {
                (Some(failure), _) => (failure.message, failure.hint),
                (None, Some(fault)) => (format!("The endpoint says: {fault}"), String::new()),
                (None, None) => ("The answer did not come.".to_owned(), String::new()),
            },
            _ => return None,
        };
        let is_interrupted = refine.stage() == Some(Stage::Interrupted);
        Some(view! {
            <p class="run-trouble" class:bad=is_interrupted role="status">
                <icon::Warning />
                <span>
                    {text} " " {hint}
                    {is_interrupted.then_some(" What was accepted is kept.")}
                    " "
                    <Show when=move || is_interrupted>
                        <button class="link" type="button" on:click=move |_| state.app.open_settings()>
                            "Settings"
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
                title="Lists only operations of which the model has something"
                on:click=move |_| refine.is_filter.update(|is| *is = !*is)
            >
                {move || {
                    let (operations, details, corrected) = added.get();
                    let corrected = match corrected {
                        0 => String::new(),
                        count => format!(", {} corrected", figures::count(count.into())),
                    };
                    format!(
                        "{} and {} added{corrected}",
                        figures::plural(operations, "operation", "operations"),
                        figures::plural(details, "detail", "details"),
                    )
                }}
            </button>
            <Reasons dropped />
            <span class="grow"></span>
            {move || {
                let tokens = tokens.get();
                let all = tokens.input + tokens.output;
                (all > 0)
                    .then(|| {
                        let money = money(tokens, refine.prices.get());
                        view! {
                            <small>
                                {figures::count(all)} " tokens"
                                {money.map(|money| format!(", about {money}"))}
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
            (
                it.quote_not_found,
                "quoted words that are not in the section",
            ),
            (
                it.not_in_quote,
                "quoted words that do not say what is claimed",
            ),
            (it.malformed, "no method, path or name"),
            (it.of_dropped, "part of an operation that was dropped"),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| view! { <li><b>{count}</b> " " {words}</li> })
        .collect_view()
    };
    view! {
        <Show when=move || total.get() != 0>
            <details class="reasons">
                <summary>{move || format!("{} dropped", figures::count(total.get().into()))}</summary>
                <ul>{reasons}</ul>
            </details>
        </Show>
    }
}
