//! Node.js, which bundles the page's scripts and drives the browser in tests.

use anyhow::{Result, bail};

use crate::process;

/// The oldest release of each supported line, as Vite asks for.
const OLDEST: [(u32, u32); 2] = [(20, 19), (22, 12)];

/// Sees to it that Node.js is there and recent enough.
pub(crate) fn ensure() -> Result<()> {
    const HOW: &str = "install the current LTS release from https://nodejs.org/en/download, or \
                       with a version manager: `fnm install --lts`";
    let Some(answer) = process::answer("node", &["--version"]) else {
        bail!("Node.js is missing: {HOW}");
    };
    let Some((major, minor)) = version(&answer) else {
        bail!("`node --version` answers `{answer}`, which is no version: {HOW}");
    };
    if !is_supported(major, minor) {
        bail!("Node.js is {answer}, and 20.19, 22.12 or newer is needed: {HOW}");
    }
    Ok(())
}

fn version(answer: &str) -> Option<(u32, u32)> {
    let mut parts = answer.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

fn is_supported(major: u32, minor: u32) -> bool {
    match OLDEST.iter().find(|(line, _)| *line == major) {
        Some((_, oldest)) => minor >= *oldest,
        None => major > 22,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_node_prints() {
        assert_eq!(version("v20.20.2\n"), Some((20, 20)));
        assert_eq!(version("20.20.2"), None);
        assert_eq!(version("vital"), None);
    }

    #[test]
    fn asks_for_what_vite_asks_for() {
        assert!(is_supported(20, 19));
        assert!(!is_supported(20, 18));
        assert!(!is_supported(21, 7));
        assert!(!is_supported(22, 11));
        assert!(is_supported(22, 12));
        assert!(is_supported(24, 0));
    }
}
