//! A long page of Markdown, read step by step: so that a reader of its progress is told, and can stop it
//! with what was read.
//!
//! A step ends before a heading. What is read does not depend on where that is: a page whose links
//! are defined apart from where they stand is read in one step.

use std::collections::HashMap;
use std::sync::Arc;

use super::{Splitter, fence_mark, front_blocks, front_matter};
use crate::api::Note;
use crate::document::{Block, Document, Lines};

/// The bytes that a step reads, and some more up to a heading.
const STEP: usize = 256 * 1024;

/// A page that is being read.
#[derive(Debug)]
pub struct Reading {
    name: String,
    source: String,
    lines: Lines,
    step: usize,
    at: usize,
    last: HashMap<String, Option<usize>>,
    blocks: Vec<Block>,
    /// Where its sections begin.
    sections: Arc<[usize]>,
}

impl Reading {
    /// Begins to read a page. None if it is read in one step, because it is short or cannot be parted.
    pub fn open(name: &str, source: &str) -> Option<Self> {
        (source.len() >= 2 * STEP).then(|| Self::by(name, source, STEP))?
    }

    fn by(name: &str, source: &str, step: usize) -> Option<Self> {
        let sections = sections(source)?;
        let (front, body) = front_matter(source);
        Some(Self {
            name: name.to_owned(),
            lines: Lines::new(source),
            step,
            at: source.len() - body.len(),
            last: HashMap::new(),
            blocks: front_blocks(front),
            sections,
            source: source.to_owned(),
        })
    }

    /// Reads on; false at the end.
    pub fn step(&mut self) -> bool {
        let mut splitter = Splitter {
            source: &self.source,
            lines: &self.lines,
            at: self.at,
            until: self.at.saturating_add(self.step),
            last: std::mem::take(&mut self.last),
        };
        self.blocks.extend(splitter.blocks(None, 0));
        self.at = splitter.at;
        self.last = splitter.last;
        self.at < self.source.len()
    }

    /// How many sections have been read.
    pub fn sections(&self) -> usize {
        self.sections.partition_point(|start| *start < self.at)
    }

    /// How many sections there are.
    pub fn of(&self) -> usize {
        self.sections.len()
    }

    /// What was read.
    pub fn finish(self) -> Document {
        let (read, of) = (self.sections(), self.of());
        let is_whole = self.at >= self.source.len();
        let note = (!is_whole).then(|| Note {
            code: "stopped".to_owned(),
            document: self.name.clone(),
            message: format!(
                "Stopped after {read} of {of} sections: what comes later is not in the result."
            ),
        });
        Document {
            name: self.name,
            blocks: self.blocks,
            notes: note.into_iter().collect(),
        }
    }
}

/// Where headings begin, outside of code. None if the page defines links or footnotes, which may be
/// used anywhere, or if it has a fence within HTML, which is none there.
fn sections(source: &str) -> Option<Arc<[usize]>> {
    let mut found = Vec::new();
    let mut fence: Option<String> = None;
    let mut html: Option<&str> = None;
    let mut at = 0;
    for line in source.split_inclusive('\n') {
        let trimmed = line.trim_start();
        if let Some(mark) = &fence {
            if trimmed.starts_with(mark.as_str()) {
                fence = None;
            }
            at += line.len();
            continue;
        }
        html = html.or_else(|| html_end(trimmed));
        let is_over = html.is_some_and(|end| match end {
            "" => trimmed.is_empty(),
            end => line.to_ascii_lowercase().contains(end),
        });
        if html.is_some() && fence_mark(trimmed).is_some() {
            return None;
        }
        if is_over {
            html = None;
        }
        if let Some(mark) = fence_mark(trimmed) {
            fence = Some(mark);
        } else if trimmed.starts_with('[') && trimmed.contains("]:") {
            return None;
        } else if is_heading(line) {
            found.push(at);
        }
        at += line.len();
    }
    Some(found.into())
}

/// What ends the block of HTML that a line begins (`CommonMark` 0.31, 4.6), an empty line if that is an
/// empty text; none if it begins no such block.
fn html_end(line: &str) -> Option<&'static str> {
    let tag = line.strip_prefix('<')?;
    let tag = tag.strip_prefix('/').unwrap_or(tag);
    let lower = tag.get(..8).unwrap_or(tag).to_ascii_lowercase();
    let raw = [
        ("!--", "-->"),
        ("pre", "</pre>"),
        ("script", "</script>"),
        ("style", "</style>"),
        ("textarea", "</textarea>"),
    ];
    let raw = raw.iter().find(|(name, _)| lower.starts_with(name));
    let is_tag = tag.starts_with(|c: char| c.is_ascii_lowercase());
    raw.map(|(_, end)| *end).or(is_tag.then_some(""))
}

/// Whether a page may be parted before a line: a heading after an empty line, which ends whatever
/// stands above it.
pub(super) fn may_part(source: &str, start: usize, line: &str) -> bool {
    let before = source.get(..start).unwrap_or_default();
    is_heading(line) && (before.ends_with("\n\n") || before.ends_with("\n\r\n"))
}

/// Whether a line is a heading (`CommonMark` 0.31, 4.2) that stands in nothing else.
fn is_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    (1..=6).contains(&level) && rest.starts_with([' ', '\t', '\n', '\r'])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(source: &str, step: usize) -> Option<(Document, usize)> {
        let mut reading = Reading::by("a.md", source, step)?;
        let mut steps = 1;
        while reading.step() {
            steps += 1;
        }
        assert_eq!(reading.sections(), reading.of());
        Some((reading.finish(), steps))
    }

    #[test]
    fn a_page_that_is_stopped_keeps_its_sections() {
        let parts: Vec<String> = (0..9)
            .map(|n| format!("# Part {n}\n\n`GET /parts/{n}`\n\n"))
            .collect();
        let source = parts.concat();
        let mut reading = Reading::by("a.md", &source, 1).unwrap();
        for _ in 0..3 {
            assert!(reading.step());
        }
        assert_eq!((reading.sections(), reading.of()), (3, 9));
        let document = reading.finish();
        assert_eq!(document.blocks.len(), 6);
        assert!(document.notes[0].message.contains("3 of 9 sections"));
        assert_eq!(read(&source, 1).unwrap().1, 9);
        assert!(Reading::open("a.md", &source).is_none());
        assert!(Reading::by("a.md", "# A\n\n[a]\n\n[a]: /b\n", 1).is_none());
    }

    proptest! {
        /// In how many steps a page is read makes no difference.
        #[test]
        fn steps_make_no_difference(
            parts in prop::collection::vec(prop::sample::select(vec![
                "# One\n", "## Two\n\n", "text\n", "\n", "- a\n", "  # In an item\n", "> # Quoted\n",
                "```\n", "~~~\n", "<Tabs>\n", "</Tabs>\n", "<div>\n", "</div>\n", "| a | b |\n|--|--|\n",
                "| # | c |\n", "<!-- \n# hidden\n -->\n", "    # code\n", "Setext\n---\n", "#not\n", "#\n",
                "{{< tab >}}\n", "<table>\n<tr><td>\n", "</td></tr></table>\n", "1. one\n", ":::note\n",
            ]), 0..40),
            step in 1_usize..200,
        ) {
            let source = parts.concat();
            if let Some((document, _)) = read(&source, step) {
                prop_assert_eq!(document, super::super::read("a.md", &source));
            }
        }
    }
}
