//! A text that a person edits on the page and a worker reads: sent whole once, then edit by edit, so
//! that a keystroke costs the page what was typed and not what was there.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A text, or how the one before became it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Text {
    /// All of it.
    Whole(String),
    /// What was changed since the text was last sent.
    Changed(Changes),
}

impl Text {
    /// Brings `known`, the text as it was last sent, up to date.
    ///
    /// # Errors
    ///
    /// [`Misfit`] if the changes are not of this text; `known` is as it was.
    pub fn bring_up(self, known: &mut String) -> Result<(), Misfit> {
        match self {
            Self::Whole(text) => *known = text,
            Self::Changed(changes) => *known = changes.apply(known)?,
        }
        Ok(())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Whole(text.to_owned())
    }
}

/// The changes of a text from one time to another.
///
/// Places are counted as an editor counts them: in UTF-16 code units, a line break as one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// The length of the text that they change.
    pub length: u32,
    /// What ends its lines.
    pub line_break: LineBreak,
    /// The changes, in the order of the text, apart from each other.
    pub edits: Vec<Edit>,
}

/// What ends the lines of a text. What else looks like a line's end is a character of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineBreak {
    /// `"\n"`.
    Lf,
    /// `"\r\n"`.
    Crlf,
}

/// A piece of a text that was replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What was taken out, by its place in the text before all changes.
    pub removed: Range<u32>,
    /// What stands there now.
    pub inserted: String,
}

/// Changes are not of the text they are applied to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the changes are of another text")]
pub struct Misfit;

impl Changes {
    /// The text after the changes. One pass over the text.
    fn apply(&self, before: &str) -> Result<String, Misfit> {
        let inserted: usize = self.edits.iter().map(|edit| edit.inserted.len()).sum();
        let mut after = String::with_capacity(before.len() + inserted);
        let mut cursor = Cursor {
            rest: before,
            at: 0,
            line_break: self.line_break,
        };
        for Edit { removed, inserted } in &self.edits {
            after.push_str(cursor.forward_to(removed.start)?);
            cursor.forward_to(removed.end)?;
            after.push_str(inserted);
        }
        after.push_str(cursor.forward_to(self.length)?);
        if cursor.rest.is_empty() {
            Ok(after)
        } else {
            Err(Misfit)
        }
    }
}

/// A place in a text.
struct Cursor<'a> {
    rest: &'a str,
    /// The code units before it.
    at: u32,
    line_break: LineBreak,
}

impl<'a> Cursor<'a> {
    /// Goes to a place, and returns what lies between.
    fn forward_to(&mut self, place: u32) -> Result<&'a str, Misfit> {
        let mut units = place.checked_sub(self.at).ok_or(Misfit)? as usize;
        let mut bytes = 0;
        while units > 0 {
            let plain = self.plain(bytes, units);
            if plain > 0 {
                units -= plain;
                bytes += plain;
                continue;
            }
            let (length, counts) = self.next(bytes).ok_or(Misfit)?;
            units = units.checked_sub(counts).ok_or(Misfit)?;
            bytes += length;
        }
        let (between, rest) = self.rest.split_at_checked(bytes).ok_or(Misfit)?;
        self.rest = rest;
        self.at = place;
        Ok(between)
    }

    /// How many of the next bytes, at most `most`, are code units too.
    fn plain(&self, at: usize, most: usize) -> usize {
        let is_crlf = self.line_break == LineBreak::Crlf;
        self.rest
            .bytes()
            .skip(at)
            .take(most)
            .take_while(|byte| byte.is_ascii() && !(is_crlf && *byte == b'\r'))
            .count()
    }

    /// The bytes and the code units of what comes next.
    fn next(&self, at: usize) -> Option<(usize, usize)> {
        let rest = self.rest.get(at..)?;
        if self.line_break == LineBreak::Crlf && rest.starts_with("\r\n") {
            return Some((2, 1));
        }
        let next = rest.chars().next()?;
        Some((next.len_utf8(), next.len_utf16()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What an editor knows: the code units, a line break as one.
    fn units(text: &str, line_break: LineBreak) -> Vec<u16> {
        match line_break {
            LineBreak::Lf => text.encode_utf16().collect(),
            LineBreak::Crlf => text.replace("\r\n", "\n").encode_utf16().collect(),
        }
    }

    fn text(units: &[u16], line_break: LineBreak) -> String {
        let text = String::from_utf16(units).unwrap();
        match line_break {
            LineBreak::Lf => text,
            LineBreak::Crlf => text.replace('\n', "\r\n"),
        }
    }

    fn changed(before: &str, line_break: LineBreak, edits: &[(u32, u32, &str)]) -> Changes {
        Changes {
            length: u32::try_from(units(before, line_break).len()).unwrap(),
            line_break,
            edits: edits
                .iter()
                .map(|(from, to, inserted)| Edit {
                    removed: *from..*to,
                    inserted: (*inserted).to_owned(),
                })
                .collect(),
        }
    }

    #[test]
    fn places_are_those_of_an_editor() {
        let before = "{\r\n  \"🦀é\": 1\r\n}";
        let changes = changed(
            before,
            LineBreak::Crlf,
            &[(1, 2, ""), (5, 7, "\r\nx"), (13, 13, "]")],
        );
        assert_eq!(changes.apply(before).unwrap(), "{  \"\r\nxé\": 1\r\n]}");
    }

    #[test]
    fn changes_of_another_text_change_nothing() {
        let cases = [
            ("longer than they know", &[(0, 1, "")][..], -1),
            ("shorter", &[(0, 1, "")], 1),
            ("🦀 cut in two", &[(1, 2, "")], 0),
            ("backwards", &[(4, 5, ""), (1, 2, "")], 0),
            ("behind its end", &[(90, 91, "")], 0),
        ];
        for (before, edits, off) in cases {
            let mut changes = changed(before, LineBreak::Lf, edits);
            changes.length = changes.length.checked_add_signed(off).unwrap();
            let mut known = before.to_owned();
            assert_eq!(
                Text::Changed(changes).bring_up(&mut known),
                Err(Misfit),
                "{before}"
            );
            assert_eq!(known, before);
        }
    }

    proptest! {
        #[test]
        fn the_text_becomes_what_the_editor_has(
            pieces in prop::collection::vec(("[a-z{}é漢🦀\n ]{0,12}", "[a-z漢🦀\n]{0,5}", any::<bool>()), 0..12),
            is_crlf in any::<bool>(),
        ) {
            let line_break = if is_crlf { LineBreak::Crlf } else { LineBreak::Lf };
            let (mut before, mut after) = (Vec::new(), Vec::new());
            let mut edits = Vec::new();
            for (piece, inserted, is_replaced) in &pieces {
                let piece: Vec<u16> = piece.encode_utf16().collect();
                let from = u32::try_from(before.len()).unwrap();
                before.extend(&piece);
                if *is_replaced {
                    after.extend(inserted.encode_utf16());
                    edits.push(Edit {
                        removed: from..u32::try_from(before.len()).unwrap(),
                        inserted: text(&inserted.encode_utf16().collect::<Vec<_>>(), line_break),
                    });
                } else {
                    after.extend(&piece);
                }
            }
            let changes = Changes { length: u32::try_from(before.len()).unwrap(), line_break, edits };
            let mut known = text(&before, line_break);
            Text::Changed(changes).bring_up(&mut known).unwrap();
            prop_assert_eq!(known, text(&after, line_break));
        }
    }
}
