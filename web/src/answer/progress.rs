//! How an answer in words stands, its numbers, and how it ended.

use ichiban_engine::asking::words::{End, Standing};
use ichiban_model::Failure;

use crate::endpoint::failures;
use crate::shell::words::text;

/// How an answer stands. Times are by the page's clock, in milliseconds.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Progress {
    pub(super) asked_ms: f64,
    /// When the last of it was heard.
    pub(super) heard_ms: f64,
    /// From the question to its first words, in milliseconds.
    pub(crate) first_token_ms: Option<f64>,
    /// From the question to its first words on the screen.
    pub(crate) first_paint_ms: Option<f64>,
    pub(crate) standing: Standing,
    /// Why it is asked again, if it waits for that.
    pub(crate) waiting: Option<Failure>,
    /// How much of the browser's model has been downloaded, in percent.
    pub(crate) loading: Option<u32>,
    pub(super) trouble: Option<Trouble>,
    /// Whether who was asked may still say something.
    pub(super) is_asked: bool,
    pub(super) is_stopped: bool,
    pub(super) is_over: bool,
    /// All of it as Markdown, once it has ended.
    pub(crate) source: Option<String>,
}

/// How an answer ended.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    Whole,
    /// The person stopped it.
    Stopped,
    /// The model would not.
    Declined,
    /// It failed, or was cut.
    Failed(Trouble),
}

/// Why an answer is not whole.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Trouble {
    /// Who was asked has failed.
    Asked(Failure),
    /// Something in this page: the ids of what happened, and of what to do.
    Page(&'static str, &'static str),
    /// A worker refused the question, in its own words; the id of what to do.
    Refused(String, &'static str),
}

impl Trouble {
    const CUT_OFF: Self = Self::Page("answer-cut-off", "answer-try-again");
    const EXHAUSTED: Self = Self::Page("answer-exhausted", "answer-exhausted-hint");

    /// What happened, and what to do.
    pub(crate) fn words(&self) -> (String, String) {
        match self {
            Self::Asked(failure) => {
                let told = failures::in_words(failure);
                // Of an answer in words nothing but all can be asked for again.
                let hint = match failure.code.as_str() {
                    "cut-off" => text("answer-try-again"),
                    _ => told.hint,
                };
                (told.message, hint)
            }
            Self::Page(message, hint) => (text(message), text(hint)),
            Self::Refused(message, hint) => (message.clone(), text(hint)),
        }
    }
}

impl Progress {
    /// That of a question that is asked now.
    pub(super) fn begin(now_ms: f64) -> Self {
        Self {
            asked_ms: now_ms,
            ..Self::default()
        }
    }

    /// How it ended, if it has.
    pub(crate) fn outcome(&self) -> Option<Outcome> {
        if self.is_stopped {
            return Some(Outcome::Stopped);
        }
        if !self.is_over {
            return None;
        }
        Some(match (&self.trouble, self.standing.end) {
            (_, Some(End::Whole)) => Outcome::Whole,
            (_, Some(End::Declined)) => Outcome::Declined,
            (Some(trouble), _) => Outcome::Failed(trouble.clone()),
            (None, Some(End::Exhausted)) => Outcome::Failed(Trouble::EXHAUSTED),
            (None, _) => Outcome::Failed(Trouble::CUT_OFF),
        })
    }

    /// Whether it still comes.
    pub(crate) fn is_going(&self) -> bool {
        !self.is_stopped && !self.is_over
    }

    /// Tokens of the answer in a second; nothing of a moment too short to measure.
    pub(crate) fn per_second(&self) -> Option<f64> {
        let took_ms = self.heard_ms - self.asked_ms - self.first_token_ms?;
        // A count of tokens is far below 2^53.
        #[allow(clippy::cast_precision_loss)]
        let tokens = self.standing.output as f64;
        (tokens > 0.0 && took_ms > 50.0).then(|| tokens * 1_000.0 / took_ms)
    }

    /// Takes what it has come to. Whether these are its first words.
    pub(super) fn take(&mut self, standing: Standing, source: Option<String>) -> bool {
        let is_first = standing.has_begun && self.first_token_ms.is_none();
        if is_first {
            self.first_token_ms = Some(self.heard_ms - self.asked_ms);
        }
        self.standing = standing;
        self.source = source;
        is_first
    }

    /// Whether all of it has come.
    pub(crate) fn is_whole(&self) -> bool {
        self.outcome() == Some(Outcome::Whole)
    }

    /// Whether it is over by now: both who was asked and who reads it have said so.
    pub(super) fn is_settled(&self) -> bool {
        !self.is_asked && self.standing.end.is_some()
    }

    /// All of it as Markdown, if it has ended and there is any.
    pub(crate) fn markdown(&self) -> Option<&str> {
        self.source
            .as_deref()
            .filter(|source| !source.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over(end: End) -> Progress {
        Progress {
            is_over: true,
            standing: Standing {
                end: Some(end),
                ..Standing::default()
            },
            ..Progress::default()
        }
    }

    #[test]
    fn an_answer_that_was_cut_is_not_whole() {
        assert_eq!(Progress::default().outcome(), None);
        let mut progress = over(End::Cut);
        assert_eq!(progress.outcome(), Some(Outcome::Failed(Trouble::CUT_OFF)));
        progress.standing.end = Some(End::Whole);
        assert_eq!(progress.outcome(), Some(Outcome::Whole));
        progress.is_stopped = true;
        assert_eq!(progress.outcome(), Some(Outcome::Stopped));
    }

    #[test]
    fn why_it_was_cut_is_told_where_that_is_known() {
        let trouble = Trouble::Refused("No.".to_owned(), "answer-try-again");
        let mut progress = over(End::Cut);
        progress.trouble = Some(trouble.clone());
        assert_eq!(progress.outcome(), Some(Outcome::Failed(trouble)));
        let exhausted = over(End::Exhausted).outcome();
        assert_eq!(exhausted, Some(Outcome::Failed(Trouble::EXHAUSTED)));
        let (message, hint) = Trouble::EXHAUSTED.words();
        assert_eq!(message, "The model wanted to look up more than it may.");
        assert_eq!(hint, "Ask for less at once.");
    }

    #[test]
    fn it_is_over_once_who_was_asked_and_who_reads_have_said_so() {
        let mut progress = Progress {
            is_asked: true,
            ..Progress::begin(100.0)
        };
        let ended = Standing {
            has_begun: true,
            end: Some(End::Whole),
            ..Standing::default()
        };
        progress.heard_ms = 350.0;
        assert!(progress.take(ended, Some("All.".to_owned())));
        assert_eq!(progress.first_token_ms, Some(250.0));
        assert!(!progress.is_settled(), "who was asked may say more");
        progress.is_asked = false;
        assert!(progress.is_settled());
        assert_eq!(progress.markdown(), Some("All."));
    }

    #[test]
    fn a_moment_is_no_measure_of_speed() {
        let mut progress = Progress {
            first_token_ms: Some(0.0),
            ..Progress::default()
        };
        progress.standing.output = 100;
        progress.heard_ms = 20.0;
        assert_eq!(progress.per_second(), None);
        progress.heard_ms = 2_000.0;
        assert_eq!(progress.per_second(), Some(50.0));
    }
}
