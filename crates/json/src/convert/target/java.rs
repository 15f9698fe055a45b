//! Java 17: records, read and written with Jackson.
//!
//! One file: the other types stand within the root's. A union, a tuple, and a member that may be
//! missing as well as null are a `JsonNode`, which loses nothing.

use ichiban_schema::{
    Enum, Format, IntegerRange, Kind, Record, RecordId, Type, Types, Union, UnionId,
};
use ichiban_tool::{Choice, Setting, Settings};

use super::super::{
    code::Code,
    format_types::{FORMAT_TYPES, FormatType, FormatTypes},
    identifier::{Case, TypeNames, members},
    literal,
};
use super::{MERGED, Target};

const PACKAGE: Setting = Setting {
    name: "package",
    about: "The package's name",
    choice: Choice::Text("model"),
};

pub(super) const TARGET: Target = Target::code(
    "java",
    "Java (records)",
    "java",
    &[PACKAGE, FORMAT_TYPES, MERGED],
    write,
);

/// With the classes to import. Jackson reads those of `java.time` with its module
/// `jackson-datatype-jsr310`.
static FORMATS: &[FormatType] = &[
    FormatType::new(
        Format::DateTime,
        "OffsetDateTime",
        "java.time.OffsetDateTime",
    ),
    FormatType::new(Format::Date, "LocalDate", "java.time.LocalDate"),
    FormatType::new(Format::Time, "OffsetTime", "java.time.OffsetTime"),
    FormatType::new(Format::Uuid, "UUID", "java.util.UUID"),
    FormatType::new(Format::Uri, "URI", "java.net.URI"),
];

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
    "JsonSubTypes",
    "JsonTypeInfo",
    "JsonValue",
    "List",
    "LocalDate",
    "Long",
    "Map",
    "Math",
    "Module",
    "Number",
    "Object",
    "OffsetDateTime",
    "OffsetTime",
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
    "URI",
    "UUID",
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

fn write(types: &Types, settings: &Settings) -> String {
    let target = Java {
        types,
        names: TypeNames::new(types, RESERVED, false),
        formats: FormatTypes::new(settings, FORMATS),
    };
    let mut code = Code::new("    ");
    code.line(format!("package {};", settings.text(&PACKAGE).trim()));
    code.gap();
    let mut imports = vec![
        "com.fasterxml.jackson.annotation.JsonInclude",
        "com.fasterxml.jackson.annotation.JsonProperty",
        "com.fasterxml.jackson.annotation.JsonSubTypes",
        "com.fasterxml.jackson.annotation.JsonTypeInfo",
        "com.fasterxml.jackson.annotation.JsonValue",
        "com.fasterxml.jackson.core.type.TypeReference",
        "com.fasterxml.jackson.databind.JsonNode",
        "java.math.BigInteger",
        "java.util.List",
        "java.util.Map",
    ];
    let formats = target.formats.sources(types);
    imports.extend(&formats);
    imports.sort_unstable();
    for import in imports {
        code.line(format!("import {import};"));
    }
    code.gap();
    if formats.iter().any(|it| it.starts_with("java.time.")) {
        code.line("// Register Jackson's JavaTimeModule to read and write dates and times.");
    }
    let mut records = types
        .records_with_ids()
        .filter(|(_, record)| !is_map(record));
    let root_is_map = types.records().first().is_some_and(is_map);
    if target.names.root_is_record() && !root_is_map {
        if let Some((id, record)) = records.next() {
            target.record(&mut code, id, record, true);
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
        target.record(&mut code, id, record, false);
    }
    for (id, union) in types.unions_with_ids() {
        if let Some(tag) = target.tag(id) {
            code.gap();
            target.union(&mut code, target.names.union(id), tag, union);
        }
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
    formats: FormatTypes,
}

impl Java<'_> {
    /// The tag of a union whose members are all records here.
    fn tag(&self, id: UnionId) -> Option<&str> {
        let union = self.types.union(id);
        let is_record = |member: &Type| match member.kind {
            Kind::Record(id) => !is_map(self.types.record(id)),
            _ => false,
        };
        let tag = union.tag.as_deref()?;
        union.members.iter().all(is_record).then_some(tag)
    }

    /// An interface whose records a tag tells apart.
    fn union(&self, code: &mut Code, name: &str, tag: &str, union: &Union) {
        let tag = literal::json(tag);
        code.line(format!(
            "@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = {tag}, visible = true)"
        ));
        let records: Vec<(&str, String)> = union
            .members
            .iter()
            .filter_map(|member| match member.kind {
                Kind::Record(id) => {
                    let tag = self.types.record(id).tag.as_ref()?;
                    Some((self.names.record(id), literal::json(&tag.value)))
                }
                _ => None,
            })
            .collect();
        code.open("@JsonSubTypes({");
        let last = records.len().saturating_sub(1);
        for (i, (record, value)) in records.iter().enumerate() {
            let comma = if i == last { "" } else { "," };
            code.line(format!(
                "@JsonSubTypes.Type(value = {record}.class, name = {value}){comma}"
            ));
        }
        code.close("})");
        let records: Vec<&str> = records.into_iter().map(|(record, _)| record).collect();
        code.line(format!(
            "public sealed interface {name} permits {} {{}}",
            records.join(", ")
        ));
    }

    /// The union with a tag that a record is of.
    fn union_of(&self, id: RecordId) -> Option<UnionId> {
        let of = |member: &Type| member.kind == Kind::Record(id);
        self.types
            .unions_with_ids()
            .find(|(id, union)| self.tag(*id).is_some() && union.members.iter().any(of))
            .map(|(id, _)| id)
    }

    /// A record; the outermost is left open, for the others.
    fn record(&self, code: &mut Code, id: RecordId, record: &Record, outermost: bool) {
        // The tag is one of them, so that it is written wherever the record stands.
        let fields = &record.fields;
        let name = self.names.record(id);
        let components = members(fields.iter().map(|f| f.name.as_str()), KEYWORDS, |name| {
            Case::LowerCamel.apply(name, false)
        });
        code.open(format!("public record {name}("));
        let last = fields.len().saturating_sub(1);
        for (i, (field, component)) in fields.iter().zip(components).enumerate() {
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
        let parent = self.union_of(id).map_or_else(String::new, |id| {
            format!(" implements {}", self.names.union(id))
        });
        code.open(format!("){parent} {{"));
        if !outermost {
            code.close("}");
        }
    }

    fn ty(&self, ty: &Type) -> String {
        match &ty.kind {
            Kind::Boolean if !ty.nullable => "boolean".to_owned(),
            Kind::Integer(range)
                if !ty.nullable && !matches!(range, IntegerRange::UInt64 | IntegerRange::Big) =>
            {
                "long".to_owned()
            }
            Kind::Number if !ty.nullable => "double".to_owned(),
            _ => self.boxed(ty),
        }
    }

    fn boxed(&self, ty: &Type) -> String {
        match &ty.kind {
            Kind::Union(id) if self.tag(*id).is_some() => self.names.union(*id).to_owned(),
            Kind::Any | Kind::Null | Kind::Union(_) => "JsonNode".to_owned(),
            Kind::Boolean => "Boolean".to_owned(),
            Kind::Integer(IntegerRange::UInt64 | IntegerRange::Big) => "BigInteger".to_owned(),
            Kind::Integer(_) => "Long".to_owned(),
            Kind::Number => "Double".to_owned(),
            Kind::String(format) => self.formats.or(*format, "String"),
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
