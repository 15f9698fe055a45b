//! The endpoint, the models of tools and the limits as the file of settings has them: without any key.

use ichiban_model::budget::{Budget, read_dollars};
use ichiban_shell::settings::dollars;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::connection::Connection;
use super::keys::{Keeping, forget, keep_beside_seal, keep_open, kept};
use super::presets::WIRES;
use super::tool_models::ToolModels;
use crate::app::App;
use crate::on_device::Interface;
use crate::shell::words::t;

const ENDPOINT: &str = "endpoint";
const MODELS: &str = "models";
const LIMITS: &str = "limits";

/// What is set now, by name.
pub(crate) fn exported(app: App) -> Vec<(&'static str, Value)> {
    let mut set = Vec::new();
    if let Some(connection) = known(app) {
        set.push((
            ENDPOINT,
            json!({
                "address": connection.base_url,
                "wire": connection.wire,
                "model": connection.model,
            }),
        ));
    }
    if let Some(models) = app.tool_models.with_value(ToolModels::exported) {
        set.push((MODELS, models));
    }
    let budget = app.spending.budget.get_untracked();
    set.push((
        LIMITS,
        json!({
            "run-dollars": budget.run_money.map(dollars),
            "run-tokens": budget.run_tokens,
            "day-dollars": budget.day_money.map(dollars),
            "day-tokens": budget.day_tokens,
        }),
    ));
    set
}

/// The endpoint that is set, whether its key is locked or not; a recording is none.
fn known(app: App) -> Option<Connection> {
    let in_use = app.connection.get_untracked();
    let in_use = in_use.filter(|it| !it.is_replay());
    in_use
        .or_else(|| app.locked.get_untracked())
        .or_else(|| kept().map(|found| found.connection))
}

/// The connection that a value of the file names, without a key.
fn named(value: &Value) -> Connection {
    let member = |name: &str| {
        let text = value.get(name).and_then(Value::as_str);
        text.unwrap_or_default().to_owned()
    };
    Connection {
        base_url: member("address"),
        wire: member("wire"),
        model: member("model"),
        key: String::new(),
    }
}

/// Why a value, which has the shape of its setting, cannot be taken here, if so: as a sentence.
pub(crate) fn refusal(name: &str, value: &Value) -> Option<String> {
    if name != ENDPOINT {
        return None;
    }
    let connection = named(value);
    if connection.is_on_device() {
        let is_there = Interface::find(&connection.model).is_some();
        return (!is_there).then(|| t!("endpoint-left-out-no-model"));
    }
    if !WIRES.iter().any(|wire| wire.name == connection.wire) {
        return Some(t!("endpoint-left-out-no-wire"));
    }
    let fault = connection.fault()?;
    Some(t!("endpoint-left-out-fault", fault = fault.message()))
}

/// The host whose key would be forgotten if an endpoint from a file were set; none if no key is.
pub(crate) fn key_lost_by(app: App, value: &Value) -> Option<String> {
    let before = known(app)?;
    let is_locked = app.locked.with_untracked(Option::is_some);
    let has_key = !before.key.is_empty() || is_locked;
    let is_lost = has_key && before.base_url != named(value).base_url;
    is_lost.then(|| before.host().to_owned())
}

/// Sets what a file sets, and keeps it. A key stays with the endpoint that it was given for, and is
/// forgotten with it.
///
/// # Errors
/// In words, if the browser does not keep it.
pub(crate) fn import(app: App, name: &str, value: &Value) -> Result<(), String> {
    match name {
        ENDPOINT => set_endpoint(app, value),
        MODELS => app.set_tool_models(ToolModels::imported(value)),
        LIMITS => {
            let amount = |name: &str| value.get(name).and_then(Value::as_u64);
            let money = |name: &str| value.get(name)?.as_str().and_then(read_dollars);
            let budget = Budget {
                run_money: money("run-dollars"),
                day_money: money("day-dollars"),
                run_tokens: amount("run-tokens"),
                day_tokens: amount("day-tokens"),
            };
            app.set_budget(budget).map_err(|error| error.to_string())
        }
        _ => Ok(()),
    }
}

fn set_endpoint(app: App, value: &Value) -> Result<(), String> {
    use ichiban_browser::storage::Kept;

    let before = known(app).unwrap_or_default();
    let mut connection = named(value);
    let is_same = before.base_url == connection.base_url;
    let keeping = kept().map(|found| found.keeping);
    if is_same && keeping == Some(Keeping::Sealed) {
        keep_beside_seal(&connection)?;
        if app.locked.with_untracked(Option::is_some) {
            app.locked.set(Some(connection));
            return Ok(());
        }
        connection.key = before.key;
    } else {
        if is_same {
            connection.key = before.key;
        }
        forget().map_err(|error| error.to_string())?;
        let place = match keeping {
            Some(Keeping::ThisTab) => Kept::ThisTab,
            // A key that was held for as long as the page alone is kept nowhere now.
            None if !connection.key.is_empty() => Kept::ThisTab,
            _ => Kept::ThisBrowser,
        };
        keep_open(&connection, place)?;
    }
    app.locked.set(None);
    app.connection.set(Some(connection));
    Ok(())
}
