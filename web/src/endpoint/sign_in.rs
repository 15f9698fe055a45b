//! Signing in with `OpenRouter` instead of entering a key (`ichiban_model::sign_in`).
//!
//! The person leaves this page for theirs and comes back to the very address, so what must be known then is
//! kept for the tab. The code is taken out of the address before anything else is done with it.

use ichiban_browser::fetch::{self, Abort};
use ichiban_browser::storage::{self, Kept};
use ichiban_model::sign_in::{self, API, MARK};
use ichiban_model::{Asker, Endpoint, Failure};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::Connection;
use super::failures::in_words;
use super::fields::Fields;
use super::keys::{Keeping, keep, thrown};
use crate::app::App;
use crate::shell::icon;
use crate::shell::prose::prose;
use crate::shell::words::t;

#[wasm_bindgen(raw_module = "@js/endpoint.ts")]
extern "C" {
    #[wasm_bindgen(js_name = signInSecrets, catch)]
    async fn sign_in_secrets() -> Result<js_sys::Array, JsValue>;
}

const PENDING: &str = "ichiban.sign-in";

/// The code of its failures.
const CODE: &str = "sign-in";

/// A model that is certain to be there: it chooses one of the others.
const ANY_MODEL: &str = "openrouter/auto";

/// How long the exchange may take, in milliseconds.
const PATIENCE_MS: u32 = 20_000;

/// A sign-in on its way: what this tab has to know when the person comes back.
#[derive(Serialize, Deserialize)]
struct Pending {
    verifier: String,
    state: String,
    /// Where the key is to be kept: `tab`, `browser` or `sealed`.
    keeping: String,
}

/// What became of a sign-in.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SignedIn {
    Asking,
    Well(String),
    Badly(Failure),
}

/// Whether the person comes back from a sign-in: its answer is in the address.
pub(crate) fn is_coming_back() -> bool {
    window()
        .location()
        .search()
        .is_ok_and(|query| query.contains(MARK))
}

/// The button that leads to `OpenRouter`, and what became of it.
#[component]
pub(super) fn SignIn(app: App, fields: Fields) -> impl IntoView {
    let outcome = RwSignal::new(None::<SignedIn>);
    if is_coming_back() {
        fields.show(Connection {
            base_url: API.to_owned(),
            wire: "openai-chat".to_owned(),
            model: ANY_MODEL.to_owned(),
            key: String::new(),
        });
        outcome.set(Some(SignedIn::Asking));
        spawn_local(async move {
            let became = match come_back(app, fields).await {
                Ok(words) => SignedIn::Well(words),
                Err(failure) => SignedIn::Badly(failure),
            };
            // The form may be gone by now.
            outcome.try_set(Some(became));
        });
    }
    let is_there = move || {
        let authority = fields.base_url.with(|url| url.trim().to_lowercase());
        authority.starts_with("https://openrouter.ai/")
    };
    let leave = move |_| {
        spawn_local(async move {
            if let Err(words) = go(fields.keeping.get_untracked()).await {
                let failure = Failure::new(CODE, words, t!("endpoint-sign-in-by-hand"));
                outcome.try_set(Some(SignedIn::Badly(failure)));
            }
        });
    };
    let told = move || match outcome.get() {
        None => ().into_any(),
        Some(SignedIn::Asking) => {
            view! { <p class="asking">{t!("endpoint-sign-in-fetching")}</p> }.into_any()
        }
        Some(SignedIn::Well(words)) => view! {
            <p class="good">
                <icon::Check />
                {words}
            </p>
        }
        .into_any(),
        Some(SignedIn::Badly(failure)) => {
            let told = in_words(&failure);
            view! {
                <p class="bad">
                    <icon::Warning />
                    <span><b>{prose(&told.message)}</b> " " {prose(&told.hint)}</span>
                </p>
            }
            .into_any()
        }
    };
    view! {
        <Show when=is_there>
            <div class="sign-in">
                <button class="ghost" type="button" on:click=leave>{t!("endpoint-sign-in")}</button>
                <p class="hint">{t!("endpoint-sign-in-about")}</p>
            </div>
            <div class="probe" role="status">{told}</div>
        </Show>
    }
}

/// Leaves for `OpenRouter`.
async fn go(keeping: Keeping) -> Result<(), String> {
    let secrets = sign_in_secrets().await.map_err(|error| thrown(&error))?;
    let secret = |nth| secrets.get(nth).as_string().unwrap_or_default();
    let (verifier, challenge, state) = (secret(0), secret(1), secret(2));
    let pending = Pending {
        verifier,
        state: state.clone(),
        keeping: match keeping {
            Keeping::ThisTab => "tab",
            Keeping::ThisBrowser => "browser",
            Keeping::Sealed => "sealed",
        }
        .to_owned(),
    };
    storage::set(Kept::ThisTab, PENDING, &pending).map_err(|error| error.to_string())?;
    let location = window().location();
    let page = location.origin().unwrap_or_default() + &location.pathname().unwrap_or_default();
    let address = sign_in::address(&page, &challenge, &state);
    let left = location.set_href(&address);
    left.map_err(|error| thrown(&error))
}

/// Takes the answer out of the address, and changes the code for the key.
async fn come_back(app: App, fields: Fields) -> Result<String, Failure> {
    let location = window().location();
    let query = location.search().unwrap_or_default();
    // The code must not stay in the address, whatever becomes of it.
    if let (Ok(history), Ok(path)) = (window().history(), location.pathname()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
    let pending: Option<Pending> = storage::get(Kept::ThisTab, PENDING).ok().flatten();
    // It is good for one answer.
    let _ = storage::remove(Kept::ThisTab, PENDING);
    let state = pending.as_ref().map(|pending| pending.state.as_str());
    let code = sign_in::code(&query, state)?;
    let verifier = pending.as_ref().map_or("", |it| it.verifier.as_str());
    let key = change(&code, verifier).await?;
    let keeping = match pending.as_ref().map(|it| it.keeping.as_str()) {
        Some("browser") => Keeping::ThisBrowser,
        Some("sealed") => Keeping::Sealed,
        _ => Keeping::ThisTab,
    };
    fields.key.set(key);
    fields.keeping.set(keeping);
    let connection = untrack(|| fields.connection());
    if keeping == Keeping::Sealed {
        app.connection.set(Some(connection));
        return Ok(t!("endpoint-signed-in-passphrase"));
    }
    let kept = keep(&connection, keeping, "").await;
    app.locked.set(None);
    app.connection.set(Some(connection));
    kept.map(|()| t!("endpoint-signed-in")).map_err(|words| {
        let message = t!("endpoint-signed-in-unkept", reason = words);
        Failure::new(CODE, message, t!("endpoint-signed-in-unkept-about"))
    })
}

/// Changes a code for the key.
async fn change(code: &str, verifier: &str) -> Result<String, Failure> {
    let request = sign_in::exchange(code, verifier);
    let lost = |_| {
        let endpoint = Endpoint {
            base_url: API.to_owned(),
            api_key: None,
        };
        let origin = window().location().origin().unwrap_or_default();
        let online = window().navigator().on_line();
        let asker = Asker::Page {
            origin: &origin,
            online,
        };
        Failure::of_connection(&endpoint, asker)
    };
    let abort = Abort::new().map_err(lost)?;
    let mut response = fetch::send(&request, &abort, PATIENCE_MS)
        .await
        .map_err(lost)?;
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(lost)? {
        body.extend(piece);
    }
    sign_in::key(response.status, &body)
}
