//! The way back from an answer to the text of a file.

use std::ops::Range;

use super::Masked;

/// Puts placeholders back into an answer while it arrives. Cost: one pass over the answer.
#[derive(Debug, Clone, Default)]
pub(in crate::localise) struct Restorer {
    out: String,
    /// The beginning of what may become a token.
    pending: String,
    /// An apostrophe whose successor decides how it is written.
    apostrophe: bool,
    after_token: bool,
    strangers: Vec<String>,
    /// The arguments known by their place alone that were put back.
    placed: Vec<Placed>,
    order: Order,
    /// What comes from here on may still be numbered.
    undecided: Option<usize>,
}

/// In which order arguments come that are known by their place alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Order {
    /// In that of the source.
    #[default]
    Kept,
    /// One came before its turn: they are numbered.
    Numbered,
    /// One came before its turn, and they must not be numbered.
    Lost,
}

/// An argument known by its place alone, as it was put back.
#[derive(Debug, Clone)]
struct Placed {
    place: usize,
    span: Range<usize>,
}

/// An answer with its placeholders put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::localise) struct Restored {
    /// The text as it stands in the file.
    pub(in crate::localise) text: String,
    /// The tokens that are none of ours.
    pub(in crate::localise) strangers: Vec<String>,
    /// Whether arguments known by their place alone stand in another order, and cannot.
    pub(in crate::localise) reordered: bool,
}

/// No token is longer; what goes on beyond it is text.
const LONGEST_TOKEN: usize = 96;

impl Restorer {
    /// Takes more of the answer.
    pub(in crate::localise) fn push(&mut self, masked: &Masked, delta: &str) {
        for c in delta.chars() {
            self.push_char(masked, c);
        }
    }

    /// The text so far: never a part of a placeholder, and nothing that changes later.
    pub(in crate::localise) fn text(&self) -> &str {
        let end = self.undecided.unwrap_or(self.out.len());
        self.out.get(..end).unwrap_or_default()
    }

    /// The answer is over.
    pub(in crate::localise) fn finish(mut self, masked: &Masked) -> Restored {
        if !self.pending.is_empty() {
            self.give_up(masked);
        }
        self.settle_apostrophe(true);
        let gap = self.order == Order::Numbered && self.placed.len() != masked.places;
        Restored {
            text: self.out,
            strangers: self.strangers,
            reordered: self.order == Order::Lost || gap,
        }
    }

    fn push_char(&mut self, masked: &Masked, c: char) {
        match (self.pending.chars().next(), c) {
            (None, '{' | '<') => self.pending.push(c),
            (None, '}') => {
                self.strangers.push("}".to_owned());
                self.prose(masked, c);
            }
            (None, _) => self.prose(masked, c),
            (Some(_), '{' | '<') => {
                self.give_up(masked);
                self.pending.push(c);
            }
            (Some('{'), '}') | (Some('<'), '>') => {
                self.pending.push(c);
                self.resolve(masked);
            }
            (Some(open), _) => {
                let begins = self.pending.len() == 1;
                let text_after_all =
                    open == '<' && begins && !(c == '/' || c.is_ascii_alphanumeric());
                self.pending.push(c);
                if text_after_all || c == '\n' || self.pending.len() > LONGEST_TOKEN {
                    self.give_up(masked);
                }
            }
        }
    }

    /// What was held back is a whole token.
    fn resolve(&mut self, masked: &Masked) {
        let plain: String = if self.pending.starts_with('<') {
            // `<br />` is `<br/>`.
            self.pending.chars().filter(|c| *c != ' ').collect()
        } else {
            self.pending.clone()
        };
        let Some(token) = masked.tokens.iter().find(|it| it.mask == plain) else {
            self.give_up(masked);
            return;
        };
        self.settle_apostrophe(true);
        match token.place {
            Some(place) => self.put(masked, place, &token.raw),
            None => self.out.push_str(&token.raw),
        }
        self.after_token = true;
        self.pending.clear();
    }

    /// Puts an argument back that is known by its place alone.
    fn put(&mut self, masked: &Masked, place: usize, raw: &str) {
        if self.order == Order::Kept && place != self.placed.len() {
            if masked.may_number {
                self.number();
            } else {
                self.order = Order::Lost;
            }
        }
        let start = self.out.len();
        if self.order == Order::Numbered {
            self.out.push_str(&numbered(raw, place));
        } else {
            self.out.push_str(raw);
        }
        let span = start..self.out.len();
        self.placed.push(Placed { place, span });
        // Once all but the last are in order, the last is too.
        let open =
            masked.may_number && self.order == Order::Kept && self.placed.len() + 1 < masked.places;
        self.undecided = self.placed.first().filter(|_| open).map(|it| it.span.start);
    }

    /// Numbers the arguments that were put back as they are.
    fn number(&mut self) {
        self.order = Order::Numbered;
        let mut out = String::with_capacity(self.out.len() + 8);
        let mut from = 0;
        for Placed { place, span } in &mut self.placed {
            out.push_str(self.out.get(from..span.start).unwrap_or_default());
            from = span.end;
            let start = out.len();
            let raw = self.out.get(span.clone()).unwrap_or_default();
            out.push_str(&numbered(raw, *place));
            *span = start..out.len();
        }
        out.push_str(self.out.get(from..).unwrap_or_default());
        self.out = out;
    }

    /// What was held back is no token of ours.
    fn give_up(&mut self, masked: &Masked) {
        let pending = std::mem::take(&mut self.pending);
        if pending.starts_with('{') {
            self.strangers.push(pending.clone());
        }
        for c in pending.chars() {
            self.prose(masked, c);
        }
    }

    fn prose(&mut self, masked: &Masked, c: char) {
        let escape = masked.escape;
        if escape.apostrophe && c == '\'' {
            if self.apostrophe {
                self.out.push_str("''");
            }
            self.apostrophe = true;
            return;
        }
        self.settle_apostrophe(matches!(c, '{' | '}' | '#' | '|'));
        match c {
            '#' if escape.pound => self.out.push_str("'#'"),
            '$' if escape.dollar => self.out.push_str("$$"),
            '%' if escape.percent => self.out.push_str("%%"),
            _ => self.out.push(c),
        }
        self.after_token = false;
    }

    /// Writes an apostrophe that was held back; doubled where a single one would quote.
    fn settle_apostrophe(&mut self, quotes: bool) {
        if std::mem::take(&mut self.apostrophe) {
            let doubled = quotes || self.after_token;
            self.out.push_str(if doubled { "''" } else { "'" });
            self.after_token = false;
        }
    }
}

/// `%s` as `%2$s` (POSIX `printf`), for the place 1.
fn numbered(raw: &str, place: usize) -> String {
    let rest = raw.strip_prefix('%').unwrap_or(raw);
    format!("%{}${rest}", place + 1)
}
