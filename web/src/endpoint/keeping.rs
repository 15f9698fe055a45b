//! The choice of where the settings are kept, key included.

use leptos::prelude::*;

use super::fields::Fields;
use super::keys::Keeping;
use crate::on_device::Interface;

/// The choice. `problem` is what is wrong with the passphrase.
#[component]
pub(super) fn KeepChoice(
    fields: Fields,
    interface: Memo<Option<Interface>>,
    problem: Signal<Option<&'static str>>,
) -> impl IntoView {
    let choice = move |keeping: Keeping, name: &'static str, about: Signal<&'static str>| {
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
            "until you remove it"
        } else {
            "until you remove them; who uses this browser can read the key"
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
                        "Keep this choice"
                    } else {
                        "Keep these settings, key included"
                    }
                }}
            </legend>
            {choice(Keeping::ThisTab, "for this tab", Signal::stored("gone when it is closed"))}
            {choice(Keeping::ThisBrowser, "in this browser", in_browser)}
            <Show when=move || interface.get().is_none()>
                {choice(
                    Keeping::Sealed,
                    "in this browser, the key encrypted",
                    Signal::stored("a passphrase unlocks it, once in each tab"),
                )}
            </Show>
            <Show when=is_sealed>
                <div class="field passphrase" class:wrong=move || problem.get().is_some()>
                    <label for="endpoint-passphrase">"Passphrase"</label>
                    <input
                        id="endpoint-passphrase"
                        type="password"
                        autocomplete="new-password"
                        placeholder=move || {
                            if fields.was_sealed.get() { "as it was" } else { "" }
                        }
                        aria-describedby="endpoint-passphrase-fault endpoint-passphrase-hint"
                        bind:value=fields.passphrase
                    />
                    <p class="fault" id="endpoint-passphrase-fault" role="alert">{move || problem.get()}</p>
                    <p class="hint" id="endpoint-passphrase-hint">
                        "Several words are better than one. Nobody can recover it; the key can be entered anew."
                    </p>
                </div>
            </Show>
        </fieldset>
    }
}
