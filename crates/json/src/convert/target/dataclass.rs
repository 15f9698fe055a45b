//! Python with dataclasses: no package needed, `from_json` and `to_json` for what `json` reads
//! and writes.

use ichiban_schema::{Field, Kind, Type, Types};
use ichiban_tool::{Choice, Setting, Settings};

use super::super::{code::Code, format_types::FormatTypes, identifier::members};
use super::Target;
use super::python::{Annotations, KEYWORDS, attribute, quote};

const FROZEN: Setting = Setting {
    name: "frozen",
    about: "Make the dataclasses immutable",
    choice: Choice::Flag,
};

pub(super) const TARGET: Target =
    Target::code("dataclass", "Python (dataclass)", "py", &[FROZEN], write);

/// Names that the module itself uses.
const TAKEN: &[&str] = &["dataclass", "from_json", "to_json", "value", "x"];

const MISSING: &str = r#"class _Missing:
    """Tells a member that is missing from one that is null."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING = _Missing()
"#;

fn write(types: &Types, settings: &Settings) -> String {
    let target = Dataclass {
        annotations: Annotations::new(types, FormatTypes::none()),
        types,
    };
    let arguments = if settings.flag(&FROZEN) {
        "frozen=True, kw_only=True"
    } else {
        "kw_only=True"
    };
    let fields = || types.records().iter().flat_map(|record| &record.fields);
    let mut code = Code::new("    ");
    code.line("from __future__ import annotations");
    code.line("");
    if !types.records().is_empty() {
        code.line("from dataclasses import dataclass");
    }
    let typing = if types.enums().is_empty() {
        "Any"
    } else {
        "Any, Literal"
    };
    code.line(format!("from typing import {typing}"));
    if fields().any(|field| field.optional && field.ty.nullable) {
        code.line("");
        code.line("");
        code.block(MISSING);
    }
    target.annotations.enums(&mut code);
    for (id, record) in types.records_with_ids() {
        let names = members(
            record.fields.iter().map(|field| field.name.as_str()),
            &[KEYWORDS, TAKEN].concat(),
            attribute,
        );
        let class = target.annotations.names.record(id);
        code.line("");
        code.line("");
        code.line(format!("@dataclass({arguments})"));
        code.open(format!("class {class}:"));
        for (field, name) in record.fields.iter().zip(&names) {
            code.line(target.declaration(field, name));
        }
        code.line("");
        code.line("@classmethod");
        code.open(format!(
            "def from_json(cls, value: dict[str, Any]) -> {class}:"
        ));
        code.open("return cls(");
        for (field, name) in record.fields.iter().zip(&names) {
            code.line(format!("{name}={},", target.read_field(field)));
        }
        code.close(")");
        code.dedent();
        code.line("");
        code.open("def to_json(self) -> dict[str, Any]:");
        code.line("value: dict[str, Any] = {}");
        for (field, name) in record.fields.iter().zip(&names) {
            let (own, key) = (format!("self.{name}"), quote(&field.name));
            let write = target
                .write(&field.ty, &own, 0)
                .unwrap_or_else(|| own.clone());
            let absent = if field.ty.nullable { "MISSING" } else { "None" };
            if field.optional {
                code.open(format!("if {own} is not {absent}:"));
            }
            code.line(format!("value[{key}] = {write}"));
            if field.optional {
                code.dedent();
            }
        }
        code.line("return value");
        code.dedent();
        code.dedent();
    }
    let root = target.annotations.ty(&types.root);
    let named = if target.annotations.names.root_is_record() {
        root
    } else {
        code.line("");
        code.line("");
        // Evaluated where it stands, after all that it names.
        code.line(format!("{} = {root}", target.annotations.names.root()));
        target.annotations.names.root().to_owned()
    };
    for (function, input, output, body) in [
        (
            "from_json",
            "Any",
            named.as_str(),
            target.read(&types.root, "value", 0),
        ),
        (
            "to_json",
            named.as_str(),
            "Any",
            target.write(&types.root, "value", 0),
        ),
    ] {
        code.line("");
        code.line("");
        code.open(format!("def {function}(value: {input}) -> {output}:"));
        code.line(format!("return {}", body.as_deref().unwrap_or("value")));
        code.dedent();
    }
    code.finish()
}

struct Dataclass<'a> {
    annotations: Annotations<'a>,
    types: &'a Types,
}

impl Dataclass<'_> {
    fn declaration(&self, field: &Field, name: &str) -> String {
        let ty = self.annotations.ty(&field.ty);
        match (field.optional, field.ty.nullable) {
            (false, _) => format!("{name}: {ty}"),
            (true, false) if ty == "Any" => format!("{name}: Any = None"),
            (true, false) => format!("{name}: {ty} | None = None"),
            (true, true) => format!("{name}: {ty} | _Missing = MISSING"),
        }
    }

    fn read_field(&self, field: &Field) -> String {
        let key = quote(&field.name);
        if !field.optional {
            let value = format!("value[{key}]");
            return self.read(&field.ty, &value, 0).unwrap_or(value);
        }
        let absent = if field.ty.nullable { "MISSING" } else { "None" };
        match self.read(&field.ty, &format!("value[{key}]"), 0) {
            Some(read) => format!("({read}) if {key} in value else {absent}"),
            None if absent == "None" => format!("value.get({key})"),
            None => format!("value.get({key}, {absent})"),
        }
    }

    /// The expression that makes a typed value of a JSON one; `None` if they are the same.
    fn read(&self, ty: &Type, value: &str, depth: usize) -> Option<String> {
        self.turn(
            ty,
            value,
            depth,
            &|record| format!("{record}.from_json"),
            "tuple",
        )
    }

    /// The expression that makes a JSON value of a typed one; `None` if they are the same.
    fn write(&self, ty: &Type, value: &str, depth: usize) -> Option<String> {
        self.turn(
            ty,
            value,
            depth,
            &|record| format!("{record}.to_json"),
            "list",
        )
    }

    fn turn(
        &self,
        ty: &Type,
        value: &str,
        depth: usize,
        function: &dyn Fn(&str) -> String,
        sequence: &str,
    ) -> Option<String> {
        let x = format!("x{depth}");
        let inner = |ty: &Type, value: &str| self.turn(ty, value, depth + 1, function, sequence);
        let turned = match &ty.kind {
            Kind::Array(item) => format!("[{} for {x} in {value}]", inner(item, &x)?),
            Kind::Map(item) => {
                format!(
                    "{{k{depth}: {} for k{depth}, {x} in {value}.items()}}",
                    inner(item, &x)?
                )
            }
            Kind::Tuple(items) => {
                let item = |(n, item): (usize, &Type)| {
                    let value = format!("{value}[{n}]");
                    inner(item, &value).unwrap_or(value)
                };
                let items: Vec<String> = items.iter().enumerate().map(item).collect();
                format!("{sequence}(({},))", items.join(", "))
            }
            Kind::Record(id) => {
                format!("{}({value})", function(self.annotations.names.record(*id)))
            }
            Kind::Union(id) => {
                let reading = sequence == "tuple";
                let mut chain = String::new();
                for member in &self.types.union(*id).members {
                    let Some(turned) = inner(member, value) else {
                        continue;
                    };
                    let class = match &member.kind {
                        Kind::Record(id) if !reading => self.annotations.names.record(*id),
                        Kind::Tuple(_) if !reading => "tuple",
                        Kind::Array(_) | Kind::Tuple(_) => "list",
                        _ => "dict",
                    };
                    chain = format!("{chain}{turned} if isinstance({value}, {class}) else ");
                }
                if chain.is_empty() {
                    return None;
                }
                return Some(format!("{chain}{value}"));
            }
            _ => return None,
        };
        Some(if ty.nullable {
            format!("None if {value} is None else {turned}")
        } else {
            turned
        })
    }
}
