//! `git log`: commits, branches and merges as a git graph.
//!
//! Read are what `git log` prints by itself, with `--pretty=raw` or `--parents`, with `--oneline`,
//! and with `--graph`, whose lines are followed from commit to commit. Where no parents are told,
//! each commit follows the one below it.

mod lanes;
mod layout;

use std::collections::HashSet;

use ichiban_tool::{Setting, Settings};

use super::{Error, File, Picture, Source, options};
use crate::write;
use crate::write::git_graph::{self, Action};

pub(super) const SOURCE: Source = Source {
    name: "git-log",
    label: "git log",
    about: "What `git log --graph --oneline --all` and its like print, drawn as a git graph",
    files: &["git.log", ".gitlog"],
    settings: &[INCLUDE, EXCLUDE, options::LIMIT],
    looks,
    draw,
};

const INCLUDE: Setting = Setting {
    about: "Only branches of these names besides the first, separated by commas; `*` stands for any text",
    ..options::INCLUDE
};

const EXCLUDE: Setting = Setting {
    about: "No branches of these names, save the first, from which others begin; `*` stands for any text",
    ..options::EXCLUDE
};

/// A commit, as it was printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Commit {
    hash: String,
    /// `None` if they are not told.
    parents: Option<Vec<String>>,
    branches: Vec<String>,
    tags: Vec<String>,
    subject: String,
}

fn looks(text: &str) -> u8 {
    let commits = read(&text.lines().take(200).collect::<Vec<_>>().join("\n"));
    let lines = text
        .lines()
        .take(200)
        .filter(|line| !line.trim().is_empty())
        .count();
    let is_long = text.lines().any(|line| {
        let line = line.trim_start_matches(['*', '|', ' ', '\\', '/']);
        line.strip_prefix("commit ").is_some_and(is_hash_first)
    });
    if is_long && (text.contains("Author:") || text.contains("tree ")) {
        95
    } else if commits.len() > 1 && commits.len() * 2 >= lines {
        80
    } else {
        0
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut seen = HashSet::new();
    let read = files.iter().flat_map(|file| read(file.text));
    let commits: Vec<Commit> = read
        .filter(|commit| seen.insert(commit.hash.clone()))
        .collect();
    if commits.is_empty() {
        return Err(Error::Empty("commit"));
    }
    let all = layout::actions(&commits);
    let names = options::Names::of(settings);
    let actions = chosen(&all, &names);
    let left_out = count(&all) - count(&actions);
    let (text, mut said) = git_graph::write(&actions, options::limit(settings));
    if left_out == 0 {
        return Ok(Picture::new((text, said)));
    }
    let words = format!("{left_out} of {} commits, as chosen", count(&all));
    let text = write::close(text, std::slice::from_ref(&words));
    said.push(words);
    Ok(Picture::new((text, said)))
}

fn count(actions: &[Action]) -> usize {
    let are_commits = actions
        .iter()
        .filter(|action| matches!(action, Action::Commit { .. } | Action::Merge { .. }));
    are_commits.count()
}

/// What is done on branches that are to be seen. What was merged from another is a commit.
fn chosen(actions: &[Action], names: &options::Names) -> Vec<Action> {
    let is_shown =
        |branch: &str| branch == git_graph::MAIN || names.include(branch) && !names.exclude(branch);
    let mut is_here = true;
    let mut chosen = Vec::new();
    for action in actions {
        match action {
            Action::Branch(branch) | Action::Checkout(branch) => {
                is_here = is_shown(branch);
                if is_here {
                    chosen.push(action.clone());
                }
            }
            Action::Merge { branch, id, tags } if is_here && !is_shown(branch) => {
                chosen.push(Action::Commit {
                    id: id.clone(),
                    tags: tags.clone(),
                });
            }
            Action::Commit { .. } | Action::Merge { .. } if is_here => chosen.push(action.clone()),
            Action::Commit { .. } | Action::Merge { .. } => {}
        }
    }
    chosen
}

/// The commits of a log, newest first.
fn read(text: &str) -> Vec<Commit> {
    let mut commits: Vec<Commit> = Vec::new();
    let mut lanes = lanes::Lanes::default();
    let mut has_graph = false;
    for line in text.lines() {
        let (graph, rest) = split_graph(line);
        let starts = graph.contains('*');
        has_graph |= starts;
        let found = if graph.is_empty() || starts {
            start(rest)
        } else {
            None
        };
        if let Some(commit) = found {
            if starts {
                lanes.commit(graph, &commit.hash);
            }
            commits.push(commit);
        } else {
            if !graph.is_empty() {
                lanes.connect(graph);
            }
            if let Some(last) = commits.last_mut() {
                detail(rest, last);
            }
        }
    }
    if has_graph {
        for commit in &mut commits {
            if commit.parents.is_none() {
                commit.parents = Some(lanes.parents(&commit.hash));
            }
        }
    }
    commits
}

/// The lines of a graph before a commit or its text, and the rest.
fn split_graph(line: &str) -> (&str, &str) {
    let end = line
        .find(|c: char| !matches!(c, '*' | '|' | '\\' | '/' | ' ' | '_' | '-' | '.'))
        .unwrap_or(line.len());
    let (graph, rest) = line.split_at(end);
    if graph.contains(['*', '|', '\\', '/']) {
        (graph, rest)
    } else {
        ("", line)
    }
}

fn is_hash(word: &str) -> bool {
    (7..=64).contains(&word.len())
        && word
            .bytes()
            .all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

fn is_hash_first(rest: &str) -> bool {
    rest.split_whitespace().next().is_some_and(is_hash)
}

/// A commit that a line begins: `commit HASH [PARENT…] (refs)`, or `HASH [PARENT…] (refs) subject`.
fn start(line: &str) -> Option<Commit> {
    let is_long = line.starts_with("commit ");
    let rest = line.strip_prefix("commit ").unwrap_or(line);
    let mut rest = rest.trim_start();
    let mut hashes = Vec::new();
    while let Some(word) = rest.split_whitespace().next().filter(|word| is_hash(word)) {
        // A subject may begin with a word that could be a hash, such as `defaced`.
        if !hashes.is_empty() && !word.bytes().any(|b| b.is_ascii_digit()) {
            break;
        }
        hashes.push(word.to_owned());
        rest = rest.get(word.len()..).unwrap_or("").trim_start();
    }
    if hashes.is_empty() {
        return None;
    }
    let mut commit = Commit {
        hash: hashes.remove(0),
        parents: (!hashes.is_empty()).then_some(hashes),
        ..Commit::default()
    };
    if let Some((refs, after)) = rest
        .strip_prefix('(')
        .and_then(|inside| inside.split_once(')'))
        && decorate(refs, &mut commit)
    {
        rest = after.trim_start();
    }
    if !is_long {
        rest.clone_into(&mut commit.subject);
    }
    Some(commit)
}

/// Takes the names of `HEAD -> main, origin/main, tag: v1`; false if these are none.
fn decorate(refs: &str, commit: &mut Commit) -> bool {
    let names: Vec<&str> = refs.split(", ").map(str::trim).collect();
    let is_ref =
        |name: &&str| name.contains("->") || name.starts_with("tag: ") || !name.contains(' ');
    if !names.iter().all(is_ref) {
        return false;
    }
    for name in names {
        let name = name.rsplit("-> ").next().unwrap_or(name);
        match name.strip_prefix("tag: ") {
            Some(tag) => commit.tags.push(tag.to_owned()),
            None if name == "HEAD" || name.ends_with("/HEAD") => {}
            None => commit.branches.push(name.to_owned()),
        }
    }
    true
}

/// What a line below a commit's first says of it.
fn detail(line: &str, commit: &mut Commit) {
    let line_ = line.trim();
    if let Some(parents) = line.strip_prefix("Merge: ") {
        commit.parents = Some(parents.split_whitespace().map(ToOwned::to_owned).collect());
    } else if let Some(parent) = line.strip_prefix("parent ") {
        let parents = commit.parents.get_or_insert_default();
        parents.push(parent.trim().to_owned());
    } else if commit.subject.is_empty() && !line_.is_empty() {
        let is_header = [
            "Author:",
            "AuthorDate:",
            "Commit:",
            "CommitDate:",
            "Date:",
            "tree ",
            "author ",
            "committer ",
            "gpgsig",
        ]
        .iter()
        .any(|header| line.starts_with(header));
        if !is_header && line.starts_with("   ")
            || !is_header && line_.len() == line.len() && line.contains(' ')
        {
            line_.clone_into(&mut commit.subject);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_a_graph_lead_from_commit_to_commit() {
        let log = "*   aaaaaa1 (HEAD -> main) Merge branch 'x'\n|\\  \n| * bbbbbb2 (x) Add x\n* | cccccc3 Fix\n|/  \n* dddddd4 Begin\n";
        let commits = read(log);
        let parents = |at: usize| commits[at].parents.clone().unwrap();
        assert_eq!(parents(0), ["cccccc3", "bbbbbb2"]);
        assert_eq!(parents(1), ["dddddd4"]);
        assert_eq!(parents(2), ["dddddd4"]);
        assert!(parents(3).is_empty());
    }
}
