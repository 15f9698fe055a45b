//! Where in a model's answer the diagram is.

use crate::fix::is_header;
use crate::text::Lead;

/// An answer as far as it came. The diagram is the inside of the first fence that holds one, or
/// what begins at the first line that is a diagram's header. Cost: each line is looked at once.
#[derive(Debug, Clone, Default)]
pub(super) struct Answer {
    received: String,
    /// Where the first line begins that has not ended yet, in bytes.
    line: usize,
    part: Part,
}

#[derive(Debug, Clone)]
enum Part {
    /// No diagram has begun. What may belong to it: front matter, comments, directives.
    Before { lead: Option<(usize, Lead)> },
    /// Within a fence of something else.
    Elsewhere,
    /// Within a fence that does not say of what, before its first line with words.
    Unsaid { start: usize, lead: Lead },
    /// In the diagram, which began here.
    Inside { start: usize, is_fenced: bool },
    /// After the diagram.
    After { start: usize, end: usize },
}

impl Default for Part {
    fn default() -> Self {
        Self::Before { lead: None }
    }
}

/// The diagram's source, as far as it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    /// Where it begins in the answer, in bytes.
    pub(super) start: usize,
    pub(super) is_fenced: bool,
    /// Whether its fence was closed.
    pub(super) has_ended: bool,
}

impl Answer {
    pub(super) fn push(&mut self, chunk: &str) {
        self.received.push_str(chunk);
        while let Some(length) = self.rest(self.line).find('\n') {
            let (start, next) = (self.line, self.line + length + 1);
            let line = self.received.get(start..next).unwrap_or("");
            self.part = std::mem::take(&mut self.part).after(line, start, next);
            self.line = next;
        }
    }

    pub(super) fn received(&self) -> &str {
        &self.received
    }

    /// The source; `None` if no diagram has begun.
    pub(super) fn source(&self) -> Option<Source<'_>> {
        let (start, end, is_fenced, has_ended) = match &self.part {
            Part::Inside { start, is_fenced } => (*start, self.received.len(), *is_fenced, false),
            Part::After { start, end } => (*start, *end, true, true),
            Part::Before { lead } => {
                // A diagram may be all on one line.
                let (header, _) = self.rest(self.line).split_once(';')?;
                if !is_header(header) {
                    return None;
                }
                let start = lead.as_ref().map_or(self.line, |(start, _)| *start);
                (start, self.received.len(), false, false)
            }
            Part::Elsewhere | Part::Unsaid { .. } => return None,
        };
        Some(Source {
            text: self.received.get(start..end)?,
            start,
            is_fenced,
            has_ended,
        })
    }

    fn rest(&self, from: usize) -> &str {
        self.received.get(from..).unwrap_or("")
    }
}

impl Part {
    /// What follows after a line.
    fn after(self, line: &str, start: usize, next: usize) -> Self {
        let fence = fence(line);
        match self {
            Self::Before { lead } => match fence {
                Some(info) => Self::fenced(info, next),
                None if begins(line, lead.as_ref()) => Self::Inside {
                    start: lead
                        .filter(|(_, lead)| !lead.is_open())
                        .map_or(start, |(start, _)| start),
                    is_fenced: false,
                },
                None => Self::Before {
                    lead: continued(lead, line, start),
                },
            },
            Self::Elsewhere if fence == Some("") => Self::default(),
            Self::Unsaid { .. } if fence.is_some() => Self::default(),
            Self::Unsaid { start, mut lead } => {
                if !lead.ends_at(line) {
                    Self::Unsaid { start, lead }
                } else if is_header(line) {
                    Self::Inside {
                        start,
                        is_fenced: true,
                    }
                } else {
                    Self::Elsewhere
                }
            }
            Self::Inside {
                start: begun,
                is_fenced,
            } if fence.is_some_and(|info| info.is_empty() || !is_fenced) => Self::After {
                start: begun,
                end: start,
            },
            other => other,
        }
    }

    fn fenced(info: &str, next: usize) -> Self {
        if info.eq_ignore_ascii_case("mermaid") || info == "mmd" {
            Self::Inside {
                start: next,
                is_fenced: true,
            }
        } else if info.is_empty() {
            Self::Unsaid {
                start: next,
                lead: Lead::default(),
            }
        } else {
            Self::Elsewhere
        }
    }
}

/// Whether a line is the header. In front matter it is not, but what began it may have been a rule
/// between two paragraphs.
fn begins(line: &str, lead: Option<&(usize, Lead)>) -> bool {
    let is_setting = || line.starts_with(char::is_whitespace) || line.contains(':');
    is_header(line) && !(lead.is_some_and(|(_, lead)| lead.is_open()) && is_setting())
}

/// The lines before a header that belong to it, with another one.
fn continued(lead: Option<(usize, Lead)>, line: &str, start: usize) -> Option<(usize, Lead)> {
    if let Some((begun, mut lead)) = lead
        && !lead.ends_at(line)
    {
        return Some((begun, lead));
    }
    let mut lead = Lead::default();
    let is_part = !line.trim().is_empty() && !lead.ends_at(line);
    is_part.then_some((start, lead))
}

/// What a fence's line says of its content.
fn fence(line: &str) -> Option<&str> {
    let line = line.trim();
    let info = line
        .strip_prefix("```")
        .or_else(|| line.strip_prefix("~~~"))?;
    Some(info.trim_start_matches(['`', '~']).trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(String, bool)> {
        let mut answer = Answer::default();
        for c in text.chars() {
            answer.push(c.encode_utf8(&mut [0; 4]));
        }
        let source = answer.source()?;
        Some((source.text.to_owned(), source.has_ended))
    }

    #[test]
    fn a_fence_holds_the_diagram() {
        let text = "Here:\n```mermaid\npie\n\"a\" : 1\n```\nDone.";
        assert_eq!(found(text), Some(("pie\n\"a\" : 1\n".to_owned(), true)));
        let text = "First\n```json\n{}\n```\n```\n%% x\nflowchart TD\nA --> B";
        let expected = "%% x\nflowchart TD\nA --> B".to_owned();
        assert_eq!(found(text), Some((expected, false)));
    }

    #[test]
    fn a_diagram_may_stand_without_a_fence() {
        let text = "Sure.\n---\ntitle: x\n---\nflowchart TD\nA";
        assert_eq!(
            found(text).unwrap().0,
            "---\ntitle: x\n---\nflowchart TD\nA"
        );
        let text = "Sure.\nflowchart TD; A --> B; B";
        assert_eq!(found(text).unwrap().0, "flowchart TD; A --> B; B");
        let text = "Sure.\n---\nIt is this:\npie\n\"a\" : 1";
        assert_eq!(found(text).unwrap().0, "pie\n\"a\" : 1");
        let text = "---\nconfig:\n  pie:\n    x: 1\n---\npie\n";
        assert_eq!(found(text).unwrap().0, text);
        assert_eq!(found("The graph shows this; the pie too.\n"), None);
    }
}
