//! How deep each line of a diagram lies.

use crate::diagram::Family;
use crate::text::{header_line, indentation};

/// A line, and how deep it lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) depth: Depth,
    pub(super) text: &'a str,
    /// Whether it stays as it is: front matter, and texts that go on over lines.
    pub(super) is_fixed: bool,
}

/// How deep a line lies, in the way of its family.
#[derive(Debug, Clone, Copy)]
pub(super) struct Depth {
    levels: usize,
    width: usize,
    family: Family,
}

impl Depth {
    pub(super) fn spaces(self) -> usize {
        self.levels * self.width
    }

    pub(super) fn family(self) -> Family {
        self.family
    }
}

/// The spaces of a level.
const WIDTH: usize = 4;
/// The spaces of a level where levels mean something, and are many.
const NARROW: usize = 2;

/// What a family's blocks look like.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Blocks {
    /// Words open them, `end` closes them.
    Words,
    /// Braces do.
    Braces,
    /// `section` begins one that ends with the next.
    Sections,
    /// Indentation itself does.
    Indentation,
    /// There are none.
    None,
}

/// The lines of a diagram.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let all: Vec<&str> = text.lines().collect();
    let Some(header) = header_line(&all) else {
        return all
            .into_iter()
            .map(|text| line(text, 0, WIDTH, Family::Other, true))
            .collect();
    };
    let word = all
        .get(header)
        .and_then(|line| line.split_whitespace().next())
        .unwrap_or("");
    let family = Family::of_header(word);
    let blocks = blocks(word.trim_end_matches([';', ':']));
    let mut found = Vec::with_capacity(all.len());
    let (before, body) = all.split_at(header);
    let mut in_front_matter = false;
    for text in before {
        let is_fence = text.trim() == "---";
        in_front_matter ^= is_fence;
        let is_fixed = in_front_matter
            || is_fence
            || text.trim_start().starts_with("%%{")
            || !text.trim_start().starts_with("%%");
        found.push(line(
            text,
            0,
            WIDTH,
            family,
            is_fixed && !text.trim().is_empty(),
        ));
    }
    let mut state = State::default();
    let mut body = body.iter();
    if let Some(header) = body.next() {
        found.push(line(header, 0, WIDTH, family, false));
        // A header may open a block on its own line, or a text.
        state.read(header.trim(), blocks, family);
        state.open.clear();
        state.depth = 0;
    }
    for text in body {
        let content = text.trim();
        let is_fixed = state.in_text;
        let levels = match blocks {
            Blocks::Indentation => 1 + state.level(indentation(text), content),
            _ => 1 + state.before(content, blocks, family),
        };
        let width = if blocks == Blocks::Indentation {
            NARROW
        } else {
            WIDTH
        };
        state.read(content, blocks, family);
        found.push(line(text, levels, width, family, is_fixed));
    }
    found
}

fn line(text: &str, levels: usize, width: usize, family: Family, is_fixed: bool) -> Line<'_> {
    Line {
        depth: Depth {
            levels,
            width,
            family,
        },
        text,
        is_fixed,
    }
}

fn blocks(word: &str) -> Blocks {
    match word {
        "flowchart" | "graph" | "flowchart-elk" | "sequenceDiagram" | "block" | "block-beta" => {
            Blocks::Words
        }
        "classDiagram" | "classDiagram-v2" | "stateDiagram" | "stateDiagram-v2" | "erDiagram"
        | "requirementDiagram" | "C4Context" | "C4Container" | "C4Component" | "C4Dynamic"
        | "C4Deployment" => Blocks::Braces,
        "gantt" | "journey" | "timeline" => Blocks::Sections,
        "mindmap" | "kanban" | "treemap" | "treemap-beta" | "treeView-beta" | "ishikawa-beta"
        | "ishikawa" | "wardley-beta" | "venn-beta" | "eventmodeling" => Blocks::Indentation,
        _ => Blocks::None,
    }
}

/// What has been opened so far.
#[derive(Default)]
struct State {
    depth: usize,
    /// Whether a text that began on a line before goes on.
    in_text: bool,
    /// The columns of the lines that a line of a family of indentation may lie under.
    open: Vec<usize>,
}

impl State {
    /// How deep a line lies, before it opens anything itself.
    fn before(&self, content: &str, blocks: Blocks, family: Family) -> usize {
        let word = content
            .split_whitespace()
            .next()
            .unwrap_or("")
            .trim_end_matches(';');
        let closes = match blocks {
            Blocks::Words => {
                word == "end"
                    || (family == Family::Sequence && matches!(word, "else" | "and" | "option"))
            }
            Blocks::Braces => content.starts_with('}'),
            Blocks::Sections => word == "section",
            Blocks::Indentation | Blocks::None => false,
        };
        self.depth.saturating_sub(usize::from(closes))
    }

    /// Takes what a line opens and closes.
    fn read(&mut self, content: &str, blocks: Blocks, family: Family) {
        let was_in_text = self.in_text;
        if content.starts_with("accDescr") && content.contains('{') && !content.contains('}') {
            self.in_text = true;
            return;
        }
        if was_in_text && !content.contains('"') {
            self.in_text =
                !content.contains('}') || blocks != Blocks::Braces && content.contains('[');
            if content.trim() == "}" {
                self.in_text = false;
            }
            return;
        }
        if content.starts_with("%%") {
            return;
        }
        let quotes = content.matches('"').count();
        self.in_text = was_in_text ^ (quotes % 2 == 1);
        if was_in_text {
            return;
        }
        let word = content
            .split_whitespace()
            .next()
            .unwrap_or("")
            .trim_end_matches(';');
        match blocks {
            Blocks::Words => {
                let opens = match family {
                    Family::Sequence => matches!(
                        word,
                        "loop"
                            | "alt"
                            | "opt"
                            | "par"
                            | "par_over"
                            | "critical"
                            | "break"
                            | "rect"
                            | "box"
                    ),
                    Family::Flowchart => word == "subgraph",
                    _ => word == "block" || content.starts_with("block:"),
                };
                if opens {
                    self.depth += 1;
                } else if word == "end" {
                    self.depth = self.depth.saturating_sub(1);
                }
            }
            Blocks::Braces => {
                let opens = content.ends_with('{');
                let closes = content.starts_with('}');
                if opens && !closes {
                    self.depth += 1;
                } else if closes && !opens {
                    self.depth = self.depth.saturating_sub(1);
                }
            }
            Blocks::Sections => {
                if word == "section" {
                    self.depth = 1;
                }
            }
            Blocks::Indentation | Blocks::None => {}
        }
    }

    /// The level of a line where indentation means something: how many lines it lies under.
    fn level(&mut self, indentation: &str, content: &str) -> usize {
        if content.is_empty() || content.starts_with("%%") {
            return self.open.len().saturating_sub(1);
        }
        let column = indentation.chars().count();
        while self.open.last().is_some_and(|last| *last >= column) {
            self.open.pop();
        }
        self.open.push(column);
        self.open.len() - 1
    }
}
