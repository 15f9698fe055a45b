//! Source text under construction: lines at a depth.

/// Lines of code, indented.
pub(super) struct Code {
    text: String,
    unit: &'static str,
    depth: usize,
}

impl Code {
    /// Empty, with `unit` for each level of indentation.
    pub(super) fn new(unit: &'static str) -> Self {
        Self {
            text: String::new(),
            unit,
            depth: 0,
        }
    }

    /// A line; an empty one has no indentation.
    pub(super) fn line(&mut self, line: impl AsRef<str>) {
        let line = line.as_ref();
        if !line.is_empty() {
            for _ in 0..self.depth {
                self.text.push_str(self.unit);
            }
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    /// An empty line, unless one stands there already or nothing does.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A line, after which lines are one level deeper.
    pub(super) fn open(&mut self, line: impl AsRef<str>) {
        self.line(line);
        self.depth += 1;
    }

    /// A line one level less deep.
    pub(super) fn close(&mut self, line: impl AsRef<str>) {
        self.depth = self.depth.saturating_sub(1);
        self.line(line);
    }

    /// Lines that are written already.
    pub(super) fn block(&mut self, text: &str) {
        text.lines().for_each(|line| self.line(line));
    }

    /// One level less deep, without a line.
    pub(super) fn dedent(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// The text, ending in one line feed.
    pub(super) fn finish(mut self) -> String {
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        self.text.push('\n');
        self.text
    }
}
