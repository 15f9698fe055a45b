//! FormatJS: texts in ICU MessageFormat, extracted with their descriptions.
//!
//! ```json
//! { "a8Vd2": { "defaultMessage": "Hello, {user}", "description": "On the start page" } }
//! ```
//!
//! The compiled form (identifier to text) is nested JSON; its ICU syntax is detected.

use super::{Edit, Fault, Format, Reading, Sample, Wanted, chrome, json};
use crate::localise::message::Syntax;
use crate::localise::{Catalogue, Locale, Translation};

/// FormatJS messages with descriptions.
pub(super) struct FormatJs;

impl Format for FormatJs {
    fn name(&self) -> &'static str {
        "formatjs"
    }

    fn label(&self) -> &'static str {
        "FormatJS"
    }

    fn likeness(&self, sample: &Sample<'_>) -> u8 {
        let Some(leaves) = sample.json() else {
            return 0;
        };
        chrome::share_with(leaves, "defaultMessage")
    }

    fn syntax(&self) -> Option<Syntax> {
        Some(Syntax::ICU)
    }

    fn read(&self, text: &str, _: Wanted<'_>) -> Result<Reading, Fault> {
        let leaves = json::leaves(text)?;
        let entries = chrome::described(&leaves, "defaultMessage", "description");
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
