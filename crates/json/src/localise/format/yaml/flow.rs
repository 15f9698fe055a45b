//! Collections in brackets, on one line or over several (YAML 1.2.2 §7.4).
//!
//! ```yaml
//! files: { one: "%{count} file", other: "%{count} files" }
//! days: [Monday, 'Tuesday', { short: Wed }]
//! ```

use std::ops::Range;

use super::super::{Edit, FormChange};
use super::{Level, Reader, is_not_text, unquoted};
use crate::localise::Segment;
use crate::localise::plural::Category;

/// Deepest nesting that is read.
const DEEPEST: usize = 64;

/// Whether one of these collections, which are in the order of the file, has the bytes in it.
pub(super) fn holds(flows: &[Range<usize>], slot: &Range<usize>) -> bool {
    let after = flows.partition_point(|it| it.start <= slot.start);
    let before = after.checked_sub(1).and_then(|it| flows.get(it));
    before.is_some_and(|it| slot.end <= it.end)
}

impl Reader<'_> {
    /// Reads the collection that begins at `at`; returns the next line to read. Of a collection
    /// that is not written as the specification has it, nothing is translated.
    pub(super) fn flow(&mut self, at: usize, next: usize) -> usize {
        let (levels, entries) = (self.levels.len(), self.entries.len());
        let end = self.collection(at, 0);
        self.note.clear();
        self.levels.truncate(levels);
        let Some(end) = end else {
            self.entries.truncate(entries);
            return next;
        };
        self.flows.push(at..end);
        let further = self.lines.iter().skip(next);
        next + further.take_while(|line| line.start < end).count()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// The first byte from `at` on that is neither white space nor in a comment.
    fn space(&self, mut at: usize) -> usize {
        loop {
            let rest = self.text.get(at..).unwrap_or_default();
            let body = rest.trim_start();
            let spaced = body.len() < rest.len();
            at += rest.len() - body.len();
            if !spaced || !body.starts_with('#') {
                return at;
            }
            at += body.find('\n').unwrap_or(body.len());
        }
    }

    fn collection(&mut self, at: usize, depth: usize) -> Option<usize> {
        let close = match self.byte(at)? {
            b'{' => b'}',
            b'[' => b']',
            _ => return None,
        };
        let mut at = self.space(at + 1);
        for number in 0_usize.. {
            if self.byte(at)? == close {
                return Some(at + 1);
            }
            if close == b'}' {
                at = self.member(at, depth)?;
            } else {
                self.descend(number.to_string());
                at = if self.key(at).is_some_and(|(_, colon)| colon.is_some()) {
                    // `[a: b]` is a mapping of one.
                    self.member(at, depth)?
                } else {
                    self.node(at, at, depth)?
                };
                self.levels.pop();
            }
            at = self.space(at);
            match self.byte(at)? {
                b',' => at = self.space(at + 1),
                other if other == close => {}
                _ => break,
            }
        }
        None
    }

    fn descend(&mut self, key: String) {
        self.levels.push(Level {
            indent: 0,
            key,
            items: 0,
        });
    }

    /// Reads a key and its value, if it has one; returns where they end.
    fn member(&mut self, at: usize, depth: usize) -> Option<usize> {
        let (key, colon) = self.key(at)?;
        let Some(colon) = colon else {
            return Some(key.end);
        };
        let name = unquoted(self.text.get(key)?);
        self.descend(name);
        let end = self.node(at, self.space(colon + 1), depth)?;
        self.levels.pop();
        Some(end)
    }

    /// The key at `at`, and where its colon is.
    fn key(&self, at: usize) -> Option<(Range<usize>, Option<usize>)> {
        let end = match self.byte(at)? {
            quote @ (b'"' | b'\'') => self.closing(at, char::from(quote))?,
            b'&' | b'*' | b'!' | b'|' | b'>' | b'@' | b'`' | b'%' | b'{' | b'[' => return None,
            _ => self.plain(at),
        };
        let colon = self.space(end);
        let is_colon = self.byte(colon) == Some(b':');
        (end > at || is_colon).then_some((at..end, is_colon.then_some(colon)))
    }

    /// Reads a value, whose key begins at `key`; returns where it ends.
    fn node(&mut self, key: usize, at: usize, depth: usize) -> Option<usize> {
        if depth >= DEEPEST {
            return None;
        }
        match self.byte(at)? {
            b'{' | b'[' => self.collection(at, depth + 1),
            b'|' | b'>' | b'@' | b'`' | b'%' => None,
            b'*' => Some(self.token(at)),
            b'&' | b'!' => {
                let at = self.space(self.token(at));
                match self.byte(at)? {
                    b'{' | b'[' | b'&' | b'!' => self.node(key, at, depth + 1),
                    quote @ (b'"' | b'\'') => self.closing(at, char::from(quote)),
                    _ => Some(self.plain(at)),
                }
            }
            quote @ (b'"' | b'\'') => {
                let end = self.closing(at, char::from(quote))?;
                let text = unquoted(self.text.get(at..end)?);
                self.push(key, at..end, text);
                Some(end)
            }
            _ => {
                let end = self.plain(at);
                let raw = self.text.get(at..end)?;
                if !raw.is_empty() && !is_not_text(raw) {
                    let words: Vec<_> = raw.lines().map(str::trim).collect();
                    self.push(key, at..end, words.join(" "));
                }
                Some(end)
            }
        }
    }

    /// The end of an alias, an anchor or a tag.
    fn token(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let end = rest.find(|c: char| c.is_whitespace() || ",[]{}".contains(c));
        at + end.unwrap_or(rest.len())
    }

    /// The end of a plain scalar within brackets.
    fn plain(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        let mut spaced = false;
        let mut end = rest.len();
        for (offset, c) in rest.char_indices() {
            let after = rest.get(offset + c.len_utf8()..).unwrap_or_default();
            let ends = match c {
                ',' | '[' | ']' | '{' | '}' => true,
                ':' => {
                    after.is_empty()
                        || after.starts_with([' ', '\t', '\r', '\n', ',', '[', ']', '{', '}'])
                }
                '#' => spaced,
                _ => false,
            };
            if ends {
                end = offset;
                break;
            }
            spaced = c.is_whitespace();
        }
        at + rest.get(..end).unwrap_or_default().trim_end().len()
    }
}

/// The edits of plural forms that are members in brackets: those that a locale needs are added in
/// front of the form `other`, those it has no use for are left out, each with its comma. `write`
/// makes a member from the form `other`.
pub(super) fn member_forms(
    text: &str,
    changes: &[FormChange<'_>],
    write: impl Fn(&Segment, Category, &str) -> Option<String>,
) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    for change in changes {
        match change {
            FormChange::Remove(segment) => {
                let mut span = with_comma(text, &segment.key);
                // The comma between two that go may be taken by the one before.
                if let Some(last) = edits.last().filter(|it| it.replacement.is_empty()) {
                    span.start = span.start.max(last.span.end);
                }
                edits.push(Edit {
                    span,
                    replacement: String::new(),
                });
            }
            FormChange::Add(segment, forms) => {
                let before = text.get(..segment.key.start).unwrap_or_default();
                let gap = before.get(before.trim_end().len()..).unwrap_or_default();
                let gap = if gap.is_empty() || before.trim_end().ends_with('{') {
                    " "
                } else {
                    gap
                };
                let added: Vec<_> = forms
                    .iter()
                    .filter_map(|(category, text)| write(segment, *category, text))
                    .map(|member| format!("{member},{gap}"))
                    .collect();
                if !added.is_empty() {
                    edits.push(Edit {
                        span: segment.key.start..segment.key.start,
                        replacement: added.concat(),
                    });
                }
            }
        }
    }
    edits
}

/// A member with the comma after it and the space that follows, or with the comma before it.
fn with_comma(text: &str, member: &Range<usize>) -> Range<usize> {
    let after = text.get(member.end..).unwrap_or_default();
    if let Some(rest) = after.trim_start().strip_prefix(',') {
        let rest = rest.trim_start_matches([' ', '\t']);
        return member.start..text.len() - rest.len();
    }
    let before = text.get(..member.start).unwrap_or_default().trim_end();
    let start = before.strip_suffix(',').map_or(member.start, str::len);
    start..member.end
}
