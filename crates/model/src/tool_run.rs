//! Tools that start before their call is whole.
//!
//! A tool declares which arguments it needs to begin ([`Startable`]). [`ToolRuns`] follows an
//! answer's events and says what to do: start the tool when these have settled, hand it the rest as
//! it settles, and end the call well or cancel it. What a cancelled tool has done is to be undone or
//! reported by whoever ran it. Arguments are held to the tool's schema as they are written, so that
//! a call that cannot become valid is cancelled with the piece that says so.
//!
//! For each call the order is: [`Step::Start`], any number of [`Step::Supply`], then [`Step::Finish`]
//! or [`Step::Cancel`]; or `Cancel` alone.

use std::collections::HashMap;

use ichiban_schema::Validator;
use serde_json::{Map, Value};

use crate::strict::Strict;
use crate::{CallId, Event};

/// A tool that can be started with a part of its arguments, a JSON object.
#[derive(Debug)]
pub struct Startable {
    /// The name the model calls it by.
    pub name: String,
    /// The arguments without which it cannot begin.
    pub needs: Vec<String>,
    /// What its arguments must satisfy.
    pub arguments: Validator,
}

/// How much an answer may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Most bytes of one call's arguments.
    pub argument_bytes: usize,
    /// Most calls of one answer.
    pub calls: usize,
}

impl Default for Bounds {
    /// 1 MiB, and 64 calls.
    fn default() -> Self {
        Self {
            argument_bytes: 1 << 20,
            calls: 64,
        }
    }
}

/// What to do next.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Start the tool.
    Start {
        /// The call.
        call: CallId,
        /// The tool's name.
        name: String,
        /// The arguments that have settled, those it needs among them.
        arguments: Map<String, Value>,
    },
    /// Hand a started tool what has settled since.
    Supply {
        /// The call.
        call: CallId,
        /// Where in the arguments, as a JSON Pointer (RFC 6901).
        path: String,
        /// The value, which stays.
        value: Value,
    },
    /// The call is whole and valid: the tool may end.
    Finish {
        /// The call.
        call: CallId,
        /// All arguments.
        arguments: Value,
    },
    /// Stop the tool if it was started, and undo or report what it did.
    Cancel {
        /// The call.
        call: CallId,
        /// Whether it was started.
        was_started: bool,
        /// Why.
        reason: String,
    },
}

/// The tool calls of one answer.
#[derive(Debug)]
pub struct ToolRuns<'t> {
    tools: &'t [Startable],
    bounds: Bounds,
    calls: HashMap<CallId, Run<'t>>,
    begun: usize,
}

#[derive(Debug)]
struct Run<'t> {
    tool: &'t Startable,
    strict: Strict,
    settled: Map<String, Value>,
    bytes: usize,
    is_started: bool,
}

impl<'t> ToolRuns<'t> {
    /// The calls of an answer that is about to arrive.
    pub fn new(tools: &'t [Startable], bounds: Bounds) -> Self {
        Self {
            tools,
            bounds,
            calls: HashMap::new(),
            begun: 0,
        }
    }

    /// Takes the answer's next event and tells what it leads to. One call's failure leaves the
    /// others as they are.
    pub fn follow(&mut self, event: &Event, steps: &mut Vec<Step>) {
        match event {
            Event::ToolCallStarted { call, name, .. } => self.begin(*call, name, steps),
            Event::ToolArgumentDelta { call, text } => {
                let most = self.bounds.argument_bytes;
                let Some(run) = self.calls.get_mut(call) else {
                    return;
                };
                run.bytes += text.len();
                if run.bytes > most {
                    let reason = format!("Its arguments are longer than {most} bytes.");
                    self.cancel(*call, reason, steps);
                } else if let Err(objection) = run.strict.push(text) {
                    self.cancel(
                        *call,
                        format!("Its arguments are wrong. {objection}."),
                        steps,
                    );
                }
            }
            Event::ToolArgumentSettled { call, path, value } => {
                self.settle(*call, path, value, steps);
            }
            Event::ToolCallFinished { call, arguments } => self.finish(*call, arguments, steps),
            Event::ToolCallFailed { call, reason } => self.cancel(*call, reason.clone(), steps),
            Event::Ended { .. } => {
                let mut open: Vec<CallId> = self.calls.keys().copied().collect();
                open.sort_unstable();
                for call in open {
                    let reason = "The answer ended before the call was whole.".to_owned();
                    self.cancel(call, reason, steps);
                }
            }
            _ => {}
        }
    }

    fn begin(&mut self, call: CallId, name: &str, steps: &mut Vec<Step>) {
        self.begun += 1;
        let refuse = |reason: String| Step::Cancel {
            call,
            was_started: false,
            reason,
        };
        if self.begun > self.bounds.calls {
            let most = self.bounds.calls;
            steps.push(refuse(format!("The answer calls more than {most} tools.")));
            return;
        }
        let Some(tool) = self.tools.iter().find(|tool| tool.name == name) else {
            steps.push(refuse(format!("There is no tool `{name}`.")));
            return;
        };
        let mut run = Run {
            tool,
            strict: Strict::new(&tool.arguments),
            settled: Map::new(),
            bytes: 0,
            is_started: false,
        };
        if run.has_what_it_needs() {
            run.start(call, steps);
        }
        self.calls.insert(call, run);
    }

    fn settle(&mut self, call: CallId, path: &str, value: &Value, steps: &mut Vec<Step>) {
        let Some(run) = self.calls.get_mut(&call) else {
            return;
        };
        if let Some(name) = argument(path) {
            if run.settled.contains_key(&name) {
                self.cancel(call, format!("It gives `{name}` twice."), steps);
                return;
            }
            run.settled.insert(name, value.clone());
        }
        if run.is_started {
            steps.push(Step::Supply {
                call,
                path: path.to_owned(),
                value: value.clone(),
            });
        } else if run.has_what_it_needs() {
            run.start(call, steps);
        }
    }

    fn finish(&mut self, call: CallId, arguments: &Value, steps: &mut Vec<Step>) {
        let Some(run) = self.calls.get_mut(&call) else {
            return;
        };
        // A tool without parameters may be called with nothing at all.
        let checked = if run.bytes == 0 {
            run.strict.push(&arguments.to_string())
        } else {
            Ok(())
        };
        if let Err(objection) = checked.and_then(|()| run.strict.finish()) {
            self.cancel(
                call,
                format!("Its arguments are wrong. {objection}."),
                steps,
            );
            return;
        }
        if !run.has_what_it_needs() {
            let missing = run
                .tool
                .needs
                .iter()
                .find(|name| !run.settled.contains_key(*name));
            let name = missing.map_or("", String::as_str);
            self.cancel(call, format!("It does not give `{name}`."), steps);
            return;
        }
        if !run.is_started {
            run.start(call, steps);
        }
        steps.push(Step::Finish {
            call,
            arguments: arguments.clone(),
        });
        self.calls.remove(&call);
    }

    fn cancel(&mut self, call: CallId, reason: String, steps: &mut Vec<Step>) {
        if let Some(run) = self.calls.remove(&call) {
            steps.push(Step::Cancel {
                call,
                was_started: run.is_started,
                reason,
            });
        }
    }
}

impl Run<'_> {
    fn has_what_it_needs(&self) -> bool {
        self.tool
            .needs
            .iter()
            .all(|name| self.settled.contains_key(name))
    }

    fn start(&mut self, call: CallId, steps: &mut Vec<Step>) {
        self.is_started = true;
        steps.push(Step::Start {
            call,
            name: self.tool.name.clone(),
            arguments: self.settled.clone(),
        });
    }
}

/// The argument that a pointer leads to, unless it leads into one.
fn argument(path: &str) -> Option<String> {
    let name = path.strip_prefix('/').filter(|name| !name.contains('/'))?;
    Some(name.replace("~1", "/").replace("~0", "~"))
}
