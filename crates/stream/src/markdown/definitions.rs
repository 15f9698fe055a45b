//! What links and footnotes a document defines, and which blocks still wait for some.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use pulldown_cmark::CowStr;
use unicase::UniCase;

use super::BlockId;

/// What a mention asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Label {
    Link(UniCase<String>),
    Footnote(UniCase<String>),
}

impl Label {
    pub(super) fn link(label: &str) -> Self {
        Self::Link(UniCase::new(label.to_owned()))
    }

    /// Blanks count as one, at the ends as none (`CommonMark` §4.7).
    pub(super) fn footnote(label: &str) -> Self {
        let words: Vec<&str> = label.split_ascii_whitespace().collect();
        Self::Footnote(UniCase::new(words.join(" ")))
    }
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) url: String,
    pub(super) title: String,
}

/// What a block defines.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) links: Vec<(Label, Target)>,
    pub(super) footnotes: Vec<Label>,
}

/// What the settled blocks define.
#[derive(Debug, Default)]
pub(super) struct Definitions {
    links: HashMap<Label, Target>,
    footnotes: HashSet<Label>,
    awaited: HashMap<Label, BTreeSet<BlockId>>,
    /// Blocks that are to be told again.
    queued: BTreeSet<BlockId>,
    /// Bytes of addresses and titles that were put in place of labels.
    expanded: usize,
    /// Bytes of text that mention labels.
    read: usize,
}

impl Definitions {
    /// The first definition of a link.
    pub(super) fn link(&self, label: &Label) -> Option<&Target> {
        self.links.get(label)
    }

    /// The definition of a link, for use in a block. A few bytes can mention a long address again
    /// and again; past 100 KB and sixteen times the text that mentions them, none is given.
    pub(super) fn expand(&mut self, label: &Label) -> Option<(CowStr<'static>, CowStr<'static>)> {
        let target = self.links.get(label)?;
        let cost = target.url.len() + target.title.len();
        if self.expanded + cost > 100_000 + self.read.saturating_mul(16) {
            return None;
        }
        self.expanded += cost;
        Some((target.url.clone().into(), target.title.clone().into()))
    }

    /// So many bytes are about to be parsed.
    pub(super) fn reads(&mut self, bytes: usize) {
        self.read += bytes;
    }

    /// Whether a settled block defines the footnote.
    pub(super) fn has_footnote(&self, label: &Label) -> bool {
        self.footnotes.contains(label)
    }

    /// A block mentions what is not defined.
    pub(super) fn await_all(&mut self, id: BlockId, missing: Vec<Label>) {
        for label in missing {
            self.awaited.entry(label).or_default().insert(id);
        }
    }

    /// Takes a settled block's definitions. Blocks that waited for one are queued once each.
    pub(super) fn learn(&mut self, found: Found, late: &mut VecDeque<BlockId>) {
        for (label, target) in found.links {
            if !self.links.contains_key(&label) {
                self.queue(&label, late);
                self.links.insert(label, target);
            }
        }
        for label in found.footnotes {
            if !self.footnotes.contains(&label) {
                self.queue(&label, late);
                self.footnotes.insert(label);
            }
        }
    }

    fn queue(&mut self, label: &Label, late: &mut VecDeque<BlockId>) {
        for id in self.awaited.remove(label).unwrap_or_default() {
            if self.queued.insert(id) {
                late.push_back(id);
            }
        }
    }

    /// A queued block is told again.
    pub(super) fn is_told_again(&mut self, id: BlockId) {
        self.queued.remove(&id);
    }
}
