//! TypeScript: interfaces and type aliases, for `strict`.
//!
//! `{"id": 1, "tags": ["a"], "owner": null}` becomes
//! ```ts
//! export interface Root {
//!   id: number;
//!   tags: string[];
//!   owner: null;
//! }
//! ```

use ichiban_schema::{Field, Kind, Tag, Type, Types};
use ichiban_tool::{Choice, Setting, Settings};

use super::super::{code::Code, identifier::TypeNames, literal};
use super::{MERGED, Target};

const READONLY: Setting = Setting {
    name: "readonly",
    about: "Make every property readonly",
    choice: Choice::Flag,
};
const DECLARATION: Setting = Setting {
    name: "declaration",
    about: "Write object types as interfaces or as type aliases",
    choice: Choice::OneOf(&["interface", "type"]),
};

pub(super) const TARGET: Target = Target::code(
    "typescript",
    "TypeScript",
    "ts",
    &[READONLY, DECLARATION, MERGED],
    write,
);

/// Names that mean something else within a module that declares them.
const RESERVED: &[&str] = &[
    "Array",
    "Boolean",
    "Date",
    "Error",
    "Function",
    "Infinity",
    "JSON",
    "Map",
    "Math",
    "NaN",
    "Number",
    "Object",
    "Omit",
    "Partial",
    "Pick",
    "Promise",
    "Readonly",
    "ReadonlyArray",
    "Record",
    "RegExp",
    "Required",
    "Set",
    "String",
    "Symbol",
];

fn write(types: &Types, settings: &Settings) -> String {
    let names = TypeNames::new(types, RESERVED, false);
    let target = TypeScript {
        types,
        names,
        readonly: settings.flag(&READONLY),
    };
    let mut code = Code::new("  ");
    if !target.names.root_is_record() {
        code.line(format!(
            "export type {} = {};",
            target.names.root(),
            target.ty(&types.root)
        ));
    } else if types.root.nullable {
        code.line(format!(
            "// The root may be null: {} | null.",
            target.names.root()
        ));
    }
    for (id, record) in types.records_with_ids() {
        code.gap();
        let name = target.names.record(id);
        let end = if settings.text(&DECLARATION) == "type" {
            code.open(format!("export type {name} = {{"));
            "};"
        } else {
            code.open(format!("export interface {name} {{"));
            "}"
        };
        for field in &record.fields {
            code.line(target.property(field, record.tag.as_ref()));
        }
        code.close(end);
    }
    for (id, union) in types.unions_with_ids() {
        if union.tag.is_some() {
            code.gap();
            let members: Vec<String> = union.members.iter().map(|ty| target.ty(ty)).collect();
            choice(&mut code, target.names.union(id), &members);
        }
    }
    for (id, values) in types.enums_with_ids() {
        code.gap();
        let values: Vec<String> = values
            .values
            .iter()
            .map(|value| literal::json(value))
            .collect();
        choice(&mut code, target.names.enumeration(id), &values);
    }
    code.finish()
}

/// A type that is one of several, in a line or in a line each.
fn choice(code: &mut Code, name: &str, members: &[String]) {
    let line = format!("export type {name} = {};", members.join(" | "));
    if line.len() <= 100 {
        code.line(line);
        return;
    }
    code.open(format!("export type {name} ="));
    for (i, member) in members.iter().enumerate() {
        let end = if i + 1 == members.len() { ";" } else { "" };
        code.line(format!("| {member}{end}"));
    }
    code.dedent();
}

struct TypeScript<'a> {
    types: &'a Types,
    names: TypeNames,
    readonly: bool,
}

impl TypeScript<'_> {
    fn property(&self, field: &Field, tag: Option<&Tag>) -> String {
        let readonly = if self.readonly { "readonly " } else { "" };
        let optional = if field.optional { "?" } else { "" };
        let ty = match tag {
            Some(tag) if tag.field == field.name => literal::json(&tag.value),
            _ => self.ty(&field.ty),
        };
        format!("{readonly}{}{optional}: {ty};", property_name(&field.name))
    }

    fn ty(&self, ty: &Type) -> String {
        let plain = match &ty.kind {
            Kind::Any => return "unknown".to_owned(),
            Kind::Null => return "null".to_owned(),
            Kind::Boolean => "boolean".to_owned(),
            Kind::Integer(_) | Kind::Number => "number".to_owned(),
            Kind::String(_) => "string".to_owned(),
            Kind::Enum(id) => self.names.enumeration(*id).to_owned(),
            Kind::Array(item) => {
                let readonly = if self.readonly { "readonly " } else { "" };
                let text = self.ty(item);
                // An array type binds tighter than `|` and `readonly`.
                if text.contains(" | ") || text.starts_with("readonly ") {
                    format!("{readonly}({text})[]")
                } else {
                    format!("{readonly}{text}[]")
                }
            }
            Kind::Tuple(items) => {
                let readonly = if self.readonly { "readonly " } else { "" };
                let items: Vec<String> = items.iter().map(|item| self.ty(item)).collect();
                format!("{readonly}[{}]", items.join(", "))
            }
            Kind::Map(value) => format!("Record<string, {}>", self.ty(value)),
            Kind::Record(id) => self.names.record(*id).to_owned(),
            Kind::Union(id) if self.types.union(*id).tag.is_some() => {
                self.names.union(*id).to_owned()
            }
            Kind::Union(id) => {
                let members: Vec<String> = self
                    .types
                    .union(*id)
                    .members
                    .iter()
                    .map(|member| self.ty(member))
                    .collect();
                members.join(" | ")
            }
        };
        if ty.nullable {
            format!("{plain} | null")
        } else {
            plain
        }
    }
}

/// A name that may stand bare before a colon, or its literal.
pub(super) fn property_name(name: &str) -> String {
    let bare = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '$')
        && name
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'$');
    if bare {
        name.to_owned()
    } else {
        literal::json(name)
    }
}
