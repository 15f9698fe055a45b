//! The calls of an operation in several languages, and its definitions for models.

use ichiban_engine::docs::protocol::Question;
use leptos::prelude::*;

use super::state::State;
use crate::shell::words::t;

/// Languages: what the worker calls them, and people.
const LANGUAGES: &[(&str, &str)] = &[
    ("curl", "curl"),
    ("fetch", "fetch"),
    ("python", "Python"),
    ("httpx", "httpx"),
    ("rust", "Rust"),
    ("go", "Go"),
    ("httpie", "HTTPie"),
    ("http", ".http"),
];

/// Houses: what the worker calls them, and people.
const HOUSES: &[(&str, &str)] = &[
    ("openai", "OpenAI"),
    ("anthropic", "Anthropic"),
    ("mcp", "MCP"),
];

/// The calls.
#[component]
pub(super) fn Calls(state: State) -> impl IntoView {
    view! {
        <Written
            state
            label=t!("answer-docs-languages")
            names=LANGUAGES
            question=|key, language| Question::Call { key, language }
        />
    }
}

/// The definitions.
#[component]
pub(super) fn Tools(state: State) -> impl IntoView {
    view! {
        <Written
            state
            label=t!("answer-docs-houses")
            names=HOUSES
            question=|key, house| Question::Tools {
                key: Some(key),
                house,
            }
        />
    }
}

#[component]
fn Written(
    state: State,
    label: String,
    names: &'static [(&'static str, &'static str)],
    question: fn(String, String) -> Question,
) -> impl IntoView {
    let chosen = RwSignal::new(names.first().map_or("", |(name, _)| name));
    let text = RwSignal::new(String::new());
    // Asked again when the operation is corrected.
    Effect::new(move |_| {
        let name = chosen.get();
        let key = state
            .detail
            .with(|detail| detail.as_ref().map(|detail| detail.key.clone()));
        if let Some(key) = key {
            state.ask_text(question(key, name.to_owned()), move |written| {
                // The view may be gone by now.
                text.try_set(written);
            });
        }
    });
    view! {
        <div class="written">
            <div class="row-of-tags">
                <div class="tabs" role="tablist" aria-label=label>
                    {names
                        .iter()
                        .map(|&(name, shown)| {
                            view! {
                                <button
                                    role="tab"
                                    type="button"
                                    aria-selected=move || (chosen.get() == name).to_string()
                                    on:click=move |_| chosen.set(name)
                                >
                                    {shown}
                                </button>
                            }
                        })
                        .collect_view()}
                </div>
                <span class="grow"></span>
                <button
                    class="ghost"
                    type="button"
                    on:click=move |_| {
                        state.copy(text.get_untracked(), t!("answer-docs-text-copied"));
                    }
                >
                    {t!("answer-copy")}
                </button>
            </div>
            <pre tabindex="0" role="region" aria-label=t!("answer-docs-written")>
                {move || text.get()}
            </pre>
        </div>
    }
}
