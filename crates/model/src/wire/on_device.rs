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
//! The interface [`LLAMA`] is no browser's: it is llama.cpp, which the page brings along. Its body is
//! that of Chat Completions in the dialect of llama.cpp's own server, with tools, schemas and grammars;
//! and its lines are chunks of such an answer, before the same `{"done":true}`.
//!
//! <https://webmachinelearning.github.io/prompt-api/>,
//! <https://webmachinelearning.github.io/translation-api/>.

use serde_json::{Map, Value, json};

use super::openai_chat::{Chunks, Dialect};
use super::{Abilities, Decoder, Wire};
use crate::body::{Lines, Payloads};
use crate::http::{Endpoint, HttpRequest};
use crate::tool_call::Cut;
use crate::{Content, Ending, Event, Output, Request};

/// The scheme of the addresses, with its colon.
pub const SCHEME: &str = "on-device:";

/// The interface that is llama.cpp in WebAssembly.
pub const LLAMA: &str = "llama.cpp";

/// The wire.
#[derive(Debug)]
pub struct OnDevice;

/// How [`LLAMA`] is asked.
fn dialect() -> Option<&'static Dialect> {
    Dialect::by_name("openai-chat:llama.cpp")
}

impl Wire for OnDevice {
    fn name(&self) -> &'static str {
        "on-device"
    }

    fn encode(&self, endpoint: &Endpoint, request: &Request) -> HttpRequest {
        let url = format!("{SCHEME}{}", request.model);
        if let Some(dialect) = dialect().filter(|_| request.model == LLAMA) {
            let endpoint = Endpoint {
                base_url: endpoint.base_url.clone(),
                api_key: None,
            };
            let http = dialect.encode(&endpoint, request);
            return HttpRequest { url, ..http };
        }
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
        HttpRequest::post(url, None, &Value::Object(body))
    }

    fn decoder(&self) -> Box<dyn Decoder> {
        Box::new(Lines::new(Pieces::default()))
    }

    fn abilities(&self, endpoint: &Endpoint) -> Abilities {
        let interface = endpoint.base_url.trim().strip_prefix(SCHEME);
        if let Some(dialect) = dialect().filter(|_| interface == Some(LLAMA)) {
            return dialect.abilities(endpoint);
        }
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
    /// The chunks of an answer of [`LLAMA`], once one has come.
    chunks: Option<Chunks>,
    ending: Option<Ending>,
}

impl Payloads for Pieces {
    fn payload(&mut self, name: &str, payload: Value, events: &mut Vec<Event>) {
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
        } else if payload.get("choices").is_some() {
            let chunks = self.chunks.get_or_insert_default();
            chunks.payload(name, payload, events);
        } else if payload.get("done") == Some(&Value::Bool(true)) {
            if let Some(chunks) = &self.chunks {
                // Without a finish reason it is cut.
                self.ending = chunks.ending();
                return;
            }
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

    fn close(&mut self, cut: Cut, events: &mut Vec<Event>) {
        if let Some(chunks) = &mut self.chunks {
            chunks.close(cut, events);
        }
    }
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

    fn llama() -> Endpoint {
        Endpoint {
            base_url: "on-device:llama.cpp".to_owned(),
            api_key: Some("never sent".to_owned()),
        }
    }

    #[test]
    fn llama_is_asked_as_its_server_would_be() {
        let request = Request {
            model: LLAMA.to_owned(),
            messages: vec![Message::text(Role::User, "Yes or no?")],
            output: Output::Grammar {
                syntax: "gbnf".to_owned(),
                definition: "root ::= \"yes\" | \"no\"".to_owned(),
            },
            seed: Some(7),
            ..Request::default()
        };
        let http = OnDevice.encode(&llama(), &request);
        assert_eq!(http.url, "on-device:llama.cpp");
        assert!(!format!("{:?}", http.headers).contains("never"));
        let body: Value = serde_json::from_slice(&http.body).unwrap();
        assert_eq!(body["grammar"], "root ::= \"yes\" | \"no\"");
        assert_eq!(body["messages"][0]["content"], "Yes or no?");
        assert_eq!(body["seed"], 7);
        assert_eq!(OnDevice.abilities(&llama()).grammars, ["gbnf"]);
    }

    #[test]
    fn an_answer_of_llama_is_read_as_chunks_and_ends_with_its_last_line() {
        let lines = concat!(
            r#"{"choices":[{"index":0,"delta":{"content":"{\"n\""},"finish_reason":null}]}"#,
            "\n",
            r#"{"choices":[{"index":0,"delta":{"content":":1}"},"finish_reason":null}]}"#,
            "\n",
            r#"{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}"#,
            "\n",
            r#"{"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4}}"#,
            "\n{\"done\":true}\n"
        );
        for piece in 1..lines.len() {
            let events = events(lines, piece);
            assert_eq!(text(&events), r#"{"n":1}"#);
            assert_eq!(ending(&events), Some(&Ending::Complete));
            assert!(events.iter().any(|event| matches!(event, Event::Usage(_))));
        }
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
    fn calls_of_tools_come_from_llama_as_from_any_server() {
        let lines = concat!(
            r#"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"c","type":"function","function":{"name":"weather","arguments":"{\"city\":"}}]}}]}"#,
            "\n",
            r#"{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"Paris\"}"}}]}}]}"#,
            "\n",
            r#"{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}"#,
            "\n{\"done\":true}\n"
        );
        let events = events(lines, 11);
        assert_eq!(ending(&events), Some(&Ending::ToolCalls));
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
