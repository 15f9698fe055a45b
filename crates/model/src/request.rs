//! What is asked of a model, in no provider's words.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One question to a model.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// The model's name as the endpoint knows it.
    pub model: String,
    /// The conversation so far, oldest first.
    pub messages: Vec<Message>,
    /// Tools the model may call.
    pub tools: Vec<Tool>,
    /// What the answer must look like.
    pub output: Output,
    /// Where generation stops.
    pub limits: Limits,
    /// Sampling temperature; `None` leaves it to the endpoint.
    pub temperature: Option<f32>,
    /// Makes sampling repeatable where the wire has it.
    pub seed: Option<u64>,
    /// The same question for a service that translates and does nothing else. Wires to models
    /// leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<Translation>,
}

/// Texts to translate. The answer is a JSON object that has their translations under the numbers 1,
/// 2, 3, in this order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// The language they are in, as a BCP 47 tag, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The language they are to be in, as a BCP 47 tag.
    pub target: String,
    /// The texts.
    pub texts: Vec<String>,
}

/// One turn of a conversation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// Who speaks.
    pub role: Role,
    /// What is said.
    pub content: Vec<Content>,
}

impl Message {
    /// A turn that is one text.
    pub fn text(role: Role, text: impl Into<String>) -> Self {
        Self {
            role,
            content: vec![Content::Text(text.into())],
        }
    }
}

/// Who speaks in a [`Message`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The instructions that frame the conversation.
    System,
    /// The person, or the tool results that answer a call.
    User,
    /// The model.
    Assistant,
}

/// A part of a [`Message`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Content {
    /// Plain text.
    Text(String),
    /// A call the model made, sent back as history.
    ToolCall {
        /// The provider's identifier of the call.
        id: String,
        /// The tool's name.
        name: String,
        /// The arguments, as the JSON text the model wrote.
        arguments: String,
    },
    /// What a tool gave back.
    ToolResult {
        /// The identifier of the call it answers.
        id: String,
        /// The result, as text.
        output: String,
        /// Whether the tool failed.
        is_error: bool,
    },
}

/// A tool the model may call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tool {
    /// The name the model calls it by.
    pub name: String,
    /// What it does and when to use it.
    pub description: String,
    /// JSON Schema of its arguments.
    pub parameters: Value,
    /// Whether the provider must hold the model to the schema.
    pub strict: bool,
}

/// What the answer must look like.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub enum Output {
    /// Free text.
    #[default]
    Text,
    /// A JSON document that satisfies a schema.
    JsonSchema {
        /// A short name of the schema, which some wires require.
        name: String,
        /// JSON Schema 2020-12.
        schema: Value,
        /// Whether the provider must hold the model to it.
        strict: bool,
    },
    /// Text that a grammar accepts.
    Grammar {
        /// The grammar's notation, such as `gbnf`, `lark` or `regex`.
        syntax: String,
        /// The grammar itself.
        definition: String,
    },
}

/// Where generation stops.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Limits {
    /// Most tokens to generate.
    pub max_output_tokens: Option<u32>,
    /// Texts at which generation stops.
    pub stop: Vec<String>,
}
