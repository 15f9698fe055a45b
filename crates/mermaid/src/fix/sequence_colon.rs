//! Messages of a sequence diagram without the colon before their text, or without any text.
//!
//! ```text
//! A->>B hello        A->>B: hello
//! A->>B              A->>B:
//! ```

use super::{Family, Mend, Mended, ParseError, rewrite_lines};

pub(super) struct SequenceColon;

const ARROWS: &[&str] = &[
    "<<-->>", "<<->>", "-->>", "->>", "--x", "-x", "--)", "-)", "-->", "->",
];

impl Mend for SequenceColon {
    fn code(&self) -> &'static str {
        "message-colon"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if family != Family::Sequence {
            return None;
        }
        rewrite_lines(text, self.code(), |line| {
            if line.contains(':') {
                return None;
            }
            let (at, arrow) = ARROWS
                .iter()
                .filter_map(|arrow| Some((line.find(arrow)?, *arrow)))
                .min_by_key(|(at, arrow)| (*at, usize::MAX - arrow.len()))?;
            let head = line.get(..at + arrow.len())?;
            let rest = line.get(at + arrow.len()..)?.trim();
            if line.get(..at)?.trim().is_empty() || rest.is_empty() {
                return None;
            }
            let (to, message) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
            let new = format!("{head}{to}: {}", message.trim());
            Some((new, format!("added the colon after `{to}`")))
        })
    }
}
