//! To names and values, as `application/x-www-form-urlencoded` and `multipart/form-data` carry them.
//!
//! An array of scalars is its name once per entry, and what is nested deeper is JSON: the defaults of
//! `OpenAPI` 3.1, 4.8.15.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Entry, Field, Shape, json};

/// A name and what it has.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The name.
    pub name: String,
    /// The value; of a file, its name.
    pub value: String,
    /// The file, if it is one.
    pub file: Option<Upload>,
}

/// A file that is sent.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// What it holds.
    #[serde(with = "serde_bytes")]
    pub bytes: Vec<u8>,
}

// What it holds is no matter of a log.
impl std::fmt::Debug for Upload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Upload").field(&self.name).finish()
    }
}

/// The pairs of a form that is filled in.
pub fn pairs(field: &Field, entry: &Entry) -> Vec<Pair> {
    let (Shape::Group(group), Entry::Group(members, others)) = (&field.shape, entry) else {
        return spread(field, entry);
    };
    let named = group.members.iter().zip(members);
    let mut pairs: Vec<Pair> = named
        .flat_map(|(member, entry)| one(&member.name, member, entry))
        .collect();
    for (name, entry) in others {
        pairs.extend(one(name, group.other(), entry));
    }
    pairs
}

/// Those of a form that is written as JSON.
fn spread(field: &Field, entry: &Entry) -> Vec<Pair> {
    let text = json::write(field, entry).unwrap_or_default();
    let Ok(Value::Object(members)) = serde_json::from_str(&text) else {
        return Vec::new();
    };
    members
        .into_iter()
        .map(|(name, value)| Pair {
            name,
            value: plain(value),
            file: None,
        })
        .collect()
}

fn one(name: &str, field: &Field, entry: &Entry) -> Vec<Pair> {
    let pair = |value: String| Pair {
        name: name.to_owned(),
        value,
        file: None,
    };
    match (entry, &field.shape) {
        (Entry::Absent, _) => Vec::new(),
        (Entry::Null, _) => vec![pair(String::new())],
        (Entry::File(file), _) => vec![Pair {
            name: name.to_owned(),
            value: file.name.clone(),
            file: Some(file.as_ref().clone()),
        }],
        (Entry::List(entries), Shape::List(list)) => {
            let entries = entries.iter();
            entries
                .flat_map(|entry| one(name, &list.items, entry))
                .collect()
        }
        (Entry::Text(text), Shape::Choice(_)) => {
            let value = serde_json::from_str(text).unwrap_or(Value::Null);
            vec![pair(plain(value))]
        }
        (Entry::Text(text), _) => vec![pair(text.clone())],
        (Entry::Json(text), _) => {
            let value = serde_json::from_str(text);
            vec![pair(value.map_or_else(|_| text.clone(), plain))]
        }
        _ => {
            let text = json::write(field, entry).unwrap_or_default();
            let value = serde_json::from_str::<Value>(&text);
            vec![pair(value.map_or(text, |value| value.to_string()))]
        }
    }
}

/// A text without its quotes, all else as JSON.
fn plain(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}
