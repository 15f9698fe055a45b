//! Protocol Buffers 3, for its JSON mapping: `json_name` is the name in the data.
//!
//! What proto3 has no type for is a `google.protobuf.Value`: unions, tuples, arrays of arrays,
//! lists with nulls.

use std::collections::HashSet;

use ichiban_schema::{Field, Format, IntegerRange, Kind, Type, Types};
use ichiban_tool::{Choice, Setting, Settings};

use super::super::{
    code::Code,
    format_types::{FORMAT_TYPES, FormatType, FormatTypes},
    identifier::{Case, TypeNames},
    literal,
};
use super::Target;
use heck::ToLowerCamelCase;

const PACKAGE: Setting = Setting {
    name: "package",
    about: "The package's name",
    choice: Choice::Text("model"),
};

pub(super) const TARGET: Target = Target::schema(
    "protobuf",
    "Protobuf",
    "proto",
    &[PACKAGE, FORMAT_TYPES],
    write,
);

/// With the file to import. Its JSON form is RFC 3339.
static FORMATS: &[FormatType] = &[FormatType::new(
    Format::DateTime,
    "google.protobuf.Timestamp",
    "google/protobuf/timestamp.proto",
)];

const VALUE: &str = "google.protobuf.Value";

fn write(types: &Types, settings: &Settings) -> String {
    let target = Protobuf {
        types,
        names: TypeNames::new(types, &[], true),
        formats: FormatTypes::new(settings, FORMATS),
    };
    let mut body = Code::new("  ");
    if !target.names.root_is_record() {
        body.open(format!("message {} {{", target.names.root()));
        let field = Field {
            name: "value".to_owned(),
            ty: types.root.clone(),
            optional: false,
        };
        body.line(target.field(&field, "value", 1));
        body.close("}");
    }
    for (id, record) in types.records_with_ids() {
        body.gap();
        body.open(format!("message {} {{", target.names.record(id)));
        // Names must differ as JSON names, whose case and underscores do not count.
        let mut taken = HashSet::new();
        for (number, field) in (1..).zip(&record.fields) {
            // 19000 to 19999 are the implementation's own.
            let number = if number >= 19_000 {
                number + 1000
            } else {
                number
            };
            let mut name = Case::Snake.apply(&field.name, true);
            let mut next = 2;
            while !taken.insert(name.replace('_', "").to_lowercase()) {
                name = format!("{}_n{next}", Case::Snake.apply(&field.name, true));
                next += 1;
            }
            body.line(target.field(field, &name, number));
        }
        body.close("}");
    }
    let body = body.finish();
    let mut code = Code::new("  ");
    code.line("syntax = \"proto3\";");
    code.gap();
    code.line(format!("package {};", settings.text(&PACKAGE).trim()));
    let mut imports = target.formats.sources(types);
    if body.contains(VALUE)
        || body.contains("google.protobuf.ListValue")
        || body.contains("google.protobuf.Struct")
    {
        imports.insert(0, "google/protobuf/struct.proto");
    }
    for (at, import) in imports.iter().enumerate() {
        if at == 0 {
            code.gap();
        }
        code.line(format!("import \"{import}\";"));
    }
    code.gap();
    code.finish() + "\n" + &body
}

struct Protobuf<'a> {
    types: &'a Types,
    names: TypeNames,
    formats: FormatTypes,
}

impl Protobuf<'_> {
    fn field(&self, field: &Field, name: &str, number: usize) -> String {
        let ty = match &field.ty.kind {
            Kind::Array(item) if !field.ty.nullable => match self.single(item) {
                Some(item) => format!("repeated {item}"),
                None => "google.protobuf.ListValue".to_owned(),
            },
            Kind::Map(value) if !field.ty.nullable => match self.single(value) {
                Some(value) => format!("map<string, {value}>"),
                None => "google.protobuf.Struct".to_owned(),
            },
            kind => match self.single(&Type::new(kind.clone())) {
                Some(ty) if field.optional || field.ty.nullable => format!("optional {ty}"),
                Some(ty) => ty,
                None => VALUE.to_owned(),
            },
        };
        let comment = match &field.ty.kind {
            Kind::Enum(id) => {
                let values: Vec<String> = self
                    .types
                    .enumeration(*id)
                    .values
                    .iter()
                    .map(|v| literal::json(v))
                    .collect();
                format!(" // One of {}.", values.join(", "))
            }
            _ => String::new(),
        };
        // The compiler makes a JSON name of its own; only others need to be said.
        let own = name.to_lower_camel_case();
        let option = if own == field.name || field.name.is_empty() || field.name.contains('\0') {
            String::new()
        } else {
            format!(" [json_name = {}]", quote(&field.name))
        };
        format!("{ty} {name} = {number}{option};{comment}")
    }

    /// The name of a type that may stand alone, in a list or in a map; `None` if it has none.
    fn single(&self, ty: &Type) -> Option<String> {
        if ty.nullable {
            return Some(VALUE.to_owned());
        }
        Some(match &ty.kind {
            Kind::Any | Kind::Null | Kind::Union(_) => VALUE.to_owned(),
            Kind::Boolean => "bool".to_owned(),
            Kind::Integer(IntegerRange::Int32) => "int32".to_owned(),
            Kind::Integer(IntegerRange::UInt64) => "uint64".to_owned(),
            Kind::Integer(IntegerRange::Big) | Kind::Number => "double".to_owned(),
            Kind::Integer(_) => "int64".to_owned(),
            Kind::String(format) => self.formats.or(*format, "string"),
            Kind::Enum(_) => "string".to_owned(),
            Kind::Record(id) => self.names.record(*id).to_owned(),
            Kind::Array(_) | Kind::Tuple(_) | Kind::Map(_) => return None,
        })
    }
}

/// Protobuf's escapes are of bytes.
fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if literal::json(&c.to_string()).contains('\\') => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    out = format!("{out}\\{byte:03o}");
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
