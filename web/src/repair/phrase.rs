//! What was changed at a place, in the words of the page.

use crate::shell::words::text;

/// What the engine says of each kind of change, and the id of what the page says.
const PHRASES: [(&str, &str); 22] = [
    ("added a missing bracket", "repair-change-bracket"),
    ("added a missing colon", "repair-change-colon"),
    ("added a missing comma", "repair-change-comma"),
    ("removed a comment", "repair-change-comment"),
    ("joined strings", "repair-change-concatenation"),
    (
        "escaped a control character",
        "repair-change-control-character",
    ),
    ("removed an ellipsis", "repair-change-ellipsis"),
    ("mended an escape", "repair-change-escape"),
    (
        "removed or replaced a bracket that closes nothing",
        "repair-change-extra-bracket",
    ),
    ("removed an extra comma", "repair-change-extra-comma"),
    ("removed a code fence", "repair-change-fence"),
    (
        "replaced a constant of another language",
        "repair-change-literal",
    ),
    ("put values into an array", "repair-change-lines"),
    ("mended a number", "repair-change-number"),
    ("removed text around the document", "repair-change-prose"),
    (
        "escaped a quote within a string",
        "repair-change-quote-in-string",
    ),
    ("added missing quotes", "repair-change-quote-missing"),
    (
        "replaced quotes by double quotes",
        "repair-change-quote-style",
    ),
    ("completed what was cut off", "repair-change-truncated"),
    (
        "added null for a missing value",
        "repair-change-value-missing",
    ),
    (
        "replaced white space that JSON does not have",
        "repair-change-white-space",
    ),
    (
        "removed a call or parentheses around a value",
        "repair-change-wrapper",
    ),
];

/// What the page says of a change of which the engine says this; the same, if it does not know it.
pub(super) fn phrase(what: &str) -> String {
    PHRASES
        .iter()
        .find(|(known, _)| *known == what)
        .map_or_else(|| sentence(what), |(_, id)| text(id))
}

/// A phrase that begins a line.
fn sentence(phrase: &str) -> String {
    let mut letters = phrase.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use ichiban_engine::data::Bench;
    use ichiban_engine::data::protocol::{Command, Job, Report, SampleId};

    use super::*;

    /// What the engine says of the changes of a text.
    fn said_of(text: &str) -> Vec<String> {
        let mut bench = Bench::default();
        let sample = SampleId(0);
        bench.handle(Command::Sample {
            sample,
            text: text.into(),
            file_name: None,
            format: None,
        });
        let report = bench.handle(Command::Repair {
            job: Job(1),
            sample,
        });
        match report {
            Some(Report::Repaired { changes, .. }) => {
                changes.into_iter().map(|change| change.what).collect()
            }
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn in_english_the_page_says_what_the_engine_says() {
        for (what, _) in PHRASES {
            assert_eq!(phrase(what), sentence(what));
        }
    }

    #[test]
    fn what_the_engine_says_of_the_examples_is_known() {
        for example in super::super::examples::EXAMPLES {
            for what in said_of(example.text) {
                assert!(PHRASES.iter().any(|(known, _)| *known == what), "{what}");
            }
        }
    }

    #[test]
    fn a_phrase_becomes_a_sentence() {
        assert_eq!(phrase("added a missing comma"), "Added a missing comma");
        assert_eq!(phrase("did something new"), "Did something new");
        assert_eq!(phrase(""), "");
    }
}
