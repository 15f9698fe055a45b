//! The pane of the translations: which of them are shown, the table, and what is said of the whole.

use leptos::prelude::*;

use super::differences::{Differences, Orphans};
use super::findings::Findings;
use super::grid::Grid;
use super::review::Review;
use super::state::{Filter, State};
use super::{FailureBanner, figures};

/// The pane.
#[component]
pub(super) fn TablePane(state: State) -> impl IntoView {
    let counts = move || {
        let tally = state.tally.get();
        (tally.total() > 0).then(|| {
            format!(
                "{} of {}",
                figures::count(u64::from(tally.done)),
                figures::count(u64::from(tally.total()))
            )
        })
    };
    view! {
        <section class="pane translations" aria-label="Translations">
            <div class="pane-h">
                <h2>"Translations"</h2>
                <span class="what">{counts}</span>
                <span class="grow"></span>
                <ReviewButton state />
                <Filters state />
                <input
                    class="search"
                    type="search"
                    placeholder="Search"
                    aria-label="Search keys and texts"
                    spellcheck="false"
                    bind:value=state.search
                />
            </div>
            <Show
                when=move || state.review.with(Option::is_none)
                fallback=move || view! { <Review state /> }
            >
                <Differences state />
                <Show
                    when=move || state.filter.get() != Filter::Orphaned
                    fallback=move || view! { <Orphans state /> }
                >
                    <Grid state />
                </Show>
                <Findings state />
            </Show>
            <FailureBanner state />
        </section>
    }
}

/// Begins a review, or ends it.
#[component]
fn ReviewButton(state: State) -> impl IntoView {
    let is_on = move || state.review.with(Option::is_some);
    let nothing = move || {
        let tally = state.tally.get();
        tally.done + tally.stale + tally.attention == 0
    };
    view! {
        <button
            class="tag review-switch"
            type="button"
            aria-pressed=move || is_on().to_string()
            disabled=move || nothing() && !is_on()
            title="Go through the translations one by one"
            on:click=move |_| if is_on() { state.end_review() } else { state.begin_review() }
        >
            "Review"
        </button>
    }
}

/// Which rows are shown, each with how many there are.
#[component]
fn Filters(state: State) -> impl IntoView {
    let button = move |filter: Filter, label: &'static str, count: Signal<u32>, stays: bool| {
        let is_on = move || state.filter.get() == filter;
        view! {
            <Show when=move || { stays || count.get() > 0 || is_on() }>
                <button
                    type="button"
                    aria-pressed=move || is_on().to_string()
                    on:click=move |_| state.show_only(filter)
                >
                    {label}
                    <Show when=move || { count.get() > 0 }>
                        <b>{move || figures::count(u64::from(count.get()))}</b>
                    </Show>
                </button>
            </Show>
        }
    };
    view! {
        <div class="filters" role="group" aria-label="Show">
            {button(Filter::All, "All", Signal::derive(|| 0), true)}
            {button(Filter::Attention, "Attention", Signal::derive(move || state.tally.get().attention), true)}
            {button(Filter::Missing, "Missing", Signal::derive(move || state.tally.get().missing()), true)}
            {button(Filter::Stale, "Stale", Signal::derive(move || state.tally.get().stale), false)}
            {button(Filter::Orphaned, "Orphaned", Signal::derive(move || state.orphaned()), false)}
        </div>
    }
}
