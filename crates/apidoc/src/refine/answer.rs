//! An answer as it streams: operations member by member, parameters one by one.
//!
//! What comes out depends on the answer's bytes alone and not on how they were cut: a member counts
//! when it is whole, and of two members of one name the first does.

use std::collections::HashMap;

use ichiban_stream::json::{Event, Limits, Parser};

use crate::api::{Method, Place};
use crate::schema::Kind;

use super::finding::Finding;

/// The most operations of an answer, and parameters of an operation.
const OPERATIONS: u32 = 500;
const PARAMETERS: u32 = 500;

/// What a model said.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Said {
    /// A new operation; what comes next belongs to it.
    Operation(Finding),
    /// More of the last operation.
    More(Finding),
    /// Something that is none of these.
    Malformed,
}

/// The answer is not, and can no longer become, what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Broken;

/// A value that is no container.
#[derive(Debug, Clone, PartialEq)]
enum Scalar {
    Text(String),
    Flag(bool),
    Null,
}

type Members = HashMap<String, Scalar>;

/// Reads an answer. Prose and code fences around the object are passed over.
#[derive(Debug)]
pub(super) struct Answer {
    state: State,
    parser: Parser,
    reader: Reader,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Before,
    Within,
    After,
}

/// Follows the events of the object.
#[derive(Debug, Default)]
struct Reader {
    /// The names, or nothing for members of arrays, of the containers that are open.
    open: Vec<Option<String>>,
    key: Option<String>,
    text: Option<String>,
    operation: Members,
    /// Parameters that came before their operation was known.
    early: Vec<Members>,
    parameter: Members,
    told: bool,
    summarised: bool,
    operations: u32,
    parameters: u32,
}

impl Answer {
    pub(super) fn new() -> Self {
        Self {
            state: State::Before,
            parser: Parser::new(Limits::default()),
            reader: Reader::default(),
        }
    }

    /// Whether the object is whole.
    pub(super) fn is_whole(&self) -> bool {
        self.state == State::After
    }

    /// Takes more of the answer.
    pub(super) fn push(&mut self, text: &str, said: &mut Vec<Said>) -> Result<(), Broken> {
        let text = match self.state {
            State::After => return Ok(()),
            State::Within => text,
            State::Before => {
                let Some(begin) = text.find('{') else {
                    return Ok(());
                };
                self.state = State::Within;
                text.get(begin..).unwrap_or_default()
            }
        };
        let Self {
            state,
            parser,
            reader,
        } = self;
        let read = parser.push(text.as_bytes(), &mut |event, _| {
            if *state == State::Within && reader.event(event, said) {
                *state = State::After;
            }
        });
        match read {
            Err(_) if self.state != State::After => Err(Broken),
            _ => Ok(()),
        }
    }
}

/// Where an object of the answer stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Operation,
    Parameter,
    Elsewhere,
}

impl Reader {
    /// Where the innermost open container stands.
    fn at(&self) -> At {
        let open: Vec<_> = self.open.iter().map(Option::as_deref).collect();
        match open.as_slice() {
            [None, Some("operations"), None] => At::Operation,
            [None, Some("operations"), None, Some("parameters"), None] => At::Parameter,
            _ => At::Elsewhere,
        }
    }

    /// Takes an event; whether the outermost object has ended with it.
    fn event(&mut self, event: Event<'_>, said: &mut Vec<Said>) -> bool {
        match event {
            Event::Key { name, .. } => self.key = Some(name.to_owned()),
            Event::BeginObject | Event::BeginArray => {
                // What is open is known by its own name, or by none in an array.
                let name = self.key.take();
                self.open.push(name);
                match self.at() {
                    At::Operation if event == Event::BeginObject => self.begin_operation(),
                    At::Parameter if event == Event::BeginObject => self.parameter.clear(),
                    _ => {}
                }
            }
            Event::EndObject | Event::EndArray => {
                match self.at() {
                    At::Parameter if event == Event::EndObject => self.end_parameter(said),
                    At::Operation if event == Event::EndObject => self.end_operation(said),
                    _ => {}
                }
                self.open.pop();
                self.key = None;
                return self.open.is_empty();
            }
            Event::BeginString => self.text = Some(String::new()),
            Event::StringDelta(delta) => {
                if let Some(text) = &mut self.text {
                    text.push_str(delta);
                }
            }
            Event::EndString => {
                if let Some(text) = self.text.take() {
                    self.member(Scalar::Text(text), said);
                }
            }
            Event::Bool(flag) => self.member(Scalar::Flag(flag), said),
            // No member is a number.
            Event::Null | Event::Number(_) => self.member(Scalar::Null, said),
            Event::LoneSurrogate { .. } => {}
        }
        false
    }

    fn member(&mut self, value: Scalar, said: &mut Vec<Said>) {
        let Some(key) = self.key.take() else {
            return;
        };
        match self.at() {
            At::Operation => {
                self.operation.entry(key).or_insert(value);
                self.tell(said);
            }
            At::Parameter => {
                self.parameter.entry(key).or_insert(value);
            }
            At::Elsewhere => {}
        }
    }

    fn begin_operation(&mut self) {
        self.operation.clear();
        self.early.clear();
        self.told = false;
        self.summarised = false;
        self.parameters = 0;
        self.operations += 1;
    }

    fn route(&self) -> Option<(Method, String)> {
        let method = text(&self.operation, "method").and_then(Method::parse)?;
        let path = text(&self.operation, "path")?;
        Some((method, path.to_owned()))
    }

    /// Tells of the operation as soon as enough of it has come.
    fn tell(&mut self, said: &mut Vec<Said>) {
        if self.operations > OPERATIONS {
            return;
        }
        if !self.told
            && let (Some((method, path)), Some(quote)) =
                (self.route(), text(&self.operation, "quote"))
        {
            self.told = true;
            said.push(Said::Operation(Finding::Operation {
                method,
                path,
                quote: quote.to_owned(),
            }));
            for members in std::mem::take(&mut self.early) {
                self.say_parameter(&members, said);
            }
        }
        if self.told
            && !self.summarised
            && let (Some((method, path)), Some(summary)) =
                (self.route(), text(&self.operation, "summary"))
        {
            self.summarised = true;
            said.push(Said::More(Finding::Summary {
                method,
                path,
                text: summary.to_owned(),
            }));
        }
    }

    fn end_parameter(&mut self, said: &mut Vec<Said>) {
        self.parameters += 1;
        if self.parameters > PARAMETERS {
            return;
        }
        let members = std::mem::take(&mut self.parameter);
        if self.told {
            self.say_parameter(&members, said);
        } else {
            self.early.push(members);
        }
    }

    fn say_parameter(&self, members: &Members, said: &mut Vec<Said>) {
        let place = match text(members, "in") {
            Some("path") => Some(Place::Path),
            Some("query") => Some(Place::Query),
            Some("header") => Some(Place::Header),
            Some("cookie") => Some(Place::Cookie),
            Some("body" | "form") => Some(Place::Body),
            _ => None,
        };
        let found = || {
            let (method, path) = self.route()?;
            Some(Finding::Parameter {
                method,
                path,
                name: text(members, "name")?.to_owned(),
                place: place?,
                required: match members.get("required") {
                    Some(Scalar::Flag(flag)) => Some(*flag),
                    _ => None,
                },
                kind: text(members, "type").and_then(Kind::parse),
                quote: text(members, "quote")?.to_owned(),
            })
        };
        said.push(found().map_or(Said::Malformed, Said::More));
    }

    fn end_operation(&mut self, said: &mut Vec<Said>) {
        if !self.told && self.operations <= OPERATIONS {
            said.push(Said::Malformed);
        }
        self.told = false;
    }
}

fn text<'a>(members: &'a Members, name: &str) -> Option<&'a str> {
    match members.get(name) {
        Some(Scalar::Text(text)) => Some(text),
        _ => None,
    }
}
