//! The lines that `git log --graph` draws, followed downwards from commit to commit.

use std::collections::BTreeMap;

/// What reaches each column of the line read last, and what was found out.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    /// By column: the commits whose parent is at the end of the line there.
    open: BTreeMap<usize, Vec<String>>,
    /// By commit: its parents, in the order in which they were reached, with their columns.
    parents: BTreeMap<String, Vec<(usize, String)>>,
    /// By commit: its own column.
    columns: BTreeMap<String, usize>,
}

impl Lanes {
    /// A line with a commit in it.
    pub(super) fn commit(&mut self, graph: &str, hash: &str) {
        let column = graph.chars().position(|c| c == '*').unwrap_or(0);
        let children = self.open.remove(&column).unwrap_or_default();
        for child in children {
            let parents = self.parents.entry(child).or_default();
            if parents.iter().all(|(_, known)| known != hash) {
                parents.push((column, hash.to_owned()));
            }
        }
        self.connect(graph);
        self.open.insert(column, vec![hash.to_owned()]);
        self.columns.insert(hash.to_owned(), column);
    }

    /// A line that only connects: each of its characters goes on from the line above.
    pub(super) fn connect(&mut self, graph: &str) {
        let mut next: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for (column, c) in graph.chars().enumerate() {
            // Where the stroke comes from, nearest first, and where it goes.
            let (from, to): ([Option<usize>; 2], usize) = match c {
                '|' => ([Some(column), None], column),
                '\\' => ([column.checked_sub(1), Some(column)], column + 1),
                '/' => ([Some(column + 1), Some(column)], column.saturating_sub(1)),
                '_' => ([Some(column + 1), None], column.saturating_sub(1)),
                _ => continue,
            };
            let above = from
                .into_iter()
                .flatten()
                .find_map(|column| self.open.get(&column));
            if let Some(above) = above.cloned() {
                let lane = next.entry(to).or_default();
                for child in above {
                    if !lane.contains(&child) {
                        lane.push(child);
                    }
                }
            }
        }
        // A lane without a character on this line goes on below it: `git` leaves out what is
        // straight only beside a commit, where it is a bar all the same.
        self.open = next;
    }

    /// A commit's parents, the one that its line leads straight to first.
    pub(super) fn parents(&self, hash: &str) -> Vec<String> {
        let Some(found) = self.parents.get(hash) else {
            return Vec::new();
        };
        let own = self.columns.get(hash).copied().unwrap_or(0);
        let mut found = found.clone();
        found.sort_by_key(|(column, _)| column.abs_diff(own));
        found.into_iter().map(|(_, hash)| hash).collect()
    }
}
