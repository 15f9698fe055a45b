//! A body while it is filled in: as a form or as JSON, whichever the person sees. Both say the same.

use std::fmt::Write as _;

use serde_json::Value;

use super::{Entry, Field, Path, Problem, Shape, json, problems};

/// A body that is filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// As a form.
    pub entry: Entry,
    /// As JSON. It is what counts while it is shown.
    pub text: String,
    /// Whether JSON is shown.
    pub is_json: bool,
}

impl Draft {
    /// A body as it begins; of what is no JSON, or what the form cannot hold, JSON is shown.
    pub fn of(field: &Field, sample: &str) -> Self {
        let mut draft = Self {
            entry: Entry::Absent,
            text: sample.to_owned(),
            is_json: true,
        };
        // What stands in the way is told when the person asks for the form.
        let _ = draft.show_form(field);
        draft
    }

    /// Shows JSON. It keeps its look if the form has not changed since.
    pub fn show_json(&mut self, field: &Field) {
        if self.is_json {
            return;
        }
        self.is_json = true;
        let is_same = parsed(field, &self.text).is_ok_and(|entry| entry == self.entry);
        if !is_same {
            self.text = json::write(field, &self.entry).unwrap_or_default();
        }
    }

    /// Shows the form.
    ///
    /// # Errors
    ///
    /// The JSON is none, or nothing that the form can hold: it stays, and it is shown on. Why, in a
    /// sentence.
    pub fn show_form(&mut self, field: &Field) -> Result<(), String> {
        if self.is_json {
            self.entry = parsed(field, &self.text)?;
            self.is_json = false;
        }
        Ok(())
    }

    /// The body as it is sent; none if it is left out.
    pub fn body(&self, field: &Field) -> Option<String> {
        if self.is_json {
            let is_any = !self.text.trim().is_empty();
            return is_any.then(|| self.text.clone());
        }
        json::write(field, &self.entry)
    }

    /// What does not fit, in the order of the form.
    pub fn problems(&self, field: &Field) -> Vec<Problem> {
        if !self.is_json {
            return problems(field, &self.entry);
        }
        if self.text.trim().is_empty() {
            return problems(field, &Entry::Absent);
        }
        match serde_json::from_str::<Value>(&self.text) {
            Ok(value) => problems(field, &json::read(field, &value)),
            Err(error) => vec![Problem {
                path: Path::new(),
                message: format!("Not JSON: {error}."),
            }],
        }
    }

    /// What does not fit, each with its place in words; at most so many.
    pub fn told(&self, field: &Field, most: usize) -> Vec<String> {
        let read;
        let entry = if self.is_json {
            let value = serde_json::from_str::<Value>(&self.text);
            read = value.map_or(Entry::Absent, |value| json::read(field, &value));
            &read
        } else {
            &self.entry
        };
        let problems = self.problems(field).into_iter().take(most);
        problems
            .map(|problem| match place(field, entry, &problem.path) {
                place if place.is_empty() => problem.message,
                place => format!("{place}: {}", problem.message),
            })
            .collect()
    }
}

fn parsed(field: &Field, text: &str) -> Result<Entry, String> {
    if text.trim().is_empty() {
        return Ok(Entry::Absent);
    }
    let value: Value = serde_json::from_str(text)
        .map_err(|error| format!("This is not JSON yet: {error}. It stays as it is."))?;
    match json::read(field, &value) {
        Entry::Json(_) if !matches!(field.shape, Shape::Json(_)) => Err(format!(
            "The form cannot hold this. The document says: {}. It stays as JSON, and can be sent.",
            field.hint()
        )),
        entry => Ok(entry),
    }
}

/// A place in words: `owner.tags[2]`, counted from 1.
fn place(field: &Field, entry: &Entry, path: &[usize]) -> String {
    let mut words = String::new();
    for length in 0..path.len() {
        let (above, step) = path.split_at(length);
        let Some(step) = step.first() else { break };
        let (Some(field), Some(entry)) = (field.at(above), entry.at(above)) else {
            break;
        };
        match &field.shape {
            Shape::Group(group) => {
                let name = match group.members.get(*step) {
                    Some(member) => &member.name,
                    None => entry.name(step - group.members.len()),
                };
                if !words.is_empty() {
                    words.push('.');
                }
                words.push_str(name);
            }
            _ => {
                let _ = write!(words, "[{}]", step + 1);
            }
        }
    }
    words
}
