//! Puts a message together: fills its places, chooses among its variants, follows its references.
//!
//! As [Project Fluent] has it, but without functions and attributes: a message that asks for one is said
//! with a problem.
//!
//! [Project Fluent]: https://projectfluent.org/fluent/guide

use std::borrow::Cow;
use std::ptr;

use fluent_syntax::ast::{
    Expression, InlineExpression, NamedArgument, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode;

use crate::catalogue::Catalogue;
use crate::value::Value;
use crate::{Argument, Direction, Said};

/// How many places are filled at most, those of references counted: a few messages that refer to one
/// another twice each could fill the memory.
const MOST_PLACES: usize = 100;

/// Says the pattern of a message. The problems begin with its id.
pub(crate) fn resolve<'a>(
    catalogue: &'a Catalogue,
    id: &'a str,
    pattern: &'a Pattern<String>,
    arguments: &'a [(&'a str, Argument<'a>)],
) -> Said {
    let mut resolver = Resolver {
        catalogue,
        id,
        given: Given::ToMessage(arguments),
        within: vec![pattern],
        places: 0,
        said: Said::default(),
    };
    resolver.pattern(pattern);
    resolver.said
}

/// What a pattern finds for its arguments.
#[derive(Clone, Copy)]
enum Given<'a> {
    /// What the page gives.
    ToMessage(&'a [(&'a str, Argument<'a>)]),
    /// What a reference to a term gives: literals, and nothing of what the page gives.
    ToTerm(&'a [NamedArgument<String>]),
}

struct Resolver<'a> {
    catalogue: &'a Catalogue,
    id: &'a str,
    given: Given<'a>,
    /// What is being said: the message and, inside each other, what is referred to.
    within: Vec<&'a Pattern<String>>,
    places: usize,
    said: Said,
}

impl<'a> Resolver<'a> {
    fn pattern(&mut self, pattern: &'a Pattern<String>) {
        for element in &pattern.elements {
            if self.places > MOST_PLACES {
                return;
            }
            match element {
                PatternElement::TextElement { value } => self.said.text.push_str(value),
                PatternElement::Placeable { expression } => {
                    self.place(expression, pattern.elements.len() == 1);
                }
            }
        }
    }

    fn place(&mut self, expression: &'a Expression<String>, is_alone: bool) {
        self.places += 1;
        if self.places > MOST_PLACES {
            self.problem("Too many placeables", "");
            return;
        }
        // The marks keep what runs the other way from mixing up a line. Where all lines run as those of
        // the names and keys in them, they are but letters that get copied along.
        let isolates = self.catalogue.language().direction() == Direction::RightToLeft
            && !is_alone
            && may_run_otherwise(expression);
        if isolates {
            self.said.text.push('\u{2068}');
        }
        self.expression(expression);
        if isolates {
            self.said.text.push('\u{2069}');
        }
    }

    fn expression(&mut self, expression: &'a Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                let value = self.value(selector);
                let fitting = value.and_then(|value| {
                    let mut variants = variants.iter();
                    variants.find(|variant| self.fits(&variant.key, &value))
                });
                // The parser lets no choice pass that has no default.
                let chosen = fitting.or_else(|| variants.iter().find(|variant| variant.default));
                if let Some(variant) = chosen {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &'a InlineExpression<String>) {
        match inline {
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::MessageReference {
                id,
                attribute: None,
            } => {
                let found = self.catalogue.message(&id.name);
                self.refer(inline, found, "Unknown message: ");
            }
            InlineExpression::TermReference {
                id,
                attribute: None,
                arguments,
            } => {
                let found = self.catalogue.term(&id.name);
                let named = arguments.as_ref().map(|given| given.named.as_slice());
                let before = self.given;
                self.given = Given::ToTerm(named.unwrap_or_default());
                self.refer(inline, found, "Unknown term: ");
                self.given = before;
            }
            other => match self.value(other) {
                Some(Value::Text(text)) => self.said.text.push_str(&text),
                Some(Value::Number(number)) => {
                    let language = self.catalogue.language();
                    self.said.text.push_str(&number.written(language));
                }
                None => self.name(other),
            },
        }
    }

    /// Says what is referred to, or its name where that is not, or not all of it, said.
    fn refer(
        &mut self,
        reference: &InlineExpression<String>,
        found: Option<&'a Pattern<String>>,
        unknown: &str,
    ) {
        match found {
            Some(pattern) if !self.within.iter().any(|it| ptr::eq(*it, pattern)) => {
                self.within.push(pattern);
                self.pattern(pattern);
                self.within.pop();
                if self.places <= MOST_PLACES {
                    return;
                }
            }
            Some(_) => self.problem("Cyclical dependency detected", ""),
            None => self.problem(unknown, &name(reference)),
        }
        self.name(reference);
    }

    /// The value of what is neither a reference to a whole message or term nor an expression again; none,
    /// and a problem, if it has none.
    fn value(&mut self, inline: &'a InlineExpression<String>) -> Option<Value<'a>> {
        let unknown = match inline {
            InlineExpression::StringLiteral { value } => {
                let mut text = String::new();
                // A text takes all that is written to it.
                let _ = unescape_unicode(&mut text, value);
                return Some(Value::Text(Cow::Owned(text)));
            }
            InlineExpression::NumberLiteral { value } => return Some(Value::literal(value)),
            InlineExpression::VariableReference { id } => match self.given {
                Given::ToMessage(arguments) => {
                    // The last of a name counts.
                    let mut arguments = arguments.iter().rev();
                    if let Some((_, argument)) = arguments.find(|(name, _)| *name == id.name) {
                        return Some(argument.value());
                    }
                    "Unknown variable: "
                }
                Given::ToTerm(arguments) => {
                    let mut arguments = arguments.iter();
                    let given = arguments.find(|argument| argument.name.name == id.name);
                    // A term does without.
                    return given.and_then(|argument| self.value(&argument.value));
                }
            },
            InlineExpression::FunctionReference { .. } => "Unknown function: ",
            _ => "Unknown attribute: ",
        };
        self.problem(unknown, &name(inline));
        None
    }

    /// Whether a variant is the one for a value.
    fn fits(&self, key: &VariantKey<String>, value: &Value<'_>) -> bool {
        match (key, value) {
            (VariantKey::NumberLiteral { value: key }, value) => Value::literal(key) == *value,
            (VariantKey::Identifier { name }, Value::Text(text)) => *name == *text,
            (VariantKey::Identifier { name }, Value::Number(number)) => {
                number.category(self.catalogue.language()).name() == *name
            }
        }
    }

    /// Says the name of what could not be said.
    fn name(&mut self, inline: &InlineExpression<String>) {
        let text = &mut self.said.text;
        text.push('{');
        text.push_str(&name(inline));
        text.push('}');
    }

    fn problem(&mut self, what: &str, name: &str) {
        let problem = [self.id, ": Resolver error: ", what, name].concat();
        self.said.problems.push(problem);
    }
}

/// Whether what is in a place may run the other way than the message around it.
fn may_run_otherwise(expression: &Expression<String>) -> bool {
    !matches!(
        expression,
        Expression::Inline(
            InlineExpression::MessageReference { .. }
                | InlineExpression::TermReference { .. }
                | InlineExpression::StringLiteral { .. }
        )
    )
}

/// What a catalogue calls what it asks for; nothing for what has no name.
fn name(inline: &InlineExpression<String>) -> String {
    let (mark, id, attribute) = match inline {
        InlineExpression::VariableReference { id } => ("$", id, None),
        InlineExpression::FunctionReference { id, .. } => return [&id.name, "()"].concat(),
        InlineExpression::MessageReference { id, attribute } => ("", id, attribute.as_ref()),
        InlineExpression::TermReference { id, attribute, .. } => ("-", id, attribute.as_ref()),
        _ => return String::new(),
    };
    match attribute {
        Some(attribute) => [mark, &id.name, ".", &attribute.name].concat(),
        None => [mark, &id.name].concat(),
    }
}

#[cfg(test)]
mod tests;
