//! C# 12 for .NET 9 with System.Text.Json: records with required properties.
//!
//! A union, a tuple, and a member that may be missing as well as null are a `JsonElement`, which
//! loses nothing.

use ichiban_schema::{Field, Format, IntegerRange, Kind, Type, Types};
use ichiban_tool::{Choice, Setting, Settings};

use super::super::{
    code::Code,
    format_types::{FORMAT_TYPES, FormatType, FormatTypes},
    identifier::{Case, TypeNames, members},
    literal,
};
use super::Target;

const NAMESPACE: Setting = Setting {
    name: "namespace",
    about: "The namespace",
    choice: Choice::Text("Model"),
};

pub(super) const TARGET: Target =
    Target::code("csharp", "C#", "cs", &[NAMESPACE, FORMAT_TYPES], write);

static FORMATS: &[FormatType] = &[
    FormatType::new(Format::DateTime, "System.DateTimeOffset", ""),
    FormatType::new(Format::Date, "System.DateOnly", ""),
    FormatType::new(Format::Uuid, "System.Guid", ""),
    FormatType::new(Format::Uri, "System.Uri", ""),
];

const RESERVED: &[&str] = &[
    "Action",
    "Array",
    "Attribute",
    "Boolean",
    "Byte",
    "Char",
    "Console",
    "Convert",
    "DateTime",
    "Decimal",
    "Delegate",
    "Dictionary",
    "Double",
    "Enum",
    "Environment",
    "Exception",
    "Func",
    "Guid",
    "IList",
    "Int32",
    "Int64",
    "JsonConverter",
    "JsonElement",
    "JsonIgnore",
    "JsonPropertyName",
    "JsonSerializer",
    "JsonStringEnumConverter",
    "List",
    "Math",
    "Nullable",
    "Object",
    "Random",
    "String",
    "System",
    "Task",
    "Tuple",
    "Type",
    "Uri",
    "Version",
];

/// Members that every record has.
const TAKEN: &[&str] = &[
    "Clone",
    "EqualityContract",
    "Equals",
    "Finalize",
    "GetHashCode",
    "GetType",
    "MemberwiseClone",
    "PrintMembers",
    "ReferenceEquals",
    "ToString",
];

fn write(types: &Types, settings: &Settings) -> String {
    let target = CSharp {
        names: TypeNames::new(types, RESERVED, false),
        formats: FormatTypes::new(settings, FORMATS),
    };
    let mut code = Code::new("    ");
    code.line("#nullable enable");
    code.line("using System.Collections.Generic;");
    code.line("using System.Text.Json;");
    code.line("using System.Text.Json.Serialization;");
    code.gap();
    code.line(format!("namespace {};", settings.text(&NAMESPACE).trim()));
    if !target.names.root_is_record() {
        code.gap();
        code.line(format!("// The root is {}.", target.ty(&types.root)));
    }
    for (id, record) in types.records_with_ids() {
        let name = target.names.record(id);
        // A member cannot have the name of its type.
        let reserved: Vec<&str> = TAKEN.iter().copied().chain([name]).collect();
        let names = members(
            record.fields.iter().map(|f| f.name.as_str()),
            &reserved,
            |name| Case::UpperCamel.apply(name, false),
        );
        code.gap();
        code.line(format!("public sealed record {name}"));
        code.open("{");
        for (i, (field, name)) in record.fields.iter().zip(names).enumerate() {
            if i > 0 {
                code.gap();
            }
            target.property(&mut code, field, &name);
        }
        code.close("}");
    }
    for (id, declared) in types.enums_with_ids() {
        let name = target.names.enumeration(id);
        code.gap();
        code.line(format!(
            "[JsonConverter(typeof(JsonStringEnumConverter<{name}>))]"
        ));
        code.line(format!("public enum {name}"));
        code.open("{");
        let names = members(declared.values.iter().map(String::as_str), &[], |value| {
            if value.is_empty() {
                "Empty".to_owned()
            } else {
                Case::UpperCamel.apply(value, false)
            }
        });
        for (value, name) in declared.values.iter().zip(names) {
            code.line(format!(
                "[JsonStringEnumMemberName({})]",
                literal::json(value)
            ));
            code.line(format!("{name},"));
        }
        code.close("}");
    }
    code.finish()
}

struct CSharp {
    names: TypeNames,
    formats: FormatTypes,
}

impl CSharp {
    fn property(&self, code: &mut Code, field: &Field, name: &str) {
        code.line(format!(
            "[JsonPropertyName({})]",
            literal::json(&field.name)
        ));
        let (ignore, required, ty) = match (field.optional, field.ty.nullable) {
            (false, _) => (None, "required ", self.ty(&field.ty)),
            (true, false) => (
                Some("WhenWritingNull"),
                "",
                format!("{}?", self.ty(&field.ty)),
            ),
            // Its default is `Undefined`, which is not null.
            (true, true) => (Some("WhenWritingDefault"), "", "JsonElement".to_owned()),
        };
        if let Some(condition) = ignore {
            code.line(format!(
                "[JsonIgnore(Condition = JsonIgnoreCondition.{condition})]"
            ));
        }
        code.line(format!("public {required}{ty} {name} {{ get; init; }}"));
    }

    fn ty(&self, ty: &Type) -> String {
        let plain = match &ty.kind {
            Kind::Any | Kind::Null | Kind::Union(_) => return "JsonElement".to_owned(),
            Kind::Boolean => "bool".to_owned(),
            Kind::Integer(IntegerRange::UInt64) => "ulong".to_owned(),
            Kind::Integer(IntegerRange::Big) | Kind::Number => "double".to_owned(),
            Kind::Integer(_) => "long".to_owned(),
            Kind::String(format) => self.formats.or(*format, "string"),
            Kind::Enum(id) => self.names.enumeration(*id).to_owned(),
            Kind::Array(item) => format!("List<{}>", self.ty(item)),
            Kind::Tuple(_) => "List<JsonElement>".to_owned(),
            Kind::Map(value) => format!("Dictionary<string, {}>", self.ty(value)),
            Kind::Record(id) => self.names.record(*id).to_owned(),
        };
        if ty.nullable {
            format!("{plain}?")
        } else {
            plain
        }
    }
}
