//! The form of a request's body, made of its schema: pure, so that the page asks it at every keystroke.
//!
//! The worker makes a [`Field`] of a schema. What a person fills in is an [`Entry`] of the same build,
//! from which the body is written, and which the body is read back into. JSON that a field cannot hold
//! is kept in its place as JSON: nothing is lost on the way there and back.
//!
//! | file | concern |
//! | --- | --- |
//! | `entry` | what is filled in, and where |
//! | `draft` | a body while it is filled in, as a form or as JSON |
//! | `json` | to JSON and back |
//! | `pairs` | to names and values, as forms of the web carry them |
//! | `check` | what does not fit |
//! | `format` | dates, addresses and the like |

mod check;
mod draft;
mod entry;
mod format;
mod json;
mod pairs;

use serde::{Deserialize, Serialize};

pub use check::{Problem, problem, problem_of_text, problems};
pub use draft::Draft;
pub use entry::{Entry, Mode};
pub use json::{read, write};
pub use pairs::{Pair, Upload, pairs};

/// A field: a body, a member of an object, or what an array holds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// Its name; empty for a body and for what an array holds.
    pub name: String,
    /// Whether it must be given.
    pub required: bool,
    /// Whether it may be `null`.
    pub nullable: bool,
    /// Prose.
    pub description: String,
    /// What it begins with when it is given, as JSON.
    pub sample: Option<String>,
    /// What it takes.
    pub shape: Shape,
}

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Shape {
    /// A text.
    Text(Text),
    /// A number.
    Number(Number),
    /// `true` or `false`.
    Boolean,
    /// One of these, each as JSON.
    Choice(Vec<String>),
    /// An array.
    List(Box<List>),
    /// An object.
    Group(Group),
    /// A file that is sent.
    File,
    /// Anything, written as JSON.
    Json(Open),
}

impl Default for Shape {
    fn default() -> Self {
        Self::Json(Open::Anything)
    }
}

/// Why a field is written as JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Open {
    /// The schema does not say what it takes.
    Anything,
    /// It takes one of several kinds of values.
    Several,
    /// Its schema refers to itself.
    Recursive,
    /// It is nested too deep, or the schema is too long.
    TooMuch,
}

/// What a text is limited to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// The fewest characters.
    pub least: Option<u32>,
    /// The most characters.
    pub most: Option<u32>,
    /// A regular expression that it has.
    pub pattern: Option<String>,
    /// What it is, such as `date-time`; empty if that is not said.
    pub format: String,
}

/// What a number is limited to.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Number {
    /// Whether it is whole.
    pub is_integer: bool,
    /// The least, and whether that itself is too little.
    pub least: Option<(f64, bool)>,
    /// The most, and whether that itself is too much.
    pub most: Option<(f64, bool)>,
    /// What it is a multiple of.
    pub step: Option<f64>,
}

/// What an array holds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct List {
    /// Each of its entries.
    pub items: Field,
    /// The fewest entries.
    pub least: Option<u32>,
    /// The most entries.
    pub most: Option<u32>,
    /// Whether no entry comes twice.
    pub is_unique: bool,
}

/// What an object holds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// The members that are named.
    pub members: Vec<Field>,
    /// What members of other names take, if there may be any.
    pub others: Option<Box<Field>>,
    /// Whether the schema says of itself that there are others.
    pub is_open: bool,
}

/// Steps from a body to one of its parts. In a list they count its entries; in a group its members,
/// and after those the members of other names.
pub type Path = Vec<usize>;

impl Field {
    /// The field of a part.
    pub fn at(&self, path: &[usize]) -> Option<&Self> {
        let Some((step, rest)) = path.split_first() else {
            return Some(self);
        };
        let part = match &self.shape {
            Shape::List(list) => &list.items,
            Shape::Group(group) => match group.members.get(*step) {
                Some(member) => member,
                None => group.other(),
            },
            _ => return None,
        };
        part.at(rest)
    }

    /// What it may look like, if that is a text of a known format; else empty.
    pub fn specimen(&self) -> &'static str {
        match &self.shape {
            Shape::Text(text) => format::specimen(&text.format),
            _ => "",
        }
    }

    /// What it takes, in a few words: `whole number, at least 1`.
    pub fn hint(&self) -> String {
        let mut words = Vec::new();
        let between = |least: Option<u32>, most: Option<u32>, what: &str| match (least, most) {
            (Some(least), Some(most)) if least == most => Some(format!("{least} {what}")),
            (Some(least), Some(most)) => Some(format!("{least} to {most} {what}")),
            (Some(least), None) if least > 0 => Some(format!("at least {least} {what}")),
            (None, Some(most)) => Some(format!("at most {most} {what}")),
            _ => None,
        };
        match &self.shape {
            Shape::Text(text) => {
                words.push(if text.format.is_empty() {
                    "text".to_owned()
                } else {
                    text.format.clone()
                });
                words.extend(between(text.least, text.most, "characters"));
            }
            Shape::Number(number) => {
                words.push(
                    if number.is_integer {
                        "whole number"
                    } else {
                        "number"
                    }
                    .to_owned(),
                );
                words.extend(number.least.map(|(least, is_out)| {
                    format!("{} {least}", if is_out { "more than" } else { "at least" })
                }));
                words.extend(number.most.map(|(most, is_out)| {
                    format!("{} {most}", if is_out { "less than" } else { "at most" })
                }));
            }
            Shape::Boolean => words.push("true or false".to_owned()),
            Shape::Choice(_) => words.push("one of those".to_owned()),
            Shape::List(list) => {
                words.push("list".to_owned());
                words.extend(between(list.least, list.most, "entries"));
            }
            Shape::Group(_) => words.push("object".to_owned()),
            Shape::File => words.push("file".to_owned()),
            Shape::Json(open) => words.push(
                match open {
                    Open::Anything => "JSON",
                    Open::Several => "JSON, of several kinds",
                    Open::Recursive => "JSON: its schema refers to itself",
                    Open::TooMuch => "JSON: its schema goes on",
                }
                .to_owned(),
            ),
        }
        words.join(", ")
    }
}

/// A choice as people read it: a text without its quotes.
pub fn label(choice: &str) -> String {
    serde_json::from_str(choice).unwrap_or_else(|_| choice.to_owned())
}

/// What members take of which nothing is said.
static ANYTHING: Field = Field {
    name: String::new(),
    required: false,
    nullable: false,
    description: String::new(),
    sample: None,
    shape: Shape::Json(Open::Anything),
};

impl Group {
    /// What members of other names take.
    pub fn other(&self) -> &Field {
        self.others.as_deref().unwrap_or(&ANYTHING)
    }
}

#[cfg(test)]
mod tests;
