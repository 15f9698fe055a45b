//! Broken JSON, mended.
//!
//! [`repair`] reads what people and programs write for JSON, and lists the changes that make it
//! so. All else stays to the byte: layout, order, the writing of numbers and strings. A valid
//! document is not touched.
//!
//! ```
//! let repaired = ichiban_json::repair::repair("{name: 'Ada', tags: [1, 2,]}").unwrap();
//! assert_eq!(repaired.text, r#"{"name": "Ada", "tags": [1, 2]}"#);
//! assert_eq!(repaired.changes[0].to_string(), "line 1, column 2: added missing quotes");
//! ```
//!
//! The time is linear in the text: whatever has to be looked at ahead is looked at once.

mod ahead;
mod change;
mod number;
mod parser;
mod string;
mod symbol;
mod work;
mod wrapping;

pub use change::{Change, ChangeKind};

use ichiban_schema::is_json;
use ichiban_tool::{Diagnostic, Severity};

/// A text that is JSON now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// One RFC 8259 document.
    pub text: String,
    /// What was changed, in the order of the text; empty if it was valid.
    pub changes: Vec<Change>,
}

/// Objects and arrays within one another; deeper ones are refused.
const MAX_DEPTH: usize = 512;

/// Makes JSON of a text that was meant to be.
///
/// # Errors
/// If there is no value in the text, or none that could have been meant.
pub fn repair(text: &str) -> Result<Repaired, Diagnostic> {
    // RFC 8259, §8.1: no byte order mark.
    if !text.starts_with('\u{feff}') && is_json(text, MAX_DEPTH) {
        return Ok(Repaired {
            text: text.to_owned(),
            changes: Vec::new(),
        });
    }
    let mut edits = change::Edits::new(text);
    let document = wrapping::document(text, &mut edits);
    parser::parse(text, document, &mut edits)
        .map_err(|failure| edits.failure(failure.at, failure.message))?;
    let (text, changes) = edits.apply();
    if is_json(&text, MAX_DEPTH) {
        Ok(Repaired { text, changes })
    } else {
        Err(Diagnostic {
            severity: Severity::Error,
            code: "beyond-repair".to_owned(),
            path: String::new(),
            place: changes
                .last()
                .map_or(ichiban_tool::Place::START, |change| change.place),
            message: "the text cannot be repaired".to_owned(),
            hint: "Mend it by hand up to where it makes sense.".to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The bytes looked at to repair a text, whether it can be or not.
    fn work(text: &str) -> usize {
        let mut edits = change::Edits::new(text);
        let document = wrapping::document(text, &mut edits);
        parser::parse(text, document, &mut edits).map_or(0, |work| work.total())
    }

    /// What broken documents are made of.
    const TOKENS: [&str; 38] = [
        "{", "}", "[", "]", "(", ")", ",", ":", ";", "\"", "'", "`", "“", "‘", "\\\"", "\\",
        "&quot;", "&", "/", "//", "/*", "*/", "/**/", "#", "...", "+", "=", "```", " ", "  ", "\n",
        "a", "b c", "true", "-1", "0_1", "http://x", "f(",
    ];

    #[test]
    fn what_was_seen_is_not_looked_at_again() {
        for (opening, repeated) in [
            ("[", "a/**/"),
            ("[", "a /* b */ "),
            ("", "{}a"),
            ("", "[]a b"),
            ("[", "'x,z \"x,z "),
            ("[", "“x,z \"x,z 'x,z "),
            ("[", "{\"a\": 1,},"),
            ("[", "\"a\" /* b */ + "),
            ("[", "x // y\n"),
            ("{", "a:"),
            ("[", "`"),
            ("[", "&quot;"),
            ("[", "\\\"a"),
            ("f(", "f("),
        ] {
            let of = |times| work(&format!("{opening}{}]", repeated.repeat(times)));
            let (less, more) = (of(200), of(800));
            assert!(more <= 5 * less + 1000, "{repeated:?}: {less}, then {more}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        /// Four times the text, four times the work.
        #[test]
        fn work_is_linear(
            opening in prop::sample::select(vec!["", "[", "{", "[{\"a\": ", "['"]),
            tokens in prop::collection::vec(prop::sample::select(TOKENS.to_vec()), 1..7),
            closing in prop::sample::select(vec!["", "]", "\"", "'}"]),
        ) {
            let unit = tokens.concat();
            let of = |times| work(&format!("{opening}{}{closing}", unit.repeat(times)));
            // Deeper than allowed, a text is refused.
            let (less, more) = (of(60), of(240));
            prop_assert!(more <= 5 * less + 3000, "{unit:?}: {less}, then {more}");
        }
    }
}
