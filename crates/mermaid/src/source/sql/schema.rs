//! Tables, their columns and keys, as the statements make and change them.

use std::collections::HashMap;

use sqlparser::ast::{
    AlterColumnOperation, AlterTableOperation, ColumnDef, ColumnOption, CreateTable, Expr,
    ForeignKeyConstraint, Ident, IndexColumn, ObjectName, Statement, TableConstraint,
};
use sqlparser::dialect::{Dialect, GenericDialect, MySqlDialect, PostgreSqlDialect, SQLiteDialect};
use sqlparser::parser::Parser;

use crate::write::graph::{Cardinality, Edge, Graph, Member, Node, Relation};

#[derive(Debug, Default)]
pub(super) struct Schema {
    tables: Vec<Table>,
    /// Where each is, by its name in lower case.
    by_name: HashMap<String, usize>,
}

#[derive(Debug, Default)]
struct Table {
    name: String,
    columns: Vec<Column>,
    primary: Vec<String>,
    unique: Vec<Vec<String>>,
    foreign: Vec<ForeignKey>,
}

#[derive(Debug)]
struct Column {
    name: String,
    ty: String,
    required: bool,
    note: String,
}

#[derive(Debug)]
struct ForeignKey {
    columns: Vec<String>,
    table: String,
}

impl Schema {
    /// Takes what a statement says.
    pub(super) fn read(&mut self, statement: &str) -> Result<(), String> {
        let dialects: [&dyn Dialect; 4] = [
            &PostgreSqlDialect {},
            &MySqlDialect {},
            &SQLiteDialect {},
            &GenericDialect {},
        ];
        let mut first_error = None;
        for dialect in dialects {
            match Parser::parse_sql(dialect, statement) {
                Ok(parsed) => {
                    for statement in parsed {
                        self.take(statement);
                    }
                    return Ok(());
                }
                Err(error) => {
                    first_error.get_or_insert(error.to_string());
                }
            }
        }
        let message = first_error.unwrap_or_default();
        Err(message.trim_start_matches("sql parser error: ").to_owned())
    }

    fn take(&mut self, statement: Statement) {
        match statement {
            Statement::CreateTable(create) => self.create(create),
            Statement::AlterTable(alter) => {
                let name = plain(&alter.name);
                for operation in alter.operations {
                    self.alter(&name, operation);
                }
            }
            Statement::CreateIndex(index) if index.unique && index.predicate.is_none() => {
                let columns = names(&index.columns);
                if let Some(table) = self.table(&plain(&index.table_name)) {
                    table.unique.push(columns);
                }
            }
            _ => {}
        }
    }

    fn create(&mut self, create: CreateTable) {
        // `CREATE TABLE … AS SELECT` has no columns that can be told, and a partition is a part of
        // another table.
        if create.partition_of.is_some() {
            return;
        }
        let name = plain(&create.name);
        if self.table(&name).is_some() {
            return;
        }
        let mut table = Table {
            name,
            ..Table::default()
        };
        for column in create.columns {
            table.add(column);
        }
        for constraint in create.constraints {
            table.constrain(constraint);
        }
        let name = table.name.to_ascii_lowercase();
        self.by_name.entry(name).or_insert(self.tables.len());
        self.tables.push(table);
    }

    fn alter(&mut self, name: &str, operation: AlterTableOperation) {
        if let AlterTableOperation::RenameTable { table_name } = &operation {
            use sqlparser::ast::RenameTableNameKind::{As, To};
            let (As(new) | To(new)) = table_name;
            let new = plain(new);
            if let Some(at) = self.by_name.remove(&name.to_ascii_lowercase()) {
                self.by_name.insert(new.to_ascii_lowercase(), at);
                if let Some(table) = self.tables.get_mut(at) {
                    table.name = new;
                }
            }
            return;
        }
        let Some(table) = self.table(name) else {
            return;
        };
        match operation {
            AlterTableOperation::AddConstraint { constraint, .. } => table.constrain(constraint),
            AlterTableOperation::AddColumn { column_def, .. } => table.add(column_def),
            AlterTableOperation::DropColumn { column_names, .. } => {
                table.columns.retain(|column| {
                    !column_names
                        .iter()
                        .any(|gone| same(&gone.value, &column.name))
                });
            }
            AlterTableOperation::RenameColumn {
                old_column_name,
                new_column_name,
            } => {
                for column in &mut table.columns {
                    if same(&column.name, &old_column_name.value) {
                        column.name.clone_from(&new_column_name.value);
                    }
                }
            }
            AlterTableOperation::AlterColumn { column_name, op } => {
                let column = table
                    .columns
                    .iter_mut()
                    .find(|column| same(&column.name, &column_name.value));
                if let Some(column) = column {
                    match op {
                        AlterColumnOperation::SetNotNull => column.required = true,
                        AlterColumnOperation::DropNotNull => column.required = false,
                        AlterColumnOperation::SetDataType { data_type, .. } => {
                            column.ty = data_type.to_string();
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    fn table(&mut self, name: &str) -> Option<&mut Table> {
        let at = *self.by_name.get(&name.to_ascii_lowercase())?;
        self.tables.get_mut(at)
    }

    /// What is drawn of it. A table that is only referred to is drawn without columns.
    pub(super) fn graph(&self) -> Graph {
        let mut graph = Graph::default();
        for table in &self.tables {
            let has = |columns: &[String], name: &str| columns.iter().any(|one| same(one, name));
            let members = table
                .columns
                .iter()
                .map(|column| Member {
                    name: column.name.clone(),
                    ty: column.ty.to_lowercase(),
                    is_primary: has(&table.primary, &column.name),
                    is_foreign: table
                        .foreign
                        .iter()
                        .any(|key| has(&key.columns, &column.name)),
                    is_unique: table
                        .unique
                        .iter()
                        .any(|unique| unique.len() == 1 && has(unique, &column.name)),
                    note: column.note.clone(),
                    ..Member::default()
                })
                .collect();
            graph.node(Node {
                members,
                ..Node::named(&table.name)
            });
        }
        for table in &self.tables {
            for key in &table.foreign {
                let parent = self.by_name.get(&key.table.to_ascii_lowercase());
                let parent = parent.and_then(|at| self.tables.get(*at));
                let parent = parent.map_or(key.table.as_str(), |other| other.name.as_str());
                graph.edges.push(Edge {
                    label: key.columns.join(", "),
                    kind: if table.identifies(key) {
                        Relation::Composes
                    } else {
                        Relation::Uses
                    },
                    ends: Some((table.parents(key), table.children(key))),
                    ..Edge::between(parent, &table.name)
                });
            }
        }
        graph.complete(|name| Node::named(name.to_owned()));
        graph
    }
}

impl Table {
    fn add(&mut self, definition: ColumnDef) {
        let name = definition.name.value;
        let mut column = Column {
            name: name.clone(),
            ty: definition.data_type.to_string(),
            required: false,
            note: String::new(),
        };
        for option in definition.options {
            match option.option {
                ColumnOption::NotNull => column.required = true,
                ColumnOption::PrimaryKey(_) => self.primary = vec![name.clone()],
                ColumnOption::Unique(_) => self.unique.push(vec![name.clone()]),
                ColumnOption::ForeignKey(key) => self.refer(key, Some(&name)),
                ColumnOption::Comment(words) => column.note = words,
                _ => {}
            }
        }
        self.columns.push(column);
    }

    fn constrain(&mut self, constraint: TableConstraint) {
        match constraint {
            TableConstraint::PrimaryKey(key) => self.primary = names(&key.columns),
            TableConstraint::Unique(unique) => self.unique.push(names(&unique.columns)),
            TableConstraint::ForeignKey(key) => self.refer(key, None),
            _ => {}
        }
    }

    fn refer(&mut self, key: ForeignKeyConstraint, column: Option<&str>) {
        let columns = match column {
            Some(column) => vec![column.to_owned()],
            None => key.columns.into_iter().map(|column| column.value).collect(),
        };
        self.foreign.push(ForeignKey {
            columns,
            table: plain(&key.foreign_table),
        });
    }

    /// How many parents a row has.
    fn parents(&self, key: &ForeignKey) -> Cardinality {
        let is_required = key.columns.iter().all(|name| {
            self.primary.iter().any(|primary| same(primary, name))
                || self
                    .columns
                    .iter()
                    .any(|column| same(&column.name, name) && column.required)
        });
        if is_required {
            Cardinality::One
        } else {
            Cardinality::ZeroOrOne
        }
    }

    /// How many rows a parent may have.
    fn children(&self, key: &ForeignKey) -> Cardinality {
        let within = |unique: &[String]| {
            !unique.is_empty()
                && unique
                    .iter()
                    .all(|column| key.columns.iter().any(|name| same(name, column)))
        };
        if within(&self.primary) || self.unique.iter().any(|unique| within(unique)) {
            Cardinality::ZeroOrOne
        } else {
            Cardinality::ZeroOrMore
        }
    }

    /// Whether a row cannot be told from others without its parent.
    fn identifies(&self, key: &ForeignKey) -> bool {
        key.columns
            .iter()
            .all(|name| self.primary.iter().any(|primary| same(primary, name)))
    }
}

/// Names are the same without regard to case: they are, unless quoted, in every dialect here.
fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// A table's name without what everything lies in.
fn plain(name: &ObjectName) -> String {
    let mut parts: Vec<&str> = name
        .0
        .iter()
        .filter_map(|part| part.as_ident())
        .map(|ident: &Ident| ident.value.as_str())
        .collect();
    if parts.len() > 1 && matches!(parts.first(), Some(&("public" | "dbo" | "main"))) {
        parts.remove(0);
    }
    parts.join(".")
}

/// The columns of a key; an expression is none.
fn names(columns: &[IndexColumn]) -> Vec<String> {
    columns
        .iter()
        .map(|column| match &column.column.expr {
            Expr::Identifier(ident) => ident.value.clone(),
            other => other.to_string(),
        })
        .collect()
}
