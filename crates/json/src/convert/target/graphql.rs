//! GraphQL schema definition language, October 2021.
//!
//! What GraphQL has no type for is a custom scalar: `Long` for integers beyond 32 bits, `JSON`
//! for maps, tuples and unions.

use ichiban_schema::{Enum, EnumId, Format, IntegerRange, Kind, Type, Types};
use ichiban_tool::Settings;

use super::super::{
    code::Code,
    format_types::{FORMAT_TYPES, FormatType, FormatTypes},
    identifier::{Case, TypeNames, members},
    literal,
};
use super::Target;

pub(super) const TARGET: Target =
    Target::schema("graphql", "GraphQL", "graphql", &[FORMAT_TYPES], write);

/// With what is said of the scalar.
static FORMATS: &[FormatType] = &[
    FormatType::new(Format::DateTime, "DateTime", "A date and time of RFC 3339."),
    FormatType::new(Format::Date, "Date", "A date of RFC 3339."),
    FormatType::new(Format::Time, "Time", "A time of RFC 3339."),
    FormatType::new(Format::Uuid, "UUID", "A UUID of RFC 9562."),
    FormatType::new(Format::Uri, "URL", "A URL."),
    FormatType::new(Format::Email, "EmailAddress", "An e-mail address."),
    FormatType::new(Format::Ipv4, "IPv4", "An IPv4 address."),
];

const RESERVED: &[&str] = &[
    "Boolean",
    "Date",
    "DateTime",
    "EmailAddress",
    "Float",
    "ID",
    "IPv4",
    "Int",
    "JSON",
    "Long",
    "Mutation",
    "Query",
    "String",
    "Subscription",
    "Time",
    "URL",
    "UUID",
];

fn write(types: &Types, settings: &Settings) -> String {
    let target = GraphQl {
        types,
        names: TypeNames::new(types, RESERVED, true),
        formats: FormatTypes::new(settings, FORMATS),
    };
    let mut body = Code::new("  ");
    body.open("type Query {");
    body.line(format!(
        "{}: {}",
        Case::LowerCamel.apply(&types.name, true),
        target.ty(&types.root, false)
    ));
    body.close("}");
    for (id, record) in types.records_with_ids() {
        body.gap();
        body.open(format!("type {} {{", target.names.record(id)));
        let names = members(record.fields.iter().map(|f| f.name.as_str()), &[], |name| {
            if is_name(name) {
                name.to_owned()
            } else {
                Case::LowerCamel.apply(name, true)
            }
        });
        for (field, name) in record.fields.iter().zip(names) {
            if field.name != name {
                body.line(literal::json(&format!("In JSON: {}", field.name)));
            }
            body.line(format!("{name}: {}", target.ty(&field.ty, field.optional)));
        }
        body.close("}");
    }
    for (id, declared) in types.enums_with_ids() {
        if is_enum(declared) {
            body.gap();
            body.open(format!("enum {} {{", target.names.enumeration(id)));
            declared.values.iter().for_each(|value| body.line(value));
            body.close("}");
        }
    }
    let body = body.finish();
    let mut code = Code::new("  ");
    for (scalar, about) in target.formats.in_use(types) {
        code.line(literal::json(about));
        code.line(format!("scalar {scalar}"));
        code.gap();
    }
    for (scalar, about) in [
        ("JSON", "Any JSON value."),
        ("Long", "An integer of 64 bits."),
    ] {
        let used = [": ", "["].iter().any(|before| {
            body.match_indices(&format!("{before}{scalar}"))
                .any(|(at, found)| {
                    let after = body[at + found.len()..].chars().next();
                    after.is_none_or(|c| !c.is_ascii_alphanumeric() && c != '_')
                })
        });
        if used {
            code.line(literal::json(about));
            code.line(format!("scalar {scalar}"));
            code.gap();
        }
    }
    let scalars = code.finish();
    if scalars.trim().is_empty() {
        body
    } else {
        format!("{scalars}\n{body}")
    }
}

struct GraphQl<'a> {
    types: &'a Types,
    names: TypeNames,
    formats: FormatTypes,
}

impl GraphQl<'_> {
    fn ty(&self, ty: &Type, optional: bool) -> String {
        let plain = match &ty.kind {
            Kind::Any | Kind::Null => return "JSON".to_owned(),
            Kind::Tuple(_) | Kind::Map(_) | Kind::Union(_) => "JSON".to_owned(),
            Kind::Boolean => "Boolean".to_owned(),
            Kind::Integer(IntegerRange::Int32) => "Int".to_owned(),
            Kind::Integer(IntegerRange::Big) | Kind::Number => "Float".to_owned(),
            Kind::Integer(_) => "Long".to_owned(),
            Kind::String(format) => self.formats.or(*format, "String"),
            Kind::Enum(id) => self.enumeration(*id),
            Kind::Array(item) => format!("[{}]", self.ty(item, false)),
            Kind::Record(id) => self.names.record(*id).to_owned(),
        };
        if optional || ty.nullable {
            plain
        } else {
            format!("{plain}!")
        }
    }

    fn enumeration(&self, id: EnumId) -> String {
        if is_enum(self.types.enumeration(id)) {
            self.names.enumeration(id).to_owned()
        } else {
            "String".to_owned()
        }
    }
}

/// Names with two underscores first are GraphQL's own (§2.1.9, §4).
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        && !name.starts_with("__")
}

/// Values of an enum are names; they are written to the letter or not at all.
fn is_enum(declared: &Enum) -> bool {
    declared
        .values
        .iter()
        .all(|v| is_name(v) && !matches!(v.as_str(), "true" | "false" | "null"))
}
