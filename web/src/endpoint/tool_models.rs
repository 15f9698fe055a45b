//! Another model for one tool, of the same endpoint.

use ichiban_browser::storage::{self, Kept};
use ichiban_model::model_list::Listed;
use leptos::prelude::*;
use serde_json::{Map, Value, json};

use super::Connection;
use super::models::Models;
use crate::app::App;
use crate::shell::words::t;

pub(super) const KEY: &str = "ichiban.models";

/// The tools that ask models, as [`App::purpose`] names them.
pub(crate) const ASKING: [&str; 3] = ["Translate", "Diagram", "Docs"];

/// What people call what asks, which is named as [`App::purpose`] names it.
pub(super) fn called(tool: &str) -> String {
    match tool {
        "Translate" => t!("shell-translate"),
        "Diagram" => t!("shell-diagram"),
        "Docs" => t!("shell-docs"),
        "Settings" => t!("shell-settings"),
        other => other.to_owned(),
    }
}

/// The models of an endpoint that tools have in place of the one of the connection. A model is known at
/// its endpoint alone: these are not used at another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ToolModels {
    base_url: String,
    /// The models of [`ASKING`]; empty for the connection's.
    models: [String; ASKING.len()],
}

impl ToolModels {
    /// What was kept.
    pub(crate) fn kept() -> Self {
        let text: Option<String> = storage::get(Kept::ThisBrowser, KEY).ok().flatten();
        text.map_or_else(Self::default, |text| Self::read(&text))
    }

    fn read(text: &str) -> Self {
        let mut lines = text.split('\n').map(str::to_owned);
        Self {
            base_url: lines.next().unwrap_or_default(),
            models: ASKING.map(|_| lines.next().unwrap_or_default()),
        }
    }

    fn written(&self) -> String {
        let mut text = self.base_url.clone();
        for model in &self.models {
            text.push('\n');
            text.push_str(&model.replace('\n', " "));
        }
        text
    }

    /// As the file of settings has them (`as_settings.rs`); none if no endpoint is known.
    pub(super) fn exported(&self) -> Option<Value> {
        if self.base_url.is_empty() {
            return None;
        }
        let tools: Map<_, _> = ASKING
            .iter()
            .zip(&self.models)
            .map(|(tool, model)| ((*tool).to_owned(), Value::from(model.as_str())))
            .collect();
        Some(json!({ "address": self.base_url, "tools": tools }))
    }

    /// Read back from [`ToolModels::exported`]; what is missing is empty.
    pub(super) fn imported(value: &Value) -> Self {
        let text = |value: Option<&Value>| {
            let text = value.and_then(Value::as_str);
            text.unwrap_or_default().trim().to_owned()
        };
        let tools = value.get("tools");
        Self {
            base_url: text(value.get("address")),
            models: ASKING.map(|tool| text(tools.and_then(|tools| tools.get(tool)))),
        }
    }

    /// The connection as a tool uses it.
    fn apply(&self, tool: &str, connection: Connection) -> Connection {
        let place = ASKING.iter().position(|asking| *asking == tool);
        let model = place.and_then(|place| self.models.get(place));
        match model {
            Some(model) if !model.is_empty() && self.base_url == connection.base_url => {
                Connection {
                    model: model.clone(),
                    ..connection
                }
            }
            _ => connection,
        }
    }
}

impl App {
    /// Where a tool asks, and which model; none if nothing is connected, or the key is locked. `tool` as
    /// [`App::purpose`] names it. Untracked: for when something is asked.
    pub(crate) fn connection_for(self, tool: &str) -> Option<Connection> {
        let connection = self.connection.get_untracked()?;
        let apply = |models: &ToolModels| models.apply(tool, connection);
        Some(self.tool_models.with_value(apply))
    }

    /// Keeps which models tools have at an endpoint.
    pub(super) fn set_tool_models(self, models: ToolModels) -> Result<(), String> {
        let text = models.written();
        self.tool_models.set_value(models);
        let set = storage::set(Kept::ThisBrowser, KEY, text.as_str());
        set.map_err(|error| error.to_string())
    }
}

/// The fields of the tools' models. Each is kept when it is left.
#[component]
pub(super) fn ModelsOfTools(app: App, connection: Memo<Connection>) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let models = move || {
        let base_url = connection.with(|it| it.base_url.clone());
        app.tool_models.with_value(|known| {
            if known.base_url == base_url {
                known.clone()
            } else {
                ToolModels {
                    base_url,
                    ..ToolModels::default()
                }
            }
        })
    };
    let is_any = untrack(models).models.iter().any(|model| !model.is_empty());
    let field = move |(place, tool): (usize, &'static str)| {
        let known = move || models().models.get(place).cloned().unwrap_or_default();
        let change = move |event| {
            let mut changed = untrack(models);
            if let Some(model) = changed.models.get_mut(place) {
                event_target_value(&event).trim().clone_into(model);
            }
            problem.set(app.set_tool_models(changed).err());
        };
        view! {
            <label for=format!("model-of-{tool}")>{called(tool)}</label>
            <input
                id=format!("model-of-{tool}")
                type="text"
                list="models-there"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                placeholder=move || connection.with(|it| it.model.clone())
                prop:value=known
                on:change=change
            />
        }
    };
    let listed = move || {
        let list: Vec<Listed> = app.models.with(Models::list);
        let names = list.into_iter().take(200);
        names
            .map(|model| view! { <option value=model.name></option> })
            .collect_view()
    };
    view! {
        <details class="more" open=is_any>
            <summary>{t!("endpoint-tool-models")}</summary>
            <div class="tool-models">{ASKING.into_iter().enumerate().map(field).collect_view()}</div>
            <datalist id="models-there">{listed}</datalist>
            <p class="hint">{t!("endpoint-tool-models-about")}</p>
            <p class="fault" role="alert">{move || problem.get()}</p>
        </details>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn connection() -> Connection {
        Connection {
            base_url: "https://a.example/v1".to_owned(),
            model: "large".to_owned(),
            ..Connection::default()
        }
    }

    #[test]
    fn a_tool_has_its_own_model_at_its_endpoint_alone() {
        let models = ToolModels {
            base_url: "https://a.example/v1".to_owned(),
            models: [String::new(), "coder".to_owned(), String::new()],
        };
        let read = ToolModels::read(&models.written());
        assert_eq!(read, models);
        assert_eq!(read.apply("Diagram", connection()).model, "coder");
        assert_eq!(read.apply("Docs", connection()).model, "large");
        assert_eq!(read.apply("Repair", connection()).model, "large");
        let elsewhere = Connection {
            base_url: "https://b.example/v1".to_owned(),
            ..connection()
        };
        assert_eq!(read.apply("Diagram", elsewhere).model, "large");
        assert_eq!(
            read.exported().map(|it| ToolModels::imported(&it)),
            Some(read.clone())
        );
        let none = ToolModels::read("");
        assert_eq!(none.exported(), None);
        assert_eq!(none.apply("Diagram", connection()).model, "large");
    }
}
