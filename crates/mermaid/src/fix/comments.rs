//! Comments at the end of a line, which mermaid.js takes only on a line of their own.
//!
//! ```text
//! A --> B %% the happy path       %% the happy path
//!                                 A --> B
//! ```

use super::{Family, Mend, Mended, ParseError, rewrite_lines};
use crate::text::indentation;

pub(super) struct Comments;

impl Mend for Comments {
    fn code(&self) -> &'static str {
        "inline-comment"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        rewrite_lines(text, self.code(), |line| {
            let slashes = matches!(
                family,
                Family::Flowchart | Family::Sequence | Family::Class | Family::State | Family::Er
            );
            let (at, mark) = [" %%", "\t%%", " // ", "\t// "]
                .iter()
                .filter(|mark| slashes || mark.contains('%'))
                .filter_map(|mark| Some((outside(line, mark)?, mark.trim())))
                .min()?;
            let comment = line.get(at..)?.trim_start().strip_prefix(mark)?.trim();
            let statement = line.get(..at)?.trim_end();
            if statement.trim().is_empty() || comment.starts_with('{') {
                return None;
            }
            let indent = indentation(line);
            let new = format!("{indent}%% {comment}\n{statement}");
            Some((new, format!("moved `%% {comment}` to its own line")))
        })
    }
}

/// Where a mark stands outside of quotes and brackets.
fn outside(line: &str, mark: &str) -> Option<usize> {
    line.match_indices(mark).map(|(at, _)| at).find(|&at| {
        let before = line.get(..at).unwrap_or("");
        let count = |c: char| before.matches(c).count();
        count('"') % 2 == 0
            && count('[') <= count(']')
            && count('(') <= count(')')
            && count('|') % 2 == 0
    })
}
