//! The messages of one language that have been fetched.

use fluent_syntax::ast::{Entry, Pattern};
use fluent_syntax::parser;

use crate::resolve::resolve;
use crate::{Argument, Language, Said};

/// What messages or terms say, in the order of their ids. A map would be more to download.
type Patterns = Vec<(String, Pattern<String>)>;

pub(crate) struct Catalogue {
    language: Language,
    messages: Patterns,
    terms: Patterns,
    parts: Vec<String>,
}

impl Catalogue {
    pub(crate) fn new(language: Language) -> Self {
        Self {
            language,
            messages: Patterns::new(),
            terms: Patterns::new(),
            parts: Vec::new(),
        }
    }

    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// Whether the messages of a part are there.
    pub(crate) fn has(&self, part: &str) -> bool {
        self.parts.iter().any(|known| known == part)
    }

    /// Adds the messages of a part. Says what in them is no Fluent, what was there before, and that
    /// attributes are left out, which nothing can ask for; all the rest is added.
    pub(crate) fn add(&mut self, part: &str, source: String) -> Vec<String> {
        let (resource, errors) = match parser::parse_runtime(source) {
            Ok(resource) => (resource, Vec::new()),
            Err(both) => both,
        };
        let mut problems = Vec::new();
        for error in errors {
            problems.push([part, ": ", &error.to_string()].concat());
        }
        for entry in resource.body {
            let (patterns, kind, id, pattern, attributes) = match entry {
                Entry::Message(it) => {
                    let patterns = &mut self.messages;
                    (patterns, "message", it.id, it.value, it.attributes)
                }
                Entry::Term(it) => {
                    let patterns = &mut self.terms;
                    (patterns, "term", it.id, Some(it.value), it.attributes)
                }
                _ => continue,
            };
            if let Some(problem) = keep(patterns, kind, id.name, pattern, !attributes.is_empty()) {
                problems.push([part, ": ", &problem].concat());
            }
        }
        self.parts.push(part.to_owned());
        problems
    }

    pub(crate) fn message(&self, id: &str) -> Option<&Pattern<String>> {
        find(&self.messages, id)
    }

    pub(crate) fn term(&self, id: &str) -> Option<&Pattern<String>> {
        find(&self.terms, id)
    }

    /// What a message says; none if there is none of this id.
    pub(crate) fn say(&self, id: &str, arguments: &[(&str, Argument<'_>)]) -> Option<Said> {
        let pattern = self.message(id)?;
        Some(resolve(self, id, pattern, arguments))
    }
}

/// Keeps what a message or a term says. Says what is wrong with it.
fn keep(
    patterns: &mut Patterns,
    kind: &str,
    id: String,
    pattern: Option<Pattern<String>>,
    has_attributes: bool,
) -> Option<String> {
    let Err(place) = place(patterns, &id) else {
        return Some(about("Attempt to override an existing ", kind, &id));
    };
    let problem =
        has_attributes.then(|| about("Nothing can ask for the attributes of a ", kind, &id));
    if let Some(pattern) = pattern {
        patterns.insert(place, (id, pattern));
    }
    problem
}

fn about(what: &str, kind: &str, id: &str) -> String {
    [what, kind, ": \"", id, "\"."].concat()
}

/// Where the pattern of an id stands, or where it belongs.
fn place(patterns: &Patterns, id: &str) -> Result<usize, usize> {
    patterns.binary_search_by(|(known, _)| known.as_str().cmp(id))
}

fn find<'p>(patterns: &'p Patterns, id: &str) -> Option<&'p Pattern<String>> {
    let (_, pattern) = patterns.get(place(patterns, id).ok()?)?;
    Some(pattern)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(source: &str) -> (Catalogue, Vec<String>) {
        let mut catalogue = Catalogue::new(Language::En);
        let problems = catalogue.add("test", source.to_owned());
        (catalogue, problems)
    }

    #[test]
    fn what_was_there_before_is_kept() {
        let (catalogue, problems) = problems("a = A\na = B\n-a = { a }\n-a = D\nc = { -a }\n");
        assert_eq!(
            problems,
            [
                "test: Attempt to override an existing message: \"a\".",
                "test: Attempt to override an existing term: \"a\".",
            ]
        );
        assert_eq!(catalogue.say("a", &[]).unwrap().text, "A");
        assert_eq!(catalogue.say("c", &[]).unwrap().text, "A");
    }

    #[test]
    fn what_is_no_fluent_is_told_and_the_rest_kept() {
        let (catalogue, problems) = problems("a = A\nb\nc = { $x\nd = D\n");
        assert_eq!(
            problems,
            [
                "test: Expected a token starting with \"=\"",
                "test: Expected a token starting with \"}\"",
            ]
        );
        assert_eq!(catalogue.say("d", &[]).unwrap().text, "D");
    }

    #[test]
    fn attributes_are_told() {
        let (catalogue, problems) = problems("a = A\n    .title = T\nb =\n    .title = T\n");
        assert_eq!(
            problems,
            [
                "test: Nothing can ask for the attributes of a message: \"a\".",
                "test: Nothing can ask for the attributes of a message: \"b\".",
            ]
        );
        assert_eq!(catalogue.say("a", &[]).unwrap().text, "A");
        assert_eq!(catalogue.say("b", &[]), None);
    }
}
