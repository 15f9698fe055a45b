//! `Cargo.toml`: a package, or several of a workspace, and the crates they need.

use ichiban_tool::Settings;
use serde_json::Value;

use super::data::{self, members, text};
use super::packages::{self, Need, Package};
use super::{Error, File, Picture, Source};

pub(super) const SOURCE: Source = Source {
    name: "cargo",
    label: "Cargo.toml",
    about: "Manifests of Rust packages, drawn as who needs which crate",
    files: &["Cargo.toml"],
    settings: packages::SETTINGS,
    looks,
    draw,
};

fn looks(text: &str) -> u8 {
    let has = |table: &str| text.lines().any(|line| line.trim() == table);
    if has("[package]") && text.contains("edition") || has("[workspace]") {
        90
    } else {
        0
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut found = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let manifest = data::toml(number, file.text)?;
        let is_package = manifest.get("package").is_some();
        if is_package {
            found.push(package(&manifest, data::stem(file, "package")));
        }
        let workspace = manifest.get("workspace");
        if let Some(workspace) = workspace.filter(|_| !is_package) {
            found.push(of_workspace(workspace));
        }
    }
    if found.is_empty() {
        return Err(Error::Empty("[package] or [workspace]"));
    }
    packages::draw(found, settings)
}

fn package(manifest: &Value, unnamed: &str) -> Package {
    let name = text(manifest, &["package", "name"]);
    let mut package = Package {
        name: if name.is_empty() { unnamed } else { name }.to_owned(),
        version: text(manifest, &["package", "version"]).to_owned(),
        needs: Vec::new(),
    };
    tables(manifest, &mut package.needs);
    for (_, target) in members(manifest.get("target")) {
        tables(target, &mut package.needs);
    }
    package
}

/// A workspace without a package of its own: its members, and what they share.
fn of_workspace(workspace: &Value) -> Package {
    let mut package = Package {
        name: "workspace".to_owned(),
        ..Package::default()
    };
    for member in data::texts(workspace.get("members")) {
        package.needs.push(Need {
            name: member,
            version: String::new(),
            purpose: "member".to_owned(),
        });
    }
    needs(workspace.get("dependencies"), "", &mut package.needs);
    package
}

fn tables(manifest: &Value, found: &mut Vec<Need>) {
    needs(manifest.get("dependencies"), "", found);
    for (table, purpose) in [
        ("build-dependencies", "build"),
        ("build_dependencies", "build"),
        ("dev-dependencies", "dev"),
        ("dev_dependencies", "dev"),
    ] {
        needs(manifest.get(table), purpose, found);
    }
}

fn needs(table: Option<&Value>, purpose: &str, found: &mut Vec<Need>) {
    for (name, need) in members(table) {
        // A crate may be known by another name here.
        let package = text(need, &["package"]);
        let is_optional = need.get("optional").and_then(Value::as_bool) == Some(true);
        let version = need.as_str().unwrap_or_else(|| text(need, &["version"]));
        found.push(Need {
            name: if package.is_empty() {
                name.clone()
            } else {
                package.to_owned()
            },
            version: version.to_owned(),
            purpose: if is_optional { "optional" } else { purpose }.to_owned(),
        });
    }
}
