//! Invisible characters: they break search, layout and comparison, and nobody sees why.
//!
//! Joiners (U+200C, U+200D) and directional marks belong to some scripts and are left alone.

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Invisible;

impl Check for Invisible {
    fn name(&self) -> &'static str {
        "invisible"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let found = pair
            .target_text
            .chars()
            .find(|c| is_suspicious(*c) && !pair.source_text.contains(*c));
        let Some(found) = found else {
            return;
        };
        let what = match found {
            '\u{fffd}' => "a replacement character, left by a broken encoding",
            '\u{200b}' | '\u{2060}' | '\u{feff}' => "a space without width",
            '\u{e0000}'..='\u{e007f}' => "an invisible tag character",
            _ => "a control character",
        };
        findings.push(Finding::new(
            pair.terms.author.strict(Severity::Warning),
            "invisible",
            format!("The translation has {what} (U+{:04X}).", u32::from(found)),
            "Remove it.",
        ));
    }
}

fn is_suspicious(c: char) -> bool {
    match c {
        '\n' | '\r' | '\t' => false,
        '\u{fffd}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}' => true,
        _ => c.is_control(),
    }
}
