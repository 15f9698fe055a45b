//! Inference of types from samples.
//!
//! Observation keeps, for each place in the samples, what was seen there; places are nodes of an
//! arena. When the samples are over, nodes are merged where one type says more than several
//! (items of arrays, values of maps, recursive and equal records), and what is left is named.
//! Time and memory are linear in the samples; memory depends on their structure, not on their
//! values.

mod build;
mod maps;
mod merge;
mod observe;
mod records;
mod strings;
mod tagged;

use crate::{Types, Visitor};
use observe::Observation;
use tagged::Apart;

/// Watches samples, and tells their common type.
///
/// It is a [`Visitor`]: feed it the events of any number of documents. Each document is one
/// sample of the root type.
///
/// ```
/// use ichiban_schema::{Inference, Kind, Visitor};
/// let mut inference = Inference::new("Point");
/// inference.begin_array();
/// inference.number("1");
/// inference.number("2.5");
/// inference.end_array();
/// let types = inference.finish();
/// let Kind::Array(item) = types.root.kind else { panic!() };
/// assert_eq!(item.kind, Kind::Number);
/// ```
pub struct Inference {
    name: String,
    observation: Observation,
}

impl Inference {
    /// Starts without samples. `name` is for the root type; other names come from the data.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            observation: Observation::new(),
        }
    }

    /// Whether there was no sample yet.
    pub fn is_empty(&self) -> bool {
        self.observation.is_empty()
    }

    /// The type of all samples. Objects at one place are of one record.
    pub fn finish(self) -> Types {
        self.types(Apart::Never)
    }

    /// The type of all samples. Objects at one place are of several records, of a union with a
    /// [tag](crate::Union::tag), where a string in them tells which; elsewhere of one.
    pub fn finish_tagged(self) -> Types {
        self.types(Apart::IfExplained)
    }

    fn types(self, apart: Apart) -> Types {
        let Self { name, observation } = self;
        let (root, mut arena) = observation.finish();
        // A tree's inner nodes may say more of its tags than the outer ones.
        let at_first = match apart {
            Apart::Never => Apart::Never,
            Apart::Perhaps | Apart::IfExplained => Apart::Perhaps,
        };
        maps::settle(&mut arena, root, at_first);
        records::merge_recursive(&mut arena, root);
        maps::settle(&mut arena, root, apart);
        records::merge_equal(&mut arena, root);
        build::build(&mut arena, root, &name)
    }
}

impl Visitor for Inference {
    fn null(&mut self) {
        self.observation.null();
    }

    fn boolean(&mut self, value: bool) {
        self.observation.boolean(value);
    }

    fn number(&mut self, text: &str) {
        self.observation.number(text);
    }

    fn string(&mut self, value: &str) {
        self.observation.string(value);
    }

    fn begin_array(&mut self) {
        self.observation.begin_array();
    }

    fn end_array(&mut self) {
        self.observation.end_array();
    }

    fn begin_object(&mut self) {
        self.observation.begin_object();
    }

    fn key(&mut self, name: &str) {
        self.observation.key(name);
    }

    fn end_object(&mut self) {
        self.observation.end_object();
    }
}
