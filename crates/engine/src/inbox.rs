//! Commands that wait for the engine.

use std::collections::VecDeque;

use crate::protocol::Command;
use crate::text::Text;

/// Commands in the order they came, without those that a later one makes useless: of several
/// whole sources in a row only the last is read. Changes are of the text before: they wait for it.
#[derive(Debug, Default)]
pub struct Inbox {
    waiting: VecDeque<Command>,
}

impl Inbox {
    /// Takes a command.
    pub fn push(&mut self, command: Command) {
        let is_whole = matches!(
            command,
            Command::Open {
                text: Text::Whole(_),
                ..
            }
        );
        if is_whole && let Some(last @ Command::Open { .. }) = self.waiting.back_mut() {
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
    use crate::text::{Changes, LineBreak};

    fn open(revision: u32) -> Command {
        Command::Open {
            revision: Revision(revision),
            text: Text::from(""),
            file_name: None,
            style: None,
        }
    }

    fn drain(inbox: &mut Inbox) -> Vec<Command> {
        std::iter::from_fn(|| inbox.pop()).collect()
    }

    #[test]
    fn of_whole_texts_in_a_row_only_the_last_is_read() {
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
    fn changes_wait_for_the_text_that_they_change() {
        let mut inbox = Inbox::default();
        inbox.push(open(1));
        inbox.push(Command::Open {
            revision: Revision(2),
            text: Text::Changed(Changes {
                length: 0,
                line_break: LineBreak::Lf,
                edits: Vec::new(),
            }),
            file_name: None,
            style: None,
        });
        assert_eq!(drain(&mut inbox).len(), 2);
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
