//! JSON Schema 2020-12 as a type.
//!
//! The vocabulary that schemas in use are made of is typed; any other keyword is kept in
//! [`SchemaObject::other`], so that a schema read and written again says the same.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value};

/// A schema: an object of keywords, or `true` (anything) or `false` (nothing).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum JsonSchema {
    /// Accepts anything, or nothing.
    Bool(bool),
    /// Accepts what all its keywords accept.
    Object(Box<SchemaObject>),
}

impl From<SchemaObject> for JsonSchema {
    fn from(object: SchemaObject) -> Self {
        Self::Object(Box::new(object))
    }
}

/// The keywords of a schema. Every one may be absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[expect(
    missing_docs,
    reason = "each is the keyword of its name; JSON Schema 2020-12 defines them"
)]
pub struct SchemaObject {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    #[serde(rename = "$id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub types: Option<SimpleTypes>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    pub enumeration: Option<Vec<Value>>,
    #[serde(
        rename = "const",
        skip_serializing_if = "Option::is_none",
        deserialize_with = "present"
    )]
    pub constant: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub default: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exclusive_minimum: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exclusive_maximum: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub multiple_of: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix_items: Option<Vec<JsonSchema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub items: Option<JsonSchema>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_items: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_items: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unique_items: Option<bool>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub properties: IndexMap<String, JsonSchema>,
    #[serde(skip_serializing_if = "IndexMap::is_empty")]
    pub pattern_properties: IndexMap<String, JsonSchema>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub required: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_properties: Option<JsonSchema>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub any_of: Option<Vec<JsonSchema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one_of: Option<Vec<JsonSchema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all_of: Option<Vec<JsonSchema>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not: Option<JsonSchema>,
    #[serde(rename = "$defs", skip_serializing_if = "IndexMap::is_empty")]
    pub definitions: IndexMap<String, JsonSchema>,
    #[serde(flatten)]
    pub other: Map<String, Value>,
}

/// `type`: one name, or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SimpleTypes {
    /// One type.
    One(SimpleType),
    /// Any of several.
    Many(Vec<SimpleType>),
}

/// The types of JSON Schema Core §4.2.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each is the type of its name")]
pub enum SimpleType {
    Null,
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

impl SchemaObject {
    /// A schema of one type.
    pub fn of(simple: SimpleType) -> Self {
        Self {
            types: Some(SimpleTypes::One(simple)),
            ..Self::default()
        }
    }

    /// A reference to a definition of the same document, its name escaped (RFC 6901 in a URI
    /// fragment).
    pub fn reference_to(definition: &str) -> Self {
        let escaped = definition.replace('~', "~0").replace('/', "~1");
        Self {
            reference: Some(format!("#/$defs/{escaped}")),
            ..Self::default()
        }
    }

    /// Accepts null too.
    #[must_use]
    pub fn or_null(mut self) -> Self {
        match self.types.take() {
            Some(SimpleTypes::One(SimpleType::Null)) => {
                self.types = Some(SimpleTypes::One(SimpleType::Null));
            }
            Some(SimpleTypes::One(one)) if self.enumeration.is_none() => {
                self.types = Some(SimpleTypes::Many(vec![one, SimpleType::Null]));
            }
            types => {
                self.types = types;
                let null = Self::of(SimpleType::Null).into();
                let Some(members) = &mut self.any_of else {
                    return Self {
                        any_of: Some(vec![self.into(), null]),
                        ..Self::default()
                    };
                };
                members.push(null);
            }
        }
        self
    }
}

/// Tells a keyword whose value is null from one that is absent.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_is_written_as_it_was_read() {
        let text = r##"{"$schema":"https://json-schema.org/draft/2020-12/schema","type":["object","null"],"properties":{"a":{"type":"integer","minimum":0},"b":true,"c":{"const":null}},"required":["a"],"additionalProperties":false,"$defs":{"x":{"$ref":"#/$defs/y"}},"x-own":{"k":[1]}}"##;
        let schema: JsonSchema = serde_json::from_str(text).unwrap();
        assert_eq!(serde_json::to_string(&schema).unwrap(), text);
    }
}
