//! The language in which the page speaks: chosen by the person, or as the browser is set.

use ichiban_browser::storage::{self, Kept};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use super::icon;
use super::words::{self, Language, Turned, t};
use crate::app::App;

/// Also read by `js/words.ts`, before there is anything to see.
const KEY: &str = "ichiban.language";

/// The one that the person has chosen here, if they have.
pub(crate) fn kept() -> Option<Language> {
    // A choice that cannot be read back is as good as none.
    let tag: Option<String> = storage::get(Kept::ThisBrowser, KEY).ok().flatten();
    Language::with_tag(&tag?)
}

/// Tells the browser, and whoever reads the page aloud, which language it is in.
pub(crate) fn tell(language: Language) {
    if let Some(root) = document().document_element() {
        // Setting an attribute fails only for a name that is none.
        let _ = root.set_attribute("lang", language.tag());
        let _ = root.set_attribute("dir", language.direction().attribute());
    }
}

impl App {
    /// Changes what all views are made of. Until they are made anew, what is about to go knows that it
    /// comes back.
    fn make_anew(self, change: impl FnOnce()) {
        self.is_made_anew.set_value(true);
        change();
        request_animation_frame(move || self.is_made_anew.set_value(false));
    }

    /// Has the page speak another language, as soon as its words are there; keeps the choice. Says so if
    /// they cannot be fetched: then all stays as it is. `after` is called when it is decided, and the
    /// views are made anew in the next frame.
    pub(crate) fn speak(self, language: Language, after: impl FnOnce() + 'static) {
        self.unspoken.set(None);
        spawn_local(async move {
            match words::speak(language).await {
                Turned::Done => {
                    // Not kept means chosen again next time: nothing to bother a person with.
                    let _ = storage::set(Kept::ThisBrowser, KEY, language.tag());
                    self.make_anew(|| self.language.set(language));
                }
                // Nobody hears or reaches what stands behind the settings.
                Turned::Failed if self.settings_open.get_untracked() => {
                    self.unspoken.set(Some(language));
                }
                Turned::Failed => self.host.say(failed(language), true),
                Turned::Overtaken => return,
            }
            after();
        });
    }
}

/// What is said of a language whose words could not be fetched.
fn failed(language: Language) -> String {
    t!("shell-language-failed", language = language.name())
}

/// The choice at the end of the rail.
#[component]
pub(crate) fn InRail(app: App) -> impl IntoView {
    view! {
        <label class="tool language" title=t!("shell-language")>
            <icon::Globe />
            <span>{t!("shell-language")}</span>
            <span class="count">{words::language().tag()}</span>
            <LanguageChoice app id="language-in-rail" />
        </label>
    }
}

/// The choice among the settings of the page.
#[component]
pub(crate) fn InSettings(app: App) -> impl IntoView {
    const ID: &str = "language-in-settings";
    view! {
        <div class="field">
            <label for=ID>{t!("shell-language")}</label>
            <LanguageChoice app id=ID />
            <p class="fault" role="alert">{move || app.unspoken.get().map(failed)}</p>
        </div>
    }
}

/// The choice: each language under the name that it has for those who speak it.
#[component]
pub(crate) fn LanguageChoice(
    app: App,
    /// What tells this control from another: it keeps the focus when the views are made anew.
    id: &'static str,
) -> impl IntoView {
    let now = words::language();
    view! {
        <select
            id=id
            aria-label=t!("shell-language")
            // Where one was chosen here before, the browser does not go by which option is marked.
            prop:value=now.tag()
            on:change=move |event| {
                if let Some(chosen) = Language::with_tag(&event_target_value(&event)) {
                    app.speak(chosen, move || request_animation_frame(move || settle(id)));
                }
            }
        >
            {Language::ALL
                .into_iter()
                .map(|language| {
                    let tag = language.tag();
                    let is_now = language == now;
                    view! {
                        <option value=tag lang=tag selected=is_now>
                            {language.name()}
                        </option>
                    }
                })
                .collect_view()}
        </select>
    }
}

/// Has a control show the language that is spoken, whether it is the one that was chosen or not, and keep
/// the focus.
fn settle(id: &str) {
    let control = document().get_element_by_id(id);
    if let Some(control) = control.and_then(|it| it.dyn_into::<web_sys::HtmlSelectElement>().ok()) {
        control.set_value(words::language().tag());
        // Focus fails for no element that is on the page.
        let _ = control.focus();
    }
}
