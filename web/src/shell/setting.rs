//! A setting that a tool declares, as a control.
//!
//! An engine says in English what its settings are. The page says it in its own words where a catalogue
//! has them, by ids that are made of names: `convert-setting-indent` is the label of the setting `indent`
//! in the part `convert`, `convert-setting-indent-about` what it does, `convert-setting-indent-tab` its
//! choice `tab`. Where what declares the setting means something else by its name, that has ids of its
//! own: `diagram-setting-csv-view-about`.

use ichiban_engine::setting::{Choice, Setting};
use leptos::prelude::*;

use super::words::text_if;

/// What the id of what a setting does ends with.
const ABOUT: &str = "-about";

/// The control of a setting.
#[component]
pub(crate) fn Control<G, C>(
    /// The setting.
    setting: Setting,
    /// The part of the page in whose catalogue its words are.
    part: &'static str,
    /// The name of what declares it, if settings of one name differ there.
    #[prop(optional, into)]
    of: String,
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
    let label = said(part, &of, &name, "").unwrap_or_else(|| in_words(&name));
    let about = said(part, &of, &name, ABOUT).unwrap_or(about);
    let word_of = {
        let name = name.clone();
        move |word: &str| {
            said(part, &of, &name, &format!("-{word}")).unwrap_or_else(|| word.to_owned())
        }
    };
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
                                let shown = word_of(word);
                                let is_chosen = {
                                    let word = word.clone();
                                    move || chosen.get().unwrap_or_else(|| first.get_value()) == word
                                };
                                view! { <option value=value selected=is_chosen>{shown}</option> }
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

/// What the page says of a setting; none if no catalogue has it. The id ends with this.
fn said(part: &str, of: &str, name: &str, ending: &str) -> Option<String> {
    let own = (!of.is_empty()).then(|| format!("{part}-setting-{of}-{name}{ending}"));
    own.and_then(|id| text_if(&id))
        .or_else(|| text_if(&format!("{part}-setting-{name}{ending}")))
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

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use ichiban_engine::data::Bench;
    use ichiban_engine::data::protocol::Report;
    use ichiban_engine::handler::Handler;
    use ichiban_mermaid::source::SOURCES;

    use super::*;

    /// Holds what the page says of a setting in English to what the engine says.
    fn is_said(part: &str, of: &str, setting: &Setting) {
        let said = |ending: &str| said(part, of, &setting.name, ending);
        let name = format!("{of}: {}", setting.name);
        assert_eq!(said(""), Some(in_words(&setting.name)), "{name}");
        assert_eq!(said(ABOUT).as_ref(), Some(&setting.about), "{name}");
        if let Choice::OneOf(words) = &setting.choice {
            for word in words {
                let shown = said(&format!("-{word}"));
                assert!(shown.is_none_or(|shown| shown == *word), "{name}: {word}");
            }
        }
    }

    #[test]
    fn the_settings_of_targets_are_said_in_the_words_of_the_page() {
        let Report::Ready { targets, .. } = Bench::default().ready() else {
            panic!("a bench is ready first");
        };
        for target in &targets {
            for setting in &target.settings {
                is_said("convert", "", setting);
            }
        }
    }

    #[test]
    fn the_settings_of_sources_are_said_in_the_words_of_the_page() {
        for source in SOURCES {
            for setting in source.settings {
                is_said("diagram", source.name, &Setting::from(setting));
            }
        }
    }

    #[test]
    fn a_name_is_read_as_words() {
        assert_eq!(in_words("no-exports"), "No exports");
        assert_eq!(in_words("indent"), "Indent");
        assert_eq!(in_words(""), "");
    }
}
