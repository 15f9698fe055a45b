//! The table of wires, and what each puts into a request.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::Path;

use ichiban_model::wire::on_device::OnDevice;
use ichiban_model::wire::{self, WIRES, openai_chat::DIALECTS};
use ichiban_model::{
    Content, Endpoint, Limits, Message, Output, Request, Role, Thinking, Tool, Translation, Wire,
};
use serde_json::{Value, json};

#[test]
fn the_folder_and_the_table_name_the_same_wires() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/wire");
    let in_folder: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "mod.rs")
        .map(|name| name.trim_end_matches(".rs").replace('_', "-"))
        .collect();
    // The table's lead to servers; one leads nowhere but to the browser.
    let on_device: &dyn Wire = &OnDevice;
    let wires = WIRES.iter().copied().chain([on_device]);
    let named: BTreeSet<String> = wires.map(|wire| wire.name().to_owned()).collect();
    assert_eq!(in_folder, named);
}

#[test]
fn every_wire_and_dialect_is_found_by_its_name() {
    for wire in WIRES {
        assert_eq!(wire::by_name(wire.name()).unwrap().name(), wire.name());
    }
    for dialect in DIALECTS {
        assert_eq!(wire::by_name(dialect.name).unwrap().name(), dialect.name);
    }
    assert_eq!(wire::by_name("on-device").unwrap().name(), "on-device");
    assert!(wire::by_name("openai").is_none());
}

fn endpoint(base_url: &str) -> Endpoint {
    Endpoint {
        base_url: base_url.to_owned(),
        api_key: Some(" key ".to_owned()),
    }
}

/// A conversation that uses all that a request can say.
fn request() -> Request {
    let call = Content::ToolCall {
        id: "call_1".to_owned(),
        name: "lookup".to_owned(),
        arguments: r#"{"word":"Haus"}"#.to_owned(),
        carried: None,
    };
    let result = Content::ToolResult {
        id: "call_1".to_owned(),
        output: "house".to_owned(),
        is_error: false,
    };
    Request {
        model: "m".to_owned(),
        messages: vec![
            Message::text(Role::System, "Translate."),
            Message::text(Role::User, "Haus"),
            Message {
                role: Role::Assistant,
                content: vec![Content::Text("Let me see.".to_owned()), call],
            },
            Message {
                role: Role::User,
                content: vec![result],
            },
        ],
        tools: vec![Tool {
            name: "lookup".to_owned(),
            description: "Looks a word up.".to_owned(),
            parameters: json!({"type": "object", "properties": {"word": {"type": "string"}}}),
            strict: true,
        }],
        output: Output::JsonSchema {
            name: "translation".to_owned(),
            schema: json!({"type": "object", "properties": {"text": {"type": "string"}}}),
            strict: true,
        },
        limits: Limits {
            max_output_tokens: Some(100),
            stop: vec!["END".to_owned()],
        },
        temperature: Some(0.2),
        seed: Some(7),
        thinking: None,
        eager_tools: false,
        translation: Some(Translation {
            source: None,
            target: "de".to_owned(),
            texts: vec!["left out".to_owned()],
        }),
    }
}

fn body(wire: &str, base_url: &str) -> Value {
    let request = wire::by_name(wire)
        .unwrap()
        .encode(&endpoint(base_url), &request());
    serde_json::from_slice(&request.body).unwrap()
}

#[test]
fn each_wire_writes_the_whole_request() {
    for wire in WIRES {
        let http = wire.encode(&endpoint("https://api.test/v1"), &request());
        let body: Value = serde_json::from_slice(&http.body).unwrap();
        let headers: Vec<String> = http
            .headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        insta::assert_json_snapshot!(
            wire.name(),
            json!({
                "method": http.method, "url": http.url, "headers": headers, "body": body,
            })
        );
    }
}

#[test]
fn a_dialect_is_known_by_the_address_or_the_name() {
    assert_eq!(
        body("openai-chat", "https://api.openai.com/v1")["max_completion_tokens"],
        100
    );
    assert_eq!(
        body("openai-chat", "https://api.mistral.ai/v1")["random_seed"],
        7
    );
    assert_eq!(
        body("openai-chat:mistral", "https://proxy.test/v1")["random_seed"],
        7
    );
    assert_eq!(
        body("openai-chat", "http://localhost:8080/v1")["max_tokens"],
        100
    );
    assert_eq!(body("openai-chat", "https://notmistral.ai/v1")["seed"], 7);
    for local in ["http://localhost:8080/v1", "http://127.0.0.1:8081/v1"] {
        let wire = wire::by_name("openai-chat").unwrap();
        assert_eq!(
            wire.abilities(&endpoint(local)).grammars,
            ["gbnf"],
            "{local}"
        );
    }
    let azure = endpoint("https://me.openai.azure.com/openai/v1");
    let request = wire::by_name("openai-chat")
        .unwrap()
        .encode(&azure, &request());
    assert!(request.headers.contains(&("api-key", "key".to_owned())));
}

#[test]
fn a_schema_that_the_server_cannot_hold_to_goes_into_the_instructions() {
    let body = body("openai-chat", "https://api.deepseek.com");
    assert_eq!(body["response_format"], json!({"type": "json_object"}));
    let instructions = body["messages"][0]["content"].as_str().unwrap();
    assert!(instructions.starts_with("Translate.\n\n"), "{instructions}");
    assert!(instructions.contains(r#""properties""#), "{instructions}");
}

#[test]
fn a_grammar_goes_where_the_server_takes_it() {
    let mut request = request();
    request.output = Output::Grammar {
        syntax: "gbnf".to_owned(),
        definition: "root ::= \"a\"".to_owned(),
    };
    let body = |wire: &str| {
        let http = wire::by_name(wire)
            .unwrap()
            .encode(&endpoint("http://localhost/v1"), &request);
        serde_json::from_slice::<Value>(&http.body).unwrap()
    };
    assert_eq!(body("openai-chat:llama.cpp")["grammar"], "root ::= \"a\"");
    assert_eq!(
        body("openai-chat:vllm")["structured_outputs"]["grammar"],
        "root ::= \"a\""
    );
    assert_eq!(body("openai-chat:openai").get("grammar"), None);
    let abilities = |wire: &str| {
        wire::by_name(wire)
            .unwrap()
            .abilities(&endpoint("http://localhost/v1"))
            .grammars
    };
    assert_eq!(abilities("openai-chat:llama.cpp"), ["gbnf"]);
    assert!(abilities("openai-chat:openai").is_empty());
}

#[test]
fn thinking_and_eager_arguments_are_asked_for_where_they_are_wanted() {
    let mut request = request();
    request.eager_tools = true;
    let body = |request: &Request, wire: &str| -> Value {
        let endpoint = endpoint("https://api.test/v1");
        let http = wire::by_name(wire).unwrap().encode(&endpoint, request);
        serde_json::from_slice(&http.body).unwrap()
    };
    let plain = body(&request, "anthropic");
    assert_eq!(plain["tools"][0]["eager_input_streaming"], true);
    assert_eq!(plain.get("thinking"), None);
    request.thinking = Some(Thinking::default());
    let adaptive = body(&request, "anthropic");
    assert_eq!(adaptive["thinking"], json!({"type": "adaptive"}));
    assert_eq!(adaptive["max_tokens"], 100);
    // One that thinks takes no temperature.
    assert_eq!(adaptive.get("temperature"), None);
    request.thinking = Some(Thinking {
        budget_tokens: Some(2000),
    });
    let bounded = body(&request, "anthropic");
    let thinking = json!({"type": "enabled", "budget_tokens": 2000});
    assert_eq!(bounded["thinking"], thinking);
    assert_eq!(bounded["max_tokens"], 2100);
    let gemini = body(&request, "gemini");
    assert_eq!(
        gemini["generationConfig"]["thinkingConfig"],
        json!({"includeThoughts": true, "thinkingBudget": 2000})
    );
    assert_eq!(body(&request, "ollama")["think"], true);
}

#[test]
fn no_key_no_header() {
    let mut open = endpoint("http://localhost:1234/v1");
    open.api_key = Some("  ".to_owned());
    for wire in WIRES {
        let headers = wire.encode(&open, &request()).headers;
        assert!(
            headers.iter().all(|(name, _)| *name != "authorization"),
            "{}",
            wire.name()
        );
    }
}

#[test]
fn the_documentation_says_what_each_wire_can_carry() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/wires.md");
    let docs = std::fs::read_to_string(docs).unwrap();
    let dialects = DIALECTS.iter().map(|dialect| dialect as &dyn Wire);
    for wire in WIRES.iter().copied().chain(dialects) {
        let abilities = wire.abilities(&endpoint("https://unknown.test/v1"));
        let yes = |it: bool| if it { "yes" } else { "no" };
        let grammars = match abilities.grammars {
            [] => "no".to_owned(),
            grammars => grammars.join(", "),
        };
        let row = format!(
            "| `{}` | {} | {grammars} | {} | {} | {} | {} | {} |",
            wire.name(),
            yes(abilities.strict_schema),
            yes(abilities.prefill),
            yes(abilities.seed),
            abilities.usage,
            abilities.reasoning,
            abilities.prompt_cache,
        );
        assert!(docs.contains(&row), "docs/wires.md lacks this row:\n{row}");
    }
}
