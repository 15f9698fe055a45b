//! Rust with serde: structs, enums of texts, untagged enums for unions.
//!
//! What is read and written again is the same: a field that was null and one that was missing
//! are told apart where the samples have both.

use ichiban_schema::{Field, Format, IntegerRange, Kind, Type, Types, Union};
use ichiban_tool::{Choice, Setting, Settings};

use super::super::{
    code::Code,
    format_types::{FORMAT_TYPES, FormatType, FormatTypes},
    identifier::{Case, TypeNames, members},
    literal::{self, Escape},
};
use super::{MERGED, Target};

const DERIVE: Setting = Setting {
    name: "derive",
    about: "Traits to derive besides Serialize and Deserialize",
    choice: Choice::Text("Debug, Clone, PartialEq"),
};
const MAP: Setting = Setting {
    name: "map",
    about: "The type of maps",
    choice: Choice::OneOf(&["HashMap", "BTreeMap"]),
};

pub(super) const TARGET: Target = Target::code(
    "rust",
    "Rust (serde)",
    "rs",
    &[DERIVE, MAP, FORMAT_TYPES, MERGED],
    write,
);

/// With the crates they are from.
static FORMATS: &[FormatType] = &[
    FormatType::new(
        Format::DateTime,
        "chrono::DateTime<chrono::FixedOffset>",
        "chrono",
    ),
    FormatType::new(Format::Date, "chrono::NaiveDate", "chrono"),
    FormatType::new(Format::Uuid, "uuid::Uuid", "uuid"),
    FormatType::new(Format::Uri, "url::Url", "url"),
    FormatType::new(Format::Ipv4, "std::net::Ipv4Addr", ""),
];

const RESERVED: &[&str] = &[
    "BTreeMap",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Deserialize",
    "Deserializer",
    "Drop",
    "Err",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "HashMap",
    "Into",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "PartialEq",
    "Result",
    "Self",
    "Send",
    "Serialize",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToString",
    "Value",
    "Vec",
];

/// Keywords of all editions, reserved ones included.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];
/// Keywords that cannot be written `r#…`.
const NEVER_RAW: &[&str] = &["crate", "self", "super", "Self", "_"];

fn write(types: &Types, settings: &Settings) -> String {
    let target = Rust {
        types,
        names: TypeNames::new(types, RESERVED, false),
        derive: settings.text(&DERIVE).trim(),
        map: settings.text(&MAP),
        formats: FormatTypes::new(settings, FORMATS),
    };
    let mut code = Code::new("    ");
    let crates = target.formats.sources(types);
    if !crates.is_empty() {
        code.line(format!(
            "// Needs {} with the feature `serde`.",
            crates.join(", ")
        ));
        code.gap();
    }
    let mut body = Code::new("    ");
    target.records(&mut body);
    target.enums(&mut body);
    target.unions(&mut body);
    let mut aliases = Code::new("    ");
    if !target.names.root_is_record() {
        aliases.line(format!(
            "pub type {} = {};",
            target.names.root(),
            target.ty(&types.root)
        ));
    } else if types.root.nullable {
        aliases.line(format!(
            "// The root may be null: Option<{}>.",
            target.names.root()
        ));
    }
    let (aliases, body) = (aliases.finish(), body.finish());
    if types.mention(|kind| matches!(kind, Kind::Map(_))) {
        code.line(format!("use std::collections::{};", target.map));
        code.gap();
    }
    let tells_null = body.contains(PRESENT);
    match (body.trim().is_empty(), tells_null) {
        (true, _) => {}
        (false, true) => code.line("use serde::{Deserialize, Deserializer, Serialize};"),
        (false, false) => code.line("use serde::{Deserialize, Serialize};"),
    }
    if types.mention(|kind| matches!(kind, Kind::Any | Kind::Null)) {
        code.line("use serde_json::Value;");
    }
    let mut text = code.finish();
    for part in [&aliases, &body] {
        if !part.trim().is_empty() {
            if !text.trim().is_empty() {
                text.push('\n');
            }
            text.push_str(part);
        }
    }
    if tells_null {
        text.push_str(TELL_NULL);
    }
    text.trim_start().to_owned()
}

const PRESENT: &str = "deserialize_with = \"present\"";

const TELL_NULL: &str = r"
/// Tells a field that is null, `Some(None)`, from one that is missing, `None`.
fn present<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Some)
}
";

struct Rust<'a> {
    types: &'a Types,
    names: TypeNames,
    derive: &'a str,
    map: &'a str,
    formats: FormatTypes,
}

impl Rust<'_> {
    fn derives(&self, code: &mut Code) {
        let more = if self.derive.is_empty() { "" } else { ", " };
        code.line(format!(
            "#[derive({}{more}Serialize, Deserialize)]",
            self.derive
        ));
    }

    fn records(&self, code: &mut Code) {
        let recursive = self.types.recursive_fields();
        for ((id, record), recursive) in self.types.records_with_ids().zip(&recursive) {
            code.gap();
            self.derives(code);
            // The tag is the union's to read and write.
            let tag = record.tag.as_ref().map(|tag| tag.field.as_str());
            let fields: Vec<(&Field, bool)> = record
                .fields
                .iter()
                .zip(recursive.iter().copied())
                .filter(|(field, _)| Some(field.name.as_str()) != tag)
                .collect();
            let names = members(
                fields.iter().map(|(field, _)| field.name.as_str()),
                NEVER_RAW,
                |name| Case::Snake.apply(name, false),
            );
            let rule = RenameAll::of(&fields, &names);
            if let Some(rule) = &rule {
                code.line(format!("#[serde(rename_all = \"{}\")]", rule.name));
            }
            code.open(format!("pub struct {} {{", self.names.record(id)));
            for ((field, recursive), name) in fields.into_iter().zip(names) {
                let serde = rule
                    .as_ref()
                    .map_or_else(|| name.clone(), |rule| (rule.apply)(&name));
                self.field(code, field, &name, &serde, recursive);
            }
            code.close("}");
        }
    }

    /// `serde` is the name that serde gives the field of itself.
    fn field(&self, code: &mut Code, field: &Field, name: &str, serde: &str, recursive: bool) {
        let mut attributes = Vec::new();
        if serde != field.name {
            attributes.push(format!(
                "rename = {}",
                literal::quote(&field.name, Escape::Braces, "")
            ));
        }
        let Type { kind, nullable } = &field.ty;
        let mut ty = self.kind(kind);
        if recursive {
            ty = format!("Box<{ty}>");
        }
        if field.optional {
            attributes.push("default".to_owned());
            if *nullable {
                ty = format!("Option<{ty}>");
                attributes.push(PRESENT.to_owned());
            }
            attributes.push("skip_serializing_if = \"Option::is_none\"".to_owned());
        }
        if field.optional || *nullable {
            ty = format!("Option<{ty}>");
        }
        if !attributes.is_empty() {
            let line = format!("#[serde({})]", attributes.join(", "));
            if line.len() <= 92 {
                code.line(line);
            } else {
                code.open("#[serde(");
                for (i, attribute) in attributes.iter().enumerate() {
                    let comma = if i + 1 == attributes.len() { "" } else { "," };
                    code.line(format!("{attribute}{comma}"));
                }
                code.close(")]");
            }
        }
        code.line(format!("pub {}: {ty},", identifier(name)));
    }

    fn enums(&self, code: &mut Code) {
        for (id, declared) in self.types.enums_with_ids() {
            code.gap();
            let derive = [
                "Debug",
                "Clone",
                "Copy",
                "PartialEq",
                "Eq",
                "PartialOrd",
                "Ord",
                "Hash",
            ];
            code.line(format!(
                "#[derive({}, Serialize, Deserialize)]",
                derive.join(", ")
            ));
            code.open(format!("pub enum {} {{", self.names.enumeration(id)));
            for (value, name) in declared.values.iter().zip(variants(&declared.values)) {
                if *value != name {
                    let original = literal::quote(value, Escape::Braces, "");
                    code.line(format!("#[serde(rename = {original})]"));
                }
                code.line(format!("{name},"));
            }
            code.close("}");
        }
    }

    fn unions(&self, code: &mut Code) {
        for (id, declared) in self.types.unions_with_ids() {
            code.gap();
            self.derives(code);
            if let Some(tag) = &declared.tag {
                let tag = literal::quote(tag, Escape::Braces, "");
                code.line(format!("#[serde(tag = {tag})]"));
                code.open(format!("pub enum {} {{", self.names.union(id)));
                self.variants(code, declared);
                code.close("}");
                continue;
            }
            code.line("#[serde(untagged)]");
            code.open(format!("pub enum {} {{", self.names.union(id)));
            for member in &declared.members {
                let name = match &member.kind {
                    Kind::Boolean => "Boolean",
                    Kind::Integer(_) => "Integer",
                    Kind::Number => "Number",
                    Kind::String(_) | Kind::Enum(_) => "String",
                    Kind::Array(_) | Kind::Tuple(_) => "Array",
                    _ => "Object",
                };
                // A record may hold this very union.
                let boxed = matches!(member.kind, Kind::Record(_));
                let ty = self.ty(member);
                let ty = if boxed { format!("Box<{ty}>") } else { ty };
                code.line(format!("{name}({ty}),"));
            }
            code.close("}");
        }
    }

    /// A variant for each record of a union with a tag.
    fn variants(&self, code: &mut Code, declared: &Union) {
        let records: Vec<(String, &str)> = declared
            .members
            .iter()
            .filter_map(|member| match member.kind {
                Kind::Record(id) => {
                    let tag = self.types.record(id).tag.as_ref()?;
                    Some((tag.value.clone(), self.names.record(id)))
                }
                _ => None,
            })
            .collect();
        let values: Vec<String> = records.iter().map(|(value, _)| value.clone()).collect();
        for ((value, record), name) in records.iter().zip(variants(&values)) {
            if *value != name {
                let original = literal::quote(value, Escape::Braces, "");
                code.line(format!("#[serde(rename = {original})]"));
            }
            code.line(format!("{name}(Box<{record}>),"));
        }
    }

    fn ty(&self, ty: &Type) -> String {
        let plain = self.kind(&ty.kind);
        if ty.nullable {
            format!("Option<{plain}>")
        } else {
            plain
        }
    }

    fn kind(&self, kind: &Kind) -> String {
        match kind {
            Kind::Any | Kind::Null => "Value".to_owned(),
            Kind::Boolean => "bool".to_owned(),
            Kind::Integer(IntegerRange::UInt64) => "u64".to_owned(),
            Kind::Integer(IntegerRange::Big) | Kind::Number => "f64".to_owned(),
            Kind::Integer(_) => "i64".to_owned(),
            Kind::String(format) => self.formats.or(*format, "String"),
            Kind::Enum(id) => self.names.enumeration(*id).to_owned(),
            Kind::Array(item) => format!("Vec<{}>", self.ty(item)),
            Kind::Tuple(items) => {
                let items: Vec<String> = items.iter().map(|item| self.ty(item)).collect();
                format!("({})", items.join(", "))
            }
            Kind::Map(value) => format!("{}<String, {}>", self.map, self.ty(value)),
            Kind::Record(id) => self.names.record(*id).to_owned(),
            Kind::Union(id) => self.names.union(*id).to_owned(),
        }
    }
}

/// A rule of serde's that renames all fields of a struct.
struct RenameAll {
    name: &'static str,
    apply: fn(&str) -> String,
}

impl RenameAll {
    /// The rule that gives back more of the originals than leaving the fields as they are would,
    /// by two at the least.
    fn of(originals: &[(&Field, bool)], fields: &[String]) -> Option<Self> {
        if !fields.iter().all(|field| field.is_ascii()) {
            return None;
        }
        let right = |apply: &dyn Fn(&str) -> String| {
            fields
                .iter()
                .zip(originals)
                .filter(|(field, (original, _))| apply(field) == original.name)
                .count()
        };
        let plain = right(&str::to_owned);
        [
            Self {
                name: "camelCase",
                apply: |field| camel(field, false),
            },
            Self {
                name: "PascalCase",
                apply: |field| camel(field, true),
            },
            Self {
                name: "kebab-case",
                apply: |field| field.replace('_', "-"),
            },
            Self {
                name: "SCREAMING_SNAKE_CASE",
                apply: str::to_ascii_uppercase,
            },
        ]
        .into_iter()
        .map(|rule| (right(&rule.apply), rule))
        .filter(|(count, _)| *count >= plain + 2)
        .max_by_key(|(count, _)| *count)
        .map(|(_, rule)| rule)
    }
}

/// As serde's derive turns `snake_case` into camel case.
fn camel(field: &str, mut upper: bool) -> String {
    let mut out = String::with_capacity(field.len());
    for c in field.chars() {
        if c == '_' {
            upper = !out.is_empty() || upper;
        } else if upper {
            out.push(c.to_ascii_uppercase());
            upper = false;
        } else {
            out.push(c);
        }
    }
    out
}

fn variants(values: &[String]) -> Vec<String> {
    members(values.iter().map(String::as_str), &["Self"], |value| {
        if value.is_empty() {
            return "Empty".to_owned();
        }
        Case::UpperCamel.apply(value, false)
    })
}

fn identifier(name: &str) -> String {
    if KEYWORDS.contains(&name) {
        format!("r#{name}")
    } else {
        name.to_owned()
    }
}
