//! Commands that wait for the worker.

use std::collections::VecDeque;

use super::protocol::Command;

/// Commands in the order they came, without those that a later one replaces: of several jobs of a
/// kind only the last is done, of several texts of a sample only the last is taken. So a fast
/// typist never waits for what was typed before.
#[derive(Debug, Default)]
pub struct Inbox {
    waiting: VecDeque<Command>,
}

impl Inbox {
    /// Takes a command.
    pub fn push(&mut self, command: Command) {
        self.waiting.retain(|older| !is_replaced(older, &command));
        self.waiting.push_back(command);
    }

    /// The next command to carry out.
    pub fn pop(&mut self) -> Option<Command> {
        self.waiting.pop_front()
    }
}

fn is_replaced(older: &Command, newer: &Command) -> bool {
    match (older, newer) {
        (Command::Convert { .. }, Command::Convert { .. })
        | (Command::Repair { .. }, Command::Repair { .. }) => true,
        (Command::Sample { sample: older, .. }, Command::Sample { sample: newer, .. }) => {
            older == newer
        }
        _ => false,
    }
}
