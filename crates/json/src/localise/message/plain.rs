//! Texts whose braces do not nest: i18next, Vue I18n, Rails, plain `{name}`.

use super::{Braces, Kind, Node, Placeholder, Syntax, Text, scan, span};

/// Reads a text. Every text is valid; what looks like no placeholder is prose, but for stray
/// braces, which are kept.
pub(super) fn parse(text: &str, syntax: &Syntax) -> Vec<Node> {
    let mut nodes = Vec::new();
    let mut from = 0;
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        let found = match byte {
            b'{' => Some(Node::Placeholder(braces(text, at, at, syntax))),
            b'}' => Some(Node::Placeholder(literal(text, at..at + 1))),
            b'$' | b'%' | b'#' if text.as_bytes().get(at + 1) == Some(&b'{') => {
                let found = braces(text, at, at + 1, syntax);
                (found.kind == Kind::Argument).then_some(Node::Placeholder(found))
            }
            _ => None,
        };
        let found = found.or_else(|| scan::mark(text, at, syntax));
        let found = found.or_else(|| {
            (*byte == b'@')
                .then(|| scan::email(text, at, from).map(Node::Placeholder))
                .flatten()
        });
        let Some(node) = found else {
            at += 1;
            continue;
        };
        let span = span(&node);
        push_text(text, from..span.start, &mut nodes);
        from = span.end;
        at = span.end;
        nodes.push(node);
    }
    push_text(text, from..text.len(), &mut nodes);
    nodes
}

fn push_text(text: &str, span: std::ops::Range<usize>, nodes: &mut Vec<Node>) {
    if let Some(prose) = text.get(span.clone())
        && !prose.is_empty()
    {
        nodes.push(Node::Text(Text {
            text: prose.to_owned(),
            span,
        }));
    }
}

/// Whether what stands between braces is talk about them: `{{ and }}`, or quoted braces.
fn is_talk(inside: &str) -> bool {
    static CONJUNCTIONS: &[&str] = &[
        "and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o", "e", "i", "и", "или", "と",
    ];
    let spaced = inside.starts_with(char::is_whitespace) && inside.ends_with(char::is_whitespace);
    let marks = ['`', '"', '“', '”', '«', '»', '„'];
    let quoted = inside.starts_with(marks) && inside.ends_with(marks);
    quoted || (spaced && CONJUNCTIONS.contains(&inside.trim()))
}

/// The text of a string literal in braces, `{ "text" }`, and the bytes of it all.
fn quoted(rest: &str) -> Option<(String, usize)> {
    let inner = rest.strip_prefix('{')?.trim_start_matches(' ');
    let mut text = String::new();
    let mut chars = inner.strip_prefix('"')?.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => {
                let after = inner.get(at + 2..)?.trim_start_matches(' ');
                let after = after.strip_prefix('}')?;
                return Some((text, rest.len() - after.len()));
            }
            '\n' => return None,
            '\\' => text.push(chars.next()?.1),
            _ => text.push(c),
        }
    }
    None
}

fn literal(text: &str, span: std::ops::Range<usize>) -> Placeholder {
    Placeholder {
        kind: Kind::Literal,
        name: text.get(span.clone()).unwrap_or_default().to_owned(),
        span,
    }
}

/// What stands in braces. `start` is where it begins, with its sigil; `open` is the brace.
fn braces(text: &str, start: usize, open: usize, syntax: &Syntax) -> Placeholder {
    let rest = text.get(open..).unwrap_or_default();
    if let Some(inner) = rest.strip_prefix("{{")
        && let Some(end) = inner.find("}}")
    {
        // `{{{html}}}` (Handlebars) is one argument too.
        let triple =
            inner.starts_with('{') && inner.get(end..).is_some_and(|it| it.starts_with("}}}"));
        let end = end + usize::from(triple);
        let inside = inner.get(..end).unwrap_or_default();
        if !inside.contains('\n') && inside.len() <= 256 && !is_talk(inside) {
            return Placeholder {
                kind: Kind::Argument,
                name: interpolation_name(inside).to_owned(),
                span: start..open + 2 + end + 2,
            };
        }
    }
    if syntax.braces == Braces::Single
        && start == open
        && let Some((name, length)) = quoted(rest)
    {
        return Placeholder {
            kind: Kind::Quoted,
            name,
            span: open..open + length,
        };
    }
    let inner = rest.get(1..).unwrap_or_default();
    if let Some(end) = inner.find(['}', '{', '\n'])
        && inner.as_bytes().get(end) == Some(&b'}')
    {
        let inside = inner.get(..end).unwrap_or_default();
        let span = start..open + 1 + end + 1;
        let reads = match syntax.braces {
            Braces::Double => start != open,
            Braces::Single | Braces::Icu => true,
        };
        if reads && !inside.trim().is_empty() && inside.len() <= 256 && !is_talk(inside) {
            return Placeholder {
                kind: Kind::Argument,
                name: interpolation_name(inside).to_owned(),
                span,
            };
        }
        if scan::is_argument_name(inside) && !is_talk(inside) {
            return literal(text, span);
        }
    }
    literal(text, open..open + 1)
}

/// The argument's name of `- user.name, uppercase`: without the sign that switches escaping off
/// and without the format.
fn interpolation_name(inside: &str) -> &str {
    let name = inside.trim_matches(['{', '}']).trim();
    let name = name.strip_prefix(['-', '&']).unwrap_or(name);
    name.split([',', '|']).next().unwrap_or(name).trim()
}
