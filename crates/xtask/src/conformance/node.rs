//! What JavaScript's tools read: TypeScript, Zod, JSON Schema.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;

use super::{Samples, run_check, sources, write};
use crate::install::npm;
use crate::process;

const CONFIG: &str = r#"{
  "compilerOptions": {
    "target": "es2022", "module": "nodenext", "moduleResolution": "nodenext",
    "strict": true, "exactOptionalPropertyTypes": true, "noUncheckedIndexedAccess": true,
    "skipLibCheck": true, "types": [], "rootDir": ".", "outDir": "out"
  },
  "include": ["*.ts"]
}
"#;

/// Each sample is assigned to its type.
pub(super) fn typescript(samples: &Samples, folder: &Path, options: &[&str]) -> Result<()> {
    prepare(folder)?;
    samples.convert(
        "typescript",
        |sample| folder.join(format!("{}.ts", sample.name)),
        options,
    )?;
    for sample in &samples.entries {
        let text = fs::read_to_string(&sample.path)?;
        let check = format!(
            "import type {{ Root }} from \"./{}.js\";\nexport const sample: Root = {text};\n",
            sample.name
        );
        write(&folder.join(format!("{}.check.ts", sample.name)), &check)?;
    }
    compile("tsc: assign each sample to its type", folder, &["--noEmit"])?;
    println!("    {} passed, 0 failed", samples.entries.len());
    Ok(())
}

/// Each schema compiles, takes its sample, and gives it back.
pub(super) fn zod(samples: &Samples, folder: &Path, options: &[&str]) -> Result<()> {
    prepare(folder)?;
    samples.convert(
        "zod",
        |sample| folder.join(format!("{}.ts", sample.name)),
        options,
    )?;
    compile("tsc: compile the Zod schemas", folder, &[])?;
    check("zod", samples, folder, |name| format!("out/{name}.js"))
}

/// Each schema is valid, and so is its sample.
pub(super) fn json_schema(samples: &Samples, folder: &Path, options: &[&str]) -> Result<()> {
    npm::ensure("conformance")?;
    let place = |name: &str| format!("{name}.schema.json");
    samples.convert(
        "json-schema",
        |sample| folder.join(place(&sample.name)),
        &[&["--closed"], options].concat(),
    )?;
    check("json-schema", samples, folder, place)
}

/// Each schema definition has no errors.
pub(super) fn graphql(samples: &Samples, folder: &Path, options: &[&str]) -> Result<()> {
    npm::ensure("conformance")?;
    let place = |name: &str| format!("{name}.graphql");
    samples.convert(
        "graphql",
        |sample| folder.join(place(&sample.name)),
        options,
    )?;
    check("graphql", samples, folder, place)
}

fn check(
    kind: &str,
    samples: &Samples,
    folder: &Path,
    generated: impl Fn(&str) -> String,
) -> Result<()> {
    let manifest = samples.manifest(folder, |sample| folder.join(generated(&sample.name)))?;
    let script = sources().join("check.mjs");
    run_check(
        &format!("use {kind} on each sample"),
        Command::new("node").arg(script).arg(kind).arg(manifest),
    )
}

/// A project that has the packages and none of the files of the last time.
fn prepare(folder: &Path) -> Result<()> {
    npm::ensure("conformance")?;
    fs::remove_dir_all(folder)?;
    write(&folder.join("tsconfig.json"), CONFIG)?;
    write(&folder.join("package.json"), "{\"type\": \"module\"}\n")?;
    let modules = folder.join("node_modules");
    link(&sources().join("node_modules"), &modules)
}

#[cfg(unix)]
fn link(to: &Path, at: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(to, at)?)
}

#[cfg(windows)]
fn link(to: &Path, at: &Path) -> Result<()> {
    Ok(std::os::windows::fs::symlink_dir(to, at)?)
}

fn compile(what: &str, folder: &Path, args: &[&str]) -> Result<()> {
    let tsc = sources().join("node_modules/typescript/bin/tsc");
    let mut command = Command::new("node");
    command
        .current_dir(folder)
        .arg(tsc)
        .args(["--project", "."])
        .args(args);
    process::run(what, &mut command)?;
    Ok(())
}
