//! Commands that wait for the engine.

use std::collections::VecDeque;

use crate::protocol::Command;

/// Commands in the order they came, without those that a later one makes useless: of several
/// edits of the source in a row only the last is read, so a fast typist never waits for the
/// edits in between.
#[derive(Debug, Default)]
pub struct Inbox {
    waiting: VecDeque<Command>,
}

impl Inbox {
    /// Takes a command.
    pub fn push(&mut self, command: Command) {
        if let (Command::Open { .. }, Some(last @ Command::Open { .. })) =
            (&command, self.waiting.back_mut())
        {
            *last = command;
        } else {
            self.waiting.push_back(command);
        }
    }

    /// The next command to carry out.
    pub fn pop(&mut self) -> Option<Command> {
        self.waiting.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::Revision;

    fn open(revision: u32) -> Command {
        Command::Open {
            revision: Revision(revision),
            text: String::new(),
            file_name: None,
            style: None,
        }
    }

    fn drain(inbox: &mut Inbox) -> Vec<Command> {
        std::iter::from_fn(|| inbox.pop()).collect()
    }

    #[test]
    fn of_edits_in_a_row_only_the_last_is_read() {
        let mut inbox = Inbox::default();
        for revision in 1..=5 {
            inbox.push(open(revision));
        }
        let revision = Revision(5);
        assert!(
            matches!(&drain(&mut inbox)[..], [Command::Open { revision: last, .. }] if *last == revision)
        );
    }

    #[test]
    fn what_stands_between_two_edits_keeps_both() {
        let mut inbox = Inbox::default();
        inbox.push(open(1));
        inbox.push(Command::Stop);
        inbox.push(open(2));
        assert!(matches!(
            &drain(&mut inbox)[..],
            [Command::Open { .. }, Command::Stop, Command::Open { .. }]
        ));
    }
}
