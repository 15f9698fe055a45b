//! A tree of texts, as a mind map shows it.

/// A text and what belongs under it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tree {
    pub(crate) text: String,
    pub(crate) children: Vec<Tree>,
}

impl Tree {
    /// A text with nothing under it.
    pub(crate) fn leaf(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            children: Vec::new(),
        }
    }

    /// How many texts there are.
    pub(crate) fn count(&self) -> usize {
        1 + self.children.iter().map(Self::count).sum::<usize>()
    }

    /// How many texts there are down to a depth; the root alone is depth 0.
    pub(crate) fn count_to(&self, depth: usize) -> usize {
        if depth == 0 {
            return 1;
        }
        1 + self
            .children
            .iter()
            .map(|child| child.count_to(depth - 1))
            .sum::<usize>()
    }
}
