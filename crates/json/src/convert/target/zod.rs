//! Zod 4: a schema for each type, and the TypeScript type it infers.
//!
//! Schemas come after those they use; where records use each other in a circle, a getter defers
//! the use, as Zod wants it.

use std::fmt::Write;

use ichiban_schema::{Format, IntegerRange, Kind, RecordId, Type, Types};
use ichiban_tool::{Choice, Setting, Settings};

use super::super::{code::Code, identifier::TypeNames, literal};
use super::typescript::property_name;
use super::{MERGED, Target};

const UNKNOWN_KEYS: Setting = Setting {
    name: "unknown-keys",
    about: "What is done with keys that the samples do not have",
    choice: Choice::OneOf(&["strip", "refuse", "keep"]),
};

pub(super) const TARGET: Target = Target::code("zod", "Zod", "ts", &[UNKNOWN_KEYS, MERGED], write);

const RESERVED: &[&str] = &[
    "Array", "Boolean", "Date", "Error", "Function", "JSON", "Map", "Math", "Number", "Object",
    "Promise", "Record", "RegExp", "Set", "String", "Symbol",
];

fn write(types: &Types, settings: &Settings) -> String {
    let target = Zod {
        types,
        names: TypeNames::new(types, RESERVED, false),
        object: match settings.text(&UNKNOWN_KEYS) {
            "refuse" => "strictObject",
            "keep" => "looseObject",
            _ => "object",
        },
    };
    let mut code = Code::new("  ");
    code.line("import { z } from \"zod\";");
    for (id, values) in types.enums_with_ids() {
        let values: Vec<String> = values
            .values
            .iter()
            .map(|value| literal::json(value))
            .collect();
        let name = target.names.enumeration(id);
        code.gap();
        code.line(format!(
            "export const {name} = z.enum([{}]);",
            values.join(", ")
        ));
        infer(&mut code, name);
    }
    let order = inner_first(types);
    let mut written = vec![false; order.len()];
    for id in order {
        target.record(&mut code, id, &written);
        if let Some(written) = written.get_mut(id.index()) {
            *written = true;
        }
    }
    if !target.names.root_is_record() {
        code.gap();
        let name = target.names.root();
        code.line(format!("export const {name} = {};", target.ty(&types.root)));
        infer(&mut code, name);
    } else if types.root.nullable {
        code.gap();
        code.line(format!(
            "// The root may be null: {}.nullable().",
            target.names.root()
        ));
    }
    code.finish()
}

struct Zod<'a> {
    types: &'a Types,
    names: TypeNames,
    object: &'static str,
}

impl Zod<'_> {
    fn record(&self, code: &mut Code, id: RecordId, written: &[bool]) {
        let name = self.names.record(id);
        code.gap();
        code.open(format!("export const {name} = z.{}({{", self.object));
        let record = self.types.record(id);
        for field in &record.fields {
            let mut ty = match &record.tag {
                Some(tag) if tag.field == field.name => {
                    format!("z.literal({})", literal::json(&tag.value))
                }
                _ => self.ty(&field.ty),
            };
            if field.optional {
                ty.push_str(".optional()");
            }
            let mut used = Vec::new();
            self.types.records_in(&field.ty, &mut used);
            let defer = used
                .iter()
                .any(|id| written.get(id.index()) == Some(&false));
            let key = match field.name.as_str() {
                // A plain `__proto__` would set the prototype.
                "__proto__" => "[\"__proto__\"]".to_owned(),
                name => property_name(name),
            };
            if defer {
                code.open(format!("get {key}() {{"));
                code.line(format!("return {ty};"));
                code.close("},");
            } else {
                code.line(format!("{key}: {ty},"));
            }
        }
        code.close("});");
        infer(code, name);
    }

    fn ty(&self, ty: &Type) -> String {
        let mut text = match &ty.kind {
            Kind::Any => return "z.unknown()".to_owned(),
            Kind::Null => return "z.null()".to_owned(),
            Kind::Boolean => "z.boolean()".to_owned(),
            Kind::Integer(IntegerRange::Int32 | IntegerRange::Int53) => "z.int()".to_owned(),
            Kind::Integer(_) | Kind::Number => "z.number()".to_owned(),
            Kind::String(format) => string(*format).to_owned(),
            Kind::Enum(id) => self.names.enumeration(*id).to_owned(),
            Kind::Array(item) => format!("z.array({})", self.ty(item)),
            Kind::Tuple(items) => format!("z.tuple([{}])", self.list(items)),
            Kind::Map(value) => format!("z.record(z.string(), {})", self.ty(value)),
            Kind::Record(id) => self.names.record(*id).to_owned(),
            Kind::Union(id) => {
                let union = self.types.union(*id);
                let members = self.list(&union.members);
                match &union.tag {
                    Some(tag) => {
                        format!("z.discriminatedUnion({}, [{members}])", literal::json(tag))
                    }
                    None => format!("z.union([{members}])"),
                }
            }
        };
        if ty.nullable {
            let written = write!(text, ".nullable()");
            debug_assert!(written.is_ok(), "writing to a string does not fail");
        }
        text
    }

    fn list(&self, types: &[Type]) -> String {
        types
            .iter()
            .map(|ty| self.ty(ty))
            .collect::<Vec<_>>()
            .join(", ")
    }
}

/// The type that a schema infers, under the schema's own name.
fn infer(code: &mut Code, name: &str) {
    code.line(format!("export type {name} = z.infer<typeof {name}>;"));
}

fn string(format: Option<Format>) -> &'static str {
    match format {
        Some(Format::DateTime) => "z.iso.datetime({ offset: true })",
        Some(Format::Date) => "z.iso.date()",
        Some(Format::Uuid) => "z.guid()",
        Some(Format::Uri) => "z.url()",
        Some(Format::Email) => "z.email()",
        Some(Format::Ipv4) => "z.ipv4()",
        Some(Format::Integer) => "z.string().regex(/^-?\\d+$/)",
        // Zod's time has no offset.
        Some(Format::Time) | None => "z.string()",
    }
}

/// The records, each after those it uses as far as they are not in a circle.
fn inner_first(types: &Types) -> Vec<RecordId> {
    let mut order = Vec::new();
    let mut seen = vec![false; types.records().len()];
    // A record on the stack comes twice: to be opened, and to be put down.
    let mut work: Vec<(RecordId, bool)> = types
        .records_with_ids()
        .map(|(id, _)| (id, false))
        .collect();
    work.reverse();
    while let Some((id, opened)) = work.pop() {
        if opened {
            order.push(id);
            continue;
        }
        match seen.get_mut(id.index()) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        work.push((id, true));
        let mut used = Vec::new();
        for field in &types.record(id).fields {
            types.records_in(&field.ty, &mut used);
        }
        work.extend(used.into_iter().rev().map(|id| (id, false)));
    }
    order
}
