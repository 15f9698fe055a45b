//! What a model adds to what was read: what would be sent, how far a run is, what came of it.
//!
//! ```text
//! page                                   worker
//!  │ Command::Plan                ─────▶  │
//!  │ ◀───── Report::Planned               │   what would be sent, before it is
//!  │ Command::Known               ─────▶  │   what earlier runs came to, kept by the page
//!  │ Command::Refine              ─────▶  │
//!  │ ◀───── Report::Ask, Leave            │   which the page has asked
//!  │ Command::Heard, Over         ─────▶  │
//!  │ ◀───── Report::Refined, Keep         │
//! ```

use serde::{Deserialize, Serialize};

use super::page::Place;
use super::protocol::{Found, Operation};

/// A request of a run. No number is used twice while a worker lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RequestId(pub u32);

/// What would be sent, section by section, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The sections.
    pub sections: Vec<Section>,
}

/// A section that may be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Under which what came of it is kept. It is that of its text.
    pub key: String,
    /// The headings it stands under.
    pub title: String,
    /// The document's name.
    pub document: String,
    /// Where it begins.
    pub at: Option<Place>,
    /// Tokens that are sent, instructions included, as estimated.
    pub input: u32,
    /// Tokens that are likely to come back.
    pub output: u32,
    /// The operations that were found in it without a model.
    pub known: u32,
    /// Whether it looks as if it documented operations.
    pub is_likely: bool,
    /// Whether an earlier run has read it.
    pub is_read: bool,
}

/// What an endpoint asks for a million tokens, in whatever currency.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Prices {
    /// For input.
    pub input: Option<f64>,
    /// For output.
    pub output: Option<f64>,
}

/// Tokens there and back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tokens {
    /// Sent.
    pub input: u64,
    /// Come back.
    pub output: u64,
}

impl Tokens {
    /// What they cost. None if a price that is needed for it is not known, or is no price.
    // Tokens are far below 2^53.
    #[allow(clippy::cast_precision_loss)]
    pub fn cost(self, prices: Prices) -> Option<f64> {
        let known = |price: Option<f64>| price.filter(|price| price.is_finite() && *price >= 0.0);
        let (input, output) = (known(prices.input)?, known(prices.output)?);
        Some((self.input as f64 * input + self.output as f64 * output) / 1e6)
    }
}

impl Plan {
    /// The sections that a run would send, and their tokens: those that were chosen and have not
    /// been read. `chosen` tells by their place in the plan; what is not told is not chosen.
    pub fn estimate(&self, chosen: &[bool]) -> (u32, Tokens) {
        let mut count = 0;
        let mut tokens = Tokens::default();
        for (section, is_chosen) in self.sections.iter().zip(chosen) {
            if *is_chosen && !section.is_read {
                count += 1;
                tokens.input += u64::from(section.input);
                tokens.output += u64::from(section.output);
            }
        }
        (count, tokens)
    }
}

/// Where a run is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// None is under way: what is there comes of earlier ones.
    #[default]
    Earlier,
    /// Sections are being asked about.
    Going,
    /// The person has it wait.
    Paused,
    /// An endpoint failed in a way that would meet the next section too.
    Interrupted,
    /// The person has ended it.
    Stopped,
    /// Every section is read or given up.
    Finished,
}

/// Where a section is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Progress {
    /// It is not part of the run.
    #[default]
    Out,
    /// It waits for its turn.
    Waiting,
    /// It is being asked about.
    Asked,
    /// It is read.
    Read,
    /// It is given up: no answer was whole.
    Failed,
}

/// What was said and does not count, by reason.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dropped {
    /// Its quotation does not stand in the section.
    pub quote_not_found: u32,
    /// Its quotation does not hold what it should prove.
    pub not_in_quote: u32,
    /// It is no method, path, name or place.
    pub malformed: u32,
    /// It belongs to an operation that does not count.
    pub of_dropped: u32,
}

/// How far a run is and what has come of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Refined {
    /// Where it is.
    pub stage: Stage,
    /// Why it is interrupted, if the answer itself says so.
    pub fault: Option<String>,
    /// Where each section of the plan is.
    pub sections: Vec<Progress>,
    /// Operations that were added.
    pub operations: u32,
    /// Parameters, members of bodies and summaries that were added.
    pub details: u32,
    /// Parameters that were corrected.
    pub corrected: u32,
    /// What was dropped.
    pub dropped: Dropped,
    /// Tokens, as the endpoint counts them.
    pub tokens: Tokens,
    /// The operations that are new or have changed since the last report, in the order of the list.
    pub changed: Vec<Operation>,
    /// All that is known now, with edits: each time a section is read, and when a run comes to rest.
    pub found: Option<Box<Found>>,
}

/// A section that was read, to be kept and given back by [`Command::Known`] when the same text is
/// read again. The page does not look into it.
///
/// [`Command::Known`]: super::protocol::Command::Known
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// See [`Section::key`].
    pub key: String,
    /// What came of it.
    pub reading: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(input: u32, is_read: bool) -> Section {
        Section {
            key: String::new(),
            title: String::new(),
            document: String::new(),
            at: None,
            input,
            output: 100,
            known: 0,
            is_likely: true,
            is_read,
        }
    }

    #[test]
    fn what_is_chosen_and_not_read_is_what_is_paid_for() {
        let plan = Plan {
            sections: vec![
                section(1_000, false),
                section(2_000, true),
                section(4_000, false),
                section(8_000, false),
            ],
        };
        let (count, tokens) = plan.estimate(&[true, true, false, true]);
        assert_eq!((count, tokens.input, tokens.output), (2, 9_000, 200));
        assert_eq!(plan.estimate(&[true]).0, 1);
    }

    #[test]
    fn a_cost_needs_both_prices() {
        let tokens = Tokens {
            input: 2_000_000,
            output: 500_000,
        };
        let prices = |input, output| Prices { input, output };
        assert_eq!(tokens.cost(prices(Some(1.5), Some(4.0))), Some(5.0));
        assert_eq!(tokens.cost(prices(Some(1.5), None)), None);
        assert_eq!(tokens.cost(prices(Some(-1.0), Some(4.0))), None);
        assert_eq!(tokens.cost(prices(Some(f64::NAN), Some(4.0))), None);
    }
}
