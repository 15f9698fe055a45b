//! What is certain of a statement that is still being written.
//!
//! Once an arrow follows a node, nothing that comes can change the node: it can be drawn while the
//! other end is still on its way.

use super::statements::{Nesting, Settled};
use crate::diagram::Family;

/// Statements that say what is certain of the one that is being written; `None` if nothing is.
pub(super) fn begun(source: &Settled<'_>) -> Option<String> {
    let Settled {
        text: settled,
        rest,
        family,
        blocks,
    } = source;
    let line = rest.trim_start();
    if line.starts_with("%%") || line.contains('\n') {
        return None;
    }
    match family {
        Family::Flowchart => chain(line),
        Family::Sequence => participants(line, settled),
        Family::Class if blocks.is_empty() => {
            let name = left_end(line, |c| c.is_alphanumeric() || c == '_')?;
            (!CLASS_WORDS.contains(&name)).then(|| format!("class {name}\n"))
        }
        Family::State => {
            let name = left_end(line, |c| c.is_alphanumeric() || c == '_')?;
            (!STATE_WORDS.contains(&name)).then(|| format!("{name}\n"))
        }
        Family::Er if blocks.is_empty() => {
            let name = left_end(line, |c| c.is_alphanumeric() || "_-".contains(c))?;
            (!ER_WORDS.contains(&name)).then(|| format!("{name}\n"))
        }
        _ => None,
    }
}

const FLOWCHART_WORDS: &[&str] = &[
    "graph",
    "flowchart",
    "subgraph",
    "end",
    "style",
    "linkStyle",
    "classDef",
    "class",
    "click",
    "direction",
    "accTitle",
    "accDescr",
    "default",
    "call",
    "href",
];
const CLASS_WORDS: &[&str] = &[
    "class",
    "note",
    "namespace",
    "direction",
    "click",
    "callback",
    "link",
    "style",
    "cssClass",
    "classDef",
    "title",
    "accTitle",
    "accDescr",
    "end",
];
const STATE_WORDS: &[&str] = &[
    "state",
    "note",
    "direction",
    "class",
    "classDef",
    "click",
    "style",
    "hide",
    "scale",
    "title",
    "accTitle",
    "accDescr",
    "end",
    "fork",
    "join",
    "choice",
];
const ER_WORDS: &[&str] = &[
    "title",
    "direction",
    "style",
    "class",
    "classDef",
    "accTitle",
    "accDescr",
];
const SEQUENCE_WORDS: &[&str] = &[
    "participant",
    "actor",
    "create",
    "destroy",
    "box",
    "end",
    "loop",
    "alt",
    "else",
    "opt",
    "par",
    "par_over",
    "and",
    "critical",
    "option",
    "break",
    "rect",
    "note",
    "activate",
    "deactivate",
    "autonumber",
    "title",
    "link",
    "links",
    "properties",
    "details",
    "acctitle",
    "accdescr",
];

/// The name at the left end of a relation, if an arrow follows it.
fn left_end(line: &str, is_part: impl Fn(char) -> bool) -> Option<&str> {
    let length = line.find(|c: char| !is_part(c))?;
    let (name, after) = line.split_at_checked(length)?;
    let after = after.strip_prefix(' ')?.trim_start();
    let is_arrow = [
        "--", "..", "<|", "*-", "*.", "o-", "o.", "<-", "<.", "||", "|o", "}o", "}|",
    ]
    .iter()
    .any(|arrow| after.starts_with(arrow));
    (!name.is_empty() && is_arrow).then_some(name)
}

/// The participants of a message, as far as they are certain and new.
fn participants(line: &str, settled: &str) -> Option<String> {
    let at = line.find(['-', '<', ':', '"', '/', '\\', '('])?;
    let (from, arrow) = line.split_at_checked(at)?;
    let body = arrow.trim_start_matches(['<', '-']);
    // Two characters of an arrow at least, and what ends it.
    let heads = [">>", "->", "-x", "-)", ">", "x", ")"];
    let to = heads.iter().find_map(|head| body.strip_prefix(head));
    if arrow.starts_with(':') || !(arrow.len() >= 2 && arrow.starts_with(['-', '<'])) {
        return None;
    }
    let mut written = declared(from, settled)?;
    if let Some((to, _)) = to.and_then(|to| to.split_once(':')) {
        let to = to
            .trim_start_matches('>')
            .trim_start()
            .trim_start_matches(['+', '-']);
        if to.trim() != from.trim() {
            written.push_str(&declared(to, settled).unwrap_or_default());
        }
    }
    (!written.is_empty()).then_some(written)
}

/// A participant's declaration; empty if there was something of its name before, which says more.
fn declared(name: &str, settled: &str) -> Option<String> {
    let name = name.trim();
    let first = name.split_whitespace().next()?.to_lowercase();
    let is_name = name
        .chars()
        .all(|c| c.is_alphanumeric() || "_ ".contains(c));
    if !is_name || SEQUENCE_WORDS.contains(&first.as_str()) {
        return None;
    }
    if settled.contains(name) {
        return Some(String::new());
    }
    Some(format!("participant {name}\n"))
}

/// A chain of nodes and links up to the last node that a link follows.
fn chain(line: &str) -> Option<String> {
    let mut certain = None;
    let mut at = 0;
    while let Some(end) = node(line, at) {
        let after = line.get(end..)?.trim_start();
        let gap = line.len() - after.len();
        if after.starts_with('&') {
            certain = Some(end);
            at = gap + 1;
        } else if is_link(after) {
            certain = Some(end);
            let Some(length) = whole_link(after) else {
                break;
            };
            at = gap + length;
        } else {
            break;
        }
        at = line.len() - line.get(at..)?.trim_start().len();
    }
    certain.and_then(|end| Some(format!("{}\n", line.get(..end)?)))
}

/// Where a node ends that begins at a place.
fn node(line: &str, at: usize) -> Option<usize> {
    let rest = line.get(at..)?;
    let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_'))?;
    let (id, mut after) = rest.split_at_checked(length)?;
    if id.is_empty() || FLOWCHART_WORDS.contains(&id) {
        return None;
    }
    let shape = after.strip_prefix('@').unwrap_or(after);
    if shape.starts_with(['[', '(', '{']) {
        let mut nesting = Nesting::default();
        let end = shape.char_indices().find_map(|(at, c)| {
            nesting.next(c, true);
            (!nesting.is_open()).then_some(at + c.len_utf8())
        })?;
        after = shape.get(end..)?;
    }
    if let Some(class) = after.strip_prefix(":::") {
        let length = class.find(|c: char| !(c.is_alphanumeric() || "_-".contains(c)))?;
        after = class.get(length..)?;
    }
    Some(line.len() - after.len())
}

/// Whether a link has begun for certain.
fn is_link(text: &str) -> bool {
    let body = text
        .strip_prefix(['<', 'o', 'x'])
        .filter(|body| body.starts_with(['-', '=']))
        .unwrap_or(text);
    ["--", "-.", "==", "~~"]
        .iter()
        .any(|line| body.starts_with(line))
}

/// The length of a link without words, or with words between bars, if it is whole.
fn whole_link(text: &str) -> Option<usize> {
    let body = text.trim_start_matches(['<', 'o', 'x']);
    let after = body.trim_start_matches(['-', '=', '.', '~']);
    let line = body.len() - after.len();
    let after = match after.strip_prefix(['>', 'o', 'x']) {
        Some(after) => after,
        // Two strokes may begin a link with words.
        None if line >= 3 => after,
        None => return None,
    };
    let words = after.trim_start();
    let after = match words.strip_prefix('|') {
        Some(words) => words.split_once('|')?.1,
        None => after,
    };
    Some(text.len() - after.len())
}
