//! Names and labels that no grammar of mermaid.js takes for syntax.
//!
//! mermaid.js reads `#name;` and `#35;` as a character in every family before its grammars see the
//! text, so what is syntax somewhere is written so everywhere.

use std::collections::{BTreeMap, BTreeSet};

/// Longer labels are cut, in characters.
const LONGEST_LABEL: usize = 160;
/// Longer identifiers are cut, in characters.
const LONGEST_ID: usize = 60;

/// Words that some grammar takes for itself where an identifier may stand.
const RESERVED: &[&str] = &[
    "accdescr",
    "acctitle",
    "activate",
    "actor",
    "alt",
    "and",
    "as",
    "autonumber",
    "box",
    "break",
    "call",
    "callback",
    "choice",
    "class",
    "classdef",
    "classdiagram",
    "click",
    "constructor",
    "create",
    "critical",
    "cssclass",
    "deactivate",
    "default",
    "destroy",
    "direction",
    "else",
    "end",
    "erdiagram",
    "flowchart",
    "fork",
    "graph",
    "history",
    "href",
    "interpolate",
    "join",
    "link",
    "links",
    "linkstyle",
    "loop",
    "many",
    "mindmap",
    "namespace",
    "note",
    "o",
    "one",
    "only",
    "opt",
    "option",
    "over",
    "par",
    "participant",
    "properties",
    "prototype",
    "rect",
    "root",
    "sequencediagram",
    "state",
    "statediagram",
    "style",
    "subgraph",
    "title",
    "to",
    "u",
    "x",
    "zero",
];

/// A text between quotes, quotes included: the label of a node, an edge, a slice.
pub(crate) fn quoted(text: &str) -> String {
    let text = escaped(text, &['"', '`']);
    format!("\"{}\"", if text.is_empty() { " " } else { &text })
}

/// A text that ends with its line: a message, an event, a member, a description.
pub(crate) fn line(text: &str) -> String {
    let text = escaped(text, &['"', '`', ';', ':', '{', '}', '~', '\\']);
    if text.is_empty() {
        "#8203;".to_owned()
    } else {
        text
    }
}

/// A member of a class: a colon stays, brackets stay, `$` and `*` at its end would be classifiers.
pub(crate) fn member(text: &str) -> String {
    let text = escaped(text, &['"', '`', ';', '{', '}', '~', '\\', '$', '*']);
    // A first character that means a visibility is written by whoever knows that.
    text.replace("<<", "#lt;#lt;")
}

/// A comment's words, on one line.
pub(crate) fn comment(text: &str) -> String {
    one_line(text).replace(['{', '}'], "")
}

/// A label of bounded length on one line, without what would be read as syntax, a list of
/// Markdown, a directive, or a character that hides others.
fn escaped(text: &str, syntax: &[char]) -> String {
    let text = one_line(text);
    let text = cut(&text, LONGEST_LABEL);
    // mermaid.js takes the last semicolon off a line that looks like a style, which would break an
    // entity there.
    let like_style = text.contains("style") || text.contains("classDef");
    let mut out = String::with_capacity(text.len() + 8);
    let list = list_marker(&text);
    for (at, c) in text.char_indices() {
        match c {
            '"' if syntax.contains(&c) => out.push_str("#quot;"),
            '#' => out.push_str("#35;"),
            '<' => out.push_str("#lt;"),
            '>' => out.push_str("#gt;"),
            '&' => out.push_str("#amp;"),
            '%' if text
                .get(at + 1..)
                .is_some_and(|rest| rest.starts_with(['%', '{']))
                || text.get(..at).is_some_and(|before| before.ends_with('%')) =>
            {
                out.push_str("#37;");
            }
            ':' if like_style => out.push_str("#58;"),
            ' ' if Some(at) == list => out.push('\u{a0}'),
            c if syntax.contains(&c) => {
                out.push('#');
                out.push_str(&u32::from(c).to_string());
                out.push(';');
            }
            c => out.push(c),
        }
    }
    out
}

/// Where the space stands that makes a label the item of a Markdown list, which mermaid.js refuses
/// to draw.
fn list_marker(text: &str) -> Option<usize> {
    let marker = text.find(' ')?;
    let word = text.get(..marker)?;
    let digits = word.strip_suffix(['.', ')']).unwrap_or("");
    let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    let is_mark = matches!(word, "-" | "*" | "+" | "#" | "##" | "###" | ">");
    (is_number || is_mark).then_some(marker)
}

/// The text with its line ends, blanks and invisible characters as single spaces.
pub(crate) fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let hides = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}');
        if hides {
            continue;
        }
        if c.is_whitespace() || c.is_control() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
    out.trim().to_owned()
}

/// The first characters of a text, with an ellipsis if there are more.
pub(crate) fn cut(text: &str, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text.to_owned();
    }
    let mut out: String = text.chars().take(longest.saturating_sub(1)).collect();
    out.push('…');
    out
}

/// Identifiers for names: readable, unique, and no grammar's own word.
#[derive(Debug, Default)]
pub(crate) struct Ids {
    of: BTreeMap<String, String>,
    taken: BTreeSet<String>,
}

impl Ids {
    /// The identifier of a name; the same one each time.
    pub(crate) fn id(&mut self, name: &str) -> String {
        if let Some(id) = self.of.get(name) {
            return id.clone();
        }
        let plain = identifier(name);
        let mut id = plain.clone();
        let mut number = 2;
        // Some families look identifiers up without regard to case.
        while !self.taken.insert(id.to_ascii_lowercase()) {
            id = format!("{plain}_{number}");
            number += 1;
        }
        self.of.insert(name.to_owned(), id.clone());
        id
    }
}

/// A name of ASCII letters, digits and underscores that begins with a letter.
fn identifier(name: &str) -> String {
    let mut id = String::new();
    for c in name.chars().take(LONGEST_ID) {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if !id.is_empty() && !id.ends_with('_') {
            id.push('_');
        }
    }
    let id = id.trim_end_matches('_');
    if !id.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return format!("n{id}");
    }
    if RESERVED.contains(&id.to_ascii_lowercase().as_str()) {
        return format!("{id}_");
    }
    id.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_syntax_is_an_entity() {
        assert_eq!(quoted("say \"hi\" #1"), "\"say #quot;hi#quot; #35;1\"");
        assert_eq!(quoted("%%{init: {}}%%"), "\"#37;#37;{init: {}}#37;#37;\"");
        assert_eq!(line("a; b: {c}\nd"), "a#59; b#58; #123;c#125; d");
        assert_eq!(quoted(""), "\" \"");
    }

    #[test]
    fn a_label_is_no_list() {
        assert_eq!(quoted("1. first"), "\"1.\u{a0}first\"");
        assert_eq!(quoted("- first"), "\"-\u{a0}first\"");
        assert_eq!(quoted("v1. first"), "\"v1. first\"");
    }

    #[test]
    fn identifiers_are_unique_and_not_reserved() {
        let mut ids = Ids::default();
        assert_eq!(ids.id("end"), "end_");
        assert_eq!(ids.id("a b"), "a_b");
        assert_eq!(ids.id("a-b"), "a_b_2");
        assert_eq!(ids.id("A-B"), "A_B_3");
        assert_eq!(ids.id("a b"), "a_b");
        assert_eq!(ids.id("名前"), "n");
        assert_eq!(ids.id(""), "n_2");
    }
}
