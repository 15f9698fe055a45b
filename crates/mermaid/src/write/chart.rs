//! Charts of numbers and times: pie, XY chart, Gantt, Sankey.

use std::fmt::Write as _;

use super::text::one_line;
use super::{MAX_CHARACTERS, MAX_EDGES};

/// A bar of a Gantt chart.
#[derive(Debug, Clone)]
pub(crate) struct Task {
    pub(crate) section: String,
    pub(crate) name: String,
    /// `YYYY-MM-DD`.
    pub(crate) start: String,
    /// A day, or a duration such as `3d`.
    pub(crate) end: String,
    /// `done`, `active`, `crit` or `milestone`.
    pub(crate) state: Option<&'static str>,
}

/// A series of an XY chart.
#[derive(Debug, Clone)]
pub(crate) struct Series {
    pub(crate) name: String,
    pub(crate) values: Vec<f64>,
}

/// Shares of a whole; those that are not above zero have none.
pub(crate) fn pie(title: &str, slices: &[(String, f64)], limit: usize) -> (String, Vec<String>) {
    let mut left_out = Vec::new();
    let mut shown: Vec<(String, f64)> = slices
        .iter()
        .filter(|(_, value)| *value > 0.0)
        .cloned()
        .collect();
    if shown.len() < slices.len() {
        left_out.push(format!(
            "{} of {} rows: their values are not above zero",
            slices.len() - shown.len(),
            slices.len()
        ));
    }
    // More slices than this nobody can tell apart.
    let limit = limit.clamp(2, 12);
    if shown.len() > limit {
        shown.sort_by(|a, b| b.1.total_cmp(&a.1));
        let rest = shown.split_off(limit - 1);
        left_out.push(format!(
            "{} of {} slices, drawn as one",
            rest.len(),
            rest.len() + limit - 1
        ));
        shown.push((
            "Other".to_owned(),
            rest.iter().map(|(_, value)| value).sum(),
        ));
    }
    let mut out = if title.is_empty() {
        "pie showData\n".to_owned()
    } else {
        format!("pie showData title {}\n", plain(title))
    };
    for (label, value) in &shown {
        let _ = writeln!(out, "    \"{}\" : {}", plain(label), number(*value));
    }
    (super::close(out, &left_out), left_out)
}

/// Series over categories: the first as bars, the others as lines.
pub(crate) fn xy(
    title: &str,
    categories: &[String],
    series: &[Series],
    limit: usize,
) -> (String, Vec<String>) {
    let mut left_out = Vec::new();
    let most = limit.clamp(1, MAX_EDGES).min(categories.len());
    if most < categories.len() {
        left_out.push(format!(
            "the last {} of {} rows",
            categories.len() - most,
            categories.len()
        ));
    }
    let series = if series.len() > 8 {
        left_out.push(format!("{} of {} columns", series.len() - 8, series.len()));
        series.get(..8).unwrap_or(series)
    } else {
        series
    };
    let names: Vec<String> = series.iter().map(|series| plain(&series.name)).collect();
    let mut out = "xychart-beta\n".to_owned();
    let title = if title.is_empty() {
        names.join(", ")
    } else {
        plain(title)
    };
    let _ = writeln!(out, "    title \"{title}\"");
    let labels: Vec<String> = categories
        .iter()
        .take(most)
        .map(|category| format!("\"{}\"", plain(category)))
        .collect();
    let _ = writeln!(out, "    x-axis [{}]", labels.join(", "));
    let _ = writeln!(out, "    y-axis \"{}\"", names.join(", "));
    for (at, series) in series.iter().enumerate() {
        let values: Vec<String> = series
            .values
            .iter()
            .take(most)
            .map(|v| number(*v))
            .collect();
        let kind = if at == 0 { "bar" } else { "line" };
        let _ = writeln!(out, "    {kind} [{}]", values.join(", "));
    }
    if out.chars().count() > MAX_CHARACTERS - 200 && most > 1 {
        return xy(&title, categories, series, most * 3 / 4);
    }
    (super::close(out, &left_out), left_out)
}

/// Tasks over time.
pub(crate) fn gantt(title: &str, tasks: &[Task], limit: usize) -> (String, Vec<String>) {
    let most = limit.clamp(1, MAX_EDGES).min(tasks.len());
    let mut left_out = Vec::new();
    if most < tasks.len() {
        left_out.push(format!(
            "the last {} of {} tasks",
            tasks.len() - most,
            tasks.len()
        ));
    }
    let mut out = "gantt\n    dateFormat YYYY-MM-DD\n".to_owned();
    if !title.is_empty() {
        let _ = writeln!(out, "    title {}", plain(title));
    }
    let mut section: Option<&str> = None;
    for (at, task) in tasks.iter().take(most).enumerate() {
        if section != Some(&task.section) {
            section = Some(&task.section);
            if !task.section.is_empty() {
                let _ = writeln!(out, "    section {}", plain(&task.section));
            }
        }
        let state = task
            .state
            .map(|state| format!("{state}, "))
            .unwrap_or_default();
        let _ = writeln!(
            out,
            "    {} :{state}t{}, {}, {}",
            plain(&task.name),
            at + 1,
            task.start,
            task.end
        );
    }
    if out.chars().count() > MAX_CHARACTERS - 200 && most > 1 {
        return gantt(title, tasks, most * 3 / 4);
    }
    (super::close(out, &left_out), left_out)
}

/// Flows between places.
pub(crate) fn sankey(flows: &[(String, String, f64)], limit: usize) -> (String, Vec<String>) {
    let most = limit.clamp(1, MAX_EDGES).min(flows.len());
    let mut left_out = Vec::new();
    let mut shown: Vec<&(String, String, f64)> = flows.iter().collect();
    if most < flows.len() {
        shown.sort_by(|a, b| b.2.total_cmp(&a.2));
        shown.truncate(most);
        left_out.push(format!(
            "the smallest {} of {} flows",
            flows.len() - most,
            flows.len()
        ));
    }
    let mut out = "sankey-beta\n\n".to_owned();
    for (from, to, value) in shown {
        let _ = writeln!(out, "{},{},{}", cell(from), cell(to), number(*value));
    }
    if out.chars().count() > MAX_CHARACTERS - 200 && most > 1 {
        return sankey(flows, most * 3 / 4);
    }
    // This family takes a comment for a flow, so what is left out is told apart only.
    (out, left_out)
}

/// A text of a family that has no escapes.
fn plain(text: &str) -> String {
    let text = super::text::cut(&one_line(text), 80)
        .replace('"', "'")
        .replace([':', ';'], ",")
        .replace('#', "№")
        .replace("%%", "％％")
        .replace('<', "‹")
        .replace('>', "›")
        .replace(['{', '['], "(")
        .replace(['}', ']'], ")")
        .replace(['\\', '`'], "'");
    if text.is_empty() {
        "(empty)".to_owned()
    } else {
        text
    }
}

fn cell(text: &str) -> String {
    format!("\"{}\"", plain(text))
}

/// A number as every grammar reads it: no exponent.
fn number(value: f64) -> String {
    let text = format!("{:.4}", value.clamp(-1e15, 1e15));
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text.is_empty() || text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}
