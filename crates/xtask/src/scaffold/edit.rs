//! Lines put into files where they belong.

use anyhow::{Context, Result};

/// Puts a line among the first run of lines that begin with `start`, which are sorted.
pub(super) fn sorted(text: &str, start: &str, line: &str) -> Result<String> {
    let mut lines: Vec<_> = text.lines().collect();
    let first = lines
        .iter()
        .position(|known| known.starts_with(start) && shape(known) == shape(line))
        .with_context(|| format!("there is no line that begins with `{start}`"))?;
    let length = lines
        .iter()
        .skip(first)
        .take_while(|known| known.starts_with(start))
        .count();
    let before = lines
        .iter()
        .skip(first)
        .take(length)
        .filter(|known| **known < line)
        .count();
    lines.insert(first + before, line);
    Ok(joined(&lines))
}

/// What kind of path a line names: `use crate::…` stands apart from `use module::…`.
fn shape(line: &str) -> bool {
    line.contains("crate::") || line.contains("std::") || line.contains("ichiban_")
}

/// Puts a line behind the first that begins with `start`, white space before it aside.
pub(super) fn after(text: &str, start: &str, line: &str) -> Result<String> {
    let mut lines: Vec<_> = text.lines().collect();
    let at = lines
        .iter()
        .position(|known| known.trim_start().starts_with(start))
        .with_context(|| format!("there is no line that begins with `{start}`"))?;
    lines.insert(at + 1, line);
    Ok(joined(&lines))
}

/// Puts a line at the end of the list that `opening` opens and `];` closes.
pub(super) fn last(text: &str, opening: &str, line: &str) -> Result<String> {
    let mut lines: Vec<_> = text.lines().collect();
    let end = lines
        .iter()
        .skip_while(|known| !known.starts_with(opening))
        .position(|known| *known == "];")
        .with_context(|| format!("there is no list `{opening}`"))?;
    let start = lines
        .iter()
        .position(|known| known.starts_with(opening))
        .unwrap_or_default();
    lines.insert(start + end, line);
    Ok(joined(&lines))
}

fn joined(lines: &[&str]) -> String {
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_go_where_they_are_sought() {
        let text = "mod a;\nmod c;\n\nmod b;\nuse crate::X;\n\nuse a::A;\nuse c::C;\nlet list = &[\n    a,\n];\n";
        assert!(
            sorted(text, "mod ", "mod b;")
                .unwrap()
                .starts_with("mod a;\nmod b;\nmod c;\n\n")
        );
        assert!(
            sorted(text, "mod ", "mod d;")
                .unwrap()
                .starts_with("mod a;\nmod c;\nmod d;\n\n")
        );
        assert!(
            sorted(text, "use ", "use b::B;")
                .unwrap()
                .contains("use crate::X;\n\nuse a::A;\nuse b::B;\nuse c::C;\n")
        );
        assert!(
            last(text, "let list", "    b,")
                .unwrap()
                .ends_with("    a,\n    b,\n];\n")
        );
        assert!(
            after(text, "use a", "here")
                .unwrap()
                .contains("use a::A;\nhere\n")
        );
        assert!(after(text, "nowhere", "here").is_err());
        assert!(sorted(text, "nowhere", "here").is_err());
        assert!(last(text, "nowhere", "here").is_err());
    }
}
