//! How the source stands in the translations that there are already: what is missing, stale or left
//! over in each locale.

use std::collections::HashSet;

use ichiban_engine::protocol::{Column, Orphan};
use leptos::prelude::*;

use super::figures;
use super::state::{Filter, State};

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
            <ul class="differences" aria-label="Existing translations">
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
        move |filter: Filter, count: Signal<u32>, what: &'static str, about: &'static str| {
            view! {
                <button
                    type="button"
                    title=about
                    disabled=move || count.get() == 0
                    on:click=move |_| state.show_only(filter)
                >
                    <b>{move || figures::count(u64::from(count.get()))}</b>
                    " "
                    {what}
                </button>
            }
        };
    view! {
        <li>
            <code>{state.tag_of(column)}</code>
            {part(
                Filter::Missing,
                Signal::derive(move || tally().missing()),
                "missing",
                "Values that this file does not have",
            )}
            {part(
                Filter::Stale,
                Signal::derive(move || tally().stale),
                "stale",
                "Values whose source text has changed since they were translated",
            )}
            {part(
                Filter::Orphaned,
                Signal::derive(move || state.orphaned_in(column)),
                "orphaned",
                "Values of this file that the source no longer has",
            )}
            <span>
                <b>{move || figures::count(u64::from(tally().done))}</b>
                " up to date"
            </span>
        </li>
    }
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
    let count = u32::try_from(orphans.len()).unwrap_or(u32::MAX);
    let about = format!(
        "{} in {tag} that the source does not have.",
        figures::plural(count, "value", "values")
    );
    let about = if keeps {
        format!("{about} The file that is made keeps them until you remove them.")
    } else {
        format!("{about} The file that is made has no place for them: they are left out.")
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
                                {move || if is_all_removed() { "Keep all" } else { "Remove all" }}
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
    let label = format!("{path}, line {}", orphan.line);
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
                                format!("{} {label}", if is_removed.get() { "Undo the removal of" } else { "Remove" })
                            }
                            on:click=toggle
                        >
                            {move || if is_removed.get() { "Undo" } else { "Remove" }}
                        </button>
                    }
                })}
        </li>
    }
}
