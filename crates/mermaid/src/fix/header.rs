//! A first word that names no diagram, such as `sequencediagram` or `flow chart`.

use super::{Change, Family, Mend, Mended, ParseError};
use crate::text::header_line;

pub(super) struct Header;

/// What mermaid.js takes as the first word.
const HEADERS: &[&str] = &[
    "flowchart",
    "flowchart-elk",
    "graph",
    "sequenceDiagram",
    "classDiagram",
    "classDiagram-v2",
    "stateDiagram",
    "stateDiagram-v2",
    "erDiagram",
    "gantt",
    "pie",
    "timeline",
    "quadrantChart",
    "mindmap",
    "journey",
    "gitGraph",
    "requirementDiagram",
    "C4Context",
    "C4Container",
    "C4Component",
    "C4Dynamic",
    "C4Deployment",
    "sankey",
    "sankey-beta",
    "xychart",
    "xychart-beta",
    "block",
    "block-beta",
    "packet",
    "packet-beta",
    "kanban",
    "architecture",
    "architecture-beta",
    "radar-beta",
    "treemap",
    "treemap-beta",
    "treeView-beta",
    "venn-beta",
    "ishikawa-beta",
    "wardley-beta",
    "eventmodeling",
    "info",
    "zenuml",
];

/// Names that people and models use for a diagram.
const ALIASES: &[(&str, &str)] = &[
    ("flow", "flowchart"),
    ("flowgraph", "flowchart"),
    ("flowdiagram", "flowchart"),
    ("flowchartdiagram", "flowchart"),
    ("sequence", "sequenceDiagram"),
    ("seqdiagram", "sequenceDiagram"),
    ("sequencechart", "sequenceDiagram"),
    ("class", "classDiagram"),
    ("classes", "classDiagram"),
    ("state", "stateDiagram-v2"),
    ("statemachine", "stateDiagram-v2"),
    ("statechart", "stateDiagram-v2"),
    ("er", "erDiagram"),
    ("erd", "erDiagram"),
    ("entityrelationshipdiagram", "erDiagram"),
    ("entityrelationship", "erDiagram"),
    ("ganttchart", "gantt"),
    ("ganttdiagram", "gantt"),
    ("piechart", "pie"),
    ("quadrant", "quadrantChart"),
    ("mindmapdiagram", "mindmap"),
    ("userjourney", "journey"),
    ("journeydiagram", "journey"),
    ("git", "gitGraph"),
    ("gitdiagram", "gitGraph"),
    ("requirement", "requirementDiagram"),
    ("timelinediagram", "timeline"),
    ("c4", "C4Context"),
    ("sankeydiagram", "sankey-beta"),
    ("barchart", "xychart-beta"),
    ("linechart", "xychart-beta"),
    ("architecturediagram", "architecture-beta"),
    ("radar", "radar-beta"),
    ("blockdiagram", "block-beta"),
    ("packetdiagram", "packet-beta"),
];

/// Whether a line begins with a word that names a diagram.
pub(crate) fn is_header(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or("");
    let word = word.trim_end_matches([';', ':']);
    if !HEADERS.contains(&word) {
        return false;
    }
    // "graph" and "block" are words of prose too: a header says little more.
    let rest = line.trim().get(word.len()..).unwrap_or("").trim();
    match word {
        "graph" | "flowchart" => {
            rest.is_empty() || direction(rest.split([' ', ';']).next().unwrap_or("")).is_some()
        }
        "block" | "info" | "architecture" | "packet" | "journey" | "timeline" | "treemap" => {
            rest.is_empty()
        }
        _ => true,
    }
}

impl Mend for Header {
    fn code(&self) -> &'static str {
        "header"
    }

    fn mend(&self, text: &str, family: Family, error: &ParseError) -> Option<Mended> {
        let lines: Vec<_> = text.split_inclusive('\n').collect();
        let trimmed: Vec<_> = lines.iter().map(|line| line.trim_end()).collect();
        let number = header_line(&trimmed)?;
        let line = *trimmed.get(number)?;
        let (new, message) = match family {
            Family::Flowchart => mended_direction(line)?,
            _ if error.kind.is_some() => return None,
            _ => match named(line) {
                Some(new) => {
                    let message = format!("`{}` → `{new}`", line.trim());
                    (new, message)
                }
                None => missing(text, line)?,
            },
        };
        let mut output = lines.get(..number)?.concat();
        output.push_str(&new);
        output.push_str(lines.get(number)?.get(line.len()..)?);
        output.push_str(&lines.get(number + 1..)?.concat());
        Some(Mended {
            text: output,
            changes: vec![Change {
                code: self.code(),
                line: u32::try_from(number + 1).unwrap_or(u32::MAX),
                message,
            }],
        })
    }
}

/// The line with the diagram's right name, if it has a wrong one.
fn named(line: &str) -> Option<String> {
    let line = line
        .trim()
        .trim_start_matches(['#', '*', '`', '@'])
        .trim_start();
    let line = line.strip_prefix("mermaid ").unwrap_or(line);
    let words: Vec<_> = line.split_whitespace().collect();
    // "sequence diagram" is two words for one, "flow chart TD" too.
    let counts = || (1..=3.min(words.len())).rev();
    let exact = counts().map(|count| (count, named_so as fn(&str) -> _));
    let near = counts().map(|count| (count, misspelt as fn(&str) -> _));
    exact.chain(near).find_map(|(count, known)| {
        let (name, rest) = words.split_at_checked(count)?;
        let header = known(&plain(&name.concat()))?;
        let rest = rest.join(" ");
        match Family::of_header(header) {
            Family::Flowchart => {
                let direction = direction(&rest).unwrap_or("TD");
                Some(format!("{header} {direction}"))
            }
            _ if rest.is_empty() => Some(header.to_owned()),
            Family::Pie => Some(format!("{header} {rest}")),
            // More words than a header has: this is a sentence.
            _ => None,
        }
    })
}

/// A word without case and punctuation.
fn plain(word: &str) -> String {
    word.chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect()
}

/// The header that a plain word is, or is an alias of.
fn named_so(word: &str) -> Option<&'static str> {
    let same = HEADERS.iter().copied().find(|header| plain(header) == word);
    let alias = || ALIASES.iter().find(|(alias, _)| *alias == word);
    same.or_else(|| alias().map(|(_, header)| *header))
}

/// The header that a plain word is but for one or two slips of the pen.
fn misspelt(word: &str) -> Option<&'static str> {
    // The longest header and a slip or two; a text without blanks may be long.
    if word.len() > 24 {
        return None;
    }
    HEADERS
        .iter()
        .copied()
        .filter(|header| header.len() >= 5)
        .map(|header| (distance(&plain(header), word), header))
        .filter(|(slips, header)| *slips <= if header.len() > 8 { 2 } else { 1 })
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, header)| header)
}

/// Levenshtein distance.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.bytes().enumerate() {
        let mut corner = i;
        let mut left = i + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(b.bytes()) {
            let above = *cell;
            left = (above + 1).min(left + 1).min(corner + usize::from(x != y));
            corner = above;
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

/// A direction as mermaid.js writes it, from how people write it.
fn direction(text: &str) -> Option<&'static str> {
    let plain: String = text
        .chars()
        .filter(char::is_ascii_alphabetic)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    Some(match plain.as_str() {
        "tb" | "topbottom" | "toptobottom" | "vertical" => "TB",
        "td" | "topdown" | "down" => "TD",
        "bt" | "bottomtop" | "bottomtotop" | "bottomup" | "up" => "BT",
        "lr" | "leftright" | "lefttoright" | "horizontal" | "right" => "LR",
        "rl" | "rightleft" | "righttoleft" | "left" => "RL",
        _ => return None,
    })
}

/// A flowchart's header whose direction is none.
fn mended_direction(line: &str) -> Option<(String, String)> {
    let mut words = line.split_whitespace();
    let name = words.next()?;
    let rest: Vec<_> = words.collect();
    let rest = rest.join(" ");
    let written = rest.trim_end_matches([';', ':']);
    let meant = match direction(written) {
        Some(meant) => meant,
        None if written.is_empty() => "TD",
        None => return None,
    };
    let new = format!("{} {meant}", name.trim_end_matches([';', ':']));
    (new != line.trim()).then(|| (new.clone(), format!("`{}` → `{new}`", line.trim())))
}

/// A diagram without a header, whose first line shows what it is.
fn missing(text: &str, line: &str) -> Option<(String, String)> {
    let has = |mark: &str| text.contains(mark);
    let header = if has("->>") || has("-->>") {
        "sequenceDiagram"
    } else if has("||--") || has("}o--") || has("}|--") {
        "erDiagram"
    } else if has("<|--") || has("*--") || has("o--") {
        "classDiagram"
    } else if has("[*] -->") || has("--> [*]") {
        "stateDiagram-v2"
    } else if has("-->") || has("==>") || has("-.->") {
        "flowchart TD"
    } else {
        return None;
    };
    Some((
        format!("{header}\n{line}"),
        format!("added the missing `{header}`"),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_recognised_however_it_is_written() {
        for (written, meant) in [
            ("sequencediagram", "sequenceDiagram"),
            ("Sequence Diagram", "sequenceDiagram"),
            ("flow chart LR", "flowchart LR"),
            ("flowchrat TD", "flowchart TD"),
            ("ER diagram", "erDiagram"),
            ("gitgraph", "gitGraph"),
            ("stateDiagramV2", "stateDiagram-v2"),
            ("mermaid classDiagram", "classDiagram"),
            ("Flowchart top to bottom", "flowchart TB"),
        ] {
            assert_eq!(named(written).as_deref(), Some(meant), "{written}");
        }
    }

    #[test]
    fn a_sentence_is_no_name() {
        for sentence in ["Here is your diagram:", "The state of things", "a pie"] {
            assert_eq!(named(sentence), None, "{sentence}");
        }
    }
}
