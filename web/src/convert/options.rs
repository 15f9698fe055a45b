//! The row of options: into what, under which name, and what the target lets one choose.

use ichiban_engine::data::protocol::{Choice, Group, Setting};
use leptos::prelude::*;

use super::picker::TargetPicker;
use super::state::State;

/// The options. What a target lets one choose comes from its declaration.
#[component]
pub(super) fn Options(state: State) -> impl IntoView {
    let declared = Memo::new(move |_| state.declared());
    let has_root = move || declared.get().is_none_or(|it| it.group != Group::Data);
    let settings = move || declared.get().map(|it| it.settings).unwrap_or_default();
    view! {
        <div class="options" role="group" aria-label="Options">
            <span class="label">"Into"</span>
            <TargetPicker state />
            <Show when=has_root>
                <label class="option" title="The name of the root type">
                    <span>"Root"</span>
                    <input
                        type="text"
                        size="12"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder=move || {
                            state
                                .output
                                .with(|output| output.as_ref().map(|output| output.root.clone()))
                                .filter(|_| state.root.with(String::is_empty))
                                .unwrap_or_else(|| "Root".to_owned())
                        }
                        prop:value=move || state.root.get()
                        on:input=move |event| {
                            state.root.set(event_target_value(&event));
                            state.want();
                        }
                    />
                </label>
            </Show>
            {move || {
                settings()
                    .into_iter()
                    .map(|setting| view! { <Control state setting /> })
                    .collect_view()
            }}
        </div>
    }
}

/// A setting as a control.
#[component]
fn Control(state: State, setting: Setting) -> impl IntoView {
    let Setting {
        name,
        about,
        choice,
    } = setting;
    let label = in_words(&name);
    let name = StoredValue::new(name);
    let chosen = Memo::new(move |_| name.with_value(|name| state.chosen(name)));
    let choose = move |value: Option<String>| name.with_value(|name| state.choose(name, value));
    match choice {
        Choice::Flag => view! {
            <button
                class="tag"
                type="button"
                title=about
                aria-pressed=move || chosen.get().is_some().to_string()
                on:click=move |_| choose(chosen.get_untracked().is_none().then(|| "true".to_owned()))
            >
                {label}
            </button>
        }
        .into_any(),
        Choice::OneOf(words) => {
            let first = StoredValue::new(words.first().cloned().unwrap_or_default());
            view! {
                <label class="option" title=about>
                    <span>{label}</span>
                    <select
                        prop:value=move || chosen.get().unwrap_or_else(|| first.get_value())
                        on:change=move |event| {
                            let value = event_target_value(&event);
                            choose((value != first.get_value()).then_some(value));
                        }
                    >
                        {words
                            .iter()
                            .map(|word| {
                                let value = word.clone();
                                let is_chosen = {
                                    let word = word.clone();
                                    move || chosen.get().unwrap_or_else(|| first.get_value()) == word
                                };
                                view! { <option value=value selected=is_chosen>{word.clone()}</option> }
                            })
                            .collect_view()}
                    </select>
                </label>
            }
            .into_any()
        }
        Choice::Text(default) => view! {
            <label class="option" title=about>
                <span>{label}</span>
                <input
                    type="text"
                    size=default.chars().count().clamp(8, 24).to_string()
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=default
                    prop:value=move || chosen.get().unwrap_or_default()
                    on:input=move |event| {
                        let value = event_target_value(&event);
                        choose((!value.is_empty()).then_some(value));
                    }
                />
            </label>
        }
        .into_any(),
    }
}

/// A kebab-case name as a label.
fn in_words(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn a_name_is_read_as_words() {
        assert_eq!(in_words("no-exports"), "No exports");
        assert_eq!(in_words("indent"), "Indent");
        assert_eq!(in_words(""), "");
    }
}
