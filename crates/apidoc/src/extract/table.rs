//! Tables of fields: `Name | Type | Required | Description` in any order and wording, with or
//! without a head, with nested fields by dots, arrows or indentation.

use crate::api::Place;
use crate::document::{Location, MarkKind, Table, Text};
use crate::schema::{Kind, Schema};

use super::field::{self, Field};
use super::{row, tongue, types, words};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Column {
    Name,
    Type,
    Required,
    Optional,
    Default,
    Place,
    Values,
    Description,
    Example,
    Method,
    Path,
    Other,
}

/// Names and whether their decoration says that they are required.
type Names = Vec<(String, Option<bool>)>;

/// A table read as fields.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Fields {
    /// The fields.
    pub(crate) list: Vec<Field>,
    /// What the head of the first column was, in lower case.
    pub(crate) head: String,
    /// Whether a column or the way names are written tells which fields are required, so that
    /// silence about one means something.
    pub(crate) tells_required: Option<bool>,
}

/// The columns of a table by its head.
pub(crate) fn columns(header: &[Text]) -> Vec<Column> {
    let mut columns: Vec<_> = header.iter().map(|cell| column(&cell.plain)).collect();
    // `Type | Name | Description | Schema`: the type of a parameter is its place there.
    let has_schema = header
        .iter()
        .any(|cell| cell.plain.trim().eq_ignore_ascii_case("schema"));
    if has_schema {
        for (column, cell) in columns.iter_mut().zip(header) {
            if cell.plain.trim().eq_ignore_ascii_case("type") {
                *column = Column::Place;
            }
        }
    }
    columns
}

fn column(head: &str) -> Column {
    let lower = head
        .trim()
        .trim_matches(['*', ':', '?', '`'])
        .to_lowercase();
    let lower = tongue::head(&lower).map_or(lower, str::to_owned);
    match lower.as_str() {
        "name" | "parameter" | "parameters" | "param" | "params" | "field" | "fields"
        | "property" | "properties" | "attribute" | "attributes" | "argument" | "arguments"
        | "key" | "variable" | "option" | "field name" | "parameter name" | "property name"
        | "attribute name" | "query parameter" | "query param" | "query parameters"
        | "path parameter" | "path parameters" | "body parameter" | "url parameter"
        | "header name" | "header" | "headers" | "request header" | "parameter key"
        | "json key" | "path variable" | "form field" | "input" | "element" | "member"
        | "argument name" | "body parameters" | "url parameters" | "request parameter"
        | "request field" | "key name" | "parameter/field" | "qs parameter" => Column::Name,
        "type" | "data type" | "datatype" | "schema" | "format" | "value type" | "kind"
        | "param type (data)" | "field type" | "json type" | "types" => Column::Type,
        "required"
        | "is required"
        | "mandatory"
        | "req"
        | "required/optional"
        | "requirement"
        | "presence"
        | "req'd"
        | "must"
        | "required or optional"
        | "optional/required"
        | "required for"
        | "needed"
        | "m/o"
        | "o/m"
        | "r/o"
        | "m/o/c"
        | "m/c/o"
        | "mandatory/optional"
        | "optionality"
        | "mand." => Column::Required,
        "optional" => Column::Optional,
        "default" | "default value" | "defaults" | "defaults to" => Column::Default,
        "in" | "location" | "located in" | "parameter type" | "param type" | "where" | "place"
        | "passed in" | "position" | "source" | "sent in" | "param in" => Column::Place,
        "values" | "possible values" | "allowed values" | "enum" | "options"
        | "accepted values" | "valid values" | "value" | "constraints" | "enum values" => {
            Column::Values
        }
        "description" | "details" | "notes" | "meaning" | "explanation" | "comment"
        | "comments" | "definition" | "info" | "summary" | "purpose" | "usage" | "use"
        | "remarks" | "documentation" => Column::Description,
        "example" | "examples" | "sample" | "example value" | "sample value" => Column::Example,
        "method" | "verb" | "http method" | "http verb" | "http" | "request method"
        | "operation" | "methods" => Column::Method,
        "path" | "endpoint" | "url" | "route" | "uri" | "resource" | "resource path"
        | "endpoint url" | "url path" | "request" | "api" | "http request" => Column::Path,
        _ if lower.ends_with(" parameter")
            || lower.ends_with(" parameters")
            || lower.ends_with(" field")
            || lower.ends_with(" attribute")
            || lower.ends_with(" params") =>
        {
            Column::Name
        }
        _ if lower.starts_with("description") => Column::Description,
        _ => Column::Other,
    }
}

/// Reads a table as fields; `None` if it lists something else. `trusted` when a label has said
/// that parameters follow.
pub(crate) fn fields(table: &Table, location: Location, trusted: bool) -> Option<Fields> {
    if table.header.len() == 1 {
        return single(table, location);
    }
    if table.header.is_empty() {
        return headless(table, location, trusted);
    }
    let mut columns = columns(&table.header);
    types_that_are_places(&mut columns, table);
    let at = |wanted: Column| columns.iter().position(|column| *column == wanted);
    if names_media_types(table) {
        return None;
    }
    let name_at = match at(Column::Name) {
        Some(index) => index,
        // `Header | Description` and the like have the name first under any title.
        None if trusted
            && (at(Column::Description).is_some() || at(Column::Type).is_some())
            && !matches!(
                columns.first(),
                Some(
                    Column::Method
                        | Column::Path
                        | Column::Place
                        | Column::Type
                        | Column::Description
                        | Column::Values
                )
            ) =>
        {
            0
        }
        None if trusted
            && matches!(columns.first(), Some(Column::Path | Column::Other))
            && table.header.len() >= 2 =>
        {
            0
        }
        None => return None,
    };
    let informative = [
        Column::Type,
        Column::Description,
        Column::Required,
        Column::Optional,
        Column::Default,
        Column::Place,
        Column::Values,
    ]
    .into_iter()
    .any(|column| at(column).is_some());
    if (!informative && !trusted) || at(Column::Method).is_some() && at(Column::Path).is_some() {
        return None;
    }
    let mut fields: Vec<Field> = Vec::new();
    let mut star = false;
    let mut question = false;
    let starred = stars_mean_required(table, &columns, name_at);
    for row in &table.rows {
        let cell = |column: Column| at(column).and_then(|index| row.cells.get(index));
        let Some(name_cell) = row.cells.get(name_at) else {
            continue;
        };
        let whole_row = row.cells.iter().skip(1).all(Text::is_blank) && row.cells.len() > 1;
        let Some((names, mut base)) =
            name_cell_fields(name_cell).filter(|_| !row::is_nothing(&name_cell.plain))
        else {
            continue;
        };
        if whole_row && base.schema.is_open() && name_cell.plain.contains(' ') {
            continue;
        }
        let required_by_star =
            (starred && name_cell.plain.trim_end().ends_with('*')).then_some(true);
        star |= name_cell.plain.trim_end().ends_with('*');
        question |= name_cell
            .plain
            .trim_end_matches([' ', '*', '\\'])
            .ends_with('?');
        base.location = Some(row.location.unwrap_or(location));
        if let Some(cell) = cell(Column::Type) {
            apply_type(&mut base, cell);
        }
        if let Some(cell) = cell(Column::Place) {
            apply_place(&mut base, cell);
        }
        if let Some(cell) = cell(Column::Required) {
            base.required = yes(&cell.plain)
                .or_else(|| words::required(&cell.plain))
                .or(base.required);
        }
        if let Some(cell) = cell(Column::Optional) {
            base.required = yes(&cell.plain).map(|optional| !optional).or(base.required);
        }
        let description = match cell(Column::Description) {
            Some(cell) => cell.plain.clone(),
            None => row
                .cells
                .iter()
                .enumerate()
                .filter(|(index, _)| {
                    *index != name_at && columns.get(*index) == Some(&Column::Other)
                })
                .map(|(_, cell)| cell.plain.as_str())
                .collect::<Vec<_>>()
                .join(" "),
        };
        if let Some(cell) = cell(Column::Values) {
            apply_values(&mut base, cell);
        }
        let described = std::mem::take(&mut base.description);
        let prose = if described.is_empty() {
            description
        } else {
            format!("{described} {description}")
        };
        let typed = !base.schema.kinds.is_empty();
        let mut lead = Text::plain(prose.trim());
        if let Some(cell) = cell(Column::Description)
            && described.is_empty()
        {
            lead = cell.clone();
        }
        read_prose(&mut base, &lead, typed);
        if let Some(cell) = cell(Column::Default)
            && !matches!(
                cell.plain.trim().to_lowercase().as_str(),
                "" | "-" | "–" | "—" | "none" | "n/a" | "required" | "*required*" | "null"
            )
        {
            base.schema.default = words::value_of(&cell.plain, &base.schema);
        }
        for (name, required) in names {
            let depth = nesting(&name_cell.plain).min(DEPTH);
            let field = Field {
                required: required.or(base.required).or(required_by_star),
                name,
                strength: 3,
                ..base.clone()
            };
            place_nested(&mut fields, field, depth);
        }
    }
    if fields.is_empty() || fields.len() * 2 < table.rows.len() && !trusted {
        return None;
    }
    let head = table
        .header
        .get(name_at)
        .map(|cell| cell.plain.to_lowercase())
        .unwrap_or_default();
    let any_says = |says: bool| fields.iter().any(|field| field.required == Some(says));
    let tells_required = if at(Column::Required).is_some() {
        // An empty cell beside filled ones.
        Some(false)
    } else if at(Column::Optional).is_some() || question {
        Some(true)
    } else if any_says(true) {
        Some(false)
    } else if any_says(false) && !star {
        Some(true)
    } else {
        None
    };
    Some(Fields {
        list: fields,
        head,
        tells_required,
    })
}

/// Whether a star after a name says that it is required: nothing else in the table does. With
/// names that end in a question mark, stars lead to notes.
fn stars_mean_required(table: &Table, columns: &[Column], name_at: usize) -> bool {
    let told = columns
        .iter()
        .any(|column| matches!(column, Column::Required | Column::Optional));
    let mut names = table.rows.iter().filter_map(|row| row.cells.get(name_at));
    let questions = names.any(|name| name.plain.contains('?'));
    let says = table
        .rows
        .iter()
        .flat_map(|row| &row.cells)
        .any(|cell| words::required(&cell.plain).is_some() || cell.plain.starts_with('?'));
    !told && !questions && !says
}

/// `Type | query`: where every cell of a column of types names a place, it holds places.
fn types_that_are_places(columns: &mut [Column], table: &Table) {
    if columns.contains(&Column::Place) {
        return;
    }
    let Some(index) = columns.iter().position(|column| *column == Column::Type) else {
        return;
    };
    let mut cells = table.rows.iter().filter_map(|row| row.cells.get(index));
    let all = cells.all(|cell| {
        let word = cell.plain.trim();
        word != "json" && field::place_word(word).is_some()
    });
    if let Some(column) = columns
        .get_mut(index)
        .filter(|_| all && !table.rows.is_empty())
    {
        *column = Column::Place;
    }
}

/// `application/json | Thing`: a table of what a body may be, not of its fields.
fn names_media_types(table: &Table) -> bool {
    let families = ["application/", "text/", "multipart/", "image/"];
    !table.rows.is_empty()
        && table.rows.iter().all(|row| {
            row.cells
                .first()
                .is_some_and(|cell| families.iter().any(|family| cell.plain.starts_with(family)))
        })
}

/// One column: each cell has name, type, flags and text on lines of its own, and the head says
/// where they go.
fn single(table: &Table, location: Location) -> Option<Fields> {
    let head = table.header.first()?.plain.to_lowercase();
    if !matches!(
        super::label::read(&head, true),
        Some(super::label::Label::Parameters { .. })
    ) {
        return None;
    }
    let mut fields = Vec::new();
    for cell in table
        .rows
        .iter()
        .filter_map(|row| row.cells.first().filter(|_| row.cells.len() == 1))
    {
        let Some((names, mut base)) = name_cell_fields(cell) else {
            continue;
        };
        if names.len() > 1 && names.iter().all(|(name, _)| column(name) != Column::Other) {
            continue;
        }
        let prose: Vec<_> = cell.plain.lines().skip(1).collect();
        base.location = Some(location);
        field::from_prose(&mut base, &prose.join(" "));
        for (name, required) in names {
            fields.push(Field {
                required: required.or(base.required),
                name,
                strength: 3,
                ..base.clone()
            });
        }
    }
    let tells_required = fields
        .iter()
        .any(|field| field.required == Some(true))
        .then_some(false);
    (!fields.is_empty()).then_some(Fields {
        list: fields,
        head,
        tells_required,
    })
}

/// Two or more columns without a head: names in the first, as in pages that a schema rendered.
fn headless(table: &Table, location: Location, trusted: bool) -> Option<Fields> {
    let mut fields = Vec::new();
    for row in &table.rows {
        let Some(first) = row.cells.first().filter(|_| row.cells.len() > 1) else {
            continue;
        };
        let Some((names, mut base)) = name_cell_fields(first) else {
            continue;
        };
        base.location = Some(row.location.unwrap_or(location));
        let mut rest = Text::default();
        for cell in &row.cells[1..] {
            if row.cells.len() > 2 && base.schema.is_open() && types::is_type_word(&cell.plain) {
                apply_type(&mut base, cell);
            } else if rest.is_blank() {
                rest = cell.clone();
            } else {
                rest.plain.push('\n');
                rest.plain.push_str(&cell.plain);
            }
        }
        let typed = !base.schema.kinds.is_empty();
        read_prose(&mut base, &rest, typed);
        for (name, required) in names {
            fields.push(Field {
                required: required.or(base.required),
                name,
                strength: 2,
                ..base.clone()
            });
        }
    }
    let enough = !fields.is_empty()
        && (trusted || fields.len() == table.rows.len())
        && fields.len() * 2 >= table.rows.len();
    let tells = fields
        .iter()
        .any(|field| field.required == Some(true))
        .then_some(false);
    (enough && trusted).then_some(Fields {
        list: fields,
        head: String::new(),
        tells_required: tells,
    })
}

/// The names in a name cell, and what else stands in it (`required`, a type, on lines of their
/// own).
fn name_cell_fields(cell: &Text) -> Option<(Names, Field)> {
    let mut base = Field::default();
    let lines = cell.lines();
    let first = lines.first()?;
    let rest: Vec<_> = lines.get(1..).unwrap_or_default().to_vec();
    let plain = strip_nesting(&first.plain);
    let mut names = Vec::new();
    if let Some(name) = field::clean_name(plain) {
        names.push(name);
    } else {
        let marked: Vec<_> = first
            .marks
            .iter()
            .filter(|mark| matches!(mark.kind, MarkKind::Code | MarkKind::Strong))
            .map(|mark| first.marked(mark))
            .collect();
        // A marked name and words after it: `**id** string, required`.
        if let Some(name) = marked.first().and_then(|name| field::clean_name(name))
            && (first.plain.starts_with(marked[0])
                || first
                    .plain
                    .trim_start_matches(['*', ' ', '↳', '└'])
                    .starts_with(marked[0]))
        {
            let read = field::read(first, None);
            if let Some(field) = read.into_iter().next() {
                base = field;
            }
            names.push((name.0, name.1.or(base.required)));
            for more in marked.iter().skip(1) {
                let or = first.plain.contains(" or ") || first.plain.contains(", ");
                if or
                    && let Some(name) = field::clean_name(more)
                        .filter(|_| !types::is_type_word(more) && words::required(more).is_none())
                {
                    names.push(name);
                }
            }
        } else if let Some((name, after)) = plain.split_once([' ', '\u{a0}']) {
            // `id integer`, `name (string)`, `id required`.
            let inner = after.trim().trim_matches(['(', ')', '[', ']', '*']);
            let says = words::required(inner);
            if types::is_type_word(inner)
                || says.is_some()
                || inner.split([',', ' ']).all(|word| {
                    word.is_empty() || types::is_type_word(word) || words::required(word).is_some()
                })
            {
                let name = field::clean_name(name)?;
                base.schema = inner
                    .split([',', ' '])
                    .find_map(|word| {
                        types::is_type_word(word)
                            .then(|| types::read(word))
                            .flatten()
                    })
                    .unwrap_or_default();
                base.required = says;
                names.push((name.0, name.1.or(says)));
            } else if plain.contains(", ") || plain.contains(" / ") {
                for part in plain.split([',', '/']) {
                    names.push(field::clean_name(part)?);
                }
            } else {
                return None;
            }
        } else {
            return None;
        }
    }
    for line in rest {
        if let Some(required) = words::required(&line.plain) {
            base.required = Some(required);
        }
        if words::deprecated(&line.plain) {
            base.deprecated = true;
        }
        if let Some(place) = field::place_word(&line.plain) {
            base.place = Some(place);
        }
        for word in std::iter::once(line.plain.as_str()).chain(
            line.plain
                .split([',', ';', '('])
                .map(|word| word.trim_matches([' ', ')'])),
        ) {
            if base.schema.is_open() && types::is_type_word(word) {
                apply_type(
                    &mut base,
                    &Text {
                        plain: word.to_owned(),
                        marks: line.marks.clone(),
                    },
                );
            }
        }
    }
    let names = names
        .into_iter()
        .map(|(name, required)| (name, required.or(base.required)))
        .collect();
    Some((names, base))
}

fn apply_type(field: &mut Field, cell: &Text) {
    for line in cell.plain.lines() {
        let line = line.trim();
        let stars = line.trim_end_matches([' ', '*', '†', '\\']);
        if let Some(required) = words::required(line).filter(|_| line.len() < 80) {
            field.required = Some(required);
        }
        if field.schema.is_open() {
            let bare = stars
                .split([',', ';'])
                .filter(|part| words::required(part).is_none())
                .collect::<Vec<_>>()
                .join(",");
            if let Some(schema) = types::read(bare.trim()).or_else(|| types::read(stars)) {
                field.schema = schema;
            } else if let Some(rest) = stars.strip_prefix('?') {
                // A type that a link explains, or none that is known.
                field.schema.admit(Kind::Null);
                if let Some(schema) = types::read(rest) {
                    field.schema = schema;
                }
            }
        }
    }
    if field.type_link.is_none() {
        field.type_link = cell.links().next().map(|(_, target)| target.to_owned());
    }
}

fn apply_place(field: &mut Field, cell: &Text) {
    let mut lines = cell.plain.split(['\n', ' ']);
    field.place = field::place_word(&cell.plain)
        .or_else(|| lines.clone().find_map(field::place_word))
        .or({
            // A parameter table whose place column holds types after all.
            None
        });
    if field.required.is_none() {
        field.required = lines.find_map(words::required);
    }
}

fn apply_values(field: &mut Field, cell: &Text) {
    let codes: Vec<_> = cell
        .marks
        .iter()
        .filter(|mark| mark.kind == MarkKind::Code)
        .map(|mark| cell.marked(mark).trim_matches(['"', '\'']))
        .collect();
    let words: Vec<&str> = if codes.len() > 1 {
        codes
    } else {
        cell.plain
            .split([',', '|', '\n'])
            .map(|word| word.trim().trim_matches(['`', '"', '\'']))
            .filter(|word| !word.is_empty())
            .collect()
    };
    let plain = words
        .iter()
        .all(|word| !word.contains(' ') && word.len() < 40 && !word.contains("..."));
    let enumerable = field.schema.kinds.is_empty() || field.schema.allows(Kind::String);
    if words.len() > 1
        && plain
        && enumerable
        && words.iter().any(|word| word.parse::<f64>().is_err())
    {
        field.schema.admit(Kind::String);
        field.schema.values = words
            .into_iter()
            .map(|word| serde_json::json!(word))
            .collect();
    } else if field.schema.is_open()
        && let Some(schema) = types::read(&cell.plain).filter(|_| types::is_type_word(&cell.plain))
    {
        field.schema = schema;
    }
}

/// Reads the description cell: it may begin with the type and flags.
fn read_prose(field: &mut Field, cell: &Text, typed: bool) {
    if typed {
        let description = cell.plain.clone();
        field::from_prose(field, &description);
        return;
    }
    // Read as if a name stood before it.
    let mut text = Text::plain("_: ");
    let shift = text.plain.len();
    text.plain.push_str(&cell.plain);
    text.marks = cell
        .marks
        .iter()
        .map(|mark| crate::document::Mark {
            start: mark.start + shift,
            end: mark.end + shift,
            kind: mark.kind.clone(),
        })
        .collect();
    let Some(read) = field::read(&text, None).into_iter().next() else {
        let description = cell.plain.clone();
        field::from_prose(field, &description);
        return;
    };
    let nullable = field.schema.allows(Kind::Null);
    if field.schema.kinds.iter().all(|kind| *kind == Kind::Null) && field.schema.values.is_empty() {
        field.schema = Schema {
            default: read.schema.default.clone(),
            ..read.schema
        };
        if nullable {
            field.schema.admit(Kind::Null);
        }
    }
    field.required = field.required.or(read.required);
    field.place = field.place.or(read.place);
    field.deprecated |= read.deprecated;
    field.description = read.description;
    field.type_link = field.type_link.take().or(read.type_link);
}

fn yes(cell: &str) -> Option<bool> {
    let lower = cell
        .trim()
        .trim_matches(['*', '`', '.', '(', ')'])
        .to_lowercase();
    let word = lower
        .split([' ', ',', '\n', '，', '（'])
        .next()
        .unwrap_or_default();
    let word = tongue::answer(word).unwrap_or(word);
    match word {
        "yes" | "true" | "y" | "required" | "✓" | "✔" | "✅" | "x" | "mandatory" | "✔️" | "☑"
        | "☑️" | "always" | "●" | "1" | "must" | "m" | "r" | "m." => Some(true),
        "o" | "c" | "no" | "false" | "n" | "optional" | "✗" | "✘" | "❌" | "-" | "–" | "—" | ""
        | "never" | "no." | "0" | "❎" | "conditional" | "sometimes" | "depends" | "n/a" | "○"
        | "recommended" => Some(false),
        _ => None,
    }
}

/// How deep a name is nested by the marks before it: `↳ name`, `- name`, `> name`, `└ name`.
fn nesting(name: &str) -> usize {
    name.chars()
        .take_while(|c| {
            c.is_whitespace()
                || matches!(
                    c,
                    '↳' | '└' | '─' | '→' | '»' | '>' | '-' | '•' | '├' | '│' | '∟' | '⤷'
                )
        })
        .filter(|c| matches!(c, '↳' | '└' | '→' | '»' | '>' | '-' | '├' | '•' | '∟' | '⤷'))
        .count()
}

fn strip_nesting(name: &str) -> &str {
    name.trim_start_matches([
        '↳', '└', '─', '→', '»', '>', '-', '•', '├', '│', '∟', '⤷', ' ',
    ])
}

/// How deep rows may nest.
const DEPTH: usize = 12;

/// Puts a field under the last one that is `depth` levels up.
fn place_nested(fields: &mut Vec<Field>, field: Field, depth: usize) {
    if depth > 0
        && let Some(parent) = fields.last_mut()
    {
        place_nested(&mut parent.children, field, depth - 1);
    } else {
        fields.push(field);
    }
}

/// The place that all fields of a table name, if they do.
pub(crate) fn place_of_head(head: &str) -> Option<Place> {
    // `Path | Type | Description` names the way to a field.
    if matches!(head.trim(), "path" | "body") {
        return None;
    }
    ["query", "path", "header", "body", "form"]
        .into_iter()
        .find(|word| head.contains(word))
        .and_then(field::place_word)
}
