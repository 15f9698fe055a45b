//! Nested JSON: objects of texts, as i18next, Vue I18n and most home-made catalogues have them.
//!
//! ```json
//! { "buttons": { "save": "Save" }, "files_one": "{{count}} file", "files_other": "{{count}} files" }
//! ```
//!
//! Plural forms are i18next's (JSON format v4): keys that end in `_one`, `_other` and so on, or in
//! `_ordinal_one` and so on. Of the older forms, `file` and `file_plural` or `file_0`, `file_1` and
//! so on (v1 to v3), it is known which one may do without the number.

use std::collections::{HashMap, HashSet};

use ichiban_tool::Severity;

use super::{Edit, EntryForm, Fault, Format, Reading, Sample, Wanted, i18next_forms, json};
use crate::localise::plural::{Category, Counting};
use crate::localise::{Catalogue, Locale, Translation};

/// Nested JSON, plain or i18next.
pub(super) struct Nested;

impl Format for Nested {
    fn name(&self) -> &'static str {
        "i18next"
    }

    fn label(&self) -> &'static str {
        "JSON"
    }

    fn likeness(&self, sample: &Sample<'_>) -> u8 {
        match sample.json() {
            Some(_) => 30,
            None => 1,
        }
    }

    fn read(&self, text: &str, _: Wanted<'_>) -> Result<Reading, Fault> {
        let leaves = json::leaves(text)?;
        refuse_compiled(text, &leaves)?;
        let with_other: HashSet<_> = leaves
            .iter()
            .filter_map(|leaf| {
                let (group, category, counting) = form(&leaf.path)?;
                (category == Category::Other).then_some((group, counting))
            })
            .collect();
        let texts: HashMap<_, _> = leaves
            .iter()
            .map(|leaf| (leaf.path.as_slice(), leaf.text.as_str()))
            .collect();
        let entries = leaves
            .iter()
            .map(|leaf| {
                let plural = form(&leaf.path).and_then(|(group, category, counting)| {
                    with_other
                        .contains(&(group.clone(), counting))
                        .then(|| EntryForm {
                            group: format!("{group}\u{0}{counting:?}"),
                            category,
                            counting,
                        })
                });
                let mut entry = json::entry(leaf);
                entry.legacy_form = legacy_form(&leaf.path, &texts);
                entry.plural = plural;
                entry.translatable = !is_fixed(&leaf.path);
                entry
            })
            .collect();
        Ok(json::reading(entries, None, &leaves))
    }

    fn edits(
        &self,
        catalogue: &Catalogue,
        locale: &Locale,
        translations: &[Option<&Translation>],
    ) -> Vec<Edit> {
        let mut edits = json::edits(catalogue, locale, translations);
        edits.extend(i18next_forms::edits(catalogue, locale, translations));
        edits
    }
}

/// Which plural form a key says it is: what it belongs to, its category, and what is counted.
fn form(path: &[String]) -> Option<(String, Category, Counting)> {
    let (last, parents) = path.split_last()?;
    let (stem, word) = last.rsplit_once('_')?;
    let category = Category::from_keyword(word)?;
    let (stem, counting) = match stem.strip_suffix("_ordinal") {
        Some(stem) => (stem, Counting::Ordinal),
        None => (stem, Counting::Cardinal),
    };
    let mut group = parents.join("\u{0}");
    group.push('\u{0}');
    group.push_str(stem);
    Some((group, category, counting))
}

/// Which plural form a key of the older i18next is: `file` is the singular of `file_plural`, and
/// `file_0` is the first of the forms `file_0`, `file_1` and so on, if they count something.
fn legacy_form(path: &[String], texts: &HashMap<&[String], &str>) -> Option<Category> {
    const PLURAL: &str = "_plural";
    let (last, parents) = path.split_last()?;
    let beside = |key: String| {
        let mut path = parents.to_vec();
        path.push(key);
        texts.get(path.as_slice()).copied()
    };
    if let Some(stem) = last.strip_suffix(PLURAL) {
        return beside(stem.to_owned()).map(|_| Category::Other);
    }
    if beside(format!("{last}{PLURAL}")).is_some() {
        return Some(Category::One);
    }
    let (stem, number) = last.rsplit_once('_')?;
    let number: usize = number.parse().ok()?;
    let forms: Vec<_> = (0..Category::ALL.len())
        .map_while(|it| beside(format!("{stem}_{it}")))
        .collect();
    if forms.len() < 2 || number >= forms.len() || !forms.iter().any(|it| it.contains("count")) {
        return None;
    }
    // A language of six forms has them all; in others the first is the singular.
    Some(match (forms.len(), number) {
        (6, number) => *Category::ALL.get(number)?,
        (_, 0) => Category::One,
        _ => Category::Other,
    })
}

/// Refuses messages that FormatJS compiled: lists of `{"type": 0, "value": "Hello "}`. Their texts
/// are pieces of sentences and names of arguments.
fn refuse_compiled(text: &str, leaves: &[json::Leaf]) -> Result<(), Fault> {
    let is_node = |leaf: &json::Leaf| match leaf.path.as_slice() {
        [.., at, key] => {
            at.bytes().all(|b| b.is_ascii_digit())
                && matches!(key.as_str(), "value" | "pluralType" | "style")
        }
        _ => false,
    };
    match leaves.first() {
        Some(first) if text.contains("\"type\"") && leaves.iter().all(is_node) => Err(Fault {
            severity: Severity::Error,
            code: "compiled-catalogue",
            path: String::new(),
            offset: first.span.start,
            message: "The messages are compiled.".to_owned(),
            hint: "Take the file that they were compiled from, and compile its translation."
                .to_owned(),
        }),
        _ => Ok(()),
    }
}

/// Whether a key says that its value is for programs.
fn is_fixed(path: &[String]) -> bool {
    path.iter()
        .any(|key| key.starts_with("$schema") || key.starts_with("_comment") || key == "//")
}
