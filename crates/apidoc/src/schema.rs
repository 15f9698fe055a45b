//! The schema of a parameter or a body, as far as documentation tells it, and its writing as JSON
//! Schema 2020-12 (the dialect of `OpenAPI` 3.1).

use serde_json::{Map, Value, json};

/// A JSON type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
        if let Some(default) = &self.default {
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

/// The schema that samples have in common: what all of them have is required.
pub fn infer(samples: &[&Value]) -> Schema {
    let mut schema = Schema::default();
    for sample in samples {
        schema.admit(Kind::of(sample));
    }
    let objects: Vec<_> = samples
        .iter()
        .filter_map(|sample| sample.as_object())
        .collect();
    let mut names: Vec<&String> = Vec::new();
    for object in &objects {
        for name in object.keys() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    for name in names {
        let values: Vec<_> = objects
            .iter()
            .filter_map(|object| object.get(name))
            .collect();
        schema.properties.push(Property {
            name: name.clone(),
            required: values.len() == objects.len(),
            schema: infer(&values),
            ..Property::default()
        });
    }
    let members: Vec<_> = samples
        .iter()
        .filter_map(|sample| sample.as_array())
        .flatten()
        .collect();
    if !members.is_empty() {
        schema.items = Some(Box::new(infer(&members)));
    }
    schema
}
