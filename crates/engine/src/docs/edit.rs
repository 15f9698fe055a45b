//! What a person corrects, and what an operation is called from then on.

use serde::{Deserialize, Serialize};

/// The methods that an operation may have.
pub const METHODS: [&str; 8] = [
    "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE",
];
/// The places that a parameter may be given, but for the path: that says itself what is in it.
pub const PLACES: [&str; 3] = ["query", "header", "cookie"];

/// A correction by the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The operation, as `GET /path`.
    pub operation: String,
    /// What of it.
    pub field: Field,
    /// What it is from now on.
    pub value: String,
}

/// What is corrected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Field {
    /// Its method.
    Method,
    /// Its path.
    Path,
    /// The group that it belongs to.
    Tag,
    /// The one line.
    Summary,
    /// The prose.
    Description,
    /// Whether it is advised against.
    Deprecated,
    /// A parameter: its place, its name, and what of it.
    Parameter(String, String, Part),
    /// A member of the body: the names that lead to it, and what of it.
    Member(Vec<String>, Part),
}

/// What is corrected of a parameter or member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// Its name.
    Name,
    /// Where it goes, of a parameter: `query`, `header` or `cookie`.
    Place,
    /// Its type.
    Type,
    /// Whether it must be given.
    Required,
    /// The prose.
    Description,
}

impl Edit {
    /// What the operation is called after this edit, as `GET /path`; none if it is called the same.
    pub fn renamed(&self) -> Option<String> {
        let (method, path) = self.operation.split_once(' ')?;
        let value = self.value.trim();
        let name = match &self.field {
            Field::Method => format!("{} {path}", value.to_ascii_uppercase()),
            Field::Path => format!("{method} {value}"),
            Field::Parameter(place, name, Part::Name) if place == "path" => self
                .operation
                .replace(&format!("{{{name}}}"), &format!("{{{value}}}")),
            _ => return None,
        };
        (name != self.operation).then_some(name)
    }
}

/// A path as documents have it: it begins with a slash, has no spaces and no query, and its braces
/// are in pairs and hold a name. A slash that is missing is put before it.
///
/// # Errors
///
/// What is wrong with it, in a sentence.
pub fn path(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    let text = match text.strip_prefix('/') {
        Some(_) => text.to_owned(),
        None => format!("/{text}"),
    };
    if text.contains(char::is_whitespace) {
        return Err("A path has no spaces.");
    }
    if text.contains(['?', '#']) {
        return Err("A path has no query: those are parameters.");
    }
    let mut open = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('{', None) => open = Some(at),
            ('}', Some(start)) if at > start + 1 => open = None,
            ('{' | '}', _) => return Err("The braces of a path are in pairs and hold a name."),
            _ => {}
        }
    }
    match open {
        Some(_) => Err("The braces of a path are in pairs and hold a name."),
        None => Ok(text),
    }
}

/// What an operation was called before edits that were not lost, counted from 0.
pub fn original(edits: &[Edit], lost: &[usize], operation: &str) -> String {
    let mut name = operation.to_owned();
    for (number, edit) in edits.iter().enumerate().rev() {
        if !lost.contains(&number) && edit.renamed().as_deref() == Some(name.as_str()) {
            name.clone_from(&edit.operation);
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(operation: &str, field: Field, value: &str) -> Edit {
        Edit {
            operation: operation.to_owned(),
            field,
            value: value.to_owned(),
        }
    }

    #[test]
    fn an_operation_is_followed_through_its_names() {
        let part = Field::Parameter("path".to_owned(), "id".to_owned(), Part::Name);
        let edits = [
            edit("GET /users/{id}", part, "user"),
            edit("GET /users/{user}", Field::Method, "put"),
            edit("PUT /users/{user}", Field::Summary, "Changes"),
            edit("PUT /users/{user}", Field::Path, "/people/{user}"),
        ];
        let names: Vec<_> = edits.iter().map(Edit::renamed).collect();
        let some = |name: &str| Some(name.to_owned());
        assert_eq!(
            names,
            [
                some("GET /users/{user}"),
                some("PUT /users/{user}"),
                None,
                some("PUT /people/{user}")
            ]
        );
        assert_eq!(
            original(&edits, &[], "PUT /people/{user}"),
            "GET /users/{id}"
        );
        assert_eq!(
            original(&edits, &[3], "PUT /people/{user}"),
            "PUT /people/{user}"
        );
        assert_eq!(original(&edits, &[], "GET /orders"), "GET /orders");
    }

    #[test]
    fn a_path_is_what_documents_may_have() {
        assert_eq!(path(" users/{id} ").as_deref(), Ok("/users/{id}"));
        for wrong in ["/a b", "/a?b=c", "/a/{", "/a/}", "/a/{}", "/{a{b}}"] {
            assert!(path(wrong).is_err(), "{wrong}");
        }
    }
}
