//! `pyproject.toml`: projects of Python, as PEP 621, PEP 735 and Poetry write them.

use ichiban_tool::Settings;
use serde_json::Value;

use super::data::{self, at, items, members, text};
use super::packages::{self, Need, Package};
use super::{Error, File, Picture, Source};

pub(super) const SOURCE: Source = Source {
    name: "pyproject",
    label: "pyproject.toml",
    about: "Projects of Python, drawn as who needs which package",
    files: &["pyproject.toml"],
    settings: packages::SETTINGS,
    looks,
    draw,
};

fn looks(text: &str) -> u8 {
    let has = |table: &str| text.lines().any(|line| line.trim() == table);
    if has("[build-system]") || has("[tool.poetry]") {
        90
    } else if has("[project]") {
        70
    } else {
        0
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut found = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let manifest = data::toml(number, file.text)?;
        if manifest.get("project").is_none() && at(&manifest, &["tool", "poetry"]).is_none() {
            return Err(Error::Empty("[project] or [tool.poetry]"));
        }
        found.push(package(&manifest));
    }
    packages::draw(found, settings)
}

fn package(manifest: &Value) -> Package {
    let either = |name: &str| {
        let pep621 = text(manifest, &["project", name]);
        let poetry = text(manifest, &["tool", "poetry", name]);
        if pep621.is_empty() {
            poetry.to_owned()
        } else {
            pep621.to_owned()
        }
    };
    let name = either("name");
    let mut package = Package {
        name: if name.is_empty() {
            "project".to_owned()
        } else {
            name
        },
        version: either("version"),
        needs: Vec::new(),
    };
    let found = &mut package.needs;
    requirements(at(manifest, &["project", "dependencies"]), "", found);
    for (extra, list) in members(at(manifest, &["project", "optional-dependencies"])) {
        requirements(Some(list), &format!("extra {extra}"), found);
    }
    for (group, list) in members(manifest.get("dependency-groups")) {
        requirements(Some(list), group, found);
    }
    poetry(at(manifest, &["tool", "poetry", "dependencies"]), "", found);
    poetry(
        at(manifest, &["tool", "poetry", "dev-dependencies"]),
        "dev",
        found,
    );
    for (group, table) in members(at(manifest, &["tool", "poetry", "group"])) {
        poetry(table.get("dependencies"), group, found);
    }
    package
}

/// Requirements as PEP 508 writes them.
fn requirements(list: Option<&Value>, purpose: &str, found: &mut Vec<Need>) {
    for requirement in items(list).filter_map(Value::as_str) {
        let end = requirement
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.')))
            .unwrap_or(requirement.len());
        let (name, rest) = requirement.split_at(end);
        let rest = rest.split(';').next().unwrap_or("");
        let rest = rest.rsplit_once(']').map_or(rest, |(_, version)| version);
        if !name.is_empty() {
            found.push(Need {
                name: name.to_owned(),
                version: rest.trim().trim_matches(['(', ')']).to_owned(),
                purpose: purpose.to_owned(),
            });
        }
    }
}

fn poetry(table: Option<&Value>, purpose: &str, found: &mut Vec<Need>) {
    for (name, need) in members(table).filter(|(name, _)| *name != "python") {
        let is_optional = need.get("optional").and_then(Value::as_bool) == Some(true);
        let version = need.as_str().unwrap_or_else(|| text(need, &["version"]));
        found.push(Need {
            name: name.clone(),
            version: version.to_owned(),
            purpose: if is_optional { "optional" } else { purpose }.to_owned(),
        });
    }
}
