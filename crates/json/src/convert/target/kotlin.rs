//! Kotlin with kotlinx.serialization: data classes.
//!
//! A union, a tuple, and a member that may be missing as well as null are a `JsonElement`, which
//! loses nothing.

use ichiban_schema::{Field, Format, IntegerRange, Kind, Record, RecordId, Type, Types};
use ichiban_tool::{Choice, Setting, Settings};

use super::super::{
    code::Code,
    format_types::{FORMAT_TYPES, FormatType, FormatTypes},
    identifier::{Case, TypeNames, members},
    literal::{self, Escape},
};
use super::{MERGED, Target};

const PACKAGE: Setting = Setting {
    name: "package",
    about: "The package's name",
    choice: Choice::Text("model"),
};

pub(super) const TARGET: Target = Target::code(
    "kotlin",
    "Kotlin",
    "kt",
    &[PACKAGE, FORMAT_TYPES, MERGED],
    write,
);

/// With what has to be opted in for.
static FORMATS: &[FormatType] = &[
    FormatType::new(
        Format::DateTime,
        "kotlin.time.Instant",
        "kotlin.time.ExperimentalTime",
    ),
    FormatType::new(Format::Date, "kotlinx.datetime.LocalDate", ""),
    FormatType::new(
        Format::Uuid,
        "kotlin.uuid.Uuid",
        "kotlin.uuid.ExperimentalUuidApi",
    ),
];

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
    "ExperimentalSerializationApi",
    "JsonArray",
    "JsonClassDiscriminator",
    "JsonElement",
    "List",
    "Long",
    "Map",
    "Nothing",
    "Number",
    "OptIn",
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

fn write(types: &Types, settings: &Settings) -> String {
    let target = Kotlin {
        types,
        names: TypeNames::new(types, RESERVED, false),
        formats: FormatTypes::new(settings, FORMATS),
    };
    let mut code = Code::new("    ");
    let opt_in: Vec<String> = target
        .formats
        .sources(types)
        .into_iter()
        .map(|it| format!("{it}::class"))
        .collect();
    if !opt_in.is_empty() {
        code.line(format!("@file:OptIn({})", opt_in.join(", ")));
        code.gap();
    }
    code.line(format!("package {}", settings.text(&PACKAGE).trim()));
    code.gap();
    let tagged = types.unions().iter().any(|union| union.tag.is_some());
    if tagged {
        code.line("import kotlinx.serialization.ExperimentalSerializationApi");
    }
    code.line("import kotlinx.serialization.SerialName");
    code.line("import kotlinx.serialization.Serializable");
    code.line("import kotlinx.serialization.json.JsonArray");
    if tagged {
        code.line("import kotlinx.serialization.json.JsonClassDiscriminator");
    }
    code.line("import kotlinx.serialization.json.JsonElement");
    if !target.names.root_is_record() {
        code.gap();
        code.line(format!(
            "typealias {} = {}",
            target.names.root(),
            target.ty(&types.root)
        ));
    }
    for (id, union) in types.unions_with_ids() {
        if let Some(tag) = &union.tag {
            code.gap();
            code.line("@OptIn(ExperimentalSerializationApi::class)");
            code.line("@Serializable");
            code.line(format!("@JsonClassDiscriminator({})", quote(tag)));
            code.line(format!("sealed interface {}", target.names.union(id)));
        }
    }
    for (id, record) in types.records_with_ids() {
        code.gap();
        target.record(&mut code, id, record);
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

struct Kotlin<'a> {
    types: &'a Types,
    names: TypeNames,
    formats: FormatTypes,
}

impl Kotlin<'_> {
    fn record(&self, code: &mut Code, id: RecordId, record: &Record) {
        let name = self.names.record(id);
        code.line("@Serializable");
        let mut fields: Vec<&Field> = record.fields.iter().collect();
        let mut parent = String::new();
        if let Some(tag) = &record.tag {
            code.line(format!("@SerialName({})", quote(&tag.value)));
            // The discriminator is the union's to read and write.
            fields.retain(|field| field.name != tag.field);
            let of = |member: &Type| member.kind == Kind::Record(id);
            let union = self
                .types
                .unions_with_ids()
                .find(|(_, union)| union.members.iter().any(of));
            parent = union.map_or_else(String::new, |(id, _)| {
                format!(" : {}", self.names.union(id))
            });
        }
        if fields.is_empty() {
            // A data class has to have something.
            code.line(format!("class {name}{parent}"));
            return;
        }
        code.open(format!("data class {name}("));
        let names = members(fields.iter().map(|f| f.name.as_str()), &[], |name| {
            Case::LowerCamel.apply(name, false)
        });
        for (field, name) in fields.into_iter().zip(names) {
            self.property(code, field, &name);
        }
        code.close(format!("){parent}"));
    }

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
            Kind::Union(id) if self.types.union(*id).tag.is_some() => {
                self.names.union(*id).to_owned()
            }
            Kind::Any | Kind::Null | Kind::Union(_) => return "JsonElement".to_owned(),
            Kind::Boolean => "Boolean".to_owned(),
            Kind::Integer(IntegerRange::UInt64) => "ULong".to_owned(),
            Kind::Integer(IntegerRange::Int32) => "Int".to_owned(),
            Kind::Integer(IntegerRange::Big) | Kind::Number => "Double".to_owned(),
            Kind::Integer(_) => "Long".to_owned(),
            Kind::String(format) => self.formats.or(*format, "String"),
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
