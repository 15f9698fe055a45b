//! The row of options: a question about the documentation, and where the API is.

use leptos::prelude::*;

use super::state::State;

/// The options.
#[component]
pub(super) fn Options(state: State) -> impl IntoView {
    let found = move || {
        state.found.with(|found| match found.servers.first() {
            Some(server) if server.starts_with("http") => server.clone(),
            _ => "https://api.example.com".to_owned(),
        })
    };
    view! {
        <Show
            when=move || state.is_open()
            fallback=|| {
                view! {
                    <p class="options lead">
                        "Operations, parameters, bodies, answers and keys, each with the place that says so. Read here, without a model."
                    </p>
                }
            }
        >
            <div class="options" role="group" aria-label="Options">
                <form
                    class="option ask"
                    role="search"
                    on:submit=move |event| {
                        event.prevent_default();
                        state.find();
                    }
                >
                    <label for="docs-question">"Ask"</label>
                    <input
                        id="docs-question"
                        type="search"
                        autocomplete="off"
                        placeholder="which endpoint cancels an order?"
                        prop:value=move || state.question.get()
                        on:input=move |event| {
                            state.question.set(event_target_value(&event));
                            if state.question.with_untracked(String::is_empty) {
                                state.hits.set(None);
                            }
                        }
                    />
                    <button class="ghost" type="submit">
                        "Find"
                    </button>
                </form>
                <label class="option" title="Where the API is: in the document, the calls and the form">
                    <span>"Server"</span>
                    <input
                        type="url"
                        size="26"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder=found
                        prop:value=move || state.base_url.get()
                        on:change=move |event| state.set_base_url(&event_target_value(&event))
                    />
                </label>
                <Show when=move || state.edits.with(|edits| !edits.is_empty())>
                    <button class="tag" type="button" on:click=move |_| state.undo()>
                        {move || {
                            let count = state.edits.with(Vec::len);
                            format!("Undo the last of {count} edits").replace("of 1 edits", "edit")
                        }}
                    </button>
                </Show>
            </div>
        </Show>
    }
}
