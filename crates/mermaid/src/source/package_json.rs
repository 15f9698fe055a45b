//! `package.json`: packages of npm, pnpm or Yarn, and what they need.

use ichiban_tool::Settings;

use super::data::{self, members, text};
use super::packages::{self, Need, Package};
use super::{Error, File, Picture, Source};

pub(super) const SOURCE: Source = Source {
    name: "package-json",
    label: "package.json",
    about: "Manifests of npm packages, drawn as who needs which package",
    files: &["package.json"],
    settings: packages::SETTINGS,
    looks,
    draw,
};

fn looks(text: &str) -> u8 {
    let has = |name: &str| text.contains(&format!("\"{name}\""));
    let needs = has("dependencies") || has("devDependencies") || has("peerDependencies");
    let is_manifest = has("name") || has("scripts") || has("private");
    if text.trim_start().starts_with('{') && needs && is_manifest && !has("lockfileVersion") {
        85
    } else {
        0
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut found = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let manifest = data::json(number, file.text)?;
        let name = text(&manifest, &["name"]);
        let mut package = Package {
            name: if name.is_empty() { "package" } else { name }.to_owned(),
            version: text(&manifest, &["version"]).to_owned(),
            needs: Vec::new(),
        };
        for (table, purpose) in [
            ("dependencies", ""),
            ("peerDependencies", "peer"),
            ("optionalDependencies", "optional"),
            ("devDependencies", "dev"),
        ] {
            for (name, version) in members(manifest.get(table)) {
                package.needs.push(Need {
                    name: name.clone(),
                    version: data::scalar(version),
                    purpose: purpose.to_owned(),
                });
            }
        }
        let workspaces = manifest.get("workspaces");
        let workspaces = workspaces
            .and_then(|these| these.get("packages"))
            .or(workspaces);
        for member in data::items(workspaces).filter_map(|member| member.as_str()) {
            package.needs.push(Need {
                name: member.to_owned(),
                version: String::new(),
                purpose: "workspace".to_owned(),
            });
        }
        found.push(package);
    }
    packages::draw(found, settings)
}
