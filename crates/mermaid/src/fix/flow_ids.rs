//! Names of flowchart nodes with characters that names may not have.
//!
//! ```text
//! user@example.com --> B       user_example_com["user@example.com"] --> B
//! My node --> B                My_node["My node"] --> B
//! ```

use super::{Family, Mend, Mended, ParseError, identifier, quoted, rewrite_lines};
use crate::fix::flow_labels::{is_statement, rewrite_syntax};
use crate::text::indentation;

pub(super) struct FlowIds;

impl Mend for FlowIds {
    fn code(&self) -> &'static str {
        "node-id"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if family != Family::Flowchart {
            return None;
        }
        rewrite_lines(text, self.code(), |line| {
            if !is_statement(line) {
                return None;
            }
            let mut names = Vec::new();
            let new = rewrite_syntax(line, |syntax| {
                split_arrows(syntax)
                    .into_iter()
                    .map(|(part, arrow)| {
                        let name = part.trim();
                        if is_name(name) {
                            return format!("{part}{arrow}");
                        }
                        let lead = indentation(part);
                        let tail = part.get(part.trim_end().len()..).unwrap_or("");
                        let node = format!("{}[{}]", identifier(name), quoted(name));
                        let node_with_space = format!("{lead}{node}{tail}{arrow}");
                        names.push(node);
                        node_with_space
                    })
                    .collect()
            });
            (!names.is_empty()).then(|| (new, format!("named {}", names.join(", "))))
        })
    }
}

/// Whether a part of a statement is a name that the grammar takes, or more than a name.
fn is_name(part: &str) -> bool {
    part.contains(['[', ']', '(', ')', '{', '}', '"', '|', '&', ';', ':'])
        || part
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
}

/// Syntax cut at its arrows: what stands before each one, and the arrow.
fn split_arrows(syntax: &str) -> Vec<(&str, &str)> {
    let mut parts = Vec::new();
    let mut rest = syntax;
    while let Some((at, arrow)) = ["-->", "---", "==>", "-.->", "<-->"]
        .iter()
        .filter_map(|arrow| Some((rest.find(arrow)?, *arrow)))
        .min()
    {
        let end = at + arrow.len();
        parts.push((
            rest.get(..at).unwrap_or(""),
            rest.get(at..end).unwrap_or(""),
        ));
        rest = rest.get(end..).unwrap_or("");
    }
    parts.push((rest, ""));
    parts
}
