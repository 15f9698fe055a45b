use proptest::prelude::*;
use serde_json::json;

use super::{Listed, MOST, NotAList, lacks, matching, read, request};
use crate::Endpoint;

fn names(body: &serde_json::Value) -> Vec<String> {
    let listed = read(body.to_string().as_bytes()).unwrap();
    listed.into_iter().map(|model| model.name).collect()
}

fn at(base_url: &str) -> Endpoint {
    Endpoint {
        base_url: base_url.to_owned(),
        api_key: Some("sk-secret".to_owned()),
    }
}

#[test]
fn each_kind_of_server_is_asked_where_it_lists() {
    for (base, wire, url, header) in [
        (
            "https://api.openai.com/v1",
            "openai-responses",
            "https://api.openai.com/v1/models",
            "authorization",
        ),
        (
            "https://a.test/v1/chat/completions",
            "openai-chat",
            "https://a.test/v1/models",
            "authorization",
        ),
        (
            "https://api.anthropic.com/v1/",
            "anthropic",
            "https://api.anthropic.com/v1/models?limit=1000",
            "x-api-key",
        ),
        (
            "https://generativelanguage.googleapis.com/v1beta",
            "gemini",
            "https://generativelanguage.googleapis.com/v1beta/models?pageSize=1000",
            "x-goog-api-key",
        ),
        (
            "http://localhost:11434",
            "ollama",
            "http://localhost:11434/api/tags",
            "authorization",
        ),
        (
            "http://localhost:11434/api/chat",
            "ollama",
            "http://localhost:11434/api/tags",
            "authorization",
        ),
        (
            "https://x.openai.azure.com/openai/v1?api-version=preview",
            "openai-chat:azure",
            "https://x.openai.azure.com/openai/v1/models?api-version=preview",
            "api-key",
        ),
    ] {
        let request = request(&at(base), wire);
        assert_eq!(
            (request.method, request.url.as_str()),
            ("GET", url),
            "{wire}"
        );
        let keyed: Vec<_> = request
            .headers
            .iter()
            .filter(|(_, value)| value.contains("sk-secret"))
            .map(|(name, _)| *name)
            .collect();
        assert_eq!(keyed, [header], "{wire}");
        assert!(!request.url.contains("sk-secret"), "{wire}");
    }
}

#[test]
fn without_a_key_none_is_sent() {
    let endpoint = Endpoint {
        api_key: None,
        ..at("http://localhost:1234/v1")
    };
    assert_eq!(request(&endpoint, "openai-chat").headers, []);
}

#[test]
fn the_list_of_open_ai_is_its_names() {
    let body = json!({"object": "list", "data": [
        {"id": "gpt-5.4", "object": "model", "created": 1_772_668_800, "owned_by": "system"},
        {"id": "gpt-5.4-mini", "object": "model", "created": 1_772_668_800, "owned_by": "system"},
        {"id": "gpt-5.4", "object": "model", "created": 1, "owned_by": "system"},
    ]});
    assert_eq!(names(&body), ["gpt-5.4", "gpt-5.4-mini"]);
}

#[test]
fn the_list_of_anthropic_has_names_for_people() {
    let body = json!({"data": [{
        "type": "model", "id": "claude-sonnet-4-6", "display_name": "Claude Sonnet 4.6",
        "created_at": "2026-02-17T00:00:00Z", "max_input_tokens": 200_000,
    }], "has_more": false, "first_id": "claude-sonnet-4-6", "last_id": "claude-sonnet-4-6"});
    assert_eq!(
        read(body.to_string().as_bytes()).unwrap(),
        [Listed {
            name: "claude-sonnet-4-6".to_owned(),
            label: Some("Claude Sonnet 4.6".to_owned()),
            context: Some(200_000),
        }]
    );
}

#[test]
fn the_list_of_gemini_leaves_out_what_writes_nothing() {
    let body = json!({"models": [
        {
            "name": "models/gemini-2.5-flash", "displayName": "Gemini 2.5 Flash",
            "inputTokenLimit": 1_048_576, "outputTokenLimit": 65_536,
            "supportedGenerationMethods": ["generateContent", "countTokens"],
        },
        {
            "name": "models/gemini-embedding-001", "displayName": "Gemini Embedding 001",
            "supportedGenerationMethods": ["embedContent"],
        },
    ], "nextPageToken": "x"});
    let listed = read(body.to_string().as_bytes()).unwrap();
    assert_eq!(names(&body), ["gemini-2.5-flash"]);
    assert_eq!(listed[0].context, Some(1_048_576));
    assert_eq!(listed[0].label.as_deref(), Some("Gemini 2.5 Flash"));
}

#[test]
fn the_list_of_ollama_names_tags() {
    let body = json!({"models": [{
        "name": "llama3.2:latest", "model": "llama3.2:latest", "size": 2_019_393_189_u64,
        "details": {"format": "gguf", "parameter_size": "3.2B", "quantization_level": "Q4_K_M"},
    }]});
    let listed = read(body.to_string().as_bytes()).unwrap();
    assert_eq!(names(&body), ["llama3.2:latest"]);
    assert_eq!(listed[0].label, None);
}

#[test]
fn the_list_of_open_router_tells_contexts_and_leaves_out_pictures() {
    let body = json!({"data": [
        {
            "id": "anthropic/claude-sonnet-4.6", "name": "Anthropic: Claude Sonnet 4.6",
            "context_length": 1_000_000, "architecture": {"output_modalities": ["text"]},
            "pricing": {"prompt": "0.000003", "completion": "0.000015"},
        },
        {
            "id": "a/painter", "name": "Painter",
            "architecture": {"output_modalities": ["image"]},
        },
    ]});
    assert_eq!(names(&body), ["anthropic/claude-sonnet-4.6"]);
    assert_eq!(
        read(body.to_string().as_bytes()).unwrap()[0].context,
        Some(1_000_000)
    );
}

#[test]
fn lists_of_other_servers_are_read() {
    // Mistral.
    let body = json!({"object": "list", "data": [
        {"id": "mistral-small-latest", "max_context_length": 131_072,
         "capabilities": {"completion_chat": true}},
        {"id": "mistral-embed", "capabilities": {"completion_chat": false}},
    ]});
    assert_eq!(names(&body), ["mistral-small-latest"]);
    // Together.
    assert_eq!(
        names(&json!([{"id": "a/b"}, {"id": "c/d"}])),
        ["a/b", "c/d"]
    );
    // llama.cpp writes the list twice.
    let body = json!({
        "models": [{"name": "of-ollama.gguf"}],
        "object": "list", "data": [{"id": "of-open-ai.gguf"}],
    });
    assert_eq!(names(&body), ["of-open-ai.gguf"]);
}

#[test]
fn a_list_may_be_empty() {
    assert_eq!(read(br#"{"object":"list","data":[]}"#), Ok(Vec::new()));
    // All that is there paints.
    let body = json!({"data": [{"id": "p", "architecture": {"output_modalities": ["image"]}}]});
    assert_eq!(names(&body), Vec::<String>::new());
}

#[test]
fn what_is_no_list_is_refused() {
    for body in [
        "",
        "<!doctype html>",
        "null",
        "7",
        r#""models""#,
        "{}",
        r#"{"data":{"id":"m"}}"#,
        r#"{"data":[7,null,{}]}"#,
        r#"{"error":{"message":"no"}}"#,
        "[[[",
    ] {
        assert_eq!(read(body.as_bytes()), Err(NotAList), "{body}");
    }
    let deep = "[".repeat(100_000);
    assert_eq!(read(deep.as_bytes()), Err(NotAList));
}

#[test]
fn hostile_names_and_endless_lists_are_cut() {
    let body = json!({"data": [
        {"id": "a\u{0}b"}, {"id": "x\ny"}, {"id": "n".repeat(300)}, {"id": "  "}, {"id": 7},
        {"id": "<img src=x>"},
    ]});
    // A name is text wherever it is shown: no markup is made of it.
    assert_eq!(names(&body), ["<img src=x>"]);
    let many: Vec<_> = (0..10_000)
        .map(|n| json!({"id": format!("m{n}")}))
        .collect();
    assert_eq!(names(&json!({"data": many})).len(), MOST);
}

#[test]
fn a_search_finds_models_by_any_of_their_words() {
    let list = ["gpt-5.4", "gpt-5.4-mini", "o3"].map(|name| Listed {
        name: name.to_owned(),
        label: (name == "o3").then(|| "The Thinker".to_owned()),
        context: None,
    });
    let found = |search| -> Vec<&str> {
        let found = matching(&list, search);
        found.into_iter().map(|model| model.name.as_str()).collect()
    };
    assert_eq!(found(""), ["gpt-5.4", "gpt-5.4-mini", "o3"]);
    assert_eq!(found("MINI gpt"), ["gpt-5.4-mini"]);
    assert_eq!(found("thinker"), ["o3"]);
    assert_eq!(found("gpt-5.4"), ["gpt-5.4", "gpt-5.4-mini", "o3"]);
    assert_eq!(found("none"), [""; 0]);
}

proptest! {
    #[test]
    fn any_bytes_are_a_list_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn every_name_that_is_fit_is_told(names in prop::collection::hash_set("[a-z][a-z0-9./:-]{0,30}", 0..20)) {
        let data: Vec<_> = names.iter().map(|name| json!({"id": name})).collect();
        let listed = read(json!({"data": data}).to_string().as_bytes()).unwrap();
        let told: std::collections::HashSet<_> = listed.into_iter().map(|model| model.name).collect();
        prop_assert_eq!(told, names);
    }
}

#[test]
fn a_name_that_is_not_listed_is_told_with_those_that_resemble_it() {
    let listed = |name: &str| Listed {
        name: name.to_owned(),
        label: None,
        context: None,
    };
    let list = [
        listed("openai/gpt-5"),
        listed("qwen3:latest"),
        listed("qwen2.5-coder-7b"),
        listed("qwen2.5-7b"),
    ];
    assert_eq!(lacks(&list, "qwen3"), None);
    assert_eq!(lacks(&list, "gpt-5"), None);
    assert_eq!(
        lacks(&list, "qwen2.5-coder-32b"),
        Some(vec!["qwen2.5-coder-7b", "qwen2.5-7b"])
    );
    assert_eq!(lacks(&list, "mistral"), Some(vec![]));
    assert_eq!(lacks(&[], "mistral"), None);
}
