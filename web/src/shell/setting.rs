//! A setting that a tool declares, as a control.

use ichiban_engine::setting::{Choice, Setting};
use leptos::prelude::*;

/// The control of a setting.
#[component]
pub(crate) fn Control<G, C>(
    /// The setting.
    setting: Setting,
    /// What is chosen of it by name; none if nothing is said.
    chosen: G,
    /// Chooses; none to say nothing.
    choose: C,
) -> impl IntoView
where
    G: Fn(&str) -> Option<String> + Copy + Send + Sync + 'static,
    C: Fn(&str, Option<String>) + Copy + Send + Sync + 'static,
{
    let Setting {
        name,
        about,
        choice,
    } = setting;
    let label = in_words(&name);
    let name = StoredValue::new(name);
    let chosen = Memo::new(move |_| name.with_value(|name| chosen(name)));
    let choose = move |value: Option<String>| name.with_value(|name| choose(name, value));
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
