//! Whether faults are known of what we build on. Both lists are on the network; where they cannot be
//! asked, that is said, and is no failure: nothing of ours has changed.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::build::cargo;
use crate::{install, process, workspace};

/// The folders with npm packages: what is shipped, and what tests run with.
const FOLDERS: [&str; 3] = ["web", "tests/e2e", "conformance"];

/// Asks `cargo deny`, where it is installed, and npm.
///
/// # Errors
/// If a fault is known of a package: any of Rust's, and those that npm calls high or critical.
pub(super) fn check() -> Result<()> {
    let mut findings = Vec::new();
    if process::answer("cargo", &["deny", "--version"]).is_some() {
        let others = ["deny", "check", "bans", "licenses", "sources"];
        if let Err(error) = process::run("cargo deny", cargo().args(others)) {
            findings.push(format!("{error:#}"));
        }
        match deny_advisories()? {
            Audit::Clean => println!("  ✓ cargo deny: no fault is known"),
            Audit::Found(_) => {
                findings.push("`cargo deny check advisories` names known faults".to_owned());
            }
            Audit::Silent(why) => println!("  – Rust's advisories are NOT checked: {why}"),
        }
    } else {
        println!(
            "  – Rust's advisories are NOT checked: `cargo install cargo-deny --locked` has them \
             checked from then on (licences and sources are checked in any case)"
        );
    }
    for folder in FOLDERS {
        match audit(folder)? {
            Audit::Clean => println!("  ✓ npm audit of {folder}: nothing high or critical"),
            Audit::Found(count) => findings.push(format!(
                "npm knows {count} high or critical faults of packages of {folder}: \
                 `npm audit` there names them"
            )),
            Audit::Silent(why) => {
                println!("  – npm's advisories are NOT checked for {folder}: {why}");
            }
        }
    }
    if !findings.is_empty() {
        bail!("{}", findings.join("; "));
    }
    Ok(())
}

/// What npm says.
#[derive(Debug, PartialEq, Eq)]
enum Audit {
    Clean,
    /// How many faults are high or critical.
    Found(u64),
    /// The registry was not reached or knows no audits, and how it said so.
    Silent(String),
}

/// What `cargo deny` says of known faults.
fn deny_advisories() -> Result<Audit> {
    let output = cargo()
        .args(["deny", "check", "advisories"])
        .stdin(Stdio::null())
        .output()
        .context("cannot start cargo deny")?;
    let said = String::from_utf8_lossy(&output.stderr);
    Ok(denied(output.status.success(), &said))
}

/// Reads what `cargo deny check advisories` prints. It names what it found, not how much.
fn denied(succeeded: bool, said: &str) -> Audit {
    if succeeded {
        Audit::Clean
    } else if said.contains("failed to fetch advisory database") {
        Audit::Silent("the database of RustSec cannot be fetched".to_owned())
    } else {
        Audit::Found(1)
    }
}

fn audit(folder: &str) -> Result<Audit> {
    install::node::ensure()?;
    let output = Command::new(install::npm::PROGRAM)
        .args(["audit", "--json", "--package-lock-only"])
        // A machine without a network must not wait for minutes.
        .args(["--fetch-retries=0", "--fetch-timeout=20000"])
        .current_dir(workspace::root().join(folder))
        .stdin(Stdio::null())
        .output()
        .context("cannot start npm")?;
    Ok(read(&String::from_utf8_lossy(&output.stdout)))
}

/// Reads the report that `npm audit --json` prints.
fn read(report: &str) -> Audit {
    #[derive(Deserialize)]
    struct Report {
        metadata: Option<Metadata>,
        message: Option<String>,
    }
    #[derive(Deserialize)]
    struct Metadata {
        vulnerabilities: Vulnerabilities,
    }
    #[derive(Deserialize)]
    struct Vulnerabilities {
        high: u64,
        critical: u64,
    }
    match serde_json::from_str::<Report>(report) {
        Ok(Report {
            metadata: Some(Metadata { vulnerabilities }),
            ..
        }) => match vulnerabilities.high + vulnerabilities.critical {
            0 => Audit::Clean,
            count => Audit::Found(count),
        },
        Ok(Report { message, .. }) => {
            Audit::Silent(message.unwrap_or_else(|| "the registry gave no report".to_owned()))
        }
        Err(error) => Audit::Silent(format!("npm's report cannot be read: {error}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_npm_reports() {
        let report = |high: u64, critical: u64| {
            format!(
                r#"{{"metadata":{{"vulnerabilities":{{"low":3,"moderate":1,"high":{high},"critical":{critical}}}}}}}"#
            )
        };
        assert_eq!(read(&report(0, 0)), Audit::Clean);
        assert_eq!(read(&report(2, 1)), Audit::Found(3));
    }

    #[test]
    fn a_database_that_is_not_there_tells_no_faults() {
        assert_eq!(denied(true, ""), Audit::Clean);
        assert_eq!(
            denied(false, "error[vulnerability]: a fault"),
            Audit::Found(1)
        );
        let unreached = "[ERROR] failed to fetch advisory database https://example.org with cli";
        assert!(matches!(denied(false, unreached), Audit::Silent(_)));
    }

    #[test]
    fn a_registry_that_does_not_answer_is_never_taken_for_a_clean_one() {
        let refused = r#"{"message":"405 Method Not Allowed","error":{"summary":""}}"#;
        assert_eq!(
            read(refused),
            Audit::Silent("405 Method Not Allowed".to_owned())
        );
        assert!(matches!(read(""), Audit::Silent(_)));
        assert!(matches!(read("{}"), Audit::Silent(_)));
    }
}
