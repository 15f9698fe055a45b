//! Fields one after another on a line: `` `page` (number), `q` (string, optional) ``, `?page, ?limit`,
//! as cells of overviews and items of short lists write them.

use crate::document::{MarkKind, Text};

use super::field::{self, Field};

/// The fields that a line names; none if it holds anything else.
pub(crate) fn fields(text: &Text) -> Vec<Field> {
    let mut found: Vec<Field> = Vec::new();
    for part in parts(text) {
        let plain = part.plain.trim();
        if plain.is_empty() || is_nothing(plain) {
            continue;
        }
        let marked = part.marks.first().is_some_and(|mark| {
            mark.start == 0 && matches!(mark.kind, MarkKind::Code | MarkKind::Strong)
        });
        let mut read = if marked || plain.contains([' ', '(', ':']) {
            field::read(&part, None)
        } else {
            Vec::new()
        };
        if read.is_empty() {
            let name = plain.trim_start_matches(['?', '&', ':']);
            let Some((name, required)) = field::clean_name(name) else {
                return Vec::new();
            };
            read.push(Field {
                name,
                required,
                strength: 2,
                ..Field::default()
            });
        }
        for mut field in read {
            let decorated = std::mem::take(&mut field.name);
            decorated
                .trim_start_matches(['?', '&'])
                .clone_into(&mut field.name);
            if !found.iter().any(|known| known.name == field.name) {
                found.push(field);
            }
        }
    }
    found
}

/// Whether a cell says that there is nothing to say.
pub(crate) fn is_nothing(plain: &str) -> bool {
    matches!(
        plain.trim().to_lowercase().as_str(),
        "" | "-" | "–" | "—" | "none" | "n/a" | "no" | "nothing" | "/" | "无" | "нет"
    )
}

/// A text, cut at commas and line breaks outside brackets.
fn parts(text: &Text) -> Vec<Text> {
    let mut parts = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    for (at, c) in text.plain.char_indices() {
        match c {
            '(' | '[' | '{' | '<' => depth += 1,
            ')' | ']' | '}' | '>' => depth = depth.saturating_sub(1),
            ',' | '\n' | ';' | '、' | '，' if depth == 0 => {
                parts.push(text.slice(start, at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text.slice_from(start));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_a_row_are_fields_and_prose_is_none() {
        let names = |plain: &str| -> Vec<String> {
            fields(&Text::plain(plain))
                .into_iter()
                .map(|field| field.name)
                .collect()
        };
        assert_eq!(names("?page, ?limit"), ["page", "limit"]);
        assert_eq!(
            names("email (string), password (string, required)"),
            ["email", "password"]
        );
        assert_eq!(names("None"), [""; 0]);
        assert_eq!(names("Ask an administrator, or wait"), [""; 0]);
    }
}
