//! The form that unlocks an encrypted key, once in a tab.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys;

use super::Connection;
use super::keys::{forget, unlock};
use crate::app::App;
use crate::shell::words::{t, woven};

/// Asks for the passphrase. `elsewhere` is set when another endpoint is wanted.
#[component]
pub(super) fn Unlock(app: App, locked: Connection, elsewhere: RwSignal<bool>) -> impl IntoView {
    let passphrase = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let place = locked.place();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if is_busy.get_untracked() || passphrase.with_untracked(String::is_empty) {
            return;
        }
        is_busy.set(true);
        problem.set(None);
        let locked = locked.clone();
        spawn_local(async move {
            let opened = unlock(&locked, &passphrase.get_untracked()).await;
            // The form may be gone by now.
            is_busy.try_set(false);
            match opened {
                Ok(connection) => {
                    app.locked.set(None);
                    app.connection.set(Some(connection));
                    app.settings_open.set(false);
                    app.announce_now(t!("endpoint-unlocked"));
                }
                Err(words) => {
                    problem.try_set(Some(words));
                }
            }
            passphrase.try_set(String::new());
        });
    };
    let remove = move |_| match forget() {
        Ok(()) => app.locked.set(None),
        Err(error) => problem.set(Some(error.to_string())),
    };
    view! {
        <form class="form unlock" on:submit=submit novalidate>
            <p class="lead">
                {woven!("endpoint-unlock-about", place = view! { <b>{place}</b> })}
            </p>
            <div class="field" class:wrong=move || problem.get().is_some()>
                <label for="unlock-passphrase">{t!("endpoint-passphrase")}</label>
                <input
                    id="unlock-passphrase"
                    type="password"
                    autocomplete="current-password"
                    aria-describedby="unlock-problem"
                    autofocus
                    bind:value=passphrase
                />
                <p class="fault" id="unlock-problem" role="alert">{move || problem.get()}</p>
            </div>
            <footer>
                <button class="primary" type="submit" disabled=move || is_busy.get()>
                    {move || {
                        if is_busy.get() { t!("endpoint-unlocking") } else { t!("endpoint-unlock") }
                    }}
                </button>
                <button class="ghost" type="button" on:click=move |_| elsewhere.set(true)>
                    {t!("endpoint-use-another")}
                </button>
                <span class="grow"></span>
                <button class="link" type="button" on:click=remove>
                    {t!("endpoint-forget-key")}
                </button>
            </footer>
        </form>
    }
}
