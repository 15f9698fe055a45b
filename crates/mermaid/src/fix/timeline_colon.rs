//! Colons within the times and events of a timeline: the grammar takes them for separators.
//!
//! ```text
//! 10:30 : meet        10#58;30 : meet
//! ```

use super::{Family, Mend, Mended, ParseError, rewrite_lines};

pub(super) struct TimelineColon;

impl Mend for TimelineColon {
    fn code(&self) -> &'static str {
        "colon-in-text"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if family != Family::Timeline {
            return None;
        }
        rewrite_lines(text, self.code(), |line| {
            let mut new = String::with_capacity(line.len() + 8);
            let mut changed = false;
            let mut characters = line.chars().peekable();
            while let Some(c) = characters.next() {
                let is_separator = characters.peek().is_none_or(|next| next.is_whitespace());
                if c == ':' && !is_separator {
                    new.push_str("#58;");
                    changed = true;
                } else {
                    new.push(c);
                }
            }
            changed.then(|| (new, "wrote the text's colon as `#58;`".to_owned()))
        })
    }
}
