//! What is filled in.

use std::sync::Arc;

use super::{Field, Shape, Upload, json};

/// What is filled in of a field.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Entry {
    /// It is left out.
    #[default]
    Absent,
    /// `null`.
    Null,
    /// What is typed or chosen. Of a choice it is the JSON of what is chosen.
    Text(String),
    /// The entries of an array.
    List(Vec<Entry>),
    /// The members of an object, each in the place of its field; and those of other names.
    Group(Vec<Entry>, Vec<(String, Entry)>),
    /// A file.
    File(Arc<Upload>),
    /// JSON that is written as such: the field takes that, or cannot hold it.
    Json(String),
}

/// How a field is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// It is left out.
    Absent,
    /// `null`.
    Null,
    /// A text without characters.
    Empty,
    /// By what its kind is filled in by.
    Given,
    /// As JSON, though its kind is not.
    Json,
}

impl Entry {
    /// A field that is given: with what it begins with, or blank. Of an object, what must be there is
    /// given too.
    pub fn given(field: &Field) -> Self {
        let sample = field.sample.as_deref();
        let value = sample.and_then(|sample| serde_json::from_str(sample).ok());
        match value {
            Some(value) => json::read(field, &value),
            None => Self::blank(field),
        }
    }

    fn blank(field: &Field) -> Self {
        match &field.shape {
            Shape::Text(_) | Shape::Number(_) => Self::Text(String::new()),
            Shape::Boolean => Self::Text("true".to_owned()),
            Shape::Choice(choices) => Self::Text(choices.first().cloned().unwrap_or_default()),
            Shape::List(list) => {
                let count = list.least.unwrap_or_default().min(8);
                Self::List((0..count).map(|_| Self::given(&list.items)).collect())
            }
            Shape::Group(group) => Self::Group(
                group
                    .members
                    .iter()
                    .map(|member| {
                        if member.required {
                            Self::given(member)
                        } else {
                            Self::Absent
                        }
                    })
                    .collect(),
                Vec::new(),
            ),
            Shape::File => Self::Absent,
            Shape::Json(_) => Self::Json("{}".to_owned()),
        }
    }

    /// How a field is filled in.
    pub fn mode(&self, field: &Field) -> Mode {
        match (self, &field.shape) {
            (Self::Absent, _) => Mode::Absent,
            (Self::Null, _) => Mode::Null,
            (Self::Json(_), Shape::Json(_)) => Mode::Given,
            (Self::Json(_), _) => Mode::Json,
            (Self::Text(text), Shape::Text(_)) if text.is_empty() => Mode::Empty,
            _ => Mode::Given,
        }
    }

    /// The same, filled in otherwise. What was filled in is kept as far as that goes.
    #[must_use]
    pub fn turned(&self, field: &Field, mode: Mode) -> Self {
        if self.mode(field) == mode {
            return self.clone();
        }
        match mode {
            Mode::Absent => Self::Absent,
            Mode::Null => Self::Null,
            Mode::Empty => Self::Text(String::new()),
            Mode::Json => Self::Json(json::write(field, self).unwrap_or_else(|| "null".to_owned())),
            Mode::Given => {
                let read = match self {
                    Self::Json(text) => serde_json::from_str(text)
                        .ok()
                        .map(|value| json::read(field, &value)),
                    _ => None,
                };
                match read {
                    Some(read) if read.mode(field) == Mode::Given => read,
                    _ => Self::given(field),
                }
            }
        }
    }

    /// A field that a person has typed into. One with a name that is emptied is left out: no
    /// characters are a text that is chosen ([`Mode::Empty`]).
    pub fn typed(field: &Field, text: String) -> Self {
        if text.is_empty() && !field.name.is_empty() {
            return Self::Absent;
        }
        match field.shape {
            Shape::Text(_) | Shape::Number(_) | Shape::Boolean | Shape::Choice(_) => {
                Self::Text(text)
            }
            _ => Self::Json(text),
        }
    }

    /// What is typed, chosen or written as JSON; empty if that is not how it is filled in.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Json(text) => text,
            _ => "",
        }
    }

    /// What is filled in of a part.
    pub fn at(&self, path: &[usize]) -> Option<&Self> {
        let Some((step, rest)) = path.split_first() else {
            return Some(self);
        };
        let part = match self {
            Self::List(entries) => entries.get(*step)?,
            Self::Group(members, others) => match members.get(*step) {
                Some(member) => member,
                None => &others.get(step - members.len())?.1,
            },
            _ => return None,
        };
        part.at(rest)
    }

    /// What is filled in of a part, to be changed.
    pub fn at_mut(&mut self, path: &[usize]) -> Option<&mut Self> {
        let Some((step, rest)) = path.split_first() else {
            return Some(self);
        };
        let part = match self {
            Self::List(entries) => entries.get_mut(*step)?,
            Self::Group(members, others) => {
                let count = members.len();
                match members.get_mut(*step) {
                    Some(member) => member,
                    None => &mut others.get_mut(step - count)?.1,
                }
            }
            _ => return None,
        };
        part.at_mut(rest)
    }

    /// The parts that can be taken away or added to: entries of a list, members of other names.
    pub fn count(&self) -> usize {
        match self {
            Self::List(entries) => entries.len(),
            Self::Group(_, others) => others.len(),
            _ => 0,
        }
    }

    /// The name of a member of another name, counted from 0.
    pub fn name(&self, other: usize) -> &str {
        match self {
            Self::Group(_, others) => others.get(other).map_or("", |(name, _)| name),
            _ => "",
        }
    }

    /// Names a member of another name anew.
    pub fn set_name(&mut self, other: usize, new: String) {
        if let Self::Group(_, others) = self
            && let Some((name, _)) = others.get_mut(other)
        {
            *name = new;
        }
    }

    /// Adds an entry, or a member of another name.
    pub fn add(&mut self, field: &Field) {
        match (self, &field.shape) {
            (Self::List(entries), Shape::List(list)) => entries.push(Self::given(&list.items)),
            (Self::Group(_, others), Shape::Group(group)) => {
                others.push((String::new(), Self::given(group.other())));
            }
            _ => {}
        }
    }

    /// Takes an entry away, or a member of another name.
    pub fn remove(&mut self, at: usize) {
        match self {
            Self::List(entries) if at < entries.len() => {
                entries.remove(at);
            }
            Self::Group(_, others) if at < others.len() => {
                others.remove(at);
            }
            _ => {}
        }
    }
}
