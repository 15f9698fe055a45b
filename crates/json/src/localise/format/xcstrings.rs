//! Apple string catalogues (`.xcstrings`): every language in one JSON file.
//!
//! ```json
//! { "sourceLanguage" : "en", "strings" : {
//!     "Hello, %@" : { "comment" : "On the start page", "localizations" : {
//!         "de" : { "stringUnit" : { "state" : "translated", "value" : "Hallo, %@" } } } } },
//!   "version" : "1.0" }
//! ```
//!
//! A text is the key itself, unless the source language has a localization of its own. Forms by
//! number and by device (`variations`) and texts within a text (`substitutions`) are texts of
//! their own, under the names they have there. Translations go into the same file, in the layout
//! that Xcode writes.
//!
//! Format: <https://developer.apple.com/documentation/xcode/localizing-and-varying-text-with-a-string-catalog>.

mod write;

use ichiban_stream::json::{Document, Limits, Node};
use ichiban_tool::Severity;

use super::{
    Edit, Entry, EntryForm, Fault, Format, LocaleMark, Reading, Role, Sample, Wanted, json,
};
use crate::localise::message::{Printf, Syntax};
use crate::localise::plural::{Category, Counting};
use crate::localise::segment::pointer;
use crate::localise::{Catalogue, Locale, Translation};

/// Apple string catalogues.
pub(super) struct Xcstrings;

impl Format for Xcstrings {
    fn name(&self) -> &'static str {
        "xcstrings"
    }

    fn label(&self) -> &'static str {
        "Apple string catalogue"
    }

    fn likeness(&self, sample: &Sample<'_>) -> u8 {
        if sample.has_extension("xcstrings") {
            return 100;
        }
        let named = sample.json().is_some_and(|leaves| {
            leaves
                .iter()
                .any(|leaf| matches!(leaf.path.as_slice(), [key] if key == "sourceLanguage"))
        });
        if named && sample.text.contains("\"strings\"") {
            97
        } else {
            0
        }
    }

    fn adjust(&self, syntax: Syntax) -> Syntax {
        Syntax {
            printf: Printf::On,
            ..syntax
        }
    }

    fn numbers_arguments(&self, _: &Entry, _: bool) -> bool {
        true
    }

    fn holds_every_locale(&self) -> bool {
        true
    }

    fn read(&self, text: &str, wanted: Wanted<'_>) -> Result<Reading, Fault> {
        let leaves = json::leaves(text)?;
        let document = document(text);
        let root = document.root();
        let (Some(strings), Some(source)) = (
            root.and_then(|it| it.get("strings")),
            root.and_then(|it| it.get("sourceLanguage")?.as_str())
                .and_then(|it| it.parse::<Locale>().ok()),
        ) else {
            return Err(Fault {
                severity: Severity::Error,
                code: "invalid-xcstrings",
                path: String::new(),
                offset: 0,
                message:
                    "A string catalogue needs `sourceLanguage`, a language, and `strings`, an \
                          object."
                        .to_owned(),
                hint: "Open it in Xcode once, or give its real format.".to_owned(),
            });
        };
        let translated = wanted
            .locale
            .filter(|it| wanted.role == Role::Translation && **it != source);
        let mut reading = Reading {
            notices: json::duplicates(&leaves),
            locale: Some(LocaleMark {
                locale: translated.unwrap_or(&source).clone(),
                // The file has all languages; its mark stays.
                span: 0..0,
                underscore: false,
            }),
            ..Reading::default()
        };
        for (_, string) in strings.members() {
            read_string(string, &source, translated, &mut reading);
        }
        Ok(reading)
    }

    fn edits(
        &self,
        catalogue: &Catalogue,
        locale: &Locale,
        translations: &[Option<&Translation>],
    ) -> Vec<Edit> {
        let document = document(catalogue.text());
        document
            .root()
            .map(|root| write::edits(root, catalogue, locale, translations))
            .unwrap_or_default()
    }

    /// The file has every language.
    fn file_name(&self, source: &str, _: Option<&Locale>, _: &Locale) -> String {
        let file = source.rsplit(['/', '\\']).next();
        file.unwrap_or(source).to_owned()
    }
}

fn document(text: &str) -> Document {
    let mut document = Document::new(Limits {
        max_bytes: json::LONGEST,
        ..Limits::default()
    });
    // That the text is JSON is known, or is told when it is read.
    let _ = document.push(text.as_bytes());
    let _ = document.finish();
    document
}

/// Reads one text of the file: in its source language, or the translation of it.
fn read_string(
    string: Node<'_>,
    source: &Locale,
    translated: Option<&Locale>,
    reading: &mut Reading,
) {
    let (Some(key), Some(key_span)) = (string.key(), string.key_span()) else {
        return;
    };
    let stale = string.get("extractionState").and_then(Node::as_str) == Some("stale");
    let fixed = string.get("shouldTranslate").and_then(Node::as_bool) == Some(false);
    if stale && translated.is_none() {
        reading.notices.push(Fault {
            severity: Severity::Info,
            code: "xcstrings-stale",
            path: pointer(&[key.to_owned()]),
            offset: key_span.range().start,
            message: "The text is no longer in the program's code.".to_owned(),
            hint: "Remove it from the catalogue; it is not sent to a model.".to_owned(),
        });
    }
    let entry = Entry {
        path: vec![key.to_owned()],
        key: key_span.range(),
        note: string
            .get("comment")
            .and_then(Node::as_str)
            .filter(|it| !it.trim().is_empty())
            .map(str::to_owned),
        translatable: !fixed && !stale,
        ..Entry::default()
    };
    let own = localization(string, translated.unwrap_or(source));
    match own {
        Some(own) => {
            let varied = |locale| {
                localization(string, locale).is_some_and(|it| it.get("variations").is_some())
            };
            // A translation that has forms where the source has none stands for the text by its
            // form for most numbers.
            if translated.is_some() && !varied(source) && own.get("variations").is_some() {
                let unit = other(own).map(|it| Entry {
                    text: it.1,
                    slot: it.0,
                    ..entry
                });
                reading.entries.extend(unit);
            } else {
                units(own, &entry, translated.is_some(), &mut reading.entries);
            }
        }
        None if translated.is_none() => reading.entries.push(Entry {
            text: key.to_owned(),
            slot: key_span.range(),
            ..entry
        }),
        None => {}
    }
}

/// What a text has for a language.
fn localization<'d>(string: Node<'d>, locale: &Locale) -> Option<Node<'d>> {
    string
        .get("localizations")?
        .members()
        .find(|(key, _)| key.parse::<Locale>().ok().as_ref() == Some(locale))
        .map(|(_, it)| it)
}

/// The texts of a localization, or of a part of one: its own, its variations, its substitutions.
fn units(node: Node<'_>, base: &Entry, translated: bool, entries: &mut Vec<Entry>) {
    let deeper = |names: &[&str]| {
        let mut path = base.path.clone();
        path.extend(names.iter().map(|it| (*it).to_owned()));
        Entry {
            path,
            key: base.key.clone(),
            note: base.note.clone(),
            translatable: base.translatable,
            ..Entry::default()
        }
    };
    if let Some(unit) = node.get("stringUnit")
        && let Some(value) = unit.get("value")
        && let Some(text) = value.as_str()
    {
        let state = unit.get("state").and_then(Node::as_str).unwrap_or_default();
        // What is `new` awaits its translation.
        if !translated || (state != "new" && !text.is_empty()) {
            entries.push(Entry {
                text: text.to_owned(),
                slot: value.span().range(),
                needs_review: translated && state == "needs_review",
                plural: base.plural.as_ref().map(|it| EntryForm {
                    group: it.group.clone(),
                    ..*it
                }),
                ..deeper(&[])
            });
        }
    }
    for (kind_name, kind) in node.get("variations").into_iter().flat_map(Node::members) {
        for (name, case) in kind.members() {
            let mut entry = deeper(&[kind_name, name]);
            entry.plural = Category::from_keyword(name)
                .filter(|_| kind_name == "plural")
                .map(|category| EntryForm {
                    group: entry.path[..entry.path.len() - 1].join("\u{0}"),
                    category,
                    counting: Counting::Cardinal,
                });
            units(case, &entry, translated, entries);
        }
    }
    for (name, substitution) in node
        .get("substitutions")
        .into_iter()
        .flat_map(Node::members)
    {
        units(
            substitution,
            &deeper(&["substitutions", name]),
            translated,
            entries,
        );
    }
}

/// The text for most numbers and devices: its bytes and itself.
fn other(node: Node<'_>) -> Option<(std::ops::Range<usize>, String)> {
    if let Some(value) = node.get("stringUnit").and_then(|it| it.get("value")) {
        return Some((value.span().range(), value.as_str()?.to_owned()));
    }
    let (_, kind) = node.get("variations")?.members().next()?;
    other(
        kind.get("other")
            .or_else(|| kind.members().last().map(|(_, it)| it))?,
    )
}
