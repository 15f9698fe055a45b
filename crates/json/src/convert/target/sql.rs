//! SQL tables, for `PostgreSQL` and for `SQLite`: one for each record, and one for each list of
//! records, which keeps their order.
//!
//! What is no record and no scalar is a column of JSON.

use std::fmt::Write;

use ichiban_schema::{Field, Format, IntegerRange, Kind, RecordId, Type, Types, words};
use ichiban_tool::Settings;

use super::super::identifier::{Case, Scope};
use super::super::literal;
use super::Target;
use heck::ToSnakeCase;

pub(super) const POSTGRESQL: Target =
    Target::schema("postgresql", "SQL (PostgreSQL)", "sql", &[], postgresql);
pub(super) const SQLITE: Target = Target::schema("sqlite", "SQL (SQLite)", "sql", &[], sqlite);

/// Words that cannot be names without quotes in one of the two.
const KEYWORDS: &[&str] = &[
    "abort",
    "action",
    "add",
    "after",
    "all",
    "alter",
    "always",
    "analyse",
    "analyze",
    "and",
    "any",
    "array",
    "as",
    "asc",
    "asymmetric",
    "attach",
    "authorization",
    "autoincrement",
    "before",
    "begin",
    "between",
    "binary",
    "both",
    "by",
    "cascade",
    "case",
    "cast",
    "check",
    "collate",
    "collation",
    "column",
    "commit",
    "concurrently",
    "conflict",
    "constraint",
    "create",
    "cross",
    "current",
    "current_catalog",
    "current_date",
    "current_role",
    "current_schema",
    "current_time",
    "current_timestamp",
    "current_user",
    "database",
    "default",
    "deferrable",
    "deferred",
    "delete",
    "desc",
    "detach",
    "distinct",
    "do",
    "drop",
    "each",
    "else",
    "end",
    "escape",
    "except",
    "exclude",
    "exclusive",
    "exists",
    "explain",
    "fail",
    "false",
    "fetch",
    "filter",
    "first",
    "following",
    "for",
    "foreign",
    "freeze",
    "from",
    "full",
    "generated",
    "glob",
    "grant",
    "group",
    "groups",
    "having",
    "if",
    "ignore",
    "ilike",
    "immediate",
    "in",
    "index",
    "indexed",
    "initially",
    "inner",
    "insert",
    "instead",
    "intersect",
    "into",
    "is",
    "isnull",
    "join",
    "key",
    "last",
    "lateral",
    "leading",
    "left",
    "like",
    "limit",
    "localtime",
    "localtimestamp",
    "match",
    "materialized",
    "natural",
    "no",
    "not",
    "nothing",
    "notnull",
    "null",
    "nulls",
    "of",
    "offset",
    "on",
    "only",
    "or",
    "order",
    "others",
    "outer",
    "over",
    "overlaps",
    "partition",
    "placing",
    "plan",
    "pragma",
    "preceding",
    "primary",
    "query",
    "raise",
    "range",
    "recursive",
    "references",
    "regexp",
    "reindex",
    "release",
    "rename",
    "replace",
    "restrict",
    "returning",
    "right",
    "rollback",
    "row",
    "rows",
    "savepoint",
    "select",
    "session_user",
    "set",
    "similar",
    "some",
    "symmetric",
    "system_user",
    "table",
    "tablesample",
    "temp",
    "temporary",
    "then",
    "ties",
    "to",
    "trailing",
    "transaction",
    "trigger",
    "true",
    "unbounded",
    "union",
    "unique",
    "update",
    "user",
    "using",
    "vacuum",
    "values",
    "variadic",
    "verbose",
    "view",
    "virtual",
    "when",
    "where",
    "window",
    "with",
    "without",
];

/// A dialect.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dialect {
    PostgreSql,
    SqLite,
}

fn postgresql(types: &Types, _: &Settings) -> String {
    Sql::new(types, Dialect::PostgreSql).write()
}

fn sqlite(types: &Types, _: &Settings) -> String {
    Sql::new(types, Dialect::SqLite).write()
}

struct Sql<'a> {
    types: &'a Types,
    dialect: Dialect,
    /// The names of the tables of records.
    tables: Vec<String>,
    taken: Scope,
    /// Which tables have been written: `PostgreSQL` refers to no other.
    written: Vec<bool>,
    out: String,
    later: String,
}

/// A column: what stands before and after a comma.
struct Column {
    definition: String,
    comment: String,
}

impl<'a> Sql<'a> {
    fn new(types: &'a Types, dialect: Dialect) -> Self {
        let mut taken = Scope::default();
        let tables: Vec<String> = types
            .records()
            .iter()
            .map(|record| taken.take(snake(&record.name)))
            .collect();
        let written = vec![false; tables.len()];
        Self {
            types,
            dialect,
            tables,
            taken,
            written,
            out: String::new(),
            later: String::new(),
        }
    }

    fn write(mut self) -> String {
        let ids: Vec<RecordId> = self.types.records_with_ids().map(|(id, _)| id).collect();
        let mut lists = Vec::new();
        // What is outermost refers to what is within: from the inside out, fewer references
        // point forward.
        for id in ids.iter().rev() {
            self.record(*id, &mut lists);
        }
        if ids.is_empty() {
            let table = self.taken.take(snake(&self.types.name));
            let key = self.key();
            let ty = self.scalar(&self.types.root);
            let null = if self.types.root.nullable {
                ""
            } else {
                " NOT NULL"
            };
            let columns = vec![
                Column {
                    definition: format!("id {key}"),
                    comment: String::new(),
                },
                Column {
                    definition: format!("value {ty}{null}"),
                    comment: String::new(),
                },
            ];
            self.table(&table, columns);
        }
        for (parent, field, item) in lists {
            self.list(parent, &field, item);
        }
        if !self.later.is_empty() {
            self.out.push('\n');
            self.out.push_str(&self.later);
        }
        self.out
    }

    fn record(&mut self, id: RecordId, lists: &mut Vec<(RecordId, String, RecordId)>) {
        let types = self.types;
        let record = types.record(id);
        let mut scope = Scope::default();
        let has_id = record.fields.iter().any(|field| snake(&field.name) == "id");
        let key_name = scope.take(if has_id { "row_id" } else { "id" }.to_owned());
        let key = self.key();
        let mut columns = vec![Column {
            definition: format!("{key_name} {key}"),
            comment: String::new(),
        }];
        for field in &record.fields {
            let name = snake(&field.name);
            if let Kind::Array(item) = &field.ty.kind
                && let Kind::Record(item) = item.kind
            {
                lists.push((id, name, item));
                continue;
            }
            let column = if let Kind::Record(to) = field.ty.kind {
                let column = quote(&scope.take(format!("{name}_id")));
                self.reference(id, to, &column, field)
            } else {
                let column = scope.take(name);
                self.column(field, &quote(&column))
            };
            let comment = if name_differs(&field.name) {
                literal::json(&field.name)
            } else {
                String::new()
            };
            columns.push(Column {
                definition: column,
                comment,
            });
        }
        let table = self.tables.get(id.index()).cloned().unwrap_or_default();
        self.table(&table, columns);
        if let Some(written) = self.written.get_mut(id.index()) {
            *written = true;
        }
    }

    fn column(&self, field: &Field, name: &str) -> String {
        let null = if field.optional || field.ty.nullable {
            ""
        } else {
            " NOT NULL"
        };
        let mut column = format!("{name} {}{null}", self.scalar(&field.ty));
        if let Kind::Enum(id) = &field.ty.kind {
            let values: Vec<String> = self
                .types
                .enumeration(*id)
                .values
                .iter()
                .map(|value| text(value))
                .collect();
            column = format!("{column} CHECK ({name} IN ({}))", values.join(", "));
        }
        column
    }

    /// A column that names a row of another table.
    fn reference(&mut self, from: RecordId, to: RecordId, column: &str, field: &Field) -> String {
        let null = if field.optional || field.ty.nullable {
            ""
        } else {
            " NOT NULL"
        };
        let (table, key) = self.target(to);
        let ty = self.key_type();
        let known = self.dialect == Dialect::SqLite
            || from == to
            || self.written.get(to.index()) == Some(&true);
        if known {
            return format!("{column} {ty}{null} REFERENCES {table} ({key})");
        }
        let own = quote(self.tables.get(from.index()).map_or("", String::as_str));
        let line =
            format!("ALTER TABLE {own} ADD FOREIGN KEY ({column}) REFERENCES {table} ({key});\n");
        self.later.push_str(&line);
        format!("{column} {ty}{null}")
    }

    /// The rows of `item` that a field of `parent` lists, in order.
    fn list(&mut self, parent: RecordId, field: &str, item: RecordId) {
        let name = self.tables.get(parent.index()).map_or("", String::as_str);
        let table = self.taken.take(format!("{name}_{field}"));
        let ty = self.key_type();
        let (parent, parent_key) = self.target(parent);
        let (item, item_key) = self.target(item);
        let columns = [
            format!("parent_id {ty} NOT NULL REFERENCES {parent} ({parent_key})"),
            "position INTEGER NOT NULL".to_owned(),
            format!("item_id {ty} NOT NULL REFERENCES {item} ({item_key})"),
            "PRIMARY KEY (parent_id, position)".to_owned(),
        ];
        let columns = columns
            .into_iter()
            .map(|definition| Column {
                definition,
                comment: String::new(),
            })
            .collect();
        self.table(&table, columns);
    }

    fn target(&self, id: RecordId) -> (String, &'static str) {
        let has_id = self
            .types
            .record(id)
            .fields
            .iter()
            .any(|field| snake(&field.name) == "id");
        let table = self.tables.get(id.index()).map_or("", String::as_str);
        (quote(table), if has_id { "row_id" } else { "id" })
    }

    fn table(&mut self, name: &str, columns: Vec<Column>) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        let mut lines = String::new();
        let last = columns.len() - 1;
        for (
            i,
            Column {
                definition,
                comment,
            },
        ) in columns.into_iter().enumerate()
        {
            let comma = if i == last { "" } else { "," };
            let comment = if comment.is_empty() {
                comment
            } else {
                format!(" -- {comment}")
            };
            let written = writeln!(lines, "  {definition}{comma}{comment}");
            debug_assert!(written.is_ok(), "writing to a string does not fail");
        }
        self.out.extend([
            "CREATE TABLE ",
            &quote(name),
            " (
",
            &lines,
            ");
",
        ]);
    }

    fn key(&self) -> &'static str {
        match self.dialect {
            Dialect::PostgreSql => "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
            Dialect::SqLite => "INTEGER PRIMARY KEY",
        }
    }

    fn key_type(&self) -> &'static str {
        match self.dialect {
            Dialect::PostgreSql => "BIGINT",
            Dialect::SqLite => "INTEGER",
        }
    }

    fn scalar(&self, ty: &Type) -> &'static str {
        let (postgresql, sqlite) = match &ty.kind {
            Kind::Boolean => ("BOOLEAN", "INTEGER"),
            Kind::Integer(IntegerRange::Int32) => ("INTEGER", "INTEGER"),
            Kind::Integer(IntegerRange::UInt64) => ("NUMERIC(20)", "NUMERIC"),
            Kind::Integer(IntegerRange::Big) => ("NUMERIC", "NUMERIC"),
            Kind::Integer(_) => ("BIGINT", "INTEGER"),
            Kind::Number => ("DOUBLE PRECISION", "REAL"),
            Kind::String(Some(Format::DateTime)) => ("TIMESTAMP WITH TIME ZONE", "TEXT"),
            Kind::String(Some(Format::Date)) => ("DATE", "TEXT"),
            Kind::String(Some(Format::Uuid)) => ("UUID", "TEXT"),
            Kind::String(Some(Format::Ipv4)) => ("INET", "TEXT"),
            Kind::String(_) | Kind::Enum(_) => ("TEXT", "TEXT"),
            _ => ("JSONB", "TEXT"),
        };
        match self.dialect {
            Dialect::PostgreSql => postgresql,
            Dialect::SqLite => sqlite,
        }
    }
}

/// Both fold the case of plain names.
fn snake(name: &str) -> String {
    Case::Snake.apply(name, false).to_lowercase()
}

fn name_differs(name: &str) -> bool {
    words(name, false).to_snake_case() != name
}

fn quote(name: &str) -> String {
    // Longer names than PostgreSQL's 63 bytes would be cut, and might collide then.
    let plain = name.is_ascii() && !KEYWORDS.contains(&name) && name.len() <= 63;
    if plain {
        name.to_owned()
    } else {
        format!("\"{name}\"")
    }
}

fn text(value: &str) -> String {
    format!("'{}'", value.replace('\'', "''"))
}
