//! How much of an open block is certain: shown, it does not turn out to be something else.
//!
//! What could still become emphasis, a link, code, a tag, a table or another kind of block is held back
//! until it is decided, but never more than [`MOST`] bytes: a star that nothing closes must not hold a
//! whole paragraph. It is decided by the look of the text, without a parse. Linear, but for code spans
//! and links, which are looked for in one paragraph.

/// The most that is held back, in bytes.
const MOST: usize = 400;

/// How much emphasis may be open at once; what is deeper is taken as text.
const DEEPEST: usize = 32;

/// What a line may begin with that makes it another block, or nothing to be seen.
const MARKS: &[u8] = b"#*-+_=~`>|:.)(0123456789 \t<[!&\\";

/// The part of an open block that is certain.
pub(super) fn certain(text: &str) -> &str {
    let end = certain_end(text);
    let end = if text.len() - end > MOST {
        text.len()
    } else {
        end
    };
    text.get(..end).unwrap_or(text)
}

fn certain_end(text: &str) -> usize {
    if is_in_fence(text) {
        return text.len();
    }
    let line = text.rfind('\n').map_or(0, |at| at + 1);
    let last = text.as_bytes().get(line..).unwrap_or_default();
    let end = if last.iter().all(|byte| MARKS.contains(byte)) {
        line
    } else {
        text.len()
    };
    let start = text.rfind("\n\n").map_or(0, |at| at + 2);
    let paragraph = text.get(start..end).unwrap_or_default();
    if may_be_head(paragraph) {
        return start;
    }
    Scan::new(paragraph)
        .undecided()
        .map_or(end, |at| start + at)
}

/// Whether the end is within fenced code that stands in the block.
fn is_in_fence(text: &str) -> bool {
    let is_fence = |line: &&str| {
        let line =
            line.trim_start_matches(|it: char| " \t-*+>.)".contains(it) || it.is_ascii_digit());
        line.starts_with("```") || line.starts_with("~~~")
    };
    text.lines().filter(is_fence).count() % 2 == 1
}

/// Whether a paragraph may be the head of a table whose second line has not come.
fn may_be_head(paragraph: &str) -> bool {
    let mut lines = paragraph.split_inclusive('\n');
    let first = lines.next().unwrap_or_default();
    let is_second_whole = lines.next().is_some_and(|line| line.ends_with('\n'));
    first.contains('|') && !is_second_whole
}

/// A walk over the marks of a paragraph.
struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// Emphasis that has begun: its mark, and where.
    open: Vec<(u8, usize)>,
    /// Brackets that have begun.
    brackets: Vec<usize>,
}

impl<'a> Scan<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            open: Vec::new(),
            brackets: Vec::new(),
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn find(&self, from: usize, wanted: &str) -> Option<usize> {
        let at = self.text.get(from..)?.find(wanted)?;
        Some(from + at)
    }

    /// The first place that is not decided.
    fn undecided(mut self) -> Option<usize> {
        while let Some(byte) = self.byte(self.at) {
            let decided = match byte {
                b'\\' => self.escape(),
                b'`' => self.code(),
                b'[' => {
                    self.brackets.push(self.at);
                    self.at += 1;
                    Ok(())
                }
                b']' => self.bracket(),
                b'!' if self.byte(self.at + 1).is_none() => Err(self.at),
                b'<' => self.tag(),
                b'&' => self.entity(),
                b'*' | b'_' | b'~' => {
                    self.emphasis(byte);
                    Ok(())
                }
                b'\n' => {
                    self.line();
                    Ok(())
                }
                _ => {
                    self.at += 1;
                    Ok(())
                }
            };
            if let Err(at) = decided {
                return Some(self.earliest(Some(at)).unwrap_or(at));
            }
        }
        self.earliest(None)
    }

    /// The earliest of this place and of what is open.
    fn earliest(&self, at: Option<usize>) -> Option<usize> {
        let open = self.open.first().map(|(_, at)| *at);
        let bracket = self.brackets.first().map(|at| self.image(*at));
        [at, open, bracket].into_iter().flatten().min()
    }

    /// Where the mark of an image before a bracket is, if one is.
    fn image(&self, bracket: usize) -> usize {
        match bracket.checked_sub(1) {
            Some(before) if self.byte(before) == Some(b'!') => before,
            _ => bracket,
        }
    }

    fn escape(&mut self) -> Result<(), usize> {
        let next = self
            .text
            .get(self.at + 1..)
            .and_then(|it| it.chars().next());
        match next {
            None => Err(self.at),
            Some(next) => {
                self.at += 1 + next.len_utf8();
                Ok(())
            }
        }
    }

    fn run(&self, at: usize, mark: u8) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        rest.iter().take_while(|byte| **byte == mark).count()
    }

    fn code(&mut self) -> Result<(), usize> {
        let length = self.run(self.at, b'`');
        let mut from = self.at + length;
        while let Some(at) = self.find(from, "`") {
            let closing = self.run(at, b'`');
            from = at + closing;
            // The last run may still grow.
            if closing == length && from < self.text.len() {
                self.at = from;
                return Ok(());
            }
        }
        Err(self.at)
    }

    fn bracket(&mut self) -> Result<(), usize> {
        let Some(open) = self.brackets.pop() else {
            self.at += 1;
            return Ok(());
        };
        let begins_line = open == 0 || self.byte(open - 1) == Some(b'\n');
        let open = self.image(open);
        let close = match self.byte(self.at + 1) {
            None => return Err(open),
            // A definition is not shown.
            Some(b':') if begins_line => return Err(open),
            Some(b'(') => ")",
            Some(b'[') => "]",
            Some(_) => {
                self.at += 1;
                return Ok(());
            }
        };
        self.at = self.find(self.at + 2, close).ok_or(open)? + 1;
        Ok(())
    }

    fn tag(&mut self) -> Result<(), usize> {
        match self.byte(self.at + 1) {
            None => Err(self.at),
            Some(next) if next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?') => {
                self.at = self.find(self.at, ">").ok_or(self.at)? + 1;
                Ok(())
            }
            Some(_) => {
                self.at += 1;
                Ok(())
            }
        }
    }

    fn entity(&mut self) -> Result<(), usize> {
        let rest = self.text.as_bytes().get(self.at + 1..).unwrap_or_default();
        let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'#';
        let name = rest.iter().take_while(is_name).count();
        if name == rest.len() && name <= 32 {
            return Err(self.at);
        }
        self.at += 1;
        Ok(())
    }

    fn emphasis(&mut self, mark: u8) {
        let start = self.at;
        self.at += self.run(start, mark);
        let before = self.text.get(..start).and_then(|it| it.chars().next_back());
        let after = self.text.get(self.at..).and_then(|it| it.chars().next());
        let is_word = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
        if mark == b'_' && is_word(before) && is_word(after) {
            return;
        }
        let opens = after.is_none_or(|it| !it.is_whitespace());
        let closes = before.is_some_and(|it| !it.is_whitespace());
        let opened = self.open.iter().rposition(|(known, _)| *known == mark);
        match opened {
            // A run at the end may still grow.
            Some(at) if closes && after.is_some() => self.open.truncate(at),
            _ if opens && self.open.len() < DEEPEST => self.open.push((mark, start)),
            _ => {}
        }
    }

    /// A line that begins something ends what is open within the one before.
    fn line(&mut self) {
        self.at += 1;
        let rest = self.text.get(self.at..).unwrap_or_default();
        let rest = rest.trim_start_matches([' ', '\t']);
        let number = rest.trim_start_matches(|it: char| it.is_ascii_digit());
        let is_item = number.len() < rest.len() && number.starts_with(['.', ')']);
        let is_mark = rest.starts_with(['#', '>'])
            || ["- ", "* ", "+ "].iter().any(|mark| rest.starts_with(mark));
        if is_item || is_mark {
            self.open.clear();
            self.brackets.clear();
        }
        if is_mark && !rest.starts_with('#') {
            // The mark of an item is none of emphasis.
            self.at += self.text.get(self.at..).unwrap_or_default().len() - rest.len() + 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::certain;

    #[test]
    fn what_may_become_something_else_is_held_back() {
        for (text, shown) in [
            ("plain words", "plain words"),
            ("some *emph", "some "),
            ("some *emph*", "some "),
            ("some *emph* more", "some *emph* more"),
            ("some **strong** and `co", "some **strong** and "),
            ("a `code` b", "a `code` b"),
            ("snake_case_name", "snake_case_name"),
            ("2 * 3 is 6", "2 * 3 is 6"),
            ("see [the manual", "see "),
            ("see [the manual]", "see "),
            ("see [the manual](https://a", "see "),
            (
                "see [the manual](https://a) b",
                "see [the manual](https://a) b",
            ),
            ("see [it] b", "see [it] b"),
            ("an ![image](a", "an "),
            ("[m]: https://a", ""),
            ("a <b", "a "),
            ("a < b", "a < b"),
            ("a &am", "a "),
            ("a & b", "a & b"),
            ("text\n-", "text\n"),
            ("text\n==", "text\n"),
            ("12", ""),
            ("| a | b |\n|--", ""),
            ("| a | b |\n|--|--|\n| x", "| a | b |\n|--|--|\n| x"),
            ("- one\n- two *th", "- one\n- two "),
            ("* one\n* two", "* one\n* two"),
            ("- ```\n  let a = *b", "- ```\n  let a = *b"),
            ("a \\", "a "),
        ] {
            assert_eq!(certain(text), shown, "{text:?}");
        }
    }

    #[test]
    fn no_more_is_held_back_than_a_little() {
        let long = format!("a *star that nothing closes {}", "word ".repeat(100));
        assert_eq!(certain(&long), long);
    }
}
