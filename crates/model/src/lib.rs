//! A neutral protocol for language models, and the wires that carry it.
//!
//! A wire is two pure functions over state: [`Wire::encode`] makes an HTTP request from a
//! [`Request`], and a [`Decoder`] turns the body's bytes, in whatever pieces they come, into
//! [`Event`]s. Nothing here opens a socket, reads a clock or knows a tool.
//!
//! [`Answer`] folds events into a whole, [`Turn`] into what goes back with a tool's result, [`retry`]
//! says when to ask again, [`Failure`] says in words what went wrong. [`strict`] holds an answer to its
//! schema while it is written, [`StrictAnswer`] has it go on after a mistake, [`tool_run`] starts tools
//! before their call is whole, [`Conversation`] sends back what they give. [`recording`] is an exchange as a file. `docs/wires.md` has what each wire can carry and how its
//! answers end.

mod answer;
mod body;
pub mod budget;
mod conversation;
mod event;
mod failure;
mod growing_value;
mod http;
pub mod latency;
pub mod ledger;
pub mod model_list;
pub mod prices;
mod provider_error;
mod reach;
pub mod recording;
pub mod refused;
mod request;
pub mod retry;
pub mod sign_in;
pub mod strict;
mod strict_answer;
mod terms;
mod tokens;
mod tool_call;
mod tool_fragment;
pub mod tool_run;
mod turn;
pub mod wire;

pub use answer::{Answer, ToolCall};
pub use conversation::{Conversation, Effects, Outcome, Round};
pub use event::{CallId, Ending, Event, Usage};
pub use failure::{Asker, Failure};
pub use http::{Endpoint, Headers, HttpRequest};
pub use reach::{Clues, Permission};
pub use request::{
    Carried, Content, Limits, Message, Output, Request, Role, Thinking, Tool, Translation,
};
pub use strict_answer::StrictAnswer;
pub use terms::Terms;
pub use tokens::Tokens;
pub use turn::Turn;
pub use wire::{Abilities, Decoder, Wire};
