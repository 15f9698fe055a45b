//! What kind of source files are, by their names and by what is in them.

use super::{File, SOURCES, Source};

/// What a name that is a source's own is worth, and an extension, and an extension of a format
/// that many sources are written in.
const NAMED: u32 = 100;
const EXTENSION: u32 = 60;
const FORMAT: u32 = 10;

/// The sources that files may be, the likeliest first; those that they cannot be are not there.
///
/// Cost: each source looks at the text once.
pub fn detect(files: &[File<'_>]) -> Vec<&'static Source> {
    let mut ranked: Vec<(u32, &'static Source)> = SOURCES
        .iter()
        .map(|source| {
            // Several files are of the kind that the first ones are.
            let score = files
                .iter()
                .take(3)
                .map(|file| score(source, file))
                .max()
                .unwrap_or(0);
            (score, source)
        })
        .filter(|(score, _)| *score > 0)
        .collect();
    ranked.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    ranked.into_iter().map(|(_, source)| source).collect()
}

fn score(source: &Source, file: &File<'_>) -> u32 {
    let looks = u32::from((source.looks)(file.text));
    looks + file.name.map_or(0, |name| of_name(source, name))
}

fn of_name(source: &Source, name: &str) -> u32 {
    let name = name.replace('\\', "/").to_ascii_lowercase();
    let base = name.rsplit('/').next().unwrap_or(&name);
    source
        .files
        .iter()
        .map(|pattern| {
            let pattern = pattern.to_ascii_lowercase();
            if !pattern.starts_with('.') || pattern.contains('/') {
                let is_it = base == pattern || pattern.contains('/') && name.contains(&pattern);
                return if is_it { NAMED } else { 0 };
            }
            if !base.ends_with(&pattern) {
                return 0;
            }
            if matches!(
                pattern.as_str(),
                ".json" | ".yaml" | ".yml" | ".toml" | ".txt" | ".md" | ".log"
            ) {
                FORMAT
            } else {
                EXTENSION
            }
        })
        .max()
        .unwrap_or(0)
}
