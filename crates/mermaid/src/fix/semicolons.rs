//! Semicolons and hashes in the text of a sequence diagram: the grammar ends a line there.
//!
//! ```text
//! A->>B: first; then        A->>B: first#59; then
//! ```

use super::{Family, Mend, Mended, ParseError, rewrite_lines};

pub(super) struct Semicolons;

impl Mend for Semicolons {
    fn code(&self) -> &'static str {
        "semicolon-in-text"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if family != Family::Sequence {
            return None;
        }
        rewrite_lines(text, self.code(), |line| {
            let (head, message) = line.split_once(':')?;
            let body = message.trim_end();
            let body = body.strip_suffix(';').unwrap_or(body);
            let new = escape(body);
            (new != message).then(|| {
                let line = format!("{head}:{new}");
                (line, "wrote the text's semicolons as `#59;`".to_owned())
            })
        })
    }
}

/// The text with each `;` as an entity, save those that end one.
fn escape(text: &str) -> String {
    let mut new = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let ends_entity = c == ';'
            && new.rfind('#').is_some_and(|hash| {
                let name = new.get(hash + 1..).unwrap_or("");
                !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric())
            });
        let starts_entity = c == '#'
            && text
                .get(at + 1..)
                .and_then(|rest| rest.split_once(';'))
                .is_some_and(|(name, _)| {
                    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric())
                });
        match c {
            ';' if !ends_entity => new.push_str("#59;"),
            '#' if !starts_entity => new.push_str("#35;"),
            _ => new.push(c),
        }
    }
    new
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn entities_stay() {
        assert_eq!(escape("a; b #59; c #lt;"), "a#59; b #59; c #lt;");
        assert_eq!(escape("issue #12"), "issue #35;12");
    }
}
