//! Semicolons and missing commas in `style` and `classDef` lines.
//!
//! ```text
//! style A fill:#f9f; stroke:#333;        style A fill:#f9f,stroke:#333
//! ```

use super::{Family, Mend, Mended, ParseError, rewrite_lines};
use crate::text::indentation;

pub(super) struct Style;

impl Mend for Style {
    fn code(&self) -> &'static str {
        "style-list"
    }

    fn mend(&self, text: &str, _: Family, _: &ParseError) -> Option<Mended> {
        rewrite_lines(text, self.code(), |line| {
            let (keyword, rest) = line.trim().split_once(char::is_whitespace)?;
            if !matches!(keyword, "style" | "classDef" | "linkStyle") {
                return None;
            }
            let (target, list) = rest.trim().split_once(char::is_whitespace)?;
            if !list.contains(':') {
                return None;
            }
            let list = list
                .trim()
                .trim_start_matches('{')
                .trim_end_matches(['}', ';']);
            let declarations: Vec<_> = list
                .split([';', ','])
                .map(|declaration| {
                    let (name, value) = declaration.split_once(':').unwrap_or((declaration, ""));
                    format!("{}:{}", name.trim(), value.trim())
                })
                .filter(|declaration| declaration != ":")
                .collect();
            let new = format!(
                "{}{keyword} {} {}",
                indentation(line),
                target.trim_end_matches(':'),
                declarations.join(",")
            );
            (new != line).then(|| (new.clone(), format!("`{}` → `{}`", line.trim(), new.trim())))
        })
    }
}
