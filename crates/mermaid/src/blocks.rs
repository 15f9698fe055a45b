//! Blocks that are open: subgraphs, loops, bodies in braces, notes.

use crate::diagram::Family;
use crate::text::Lead;

/// How an open block is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Close {
    End,
    EndNote,
    Brace,
}

/// The blocks that are open after some lines, the innermost last.
#[derive(Debug, Clone, Default)]
pub(crate) struct Blocks {
    open: Vec<Close>,
}

impl Blocks {
    pub(crate) fn is_empty(&self) -> bool {
        self.open.is_empty()
    }

    /// How many there are.
    fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether the innermost is a note.
    pub(crate) fn is_in_note(&self) -> bool {
        self.open.last() == Some(&Close::EndNote)
    }

    /// The lines that close them all.
    pub(crate) fn closing(&self) -> String {
        let words = self.open.iter().rev().map(|close| match close {
            Close::End => "end\n",
            Close::EndNote => "end note\n",
            Close::Brace => "}\n",
        });
        words.collect()
    }

    /// Forgets the innermost.
    pub(crate) fn close(&mut self) {
        self.open.pop();
    }

    /// Takes a line after the header.
    pub(crate) fn read(&mut self, line: &str, family: Family) {
        let line = line.trim();
        if line.starts_with("%%") {
            return;
        }
        // Only a description is in braces where blocks are not.
        let in_description = matches!(family, Family::Flowchart | Family::Sequence)
            && self.open.last() == Some(&Close::Brace);
        if line.starts_with("accDescr") || in_description {
            self.braces(line);
            return;
        }
        let mut words = line.split_whitespace();
        let first = words.next().unwrap_or("").trim_end_matches(';');
        match family {
            Family::Flowchart => {
                for statement in line.split(';') {
                    let word = statement.split_whitespace().next();
                    self.word(word == Some("subgraph"), word == Some("end"));
                }
            }
            Family::Sequence => {
                let word = first.to_ascii_lowercase();
                let opens = matches!(
                    word.as_str(),
                    "loop"
                        | "alt"
                        | "opt"
                        | "par"
                        | "par_over"
                        | "critical"
                        | "break"
                        | "rect"
                        | "box"
                );
                self.word(opens && !line.contains("->"), word == "end");
            }
            Family::State if self.open.last() == Some(&Close::EndNote) => {
                if line.eq_ignore_ascii_case("end note") {
                    self.open.pop();
                }
            }
            Family::State if first == "note" && !line.contains(':') && !line.contains('"') => {
                self.open.push(Close::EndNote);
            }
            Family::Other if first.starts_with("block:") || line == "block" => {
                self.open.push(Close::End);
            }
            Family::Other if line == "end" => self.word(false, true),
            Family::State | Family::Class | Family::Er | Family::Other => self.braces(line),
            Family::Mindmap | Family::Gantt | Family::Pie | Family::Timeline | Family::Quadrant => {
            }
        }
    }

    fn word(&mut self, opens: bool, closes: bool) {
        if opens {
            self.open.push(Close::End);
        } else if closes && self.open.last() == Some(&Close::End) {
            self.open.pop();
        }
    }

    /// A brace opens a block at the end of a line, and closes one at its beginning.
    fn braces(&mut self, line: &str) {
        let closes = line.starts_with('}') || line.ends_with('}') && !line.contains('{');
        if closes && self.open.last() == Some(&Close::Brace) {
            self.open.pop();
        }
        if line.ends_with('{') {
            self.open.push(Close::Brace);
        }
    }
}

/// Where a line opens a block within `most` others, in bytes. Cost: one pass.
pub(crate) fn too_deep(text: &str, most: usize) -> Option<usize> {
    let mut lead = Lead::default();
    let mut family = None;
    let mut blocks = Blocks::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        match family {
            Some(family) => blocks.read(line, family),
            None if lead.ends_at(line) => {
                let word = line
                    .split([' ', '\t', ';', '\n'])
                    .find(|word| !word.is_empty());
                family = word.map(|word| Family::of_header(word.trim()));
            }
            None => {}
        }
        if blocks.depth() > most {
            return Some(start);
        }
        start += line.len();
    }
    None
}
