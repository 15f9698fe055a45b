//! Java: records read the samples and write them again, with Jackson.
//!
//! Debian has both; where they are not, nothing is checked.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, bail};

use super::{Samples, run_check, sources};
use crate::process;

const JACKSON: &str = "/usr/share/java/jackson-databind.jar:/usr/share/java/jackson-core.jar:\
                       /usr/share/java/jackson-annotations.jar";

/// Each sample's records compile; its root reads the sample and writes it again.
pub(super) fn check(samples: &Samples, folder: &Path) -> Result<()> {
    let jars_are_there = JACKSON.split(':').all(|jar| Path::new(jar).exists());
    let Some(version) = process::answer("javac", &["-version"]).filter(|_| jars_are_there) else {
        println!(
            "  – java is not checked: `apt install openjdk-17-jdk-headless libjackson2-databind-java`"
        );
        return Ok(());
    };
    if version
        .split(['.', ' '])
        .nth(1)
        .and_then(|major| major.parse().ok())
        < Some(17_u32)
    {
        bail!("{version} is too old: the records are of Java 17");
    }
    fs::remove_dir_all(folder)?;
    let mut files = Vec::new();
    for sample in &samples.entries {
        let name = sample.name.clone();
        files.push(folder.join(&name).join("Root.java"));
    }
    samples.convert_each(
        "java",
        |sample| folder.join(&sample.name).join("Root.java"),
        |sample| vec!["--package".to_owned(), sample.name.clone()],
    )?;
    files.push(sources().join("java/Conformance.java"));
    let classes = folder.join("classes");
    process::run(
        "javac",
        Command::new("javac")
            .args(["-nowarn", "-cp", JACKSON, "-d"])
            .arg(&classes)
            .args(&files),
    )?;
    let arguments = samples
        .entries
        .iter()
        .flat_map(|s| [s.name.clone(), s.path.display().to_string()]);
    run_check(
        "use java on each sample",
        Command::new("java")
            .args([
                "-cp",
                &format!("{JACKSON}:{}", classes.display()),
                "Conformance",
            ])
            .args(arguments),
    )
}
