//! Titles of subgraphs that hold what the grammar takes for syntax.
//!
//! ```text
//! subgraph Backend (v2)        subgraph Backend_v2["Backend (v2)"]
//! ```

use super::{Family, Mend, Mended, ParseError, identifier, quoted, rewrite_lines};
use crate::text::indentation;

pub(super) struct FlowSubgraph;

impl Mend for FlowSubgraph {
    fn code(&self) -> &'static str {
        "subgraph-title"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if family != Family::Flowchart {
            return None;
        }
        rewrite_lines(text, self.code(), |line| {
            let rest = line.trim().strip_prefix("subgraph ")?.trim();
            let rest = rest.trim_end_matches([';', ':', '{']).trim();
            let (id, title) = match rest.split_once('[') {
                Some((id, title)) if title.ends_with(']') && !id.trim().is_empty() => {
                    let title = title.strip_suffix(']')?.trim();
                    (id.trim(), title)
                }
                _ => ("", rest),
            };
            let bare = title.trim_matches(['"', '“', '”']);
            let is_plain = |text: &str| {
                text.chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' '))
            };
            if is_plain(bare)
                && id.is_empty()
                && rest == line.trim().strip_prefix("subgraph ")?.trim()
            {
                return None;
            }
            let id = if id.is_empty() {
                collapse(&identifier(bare))
            } else {
                collapse(&identifier(id))
            };
            let new = format!("{}subgraph {id}[{}]", indentation(line), quoted(bare));
            (new != line).then(|| (new.clone(), format!("`{}` → `{}`", line.trim(), new.trim())))
        })
    }
}

fn collapse(id: &str) -> String {
    let parts: Vec<_> = id.split('_').filter(|part| !part.is_empty()).collect();
    if parts.is_empty() {
        "group".to_owned()
    } else {
        parts.join("_")
    }
}
