//! Whole numbers between limits, digit by digit.

use super::expression::{Expression, choice, class, literal, never, repeat, sequence};

/// The whole numbers from `least` to `most`, written without fraction, exponent or leading zeros.
pub(super) fn integers(least: Option<i128>, most: Option<i128>) -> Expression {
    let mut parts = Vec::new();
    let is_below_zero = least.is_none_or(|least| least < 0);
    let is_above_zero = most.is_none_or(|most| most >= 0);
    if is_below_zero {
        let nearest = most.filter(|most| *most < 0).map_or(1, i128::unsigned_abs);
        let farthest = least.map(i128::unsigned_abs);
        parts.push(sequence([literal("-"), natural(nearest, farthest)]));
    }
    if is_above_zero {
        let nearest = least
            .filter(|least| *least > 0)
            .map_or(0, i128::unsigned_abs);
        let farthest = most.map(i128::unsigned_abs);
        parts.push(natural(nearest, farthest));
    }
    choice(parts)
}

fn natural(least: u128, most: Option<u128>) -> Expression {
    if most.is_some_and(|most| most < least) {
        return never();
    }
    let mut parts = Vec::new();
    let mut from = least;
    if from == 0 {
        parts.push(literal("0"));
        from = 1;
    }
    loop {
        if most.is_some_and(|most| from > most) {
            return choice(parts);
        }
        let digits = from.to_string();
        // The last number of as many digits.
        let length = u32::try_from(digits.len()).unwrap_or(u32::MAX);
        let end = 10_u128.checked_pow(length).map(|next| next - 1);
        let Some(end) = end else {
            // Past 38 digits nothing is counted any more.
            parts.push(at_least_digits(digits.len()));
            return choice(parts);
        };
        if most.is_none() && digits.starts_with('1') && digits.trim_end_matches('0') == "1" {
            parts.push(at_least_digits(digits.len()));
            return choice(parts);
        }
        let to = most.map_or(end, |most| most.min(end));
        parts.push(same_length(digits.as_bytes(), to.to_string().as_bytes()));
        from = end + 1;
    }
}

fn at_least_digits(digits: usize) -> Expression {
    let more = u64::try_from(digits).unwrap_or(u64::MAX) - 1;
    sequence([class(&[('1', '9')]), repeat(any(), more, None)])
}

fn any() -> Expression {
    class(&[('0', '9')])
}

fn digits(count: usize) -> Expression {
    let count = u64::try_from(count).unwrap_or(u64::MAX);
    match count {
        0 => super::expression::nothing(),
        1 => any(),
        count => repeat(any(), count, Some(count)),
    }
}

/// Numbers of as many digits between two.
fn same_length(least: &[u8], most: &[u8]) -> Expression {
    let (Some((low, low_rest)), Some((high, high_rest))) =
        (least.split_first(), most.split_first())
    else {
        return super::expression::nothing();
    };
    let is_first = low_rest.iter().all(|digit| *digit == b'0');
    let is_last = high_rest.iter().all(|digit| *digit == b'9');
    if low == high {
        if is_first && is_last {
            return sequence([one(*low, *high), digits(low_rest.len())]);
        }
        return sequence([one(*low, *high), same_length(low_rest, high_rest)]);
    }
    let mut parts = Vec::new();
    let (mut from, mut to) = (*low, *high);
    let nines = vec![b'9'; low_rest.len()];
    let zeros = vec![b'0'; low_rest.len()];
    if !is_first {
        parts.push(sequence([one(from, from), same_length(low_rest, &nines)]));
        from += 1;
    }
    if !is_last {
        to -= 1;
    }
    if from <= to {
        parts.push(sequence([one(from, to), digits(low_rest.len())]));
    }
    if !is_last {
        parts.push(sequence([
            one(*high, *high),
            same_length(&zeros, high_rest),
        ]));
    }
    choice(parts)
}

fn one(from: u8, to: u8) -> Expression {
    if from == to {
        literal(char::from(from))
    } else {
        class(&[(char::from(from), char::from(to))])
    }
}
