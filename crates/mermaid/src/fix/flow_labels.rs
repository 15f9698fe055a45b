//! Labels of nodes and edges, in flowcharts and mind maps, that hold what the grammar takes for syntax.
//!
//! ```text
//! A[Call init()] -->|on (re)start| B      A["Call init()"] -->|"on (re)start"| B
//! A[Say "hi" now]                         A["Say #quot;hi#quot; now"]
//! ```

use super::{Family, Mend, Mended, ParseError, quoted, rewrite_lines};

pub(super) struct FlowLabels;

impl Mend for FlowLabels {
    fn code(&self) -> &'static str {
        "quote-label"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if !matches!(family, Family::Flowchart | Family::Mindmap) {
            return None;
        }
        rewrite_lines(text, self.code(), |line| {
            if !is_statement(line) {
                return None;
            }
            let labels = labels(line);
            let mut new = String::with_capacity(line.len() + 16);
            let mut last = 0;
            let mut changed = Vec::new();
            for (start, end) in labels {
                let label = line.get(start..end)?;
                if let Some(label) = mended(label) {
                    new.push_str(line.get(last..start)?);
                    new.push_str(&label);
                    last = end;
                    changed.push(label);
                }
            }
            new.push_str(line.get(last..)?);
            (!changed.is_empty()).then(|| (new, format!("quoted {}", changed.join(", "))))
        })
    }
}

/// Opening brackets of nodes with what may close them; the longest first.
const SHAPES: &[(&str, &[&str])] = &[
    ("(((", &[")))"]),
    ("((", &["))"]),
    ("([", &["])"]),
    ("[[", &["]]"]),
    ("[(", &[")]"]),
    ("[/", &["/]", "\\]"]),
    ("[\\", &["\\]", "/]"]),
    ("{{", &["}}"]),
    ("(", &[")"]),
    ("[", &["]"]),
    ("{", &["}"]),
    (">", &["]"]),
];

/// Whether a line may hold nodes and edges.
pub(crate) fn is_statement(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or("");
    !matches!(
        word,
        "style"
            | "classDef"
            | "class"
            | "linkStyle"
            | "click"
            | "direction"
            | "subgraph"
            | "flowchart"
            | "graph"
            | "flowchart-elk"
            | "end"
            | "title"
    ) && !word.starts_with("accTitle")
        && !word.starts_with("accDescr")
}

/// Rewrites what is syntax in a statement, and leaves its labels and quoted texts as they are.
pub(crate) fn rewrite_syntax(line: &str, mut rewrite: impl FnMut(&str) -> String) -> String {
    let mut new = String::with_capacity(line.len() + 8);
    let mut last = 0;
    for (start, end) in labels(line).into_iter().chain([(line.len(), line.len())]) {
        let syntax = line.get(last..start).unwrap_or("");
        for (number, part) in syntax.split('"').enumerate() {
            if number > 0 {
                new.push('"');
            }
            if number % 2 == 0 {
                new.push_str(&rewrite(part));
            } else {
                new.push_str(part);
            }
        }
        new.push_str(line.get(start..end).unwrap_or(""));
        last = end;
    }
    new
}

/// The byte ranges of the labels in a statement, their quotes included.
fn labels(line: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        let first = rest.chars().next().unwrap_or(' ');
        if first == '|' {
            // An edge's label stands between pipes, the second before a space or a node.
            let Some(length) = rest.get(1..).and_then(edge_label) else {
                break;
            };
            found.push((at + 1, at + 1 + length));
            at += length + 2;
            continue;
        }
        if first.is_alphanumeric() || first == '_' {
            let id = rest
                .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '.'))
                .unwrap_or(rest.len());
            let after = rest.get(id..).unwrap_or("");
            if let Some((start, end, close)) = shape(after) {
                found.push((at + id + start, at + id + end));
                at += id + close;
            } else {
                at += id;
            }
            continue;
        }
        if let Some((start, end)) = edge_text(rest) {
            found.push((at + start, at + end));
            at += end;
            continue;
        }
        at += first.len_utf8();
    }
    found
}

/// The label of the node that begins with `text`'s bracket: where it starts and ends, and where
/// its bracket is closed.
fn shape(text: &str) -> Option<(usize, usize, usize)> {
    SHAPES.iter().find_map(|(open, closers)| {
        let inside = text.strip_prefix(open)?;
        let ends = |at: usize, close: &str| {
            let after = inside.get(at + close.len()..).unwrap_or("");
            ends_node(after)
        };
        let (at, close) = closers
            .iter()
            .flat_map(|close| occurrences(inside, close))
            .filter(|(at, close)| ends(*at, close))
            .min_by_key(|(at, _)| *at)?;
        Some((open.len(), open.len() + at, open.len() + at + close.len()))
    })
}

/// Where `bracket` stands in `text`, overlapping ones included: `)))` holds `))` twice.
fn occurrences<'a>(text: &'a str, bracket: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
    text.char_indices()
        .filter(move |(at, _)| {
            text.get(*at..)
                .is_some_and(|rest| rest.starts_with(bracket))
        })
        .map(move |(at, _)| (at, bracket))
}

/// Whether what follows a bracket shows that the node is over.
fn ends_node(after: &str) -> bool {
    let trimmed = after.trim_start();
    trimmed.is_empty()
        || [
            ";", "&", ":::", "--", "==", "-.", "~~~", "<-", "<=", "->", "=>", "-", "@{", "%%", "→",
            "⟶", "—", "–",
        ]
        .iter()
        .any(|next| trimmed.starts_with(next))
        || (after.starts_with(' ') && (trimmed.starts_with("o--") || trimmed.starts_with("x--")))
}

/// The length of an edge label that ends in a pipe.
fn edge_label(text: &str) -> Option<usize> {
    if text.starts_with('"') {
        return text.get(1..)?.find("\"|").map(|at| at + 2);
    }
    let mut ends = text.match_indices('|').map(|(at, _)| at);
    let first = ends.next()?;
    // A pipe within the label: the label goes on as long as pipes follow.
    Some(ends.next_back().map_or(first, |last| {
        let between = text.get(first..last).unwrap_or("");
        if between.contains("--") || between.contains("==") || between.contains("-.") {
            first
        } else {
            last
        }
    }))
}

/// The text within an edge, as in `-- text -->`: where it starts and ends.
fn edge_text(text: &str) -> Option<(usize, usize)> {
    let (open, closers): (&str, &[&str]) = if text.starts_with("-- ") {
        ("-- ", &["-->", "---", "--x", "--o"])
    } else if text.starts_with("== ") {
        ("== ", &["==>", "==="])
    } else if text.starts_with("-. ") {
        ("-. ", &[".->", ".-"])
    } else {
        return None;
    };
    let inside = text.get(open.len()..)?;
    let end = closers
        .iter()
        .filter_map(|closer| inside.find(closer))
        .min()?;
    let label = inside.get(..end)?;
    let start = label.len() - label.trim_start().len();
    Some((open.len() + start, open.len() + label.trim_end().len()))
}

/// A label as it should be, if it is not.
fn mended(label: &str) -> Option<String> {
    let inner = label.trim();
    if inner.is_empty() || inner.starts_with("\"`") && inner.ends_with("`\"") {
        return None;
    }
    let smart = |c: char| matches!(c, '“' | '”' | '„' | '‟' | '«' | '»');
    let unquoted = |text: &str, open: fn(char) -> bool| -> Option<String> {
        let text = text.strip_prefix(open)?;
        Some(text.strip_suffix(open)?.to_owned())
    };
    let straight = unquoted(inner, |c| c == '"');
    let bare = straight
        .clone()
        .or_else(|| unquoted(inner, |c| matches!(c, '“' | '”' | '„' | '‟')))
        .unwrap_or_else(|| inner.to_owned());
    let clean = bare.replace("\\\"", "\"");
    let is_quoted = straight.is_some();
    let needs = if is_quoted {
        clean.contains('"')
    } else {
        clean.contains(['(', ')', '[', ']', '{', '}', '"', '|', '@', '<', '>', '\\'])
            || clean.starts_with(['/', '\\'])
            || inner.contains(smart)
            || has_end_word(&clean)
    };
    needs.then(|| quoted(&clean))
}

fn has_end_word(label: &str) -> bool {
    label.split_whitespace().any(|word| word == "end")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mend_line(line: &str) -> String {
        let mut new = line.to_owned();
        for (start, end) in labels(line).into_iter().rev() {
            if let Some(label) = mended(line.get(start..end).unwrap()) {
                new.replace_range(start..end, &label);
            }
        }
        new
    }

    #[test]
    fn labels_are_quoted_where_they_must_be() {
        for (line, expected) in [
            (
                "A[Call init()] --> B[Parse (JSON)]",
                r#"A["Call init()"] --> B["Parse (JSON)"]"#,
            ),
            (r#"A[Say "hi" now]"#, r#"A["Say #quot;hi#quot; now"]"#),
            ("A[GET /users/{id}] --> B", r#"A["GET /users/{id}"] --> B"#),
            ("A[“Hello (x)”] --> B", r#"A["Hello (x)"] --> B"#),
            (
                "A{is x > (y)?} -->|yes (1)| B",
                r#"A{"is x > (y)?"} -->|"yes (1)"| B"#,
            ),
            ("A[list[0] first] --> B", r#"A["list[0] first"] --> B"#),
            ("A(run(x)) --> B", r#"A("run(x)") --> B"#),
            ("A[(Store)] --> B[[Sub]]", "A[(Store)] --> B[[Sub]]"),
            ("A((Plan (2024)))", r#"A(("Plan (2024)"))"#),
            ("A -- sends (x) --> B", r#"A -- "sends (x)" --> B"#),
            (r#"A["plain"] --> B[plain]"#, r#"A["plain"] --> B[plain]"#),
            ("A[user@example.com]", r#"A["user@example.com"]"#),
            ("A -->|a|b| B", r#"A -->|"a|b"| B"#),
            ("A -->|x| B -->|y| C", "A -->|x| B -->|y| C"),
        ] {
            assert_eq!(mend_line(line), expected, "{line}");
        }
    }
}
