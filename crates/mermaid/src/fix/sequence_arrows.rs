//! Arrows that a sequence diagram does not have, such as `=>` and `--->`.

use super::{Family, Mend, Mended, ParseError, rewrite_lines};

pub(super) struct SequenceArrows;

/// What is written, and what is meant; the longest first.
const MEANT: &[(&str, &str)] = &[
    ("--->>", "-->>"),
    ("--->", "-->>"),
    ("==>>", "->>"),
    ("==>", "->>"),
    ("=>>", "->>"),
    ("=>", "->>"),
    ("-.->", "-->>"),
    ("~>", "->>"),
    ("->>>", "->>"),
    ("-> >", "->>"),
    ("<-->", "<<-->>"),
    ("<->", "<<->>"),
];

impl Mend for SequenceArrows {
    fn code(&self) -> &'static str {
        "sequence-arrow"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if family != Family::Sequence {
            return None;
        }
        rewrite_lines(text, self.code(), |line| {
            let (head, message) = line.split_at(line.find(':').unwrap_or(line.len()));
            if head.contains("<<") {
                return None;
            }
            let (written, meant) = MEANT.iter().find(|(written, _)| head.contains(written))?;
            let new = format!("{}{message}", head.replacen(written, meant, 1));
            Some((new, format!("`{written}` → `{meant}`")))
        })
    }
}
