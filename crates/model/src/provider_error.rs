//! A provider's own account of what went wrong, in the shapes that providers use.

use serde_json::Value;

use crate::Ending;

/// What a provider says went wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ProviderError {
    /// Its code, if it gave one: a name such as `insufficient_quota`, or a number.
    pub(crate) code: Option<String>,
    /// Its words.
    pub(crate) message: String,
}

impl ProviderError {
    /// Reads an error object, or the object, list or stream payload that holds one.
    ///
    /// Seen: `{"error": {"message", "code", "type", "status"}}` (OpenAI and most others, Gemini,
    /// Anthropic), `[{"error": …}]` (Gemini), `{"error": "…"}` (Ollama), `{"message"}` (Mistral),
    /// `{"detail": "…"}` and `{"detail": [{"msg"}]}` (FastAPI), `{"errors": [{"message"}]}`.
    pub(crate) fn in_body(body: &Value) -> Option<Self> {
        let body = match body {
            Value::Array(items) => items.first()?,
            body => body,
        };
        let inner = ["error", "errors", "detail"]
            .iter()
            .filter_map(|key| body.get(key))
            .find(|inner| !inner.is_null());
        match inner {
            Some(Value::Array(items)) => Self::in_object(items.first()?),
            Some(inner) => Self::in_object(inner),
            None => body.get("message").and(Self::in_object(body)),
        }
    }

    /// Reads the payload of an event named `error`: an error in any shape, or a text.
    pub(crate) fn told(payload: &Value) -> Option<Self> {
        Self::in_body(payload).or_else(|| Self::in_object(payload))
    }

    /// Reads what stands under `error`: an object or a text.
    pub(crate) fn in_object(error: &Value) -> Option<Self> {
        if let Value::String(message) = error {
            return Some(Self {
                code: None,
                message: message.clone(),
            });
        }
        let error = error.as_object()?;
        let text = |keys: &[&str]| {
            keys.iter().find_map(|key| match error.get(*key)? {
                Value::String(text) if !text.is_empty() => Some(text.clone()),
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            })
        };
        // A name says more than a number: Gemini's `code` repeats the HTTP status.
        let named = ["code", "type", "status"].iter().find_map(|key| {
            let name = error.get(*key)?.as_str()?;
            (!name.is_empty() && name != "error").then(|| name.to_owned())
        });
        let code = named.or_else(|| text(&["code", "status"]));
        let message = text(&["message", "msg", "error", "reason"]);
        if code.is_none() && message.is_none() {
            return None;
        }
        Some(Self {
            message: message.unwrap_or_else(|| "The provider gave no reason.".to_owned()),
            code,
        })
    }

    /// As the end of an answer.
    pub(crate) fn into_ending(self) -> Ending {
        Ending::Error {
            code: self.code,
            message: self.message,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::ProviderError;

    #[test]
    fn errors_are_read_in_every_shape_seen() {
        let cases = [
            (
                json!({"error": {"message": "No credit.", "type": "insufficient_quota", "code": null}}),
                Some("insufficient_quota"),
                "No credit.",
            ),
            (
                json!({"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}),
                Some("overloaded_error"),
                "Overloaded",
            ),
            (
                json!([{"error": {"code": 400, "message": "Bad key.", "status": "INVALID_ARGUMENT"}}]),
                Some("INVALID_ARGUMENT"),
                "Bad key.",
            ),
            (
                json!({"error": {"code": 502, "message": "Upstream."}}),
                Some("502"),
                "Upstream.",
            ),
            (
                json!({"error": "model not loaded"}),
                None,
                "model not loaded",
            ),
            (
                json!({"detail": [{"msg": "field required"}]}),
                None,
                "field required",
            ),
            (json!({"detail": "Not Found"}), None, "Not Found"),
            (
                json!({"object": "error", "message": "No such model", "code": "1500"}),
                Some("1500"),
                "No such model",
            ),
        ];
        for (body, code, message) in cases {
            let error = ProviderError::in_body(&body).unwrap();
            assert_eq!(error.code.as_deref(), code, "{body}");
            assert_eq!(error.message, message, "{body}");
        }
    }

    #[test]
    fn what_is_no_error_is_none() {
        for body in [
            json!({"error": null, "choices": []}),
            json!({"id": "x", "choices": [{"message": {"content": "hi"}}]}),
            json!({"detail": null}),
            json!([]),
            json!(7),
        ] {
            assert_eq!(ProviderError::in_body(&body), None, "{body}");
        }
    }
}
