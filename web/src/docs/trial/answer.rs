//! A call that was sent, and what came of it.

use ichiban_browser::clock;
use ichiban_browser::fetch::{self, Abort, FetchError, Outgoing};
use ichiban_engine::docs::operation;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::docs::state::State;
use crate::shell::figures;
use crate::shell::words::t;

/// As long as this the answer may keep one waiting.
const PATIENCE_MS: u32 = 30_000;
/// The bytes of an answer that are read.
const MOST: usize = 1024 * 1024;

/// An answer that came.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Came {
    status: u16,
    took_ms: f64,
    bytes: usize,
    is_cut: bool,
    headers: Vec<(String, String)>,
    body: String,
}

/// What became of the call.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) enum Outcome {
    /// It was not sent.
    #[default]
    Unsent,
    /// It is not what it should be, and why.
    Unfit(String),
    /// It was sent to this address.
    Sent(String),
    /// It was answered.
    Came(Came),
    /// The browser shows no answer; the same call for a shell.
    Hidden { why: String, curl: String },
}

/// Sends a request, and tells what comes of it.
pub(super) fn carry(
    request: operation::Outgoing,
    outcome: RwSignal<Outcome>,
    abort: StoredValue<Option<Abort>, LocalStorage>,
) {
    let Ok(switch) = Abort::new() else { return };
    abort.set_value(Some(switch.clone()));
    outcome.set(Outcome::Sent(request.url.clone()));
    spawn_local(async move {
        let begun = clock::now_ms();
        let came = exchange(&request, &switch).await;
        let took_ms = clock::now_ms() - begun;
        outcome.try_set(match came {
            Ok(came) => Outcome::Came(Came { took_ms, ..came }),
            Err(error) => refusal(&error, request),
        });
    });
}

async fn exchange(request: &operation::Outgoing, abort: &Abort) -> Result<Came, FetchError> {
    let headers: Vec<(&str, &str)> = request
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let outgoing = Outgoing {
        method: &request.method,
        url: &request.url,
        headers: &headers,
        body: request.body.as_deref().unwrap_or_default(),
    };
    let mut response = fetch::send_any(&outgoing, abort, PATIENCE_MS).await?;
    let mut bytes = Vec::new();
    let mut is_cut = false;
    while let Some(chunk) = response.chunk().await? {
        bytes.extend(chunk);
        if bytes.len() > MOST {
            is_cut = true;
            bytes.truncate(MOST);
            abort.abort();
            break;
        }
    }
    Ok(Came {
        status: response.status,
        took_ms: 0.0,
        bytes: bytes.len(),
        is_cut,
        headers: response.headers.clone(),
        body: String::from_utf8_lossy(&bytes).into_owned(),
    })
}

/// Why there is no answer, and what to do.
fn refusal(error: &FetchError, request: operation::Outgoing) -> Outcome {
    let why = match error {
        FetchError::Aborted => return Outcome::Unsent,
        FetchError::Unreachable { online: false, .. } => t!("docs-trial-offline"),
        FetchError::Unreachable { .. } => t!("docs-trial-hidden"),
        other => t!("docs-trial-no-answer", error = other.to_string()),
    };
    Outcome::Hidden {
        why,
        curl: request.curl,
    }
}

#[component]
pub(super) fn Result(
    state: State,
    outcome: RwSignal<Outcome>,
    abort: StoredValue<Option<Abort>, LocalStorage>,
) -> impl IntoView {
    move || match outcome.get() {
        Outcome::Unsent => ().into_any(),
        Outcome::Unfit(reason) => view! {
            <p class="problem bad" role="alert">
                {crate::shell::prose::prose(&reason)}
            </p>
        }
        .into_any(),
        Outcome::Sent(url) => view! {
            <p class="about" role="status">
                {t!("docs-trial-waiting", address = url)}
                " "
                <button
                    class="link"
                    type="button"
                    on:click=move |_| {
                        abort.with_value(|abort| {
                            if let Some(abort) = abort {
                                abort.abort();
                            }
                        });
                    }
                >
                    {t!("docs-stop")}
                </button>
            </p>
        }
        .into_any(),
        Outcome::Hidden { why, curl } => {
            let copied = curl.clone();
            view! {
                <div class="hidden-answer" role="alert">
                    <p>{why}</p>
                    <p class="row-of-tags">
                        <button
                            class="ghost"
                            type="button"
                            on:click=move |_| state.copy(copied.clone(), t!("docs-trial-curl-copied"))
                        >
                            {t!("docs-trial-curl")}
                        </button>
                    </p>
                    <pre>{curl}</pre>
                </div>
            }
            .into_any()
        }
        Outcome::Came(came) => view! { <CameView came /> }.into_any(),
    }
}

#[component]
fn CameView(came: Came) -> impl IntoView {
    let (time, unit) = figures::duration(came.took_ms);
    let class = if (200..300).contains(&came.status) {
        "code ok"
    } else {
        "code bad"
    };
    let size = figures::size(came.bytes as u64);
    view! {
        <section class="came" aria-label=t!("docs-trial-came")>
            <p class="row-of-tags">
                <b class=class>{came.status}</b>
                <span>{format!("{time} {unit} · {size}")}</span>
                {came.is_cut.then(|| view! { <span>{t!("docs-trial-cut")}</span> })}
            </p>
            <details>
                <summary>{t!("docs-trial-headers", count = came.headers.len())}</summary>
                <ul class="headers">
                    {came
                        .headers
                        .into_iter()
                        .map(|(name, value)| {
                            view! {
                                <li>
                                    <code>{format!("{name}: {value}")}</code>
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </details>
            <pre tabindex="0" role="region" aria-label=t!("docs-trial-came-body")>
                {came.body}
            </pre>
        </section>
    }
}
