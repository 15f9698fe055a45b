//! Mind maps.

use std::fmt::Write as _;

use super::text::quoted;
use super::tree::Tree;
use super::{MAX_CHARACTERS, MAX_EDGES};

/// The deepest level that is drawn.
const DEEPEST: usize = 12;

/// Writes a tree, only as deep as fits, and says what is left out. At most `limit` branches.
pub(crate) fn write(root: &Tree, limit: usize) -> (String, Vec<String>) {
    let limit = limit.clamp(1, MAX_EDGES);
    let all = root.count();
    let mut depth = (1..=DEEPEST)
        .rev()
        .find(|depth| root.count_to(*depth) <= limit + 1)
        .unwrap_or(1);
    let mut widest = limit;
    loop {
        let mut text = "mindmap\n".to_owned();
        let mut written = 0;
        branch(root, 0, depth, widest, &mut written, &mut text);
        if text.chars().count() > MAX_CHARACTERS - 200 && (depth > 1 || widest > 1) {
            if depth > 1 {
                depth -= 1;
            } else {
                widest /= 2;
            }
            continue;
        }
        let mut left_out = Vec::new();
        if written < all {
            left_out.push(format!(
                "{} of {all} branches: {depth} levels are drawn",
                all - written
            ));
        }
        return (super::close(text, &left_out), left_out);
    }
}

fn branch(
    tree: &Tree,
    level: usize,
    depth: usize,
    widest: usize,
    written: &mut usize,
    out: &mut String,
) {
    *written += 1;
    let text = quoted(&tree.text);
    let indent = "  ".repeat(level + 1);
    let _ = if level == 0 {
        writeln!(out, "{indent}root(({text}))")
    } else {
        writeln!(out, "{indent}n{written}[{text}]")
    };
    if level < depth {
        for child in tree.children.iter().take(widest) {
            branch(child, level + 1, depth, widest, written, out);
        }
    }
}
