//! The kinds of data a person may paste or drop.

use serde::{Deserialize, Serialize};

/// What a text is, as far as a tool needs to know to take it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DataKind {
    /// One RFC 8259 document.
    Json,
    /// A JSON catalogue of user-interface texts (i18next, Chrome, ARB, FormatJS).
    JsonCatalogue,
    /// Text that none of the tools claims.
    Text,
}
