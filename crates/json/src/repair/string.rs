//! Strings, with any quotes, with the end quote wrong or missing.
//!
//! Where a string ends is told from what stands around each of its possible end quotes:
//! - followed by punctuation, a line's end or another value, it is the end;
//! - preceded by a comma or bracket and not followed by one, it begins the next string, and this
//!   one has no end quote: it ends at the comma, or at the first punctuation;
//! - else it belongs to the text.

use std::ops::Range;

use super::change::{ChangeKind, Edits};
use super::symbol::{closes, ends_bare, is_delimiter, is_quote, url_length};
use super::work::Work;

/// How a string begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quote {
    /// With a quote.
    Plain(char),
    /// With `\"`: it stood in a string.
    Escaped,
    /// With `&quot;`: it stood in HTML.
    Entity,
}

const ESCAPED: &str = "\\\"";
const ENTITY: &str = "&quot;";

impl Quote {
    /// The quote at the beginning of `text`.
    pub(super) fn at(text: &str) -> Option<Self> {
        match text.chars().next()? {
            c if is_quote(c) => Some(Self::Plain(c)),
            '\\' if text.starts_with(ESCAPED) => Some(Self::Escaped),
            '&' if text.starts_with(ENTITY) => Some(Self::Entity),
            _ => None,
        }
    }

    /// Its bytes.
    pub(super) fn length(self) -> usize {
        match self {
            Self::Plain(c) => c.len_utf8(),
            Self::Escaped => ESCAPED.len(),
            Self::Entity => ENTITY.len(),
        }
    }
}

/// Where a string's content ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// At this end quote.
    Quote(usize),
    /// At this place, where the end quote is missing.
    Missing(usize),
    /// At the first punctuation, where the end quote is missing.
    Punctuation,
    /// At the end of the text, which was cut off.
    Text,
}

/// The end quote of a string: from where, and how long; empty if it is missing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Close {
    pub(super) at: usize,
    pub(super) length: usize,
}

/// Finds the ends of strings, looking at no character twice for it.
pub(super) struct Strings<'t> {
    text: &'t str,
    /// The end of the text to be looked at.
    end: usize,
    /// For each open quote the last search that went further than its string did: from where, up
    /// to where, and what it found. A search begun in between would find the same.
    last: Vec<(char, Range<usize>, End)>,
}

impl<'t> Strings<'t> {
    pub(super) fn new(text: &'t str, end: usize) -> Self {
        Self {
            text,
            end,
            last: Vec::new(),
        }
    }

    /// Reads a string's content from `start`, behind its `quote`, and mends it.
    pub(super) fn content(
        &mut self,
        quote: Quote,
        start: usize,
        edits: &mut Edits<'_>,
        work: &mut Work,
    ) -> Close {
        let close = match quote {
            Quote::Plain(open) => self.plain(open, start, edits, work),
            Quote::Escaped => self.escaped(start, edits),
            Quote::Entity => self.entities(start, edits),
        };
        work.add(close.at + close.length - start);
        close
    }

    fn plain(&mut self, open: char, start: usize, edits: &mut Edits<'_>, work: &mut Work) -> Close {
        let (at, is_closed) = match self.end_of(open, start, work) {
            End::Quote(at) => (at, true),
            End::Missing(at) => (at, false),
            End::Text => (self.end, false),
            End::Punctuation => (self.punctuation(open, start), true),
        };
        self.mend(start, at, edits);
        let close = self.char_at(at).filter(|c| is_closed && closes(open, *c));
        Close {
            at,
            length: close.map_or(0, char::len_utf8),
        }
    }

    /// Reads the content of a string between entities, with those of HTML in it.
    fn entities(&self, start: usize, edits: &mut Edits<'_>) -> Close {
        const PLAIN: [(&str, &str); 5] = [
            ("&amp;", "&"),
            ("&lt;", "<"),
            ("&gt;", ">"),
            ("&#39;", "'"),
            ("&apos;", "'"),
        ];
        let rest = &self.text[start..self.end];
        let content = rest.split(ENTITY).next().unwrap_or_default();
        let at = start + content.len();
        self.mend(start, at, edits);
        for (found, _) in content.match_indices('&') {
            let entity = PLAIN
                .iter()
                .find(|(entity, _)| content[found..].starts_with(entity));
            if let Some((entity, plain)) = entity {
                let found = start + found;
                edits.replace(found..found + entity.len(), *plain, ChangeKind::Escape);
            }
        }
        Close {
            at,
            length: ENTITY.len().min(self.end - at),
        }
    }

    /// Reads the content of a string whose quotes are escaped, as is the text within.
    fn escaped(&self, start: usize, edits: &mut Edits<'_>) -> Close {
        let bytes = self.text.as_bytes();
        let mut at = start;
        while at < self.end {
            match bytes[at] {
                b'\\' => {
                    let run = bytes[at..self.end]
                        .iter()
                        .take_while(|b| **b == b'\\')
                        .count();
                    let quote = bytes.get(at + run) == Some(&b'"');
                    if quote && run == 1 {
                        return Close { at, length: 2 };
                    }
                    if run == 1 {
                        // What is escaped once was not escaped in the string.
                        if at + 1 == self.end {
                            edits.remove(at..at + 1, ChangeKind::Escape);
                        }
                        let next = self.char_at(at + 1).map_or(0, char::len_utf8);
                        self.mend(at, at + 1 + next, edits);
                        at += 1 + next;
                        continue;
                    }
                    // Two for one, at each level. Before a quote one of them is the quote's.
                    let kept = if quote && run % 2 == 1 {
                        (run - 1) / 2
                    } else {
                        run - run / 2
                    };
                    if quote && kept % 2 == 0 {
                        // Backslashes, and the end.
                        let length = 1 + run % 2;
                        let close = at + run + 1 - length;
                        edits.remove(at..close - kept, ChangeKind::Escape);
                        return Close { at: close, length };
                    }
                    edits.remove(at..at + run - kept, ChangeKind::Escape);
                    at = match kept % 2 {
                        1 if !quote => self.escape(at + run - 1, self.end, edits),
                        _ => at + run + usize::from(quote),
                    };
                }
                b'"' => return Close { at, length: 1 },
                b'\n' => break,
                _ => at += 1,
            }
        }
        Close { at, length: 0 }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..self.end)?.chars().next()
    }

    fn end_of(&mut self, open: char, start: usize, work: &mut Work) -> End {
        let known = self.last.iter().position(|(quote, ..)| *quote == open);
        if let Some((_, seen, end)) = known.and_then(|known| self.last.get(known))
            && seen.contains(&start)
        {
            return *end;
        }
        let (to, end) = self.search(open, start);
        work.add(to - start);
        if !matches!(end, End::Quote(_)) {
            if let Some(known) = known {
                self.last.swap_remove(known);
            }
            self.last.push((open, start..to, end));
        }
        end
    }

    /// The end, and how far the search went.
    fn search(&self, open: char, start: usize) -> (usize, End) {
        let bytes = self.text.as_bytes();
        let mut before = None;
        let mut before_at = start;
        let mut at = start;
        while at < self.end {
            let byte = bytes[at];
            if byte.is_ascii() && !matches!(byte, b'\\' | b'"' | b'\'' | b'`') {
                if !byte.is_ascii_whitespace() {
                    (before, before_at) = (Some(char::from(byte)), at);
                }
                at += 1;
                continue;
            }
            let Some(c) = self.char_at(at) else { break };
            let next = at + c.len_utf8();
            if c == '\\' {
                if let Some(escaped) = self.char_at(next) {
                    (before, before_at) = (Some(escaped), next);
                    at = next + escaped.len_utf8();
                    continue;
                }
            } else if closes(open, c) {
                if ends_here(open, &self.text[next..self.end]) {
                    return (at, End::Quote(at));
                }
                match before {
                    Some(',' | '+') => return (at, End::Missing(self.trim(start, before_at))),
                    Some(before) if is_delimiter(before) => return (at, End::Punctuation),
                    _ => {}
                }
            }
            if c != '\\' && !c.is_whitespace() {
                (before, before_at) = (Some(c), at);
            }
            at = next;
        }
        // Cut off, unless the brackets after it are there.
        let end = if before.is_some_and(|c| is_delimiter(c) && c != '/' && c != '(') {
            End::Punctuation
        } else {
            End::Text
        };
        (self.end, end)
    }

    /// The first punctuation from `start`, or end quote before it; punctuation of a URL aside.
    fn punctuation(&self, open: char, start: usize) -> usize {
        let url = start + url_length(&self.text[start..self.end]);
        let rest = &self.text[url..self.end];
        let at = rest
            .find(|c| ends_bare(c) || closes(open, c))
            .map_or(self.end, |at| url + at);
        self.trim(start, at)
    }

    /// `at`, or the end of what comes before white space there.
    fn trim(&self, start: usize, at: usize) -> usize {
        if self.char_at(at).is_some_and(is_quote) {
            return at;
        }
        start + self.text[start..at].trim_end().len()
    }

    /// Makes a JSON string's content of a range.
    fn mend(&self, start: usize, end: usize, edits: &mut Edits<'_>) {
        let bytes = self.text.as_bytes();
        let mut at = start;
        while at < end {
            match bytes[at] {
                b'"' => {
                    edits.insert(at, "\\", ChangeKind::QuoteInString);
                    at += 1;
                }
                b'\\' => at = self.escape(at, end, edits),
                byte if byte < 0x20 => {
                    let escaped = match byte {
                        b'\n' => "\\n".to_owned(),
                        b'\r' => "\\r".to_owned(),
                        b'\t' => "\\t".to_owned(),
                        0x08 => "\\b".to_owned(),
                        0x0c => "\\f".to_owned(),
                        byte => format!("\\u{byte:04x}"),
                    };
                    edits.replace(at..at + 1, escaped, ChangeKind::ControlCharacter);
                    at += 1;
                }
                _ => at += 1,
            }
        }
    }

    /// Mends the escape at `at`; the place behind it.
    fn escape(&self, at: usize, end: usize, edits: &mut Edits<'_>) -> usize {
        let Some(c) = self
            .text
            .get(at + 1..end)
            .and_then(|rest| rest.chars().next())
        else {
            edits.remove(at..end, ChangeKind::Truncated);
            return end;
        };
        let next = at + 1 + c.len_utf8();
        let hex = |from: usize, most: usize| {
            let digits = self.text.as_bytes()[from..end].iter();
            digits
                .take(most)
                .take_while(|b| b.is_ascii_hexdigit())
                .count()
        };
        match c {
            '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' => {}
            'u' => {
                let digits = hex(next, 4);
                if digits == 4 {
                    return next + 4;
                }
                if next + digits == end {
                    edits.remove(at..end, ChangeKind::Truncated);
                    return end;
                }
                if let Some((code, after)) = self.braced(next, end) {
                    let mut units = [0; 2];
                    let units = code.encode_utf16(&mut units).iter();
                    let escaped =
                        units.fold(String::new(), |text, unit| format!("{text}\\u{unit:04x}"));
                    edits.replace(at..after, escaped, ChangeKind::Escape);
                    return after;
                }
                edits.insert(at, "\\", ChangeKind::Escape);
            }
            'x' if hex(next, 2) == 2 => edits.replace(at + 1..next, "u00", ChangeKind::Escape),
            '0' if hex(next, 1) == 0 => edits.replace(at + 1..next, "u0000", ChangeKind::Escape),
            'v' => edits.replace(at + 1..next, "u000b", ChangeKind::Escape),
            '\n' => edits.replace(at + 1..next, "n", ChangeKind::Escape),
            c if c.is_control() => edits.remove(at..at + 1, ChangeKind::Escape),
            _ => edits.remove(at..at + 1, ChangeKind::Escape),
        }
        if c.is_control() && c != '\n' {
            at + 1
        } else {
            next
        }
    }

    /// `{1f600}` of ECMAScript's `\u{1f600}`.
    fn braced(&self, at: usize, end: usize) -> Option<(char, usize)> {
        let inner = self.text.get(at..end)?.strip_prefix('{')?;
        let length = inner.bytes().take(7).position(|b| b == b'}')?;
        let code = char::from_u32(u32::from_str_radix(&inner[..length], 16).ok()?)?;
        Some((code, at + length + 2))
    }
}

/// Whether a quote ends the string, by what comes after it.
fn ends_here(open: char, after: &str) -> bool {
    let after = after.trim_start_matches([' ', '\t', '\u{a0}', '\u{feff}']);
    let Some(next) = after.chars().next() else {
        return true;
    };
    if is_delimiter(next) || next.is_ascii_digit() || next == '}' || next == ';' || next == '#' {
        return true;
    }
    // `=>` and `=` stand for a colon.
    if next == '=' || (next == '\\' && after.starts_with("\\\"")) {
        return true;
    }
    if !is_quote(next) || (open != '"' && next == '"' && after.len() == 1) {
        return is_quote(next);
    }
    // Of two quotes, the second may be the end.
    let second = after[next.len_utf8()..].trim_start_matches([' ', '\t']);
    let is_end = second.chars().next().is_none_or(is_delimiter);
    !(is_end && closes(open, next))
}
