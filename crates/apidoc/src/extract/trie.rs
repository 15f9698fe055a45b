//! Templates by their segments: which of them a path is a call of, found without comparing it with
//! each.
//!
//! A node branches by literal segments, by parameters that are whole segments (`{id}`), and by
//! segments of which a parameter is a part (`{id}.json`, `:{action}`). A lookup follows every branch
//! that fits, so its work is bounded by the path's length and not by the number of templates.

use std::collections::HashMap;

use crate::api::Method;

use super::work;

/// How many nodes a lookup may visit. Templates that all begin with many parameters would
/// otherwise double the branches at every segment.
const VISITS: usize = 4096;

/// The longest segment, in bytes, of which a parameter may be a part.
const SEGMENT: usize = 200;

/// Templates, each with the values that were filed under it.
#[derive(Debug)]
pub(crate) struct Trie<T> {
    roots: HashMap<(Method, usize), Node<T>>,
}

impl<T> Default for Trie<T> {
    fn default() -> Self {
        Self {
            roots: HashMap::new(),
        }
    }
}

#[derive(Debug)]
struct Node<T> {
    literal: HashMap<String, Node<T>>,
    whole: Option<Box<Node<T>>>,
    /// By what stands before the first parameter, and then by what stands after it; nothing is
    /// said of the end where another parameter comes after.
    parts: HashMap<String, HashMap<Option<String>, Node<T>>>,
    values: Vec<T>,
}

impl<T> Default for Node<T> {
    fn default() -> Self {
        Self {
            literal: HashMap::new(),
            whole: None,
            parts: HashMap::new(),
            values: Vec::new(),
        }
    }
}

/// What a segment of a template is.
enum Segment<'a> {
    Literal(&'a str),
    Whole,
    Part(&'a str, Option<&'a str>),
}

fn segment(text: &str) -> Segment<'_> {
    let parts = text
        .split_once('{')
        .and_then(|(before, rest)| Some((before, rest.split_once('}')?.1)));
    match parts {
        None => Segment::Literal(text),
        Some(("", "")) => Segment::Whole,
        Some((before, after)) if after.contains('{') => Segment::Part(before, None),
        Some((before, after)) => Segment::Part(before, Some(after)),
    }
}

impl<T> Trie<T> {
    /// The values filed under a template, to be added to.
    pub(crate) fn under(&mut self, method: Method, template: &str) -> &mut Vec<T> {
        let key = (method, template.matches('/').count());
        let mut node = self.roots.entry(key).or_default();
        for part in template.split('/') {
            node = match segment(part) {
                Segment::Literal(text) => node.literal.entry(text.to_lowercase()).or_default(),
                Segment::Whole => node.whole.get_or_insert_default(),
                Segment::Part(before, after) => node
                    .parts
                    .entry(before.to_lowercase())
                    .or_default()
                    .entry(after.map(str::to_lowercase))
                    .or_default(),
            };
        }
        &mut node.values
    }

    /// Calls `visit` with every value whose template could serve `path`, which may itself be a
    /// template. Whether it does, `template::is_instance` decides. Ends when `visit` gives `true`,
    /// and gives whether it did.
    pub(crate) fn serving(
        &self,
        method: Method,
        path: &str,
        visit: &mut impl FnMut(&T) -> bool,
    ) -> bool {
        let path = path.to_lowercase();
        let segments: Vec<_> = path.split('/').collect();
        let Some(root) = self.roots.get(&(method, segments.len().saturating_sub(1))) else {
            return false;
        };
        let mut open = vec![(root, 0)];
        let mut visits = 0;
        while let Some((node, at)) = open.pop() {
            visits += 1;
            work::step();
            if visits > VISITS {
                break;
            }
            let Some(text) = segments.get(at) else {
                if node.values.iter().any(&mut *visit) {
                    return true;
                }
                continue;
            };
            for after in node.parts_of(text) {
                open.push((after, at + 1));
            }
            if let Some(whole) = node.whole.as_deref().filter(|_| !text.is_empty()) {
                open.push((whole, at + 1));
            }
            if let Some(literal) = node.literal.get(*text) {
                open.push((literal, at + 1));
            }
        }
        false
    }
}

impl<T> Node<T> {
    /// The nodes under segments of which a parameter is a part and that `text` may be.
    fn parts_of<'a>(&'a self, text: &'a str) -> impl Iterator<Item = &'a Self> + use<'a, T> {
        let length = if self.parts.is_empty() || text.len() > SEGMENT {
            0
        } else {
            text.len() + 1
        };
        (0..length)
            .filter_map(|end| self.parts.get(text.get(..end)?))
            .flat_map(move |after| {
                let tails = if after.len() == 1 && after.contains_key(&None) {
                    0
                } else {
                    text.len() + 1
                };
                let ends = (0..tails)
                    .filter_map(move |start| after.get(&Some(text.get(start..)?.to_owned())));
                after.get(&None).into_iter().chain(ends)
            })
            .take(64)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::extract::template;

    fn served(templates: &[String], path: &str) -> Vec<String> {
        let mut trie = Trie::default();
        for template in templates {
            trie.under(Method::Get, template).push(template.clone());
        }
        let mut found = Vec::new();
        trie.serving(Method::Get, path, &mut |template: &String| {
            if template::is_instance(path, template) {
                found.push(template.clone());
            }
            false
        });
        found.sort();
        found
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_lookup_finds_what_comparing_with_each_finds(
            templates in prop::collection::vec("(/(a|B|\\{x\\}|\\{y\\}|a\\{x\\}|\\{x\\}\\.a|\\{x\\}b\\{y\\})){1,3}", 0..12),
            path in "(/(a|b|A|aa|c\\.a|\\{x\\}|ab\\{x\\})){1,3}",
        ) {
            let mut all: Vec<_> = templates.iter().filter(|template| template::is_instance(&path, template)).cloned().collect();
            all.sort();
            prop_assert_eq!(served(&templates, &path), all);
        }
    }

    #[test]
    fn the_work_does_not_grow_with_the_templates() {
        let work = |count: usize| {
            let mut trie = Trie::default();
            for number in 0..count {
                trie.under(Method::Get, &format!("/v1/things{number}/{{id}}"))
                    .push(number);
            }
            let before = work::steps();
            trie.serving(Method::Get, "/v1/things7/12", &mut |_| false);
            work::steps() - before
        };
        assert_eq!(work(10), work(1000));
    }
}
