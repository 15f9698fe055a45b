//! Commits put onto branches, as a git graph wants them: what was done, oldest first.

use std::collections::{BTreeMap, BTreeSet};

use super::Commit;
use crate::write::git_graph::{Action, MAIN};

/// The longest subject that is shown.
const LONGEST_SUBJECT: usize = 40;

/// What was done, from the commits of a log, newest first.
pub(super) fn actions(commits: &[Commit]) -> Vec<Action> {
    let parents = parents(commits);
    let branch_of = branches(commits, &parents);
    let mut actions = Vec::new();
    let mut heads: BTreeMap<&str, usize> = BTreeMap::new();
    let mut current = MAIN;
    // Where each branch begins.
    let mut begins: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (branch, first) in firsts(&branch_of) {
        if let Some(base) = parents.get(first).and_then(|of| of.first()) {
            begins.entry(*base).or_default().push(branch);
        }
    }
    let mut made = BTreeSet::from([MAIN]);
    for (at, commit) in commits.iter().enumerate().rev() {
        let branch = branch_of.get(at).map_or(MAIN, String::as_str);
        if branch != current {
            if made.insert(branch) {
                // A branch that begins at no commit of this log.
                actions.push(Action::Branch(branch.to_owned()));
            } else {
                actions.push(Action::Checkout(branch.to_owned()));
            }
            current = branch;
        }
        let subject = crate::write::text::cut(&commit.subject, LONGEST_SUBJECT);
        let short: String = commit.hash.chars().take(7).collect();
        let id = if subject.is_empty() {
            short
        } else {
            format!("{short} {subject}")
        };
        let others = parents.get(at).and_then(|of| of.get(1..)).unwrap_or(&[]);
        let merged = others.iter().find_map(|other| {
            let name = branch_of.get(*other)?.as_str();
            (heads.get(name) == Some(other) && name != branch).then(|| name.to_owned())
        });
        let tags = commit.tags.clone();
        actions.push(match merged {
            Some(branch) => Action::Merge { branch, id, tags },
            None => Action::Commit { id, tags },
        });
        heads.insert(branch, at);
        for new in begins.remove(&at).unwrap_or_default() {
            if made.insert(new) {
                actions.push(Action::Branch(new.to_owned()));
                current = new;
            }
        }
    }
    actions
}

/// For each commit, the places of its parents. A log without parents is a line.
fn parents(commits: &[Commit]) -> Vec<Vec<usize>> {
    let hashes = commits.iter().enumerate().rev();
    let places: BTreeMap<&str, usize> = hashes
        .map(|(at, commit)| (commit.hash.as_str(), at))
        .collect();
    // Either may be the beginning of the other.
    let find = |hash: &str| {
        let longer = places.range(hash..).next();
        let shorter = places.range(..hash).next_back();
        longer
            .filter(|(known, _)| known.starts_with(hash))
            .or_else(|| shorter.filter(|(known, _)| hash.starts_with(**known)))
            .map(|(_, at)| *at)
    };
    commits
        .iter()
        .enumerate()
        .map(|(at, commit)| match &commit.parents {
            Some(parents) => parents
                .iter()
                .filter_map(|hash| find(hash))
                .filter(|parent| *parent > at)
                .collect(),
            None if at + 1 < commits.len() => vec![at + 1],
            None => Vec::new(),
        })
        .collect()
}

/// For each commit, its branch: the first parents of the main branch's last commit are on it, then
/// those of each other branch down to where it begins.
fn branches(commits: &[Commit], parents: &[Vec<usize>]) -> Vec<String> {
    let mut of: Vec<Option<String>> = vec![None; commits.len()];
    let mut names = BTreeSet::from([MAIN.to_owned()]);
    let main_tip = commits
        .iter()
        .position(|commit| {
            commit.branches.iter().any(|name| {
                matches!(
                    name.as_str(),
                    "main" | "master" | "trunk" | "origin/main" | "origin/master"
                )
            })
        })
        .unwrap_or(0);
    follow(main_tip, MAIN, parents, &mut of);
    for (at, commit) in commits.iter().enumerate() {
        if of.get(at).is_some_and(Option::is_none) {
            let name = commit
                .branches
                .iter()
                .find(|name| !name.starts_with("origin/"));
            let name = name.or(commit.branches.first()).cloned();
            let name = unused(&name.unwrap_or_else(|| "branch".to_owned()), &mut names);
            follow(at, &name, parents, &mut of);
        }
        // What a merge brought in has the name that the merge tells.
        for other in parents.get(at).and_then(|of| of.get(1..)).unwrap_or(&[]) {
            if of.get(*other).is_some_and(Option::is_none) {
                let own = commits
                    .get(*other)
                    .and_then(|commit| commit.branches.first())
                    .cloned();
                let name = own.or_else(|| merged_name(&commit.subject));
                let name = unused(&name.unwrap_or_else(|| "branch".to_owned()), &mut names);
                follow(*other, &name, parents, &mut of);
            }
        }
    }
    of.into_iter()
        .map(|name| name.unwrap_or_else(|| MAIN.to_owned()))
        .collect()
}

fn follow(tip: usize, name: &str, parents: &[Vec<usize>], of: &mut [Option<String>]) {
    let mut at = Some(tip);
    while let Some(place) = at {
        match of.get_mut(place) {
            Some(branch @ None) => *branch = Some(name.to_owned()),
            _ => return,
        }
        at = parents.get(place).and_then(|of| of.first()).copied();
    }
}

/// The oldest commit of each branch but the main one.
fn firsts(branch_of: &[String]) -> BTreeMap<&str, usize> {
    let mut firsts = BTreeMap::new();
    for (at, branch) in branch_of.iter().enumerate() {
        if branch != MAIN {
            firsts.insert(branch.as_str(), at);
        }
    }
    firsts
}

/// The branch in `Merge branch 'x'` or `Merge pull request #1 from user/x`.
fn merged_name(subject: &str) -> Option<String> {
    let quoted = subject
        .strip_prefix("Merge branch '")
        .or_else(|| subject.strip_prefix("Merge remote-tracking branch '"))
        .and_then(|rest| rest.split('\'').next());
    let pulled = subject
        .strip_prefix("Merge pull request ")
        .and_then(|rest| rest.split_once(" from "))
        .and_then(|(_, name)| name.split_whitespace().next());
    quoted.or(pulled).map(ToOwned::to_owned)
}

fn unused(name: &str, names: &mut BTreeSet<String>) -> String {
    let mut candidate = name.to_owned();
    let mut number = 2;
    while !names.insert(candidate.clone()) {
        candidate = format!("{name} {number}");
        number += 1;
    }
    candidate
}
