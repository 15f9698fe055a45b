//! From a schema to a graph of nodes: references resolved, constants that are containers spelled out.

use std::collections::HashMap;
use std::sync::Arc;

use indexmap::IndexMap;
use serde_json::Value;

use super::node::{Count, Node, NodeId, Numbers, Same, Scalar, Types};
use super::number::Number;
use super::validation::Validation;
use crate::{JsonSchema, SchemaObject, SimpleType, SimpleTypes};

/// A schema that documents can be held to. A clone costs nothing: it is the same schema.
#[derive(Debug, Clone)]
pub struct Validator {
    nodes: Arc<[Arc<Node>]>,
    root: NodeId,
    /// Where each node stands in the schema; empty for those that are spelled out of constants.
    places: Arc<[String]>,
    unchecked: Arc<[String]>,
}

/// A schema that no document can be held to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{pointer}: {reason}")]
pub struct Unusable {
    /// Where in the schema, as a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// Why.
    pub reason: String,
}

/// Keywords that say something of a value and ask nothing of it, and those that are read where they
/// are referred to.
const ANNOTATIONS: &[&str] = &[
    "$anchor",
    "$comment",
    "$vocabulary",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "definitions",
    "deprecated",
    "examples",
    "readOnly",
    "writeOnly",
];

impl Validator {
    /// Makes a schema ready. Cost: one pass over the schema and what it refers to.
    ///
    /// # Errors
    ///
    /// If a `$ref` leads nowhere within the document, or back to itself for the same value.
    pub fn new(schema: &JsonSchema) -> Result<Self, Unusable> {
        let mut compiler = Compiler {
            document: serde_json::to_value(schema).unwrap_or_default(),
            nodes: Vec::new(),
            known: HashMap::new(),
            unchecked: Vec::new(),
        };
        let root = compiler.schema(schema, "")?;
        compiler.refuse_circles()?;
        let mut places = vec![String::new(); compiler.nodes.len()];
        for (place, id) in compiler.known {
            if let Some(known) = places.get_mut(id.0) {
                *known = place;
            }
        }
        Ok(Self {
            nodes: compiler.nodes.into_iter().map(Arc::new).collect(),
            root,
            places: places.into(),
            unchecked: compiler.unchecked.into(),
        })
    }

    /// What the schema asks and is not held to, as JSON Pointers to the keywords: `pattern` and
    /// `uniqueItems` above all.
    pub fn unchecked(&self) -> &[String] {
        &self.unchecked
    }

    /// A document that is about to arrive.
    pub fn begin(&self) -> Validation {
        Validation::new(self.clone())
    }

    pub(crate) fn root(&self) -> NodeId {
        self.root
    }

    pub(crate) fn node(&self, id: NodeId) -> Option<&Arc<Node>> {
        self.nodes.get(id.0)
    }

    /// Where a schema stands, as a JSON Pointer.
    pub(crate) fn place(&self, id: NodeId) -> &str {
        self.places.get(id.0).map_or("", String::as_str)
    }
}

struct Compiler {
    /// The whole schema, for references.
    document: Value,
    nodes: Vec<Node>,
    /// Nodes by their place in the document.
    known: HashMap<String, NodeId>,
    unchecked: Vec<String>,
}

impl Compiler {
    fn add(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        NodeId(self.nodes.len() - 1)
    }

    fn schema(&mut self, schema: &JsonSchema, at: &str) -> Result<NodeId, Unusable> {
        if let Some(known) = self.known.get(at) {
            return Ok(*known);
        }
        // Known before it is complete: it may refer to itself.
        let id = self.add(Node::default());
        self.known.insert(at.to_owned(), id);
        let node = match schema {
            JsonSchema::Bool(holds) => Node {
                is_never: !holds,
                ..Node::default()
            },
            JsonSchema::Object(object) => self.object(object, at)?,
        };
        if let Some(place) = self.nodes.get_mut(id.0) {
            *place = node;
        }
        Ok(id)
    }

    fn object(&mut self, schema: &SchemaObject, at: &str) -> Result<Node, Unusable> {
        let mut node = Node {
            types: schema.types.as_ref().map(types),
            numbers: Numbers {
                least: number(schema.minimum.as_ref()),
                most: number(schema.maximum.as_ref()),
                above: number(schema.exclusive_minimum.as_ref()),
                below: number(schema.exclusive_maximum.as_ref()),
                multiple_of: number(schema.multiple_of.as_ref()),
            },
            length: count(schema.min_length, schema.max_length),
            items: count(schema.min_items, schema.max_items),
            members: count(
                schema.other.get("minProperties").and_then(Value::as_u64),
                schema.other.get("maxProperties").and_then(Value::as_u64),
            ),
            required: schema.required.clone(),
            ..Node::default()
        };
        if let Some(values) = &schema.enumeration {
            self.one_of_values(values, &mut node);
        }
        if let Some(value) = &schema.constant {
            self.one_of_values(std::slice::from_ref(value), &mut node);
        }
        for (name, schema) in &schema.properties {
            let place = format!("{at}/properties/{}", escaped(name));
            let property = self.schema(schema, &place)?;
            node.properties.insert(name.clone(), property);
        }
        self.note_unchecked(schema, at);
        // Which members are additional is not known without the patterns.
        if let Some(additional) = &schema.additional_properties
            && schema.pattern_properties.is_empty()
        {
            let place = format!("{at}/additionalProperties");
            node.additional = Some(self.schema(additional, &place)?);
        }
        node.prefix = self.list(schema.prefix_items.as_deref(), &format!("{at}/prefixItems"))?;
        if let Some(items) = &schema.items {
            node.rest = Some(self.schema(items, &format!("{at}/items"))?);
        }
        if let Some(reference) = &schema.reference {
            let target = self.resolve(reference, at)?;
            node.same.push(Same::All(vec![target]));
        }
        let lists = [
            ("allOf", &schema.all_of, Same::All as fn(_) -> _),
            ("anyOf", &schema.any_of, Same::Any),
            ("oneOf", &schema.one_of, Same::One),
        ];
        for (keyword, schemas, same) in lists {
            if let Some(schemas) = schemas {
                node.same
                    .push(same(self.list(Some(schemas), &format!("{at}/{keyword}"))?));
            }
        }
        if let Some(not) = &schema.not {
            node.same
                .push(Same::Not(self.schema(not, &format!("{at}/not"))?));
        }
        Ok(node)
    }

    fn list(&mut self, schemas: Option<&[JsonSchema]>, at: &str) -> Result<Vec<NodeId>, Unusable> {
        let schemas = schemas.unwrap_or_default().iter().enumerate();
        schemas
            .map(|(index, schema)| self.schema(schema, &format!("{at}/{index}")))
            .collect()
    }

    fn resolve(&mut self, reference: &str, at: &str) -> Result<NodeId, Unusable> {
        let unusable = |reason: String| Unusable {
            pointer: format!("{at}/$ref"),
            reason,
        };
        let pointer = reference
            .strip_prefix('#')
            .filter(|pointer| pointer.is_empty() || pointer.starts_with('/'))
            .ok_or_else(|| unusable(format!("`{reference}` is not within this document")))?;
        let pointer = percent_decoded(pointer);
        if let Some(known) = self.known.get(&pointer) {
            return Ok(*known);
        }
        let target = self
            .document
            .pointer(&pointer)
            .ok_or_else(|| unusable(format!("`{reference}` leads nowhere")))?;
        let schema = serde_json::from_value(target.clone())
            .map_err(|error| unusable(format!("`{reference}` is no schema: {error}")))?;
        self.schema(&schema, &pointer)
    }

    /// Asks for one of some values.
    fn one_of_values(&mut self, values: &[Value], node: &mut Node) {
        let scalars: Option<Vec<Scalar>> = values.iter().map(scalar).collect();
        match scalars {
            // `enum` beside `const`: both hold.
            Some(scalars) if node.scalars.is_none() => node.scalars = Some(scalars),
            _ => {
                let values = values.iter().map(|value| self.value(value)).collect();
                node.same.push(Same::Any(values));
            }
        }
    }

    /// A schema that one value satisfies and no other.
    fn value(&mut self, value: &Value) -> NodeId {
        let node = match value {
            Value::Object(members) => {
                let properties: IndexMap<String, NodeId> = members
                    .iter()
                    .map(|(name, value)| (name.clone(), self.value(value)))
                    .collect();
                Node {
                    types: Some(Types(vec![SimpleType::Object])),
                    required: properties.keys().cloned().collect(),
                    properties,
                    additional: Some(self.never()),
                    ..Node::default()
                }
            }
            Value::Array(items) => {
                let prefix: Vec<NodeId> = items.iter().map(|item| self.value(item)).collect();
                Node {
                    types: Some(Types(vec![SimpleType::Array])),
                    items: Count {
                        least: prefix.len() as u64,
                        most: Some(prefix.len() as u64),
                    },
                    prefix,
                    ..Node::default()
                }
            }
            value => Node {
                scalars: Some(scalar(value).into_iter().collect()),
                ..Node::default()
            },
        };
        self.add(node)
    }

    fn never(&mut self) -> NodeId {
        self.add(Node {
            is_never: true,
            ..Node::default()
        })
    }

    fn note_unchecked(&mut self, schema: &SchemaObject, at: &str) {
        let mut note = |keyword: &str| self.unchecked.push(format!("{at}/{}", escaped(keyword)));
        if schema.pattern.is_some() {
            note("pattern");
        }
        if schema.unique_items == Some(true) {
            note("uniqueItems");
        }
        if !schema.pattern_properties.is_empty() {
            note("patternProperties");
            if schema.additional_properties.is_some() {
                note("additionalProperties");
            }
        }
        for keyword in schema.other.keys() {
            let is_read = matches!(keyword.as_str(), "minProperties" | "maxProperties");
            if !is_read && !keyword.starts_with("x-") && !ANNOTATIONS.contains(&keyword.as_str()) {
                note(keyword);
            }
        }
    }

    /// A schema that holds for a value if it holds for that value says nothing.
    fn refuse_circles(&self) -> Result<(), Unusable> {
        // 0: not seen, 1: on the way, 2: done.
        let mut seen = vec![0_u8; self.nodes.len()];
        for start in 0..self.nodes.len() {
            let mut way = vec![(start, 0)];
            while let Some((at, branch)) = way.pop() {
                if branch == 0 {
                    match seen.get(at) {
                        Some(0) => {}
                        Some(1) => return Err(self.circle(at)),
                        _ => continue,
                    }
                    if let Some(mark) = seen.get_mut(at) {
                        *mark = 1;
                    }
                }
                let next = self
                    .nodes
                    .get(at)
                    .and_then(|node| node.same.iter().flat_map(Same::nodes).nth(branch).copied());
                match next {
                    Some(next) => {
                        way.push((at, branch + 1));
                        way.push((next.0, 0));
                    }
                    None => {
                        if let Some(mark) = seen.get_mut(at) {
                            *mark = 2;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    fn circle(&self, node: usize) -> Unusable {
        let pointer = self.known.iter().find(|(_, id)| id.0 == node);
        Unusable {
            pointer: pointer.map_or_else(String::new, |(pointer, _)| pointer.clone()),
            reason: "it refers to itself for the same value".to_owned(),
        }
    }
}

fn types(types: &SimpleTypes) -> Types {
    Types(match types {
        SimpleTypes::One(one) => vec![*one],
        SimpleTypes::Many(many) => many.clone(),
    })
}

fn number(number: Option<&serde_json::Number>) -> Option<Number> {
    Number::read(&number?.to_string())
}

fn count(least: Option<u64>, most: Option<u64>) -> Count {
    Count {
        least: least.unwrap_or(0),
        most,
    }
}

fn scalar(value: &Value) -> Option<Scalar> {
    Some(match value {
        Value::Null => Scalar::Null,
        Value::Bool(value) => Scalar::Bool(*value),
        Value::Number(value) => Scalar::Number(Number::read(&value.to_string())?),
        Value::String(value) => Scalar::String(value.clone()),
        Value::Array(_) | Value::Object(_) => return None,
    })
}

/// A name as a part of a JSON Pointer (RFC 6901 §3).
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

/// A URI fragment's letters (RFC 3986 §2.1).
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
        match (byte, digit(ahead.next()), digit(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'%'));
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
