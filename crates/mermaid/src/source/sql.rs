//! SQL of `PostgreSQL`, `MySQL` and `SQLite`: tables as entities, foreign keys as relationships.
//!
//! A statement that is no part of the schema is passed over, and one that cannot be read is told
//! and passed over, so that a whole dump can be drawn. How many rows belong together follows from
//! the constraints: a foreign key that may be null has no or one parent, one that is unique has no
//! or one child, and one within the primary key makes the line solid.
//!
//! Tables of one schema, or whose names begin alike, are a group. mermaid.js has no frames for
//! entities: a group is drawn as one or not at all.

mod schema;
mod statements;

use ichiban_tool::Settings;

use super::{Error, File, Picture, Source, groups, options, warning};
use crate::write::{self, fit::fit};

pub(super) const SOURCE: Source = Source {
    name: "sql",
    label: "SQL schema",
    about: "CREATE TABLE and ALTER TABLE of PostgreSQL, MySQL and SQLite, drawn as entities with keys and cardinality",
    files: &[".sql", ".ddl"],
    settings: &[
        options::DIRECTION,
        options::DETAIL,
        options::INCLUDE,
        options::EXCLUDE,
        options::GROUP_ENTITIES,
        options::LIMIT,
    ],
    looks,
    draw,
};

fn looks(text: &str) -> u8 {
    let upper: String = text
        .chars()
        .take(20_000)
        .collect::<String>()
        .to_ascii_uppercase();
    let words: Vec<&str> = upper.split_whitespace().collect();
    let creates = words.windows(2).any(|pair| {
        matches!(
            pair,
            ["CREATE", "TABLE" | "TEMPORARY" | "UNLOGGED"] | ["ALTER", "TABLE"]
        )
    });
    if creates { 90 } else { 0 }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut schema = schema::Schema::default();
    let mut diagnostics = Vec::new();
    for file in files {
        for statement in statements::of_schema(file.text) {
            if let Err(message) = schema.read(&statement.text) {
                diagnostics.push(warning(
                    "statement-skipped",
                    statement.place,
                    format!("this statement was not understood and is left out: {message}"),
                    "Correct it if it should be drawn; PostgreSQL, MySQL and SQLite are read.",
                ));
            }
        }
    }
    let mut graph = schema.graph();
    if graph.nodes.is_empty() {
        return Err(Error::Empty("CREATE TABLE statement that can be read"));
    }
    groups::by_name(&mut graph);
    let drawn = fit(graph, &options::choice_by_name(settings, "TB"), write::er);
    Ok(Picture {
        diagnostics,
        ..Picture::new(drawn)
    })
}
