//! What a test of the endpoint says: told apart as far as a browser lets one.

use ichiban_model::model_list::{Listed, lacks};
use ichiban_model::{Clues, Failure};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

use super::failures::in_words;
use super::models::Models;
use super::{Connection, Probe};
use crate::app::App;
use crate::shell::icon;
use crate::shell::prose::prose;
use crate::shell::words::t;

#[wasm_bindgen(raw_module = "@js/endpoint.ts")]
extern "C" {
    #[wasm_bindgen(js_name = reachClues, catch)]
    async fn reach_clues(url: &str) -> Result<JsValue, JsValue>;
}

/// Failures of which the worker knows no more than that no answer came.
const UNTOLD: [&str; 3] = ["blocked", "offline", "unreachable"];

/// Failures that a wrong name of the model can be behind.
const OF_A_NAME: [&str; 3] = ["not-found", "bad-request", "server-error"];

/// What the test says.
#[component]
pub(super) fn ProbeLine(app: App, connection: Memo<Connection>) -> impl IntoView {
    // What was found out about why no answer came.
    let diagnosis = RwSignal::new(None::<Failure>);
    Effect::new(move |_| {
        diagnosis.set(None);
        let Probe::Told(result) = app.probe.get() else {
            return;
        };
        let tested = connection.get_untracked();
        match result {
            Err(failure) if UNTOLD.contains(&failure.code.as_str()) => {
                spawn_local(async move {
                    let found = diagnose(&tested).await;
                    let is_still = connection.try_get_untracked() == Some(tested);
                    if is_still && matches!(app.probe.get_untracked(), Probe::Told(_)) {
                        diagnosis.try_set(found);
                    }
                });
            }
            // Whether it knows the name is in its list. A server that has one model answers by any name.
            Ok(_) => list(app, &tested),
            Err(failure) if OF_A_NAME.contains(&failure.code.as_str()) => list(app, &tested),
            Err(_) => {}
        }
    });
    let name = move || {
        let model = connection.with(|connection| connection.model.clone());
        app.models.with(|models| match models {
            Models::Told(Ok(packed)) => about_name(&packed.open().unwrap_or_default(), &model),
            _ => None,
        })
    };
    let told = move || match app.probe.get() {
        Probe::Idle => ().into_any(),
        Probe::Asked(_) => view! { <p class="asking">{t!("endpoint-test-asking")}</p> }.into_any(),
        Probe::Told(Ok(model)) => {
            let answered = match model {
                Some(model) => t!("endpoint-test-answers-as", model = model),
                None => t!("endpoint-test-answers"),
            };
            let doubt = name().map(|name| view! { <p class="doubt">{name}</p> });
            view! {
                <p class="good">
                    <icon::Check />
                    {answered}
                </p>
                {doubt}
            }
            .into_any()
        }
        Probe::Told(Err(failure)) => {
            let is_about_name = OF_A_NAME.contains(&failure.code.as_str());
            let failure = diagnosis.get().unwrap_or(failure);
            let told = in_words(&failure);
            let name = is_about_name.then(name).flatten();
            view! {
                <p class="bad" data-code=failure.code.clone()>
                    <icon::Warning />
                    <span>
                        <b>{prose(&told.message)}</b>
                        " "
                        {prose(&told.hint)}
                        {name.map(|name| format!(" {name}"))}
                    </span>
                </p>
            }
            .into_any()
        }
    };
    view! { <div class="probe" role="status">{told}</div> }
}

/// Asks for the list, unless it is there or on its way.
fn list(app: App, connection: &Connection) {
    if app.models.with_untracked(|models| *models == Models::Idle) {
        app.list_models(connection);
    }
}

/// What the list says of a name that it lacks.
fn about_name(list: &[Listed], model: &str) -> Option<String> {
    let near = lacks(list, model)?;
    Some(match near.as_slice() {
        [] => t!("endpoint-test-unlisted", model = model),
        near => t!(
            "endpoint-test-unlisted-near",
            model = model,
            near = near.join(", ")
        ),
    })
}

/// Why no answer came, as far as the browser lets one find out.
async fn diagnose(connection: &Connection) -> Option<Failure> {
    let url = connection.endpoint().http_url();
    let clues = reach_clues(&url).await.ok()?.as_string()?;
    let clues: Clues = ichiban_engine::packed::read(&clues)?;
    let origin = window().location().origin().ok()?;
    Some(Failure::of_reach(&connection.endpoint(), &origin, clues))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_not_listed_is_told() {
        let listed = |name: &str| Listed {
            name: name.to_owned(),
            label: None,
            context: None,
        };
        let list = [listed("large-1"), listed("small-1")];
        assert_eq!(about_name(&list, "small-1"), None);
        assert_eq!(
            about_name(&list, "small-2").as_deref(),
            Some("Its list of models does not hold “small-2”. It has small-1.")
        );
        assert_eq!(
            about_name(&list, "x").as_deref(),
            Some("Its list of models does not hold “x”.")
        );
    }
}
