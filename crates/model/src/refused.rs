//! What an endpoint refuses of a request, and the request without it.
//!
//! Models differ in which settings they take: those that reason refuse a temperature, some servers know no
//! seed. What only tunes an answer is left out then, and the request is sent again.

use std::fmt;

use serde_json::{Map, Value};

use crate::HttpRequest;

/// A setting that a request can do without.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Setting {
    /// The field of the body.
    field: &'static str,
    /// By which name the same may be taken.
    instead: Option<&'static str>,
}

impl fmt::Debug for Setting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.field)
    }
}

const SETTINGS: [Setting; 4] = [
    Setting {
        field: "temperature",
        instead: None,
    },
    Setting {
        field: "seed",
        instead: None,
    },
    Setting {
        field: "stream_options",
        instead: None,
    },
    Setting {
        field: "max_tokens",
        instead: Some("max_completion_tokens"),
    },
];

/// By what an error says that it is about a setting: OpenAI, Anthropic, vLLM, Mistral and FastAPI.
const WORDS: [&str; 9] = [
    "unsupported",
    "not support",
    "not permitted",
    "not allowed",
    "deprecated",
    "unrecognized",
    "unknown",
    "unexpected",
    "extra input",
];

impl Setting {
    /// The setting that an answer of this status refuses: one that the request has, and that the error names. None
    /// if it is about something else.
    pub fn refused(request: &HttpRequest, status: u16, error: &[u8]) -> Option<Self> {
        if !matches!(status, 400 | 422) {
            return None;
        }
        let error = String::from_utf8_lossy(error).to_lowercase();
        if !WORDS.iter().any(|word| error.contains(word)) {
            return None;
        }
        let body = fields(request)?;
        SETTINGS
            .into_iter()
            .find(|setting| body.contains_key(setting.field) && setting.is_named(&error))
    }

    /// The request without it, or with it under its other name. Unchanged if it has none.
    pub fn leave_out(self, request: &mut HttpRequest) {
        let Some(mut body) = fields(request) else {
            return;
        };
        let Some(value) = body.remove(self.field) else {
            return;
        };
        if let Some(instead) = self.instead {
            body.insert(instead.to_owned(), value);
        }
        request.body = Value::Object(body).to_string().into_bytes();
    }

    /// Whether a text names it as a whole word; if the same is taken under another name, that one too.
    fn is_named(self, text: &str) -> bool {
        has_word(text, self.field) && self.instead.is_none_or(|name| has_word(text, name))
    }
}

fn fields(request: &HttpRequest) -> Option<Map<String, Value>> {
    serde_json::from_slice(&request.body).ok()
}

fn has_word(text: &str, word: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(is_letter) && !text[at + word.len()..].starts_with(is_letter)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn request(body: &Value) -> HttpRequest {
        HttpRequest::post("https://a.test/v1/chat/completions".to_owned(), None, body)
    }

    fn without(body: &Value, error: &str) -> Option<Value> {
        let mut request = request(body);
        let setting = Setting::refused(&request, 400, error.as_bytes())?;
        setting.leave_out(&mut request);
        Some(serde_json::from_slice(&request.body).unwrap())
    }

    #[test]
    fn what_is_refused_by_name_is_left_out() {
        let body = json!({"model": "m", "temperature": 0, "seed": 1});
        let errors = [
            r#"{"error":{"message":"Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.","type":"invalid_request_error","param":"temperature","code":"unsupported_value"}}"#,
            r#"{"type":"error","error":{"type":"invalid_request_error","message":"`temperature` is deprecated for this model."}}"#,
            r#"{"detail":[{"type":"extra_forbidden","loc":["body","temperature"],"msg":"Extra inputs are not permitted"}]}"#,
        ];
        for error in errors {
            assert_eq!(
                without(&body, error),
                Some(json!({"model": "m", "seed": 1}))
            );
        }
    }

    #[test]
    fn a_limit_goes_on_under_its_other_name() {
        let body = json!({"model": "m", "max_tokens": 9});
        let error = r#"{"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."}}"#;
        assert_eq!(
            without(&body, error),
            Some(json!({"model": "m", "max_completion_tokens": 9}))
        );
    }

    #[test]
    fn other_errors_change_nothing() {
        let body = json!({"model": "seedling", "temperature": 0, "max_tokens": 9});
        let errors = [
            r#"{"error":{"message":"The model `seedling` is not supported"}}"#,
            r#"{"error":{"message":"Unsupported parameter: 'seed'"}}"#,
            r#"{"error":{"message":"temperature must be at most 2"}}"#,
            r#"{"error":{"message":"max_tokens is too large: not supported above 8"}}"#,
            "",
        ];
        for error in errors {
            assert_eq!(without(&body, error), None, "{error}");
        }
        let request = request(&body);
        let error = b"Unsupported parameter: temperature";
        assert_eq!(Setting::refused(&request, 429, error), None);
    }
}
