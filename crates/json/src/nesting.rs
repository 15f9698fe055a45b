//! How deep a text is nested, told before a parser that calls itself for each level reads it.

/// Where a bracket opens one level more than `most`, outside the strings and comments of JSON, JSON5
/// and JavaScript. Cost: one pass over the text.
pub(crate) fn too_deep(text: &str, most: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let after = |at: usize, end: &str| {
        let rest = text.get(at..).unwrap_or_default();
        rest.find(end)
            .map_or(bytes.len(), |found| at + found + end.len())
    };
    let mut depth = 0_usize;
    let mut quote = None;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at = match (byte, quote) {
            (b'\\', Some(_)) => at + 2,
            (byte, Some(open)) => {
                quote = (*byte != open).then_some(open);
                at + 1
            }
            (b'"' | b'\'', None) => {
                quote = Some(*byte);
                at + 1
            }
            (b'/', None) => match bytes.get(at + 1) {
                Some(b'/') => after(at, "\n"),
                Some(b'*') => after(at + 2, "*/"),
                _ => at + 1,
            },
            (b'[' | b'{', None) => {
                depth += 1;
                if depth > most {
                    return Some(at);
                }
                at + 1
            }
            (b']' | b'}', None) => {
                depth = depth.saturating_sub(1);
                at + 1
            }
            _ => at + 1,
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_strings_and_comments_are_no_depth() {
        let strings = format!("['{}', \"{}\\\"\"]", "[".repeat(600), "{".repeat(600));
        let comments = format!("// {}\n/* {} */ 1", "[".repeat(600), "{".repeat(600));
        for text in [strings, comments, "[],".repeat(2000)] {
            assert_eq!(too_deep(&text, 512), None);
        }
    }

    #[test]
    fn the_first_bracket_too_many_is_told() {
        assert_eq!(too_deep("[[{}, []], [[[]]]]", 3), Some(13));
    }
}
