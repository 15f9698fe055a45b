//! The messages of one language that have been fetched.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use crate::{Argument, Direction, Language, Said, number};

/// What a number is written with at most, whatever a catalogue asks for.
const MOST_DECIMALS: usize = 20;

pub(crate) struct Catalogue {
    bundle: FluentBundle<FluentResource>,
    parts: Vec<String>,
}

impl Catalogue {
    pub(crate) fn new(language: Language) -> Self {
        let mut bundle = FluentBundle::new(vec![language.tag().parse().unwrap_or_default()]);
        // The marks keep what runs the other way from mixing up a line. Where all lines run as those of
        // the names and keys in them, they are but letters that get copied along.
        bundle.set_use_isolating(language.direction() == Direction::RightToLeft);
        if language.decimal_mark() == ',' {
            bundle.set_formatter(Some(by_comma));
        } else {
            bundle.set_formatter(Some(by_point));
        }
        Self {
            bundle,
            parts: Vec::new(),
        }
    }

    /// Whether the messages of a part are there.
    pub(crate) fn has(&self, part: &str) -> bool {
        self.parts.iter().any(|known| known == part)
    }

    /// Adds the messages of a part. Says what in them is no Fluent, and what was there before; all
    /// others are added.
    pub(crate) fn add(&mut self, part: &str, source: String) -> Vec<String> {
        let mut problems = Vec::new();
        let resource = FluentResource::try_new(source).unwrap_or_else(|(resource, errors)| {
            problems.extend(errors.iter().map(|error| format!("{part}: {error}")));
            resource
        });
        if let Err(errors) = self.bundle.add_resource(resource) {
            problems.extend(errors.iter().map(|error| format!("{part}: {error}")));
        }
        self.parts.push(part.to_owned());
        problems
    }

    /// What a message says; none if there is none of this id.
    pub(crate) fn say(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Option<Said> {
        let message = self.bundle.get_message(id)?;
        let pattern = message.value()?;
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            values.set(*name, argument.clone().into_value());
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned();
        let problems = errors.iter().map(|error| format!("{id}: {error}"));
        Some(Said {
            text,
            problems: problems.collect(),
        })
    }
}

fn by_point<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    written(value, '.')
}

fn by_comma<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    written(value, ',')
}

/// A number as it is written; none for whatever is no number.
fn written(value: &FluentValue<'_>, mark: char) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let decimals = number
        .options
        .minimum_fraction_digits
        .unwrap_or_else(|| usize::from(number.value.fract() != 0.0));
    Some(number::decimal(
        number.value,
        decimals.min(MOST_DECIMALS),
        mark,
    ))
}
