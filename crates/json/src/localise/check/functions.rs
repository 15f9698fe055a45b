//! Names of functions: `name()` is code, not a word.
//!
//! `Call close() first` → `Rufe erst schließen() auf`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct Functions;

impl Check for Functions {
    fn name(&self) -> &'static str {
        "function"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let source = pair.source.prose();
        for name in functions(&source).filter(|it| !pair.target_text.contains(it)) {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Warning),
                "function",
                format!("The function `{name}` is missing."),
                "Keep its name as it is.",
            ));
        }
    }
}

fn functions(prose: &str) -> impl Iterator<Item = &str> {
    prose.match_indices("()").filter_map(|(at, _)| {
        let before = prose.get(..at)?;
        let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ':' | '$');
        let name = before.len() - before.trim_end_matches(part).len();
        let name = prose.get(at - name..at + 2)?.trim_start_matches(['.', ':']);
        name.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$'))
            .then_some(name)
    })
}
