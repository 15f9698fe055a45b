//! Tool calls as they are written: arguments parsed byte by byte, each value told as it settles.

use ichiban_stream::json::{self, Event as Json};
use serde_json::{Map, Value};

use crate::growing_value::GrowingValue;
use crate::{CallId, Event};

/// The calls of one answer. Which call a piece belongs to is the caller's to say (wires that
/// number their items know it; [`Fragments`](crate::tool_fragment::Fragments) works it out where
/// they do not).
#[derive(Debug, Default)]
pub(crate) struct Calls {
    calls: Vec<Call>,
    announced: u32,
}

/// A call's place in [`Calls`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot(usize);

#[derive(Debug)]
struct Call {
    /// Given when the call is announced: when its name is known.
    public: Option<CallId>,
    id: Option<String>,
    name: Option<String>,
    arguments: Arguments,
    /// The arguments so far, while the call is not announced.
    held: String,
    state: State,
}

#[derive(Debug)]
enum Arguments {
    Json(Box<JsonArguments>),
    Text(String),
}

#[derive(Debug)]
struct JsonArguments {
    parser: json::Parser,
    path: json::Path,
    value: GrowingValue,
    begun: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    /// Its arguments cannot become valid any more; the failure is told.
    Invalid,
    Closed,
}

/// What a tool's arguments are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A JSON object.
    Json,
    /// Free text, as for tools with a grammar.
    Text,
}

impl Calls {
    /// Begins a call. It is announced once its name is known.
    pub(crate) fn open(
        &mut self,
        kind: Kind,
        id: Option<&str>,
        name: Option<&str>,
        events: &mut Vec<Event>,
    ) -> Slot {
        let slot = Slot(self.calls.len());
        self.calls.push(Call {
            public: None,
            id: id.map(ToOwned::to_owned),
            name: None,
            arguments: match kind {
                Kind::Json => Arguments::Json(Box::new(JsonArguments::new())),
                Kind::Text => Arguments::Text(String::new()),
            },
            held: String::new(),
            state: State::Open,
        });
        if let Some(name) = name {
            self.name(slot, name, events);
        }
        slot
    }

    /// Tells a call's name, if it was not known, and so announces it.
    pub(crate) fn name(&mut self, slot: Slot, name: &str, events: &mut Vec<Event>) {
        let number = self.announced;
        let Some(call) = self.calls.get_mut(slot.0) else {
            return;
        };
        if call.public.is_some() {
            return;
        }
        let public = CallId(number);
        call.public = Some(public);
        call.name = Some(name.to_owned());
        events.push(Event::ToolCallStarted {
            call: public,
            id: call.id.clone().unwrap_or_else(|| format!("call_{number}")),
            name: name.to_owned(),
        });
        self.announced += 1;
        let held = std::mem::take(&mut call.held);
        self.push(slot, &held, events);
    }

    /// Tells a call's identifier, if it was not known.
    pub(crate) fn identify(&mut self, slot: Slot, id: &str, events: &mut Vec<Event>) {
        let Some(call) = self.calls.get_mut(slot.0) else {
            return;
        };
        if call.id.is_some() {
            return;
        }
        call.id = Some(id.to_owned());
        if let Some(public) = call.public {
            events.push(Event::ToolCallIdentified {
                call: public,
                id: id.to_owned(),
            });
        }
    }

    /// Takes more of a call's arguments.
    pub(crate) fn push(&mut self, slot: Slot, text: &str, events: &mut Vec<Event>) {
        let Some(call) = self.calls.get_mut(slot.0) else {
            return;
        };
        if text.is_empty() || call.state == State::Closed {
            return;
        }
        let Some(public) = call.public else {
            call.held.push_str(text);
            return;
        };
        events.push(Event::ToolArgumentDelta {
            call: public,
            text: text.to_owned(),
        });
        match &mut call.arguments {
            Arguments::Text(whole) => whole.push_str(text),
            Arguments::Json(arguments) if call.state == State::Open => {
                if let Err(reason) = arguments.push(text, public, events) {
                    call.state = State::Invalid;
                    events.push(Event::ToolCallFailed {
                        call: public,
                        reason,
                    });
                }
            }
            Arguments::Json(_) => {}
        }
    }

    /// Fails a call for a reason of the wire's own.
    pub(crate) fn fail(&mut self, slot: Slot, reason: String, events: &mut Vec<Event>) {
        let Some(call) = self.calls.get_mut(slot.0) else {
            return;
        };
        if let (Some(public), State::Open) = (call.public, call.state) {
            call.state = State::Invalid;
            events.push(Event::ToolCallFailed {
                call: public,
                reason,
            });
        }
    }

    /// Ends a call whose arguments the provider says are all there.
    pub(crate) fn finish(&mut self, slot: Slot, events: &mut Vec<Event>) {
        self.end(slot, Cut::No, events);
    }

    /// Ends every call that is still open, as the answer ends.
    pub(crate) fn finish_all(&mut self, cut: Cut, events: &mut Vec<Event>) {
        for slot in 0..self.calls.len() {
            self.end(Slot(slot), cut, events);
        }
    }

    /// Ends every call as a further answer begins in the same body; its calls are numbered on.
    pub(crate) fn followed_by_another(&mut self, cut: Cut, events: &mut Vec<Event>) {
        self.finish_all(cut, events);
        self.calls.clear();
    }

    fn end(&mut self, slot: Slot, cut: Cut, events: &mut Vec<Event>) {
        let is_nameless = self
            .calls
            .get(slot.0)
            .is_some_and(|call| call.public.is_none());
        if is_nameless {
            // Announced after all, so that its arguments are not lost.
            self.name(slot, "", events);
        }
        let Some(call) = self.calls.get_mut(slot.0) else {
            return;
        };
        let (Some(public), State::Open) = (call.public, call.state) else {
            call.state = State::Closed;
            return;
        };
        call.state = State::Closed;
        let arguments = std::mem::replace(&mut call.arguments, Arguments::Text(String::new()));
        let outcome = if is_nameless {
            Err("The provider never named the tool.".to_owned())
        } else {
            arguments.finish(cut)
        };
        events.push(match outcome {
            Ok(arguments) => Event::ToolCallFinished {
                call: public,
                arguments,
            },
            Err(reason) => Event::ToolCallFailed {
                call: public,
                reason,
            },
        });
    }

    /// Whether any call was begun.
    pub(crate) fn any(&self) -> bool {
        !self.calls.is_empty()
    }

    /// Whether a call takes more pieces.
    pub(crate) fn is_open(&self, slot: Slot) -> bool {
        let call = self.calls.get(slot.0);
        call.is_some_and(|call| call.state != State::Closed)
    }

    /// The call's number, once it is announced.
    pub(crate) fn public(&self, slot: Slot) -> Option<CallId> {
        self.calls.get(slot.0)?.public
    }

    /// A call's identifier, if the provider gave one.
    pub(crate) fn id(&self, slot: Slot) -> Option<&str> {
        self.calls.get(slot.0)?.id.as_deref()
    }

    /// A call's name, if it is known.
    pub(crate) fn tool_name(&self, slot: Slot) -> Option<&str> {
        self.calls.get(slot.0)?.name.as_deref()
    }

    /// How far a call's arguments have come.
    pub(crate) fn extent(&self, slot: Slot) -> Extent {
        let Some(call) = self.calls.get(slot.0) else {
            return Extent::Whole;
        };
        let (begun, whole) = match &call.arguments {
            Arguments::Text(text) => (!text.is_empty(), false),
            Arguments::Json(arguments) => (arguments.begun, arguments.value.is_whole()),
        };
        match (whole, begun || !call.held.is_empty()) {
            (true, _) => Extent::Whole,
            (false, true) => Extent::Partial,
            (false, false) => Extent::Empty,
        }
    }

    /// The latest open call with that identifier.
    pub(crate) fn latest_with_id(&self, id: &str) -> Option<Slot> {
        let is_it = |call: &Call| call.state != State::Closed && call.id.as_deref() == Some(id);
        self.calls.iter().rposition(is_it).map(Slot)
    }
}

/// Whether an answer was cut, so that what is open may lack its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cut {
    /// The provider ended it.
    No,
    /// It stopped before its end.
    Yes,
}

/// How far a call's arguments have come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    Empty,
    Partial,
    /// A whole document: nothing but blanks can follow.
    Whole,
}

impl Arguments {
    fn finish(self, cut: Cut) -> Result<Value, String> {
        let arguments = match self {
            Arguments::Text(text) => {
                return match cut {
                    Cut::No => Ok(Value::String(text)),
                    Cut::Yes => Err(CUT.to_owned()),
                };
            }
            Arguments::Json(arguments) => arguments,
        };
        match (arguments.value.into_value(), cut) {
            (Some(value), _) => Ok(value),
            (None, Cut::Yes) => Err(CUT.to_owned()),
            // A tool without parameters: some providers then write nothing at all.
            (None, Cut::No) if !arguments.begun => Ok(Value::Object(Map::new())),
            (None, Cut::No) => Err("The arguments stop in the middle.".to_owned()),
        }
    }
}

const CUT: &str = "The answer was cut before the call was whole.";

impl JsonArguments {
    fn new() -> Self {
        Self {
            parser: json::Parser::new(json::Limits::default()),
            path: json::Path::default(),
            value: GrowingValue::default(),
            begun: false,
        }
    }

    fn push(&mut self, text: &str, call: CallId, events: &mut Vec<Event>) -> Result<(), String> {
        self.begun |= !text.trim_ascii().is_empty();
        let Self {
            parser,
            path,
            value,
            ..
        } = self;
        let mut not_an_object = false;
        let parsed = parser.push(text.as_bytes(), &mut |event, _| {
            not_an_object |= !value.has_begun() && event != Json::BeginObject;
            path.follow(&event);
            if let Some(value) = value.follow(&event) {
                events.push(Event::ToolArgumentSettled {
                    call,
                    path: path.pointer().to_owned(),
                    value,
                });
            }
        });
        if not_an_object {
            return Err("The arguments are no JSON object.".to_owned());
        }
        parsed.map_err(|error| format!("The arguments are not valid JSON: {error}."))
    }
}
