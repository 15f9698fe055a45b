//! Go: structs with `encoding/json` tags, laid out as `gofmt` lays them out.
//!
//! What is read and written again is the same. What Go has no type for gets one: a union is a
//! struct of pointers, one of which is set; a field that may be missing as well as null is a
//! `Nullable`; a struct with names that no tag can hold has its own methods.

use std::cell::RefCell;
use std::collections::BTreeSet;

use ichiban_schema::{Format, IntegerRange, Kind, Record, Type, Types, Union, words};
use ichiban_tool::{Choice, Setting, Settings};

use super::super::{
    code::Code,
    format_types::{FORMAT_TYPES, FormatType, FormatTypes},
    identifier::{Scope, TypeNames, members},
    literal::{self, Escape},
};
use super::Target;
use heck::ToSnakeCase;

const PACKAGE: Setting = Setting {
    name: "package",
    about: "The package's name",
    choice: Choice::Text("model"),
};

pub(super) const TARGET: Target = Target::code("go", "Go", "go", &[PACKAGE, FORMAT_TYPES], write);

/// With the packages they are from.
static FORMATS: &[FormatType] = &[
    FormatType::new(Format::DateTime, "time.Time", "time"),
    FormatType::new(Format::Ipv4, "netip.Addr", "net/netip"),
];

const RESERVED: &[&str] = &["Nullable"];

/// Words that Go writes in capitals.
const INITIALISMS: &[&str] = &[
    "acl", "api", "ascii", "cpu", "css", "dns", "eof", "guid", "html", "http", "https", "id", "ip",
    "json", "qps", "ram", "rpc", "sla", "smtp", "sql", "ssh", "tcp", "tls", "ttl", "udp", "ui",
    "uid", "uri", "url", "utf8", "uuid", "vm", "xml", "xmpp", "xsrf", "xss",
];

fn write(types: &Types, settings: &Settings) -> String {
    let mut target = Go {
        names: TypeNames::new(types, RESERVED, false),
        formats: FormatTypes::new(settings, FORMATS),
        imports: RefCell::default(),
        nullable: false,
        methods: false,
    };
    let mut body = Code::new("\t");
    if !target.names.root_is_record() {
        body.line(format!(
            "type {} {}",
            target.names.root(),
            target.ty(&types.root)
        ));
    }
    for (id, record) in types.records_with_ids() {
        let name = target.names.record(id).to_owned();
        target.record(&mut body, &name, record);
    }
    for (id, declared) in types.enums_with_ids() {
        let name = target.names.enumeration(id);
        body.gap();
        body.line(format!("type {name} string"));
        body.gap();
        body.open("const (");
        let constants: Vec<String> = constants(name, &declared.values);
        let width = constants
            .iter()
            .map(|c| c.chars().count())
            .max()
            .unwrap_or_default();
        for (constant, value) in constants.iter().zip(&declared.values) {
            let value = literal::quote(value, Escape::LongU, "");
            body.line(format!("{} {name} = {value}", pad(constant, width)));
        }
        body.close(")");
    }
    for (id, declared) in types.unions_with_ids() {
        let name = target.names.union(id).to_owned();
        target.union(&mut body, &name, declared);
    }
    let mut text = format!("package {}\n\n", settings.text(&PACKAGE).trim());
    let unions = !types.unions().is_empty();
    let mut imports: Vec<_> = target.imports.into_inner().into_iter().collect();
    if unions || target.methods || target.nullable {
        imports.push("encoding/json");
    }
    if unions {
        imports.push("fmt");
    }
    imports.sort_unstable();
    let imports = match imports.as_slice() {
        [] => String::new(),
        [one] => format!("import \"{one}\"\n\n"),
        several => format!("import (\n\t\"{}\"\n)\n\n", several.join("\"\n\t\"")),
    };
    text.push_str(&imports);
    text.push_str(&body.finish());
    if target.nullable {
        text.push_str(NULLABLE);
    }
    text
}

/// A map can be left out when empty, which a struct cannot before Go 1.24.
const NULLABLE: &str = r"
// Nullable is a field that may be missing (nil), null (Null), or have a value (Of).
type Nullable[T any] map[bool]T

// Of makes a Nullable with a value.
func Of[T any](value T) Nullable[T] {
	return Nullable[T]{true: value}
}

// Null makes a Nullable that is null.
func Null[T any]() Nullable[T] {
	var none T
	return Nullable[T]{false: none}
}

// Get returns the value, and whether there is one.
func (n Nullable[T]) Get() (T, bool) {
	value, ok := n[true]
	return value, ok
}

func (n Nullable[T]) MarshalJSON() ([]byte, error) {
	if value, ok := n[true]; ok {
		return json.Marshal(value)
	}
	return []byte(`null`), nil
}

func (n *Nullable[T]) UnmarshalJSON(data []byte) error {
	var value T
	if string(data) == `null` {
		*n = Nullable[T]{false: value}
		return nil
	}
	if err := json.Unmarshal(data, &value); err != nil {
		return err
	}
	*n = Nullable[T]{true: value}
	return nil
}
";

struct Go {
    names: TypeNames,
    formats: FormatTypes,
    /// What the types that were written are from: Go refuses an import that is not used.
    imports: RefCell<BTreeSet<&'static str>>,
    /// Whether `Nullable` is used.
    nullable: bool,
    /// Whether a record has methods of its own.
    methods: bool,
}

impl Go {
    fn record(&mut self, code: &mut Code, name: &str, record: &Record) {
        let names = record.fields.iter().map(|field| field.name.as_str());
        let fields = members(names, &["UnmarshalJSON", "MarshalJSON"], exported);
        let tagged = record.fields.iter().all(|field| fits_tag(&field.name));
        let types: Vec<String> = record
            .fields
            .iter()
            .map(|field| self.field(&field.ty, field.optional))
            .collect();
        code.gap();
        code.open(format!("type {name} struct {{"));
        let width = fields
            .iter()
            .map(|f| f.chars().count())
            .max()
            .unwrap_or_default();
        let types_width = types
            .iter()
            .map(|t| t.chars().count())
            .max()
            .unwrap_or_default();
        for ((field, go), ty) in record.fields.iter().zip(&fields).zip(&types) {
            if !tagged {
                code.line(format!("{} {ty}", pad(go, width)));
                continue;
            }
            // A bare `-` would leave the field out.
            let comma = if field.name == "-" { "," } else { "" };
            let omit = if field.optional { ",omitempty" } else { comma };
            let tag = format!("`json:\"{}{omit}\"`", field.name);
            code.line(format!("{} {} {tag}", pad(go, width), pad(ty, types_width)));
        }
        code.close("}");
        if !tagged {
            self.methods = true;
            methods(code, name, record, &fields);
        }
    }

    /// The type of a field. A pointer that is nil stands for what is missing or null; slices and
    /// maps can be nil themselves, but an empty one is not a missing one.
    fn field(&mut self, ty: &Type, optional: bool) -> String {
        if optional && ty.nullable {
            self.nullable = true;
            return format!("Nullable[{}]", self.kind(&ty.kind));
        }
        if optional && ty.kind != Kind::Any {
            return format!("*{}", self.kind(&ty.kind));
        }
        self.ty(ty)
    }

    fn ty(&self, ty: &Type) -> String {
        let plain = self.kind(&ty.kind);
        let can_be_nil = matches!(
            ty.kind,
            Kind::Any | Kind::Null | Kind::Array(_) | Kind::Map(_)
        );
        if ty.nullable && !can_be_nil {
            format!("*{plain}")
        } else {
            plain
        }
    }

    fn kind(&self, kind: &Kind) -> String {
        match kind {
            // Go has no tuples.
            Kind::Any | Kind::Null => "any".to_owned(),
            Kind::Boolean => "bool".to_owned(),
            Kind::Integer(IntegerRange::UInt64) => "uint64".to_owned(),
            Kind::Integer(IntegerRange::Big) | Kind::Number => "float64".to_owned(),
            Kind::Integer(_) => "int64".to_owned(),
            Kind::String(format) => self.string(*format),
            Kind::Enum(id) => self.names.enumeration(*id).to_owned(),
            Kind::Array(item) => format!("[]{}", self.ty(item)),
            Kind::Tuple(_) => "[]any".to_owned(),
            Kind::Map(value) => format!("map[string]{}", self.ty(value)),
            Kind::Record(id) => self.names.record(*id).to_owned(),
            Kind::Union(id) => self.names.union(*id).to_owned(),
        }
    }

    fn string(&self, format: Option<Format>) -> String {
        match self.formats.find(format) {
            Some((name, from)) => {
                self.imports.borrow_mut().insert(from);
                name.to_owned()
            }
            None => "string".to_owned(),
        }
    }

    fn union(&self, code: &mut Code, name: &str, declared: &Union) {
        let of: Vec<(&str, String, &str)> = declared
            .members
            .iter()
            .map(|member| {
                let (field, first) = match &member.kind {
                    Kind::Boolean => ("Boolean", "case 't', 'f':"),
                    Kind::Integer(_) | Kind::Number => ("Number", "default:"),
                    Kind::String(_) | Kind::Enum(_) => ("String", "case '\"':"),
                    Kind::Array(_) | Kind::Tuple(_) => ("Array", "case '[':"),
                    _ => ("Object", "case '{':"),
                };
                (field, self.kind(&member.kind), first)
            })
            .collect();
        let width = of
            .iter()
            .map(|(field, ..)| field.len())
            .max()
            .unwrap_or_default();
        code.gap();
        code.line(format!(
            "// {name} is one of its fields; the others are nil."
        ));
        code.open(format!("type {name} struct {{"));
        for (field, ty, _) in &of {
            code.line(format!("{} *{ty}", pad(field, width)));
        }
        code.close("}");

        code.gap();
        code.open(format!(
            "func (u *{name}) UnmarshalJSON(data []byte) error {{"
        ));
        code.line(format!("*u = {name}{{}}"));
        code.line("switch data[0] {");
        let mut has_default = false;
        for (field, ty, first) in &of {
            has_default |= first.starts_with("default");
            code.open(*first);
            code.line(format!("u.{field} = new({ty})"));
            code.line(format!("return json.Unmarshal(data, u.{field})"));
            code.dedent();
        }
        code.line("}");
        if !has_default {
            code.line(format!(
                "return fmt.Errorf(\"{name} cannot be %.40s\", data)"
            ));
        }
        code.close("}");

        code.gap();
        code.open(format!("func (u {name}) MarshalJSON() ([]byte, error) {{"));
        code.line("switch {");
        for (field, ..) in &of {
            code.open(format!("case u.{field} != nil:"));
            code.line(format!("return json.Marshal(u.{field})"));
            code.dedent();
        }
        code.line("}");
        code.line(format!("return nil, fmt.Errorf(\"{name} has no value\")"));
        code.close("}");
    }
}

/// Reading and writing by hand, for names that cannot stand in a tag.
fn methods(code: &mut Code, name: &str, record: &Record, fields: &[String]) {
    let all = || record.fields.iter().zip(fields);
    code.gap();
    code.open(format!(
        "func (r *{name}) UnmarshalJSON(data []byte) error {{"
    ));
    code.line("var members map[string]json.RawMessage");
    code.open("if err := json.Unmarshal(data, &members); err != nil {");
    code.line("return err");
    code.close("}");
    code.open("for name, value := range members {");
    code.line("var err error");
    code.line("switch name {");
    for (field, go) in all() {
        code.open(format!(
            "case {}:",
            literal::quote(&field.name, Escape::LongU, "")
        ));
        code.line(format!("err = json.Unmarshal(value, &r.{go})"));
        code.dedent();
    }
    code.line("}");
    code.open("if err != nil {");
    code.line("return err");
    code.close("}");
    code.close("}");
    code.line("return nil");
    code.close("}");

    code.gap();
    code.open(format!("func (r {name}) MarshalJSON() ([]byte, error) {{"));
    code.line("members := map[string]any{}");
    for (field, go) in all() {
        let set = format!(
            "members[{}] = r.{go}",
            literal::quote(&field.name, Escape::LongU, "")
        );
        if field.optional {
            code.open(format!("if r.{go} != nil {{"));
            code.line(set);
            code.close("}");
        } else {
            code.line(set);
        }
    }
    code.line("return json.Marshal(members)");
    code.close("}");
}

/// What `encoding/json` takes as a name in a tag, `isValidTag` there.
fn fits_tag(name: &str) -> bool {
    !name.is_empty()
        && name.chars().all(|c| {
            "!#$%&()*+-./:;<=>?@[]^_{|}~ ".contains(c)
                || c.is_ascii_alphanumeric()
                // Its letters and digits are those of the Unicode of its release.
                || (!c.is_ascii() && words(&c.to_string(), false) == c.to_string())
        })
}

/// An exported name: a capital first, which scripts without capitals get from an `X`.
fn exported(name: &str) -> String {
    let snake = words(name, false).to_snake_case();
    let mut go = String::new();
    for word in snake.split('_') {
        if INITIALISMS.contains(&word) {
            go.push_str(&word.to_ascii_uppercase());
        } else {
            let mut rest = word.chars();
            go.extend(rest.next().into_iter().flat_map(char::to_uppercase));
            go.extend(rest);
        }
    }
    match go.chars().next() {
        None => "Field".to_owned(),
        Some(c) if c.is_uppercase() => go,
        Some(c) if c.is_ascii_digit() => format!("Field{go}"),
        Some(_) => format!("X{go}"),
    }
}

fn constants(name: &str, values: &[String]) -> Vec<String> {
    let mut scope = Scope::default();
    let of = |value: &String| {
        let suffix = if value.is_empty() {
            "Empty".to_owned()
        } else {
            exported(value)
        };
        scope.take(format!("{name}{suffix}"))
    };
    values.iter().map(of).collect()
}

fn pad(text: &str, width: usize) -> String {
    format!("{text:width$}")
}
