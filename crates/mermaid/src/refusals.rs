//! What mermaid.js refuses although `merman` accepts it.

use crate::text::header_line;

/// Characters that mermaid.js reads in no text of a quadrant chart unless it is quoted.
const NOT_IN_QUADRANTS: &[char] = &['(', ')', '{', '}', '<', '>', '|', '^', '~', '@'];

/// Where mermaid.js stops, in bytes, and why; `None` if it does not.
pub(crate) fn refused(kind: &str, text: &str) -> Option<(usize, &'static str)> {
    if kind != "quadrantChart" {
        return None;
    }
    let header = header_line(&text.lines().collect::<Vec<_>>())?;
    let mut start = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let words = line.trim_start();
        let is_free = ["%%", "title", "accTitle", "accDescr", "classDef"]
            .iter()
            .any(|word| words.starts_with(word));
        if number > header
            && !is_free
            && let Some(at) = unreadable(line)
        {
            return Some((start + at, "this character may stand in quotes only"));
        }
        start += line.len();
    }
    None
}

/// The first character of a line that can be read only in quotes; what stands after a point's name
/// is none of its text.
fn unreadable(line: &str) -> Option<usize> {
    let mut in_quotes = false;
    for (at, c) in line.char_indices() {
        match c {
            '"' => in_quotes = !in_quotes,
            '[' if !in_quotes => return None,
            '>' if line.get(..at).is_some_and(|before| before.ends_with("--")) => {}
            _ if !in_quotes && NOT_IN_QUADRANTS.contains(&c) => return Some(at),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_a_quadrant_need_quotes() {
        let text = "quadrantChart\ntitle a (b)\nx-axis Low --> High\n\"A (x)\": [0.3, 0.6]\n";
        assert_eq!(refused("quadrantChart", text), None);
        let text = "quadrantChart\nA (x): [0.3, 0.6]\n";
        assert_eq!(refused("quadrantChart", text).unwrap().0, 16);
        assert_eq!(refused("pie", text), None);
    }
}
