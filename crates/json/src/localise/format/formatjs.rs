//! FormatJS: texts in ICU MessageFormat, extracted with their descriptions.
//!
//! ```json
//! { "a8Vd2": { "defaultMessage": "Hello, {user}", "description": "On the start page" } }
//! ```
//!
//! Translations are written so, or as identifier and text alone. A file of the latter kind is
//! detected as nested JSON with ICU syntax.

use super::{Edit, Fault, Format, Reading, Sample, Wanted, chrome, json};
use crate::localise::message::Syntax;
use crate::localise::{Catalogue, Locale, Translation};

/// The member that holds a text.
const TEXT: &str = "defaultMessage";

/// FormatJS messages with descriptions.
pub(super) struct FormatJs;

impl Format for FormatJs {
    fn name(&self) -> &'static str {
        "formatjs"
    }

    fn label(&self) -> &'static str {
        "FormatJS"
    }

    fn name_in<'a>(&self, path: &'a [String]) -> &'a [String] {
        match path {
            [id @ .., key] if !id.is_empty() && key == TEXT => id,
            _ => path,
        }
    }

    fn likeness(&self, sample: &Sample<'_>) -> u8 {
        let Some(leaves) = sample.json() else {
            return 0;
        };
        chrome::share_with(leaves, TEXT)
    }

    fn syntax(&self) -> Option<Syntax> {
        Some(Syntax::ICU)
    }

    fn read(&self, text: &str, _: Wanted<'_>) -> Result<Reading, Fault> {
        let leaves = json::leaves(text)?;
        let mut entries = chrome::described(&leaves, TEXT, "description");
        let alone = leaves.iter().filter(|leaf| leaf.path.len() == 1);
        entries.extend(alone.map(json::entry));
        entries.sort_by_key(|entry| entry.slot.start);
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
