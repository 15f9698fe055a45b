//! A text as pieces: prose, and what a translation must keep.
//!
//! [`parse`] reads one text under a [`Syntax`]; the syntax of a whole file is found by
//! [`Syntax::detect`]. Every piece knows its bytes in the text, and the pieces in order cover it.

mod icu;
mod markdown;
mod plain;
mod scan;
mod style;
mod syntax;
mod tag;

use std::ops::Range;

pub use style::{STYLES, Style};
pub use syntax::{Braces, Printf, Syntax};

use super::plural::{Category, Counting};

/// A text that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Message {
    /// Its pieces, in order.
    pub nodes: Vec<Node>,
}

/// One piece of a [`Message`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Prose.
    Text(Text),
    /// Something a translation must keep as it is.
    Placeholder(Placeholder),
    /// An HTML-like tag.
    Tag(Tag),
    /// A choice between texts by number or by keyword (ICU `plural`, `selectordinal`, `select`).
    Choice(Choice),
}

/// A run of prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The prose as a person reads it: the syntax's own escapes are resolved.
    pub text: String,
    /// Its bytes in the message.
    pub span: Range<usize>,
}

/// Something that is replaced at run time, or that must not be translated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// What it is.
    pub kind: Kind,
    /// What it stands for: an argument's name, a position, an address.
    pub name: String,
    /// Its bytes in the message.
    pub span: Range<usize>,
}

/// What a [`Placeholder`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// An argument with a name or a number: `{name}`, `{{count}}`, `%(name)s`, `%1$s`, `$NAME$`.
    Argument,
    /// An argument known by its place alone: the first `%s` is the first argument.
    Positional,
    /// The number of an ICU plural: `#`.
    Pound,
    /// Another text of the catalogue: `$t(key)`, `@:key`.
    Reference,
    /// A web address.
    Url,
    /// A mail address.
    Email,
    /// An escape written out in the text: `\n`, `%%`.
    Escape,
    /// Quoted code or braces that the syntax does not read.
    Literal,
    /// Text that stands in braces for the sake of its spaces and marks (Fluent): `{ ", " }`. It
    /// is text all the same, and a translation may have another.
    Quoted,
}

/// An HTML-like tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Its name, such as `b` or `0`.
    pub name: String,
    /// Whether it opens, closes or stands alone.
    pub role: Role,
    /// Its bytes in the message.
    pub span: Range<usize>,
}

/// Whether a [`Tag`] opens, closes or stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// `<b>`
    Open,
    /// `</b>`
    Close,
    /// `<br>`, `<icon/>`
    Empty,
}

/// `{count, plural, one {…} other {…}}` and its kin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// By what it chooses.
    pub kind: ChoiceKind,
    /// The argument it chooses by.
    pub argument: String,
    /// From the opening brace to the last character before the first case's selector.
    pub head: Range<usize>,
    /// The cases, in order.
    pub cases: Vec<Case>,
    /// From the last case's end to the closing brace and with it.
    pub tail: Range<usize>,
}

impl Choice {
    /// Its bytes in the message.
    pub fn span(&self) -> Range<usize> {
        self.head.start..self.tail.end
    }
}

/// By what a [`Choice`] chooses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChoiceKind {
    /// By a number's plural category.
    Plural(Counting),
    /// By a keyword.
    Select,
}

/// One case of a [`Choice`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// When it is chosen.
    pub selector: Selector,
    /// From the selector to the case's closing brace.
    pub span: Range<usize>,
    /// The bytes between the case's braces.
    pub body: Range<usize>,
    /// Its text.
    pub nodes: Vec<Node>,
}

/// When a [`Case`] is chosen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Selector {
    /// For a plural category.
    Category(Category),
    /// For exactly this number: `=0`.
    Exactly(String),
    /// For a keyword of a `select`; `other` is for the rest.
    Keyword(String),
}

impl Selector {
    /// Whether this is the case for all that no other case takes.
    pub fn is_other(&self) -> bool {
        match self {
            Self::Category(category) => *category == Category::Other,
            Self::Keyword(word) => word == "other",
            Self::Exactly(_) => false,
        }
    }
}

impl std::fmt::Display for Selector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Category(category) => category.fmt(f),
            Self::Exactly(number) => write!(f, "={number}"),
            Self::Keyword(word) => f.write_str(word),
        }
    }
}

/// A text that its syntax does not allow.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("found {found}, expected {expected}")]
pub struct SyntaxError {
    /// Where, in bytes from the text's start.
    pub offset: usize,
    /// What stands there.
    pub found: String,
    /// What would be right.
    pub expected: &'static str,
}

/// Reads a text. Cost: one pass.
///
/// Only [`Braces::Icu`] can fail; every other syntax takes any text.
pub fn parse(text: &str, syntax: &Syntax) -> Result<Message, SyntaxError> {
    let nodes = match syntax.braces {
        Braces::Icu => icu::parse(text, syntax)?,
        _ => plain::parse(text, syntax),
    };
    Ok(Message { nodes })
}

/// Reads a text that is one branch of a choice; `plural` says whether `#` is a number in it.
pub(super) fn parse_fragment(
    text: &str,
    syntax: &Syntax,
    plural: bool,
) -> Result<Message, SyntaxError> {
    let nodes = match syntax.braces {
        Braces::Icu => icu::parse_within(text, syntax, plural)?,
        _ => plain::parse(text, syntax),
    };
    Ok(Message { nodes })
}

/// Reads a text whatever it is: where its syntax is broken, as plain text in which everything
/// between braces is kept.
pub fn parse_leniently(text: &str, syntax: &Syntax) -> Message {
    parse(text, syntax).unwrap_or_else(|_| {
        let braces = Braces::Single;
        let nodes = plain::parse(text, &Syntax { braces, ..*syntax });
        Message { nodes }
    })
}

/// Whether a text has a numbered printf argument (`%1$s`).
pub(super) fn has_numbered(text: &str, syntax: &Syntax) -> bool {
    let is_numbered = |it: &&Placeholder| {
        let raw = text.get(it.span.clone()).unwrap_or_default();
        it.kind == Kind::Argument
            && raw.starts_with('%')
            && raw.contains('$')
            && it.name.bytes().all(|b| b.is_ascii_digit())
    };
    syntax.printf == Printf::On
        && text.contains('$')
        && parse_leniently(text, syntax)
            .placeholders()
            .iter()
            .any(is_numbered)
}

/// A node's bytes in its message.
pub fn span(node: &Node) -> Range<usize> {
    match node {
        Node::Text(it) => it.span.clone(),
        Node::Placeholder(it) => it.span.clone(),
        Node::Tag(it) => it.span.clone(),
        Node::Choice(it) => it.span(),
    }
}

impl Message {
    /// Calls `visit` for every node, those within choices included, in order.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Node)) {
        walk(&self.nodes, visit);
    }

    /// Every placeholder and tag, as byte ranges of the text: what an editor highlights. A
    /// choice's own syntax is given as the ranges around its cases' texts.
    pub fn kept(&self) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        kept(&self.nodes, &mut ranges);
        ranges
    }

    /// The placeholders, those within choices included, in order.
    pub fn placeholders(&self) -> Vec<&Placeholder> {
        let mut found = Vec::new();
        self.walk(&mut |node| {
            if let Node::Placeholder(it) = node {
                found.push(it);
            }
        });
        found
    }

    /// The tags, those within choices included, in order.
    pub fn tags(&self) -> Vec<&Tag> {
        let mut found = Vec::new();
        self.walk(&mut |node| {
            if let Node::Tag(it) = node {
                found.push(it);
            }
        });
        found
    }

    /// The choices, those within choices included, in order.
    pub fn choices(&self) -> Vec<&Choice> {
        let mut found = Vec::new();
        self.walk(&mut |node| {
            if let Node::Choice(it) = node {
                found.push(it);
            }
        });
        found
    }

    /// The prose alone, placeholders and tags left out; what stood apart stays apart.
    pub fn prose(&self) -> String {
        let mut prose = String::new();
        self.walk(&mut |node| match node {
            Node::Text(it) => prose.push_str(&it.text),
            Node::Placeholder(it) if it.kind == Kind::Quoted => prose.push_str(&it.name),
            _ => prose.push('\u{fffc}'),
        });
        prose
    }

    /// Whether there is a letter to translate outside of what must be kept.
    pub fn has_prose(&self) -> bool {
        let mut found = false;
        self.walk(&mut |node| {
            if let Node::Text(text) = node {
                found |= text.text.chars().any(char::is_alphabetic);
            }
        });
        found
    }
}

fn walk<'a>(nodes: &'a [Node], visit: &mut impl FnMut(&'a Node)) {
    for node in nodes {
        visit(node);
        if let Node::Choice(choice) = node {
            for case in &choice.cases {
                walk(&case.nodes, visit);
            }
        }
    }
}

fn kept(nodes: &[Node], ranges: &mut Vec<Range<usize>>) {
    for node in nodes {
        match node {
            Node::Text(_) => {}
            Node::Placeholder(it) => ranges.push(it.span.clone()),
            Node::Tag(it) => ranges.push(it.span.clone()),
            Node::Choice(choice) => {
                let mut from = choice.head.start;
                for case in &choice.cases {
                    ranges.push(from..case.body.start);
                    kept(&case.nodes, ranges);
                    from = case.body.end;
                }
                ranges.push(from..choice.tail.end);
            }
        }
    }
}
