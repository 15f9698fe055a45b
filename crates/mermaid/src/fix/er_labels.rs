//! Relationships of an entity diagram without a label, and names with characters they may not
//! have.
//!
//! ```text
//! USER ||--o{ ORDER             USER ||--o{ ORDER : ""
//! Order Item }|--|| ORDER       "Order Item" }|--|| ORDER
//! ```

use super::{Family, Mend, Mended, ParseError, rewrite_lines};
use crate::text::indentation;

pub(super) struct ErLabels;

const LEFT: &[&str] = &["|o", "||", "}o", "}|"];
const RIGHT: &[&str] = &["o|", "||", "o{", "|{"];

impl Mend for ErLabels {
    fn code(&self) -> &'static str {
        "relationship"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if family != Family::Er {
            return None;
        }
        rewrite_lines(text, self.code(), |line| {
            if let Some((at, length)) = cardinality(line) {
                let from = line.get(..at)?.trim();
                let marks = line.get(at..at + length)?;
                let rest = line.get(at + length..)?;
                let (to, label) = rest.split_once(':').unwrap_or((rest, ""));
                let label = match label.trim() {
                    "" => "\"\"".to_owned(),
                    quoted if quoted.starts_with('"') => quoted.to_owned(),
                    words if words.contains(|c: char| !(c.is_alphanumeric() || c == '_')) => {
                        format!("\"{}\"", words.replace('"', "'"))
                    }
                    word => word.to_owned(),
                };
                let new = format!(
                    "{}{} {marks} {} : {label}",
                    indentation(line),
                    entity(from),
                    entity(to.trim())
                );
                return (new != line)
                    .then(|| (new.clone(), format!("`{}` → `{}`", line.trim(), new.trim())));
            }
            let name = line.trim().strip_suffix('{')?.trim();
            if name.contains('[') {
                return None;
            }
            let quoted = entity(name);
            (quoted != name).then(|| {
                let new = format!("{}{quoted} {{", indentation(line));
                (new, format!("quoted the name {quoted}"))
            })
        })
    }
}

/// Where a relationship's marks stand, such as `||--o{`.
fn cardinality(line: &str) -> Option<(usize, usize)> {
    ["--", ".."].iter().find_map(|middle| {
        line.match_indices(middle).find_map(|(at, _)| {
            let start = at.checked_sub(2)?;
            let is_left = LEFT.contains(&line.get(start..at)?);
            let is_right = RIGHT.contains(&line.get(at + 2..at + 4)?);
            (is_left && is_right).then_some((start, 6))
        })
    })
}

fn entity(name: &str) -> String {
    let is_plain = name
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    if is_plain || name.starts_with('"') || name.contains('[') {
        name.to_owned()
    } else {
        format!("\"{name}\"")
    }
}
