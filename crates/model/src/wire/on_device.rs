//! What a browser has built in: Chrome's `LanguageModel` (Prompt API) and `Translator`
//! (Translator API), carried as any other wire although no request leaves the device.
//!
//! The request's address is `on-device:` and the interface's name, which is the model's too. Its
//! body is a document that the page hands to the browser:
//!
//! ```text
//! {"messages":[{"role":"system","content":"…"}],"schema":{…},"translation":{"target":"fr","texts":["Hello"]}}
//! ```
//!
//! The answer is JSON lines: `{"text"}` for more of a model's answer, `{"translation"}` for the next
//! text of a translator, `{"error":{"message"}}`, and at last `{"done":true}`. Translations become
//! an object that has them under the numbers 1, 2, 3, as [`Translation`](crate::Translation) says.
//!
//! <https://webmachinelearning.github.io/prompt-api/>,
//! <https://webmachinelearning.github.io/translation-api/>.

use serde_json::{Map, Value, json};

use super::{Abilities, Decoder, Wire};
use crate::body::{Lines, Payloads};
use crate::http::{Endpoint, HttpRequest};
use crate::tool_call::Cut;
use crate::{Content, Ending, Event, Output, Request};

/// The scheme of the addresses, with its colon.
pub const SCHEME: &str = "on-device:";

/// The wire.
#[derive(Debug)]
pub struct OnDevice;

impl Wire for OnDevice {
    fn name(&self) -> &'static str {
        "on-device"
    }

    fn encode(&self, _endpoint: &Endpoint, request: &Request) -> HttpRequest {
        let mut body = Map::new();
        let messages = request.messages.iter().map(|message| {
            let texts = message.content.iter().filter_map(|content| match content {
                Content::Text(text) => Some(text.as_str()),
                Content::Reasoning { .. }
                | Content::ToolCall { .. }
                | Content::ToolResult { .. } => None,
            });
            json!({"role": message.role, "content": texts.collect::<String>()})
        });
        body.insert("messages".to_owned(), messages.collect());
        if let Output::JsonSchema { schema, .. } = &request.output {
            body.insert("schema".to_owned(), schema.clone());
        }
        if let Some(translation) = &request.translation {
            body.insert("translation".to_owned(), json!(translation));
        }
        let url = format!("{SCHEME}{}", request.model);
        HttpRequest::post(url, None, &Value::Object(body))
    }

    fn decoder(&self) -> Box<dyn Decoder> {
        Box::new(Lines::new(Pieces::default()))
    }

    fn abilities(&self, _endpoint: &Endpoint) -> Abilities {
        Abilities {
            strict_schema: true,
            prefill: false,
            grammars: &[],
            seed: false,
            usage: "none",
            reasoning: "none",
            prompt_cache: "none",
        }
    }
}

/// Reads pieces. The terminal event is the line with `done` or `error`.
#[derive(Debug, Default)]
struct Pieces {
    /// How many translations have come.
    translations: usize,
    ending: Option<Ending>,
}

impl Payloads for Pieces {
    fn payload(&mut self, _name: &str, payload: Value, events: &mut Vec<Event>) {
        let text = |key: &str| payload.get(key).and_then(Value::as_str);
        if let Some(text) = text("text") {
            events.push(Event::TextDelta {
                text: text.to_owned(),
            });
        } else if let Some(translation) = text("translation") {
            let before = if self.translations == 0 { "{" } else { "," };
            self.translations += 1;
            let (number, translation) = (self.translations.to_string(), json!(translation));
            events.push(Event::TextDelta {
                text: format!("{before}\"{number}\":{translation}"),
            });
        } else if let Some(error) = payload.get("error") {
            let message = error.get("message").and_then(Value::as_str);
            self.ending = Some(Ending::Error {
                code: Some("on-device".to_owned()),
                message: message.unwrap_or_default().to_owned(),
            });
        } else if payload.get("done") == Some(&Value::Bool(true)) {
            if self.translations > 0 {
                let text = "}".to_owned();
                events.push(Event::TextDelta { text });
            }
            self.ending = Some(Ending::Complete);
        } else {
            events.push(Event::Other {
                kind: "line".to_owned(),
                data: payload,
            });
        }
    }

    fn document(&mut self, _document: Value, _events: &mut Vec<Event>) -> bool {
        false
    }

    fn ending(&self) -> Option<Ending> {
        self.ending.clone()
    }

    fn close(&mut self, _cut: Cut, _events: &mut Vec<Event>) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Failure, Message, Role, Translation};

    fn events(lines: &str, piece: usize) -> Vec<Event> {
        let mut decoder = OnDevice.decoder();
        let mut events = Vec::new();
        for bytes in lines.as_bytes().chunks(piece) {
            decoder.push(bytes, &mut events);
        }
        decoder.finish(&mut events);
        events
    }

    fn text(events: &[Event]) -> String {
        let deltas = events.iter().filter_map(|event| match event {
            Event::TextDelta { text } => Some(text.as_str()),
            _ => None,
        });
        deltas.collect()
    }

    fn ending(events: &[Event]) -> Option<&Ending> {
        match events.last()? {
            Event::Ended { ending } => Some(ending),
            _ => None,
        }
    }

    #[test]
    fn a_request_holds_what_either_interface_needs() {
        let request = Request {
            model: "Translator".to_owned(),
            messages: vec![Message::text(Role::System, "Translate.")],
            translation: Some(Translation {
                source: Some("en".to_owned()),
                target: "fr".to_owned(),
                texts: vec!["Hello {1}".to_owned()],
            }),
            ..Request::default()
        };
        let endpoint = Endpoint {
            base_url: "on-device:Translator".to_owned(),
            api_key: Some("never sent".to_owned()),
        };
        let http = OnDevice.encode(&endpoint, &request);
        assert_eq!(http.url, "on-device:Translator");
        let body: Value = serde_json::from_slice(&http.body).unwrap();
        assert_eq!(
            body,
            json!({
                "messages": [{"role": "system", "content": "Translate."}],
                "translation": {"source": "en", "target": "fr", "texts": ["Hello {1}"]},
            })
        );
        assert!(!format!("{:?}", http.headers).contains("never"));
    }

    #[test]
    fn translations_come_under_their_numbers_however_the_lines_are_cut() {
        let lines =
            "{\"translation\":\"Salut\"}\n{\"translation\":\"« \\\"X\\\" »\"}\n{\"done\":true}\n";
        for piece in 1..lines.len() {
            let events = events(lines, piece);
            let object: Value = serde_json::from_str(&text(&events)).unwrap();
            assert_eq!(object, json!({"1": "Salut", "2": "« \"X\" »"}));
            assert_eq!(ending(&events), Some(&Ending::Complete));
        }
    }

    #[test]
    fn an_answer_that_stops_is_never_complete() {
        let lines = "{\"text\":\"{\\\"1\\\": \"}\n{\"text\":\"\\\"Salut\\\"}\"}\n{\"done\":true}\n";
        let whole = events(lines, 5);
        assert_eq!(text(&whole), r#"{"1": "Salut"}"#);
        assert_eq!(ending(&whole), Some(&Ending::Complete));
        let done = lines.find("{\"done\"").unwrap();
        for cut in 0..done {
            assert_eq!(
                ending(&events(&lines[..cut], 7)),
                Some(&Ending::Truncated),
                "{cut}"
            );
        }
    }

    #[test]
    fn the_browsers_words_are_what_the_person_reads() {
        let events = events(
            "{\"error\":{\"message\":\"Chrome cannot translate from en to tlh.\"}}\n",
            9,
        );
        let endpoint = Endpoint {
            base_url: "on-device:Translator".to_owned(),
            api_key: None,
        };
        let failure = Failure::of_ending(&endpoint, ending(&events).unwrap()).unwrap();
        assert_eq!(failure.code, "on-device");
        assert_eq!(failure.message, "Chrome cannot translate from en to tlh.");
        assert!(!failure.hint.is_empty());
    }
}
