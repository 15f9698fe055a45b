//! Chrome and WebExtension `messages.json`.
//!
//! ```json
//! { "greeting": { "message": "Hello, $USER$", "description": "On the start page",
//!                 "placeholders": { "user": { "content": "$1", "example": "Ada" } } } }
//! ```
//!
//! Format: <https://developer.chrome.com/docs/extensions/reference/api/i18n>.

use std::collections::{HashMap, HashSet};

use super::{Edit, Entry, Fault, Format, Reading, Sample, Wanted, json};
use crate::localise::message::Syntax;
use crate::localise::{Catalogue, Locale, Translation};

/// Chrome and WebExtension `messages.json`.
pub(super) struct ChromeMessages;

impl Format for ChromeMessages {
    fn name(&self) -> &'static str {
        "chrome"
    }

    fn label(&self) -> &'static str {
        "Chrome messages.json"
    }

    fn likeness(&self, sample: &Sample<'_>) -> u8 {
        let Some(leaves) = sample.json() else {
            return 0;
        };
        share_with(leaves, "message")
    }

    fn adjust(&self, syntax: Syntax) -> Syntax {
        Syntax {
            chrome: true,
            ..syntax
        }
    }

    fn read(&self, text: &str, _: Wanted<'_>) -> Result<Reading, Fault> {
        let leaves = json::leaves(text)?;
        let entries = described(&leaves, "message", "description");
        Ok(json::reading(entries, None, &leaves))
    }

    fn edits(
        &self,
        catalogue: &Catalogue,
        locale: &Locale,
        translations: &[Option<&Translation>],
    ) -> Vec<Edit> {
        json::edits(catalogue, locale, translations)
    }
}

/// How much a document looks as if each of its members were an object with the text under `key`.
pub(super) fn share_with(leaves: &[json::Leaf], key: &str) -> u8 {
    let members: HashSet<_> = leaves.iter().filter_map(|leaf| leaf.path.first()).collect();
    let with: HashSet<_> = leaves
        .iter()
        .filter_map(|leaf| match leaf.path.as_slice() {
            [first, second] if second == key => Some(first),
            _ => None,
        })
        .collect();
    let enough = !with.is_empty() && with.len() * 10 >= members.len() * 9;
    if enough { 90 } else { 0 }
}

/// The texts of members that are objects with a text and a description.
pub(super) fn described(leaves: &[json::Leaf], text: &str, description: &str) -> Vec<Entry> {
    let mut notes: HashMap<&str, &str> = HashMap::new();
    for leaf in leaves {
        if let [id, key] = leaf.path.as_slice()
            && key == description
            && !leaf.text.trim().is_empty()
        {
            notes.insert(id, &leaf.text);
        }
    }
    leaves
        .iter()
        .filter(|leaf| matches!(leaf.path.as_slice(), [_, key] if key == text))
        .map(|leaf| {
            let mut entry = json::entry(leaf);
            let note = leaf.path.first().and_then(|id| notes.get(id.as_str()));
            entry.note = note.map(|it| (*it).to_owned());
            entry.max_chars = note.and_then(|it| json::limit_in_words(it));
            entry
        })
        .collect()
}
