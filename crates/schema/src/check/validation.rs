//! The values that are open, and which schemas they still satisfy.

use std::sync::Arc;

use ichiban_stream::json::{Event, Path, Span};

use super::compile::Validator;
use super::node::{NodeId, Same, Scalar};
use super::number::Number;
use super::trial::{Asker, Mode, Objection, Trial};
use crate::SimpleType;

/// Why a document cannot satisfy a schema, however it goes on.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {message}", if pointer.is_empty() { "the document" } else { pointer })]
pub struct Violation {
    /// Of which value, as a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// The keyword of the schema that is not satisfied, such as `required`.
    pub keyword: &'static str,
    /// What is wrong, as a sentence without an end.
    pub message: String,
    /// What settled it: the source of the event.
    pub span: Span,
}

/// A document that arrives.
#[derive(Debug)]
pub struct Validation {
    validator: Validator,
    open: Vec<Open>,
    /// The schemas for the value that comes next.
    next: Vec<(Asker, NodeId)>,
    path: Path,
    /// Whether the value at the top has come to its end.
    is_whole: bool,
    violation: Option<Violation>,
}

/// A value that has begun.
#[derive(Debug)]
struct Open {
    kind: SimpleType,
    trials: Vec<Trial>,
    /// Characters of a string, members of an object, items of an array.
    count: u64,
    /// Bytes of a string.
    bytes: usize,
}

impl Validation {
    pub(super) fn new(validator: Validator) -> Self {
        Self {
            next: vec![(Asker::Document, validator.root())],
            validator,
            open: Vec::new(),
            path: Path::default(),
            is_whole: false,
            violation: None,
        }
    }

    /// Takes the parser's next event and its source; none may be left out. Cost: the event's text,
    /// for each schema that the value is still tried by.
    ///
    /// # Errors
    ///
    /// The violation, from the first event on after which there is no way to satisfy the schema.
    pub fn follow(&mut self, event: &Event<'_>, span: Span) -> Result<(), Violation> {
        if self.violation.is_none() {
            self.path.follow(event);
            self.take(event, span);
        }
        self.violation.clone().map_or(Ok(()), Err)
    }

    /// Whether the whole document has come and satisfies the schema.
    pub fn is_satisfied(&self) -> bool {
        self.is_whole && self.violation.is_none()
    }

    fn take(&mut self, event: &Event<'_>, span: Span) {
        match event {
            Event::BeginObject => self.begin(SimpleType::Object, span),
            Event::BeginArray => self.begin(SimpleType::Array, span),
            Event::BeginString => self.begin(SimpleType::String, span),
            Event::Null => self.constant(SimpleType::Null, &Scalar::Null, "null", span),
            Event::Bool(value) => {
                let words = if *value { "true" } else { "false" };
                self.constant(SimpleType::Boolean, &Scalar::Bool(*value), words, span);
            }
            Event::Number(written) => {
                self.begin(SimpleType::Number, span);
                if let Some(number) = Number::read(written) {
                    self.judge(span, |trial| trial.is_number(number, written));
                }
                self.end(span);
            }
            Event::StringDelta(delta) => {
                let Some(open) = self.open.last_mut() else {
                    return;
                };
                let matched = open.bytes;
                open.count += delta.chars().count() as u64;
                open.bytes += delta.len();
                let length = open.count;
                self.judge(span, |trial| trial.grows(delta, matched, length));
            }
            Event::EndString => {
                let (length, bytes) = self.size();
                self.judge(span, |trial| trial.ends_string(bytes, length));
                self.end(span);
            }
            Event::Key { name, replaces } => self.member(name, *replaces, span),
            Event::EndObject => {
                let (count, _) = self.size();
                self.judge(span, |trial| trial.ends_object(count));
                self.end(span);
            }
            Event::EndArray => {
                let (count, _) = self.size();
                self.judge(span, |trial| trial.ends_array(count));
                self.end(span);
            }
            Event::LoneSurrogate { .. } => {}
        }
    }

    fn size(&self) -> (u64, usize) {
        self.open
            .last()
            .map_or((0, 0), |open| (open.count, open.bytes))
    }

    fn constant(&mut self, kind: SimpleType, value: &Scalar, words: &str, span: Span) {
        self.begin(kind, span);
        self.judge(span, |trial| trial.is_constant(value, words));
        self.end(span);
    }

    /// A value begins.
    fn begin(&mut self, kind: SimpleType, span: Span) {
        self.item(span);
        let mut trials: Vec<Trial> = Vec::new();
        for (asker, node) in std::mem::take(&mut self.next) {
            self.try_by(node, asker, &mut trials);
        }
        self.open.push(Open {
            kind,
            trials,
            count: 0,
            bytes: 0,
        });
        self.judge(span, |trial| trial.begins(kind));
    }

    /// Adds a schema to those a value is tried by, and all that it says of the same value.
    fn try_by(&self, node: NodeId, asker: Asker, trials: &mut Vec<Trial>) {
        let Some(node) = self.validator.node(node) else {
            return;
        };
        let trial = trials.len();
        trials.push(Trial::new(Arc::clone(node), asker));
        for (group, same) in node.same.iter().enumerate() {
            let mode = match same {
                Same::All(_) => Mode::All,
                Same::Any(_) => Mode::Any,
                Same::One(_) => Mode::One,
                Same::Not(_) => Mode::Not,
            };
            for node in same.nodes() {
                let asker = Asker::Same { trial, group, mode };
                self.try_by(*node, asker, trials);
            }
        }
    }

    /// The value that begins is an array's item, if an array is open.
    fn item(&mut self, span: Span) {
        let Some(array) = self.open.last_mut() else {
            return;
        };
        if array.kind != SimpleType::Array {
            return;
        }
        let at = usize::try_from(array.count).unwrap_or(usize::MAX);
        array.count += 1;
        let count = array.count;
        for (place, trial) in array.trials.iter().enumerate() {
            let schema = trial.node.prefix.get(at).copied().or(trial.node.rest);
            if let Some(node) = schema.filter(|_| !trial.is_over) {
                self.next.push((Asker::Container(place), node));
            }
        }
        self.judge(span, |trial| trial.has_items(count));
    }

    /// A member's name.
    fn member(&mut self, name: &str, replaces: bool, span: Span) {
        let Some(object) = self.open.last_mut() else {
            return;
        };
        object.count += u64::from(!replaces);
        let count = object.count;
        for (place, trial) in object.trials.iter().enumerate() {
            let node = &trial.node;
            let schema = node.properties.get(name).copied().or(node.additional);
            if let Some(node) = schema.filter(|_| !trial.is_over) {
                self.next.push((Asker::Container(place), node));
            }
        }
        let validator = self.validator.clone();
        self.judge(span, |trial| {
            let node = &trial.node;
            let schema = node.properties.get(name).copied().or(node.additional);
            let is_never = |id| validator.node(id).is_some_and(|node| node.is_never);
            if schema.is_some_and(is_never) {
                let words = format!("a member of the name `{name}` is not allowed");
                return Some(("additionalProperties", words));
            }
            trial.has_member(name, count)
        });
    }

    /// Asks every schema that the innermost value is still tried by.
    fn judge(&mut self, span: Span, mut ask: impl FnMut(&mut Trial) -> Option<Objection>) {
        let Some(depth) = self.open.len().checked_sub(1) else {
            return;
        };
        let count = self.open.last().map_or(0, |open| open.trials.len());
        for place in 0..count {
            let trial = self.trial(depth, place).filter(|trial| !trial.is_over);
            if let Some(objection) = trial.and_then(&mut ask) {
                self.fail(depth, place, objection, span);
            }
        }
    }

    fn trial(&mut self, depth: usize, place: usize) -> Option<&mut Trial> {
        self.open.get_mut(depth)?.trials.get_mut(place)
    }

    /// The innermost value is over.
    fn end(&mut self, span: Span) {
        let Some(depth) = self.open.len().checked_sub(1) else {
            return;
        };
        let count = self.open.last().map_or(0, |open| open.trials.len());
        // Those that were asked for come after those that ask.
        for place in (0..count).rev() {
            let Some(trial) = self.trial(depth, place).filter(|trial| !trial.is_over) else {
                continue;
            };
            let groups = trial.node.same.iter().zip(&trial.alive);
            let several = groups
                .filter(|(same, alive)| matches!(same, Same::One(_)) && **alive > 1)
                .count();
            if several > 0 {
                let words = "it fits more than one of the alternatives".to_owned();
                self.fail(depth, place, ("oneOf", words), span);
                continue;
            }
            if let Asker::Same {
                trial: asker,
                mode: Mode::Not,
                ..
            } = trial.asker
            {
                let words = "it is what it must not be".to_owned();
                self.fail(depth, asker, ("not", words), span);
            }
        }
        self.open.pop();
        self.is_whole = self.open.is_empty();
    }

    /// A schema does not hold. Those who asked for it are told, as far as that matters to them.
    fn fail(&mut self, depth: usize, place: usize, objection: Objection, span: Span) {
        let (mut depth, mut place) = (depth, place);
        while let Some(trial) = self.trial(depth, place).filter(|trial| !trial.is_over) {
            trial.is_over = true;
            match trial.asker {
                Asker::Document => {
                    let (keyword, message) = objection;
                    self.violation = Some(Violation {
                        pointer: self.path.pointer().to_owned(),
                        keyword,
                        message,
                        span,
                    });
                    return;
                }
                Asker::Container(asker) => {
                    let Some(below) = depth.checked_sub(1) else {
                        break;
                    };
                    (depth, place) = (below, asker);
                }
                Asker::Same { trial, group, mode } => {
                    let left = self.trial(depth, trial).and_then(|asker| {
                        let alive = asker.alive.get_mut(group)?;
                        *alive = alive.saturating_sub(1);
                        Some(*alive)
                    });
                    let is_lost = match mode {
                        Mode::All => true,
                        Mode::Any | Mode::One => left == Some(0),
                        Mode::Not => false,
                    };
                    if !is_lost {
                        break;
                    }
                    place = trial;
                }
            }
        }
        self.dismiss(depth);
    }

    /// Ends the trials that nobody asks for any more, from a depth on.
    fn dismiss(&mut self, depth: usize) {
        for depth in depth..self.open.len() {
            let (outer, inner) = self.open.split_at_mut(depth);
            let Some(open) = inner.first_mut() else {
                return;
            };
            let container = outer.last();
            for place in 0..open.trials.len() {
                let Some(trial) = open.trials.get(place) else {
                    continue;
                };
                let asker = match trial.asker {
                    Asker::Document => None,
                    Asker::Container(asker) => container.and_then(|it| it.trials.get(asker)),
                    Asker::Same { trial, .. } => open.trials.get(trial),
                };
                let is_idle = asker.is_some_and(|asker| asker.is_over);
                if let Some(trial) = open.trials.get_mut(place) {
                    trial.is_over |= is_idle;
                }
            }
        }
    }
}
