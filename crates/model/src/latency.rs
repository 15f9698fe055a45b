//! How fast answers come: percentiles over the requests of the ledger.

use crate::ledger::Entry;

/// The values below which half, nineteen of twenty and ninety-nine of a hundred are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Percentiles {
    /// The median.
    pub p50: f64,
    /// The 95th.
    pub p95: f64,
    /// The 99th.
    pub p99: f64,
}

impl Percentiles {
    /// By the nearest rank: each is one of the values. None of no values. Where more is better, the
    /// percentiles are of the slow end all the same if `is_rate` is set. Cost: sorts them.
    fn of(values: impl Iterator<Item = f64>, is_rate: bool) -> Option<Self> {
        let mut sorted: Vec<f64> = values.collect();
        sorted.sort_by(f64::total_cmp);
        if is_rate {
            sorted.reverse();
        }
        let at = |percent: usize| {
            let rank = (sorted.len() * percent).div_ceil(100).max(1);
            sorted.get(rank - 1).copied()
        };
        Some(Self {
            p50: at(50)?,
            p95: at(95)?,
            p99: at(99)?,
        })
    }
}

/// The percentiles of several requests.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Latency {
    /// From the request to the head of the answer, in milliseconds.
    pub first_byte: Option<Percentiles>,
    /// From the request to the first of the answer's words, in milliseconds.
    pub first_token: Option<Percentiles>,
    /// From a run's question to the first of its answer on the screen, in milliseconds.
    pub first_paint: Option<Percentiles>,
    /// Tokens of the answer in a second, from the first on. The 95th is what 95 of 100 reach.
    pub per_second: Option<Percentiles>,
}

impl Latency {
    /// Of these entries, as far as each was measured.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let (mut bytes, mut tokens, mut paints) = (Vec::new(), Vec::new(), Vec::new());
        let mut rates = Vec::new();
        for entry in entries {
            bytes.extend(entry.first_byte_ms.map(f64::from));
            tokens.extend(entry.first_token_ms.map(f64::from));
            paints.extend(entry.first_paint_ms.map(f64::from));
            rates.extend(entry.tokens_per_second());
        }
        Self {
            first_byte: Percentiles::of(bytes.into_iter(), false),
            first_token: Percentiles::of(tokens.into_iter(), false),
            first_paint: Percentiles::of(paints.into_iter(), false),
            per_second: Percentiles::of(rates.into_iter(), true),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_one_of_the_values() {
        let of = |values: &[f64]| Percentiles::of(values.iter().copied(), false);
        assert_eq!(of(&[]), None);
        let one = of(&[7.0]).unwrap();
        assert_eq!((one.p50, one.p95, one.p99), (7.0, 7.0, 7.0));
        let hundred: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        let hundred = of(&hundred).unwrap();
        assert_eq!((hundred.p50, hundred.p95, hundred.p99), (50.0, 95.0, 99.0));
    }

    #[test]
    fn the_slow_end_of_rates_is_the_low_one() {
        let rates = (1..=100).map(f64::from);
        let rates = Percentiles::of(rates, true).unwrap();
        assert_eq!((rates.p50, rates.p95, rates.p99), (51.0, 6.0, 2.0));
    }

    #[test]
    fn what_was_not_measured_counts_for_nothing() {
        let measured = Entry {
            first_byte_ms: Some(100),
            first_token_ms: Some(500),
            whole_ms: Some(2_500),
            output_tokens: 40,
            ..Entry::default()
        };
        let latency = Latency::of(&[measured, Entry::default()]);
        assert_eq!(latency.first_byte.map(|it| it.p99), Some(100.0));
        assert_eq!(latency.first_token.map(|it| it.p50), Some(500.0));
        assert_eq!(latency.per_second.map(|it| it.p50), Some(20.0));
    }
}
