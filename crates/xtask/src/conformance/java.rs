//! Java: records read the samples and write them again, with Jackson.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use super::{FORMAT_TYPES, Samples, debian_may_install, run_check, sources};
use crate::install::debian;
use crate::process;

/// Where Debian has Jackson.
const JARS: &str = "/usr/share/java";

/// The first version that has records.
const OLDEST: u32 = 17;

/// Each sample's records compile; its root reads the sample and writes it again. Those with types
/// for dates are compiled only: Jackson reads them by a module that Debian does not have.
pub(super) fn check(samples: &Samples, folder: &Path, options: &[&str]) -> Result<()> {
    ensure()?;
    let jackson = jackson();
    let jackson = env::join_paths(&jackson)?;
    fs::remove_dir_all(folder)?;
    let place = |name: &str| folder.join(name).join("Root.java");
    samples.convert_each(
        "java",
        |sample| place(&sample.name),
        |sample| {
            let package = ["--package".to_owned(), sample.name.clone()];
            let options = options.iter().map(ToString::to_string);
            package.into_iter().chain(options).collect()
        },
    )?;
    let mut files: Vec<PathBuf> = samples.entries.iter().map(|it| place(&it.name)).collect();
    files.push(sources().join("java/Conformance.java"));
    let classes = folder.join("classes");
    process::run(
        "javac",
        Command::new("javac")
            .args(["-nowarn", "-encoding", "UTF-8", "-cp"])
            .arg(&jackson)
            .arg("-d")
            .arg(&classes)
            .args(&files),
    )?;
    if options.contains(&FORMAT_TYPES) {
        println!("    {} compiled, 0 failed", samples.entries.len());
        return Ok(());
    }
    let arguments = samples
        .entries
        .iter()
        .flat_map(|s| [s.name.clone(), s.path.display().to_string()]);
    let paths = self::jackson().into_iter().chain([classes]);
    run_check(
        "use java on each sample",
        Command::new("java")
            .arg("-cp")
            .arg(env::join_paths(paths)?)
            .arg("Conformance")
            .args(arguments),
    )
}

fn jackson() -> [PathBuf; 3] {
    ["databind", "core", "annotations"]
        .map(|part| Path::new(JARS).join(format!("jackson-{part}.jar")))
}

/// Sees to it that a compiler for records and Jackson are there.
fn ensure() -> Result<()> {
    if is_there() {
        return Ok(());
    }
    let packages = ["openjdk-17-jdk-headless", "libjackson2-databind-java"];
    if debian_may_install() {
        debian::install(&packages)?;
        if is_there() {
            return Ok(());
        }
    }
    bail!(
        "Java {OLDEST} or Jackson is missing: `apt install {}`",
        packages.join(" ")
    )
}

fn is_there() -> bool {
    let version = process::answer("javac", &["-version"]);
    let version = version.and_then(|it| it.split(['.', ' ']).nth(1)?.parse().ok());
    version >= Some(OLDEST) && jackson().iter().all(|jar| jar.exists())
}
