//! The list of operations, by tag; or what a question has found.

use ichiban_engine::docs::protocol::{ByModel, Operation};
use leptos::prelude::*;

use super::passages::Hits;
use super::state::State;
use super::state::refine::mark;
use crate::shell::words::t;

/// A method, in its colour.
#[component]
pub(super) fn Method(method: String) -> impl IntoView {
    let class = format!("method {}", method.to_ascii_lowercase());
    view! { <b class=class>{method}</b> }
}

/// The pane.
#[component]
pub(super) fn Operations(state: State) -> impl IntoView {
    view! {
        <Show
            when=move || state.hits.with(Option::is_some)
            fallback=move || view! { <Listed state /> }
        >
            <Hits state />
        </Show>
    }
}

/// The operations that are listed at once.
const LISTED: usize = 500;

/// Whether an operation is one of those that are looked for.
fn is_meant(operation: &Operation, words: &[String], least: u32) -> bool {
    let text = format!(
        "{} {} {} {}",
        operation.method, operation.path, operation.summary, operation.tag
    )
    .to_lowercase();
    // What was given is sure.
    let confidence = operation.confidence.unwrap_or(1.0) * 100.0;
    // A per cent is far below what is lost.
    #[allow(clippy::cast_precision_loss)]
    let is_sure = confidence.round() >= least as f32;
    is_sure && words.iter().all(|word| text.contains(word))
}

/// What operations stand under together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Heading {
    /// What a model found.
    New,
    /// A tag.
    Tag(String),
    /// What has no tag.
    Other,
}

impl Heading {
    /// That of an operation.
    fn of(operation: &Operation) -> Self {
        if !operation.tag.is_empty() {
            Self::Tag(operation.tag.clone())
        } else if operation.by_model == Some(ByModel::Whole) {
            Self::New
        } else {
            Self::Other
        }
    }

    fn words(self) -> String {
        match self {
            Self::New => t!("docs-operations-new"),
            Self::Tag(tag) => tag,
            Self::Other => t!("docs-operations-other"),
        }
    }
}

/// The operations by heading, in the order of the first of each. What a model found stands first, so
/// that it is seen to come.
fn grouped(operations: Vec<Operation>) -> Vec<(Heading, Vec<Operation>)> {
    let mut groups: Vec<(Heading, Vec<Operation>)> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for operation in operations {
        let heading = Heading::of(&operation);
        let place = *places.entry(heading.clone()).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, group)) => group.push(operation),
            None => groups.push((heading, vec![operation])),
        }
    }
    groups.sort_by_key(|(heading, _)| *heading != Heading::New);
    groups
}

#[component]
fn Listed(state: State) -> impl IntoView {
    let shown = Memo::new(move |_| {
        let words: Vec<String> = state.search.with(|search| {
            search
                .to_lowercase()
                .split_whitespace()
                .map(str::to_owned)
                .collect()
        });
        let least = state.least.get();
        let is_filter = state.refine.is_filter.get();
        state.operations.with(|operations| {
            let meant = operations
                .iter()
                .filter(|it| is_meant(it, &words, least) && (!is_filter || it.by_model.is_some()));
            meant.cloned().collect::<Vec<_>>()
        })
    });
    let count = move || {
        let all = state.operations.with(|operations| operations.len());
        let some = shown.with(Vec::len);
        if some == all {
            all.to_string()
        } else {
            let (some, all) = (some.to_string(), all.to_string());
            t!("docs-operations-some", some = some, all = all)
        }
    };
    view! {
        <div class="pane-h">
            <h2>{t!("docs-operations")}</h2>
            <span class="what">{count}</span>
            <span class="grow"></span>
            <Show when=move || state.talk.turns.with(|turns| !turns.is_empty())>
                <button class="link" type="button" on:click=move |_| state.hits.set(Some(Vec::new()))>
                    {t!("docs-answers")}
                </button>
            </Show>
            <input
                class="narrow"
                type="search"
                aria-label=t!("docs-operations-search")
                placeholder=t!("docs-operations-search-short")
                autocomplete="off"
                prop:value=move || state.search.get()
                on:input=move |event| state.search.set(event_target_value(&event))
            />
            <select
                class="plain"
                aria-label=t!("docs-operations-confidence")
                title=t!("docs-operations-confidence-about")
                on:change=move |event| {
                    state.least.set(event_target_value(&event).parse().unwrap_or_default());
                }
            >
                {[0_u32, 60, 80, 95]
                    .into_iter()
                    .map(|least| {
                        let words = match least {
                            0 => t!("docs-operations-all"),
                            _ => t!("docs-sure", percent = least.to_string()),
                        };
                        view! {
                            <option value=least selected=move || state.least.get() == least>
                                {words}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
        <div class="op-list" tabindex="0" role="region" aria-label=t!("docs-operations")>
            {move || {
                let is_nothing = shown.with(Vec::is_empty);
                let is_idle = !state.is_reading.get();
                (is_nothing && is_idle).then(|| view! { <Nothing state /> })
            }}
            {move || {
                let mut shown = shown.get();
                shown.truncate(LISTED);
                grouped(shown)
                    .into_iter()
                    .map(|(heading, group)| view! { <Group state heading group /> })
                    .collect_view()
            }}
            {move || {
                let more = shown.with(Vec::len).saturating_sub(LISTED);
                (more > 0)
                    .then(|| view! { <p class="nothing">{t!("docs-operations-more", count = more)}</p> })
            }}
            <Remarks state />
        </div>
    }
}

#[component]
fn Group(state: State, heading: Heading, group: Vec<Operation>) -> impl IntoView {
    view! {
        <section class="op-group">
            <h3>{heading.words()}</h3>
            <ul>
                {group
                    .into_iter()
                    .map(|operation| view! { <Entry state operation /> })
                    .collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn Entry(state: State, operation: Operation) -> impl IntoView {
    let key = operation.key;
    // How sure it is of a model's is told by its words, which prove it.
    let unsure = operation
        .confidence
        .filter(|confidence| *confidence < 0.8 && operation.by_model != Some(ByModel::Whole));
    let by_model = operation.by_model;
    view! {
        <li>
            <button
                class="op"
                class:deprecated=operation.deprecated
                type="button"
                on:click=move |_| state.select(Some(key.clone()))
            >
                <Method method=operation.method />
                <code>{operation.path}</code>
                <span class="op-about">{operation.summary}</span>
                {by_model
                    .map(|by_model| {
                        view! {
                            <small class="by-model" title=t!("docs-operations-by-model")>
                                {mark(by_model)}
                            </small>
                        }
                    })}
                {unsure
                    .map(|confidence| {
                        view! {
                            <small class="unsure" title=t!("docs-operations-unsure")>
                                {t!("docs-percent", percent = format!("{:.0}", confidence * 100.0))}
                            </small>
                        }
                    })}
            </button>
        </li>
    }
}

/// Why nothing is listed.
#[component]
fn Nothing(state: State) -> impl IntoView {
    let is_narrowed = move || state.operations.with(|operations| !operations.is_empty());
    view! {
        <p class="nothing">
            {move || {
                if is_narrowed() {
                    t!("docs-operations-none-like-that")
                } else {
                    t!("docs-operations-none")
                }
            }}
            " "
            <Show when=is_narrowed>
                <button
                    class="link"
                    type="button"
                    on:click=move |_| {
                        state.search.set(String::new());
                        state.least.set(0);
                        state.refine.is_filter.set(false);
                    }
                >
                    {t!("docs-operations-show-all")}
                </button>
            </Show>
        </p>
    }
}

/// What is worth saying of the files.
#[component]
fn Remarks(state: State) -> impl IntoView {
    let remarks = Memo::new(move |_| {
        state.found.with(|found| {
            let lost = found.lost_edits.len();
            let lost = (lost > 0).then(|| t!("docs-remarks-lost-edits", count = lost));
            let remarks = found.refused.iter().chain(&found.notes).cloned();
            let security = found
                .security
                .iter()
                .map(|way| t!("docs-remarks-security", way = way));
            lost.into_iter()
                .chain(remarks)
                .chain(security)
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || remarks.with(|remarks| !remarks.is_empty())>
            <section class="op-group remarks">
                <h3>{t!("docs-remarks")}</h3>
                <ul>
                    {move || {
                        remarks
                            .get()
                            .into_iter()
                            .take(50)
                            .map(|remark| view! { <li>{remark}</li> })
                            .collect_view()
                    }}
                </ul>
            </section>
        </Show>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn operation(path: &str, tag: &str, confidence: Option<f32>) -> Operation {
        Operation {
            key: format!("GET {path}"),
            method: "GET".to_owned(),
            path: path.to_owned(),
            summary: "Reads".to_owned(),
            tag: tag.to_owned(),
            deprecated: false,
            confidence,
            at: None,
            by_model: None,
        }
    }

    #[test]
    fn operations_are_narrowed_by_words_and_confidence() {
        let words = |words: &[&str]| {
            words
                .iter()
                .map(|&word| word.to_owned())
                .collect::<Vec<_>>()
        };
        let unsure = operation("/users", "Users", Some(0.7));
        assert!(is_meant(&unsure, &words(&["get", "user"]), 70));
        assert!(!is_meant(&unsure, &words(&["get", "user"]), 80));
        assert!(!is_meant(&unsure, &words(&["order"]), 0));
        assert!(is_meant(&operation("/users", "", None), &[], 100));
    }

    /// The headings, and how many stand under each.
    fn counts(operations: Vec<Operation>) -> Vec<(Heading, usize)> {
        let groups = grouped(operations).into_iter();
        groups
            .map(|(heading, group)| (heading, group.len()))
            .collect()
    }

    #[test]
    fn groups_stand_in_the_order_of_their_first() {
        let all = vec![
            operation("/b", "B", None),
            operation("/a", "A", None),
            operation("/b2", "B", None),
        ];
        let tag = |tag: &str| Heading::Tag(tag.to_owned());
        assert_eq!(counts(all), [(tag("B"), 2), (tag("A"), 1)]);
    }

    #[test]
    fn what_a_model_found_comes_first_and_what_it_added_to_stays() {
        let mut found = operation("/new", "", Some(0.7));
        found.by_model = Some(ByModel::Whole);
        let mut known = operation("/old", "A", None);
        known.by_model = Some(ByModel::Details(2));
        let all = vec![operation("/a", "A", None), known, found];
        let tagged = Heading::Tag("A".to_owned());
        assert_eq!(counts(all), [(Heading::New, 1), (tagged, 2)]);
    }
}
