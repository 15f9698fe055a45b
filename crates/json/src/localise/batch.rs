//! How much is asked for at once.

use ichiban_model::Tokens;

/// The size of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BatchLimits {
    /// Most tokens of source text.
    pub tokens: Tokens,
    /// Most texts.
    pub items: usize,
}

impl Default for BatchLimits {
    /// Small enough that several requests fill the table from several ends, and that an answer
    /// that is cut costs little; large enough that the instructions are a small part of it.
    fn default() -> Self {
        Self {
            tokens: Tokens(600),
            items: 24,
        }
    }
}

impl BatchLimits {
    /// Half of it, after an answer that was too long for the model. At least one text.
    pub(super) fn halved(self) -> Self {
        Self {
            tokens: Tokens((self.tokens.0 / 2).max(1)),
            items: (self.items / 2).max(1),
        }
    }
}

/// Fills one request: takes texts until one does not fit.
pub(super) struct Filling {
    limits: BatchLimits,
    tokens: Tokens,
    items: usize,
}

impl Filling {
    pub(super) fn new(limits: BatchLimits) -> Self {
        Self {
            limits,
            tokens: Tokens(0),
            items: 0,
        }
    }

    /// Whether this text still fits; if so it counts. The first always does.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let tokens = self.tokens + Tokens::estimate(text);
        let fits = self.items < self.limits.items && tokens <= self.limits.tokens;
        if self.items > 0 && !fits {
            return false;
        }
        self.tokens = tokens;
        self.items += 1;
        true
    }
}
