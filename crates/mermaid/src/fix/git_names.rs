//! Names of branches with spaces.
//!
//! ```text
//! branch feature one        branch "feature one"
//! ```

use super::{Family, Mend, Mended, ParseError, rewrite_lines};
use crate::text::indentation;

pub(super) struct GitNames;

impl Mend for GitNames {
    fn code(&self) -> &'static str {
        "branch-name"
    }

    fn mend(&self, text: &str, _: Family, error: &ParseError) -> Option<Mended> {
        if error.kind.as_deref() != Some("gitGraph") {
            return None;
        }
        rewrite_lines(text, self.code(), |line| {
            let (keyword, rest) = line.trim().split_once(' ')?;
            if !matches!(keyword, "branch" | "checkout" | "switch" | "merge") {
                return None;
            }
            let end = rest.find([':', '"']).map_or(rest.len(), |at| {
                rest.get(..at).and_then(|head| head.rfind(' ')).unwrap_or(0)
            });
            let (name, options) = rest.split_at(end);
            if !name.trim().contains(' ') {
                return None;
            }
            let new = format!(
                "{}{keyword} \"{}\"{options}",
                indentation(line),
                name.trim()
            );
            Some((new.clone(), format!("`{}` → `{}`", line.trim(), new.trim())))
        })
    }
}
