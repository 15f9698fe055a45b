//! A conversation in which the model calls tools.
//!
//! [`Conversation`] has the request of each round, follows the events of its answer, says which tools
//! to start, feed, end and cancel, takes what they give back, and makes the next request of it, until
//! the model has nothing more to ask or has asked often enough. It runs no tool and sends nothing.
//!
//! ```text
//! request ──▶ endpoint ──events──▶ follow ──Step──▶ tools
//!    ▲                                                │
//!    └──────────── Round::Next ◀── settle ◀───────────┘
//! ```
//!
//! Each call is answered, in the order of the calls, as providers demand: by what its tool gave, or by
//! why it was cancelled. A tool that was cancelled after it had begun says what became of its effects
//! ([`Conversation::settle`]); the model is told that too.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::tool_run::{Bounds, Startable, Step, ToolRuns};
use crate::{CallId, Content, Ending, Event, Message, Request, Role, Turn};

/// What a tool gave back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// The result; or why there is none.
    pub output: String,
    /// Whether it failed.
    pub is_error: bool,
}

/// What became of the effects of a tool that was cancelled after it had begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effects {
    /// There were none, or they are undone.
    Undone,
    /// They stay: what they are, as a sentence.
    Stay(String),
}

/// What a call is waiting for.
#[derive(Debug)]
enum State {
    /// Its arguments are being written, or its tool is at work.
    Open,
    /// It is cancelled, and its tool has yet to say what became of its effects.
    Cancelled(String),
    /// It is answered.
    Answered(Outcome),
}

/// Where a conversation stands.
#[derive(Debug, Clone, PartialEq)]
pub enum Round {
    /// The answer still arrives.
    Arriving,
    /// These calls wait for their tools.
    Waiting(Vec<CallId>),
    /// Every call is answered: this is to be asked next.
    Next(Box<Request>),
    /// The model calls no tool, or its answer ended in another way: the conversation rests.
    Over(Ending),
    /// The model wants to go on, and has done so as often as it may.
    Exhausted,
}

/// A conversation.
#[derive(Debug)]
pub struct Conversation<'t> {
    tools: &'t [Startable],
    bounds: Bounds,
    request: Request,
    rounds_left: u32,
    runs: ToolRuns<'t>,
    turn: Turn,
    calls: BTreeMap<CallId, Call>,
    ending: Option<Ending>,
}

#[derive(Debug)]
struct Call {
    id: String,
    state: State,
}

impl<'t> Conversation<'t> {
    /// A conversation that begins with a request. The model may answer at most `rounds` times.
    pub fn new(request: Request, tools: &'t [Startable], bounds: Bounds, rounds: u32) -> Self {
        Self {
            tools,
            bounds,
            request,
            rounds_left: rounds.saturating_sub(1),
            runs: ToolRuns::new(tools, bounds),
            turn: Turn::default(),
            calls: BTreeMap::new(),
            ending: None,
        }
    }

    /// The request of this round.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// Takes the answer's next event, and appends what it means for the tools.
    pub fn follow(&mut self, event: &Event, steps: &mut Vec<Step>) {
        if self.ending.is_some() {
            return;
        }
        match event {
            Event::ToolCallStarted { call, id, .. } => {
                let (id, state) = (id.clone(), State::Open);
                self.calls.insert(*call, Call { id, state });
            }
            Event::ToolCallIdentified { call, id } => {
                if let Some(call) = self.calls.get_mut(call) {
                    call.id.clone_from(id);
                }
            }
            Event::Ended { ending } => self.ending = Some(ending.clone()),
            _ => {}
        }
        self.turn.absorb(event);
        let before = steps.len();
        self.runs.follow(event, steps);
        for step in steps.iter().skip(before) {
            if let Step::Cancel {
                call,
                was_started,
                reason,
            } = step
                && let Some(call) = self.calls.get_mut(call)
            {
                call.state = if *was_started {
                    State::Cancelled(reason.clone())
                } else {
                    State::Answered(failed(reason))
                };
            }
        }
    }

    /// A tool that was let finish has done so. Does nothing for a call that is not open: one that was
    /// cancelled meanwhile, above all, whose tool is asked for its effects instead.
    pub fn answer(&mut self, call: CallId, outcome: Outcome) {
        if let Some(call) = self.calls.get_mut(&call)
            && matches!(call.state, State::Open)
        {
            call.state = State::Answered(outcome);
        }
    }

    /// A tool that was cancelled after it had begun has come to rest. Does nothing for any other.
    pub fn settle(&mut self, call: CallId, effects: &Effects) {
        let Some(call) = self.calls.get_mut(&call) else {
            return;
        };
        if let State::Cancelled(reason) = &call.state {
            let mut outcome = failed(reason);
            match effects {
                Effects::Undone => outcome.output.push_str(" It has left nothing behind."),
                Effects::Stay(what) => {
                    outcome.output.push_str(" It had begun, and this stays: ");
                    outcome.output.push_str(what);
                }
            }
            call.state = State::Answered(outcome);
        }
    }

    /// Where the conversation stands. When an answer ended well and all its calls are answered, the
    /// next round begins: [`Round::Next`] is told once, and [`Conversation::follow`] expects its
    /// answer from then on.
    pub fn advance(&mut self) -> Round {
        let Some(ending) = &self.ending else {
            return Round::Arriving;
        };
        let waiting: Vec<CallId> = self
            .calls
            .iter()
            .filter(|(_, call)| !matches!(call.state, State::Answered(_)))
            .map(|(number, _)| *number)
            .collect();
        if !waiting.is_empty() {
            return Round::Waiting(waiting);
        }
        // A provider may call it complete although there are calls; one that was cut is not gone on
        // from, since nobody knows what it would have said.
        let goes_on = matches!(ending, Ending::ToolCalls | Ending::Complete);
        if !goes_on || self.calls.is_empty() {
            return Round::Over(ending.clone());
        }
        let Some(left) = self.rounds_left.checked_sub(1) else {
            return Round::Exhausted;
        };
        self.rounds_left = left;
        self.next();
        Round::Next(Box::new(self.request.clone()))
    }

    /// The conversation so far, the last answer included.
    pub fn messages(&self) -> Vec<Message> {
        let mut messages = self.request.messages.clone();
        messages.extend(self.said());
        messages
    }

    /// The answer of this round, and the results of its calls as far as they are there.
    fn said(&self) -> Vec<Message> {
        let answer = valid(self.turn.clone().into_message());
        if answer.content.is_empty() {
            return Vec::new();
        }
        let results: Vec<Content> = self.calls.values().filter_map(result).collect();
        let mut said = vec![answer];
        if !results.is_empty() {
            said.push(Message {
                role: Role::User,
                content: results,
            });
        }
        said
    }

    fn next(&mut self) {
        let said = self.said();
        self.request.messages.extend(said);
        self.runs = ToolRuns::new(self.tools, self.bounds);
        self.turn = Turn::default();
        self.calls.clear();
        self.ending = None;
    }
}

fn failed(reason: &str) -> Outcome {
    Outcome {
        output: format!("The call was not carried out. {reason}"),
        is_error: true,
    }
}

fn result(call: &Call) -> Option<Content> {
    let State::Answered(Outcome { output, is_error }) = &call.state else {
        return None;
    };
    Some(Content::ToolResult {
        id: call.id.clone(),
        output: output.clone(),
        is_error: *is_error,
    })
}

/// The turn with arguments that every provider takes back: some refuse a conversation whose calls do
/// not hold a JSON object. What was invalid is told in the call's result.
fn valid(mut turn: Message) -> Message {
    for content in &mut turn.content {
        if let Content::ToolCall { arguments, .. } = content {
            let read: Result<Value, _> = serde_json::from_str(arguments);
            if !read.is_ok_and(|value| value.is_object()) {
                "{}".clone_into(arguments);
            }
        }
    }
    turn
}
