//! Names of states with spaces.
//!
//! ```text
//! [*] --> Waiting for user        state "Waiting for user" as Waiting_for_user
//!                                 [*] --> Waiting_for_user
//! ```

use super::{Change, Family, Mend, Mended, ParseError, identifier, rewrite_lines};
use crate::text::{header_line, indentation};

pub(super) struct StateNames;

impl Mend for StateNames {
    fn code(&self) -> &'static str {
        "state-name"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if family != Family::State {
            return None;
        }
        let mut declared: Vec<(String, String)> = Vec::new();
        let mended = rewrite_lines(text, self.code(), |line| {
            let (head, label) = line.split_at(
                line.find(" : ")
                    .or_else(|| line.find(": "))
                    .unwrap_or(line.len()),
            );
            let (from, to) = head.split_once("-->")?;
            let from_name = name(from, &mut declared);
            let to_name = name(to, &mut declared);
            if from_name.is_none() && to_name.is_none() {
                return None;
            }
            let new = format!(
                "{}{} --> {}{label}",
                indentation(line),
                from_name.as_deref().unwrap_or(from.trim()),
                to_name.as_deref().unwrap_or(to.trim()),
            );
            Some((new.clone(), format!("`{}` → `{}`", line.trim(), new.trim())))
        })?;
        let lines: Vec<_> = mended.text.split_inclusive('\n').collect();
        let trimmed: Vec<_> = lines.iter().map(|line| line.trim_end()).collect();
        let header = header_line(&trimmed)? + 1;
        let mut output = lines.get(..header)?.concat();
        if !output.ends_with('\n') {
            output.push('\n');
        }
        let mut changes = mended.changes;
        for (name, id) in &declared {
            output.extend(["    state \"", name, "\" as ", id, "\n"]);
            changes.push(Change {
                code: self.code(),
                line: u32::try_from(header).unwrap_or(u32::MAX),
                message: format!("declared the state \"{name}\" as `{id}`"),
            });
        }
        output.push_str(&lines.get(header..)?.concat());
        Some(Mended {
            text: output,
            changes,
        })
    }
}

/// The name for a state whose name has spaces.
fn name(written: &str, declared: &mut Vec<(String, String)>) -> Option<String> {
    let written = written.trim().trim_matches('"').trim();
    let needs =
        written.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '/' | '\''));
    if !needs || written.contains("<<") {
        return None;
    }
    let id = identifier(written);
    if declared.iter().all(|(name, _)| name != written) {
        declared.push((written.to_owned(), id.clone()));
    }
    Some(id)
}
