//! Python with pydantic v2: models, an alias where a name in the data is no attribute.
//!
//! A field that may be missing has the default `None`; `model_dump(by_alias=True,
//! exclude_unset=True)` writes what was read.

use ichiban_schema::{Field, Format, Kind, Record, Types, Union};
use ichiban_tool::{Choice, Setting, Settings};

use super::super::{
    code::Code,
    format_types::{FORMAT_TYPES, FormatType, FormatTypes},
    identifier::members,
};
use super::python::{Annotations, KEYWORDS, attribute, quote};
use super::{MERGED, Target};

const EXTRA: Setting = Setting {
    name: "extra",
    about: "What is done with keys that the samples do not have",
    choice: Choice::OneOf(&["ignore", "forbid", "allow"]),
};

pub(super) const TARGET: Target = Target::code(
    "pydantic",
    "Python (pydantic)",
    "py",
    &[EXTRA, FORMAT_TYPES, MERGED],
    write,
);

/// With the modules they are from.
static FORMATS: &[FormatType] = &[
    FormatType::new(Format::DateTime, "AwareDatetime", PYDANTIC),
    FormatType::new(Format::Date, "date", "datetime"),
    FormatType::new(Format::Time, "time", "datetime"),
    FormatType::new(Format::Uuid, "UUID", "uuid"),
    FormatType::new(Format::Uri, "AnyUrl", PYDANTIC),
    FormatType::new(Format::Ipv4, "IPv4Address", "ipaddress"),
];
const PYDANTIC: &str = "pydantic";

/// Attributes of `BaseModel`: a field must not hide them.
const TAKEN: &[&str] = &[
    "construct",
    "copy",
    "dict",
    "fields",
    "from_orm",
    "json",
    "model_computed_fields",
    "model_config",
    "model_construct",
    "model_copy",
    "model_dump",
    "model_dump_json",
    "model_extra",
    "model_fields",
    "model_fields_set",
    "model_json_schema",
    "model_parametrized_name",
    "model_post_init",
    "model_rebuild",
    "model_validate",
    "model_validate_json",
    "model_validate_strings",
    "mro",
    "parse_file",
    "parse_obj",
    "parse_raw",
    "register",
    "schema",
    "schema_json",
    "update_forward_refs",
    "validate",
];

fn write(types: &Types, settings: &Settings) -> String {
    let target = Annotations::new(types, FormatTypes::new(settings, FORMATS));
    let reserved: Vec<&str> = KEYWORDS.iter().chain(TAKEN).copied().collect();
    let extra = settings.text(&EXTRA);
    let mut body = Code::new("    ");
    target.enums(&mut body);
    let mut aliased = false;
    for (id, record) in types.records_with_ids() {
        body.line("");
        body.line("");
        body.open(format!("class {}(BaseModel):", target.names.record(id)));
        aliased |= model(&mut body, &target, record, &reserved, extra);
        body.dedent();
    }
    let mut discriminated = false;
    for (id, union) in types.unions_with_ids() {
        let Some(tag) = &union.tag else { continue };
        body.line("");
        body.line("");
        let members = target.list(&union.members, " | ");
        let name = target.names.union(id);
        match discriminator(types, union, tag, &reserved) {
            Some(attribute) => {
                discriminated = true;
                body.line(format!(
                    "{name} = Annotated[{members}, Field(discriminator={})]",
                    quote(&attribute)
                ));
            }
            None => body.line(format!("{name} = {members}")),
        }
    }
    if !target.names.root_is_record() {
        body.line("");
        body.line("");
        body.open(format!("class {}(RootModel):", target.names.root()));
        body.line(format!("root: {}", target.ty(&types.root)));
        body.dedent();
    }
    let formats = target.formats.in_use(types);
    let from = |module: &str| -> Vec<&str> {
        let of_module = formats.iter().filter(|it| it.1 == module);
        of_module.map(|it| it.0).collect()
    };
    let mut imports = from(PYDANTIC);
    if !types.records().is_empty() {
        imports.push("BaseModel");
    }
    if aliased || (extra != "ignore" && !types.records().is_empty()) {
        imports.push("ConfigDict");
    }
    if aliased || discriminated {
        imports.push("Field");
    }
    if !target.names.root_is_record() {
        imports.push("RootModel");
    }
    let mut code = Code::new("    ");
    code.line("from __future__ import annotations");
    code.line("");
    let standard = ["datetime", "ipaddress", "uuid"].map(|it| (it, from(it)));
    for (module, names) in standard.iter().filter(|it| !it.1.is_empty()) {
        code.line(format!("from {module} import {}", names.join(", ")));
    }
    target.typing(&mut code, discriminated);
    imports.sort_unstable();
    code.line(format!("from pydantic import {}", imports.join(", ")));
    let mut text = code.finish();
    let body = body.finish();
    // The first class stands two lines below the imports, like the others.
    text.push_str(if body.starts_with('\n') { "" } else { "\n" });
    text.push_str(&body);
    text
}

/// The attribute that tells the members of a union apart, if it has one name in all of them.
fn discriminator(types: &Types, union: &Union, tag: &str, reserved: &[&str]) -> Option<String> {
    let mut attributes = union.members.iter().map(|member| {
        let Kind::Record(id) = member.kind else {
            return None;
        };
        let fields = &types.record(id).fields;
        let names = attributes(fields, reserved);
        let place = fields.iter().position(|field| field.name == tag)?;
        names.into_iter().nth(place)
    });
    let first = attributes.next()??;
    attributes
        .all(|attribute| attribute.as_ref() == Some(&first))
        .then_some(first)
}

/// The attributes of a model's fields.
fn attributes(fields: &[Field], reserved: &[&str]) -> Vec<String> {
    members(
        fields.iter().map(|field| field.name.as_str()),
        reserved,
        attribute,
    )
}

/// The fields; whether any has an alias.
fn model(
    code: &mut Code,
    target: &Annotations<'_>,
    record: &Record,
    reserved: &[&str],
    extra: &str,
) -> bool {
    let names = attributes(&record.fields, reserved);
    let aliased = record
        .fields
        .iter()
        .zip(&names)
        .any(|(field, name)| field.name != *name);
    let mut config = Vec::new();
    if aliased {
        config.push("populate_by_name=True".to_owned());
    }
    if extra != "ignore" {
        config.push(format!("extra={}", quote(extra)));
    }
    if !config.is_empty() {
        code.line(format!("model_config = ConfigDict({})", config.join(", ")));
        code.line("");
    }
    for (field, name) in record.fields.iter().zip(&names) {
        let mut ty = match &record.tag {
            Some(tag) if tag.field == field.name => format!("Literal[{}]", quote(&tag.value)),
            _ => target.ty(&field.ty),
        };
        if field.optional && !ty.ends_with("None") && ty != "Any" {
            ty.push_str(" | None");
        }
        let value = match (field.name == *name, field.optional) {
            (true, false) => String::new(),
            (true, true) => " = None".to_owned(),
            (false, false) => format!(" = Field(alias={})", quote(&field.name)),
            (false, true) => format!(" = Field(default=None, alias={})", quote(&field.name)),
        };
        code.line(format!("{name}: {ty}{value}"));
    }
    aliased
}
