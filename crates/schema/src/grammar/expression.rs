//! What a grammar is made of.

use std::collections::HashSet;

/// A named expression.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    /// Lower-case letters, digits and `_`; unique.
    pub(super) name: String,
    pub(super) body: Expression,
    /// Whether it refers to no other rule and is one word to a lexer.
    pub(super) is_token: bool,
}

/// A rule, by its place in the grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct RuleId(pub(super) usize);

/// A set of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Expression {
    Literal(String),
    /// One character: of these ranges, or of none of them.
    Class {
        ranges: Vec<(char, char)>,
        is_negated: bool,
    },
    Rule(RuleId),
    Sequence(Vec<Expression>),
    /// One of them; nothing at all if there is none.
    Choice(Vec<Expression>),
    Repeat {
        of: Box<Expression>,
        least: u64,
        most: Option<u64>,
    },
}

pub(super) fn literal(text: impl Into<String>) -> Expression {
    Expression::Literal(text.into())
}

pub(super) fn class(ranges: &[(char, char)]) -> Expression {
    Expression::Class {
        ranges: ranges.to_vec(),
        is_negated: false,
    }
}

pub(super) fn never() -> Expression {
    Expression::Choice(Vec::new())
}

pub(super) fn nothing() -> Expression {
    Expression::Sequence(Vec::new())
}

pub(super) fn repeat(of: Expression, least: u64, most: Option<u64>) -> Expression {
    Expression::Repeat {
        of: Box::new(of),
        least,
        most,
    }
}

pub(super) fn optional(of: Expression) -> Expression {
    repeat(of, 0, Some(1))
}

pub(super) fn sequence(parts: impl IntoIterator<Item = Expression>) -> Expression {
    let mut flat = Vec::new();
    for part in parts {
        match part {
            Expression::Sequence(parts) => flat.extend(parts),
            part => flat.push(part),
        }
    }
    match <[Expression; 1]>::try_from(flat) {
        Ok([one]) => one,
        Err(flat) => Expression::Sequence(flat),
    }
}

pub(super) fn choice(parts: impl IntoIterator<Item = Expression>) -> Expression {
    let mut flat: Vec<Expression> = Vec::new();
    for part in parts {
        let parts = match part {
            Expression::Choice(parts) => parts,
            part => vec![part],
        };
        for part in parts {
            if !flat.contains(&part) {
                flat.push(part);
            }
        }
    }
    match <[Expression; 1]>::try_from(flat) {
        Ok([one]) => one,
        Err(flat) => Expression::Choice(flat),
    }
}

impl Expression {
    /// Whether it derives a text, if these rules do.
    fn derives(&self, rules: &HashSet<RuleId>) -> bool {
        match self {
            Self::Literal(_) | Self::Class { .. } => true,
            Self::Rule(rule) => rules.contains(rule),
            Self::Sequence(parts) => parts.iter().all(|part| part.derives(rules)),
            Self::Choice(parts) => parts.iter().any(|part| part.derives(rules)),
            Self::Repeat { of, least, .. } => *least == 0 || of.derives(rules),
        }
    }

    /// The same without what derives nothing.
    fn pruned(self, rules: &HashSet<RuleId>) -> Self {
        match self {
            Self::Sequence(parts) => sequence(parts.into_iter().map(|part| part.pruned(rules))),
            Self::Choice(parts) => {
                let parts = parts.into_iter().filter(|part| part.derives(rules));
                choice(parts.map(|part| part.pruned(rules)))
            }
            Self::Repeat { of, .. } if !of.derives(rules) => nothing(),
            Self::Repeat { of, least, most } => repeat(of.pruned(rules), least, most),
            other => other,
        }
    }

    fn mentions(&self, found: &mut Vec<RuleId>) {
        match self {
            Self::Rule(rule) => found.push(*rule),
            Self::Sequence(parts) | Self::Choice(parts) => {
                for part in parts {
                    part.mentions(found);
                }
            }
            Self::Repeat { of, .. } => of.mentions(found),
            Self::Literal(_) | Self::Class { .. } => {}
        }
    }

    fn renumbered(&mut self, to: &[Option<RuleId>]) {
        match self {
            Self::Rule(rule) => {
                if let Some(Some(new)) = to.get(rule.0) {
                    *rule = *new;
                }
            }
            Self::Sequence(parts) | Self::Choice(parts) => {
                for part in parts {
                    part.renumbered(to);
                }
            }
            Self::Repeat { of, .. } => of.renumbered(to),
            Self::Literal(_) | Self::Class { .. } => {}
        }
    }
}

/// Takes out what derives nothing and what the first rule does not need. `None` if that derives
/// nothing.
pub(super) fn prune(mut rules: Vec<Rule>) -> Option<Vec<Rule>> {
    let mut deriving = HashSet::new();
    loop {
        let before = deriving.len();
        for (place, rule) in rules.iter().enumerate() {
            if rule.body.derives(&deriving) {
                deriving.insert(RuleId(place));
            }
        }
        if deriving.len() == before {
            break;
        }
    }
    if !deriving.contains(&RuleId(0)) {
        return None;
    }
    for rule in &mut rules {
        let body = std::mem::replace(&mut rule.body, never());
        rule.body = body.pruned(&deriving);
    }
    let mut needed = vec![RuleId(0)];
    let mut order: Vec<Option<RuleId>> = vec![None; rules.len()];
    let mut at = 0;
    while let Some(rule) = needed.get(at).copied() {
        if order.get(rule.0).is_some_and(Option::is_none) {
            if let Some(place) = order.get_mut(rule.0) {
                *place = Some(RuleId(0));
            }
            if let Some(rule) = rules.get(rule.0) {
                rule.body.mentions(&mut needed);
            }
        }
        at += 1;
    }
    let mut kept = Vec::new();
    for (place, rule) in rules.into_iter().enumerate() {
        if let Some(Some(new)) = order.get_mut(place) {
            *new = RuleId(kept.len());
            kept.push(rule);
        }
    }
    for rule in &mut kept {
        rule.body.renumbered(&order);
    }
    Some(kept)
}
