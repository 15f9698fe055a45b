//! Tasks of a Gantt chart whose dates or separators are not as `dateFormat` and the grammar want them.
//!
//! ```text
//! dateFormat: YYYY-MM-DD          dateFormat YYYY-MM-DD
//! Design, 2024-01-05, 3d          Design : 2024-01-05, 3d
//! Build: b1, 15/01/2024, 5 days   Build: b1, 2024-01-15, 5d
//! Test: 2024-02-01 to 2024-02-09  Test: 2024-02-01, 2024-02-09
//! ```
//!
//! A date is written in the form that `dateFormat` names. `01/02/2024` is the second of January, as
//! mermaid.js reads it, unless another date of the chart can only have its day first.

mod date;

use date::Date;

use super::{Family, Mend, Mended, ParseError, rewrite_lines};
use crate::text::indentation;

pub(super) struct GanttDates;

/// What a chart says besides tasks, each with a text after a blank.
const STATEMENTS: &[&str] = &[
    "dateFormat",
    "axisFormat",
    "tickInterval",
    "todayMarker",
    "excludes",
    "includes",
    "weekday",
    "weekend",
    "title",
    "section",
];

/// What else a chart says: a line that begins so is no task.
const OTHERS: &[&str] = &[
    "gantt",
    "accTitle",
    "accDescr",
    "click",
    "inclusiveEndDates",
    "topAxis",
    "displayMode",
];

const TAGS: [&str; 5] = ["done", "active", "crit", "milestone", "vert"];

/// What people write before a date or a duration.
const WORDS: [&str; 7] = [
    "start:",
    "end:",
    "from:",
    "to:",
    "until:",
    "duration:",
    "due:",
];

impl Mend for GanttDates {
    fn code(&self) -> &'static str {
        "gantt-date"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if family != Family::Gantt {
            return None;
        }
        let form = form(text);
        let is_day_first = match (form.find('D'), form.find('M')) {
            (Some(day), Some(month)) if form.contains(['/', '-']) && !form.starts_with('Y') => {
                day < month
            }
            _ => text.split([',', '\n', ';', ' ']).any(date::has_day_first),
        };
        let chart = Chart {
            text,
            form,
            is_day_first,
        };
        rewrite_lines(text, self.code(), |line| {
            let new = chart.statement(line).or_else(|| chart.task(line))?;
            (new != line).then(|| {
                let message = format!("`{}` → `{}`", line.trim(), new.trim());
                (new, message)
            })
        })
    }
}

/// The form of the chart's dates.
fn form(text: &str) -> &str {
    let mut forms = text.lines().rev().filter_map(|line| {
        let rest = line.trim().strip_prefix("dateFormat")?;
        let form = rest.trim_start_matches([':', ' ', '\t']).trim();
        (!form.is_empty()).then_some(form)
    });
    forms.next().unwrap_or("YYYY-MM-DD")
}

struct Chart<'a> {
    text: &'a str,
    form: &'a str,
    is_day_first: bool,
}

impl Chart<'_> {
    /// A statement without the colon after its keyword.
    fn statement(&self, line: &str) -> Option<String> {
        let words = line.trim_start();
        let keyword = STATEMENTS.iter().find(|word| words.starts_with(**word))?;
        let value = words.strip_prefix(keyword)?.trim_start();
        let value = value.strip_prefix(':')?.trim();
        // A task may be called so.
        let is_task = value.split(',').any(|field| self.is_time(field));
        (!is_task && !value.is_empty()).then(|| format!("{}{keyword} {value}", indentation(line)))
    }

    /// A task with its parts as they should be.
    fn task(&self, line: &str) -> Option<String> {
        let words = line.trim();
        let begins = |keyword: &&&str| {
            let rest = words.strip_prefix(**keyword);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        if words.is_empty() || STATEMENTS.iter().chain(OTHERS).any(|word| begins(&word)) {
            return None;
        }
        let (name, data, is_whole) = if let Some((name, data)) = Self::halves(line) {
            (name, data, true)
        } else {
            let (name, data) = self.without_colon(words)?;
            (format!("{}{name} ", indentation(line)), data, false)
        };
        let fields = self.fields(&data);
        let written: Vec<String> = self.written(&fields);
        // A line whose parts are right stays as it is, blanks included.
        let before: Vec<&str> = data.split(',').map(str::trim).collect();
        if is_whole && before == written {
            return None;
        }
        Some(format!("{name}: {}", written.join(", ")))
    }

    /// A task's name, as it stands, and what follows the colon.
    fn halves(line: &str) -> Option<(String, String)> {
        let (name, data) = line.split_once(':')?;
        // In `Design, 2024-01-05 10:00` the colon is that of a time.
        let is_time = name.ends_with(|c: char| c.is_ascii_digit())
            && data.starts_with(|c: char| c.is_ascii_digit());
        let is_named = name.split_once(',').is_some_and(|(_, rest)| {
            rest.split(',').any(|field| {
                WORDS
                    .iter()
                    .any(|word| *word == format!("{}:", field.trim()))
            })
        });
        (!is_time && !is_named).then(|| (name.to_owned(), data.to_owned()))
    }

    /// A task's name and the rest of it, which begins with the first time.
    fn without_colon(&self, words: &str) -> Option<(String, String)> {
        let pieces: Vec<&str> = words.split(',').map(str::trim).collect();
        let (first, rest) = pieces.split_first()?;
        let are_times = rest
            .iter()
            .all(|field| self.is_time(field) || TAGS.contains(field));
        let has_time = rest.iter().any(|field| self.is_time(field));
        let ends: Vec<usize> = first.match_indices(' ').map(|(at, _)| at).collect();
        // The name may be followed by a date, or by an id that another task refers to.
        for end in ends {
            let (name, word) = (first.get(..end)?, first.get(end..)?.trim());
            let is_id = has_time && self.is_referred_to(word);
            if are_times && (is_id || self.date(word).is_some()) {
                let name = name.trim_end_matches([' ', '-', '–', '—', '=', '|']);
                let mut data = vec![word];
                data.extend(rest);
                return (!name.is_empty()).then(|| (name.to_owned(), data.join(", ")));
            }
        }
        // With more than two, the first of them is an id.
        let is_task = has_time
            && (are_times
                || rest.iter().skip(1).all(|field| self.is_time(field)) && rest.len() == 3);
        (is_task && !first.is_empty()).then(|| ((*first).to_owned(), rest.join(", ")))
    }

    fn is_referred_to(&self, id: &str) -> bool {
        let ids = |rest: &str| rest.split([',', ';', '\n']).next().unwrap_or("").to_owned();
        !id.contains(' ')
            && ["after ", "until "].iter().any(|word| {
                let mut rests = self.text.split(word).skip(1);
                rests.any(|rest| ids(rest).split_whitespace().any(|it| it == id))
            })
    }

    /// The parts of a task after its colon.
    fn fields(&self, data: &str) -> Vec<String> {
        let mut fields: Vec<String> = Vec::new();
        let parts = data.split([',', ';']).map(str::trim);
        for part in parts.filter(|part| !part.is_empty()) {
            // `Jan 5, 2024` is one date.
            if let Some(last) = fields.last_mut()
                && part.len() == 4
                && self.date(last).is_none()
                && self.date(&format!("{last} {part}")).is_some()
            {
                *last = format!("{last} {part}");
                continue;
            }
            let part = WORDS
                .iter()
                .find_map(|word| part.strip_prefix(word).map(str::trim))
                .filter(|rest| self.is_time(rest))
                .unwrap_or(part);
            fields.extend(self.times(part));
        }
        fields
    }

    /// Two times that stand in one part; that part itself if it is none or one.
    fn times(&self, part: &str) -> Vec<String> {
        if self.is_time(part) {
            return vec![part.to_owned()];
        }
        for between in [" to ", " until ", " - ", " – ", " -> ", " → ", ".."] {
            if let Some((start, end)) = part.split_once(between)
                && self.date(start).is_some()
                && self.is_time(end)
            {
                return vec![start.trim().to_owned(), end.trim().to_owned()];
            }
        }
        for (at, _) in part.match_indices(' ') {
            let (start, end) = part.split_at(at);
            let begins = self.date(start).is_some() || self.is_referred_to(start);
            if begins && self.is_time(end) {
                return vec![start.trim().to_owned(), end.trim().to_owned()];
            }
        }
        vec![part.to_owned()]
    }

    /// The parts in the forms that the chart wants.
    fn written(&self, fields: &[String]) -> Vec<String> {
        let tags = fields
            .iter()
            .take_while(|field| TAGS.contains(&field.as_str()));
        let tags = tags.count();
        // The first of three is an id.
        let id = (fields.len() - tags == 3).then_some(tags);
        let fields = fields.iter().enumerate();
        fields
            .map(|(at, field)| {
                if id == Some(at) {
                    return field.clone();
                }
                let date = self.date(field).filter(|date| !date.is_read_anyway);
                date.map(|date| date.write(self.form))
                    .or_else(|| duration(field))
                    .unwrap_or_else(|| field.clone())
            })
            .collect()
    }

    fn date(&self, field: &str) -> Option<Date> {
        Date::read(field.trim(), self.is_day_first)
    }

    /// Whether a part says when or how long.
    fn is_time(&self, field: &str) -> bool {
        let field = field.trim();
        let is_short = field
            .trim_end_matches(|c: char| c.is_ascii_alphabetic())
            .parse::<f64>()
            .is_ok()
            && field.ends_with(['d', 'w', 'h', 'm', 's', 'M', 'y']);
        is_short
            || duration(field).is_some()
            || self.date(field).is_some()
            || field.starts_with("after ")
            || field.starts_with("until ")
    }
}

/// A duration in words, such as `3 days`, as the grammar writes it.
fn duration(field: &str) -> Option<String> {
    let field = field.trim().trim_start_matches("for ");
    let at = field.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, unit) = field.split_at(at);
    number.parse::<f64>().ok()?;
    let unit = match unit
        .trim()
        .trim_start_matches('-')
        .to_ascii_lowercase()
        .as_str()
    {
        "day" | "days" => "d",
        "week" | "weeks" | "wk" | "wks" => "w",
        "hour" | "hours" | "hr" | "hrs" => "h",
        "minute" | "minutes" | "min" | "mins" => "m",
        "second" | "seconds" | "sec" | "secs" => "s",
        "month" | "months" => "M",
        "year" | "years" => "y",
        // A blank, or the letter's case, is all that is wrong.
        "d" | "w" | "h" | "y" if unit.len() > 1 || unit.starts_with(char::is_uppercase) => {
            return Some(format!("{number}{}", unit.trim().to_ascii_lowercase()));
        }
        _ => return None,
    };
    Some(format!("{number}{unit}"))
}
