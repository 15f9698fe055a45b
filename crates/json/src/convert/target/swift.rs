//! Swift: `Codable` structs; classes where a value would hold itself.

use ichiban_schema::{Format, IntegerRange, Kind, Record, Type, Types, Union};
use ichiban_tool::{Choice, Setting, Settings};

use super::super::{
    code::Code,
    format_types::{FORMAT_TYPES, FormatType, FormatTypes},
    identifier::{Case, TypeNames, members},
    literal::{self, Escape},
};
use super::Target;

const ACCESS: Setting = Setting {
    name: "access",
    about: "Who may use the types",
    choice: Choice::OneOf(&["public", "internal"]),
};

pub(super) const TARGET: Target =
    Target::code("swift", "Swift", "swift", &[ACCESS, FORMAT_TYPES], write);

/// A date is read in the way that the decoder is set up for, and stays a string.
static FORMATS: &[FormatType] = &[
    FormatType::new(Format::Uuid, "UUID", ""),
    FormatType::new(Format::Uri, "URL", ""),
];

const RESERVED: &[&str] = &[
    "Any",
    "Array",
    "Bool",
    "Character",
    "Codable",
    "CodingKey",
    "CodingKeys",
    "Data",
    "Date",
    "Decodable",
    "Decoder",
    "Dictionary",
    "Double",
    "Encodable",
    "Encoder",
    "Error",
    "Float",
    "Int",
    "Int64",
    "JSONValue",
    "Never",
    "Optional",
    "Protocol",
    "Result",
    "Self",
    "Set",
    "String",
    "Type",
    "UInt64",
    "URL",
    "UUID",
    "Void",
];

const KEYWORDS: &[&str] = &[
    "as",
    "associatedtype",
    "break",
    "case",
    "catch",
    "class",
    "continue",
    "default",
    "defer",
    "deinit",
    "do",
    "else",
    "enum",
    "extension",
    "fallthrough",
    "false",
    "fileprivate",
    "for",
    "func",
    "guard",
    "if",
    "import",
    "in",
    "init",
    "inout",
    "internal",
    "is",
    "let",
    "nil",
    "open",
    "operator",
    "precedencegroup",
    "private",
    "protocol",
    "public",
    "repeat",
    "rethrows",
    "return",
    "self",
    "static",
    "struct",
    "subscript",
    "super",
    "switch",
    "throw",
    "throws",
    "true",
    "try",
    "typealias",
    "var",
    "where",
    "while",
];

const JSON_VALUE: &str = r"/// Any JSON value.
enum JSONValue: Codable, Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    init(from decoder: Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .integer(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    func encode(to encoder: Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .integer(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }
}
";

fn write(types: &Types, settings: &Settings) -> String {
    let access = if settings.text(&ACCESS) == "public" {
        "public "
    } else {
        ""
    };
    let target = Swift {
        names: TypeNames::new(types, RESERVED, false),
        access,
        formats: FormatTypes::new(settings, FORMATS),
    };
    let mut code = Code::new("    ");
    code.line("import Foundation");
    if !target.names.root_is_record() {
        code.gap();
        code.line(format!(
            "{access}typealias {} = {}",
            target.names.root(),
            target.ty(&types.root)
        ));
    }
    let recursive = types.recursive_fields();
    for ((id, record), recursive) in types.records_with_ids().zip(recursive) {
        let kind = if recursive.contains(&true) {
            "final class"
        } else {
            "struct"
        };
        target.record(&mut code, kind, target.names.record(id), record);
    }
    for (id, declared) in types.enums_with_ids() {
        code.gap();
        code.open(format!(
            "{access}enum {}: String, Codable {{",
            target.names.enumeration(id)
        ));
        let names = members(declared.values.iter().map(String::as_str), &[], |value| {
            if value.is_empty() {
                "empty".to_owned()
            } else {
                Case::LowerCamel.apply(value, false)
            }
        });
        for (value, name) in declared.values.iter().zip(names) {
            code.line(format!("case {} = {}", escaped(&name), quote(value)));
        }
        code.close("}");
    }
    for (id, declared) in types.unions_with_ids() {
        target.union(&mut code, target.names.union(id), declared);
    }
    if types.mention(|kind| matches!(kind, Kind::Any | Kind::Null | Kind::Tuple(_))) {
        code.gap();
        code.block(
            &JSON_VALUE
                .replacen("enum ", &format!("{access}enum "), 1)
                .replace("    init(", &format!("    {access}init("))
                .replace("    func ", &format!("    {access}func ")),
        );
    }
    code.finish()
}

struct Swift<'a> {
    names: TypeNames,
    access: &'a str,
    formats: FormatTypes,
}

impl Swift<'_> {
    fn record(&self, code: &mut Code, kind: &str, name: &str, record: &Record) {
        let access = self.access;
        let names = members(record.fields.iter().map(|f| f.name.as_str()), &[], |name| {
            Case::LowerCamel.apply(name, false)
        });
        code.gap();
        code.open(format!("{access}{kind} {name}: Codable {{"));
        for (field, name) in record.fields.iter().zip(&names) {
            let ty = self.ty(&field.ty);
            let mark = if field.optional && !ty.ends_with('?') {
                "?"
            } else {
                ""
            };
            code.line(format!("{access}var {}: {ty}{mark}", escaped(name)));
        }
        code.gap();
        code.open("private enum CodingKeys: String, CodingKey {");
        for (field, name) in record.fields.iter().zip(&names) {
            code.line(format!("case {} = {}", escaped(name), quote(&field.name)));
        }
        code.close("}");
        code.close("}");
    }

    fn union(&self, code: &mut Code, name: &str, declared: &Union) {
        let access = self.access;
        let cases: Vec<(&str, String)> = declared
            .members
            .iter()
            .map(|member| {
                let case = match &member.kind {
                    Kind::Boolean => "bool",
                    Kind::Integer(_) => "integer",
                    Kind::Number => "number",
                    Kind::String(_) | Kind::Enum(_) => "string",
                    Kind::Array(_) | Kind::Tuple(_) => "array",
                    _ => "object",
                };
                (case, self.ty(member))
            })
            .collect();
        code.gap();
        code.open(format!("{access}indirect enum {name}: Codable {{"));
        for (case, ty) in &cases {
            code.line(format!("case {case}({ty})"));
        }
        code.gap();
        code.open(format!("{access}init(from decoder: Decoder) throws {{"));
        code.line("let container = try decoder.singleValueContainer()");
        let last = cases.len().saturating_sub(1);
        for (i, (case, ty)) in cases.iter().enumerate() {
            if i == last {
                code.line(format!("self = .{case}(try container.decode({ty}.self))"));
            } else {
                code.open(format!(
                    "if let value = try? container.decode({ty}.self) {{"
                ));
                code.line(format!("self = .{case}(value)"));
                code.line("return");
                code.close("}");
            }
        }
        code.close("}");
        code.gap();
        code.open(format!(
            "{access}func encode(to encoder: Encoder) throws {{"
        ));
        code.line("var container = encoder.singleValueContainer()");
        code.line("switch self {");
        for (case, _) in &cases {
            code.line(format!(
                "case .{case}(let value): try container.encode(value)"
            ));
        }
        code.line("}");
        code.close("}");
        code.close("}");
    }

    fn ty(&self, ty: &Type) -> String {
        let plain = match &ty.kind {
            // It may be null itself.
            Kind::Any | Kind::Null => return "JSONValue".to_owned(),
            Kind::Boolean => "Bool".to_owned(),
            Kind::Integer(IntegerRange::UInt64) => "UInt64".to_owned(),
            Kind::Integer(IntegerRange::Int32) => "Int".to_owned(),
            Kind::Integer(IntegerRange::Big) | Kind::Number => "Double".to_owned(),
            Kind::Integer(_) => "Int64".to_owned(),
            Kind::String(format) => self.formats.or(*format, "String"),
            Kind::Enum(id) => self.names.enumeration(*id).to_owned(),
            Kind::Array(item) => format!("[{}]", self.ty(item)),
            Kind::Tuple(_) => "[JSONValue]".to_owned(),
            Kind::Map(value) => format!("[String: {}]", self.ty(value)),
            Kind::Record(id) => self.names.record(*id).to_owned(),
            Kind::Union(id) => self.names.union(*id).to_owned(),
        };
        if ty.nullable {
            format!("{plain}?")
        } else {
            plain
        }
    }
}

fn escaped(name: &str) -> String {
    if KEYWORDS.contains(&name) {
        format!("`{name}`")
    } else {
        name.to_owned()
    }
}

fn quote(text: &str) -> String {
    literal::quote(text, Escape::Braces, "")
}
