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
    /// Whether the model is asked to think before it answers, where the wire can ask for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thinking: Option<Thinking>,
    /// Whether tools' arguments are wanted as they are written, before the provider has checked
    /// them, where it would hold them back otherwise.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub eager_tools: bool,
    /// The same question for a service that translates and does nothing else. Wires to models
    /// leave it out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation: Option<Translation>,
}

/// How much a model thinks before it answers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Thinking {
    /// Most tokens to think, beside those of the answer; `None` leaves it to the model.
    pub budget_tokens: Option<u32>,
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
    /// What the model thought, sent back as history: some providers go on with a tool's result
    /// only then. A wire leaves out what it did not sign itself.
    Reasoning {
        /// What it thought aloud; may be empty.
        text: String,
        /// The provider's signature of it.
        carried: Option<Carried>,
    },
    /// A call the model made, sent back as history.
    ToolCall {
        /// The provider's identifier of the call.
        id: String,
        /// The tool's name.
        name: String,
        /// The arguments, as the JSON text the model wrote.
        arguments: String,
        /// What the provider wants back with it.
        carried: Option<Carried>,
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

/// Something opaque that a provider sent and wants to have back as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    /// The provider's name of it.
    pub kind: String,
    /// It.
    pub data: String,
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
