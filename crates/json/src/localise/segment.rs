//! A translatable text of a catalogue.

use std::ops::Range;

use ichiban_tool::Place;
use serde::{Deserialize, Serialize};

use super::message::Message;
use super::plural::{Category, Counting};
use super::selection::Selected;

/// A segment, by its place in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SegmentId(pub u32);

impl SegmentId {
    /// The place as an index into [`Catalogue::segments`](super::Catalogue::segments).
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A translatable text: a leaf of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Its keys from the root, outermost first.
    pub path: Vec<String>,
    /// Its text, the file format's escapes resolved.
    pub text: String,
    /// Its text as pieces.
    pub message: Message,
    /// Where a translation is written: the value's bytes in the file, quotes included.
    pub slot: Range<usize>,
    /// The bytes of its own name in the file; empty where it has none.
    pub key: Range<usize>,
    /// Where the value begins.
    pub place: Place,
    /// What the file says about it: a description, a comment.
    pub note: Option<String>,
    /// Most characters a translation may have, if the file tells.
    pub max_chars: Option<u32>,
    /// Whether its program knows arguments by number (`%1$s`) where a sentence needs those that
    /// are known by their place (`%s`) in another order.
    pub numbered: bool,
    /// Set if it is one form of a text that has several.
    pub plural: Option<PluralForm>,
    /// Whether the file says that this translation needs a look, since its source has changed:
    /// gettext's `fuzzy`, a string catalogue's `needs_review`.
    pub needs_review: bool,
    /// Which plural form it is, where a locale's further forms cannot be added.
    pub legacy_form: Option<Category>,
    /// Set if it is a variant in a message with selectors.
    pub selected: Option<Selected>,
    /// Whether there is prose in it. One without is kept as it is.
    pub translatable: bool,
    /// Whether its syntax (ICU) is broken; then it is never sent to a model.
    pub broken: Option<super::message::SyntaxError>,
}

/// One of several forms of a text, as in i18next's `key_one` and `key_other`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PluralForm {
    /// Numbers the texts of a catalogue that have forms: forms with the same number belong
    /// together.
    pub group: u32,
    /// The form.
    pub category: Category,
    /// What is counted.
    pub counting: Counting,
}

impl Segment {
    /// Which plural form it is, if it is one.
    pub fn form(&self) -> Option<Category> {
        let plural = self.plural.as_ref().map(|form| form.category);
        plural.or(self.legacy_form)
    }

    /// The argument that holds the number, if it is a plural form.
    pub(super) fn number_argument(&self) -> &str {
        let selected = self.selected.as_ref().and_then(|it| it.choices.last());
        selected.map_or("count", |choice| choice.selector.argument())
    }

    /// Its path as a JSON Pointer (RFC 6901).
    pub fn pointer(&self) -> String {
        pointer(&self.path)
    }
}

/// A path as a JSON Pointer (RFC 6901).
pub(super) fn pointer(path: &[String]) -> String {
    let mut pointer = String::new();
    for key in path {
        pointer.push('/');
        for c in key.chars() {
            match c {
                '~' => pointer.push_str("~0"),
                '/' => pointer.push_str("~1"),
                _ => pointer.push(c),
            }
        }
    }
    pointer
}
