//! A text as the sentences a translator needs, for one target locale.
//!
//! A choice within a sentence (`Delete {count, plural, one {file} other {files}}?`) is pulled
//! outwards, so that each [`Unit`] is a whole sentence, and each plural choice gets all the
//! categories of the target locale. [`Plan::assemble`] puts the translated units back together.

use super::check::Number;
use super::mask::{Masked, Piece};
use super::message::{self, Choice, ChoiceKind, Kind, Message, Node, Selector, Syntax};
use super::plural::{Category, Counting, Plurals};

/// Most sentences one text may unfold into. Three choices in one sentence are rare; more are a
/// mistake of the source.
const MOST_UNITS: usize = 96;

/// How one text is asked for and put together again.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// The sentences, in the order in which they stand in the result.
    pub(super) units: Vec<Unit>,
    shape: Shape,
}

/// A sentence to translate.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    /// The sentence as it would stand in the file.
    pub(super) source: String,
    /// The sentence for the model.
    pub(super) masked: Masked,
    /// For which case it is, in words for the model; empty if there is but one.
    pub(super) form: String,
    /// Whether `#` is a number in it.
    pub(super) plural: bool,
    /// What becomes of the number, if it is a plural form.
    pub(super) number: Number,
}

#[derive(Debug, Clone)]
enum Shape {
    Unit(usize),
    Choice {
        head: String,
        cases: Vec<(String, Shape)>,
        tail: String,
    },
}

/// The plural categories of a target locale.
#[derive(Debug, Clone)]
pub(super) struct TargetPlurals {
    pub(super) cardinal: Plurals,
    pub(super) ordinal: Plurals,
}

impl TargetPlurals {
    pub(super) fn of(locale: &super::Locale) -> Self {
        Self {
            cardinal: Plurals::of(locale, Counting::Cardinal),
            ordinal: Plurals::of(locale, Counting::Ordinal),
        }
    }

    pub(super) fn get(&self, counting: Counting) -> &Plurals {
        match counting {
            Counting::Cardinal => &self.cardinal,
            Counting::Ordinal => &self.ordinal,
        }
    }

    /// A category in words for the model.
    pub(super) fn describe(&self, counting: Counting, category: Category) -> String {
        let numbers = self.get(counting).examples(category).join(", ");
        let what = match counting {
            Counting::Cardinal => "plural",
            Counting::Ordinal => "ordinal",
        };
        format!("{what} form \"{category}\", as for {numbers}")
    }
}

/// A text that unfolds into too many sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the text has more than {MOST_UNITS} variants")]
pub(super) struct TooManyVariants;

/// A node on its way outwards, and the plural whose number its `#` is.
#[derive(Clone, Copy)]
struct Item<'a> {
    node: &'a Node,
    plural: Option<&'a Choice>,
}

struct Chosen<'a> {
    choice: &'a Choice,
    selector: Selector,
    words: String,
}

struct Unfolding<'a> {
    text: &'a str,
    syntax: &'a Syntax,
    plurals: &'a TargetPlurals,
    units: Vec<Unit>,
}

impl Plan {
    /// Unfolds a text for a target locale.
    pub(super) fn new(
        text: &str,
        message: &Message,
        syntax: &Syntax,
        plurals: &TargetPlurals,
    ) -> Result<Self, TooManyVariants> {
        let mut unfolding = Unfolding {
            text,
            syntax,
            plurals,
            units: Vec::new(),
        };
        let items = message
            .nodes
            .iter()
            .map(|node| Item { node, plural: None })
            .collect();
        let shape = unfolding.unfold(items, &mut Vec::new())?;
        Ok(Self {
            units: unfolding.units,
            shape,
        })
    }

    /// The whole text, from a translation of each unit.
    pub(super) fn assemble<'t>(&self, unit: impl Fn(usize) -> Option<&'t str>) -> String {
        let mut out = String::new();
        assemble(&self.shape, &|at| unit(at).map(|it| (it, true)), &mut out);
        out
    }

    /// The text as far as it is known: up to the first unit that is not settled, and what there
    /// is of that one.
    pub(super) fn assemble_partly<'t>(
        &self,
        unit: impl Fn(usize) -> Option<(&'t str, bool)>,
    ) -> String {
        let mut out = String::new();
        assemble(&self.shape, &unit, &mut out);
        out
    }
}

/// Appends a shape; stops, and says so, at the first unit that is not settled.
fn assemble<'t>(
    shape: &Shape,
    unit: &impl Fn(usize) -> Option<(&'t str, bool)>,
    out: &mut String,
) -> bool {
    match shape {
        Shape::Unit(at) => match unit(*at) {
            Some((text, settled)) => {
                out.push_str(text);
                settled
            }
            None => false,
        },
        Shape::Choice { head, cases, tail } => {
            out.push_str(head);
            for (selector, case) in cases {
                out.push_str(selector);
                if !assemble(case, unit, out) {
                    return false;
                }
                out.push('}');
            }
            out.push_str(tail);
            true
        }
    }
}

impl<'a> Unfolding<'a> {
    fn raw(&self, span: std::ops::Range<usize>) -> &'a str {
        self.text.get(span).unwrap_or_default()
    }

    fn unfold(
        &mut self,
        mut items: Vec<Item<'a>>,
        chosen: &mut Vec<Chosen<'a>>,
    ) -> Result<Shape, TooManyVariants> {
        loop {
            let first = items
                .iter()
                .enumerate()
                .find_map(|(at, item)| match item.node {
                    Node::Choice(choice) => Some((at, choice)),
                    _ => None,
                });
            let Some((at, choice)) = first else {
                return self.unit(&items, chosen);
            };
            // A second choice by the same argument goes the way of the first.
            let same = chosen
                .iter()
                .find(|it| it.choice.kind == choice.kind && it.choice.argument == choice.argument);
            let Some(same) = same else {
                return self.choice(&items, at, choice, chosen);
            };
            let case = choice
                .cases
                .iter()
                .find(|it| it.selector == same.selector)
                .or_else(|| choice.cases.iter().find(|it| it.selector.is_other()))
                .or(choice.cases.last());
            let nodes = case.map_or(&[][..], |it| &it.nodes);
            items = replace(&items, at, nodes, choice);
        }
    }

    fn choice(
        &mut self,
        items: &[Item<'a>],
        at: usize,
        choice: &'a Choice,
        chosen: &mut Vec<Chosen<'a>>,
    ) -> Result<Shape, TooManyVariants> {
        let mut cases = Vec::new();
        for (selector, nodes, words) in self.cases(choice) {
            chosen.push(Chosen {
                choice,
                selector: selector.clone(),
                words,
            });
            let shape = self.unfold(replace(items, at, nodes, choice), chosen)?;
            chosen.pop();
            cases.push((selector, shape));
        }
        // The layout of the source: what stands between a selector and its brace, and between
        // cases.
        let first = choice.cases.first();
        let gap = first.map_or(" {", |it| {
            let selector = it.selector.to_string().len();
            self.raw(it.span.start + selector..it.body.start)
        });
        let between = match choice.cases.get(..2) {
            Some([a, b]) => self.raw(a.span.end..b.span.start),
            _ => " ",
        };
        let cases = cases
            .into_iter()
            .enumerate()
            .map(|(place, (selector, shape))| {
                let between = if place == 0 { "" } else { between };
                (format!("{between}{selector}{gap}"), shape)
            })
            .collect();
        Ok(Shape::Choice {
            head: self.raw(choice.head.clone()).to_owned(),
            cases,
            tail: self.raw(choice.tail.clone()).to_owned(),
        })
    }

    /// The cases that the target locale needs, each with the source text it is made from.
    fn cases(&self, choice: &'a Choice) -> Vec<(Selector, &'a [Node], String)> {
        let argument = &choice.argument;
        let ChoiceKind::Plural(counting) = choice.kind else {
            return choice
                .cases
                .iter()
                .map(|case| {
                    let words = format!("when {argument} is \"{}\"", case.selector);
                    (case.selector.clone(), case.nodes.as_slice(), words)
                })
                .collect();
        };
        let mut cases = Vec::new();
        for case in &choice.cases {
            if let Selector::Exactly(number) = &case.selector {
                let words = format!("when {argument} is {number}");
                cases.push((case.selector.clone(), case.nodes.as_slice(), words));
            }
        }
        let plurals = self.plurals.get(counting);
        let other = choice
            .cases
            .iter()
            .find(|it| it.selector.is_other())
            .or(choice.cases.last());
        for category in plurals.categories() {
            let selector = Selector::Category(category);
            let own = choice.cases.iter().find(|it| it.selector == selector);
            // `one {1 file}` cannot stand for 21, as it must in Russian.
            let several = plurals.examples(category).len() > 1;
            let own = own.filter(|own| {
                !several
                    || counts(&own.nodes, argument)
                    || !other.is_some_and(|it| counts(&it.nodes, argument))
            });
            let nodes = own.or(other).map_or(&[][..], |it| &it.nodes);
            cases.push((selector, nodes, self.plurals.describe(counting, category)));
        }
        cases
    }

    fn unit(
        &mut self,
        items: &[Item<'a>],
        chosen: &[Chosen<'a>],
    ) -> Result<Shape, TooManyVariants> {
        if self.units.len() >= MOST_UNITS {
            return Err(TooManyVariants);
        }
        let innermost = chosen.last();
        let plural = innermost.is_some_and(|it| matches!(it.choice.kind, ChoiceKind::Plural(_)));
        let mut source = String::new();
        let pieces: Vec<_> = items
            .iter()
            .map(|item| {
                let span = message::span(item.node);
                let is_pound = matches!(item.node, Node::Placeholder(it) if it.kind == Kind::Pound);
                let raw = match (item.plural, innermost) {
                    // `#` counts for the innermost choice alone; for another it is spelt out.
                    (Some(own), Some(inner)) if is_pound && !std::ptr::eq(own, inner.choice) => {
                        format!("{{{}, number}}", own.argument)
                    }
                    _ => self.raw(span).to_owned(),
                };
                source.push_str(&raw);
                Piece {
                    node: item.node,
                    raw,
                }
            })
            .collect();
        let masked = Masked::new(&pieces, self.syntax, plural);
        let words: Vec<_> = chosen.iter().map(|it| it.words.as_str()).collect();
        self.units.push(Unit {
            source,
            masked,
            form: words.join("; "),
            plural,
            number: number(chosen),
        });
        Ok(Shape::Unit(self.units.len() - 1))
    }
}

/// What becomes of the number in a unit that is chosen so.
fn number(chosen: &[Chosen<'_>]) -> Number {
    let plurals = || {
        chosen
            .iter()
            .filter(|it| matches!(it.choice.kind, ChoiceKind::Plural(_)))
    };
    let Some(last) = plurals().next_back() else {
        return Number::NotAForm;
    };
    Number::Form {
        argument: last.choice.argument.clone(),
        optional: plurals().any(|it| match &it.selector {
            Selector::Category(category) => category.may_omit_number(),
            Selector::Exactly(_) | Selector::Keyword(_) => true,
        }),
    }
}

/// The items with the one at `at` replaced by the nodes of a case of `choice`.
fn replace<'a>(
    items: &[Item<'a>],
    at: usize,
    nodes: &'a [Node],
    choice: &'a Choice,
) -> Vec<Item<'a>> {
    let (before, after) = items.split_at(at);
    let own = matches!(choice.kind, ChoiceKind::Plural(_)).then_some(choice);
    let within = items.get(at).and_then(|it| it.plural);
    before
        .iter()
        .copied()
        .chain(nodes.iter().map(|node| Item {
            node,
            plural: own.or(within),
        }))
        .chain(after.iter().skip(1).copied())
        .collect()
}

/// Whether a text shows the number it is chosen by.
fn counts(nodes: &[Node], argument: &str) -> bool {
    nodes.iter().any(|node| match node {
        Node::Placeholder(it) => it.kind == Kind::Pound || it.name == argument,
        Node::Choice(it) => it.cases.iter().any(|case| counts(&case.nodes, argument)),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(text: &str, locale: &str) -> Plan {
        let message = message::parse(text, &Syntax::ICU).unwrap();
        let plurals = TargetPlurals::of(&locale.parse().unwrap());
        Plan::new(text, &message, &Syntax::ICU, &plurals).unwrap()
    }

    fn shown(text: &str, locale: &str) -> String {
        let plan = plan(text, locale);
        let sources: Vec<_> = plan.units.iter().map(|it| it.source.as_str()).collect();
        plan.assemble(|at| sources.get(at).copied())
    }

    #[test]
    fn a_text_without_choices_is_one_unit() {
        let plan = plan("Hello {name}!", "pl");
        assert_eq!(plan.units.len(), 1);
        assert_eq!(plan.units[0].masked.text, "Hello {name}!");
        assert_eq!(plan.assemble(|_| Some("x")), "x");
    }

    #[test]
    fn a_plural_gets_the_categories_of_the_target() {
        let text = "{n, plural, =0 {none} one {# file} other {# files}}";
        assert_eq!(shown(text, "ja"), "{n, plural, =0 {none} other {# files}}");
        assert_eq!(
            shown(text, "pl"),
            "{n, plural, =0 {none} one {# file} few {# files} many {# files} other {# files}}"
        );
    }

    #[test]
    fn a_choice_within_a_sentence_is_pulled_outwards() {
        let text = "Delete {count} {count, plural,\n  one {file}\n  other {files}\n}?";
        assert_eq!(
            shown(text, "en"),
            "{count, plural,\n  one {Delete {count} file?}\n  other {Delete {count} files?}\n}"
        );
        let two = "{a, plural, one {cat} other {cats}} and {a, plural, one {dog} other {dogs}}";
        assert_eq!(
            shown(two, "en"),
            "{a, plural, one {cat and dog} other {cats and dogs}}"
        );
    }

    #[test]
    fn a_number_sign_stays_with_its_plural() {
        let text = "{n, plural, one {# {g, select, f {woman} other {person}}} other {# {g, select, f {women} other {people}}}}";
        assert_eq!(
            shown(text, "en"),
            "{n, plural, one {{g, select, f {{n, number} woman} other {{n, number} person}}} \
             other {{g, select, f {{n, number} women} other {{n, number} people}}}}"
        );
    }

    #[test]
    fn a_form_that_names_its_number_does_not_stand_for_others() {
        let text = "{n, plural, one {One file} other {# files}}";
        assert_eq!(shown(text, "de"), text);
        assert!(shown(text, "ru").contains("one {# files}"));
    }

    #[test]
    fn a_text_is_assembled_as_far_as_it_is_known() {
        let plan = plan("{n, plural, one {# file} other {# files}}", "en");
        let partly = plan.assemble_partly(|at| match at {
            0 => Some(("# Datei", true)),
            _ => Some(("# Da", false)),
        });
        assert_eq!(partly, "{n, plural, one {# Datei} other {# Da");
    }

    #[test]
    fn a_text_of_too_many_variants_is_told() {
        let choice =
            |name: &str| format!("{{{name}, select, a {{1}} b {{2}} c {{3}} other {{4}}}}");
        let text = ["a", "b", "c", "d"].map(choice).join(" ");
        let message = message::parse(&text, &Syntax::ICU).unwrap();
        let plurals = TargetPlurals::of(&"de".parse().unwrap());
        assert!(Plan::new(&text, &message, &Syntax::ICU, &plurals).is_err());
    }
}
