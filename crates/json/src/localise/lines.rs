//! From byte offsets to lines and columns.

use ichiban_tool::Place;

/// Where each line of a text begins. Made in one pass; a lookup is a binary search and a walk of
/// one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// The lines of a text. A line ends at LF, CR LF or a lone CR.
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            let ends = match byte {
                b'\n' => true,
                b'\r' => bytes.get(at + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends {
                starts.push(at + 1);
            }
        }
        Self { starts }
    }

    /// The place of a byte of the same text. A leading byte order mark has no column.
    pub(super) fn place(&self, text: &str, offset: usize) -> Place {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self
            .starts
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        let before = text.get(start..offset).unwrap_or_default();
        let before = before.strip_prefix('\u{feff}').unwrap_or(before);
        Place {
            line: number(line.max(1)),
            column: number(before.chars().count() + 1),
        }
    }
}

/// Places of a text in ascending order of offsets, in one pass however long its lines are.
pub(super) struct Walker<'a> {
    text: &'a str,
    offset: usize,
    place: Place,
}

impl<'a> Walker<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            offset: if text.starts_with('\u{feff}') { 3 } else { 0 },
            place: Place::START,
        }
    }

    /// The place of an offset that is no smaller than the one before.
    pub(super) fn place(&mut self, offset: usize) -> Place {
        let Some(between) = self.text.get(self.offset..offset) else {
            return self.place;
        };
        let mut chars = between.chars().peekable();
        let next = self.text.get(offset..).and_then(|it| it.chars().next());
        while let Some(c) = chars.next() {
            let ends = match c {
                '\n' => true,
                '\r' => chars.peek().copied().or(next) != Some('\n'),
                _ => false,
            };
            if ends {
                self.place.line = self.place.line.saturating_add(1);
                self.place.column = 1;
            } else if c != '\r' {
                self.place.column = self.place.column.saturating_add(1);
            }
        }
        self.offset = offset;
        self.place
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_counting_agree() {
        let text = "\u{feff}a\r\nbç\rd\n\n é";
        let lines = Lines::of(text);
        let mut walker = Walker::new(text);
        for (offset, c) in text.char_indices().skip(1) {
            let place = walker.place(offset);
            if c != '\n' {
                assert_eq!(lines.place(text, offset), place, "at {offset}");
            }
        }
        assert_eq!(walker.place(text.len()), Place { line: 5, column: 3 });
    }
}
