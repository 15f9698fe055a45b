//! The row of options: a question about the documentation, and where the API is.

use leptos::prelude::*;

use super::state::State;
use crate::shell::words::t;

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
            fallback=|| view! { <p class="options lead">{t!("docs-options-lead")}</p> }
        >
            <div class="options" role="group" aria-label=t!("docs-options")>
                <form
                    class="option ask"
                    role="search"
                    on:submit=move |event| {
                        event.prevent_default();
                        state.find();
                    }
                >
                    <label for="docs-question">{t!("docs-options-ask")}</label>
                    <input
                        id="docs-question"
                        type="search"
                        autocomplete="off"
                        placeholder=t!("docs-options-question")
                        prop:value=move || state.question.get()
                        on:input=move |event| {
                            state.question.set(event_target_value(&event));
                            if state.question.with_untracked(String::is_empty) {
                                state.hits.set(None);
                            }
                        }
                    />
                    <button class="ghost" type="submit">
                        {t!("docs-options-find")}
                    </button>
                </form>
                <label class="option" title=t!("docs-options-server-about")>
                    <span>{t!("docs-server")}</span>
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
                        {move || t!("docs-options-undo", count = state.edits.with(Vec::len))}
                    </button>
                </Show>
            </div>
        </Show>
    }
}
