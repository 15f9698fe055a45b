//! CSV: shares as a pie, numbers as an XY chart, tasks as a Gantt chart, flows as a Sankey diagram.

use ichiban_tool::{Choice, Setting, Settings};

use super::table::{Table, cell};
use super::{Error, File, Picture, Source, data, options};
use crate::write;
use crate::write::chart::{self, Series, Task};

pub(super) const SOURCE: Source = Source {
    name: "csv",
    label: "CSV",
    about: "Tables of numbers, tasks or flows, drawn as a pie, an XY chart, a Gantt chart or a Sankey diagram",
    files: &[".csv", ".tsv"],
    settings: &[VIEW, TITLE, INCLUDE, EXCLUDE, options::LIMIT],
    looks,
    draw,
};

const VIEW: Setting = Setting {
    name: "view",
    about: "The chart; `auto` tells it from the columns",
    choice: Choice::OneOf(&["auto", "pie", "xychart", "gantt", "sankey"]),
};

const TITLE: Setting = Setting {
    name: "title",
    about: "The chart's title",
    choice: Choice::Text(""),
};

const INCLUDE: Setting = Setting {
    about: "Only rows with a cell of these texts, separated by commas; `*` stands for any text",
    ..options::INCLUDE
};

const EXCLUDE: Setting = Setting {
    about: "No rows with a cell of these texts, separated by commas; `*` stands for any text",
    ..options::EXCLUDE
};

fn looks(text: &str) -> u8 {
    let sample: Vec<&str> = text.lines().take(40).collect();
    let Some(table) = Table::read(&sample.join("\n")) else {
        return 0;
    };
    let width = table.header.len();
    let same = table.rows.iter().filter(|row| row.len() == width).count();
    let is_code = text.contains('{') && text.contains(';')
        || cell(&table.header, 0).contains(['(', '<', '|', ' ']);
    match (same == table.rows.len(), is_code) {
        (true, false) => 40,
        (true, true) => 15,
        _ => 0,
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut tables = files.iter().filter_map(|file| Table::read(file.text));
    let Some(mut table) = tables.next() else {
        return Err(Error::Empty("table of two columns and a row"));
    };
    // More files are more rows.
    for other in tables {
        table.rows.extend(other.rows);
    }
    let wanted = options::Names::of(settings);
    let all = table.rows.len();
    if !wanted.are_all() {
        table.rows.retain(|row| {
            row.iter().any(|cell| wanted.include(cell))
                && !row.iter().any(|cell| wanted.exclude(cell))
        });
    }
    let left_out = all - table.rows.len();
    let origin = files.first().filter(|file| file.name.is_some());
    let title = match settings.text(&TITLE) {
        "" => origin.map_or("", |file| data::stem(file, "")),
        title => title,
    };
    let limit = options::limit(settings);
    let drawn = match settings.text(&VIEW) {
        "pie" => pie(&table, title, limit),
        "xychart" => xy(&table, title, limit),
        "gantt" => gantt(&table, title, limit),
        "sankey" => sankey(&table, limit),
        _ => gantt(&table, title, limit)
            .or_else(|| sankey(&table, limit))
            .or_else(|| xy_if_several(&table, title, limit))
            .or_else(|| pie(&table, title, limit))
            .or_else(|| xy(&table, title, limit)),
    };
    let (mut text, mut said) = drawn.ok_or(Error::Empty(
        "columns for this chart: a name and a number, two dates, or two names and a number",
    ))?;
    if left_out > 0 {
        let words = format!("{left_out} of {all} rows, as chosen");
        // A Sankey diagram takes a comment for a flow.
        if !text.starts_with("sankey") {
            text = write::close(text, std::slice::from_ref(&words));
        }
        said.push(words);
    }
    Ok(Picture::new((text, said)))
}

type Drawn = Option<(String, Vec<String>)>;

/// A number with its sign, unit or separators.
fn number(text: &str) -> Option<f64> {
    let plain: String = text
        .trim()
        .trim_start_matches(['$', '€', '£', '¥'])
        .trim_end_matches(['%', '€', '$'])
        .chars()
        .filter(|c| !matches!(c, ' ' | '_' | '\u{a0}' | '\''))
        .collect();
    let is_number = plain.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'));
    if !is_number {
        return None;
    }
    // A comma separates thousands, unless it is the only mark and stands before other than three digits.
    let commas = plain.matches(',').count();
    let decimal = commas == 1
        && !plain.contains('.')
        && plain.rsplit(',').next().is_some_and(|rest| rest.len() != 3);
    let plain = if decimal {
        plain.replace(',', ".")
    } else {
        plain.replace(',', "")
    };
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

/// The columns that hold numbers, in most rows.
fn numeric(table: &Table) -> Vec<usize> {
    (0..table.header.len())
        .filter(|column| {
            let filled: Vec<&str> = table
                .rows
                .iter()
                .map(|row| cell(row, *column))
                .filter(|cell| !cell.is_empty())
                .collect();
            let numbers = filled.iter().filter(|cell| number(cell).is_some()).count();
            numbers > 0 && numbers * 10 >= filled.len() * 9
        })
        .collect()
}

/// The column that names rows: the first that holds no numbers, else the first.
fn category(table: &Table, numeric: &[usize]) -> usize {
    (0..table.header.len())
        .find(|column| !numeric.contains(column))
        .unwrap_or(0)
}

fn pie(table: &Table, title: &str, limit: usize) -> Drawn {
    let numeric = numeric(table);
    let name = category(table, &numeric);
    let value = *numeric.iter().find(|column| **column != name)?;
    let mut slices: Vec<(String, f64)> = Vec::new();
    for row in &table.rows {
        let label = cell(row, name);
        let amount = number(cell(row, value)).unwrap_or(0.0);
        // Rows of one name are one slice.
        match slices.iter_mut().find(|(known, _)| known == label) {
            Some((_, sum)) => *sum += amount,
            None => slices.push((label.to_owned(), amount)),
        }
    }
    slices.iter().any(|(_, value)| *value > 0.0).then_some(())?;
    Some(chart::pie(title, &slices, limit))
}

/// Several columns of numbers, or rows in an order of time, are no shares of a whole.
fn xy_if_several(table: &Table, title: &str, limit: usize) -> Drawn {
    let numeric = numeric(table);
    let name = category(table, &numeric);
    let others = numeric.iter().filter(|column| **column != name).count();
    let in_time = table.rows.iter().all(|row| is_time(cell(row, name)));
    let negative = table.rows.iter().any(|row| {
        numeric
            .iter()
            .any(|column| number(cell(row, *column)).is_some_and(|value| value < 0.0))
    });
    let fits = others > 1 || in_time || negative || table.rows.len() > 12;
    if fits { xy(table, title, limit) } else { None }
}

fn is_time(text: &str) -> bool {
    let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon",
        "tue", "wed", "thu", "fri", "sat", "sun",
    ];
    let lower = text.to_lowercase();
    date(text).is_some()
        || months.iter().any(|month| lower.starts_with(month))
        || matches!(text.parse::<u32>(), Ok(1900..=2100))
        || lower.starts_with('q') && lower.get(1..2).is_some_and(|q| "1234".contains(q))
        || text.len() == 7 && date(&format!("{text}-01")).is_some()
}

fn xy(table: &Table, title: &str, limit: usize) -> Drawn {
    let numeric = numeric(table);
    let name = category(table, &numeric);
    let columns: Vec<usize> = numeric
        .into_iter()
        .filter(|column| *column != name)
        .collect();
    if columns.is_empty() {
        return None;
    }
    let categories: Vec<String> = table
        .rows
        .iter()
        .map(|row| cell(row, name).to_owned())
        .collect();
    let series: Vec<Series> = columns
        .iter()
        .map(|column| Series {
            name: cell(&table.header, *column).to_owned(),
            values: table
                .rows
                .iter()
                .map(|row| number(cell(row, *column)).unwrap_or(0.0))
                .collect(),
        })
        .collect();
    Some(chart::xy(title, &categories, &series, limit))
}

/// `YYYY-MM-DD` of a date written so, with slashes, or with a time after it.
fn date(text: &str) -> Option<String> {
    let day: String = text
        .trim()
        .chars()
        .take(10)
        .collect::<String>()
        .replace('/', "-");
    let mut parts = day.split('-');
    let (year, month, day_) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |part: &str, length: usize| {
        (part.len() == length)
            .then(|| part.parse::<u32>().ok())
            .flatten()
    };
    let is_date = number(year, 4).is_some()
        && (1..=12).contains(&number(month, 2)?)
        && (1..=31).contains(&number(day_, 2)?);
    is_date.then_some(day)
}

fn gantt(table: &Table, title: &str, limit: usize) -> Drawn {
    let start = table.column(&["start", "startdate", "from", "begin", "begins", "started"])?;
    let end = table.column(&[
        "end", "enddate", "to", "finish", "due", "duedate", "until", "finished",
    ]);
    let duration = table.column(&["duration", "days", "length", "durationdays"]);
    let name = table
        .column(&[
            "task",
            "name",
            "title",
            "item",
            "activity",
            "milestone",
            "summary",
        ])
        .or_else(|| (0..table.header.len()).find(|at| *at != start && Some(*at) != end))?;
    let section = table.column(&[
        "section", "phase", "group", "project", "team", "category", "epic", "owner", "assignee",
    ]);
    let state = table.column(&["status", "state"]);
    let mut tasks = Vec::new();
    for row in &table.rows {
        let Some(start) = date(cell(row, start)) else {
            continue;
        };
        let lasts = duration.and_then(|at| {
            let text = cell(row, at);
            let days = text.trim_end_matches(|c: char| c.is_alphabetic() || c == ' ');
            let unit = if text.ends_with('w') || text.contains("week") {
                "w"
            } else {
                "d"
            };
            days.parse::<f64>()
                .ok()
                .filter(|days| *days >= 0.0)
                .map(|days| format!("{days}{unit}"))
        });
        let end = end.and_then(|at| date(cell(row, at)));
        let state = match state.map(|at| cell(row, at).to_lowercase()).as_deref() {
            Some("done" | "complete" | "completed" | "closed" | "finished") => Some("done"),
            Some("active" | "in progress" | "in-progress" | "doing" | "started" | "wip") => {
                Some("active")
            }
            Some("critical" | "crit" | "blocked" | "at risk" | "late") => Some("crit"),
            Some("milestone") => Some("milestone"),
            _ => None,
        };
        tasks.push(Task {
            section: section.map_or(String::new(), |at| cell(row, at).to_owned()),
            name: cell(row, name).to_owned(),
            start,
            end: end.or(lasts).unwrap_or_else(|| "1d".to_owned()),
            state,
        });
    }
    if tasks.is_empty() {
        return None;
    }
    // A section is drawn once.
    let mut order: Vec<String> = Vec::new();
    for task in &tasks {
        if !order.contains(&task.section) {
            order.push(task.section.clone());
        }
    }
    tasks.sort_by_key(|task| order.iter().position(|section| *section == task.section));
    Some(chart::gantt(title, &tasks, limit))
}

fn sankey(table: &Table, limit: usize) -> Drawn {
    let from = table.column(&["source", "from", "origin"])?;
    let to = table.column(&["target", "to", "destination", "dest"])?;
    let value = table
        .column(&["value", "amount", "weight", "count", "quantity", "flow"])
        .or_else(|| {
            numeric(table)
                .into_iter()
                .find(|at| *at != from && *at != to)
        })?;
    let flows: Vec<(String, String, f64)> = table
        .rows
        .iter()
        .filter_map(|row| {
            let amount = number(cell(row, value)).filter(|amount| *amount > 0.0)?;
            let (from, to) = (cell(row, from), cell(row, to));
            // A flow to itself, or in a circle, cannot be laid out.
            (from != to && !from.is_empty() && !to.is_empty())
                .then(|| (from.to_owned(), to.to_owned(), amount))
        })
        .collect();
    (!flows.is_empty()).then(|| chart::sankey(&flows, limit))
}
