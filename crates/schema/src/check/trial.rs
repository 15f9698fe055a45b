//! One schema tried on one value, and what it has against it.

use std::sync::Arc;

use super::node::{Node, Scalar, name};
use super::number::Number;
use crate::SimpleType;

/// Why a schema and a value do not agree: the keyword, and a sentence.
pub(super) type Objection = (&'static str, String);

/// Who asks for a trial, and what its failure means to them.
#[derive(Debug, Clone, Copy)]
pub(super) enum Asker {
    /// The document itself.
    Document,
    /// A trial of the container that the value is in, by its place there. It fails too.
    Container(usize),
    /// A trial of the same value, and which of its groups of schemas this one is of.
    Same {
        trial: usize,
        group: usize,
        mode: Mode,
    },
}

/// What a group of schemas asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    All,
    Any,
    One,
    Not,
}

/// A schema on trial.
#[derive(Debug)]
pub(super) struct Trial {
    pub(super) node: Arc<Node>,
    pub(super) asker: Asker,
    /// Whether the value does not satisfy it, or nobody wants to know any more.
    pub(super) is_over: bool,
    /// Of each group, how many of its schemas may still hold.
    pub(super) alive: Vec<usize>,
    /// Which of the required names have come.
    present: Vec<bool>,
    /// Of a string's possible values, those that begin as it does, by their place.
    possible: Vec<usize>,
}

impl Trial {
    pub(super) fn new(node: Arc<Node>, asker: Asker) -> Self {
        Self {
            asker,
            is_over: false,
            alive: node.same.iter().map(|same| same.nodes().len()).collect(),
            present: vec![false; node.required.len()],
            possible: Vec::new(),
            node,
        }
    }

    /// The value is of this type.
    pub(super) fn begins(&mut self, kind: SimpleType) -> Option<Objection> {
        if self.node.is_never {
            return Some(("false", "nothing may stand here".to_owned()));
        }
        if let Some(types) = &self.node.types {
            // A number without a fraction is both; whether it has one, the number itself tells.
            let is_number = kind == SimpleType::Number
                && (types.has(SimpleType::Number) || types.has(SimpleType::Integer));
            if !types.has(kind) && !is_number {
                let (is, asked) = (name(kind), types.words());
                return Some(("type", format!("{asked} is asked for, and this is {is}")));
            }
        }
        let scalars = self.node.scalars.as_ref()?;
        match kind {
            SimpleType::Object | SimpleType::Array => Some(self.not_among(name(kind))),
            SimpleType::String => {
                let strings = scalars.iter().enumerate();
                self.possible = strings
                    .filter(|(_, scalar)| matches!(scalar, Scalar::String(_)))
                    .map(|(at, _)| at)
                    .collect();
                self.possible.is_empty().then(|| self.not_among(name(kind)))
            }
            _ => None,
        }
    }

    /// The value is null, true or false.
    pub(super) fn is_constant(&self, value: &Scalar, words: &str) -> Option<Objection> {
        let scalars = self.node.scalars.as_ref()?;
        (!scalars.contains(value)).then(|| self.not_among(words))
    }

    /// The value is this number.
    pub(super) fn is_number(&self, number: Number, written: &str) -> Option<Objection> {
        let node = &self.node;
        if let Some(types) = &node.types
            && !types.has(SimpleType::Number)
            && !number.is_whole()
        {
            return Some((
                "type",
                format!("a whole number is asked for, and this is {written}"),
            ));
        }
        if let Some(scalars) = &node.scalars
            && !scalars.contains(&Scalar::Number(number))
        {
            return Some(self.not_among(written));
        }
        let limits = &node.numbers;
        let broken = [
            (
                "minimum",
                limits.least.is_some_and(|least| number < least),
                "too small",
            ),
            (
                "maximum",
                limits.most.is_some_and(|most| number > most),
                "too large",
            ),
            (
                "exclusiveMinimum",
                limits.above.is_some_and(|above| number <= above),
                "too small",
            ),
            (
                "exclusiveMaximum",
                limits.below.is_some_and(|below| number >= below),
                "too large",
            ),
        ];
        if let Some((keyword, _, words)) = broken.into_iter().find(|(_, is_broken, _)| *is_broken) {
            return Some((keyword, format!("{written} is {words}")));
        }
        let divisor = limits.multiple_of?;
        (!number.is_multiple_of(divisor)).then(|| {
            (
                "multipleOf",
                format!("{written} is not a multiple of what is asked for"),
            )
        })
    }

    /// The string goes on with `delta` after `matched` bytes, and has this many characters now.
    pub(super) fn grows(&mut self, delta: &str, matched: usize, length: u64) -> Option<Objection> {
        if let Some(most) = self.node.length.most
            && length > most
        {
            return Some((
                "maxLength",
                format!("the string is longer than {most} characters"),
            ));
        }
        let scalars = self.node.scalars.as_ref()?;
        self.possible.retain(|at| match scalars.get(*at) {
            Some(Scalar::String(value)) => value
                .get(matched..)
                .is_some_and(|rest| rest.starts_with(delta)),
            _ => false,
        });
        self.possible
            .is_empty()
            .then(|| self.not_among("this string"))
    }

    /// The string is over.
    pub(super) fn ends_string(&self, bytes: usize, length: u64) -> Option<Objection> {
        let least = self.node.length.least;
        if length < least {
            let words = format!("the string is shorter than {least} characters");
            return Some(("minLength", words));
        }
        let scalars = self.node.scalars.as_ref()?;
        let is_one = |at: &usize| matches!(scalars.get(*at), Some(Scalar::String(value)) if value.len() == bytes);
        (!self.possible.iter().any(is_one)).then(|| self.not_among("this string"))
    }

    /// The object has a member of this name, its `count`th.
    pub(super) fn has_member(&mut self, name: &str, count: u64) -> Option<Objection> {
        let required = self.node.required.iter().zip(&mut self.present);
        for (wanted, is_present) in required {
            *is_present |= wanted == name;
        }
        let most = self.node.members.most?;
        (count > most).then(|| {
            (
                "maxProperties",
                format!("the object has more than {most} members"),
            )
        })
    }

    /// The object is over.
    pub(super) fn ends_object(&self, count: u64) -> Option<Objection> {
        let mut required = self.node.required.iter().zip(&self.present);
        if let Some((name, _)) = required.find(|(_, is_present)| !**is_present) {
            return Some(("required", format!("the member `{name}` is missing")));
        }
        let least = self.node.members.least;
        (count < least).then(|| {
            (
                "minProperties",
                format!("the object has fewer than {least} members"),
            )
        })
    }

    /// The array has this many items.
    pub(super) fn has_items(&self, count: u64) -> Option<Objection> {
        let most = self.node.items.most?;
        (count > most).then(|| ("maxItems", format!("the array has more than {most} items")))
    }

    /// The array is over.
    pub(super) fn ends_array(&self, count: u64) -> Option<Objection> {
        let least = self.node.items.least;
        (count < least).then(|| {
            (
                "minItems",
                format!("the array has fewer than {least} items"),
            )
        })
    }

    fn not_among(&self, what: &str) -> Objection {
        let scalars = self.node.scalars.as_deref().unwrap_or_default();
        let words = match scalars {
            [Scalar::String(only)] => format!("`{only}` is asked for, and this is {what}"),
            _ => format!(
                "{what} is none of the {} values that may stand here",
                scalars.len()
            ),
        };
        ("enum", words)
    }
}
