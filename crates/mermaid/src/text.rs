//! A diagram's text as lines.

use ichiban_tool::Place;

/// The place of a byte offset. An offset inside a character counts as that character's.
pub(crate) fn place_at(text: &str, offset: usize) -> Place {
    let before = text.get(..text.floor_char_boundary(offset)).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.matches('\n').count() + 1;
    let column = before.get(line_start..).unwrap_or("").chars().count() + 1;
    Place {
        line: u32::try_from(line).unwrap_or(u32::MAX),
        column: u32::try_from(column).unwrap_or(u32::MAX),
    }
}

/// Where the header stands: the line that names the diagram's kind, after front matter, comments
/// and directives. Counted from 0; `None` in an empty text.
pub(crate) fn header_line(lines: &[&str]) -> Option<usize> {
    let mut lead = Lead::default();
    lines.iter().position(|line| lead.ends_at(line))
}

/// Goes through what stands before the header, line by line.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lead {
    has_begun: bool,
    in_front_matter: bool,
    in_directive: bool,
}

impl Lead {
    /// Whether front matter or a directive has begun and not ended.
    pub(crate) fn is_open(&self) -> bool {
        self.in_front_matter || self.in_directive
    }

    /// Takes the next line, and tells whether it is the header.
    pub(crate) fn ends_at(&mut self, line: &str) -> bool {
        let line = line.trim();
        let is_first = !std::mem::replace(&mut self.has_begun, true);
        if self.in_directive {
            self.in_directive = !line.contains("}%%");
        } else if line == "---" && (self.in_front_matter || is_first) {
            self.in_front_matter = !self.in_front_matter;
        } else if self.in_front_matter || line.is_empty() {
        } else if line.starts_with("%%{") {
            self.in_directive = !line.contains("}%%");
        } else if !line.starts_with("%%") {
            return true;
        }
        false
    }
}

/// The blank space a line begins with.
pub(crate) fn indentation(line: &str) -> &str {
    let text = line.trim_start();
    line.get(..line.len() - text.len()).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_characters() {
        assert_eq!(place_at("a\né[", 4), Place { line: 2, column: 2 });
    }

    #[test]
    fn the_header_follows_front_matter_and_directives() {
        let text = "---\ntitle: x\n---\n%%{init: {}}%%\n%% note\n\nflowchart TD";
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(header_line(&lines), Some(6));
    }
}
