//! Versions that must agree.

use super::metadata::Metadata;

/// What runs in the browser, and what is written for it when building: the two speak a format that
/// is theirs alone.
const PAIR: [&str; 2] = ["wasm-bindgen", "wasm-bindgen-cli-support"];

pub(super) fn check(metadata: &Metadata) -> Vec<String> {
    let versions = PAIR.map(|name| versions(metadata, name));
    let [runtime, tool] = &versions;
    if runtime.len() == 1 && runtime == tool {
        return Vec::new();
    }
    vec![format!(
        "{} is {} and {} is {}: set both to one version in Cargo.toml",
        PAIR[0],
        runtime.join(" and "),
        PAIR[1],
        tool.join(" and "),
    )]
}

fn versions<'a>(metadata: &'a Metadata, name: &str) -> Vec<&'a str> {
    metadata
        .packages
        .iter()
        .filter(|package| package.name == name)
        .map(|package| package.version.as_str())
        .collect()
}
