//! What mermaid.js refuses although `merman` accepts it.

use crate::text::header_line;

/// Characters that mermaid.js reads in no text of a quadrant chart unless it is quoted.
const NOT_IN_QUADRANTS: &[char] = &['(', ')', '{', '}', '<', '>', '|', '^', '~', '@'];

/// Where mermaid.js stops, in bytes, and why; `None` if it does not.
pub(crate) fn refused(kind: &str, text: &str) -> Option<(usize, &'static str)> {
    match kind {
        "quadrantChart" => in_quadrants(text),
        "flowchart" | "flowchart-v2" => in_flowchart(text),
        _ => None,
    }
}

/// A bracket in a subgraph's bare title; styles parted by what ends the code of a character.
fn in_flowchart(text: &str) -> Option<(usize, &'static str)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let begin = start + line.len() - line.trim_start().len();
        start += line.len();
        if let Some(title) = words.strip_prefix("subgraph ") {
            let bracket = title.find(['(', ')']);
            if !title.contains(['"', '[', '`'])
                && let Some(at) = bracket
            {
                let at = begin + words.len() - title.len() + at;
                return Some((
                    at,
                    "a bracket in the title of a subgraph needs quotes around it",
                ));
            }
        } else if ["classDef ", "style ", "linkStyle "]
            .iter()
            .any(|word| words.starts_with(word))
            && let Some(at) = character_code(words)
        {
            return Some((begin + at, "styles are parted by commas"));
        }
    }
    None
}

/// Where `#f00;` stands that is no colour but the code of a character: the last semicolon of a line
/// alone is taken for its end.
fn character_code(line: &str) -> Option<usize> {
    let (list, _) = line.rsplit_once(';')?;
    let (at, _) = list.match_indices('#').find(|(at, _)| {
        let rest = list.get(at + 1..).unwrap_or_default();
        let word = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
        word.len() < rest.len() && word.starts_with(';')
    })?;
    Some(at)
}

fn in_quadrants(text: &str) -> Option<(usize, &'static str)> {
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
    fn brackets_in_a_bare_title_need_quotes() {
        let refused = |text| refused("flowchart-v2", text).map(|(at, _)| at);
        assert_eq!(refused("graph TD\n  subgraph API (v2)\n  end\n"), Some(24));
        assert_eq!(refused("graph TD\n  subgraph \"API (v2)\"\n  end\n"), None);
        assert_eq!(refused("graph TD\n  subgraph a[API (v2)]\n  end\n"), None);
    }

    #[test]
    fn a_colour_before_a_semicolon_is_the_code_of_a_character() {
        let refused = |text| refused("flowchart-v2", text).map(|(at, _)| at);
        assert_eq!(
            refused("graph TD\nclassDef a fill:#f00; stroke:#000;\n"),
            Some(25)
        );
        assert_eq!(
            refused("graph TD\nclassDef a fill:#f00,stroke:#000;\n"),
            None
        );
        assert_eq!(refused("graph TD\nclassDef a fill:red; A-->B\n"), None);
    }

    #[test]
    fn brackets_in_a_quadrant_need_quotes() {
        let text = "quadrantChart\ntitle a (b)\nx-axis Low --> High\n\"A (x)\": [0.3, 0.6]\n";
        assert_eq!(refused("quadrantChart", text), None);
        let text = "quadrantChart\nA (x): [0.3, 0.6]\n";
        assert_eq!(refused("quadrantChart", text).unwrap().0, 16);
        assert_eq!(refused("pie", text), None);
    }
}
