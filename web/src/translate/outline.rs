//! How the rows of a catalogue are laid out for reading: grouped by the object they stand in,
//! filtered, searched.

use ichiban_engine::protocol::{Row, SourceRow};

use crate::shell::words::t;

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Item {
    /// The name of the object that the rows below it stand in, and the first of them: an object
    /// may be left and come back to.
    Group(String, Row),
    /// A leaf, by its place in the source.
    Leaf(Row),
}

/// What joins the keys of a path for people. A key may hold a full stop itself.
const JOINT: &str = " › ";

/// The rows of a catalogue as a person reads them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outline {
    /// The last key of every leaf if they all share it, as `message` in Chrome's catalogues: it
    /// tells nothing, so it is not shown.
    shared_tail: Option<String>,
}

impl Outline {
    /// Learns from all rows how to name them.
    pub(crate) fn new(rows: &[SourceRow]) -> Self {
        let shared_tail = match rows {
            [first, _, ..] => first.path.last().filter(|tail| {
                rows.iter()
                    .all(|row| row.path.len() > 1 && row.path.last() == Some(*tail))
            }),
            _ => None,
        };
        Self {
            shared_tail: shared_tail.cloned(),
        }
    }

    /// The keys that name a row, outermost first.
    fn keys<'a>(&self, row: &'a SourceRow) -> &'a [String] {
        let keys = row.path.as_slice();
        match keys {
            [head @ .., _] if self.shared_tail.is_some() => head,
            _ => keys,
        }
    }

    /// The name of a row within its group.
    pub(crate) fn name<'a>(&self, row: &'a SourceRow) -> &'a str {
        self.keys(row).last().map_or("", String::as_str)
    }

    /// The items for the rows that `keep` keeps, each group announced before its first row.
    pub(crate) fn items(
        &self,
        rows: &[SourceRow],
        mut keep: impl FnMut(Row, &SourceRow) -> bool,
    ) -> Vec<Item> {
        let mut items = Vec::with_capacity(rows.len());
        let mut group: &[String] = &[];
        for (place, row) in (0..).map(Row).zip(rows) {
            if !keep(place, row) {
                continue;
            }
            let own = self
                .keys(row)
                .split_last()
                .map_or(&[][..], |(_, head)| head);
            if own != group {
                group = own;
                let name = if own.is_empty() {
                    t!("translate-table-top")
                } else {
                    own.join(JOINT)
                };
                items.push(Item::Group(name, place));
            }
            items.push(Item::Leaf(place));
        }
        items
    }
}

/// What a person searches for: every word must occur in the row's key, its text or one of its
/// translations, whatever the case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Search(Vec<String>);

impl Search {
    /// Reads what was typed.
    pub(crate) fn new(typed: &str) -> Self {
        Self(typed.split_whitespace().map(str::to_lowercase).collect())
    }

    /// Whether nothing is searched for.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every word occurs in one of the texts.
    pub(crate) fn matches<'a>(&self, texts: &(impl Iterator<Item = &'a str> + Clone)) -> bool {
        self.0
            .iter()
            .all(|word| texts.clone().any(|text| contains_ignoring_case(text, word)))
    }

    /// Whether a word may be found across the keys of a path.
    pub(crate) fn spans_keys(&self) -> bool {
        self.0.iter().any(|word| word.contains('.'))
    }
}

/// Whether a text holds a word that is in lower case. ASCII, which most texts are, is compared in
/// place.
fn contains_ignoring_case(text: &str, word: &str) -> bool {
    if !text.is_ascii() {
        return text.to_lowercase().contains(word);
    }
    text.as_bytes()
        .windows(word.len().max(1))
        .any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(paths: &[&[&str]]) -> Vec<SourceRow> {
        paths
            .iter()
            .map(|path| SourceRow {
                path: path.iter().map(|&key| key.to_owned()).collect(),
                text: String::new(),
                placeholders: vec![],
                line: 1,
            })
            .collect()
    }

    fn shown(rows: &[SourceRow]) -> Vec<String> {
        let outline = Outline::new(rows);
        outline
            .items(rows, |_, _| true)
            .into_iter()
            .map(|item| match item {
                Item::Group(name, _) => format!("# {name}"),
                Item::Leaf(Row(place)) => {
                    outline.name(rows.get(place as usize).unwrap()).to_owned()
                }
            })
            .collect()
    }

    #[test]
    fn leaves_stand_under_the_object_they_are_in() {
        let rows = rows(&[&["a", "x"], &["a", "y"], &["b", "c", "z"]]);
        assert_eq!(shown(&rows), ["# a", "x", "y", "# b › c", "z"]);
    }

    #[test]
    fn a_flat_catalogue_has_no_groups() {
        assert_eq!(shown(&rows(&[&["a.b"], &["c.d"]])), ["a.b", "c.d"]);
    }

    #[test]
    fn a_last_key_that_all_share_is_left_out() {
        let rows = rows(&[&["extName", "message"], &["extDesc", "message"]]);
        assert_eq!(shown(&rows), ["extName", "extDesc"]);
    }

    #[test]
    fn a_single_row_keeps_its_name() {
        assert_eq!(shown(&rows(&[&["a", "b"]])), ["# a", "b"]);
    }

    #[test]
    fn going_back_to_the_top_level_is_said() {
        let rows = rows(&[&["a", "x"], &["y"]]);
        assert_eq!(shown(&rows), ["# a", "x", "# (top level)", "y"]);
    }

    #[test]
    fn a_group_without_rows_is_not_shown() {
        let rows = rows(&[&["a", "x"], &["b", "y"]]);
        let items = Outline::new(&rows).items(&rows, |Row(place), _| place == 1);
        assert_eq!(items, [Item::Group("b".into(), Row(1)), Item::Leaf(Row(1))]);
    }

    #[test]
    fn every_word_must_occur_somewhere() {
        let search = Search::new("  ORDER your");
        assert!(search.matches(&["checkout.title", "Your order"].into_iter()));
        assert!(!search.matches(&["checkout.title", "Order"].into_iter()));
        assert!(Search::new(" ").is_empty());
    }
}
