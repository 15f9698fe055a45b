//! A JSON value that loses nothing: members in order, numbers as they are written.

use ichiban_schema::{Seed, Visitor};
use indexmap::IndexMap;
use serde::de::DeserializeSeed;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A null.
    Null,
    /// A boolean.
    Bool(bool),
    /// A number, as RFC 8259 §6 writes it; from formats that have them also `NaN`, `Infinity`
    /// and `-Infinity`.
    Number(String),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object. Of members with one name, the last counts.
    Object(IndexMap<String, Value>),
}

impl Value {
    /// Tells `visitor` the value.
    pub fn visit<V: Visitor + ?Sized>(&self, visitor: &mut V) {
        match self {
            Self::Null => visitor.null(),
            Self::Bool(value) => visitor.boolean(*value),
            Self::Number(text) => visitor.number(text),
            Self::String(text) => visitor.string(text),
            Self::Array(items) => {
                visitor.begin_array();
                for item in items {
                    item.visit(visitor);
                }
                visitor.end_array();
            }
            Self::Object(members) => {
                visitor.begin_object();
                for (name, value) in members {
                    visitor.key(name);
                    value.visit(visitor);
                }
                visitor.end_object();
            }
        }
    }

    /// The same for readers of JSON. Numbers are what 64 bits hold of them.
    pub(crate) fn to_json(&self) -> serde_json::Value {
        match self {
            Self::Null => serde_json::Value::Null,
            Self::Bool(value) => (*value).into(),
            // What is not finite is no JSON.
            Self::Number(text) => serde_json::from_str(text).unwrap_or_default(),
            Self::String(text) => text.as_str().into(),
            Self::Array(items) => items.iter().map(Self::to_json).collect(),
            Self::Object(members) => {
                let members = members.iter();
                members
                    .map(|(name, value)| (name.clone(), value.to_json()))
                    .collect()
            }
        }
    }

    /// Whether it is a scalar.
    pub fn is_scalar(&self) -> bool {
        !matches!(self, Self::Array(_) | Self::Object(_))
    }
}

impl<'de> serde::Deserialize<'de> for Value {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut values = Values::default();
        Seed(&mut values).deserialize(deserializer)?;
        Ok(values.finish().pop().unwrap_or(Self::Null))
    }
}

/// Numbers that fit 64 bits are written exactly, others as the nearest double.
impl serde::Serialize for Value {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(text) => {
                if let Ok(value) = text.parse::<i64>() {
                    serializer.serialize_i64(value)
                } else if let Ok(value) = text.parse::<u64>() {
                    serializer.serialize_u64(value)
                } else {
                    let value = text.parse::<f64>().map_err(serde::ser::Error::custom)?;
                    serializer.serialize_f64(value)
                }
            }
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(items) => serializer.collect_seq(items),
            Self::Object(members) => serializer.collect_map(members),
        }
    }
}

/// Builds values from events.
#[derive(Debug, Default)]
pub struct Values {
    done: Vec<Value>,
    open: Vec<Open>,
}

#[derive(Debug)]
enum Open {
    Array(Vec<Value>),
    Object(IndexMap<String, Value>, String),
}

impl Values {
    /// The values, one for each document seen.
    pub fn finish(self) -> Vec<Value> {
        self.done
    }

    fn put(&mut self, value: Value) {
        match self.open.last_mut() {
            None => self.done.push(value),
            Some(Open::Array(items)) => items.push(value),
            Some(Open::Object(members, key)) => {
                members.insert(std::mem::take(key), value);
            }
        }
    }
}

impl Visitor for Values {
    fn null(&mut self) {
        self.put(Value::Null);
    }

    fn boolean(&mut self, value: bool) {
        self.put(Value::Bool(value));
    }

    fn number(&mut self, text: &str) {
        self.put(Value::Number(text.to_owned()));
    }

    fn string(&mut self, value: &str) {
        self.put(Value::String(value.to_owned()));
    }

    fn begin_array(&mut self) {
        self.open.push(Open::Array(Vec::new()));
    }

    fn end_array(&mut self) {
        if let Some(Open::Array(items)) = self.open.pop() {
            self.put(Value::Array(items));
        }
    }

    fn begin_object(&mut self) {
        self.open.push(Open::Object(IndexMap::new(), String::new()));
    }

    fn key(&mut self, name: &str) {
        if let Some(Open::Object(_, key)) = self.open.last_mut() {
            name.clone_into(key);
        }
    }

    fn end_object(&mut self) {
        if let Some(Open::Object(members, _)) = self.open.pop() {
            self.put(Value::Object(members));
        }
    }
}
