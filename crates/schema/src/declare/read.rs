//! From schemas to what may stand where they hold.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::Undeclared;
use super::document::{last_name, resolve};
use super::flat::{flat, merge};
use super::shape::{Items, Number, Object, ObjectId, Objects, Shape, Shapes, Text};
use crate::{Format, IntegerRange};

/// How deep schemas may stand in each other, references not counted: deeper ones are anything.
const DEEPEST: usize = 64;

/// Integers that a double holds exactly are less than this.
const EXACT: i128 = 1 << 53;

/// Reads the schemas of a document.
pub(super) struct Reader<'a> {
    document: &'a Value,
    tells_apart: bool,
    pub(super) shapes: Shapes,
    /// What references lead to.
    known: HashMap<String, Shape>,
    /// References that are being read, and lead to no object.
    open: HashSet<String>,
    depth: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(document: &'a Value, tells_apart: bool) -> Self {
        Self {
            document,
            tells_apart,
            shapes: Shapes::default(),
            known: HashMap::new(),
            open: HashSet::new(),
            depth: 0,
        }
    }

    /// The root, to which `#` leads.
    pub(super) fn root(&mut self, schema: &Value) -> Result<Shape, Undeclared> {
        // One that only refers to another is that one.
        if std::ptr::eq(self.document, schema) && schema.get("$ref").is_none() {
            self.reference("#", None)
        } else {
            self.shape(schema)
        }
    }

    fn shape(&mut self, schema: &Value) -> Result<Shape, Undeclared> {
        let Value::Object(schema) = schema else {
            return Ok(Shape::any());
        };
        let is_alone = schema
            .keys()
            .all(|keyword| is_remark(keyword) || keyword == "$ref");
        if is_alone && let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let mut shape = self.reference(reference, Some(last_name(reference)))?;
            shape.null |= is_true(schema.get("nullable"));
            return Ok(shape);
        }
        if self.depth == DEEPEST {
            return Ok(Shape::any());
        }
        self.depth += 1;
        let whole = flat(self.document, schema)?;
        let name = title(schema);
        let shape = self.whole(&whole, None, name);
        self.depth -= 1;
        shape
    }

    fn reference(&mut self, reference: &str, name: Option<String>) -> Result<Shape, Undeclared> {
        if let Some(known) = self.known.get(reference) {
            return Ok(known.clone());
        }
        if !self.open.insert(reference.to_owned()) {
            // It is made of itself, and of nothing that ends that.
            return Ok(Shape::any());
        }
        let schema = resolve(self.document, reference)
            .ok_or_else(|| Undeclared::Reference(reference.to_owned()))?;
        let shape = match schema {
            Value::Object(schema) => {
                let whole = flat(self.document, schema)?;
                let object = is_plain_object(&whole).then(|| {
                    // Before its properties, which may lead back to it.
                    let id = self.shapes.add(Object::default());
                    let shape = Shape::of(Objects::One(id));
                    self.known.insert(reference.to_owned(), shape);
                    id
                });
                let name = name.or_else(|| title(schema));
                let depth = std::mem::take(&mut self.depth);
                let shape = self.whole(&whole, object, name);
                self.depth = depth;
                shape?
            }
            _ => Shape::any(),
        };
        self.open.remove(reference);
        self.known.insert(reference.to_owned(), shape.clone());
        Ok(shape)
    }

    /// A schema that is whole. `place` is where its object belongs, if that is known.
    fn whole(
        &mut self,
        schema: &Map<String, Value>,
        place: Option<ObjectId>,
        name: Option<String>,
    ) -> Result<Shape, Undeclared> {
        let mut shape = match (schema.get("const"), schema.get("enum"), choices(schema)) {
            (Some(value), ..) => self.values(std::slice::from_ref(value)),
            (None, Some(Value::Array(values)), _) => self.values(values),
            (.., Some(variants)) => self.choice(schema, variants)?,
            _ => self.typed(schema, place, name.as_ref())?,
        };
        shape.null |= is_true(schema.get("nullable")) || is_true(schema.get("x-nullable"));
        if shape.name.is_none() {
            shape.name = name;
        }
        Ok(shape)
    }

    /// Any of these values.
    fn values(&mut self, values: &[Value]) -> Shape {
        let mut all = Shape::default();
        for value in values {
            let mut one = Shape::default();
            match value {
                Value::Null => one.null = true,
                Value::Bool(_) => one.boolean = true,
                Value::Number(number) => {
                    let integer = number.to_string().parse::<i128>().ok();
                    one.number =
                        Some(integer.map_or(Number::Any, |n| Number::Integer(range(n, n))));
                }
                Value::String(text) => one.string = Some(Text::Values(vec![text.clone()])),
                Value::Array(_) => one.array = Some(Items::Alike(Box::new(Shape::any()))),
                Value::Object(_) => {
                    let id = self.shapes.add(Object {
                        rest: Some(Shape::any()),
                        ..Object::default()
                    });
                    one.object = Some(Objects::One(id));
                }
            }
            all = self.shapes.join(all, one);
        }
        all
    }

    /// One of several schemas, each with what the schema around them demands.
    fn choice(
        &mut self,
        schema: &Map<String, Value>,
        variants: &[Value],
    ) -> Result<Shape, Undeclared> {
        let mut base = schema.clone();
        for keyword in ["oneOf", "anyOf", "title", "nullable", "discriminator"] {
            base.remove(keyword);
        }
        let has_base = base.keys().any(|keyword| !is_remark(keyword));
        let discriminator = schema.get("discriminator");
        let mut shapes = Vec::new();
        let mut tags = Vec::new();
        for variant in variants {
            let Value::Object(own) = variant else {
                shapes.push(Shape::any());
                continue;
            };
            let whole = flat(self.document, own)?;
            tags.push(tags_of(&whole, own, discriminator));
            let shape = if has_base {
                let mut both = whole;
                merge(&mut both, &base);
                let name = own.get("$ref").and_then(Value::as_str).map(last_name);
                self.depth += 1;
                let shape = if self.depth < DEEPEST {
                    self.whole(&both, None, name.or_else(|| title(own)))
                } else {
                    Ok(Shape::any())
                };
                self.depth -= 1;
                shape?
            } else {
                self.shape(variant)?
            };
            shapes.push(shape);
        }
        if self.tells_apart
            && let Some(apart) = apart(&shapes, &tags)
        {
            return Ok(Shape {
                null: shapes.iter().any(|shape| shape.null),
                ..Shape::of(apart)
            });
        }
        let mut all = Shape::default();
        for shape in shapes {
            all = self.shapes.join(all, shape);
        }
        Ok(all)
    }

    fn typed(
        &mut self,
        schema: &Map<String, Value>,
        place: Option<ObjectId>,
        name: Option<&String>,
    ) -> Result<Shape, Undeclared> {
        let types = types(schema);
        let mut shape = Shape::default();
        for ty in &types {
            match *ty {
                "null" => shape.null = true,
                "boolean" => shape.boolean = true,
                "integer" => {
                    shape.number = Some(shape.number.unwrap_or(Number::Integer(limits(schema))));
                }
                "number" => shape.number = Some(Number::Any),
                "string" => shape.string = Some(Text::Of(format(schema))),
                "array" => shape.array = Some(self.items(schema)?),
                "object" => shape.object = Some(self.object(schema, place, name)?),
                // `file` of Swagger 2.0 is what its bytes are.
                "file" => shape.string = Some(Text::Of(None)),
                _ => shape.any = true,
            }
        }
        shape.any |= types.is_empty();
        Ok(shape)
    }

    fn items(&mut self, schema: &Map<String, Value>) -> Result<Items, Undeclared> {
        let items = schema.get("items");
        let positions = match (schema.get("prefixItems"), items) {
            (Some(Value::Array(positions)), items) => Some((positions, items)),
            // Before 2020-12.
            (None, Some(Value::Array(positions))) => {
                Some((positions, schema.get("additionalItems")))
            }
            _ => None,
        };
        if let Some((positions, rest)) = positions.filter(|(positions, _)| !positions.is_empty()) {
            let mut shapes = Vec::new();
            for position in positions {
                shapes.push(self.shape(position)?);
            }
            let count = positions.len() as u64;
            let most = schema.get("maxItems").and_then(Value::as_u64);
            let least = schema.get("minItems").and_then(Value::as_u64);
            let is_closed = rest == Some(&Value::Bool(false)) || most == Some(count);
            if is_closed || (rest.is_none() && least == Some(count)) {
                return Ok(Items::Positions(shapes));
            }
            let mut item = match rest {
                Some(rest) => self.shape(rest)?,
                None => Shape::default(),
            };
            for shape in shapes {
                item = self.shapes.join(item, shape);
            }
            return Ok(Items::Alike(Box::new(item)));
        }
        let item = match items {
            Some(item) => self.shape(item)?,
            None => Shape::any(),
        };
        Ok(Items::Alike(Box::new(item)))
    }

    fn object(
        &mut self,
        schema: &Map<String, Value>,
        place: Option<ObjectId>,
        name: Option<&String>,
    ) -> Result<Objects, Undeclared> {
        let id = place.unwrap_or_else(|| self.shapes.add(Object::default()));
        let mut object = Object {
            name: name.cloned(),
            ..Object::default()
        };
        let required = schema.get("required").and_then(Value::as_array);
        let is_required = |name: &str| {
            let required = required.is_some_and(|names| names.iter().any(|it| it == name));
            // Swagger of old says so at the property.
            required
                || is_true(
                    schema
                        .get("properties")
                        .and_then(|it| it.get(name)?.get("required")),
                )
        };
        let properties = schema.get("properties").and_then(Value::as_object);
        for (name, property) in properties.into_iter().flatten() {
            let shape = self.shape(property)?;
            object
                .fields
                .insert(name.clone(), (shape, !is_required(name)));
        }
        let patterns = schema.get("patternProperties").and_then(Value::as_object);
        let patterns = patterns.into_iter().flat_map(Map::values);
        let more = schema.get("additionalProperties");
        let mut rest: Option<Shape> = None;
        for schema in patterns.chain(more.filter(|more| more.is_object())) {
            let shape = self.shape(schema)?;
            rest = Some(match rest {
                Some(rest) => self.shapes.join(rest, shape),
                None => shape,
            });
        }
        let is_closed = more == Some(&Value::Bool(false));
        object.rest = rest.or_else(|| (!is_closed).then(Shape::any));
        self.shapes.objects[id.0] = object;
        Ok(Objects::One(id))
    }
}

/// The values of a variant's properties that could tell it from others.
fn tags_of(
    whole: &Map<String, Value>,
    own: &Map<String, Value>,
    discriminator: Option<&Value>,
) -> Vec<(String, String)> {
    let told = discriminator.and_then(|it| {
        let property = it.get("propertyName").or(Some(it))?.as_str()?;
        let reference = own.get("$ref")?.as_str()?;
        let mapping = it.get("mapping").and_then(Value::as_object);
        let mapped = mapping.into_iter().flatten().find(|(_, to)| {
            let to = to.as_str().unwrap_or_default();
            to == reference || to == last_name(reference)
        });
        let value = mapped.map_or_else(|| last_name(reference), |(value, _)| value.clone());
        Some(vec![(property.to_owned(), value)])
    });
    told.unwrap_or_else(|| {
        let properties = whole.get("properties").and_then(Value::as_object);
        let properties = properties.into_iter().flatten();
        properties
            .filter_map(|(name, property)| {
                let value = match (property.get("const"), property.get("enum")) {
                    (Some(value), _) => value,
                    (None, Some(Value::Array(values))) if values.len() == 1 => &values[0],
                    _ => return None,
                };
                Some((name.clone(), value.as_str()?.to_owned()))
            })
            .collect()
    })
}

/// Objects that one property tells apart, if all of the shapes are that.
fn apart(shapes: &[Shape], tags: &[Vec<(String, String)>]) -> Option<Objects> {
    let mut ids = Vec::new();
    let mut of = Vec::new();
    for (shape, tags) in shapes.iter().zip(tags) {
        let is_null = Shape {
            null: true,
            name: shape.name.clone(),
            ..Shape::default()
        };
        if *shape == is_null {
            continue;
        }
        let Some(Objects::One(id)) = shape.object else {
            return None;
        };
        let rest = Shape {
            object: None,
            null: false,
            name: None,
            ..shape.clone()
        };
        if rest != Shape::default() || ids.contains(&id) {
            return None;
        }
        ids.push(id);
        of.push(tags);
    }
    if shapes.len() != tags.len() || ids.len() < 2 {
        return None;
    }
    let (name, values) = of.first()?.iter().find_map(|(name, _)| {
        let mut values: Vec<&String> = Vec::new();
        for tags in &of {
            let (_, value) = tags.iter().find(|(it, _)| it == name)?;
            if values.contains(&value) {
                return None;
            }
            values.push(value);
        }
        Some((name, values))
    })?;
    let variants = values.into_iter().cloned().zip(ids).collect();
    Some(Objects::Apart(name.clone(), variants))
}

/// The schemas of which one holds.
fn choices(schema: &Map<String, Value>) -> Option<&[Value]> {
    ["oneOf", "anyOf"].iter().find_map(|keyword| {
        let variants = schema.get(*keyword)?.as_array()?;
        // Often only what is required differs.
        let says_something = variants.iter().any(|variant| match variant {
            Value::Object(variant) => variant.keys().any(|it| !is_remark(it) && it != "required"),
            _ => false,
        });
        says_something.then_some(variants.as_slice())
    })
}

/// Whether it is surely an object, and none of several.
fn is_plain_object(schema: &Map<String, Value>) -> bool {
    let types = types(schema);
    types.contains(&"object")
        && choices(schema).is_none()
        && ["const", "enum"]
            .iter()
            .all(|keyword| !schema.contains_key(*keyword))
}

/// The JSON types that a schema says, or that its keywords are about.
fn types(schema: &Map<String, Value>) -> Vec<&str> {
    let said = match schema.get("type") {
        Some(Value::String(ty)) => vec![ty.as_str()],
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    if !said.is_empty() {
        return said;
    }
    let has = |keywords: &[&str]| keywords.iter().any(|keyword| schema.contains_key(*keyword));
    if has(&[
        "properties",
        "additionalProperties",
        "patternProperties",
        "required",
    ]) {
        vec!["object"]
    } else if has(&["items", "prefixItems"]) {
        vec!["array"]
    } else if has(&["pattern", "minLength", "maxLength"]) {
        vec!["string"]
    } else {
        Vec::new()
    }
}

/// Keywords that say nothing of the data.
fn is_remark(keyword: &str) -> bool {
    matches!(
        keyword,
        "description"
            | "title"
            | "default"
            | "example"
            | "examples"
            | "deprecated"
            | "readOnly"
            | "writeOnly"
            | "externalDocs"
            | "xml"
            | "nullable"
            | "discriminator"
            | "$comment"
            | "$id"
            | "$schema"
            | "$anchor"
            | "$defs"
            | "definitions"
    ) || keyword.starts_with("x-")
}

fn is_true(value: Option<&Value>) -> bool {
    value == Some(&Value::Bool(true))
}

/// A title that could be a type's name.
fn title(schema: &Map<String, Value>) -> Option<String> {
    let title = schema.get("title")?.as_str()?;
    (title.len() <= 40).then(|| title.to_owned())
}

fn format(schema: &Map<String, Value>) -> Option<Format> {
    let name = schema.get("format")?.as_str()?;
    Format::ALL
        .into_iter()
        .find(|format| format.json_schema_name() == Some(name))
}

fn limits(schema: &Map<String, Value>) -> IntegerRange {
    match schema.get("format").and_then(Value::as_str) {
        Some("int32") => return IntegerRange::Int32,
        Some("uint64") => return IntegerRange::UInt64,
        _ => {}
    }
    let limit = |keywords: [&str; 2]| {
        keywords
            .iter()
            .filter_map(|keyword| schema.get(*keyword))
            .find_map(|value| value.to_string().parse::<i128>().ok())
    };
    match (
        limit(["minimum", "exclusiveMinimum"]),
        limit(["maximum", "exclusiveMaximum"]),
    ) {
        (Some(min), Some(max)) => range(min, max),
        (_, Some(max)) if max > i128::from(i64::MAX) => IntegerRange::UInt64,
        _ => IntegerRange::Int64,
    }
}

fn range(min: i128, max: i128) -> IntegerRange {
    if min >= i128::from(i32::MIN) && max <= i128::from(i32::MAX) {
        IntegerRange::Int32
    } else if min > -EXACT && max < EXACT {
        IntegerRange::Int53
    } else if min >= i128::from(i64::MIN) && max <= i128::from(i64::MAX) {
        IntegerRange::Int64
    } else if min >= 0 && max <= i128::from(u64::MAX) {
        IntegerRange::UInt64
    } else {
        IntegerRange::Big
    }
}
