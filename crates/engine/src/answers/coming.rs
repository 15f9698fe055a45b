//! The answers that come, each with its own blocks.

use std::collections::BTreeMap;

use super::protocol::{AnswerId, Command, Report, Said};
use crate::asking::words::{End, Writer};
use crate::handler::Handler;

/// Answers on their way. One that has ended stays until it is closed, and hears nothing more.
#[derive(Debug, Default)]
pub struct Answers {
    writers: BTreeMap<AnswerId, Writer>,
}

impl Answers {
    /// Does something with an answer that has not ended; what is to be told of it then.
    fn go_on(&mut self, answer: AnswerId, act: impl FnOnce(&mut Writer)) -> Option<Report> {
        let writer = self.writers.get_mut(&answer)?;
        if writer.standing().end.is_some() {
            return None;
        }
        act(writer);
        let standing = writer.standing();
        let source = standing.end.map(|_| writer.source().to_owned());
        Some(Report::Said(Said {
            answer,
            patches: writer.take(),
            standing,
            source,
        }))
    }
}

impl Handler for Answers {
    type Command = Command;
    type Report = Report;

    fn ready(&self) -> Report {
        Report::Ready
    }

    fn handle(&mut self, command: Command) -> Option<Report> {
        match command {
            Command::Begin {
                answer,
                anchors,
                names,
            } => {
                let names = names.into_iter().collect();
                self.writers.insert(answer, Writer::new(anchors, names));
                None
            }
            Command::Heard { answer, events } => {
                self.go_on(answer, |writer| writer.hear(&events.read()))
            }
            Command::Over { answer } => self.go_on(answer, |writer| writer.over(End::Cut)),
            Command::Close { answer } => {
                self.writers.remove(&answer);
                None
            }
        }
    }

    fn refused(message: String) -> Report {
        Report::Refused { message }
    }

    fn is_replaced(_: &Command, _: &Command) -> bool {
        false
    }
}

#[cfg(test)]
mod tests {
    use ichiban_model::{Ending, Event};

    use super::*;
    use crate::asking::protocol::Events;
    use crate::asking::words::{Shown, Transcript};

    const FIRST: AnswerId = AnswerId(1);
    const SECOND: AnswerId = AnswerId(2);

    fn begin(answers: &mut Answers, answer: AnswerId) {
        let command = Command::Begin {
            answer,
            anchors: answer.0.to_string(),
            names: vec!["Paid?".to_owned()],
        };
        assert_eq!(answers.handle(command), None);
    }

    fn hear(answers: &mut Answers, answer: AnswerId, events: &[Event]) -> Option<Said> {
        let events = Events::of(events);
        told(answers.handle(Command::Heard { answer, events }))
    }

    fn told(report: Option<Report>) -> Option<Said> {
        match report? {
            Report::Said(said) => Some(said),
            other => panic!("{other:?}"),
        }
    }

    fn text(text: &str) -> Event {
        Event::TextDelta {
            text: text.to_owned(),
        }
    }

    #[test]
    fn answers_come_beside_each_other_and_do_not_mix() {
        let mut answers = Answers::default();
        begin(&mut answers, FIRST);
        begin(&mut answers, SECOND);
        let mut shown = [Transcript::default(), Transcript::default()];
        for (piece, at) in [("# Fi", 0), ("Sec", 1), ("rst", 0), ("ond", 1)] {
            let answer = [FIRST, SECOND][at];
            let said = hear(&mut answers, answer, &[text(piece)]).unwrap();
            assert_eq!((said.answer, said.source), (answer, None));
            for patch in &said.patches {
                shown[at].take(patch);
            }
        }
        let html = |transcript: &Transcript| match transcript.blocks().next() {
            Some((0, Shown::Html { html, .. })) => html.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(html(&shown[0]), "<h1>First</h1>\n");
        assert_eq!(html(&shown[1]), "<p>Second</p>\n");
    }

    #[test]
    fn a_name_is_a_button() {
        let mut answers = Answers::default();
        begin(&mut answers, FIRST);
        let words = "Then `Paid?` is asked, not `Billed?`.";
        let ended = Event::Ended {
            ending: Ending::Complete,
        };
        let said = hear(&mut answers, FIRST, &[text(words), ended]).unwrap();
        let written = format!("{:?}", said.patches);
        assert!(written.contains("data-name=\\\"Paid?\\\""), "{written}");
        assert!(!written.contains("data-name=\\\"Billed?"), "{written}");
        assert_eq!(said.standing.end, Some(End::Whole));
        assert_eq!(said.source.as_deref(), Some(words));
    }

    #[test]
    fn what_is_over_before_its_end_was_cut_and_is_told_so_once() {
        let mut answers = Answers::default();
        begin(&mut answers, FIRST);
        hear(&mut answers, FIRST, &[text("Half of")]);
        let said = told(answers.handle(Command::Over { answer: FIRST })).unwrap();
        assert_eq!(said.standing.end, Some(End::Cut));
        assert_eq!(said.source.as_deref(), Some("Half of"));
        assert_eq!(answers.handle(Command::Over { answer: FIRST }), None);
        assert_eq!(hear(&mut answers, FIRST, &[text(" it")]), None);
    }

    #[test]
    fn what_was_closed_or_never_begun_is_told_nothing_of() {
        let mut answers = Answers::default();
        begin(&mut answers, FIRST);
        assert_eq!(answers.handle(Command::Close { answer: FIRST }), None);
        assert_eq!(hear(&mut answers, FIRST, &[text("Late")]), None);
        assert_eq!(answers.handle(Command::Over { answer: SECOND }), None);
    }
}
