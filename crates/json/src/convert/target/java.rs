//! Java 17: records, read and written with Jackson.
//!
//! One file: the other types stand within the root's. A union, a tuple, and a member that may be
//! missing as well as null are a `JsonNode`, which loses nothing.

use ichiban_schema::{Enum, IntegerRange, Kind, Record, Type, Types};
use ichiban_tool::{Choice, Setting, Settings};

use super::super::{
    code::Code,
    identifier::{Case, TypeNames, members},
    literal,
};

const PACKAGE: Setting = Setting {
    name: "package",
    about: "The package's name",
    choice: Choice::Text("model"),
};

pub(super) const SETTINGS: &[Setting] = &[PACKAGE];

const RESERVED: &[&str] = &[
    "BigInteger",
    "Boolean",
    "Byte",
    "Character",
    "Class",
    "Comparable",
    "Double",
    "Enum",
    "Error",
    "Exception",
    "Float",
    "Integer",
    "Iterable",
    "JsonInclude",
    "JsonNode",
    "JsonProperty",
    "JsonValue",
    "List",
    "Long",
    "Map",
    "Math",
    "Module",
    "Number",
    "Object",
    "Override",
    "Package",
    "Process",
    "Record",
    "Runnable",
    "Short",
    "String",
    "System",
    "Thread",
    "Throwable",
    "TypeReference",
    "Void",
];

/// Keywords, and the methods of `Object` that no component may be named after.
const KEYWORDS: &[&str] = &[
    "abstract",
    "assert",
    "boolean",
    "break",
    "byte",
    "case",
    "catch",
    "char",
    "class",
    "clone",
    "const",
    "continue",
    "default",
    "do",
    "double",
    "else",
    "enum",
    "extends",
    "false",
    "final",
    "finalize",
    "finally",
    "float",
    "for",
    "getClass",
    "goto",
    "hashCode",
    "if",
    "implements",
    "import",
    "instanceof",
    "int",
    "interface",
    "long",
    "native",
    "new",
    "notify",
    "notifyAll",
    "null",
    "package",
    "private",
    "protected",
    "public",
    "return",
    "short",
    "static",
    "strictfp",
    "super",
    "switch",
    "synchronized",
    "this",
    "throw",
    "throws",
    "toString",
    "transient",
    "true",
    "try",
    "void",
    "volatile",
    "wait",
    "while",
    "_",
];

/// A constructor takes 255 words of arguments, and a `long` is two.
const MAX_COMPONENTS: usize = 120;

/// Whether an object has to be a map: it has too many members for a record, or one without a
/// name, which Jackson takes for the default name.
fn is_map(record: &Record) -> bool {
    record.fields.len() > MAX_COMPONENTS || record.fields.iter().any(|f| f.name.is_empty())
}

pub(super) fn write(types: &Types, settings: &Settings) -> String {
    let target = Java {
        types,
        names: TypeNames::new(types, RESERVED, false),
    };
    let mut code = Code::new("    ");
    code.line(format!("package {};", settings.text(&PACKAGE).trim()));
    code.gap();
    for import in [
        "com.fasterxml.jackson.annotation.JsonInclude",
        "com.fasterxml.jackson.annotation.JsonProperty",
        "com.fasterxml.jackson.annotation.JsonValue",
        "com.fasterxml.jackson.core.type.TypeReference",
        "com.fasterxml.jackson.databind.JsonNode",
        "java.math.BigInteger",
        "java.util.List",
        "java.util.Map",
    ] {
        code.line(format!("import {import};"));
    }
    code.gap();
    let mut records = types
        .records_with_ids()
        .filter(|(_, record)| !is_map(record));
    let root_is_map = types.records().first().is_some_and(is_map);
    if target.names.root_is_record() && !root_is_map {
        if let Some((id, record)) = records.next() {
            target.record(&mut code, target.names.record(id), record, true);
        }
    } else {
        let root = target.names.root();
        code.open(format!("public final class {root} {{"));
        let ty = target.boxed(&types.root);
        code.line(format!(
            "public static final TypeReference<{ty}> TYPE = new TypeReference<>() {{}};"
        ));
        code.gap();
        code.line(format!("private {root}() {{}}"));
    }
    for (id, record) in records {
        code.gap();
        target.record(&mut code, target.names.record(id), record, false);
    }
    for (id, declared) in types.enums_with_ids() {
        code.gap();
        enumeration(&mut code, target.names.enumeration(id), declared);
    }
    code.close("}");
    unused_imports_removed(&code.finish())
}

/// Imports of what the code does not name would be warned of.
fn unused_imports_removed(text: &str) -> String {
    let body = text.rfind("import ").map_or(text, |at| &text[at..]);
    let body = body
        .split_once('\n')
        .map_or(body, |(_, body)| body)
        .to_owned();
    let named = |line: &str| {
        let class = line
            .trim_end_matches(';')
            .rsplit('.')
            .next()
            .unwrap_or_default();
        body.contains(class)
    };
    let lines = text
        .lines()
        .filter(|line| !line.starts_with("import ") || named(line));
    let mut out = lines.collect::<Vec<_>>().join("\n");
    out.push('\n');
    out.replace("\n\n\n", "\n\n")
}

struct Java<'a> {
    types: &'a Types,
    names: TypeNames,
}

impl Java<'_> {
    /// A record; the outermost is left open, for the others.
    fn record(&self, code: &mut Code, name: &str, record: &Record, outermost: bool) {
        let components = members(
            record.fields.iter().map(|f| f.name.as_str()),
            KEYWORDS,
            |name| Case::LowerCamel.apply(name, false),
        );
        code.open(format!("public record {name}("));
        let last = record.fields.len().saturating_sub(1);
        for (i, (field, component)) in record.fields.iter().zip(components).enumerate() {
            let include = if field.optional { "NON_NULL" } else { "ALWAYS" };
            let ty = match (field.optional, field.ty.nullable) {
                (true, true) => "JsonNode".to_owned(),
                (true, false) => self.boxed(&field.ty),
                (false, _) => self.ty(&field.ty),
            };
            let property = literal::json(&field.name);
            let comma = if i == last { "" } else { "," };
            code.line(format!(
                "@JsonProperty({property}) @JsonInclude(JsonInclude.Include.{include}) {ty} {component}{comma}"
            ));
        }
        code.dedent();
        code.open(") {");
        if !outermost {
            code.close("}");
        }
    }

    fn ty(&self, ty: &Type) -> String {
        match &ty.kind {
            Kind::Boolean if !ty.nullable => "boolean".to_owned(),
            Kind::Integer(range) if !ty.nullable && *range != IntegerRange::UInt64 => {
                "long".to_owned()
            }
            Kind::Number if !ty.nullable => "double".to_owned(),
            _ => self.boxed(ty),
        }
    }

    fn boxed(&self, ty: &Type) -> String {
        match &ty.kind {
            Kind::Any | Kind::Null | Kind::Union(_) => "JsonNode".to_owned(),
            Kind::Boolean => "Boolean".to_owned(),
            Kind::Integer(IntegerRange::UInt64) => "BigInteger".to_owned(),
            Kind::Integer(_) => "Long".to_owned(),
            Kind::Number => "Double".to_owned(),
            Kind::String(_) => "String".to_owned(),
            Kind::Enum(id) => self.names.enumeration(*id).to_owned(),
            Kind::Array(item) => format!("List<{}>", self.boxed(item)),
            Kind::Tuple(_) => "List<JsonNode>".to_owned(),
            Kind::Map(value) => format!("Map<String, {}>", self.boxed(value)),
            Kind::Record(id) if is_map(self.types.record(*id)) => {
                "Map<String, JsonNode>".to_owned()
            }
            Kind::Record(id) => self.names.record(*id).to_owned(),
        }
    }
}

fn enumeration(code: &mut Code, name: &str, declared: &Enum) {
    let constants = members(
        declared.values.iter().map(String::as_str),
        KEYWORDS,
        |value| {
            if value.is_empty() {
                "EMPTY".to_owned()
            } else {
                Case::Snake.apply(value, false).to_uppercase()
            }
        },
    );
    code.open(format!("public enum {name} {{"));
    let last = constants.len().saturating_sub(1);
    for (i, (constant, value)) in constants.iter().zip(&declared.values).enumerate() {
        let end = if i == last { ";" } else { "," };
        code.line(format!("{constant}({}){end}", literal::json(value)));
    }
    code.gap();
    code.line("@JsonValue public final String value;");
    code.gap();
    code.open(format!("{name}(String value) {{"));
    code.line("this.value = value;");
    code.close("}");
    code.close("}");
}
