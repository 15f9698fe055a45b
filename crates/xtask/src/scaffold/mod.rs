//! The beginning of a format, a wire or a tool: its file, its line in every table that names it, and
//! what is left to do. What is begun compiles; its test fails until it is written.

mod edit;
mod name;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::build::cargo;
use crate::{process, workspace};
use edit::{after, sorted};
use name::Name;

/// Begins a format, a wire or a tool: its files, and its line in every table that names it
#[derive(clap::Args)]
pub(crate) struct Args {
    /// What to begin
    kind: Kind,
    /// Its name in lower case, such as `capn-proto`
    name: String,
    /// Its name for people, such as `Cap'n Proto`; made of the name if it is left out
    #[arg(long)]
    label: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    /// A target of Convert
    Format,
    /// A protocol that carries requests to models
    Wire,
    /// A tool
    Tool,
}

/// A file as it is to be, by its path from the root.
type File = (String, String);

pub(crate) fn run(args: &Args) -> Result<()> {
    let root = workspace::root();
    let name = Name::new(&args.name, args.label.as_deref())?;
    let read = |path: &str| {
        fs::read_to_string(root.join(path)).with_context(|| format!("cannot read {path}"))
    };
    let files = begin(args.kind, &name, &read, &|path| root.join(path).exists())?;
    for (path, content) in &files {
        write(&root.join(path), content).with_context(|| format!("cannot write {path}"))?;
        println!("  {path}");
    }
    // Names are of any length: where lines break is rustfmt's to say.
    process::run(
        "format what was written",
        cargo().arg("fmt").current_dir(&root),
    )?;
    println!("\n{}", next(args.kind, &name));
    Ok(())
}

fn write(path: &Path, content: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, content)?)
}

/// All files that are new or changed: none is written if one of them cannot be made.
fn begin(
    kind: Kind,
    name: &Name,
    read: &dyn Fn(&str) -> Result<String>,
    exists: &dyn Fn(&str) -> bool,
) -> Result<Vec<File>> {
    let files = match kind {
        Kind::Format => format(name, read)?,
        Kind::Wire => wire(name, read)?,
        Kind::Tool => tool(name, read)?,
    };
    // The first file is what is begun.
    if let Some((path, _)) = files.first()
        && exists(path)
    {
        bail!("{path} is there already: choose another name");
    }
    Ok(files)
}

fn format(name: &Name, read: &dyn Fn(&str) -> Result<String>) -> Result<Vec<File>> {
    const TABLE: &str = "crates/json/src/convert/target/mod.rs";
    let table = sorted(&read(TABLE)?, "mod ", &format!("mod {};", name.module))?;
    let table = edit::last(
        &table,
        "pub static TARGETS: &[Target] = &[",
        &format!("    {}::TARGET,", name.module),
    )?;
    Ok(vec![
        (
            format!("crates/json/src/convert/target/{}.rs", name.module),
            name.fill(include_str!("templates/format.rs.txt")),
        ),
        (TABLE.to_owned(), table),
    ])
}

fn wire(name: &Name, read: &dyn Fn(&str) -> Result<String>) -> Result<Vec<File>> {
    const TABLE: &str = "crates/model/src/wire/mod.rs";
    const DOCS: &str = "docs/wires.md";
    let Name { module, kind, .. } = name;
    let table = sorted(&read(TABLE)?, "pub mod ", &format!("pub mod {module};"))?;
    let table = sorted(&table, "use ", &format!("use {module}::{kind};"))?;
    let row = "pub static WIRES: &[&dyn Wire] = &[";
    let Some(table) = table
        .contains(row)
        .then(|| table.replacen(row, &format!("{row}&{kind}, "), 1))
    else {
        bail!("{TABLE} has no table `WIRES`");
    };
    let told = format!(
        "| `{}` | no | no | no | no | at the end | not shown | none |",
        name.written
    );
    let docs = after(&read(DOCS)?, "| --- | --- |", &told)?;
    Ok(vec![
        (
            format!("crates/model/src/wire/{module}.rs"),
            name.fill(include_str!("templates/wire.rs.txt")),
        ),
        (TABLE.to_owned(), table),
        (DOCS.to_owned(), docs),
    ])
}

fn tool(name: &Name, read: &dyn Fn(&str) -> Result<String>) -> Result<Vec<File>> {
    const ROOMS: &str = "crates/xtask/src/lint/rooms.rs";
    const ARCHITECTURE: &str = "ARCHITECTURE.md";
    const WORKSPACE: &str = "Cargo.toml";
    let folder = format!("crates/{}", name.written);
    let mut files = vec![
        (
            format!("{folder}/Cargo.toml"),
            name.fill(include_str!("templates/tool.toml.txt")),
        ),
        (
            format!("{folder}/src/lib.rs"),
            name.fill(include_str!("templates/tool.rs.txt")),
        ),
        (
            WORKSPACE.to_owned(),
            after(
                &read(WORKSPACE)?,
                "ichiban-tool = ",
                &format!("ichiban-{} = {{ path = \"{folder}\" }}", name.written),
            )?,
        ),
    ];
    let rooms = read(ROOMS)?;
    let quoted = format!("\"{}\"", name.written);
    if !rooms.contains(&quoted) {
        files.push((
            ROOMS.to_owned(),
            after(&rooms, "&[\"tool\"", &format!("    &[{quoted}],"))?,
        ));
    }
    files.push((
        ARCHITECTURE.to_owned(),
        after(
            &read(ARCHITECTURE)?,
            "| `crates/tool` |",
            &format!("| `{folder}` | {} | the browser, other tools |", name.label),
        )?,
    ));
    Ok(files)
}

/// What is left to do.
fn next(kind: Kind, name: &Name) -> String {
    let (test, left) = match kind {
        Kind::Format => (
            "cargo test -p ichiban-json",
            "Move its line in TARGETS to where it is to be offered, write it and its test, and add a check of its output with a real program to crates/xtask/src/conformance.",
        ),
        Kind::Wire => (
            "cargo test -p ichiban-model",
            "Move it in WIRES and in docs/wires.md to its place, write it, and add recorded answers to the tests: any chunking gives the same events, and one that is cut is never complete.",
        ),
        Kind::Tool => (
            "cargo test -p ichiban-",
            "Write its engine; then its worker (MODULES in crates/xtask/src/build), its views in web/src, its line in the rail, its command in crates/cli, and its states in tests/e2e/looks.spec.mjs.",
        ),
    };
    let package = if kind == Kind::Tool {
        &name.written
    } else {
        ""
    };
    format!("Begin with the test that fails: {test}{package}\n{left}\nCONTRIBUTING.md says more.")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begun(kind: Kind, name: &str) -> Result<Vec<File>> {
        let root = workspace::root();
        let read = |path: &str| Ok(fs::read_to_string(root.join(path))?);
        let name = Name::new(name, Some("Cap'n Proto"))?;
        begin(kind, &name, &read, &|path| root.join(path).exists())
    }

    /// Lines that a file has beyond those that are there.
    fn added(file: &File) -> Vec<String> {
        let before = fs::read_to_string(workspace::root().join(&file.0)).unwrap_or_default();
        let before: Vec<_> = before.lines().collect();
        let lines = file.1.lines().filter(|line| !before.contains(line));
        lines.map(str::to_owned).collect()
    }

    #[test]
    fn what_is_begun_is_named_in_every_table() {
        let format = begun(Kind::Format, "capn-proto").unwrap();
        assert_eq!(format[0].0, "crates/json/src/convert/target/capn_proto.rs");
        assert!(format[0].1.contains("\"Cap'n Proto\""), "{}", format[0].1);
        assert_eq!(
            added(&format[1]),
            ["mod capn_proto;", "    capn_proto::TARGET,"]
        );
        let wire = begun(Kind::Wire, "capn-proto").unwrap();
        assert!(wire[0].1.contains("pub struct CapnProto;"), "{}", wire[0].1);
        assert_eq!(added(&wire[1]).len(), 3, "{:?}", added(&wire[1]));
        assert_eq!(added(&wire[2]).len(), 1);
        let tool = begun(Kind::Tool, "capn-proto").unwrap();
        let paths: Vec<_> = tool.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "crates/capn-proto/Cargo.toml",
                "crates/capn-proto/src/lib.rs",
                "Cargo.toml",
                "crates/xtask/src/lint/rooms.rs",
                "ARCHITECTURE.md",
            ]
        );
        for file in tool.iter().skip(2) {
            assert_eq!(added(file).len(), 1, "{}", file.0);
        }
    }

    #[test]
    fn nothing_of_a_template_is_left_open() {
        for kind in [Kind::Format, Kind::Wire, Kind::Tool] {
            for (path, content) in begun(kind, "capn-proto").unwrap() {
                assert!(!content.contains('%'), "{path}:\n{content}");
            }
        }
    }

    #[test]
    fn a_wire_is_begun_with_all_that_wires_say_of_themselves() {
        let table = fs::read_to_string(workspace::root().join("crates/model/src/wire/mod.rs"));
        let table = table.unwrap();
        let said = table.split("pub struct Abilities {").nth(1).unwrap();
        let said = said.split("\n}").next().unwrap();
        let fields = said.lines().filter_map(|line| {
            let (name, _) = line.trim().strip_prefix("pub ")?.split_once(':')?;
            Some(format!("            {name}: "))
        });
        let wire = begun(Kind::Wire, "capn-proto").unwrap();
        for field in fields {
            assert!(wire[0].1.contains(&field), "{field}");
        }
        let docs = fs::read_to_string(workspace::root().join("docs/wires.md")).unwrap();
        let columns = |text: &str| text.matches('|').count();
        let head = docs.lines().find(|line| line.starts_with("| wire"));
        assert_eq!(columns(&added(&wire[2])[0]), columns(head.unwrap()));
    }

    #[test]
    fn what_is_there_is_not_begun_again() {
        assert!(begun(Kind::Wire, "ollama").is_err());
        assert!(begun(Kind::Format, "graphql").is_err());
        assert!(begun(Kind::Tool, "mermaid").is_err());
    }
}
