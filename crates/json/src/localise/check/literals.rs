//! Literals: quoted braces and code stand in the translation as often as in the source.
//!
//! Braces that the syntax does not read are shown to the reader, who is to type them perhaps.
//!
//! `Write '{'name'}'` → `Schreib Name`

use std::collections::BTreeMap;

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};
use crate::localise::message::{Kind, Message};

pub(super) struct Literals;

impl Check for Literals {
    fn name(&self) -> &'static str {
        "literal"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        if !pair.source.choices().is_empty() || !pair.target.choices().is_empty() {
            return;
        }
        let (source, target) = (count(pair.source), count(pair.target));
        // What the translation alone has is an argument written otherwise, which is told as such.
        let rarer = source
            .iter()
            .find(|(it, count)| target.get(*it).is_none_or(|found| found < count));
        if let Some((literal, _)) = rarer {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Info),
                "literal",
                format!("`{literal}` stands more often in the source."),
                "Keep it as it is: it is no word.",
            ));
        }
    }
}

fn count(message: &Message) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for it in message.placeholders() {
        if it.kind == Kind::Literal {
            *counts.entry(it.name.as_str()).or_default() += 1;
        }
    }
    counts
}
