//! Messages in which selectors choose the words, each language with its own selectors (Fluent).
//!
//! ```ftl
//! saved = { $files ->
//!     [one] One file
//!    *[other] { $files } files
//! } saved in { $place }
//! ```
//!
//! A translation may choose where its source does not, and the other way round. Two such messages
//! are therefore compared by what a person reads: with one variant of every selector filled in.

use std::ops::Range;
use std::sync::Arc;

use super::plural::Category;

/// A message, or a variant in it, as pieces.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pattern {
    /// As it is written, without its indentation.
    pub text: String,
    /// Its pieces, in order.
    pub parts: Vec<Part>,
}

/// A piece of a [`Pattern`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Text, and the placeables in it.
    Text(String),
    /// Words that are chosen.
    Selector(Selector),
}

/// `{ $count -> [one] … *[other] … }`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selector {
    /// Which selector of its message it is.
    pub id: SelectorId,
    /// Its variants, in order.
    pub variants: Vec<Variant>,
}

/// A selector of a message, in whatever language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SelectorId {
    /// By what it chooses, such as `$count`.
    pub expression: String,
    /// How many selectors with this expression stand before it.
    pub order: usize,
}

/// A variant of a [`Selector`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// When it is chosen.
    pub keyword: String,
    /// Whether it is chosen for all that no other variant takes.
    pub default: bool,
    /// What it says.
    pub pattern: Pattern,
    /// Its bytes in the file, from the keyword on.
    pub key: Range<usize>,
    /// The bytes of what it says.
    pub slot: Range<usize>,
}

/// Where a text stands that is a variant in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selected {
    /// The message.
    pub pattern: Arc<Pattern>,
    /// How many of the text's keys name the message.
    pub keys: usize,
    /// The variants that lead to the text, outermost first.
    pub choices: Vec<Choice>,
}

/// A variant that is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Of which selector.
    pub selector: SelectorId,
    /// The variant's keyword.
    pub keyword: String,
}

impl Pattern {
    /// A pattern in which nothing is chosen.
    pub fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            parts: vec![Part::Text(text.to_owned())],
        }
    }

    /// What a person reads if these variants are chosen, and of other selectors the default.
    pub fn rendered(&self, choices: &[Choice]) -> String {
        let mut out = String::new();
        self.render(choices, &mut out);
        out
    }

    fn render(&self, choices: &[Choice], out: &mut String) {
        for part in &self.parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Selector(selector) => {
                    if let Some(variant) = selector.chosen(choices) {
                        variant.pattern.render(choices, out);
                    }
                }
            }
        }
    }

    /// Its selectors, those within variants included, in order.
    pub fn selectors(&self) -> Vec<&Selector> {
        let mut found = Vec::new();
        for part in &self.parts {
            if let Part::Selector(selector) = part {
                found.push(selector);
                let variants = selector.variants.iter();
                found.extend(variants.flat_map(|it| it.pattern.selectors()));
            }
        }
        found
    }

    /// Its texts, those within variants included, in order.
    pub fn texts(&self) -> Vec<&str> {
        let mut found = Vec::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => found.push(text.as_str()),
                Part::Selector(selector) => {
                    let variants = selector.variants.iter();
                    found.extend(variants.flat_map(|it| it.pattern.texts()));
                }
            }
        }
        found
    }

    /// Whether a selector is all of it, and none stands in its variants: each variant is then the
    /// whole message.
    pub fn is_one_selector(&self) -> bool {
        matches!(self.parts.as_slice(), [Part::Selector(_)]) && self.selectors().len() == 1
    }
}

impl Selector {
    /// The variant that one of these choices names, or the default.
    fn chosen(&self, choices: &[Choice]) -> Option<&Variant> {
        // Two selectors with one expression see the same value.
        let choice = choices.iter().find(|it| it.selector == self.id);
        let choice = choice.or_else(|| choices.iter().find(|it| it.is_of(&self.id)));
        choice
            .and_then(|choice| self.variant(&choice.keyword))
            .or_else(|| self.variants.iter().find(|it| it.default))
            .or_else(|| self.variants.last())
    }

    /// The variant of that keyword.
    pub fn variant(&self, keyword: &str) -> Option<&Variant> {
        self.variants.iter().find(|it| it.keyword == keyword)
    }

    /// Whether it chooses by the plural category of a number.
    pub fn is_plural(&self) -> bool {
        self.variant(Category::Other.as_str()).is_some()
    }
}

impl SelectorId {
    /// The argument by which it chooses: `$count` of `NUMBER($count, type: "ordinal")`.
    pub fn argument(&self) -> &str {
        let Some(at) = self.expression.find('$') else {
            return &self.expression;
        };
        let rest = self.expression.get(at..).unwrap_or_default();
        let length = rest
            .bytes()
            .skip(1)
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
            .count();
        rest.get(..length + 1).unwrap_or(rest)
    }
}

impl std::fmt::Display for SelectorId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.expression)?;
        match self.order {
            0 => Ok(()),
            order => write!(f, "#{}", order + 1),
        }
    }
}

impl Choice {
    /// Whether it decides what this selector chooses.
    pub fn is_of(&self, selector: &SelectorId) -> bool {
        self.selector.expression == selector.expression
    }

    /// Whether it is for a number: a plural category or the number itself.
    pub fn is_number(&self) -> bool {
        Category::from_keyword(&self.keyword).is_some() || self.keyword.parse::<f64>().is_ok()
    }

    /// Whether the words may do without the argument that it was chosen by, as `one file` does.
    pub fn may_omit_argument(&self) -> bool {
        Category::from_keyword(&self.keyword).is_none_or(Category::may_omit_number)
    }
}
