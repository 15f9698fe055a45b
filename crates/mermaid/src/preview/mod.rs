//! A diagram that is still being written, as a diagram that can be drawn.
//!
//! ```
//! use ichiban_mermaid::preview::Preview;
//!
//! let mut preview = Preview::default();
//! preview.push("Here it is:\n```mermaid\nflowchart TD\n  subgraph one\n    A[Start] --> B[En");
//! let frame = preview.frame().unwrap();
//! assert_eq!(frame.text, "flowchart TD\n  subgraph one\nA[Start]\nend\n");
//! preview.push("d]\n");
//! let frame = preview.frame().unwrap();
//! assert_eq!(frame.text, "flowchart TD\n  subgraph one\n    A[Start] --> B[End]\nend\n");
//! assert_eq!(frame.new_nodes, ["B"]);
//! ```
//!
//! What is shown is what is certain: a statement counts once it has ended, and before that only the
//! nodes in it that nothing to come can change. Blocks that are open are closed. If that is no
//! diagram, it is mended ([`crate::fix`]), or what the grammar stops at is left out.
//!
//! The layout of one frame knows nothing of the one before: `merman` cannot be told where a node
//! was. Frames keep the order in which nodes arrived, by which the layout breaks its ties, and a
//! page can move each picture so that most nodes stay where they were.

mod answer;
mod begun;
mod drawable;
mod statements;

use std::collections::BTreeSet;

use answer::Answer;
use begun::begun;
use drawable::{Form, form};
use ichiban_tool::Diagnostic;
use statements::Statements;

use crate::diagram::parse;
use crate::diff::node_names;
use crate::fix::{Change, Fixed, fix};

/// A diagram on its way, in a model's answer: what is around it is none of it.
///
/// Cost: each byte is looked at once as it arrives. The grammar is asked by [`frame`](Self::frame)
/// alone, and only if a statement has ended since the last one.
#[derive(Debug, Clone, Default)]
pub struct Preview {
    answer: Answer,
    statements: Statements,
    /// Where the source begins for `statements`.
    start: usize,
    /// What was certain when the last frame was made.
    seen: Option<Certain>,
    shown: Shown,
    is_drawable: bool,
}

/// How much of a source is certain: it only grows, so that its length tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Certain {
    start: usize,
    settled: usize,
    begun: Option<String>,
}

/// What the last frame showed.
#[derive(Debug, Clone, Default)]
struct Shown {
    text: String,
    lines: Vec<String>,
    nodes: BTreeSet<String>,
}

/// What can be drawn at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// A diagram that the grammar accepts.
    pub text: String,
    /// The lines of `text`, from 1, with the statements that the last frame did not show.
    pub new_lines: Vec<u32>,
    /// The ids of the nodes that no frame showed before: nodes of flowcharts and state diagrams,
    /// classes, entities, participants.
    pub new_nodes: Vec<String>,
    /// How many statements that have ended are not shown, because the grammar refuses them.
    pub left_out: usize,
}

/// How a diagram ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// It is whole.
    Complete {
        /// The diagram.
        text: String,
        /// What had to be mended; empty if it came as it is.
        changes: Vec<Change>,
    },
    /// The answer stopped before the diagram did.
    Cut {
        /// What can be drawn of it; empty if nothing can.
        text: String,
    },
    /// It is no diagram, and cannot be mended safely.
    Broken {
        /// The source as it came; empty if there was no diagram in the answer.
        source: String,
        /// What can be drawn of it; empty if nothing can.
        text: String,
        /// What is wrong with the source.
        diagnostics: Vec<Diagnostic>,
    },
}

impl Preview {
    /// Takes the next piece of the answer.
    pub fn push(&mut self, chunk: &str) {
        self.answer.push(chunk);
        let Some(source) = self.answer.source() else {
            return;
        };
        if source.start != self.start {
            self.start = source.start;
            self.statements = Statements::default();
        }
        self.statements.read(source.text);
    }

    /// The whole answer, as it came.
    pub fn received(&self) -> &str {
        self.answer.received()
    }

    /// The diagram's source, as far as it came, without fences and prose around it.
    pub fn source(&self) -> &str {
        self.answer.source().map_or("", |source| source.text)
    }

    /// What can be drawn now; `None` if that is what the last frame showed, or nothing.
    ///
    /// Cost: one pass of the grammar over what has arrived if a statement has ended, else none. Each
    /// mistake costs a few passes more, up to a bound.
    pub fn frame(&mut self) -> Option<Frame> {
        let source = self.answer.source()?;
        let settled = self.statements.settled(source.text, source.has_ended)?;
        let begun = begun(&settled);
        let certain = Certain {
            start: source.start,
            settled: settled.text.len(),
            begun,
        };
        if self.seen.as_ref() == Some(&certain) {
            return None;
        }
        let form = form(&settled, certain.begun.as_deref());
        self.seen = Some(certain);
        self.is_drawable = form.is_some();
        self.shown.show(&form?)
    }

    /// Whether all that is certain can be drawn; if not, what the last frame showed stays.
    pub fn is_drawable(&self) -> bool {
        self.is_drawable
    }

    /// What can be drawn, whatever was shown before; empty if nothing can.
    fn drawable(&self) -> String {
        let form = self.answer.source().and_then(|source| {
            let settled = self.statements.settled(source.text, source.has_ended)?;
            form(&settled, begun(&settled).as_deref())
        });
        form.map_or_else(String::new, |form| form.text())
    }

    /// Ends the answer; `is_whole` if the model said that this was all.
    ///
    /// Cost: that of [`fix`].
    pub fn finish(&self, is_whole: bool) -> Ending {
        let Some(source) = self.answer.source() else {
            return without_source(self.answer.received(), is_whole);
        };
        if !source.has_ended && !is_whole {
            return Ending::Cut {
                text: self.drawable(),
            };
        }
        let source = source.text.to_owned();
        if parse(&source).is_ok() {
            return Ending::Complete {
                text: source,
                changes: Vec::new(),
            };
        }
        let Fixed {
            text,
            changes,
            remaining,
        } = fix(&source);
        if remaining.is_empty() {
            Ending::Complete { text, changes }
        } else {
            Ending::Broken {
                text: self.drawable(),
                source,
                diagnostics: remaining,
            }
        }
    }
}

/// An answer in which no diagram was seen: its header may be a word that has to be mended first.
fn without_source(received: &str, is_whole: bool) -> Ending {
    let fixed = fix(received);
    match (fixed.remaining.is_empty(), is_whole) {
        (true, true) => Ending::Complete {
            text: fixed.text,
            changes: fixed.changes,
        },
        (false, true) => Ending::Broken {
            source: String::new(),
            text: String::new(),
            diagnostics: fixed.remaining,
        },
        (true, false) => Ending::Cut { text: fixed.text },
        (false, false) => Ending::Cut {
            text: String::new(),
        },
    }
}

impl Shown {
    fn show(&mut self, form: &Form) -> Option<Frame> {
        let text = form.text();
        if text == self.text {
            return None;
        }
        let lines: Vec<String> = form.body.lines().map(str::to_owned).collect();
        let same = self
            .lines
            .iter()
            .zip(&lines)
            .take_while(|(before, now)| before == now)
            .count();
        let is_statement = |line: &str| !line.trim().is_empty() && !line.trim().starts_with("%%");
        let new_lines = lines
            .iter()
            .zip(1_u32..)
            .skip(same)
            .filter(|(line, _)| is_statement(line))
            .map(|(_, number)| number)
            .collect();
        let mut new_nodes = node_names(&form.diagram);
        new_nodes.retain(|name| self.nodes.insert(name.clone()));
        self.text.clone_from(&text);
        self.lines = lines;
        Some(Frame {
            text,
            new_lines,
            new_nodes,
            left_out: form.left_out,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(text: &str) -> Option<String> {
        let mut preview = Preview::default();
        preview.push(text);
        preview.frame().map(|frame| frame.text)
    }

    #[test]
    fn a_statement_counts_once_it_has_ended() {
        assert_eq!(after("flowch"), None);
        let shown = after("flowchart TD\nA --> B\nB --> Cat").unwrap();
        assert_eq!(shown, "flowchart TD\nA --> B\nB\n");
        let shown = after("flowchart TD; A[\"x;y\"] --> B; B --> Ca").unwrap();
        assert_eq!(shown, "flowchart TD; A[\"x;y\"] --> B;\nB\n");
        let shown = after("flowchart TD\nA[\"a label\nof several").unwrap();
        assert_eq!(shown, "flowchart TD\n");
    }

    #[test]
    fn what_an_arrow_follows_is_certain() {
        for (text, shown) in [
            ("flowchart TD\nA[Start] --> B(End) -", "A[Start]\n"),
            (
                "flowchart TD\nA[Start] --> B(End) --",
                "A[Start] --> B(End)\n",
            ),
            (
                "flowchart TD\nA & B -->|x| C[one] ==> D[tw",
                "A & B -->|x| C[one]\n",
            ),
            ("sequenceDiagram\nAlice->>Bo", "participant Alice\n"),
            (
                "sequenceDiagram\nAlice-->>+Bob: Hel",
                "participant Alice\nparticipant Bob\n",
            ),
            ("classDiagram\nAnimal <|-- Du", "class Animal\n"),
            ("stateDiagram-v2\nIdle --> Mov", "Idle\n"),
            ("erDiagram\nORDER ||--o{ LI", "ORDER\n"),
        ] {
            let header = text.split('\n').next().unwrap();
            assert_eq!(after(text).unwrap(), format!("{header}\n{shown}"));
        }
    }

    #[test]
    fn a_participant_keeps_what_was_said_of_it() {
        let text = "sequenceDiagram\nparticipant A as Alice\nA->>B: Hel";
        let shown = "sequenceDiagram\nparticipant A as Alice\nparticipant B\n";
        assert_eq!(after(text).unwrap(), shown);
    }

    #[test]
    fn open_blocks_are_closed() {
        for (text, closing) in [
            (
                "sequenceDiagram\nloop always\nalt ok\nA->>B: hi\n",
                "end\nend\n",
            ),
            ("stateDiagram-v2\nstate A {\nb --> c\n", "}\n"),
            ("classDiagram\nclass A {\n+int x\n", "}\n"),
            (
                "flowchart TD\nsubgraph a\nsubgraph b\nX --> Y\n",
                "end\nend\n",
            ),
        ] {
            assert_eq!(after(text).unwrap(), format!("{text}{closing}"));
        }
        // What is noted is not known before it ends.
        let text = "stateDiagram-v2\nb --> c\nnote right of b\nwords\n";
        assert_eq!(after(text).unwrap(), "stateDiagram-v2\nb --> c\n");
    }

    #[test]
    fn what_a_model_gets_wrong_is_mended_on_the_way() {
        let shown = after("flowchart TD\nA[call(x)] --> B\nB --> C\nC --> ").unwrap();
        assert!(
            shown.contains("call(x)") && shown.contains("B --> C"),
            "{shown}"
        );
    }

    #[test]
    fn what_cannot_be_mended_is_left_out() {
        let mut preview = Preview::default();
        preview.push("flowchart TD\nA --> B\n");
        assert_eq!(preview.frame().unwrap().left_out, 0);
        preview.push("]]] ??? what\nB --> C\n");
        let frame = preview.frame().unwrap();
        assert_eq!((frame.left_out, frame.new_nodes), (1, vec!["C".to_owned()]));
        let Ending::Broken {
            text, diagnostics, ..
        } = preview.finish(true)
        else {
            panic!("this is no diagram");
        };
        assert_eq!(text, "flowchart TD\nA --> B\nB --> C\n");
        assert_eq!(diagnostics.first().unwrap().place.line, 3);
    }

    #[test]
    fn an_ending_says_whether_the_diagram_is_whole() {
        let ending = |text: &str, is_whole| {
            let mut preview = Preview::default();
            preview.push(text);
            preview.finish(is_whole)
        };
        let fenced = "```mermaid\npie\n\"a\" : 1\n";
        let text = "pie\n\"a\" : 1\n".to_owned();
        assert_eq!(ending(fenced, false), Ending::Cut { text: text.clone() });
        let complete = Ending::Complete {
            text,
            changes: Vec::new(),
        };
        assert_eq!(ending(fenced, true), complete);
        // What comes after the fence is none of the diagram.
        assert_eq!(ending(&format!("{fenced}```\nThis sh"), false), complete);
        let Ending::Complete { text, changes } =
            ending("flowchart TD\nsubgraph x\nA --> B\n", true)
        else {
            panic!("an `end` can be added");
        };
        assert!(text.ends_with("end\n") && changes.len() == 1);
        let Ending::Broken { source, .. } = ending("I cannot draw this.", true) else {
            panic!("there is no diagram");
        };
        assert_eq!(source, "");
    }

    #[test]
    fn nothing_is_done_where_nothing_ended() {
        let mut preview = Preview::default();
        preview.push("flowchart TD\nA --> B\n");
        assert!(preview.frame().is_some() && preview.frame().is_none());
        preview.push("C[a lon");
        assert!(preview.frame().is_none() && preview.is_drawable());
    }
}
