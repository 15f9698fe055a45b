//! Running heads and page numbers: lines at the edge of a page that stand in the same place on many.

use std::collections::HashMap;

use super::line::Line;
use super::sheet::{Piece, Sheet};

/// The lines that are printed on many pages. Digits count as equal.
#[derive(Debug)]
pub(super) struct Heads(HashMap<(String, i32), usize>);

impl Heads {
    /// Those of a document.
    pub(super) fn of(sheets: &[Sheet]) -> Self {
        let mut seen: HashMap<(String, i32), usize> = HashMap::new();
        for sheet in sheets {
            let lines = sheet
                .regions
                .iter()
                .flatten()
                .flat_map(|piece| match piece {
                    Piece::Lines(lines) => lines.as_slice(),
                    Piece::Table(_) => &[],
                });
            for line in lines.filter(|line| is_at_edge(line, sheet.height)) {
                *seen.entry(key(line, sheet.height)).or_default() += 1;
            }
        }
        seen.retain(|_, count| *count >= 3 && *count * 3 >= sheets.len());
        Self(seen)
    }

    /// Whether a line of a page so high is one of them.
    pub(super) fn holds(&self, line: &Line, height: f32) -> bool {
        is_at_edge(line, height) && self.0.contains_key(&key(line, height))
    }
}

fn is_at_edge(line: &Line, height: f32) -> bool {
    line.baseline < height * 0.09 || line.baseline > height * 0.91
}

fn key(line: &Line, height: f32) -> (String, i32) {
    let mut folded = String::new();
    for c in line.text.plain.chars() {
        if !c.is_ascii_digit() {
            folded.push(c);
        } else if !folded.ends_with('0') {
            folded.push('0');
        }
    }
    #[allow(clippy::cast_possible_truncation)]
    let place = (line.baseline / height.max(1.0) * 200.0).round() as i32;
    (folded, place)
}
