//! The choice of where the settings are kept, key included.

use leptos::prelude::*;

use super::fields::Fields;
use super::keys::Keeping;
use crate::on_device::Interface;
use crate::shell::words::t;

/// The choice. `problem` is what is wrong with the passphrase.
#[component]
pub(super) fn KeepChoice(
    fields: Fields,
    interface: Memo<Option<Interface>>,
    problem: Signal<Option<String>>,
) -> impl IntoView {
    let choice = move |keeping: Keeping, name: String, about: Signal<String>| {
        view! {
            <label>
                <input
                    type="radio"
                    name="kept"
                    prop:checked=move || fields.keeping.get() == keeping
                    on:change=move |_| fields.keeping.set(keeping)
                />
                <span>{name} " " <small>{move || about.get()}</small></span>
            </label>
        }
    };
    let in_browser = Signal::derive(move || {
        if interface.get().is_some() {
            t!("endpoint-keep-choice-in-browser-about")
        } else {
            t!("endpoint-keep-in-browser-about")
        }
    });
    let has_key =
        move || interface.get().is_none() && !fields.key.with(|key| key.trim().is_empty());
    let is_sealed = move || fields.keeping.get() == Keeping::Sealed && has_key();
    view! {
        <fieldset class="keep">
            <legend>
                {move || {
                    if interface.get().is_some() {
                        t!("endpoint-keep-choice")
                    } else {
                        t!("endpoint-keep")
                    }
                }}
            </legend>
            {choice(
                Keeping::ThisTab,
                t!("endpoint-keep-in-tab"),
                Signal::stored(t!("endpoint-keep-in-tab-about")),
            )}
            {choice(Keeping::ThisBrowser, t!("endpoint-keep-in-browser"), in_browser)}
            <Show when=move || interface.get().is_none()>
                {choice(
                    Keeping::Sealed,
                    t!("endpoint-keep-sealed"),
                    Signal::stored(t!("endpoint-keep-sealed-about")),
                )}
            </Show>
            <Show when=is_sealed>
                <div class="field passphrase" class:wrong=move || problem.get().is_some()>
                    <label for="endpoint-passphrase">{t!("endpoint-passphrase")}</label>
                    <input
                        id="endpoint-passphrase"
                        type="password"
                        autocomplete="new-password"
                        placeholder=move || {
                            fields.was_sealed.get().then(|| t!("endpoint-passphrase-as-it-was"))
                        }
                        aria-describedby="endpoint-passphrase-fault endpoint-passphrase-hint"
                        bind:value=fields.passphrase
                    />
                    <p class="fault" id="endpoint-passphrase-fault" role="alert">{move || problem.get()}</p>
                    <p class="hint" id="endpoint-passphrase-hint">
                        {t!("endpoint-passphrase-about")}
                    </p>
                </div>
            </Show>
        </fieldset>
    }
}
