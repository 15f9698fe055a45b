//! What of a form does not fit its schema, told where it stands. A schema is the document's word, not
//! the server's: what does not fit can be sent all the same.

use regex_lite::RegexBuilder;
use serde_json::Value;

use super::{Entry, Field, Group, List, Number, Path, Shape, Text, format, json, label};

/// What does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub path: Path,
    /// What is wrong, and what would be right.
    pub message: String,
}

/// All that does not fit, in the order of the form.
pub fn problems(field: &Field, entry: &Entry) -> Vec<Problem> {
    let mut found = Vec::new();
    gather(field, entry, &mut Vec::new(), &mut found);
    found
}

fn gather(field: &Field, entry: &Entry, path: &mut Path, found: &mut Vec<Problem>) {
    if let Some(message) = problem(field, entry) {
        found.push(Problem {
            path: path.clone(),
            message,
        });
    }
    let mut visit = |at: usize, field: &Field, entry: &Entry| {
        path.push(at);
        gather(field, entry, path, found);
        path.pop();
    };
    match (&field.shape, entry) {
        (Shape::List(list), Entry::List(entries)) => {
            for (at, entry) in entries.iter().enumerate() {
                visit(at, &list.items, entry);
            }
        }
        (Shape::Group(group), Entry::Group(members, others)) => {
            for (at, (member, entry)) in group.members.iter().zip(members).enumerate() {
                visit(at, member, entry);
            }
            for (at, (_, entry)) in others.iter().enumerate() {
                visit(members.len() + at, group.other(), entry);
            }
        }
        _ => {}
    }
}

/// What of one field does not fit; of what it consists of is told there.
pub fn problem(field: &Field, entry: &Entry) -> Option<String> {
    match (&field.shape, entry) {
        (_, Entry::Absent) => field
            .required
            .then(|| "Required: it is left out.".to_owned()),
        (_, Entry::Null) => (!field.nullable).then(|| "It may not be null.".to_owned()),
        (shape, Entry::Json(text)) => written(field, shape, text),
        (Shape::Text(limits), Entry::Text(text)) => of_text(limits, text),
        (Shape::Number(limits), Entry::Text(text)) => of_number(limits, text),
        (Shape::Boolean, Entry::Text(text)) => {
            let is = matches!(text.as_str(), "true" | "false");
            (!is).then(|| "It is true or false.".to_owned())
        }
        (Shape::Choice(choices), Entry::Text(text)) => {
            (!choices.contains(text)).then(|| "It is none of the choices.".to_owned())
        }
        (Shape::List(list), Entry::List(entries)) => of_list(list, entries),
        (Shape::Group(group), Entry::Group(_, others)) => of_group(group, others),
        _ => None,
    }
}

/// What of a parameter does not fit, which is a text; one without characters is left out. Lists and
/// objects have several ways to be a text, and are not held to any.
pub fn problem_of_text(field: &Field, text: &str) -> Option<String> {
    if text.is_empty() {
        return problem(field, &Entry::Absent);
    }
    match &field.shape {
        Shape::Choice(choices) => {
            let is_known = choices.iter().any(|choice| label(choice) == text);
            (!is_known).then(|| "It is none of the choices.".to_owned())
        }
        Shape::Text(_) | Shape::Number(_) | Shape::Boolean => {
            problem(field, &Entry::Text(text.to_owned()))
        }
        _ => None,
    }
}

/// What is wrong with what is written as JSON.
fn written(field: &Field, shape: &Shape, text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return field
            .required
            .then(|| "Required: it is left out.".to_owned());
    }
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => return Some(format!("Not JSON: {error}.")),
    };
    if matches!(shape, Shape::Json(_)) {
        return None;
    }
    match json::read(field, &value) {
        Entry::Json(_) => Some(format!("Not what the document says: {}.", field.hint())),
        entry => problems(field, &entry)
            .into_iter()
            .next()
            .map(|problem| problem.message),
    }
}

fn of_text(limits: &Text, text: &str) -> Option<String> {
    let length = text.chars().count();
    let most = limits.most.filter(|most| length > *most as usize);
    let least = limits.least.filter(|least| length < *least as usize);
    if let Some(most) = most {
        return Some(format!("Too long: {length} characters, at most {most}."));
    }
    if let Some(least) = least {
        return Some(format!("Too short: {length} characters, at least {least}."));
    }
    if let Some(pattern) = &limits.pattern
        && !fits(pattern, text)
    {
        return Some(format!("It does not fit the pattern {pattern}"));
    }
    format::misses(&limits.format, text).map(|like| format!("It is not {like}."))
}

/// The longest pattern that is held, and the longest text that is held to one, in bytes.
const PATTERN: usize = 1_000;
const MATCHED: usize = 16 * 1024;

/// Whether a text has what a pattern describes. One that cannot be read, such as one that looks back
/// or ahead, says nothing. Takes time with the product of both, whatever the pattern.
fn fits(pattern: &str, text: &str) -> bool {
    if pattern.len() > PATTERN || text.len() > MATCHED {
        return true;
    }
    let made = RegexBuilder::new(pattern).size_limit(64 * 1024).build();
    made.ok().is_none_or(|made| made.is_match(text))
}

fn of_number(limits: &Number, text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return Some("It is to be a number.".to_owned());
    }
    let number: serde_json::Number = match serde_json::from_str(text) {
        Ok(number) => number,
        Err(_) => return Some(format!("“{text}” is not a number.")),
    };
    let value = number.as_f64()?;
    let is_whole = number.is_i64() || number.is_u64() || value.fract() == 0.0;
    if limits.is_integer && !is_whole {
        return Some("It is to be a whole number.".to_owned());
    }
    if let Some((least, is_out)) = limits.least
        && (value < least || is_out && value <= least)
    {
        let words = if is_out { "more than" } else { "at least" };
        return Some(format!("Too little: {words} {least}."));
    }
    if let Some((most, is_out)) = limits.most
        && (value > most || is_out && value >= most)
    {
        let words = if is_out { "less than" } else { "at most" };
        return Some(format!("Too much: {words} {most}."));
    }
    if let Some(step) = limits.step
        && step > 0.0
    {
        let times = value / step;
        if (times - times.round()).abs() > 1e-9 * times.abs().max(1.0) {
            return Some(format!("It is to be a multiple of {step}."));
        }
    }
    None
}

fn of_list(list: &List, entries: &[Entry]) -> Option<String> {
    let count = entries.len();
    if let Some(least) = list.least.filter(|least| count < *least as usize) {
        return Some(format!("Too few entries: at least {least}."));
    }
    if let Some(most) = list.most.filter(|most| count > *most as usize) {
        return Some(format!("Too many entries: at most {most}."));
    }
    if list.is_unique {
        let written = entries.iter().map(|entry| json::write(&list.items, entry));
        let mut seen = std::collections::HashSet::new();
        if !written.into_iter().all(|text| seen.insert(text)) {
            return Some("An entry is there twice.".to_owned());
        }
    }
    None
}

fn of_group(group: &Group, others: &[(String, Entry)]) -> Option<String> {
    if group.others.is_none()
        && let Some((name, _)) = others.first()
    {
        return Some(format!("The document knows no member “{name}”."));
    }
    let is_twice = others.iter().enumerate().find(|(at, (name, _))| {
        others.iter().take(*at).any(|(before, _)| before == name)
            || group.members.iter().any(|member| member.name == *name)
    });
    if let Some((_, (name, _))) = is_twice {
        return Some(format!("“{name}” is there twice."));
    }
    let is_nameless = others.iter().any(|(name, _)| name.is_empty());
    is_nameless.then(|| "A member has no name.".to_owned())
}
