//! Which statements of a source have ended.

use crate::blocks::Blocks;
use crate::diagram::Family;
use crate::text::Lead;

/// A note or a label in quotes of more lines than this was never meant to be one.
const MOST_LINES_OF_TEXT: usize = 12;
/// The same of a label in brackets alone, which are forgotten more often.
const MOST_LINES_IN_BRACKETS: usize = 4;

/// The statements of a source as far as it came. Cost: each line is looked at once.
#[derive(Debug, Clone, Default)]
pub(super) struct Statements {
    lead: Lead,
    /// `None` before the header's end.
    family: Option<Family>,
    /// How much was looked at, in bytes: whole lines.
    read: usize,
    blocks: Blocks,
    /// A label or note that goes on over the end of its line.
    text: Option<Text>,
}

/// A text of several lines, of which the last has not come.
#[derive(Debug, Clone)]
struct Text {
    /// Where the statement begins, in bytes.
    start: usize,
    /// The blocks that were open then.
    blocks: Blocks,
    nesting: Nesting,
    lines: usize,
}

/// What is settled of a source.
#[derive(Debug, Clone)]
pub(super) struct Settled<'a> {
    /// Everything up to the end of the last statement that has ended.
    pub(super) text: &'a str,
    /// What comes after: the statement that is being written.
    pub(super) rest: &'a str,
    pub(super) family: Family,
    /// The blocks that are open after `text`.
    pub(super) blocks: Blocks,
}

impl Statements {
    /// Reads on in a source, of which more may have come than the last time.
    pub(super) fn read(&mut self, source: &str) {
        while let Some(line) = source
            .get(self.read..)
            .and_then(|rest| rest.split_inclusive('\n').next())
            .filter(|line| line.ends_with('\n'))
        {
            self.line(line);
            self.read += line.len();
        }
    }

    fn line(&mut self, line: &str) {
        let Some(family) = self.family else {
            if self.lead.ends_at(line) {
                let (header, rest) = line.split_once(';').unwrap_or((line, ""));
                let word = header.split_whitespace().next().unwrap_or("");
                let family = Family::of_header(word);
                self.family = Some(family);
                self.blocks.read(rest, family);
            }
            return;
        };
        if line.trim_start().starts_with("%%") {
            return;
        }
        let before = self.blocks.clone();
        self.blocks.read(line, family);
        let mut text = self.text.take().unwrap_or_else(|| Text {
            start: self.read,
            blocks: before,
            nesting: Nesting::default(),
            lines: 0,
        });
        if has_delimited_text(family) {
            text.nesting.read(line, family);
        }
        text.lines += 1;
        let most = if text.nesting.in_quotes || self.blocks.is_in_note() {
            MOST_LINES_OF_TEXT
        } else if text.nesting.is_open() {
            MOST_LINES_IN_BRACKETS
        } else {
            0
        };
        if text.lines <= most {
            self.text = Some(text);
        }
    }

    /// What is settled; `None` before the header's end.
    pub(super) fn settled<'a>(&self, source: &'a str, has_ended: bool) -> Option<Settled<'a>> {
        let family = if let Some(family) = self.family {
            family
        } else {
            // A diagram may be all on one line.
            let (header, _) = source.get(self.read..)?.split_once(';')?;
            Family::of_header(header.split_whitespace().next()?)
        };
        let mut blocks = self.blocks.clone();
        let mut end = self.read;
        if has_ended {
            end = source.len();
        } else if let Some(text) = &self.text {
            (end, blocks) = (text.start, text.blocks.clone());
        } else if family == Family::Flowchart {
            let line = source.get(end..).unwrap_or("");
            let ended = line.get(..last_end(line)).unwrap_or("");
            blocks.read(ended, family);
            end += ended.len();
        }
        let (mut text, rest) = source.split_at_checked(end)?;
        while let Some(shorter) = without_empty_namespace(text, family) {
            text = shorter;
            blocks.close();
        }
        Some(Settled {
            text,
            rest,
            family,
            blocks,
        })
    }
}

/// Whether quotes and brackets delimit what is text, so that they come in pairs.
fn has_delimited_text(family: Family) -> bool {
    matches!(
        family,
        Family::Flowchart | Family::Class | Family::Er | Family::Other
    )
}

/// Quotes and brackets that are open.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Nesting {
    in_quotes: bool,
    depth: usize,
}

impl Nesting {
    fn read(&mut self, line: &str, family: Family) {
        for c in line.chars() {
            self.next(c, family == Family::Flowchart);
        }
    }

    /// Takes a character, and tells whether it is outside of everything.
    pub(super) fn next(&mut self, c: char, has_brackets: bool) -> bool {
        match c {
            '"' => self.in_quotes = !self.in_quotes,
            '[' | '(' | '{' if has_brackets && !self.in_quotes => self.depth += 1,
            ']' | ')' | '}' if has_brackets && !self.in_quotes => {
                self.depth = self.depth.saturating_sub(1);
            }
            _ => return !self.is_open(),
        }
        false
    }

    pub(super) fn is_open(self) -> bool {
        self.in_quotes || self.depth > 0
    }
}

/// Where the last statement ends that a semicolon ends, in bytes: one inside a label ends nothing.
fn last_end(line: &str) -> usize {
    let mut nesting = Nesting::default();
    let mut end = 0;
    for (at, c) in line.char_indices() {
        if nesting.next(c, true) && c == ';' {
            end = at + 1;
        }
    }
    end
}

/// The text without its last statement; `None` if only what comes before the statements would be
/// left.
pub(super) fn without_last(text: &str, family: Family) -> Option<&str> {
    let trimmed = text.trim_end_matches(|c: char| c.is_whitespace() || c == ';');
    let line = trimmed.rfind('\n').map_or(0, |at| at + 1);
    let mut end = line;
    if family == Family::Flowchart {
        end += last_end(trimmed.get(line..)?);
    }
    trimmed.get(..end).filter(|rest| has_header(rest))
}

/// The text without the line that opens a namespace, if nothing follows it: what is in no class
/// cannot be drawn.
fn without_empty_namespace(text: &str, family: Family) -> Option<&str> {
    if family != Family::Class {
        return None;
    }
    let trimmed = text.trim_end();
    let start = trimmed.rfind('\n')? + 1;
    let line = trimmed.get(start..)?.trim();
    (line.starts_with("namespace ") && line.ends_with('{')).then_some(text.get(..start)?)
}

/// Whether a text goes further than front matter, comments and directives.
fn has_header(text: &str) -> bool {
    let mut lead = Lead::default();
    text.lines().any(|line| lead.ends_at(line))
}

/// The blocks that are open at the end of a text.
pub(super) fn blocks(text: &str) -> Blocks {
    let mut statements = Statements::default();
    statements.read(text);
    statements
        .settled(text, true)
        .map_or_else(Blocks::default, |settled| settled.blocks)
}
