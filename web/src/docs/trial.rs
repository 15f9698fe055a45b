//! A call that is sent from here, when the person says so and not before.

use std::collections::BTreeMap;

use ichiban_browser::clock;
use ichiban_browser::fetch::{self, Abort, FetchError, Outgoing};
use ichiban_engine::docs::operation::{self, Filled, Form, FormField};
use ichiban_engine::docs::protocol::{Answer, Question};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state::State;
use crate::shell::figures;

/// As long as this the answer may keep one waiting.
const PATIENCE_MS: u32 = 30_000;
/// The bytes of an answer that are read.
const MOST: usize = 1024 * 1024;

/// An answer that came.
#[derive(Debug, Clone, PartialEq)]
struct Came {
    status: u16,
    took_ms: f64,
    bytes: usize,
    is_cut: bool,
    headers: Vec<(String, String)>,
    body: String,
}

/// What became of the call.
#[derive(Debug, Clone, Default, PartialEq)]
enum Outcome {
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

/// The form, and what came of it.
#[component]
pub(super) fn Trial(state: State) -> impl IntoView {
    let form = Memo::new(move |_| {
        state
            .detail
            .with(|detail| {
                detail
                    .as_ref()
                    .map(|detail| (detail.key.clone(), detail.form.clone()))
            })
            .unwrap_or_default()
    });
    move || {
        let (key, form) = form.get();
        view! { <Sheet state key form /> }
    }
}

#[component]
fn Sheet(state: State, key: String, form: Form) -> impl IntoView {
    let server = RwSignal::new(form.servers.first().cloned().unwrap_or_default());
    let start: BTreeMap<(String, String), String> = form
        .fields
        .iter()
        .map(|field| {
            (
                (field.place.clone(), field.name.clone()),
                field.sample.clone(),
            )
        })
        .collect();
    let values = RwSignal::new(start);
    let media = form.body.as_ref().map(|(media, _)| media.clone());
    let body = RwSignal::new(form.body.map(|(_, text)| text).unwrap_or_default());
    let has_body = media.is_some();
    let outcome = RwSignal::new(Outcome::default());
    let abort = StoredValue::new_local(None::<Abort>);
    on_cleanup(move || {
        abort.with_value(|abort| {
            if let Some(abort) = abort {
                abort.abort();
            }
        });
    });
    let send = move || {
        let fields = values.with_untracked(|values| {
            let fields = values.iter();
            fields
                .map(|((place, name), value)| (place.clone(), name.clone(), value.clone()))
                .collect()
        });
        let filled = Filled {
            server: server.get_untracked(),
            fields,
            body: has_body.then(|| body.get_untracked()),
            key: state.key.get_untracked(),
        };
        let question = Question::Request {
            key: key.clone(),
            filled,
        };
        state.ask_or(
            question,
            move |answer| {
                if let Answer::Request(request) = answer {
                    carry(request, outcome, abort);
                }
            },
            move |reason| {
                outcome.try_set(Outcome::Unfit(reason));
            },
        );
    };
    let servers = form.servers;
    view! {
        <form
            class="trial"
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            <div class="field">
                <label for="trial-server">"Server"</label>
                <input
                    id="trial-server"
                    type="url"
                    list="trial-servers"
                    spellcheck="false"
                    autocomplete="off"
                    placeholder="https://api.example.com"
                    prop:value=move || server.get()
                    on:input=move |event| server.set(event_target_value(&event))
                />
                <datalist id="trial-servers">
                    {servers.into_iter().map(|url| view! { <option value=url></option> }).collect_view()}
                </datalist>
            </div>
            {form
                .key
                .map(|what| {
                    view! {
                        <div class="field">
                            <label for="trial-key">{format!("Key ({what})")}</label>
                            <input
                                id="trial-key"
                                type="password"
                                autocomplete="off"
                                prop:value=move || state.key.get()
                                on:input=move |event| state.key.set(event_target_value(&event))
                            />
                            <small>"In this tab alone: kept nowhere, and in no copied call."</small>
                        </div>
                    }
                })}
            {form.fields.into_iter().map(|field| view! { <Control field values /> }).collect_view()}
            {media
                .map(|media| {
                    view! {
                        <div class="field">
                            <label for="trial-body">{format!("Body ({media})")}</label>
                            <textarea
                                id="trial-body"
                                rows="7"
                                spellcheck="false"
                                prop:value=move || body.get()
                                on:input=move |event| body.set(event_target_value(&event))
                            ></textarea>
                        </div>
                    }
                })}
            <p class="row-of-tags">
                <button class="primary" type="submit">
                    "Send"
                </button>
                <small class="about">"Goes from this page to the server above, and nowhere before you press Send."</small>
            </p>
        </form>
        <Result state outcome abort />
    }
}

#[component]
fn Control(
    field: FormField,
    values: RwSignal<BTreeMap<(String, String), String>>,
) -> impl IntoView {
    let key = (field.place.clone(), field.name.clone());
    let id = format!("trial-{}-{}", field.place, field.name);
    let of = id.clone();
    let shown = key.clone();
    let value = move || values.with(|values| values.get(&shown).cloned().unwrap_or_default());
    let set = move |value: String| {
        values.update(|values| {
            values.insert(key.clone(), value);
        });
    };
    let mut about = vec![field.place];
    if !field.kind.is_empty() {
        about.push(field.kind.clone());
    }
    if field.required {
        about.push("required".to_owned());
    }
    let about = about.join(", ");
    let mut choices = field.values;
    if choices.is_empty() && field.kind == "boolean" {
        choices = vec!["true".to_owned(), "false".to_owned()];
    }
    let control = if choices.is_empty() {
        view! {
            <input
                id=id
                type="text"
                spellcheck="false"
                autocomplete="off"
                prop:value=value
                on:input=move |event| set(event_target_value(&event))
            />
        }
        .into_any()
    } else {
        let start = value();
        view! {
            <select id=id on:change=move |event| set(event_target_value(&event))>
                <option value="">"–"</option>
                {choices
                    .into_iter()
                    .map(|choice| {
                        let is_chosen = choice == start;
                        view! {
                            <option value=choice.clone() selected=is_chosen>
                                {choice.clone()}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        }
        .into_any()
    };
    view! {
        <div class="field">
            <label for=of>
                {field.name}
                <small>{about}</small>
            </label>
            {control}
        </div>
    }
}

/// Sends a request, and tells what comes of it.
fn carry(
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
        body: request.body.as_deref().unwrap_or_default().as_bytes(),
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
        FetchError::Unreachable { online: false, .. } => "There is no network.".to_owned(),
        FetchError::Unreachable { .. } => "The browser shows no answer. Either nothing is at this address, or the server does not let pages of other origins read its answers (CORS): then it answers a shell, but no page. The call may have arrived all the same.".to_owned(),
        other => format!("There is no answer: {other}."),
    };
    Outcome::Hidden {
        why,
        curl: request.curl,
    }
}

#[component]
fn Result(
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
                {format!("Waiting for {url}… ")}
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
                    "Stop"
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
                            on:click=move |_| state.copy(copied.clone(), "curl command")
                        >
                            "Copy as curl"
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
        <section class="came" aria-label="Answer">
            <p class="row-of-tags">
                <b class=class>{came.status}</b>
                <span>{format!("{time} {unit} · {size}")}</span>
                {came.is_cut.then(|| view! { <span>"The beginning of it."</span> })}
            </p>
            <details>
                <summary>{format!("{} headers that the server lets a page see", came.headers.len())}</summary>
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
            <pre tabindex="0" role="region" aria-label="Body of the answer">
                {came.body}
            </pre>
        </section>
    }
}
