//! What carries out commands one at a time, each as long as it takes, and the commands that wait for
//! it.

use std::collections::VecDeque;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The work of a worker: a command in, at most one report out. What takes long can go on in steps,
/// between which commands are heard.
pub trait Handler {
    /// What the page asks.
    type Command: DeserializeOwned;
    /// What the page is told.
    type Report: Serialize;

    /// What the page is told first.
    fn ready(&self) -> Self::Report;
    /// Carries out a command.
    fn handle(&mut self, command: Self::Command) -> Option<Self::Report>;
    /// Goes one step further with work that commands have begun, once none of them waits. What is to
    /// be told; none if there is no such work.
    fn step(&mut self) -> Option<Vec<Self::Report>> {
        None
    }
    /// Says that a command could not be carried out, and why.
    fn refused(message: String) -> Self::Report;
    /// Whether nobody needs the older command any more, once the newer one has come.
    fn is_replaced(older: &Self::Command, newer: &Self::Command) -> bool;
}

/// Commands in the order they came, without those that a later one replaces: of several jobs of a
/// kind only the last is done. So a fast typist never waits for what was typed before.
#[derive(Debug)]
pub struct Inbox<H: Handler> {
    waiting: VecDeque<H::Command>,
}

impl<H: Handler> Default for Inbox<H> {
    fn default() -> Self {
        Self {
            waiting: VecDeque::new(),
        }
    }
}

impl<H: Handler> Inbox<H> {
    /// Takes a command.
    pub fn push(&mut self, command: H::Command) {
        self.waiting
            .retain(|older| !H::is_replaced(older, &command));
        self.waiting.push_back(command);
    }

    /// The next command to carry out.
    pub fn pop(&mut self) -> Option<H::Command> {
        self.waiting.pop_front()
    }
}
