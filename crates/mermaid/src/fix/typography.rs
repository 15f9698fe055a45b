//! Characters that a word processor puts in place of syntax: curly quotes, dashes, invisible
//! spaces.

use super::{Family, Mend, Mended, ParseError, rewrite_lines};
use crate::fix::flow_labels::rewrite_syntax;

pub(super) struct Typography;

/// What is written, and what is meant.
const MEANT: &[(&str, &str)] = &[
    ("\u{feff}", ""),
    ("\u{200b}", ""),
    ("\u{2060}", ""),
    ("\u{a0}", " "),
    ("\u{2007}", " "),
    ("\u{202f}", " "),
    ("\u{3000}", " "),
    ("“", "\""),
    ("”", "\""),
    ("„", "\""),
    ("–>>", "-->>"),
    ("—>>", "-->>"),
    ("–>", "-->"),
    ("—>", "-->"),
    ("−>", "->"),
    ("-–>", "-->"),
    ("⟶", "-->"),
    ("→", "-->"),
    ("⇒", "==>"),
    ("；", ";"),
    ("：", ":"),
];

impl Mend for Typography {
    fn code(&self) -> &'static str {
        "typography"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        rewrite_lines(text, self.code(), |line| {
            let mut replaced = Vec::new();
            // In a label or in quotes a dash or arrow is text.
            let new = rewrite_syntax(line, |syntax| {
                let mut new = syntax.to_owned();
                for (written, meant) in MEANT {
                    let meant = match (family, *written) {
                        (Family::Sequence, "→" | "⟶") => "->>",
                        _ => meant,
                    };
                    if new.contains(written) {
                        new = new.replace(written, meant);
                        replaced.push(format!("`{}` → `{meant}`", written.escape_debug()));
                    }
                }
                if let Some((node, text)) = new.split_once(" — ").or_else(|| new.split_once(" – "))
                    && text.contains("-->")
                {
                    new = format!("{node} -- {text}");
                }
                new
            });
            (!replaced.is_empty()).then(|| (new, replaced.join(", ")))
        })
    }
}
