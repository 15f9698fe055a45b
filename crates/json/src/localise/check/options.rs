//! Options of a command line: `--name` is typed as it is.
//!
//! `Use --force to go on` → `Nutze --gewalt, um fortzufahren`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct CommandOptions;

impl Check for CommandOptions {
    fn name(&self) -> &'static str {
        "option"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let source = pair.source.prose();
        for option in options(&source).filter(|it| !pair.target_text.contains(it)) {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Warning),
                "option",
                format!("The option `{option}` is missing."),
                "Keep it as it is; what it takes may be translated.",
            ));
        }
    }
}

fn options(prose: &str) -> impl Iterator<Item = &str> {
    prose.match_indices("--").filter_map(|(at, _)| {
        let before = prose.get(..at)?.chars().next_back();
        let rest = prose.get(at..)?;
        let name = rest.get(2..)?;
        let length = name
            .bytes()
            .take_while(|b| b.is_ascii_alphanumeric() || *b == b'-')
            .count();
        let apart = before.is_none_or(|c| c.is_whitespace() || "([\"'`“".contains(c));
        let named = name.starts_with(|c: char| c.is_ascii_lowercase()) && length > 1;
        (apart && named).then(|| rest.get(..length + 2)).flatten()
    })
}
