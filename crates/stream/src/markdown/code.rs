//! Fenced code at the top level (`CommonMark` §4.5), told line by line as it comes.

use memchr::memchr;

/// An open fence that stands at the beginning of its line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fence {
    mark: u8,
    length: usize,
    /// Where its text begins in the block, in bytes.
    body: usize,
    /// Where the line begins that is being read.
    line: usize,
    /// How far the text has been told.
    told: usize,
    /// How far the line has been searched for its end.
    searched: usize,
}

impl Fence {
    /// The fence that a whole line, with its end, opens.
    pub(super) fn open(line: &str) -> Option<Self> {
        let mark = *line.as_bytes().first()?;
        if !matches!(mark, b'`' | b'~') {
            return None;
        }
        let length = run(line.as_bytes(), mark);
        let info = line.get(length..)?;
        if length < 3 || (mark == b'`' && info.contains('`')) {
            return None;
        }
        Some(Self {
            mark,
            length,
            body: line.len(),
            line: line.len(),
            told: line.len(),
            searched: line.len(),
        })
    }

    /// The first word of the info string as it is written.
    pub(super) fn language(self, block: &str) -> &str {
        let info = block.get(self.length..self.body).unwrap_or_default();
        info.split_ascii_whitespace().next().unwrap_or_default()
    }

    /// Tells what is certain to be code; gives the block's end when the closing fence is whole.
    pub(super) fn advance(&mut self, block: &str, tell: &mut dyn FnMut(&str)) -> Option<usize> {
        let bytes = block.as_bytes();
        while let Some(at) = memchr(b'\n', bytes.get(self.searched..)?) {
            let end = self.searched + at;
            if self.closes(bytes.get(self.line..end)?) == Closes::Yes {
                self.tell(block, self.line, tell);
                return Some(end + 1);
            }
            self.line = end + 1;
            self.searched = end + 1;
        }
        self.searched = bytes.len();
        let is_text = self.closes(bytes.get(self.line..)?) == Closes::No;
        self.tell(block, if is_text { bytes.len() } else { self.line }, tell);
        None
    }

    /// The text is whole: tells what was held back, unless it closes the fence. The parser leaves
    /// out blanks that no line end follows.
    pub(super) fn finish(&mut self, block: &str, tell: &mut dyn FnMut(&str)) {
        let line = block.as_bytes().get(self.line..).unwrap_or_default();
        if self.closes(line) != Closes::Yes && !line.trim_ascii().is_empty() {
            self.tell(block, block.len(), tell);
        }
    }

    fn tell(&mut self, block: &str, end: usize, tell: &mut dyn FnMut(&str)) {
        if let Some(text) = block.get(self.told..end)
            && !text.is_empty()
        {
            tell(text);
            self.told = end;
        }
    }

    /// Whether a line closes the fence. Cost: bounded by what can still close it.
    fn closes(self, line: &[u8]) -> Closes {
        let indent = run(line, b' ');
        let rest = line.get(indent..).unwrap_or_default();
        let marks = run(rest, self.mark);
        let after = rest.get(marks..).unwrap_or_default();
        let is_blank = after.iter().all(|byte| matches!(byte, b' ' | b'\t'));
        match (indent <= 3, marks) {
            (true, marks) if marks >= self.length && is_blank => Closes::Yes,
            (true, _) if after.is_empty() => Closes::Maybe,
            (_, 0) if is_blank => Closes::Maybe,
            _ => Closes::No,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Closes {
    Yes,
    /// If the line goes on like that, or it is blank so far.
    Maybe,
    No,
}

fn run(bytes: &[u8], of: u8) -> usize {
    bytes.iter().take_while(|byte| **byte == of).count()
}
