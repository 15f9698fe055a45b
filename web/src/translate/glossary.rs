//! Terms with a fixed translation, as a person writes them down.
//!
//! One term a line. `term = translation` fixes its translation; a term alone is kept as it is.
//! Blank lines, and lines that begin with `#`, mean nothing.

/// A term and the translation it must have; an empty one means: keep the term as it is.
pub(crate) type Term = (String, String);

/// Reads what a person wrote. A later line for a term replaces an earlier one.
pub(crate) fn parse(text: &str) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (term, translation) = line
            .split_once('=')
            .map_or((line, ""), |(term, translation)| {
                (term.trim(), translation.trim())
            });
        if term.is_empty() {
            continue;
        }
        terms.retain(|(known, _)| known != term);
        terms.push((term.to_owned(), translation.to_owned()));
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_fixes_a_term_or_keeps_it() {
        assert_eq!(
            parse("# brand\nIchiban\n\n  cart =  panier \n"),
            [
                ("Ichiban".to_owned(), String::new()),
                ("cart".to_owned(), "panier".to_owned())
            ]
        );
    }

    #[test]
    fn a_later_line_replaces_an_earlier_one() {
        assert_eq!(parse("a = 1\na = 2"), [("a".to_owned(), "2".to_owned())]);
    }

    #[test]
    fn a_translation_may_hold_the_sign_itself() {
        assert_eq!(parse("a = b = c"), [("a".to_owned(), "b = c".to_owned())]);
    }

    #[test]
    fn a_line_without_a_term_means_nothing() {
        assert_eq!(parse("= x\n=\n"), []);
    }
}
