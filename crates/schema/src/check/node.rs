//! What one schema asks of one value.

use indexmap::IndexMap;

use super::number::Number;
use crate::SimpleType;

/// A schema, by its place in the validator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct NodeId(pub(crate) usize);

/// A schema. What it does not ask is `None` or empty.
#[derive(Debug, Clone, Default)]
pub(crate) struct Node {
    /// Whether nothing satisfies it: `false`.
    pub(crate) is_never: bool,
    pub(crate) types: Option<Types>,
    /// `enum` and `const`, if all of it is scalars.
    pub(crate) scalars: Option<Vec<Scalar>>,
    pub(crate) numbers: Numbers,
    pub(crate) length: Count,
    pub(crate) items: Count,
    pub(crate) members: Count,
    pub(crate) required: Vec<String>,
    pub(crate) properties: IndexMap<String, NodeId>,
    pub(crate) additional: Option<NodeId>,
    pub(crate) prefix: Vec<NodeId>,
    pub(crate) rest: Option<NodeId>,
    /// Other schemas for the same value.
    pub(crate) same: Vec<Same>,
}

/// Schemas for the value that a schema is for.
#[derive(Debug, Clone)]
pub(crate) enum Same {
    /// All hold: `allOf`, `$ref`.
    All(Vec<NodeId>),
    /// One or more hold: `anyOf`.
    Any(Vec<NodeId>),
    /// One holds and no other: `oneOf`.
    One(Vec<NodeId>),
    /// It does not hold: `not`.
    Not(NodeId),
}

impl Same {
    pub(crate) fn nodes(&self) -> &[NodeId] {
        match self {
            Self::All(nodes) | Self::Any(nodes) | Self::One(nodes) => nodes,
            Self::Not(node) => std::slice::from_ref(node),
        }
    }
}

/// A set of types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Types(pub(crate) Vec<SimpleType>);

impl Types {
    pub(crate) fn has(&self, one: SimpleType) -> bool {
        self.0.contains(&one)
    }

    /// For a sentence: `a string or null`.
    pub(crate) fn words(&self) -> String {
        let words: Vec<&str> = self.0.iter().copied().map(name).collect();
        match words.split_last() {
            None => "nothing".to_owned(),
            Some((last, [])) => (*last).to_owned(),
            Some((last, others)) => format!("{} or {last}", others.join(", ")),
        }
    }
}

/// A type for a sentence.
pub(crate) fn name(of: SimpleType) -> &'static str {
    match of {
        SimpleType::Null => "null",
        SimpleType::Boolean => "true or false",
        SimpleType::Integer => "a whole number",
        SimpleType::Number => "a number",
        SimpleType::String => "a string",
        SimpleType::Array => "an array",
        SimpleType::Object => "an object",
    }
}

/// A value that is neither an object nor an array.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Scalar {
    Null,
    Bool(bool),
    Number(Number),
    String(String),
}

/// Limits of numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Numbers {
    pub(crate) least: Option<Number>,
    pub(crate) most: Option<Number>,
    pub(crate) above: Option<Number>,
    pub(crate) below: Option<Number>,
    pub(crate) multiple_of: Option<Number>,
}

/// Limits of a length or a count.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Count {
    pub(crate) least: u64,
    pub(crate) most: Option<u64>,
}
