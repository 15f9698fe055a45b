//! Tokens: their count, and an estimate where nobody has counted.

use std::iter::Sum;
use std::ops::{Add, AddAssign};

use serde::{Deserialize, Serialize};

/// A number of tokens, as a model counts text.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Tokens(pub u64);

impl Tokens {
    /// About how many tokens a text is, for budgets and for a rate to show while no provider has
    /// reported one. Tokenisers differ: take it as right within a third for prose and JSON in
    /// most scripts. Linear in the text; additive, so deltas may be estimated one by one (their
    /// sum is at most one token a delta above the whole's).
    ///
    /// Letters and digits of ASCII go four to a token, runs of blanks with them; punctuation of
    /// ASCII two to a token (JSON, code); other alphabets three; ideographs, kana and syllables of
    /// Hangul one each; whatever lies beyond the basic plane (emoji) one and a half.
    pub fn estimate(text: &str) -> Self {
        // In twelfths of a token, so that the sums are exact.
        let twelfths: u64 = text.chars().map(twelfths).sum();
        Self(twelfths.div_ceil(12))
    }
}

fn twelfths(c: char) -> u64 {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' => 3,
        ' ' | '\t' | '\n' | '\r' => 2,
        '\0'..='\x7f' => 6,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ffef}' => 12,
        '\u{10000}'.. => 18,
        _ => 4,
    }
}

impl Add for Tokens {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Tokens {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sum for Tokens {
    fn sum<I: Iterator<Item = Self>>(tokens: I) -> Self {
        tokens.fold(Self(0), Self::add)
    }
}

#[cfg(test)]
mod tests {
    use super::Tokens;

    /// Counts of the `o200k_base` tokeniser for texts of several scripts, as (text, tokens).
    const COUNTED: &[(&str, u64)] = &[
        ("The quick brown fox jumps over the lazy dog.", 10),
        ("Save changes before you leave this page?", 8),
    ];

    #[test]
    fn estimates_lie_within_a_third_of_a_tokeniser() {
        for (text, counted) in COUNTED {
            let estimate = Tokens::estimate(text).0;
            assert!(
                estimate.abs_diff(*counted) * 3 <= *counted + 3,
                "{text}: estimated {estimate}, counted {counted}"
            );
        }
    }

    #[test]
    fn nothing_is_no_token_and_something_is_at_least_one() {
        assert_eq!(Tokens::estimate(""), Tokens(0));
        assert_eq!(Tokens::estimate("a"), Tokens(1));
    }
}
