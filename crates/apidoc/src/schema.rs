//! The schema of a parameter or a body, as far as documentation tells it, and its writing as JSON
//! Schema 2020-12 (the dialect of `OpenAPI` 3.1).

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::api::{self, Evidence};

/// A JSON type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// `string`.
    String,
    /// `integer`.
    Integer,
    /// `number`.
    Number,
    /// `boolean`.
    Boolean,
    /// `array`.
    Array,
    /// `object`.
    Object,
    /// `null`.
    Null,
}

impl Kind {
    /// JSON Schema's name for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Array => "array",
            Self::Object => "object",
            Self::Null => "null",
        }
    }

    /// Reads JSON Schema's name for it.
    pub fn parse(name: &str) -> Option<Self> {
        [
            Self::String,
            Self::Integer,
            Self::Number,
            Self::Boolean,
            Self::Array,
            Self::Object,
            Self::Null,
        ]
        .into_iter()
        .find(|kind| kind.as_str() == name)
    }

    /// The kind of a value.
    pub fn of(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(_) => Self::Boolean,
            Value::Number(number) if number.is_f64() => Self::Number,
            Value::Number(_) => Self::Integer,
            Value::String(_) => Self::String,
            Value::Array(_) => Self::Array,
            Value::Object(_) => Self::Object,
        }
    }
}

/// What a value may be. No kinds means anything.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Schema {
    /// The kinds it may have.
    pub kinds: Vec<Kind>,
    /// A format, such as `date-time`.
    pub format: Option<String>,
    /// What an array holds.
    pub items: Option<Box<Schema>>,
    /// An object's members, in order.
    pub properties: Vec<Property>,
    /// What members that are not named may be.
    pub additional: Option<Box<Schema>>,
    /// The values it is limited to.
    pub values: Vec<Value>,
    /// What is taken when it is left out.
    pub default: Option<Value>,
}

/// A member of an object.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Property {
    /// Its name.
    pub name: String,
    /// Whether it must be there.
    pub required: bool,
    /// Whether the documentation advises against it.
    pub deprecated: bool,
    /// What it may be.
    pub schema: Schema,
    /// Prose.
    pub description: Option<String>,
    /// Where it is documented, if it is known.
    pub evidence: Option<Evidence>,
    /// 0 to 1, if it was read and not given.
    pub confidence: Option<f32>,
}

impl Schema {
    /// A schema of one kind.
    pub fn of(kind: Kind) -> Self {
        Self {
            kinds: vec![kind],
            ..Self::default()
        }
    }

    /// A schema of one kind with a format.
    pub fn formatted(kind: Kind, format: &str) -> Self {
        Self {
            format: Some(format.to_owned()),
            ..Self::of(kind)
        }
    }

    /// An array of `items`.
    pub fn array(items: Self) -> Self {
        Self {
            items: Some(Box::new(items)),
            ..Self::of(Kind::Array)
        }
    }

    /// Whether nothing is known.
    pub fn is_open(&self) -> bool {
        self == &Self::default()
    }

    /// Whether a value of this kind may be meant.
    pub fn allows(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }

    /// Adds a kind, once.
    pub fn admit(&mut self, kind: Kind) {
        if !self.kinds.contains(&kind) {
            self.kinds.push(kind);
        }
    }

    /// A member by name.
    pub fn property(&self, name: &str) -> Option<&Property> {
        self.properties
            .iter()
            .find(|property| property.name == name)
    }

    /// Whether a value has a kind, a format and, where they are limited, a value of this schema.
    /// `never` is no `date-time`, though documentation names it as the default of one.
    pub fn holds(&self, value: &Value) -> bool {
        let kind = Kind::of(value);
        let of_kind = self.kinds.is_empty()
            || self.allows(kind)
            || kind == Kind::Integer && self.allows(Kind::Number);
        let listed = self.values.is_empty() || self.values.contains(value);
        let formed = match (self.format.as_deref(), value.as_str()) {
            (Some("date"), Some(text)) => is_date(text),
            (Some("date-time"), Some(text)) => {
                let parts = text.split_once(['T', 't']);
                parts.is_some_and(|(date, time)| is_date(date) && is_time(time))
            }
            (Some("uuid"), Some(text)) => {
                let hex = |part: &str| part.chars().all(|c| c.is_ascii_hexdigit());
                let lengths: Vec<_> = text.split('-').map(str::len).collect();
                lengths == [8, 4, 4, 4, 12] && text.split('-').all(hex)
            }
            (Some("email"), Some(text)) => text.contains('@'),
            (Some("ipv4"), Some(text)) => text.parse::<std::net::Ipv4Addr>().is_ok(),
            (Some("ipv6"), Some(text)) => text.parse::<std::net::Ipv6Addr>().is_ok(),
            (Some("uri"), Some(text)) => text.contains(':'),
            _ => true,
        };
        of_kind && listed && formed
    }

    /// As JSON Schema 2020-12.
    pub fn to_json(&self) -> Value {
        let mut object = Map::new();
        let mut kinds = self.kinds.clone();
        if kinds.is_empty() && !self.properties.is_empty() {
            kinds.push(Kind::Object);
        }
        // An integer is a number.
        if kinds.contains(&Kind::Number) {
            kinds.retain(|kind| *kind != Kind::Integer);
        }
        match kinds.as_slice() {
            [] => {}
            [one] => {
                object.insert("type".to_owned(), json!(one.as_str()));
            }
            many => {
                let mut names: Vec<_> = many.iter().map(|kind| kind.as_str()).collect();
                names.sort_unstable();
                object.insert("type".to_owned(), json!(names));
            }
        }
        if let Some(format) = &self.format {
            object.insert("format".to_owned(), json!(format));
        }
        if !self.values.is_empty() {
            let mut values = self.values.clone();
            if kinds.contains(&Kind::Null) && !values.contains(&Value::Null) {
                values.push(Value::Null);
            }
            object.insert("enum".to_owned(), Value::Array(values));
        }
        if let Some(default) = self.default.as_ref().filter(|value| self.holds(value)) {
            object.insert("default".to_owned(), default.clone());
        }
        if kinds.contains(&Kind::Array) {
            let items = self
                .items
                .as_ref()
                .map_or_else(|| json!({}), |items| items.to_json());
            object.insert("items".to_owned(), items);
        }
        if !self.properties.is_empty() {
            let mut properties = Map::new();
            let mut required = Vec::new();
            for property in &self.properties {
                let mut schema = property.schema.to_json();
                if let Value::Object(schema) = &mut schema {
                    if let Some(text) = &property.description {
                        schema.insert("description".to_owned(), json!(text));
                    }
                    if property.deprecated {
                        schema.insert("deprecated".to_owned(), json!(true));
                    }
                    if let Some(evidence) = &property.evidence {
                        schema.insert("x-evidence".to_owned(), json!([evidence.to_json()]));
                    }
                    if let Some(value) = property.confidence {
                        schema.insert("x-confidence".to_owned(), api::confidence(value));
                    }
                }
                if property.required {
                    required.push(json!(property.name));
                }
                properties.insert(property.name.clone(), schema);
            }
            object.insert("properties".to_owned(), Value::Object(properties));
            if !required.is_empty() {
                object.insert("required".to_owned(), Value::Array(required));
            }
        }
        if let Some(additional) = &self.additional {
            object.insert("additionalProperties".to_owned(), additional.to_json());
        }
        Value::Object(object)
    }
}

/// `full-date` of RFC 3339, 5.6, as far as its shape goes.
fn is_date(text: &str) -> bool {
    let numbers: Vec<_> = text.split('-').collect();
    let lengths: Vec<_> = numbers.iter().map(|number| number.len()).collect();
    let parsed: Option<Vec<u32>> = numbers.iter().map(|number| number.parse().ok()).collect();
    lengths == [4, 2, 2]
        && matches!(parsed.as_deref(), Some([_, month, day]) if (1..=12).contains(month) && (1..=31).contains(day))
}

/// `full-time` of RFC 3339, 5.6, as far as its shape goes: it ends in an offset.
fn is_time(text: &str) -> bool {
    let clock = text.get(..8).is_some_and(|clock| {
        clock.char_indices().all(|(index, c)| match index {
            2 | 5 => c == ':',
            _ => c.is_ascii_digit(),
        })
    });
    clock
        && (text.ends_with(['Z', 'z'])
            || text.len() > 13
                && text
                    .get(text.len() - 6..)
                    .is_some_and(|zone| zone.starts_with(['+', '-'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_default_that_its_schema_refuses_is_not_written() {
        let mut schema = Schema::formatted(Kind::String, "date-time");
        schema.default = Some(json!("never"));
        assert_eq!(schema.to_json().get("default"), None);
        schema.default = Some(json!("2024-02-29T12:00:00+01:00"));
        assert_eq!(schema.to_json()["default"], "2024-02-29T12:00:00+01:00");
        let limited = Schema {
            values: vec![json!("asc"), json!("desc")],
            default: Some(json!("newest first")),
            ..Schema::of(Kind::String)
        };
        assert_eq!(limited.to_json().get("default"), None);
    }
}
