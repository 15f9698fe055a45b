//! An answer as a whole: the fold of its events.

use serde::Serialize;
use serde_json::Value;

use crate::{CallId, Ending, Event, Usage};

/// What the events of one answer add up to so far. Reads event after event; each costs no more
/// than its own length.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Answer {
    /// The text, whole or so far.
    pub text: String,
    /// What the model thought aloud.
    pub reasoning: String,
    /// The model's words on why it will not answer.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub refusal: String,
    /// The tool calls, in order of appearance.
    pub tool_calls: Vec<ToolCall>,
    /// The last usage reported.
    pub usage: Option<Usage>,
    /// How it ended; `None` while it has not.
    #[serde(flatten)]
    pub ending: Option<Ending>,
}

/// A tool call within an [`Answer`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ToolCall {
    /// The provider's identifier.
    pub id: String,
    /// The tool's name.
    pub name: String,
    /// The arguments: parsed once they are whole and valid; until then, and if they never are,
    /// a string that holds what came.
    pub arguments: Value,
    /// Why the call must not be carried out, if so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
}

impl Answer {
    /// Takes the next event.
    pub fn absorb(&mut self, event: &Event) {
        match event {
            Event::Started { .. }
            | Event::ToolArgumentSettled { .. }
            | Event::Carried { .. }
            | Event::Resumed { .. }
            | Event::Other { .. } => {}
            Event::TextDelta { text } => self.text.push_str(text),
            Event::ReasoningDelta { text } => self.reasoning.push_str(text),
            Event::RefusalDelta { text } => self.refusal.push_str(text),
            Event::ToolCallStarted { call: _, id, name } => self.tool_calls.push(ToolCall {
                id: id.clone(),
                name: name.clone(),
                arguments: Value::String(String::new()),
                failure: None,
            }),
            Event::ToolCallIdentified { call, id } => {
                if let Some(call) = self.call(*call) {
                    call.id.clone_from(id);
                }
            }
            Event::ToolArgumentDelta { call, text } => {
                if let Some(Value::String(arguments)) =
                    self.call(*call).map(|call| &mut call.arguments)
                {
                    arguments.push_str(text);
                }
            }
            Event::ToolCallFinished { call, arguments } => {
                if let Some(call) = self.call(*call) {
                    call.arguments = arguments.clone();
                }
            }
            Event::ToolCallFailed { call, reason } => {
                if let Some(call) = self.call(*call) {
                    call.failure = Some(reason.clone());
                }
            }
            Event::Usage(usage) => self.usage = Some(*usage),
            Event::Ended { ending } => self.ending = Some(ending.clone()),
        }
    }

    fn call(&mut self, call: CallId) -> Option<&mut ToolCall> {
        self.tool_calls.get_mut(usize::try_from(call.0).ok()?)
    }
}

impl<'a> FromIterator<&'a Event> for Answer {
    fn from_iter<I: IntoIterator<Item = &'a Event>>(events: I) -> Self {
        let mut answer = Self::default();
        for event in events {
            answer.absorb(event);
        }
        answer
    }
}
