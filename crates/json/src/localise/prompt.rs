//! A batch as a request to a model.
//!
//! The instructions come first and are the same for every batch of a locale, so that a provider
//! can cache them. Texts are members of an object under the numbers 1, 2, 3; so are their
//! translations: the schema then forces every one of them, in order, and batches of the same size
//! have the same schema.

use ichiban_model::{Limits, Message, Output, Request, Role, Translation};
use serde_json::{Map, Value, json};

use super::{Glossary, Locale};

/// A text to ask for.
pub(super) struct Item<'a> {
    /// The masked text.
    pub(super) text: &'a str,
    /// Its key in the program.
    pub(super) key: &'a str,
    /// The file's note on it.
    pub(super) note: Option<&'a str>,
    /// For which plural form or case it is.
    pub(super) form: &'a str,
    /// Most characters.
    pub(super) max_chars: Option<u32>,
    /// An answer that was refused, and why.
    pub(super) refused: Option<(&'a str, &'a str)>,
}

/// Whom and into what.
pub(super) struct Terms<'a> {
    pub(super) model: &'a str,
    pub(super) source: Option<&'a Locale>,
    pub(super) target: &'a Locale,
    pub(super) glossary: &'a Glossary,
    pub(super) seed: Option<u64>,
}

/// The request for a batch.
pub(super) fn request(terms: &Terms<'_>, items: &[Item<'_>]) -> Request {
    Request {
        model: terms.model.to_owned(),
        messages: vec![
            Message::text(Role::System, instructions(terms)),
            Message::text(Role::User, question(terms, items).to_string()),
        ],
        output: Output::JsonSchema {
            name: "translations".to_owned(),
            schema: schema(items.len()),
            strict: true,
        },
        limits: Limits::default(),
        temperature: Some(0.0),
        seed: terms.seed,
        translation: Some(Translation {
            source: terms.source.map(ToString::to_string),
            target: terms.target.to_string(),
            texts: items.iter().map(|item| item.text.to_owned()).collect(),
        }),
        ..Request::default()
    }
}

fn instructions(terms: &Terms<'_>) -> String {
    let target = terms.target;
    let from = terms
        .source
        .map_or_else(String::new, |it| format!(" from {}", it.english_name()));
    format!(
        "You translate texts of a software product's user interface{from} into {} ({target}).\n\
         The input is a JSON object with `items`: each has a number, a `text` and the `key` it has \
         in the program; some have a `note`, a `form` (the plural form or case to write) or \
         `max_chars`. Answer with a JSON object that has the translation of each text under its \
         number, and nothing else.\n\
         Keep every {{token}} in braces and every <tag> exactly as it is, each as often as in the \
         text; put them where the sentence needs them. Keep line breaks, and spaces at the ends. \
         If there is a `glossary`, use its translations. An item with `refused` was answered \
         wrongly before: avoid the `reason`.",
        target.english_name(),
    )
}

fn question(terms: &Terms<'_>, items: &[Item<'_>]) -> Value {
    let mut members = Map::new();
    let mut glossary = Map::new();
    for (number, item) in (1..).zip(items) {
        let mut member = Map::new();
        let mut put = |key: &str, value: Value| {
            member.insert(key.to_owned(), value);
        };
        put("text", item.text.into());
        put("key", item.key.into());
        if let Some(note) = item.note {
            put("note", note.into());
        }
        if !item.form.is_empty() {
            put("form", item.form.into());
        }
        if let Some(most) = item.max_chars {
            put("max_chars", most.into());
        }
        if let Some((refused, reason)) = item.refused {
            put("refused", refused.into());
            put("reason", reason.into());
        }
        members.insert(number_name(number), Value::Object(member));
        for term in terms.glossary.in_text(item.text) {
            let target = term.target.as_ref().unwrap_or(&term.source);
            glossary.insert(term.source.clone(), target.as_str().into());
        }
    }
    let mut question = json!({ "items": members });
    if !glossary.is_empty()
        && let Value::Object(question) = &mut question
    {
        question.insert("glossary".to_owned(), Value::Object(glossary));
    }
    question
}

fn number_name(number: usize) -> String {
    number.to_string()
}

/// The schema of an answer with this many texts.
fn schema(items: usize) -> Value {
    let names: Vec<_> = (1..=items).map(number_name).collect();
    let properties: Map<_, _> = names
        .iter()
        .map(|name| (name.clone(), json!({ "type": "string" })))
        .collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": names,
        "additionalProperties": false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_asked_for_under_numbers() {
        let glossary = Glossary::from_pairs([
            ("Board".to_owned(), "Brett".to_owned()),
            ("X".into(), "Y".into()),
        ]);
        let target = "pt-BR".parse().unwrap();
        let terms = Terms {
            model: "m",
            source: None,
            target: &target,
            glossary: &glossary,
            seed: Some(7),
        };
        let item = Item {
            text: "Open {name} board",
            key: "menu.open",
            note: Some("A button"),
            form: "",
            max_chars: Some(20),
            refused: Some(("Abrir", "The placeholder {name} is missing.")),
        };
        let request = request(&terms, &[item]);
        insta::assert_json_snapshot!(request);
    }
}
