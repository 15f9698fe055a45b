//! Operations by method and path: which one a path is, or is a call of, under any base.

use std::collections::HashMap;

use crate::api::Method;

use super::trie::Trie;
use super::{server, template};

/// Numbers of operations, filed under their methods and paths.
#[derive(Debug, Default)]
pub(crate) struct Paths {
    shapes: HashMap<(Method, String), usize>,
    templates: Trie<usize>,
}

impl Paths {
    /// Files `number`; of several with one method and shape, the first counts.
    pub(crate) fn file(&mut self, method: Method, path: &str, number: usize) {
        let shape = template::shape(path).to_lowercase();
        self.shapes.entry((method, shape)).or_insert_with(|| {
            self.templates.under(method, path).push(number);
            number
        });
    }

    /// The operation of this method and shape.
    pub(crate) fn of_shape(&self, method: Method, path: &str) -> Option<usize> {
        let shape = template::shape(path).to_lowercase();
        self.shapes.get(&(method, shape)).copied()
    }

    /// The first operation, in the order of their numbers, that a call of `path` may be of and
    /// `is` accepts. It is asked about those of the same shape, those of which `path` is a call,
    /// and those of which it is a call under a base path.
    pub(crate) fn first(
        &self,
        method: Method,
        path: &str,
        mut is: impl FnMut(usize) -> bool,
    ) -> Option<usize> {
        let mut first: Option<usize> = None;
        let mut take = |number: usize| {
            if first.is_none_or(|first| number < first) && is(number) {
                first = Some(number);
            }
            false
        };
        if let Some(number) = self.of_shape(method, path) {
            take(number);
        }
        for path in std::iter::once(path).chain(server::below_bases(path)) {
            self.templates
                .serving(method, path, &mut |number| take(*number));
        }
        first
    }

    /// Every operation that a call of `path` may be of, as for [`Self::first`], in order.
    pub(crate) fn all(&self, method: Method, path: &str) -> Vec<usize> {
        let mut numbers: Vec<_> = self.of_shape(method, path).into_iter().collect();
        for path in std::iter::once(path).chain(server::below_bases(path)) {
            self.templates.serving(method, path, &mut |number| {
                numbers.push(*number);
                false
            });
        }
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}
