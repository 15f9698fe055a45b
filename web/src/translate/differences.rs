//! How the source stands in the translations that there are already: what is missing, stale or left
//! over in each locale.

use std::collections::HashSet;

use ichiban_engine::protocol::{Column, Orphan};
use leptos::prelude::*;

use super::figures;
use super::state::{Filter, State};
use crate::shell::words::{t, woven};

/// A line of numbers for each locale that has an existing translation.
#[component]
pub(super) fn Differences(state: State) -> impl IntoView {
    let columns = Memo::new(move |_| {
        state.differences.with(|all| {
            all.iter()
                .map(|(column, _)| *column)
                .collect::<Vec<Column>>()
        })
    });
    view! {
        <Show when=move || columns.with(|all| !all.is_empty())>
            <ul class="differences" aria-label=t!("translate-existing")>
                <For each=move || columns.get() key=|column| *column let(column)>
                    <Standing state column />
                </For>
            </ul>
        </Show>
    }
}

#[component]
fn Standing(state: State, column: Column) -> impl IntoView {
    let tally = move || {
        state.tally.track();
        state.with_sheet(|sheet| sheet.tally(column))
    };
    let part =
        move |filter: Filter, count: Signal<u32>, words: fn(u32) -> AnyView, about: String| {
            view! {
                <button
                    type="button"
                    title=about
                    disabled=move || count.get() == 0
                    on:click=move |_| state.show_only(filter)
                >
                    {move || words(count.get())}
                </button>
            }
        };
    view! {
        <li>
            <code>{state.tag_of(column)}</code>
            {part(
                Filter::Missing,
                Signal::derive(move || tally().missing()),
                missing,
                t!("translate-existing-missing-about"),
            )}
            {part(
                Filter::Stale,
                Signal::derive(move || tally().stale),
                stale,
                t!("translate-existing-stale-about"),
            )}
            {part(
                Filter::Orphaned,
                Signal::derive(move || state.orphaned_in(column)),
                orphaned,
                t!("translate-existing-orphaned-about"),
            )}
            <span>{move || woven!("translate-existing-current", number = bold(tally().done))}</span>
        </li>
    }
}

fn missing(count: u32) -> AnyView {
    woven!(
        "translate-existing-missing",
        [count = count],
        number = bold(count)
    )
}

fn stale(count: u32) -> AnyView {
    woven!(
        "translate-existing-stale",
        [count = count],
        number = bold(count)
    )
}

fn orphaned(count: u32) -> AnyView {
    woven!(
        "translate-existing-orphaned",
        [count = count],
        number = bold(count)
    )
}

fn bold(count: u32) -> impl IntoView {
    view! { <b>{figures::count(u64::from(count))}</b> }
}

/// The values that existing translations have and the source lacks.
#[component]
pub(super) fn Orphans(state: State) -> impl IntoView {
    let list = move || {
        state
            .differences
            .get()
            .into_iter()
            .filter(|(_, difference)| !difference.orphans.is_empty())
            .map(|(column, difference)| {
                let tag = state.tag_of(column);
                view! {
                    <OrphansOf state column tag keeps=difference.keeps_orphans orphans=difference.orphans />
                }
            })
            .collect_view()
    };
    view! { <div class="orphans">{list}</div> }
}

#[component]
fn OrphansOf(
    state: State,
    column: Column,
    tag: String,
    keeps: bool,
    orphans: Vec<Orphan>,
) -> impl IntoView {
    let all: HashSet<Vec<String>> = orphans.iter().map(|it| it.path.clone()).collect();
    let all = StoredValue::new(all);
    let is_all_removed = move || {
        let removed = state.removed.get();
        all.with_value(|all| {
            all.iter()
                .all(|path| removed.contains(&(column, path.clone())))
        })
    };
    let count = orphans.len();
    let about = if keeps {
        t!("translate-orphans-kept", count = count, tag = tag)
    } else {
        t!("translate-orphans-left-out", count = count, tag = tag)
    };
    let rows = orphans
        .into_iter()
        .map(|orphan| view! { <Row state column keeps orphan /> })
        .collect_view();
    view! {
        <section>
            <header>
                <p>{about}</p>
                {keeps
                    .then(|| {
                        view! {
                            <button
                                class="ghost"
                                type="button"
                                on:click=move |_| {
                                    let remove = !is_all_removed();
                                    let paths = all.get_value().into_iter().collect();
                                    state.remove_orphans(column, paths, remove);
                                }
                            >
                                {move || {
                                    if is_all_removed() {
                                        t!("translate-orphans-keep-all")
                                    } else {
                                        t!("translate-orphans-remove-all")
                                    }
                                }}
                            </button>
                        }
                    })}
            </header>
            <ul>{rows}</ul>
        </section>
    }
}

#[component]
fn Row(state: State, column: Column, keeps: bool, orphan: Orphan) -> impl IntoView {
    let path = orphan.path.join(" › ");
    let own = StoredValue::new((column, orphan.path));
    let is_removed = Memo::new(move |_| {
        state
            .removed
            .with(|removed| own.with_value(|own| removed.contains(own)))
    });
    let toggle = move |_| {
        let (_, path) = own.get_value();
        state.remove_orphans(column, vec![path], !is_removed.get_untracked());
    };
    let (named, line) = (path.clone(), orphan.line.to_string());
    view! {
        <li class:removed=move || !keeps || is_removed.get()>
            <code>{path}</code>
            <span dir="auto">{orphan.text}</span>
            {keeps
                .then(|| {
                    view! {
                        <button
                            class="link"
                            type="button"
                            aria-label=move || {
                                if is_removed.get() {
                                    t!("translate-orphan-undo", path = &named, line = &line)
                                } else {
                                    t!("translate-orphan-remove", path = &named, line = &line)
                                }
                            }
                            on:click=toggle
                        >
                            {move || {
                                if is_removed.get() { t!("translate-undo") } else { t!("translate-remove") }
                            }}
                        </button>
                    }
                })}
        </li>
    }
}
