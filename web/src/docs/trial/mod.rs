//! A call that is sent from here, when the person says so and not before.
//!
//! | file | concern |
//! | --- | --- |
//! | `body` | its body, as a form or as JSON |
//! | `fields` | the fields of the form |
//! | `hint` | what a field takes, in a few words |
//! | `answer` | what came of it |

mod answer;
mod body;
mod fields;
mod hint;

use std::collections::BTreeMap;
use std::time::Duration;

use ichiban_browser::fetch::Abort;
use ichiban_engine::docs::form::{Shape, label, problem_of_text};
use ichiban_engine::docs::operation::{Filled, Form, FormField};
use ichiban_engine::docs::protocol::{Answer, Question};
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::JsCast;

use self::answer::{Outcome, Result, carry};
use self::body::Writing;
use self::hint::{hint, listed};
use super::state::State;
use crate::shell::words::t;

/// What is wrong with a field is told so long after it is left: were it at once, what a person is about to
/// click would move from under the pointer.
const CLICK: Duration = Duration::from_millis(300);

/// Place and name of a parameter, and what is filled in.
type Values = RwSignal<BTreeMap<(String, String), String>>;

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
    let start = form.fields.iter().map(|parameter| {
        (
            (parameter.place.clone(), parameter.field.name.clone()),
            parameter.sample.clone(),
        )
    });
    let values: Values = RwSignal::new(start.collect());
    let is_tried = RwSignal::new(false);
    let writing = form.body.map(|body| Writing::of(state, body, is_tried));
    let outcome = RwSignal::new(Outcome::default());
    let abort = StoredValue::new_local(None::<Abort>);
    on_cleanup(move || {
        abort.with_value(|abort| {
            if let Some(abort) = abort {
                abort.abort();
            }
        });
    });
    let parameters = StoredValue::new(form.fields.clone());
    let wrong = Memo::new(move |_| {
        let of_parameters = values.with(|values| {
            parameters.with_value(|parameters| {
                let wrong = parameters.iter().filter(|parameter| {
                    let key = (parameter.place.clone(), parameter.field.name.clone());
                    let text = values.get(&key).map_or("", String::as_str);
                    problem_of_text(&parameter.field, text).is_some()
                });
                wrong.count()
            })
        });
        of_parameters + writing.map_or(0, Writing::wrong)
    });
    let sheet = NodeRef::<html::Form>::new();
    let key = StoredValue::new(key);
    let send = move |is_forced: bool| {
        if !is_forced && wrong.get_untracked() > 0 {
            is_tried.set(true);
            // Once it is marked.
            request_animation_frame(move || to_first_problem(sheet));
            return;
        }
        let fields = values.with_untracked(|values| {
            let fields = values.iter();
            fields
                .map(|((place, name), value)| (place.clone(), name.clone(), value.clone()))
                .collect()
        });
        let filled = Filled {
            server: server.get_untracked(),
            fields,
            body: writing.and_then(Writing::body),
            key: state.key.get_untracked(),
            is_forced,
        };
        let question = Question::Request {
            key: key.get_value(),
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
            node_ref=sheet
            on:submit=move |event| {
                event.prevent_default();
                send(false);
            }
        >
            <div class="field">
                <label for="trial-server">{t!("docs-server")}</label>
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
                            <label for="trial-key">{t!("docs-trial-key", kind = what)}</label>
                            <input
                                id="trial-key"
                                type="password"
                                autocomplete="off"
                                prop:value=move || state.key.get()
                                on:input=move |event| state.key.set(event_target_value(&event))
                            />
                            <small>{t!("docs-trial-key-about")}</small>
                        </div>
                    }
                })}
            {form
                .fields
                .into_iter()
                .map(|parameter| view! { <Control parameter values is_tried /> })
                .collect_view()}
            {writing.map(|writing| view! { <body::Body writing /> })}
            <Show when=move || is_tried.get() && wrong.with(|wrong| *wrong > 0)>
                <div class="unfit" role="alert">
                    <p>
                        {move || t!("docs-trial-unfit", count = wrong.get())}
                    </p>
                    <button class="ghost" type="button" on:click=move |_| send(true)>
                        {t!("docs-trial-send-anyway")}
                    </button>
                </div>
            </Show>
            <p class="row-of-tags">
                <button class="primary" type="submit">
                    {t!("docs-trial-send")}
                </button>
                <small class="about">{t!("docs-trial-send-about")}</small>
            </p>
        </form>
        <Result state outcome abort />
    }
}

/// Puts the focus where something is wrong.
fn to_first_problem(sheet: NodeRef<html::Form>) {
    let first = sheet
        .get_untracked()
        .and_then(|sheet| sheet.query_selector("[aria-invalid='true']").ok().flatten())
        .and_then(|first| first.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(first) = first {
        // Where the browser does not move it, the words stand beside the button.
        let _ = first.focus();
    }
}

/// A parameter.
#[component]
fn Control(parameter: FormField, values: Values, is_tried: RwSignal<bool>) -> impl IntoView {
    let FormField { place, field, .. } = parameter;
    let key = (place.clone(), field.name.clone());
    let id = format!("trial-{place}-{}", field.name);
    let of = id.clone();
    let (problem_id, described) = (format!("{id}-problem"), format!("{id}-problem"));
    let shown = key.clone();
    let value =
        Memo::new(move |_| values.with(|values| values.get(&shown).cloned().unwrap_or_default()));
    let set = move |value: String| {
        values.update(|values| {
            values.insert(key.clone(), value);
        });
    };
    let mut about = vec![place, hint(&field)];
    if field.required {
        about.push(t!("docs-required"));
    }
    let about = listed(about);
    let choices = match &field.shape {
        Shape::Choice(choices) => choices.iter().map(|choice| label(choice)).collect(),
        Shape::Boolean => vec!["true".to_owned(), "false".to_owned()],
        _ => Vec::new(),
    };
    let name = field.name.clone();
    let said = field.description.clone();
    let specimen = field.specimen();
    let is_left = RwSignal::new(false);
    let leave = move || {
        set_timeout(
            move || {
                // The form may be gone by now.
                is_left.try_set(true);
            },
            CLICK,
        );
    };
    let problem = Memo::new(move |_| {
        let is_due = is_tried.get() || is_left.get();
        let wrong = value.with(|value| problem_of_text(&field, value));
        wrong.filter(|_| is_due)
    });
    let is_wrong = move || problem.with(Option::is_some).then_some("true");
    let control = if choices.is_empty() {
        view! {
            <input
                id=id
                type="text"
                spellcheck="false"
                autocomplete="off"
                placeholder=specimen
                aria-invalid=is_wrong
                aria-describedby=described
                prop:value=move || value.get()
                on:input=move |event| set(event_target_value(&event))
                on:change=move |_| leave()
            />
        }
        .into_any()
    } else {
        view! {
            <select
                id=id
                aria-invalid=is_wrong
                aria-describedby=described
                on:change=move |event| {
                    set(event_target_value(&event));
                    leave();
                }
            >
                <option value="" prop:selected=move || value.with(String::is_empty)>
                    {t!("docs-trial-left-out")}
                </option>
                {choices
                    .into_iter()
                    .map(|choice| {
                        let (own, words) = (choice.clone(), choice.clone());
                        view! {
                            <option
                                value=choice
                                prop:selected=move || value.with(|value| *value == own)
                            >
                                {words}
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
                {name}
                <small>{about}</small>
            </label>
            {control}
            <p class="wrong" id=problem_id>{move || problem.get()}</p>
            {(!said.is_empty()).then(|| view! { <small>{said}</small> })}
        </div>
    }
}
