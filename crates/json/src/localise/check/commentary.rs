//! Commentary: a model that talks about the text in place of translating it.
//!
//! `Save` → `Sure! Here is the translation: Speichern`

use ichiban_tool::Severity;

use super::{Author, Check, Finding, Pair};

pub(super) struct Commentary;

/// What models say around an answer; never what a user interface says, unless its source does.
static PHRASES: &[&str] = &[
    "here is the translation",
    "here is your translation",
    "here's the translation",
    "here are the translations",
    "the translation is",
    "translation:",
    "translated text",
    "translated to",
    "translated into",
    "as an ai",
    "language model",
    "i cannot translate",
    "i can't translate",
    "i'm sorry",
    "i am sorry",
    "sure,",
    "sure!",
    "certainly",
    "of course",
    "let me know",
    "please note",
    "note:",
    "```",
    "<|",
    "|>",
    "###",
];

impl Check for Commentary {
    fn name(&self) -> &'static str {
        "commentary"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        if pair.terms.author != Author::Model {
            return;
        }
        let source = pair.source_text.to_lowercase();
        let target = pair.target_text.to_lowercase().replace('’', "'");
        let phrase = PHRASES
            .iter()
            .find(|it| target.contains(*it) && !source.contains(*it));
        if phrase.is_some() || is_wrapped(pair) || repeats_source(&source, &target) {
            findings.push(Finding::new(
                Severity::Error,
                "commentary",
                "The answer says more than the translation.",
                "Answer with the translation alone.",
            ));
        }
    }
}

/// Whether the answer is in quotation marks and the source is not.
fn is_wrapped(pair: &Pair<'_>) -> bool {
    let quoted = |text: &str| {
        let text = text.trim();
        text.chars().count() > 2
            && text.starts_with(['"', '“', '„', '«', '「', '`'])
            && text.ends_with(['"', '”', '“', '»', '」', '`'])
    };
    quoted(pair.target_text) && !quoted(pair.source_text)
}

/// Whether the answer has the whole source in it, and more: `Save - Speichern`.
fn repeats_source(source: &str, target: &str) -> bool {
    let source = source.trim();
    source.chars().count() > 12
        && source.contains(char::is_whitespace)
        && target.len() > source.len() + (source.len() / 2).max(8)
        && target.contains(source)
}
