//! What servers that speak Chat Completions do differently, as data.
//!
//! A dialect concerns the request alone: answers are read alike, whoever sends them.

use crate::http::Endpoint;

/// How one provider or server writes Chat Completions.
#[derive(Debug, PartialEq, Eq)]
pub struct Dialect {
    /// The wire's name in this dialect, such as `openai-chat:mistral`.
    pub name: &'static str,
    /// Endpoints that speak it: hosts (a leading dot: and all under it), or `:port` for a server
    /// on this device or network.
    pub found_at: &'static [&'static str],
    /// The field for the limit of output tokens.
    pub max_tokens: &'static str,
    /// The field for the seed, if it has one.
    pub seed: Option<&'static str>,
    /// Whether usage must be asked for, and may be (`stream_options`). Others report it anyway.
    pub asks_usage: bool,
    /// How it is told the form of the answer.
    pub schema: SchemaBy,
    /// How it takes a grammar.
    pub grammar: GrammarBy,
    /// How the model is had go on from an assistant's text at the end of the conversation.
    pub prefill: PrefillBy,
    /// Whether a tool may be marked `strict`.
    pub strict_tools: bool,
    /// Whether and how it shows reasoning.
    pub reasoning: &'static str,
    /// Whether and how it caches prompts.
    pub prompt_cache: &'static str,
    /// The header that carries the key.
    pub key_header: KeyHeader,
}

/// How a server is told the form of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaBy {
    /// `response_format: {type: json_schema}`: the server holds the model to the schema.
    JsonSchema,
    /// `response_format: {type: json_object}`: any JSON; the schema goes into the instructions.
    JsonObject,
}

/// How a server takes a grammar for the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GrammarBy {
    /// Not at all.
    None,
    /// `grammar`, in GBNF.
    Gbnf,
    /// `structured_outputs: {grammar}` (GBNF or Lark) or `{regex}`.
    StructuredOutputs,
}

/// How a server is told to go on from the last message, an assistant's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrefillBy {
    /// Not at all: it begins another message, or refuses.
    None,
    /// It does so by itself.
    Itself,
    /// `prefix: true` in the message.
    Prefix,
    /// `continue_final_message: true` and `add_generation_prompt: false`.
    ContinueFinalMessage,
}

/// The header that carries the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyHeader {
    /// `Authorization: Bearer …`
    Bearer,
    /// `api-key: …`
    ApiKey,
}

/// What a server is taken to speak that nothing else says more of.
pub static GENERIC: Dialect = Dialect {
    name: "openai-chat",
    found_at: &[],
    max_tokens: "max_tokens",
    seed: Some("seed"),
    asks_usage: true,
    schema: SchemaBy::JsonSchema,
    grammar: GrammarBy::None,
    prefill: PrefillBy::None,
    strict_tools: false,
    reasoning: "if the server shows it",
    prompt_cache: "if the server has one",
    key_header: KeyHeader::Bearer,
};

/// Every dialect, by name.
pub static DIALECTS: &[Dialect] = &[
    Dialect {
        name: "openai-chat:openai",
        found_at: &["api.openai.com"],
        max_tokens: "max_completion_tokens",
        strict_tools: true,
        reasoning: "not shown",
        prompt_cache: "automatic",
        ..GENERIC
    },
    Dialect {
        name: "openai-chat:azure",
        found_at: &[".openai.azure.com", ".services.ai.azure.com"],
        max_tokens: "max_completion_tokens",
        strict_tools: true,
        prompt_cache: "automatic",
        key_header: KeyHeader::ApiKey,
        ..GENERIC
    },
    Dialect {
        name: "openai-chat:openrouter",
        found_at: &["openrouter.ai"],
        strict_tools: true,
        reasoning: "`reasoning`",
        prompt_cache: "by provider",
        ..GENERIC
    },
    Dialect {
        name: "openai-chat:groq",
        found_at: &["api.groq.com"],
        max_tokens: "max_completion_tokens",
        reasoning: "`reasoning`",
        prompt_cache: "automatic, some models",
        ..GENERIC
    },
    Dialect {
        name: "openai-chat:mistral",
        found_at: &["api.mistral.ai"],
        seed: Some("random_seed"),
        asks_usage: false,
        prefill: PrefillBy::Prefix,
        reasoning: "`content[].thinking`",
        ..GENERIC
    },
    Dialect {
        name: "openai-chat:deepseek",
        found_at: &["api.deepseek.com"],
        seed: None,
        schema: SchemaBy::JsonObject,
        reasoning: "`reasoning_content`",
        prompt_cache: "automatic",
        ..GENERIC
    },
    Dialect {
        name: "openai-chat:xai",
        found_at: &["api.x.ai"],
        max_tokens: "max_completion_tokens",
        reasoning: "`reasoning_content`",
        prompt_cache: "automatic",
        ..GENERIC
    },
    Dialect {
        name: "openai-chat:cerebras",
        found_at: &["api.cerebras.ai"],
        max_tokens: "max_completion_tokens",
        asks_usage: false,
        reasoning: "`reasoning`",
        ..GENERIC
    },
    Dialect {
        name: "openai-chat:llama.cpp",
        // The server's own default, and that of `cargo xtask model`.
        found_at: &[":8080", ":8081"],
        grammar: GrammarBy::Gbnf,
        prefill: PrefillBy::Itself,
        reasoning: "`reasoning_content`",
        prompt_cache: "automatic, one slot's prefix",
        ..GENERIC
    },
    Dialect {
        name: "openai-chat:lm-studio",
        found_at: &[":1234"],
        reasoning: "`reasoning_content`",
        prompt_cache: "automatic",
        ..GENERIC
    },
    Dialect {
        name: "openai-chat:ollama",
        found_at: &[":11434"],
        reasoning: "`reasoning`",
        prompt_cache: "automatic",
        ..GENERIC
    },
    Dialect {
        name: "openai-chat:vllm",
        found_at: &[":8000"],
        grammar: GrammarBy::StructuredOutputs,
        prefill: PrefillBy::ContinueFinalMessage,
        reasoning: "`reasoning_content`, `reasoning`",
        prompt_cache: "automatic",
        ..GENERIC
    },
];

impl Dialect {
    /// The dialect of that wire name.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        DIALECTS.iter().find(|dialect| dialect.name == name)
    }

    /// The dialect that an endpoint's address shows; [`GENERIC`] if it shows none.
    pub fn of_endpoint(endpoint: &Endpoint) -> &'static Self {
        let authority = endpoint.authority();
        let host = authority
            .rsplit_once(':')
            .map_or(&*authority, |(host, _)| host);
        let is_at = |place: &&str| match place.strip_prefix('.') {
            Some(domain) => host
                .strip_suffix(domain)
                .is_some_and(|rest| rest.ends_with('.')),
            None if place.starts_with(':') => authority.ends_with(*place),
            None => host == *place,
        };
        DIALECTS
            .iter()
            .find(|dialect| dialect.found_at.iter().any(is_at))
            .unwrap_or(&GENERIC)
    }
}
