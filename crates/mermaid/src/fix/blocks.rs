//! Blocks that are not ended, or ended twice: `end` of subgraphs and loops, braces of classes and
//! entities.

use super::{Change, Family, Mend, Mended, ParseError, line_of};

pub(super) struct Blocks;

impl Mend for Blocks {
    fn code(&self) -> &'static str {
        "unbalanced-block"
    }

    fn mend(&self, text: &str, family: Family, error: &ParseError) -> Option<Mended> {
        let (open, close): (fn(&str) -> bool, &str) = match family {
            Family::Flowchart => (
                |line| line == "subgraph" || line.starts_with("subgraph "),
                "end",
            ),
            Family::Sequence => (opens_sequence_block, "end"),
            Family::Class | Family::Er | Family::State => (|line| line.ends_with('{'), "}"),
            _ => return None,
        };
        let mut depth: Vec<usize> = Vec::new();
        let mut extra = None;
        for (number, line) in text.lines().enumerate() {
            let line = line.trim().trim_end_matches(';');
            if line.starts_with("%%") {
                continue;
            }
            if open(line) {
                depth.push(line.len());
            } else if line == close && depth.pop().is_none() && extra.is_none() {
                extra = Some(number);
            }
        }
        if let Some(extra) = extra {
            let kept: String = text
                .split_inclusive('\n')
                .enumerate()
                .filter(|(number, _)| *number != extra)
                .map(|(_, line)| line)
                .collect();
            return Some(Mended {
                text: kept,
                changes: vec![Change {
                    code: self.code(),
                    line: u32::try_from(extra + 1).unwrap_or(u32::MAX),
                    message: format!("removed a `{close}` that ends nothing"),
                }],
            });
        }
        if depth.is_empty() {
            return None;
        }
        let newline = if text.ends_with('\n') { "" } else { "\n" };
        let ends = vec![close; depth.len()].join("\n");
        Some(Mended {
            text: format!("{text}{newline}{ends}\n"),
            changes: vec![Change {
                code: self.code(),
                line: line_of(error),
                message: format!("added {} missing `{close}`", depth.len()),
            }],
        })
    }
}

fn opens_sequence_block(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or("");
    matches!(
        word,
        "loop" | "alt" | "opt" | "par" | "par_over" | "critical" | "break" | "rect" | "box"
    ) && !line.contains("->")
}
