//! An HTTP request as a value: what a wire makes and a transport sends.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Where to ask, and as whom.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endpoint {
    /// The API's root, such as `https://api.openai.com/v1`, with or without a final slash.
    pub base_url: String,
    /// The key, if the endpoint wants one. Never printed by `Debug`.
    pub api_key: Option<String>,
}

impl fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Endpoint")
            .field("base_url", &self.base_url)
            .field("api_key", &self.api_key.as_ref().map(|_| "…"))
            .finish()
    }
}

/// A request to send. Its headers may hold a key: `Debug` shows their names alone.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// The method, such as `POST`.
    pub method: &'static str,
    /// The whole address.
    pub url: String,
    /// Header names and values.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        f.debug_struct("HttpRequest")
            .field("method", &self.method)
            .field("url", &self.url)
            .field("headers", &names)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}
