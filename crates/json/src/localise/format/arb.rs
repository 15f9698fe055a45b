//! Application Resource Bundles (Flutter): texts in ICU MessageFormat, with attributes beside them.
//!
//! ```json
//! { "@@locale": "en", "hello": "Hello, {user}", "@hello": { "description": "On the start page" } }
//! ```
//!
//! Format: <https://github.com/google/app-resource-bundle/wiki/ApplicationResourceBundleSpecification>.

use std::collections::HashMap;

use super::{Edit, Fault, Format, Reading, Sample, Wanted, json};
use crate::localise::message::Syntax;
use crate::localise::{Catalogue, Locale, Translation};

/// Application Resource Bundles.
pub(super) struct Arb;

impl Format for Arb {
    fn name(&self) -> &'static str {
        "arb"
    }

    fn label(&self) -> &'static str {
        "ARB"
    }

    fn likeness(&self, sample: &Sample<'_>) -> u8 {
        let Some(leaves) = sample.json() else {
            return 0;
        };
        let attributed = leaves.iter().any(|leaf| {
            leaf.path.first().is_some_and(|key| {
                key.starts_with('@') && (leaf.path.len() > 1 || key.starts_with("@@"))
            })
        });
        match (sample.has_extension("arb"), attributed) {
            (true, _) => 100,
            (false, true) => 85,
            (false, false) => 0,
        }
    }

    fn syntax(&self) -> Option<Syntax> {
        Some(Syntax::ICU)
    }

    fn read(&self, text: &str, _: Wanted<'_>) -> Result<Reading, Fault> {
        let leaves = json::leaves(text)?;
        let mut notes: HashMap<&str, &str> = HashMap::new();
        let mut locale = None;
        for leaf in &leaves {
            match leaf.path.as_slice() {
                [key, attribute] if attribute == "description" => {
                    if let Some(id) = key.strip_prefix('@') {
                        notes.insert(id, &leaf.text);
                    }
                }
                [key] if key == "@@locale" => locale = json::locale_mark(leaf),
                _ => {}
            }
        }
        let entries = leaves
            .iter()
            .filter(|leaf| matches!(leaf.path.as_slice(), [key] if !key.starts_with('@')))
            .map(|leaf| {
                let note = leaf.path.first().and_then(|id| notes.get(id.as_str()));
                let mut entry = json::entry(leaf);
                entry.note = note.map(|it| (*it).to_owned());
                entry.max_chars = note.and_then(|it| json::limit_in_words(it));
                entry
            })
            .collect();
        Ok(json::reading(entries, locale, &leaves))
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
