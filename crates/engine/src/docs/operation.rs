//! One operation in full.

use serde::{Deserialize, Serialize};

use super::page::Place;

/// An operation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Detail {
    /// `GET /path`.
    pub key: String,
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
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Base URLs.
    pub servers: Vec<String>,
    /// The fields.
    pub fields: Vec<FormField>,
    /// The media type of the body and a body that fits.
    pub body: Option<(String, String)>,
    /// What a key is for, such as `Authorization: Bearer`; none if no key is asked for.
    pub key: Option<String>,
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormField {
    /// `path`, `query`, `header` or `cookie`.
    pub place: String,
    /// The parameter's name.
    pub name: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// Its type.
    pub kind: String,
    /// What it is limited to, if it is.
    pub values: Vec<String>,
    /// What it may be, for a start.
    pub sample: String,
}

/// What was filled in.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// The base URL.
    pub server: String,
    /// Place, name and value.
    pub fields: Vec<(String, String, String)>,
    /// The body.
    pub body: Option<String>,
    /// The key. It is in the request alone.
    pub key: String,
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
    pub body: Option<String>,
    /// The same for a shell, its key as a variable.
    pub curl: String,
}
