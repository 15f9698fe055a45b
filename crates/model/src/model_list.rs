//! The models that an endpoint offers: where it lists them, and how each kind of server writes the
//! list.
//!
//! | server | operation | where a model's name is |
//! | --- | --- | --- |
//! | OpenAI and most others | `models` | `data[].id` |
//! | OpenRouter, Mistral | `models` | `data[].id`, with `name`, `context_length`, what it can do |
//! | Anthropic | `models` | `data[].id`, with `display_name` |
//! | Gemini | `models` | `models[].name`, less `models/` |
//! | Ollama's own API | `api/tags` | `models[].name` |
//! | Together | `models` | `[].id` |

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::wire::openai_chat::Dialect;
use crate::{Endpoint, HttpRequest};

/// The longest list that is read, in bytes: `OpenRouter`'s is under one megabyte.
pub const LONGEST: usize = 8 * 1024 * 1024;

/// The most models that are told.
const MOST: usize = 2_000;

/// The longest name that is taken for one, in bytes.
const LONGEST_NAME: usize = 256;

/// A model as its server lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    /// The name to ask it by.
    pub name: String,
    /// What the server calls it for people, if that is another.
    pub label: Option<String>,
    /// The tokens that question and answer may have together, if the server says so.
    pub context: Option<u64>,
}

/// What was answered is no list of models.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is no list of models")]
pub struct NotAList;

/// The request for the list of an endpoint, by the name of its wire.
pub fn request(endpoint: &Endpoint, wire: &str) -> HttpRequest {
    let root = Endpoint {
        base_url: root_of(&endpoint.http_url()),
        api_key: endpoint.api_key.clone(),
    };
    let key = || endpoint.key().map(str::to_owned);
    let bearer = || key().map(|key| ("authorization", format!("Bearer {key}")));
    let (url, headers) = match wire {
        "anthropic" => {
            let mut headers = Vec::from_iter(key().map(|key| ("x-api-key", key)));
            headers.push(("anthropic-version", "2023-06-01".to_owned()));
            headers.push((
                "anthropic-dangerous-direct-browser-access",
                "true".to_owned(),
            ));
            (with(root.operation("models"), "limit=1000"), headers)
        }
        "gemini" => (
            with(root.operation("models"), "pageSize=1000"),
            Vec::from_iter(key().map(|key| ("x-goog-api-key", key))),
        ),
        "ollama" => {
            let base = root.base_url.trim_end_matches('/');
            let base = base.strip_suffix("/api").unwrap_or(base);
            (format!("{base}/api/tags"), Vec::from_iter(bearer()))
        }
        "openai-chat:azure" => (
            root.operation("models"),
            Vec::from_iter(key().map(|key| ("api-key", key))),
        ),
        "openai-chat" if Dialect::of_endpoint(endpoint).name == "openai-chat:azure" => (
            root.operation("models"),
            Vec::from_iter(key().map(|key| ("api-key", key))),
        ),
        _ => (root.operation("models"), Vec::from_iter(bearer())),
    };
    HttpRequest {
        method: "GET",
        url,
        headers,
        body: Vec::new(),
        socket: None,
    }
}

/// Reads a list in any of the shapes above, whichever server it is from: models that cannot write
/// text are left out where the server says so, and names are told once, in the list's order.
///
/// # Errors
/// If it is no list of models. An empty list is one.
pub fn read(body: &[u8]) -> Result<Vec<Listed>, NotAList> {
    let body: Value = serde_json::from_slice(body).map_err(|_| NotAList)?;
    let list = match &body {
        Value::Array(list) => list,
        // llama.cpp writes both, and `data` is the one that the wire's own clients read.
        body => ["data", "models"]
            .iter()
            .find_map(|key| body.get(*key)?.as_array())
            .ok_or(NotAList)?,
    };
    let mut seen = HashSet::new();
    let listed: Vec<_> = list
        .iter()
        .filter_map(model)
        .filter(|model| seen.insert(model.name.clone()))
        .take(MOST)
        .collect();
    if listed.is_empty() && list.iter().any(|item| name_of(item).is_none()) {
        return Err(NotAList);
    }
    Ok(listed)
}

/// Those models whose name or label holds every word of `search`, in their order, whatever the case.
/// A search that is one of the names finds all: it was chosen, and the others are wanted now.
pub fn matching<'a>(list: &'a [Listed], search: &str) -> Vec<&'a Listed> {
    let search = search.trim();
    if list.iter().any(|model| model.name == search) {
        return list.iter().collect();
    }
    let words: Vec<_> = search.split_whitespace().map(str::to_lowercase).collect();
    list.iter()
        .filter(|model| {
            let label = model.label.as_deref().unwrap_or_default();
            let text = format!("{} {label}", model.name).to_lowercase();
            words.iter().all(|word| text.contains(word))
        })
        .collect()
}

/// Whether an endpoint's list lacks the model of that name: then up to three that resemble it. None if
/// the list holds it or is empty: some servers list nothing. Providers list a model under its path
/// (`openai/gpt-5`, `models/gemini-2.5-flash`) and take its last part.
pub fn lacks<'a>(list: &'a [Listed], name: &str) -> Option<Vec<&'a str>> {
    let is_named = |listed: &Listed| {
        let tail = listed.name.rsplit('/').next();
        listed.name == name
            || tail == Some(name)
            || listed.name.strip_suffix(":latest") == Some(name)
    };
    if list.is_empty() || list.iter().any(is_named) {
        return None;
    }
    let words = |name: &str| -> HashSet<String> {
        let parts = name.split(|letter: char| !letter.is_alphanumeric());
        // Of a number alone every family has one.
        let parts = parts.filter(|part| part.contains(char::is_alphabetic));
        parts.map(str::to_lowercase).collect()
    };
    let wanted = words(name);
    let mut near: Vec<_> = list
        .iter()
        .map(|listed| (words(&listed.name).intersection(&wanted).count(), listed))
        .filter(|(shared, _)| *shared > 0)
        .collect();
    // Stable: of those that share as much, the list's order.
    near.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    Some(
        near.into_iter()
            .take(3)
            .map(|(_, listed)| listed.name.as_str())
            .collect(),
    )
}

fn model(item: &Value) -> Option<Listed> {
    if !writes_text(item) {
        return None;
    }
    let name = name_of(item)?;
    let label = ["display_name", "displayName", "name"]
        .iter()
        .find_map(|key| text(item.get(*key)?))
        .filter(|label| label.strip_prefix("models/").unwrap_or(label) != name);
    let context = [
        "context_length",
        "context_window",
        "max_context_length",
        "max_model_len",
        "max_input_tokens",
        "inputTokenLimit",
    ]
    .iter()
    .find_map(|key| item.get(*key)?.as_u64())
    .filter(|tokens| *tokens > 0);
    Some(Listed {
        name,
        label,
        context,
    })
}

fn name_of(item: &Value) -> Option<String> {
    let name = match item {
        Value::String(_) => text(item)?,
        item => ["id", "name", "model"]
            .iter()
            .find_map(|key| text(item.get(*key)?))?,
    };
    // Gemini's are the paths of resources, which its wire puts back.
    Some(match name.strip_prefix("models/") {
        Some(rest) => rest.to_owned(),
        None => name,
    })
}

/// A text that may stand in a list: not empty, not endless, without control characters.
fn text(value: &Value) -> Option<String> {
    let text = value.as_str()?.trim();
    let is_fit =
        !text.is_empty() && text.len() <= LONGEST_NAME && !text.chars().any(char::is_control);
    is_fit.then(|| text.to_owned())
}

/// False only where the server says that a model writes no text.
fn writes_text(item: &Value) -> bool {
    let names = |list: &Value, wanted: &str| {
        let list = list.as_array();
        list.is_none_or(|list| list.iter().any(|it| it.as_str() == Some(wanted)))
    };
    let gemini = item
        .get("supportedGenerationMethods")
        .is_none_or(|methods| names(methods, "generateContent"));
    let open_router = item
        .pointer("/architecture/output_modalities")
        .is_none_or(|kinds| names(kinds, "text"));
    let mistral = item
        .pointer("/capabilities/completion_chat")
        .is_none_or(|can| can.as_bool() != Some(false));
    gemini && open_router && mistral
}

/// The API's root, where people have pasted the address of an operation.
fn root_of(base_url: &str) -> String {
    let (path, query) = match base_url.trim().split_once('?') {
        Some((path, query)) => (path, Some(query)),
        None => (base_url.trim(), None),
    };
    let path = path.trim_end_matches('/');
    let root = ["/chat/completions", "/responses", "/messages", "/api/chat"]
        .iter()
        .find_map(|operation| path.strip_suffix(operation))
        .unwrap_or(path);
    match query {
        Some(query) => format!("{root}?{query}"),
        None => root.to_owned(),
    }
}

/// The address with one more parameter.
fn with(url: String, parameter: &str) -> String {
    let separator = if url.contains('?') { '&' } else { '?' };
    url + &format!("{separator}{parameter}")
}

#[cfg(test)]
#[path = "model_list_tests.rs"]
mod tests;
