//! Tags: the translation has the tags of the source, opened and closed in order.
//!
//! Programs put links, buttons and emphasis into tags by name; one that is missing loses its
//! element, one that is not closed breaks the page.
//!
//! `Read <link>this</link>` → `Lies <link>das` leaves `<link>` open.

use std::collections::{BTreeMap, BTreeSet};

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};
use crate::localise::message::{Message, Role, Tag};

pub(super) struct Tags;

impl Check for Tags {
    fn name(&self) -> &'static str {
        "tag"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let source = count(pair.source);
        let target = count(pair.target);
        // A pair that is missing is told once: `<b>` sorts after `</b>`, so from behind.
        let mut told = BTreeSet::new();
        for (name, wanted) in source.iter().rev() {
            let found = target.get(name).copied().unwrap_or_default();
            let partner_told = name
                .strip_prefix("</")
                .is_some_and(|it| told.contains(&format!("<{it}")));
            if found == 0 {
                if partner_told {
                    continue;
                }
                told.insert(name.clone());
                findings.push(Finding::new(
                    Severity::Error,
                    "tag-missing",
                    format!("The tag `{name}` is missing."),
                    format!("Put `{name}` around the words it belongs to."),
                ));
            } else if found != *wanted
                && pair.source.choices().is_empty()
                && pair.target.choices().is_empty()
            {
                findings.push(Finding::new(
                    pair.terms.author.strict(Severity::Warning),
                    "tag-count",
                    format!("`{name}` stands {found} times, in the source {wanted} times."),
                    "Use each tag as often as the source does.",
                ));
            }
        }
        for name in target.keys().filter(|it| !source.contains_key(*it)) {
            findings.push(Finding::new(
                Severity::Error,
                "tag-unknown",
                format!("The source has no tag `{name}`."),
                "Remove it, or write it as in the source.",
            ));
        }
        if source == target
            && unbalanced(&pair.source.tags()).is_none()
            && let Some(tag) = unbalanced(&pair.target.tags())
        {
            let shown = pair.target_text.get(tag.span.clone()).unwrap_or_default();
            findings.push(Finding::new(
                Severity::Error,
                "tag-unbalanced",
                format!("`{shown}` has no partner."),
                "Open each tag before it is closed, the inner one closed first.",
            ));
        }
    }
}

/// How often each tag stands in a text.
fn count(message: &Message) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for tag in message.tags() {
        *counts.entry(shown(tag)).or_default() += 1;
    }
    counts
}

fn shown(tag: &Tag) -> String {
    match tag.role {
        Role::Open => format!("<{}>", tag.name),
        Role::Close => format!("</{}>", tag.name),
        Role::Empty => format!("<{}/>", tag.name),
    }
}

/// The first tag that is closed without being open, or left open.
fn unbalanced<'a>(tags: &[&'a Tag]) -> Option<&'a Tag> {
    let mut open: Vec<&Tag> = Vec::new();
    for tag in tags {
        match tag.role {
            Role::Open => open.push(tag),
            Role::Empty => {}
            Role::Close => match open.pop() {
                Some(opened) if opened.name == tag.name => {}
                _ => return Some(tag),
            },
        }
    }
    open.first().copied()
}
