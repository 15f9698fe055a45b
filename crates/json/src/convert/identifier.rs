//! Identifiers from names in data: cased, legal, unique, clear of keywords.

use std::collections::HashSet;

use heck::{ToLowerCamelCase, ToSnakeCase, ToUpperCamelCase};
use ichiban_schema::{EnumId, RecordId, Types, UnionId, words};

/// How a language writes a kind of name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// `upperCamelCase` with a capital first.
    UpperCamel,
    /// `lowerCamelCase`.
    LowerCamel,
    /// `snake_case`.
    Snake,
}

impl Case {
    /// `name` in this case: letters and digits (ASCII alone if `ascii`) and underscores, never
    /// empty, never a digit first.
    pub(super) fn apply(self, name: &str, ascii: bool) -> String {
        let text = words(name, ascii);
        let cased = match self {
            Self::UpperCamel => text.to_upper_camel_case(),
            Self::LowerCamel => text.to_lower_camel_case(),
            Self::Snake => text.to_snake_case(),
        };
        let prefix = match self {
            Self::UpperCamel => "Field",
            Self::LowerCamel => "field",
            Self::Snake if cased.is_empty() => "field",
            Self::Snake => "field_",
        };
        match cased.chars().next() {
            Some(first) if !first.is_ascii_digit() => cased,
            _ => format!("{prefix}{cased}"),
        }
    }
}

/// Names of one scope, given out once each.
#[derive(Debug, Default)]
pub(super) struct Scope {
    taken: HashSet<String>,
}

impl Scope {
    /// A scope in which `reserved` are not given out.
    pub(super) fn without(reserved: &[&str]) -> Self {
        Self {
            taken: reserved.iter().map(ToString::to_string).collect(),
        }
    }

    /// `name`, or else `name` and an underscore, or else `name` and the least number that makes
    /// it new.
    pub(super) fn take(&mut self, name: String) -> String {
        if self.taken.insert(name.clone()) {
            return name;
        }
        let numbers = (2_u64..).map(|n| format!("{name}_{n}"));
        for candidate in std::iter::once(format!("{name}_")).chain(numbers) {
            if self.taken.insert(candidate.clone()) {
                return candidate;
            }
        }
        name
    }
}

/// The names of all types, as a language takes them.
#[derive(Debug)]
pub(super) struct TypeNames {
    root: String,
    records: Vec<String>,
    enums: Vec<String>,
    unions: Vec<String>,
}

impl TypeNames {
    /// Names clear of `reserved`; `ascii` for languages that take no other letters.
    pub(super) fn new(types: &Types, reserved: &[&str], ascii: bool) -> Self {
        let mut scope = Scope::without(reserved);
        let mut take = |name: &str| {
            let name = Case::UpperCamel.apply(name, ascii);
            if reserved.contains(&name.as_str()) {
                return scope.take(format!("{name}Type"));
            }
            scope.take(name)
        };
        // A root that is a record has the root's name; any other has it for an alias.
        let is_record = types
            .records()
            .first()
            .is_some_and(|record| record.name == types.name);
        let root = if is_record {
            None
        } else {
            Some(take(&types.name))
        };
        let records: Vec<String> = types.records().iter().map(|r| take(&r.name)).collect();
        let enums = types.enums().iter().map(|e| take(&e.name)).collect();
        let unions = types.unions().iter().map(|u| take(&u.name)).collect();
        let root = root
            .or_else(|| records.first().cloned())
            .unwrap_or_default();
        Self {
            root,
            records,
            enums,
            unions,
        }
    }

    /// The name of the root, which is an alias unless the root is a record.
    pub(super) fn root(&self) -> &str {
        &self.root
    }

    /// Whether the root is itself a record, and needs no alias.
    pub(super) fn root_is_record(&self) -> bool {
        self.records.first() == Some(&self.root)
    }

    pub(super) fn record(&self, id: RecordId) -> &str {
        self.records.get(id.index()).map_or("", String::as_str)
    }

    pub(super) fn enumeration(&self, id: EnumId) -> &str {
        self.enums.get(id.index()).map_or("", String::as_str)
    }

    pub(super) fn union(&self, id: UnionId) -> &str {
        self.unions.get(id.index()).map_or("", String::as_str)
    }
}

/// Identifiers for the names of a record's fields or an enum's values, in order.
pub(super) fn members<'a>(
    names: impl IntoIterator<Item = &'a str>,
    reserved: &[&str],
    case: impl Fn(&str) -> String,
) -> Vec<String> {
    let mut scope = Scope::without(reserved);
    names
        .into_iter()
        .map(|name| scope.take(case(name)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_text_gives_a_legal_identifier() {
        for (name, snake) in [
            ("fromURL", "from_url"),
            ("", "field"),
            ("{}", "field"),
            ("1st", "field_1st"),
            ("user-agent", "user_agent"),
            ("名前", "名前"),
            ("Größe", "größe"),
            ("a\u{202e}b", "a_b"),
        ] {
            assert_eq!(Case::Snake.apply(name, false), snake);
        }
        assert_eq!(Case::Snake.apply("名前", true), "field");
    }

    #[test]
    fn identifiers_do_not_collide() {
        let names = ["a-b", "a b", "class", "a_b"];
        let taken = members(names, &["class"], |name| Case::Snake.apply(name, false));
        assert_eq!(taken, ["a_b", "a_b_", "class_", "a_b_2"]);
    }
}
