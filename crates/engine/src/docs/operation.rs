//! One operation in full.

use serde::{Deserialize, Serialize};

use super::form::{Field, Pair};
use super::page::Place;

/// An operation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Detail {
    /// `GET /path`.
    pub key: String,
    /// The group that it belongs to; empty if to none.
    pub tag: String,
    /// One line.
    pub summary: String,
    /// Prose.
    pub description: String,
    /// Whether it is advised against.
    pub deprecated: bool,
    /// 0 to 1, if it was found and not given.
    pub confidence: Option<f32>,
    /// Where it is documented.
    pub places: Vec<Place>,
    /// Its parameters but for those of the body.
    pub parameters: Vec<Parameter>,
    /// What a request carries.
    pub body: Option<Content>,
    /// Its answers.
    pub responses: Vec<Response>,
    /// The form that makes a call of it.
    pub form: Form,
    /// The words of the documentation that prove it, if a model has found it.
    pub quote: Option<String>,
}

/// A parameter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// `path`, `query`, `header` or `cookie`.
    pub place: String,
    /// Whether it must be given.
    pub required: bool,
    /// Its type, as JSON Schema calls it; several are parted by `|`.
    pub kind: String,
    /// What it is limited to.
    pub values: Vec<String>,
    /// Prose.
    pub description: String,
    /// 0 to 1, if it was found and not given.
    pub confidence: Option<f32>,
    /// Where it is documented.
    pub at: Option<Place>,
    /// The words of the documentation that prove it, if a model has added or corrected it.
    pub quote: Option<String>,
}

/// What a request or an answer carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Its media type.
    pub media_type: String,
    /// The members of its schema, as a tree.
    pub members: Vec<Member>,
    /// Whether there are more members than these.
    pub is_cut: bool,
    /// An example, made of the schema if the documentation has none.
    pub example: String,
}

/// A member of a schema.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The names that lead to it; `[]` goes into an array.
    pub path: Vec<String>,
    /// How deep it stands.
    pub depth: u8,
    /// Its name.
    pub name: String,
    /// Its type.
    pub kind: String,
    /// Whether it must be there.
    pub required: bool,
    /// What it is limited to.
    pub values: Vec<String>,
    /// Prose.
    pub description: String,
    /// The words of the documentation that prove it, if a model has added or corrected it.
    pub quote: Option<String>,
    /// Where it is documented.
    pub at: Option<Place>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// `200`, `4XX` or `default`.
    pub status: String,
    /// What it means.
    pub description: String,
    /// What it carries, if that is known.
    pub content: Option<Content>,
}

/// A form for a call.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// Base URLs.
    pub servers: Vec<String>,
    /// The parameters.
    pub fields: Vec<FormField>,
    /// The body, if it takes one.
    pub body: Option<BodyForm>,
    /// What a key is for, such as `Authorization: Bearer`; none if no key is asked for.
    pub key: Option<String>,
}

/// A parameter in a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FormField {
    /// `path`, `query`, `header` or `cookie`.
    pub place: String,
    /// Its name, its type, and what it is limited to.
    pub field: Field,
    /// What it may be, for a start.
    pub sample: String,
}

/// The body of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BodyForm {
    /// Its media type.
    pub media_type: String,
    /// How that is written.
    pub encoding: Encoding,
    /// What it takes.
    pub field: Field,
    /// What it begins with: JSON, but of bodies that are written otherwise than JSON and forms.
    pub sample: String,
}

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Encoding {
    /// JSON.
    Json,
    /// Names and values, together or in parts.
    Pairs,
    /// Otherwise.
    Other,
}

/// What was filled in.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// The base URL.
    pub server: String,
    /// Place, name and value.
    pub fields: Vec<(String, String, String)>,
    /// The body.
    pub body: Option<Body>,
    /// The key. It is in the request alone.
    pub key: String,
    /// Whether it is sent whatever is missing or wrong of it.
    pub is_forced: bool,
}

/// A body that was filled in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Body {
    /// A text.
    Text(String),
    /// Names and values.
    Pairs(Vec<Pair>),
}

/// A request to send.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outgoing {
    /// The method, in capitals.
    pub method: String,
    /// The whole URL.
    pub url: String,
    /// Header names and values.
    pub headers: Vec<(String, String)>,
    /// The body.
    #[serde(with = "serde_bytes")]
    pub body: Option<Vec<u8>>,
    /// The same for a shell, its key as a variable.
    pub curl: String,
}
