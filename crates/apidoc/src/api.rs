//! What was found: operations with their parameters, each with evidence and a confidence.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::document::Location;
use crate::schema::Schema;

/// Everything found in a set of documents.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Api {
    /// The name of the API, if the documents give one.
    pub title: Option<String>,
    /// Its version, if the documents give one.
    pub version: Option<String>,
    /// Base URLs, the most often seen first.
    pub servers: Vec<String>,
    /// Its operations, in reading order; no two have the same method and path shape.
    pub operations: Vec<Operation>,
    /// How calls are authenticated.
    pub security: Vec<SecurityScheme>,
    /// What the documents say of all calls.
    pub remarks: Remarks,
    /// What could not be used, and why.
    pub notes: Vec<Note>,
}

/// What documentation says of calls beside their parameters, in its own words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remarks {
    /// How lists come page by page.
    pub pagination: Option<String>,
    /// How often calls may be made.
    pub rate_limit: Option<String>,
}

/// Something worth telling the person about their documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// A stable kebab-case name.
    pub code: String,
    /// The document it is about.
    pub document: String,
    /// What it is, in one sentence.
    pub message: String,
}

/// The methods that `OpenAPI` 3.1 can describe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// RFC 9110, 9.3.1.
    Get,
    /// RFC 9110, 9.3.4.
    Put,
    /// RFC 9110, 9.3.3.
    Post,
    /// RFC 9110, 9.3.5.
    Delete,
    /// RFC 9110, 9.3.7.
    Options,
    /// RFC 9110, 9.3.2.
    Head,
    /// RFC 5789.
    Patch,
    /// RFC 9110, 9.3.8.
    Trace,
}

impl Method {
    /// All of them, in `OpenAPI`'s order.
    pub const ALL: [Self; 8] = [
        Self::Get,
        Self::Put,
        Self::Post,
        Self::Delete,
        Self::Options,
        Self::Head,
        Self::Patch,
        Self::Trace,
    ];

    /// As on the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
        }
    }

    /// Reads a method in capitals, or wholly in lower case, or with one capital. `DEL` is taken as
    /// the badge that it is.
    pub fn parse(word: &str) -> Option<Self> {
        let upper = word.to_ascii_uppercase();
        if upper == "DEL" {
            return Some(Self::Delete);
        }
        Self::ALL
            .into_iter()
            .find(|method| method.as_str() == upper)
    }

    /// Whether a request of this method carries its parameters in the URL.
    pub fn is_bodiless(self) -> bool {
        !matches!(self, Self::Post | Self::Put | Self::Patch)
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One method on one path.
#[derive(Debug, Clone, PartialEq)]
pub struct Operation {
    /// Its method.
    pub method: Method,
    /// Its path, parameters as `{name}`, without query.
    pub path: String,
    /// One line.
    pub summary: Option<String>,
    /// Prose.
    pub description: Option<String>,
    /// Groups it belongs to.
    pub tags: Vec<String>,
    /// Whether the documentation advises against it.
    pub deprecated: bool,
    /// Path, query and header parameters. No two share name and place.
    pub parameters: Vec<Parameter>,
    /// What a request carries.
    pub body: Option<Body>,
    /// Answers by status.
    pub responses: Vec<Response>,
    /// Where it is documented. The first is the main one.
    pub evidence: Vec<Evidence>,
    /// 0 to 1: how sure it is that this is an operation of the API.
    pub confidence: f32,
}

/// Where a thing is documented.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The document's name.
    pub document: String,
    /// Where in it.
    pub location: Location,
}

impl Evidence {
    /// As it travels in a document: `x-evidence` is a list of these.
    pub(crate) fn to_json(&self) -> Value {
        match self.location {
            Location::Span { start, end, line } => {
                json!({ "source": self.document, "start": start, "end": end, "line": line })
            }
            Location::Page { number, area } => {
                json!({ "source": self.document, "page": number, "box": area.map(f32::round) })
            }
        }
    }
}

/// A confidence as it travels in a document: two digits are as much as it is worth.
pub(crate) fn confidence(value: f32) -> Value {
    json!((f64::from(value) * 100.0).round() / 100.0)
}

/// Where a parameter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// In the path's template.
    Path,
    /// After the question mark.
    Query,
    /// A request header.
    Header,
    /// A cookie.
    Cookie,
    /// A member of the request's body.
    Body,
    /// A field of a form that is the request's body.
    Form,
}

impl Place {
    /// `OpenAPI`'s name for it; a form is a body there.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Header => "header",
            Self::Cookie => "cookie",
            Self::Body | Self::Form => "body",
        }
    }
}

/// A path, query, header or cookie parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// Its name on the wire.
    pub name: String,
    /// Where it goes; never a body.
    pub place: Place,
    /// Whether a call without it is refused.
    pub required: bool,
    /// Whether the documentation advises against it.
    pub deprecated: bool,
    /// What it may be.
    pub schema: Schema,
    /// Prose.
    pub description: Option<String>,
    /// Where it is documented.
    pub evidence: Option<Evidence>,
    /// 0 to 1.
    pub confidence: f32,
}

/// What a request carries.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Body {
    /// Its media type.
    pub media_type: String,
    /// Whether it must be there.
    pub required: bool,
    /// What it may be.
    pub schema: Schema,
    /// An example from the documentation.
    pub example: Option<Value>,
}

/// An answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Response {
    /// `200`, `4XX` or `default`.
    pub status: String,
    /// What it means.
    pub description: String,
    /// Its media type, if a body is known.
    pub media_type: Option<String>,
    /// What its body may be.
    pub schema: Option<Schema>,
    /// An example from the documentation.
    pub example: Option<Value>,
}

/// A way to authenticate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SecurityScheme {
    /// `Authorization: Bearer …`.
    Bearer,
    /// `Authorization: Basic …` (RFC 7617).
    Basic,
    /// A key in a header.
    HeaderKey(String),
    /// A key in the query.
    QueryKey(String),
    /// A key in a cookie.
    CookieKey(String),
    /// OAuth 2.0 (RFC 6749): where a person agrees, and where tokens are given. One is known.
    OAuth2 {
        /// The authorization endpoint.
        authorization: Option<String>,
        /// The token endpoint.
        token: Option<String>,
    },
    /// `OpenID` Connect, by the address of its discovery document.
    OpenId(String),
}
