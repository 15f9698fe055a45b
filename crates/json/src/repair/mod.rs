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

mod change;
mod number;
mod parser;
mod string;
mod symbol;
mod wrapping;

pub use change::{Change, ChangeKind};

use ichiban_stream::json::{End, Limits, Parser};
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
    if is_valid(text) {
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
    if is_valid(&text) {
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

fn is_valid(text: &str) -> bool {
    let limits = Limits {
        max_bytes: 1 << 32,
        max_depth: MAX_DEPTH,
        max_token_bytes: 1 << 30,
        max_values: 1 << 30,
    };
    let mut parser = Parser::new(limits);
    parser.push(text.as_bytes(), &mut |_, _| {}).is_ok()
        && parser.finish(&mut |_, _| {}) == End::Complete
}
