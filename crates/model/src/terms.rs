//! What the words of a failure are made of, for whoever tells them in another language.

use serde::{Deserialize, Serialize};

/// The names of a failure's message and hint, and what stands in them. Empty where nobody has named them:
/// then the words are told as they are.
///
/// The names are stable and in kebab-case. The page has a text for each in every language that it speaks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The message's name.
    pub message: String,
    /// The hint's name.
    pub hint: String,
    /// What stands in both, by name:
    ///
    /// | name | what it is |
    /// | --- | --- |
    /// | `host` | the host and port of the endpoint; empty if its address has none |
    /// | `status` | the HTTP status |
    /// | `origin` | the page's origin |
    /// | `count`, `unit` | a span of time, in `seconds`, `minutes` or `hours` |
    /// | `said` | somebody else's words, told after the message |
    /// | `then` | the name of another hint, told after the hint |
    pub facts: Vec<(String, String)>,
}

impl Terms {
    /// What stands in the words under this name. Linear in the facts, which are few.
    pub fn fact(&self, name: &str) -> Option<&str> {
        let found = self.facts.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}
