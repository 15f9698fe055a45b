//! `end` as the name of a node or participant: the grammar takes it for the end of a block.
//!
//! ```text
//! A --> end                 A --> end_["end"]
//! participant end           participant end_ as end
//! ```

use super::{Family, Mend, Mended, ParseError, rewrite_lines};
use crate::fix::flow_labels::{is_statement, rewrite_syntax};
use crate::text::indentation;

pub(super) struct ReservedEnd;

impl Mend for ReservedEnd {
    fn code(&self) -> &'static str {
        "reserved-end"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        match family {
            Family::Flowchart => {
                let mut labelled = false;
                rewrite_lines(text, self.code(), |line| {
                    if line.trim() == "end" || !is_statement(line) {
                        return None;
                    }
                    let new = replace_name(line, |after| {
                        if labelled || after.starts_with(['[', '(', '{']) {
                            "end_"
                        } else {
                            labelled = true;
                            "end_[\"end\"]"
                        }
                    })?;
                    Some((new, "renamed the node `end`, a reserved word".to_owned()))
                })
            }
            Family::Sequence => {
                let declared = text.lines().any(|line| declares(line).is_some());
                let mut first = !declared;
                rewrite_lines(text, self.code(), |line| {
                    if line.trim() == "end" {
                        return None;
                    }
                    if let Some((keyword, rest)) = declares(line) {
                        let alias = if rest.is_empty() { " as end" } else { rest };
                        let new = format!("{}{keyword} end_{alias}", indentation(line));
                        return Some((
                            new,
                            "renamed the participant `end`, a reserved word".to_owned(),
                        ));
                    }
                    let (head, message) = line
                        .split_once(':')
                        .map_or((line, None), |(head, message)| (head, Some(message)));
                    let mut new = replace_name(head, |_| "end_")?;
                    if let Some(message) = message {
                        new.push(':');
                        new.push_str(message);
                    }
                    if std::mem::take(&mut first) {
                        let indent = indentation(line);
                        new = format!("{indent}participant end_ as end\n{new}");
                    }
                    Some((
                        new,
                        "renamed the participant `end`, a reserved word".to_owned(),
                    ))
                })
            }
            _ => None,
        }
    }
}

/// The keyword of a line that declares the participant `end`, and what follows the name.
fn declares(line: &str) -> Option<(&str, &str)> {
    let line = line.trim();
    ["create participant", "create actor", "participant", "actor"]
        .iter()
        .find_map(|keyword| {
            let rest = line
                .strip_prefix(keyword)?
                .trim_start()
                .strip_prefix("end")?;
            (rest.is_empty() || rest.starts_with(' ')).then_some((*keyword, rest))
        })
}

/// Replaces each `end` that stands as a name. `by` gets what follows it.
fn replace_name(line: &str, mut by: impl FnMut(&str) -> &'static str) -> Option<String> {
    let mut changed = false;
    let new = rewrite_syntax(line, |syntax| {
        let mut new = String::with_capacity(syntax.len() + 12);
        let mut rest = syntax;
        while let Some(at) = rest.find("end") {
            let (before, from) = rest.split_at(at);
            let (name, after) = from.split_at("end".len());
            let stands_alone = !before.ends_with(is_word) && !after.starts_with(is_word);
            new.push_str(before);
            new.push_str(if stands_alone { by(after) } else { name });
            changed |= stands_alone;
            rest = after;
        }
        new.push_str(rest);
        new
    });
    changed.then_some(new)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
