//! The size budget: what a browser fetches, compressed, before the page can be used.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::workspace;

/// What the page, its styles, scripts and module may take together. The editor, the worker and the
/// parts of the module that the first view does not need come later.
const LIMIT: u64 = 180_000;

/// Prints every file of the initial download, and fails if they are too large.
pub(super) fn check() -> Result<String> {
    let dist = workspace::dist();
    let page = fs::read_to_string(dist.join("index.html")).context("the page is not built")?;
    let mut total = 0;
    for file in initial(&page) {
        let size = transferred(&dist.join(&file))
            .with_context(|| format!("index.html names {file}, which was not built"))?;
        println!("  {:>9}  {file}", kilobytes(size));
        total += size;
    }
    println!(
        "  {:>9}  in all; {} are allowed",
        kilobytes(total),
        kilobytes(LIMIT)
    );
    if total > LIMIT {
        bail!(
            "the initial download is {}, and {} are allowed",
            kilobytes(total),
            kilobytes(LIMIT)
        );
    }
    Ok(format!(
        "{} of {} to start the page",
        kilobytes(total),
        kilobytes(LIMIT)
    ))
}

/// The page itself and the files it names, each once.
fn initial(page: &str) -> Vec<String> {
    let mut files = vec!["index.html".to_owned()];
    for attribute in ["src=\"/", "href=\"/"] {
        for rest in page.split(attribute).skip(1) {
            let Some((file, _)) = rest.split_once('"') else {
                continue;
            };
            if !file.is_empty() && !files.iter().any(|known| known == file) {
                files.push(file.to_owned());
            }
        }
    }
    files
}

/// The bytes a server sends for a file.
fn transferred(file: &Path) -> Result<u64> {
    let mut compressed = file.as_os_str().to_owned();
    compressed.push(".br");
    match fs::metadata(&compressed) {
        Ok(metadata) => Ok(metadata.len()),
        Err(_) => Ok(fs::metadata(file)?.len()),
    }
}

fn kilobytes(bytes: u64) -> String {
    format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_the_page_fetches() {
        let page = r#"<link rel="icon" href="/favicon.svg" /><a href="https://example.org/">x</a>
            <script src="/assets/a.js"></script><link rel="preload" href="/assets/a.wasm">
            <link rel="modulepreload" href="/assets/a.js"><a href="/">home</a>"#;
        assert_eq!(
            initial(page),
            ["index.html", "assets/a.js", "favicon.svg", "assets/a.wasm"]
        );
    }
}
