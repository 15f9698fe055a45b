//! File paths: they are kept.
//!
//! `Edit /etc/hosts` → `Bearbeite /usw/wirte`

use ichiban_tool::Severity;

use super::{Check, Finding, Pair};

pub(super) struct FilePaths;

impl Check for FilePaths {
    fn name(&self) -> &'static str {
        "file-path"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let source = pair.source.prose();
        for path in paths(&source).filter(|it| !pair.target_text.contains(it)) {
            findings.push(Finding::new(
                pair.terms.author.strict(Severity::Warning),
                "file-path",
                format!("The path `{path}` is missing."),
                "Keep it as it is.",
            ));
        }
    }
}

/// Words that are paths: of two parts at least, so that `and/or` and `5 € /day` are none.
fn paths(prose: &str) -> impl Iterator<Item = &str> {
    prose
        .split(|c: char| c.is_whitespace() || "\"'“”„()[]<>,;\u{fffc}".contains(c))
        .map(|word| word.trim_end_matches(['.', ':', '!', '?']))
        .filter(|word| {
            let plain = word.bytes().all(|b| b.is_ascii_graphic());
            let rooted = ["/", "~/", "./", "../"]
                .iter()
                .any(|it| word.starts_with(it));
            let parts = word
                .split('/')
                .filter(|it| it.starts_with(|c: char| c.is_ascii_alphanumeric()));
            let drive = word.get(1..3) == Some(":\\") && word.len() > 3;
            let below = !word.starts_with('/') && rooted;
            plain && (drive || (rooted && parts.count() > usize::from(!below)))
        })
}
