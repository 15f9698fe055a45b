//! The pane of the translations: which of them are shown, the table, and what is said of the whole.

use leptos::prelude::*;

use super::differences::{Differences, Orphans};
use super::findings::Findings;
use super::grid::Grid;
use super::review::Review;
use super::state::{Filter, State};
use super::{FailureBanner, figures};
use crate::shell::words::t;

/// The pane.
#[component]
pub(super) fn TablePane(state: State) -> impl IntoView {
    let counts = move || {
        let tally = state.tally.get();
        (tally.total() > 0).then(|| {
            t!(
                "translate-table-done",
                done = tally.done,
                total = tally.total()
            )
        })
    };
    view! {
        <section class="pane translations" aria-label=t!("translate-table")>
            <div class="pane-h">
                <h2>{t!("translate-table")}</h2>
                <span class="what">{counts}</span>
                <span class="grow"></span>
                <ReviewButton state />
                <Filters state />
                <input
                    class="search"
                    type="search"
                    placeholder=t!("translate-table-search")
                    aria-label=t!("translate-table-search-label")
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
            title=t!("translate-review-about")
            on:click=move |_| if is_on() { state.end_review() } else { state.begin_review() }
        >
            {t!("translate-review")}
        </button>
    }
}

/// Which rows are shown, each with how many there are.
#[component]
fn Filters(state: State) -> impl IntoView {
    let button = move |filter: Filter, label: String, count: Signal<u32>, stays: bool| {
        let is_on = move || state.filter.get() == filter;
        view! {
            <Show when=move || { stays || count.get() > 0 || is_on() }>
                <button
                    type="button"
                    aria-pressed=move || is_on().to_string()
                    on:click=move |_| state.show_only(filter)
                >
                    {label.clone()}
                    <Show when=move || { count.get() > 0 }>
                        <b>{move || figures::count(u64::from(count.get()))}</b>
                    </Show>
                </button>
            </Show>
        }
    };
    view! {
        <div class="filters" role="group" aria-label=t!("translate-filters")>
            {button(Filter::All, t!("translate-filter-all"), Signal::derive(|| 0), true)}
            {button(
                Filter::Attention,
                t!("translate-filter-attention"),
                Signal::derive(move || state.tally.get().attention),
                true,
            )}
            {button(
                Filter::Missing,
                t!("translate-filter-missing"),
                Signal::derive(move || state.tally.get().missing()),
                true,
            )}
            {button(
                Filter::Stale,
                t!("translate-filter-stale"),
                Signal::derive(move || state.tally.get().stale),
                false,
            )}
            {button(
                Filter::Orphaned,
                t!("translate-filter-orphaned"),
                Signal::derive(move || state.orphaned()),
                false,
            )}
        </div>
    }
}
