//! What of all that arrives may pass: the order of a talk, and its limits.
//!
//! 1. The page that shows the widget sends `init` to its window, with a port.
//! 2. From then on both speak over that port alone. Whoever else sends something to the window is
//!    not heard; a second `init`, such as one that somebody replays, changes nothing.

use crate::budget::Budget;
use crate::message::{self, Code, FromHost, FromWidget};
use crate::origins::Origins;
use crate::session::Session;

/// Messages that may come at once, and in a second.
const MESSAGES: (u32, u32) = (200, 50);
/// Errors that are told at once, and in a second.
const ERRORS: (u32, u32) = (20, 2);
/// Messages over the limit after which a host is not heard any more.
const MOST_IGNORED: u32 = 10_000;
/// The most of a message, in bytes of JSON.
pub const MOST_BYTES: usize = 32 << 20;

/// What arrived at the widget's window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Letter<'a> {
    /// The origin of who sent it, as the browser says.
    pub origin: &'a str,
    /// Whether that was the very window that shows the widget.
    pub is_from_host: bool,
    /// How many ports came with it.
    pub ports: u32,
    /// The message as JSON; nothing if it is none.
    pub json: Option<&'a str>,
}

/// What to do about a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Do what it says.
    Act(FromHost),
    /// Answer so, and do nothing.
    Answer(FromWidget),
    /// Nothing at all.
    Ignore,
    /// Answer so, and listen no more.
    Close(FromWidget),
}

/// How far the talk is.
#[derive(Debug)]
enum Stage {
    /// Nobody has begun it.
    Waiting,
    /// It goes on.
    Open(Session),
    /// Nobody is heard.
    Closed,
}

/// Who watches over a talk.
#[derive(Debug)]
pub struct Guard {
    origins: Origins,
    stage: Stage,
    messages: Budget,
    errors: Budget,
    ignored: u32,
}

impl Guard {
    /// Before anything was said.
    pub fn new(origins: Origins) -> Self {
        Self {
            origins,
            stage: Stage::Waiting,
            messages: Budget::new(MESSAGES.0, MESSAGES.1),
            errors: Budget::new(ERRORS.0, ERRORS.1),
            ignored: 0,
        }
    }

    /// What was agreed with the host, once there is one.
    pub fn session(&self) -> Option<&Session> {
        match &self.stage {
            Stage::Open(session) => Some(session),
            Stage::Waiting | Stage::Closed => None,
        }
    }

    /// The person has allowed the host what it asked for.
    pub fn allow(&mut self) {
        if let Stage::Open(session) = &mut self.stage {
            session.allow();
        }
    }

    /// Judges what arrived at the window. [`Verdict::Act`] is always [`FromHost::Init`], once. An
    /// answer goes to the port that came along, or else to the window it came from, and to its
    /// origin alone.
    pub fn window(&mut self, letter: Letter<'_>, now_ms: f64) -> Verdict {
        if !letter.is_from_host || matches!(self.stage, Stage::Closed) {
            return Verdict::Ignore;
        }
        if let Some(verdict) = self.limit(letter.json, now_ms) {
            return verdict;
        }
        if !self.origins.allows(letter.origin) {
            // It may be shown by several pages in turn; this one is not heard again.
            self.stage = Stage::Closed;
            return Verdict::Close(FromWidget::error(
                Code::Refused,
                "This deployment does not let your origin embed it: its /embed-origins.json does not name you.",
            ));
        }
        let init = match read(letter.json) {
            Ok(init @ FromHost::Init { .. }) => init,
            Ok(_) => {
                return self.answer(
                    Code::NotNow,
                    "The window takes `init` alone: send the rest over the port that came with it.",
                    now_ms,
                );
            }
            Err(error) => return self.tell(error, now_ms),
        };
        if matches!(self.stage, Stage::Open(_)) {
            return self.answer(
                Code::NotNow,
                "The talk has begun already: `init` is for the first message.",
                now_ms,
            );
        }
        if letter.ports != 1 {
            return self.answer(
                Code::NotNow,
                "`init` comes with one MessagePort, over which both speak from then on.",
                now_ms,
            );
        }
        if let FromHost::Init { model, .. } = &init {
            self.stage = Stage::Open(Session::new(letter.origin, model.clone()));
        }
        Verdict::Act(init)
    }

    /// Judges what arrived over the port. [`Verdict::Act`] is never [`FromHost::Init`].
    pub fn port(&mut self, json: Option<&str>, now_ms: f64) -> Verdict {
        if !matches!(self.stage, Stage::Open(_)) {
            return Verdict::Ignore;
        }
        if let Some(verdict) = self.limit(json, now_ms) {
            return verdict;
        }
        match read(json) {
            Ok(FromHost::Init { .. }) => self.answer(
                Code::NotNow,
                "The talk has begun already: `init` is for the first message.",
                now_ms,
            ),
            Ok(message) => Verdict::Act(message),
            Err(error) => self.tell(error, now_ms),
        }
    }

    /// Says what to do about a message that is too large or one too many.
    fn limit(&mut self, json: Option<&str>, now_ms: f64) -> Option<Verdict> {
        if !self.messages.take(now_ms) {
            self.ignored += 1;
            if self.ignored >= MOST_IGNORED {
                self.stage = Stage::Closed;
                return Some(Verdict::Close(FromWidget::error(
                    Code::TooMany,
                    "Too many messages: the widget does not listen any more.",
                )));
            }
            return Some(self.answer(
                Code::TooMany,
                "Messages come too fast: those above 50 in a second are not read.",
                now_ms,
            ));
        }
        if json.is_some_and(|json| json.len() > MOST_BYTES) {
            return Some(self.answer(Code::TooLarge, "A message has at most 32 MB.", now_ms));
        }
        None
    }

    fn answer(&mut self, code: Code, message: &str, now_ms: f64) -> Verdict {
        self.tell(FromWidget::error(code, message), now_ms)
    }

    /// Answers, unless that has been said too often.
    fn tell(&mut self, error: FromWidget, now_ms: f64) -> Verdict {
        if self.errors.take(now_ms) {
            Verdict::Answer(error)
        } else {
            Verdict::Ignore
        }
    }
}

fn read(json: Option<&str>) -> Result<FromHost, FromWidget> {
    let malformed = || FromWidget::error(Code::Malformed, "A message is a JSON object.");
    message::read(json.ok_or_else(malformed)?)
}
