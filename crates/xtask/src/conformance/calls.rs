//! Calls of the documents that were read: what each language's own parser says of them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::write;
use crate::process;

/// Has each language read the calls of every document. Go is asked where it is installed.
pub(super) fn check(
    program: &Path,
    python: &Path,
    folder: &Path,
    documents: &[PathBuf],
) -> Result<()> {
    let _ = fs::remove_dir_all(folder);
    let all = |form: &str| -> Result<Vec<String>> {
        documents
            .iter()
            .map(|document| calls(program, form, document))
            .collect()
    };
    let shell: Vec<_> = ["curl", "httpie"]
        .into_iter()
        .map(all)
        .collect::<Result<Vec<_>>>()?
        .concat();
    let shell = files(folder, "sh", &shell)?;
    process::run(
        "read the calls (sh -n)",
        Command::new("sh")
            .args(["-c", "for file; do sh -n \"$file\" || exit 1; done", "sh"])
            .args(&shell),
    )?;
    let scripts: Vec<_> = all("fetch")?.iter().map(|text| blocks(text)).collect();
    let scripts = files(folder, "mjs", &scripts)?;
    for file in &scripts {
        process::run(
            "read the calls (node --check)",
            Command::new("node").arg("--check").arg(file),
        )?;
    }
    let modules = [all("python")?, all("httpx")?].concat();
    let modules = files(folder, "py", &modules)?;
    process::run(
        "read the calls (python -m py_compile)",
        Command::new(python)
            .args(["-m", "py_compile"])
            .args(&modules),
    )?;
    let programs: Vec<_> = all("go")?
        .iter()
        .flat_map(|text| text.split("package main\n").skip(1))
        .map(|rest| format!("package main\n{}\n", rest.trim_end()))
        .collect();
    let programs = files(folder, "go", &programs)?;
    if process::answer("go", &["version"]).is_some() {
        let unformatted = process::run(
            "read the calls (gofmt)",
            Command::new("gofmt").args(["-e", "-l"]).arg(folder),
        )?;
        if !unformatted.output.trim().is_empty() {
            bail!("not as gofmt would have it:\n{}", unformatted.output.trim());
        }
    } else {
        println!(
            "    {} Go programs are not read: Go is not installed",
            programs.len()
        );
    }
    println!(
        "    calls of {} documents read by sh, node and Python",
        documents.len()
    );
    Ok(())
}

fn calls(program: &Path, form: &str, document: &Path) -> Result<String> {
    let output = Command::new(program)
        .args(["apidoc", "calls", "--as", form])
        .arg(document)
        .output()
        .context("the writer of calls cannot be started")?;
    if !output.status.success() {
        bail!(
            "{form} of {}: {}",
            document.display(),
            String::from_utf8_lossy(&output.stderr).trim()
        );
    }
    Ok(String::from_utf8(output.stdout)?)
}

fn files(folder: &Path, ending: &str, texts: &[String]) -> Result<Vec<PathBuf>> {
    let named = texts
        .iter()
        .enumerate()
        .map(|(number, text)| -> Result<PathBuf> {
            let file = folder.join(format!("call{number}.{ending}"));
            write(&file, text)?;
            Ok(file)
        });
    named.collect()
}

/// Calls in blocks of their own: each declares the same names.
fn blocks(text: &str) -> String {
    const LAST: &str = "const answer = await response.text();\n";
    let calls = text.split_inclusive(LAST);
    calls.flat_map(|call| ["{\n", call, "}\n"]).collect()
}
