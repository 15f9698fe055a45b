//! Whole texts in a memory: what a person has accepted goes in, and comes back for the same text.
//!
//! A run remembers the sentences that it asked for, of which a text with plurals or choices has
//! several. What a person writes is one text: it is remembered whole, under the text as it stands in
//! the file. For a text that is one sentence both are the same entry.

use super::memory::{self, Entry, Key};
use super::plural::Category;
use super::segment::Segment;
use super::variant::TargetPlurals;
use super::{Catalogue, Glossary, Locale, Memory, SegmentId, Translation};

/// The texts of a catalogue in one locale, as a memory knows them.
pub struct Whole<'a> {
    catalogue: &'a Catalogue,
    locale: &'a Locale,
    glossary: &'a Glossary,
    plurals: TargetPlurals,
}

impl<'a> Whole<'a> {
    /// The texts of `catalogue` in `locale`, by the terms of `glossary`.
    pub fn new(catalogue: &'a Catalogue, locale: &'a Locale, glossary: &'a Glossary) -> Self {
        Self {
            catalogue,
            locale,
            glossary,
            plurals: TargetPlurals::of(locale),
        }
    }

    /// The entries that remember a translation: one for its text, one for each plural form that
    /// the locale has and the source lacks. None if the locale has no use for the text, or there is
    /// nothing to translate in it. Cost: the length of the text.
    pub fn entries(&self, id: SegmentId, translation: &Translation) -> Vec<Entry> {
        let Some(segment) = self.segment(id) else {
            return Vec::new();
        };
        wanted(self.catalogue, id, segment, &self.plurals)
            .into_iter()
            .filter_map(|form| {
                let target = match form.beside {
                    None => &translation.text,
                    Some(category) => {
                        let mut forms = translation.forms.iter();
                        &forms.find(|(it, _)| *it == category)?.1
                    }
                };
                Some(Entry {
                    key: self.key(segment, &form),
                    target: target.clone(),
                })
            })
            .collect()
    }

    /// What the memory has of a text; `None` unless it has every form that the locale needs.
    pub fn recall(&self, id: SegmentId, memory: &Memory) -> Option<Translation> {
        let segment = self.segment(id)?;
        let mut translation = None;
        let mut forms = Vec::new();
        for form in wanted(self.catalogue, id, segment, &self.plurals) {
            let target = memory.get(&self.key(segment, &form))?;
            match form.beside {
                None => translation = Some(target.to_owned()),
                Some(category) => forms.push((category, target.to_owned())),
            }
        }
        Some(Translation {
            text: translation?,
            forms,
        })
    }

    fn segment(&self, id: SegmentId) -> Option<&'a Segment> {
        self.catalogue.segment(id).filter(|it| it.translatable)
    }

    fn key(&self, segment: &Segment, form: &Wanted) -> Key {
        let words = match (form.category, &segment.plural) {
            (Some(category), Some(own)) => self.plurals.describe(own.counting, category),
            _ => String::new(),
        };
        Key {
            source: segment.text.clone(),
            context: memory::context(segment.note.as_deref(), &words, segment.max_chars),
            locale: self.locale.clone(),
            glossary: self.glossary.fingerprint(&segment.text),
        }
    }
}

/// A form of a text that is wanted in a locale.
pub(super) struct Wanted {
    /// Set if it stands beside the segment's own text.
    pub(super) beside: Option<Category>,
    /// The plural form it is.
    pub(super) category: Option<Category>,
}

/// The forms of a segment that a locale needs: the segment's own first. None if the locale has no
/// use for it.
pub(super) fn wanted(
    catalogue: &Catalogue,
    id: SegmentId,
    segment: &Segment,
    plurals: &TargetPlurals,
) -> Vec<Wanted> {
    let only = |category| Wanted {
        beside: None,
        category,
    };
    let Some(own) = &segment.plural else {
        return vec![only(None)];
    };
    let target = plurals.get(own.counting);
    if !target.has(own.category) {
        // A form for exactly 0 is allowed in every language.
        return match own.category {
            Category::Zero => vec![only(None)],
            _ => Vec::new(),
        };
    }
    let mut forms = vec![only(Some(own.category))];
    if own.category == Category::Other {
        forms.extend(
            target
                .categories()
                .filter(|category| !catalogue.has_form(id, *category))
                .map(|category| Wanted {
                    beside: Some(category),
                    category: Some(category),
                }),
        );
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::localise::Hint;

    fn catalogue(text: &str) -> Catalogue {
        Catalogue::read(text, &Hint::path("en.json")).unwrap()
    }

    fn remember(
        catalogue: &Catalogue,
        row: u32,
        locale: &str,
        translation: &Translation,
    ) -> Memory {
        let locale = locale.parse().unwrap();
        let mut memory = Memory::default();
        let glossary = Glossary::default();
        let whole = Whole::new(catalogue, &locale, &glossary);
        for Entry { key, target } in whole.entries(SegmentId(row), translation) {
            memory.insert(key, target);
        }
        memory
    }

    fn back(memory: &Memory, catalogue: &Catalogue, row: u32, locale: &str) -> Option<Translation> {
        let locale = locale.parse().unwrap();
        Whole::new(catalogue, &locale, &Glossary::default()).recall(SegmentId(row), memory)
    }

    #[test]
    fn what_is_remembered_comes_back_for_the_same_text_alone() {
        let one = catalogue(r#"{"a": "Save {{name}}", "b": "Open"}"#);
        let translation = Translation::plain("{{name}} sichern");
        let memory = remember(&one, 0, "de", &translation);
        assert_eq!(back(&memory, &one, 0, "de"), Some(translation.clone()));
        assert_eq!(back(&memory, &one, 1, "de"), None);
        assert_eq!(back(&memory, &one, 0, "fr"), None);
        // Another key, another file: the text counts.
        let other = catalogue(r#"{"x": {"y": "Save {{name}}"}}"#);
        assert_eq!(back(&memory, &other, 0, "de"), Some(translation));
    }

    #[test]
    fn forms_that_only_the_locale_has_are_remembered_with_the_text() {
        let files = catalogue(
            r#"{"n_one": "{{count}} file", "n_other": "{{count}} files", "hi": "Hi {{name}}"}"#,
        );
        let translation = Translation {
            text: "{{count}} pliku".to_owned(),
            forms: vec![
                (Category::Few, "{{count}} pliki".to_owned()),
                (Category::Many, "{{count}} plików".to_owned()),
            ],
        };
        let memory = remember(&files, 1, "pl", &translation);
        assert_eq!(memory.len(), 3);
        assert_eq!(back(&memory, &files, 1, "pl"), Some(translation));
        // A form that is not known is no translation.
        let partial = remember(&files, 1, "pl", &Translation::plain("{{count}} pliku"));
        assert_eq!(back(&partial, &files, 1, "pl"), None);
    }

    #[test]
    fn a_text_with_choices_is_remembered_whole() {
        let icu = catalogue(r#"{"n": "{n, plural, one {# file} other {# files}} left"}"#);
        let translation = Translation::plain("{n, plural, one {# Datei} other {# Dateien}} übrig");
        let memory = remember(&icu, 0, "de", &translation);
        assert_eq!(back(&memory, &icu, 0, "de"), Some(translation));
    }
}
