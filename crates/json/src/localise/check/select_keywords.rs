//! Keywords of a `select`: they are values of the program, not words, and are not translated.
//!
//! `{gender, select, male {…} other {…}}` → `{gender, select, männlich {…} other {…}}` never shows
//! its first case.

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};
use crate::localise::message::{ChoiceKind, Message, Selector};

pub(super) struct SelectKeywords;

impl Check for SelectKeywords {
    fn name(&self) -> &'static str {
        "select"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        for choice in pair.source.choices() {
            if choice.kind != ChoiceKind::Select {
                continue;
            }
            let source = keywords(pair.source, &choice.argument);
            let target = keywords(pair.target, &choice.argument);
            if target.is_empty() {
                continue;
            }
            for unknown in target.iter().filter(|it| !source.contains(it)) {
                findings.push(Finding::new(
                    Severity::Error,
                    "select-keyword-unknown",
                    format!("`{unknown}` is no keyword of `{}`.", choice.argument),
                    format!("Keep the source's keywords: {}.", source.join(", ")),
                ));
            }
            for missing in source.iter().filter(|it| !target.contains(it)) {
                findings.push(Finding::new(
                    pair.terms.author.strict(Severity::Warning),
                    "select-keyword-missing",
                    format!("The case `{missing}` of `{}` is missing.", choice.argument),
                    "Add it, or make sure that `other` fits.",
                ));
            }
        }
    }
}

/// The keywords of every `select` by this argument, each once.
fn keywords<'a>(message: &'a Message, argument: &str) -> Vec<&'a str> {
    let mut words = Vec::new();
    for choice in message.choices() {
        if choice.kind == ChoiceKind::Select && choice.argument == argument {
            for case in &choice.cases {
                if let Selector::Keyword(word) = &case.selector
                    && !words.contains(&word.as_str())
                {
                    words.push(word);
                }
            }
        }
    }
    words
}
