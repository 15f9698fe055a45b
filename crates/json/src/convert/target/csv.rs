//! CSV, RFC 4180: a row an object, a column a name. What is nested becomes columns `outer.inner`;
//! arrays stand as JSON in their cell.

use ichiban_tool::{Choice, Setting, Settings};
use indexmap::{IndexMap, IndexSet};

use super::json::compact;
use crate::Value;

use super::Target;

const SEPARATOR: Setting = Setting {
    name: "separator",
    about: "What stands between cells",
    choice: Choice::OneOf(&["comma", "semicolon", "tab"]),
};

pub(super) const TARGET: Target = Target::data("csv", "CSV", "csv", &[SEPARATOR], write);

fn write(values: &[Value], settings: &Settings) -> Result<String, String> {
    let rows: &[Value] = match values {
        [Value::Array(items)] => items,
        values => values,
    };
    let mut columns = IndexSet::new();
    let mut table = Vec::with_capacity(rows.len());
    for row in rows {
        let mut cells = IndexMap::new();
        flatten(row, "", &mut cells)?;
        columns.extend(cells.keys().cloned());
        table.push(cells);
    }
    let separator = match settings.text(&SEPARATOR) {
        "semicolon" => b';',
        "tab" => b'\t',
        _ => b',',
    };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(separator)
        .from_writer(Vec::new());
    let failed = |error: csv::Error| error.to_string();
    writer.write_record(&columns).map_err(failed)?;
    for cells in &table {
        let row = columns
            .iter()
            .map(|column| cells.get(column).map_or("", String::as_str));
        writer.write_record(row).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

fn flatten(value: &Value, name: &str, cells: &mut IndexMap<String, String>) -> Result<(), String> {
    let cell = match value {
        Value::Object(members) => {
            for (inner, value) in members {
                let name = if name.is_empty() {
                    inner.clone()
                } else {
                    format!("{name}.{inner}")
                };
                flatten(value, &name, cells)?;
            }
            return Ok(());
        }
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        value => compact(value)?,
    };
    let name = if name.is_empty() { "value" } else { name };
    cells.insert(name.to_owned(), cell);
    Ok(())
}
