//! Recorded exchanges that answer in a server's place, at their own pace or another.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use ichiban_model::recording::{Arrived, Recording, Unreadable};

use crate::transport::{Arrival, Loss};

/// What answers. Clones are the same.
#[derive(Clone, Default)]
pub struct Tape(Rc<RefCell<Reel>>);

#[derive(Default)]
struct Reel {
    recordings: Vec<Recording>,
    /// Which of them comes next.
    next: usize,
    /// In percent of their own; 0 is at once.
    pace: u32,
}

impl Tape {
    /// Takes recordings in the place of those before.
    ///
    /// # Errors
    /// If the text is no recording; those before stay.
    pub fn load(&self, text: &str, pace: u32) -> Result<(), Unreadable> {
        let recordings = Recording::read_all(text)?;
        *self.0.borrow_mut() = Reel {
            recordings,
            next: 0,
            pace,
        };
        Ok(())
    }

    /// What arrives of an answer to a request with this body, and how long after it: that of the recorded
    /// request which is the same, or else of the next one; after the last comes the first. It always ends.
    pub fn play(&self, body: &[u8]) -> Vec<(Duration, Arrival)> {
        let mut reel = self.0.borrow_mut();
        let same = reel
            .recordings
            .iter()
            .position(|it| it.body().as_bytes() == body);
        let at = same.unwrap_or(reel.next);
        let Some(recording) = reel.recordings.get(at) else {
            return vec![(Duration::ZERO, lost())];
        };
        let pace = reel.pace;
        let mut played: Vec<_> = recording
            .arrived()
            .iter()
            .map(|(at, arrived)| (paced(*at, pace), arrival(arrived)))
            .collect();
        if !matches!(played.last(), Some((_, Arrival::End | Arrival::Lost(_)))) {
            // It was stopped there.
            let at = played.last().map_or(Duration::ZERO, |(at, _)| *at);
            played.push((at, lost()));
        }
        let count = reel.recordings.len();
        reel.next = (at + 1) % count.max(1);
        played
    }
}

fn lost() -> Arrival {
    Arrival::Lost(Loss::Connection { online: true })
}

fn paced(at: Duration, pace: u32) -> Duration {
    at.saturating_mul(100).checked_div(pace).unwrap_or_default()
}

fn arrival(arrived: &Arrived) -> Arrival {
    match arrived {
        Arrived::Head { status, headers } => Arrival::Head {
            status: *status,
            headers: headers.clone(),
        },
        Arrived::Body(bytes) => Arrival::Body(bytes.clone()),
        Arrived::End => Arrival::End,
        Arrived::Lost => lost(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = r#"{"recording":1,"wire":"openai-chat","method":"POST","url":"https://a.example","headers":[],"body":"one"}
{"at":100,"head":{"status":200,"headers":[]}}
{"at":200,"text":"1"}
{"at":300,"end":"whole"}
{"recording":1,"wire":"openai-chat","method":"POST","url":"https://a.example","headers":[],"body":"two"}
{"at":50,"head":{"status":200,"headers":[]}}
{"at":80,"text":"2"}
"#;

    fn said(played: &[(Duration, Arrival)]) -> Vec<u8> {
        let bodies = played.iter().filter_map(|(_, arrival)| match arrival {
            Arrival::Body(bytes) => Some(bytes.clone()),
            _ => None,
        });
        bodies.flatten().collect()
    }

    #[test]
    fn a_request_has_the_answer_that_was_recorded_for_it() {
        let tape = Tape::default();
        tape.load(TWO, 100).unwrap();
        assert_eq!(said(&tape.play(b"two")), b"2");
        assert_eq!(said(&tape.play(b"another")), b"1");
        assert_eq!(said(&tape.play(b"yet another")), b"2");
        assert_eq!(said(&tape.play(b"two")), b"2");
    }

    #[test]
    fn it_plays_at_its_own_pace_or_faster_and_always_ends() {
        let tape = Tape::default();
        let times = |pace| {
            tape.load(TWO, pace).unwrap();
            let played = tape.play(b"one");
            played
                .iter()
                .map(|(at, _)| at.as_millis())
                .collect::<Vec<_>>()
        };
        assert_eq!(times(100), [100, 200, 300]);
        assert_eq!(times(400), [25, 50, 75]);
        assert_eq!(times(0), [0, 0, 0]);
        let played = tape.play(b"two");
        assert_eq!(played.last().map(|it| &it.1), Some(&lost()));
    }

    #[test]
    fn what_is_no_recording_is_told_with_its_line() {
        let tape = Tape::default();
        tape.load(TWO, 100).unwrap();
        let broken = TWO.replace("\"text\":\"2\"", "\"text\":2");
        assert_eq!(tape.load(&broken, 100).unwrap_err().line, 7);
        assert_eq!(tape.load("{}", 100).unwrap_err().line, 1);
        assert!(tape.load("", 100).is_err());
        // What was there plays on.
        assert_eq!(said(&tape.play(b"one")), b"1");
        assert_eq!(Tape::default().play(b"x"), [(Duration::ZERO, lost())]);
    }
}
