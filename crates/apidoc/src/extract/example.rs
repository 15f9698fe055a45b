//! What examples and status lines tell: values, bodies, answers. Secrets in them do not get out.

use serde_json::{Value, json};

use crate::api::{Evidence, Method, Operation, Parameter, Place, Response};
use crate::exchange::Exchange;
use crate::infer;
use crate::schema::{Kind, Property, Schema};

use super::operation::Draft;
use super::{identifier, server, template};

/// `200 OK – it worked`: the status and what is said of it.
pub(crate) fn status_line(line: &str) -> Option<(String, String)> {
    let line = line.trim().trim_start_matches(['*', '`', '-', '[', '(']);
    let line = line
        .strip_prefix("HTTP/1.1 ")
        .or_else(|| line.strip_prefix("HTTP "))
        .unwrap_or(line);
    let line = line
        .strip_prefix("Code:")
        .or_else(|| line.strip_prefix("Status:"))
        .map_or(line, str::trim);
    let code: String = line.chars().take(3).collect();
    let digits = code.len() == 3
        && code.starts_with(['1', '2', '3', '4', '5'])
        && code
            .chars()
            .skip(1)
            .all(|c| c.is_ascii_digit() || matches!(c, 'x' | 'X'));
    let rest = line.get(3..)?;
    if !digits || rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '%')) {
        return None;
    }
    let text = rest.trim_matches([
        ' ', '*', '`', ':', '-', '–', '—', ']', ')', '(', '|', '\n', '=', '>',
    ]);
    Some((code.to_uppercase(), text.to_owned()))
}

/// The status that a label names: `Response 201 (application/json)`.
pub(crate) fn status_in(line: &str) -> Option<String> {
    line.split(|c: char| !c.is_alphanumeric())
        .find(|word| {
            word.len() == 3
                && word.starts_with(['1', '2', '3', '4', '5'])
                && word.chars().all(|c| c.is_ascii_digit())
        })
        .map(str::to_owned)
}

/// Answers from status lines and examples; a description for each, as `OpenAPI` demands.
pub(crate) fn responses(
    statuses: &[(String, String)],
    answers: &[(Option<String>, Value)],
) -> Vec<Response> {
    let mut responses: Vec<Response> = Vec::new();
    for (status, text) in statuses {
        if responses.iter().any(|known| known.status == *status) {
            continue;
        }
        let description = if text.is_empty() {
            format!("Status {status}.")
        } else {
            text.clone()
        };
        responses.push(Response {
            status: status.clone(),
            description,
            ..Response::default()
        });
    }
    for (status, example) in answers {
        let success = responses
            .iter()
            .find(|known| known.status.starts_with('2'))
            .map(|known| known.status.clone());
        let status = status
            .clone()
            .or(success)
            .unwrap_or_else(|| "200".to_owned());
        let at = responses.iter().position(|known| known.status == status);
        let index = at.unwrap_or_else(|| {
            responses.push(Response {
                status: status.clone(),
                description: format!("Status {status}."),
                ..Response::default()
            });
            responses.len() - 1
        });
        let Some(response) = responses.get_mut(index) else {
            continue;
        };
        if response.example.is_none() {
            response.media_type = Some("application/json".to_owned());
            response.schema = Some(infer::infer(&[example]));
            response.example = Some(redacted(example.clone()));
        }
    }
    responses
}

/// Whether a call is one of this operation: its method, and its path under any base.
pub(crate) fn is_call_of(exchange: &Exchange, operation: &Operation) -> bool {
    exchange.method == Some(operation.method)
        && (exchange.path.eq_ignore_ascii_case(&operation.path)
            || template::shape(&exchange.path) == template::shape(&operation.path)
            || template::is_instance(&exchange.path, &operation.path)
            || server::without_base(&exchange.path, &operation.path).is_some())
}

/// Adds what only examples show: names in queries, forms and bodies that no field covered.
pub(crate) fn complete(
    draft: &Draft,
    parameters: &mut Vec<Parameter>,
    body: &mut Vec<Property>,
    form: &mut bool,
    bodies: &[Value],
) {
    let evidence = draft.operation.evidence.first().cloned();
    for exchange in &draft.exchanges {
        for (name, value) in &exchange.query {
            let twin = name.trim_end_matches("[]");
            let known = parameters
                .iter()
                .any(|known| known.name.trim_end_matches("[]") == twin)
                || body
                    .iter()
                    .any(|known| known.name.trim_end_matches("[]") == twin);
            if !known && !is_secret_name(name) {
                parameters.push(query_parameter(name, value, false, evidence.clone()));
            }
        }
        for (name, value) in &exchange.form {
            *form = true;
            let known = body.iter().any(|known| known.name == *name)
                || parameters.iter().any(|known| known.name == *name);
            if !known {
                let schema = of_text(name, value);
                body.push(Property {
                    name: name.clone(),
                    schema,
                    ..Property::default()
                });
            }
        }
    }
    let objects: Vec<_> = bodies
        .iter()
        .map(|value| match value {
            Value::Array(members) => members.first().unwrap_or(value),
            value => value,
        })
        .collect();
    // Where an author lists parameters and none of them is in the body, the body is the caller's
    // own document, and what an example has in it is no parameter.
    let listed = draft
        .groups
        .iter()
        .any(|group| group.labelled && !group.fields.is_empty());
    if draft.operation.method == Method::Get || objects.is_empty() || (listed && body.is_empty()) {
        return;
    }
    let shown = infer::members(&objects);
    let few = shown.len() <= 2;
    for mut property in shown {
        match body.iter_mut().find(|known| known.name == property.name) {
            Some(known) => {
                if known.schema.properties.is_empty() && known.schema.allows(Kind::Object) {
                    known.schema.properties = std::mem::take(&mut property.schema.properties);
                    for inner in &mut known.schema.properties {
                        inner.required = false;
                    }
                }
            }
            None if parameters
                .iter()
                .any(|known| known.name == property.name && known.place != Place::Header) => {}
            // `{"<name>": …}` shows a key that the caller chooses.
            None if property.name.starts_with(['<', '{', '$']) || property.name.contains(' ') => {}
            None if identifier::is_id(&property.name) => {}
            None => {
                // A body of one or two members, and no list of them: shown whole.
                property.required = !listed && few;
                forget_required(&mut property.schema);
                body.push(property);
            }
        }
    }
}

fn forget_required(schema: &mut Schema) {
    for property in &mut schema.properties {
        property.required = false;
        forget_required(&mut property.schema);
    }
    if let Some(items) = &mut schema.items {
        forget_required(items);
    }
}

/// A query parameter that is known by name and a value.
pub(crate) fn query_parameter(
    name: &str,
    value: &str,
    required: bool,
    evidence: Option<Evidence>,
) -> Parameter {
    Parameter {
        name: name.to_owned(),
        place: Place::Query,
        required,
        deprecated: false,
        schema: of_text(name, value),
        description: None,
        evidence,
        confidence: 0.6,
    }
}

/// The kind of a value in a URL or a form.
pub(crate) fn of_text(name: &str, value: &str) -> Schema {
    let kind = if value.parse::<i64>().is_ok() {
        Kind::Integer
    } else if value.parse::<f64>().is_ok()
        && value.contains('.')
        && value
            .chars()
            .all(|c| c.is_ascii_digit() || c == '.' || c == '-')
    {
        Kind::Number
    } else if matches!(value.to_ascii_lowercase().as_str(), "true" | "false") {
        Kind::Boolean
    } else {
        Kind::String
    };
    let schema = Schema::of(kind);
    if name.ends_with("[]") || (value.starts_with('[') && value.ends_with(']')) {
        Schema::array(if value.starts_with('[') {
            Schema::of(Kind::String)
        } else {
            schema
        })
    } else {
        schema
    }
}

/// The media type of a form, as the calls that send it say.
pub(crate) fn form_type(exchanges: &[Exchange]) -> &'static str {
    let multipart = exchanges.iter().any(|exchange| {
        exchange
            .header("content-type")
            .is_some_and(|value| value.contains("multipart"))
    });
    if multipart {
        "multipart/form-data"
    } else {
        "application/x-www-form-urlencoded"
    }
}

/// Whether a name is one under which secrets travel.
pub(crate) fn is_secret_name(name: &str) -> bool {
    let folded: String = name
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect();
    [
        "password",
        "passwd",
        "secret",
        "apikey",
        "accesstoken",
        "authtoken",
        "privatekey",
        "authorization",
        "sessionid",
        "clientsecret",
        "refreshtoken",
        "idtoken",
        "bearer",
        "credential",
        "signature",
        "accesskey",
        "csrf",
        "xsrf",
        "jwt",
    ]
    .iter()
    .any(|word| folded.contains(word))
        || matches!(
            folded.as_str(),
            "token"
                | "key"
                | "auth"
                | "sid"
                | "cookie"
                | "setcookie"
                | "pwd"
                | "pass"
                | "pin"
                | "otp"
                | "session"
                | "code"
        )
}

/// Whether a text looks like a key or token, whatever its name.
pub(crate) fn is_secret_value(value: &str) -> bool {
    let value = value.trim();
    let prefixed = [
        "sk_",
        "sk-",
        "pk_",
        "ghp_",
        "gho_",
        "ghs_",
        "github_pat_",
        "glpat-",
        "xoxb-",
        "xoxp-",
        "xoxa-",
        "AKIA",
        "ASIA",
        "AIza",
        "eyJ",
        "Bearer ",
        "Basic ",
        "rk_",
        "whsec_",
        "SG.",
        "shpat_",
        "npm_",
        "hf_",
        "ya29.",
    ];
    if prefixed.iter().any(|prefix| value.starts_with(prefix)) && value.len() >= 16 {
        return true;
    }
    if value.contains("-----BEGIN")
        || value.split_once("://").is_some_and(|(_, rest)| {
            rest.split('/')
                .next()
                .is_some_and(|host| host.contains('@') && host.contains(':'))
        })
    {
        return true;
    }
    // Long, without spaces, and mixed as only random texts are.
    let classes = [
        value.chars().any(|c| c.is_ascii_lowercase()),
        value.chars().any(|c| c.is_ascii_uppercase()),
        value.chars().filter(char::is_ascii_digit).count() >= 4,
    ];
    value.len() >= 32
        && classes.iter().all(|class| *class)
        && value
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "-_+/=.".contains(c))
        && !value.contains("//")
}

/// An example without its secrets, and without megabytes of encoded files.
pub(crate) fn redacted(value: Value) -> Value {
    match value {
        Value::Object(members) => Value::Object(
            members
                .into_iter()
                .map(|(name, value)| {
                    let secret = is_secret_name(&name)
                        && matches!(value, Value::String(_) | Value::Number(_));
                    let value = if secret {
                        json!("REDACTED")
                    } else {
                        redacted(value)
                    };
                    (name, value)
                })
                .collect(),
        ),
        Value::Array(members) => Value::Array(members.into_iter().map(redacted).collect()),
        Value::String(text) if is_secret_value(&text) || text.len() > 2000 => json!("REDACTED"),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn status_lines_are_read_with_their_text() {
        assert_eq!(
            status_line("200 OK – Database exists"),
            Some(("200".to_owned(), "OK – Database exists".to_owned()))
        );
        assert_eq!(
            status_line("**404** – no such container"),
            Some(("404".to_owned(), "no such container".to_owned()))
        );
        assert_eq!(status_line("2000 things"), None);
        assert_eq!(status_line("100% of it"), None);
    }

    #[test]
    fn secrets_do_not_get_out() {
        let value = redacted(
            json!({"user": "a", "password": "hunter2", "note": "ghp_abcdefghijklmnop0123", "n": {"api_key": "x"}}),
        );
        assert_eq!(
            value,
            json!({"user": "a", "password": "REDACTED", "note": "REDACTED", "n": {"api_key": "REDACTED"}})
        );
    }
}
