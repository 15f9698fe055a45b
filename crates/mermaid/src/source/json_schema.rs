//! JSON Schema: its objects as classes, what refers to what as associations.
//!
//! Draft 4 to 2020-12: `definitions` and `$defs`, `allOf` as inheritance where it refers to another
//! schema, `oneOf` and `anyOf` as kinds.

pub(super) mod classes;

use ichiban_tool::Settings;

use super::{Error, File, Picture, Source, data, groups, options};
use crate::write::{self, fit::fit};
use classes::Classes;

pub(super) const SOURCE: Source = Source {
    name: "json-schema",
    label: "JSON Schema",
    about: "Schemas in JSON or YAML, drawn as classes",
    files: &[".schema.json", ".json", ".yml", ".yaml"],
    settings: &[
        options::DIRECTION,
        options::DETAIL,
        options::INCLUDE,
        options::EXCLUDE,
        options::GROUP_BY_NAME,
        options::LIMIT,
    ],
    looks,
    draw,
};

fn looks(text: &str) -> u8 {
    let has = |word: &str| text.contains(word);
    if has("json-schema.org/") && has("$schema") {
        95
    } else if has("\"properties\"")
        && has("\"type\"")
        && (has("\"$defs\"") || has("\"definitions\""))
    {
        70
    } else if has("\"properties\"") && has("\"type\"") && has("\"object\"") {
        55
    } else {
        0
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut classes = Classes::default();
    for (number, file) in files.iter().enumerate() {
        let document = data::json_or_yaml(number, file.text)?;
        let title = data::text(&document, &["title"]);
        let unnamed = data::stem(file, "Root");
        let name = if title.is_empty() { unnamed } else { title };
        for table in ["definitions", "$defs"] {
            for (name, schema) in data::members(document.get(table)) {
                classes.add(name, schema);
            }
        }
        let says_something = [
            "properties",
            "allOf",
            "oneOf",
            "anyOf",
            "items",
            "enum",
            "type",
            "$ref",
        ]
        .iter()
        .any(|keyword| document.get(keyword).is_some());
        if says_something {
            classes.add(name, &document);
        }
    }
    let mut graph = classes.graph();
    if graph.nodes.is_empty() {
        return Err(Error::Empty("schema of an object"));
    }
    groups::by_name(&mut graph);
    Ok(Picture::new(fit(
        graph,
        &options::choice_by_name(settings, "LR"),
        write::class,
    )))
}
