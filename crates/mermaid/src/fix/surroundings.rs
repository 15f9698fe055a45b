//! Fences and prose around a diagram.
//!
//! ````text
//! Here is your diagram:
//! ```mermaid
//! flowchart TD
//! ```
//! ````

use super::{Change, Family, Mend, Mended, ParseError};
use crate::fix::header::is_header;

pub(super) struct Surroundings;

impl Mend for Surroundings {
    fn code(&self) -> &'static str {
        "strip-surroundings"
    }

    fn mend(&self, text: &str, _: Family, error: &ParseError) -> Option<Mended> {
        let lines: Vec<_> = text.split_inclusive('\n').collect();
        let (from, to) = fenced(&lines)
            .or_else(|| prose_before(&lines))
            .or_else(|| prose_after(&lines, error))?;
        if (from, to) == (0, lines.len()) {
            return None;
        }
        let outside = |range: &[&str], first: usize| {
            let removed = range.concat();
            let removed = removed.trim();
            (!removed.is_empty()).then(|| Change {
                code: self.code(),
                line: u32::try_from(first + 1).unwrap_or(u32::MAX),
                message: format!("removed what is not part of the diagram: {removed}"),
            })
        };
        let changes: Vec<_> = outside(lines.get(..from)?, 0)
            .into_iter()
            .chain(outside(lines.get(to..)?, to))
            .collect();
        Some(Mended {
            text: lines.get(from..to)?.concat(),
            changes,
        })
    }
}

/// The lines inside the first fence that holds a diagram.
fn fenced(lines: &[&str]) -> Option<(usize, usize)> {
    let open = lines.iter().enumerate().position(|(number, line)| {
        let info = fence(line);
        info.is_some_and(|info| info.eq_ignore_ascii_case("mermaid") || info == "mmd")
            || info.is_some() && lines.get(number + 1).is_some_and(|next| is_header(next))
    })?;
    let close = lines
        .iter()
        .skip(open + 1)
        .position(|line| fence(line).is_some())
        .map_or(lines.len(), |at| open + 1 + at);
    Some((open + 1, close))
}

/// The info string of a fence line.
fn fence(line: &str) -> Option<&str> {
    let line = line.trim();
    let rest = line
        .strip_prefix("```")
        .or_else(|| line.strip_prefix("~~~"))?;
    Some(rest.trim_matches(['`', '~']).trim())
}

fn prose_before(lines: &[&str]) -> Option<(usize, usize)> {
    let first = lines.iter().position(|line| is_header(line))?;
    // Front matter, comments and directives belong to the diagram.
    let mut from = first;
    while let Some(before) = from.checked_sub(1).and_then(|at| lines.get(at)) {
        let before = before.trim();
        if !(before.is_empty() || before.starts_with("%%")) {
            break;
        }
        from -= 1;
    }
    if lines.first().is_some_and(|line| line.trim() == "---") {
        return None;
    }
    while lines.get(from).is_some_and(|line| line.trim().is_empty()) {
        from += 1;
    }
    let stray_fence = |line: &&str| fence(line).is_some();
    let to = lines
        .iter()
        .skip(first)
        .position(stray_fence)
        .map_or(lines.len(), |at| first + at);
    (from > 0 || to < lines.len()).then_some((from, to))
}

/// A paragraph at the end, where the grammar stops, that reads like a sentence.
fn prose_after(lines: &[&str], error: &ParseError) -> Option<(usize, usize)> {
    error.offset?;
    let line = error.place.line as usize - 1;
    let start = (0..=line.min(lines.len()))
        .rev()
        .find(|&at| lines.get(at).is_some_and(|line| line.trim().is_empty()))?
        + 1;
    let first = lines.get(start)?;
    let words = first.split_whitespace().count();
    let is_sentence = first.trim_end().ends_with(['.', ':', '!', '?']) && words >= 4
        || first.starts_with("**")
        || first.starts_with("# ")
        || first.starts_with("Note: ");
    (start > 1 && is_sentence).then_some((0, start))
}
