//! The licences of what we build on, and where it comes from. `deny.toml` says the same to `cargo deny`.

use super::metadata::Metadata;

/// By their [SPDX](https://spdx.org/licenses/) identifiers: those that ask for no more than to be
/// named.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Packages under the Mozilla Public Licence 2.0, which asks that changes to a package's own files
/// be published; we make none. The Mermaid renderer reads styles with them, and `scraper` selectors.
const EXCEPTIONS: &[&str] = &["cssparser", "cssparser-macros", "dtoa-short", "selectors"];

/// The only registry that packages come from.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

pub(super) fn check(metadata: &Metadata) -> Vec<String> {
    let strangers = metadata.packages.iter().filter_map(|package| {
        let source = package.source.as_deref().filter(|from| *from != REGISTRY)?;
        Some(format!(
            "{} {} comes from {source}, and not from crates.io",
            package.name, package.version
        ))
    });
    let mut findings: Vec<String> = strangers.collect();
    findings.extend(unlicensed(metadata));
    findings
}

/// The packages whose licences ask for more than we give.
fn unlicensed(metadata: &Metadata) -> Vec<String> {
    let packages = metadata.packages.iter();
    packages
        .filter(|package| !EXCEPTIONS.contains(&package.name.as_str()))
        .filter(|package| !package.license.as_deref().is_some_and(is_allowed))
        .map(|package| {
            format!(
                "{} {} has the licence {}, which is not among those we build on",
                package.name,
                package.version,
                package.license.as_deref().unwrap_or("(none)"),
            )
        })
        .collect()
}

/// Whether a licence expression can be met by [`ALLOWED`] alone. Of the grammar, parentheses count
/// only around alternatives, which is how they occur.
fn is_allowed(expression: &str) -> bool {
    // `MIT/Apache-2.0` is how `OR` was once written.
    let expression = expression.replace('/', " OR ");
    split(&expression, " AND ")
        .iter()
        .all(|part| split(unwrap(part), " OR ").iter().any(|id| is_met(id)))
}

fn is_met(part: &str) -> bool {
    let part = unwrap(part);
    if part.contains(" AND ") || part.contains(" OR ") {
        return is_allowed(part);
    }
    ALLOWED.contains(&part)
}

fn unwrap(part: &str) -> &str {
    let part = part.trim();
    part.strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'))
        .unwrap_or(part)
}

/// Splits at a separator that is not within parentheses.
fn split<'a>(expression: &'a str, separator: &str) -> Vec<&'a str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, byte) in expression.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ if depth == 0 && at >= start && expression[at..].starts_with(separator) => {
                parts.push(&expression[start..at]);
                start = at + separator.len();
            }
            _ => {}
        }
    }
    parts.push(&expression[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_deny_is_told_the_same() {
        let told = include_str!("../../../../deny.toml");
        for licence in ALLOWED {
            assert!(told.contains(&format!("    \"{licence}\",\n")), "{licence}");
        }
        for package in EXCEPTIONS {
            assert!(
                told.contains(&format!("crate = \"{package}\"")),
                "{package}"
            );
        }
    }

    #[test]
    fn reads_the_expressions_in_use() {
        assert!(is_allowed("MIT"));
        assert!(is_allowed("MIT/Apache-2.0"));
        assert!(is_allowed("MIT OR Apache-2.0 OR LGPL-2.1-or-later"));
        assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
        assert!(is_allowed("Apache-2.0 WITH LLVM-exception"));
        assert!(!is_allowed("GPL-3.0"));
        assert!(!is_allowed("MIT AND GPL-3.0"));
        assert!(!is_allowed("(MIT OR Apache-2.0) AND MPL-2.0"));
    }
}
