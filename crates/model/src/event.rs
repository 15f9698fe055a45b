//! What a model's answer is made of, in no provider's words.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Carried, Tokens};

/// A tool call's number within one answer, from 0 in order of appearance. Never a provider's
/// index or identifier: those may be missing, late or used twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CallId(pub u32);

/// One step of an answer.
///
/// The order is: [`Event::Started`], any of the others, one [`Event::Ended`], nothing more. An
/// answer that fails before it begins is an `Ended` alone. A body may hold several answers in a
/// row, as when a gateway ran a tool itself or asked again: each has its own `Started`, and the
/// one `Ended` tells how the last of them ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Event {
    /// The provider began to answer.
    Started {
        /// The provider's identifier of the answer.
        id: Option<String>,
        /// The model that answers, as the provider names it.
        model: Option<String>,
    },
    /// More of the answer's text.
    TextDelta {
        /// The text that came.
        text: String,
    },
    /// More of what the model thinks aloud.
    ReasoningDelta {
        /// The text that came.
        text: String,
    },
    /// More of the model's words on why it will not answer.
    RefusalDelta {
        /// The text that came.
        text: String,
    },
    /// The model calls a tool; its arguments follow.
    ToolCallStarted {
        /// The call.
        call: CallId,
        /// The provider's identifier, needed to answer the call. Where the provider gives none,
        /// `call_` and the call's number, which serves as well to answer it.
        id: String,
        /// The tool's name.
        name: String,
    },
    /// The provider's identifier of a call that had begun without one. It takes the place of the
    /// one in [`Event::ToolCallStarted`].
    ToolCallIdentified {
        /// The call.
        call: CallId,
        /// The provider's identifier.
        id: String,
    },
    /// More of a call's arguments: JSON text, but free text where the tool takes that. It is
    /// sent on even after [`Event::ToolCallFailed`], so that the whole can be shown.
    ToolArgumentDelta {
        /// The call.
        call: CallId,
        /// The text that came.
        text: String,
    },
    /// A value within a call's arguments that no later byte can change: each argument (member of
    /// the outermost object) when it is whole, and before that each scalar inside it.
    ToolArgumentSettled {
        /// The call.
        call: CallId,
        /// Where in the arguments, as a JSON Pointer (RFC 6901).
        path: String,
        /// The value.
        value: Value,
    },
    /// A call's arguments are whole and valid JSON.
    ToolCallFinished {
        /// The call.
        call: CallId,
        /// The arguments: an object; a string where the tool takes free text.
        arguments: Value,
    },
    /// A call will never be whole: its arguments are invalid, or the answer was cut.
    ToolCallFailed {
        /// The call.
        call: CallId,
        /// What is wrong with it.
        reason: String,
    },
    /// Something opaque that the provider wants back with the next request
    /// ([`Turn`](crate::Turn)): the signature of a call, or of the reasoning before it.
    Carried {
        /// The call, if it belongs to one.
        call: Option<CallId>,
        /// What it is.
        #[serde(flatten)]
        carried: Carried,
    },
    /// What the answer has cost so far; a later one replaces an earlier one.
    Usage(Usage),
    /// The answer had gone wrong and goes on from what was well: another request was made for the
    /// rest, by this program and not by the provider. Text and usage go on as if nothing had
    /// happened; usage is that of all requests, estimated where a provider that was stopped had
    /// not told it.
    Resumed {
        /// What was wrong, as a sentence without an end.
        reason: String,
        /// About how many tokens need not be generated again.
        kept: Tokens,
    },
    /// Something the wire carries and this protocol has no word for, kept as it came.
    Other {
        /// The provider's name of it.
        kind: String,
        /// The payload as it came.
        data: Value,
    },
    /// The answer is over.
    Ended {
        /// How it ended.
        #[serde(flatten)]
        ending: Ending,
    },
}

/// How an answer ended. As JSON: `"ending": "complete"`, and beside it `"error": {"code",
/// "message"}` where it is an error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ending", content = "error", rename_all = "snake_case")]
pub enum Ending {
    /// The model said all it had to say.
    Complete,
    /// A token limit cut it.
    Length,
    /// It waits for the results of its tool calls.
    ToolCalls,
    /// The model or the provider's filter declined.
    Refused,
    /// The provider reported an error.
    Error {
        /// The provider's code, if it gave one.
        code: Option<String>,
        /// The provider's words.
        message: String,
    },
    /// The body stopped before its terminal event: it is not known what is missing.
    Truncated,
    /// The person stopped it.
    Aborted,
}

/// Tokens an answer has cost.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// Tokens of the question, cached ones included.
    pub input_tokens: u64,
    /// Tokens of the answer, reasoning included.
    pub output_tokens: u64,
    /// Of the input, how many a prompt cache served.
    pub cached_input_tokens: u64,
    /// Of the output, how many were reasoning.
    pub reasoning_tokens: u64,
}
