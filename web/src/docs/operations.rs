//! The list of operations, by tag; or the passages that answer a question.

use ichiban_engine::docs::protocol::{ByModel, Hit, Operation};
use leptos::prelude::*;

use super::state::State;
use super::state::refine::mark;
use super::talk;

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

/// The group of what a model found.
const NEW: &str = "Found by the model";

/// The operations by tag, in the order of the first of each.
fn grouped(operations: Vec<Operation>) -> Vec<(String, Vec<Operation>)> {
    let mut groups: Vec<(String, Vec<Operation>)> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for operation in operations {
        // What a model found stands under no heading: together, and first, so that it is seen to come.
        let is_new = operation.by_model == Some(ByModel::Whole) && operation.tag.is_empty();
        let tag = if is_new { NEW } else { operation.tag.as_str() };
        let place = *places.entry(tag.to_owned()).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, group)) => group.push(operation),
            None => groups.push((tag.to_owned(), vec![operation])),
        }
    }
    groups.sort_by_key(|(tag, _)| tag != NEW);
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
            format!("{some} of {all}")
        }
    };
    view! {
        <div class="pane-h">
            <h2>"Operations"</h2>
            <span class="what">{count}</span>
            <span class="grow"></span>
            <Show when=move || state.talk.turns.with(|turns| !turns.is_empty())>
                <button class="link" type="button" on:click=move |_| state.hits.set(Some(Vec::new()))>
                    "Answers"
                </button>
            </Show>
            <input
                class="narrow"
                type="search"
                aria-label="Search operations"
                placeholder="Search"
                autocomplete="off"
                prop:value=move || state.search.get()
                on:input=move |event| state.search.set(event_target_value(&event))
            />
            <select
                class="plain"
                aria-label="Confidence"
                title="Show operations that are at least so sure"
                on:change=move |event| {
                    state.least.set(event_target_value(&event).parse().unwrap_or_default());
                }
            >
                {[(0, "All"), (60, "60 % sure"), (80, "80 % sure"), (95, "95 % sure")]
                    .into_iter()
                    .map(|(least, words)| {
                        view! {
                            <option value=least selected=move || state.least.get() == least>
                                {words}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
        <div class="op-list" tabindex="0" role="region" aria-label="Operations">
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
                    .map(|(tag, group)| view! { <Group state tag group /> })
                    .collect_view()
            }}
            {move || {
                let more = shown.with(Vec::len).saturating_sub(LISTED);
                (more > 0)
                    .then(|| view! { <p class="nothing">{format!("And {more} more: search for them.")}</p> })
            }}
            <Remarks state />
        </div>
    }
}

#[component]
fn Group(state: State, tag: String, group: Vec<Operation>) -> impl IntoView {
    view! {
        <section class="op-group">
            <h3>{if tag.is_empty() { "Other".to_owned() } else { tag }}</h3>
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
                            <small class="by-model" title="Added by the model, with the words that prove it">
                                {mark(by_model)}
                            </small>
                        }
                    })}
                {unsure
                    .map(|confidence| {
                        view! {
                            <small class="unsure" title="How sure the reading is">
                                {format!("{:.0} %", confidence * 100.0)}
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
                    "No operation is like that. "
                } else {
                    "No operation was found: a method and a path, such as GET /users/{id}, in a heading, a table, code or a sentence. "
                }
            }}
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
                    "Show all"
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
            let lost = (lost > 0).then(|| {
                format!("{lost} of your edits are about something that is not there any more.")
            });
            let remarks = found.refused.iter().chain(&found.notes).cloned();
            let security = found
                .security
                .iter()
                .map(|way| format!("Calls are authenticated by {way}."));
            lost.into_iter()
                .chain(remarks)
                .chain(security)
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || remarks.with(|remarks| !remarks.is_empty())>
            <section class="op-group remarks">
                <h3>"Worth knowing"</h3>
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

/// The passages that answer the question.
#[component]
fn Hits(state: State) -> impl IntoView {
    let has_turns = Memo::new(move |_| state.talk.turns.with(|turns| !turns.is_empty()));
    view! {
        <div class="pane-h">
            <h2>{move || if has_turns.get() { "Answers" } else { "Passages" }}</h2>
            <span class="grow"></span>
            <Show when=move || has_turns.get()>
                <button class="link" type="button" on:click=move |_| state.end_talk()>
                    "Forget the answers"
                </button>
            </Show>
            <button
                class="link"
                type="button"
                on:click=move |_| {
                    state.question.set(String::new());
                    state.talk.prepared.set(None);
                    state.hits.set(None);
                }
            >
                "All operations"
            </button>
        </div>
        <talk::Offer state />
        <div class="op-list" tabindex="0" role="region" aria-label="Answers and passages">
            <talk::Turns state />
            {move || {
                let hits = state.hits.get().unwrap_or_default();
                if hits.is_empty() && has_turns.get() {
                    return ().into_any();
                }
                if hits.is_empty() {
                    return view! {
                        <p class="nothing">
                            "No passage has these words. Ask with the words of the documentation."
                        </p>
                    }
                        .into_any();
                }
                hits.into_iter().map(|hit| view! { <Passage state hit /> }).collect_view().into_any()
            }}
        </div>
    }
}

#[component]
fn Passage(state: State, hit: Hit) -> impl IntoView {
    let at = hit.at;
    view! {
        <article class="hit">
            <button class="hit-at" type="button" on:click=move |_| state.show(at)>
                <b>{if hit.title.is_empty() { hit.document.clone() } else { hit.title }}</b>
                <span>{hit.line}</span>
                <small>{hit.document}</small>
            </button>
            <ul>
                {hit
                    .operations
                    .into_iter()
                    .map(|key| {
                        let (method, path) = key.split_once(' ').unwrap_or(("", &key));
                        let (method, path) = (method.to_owned(), path.to_owned());
                        view! {
                            <li>
                                <button class="op" type="button" on:click=move |_| state.select(Some(key.clone()))>
                                    <Method method />
                                    <code>{path}</code>
                                </button>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </article>
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

    #[test]
    fn groups_stand_in_the_order_of_their_first() {
        let all = vec![
            operation("/b", "B", None),
            operation("/a", "A", None),
            operation("/b2", "B", None),
        ];
        let groups = grouped(all);
        let tags: Vec<_> = groups
            .iter()
            .map(|(tag, group)| (&**tag, group.len()))
            .collect();
        assert_eq!(tags, [("B", 2), ("A", 1)]);
    }

    #[test]
    fn what_a_model_found_comes_first_and_what_it_added_to_stays() {
        let mut found = operation("/new", "", Some(0.7));
        found.by_model = Some(ByModel::Whole);
        let mut known = operation("/old", "A", None);
        known.by_model = Some(ByModel::Details(2));
        let groups = grouped(vec![operation("/a", "A", None), known, found]);
        let tags: Vec<_> = groups
            .iter()
            .map(|(tag, group)| (&**tag, group.len()))
            .collect();
        assert_eq!(tags, [(NEW, 1), ("A", 2)]);
    }
}
