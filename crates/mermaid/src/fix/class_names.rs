//! Names of classes with spaces or angle brackets.
//!
//! ```text
//! class My Class {        class My_Class["My Class"] {
//! class List<T>           class List~T~
//! ```

use super::{Family, Mend, Mended, ParseError, identifier, quoted, rewrite_lines};
use crate::text::indentation;

pub(super) struct ClassNames;

impl Mend for ClassNames {
    fn code(&self) -> &'static str {
        "class-name"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if family != Family::Class {
            return None;
        }
        // Names with spaces, as they are declared, and what they are called instead.
        let renamed: Vec<(String, String)> = text
            .lines()
            .filter_map(|line| {
                let name = declared(line)?;
                let has_space = name.contains(|c: char| c.is_whitespace() || c == '-' || c == '/');
                has_space.then(|| (name.to_owned(), identifier(name)))
            })
            .collect();
        rewrite_lines(text, self.code(), |line| {
            let mut new = generics(line);
            if let Some(name) = declared(line) {
                if let Some((_, id)) = renamed.iter().find(|(from, _)| from == name) {
                    let rest = line.trim().strip_prefix("class")?.trim_start();
                    let rest = rest.get(name.len()..)?;
                    new = format!("{}class {id}[{}]{rest}", indentation(line), quoted(name));
                }
            } else {
                let (head, label) = line.split_at(line.find(':').unwrap_or(line.len()));
                let mut head = generics(head);
                for (name, id) in &renamed {
                    head = head.replace(name, id);
                }
                new = format!("{head}{label}");
            }
            (new != line).then(|| (new.clone(), format!("`{}` → `{}`", line.trim(), new.trim())))
        })
    }
}

/// The name a line declares, if it is one that must be changed or compared.
fn declared(line: &str) -> Option<&str> {
    let rest = line.trim().strip_prefix("class ")?;
    let end = rest
        .find(['{', '[', ':', '<', '~', '"', '`'])
        .unwrap_or(rest.len());
    let name = rest.get(..end)?.trim();
    (!name.is_empty()).then_some(name)
}

/// `List<T>` as `List~T~`, in names and relations; members may have angle brackets.
fn generics(line: &str) -> String {
    let is_relation = ["<|", "|>", "<--", "-->", "..>", "<..", "<<"]
        .iter()
        .any(|arrow| line.contains(arrow));
    if is_relation || !line.contains('<') || !line.trim().starts_with("class ") {
        return line.to_owned();
    }
    line.replace(['<', '>'], "~")
}
