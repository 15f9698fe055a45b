//! The size budgets: what a browser fetches, compressed, before the page can be used, and what each
//! engine brings when it is first needed. `docs/sizes.md` lists them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::workspace;

/// What the page, its styles, scripts and module may take together. The editor, the worker and the
/// parts of the module that the first view does not need come later.
const LIMIT: u64 = 180_000;

/// The most that the module of each worker may take, and what the page's own has of each tool, in bytes as
/// they are sent.
const MODULES: [(&str, u64); 12] = [
    ("engine", 1_500_000),
    ("model", 400_000),
    ("data", 1_500_000),
    ("answer", 400_000),
    ("diagram", 3_300_000),
    ("source", 1_700_000),
    ("docs", 2_100_000),
    ("wllama", 2_600_000),
    ("pack-translate", 125_000),
    ("pack-data", 170_000),
    ("pack-diagram", 260_000),
    ("pack-docs", 340_000),
];

/// The most that the frame of mermaid.js may take, with what every diagram needs there.
const FRAME: u64 = 200_000;

/// The most that the script may take by which other sites show widgets.
const SDK: u64 = 5_000;

/// The most that the service worker may take, which holds the digest of every file of the site.
const SERVICE_WORKER: u64 = 60_000;

/// Prints every file of the initial download and every worker's module, and fails if they are too
/// large.
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
    modules(&dist)?;
    frame(&dist)?;
    sdk(&dist)?;
    service_worker(&dist)?;
    Ok(format!(
        "{} of {} to start the page",
        kilobytes(total),
        kilobytes(LIMIT)
    ))
}

/// Prints the size of the frame of mermaid.js, and fails if it is too large or belongs to the page.
fn frame(dist: &Path) -> Result<()> {
    let page = fs::read_to_string(dist.join("mermaid-frame.html"))
        .context("the frame of mermaid.js is not built")?;
    let mut total = transferred(&dist.join("mermaid-frame.html"))?;
    // The first is the page itself.
    let files = initial(&page);
    if files.len() < 2 {
        bail!("mermaid-frame.html names no script");
    }
    for file in files.iter().skip(1) {
        total += transferred(&dist.join(file))
            .with_context(|| format!("mermaid-frame.html names {file}, which was not built"))?;
    }
    println!(
        "  {:>9}  the frame of mermaid.js; {} are allowed",
        kilobytes(total),
        kilobytes(FRAME)
    );
    if total > FRAME {
        bail!("larger than it may be: the frame of mermaid.js");
    }
    Ok(())
}

/// Prints the size of the script for other sites, and fails if it is too large or needs another.
fn sdk(dist: &Path) -> Result<()> {
    let file = dist.join("embed.js");
    let script = fs::read_to_string(&file).context("embed.js is not built")?;
    let size = transferred(&file)?;
    println!(
        "  {:>9}  embed.js; {} are allowed",
        kilobytes(size),
        kilobytes(SDK)
    );
    if size > SDK {
        bail!("larger than it may be: embed.js");
    }
    if script.contains("import\"") || script.contains("from\"") || script.contains("import(") {
        bail!("embed.js fetches another script: its size is not all that a site pays for");
    }
    Ok(())
}

/// Prints the size of the service worker, and fails if it is too large.
fn service_worker(dist: &Path) -> Result<()> {
    let size = transferred(&dist.join("sw.js"))?;
    println!(
        "  {:>9}  the service worker; {} are allowed",
        kilobytes(size),
        kilobytes(SERVICE_WORKER)
    );
    if size > SERVICE_WORKER {
        bail!("larger than it may be: sw.js");
    }
    Ok(())
}

/// Prints the size of every worker's module, and fails if one is too large.
fn modules(dist: &Path) -> Result<()> {
    let assets = dist.join("assets");
    let mut names = Vec::new();
    for entry in fs::read_dir(&assets).context("the page is not built")? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    let mut too_large = Vec::new();
    for (module, most) in MODULES {
        let file = names.iter().find(|name| is_of(name, module));
        let file = file.with_context(|| format!("the module {module} was not built"))?;
        let size = transferred(&assets.join(file))?;
        println!(
            "  {:>9}  {module}; {} are allowed",
            kilobytes(size),
            kilobytes(most)
        );
        if size > most {
            too_large.push(module);
        }
    }
    if !too_large.is_empty() {
        bail!("larger than they may be: {}", too_large.join(", "));
    }
    Ok(())
}

/// Whether a file is this module: `diagram_bg-Dk3x.wasm`, or `wllama-Dk3x.wasm` of one that is not ours.
fn is_of(file: &str, module: &str) -> bool {
    let rest = file.strip_prefix(module);
    let hash = rest.and_then(|rest| rest.strip_prefix("_bg-").or_else(|| rest.strip_prefix('-')));
    hash.and_then(|hash| hash.strip_suffix(".wasm")).is_some()
}

/// The page itself and the files it names, each once.
fn initial(page: &str) -> Vec<String> {
    let mut files = vec!["index.html".to_owned()];
    for attribute in ["src=\"", "href=\""] {
        for rest in page.split(attribute).skip(1) {
            let named = rest.split_once('"').and_then(|(address, _)| {
                address
                    .strip_prefix("./")
                    .or_else(|| address.strip_prefix('/'))
            });
            let Some(file) = named else { continue };
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
    fn every_worker_has_a_ceiling_that_is_listed() {
        let listed = include_str!("../../../../docs/sizes.md");
        let workers = crate::build::MODULES.iter().map(|module| module.name);
        for name in workers.filter(|name| *name != "web") {
            let has_ceiling = MODULES.iter().any(|(module, _)| *module == name);
            assert!(has_ceiling, "{name} has no ceiling");
        }
        for (name, most) in MODULES {
            let row = format!("| `{name}` | {} |", kilobytes(most));
            assert!(listed.contains(&row), "docs/sizes.md lacks {row}");
        }
        assert!(listed.contains(&kilobytes(LIMIT)));
        assert!(listed.contains(&kilobytes(FRAME)));
        assert!(listed.contains(&kilobytes(SDK)));
        assert!(listed.contains(&kilobytes(SERVICE_WORKER)));
    }

    #[test]
    fn a_module_is_told_by_its_name() {
        assert!(is_of("diagram_bg-Dk3x.wasm", "diagram"));
        assert!(!is_of("diagram_bg-Dk3x.wasm.br", "diagram"));
        assert!(!is_of("diagram-worker-Dk3x.js", "diagram"));
    }

    #[test]
    fn finds_what_the_page_fetches() {
        let page = r#"<link rel="icon" href="/favicon.svg" /><a href="https://example.org/">x</a>
            <script src="/assets/a.js"></script><link rel="preload" href="/assets/a.wasm">
            <link rel="modulepreload" href="/assets/a.js"><a href="/">home</a>"#;
        assert_eq!(
            initial(page),
            ["index.html", "assets/a.js", "favicon.svg", "assets/a.wasm"]
        );
        let frame = r#"<script type="module" crossorigin src="./assets/f.js"></script>"#;
        assert_eq!(initial(frame), ["index.html", "assets/f.js"]);
    }
}
