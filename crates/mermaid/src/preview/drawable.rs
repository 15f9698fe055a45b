//! The longest form of a prefix that the grammar accepts.

use super::statements::{Settled, blocks, without_last};
use crate::diagram::{Diagram, Family, ParseError, parse};
use crate::fix::fix;

/// As many statements are left out, one by one, before there is nothing to draw.
const MOST_LEFT_OUT: usize = 6;

/// A form that can be drawn.
#[derive(Debug)]
pub(super) struct Form {
    /// The diagram without what closes its blocks.
    pub(super) body: String,
    /// The lines that close its blocks.
    pub(super) closing: String,
    pub(super) diagram: Diagram,
    /// How many statements that have ended are not in it.
    pub(super) left_out: usize,
}

impl Form {
    /// The whole diagram.
    pub(super) fn text(&self) -> String {
        format!("{}{}", self.body, self.closing)
    }
}

/// The longest form with what is certain of the statement that is being written; `None` if the grammar accepts none.
///
/// Cost: one pass of the grammar if the model makes no mistake, a few more where it does.
pub(super) fn form(settled: &Settled<'_>, begun: Option<&str>) -> Option<Form> {
    let (text, family) = (settled.text, settled.family);
    let closing = settled.blocks.closing();
    if let Some(begun) = begun
        && let Ok(form) = closed(format!("{}{begun}", ended(text)), closing.clone(), 0)
    {
        return Some(form);
    }
    let error = match closed(ended(text), closing.clone(), 0) {
        Ok(form) => return Some(form),
        Err(error) => error,
    };
    // The last statement may go on over the end of its line.
    let shorter = without_last(text, family).and_then(|text| smaller(text, 1).ok());
    if shorter.is_some() {
        return shorter;
    }
    let fixed = fix(&format!("{}{closing}", ended(text)));
    if fixed.remaining.is_empty()
        && let Ok(form) = closed(fixed.text, String::new(), 0)
    {
        return Some(form);
    }
    without(text, family, error)
}

/// The form without the statements that the grammar stops at.
fn without(text: &str, family: Family, mut error: ParseError) -> Option<Form> {
    let mut rest = text.to_owned();
    for left_out in 1..=MOST_LEFT_OUT {
        rest = match error.offset.and_then(|at| without_line(&rest, at)) {
            Some(rest) => rest,
            None => without_last(&rest, family)?.to_owned(),
        };
        match smaller(&rest, left_out) {
            Ok(form) => return Some(form),
            Err(next) => error = next,
        }
    }
    None
}

fn smaller(text: &str, left_out: usize) -> Result<Form, ParseError> {
    closed(ended(text), blocks(text).closing(), left_out)
}

fn closed(body: String, closing: String, left_out: usize) -> Result<Form, ParseError> {
    let diagram = parse(&format!("{body}{closing}"))?;
    Ok(Form {
        body,
        closing,
        diagram,
        left_out,
    })
}

/// The text with its last line ended.
fn ended(text: &str) -> String {
    let newline = if text.ends_with('\n') || text.is_empty() {
        ""
    } else {
        "\n"
    };
    format!("{text}{newline}")
}

/// The text without the line at a place; `None` if that is no statement of it.
fn without_line(text: &str, offset: usize) -> Option<String> {
    let before = text.get(..text.floor_char_boundary(offset))?;
    let start = before.rfind('\n')? + 1;
    let rest = text.get(start..)?;
    let line = rest.split_inclusive('\n').next()?;
    let has_header = without_last(text.get(..start + line.len())?, Family::Other).is_some();
    (!line.trim().is_empty() && has_header).then(|| {
        format!(
            "{}{}",
            before.get(..start).unwrap_or(""),
            &rest[line.len()..]
        )
    })
}
