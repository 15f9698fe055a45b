//! XML 1.0, as an object of its root element.
//!
//! An element without attributes and elements is a string; any other is an object: an attribute
//! is a member `@name`, an element a member of its name (an array of them if there are several),
//! text among them is `#text`. Comments and processing instructions are passed over, and so are
//! entities of a document type, which are an attack as often as not.

use ichiban_schema::Visitor;
use ichiban_tool::Diagnostic;
use indexmap::IndexMap;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::{place_of, syntax};
use crate::Value;

const MAX_DEPTH: usize = 512;

#[derive(Default)]
struct Element {
    name: String,
    members: IndexMap<String, Value>,
    text: String,
}

impl Element {
    fn put(&mut self, name: String, value: Value) {
        match self.members.get_mut(&name) {
            Some(Value::Array(items)) => items.push(value),
            Some(first) => *first = Value::Array(vec![first.clone(), value]),
            None => {
                self.members.insert(name, value);
            }
        }
    }

    fn value(self) -> Value {
        let Self {
            mut members, text, ..
        } = self;
        let text = text.trim();
        if members.is_empty() {
            return Value::String(text.to_owned());
        }
        if !text.is_empty() {
            members.insert("#text".to_owned(), Value::String(text.to_owned()));
        }
        Value::Object(members)
    }
}

pub(super) fn read(text: &str, visitor: &mut dyn Visitor) -> Result<(), Diagnostic> {
    let mut reader = Reader::from_str(text);
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event();
        let at = usize::try_from(reader.error_position()).unwrap_or_default();
        let here = usize::try_from(reader.buffer_position()).unwrap_or_default();
        let fail = |at: usize, message: String| {
            let (line, column) = place_of(text, at);
            syntax(
                line,
                column,
                message,
                "Every element needs an end tag, every attribute quotes.",
            )
        };
        let event = event.map_err(|error| fail(at, error.to_string()))?;
        if open.len() > MAX_DEPTH {
            return Err(fail(here, "the nesting is too deep".to_owned()));
        }
        let Some(top) = open.last_mut() else { break };
        match event {
            Event::Start(tag) => {
                let element = element(&tag).map_err(|message| fail(here, message))?;
                open.push(element);
            }
            Event::Empty(tag) => {
                let element = element(&tag).map_err(|message| fail(here, message))?;
                top.put(element.name.clone(), element.value());
            }
            Event::End(_) => {
                if let Some(element) = open.pop()
                    && let Some(parent) = open.last_mut()
                {
                    parent.put(element.name.clone(), element.value());
                }
            }
            Event::Text(part) => top.text.push_str(&part.xml10_content()),
            Event::CData(part) => top.text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) => {
                let name = reference.xml10_content();
                let resolved = match reference.resolve_char_ref() {
                    Ok(Some(c)) => Some(c.to_string()),
                    _ => quick_xml::escape::resolve_xml_entity(&name).map(str::to_owned),
                };
                match resolved {
                    Some(resolved) => top.text.push_str(&resolved),
                    None => return Err(fail(here, format!("the entity `&{name};` is not known"))),
                }
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            Event::Eof => break,
        }
    }
    let end = |message: &str| {
        let (line, column) = place_of(text, text.len());
        syntax(
            line,
            column,
            message.to_owned(),
            "Give the document one root element.",
        )
    };
    if open.len() > 1 {
        return Err(end("the text ends within an element"));
    }
    match open.pop() {
        Some(root) if root.members.len() == 1 && root.text.trim().is_empty() => {
            Value::Object(root.members).visit(visitor);
            Ok(())
        }
        _ => Err(end("there is no root element, or text beside it")),
    }
}

fn element(tag: &BytesStart<'_>) -> Result<Element, String> {
    let mut element = Element {
        name: tag.name().as_ref().to_owned(),
        ..Element::default()
    };
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute
            .normalized_value(XmlVersion::Explicit1_0)
            .map_err(|error| error.to_string())?;
        element.put(
            format!("@{}", attribute.key.as_ref()),
            Value::String(value.into_owned()),
        );
    }
    Ok(element)
}
