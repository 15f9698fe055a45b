//! Attributes of an entity whose type has spaces or commas, or that have no type.
//!
//! ```text
//! double precision amount        double_precision amount
//! decimal(10, 2) price           decimal(10-2) price
//! ```

use super::{Family, Mend, Mended, ParseError, rewrite_lines};
use crate::text::indentation;

pub(super) struct ErAttributes;

/// Types of SQL that are more than one word.
const WORDS: &[&str] = &[
    "double precision",
    "character varying",
    "timestamp without time zone",
    "timestamp with time zone",
    "time without time zone",
    "time with time zone",
    "bit varying",
    "bigint unsigned",
    "int unsigned",
    "integer unsigned",
    "smallint unsigned",
    "tinyint unsigned",
    "national character varying",
    "long varchar",
    "long raw",
];

impl Mend for ErAttributes {
    fn code(&self) -> &'static str {
        "attribute-type"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if family != Family::Er {
            return None;
        }
        let mut inside = false;
        rewrite_lines(text, self.code(), |line| {
            let trimmed = line.trim();
            if trimmed.ends_with('{') {
                inside = true;
                return None;
            }
            if trimmed.starts_with('}') {
                inside = false;
            }
            if !inside || trimmed.is_empty() {
                return None;
            }
            let new = attribute(trimmed);
            (new != trimmed).then(|| {
                let message = format!("`{trimmed}` → `{new}`");
                (format!("{}{new}", indentation(line)), message)
            })
        })
    }
}

fn attribute(line: &str) -> String {
    let line = line.trim_end_matches([',', ';']).trim();
    let (code, comment) = line.split_at(line.find('"').unwrap_or(line.len()));
    let lower = code.to_ascii_lowercase();
    let mut code = code.to_owned();
    if let Some(words) = WORDS.iter().find(|words| {
        lower
            .strip_prefix(**words)
            .is_some_and(|rest| rest.starts_with([' ', '(']))
    }) {
        let (kind, rest) = code.split_at(words.len());
        code = format!("{}{rest}", kind.replace(' ', "_"));
    }
    // A type's parentheses hold neither commas nor spaces.
    if let (Some(open), Some(close)) = (code.find('('), code.rfind(')'))
        && let Some(inside) = code.get(open + 1..close)
    {
        let inside: Vec<_> = inside.split(',').map(str::trim).collect();
        let inside = inside.join("-").replace([' ', '\''], "_");
        let head = code.get(..open).unwrap_or("").trim_end().to_owned();
        let tail = code.get(close + 1..).unwrap_or("").to_owned();
        code = format!("{head}({inside}){tail}");
    }
    // `name: type` is how other languages write it.
    if let Some((name, kind)) = code.split_once(':')
        && !name.contains(' ')
        && !kind.trim().is_empty()
    {
        let mut words = kind.split_whitespace();
        let kind = words.next().unwrap_or("string");
        let rest: Vec<_> = words.collect();
        code = format!("{kind} {name} {}", rest.join(" "));
    }
    let words: Vec<_> = code.split_whitespace().collect();
    let is_key = |word: &str| matches!(word, "PK" | "FK" | "UK");
    let (keys, parts): (Vec<&str>, Vec<&str>) = words
        .iter()
        .partition(|word| word.split(',').all(|key| key.is_empty() || is_key(key)));
    let keys: Vec<_> = keys
        .iter()
        .flat_map(|word| word.split(','))
        .filter(|key| !key.is_empty())
        .collect();
    let parts = match parts.as_slice() {
        [name] => vec!["string".to_owned(), (*name).to_owned()],
        [kind, name] => vec![(*kind).to_owned(), (*name).to_owned()],
        [kind, name, rest @ ..] => {
            let note = rest.join(" ");
            if comment.is_empty() && !note.is_empty() {
                let keys = keys.join(", ");
                return format!("{kind} {name} {keys} \"{note}\"").replace("  ", " ");
            }
            vec![(*kind).to_owned(), (*name).to_owned()]
        }
        [] => return line.to_owned(),
    };
    let mut new = parts.join(" ");
    if !keys.is_empty() {
        new.push(' ');
        new.push_str(&keys.join(", "));
    }
    if !comment.is_empty() {
        new.push(' ');
        new.push_str(comment.trim());
    }
    new
}

#[cfg(test)]
mod tests {
    use super::attribute;

    #[test]
    fn types_become_one_word() {
        for (line, expected) in [
            ("double precision amount", "double_precision amount"),
            ("varchar(255) name", "varchar(255) name"),
            (
                "decimal(10, 2) price \"net\"",
                "decimal(10-2) price \"net\"",
            ),
            ("id: int PK", "int id PK"),
            ("int id PK,FK", "int id PK, FK"),
            ("name", "string name"),
            ("string name NOT NULL", "string name \"NOT NULL\""),
        ] {
            assert_eq!(attribute(line), expected, "{line}");
        }
    }
}
