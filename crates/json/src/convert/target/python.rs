//! What Python's two targets share: names and annotations.

use heck::ToSnakeCase;
use ichiban_schema::{Kind, Type, Types, words};

use super::super::{
    code::Code,
    format_types::FormatTypes,
    identifier::TypeNames,
    literal::{self, Escape},
};

/// Keywords, soft ones included, and the names that annotations are made of: a field of such a
/// name would hide them from the fields below it.
pub(super) const KEYWORDS: &[&str] = &[
    "and", "as", "assert", "async", "await", "break", "case", "class", "continue", "def", "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is",
    "lambda", "match", "nonlocal", "not", "or", "pass", "raise", "return", "try", "type", "while",
    "with", "yield", "bool", "dict", "float", "int", "list", "str", "tuple", "date", "datetime",
    "time", "self", "cls", "field",
];

/// Type names taken by the language or by what the targets import.
pub(super) const RESERVED: &[&str] = &[
    "Annotated",
    "Any",
    "AwareDatetime",
    "IPv4Address",
    "BaseModel",
    "ConfigDict",
    "Field",
    "False",
    "Literal",
    "None",
    "RootModel",
    "True",
    "UUID",
    "AnyUrl",
    "Exception",
    "ValueError",
    "TypeError",
    "KeyError",
    "AttributeError",
];

/// `snake_case`, never a keyword, never with an underscore first, which would make it private.
pub(super) fn attribute(name: &str) -> String {
    let snake = words(name, false).to_snake_case();
    if snake.is_empty() || snake.starts_with(|c: char| c.is_ascii_digit()) {
        format!("field_{snake}").trim_end_matches('_').to_owned()
    } else {
        snake
    }
}

pub(super) fn quote(text: &str) -> String {
    literal::quote(text, Escape::LongU, "")
}

/// Annotations of types.
pub(super) struct Annotations<'a> {
    pub(super) types: &'a Types,
    pub(super) names: TypeNames,
    /// The types for strings of a format.
    pub(super) formats: FormatTypes,
}

impl<'a> Annotations<'a> {
    pub(super) fn new(types: &'a Types, formats: FormatTypes) -> Self {
        Self {
            types,
            names: TypeNames::new(types, RESERVED, false),
            formats,
        }
    }

    pub(super) fn ty(&self, ty: &Type) -> String {
        let plain = self.kind(&ty.kind);
        if ty.nullable && !matches!(ty.kind, Kind::Any | Kind::Null) {
            format!("{plain} | None")
        } else {
            plain
        }
    }

    fn kind(&self, kind: &Kind) -> String {
        match kind {
            Kind::Any => "Any".to_owned(),
            Kind::Null => "None".to_owned(),
            Kind::Boolean => "bool".to_owned(),
            Kind::Integer(_) => "int".to_owned(),
            Kind::Number => "float".to_owned(),
            Kind::String(format) => self.formats.or(*format, "str"),
            Kind::Enum(id) => self.names.enumeration(*id).to_owned(),
            Kind::Array(item) => format!("list[{}]", self.ty(item)),
            Kind::Tuple(items) => format!("tuple[{}]", self.list(items, ", ")),
            Kind::Map(value) => format!("dict[str, {}]", self.ty(value)),
            Kind::Record(id) => self.names.record(*id).to_owned(),
            Kind::Union(id) => match &self.types.union(*id).tag {
                Some(_) => self.names.union(*id).to_owned(),
                None => self.list(&self.types.union(*id).members, " | "),
            },
        }
    }

    pub(super) fn list(&self, types: &[Type], between: &str) -> String {
        types
            .iter()
            .map(|ty| self.ty(ty))
            .collect::<Vec<_>>()
            .join(between)
    }

    /// `Name = Literal[…]` for each enum.
    pub(super) fn enums(&self, code: &mut Code) {
        for (id, declared) in self.types.enums_with_ids() {
            let values: Vec<String> = declared.values.iter().map(|value| quote(value)).collect();
            code.gap();
            code.line(format!(
                "{} = Literal[{}]",
                self.names.enumeration(id),
                values.join(", ")
            ));
        }
    }

    /// What has to be imported from `typing`, besides `Annotated` if that is used.
    pub(super) fn typing(&self, code: &mut Code, annotated: bool) {
        let mut names = Vec::new();
        if annotated {
            names.push("Annotated");
        }
        if self.types.mention(|kind| matches!(kind, Kind::Any)) {
            names.push("Any");
        }
        let tagged = self.types.unions().iter().any(|union| union.tag.is_some());
        if tagged || !self.types.enums().is_empty() {
            names.push("Literal");
        }
        if !names.is_empty() {
            code.line(format!("from typing import {}", names.join(", ")));
            code.line("");
        }
    }
}
