//! Arrows that a flowchart does not have, such as `->` and `=>`.

use super::{Family, Mend, Mended, ParseError, rewrite_lines};
use crate::fix::flow_labels::{is_statement, rewrite_syntax};

pub(super) struct Arrows;

impl Mend for Arrows {
    fn code(&self) -> &'static str {
        "arrow"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if !matches!(family, Family::Flowchart | Family::State) {
            return None;
        }
        rewrite_lines(text, self.code(), |line| {
            if !is_statement(line) {
                return None;
            }
            let mut words = Vec::new();
            let new = rewrite_syntax(line, |syntax| {
                let mut new = String::with_capacity(syntax.len() + 4);
                let mut rest = syntax;
                while let Some(start) = rest.find(is_mark) {
                    let (before, from) = rest.split_at(start);
                    let length = from.find(|c| !is_mark(c)).unwrap_or(from.len());
                    let (arrow, after) = from.split_at(length);
                    new.push_str(before);
                    match meant(arrow, family) {
                        Some(meant) => {
                            words.push(format!("`{arrow}` → `{meant}`"));
                            new.push_str(meant);
                        }
                        None => new.push_str(arrow),
                    }
                    rest = after;
                }
                new.push_str(rest);
                new
            });
            (!words.is_empty()).then(|| (new, words.join(", ")))
        })
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '-' | '=' | '.' | '>' | '<' | '~')
}

#[expect(
    clippy::match_same_arms,
    reason = "each line is one way of being wrong"
)]
fn meant(arrow: &str, family: Family) -> Option<&'static str> {
    Some(match (arrow, family) {
        ("->" | "-->>" | "->>" | "~>", _) | ("~~>", Family::Flowchart) => "-->",
        ("=>" | "==>" | "--->" | "---", Family::State) => "-->",
        ("=>" | "==>>" | "=>>", Family::Flowchart) => "==>",
        ("-.>" | "..>" | ".->" | ".>" | "-..>" | "-->.", Family::Flowchart) => "-.->",
        ("<->", Family::Flowchart) => "<-->",
        ("<=>", Family::Flowchart) => "<==>",
        _ => return None,
    })
}
