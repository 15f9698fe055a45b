//! Limits of what models may cost: for a run, for a day, in money and in tokens.
//!
//! A limit is hard. Before a request is sent, what it asks is estimated, and a request that would go
//! beyond is refused; while an answer streams in, what it has cost so far is compared with what is
//! left, and the answer is stopped there. Estimates are those of [`Tokens::estimate`](crate::Tokens).

use serde::{Deserialize, Serialize};

use crate::prices::{self, Price};
use crate::{Endpoint, Failure, Usage};

/// What a person allows. Money is in millionths of a US dollar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Budget {
    /// The most that a run may cost.
    pub run_money: Option<u64>,
    /// The most that a day may cost.
    pub day_money: Option<u64>,
    /// The most tokens of a run, of questions and answers together.
    pub run_tokens: Option<u64>,
    /// The most tokens of a day.
    pub day_tokens: Option<u64>,
}

/// What was spent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spent {
    /// Millionths of a US dollar, as far as prices are known.
    pub money: u64,
    /// Tokens of questions and answers.
    pub tokens: u64,
}

impl Spent {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            money: self.money.saturating_add(other.money),
            tokens: self.tokens.saturating_add(other.tokens),
        }
    }

    /// What this is more than `other`, which is a part of it.
    #[must_use]
    pub fn beyond(self, other: Self) -> Self {
        Self {
            money: self.money.saturating_sub(other.money),
            tokens: self.tokens.saturating_sub(other.tokens),
        }
    }
}

/// For how long a limit holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Span {
    /// For one run.
    Run,
    /// For a day.
    Day,
}

/// What is left of a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bound {
    /// What may still be spent.
    pub left: u64,
    /// The whole limit.
    pub limit: u64,
    /// Which limit it is.
    pub span: Span,
}

/// What one run may spend: of each kind the tighter of its limits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allowance {
    /// In money.
    pub money: Option<Bound>,
    /// In tokens.
    pub tokens: Option<Bound>,
}

/// What the tokens of a model cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rate {
    /// Nothing: it runs on the person's own machine.
    Free,
    /// What a provider takes.
    Priced(&'static Price),
    /// It is not known.
    Unknown,
}

impl Rate {
    /// The rate of a model at an endpoint.
    pub fn of(endpoint: &Endpoint, model: &str) -> Self {
        if endpoint.is_loopback() {
            return Self::Free;
        }
        prices::of_model(model).map_or(Self::Unknown, Self::Priced)
    }

    /// What these tokens cost in millionths of a US dollar, if that is known.
    pub fn cost(self, usage: &Usage) -> Option<u64> {
        match self {
            Self::Free => Some(0),
            Self::Priced(price) => Some(price.cost(usage)),
            Self::Unknown => None,
        }
    }

    /// What of a limit these tokens use up.
    pub fn spent(self, usage: &Usage) -> Spent {
        match self {
            Self::Free => Spent::default(),
            _ => Spent {
                money: self.cost(usage).unwrap_or_default(),
                tokens: usage.input_tokens.saturating_add(usage.output_tokens),
            },
        }
    }
}

impl Budget {
    /// What a run may spend that begins when `today` was spent already.
    pub fn allowance(&self, today: Spent) -> Allowance {
        Allowance {
            money: tighter(self.run_money, self.day_money, today.money),
            tokens: tighter(self.run_tokens, self.day_tokens, today.tokens),
        }
    }
}

fn tighter(run: Option<u64>, day: Option<u64>, today: u64) -> Option<Bound> {
    let run = run.map(|limit| Bound {
        left: limit,
        limit,
        span: Span::Run,
    });
    let day = day.map(|limit| Bound {
        left: limit.saturating_sub(today),
        limit,
        span: Span::Day,
    });
    match (run, day) {
        (Some(run), Some(day)) if day.left < run.left => Some(day),
        (Some(run), _) => Some(run),
        (None, day) => day,
    }
}

impl Allowance {
    /// Whether a request may be sent that uses up `next` at least, when the run has spent `spent`.
    ///
    /// # Errors
    /// If it would go beyond a limit, or if a limit of money cannot be held because nobody knows the
    /// price and no limit of tokens is set: in words, with what to do.
    pub fn before(&self, rate: Rate, spent: Spent, next: Spent) -> Result<(), Failure> {
        if rate == Rate::Free {
            return Ok(());
        }
        if let (Rate::Unknown, Some(bound), None) = (rate, self.money, self.tokens) {
            let message = format!(
                "The price of this model is not known, so the limit of {} {} cannot be held. \
                 Nothing was sent.",
                dollars(bound.limit),
                a(bound.span)
            );
            let failure = Failure::new(
                CODE,
                message,
                "Set a limit in tokens instead, in the settings, or take a model whose price is known.",
            );
            return Err(failure
                .named("price-unknown", "limit-in-tokens")
                .with("limit", dollars(bound.limit))
                .with("span", bound.span.name()));
        }
        let after = spent.and(next);
        let beyond = self
            .bounds(rate)
            .find(|(bound, kind)| bound.left == 0 || kind.of(after) > bound.left);
        match beyond {
            None => Ok(()),
            Some((bound, kind)) => {
                let left = bound.left.saturating_sub(kind.of(spent));
                let next = kind.of(next);
                let message = format!(
                    "This would go beyond the limit of {} {}: {} of it is left, and the question \
                     alone is about {}. It was not sent.",
                    kind.told(bound.limit),
                    a(bound.span),
                    kind.told(left),
                    kind.told(next),
                );
                let failure = beyond_limit("beyond-limit", message, bound, kind);
                Err(failure
                    .with("left", kind.amount(left))
                    .with("next", kind.amount(next)))
            }
        }
    }

    /// Whether a run may go on that has spent `spent`.
    ///
    /// # Errors
    /// If a limit is reached.
    pub fn during(&self, rate: Rate, spent: Spent) -> Result<(), Failure> {
        let beyond = self
            .bounds(rate)
            .find(|(bound, kind)| kind.of(spent) > bound.left);
        match beyond {
            None => Ok(()),
            Some((bound, kind)) => {
                let message = format!(
                    "Stopped: the limit of {} {} is reached.",
                    kind.told(bound.limit),
                    a(bound.span)
                );
                Err(beyond_limit("limit-reached", message, bound, kind))
            }
        }
    }

    fn bounds(&self, rate: Rate) -> impl Iterator<Item = (Bound, Kind)> {
        let money = self.money.filter(|_| matches!(rate, Rate::Priced(_)));
        let tokens = self.tokens.filter(|_| rate != Rate::Free);
        let money = money.map(|bound| (bound, Kind::Money));
        money
            .into_iter()
            .chain(tokens.map(|bound| (bound, Kind::Tokens)))
    }
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Money,
    Tokens,
}

impl Kind {
    fn of(self, spent: Spent) -> u64 {
        match self {
            Self::Money => spent.money,
            Self::Tokens => spent.tokens,
        }
    }

    fn told(self, count: u64) -> String {
        match self {
            Self::Money => dollars(count),
            Self::Tokens => format!("{count} tokens"),
        }
    }

    /// The same without a word in it.
    fn amount(self, count: u64) -> String {
        match self {
            Self::Money => dollars(count),
            Self::Tokens => count.to_string(),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Money => "money",
            Self::Tokens => "tokens",
        }
    }
}

impl Span {
    fn name(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::Day => "day",
        }
    }
}

/// The code of every failure here.
const CODE: &str = "over-budget";

/// A limit that is reached, or would be: `name` is the message's.
fn beyond_limit(name: &str, message: String, bound: Bound, kind: Kind) -> Failure {
    let (remedy, hint) = match bound.span {
        Span::Run => (
            "raise-limit",
            "Raise the limit in the settings, or ask for less; what had settled is kept.",
        ),
        Span::Day => (
            "raise-limit-or-wait",
            "Raise the limit in the settings, or go on tomorrow; what had settled is kept.",
        ),
    };
    Failure::new(CODE, message, hint)
        .named(name, remedy)
        .with("kind", kind.name())
        .with("limit", kind.amount(bound.limit))
        .with("span", bound.span.name())
}

fn a(span: Span) -> &'static str {
    match span {
        Span::Run => "a run",
        Span::Day => "a day",
    }
}

/// Millionths of a dollar for a person, rounded up to what is worth telling: `$0.0042`, `$1.50`.
pub fn dollars(money: u64) -> String {
    let (unit, places) = match money {
        0 => return "$0".to_owned(),
        1..10_000 => (100, 4),
        _ => (10_000, 2),
    };
    let rounded = money.div_ceil(unit).saturating_mul(unit);
    let (whole, part) = (rounded / 1_000_000, rounded % 1_000_000 / unit);
    format!("${whole}.{part:0places$}")
}

/// What a person typed as an amount of dollars, such as `0.50` or `$2`; none if it is no amount.
pub fn read_dollars(text: &str) -> Option<u64> {
    let text = text.trim();
    let text = text.strip_prefix('$').unwrap_or(text).trim_start();
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if (whole.is_empty() && part.is_empty()) || !is_number(whole) || !is_number(part) {
        return None;
    }
    let whole: u64 = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    let part: String = part.chars().chain("000000".chars()).take(6).collect();
    whole
        .checked_mul(1_000_000)?
        .checked_add(part.parse().ok()?)
}

#[cfg(test)]
#[path = "budget_tests.rs"]
mod tests;
