//! The catalogues of the page: all languages say the same, and all that they say is used.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey,
};
use fluent_syntax::parser;
use ichiban_words::{Argument, Language, Words};
use regex_lite::Regex;

/// What one argument of a message may be.
type Choices = BTreeSet<String>;

/// A message: for each of its arguments the keys of the variants that are chosen by it.
type Message = BTreeMap<String, Choices>;

/// The messages of a catalogue by their ids.
type Catalogue = BTreeMap<String, Message>;

/// The categories of plurals (CLDR).
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

fn web() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web")
}

fn source(language: Language, part: &str) -> String {
    let path = web().join(format!("locales/{}/{part}.ftl", language.tag()));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The parts that have a catalogue in a language.
fn parts(language: Language) -> BTreeSet<String> {
    let folder = web().join("locales").join(language.tag());
    let files = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let parts = files.map(|path| {
        assert_eq!(path.extension().unwrap(), "ftl", "{}", path.display());
        path.file_stem().unwrap().to_string_lossy().into_owned()
    });
    parts.collect()
}

fn catalogue(language: Language, part: &str) -> Catalogue {
    let text = source(language, part);
    let place = format!("{}/{part}.ftl", language.tag());
    let resource = parser::parse(text.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{place} is no Fluent: {errors:?}"));
    let mut catalogue = Catalogue::new();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                assert!(
                    message.attributes.is_empty(),
                    "{place}: {id} has attributes"
                );
                let mut arguments = Message::new();
                let value = message.value.as_ref();
                read(
                    value.unwrap_or_else(|| panic!("{place}: {id} is empty")),
                    &mut arguments,
                );
                let before = catalogue.insert(id.clone(), arguments);
                assert!(before.is_none(), "{place} has {id} twice");
            }
            Entry::Term(term) => panic!("{place}: nothing uses terms, such as -{}", term.id.name),
            Entry::Junk { content } => panic!("{place} has junk: {content}"),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    catalogue
}

/// Adds the arguments of a pattern.
fn read(pattern: &Pattern<&str>, arguments: &mut Message) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            read_expression(expression, arguments);
        }
    }
}

fn read_expression(expression: &Expression<&str>, arguments: &mut Message) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, arguments),
        Expression::Select { selector, variants } => {
            read_inline(selector, arguments);
            for variant in variants {
                let key = match &variant.key {
                    VariantKey::Identifier { name } | VariantKey::NumberLiteral { value: name } => {
                        *name
                    }
                };
                if let InlineExpression::VariableReference { id } = selector {
                    let choices = arguments.entry(id.name.to_owned()).or_default();
                    choices.insert(key.to_owned());
                }
                read(&variant.value, arguments);
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, arguments: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            arguments.entry(id.name.to_owned()).or_default();
        }
        InlineExpression::Placeable { expression } => read_expression(expression, arguments),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other => panic!("catalogues have texts, arguments and choices, and no {other:?}"),
    }
}

fn names(message: &Message) -> BTreeSet<&String> {
    message.keys().collect()
}

#[test]
fn every_language_says_the_same_with_the_same_arguments() {
    let english_parts = parts(Language::En);
    for language in Language::ALL {
        assert_eq!(parts(language), english_parts, "the parts of {language:?}");
        for part in &english_parts {
            let place = format!("{}/{part}.ftl", language.tag());
            let english = catalogue(Language::En, part);
            let own = catalogue(language, part);
            let ids = |of: &Catalogue| of.keys().cloned().collect::<BTreeSet<_>>();
            let (english_ids, own_ids) = (ids(&english), ids(&own));
            let lacks: Vec<_> = english_ids.difference(&own_ids).collect();
            let has_too_much: Vec<_> = own_ids.difference(&english_ids).collect();
            assert!(lacks.is_empty(), "{place} lacks {lacks:?}");
            assert!(
                has_too_much.is_empty(),
                "{place} alone has {has_too_much:?}"
            );
            for (id, message) in &own {
                assert_eq!(names(message), names(&english[id]), "{place}: {id}");
            }
        }
    }
}

#[test]
fn a_message_is_named_after_its_part() {
    for part in parts(Language::En) {
        let kebab = Regex::new(&format!("^{part}(-[a-z0-9]+)+$")).unwrap();
        for id in catalogue(Language::En, &part).keys() {
            assert!(kebab.is_match(id), "{id} in {part}.ftl");
        }
    }
}

/// What an argument may be: counts for one that chooses a plural, each key and another text for one
/// that chooses by name.
fn values(choices: &Choices) -> Vec<Argument<'static>> {
    let is_plural = choices
        .iter()
        .all(|key| CATEGORIES.contains(&key.as_str()) || key.parse::<f64>().is_ok());
    if choices.is_empty() {
        vec![
            Argument::from("x"),
            Argument::from(1_042),
            Argument::from(0.5),
        ]
    } else if is_plural {
        let counts: [u32; 7] = [0, 1, 2, 5, 11, 1_042, 1_000_000];
        counts.map(Argument::from).to_vec()
    } else {
        let texts = choices.iter().cloned().map(Argument::from);
        texts.chain([Argument::from("another")]).collect()
    }
}

#[test]
fn every_message_is_said_without_a_mistake() {
    for language in Language::ALL {
        for part in parts(Language::En) {
            let mut words = Words::new(language);
            let problems = words.add(language, &part, source(language, &part));
            assert_eq!(problems, [""; 0], "{language:?}");
            for (id, message) in catalogue(language, &part) {
                let of_each: Vec<_> = message
                    .iter()
                    .map(|(name, choices)| (name.as_str(), values(choices)))
                    .collect();
                let rounds = of_each.iter().map(|(_, values)| values.len()).max();
                for round in 0..rounds.unwrap_or(1) {
                    let arguments: Vec<_> = of_each
                        .iter()
                        .map(|(name, values)| (*name, values[round % values.len()].clone()))
                        .collect();
                    let said = words.say(&id, &arguments).unwrap();
                    assert_eq!(
                        said.problems, [""; 0],
                        "{language:?}: {id} with {arguments:?}"
                    );
                    assert!(!said.text.trim().is_empty(), "{language:?}: {id} is empty");
                    assert!(
                        !said.text.contains("{$"),
                        "{language:?}: {id}: {}",
                        said.text
                    );
                }
            }
        }
    }
}

/// The sources of the page, as one text for each file.
fn sources(folder: &Path, ending: &str, into: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, ending, into);
        } else if path.extension().is_some_and(|it| it == ending) {
            let text = fs::read_to_string(&path).unwrap();
            into.push((path.display().to_string(), text));
        }
    }
}

fn of_the_page() -> Vec<(String, String)> {
    let mut found = Vec::new();
    sources(&web().join("src"), "rs", &mut found);
    sources(&web().join("js"), "ts", &mut found);
    assert!(found.len() > 100, "the page has moved");
    // Where the macros are explained by examples.
    found.retain(|(path, _)| !path.ends_with("shell/words.rs"));
    found
}

fn all_ids() -> BTreeSet<String> {
    let parts = parts(Language::En);
    let ids = parts
        .iter()
        .flat_map(|part| catalogue(Language::En, part).into_keys());
    ids.collect()
}

#[test]
fn the_page_asks_for_messages_that_there_are() {
    let ids = all_ids();
    let asked =
        Regex::new(r#"\b(?:t!|woven!|text|text_if|say)\(\s*"([a-z]+(?:-[a-z0-9]+)+)""#).unwrap();
    for (path, text) in of_the_page() {
        for found in asked.captures_iter(&text) {
            assert!(ids.contains(&found[1]), "{path} asks for {}", &found[1]);
        }
    }
}

#[test]
fn every_message_is_asked_for() {
    let literal = Regex::new(r#""([a-z][a-z0-9-]*)""#).unwrap();
    // Ids that are made of names: `convert-label-{…}`. Those of settings begin with their part, too
    // (`web/src/shell/setting.rs`).
    let made = Regex::new(r#"["`]([a-z]+-[a-z0-9-]+-)\$?\{"#).unwrap();
    let mut asked = BTreeSet::new();
    let mut beginnings = BTreeSet::new();
    for (_, text) in of_the_page() {
        asked.extend(literal.captures_iter(&text).map(|it| it[1].to_owned()));
        beginnings.extend(made.captures_iter(&text).map(|it| it[1].to_owned()));
    }
    let is_asked = |id: &String| {
        asked.contains(id)
            || id.contains("-setting-")
            || beginnings.iter().any(|beginning| id.starts_with(beginning))
    };
    let idle: Vec<_> = all_ids().into_iter().filter(|id| !is_asked(id)).collect();
    assert!(idle.is_empty(), "nothing asks for {idle:?}");
}
