//! Git graphs.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::text::{comment, one_line};
use super::{MAX_CHARACTERS, MAX_EDGES};

/// The branch that mermaid.js begins on.
pub(crate) const MAIN: &str = "main";

/// What is done to a repository, oldest first.
#[derive(Debug, Clone)]
pub(crate) enum Action {
    Commit {
        id: String,
        tags: Vec<String>,
    },
    /// A new branch, from the one that is checked out.
    Branch(String),
    Checkout(String),
    /// Another branch into the one that is checked out.
    Merge {
        branch: String,
        id: String,
        tags: Vec<String>,
    },
}

/// Writes the last actions, as many as there is room for, and says what is left out: what is old.
///
/// What happened on branches that are left out happens on no branch of their name, so actions are
/// dropped from the front only together with every branch that begins before.
pub(crate) fn write(actions: &[Action], limit: usize) -> (String, Vec<String>) {
    let limit = limit.clamp(1, MAX_EDGES);
    let is_commit =
        |action: &&Action| matches!(action, Action::Commit { .. } | Action::Merge { .. });
    let all = actions.iter().filter(is_commit).count();
    let mut most = limit;
    loop {
        let (text, written) = write_last(actions, all.saturating_sub(most));
        if text.chars().count() > MAX_CHARACTERS - 200 && most > 1 {
            most = most * 3 / 4;
            continue;
        }
        let mut left_out = Vec::new();
        if written < all {
            left_out.push(format!("the first {} of {all} commits", all - written));
        }
        return (super::close(text, &left_out), left_out);
    }
}

fn write_last(actions: &[Action], skip: usize) -> (String, usize) {
    let mut out = "gitGraph\n".to_owned();
    let mut branches: BTreeSet<&str> = BTreeSet::from([MAIN]);
    let mut ids = BTreeSet::new();
    // mermaid.js refuses to branch from nothing, and to merge what has no commit of its own.
    let mut with_commits: BTreeSet<&str> = BTreeSet::new();
    let (mut current, mut seen, mut written) = (MAIN, 0, 0);
    for action in actions {
        match action {
            Action::Commit { id, tags } => {
                seen += 1;
                if seen > skip {
                    enter(current, &mut branches, &with_commits, &mut out);
                    let id = unique(id, &mut ids);
                    let _ = writeln!(out, "    commit id: \"{id}\"{}", tagged(tags));
                    with_commits.insert(current);
                    written += 1;
                }
            }
            Action::Branch(name) | Action::Checkout(name)
                if seen < skip || !matches!(action, Action::Branch(_)) =>
            {
                current = name;
                if seen >= skip && branches.contains(name.as_str()) {
                    let _ = writeln!(out, "    checkout {}", branch_name(name));
                }
            }
            Action::Branch(name) | Action::Checkout(name) => {
                current = name;
                enter(name, &mut branches, &with_commits, &mut out);
            }
            Action::Merge { branch, id, tags } => {
                seen += 1;
                if seen > skip {
                    enter(current, &mut branches, &with_commits, &mut out);
                    let id = unique(id, &mut ids);
                    let _ = if with_commits.contains(branch.as_str())
                        && with_commits.contains(current)
                        && branch != current
                    {
                        let name = branch_name(branch);
                        writeln!(out, "    merge {name} id: \"{id}\"{}", tagged(tags))
                    } else {
                        writeln!(
                            out,
                            "    commit id: \"{id}\" type: HIGHLIGHT{}",
                            tagged(tags)
                        )
                    };
                    with_commits.insert(current);
                    written += 1;
                }
            }
        }
    }
    (out, written)
}

/// Sees to it that a branch exists and is checked out.
fn enter<'a>(
    name: &'a str,
    branches: &mut BTreeSet<&'a str>,
    with_commits: &BTreeSet<&str>,
    out: &mut String,
) {
    if branches.contains(name) {
        return;
    }
    if with_commits.is_empty() {
        let _ = writeln!(out, "    commit id: \"…\"");
    }
    branches.insert(name);
    let _ = writeln!(out, "    branch {}", branch_name(name));
}

fn branch_name(name: &str) -> String {
    let is_plain = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
        && !matches!(
            name,
            "branch"
                | "checkout"
                | "switch"
                | "commit"
                | "merge"
                | "cherry"
                | "gitGraph"
                | "id"
                | "tag"
                | "type"
                | "msg"
                | "order"
                | "parent"
                | "title"
        );
    if is_plain {
        name.to_owned()
    } else {
        format!("\"{}\"", string(name))
    }
}

fn tagged(tags: &[String]) -> String {
    let tags = tags
        .iter()
        .map(|tag| [" tag: \"", &string(tag), "\""].concat());
    tags.collect()
}

/// A commit's name: mermaid.js draws only one of those that bear the same.
fn unique(id: &str, ids: &mut BTreeSet<String>) -> String {
    let plain = string(id);
    let mut id = plain.clone();
    let mut number = 2;
    while !ids.insert(id.clone()) {
        id = format!("{plain} ({number})");
        number += 1;
    }
    id
}

/// The inside of a string: this family shows entities as they are written.
fn string(text: &str) -> String {
    let text = super::text::cut(&one_line(text), 60);
    let text = comment(&text)
        .replace('"', "'")
        .replace('\\', "/")
        .replace('%', "％")
        .replace('<', "‹")
        .replace('>', "›")
        .replace(';', ",")
        .replace('#', "№");
    if text.is_empty() {
        " ".to_owned()
    } else {
        text
    }
}
