//! Spaces within a statement: one around arrows, none before a semicolon that ends nothing.

use std::sync::LazyLock;

use regex_lite::Regex;

use crate::diagram::Family;
use crate::fix::is_statement;

/// The links of flowcharts that stand without a text in them.
static FLOW_LINK: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"[ \t]*((?:[<xo])?(?:--+[>xo-]|==+[>xo=]|-\.+-[>xo]?)|~~~+)[ \t]*(\|?)").ok()
});

/// The arrows of sequence diagrams, with the two participants.
static MESSAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^([^\s:<>+-][^:<>+-]*?)[ \t]*(<<-->>|<<->>|-->>|->>|-->|->|--x|-x|--\)|-\))[ \t]*([+-]?)[ \t]*([^\s:<>+-][^:<>+-]*?)[ \t]*:[ \t]*(.*)$").ok()
});

/// Transitions, and relations of entities.
static TRANSITION: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(\S+)[ \t]*-->[ \t]*([^\s:]+)(?:[ \t]*:[ \t]*(.+))?$").ok());

/// A statement as the style wants it, without its indentation.
pub(super) fn statement(content: &str, family: Family) -> String {
    match family {
        Family::Flowchart => flow(content),
        Family::Sequence => MESSAGE
            .as_ref()
            .and_then(|message| message.captures(content))
            .map_or_else(
                || content.to_owned(),
                |parts| {
                    let part = |number| parts.get(number).map_or("", |part| part.as_str());
                    format!("{}{}{}{}: {}", part(1), part(2), part(3), part(4), part(5))
                        .trim_end()
                        .to_owned()
                },
            ),
        Family::State => TRANSITION
            .as_ref()
            .and_then(|line| line.captures(content))
            .map_or_else(
                || content.to_owned(),
                |parts| {
                    let part = |number| parts.get(number).map_or("", |part| part.as_str());
                    let label = part(3).trim();
                    let label = if label.is_empty() {
                        String::new()
                    } else {
                        format!(" : {label}")
                    };
                    format!("{} --> {}{label}", part(1), part(2))
                },
            ),
        _ => content.to_owned(),
    }
}

fn flow(content: &str) -> String {
    let Some(link) = FLOW_LINK.as_ref().filter(|_| is_statement(content)) else {
        return content.to_owned();
    };
    // A semicolon ends a statement, and so does its line.
    let content = content.strip_suffix(';').map_or(content, str::trim_end);
    let spaced = crate::fix::rewrite_syntax(content, |syntax| {
        // The label of a link, which stands between pipes, is cut out here.
        let (closing, syntax) = match syntax.strip_prefix('|') {
            Some(rest) => ("| ", rest.trim_start()),
            None => ("", syntax),
        };
        let spaced = link.replace_all(syntax, |parts: &regex_lite::Captures<'_>| {
            let part = |number: usize| parts.get(number).map_or("", |part| part.as_str());
            if part(2).is_empty() {
                format!(" {} ", part(1))
            } else {
                format!(" {}|", part(1))
            }
        });
        format!("{closing}{spaced}")
    });
    spaced.trim().to_owned()
}
