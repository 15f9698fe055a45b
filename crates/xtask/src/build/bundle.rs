//! Vite: bundles and hashes scripts, styles and modules into `dist/`, and compresses them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{Base, Mode, stamp::Stamp, wasm_folder};
use crate::serve::headers;
use crate::{process, workspace};

/// Bundles the site to begin at a path of its host, and returns its folder.
pub(crate) fn bundle(mode: Mode, base: &Base) -> Result<PathBuf> {
    let dist = workspace::dist();
    let mut input = input(mode)?;
    input.push(base.to_string().into_bytes());
    let input: Vec<&[u8]> = input.iter().map(Vec::as_slice).collect();
    let stamp = Stamp::new(&dist, &input);
    if stamp.is_current() {
        return Ok(dist);
    }
    let mut vite = vite(mode);
    vite.arg("build").env("ICHIBAN_BASE", base.to_string());
    process::run("bundle", &mut vite)?;
    fs::write(dist.join("_headers"), headers::file(base))?;
    // Every address that is no file is a view of the page; a file that is missing is missing.
    let [assets, all, page] = ["/assets/*", "/*", "/index.html"].map(|path| base.address(path));
    let redirects = format!("{assets} {page} 404\n{all} {page} 200\n");
    fs::write(dist.join("_redirects"), redirects)?;
    stamp.write()?;
    Ok(dist)
}

/// Vite, about to be told what to do.
pub(crate) fn vite(mode: Mode) -> Command {
    let web = workspace::root().join("web");
    let mut command = Command::new("node");
    command
        .arg(web.join("node_modules/vite/bin/vite.js"))
        .current_dir(web)
        .env("ICHIBAN_WASM", wasm_folder(mode))
        .env(
            "NODE_ENV",
            match mode {
                Mode::Release => "production",
                Mode::Dev => "development",
            },
        );
    command
}

/// All that goes into the bundle: every file with its name.
fn input(mode: Mode) -> Result<Vec<Vec<u8>>> {
    let root = workspace::root();
    let mut files = Vec::new();
    walk(&root.join("web"), &mut files)?;
    walk(&root.join("public"), &mut files)?;
    walk(&wasm_folder(mode), &mut files)?;
    files.sort();
    let mut input = vec![format!("{mode:?}").into_bytes()];
    for file in files {
        input.push(file.to_string_lossy().into_owned().into_bytes());
        input.push(fs::read(file)?);
    }
    Ok(input)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            if !path.ends_with("node_modules") {
                walk(&path, files)?;
            }
        } else if path.extension().is_none_or(|extension| extension != "rs") {
            files.push(path);
        }
    }
    Ok(())
}
