//! Kotlin with kotlinx.serialization: data classes.
//!
//! A union, a tuple, and a member that may be missing as well as null are a `JsonElement`, which
//! loses nothing.

use ichiban_schema::{Field, IntegerRange, Kind, Type, Types};
use ichiban_tool::{Choice, Setting, Settings};

use super::super::{
    code::Code,
    identifier::{Case, TypeNames, members},
    literal::{self, Escape},
};

const PACKAGE: Setting = Setting {
    name: "package",
    about: "The package's name",
    choice: Choice::Text("model"),
};

pub(super) const SETTINGS: &[Setting] = &[PACKAGE];

const RESERVED: &[&str] = &[
    "Any",
    "Array",
    "Boolean",
    "Byte",
    "Char",
    "Double",
    "Enum",
    "Float",
    "Int",
    "JsonArray",
    "JsonElement",
    "List",
    "Long",
    "Map",
    "Nothing",
    "Number",
    "Pair",
    "SerialName",
    "Serializable",
    "Set",
    "Short",
    "String",
    "Triple",
    "ULong",
    "Unit",
];

/// Hard keywords: they cannot be names without backticks.
const KEYWORDS: &[&str] = &[
    "as",
    "break",
    "class",
    "continue",
    "do",
    "else",
    "false",
    "for",
    "fun",
    "if",
    "in",
    "interface",
    "is",
    "null",
    "object",
    "package",
    "return",
    "super",
    "this",
    "throw",
    "true",
    "try",
    "typealias",
    "typeof",
    "val",
    "var",
    "when",
    "while",
];

pub(super) fn write(types: &Types, settings: &Settings) -> String {
    let target = Kotlin {
        names: TypeNames::new(types, RESERVED, false),
    };
    let mut code = Code::new("    ");
    code.line(format!("package {}", settings.text(&PACKAGE).trim()));
    code.gap();
    code.line("import kotlinx.serialization.SerialName");
    code.line("import kotlinx.serialization.Serializable");
    code.line("import kotlinx.serialization.json.JsonArray");
    code.line("import kotlinx.serialization.json.JsonElement");
    if !target.names.root_is_record() {
        code.gap();
        code.line(format!(
            "typealias {} = {}",
            target.names.root(),
            target.ty(&types.root)
        ));
    }
    for (id, record) in types.records_with_ids() {
        code.gap();
        code.line("@Serializable");
        code.open(format!("data class {}(", target.names.record(id)));
        let names = members(record.fields.iter().map(|f| f.name.as_str()), &[], |name| {
            Case::LowerCamel.apply(name, false)
        });
        for (field, name) in record.fields.iter().zip(names) {
            target.property(&mut code, field, &name);
        }
        code.close(")");
    }
    for (id, declared) in types.enums_with_ids() {
        code.gap();
        code.line("@Serializable");
        code.open(format!("enum class {} {{", target.names.enumeration(id)));
        // `name` and `ordinal` are members of every enum.
        let names = members(
            declared.values.iter().map(String::as_str),
            &["NAME", "ORDINAL"],
            |value| {
                if value.is_empty() {
                    "EMPTY".to_owned()
                } else {
                    Case::Snake.apply(value, false).to_uppercase()
                }
            },
        );
        for (value, name) in declared.values.iter().zip(names) {
            code.line(format!("@SerialName({}) {name},", quote(value)));
        }
        code.close("}");
    }
    code.finish()
}

struct Kotlin {
    names: TypeNames,
}

impl Kotlin {
    fn property(&self, code: &mut Code, field: &Field, name: &str) {
        let serial = if field.name == name {
            String::new()
        } else {
            format!("@SerialName({}) ", quote(&field.name))
        };
        let (ty, default) = match (field.optional, field.ty.nullable) {
            (true, true) => ("JsonElement?".to_owned(), " = null"),
            (true, false) => (format!("{}?", self.ty(&field.ty)), " = null"),
            (false, _) => (self.ty(&field.ty), ""),
        };
        let name = if KEYWORDS.contains(&name) {
            format!("`{name}`")
        } else {
            name.to_owned()
        };
        code.line(format!("{serial}val {name}: {ty}{default},"));
    }

    fn ty(&self, ty: &Type) -> String {
        let plain = match &ty.kind {
            // A JsonElement may be JsonNull.
            Kind::Any | Kind::Null | Kind::Union(_) => return "JsonElement".to_owned(),
            Kind::Boolean => "Boolean".to_owned(),
            Kind::Integer(IntegerRange::UInt64) => "ULong".to_owned(),
            Kind::Integer(IntegerRange::Int32) => "Int".to_owned(),
            Kind::Integer(_) => "Long".to_owned(),
            Kind::Number => "Double".to_owned(),
            Kind::String(_) => "String".to_owned(),
            Kind::Enum(id) => self.names.enumeration(*id).to_owned(),
            Kind::Array(item) => format!("List<{}>", self.ty(item)),
            Kind::Tuple(_) => "JsonArray".to_owned(),
            Kind::Map(value) => format!("Map<String, {}>", self.ty(value)),
            Kind::Record(id) => self.names.record(*id).to_owned(),
        };
        if ty.nullable {
            format!("{plain}?")
        } else {
            plain
        }
    }
}

fn quote(text: &str) -> String {
    literal::quote(text, Escape::Utf16, "$")
}
