//! What the page and the worker that asks models say to each other: a [`Command`] a message one way,
//! batches of [`Report`]s the other, both encoded by [`encode`](crate::protocol::encode).

use ichiban_model::budget::Allowance;
use ichiban_model::budget::Spent;
use ichiban_model::ledger::Entry;
use ichiban_model::model_list::Listed;
use ichiban_model::{Endpoint, Event, Failure, Request};
use serde::{Deserialize, Serialize};

use crate::packed::Packed;

/// A question, under the number that the page gave it. No number is given twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Ticket(pub u32);

/// A request to a model on its way through the page, which does not look into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question(String);

impl Question {
    /// The question that asks `request`.
    pub fn of(request: &Request) -> Self {
        // A request is plain data with names for keys: every one can be written.
        Self(serde_json::to_string(request).unwrap_or_default())
    }

    /// The request. None if this was not made by [`Question::of`].
    pub(super) fn request(&self) -> Option<Request> {
        serde_json::from_str(&self.0).ok()
    }
}

/// On whose behalf something is asked, and within which limits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Purpose {
    /// The tool's name, for the ledger.
    pub tool: String,
    /// What of the input is in it, in words, for the ledger.
    pub held: String,
    /// The run that it belongs to: questions of one run share its allowance. Later runs have
    /// greater numbers.
    pub run: u32,
    /// What the run may spend. Of several questions of a run the first's counts.
    pub allowance: Allowance,
}

/// Events of an answer on their way through the page, which does not look into them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Events(String);

impl Events {
    /// These events, in their order.
    pub fn of(events: &[Event]) -> Self {
        // As for a request.
        Self(serde_json::to_string(events).unwrap_or_default())
    }

    /// The events; none if this was not made by [`Events::of`].
    pub fn read(&self) -> Vec<Event> {
        serde_json::from_str(&self.0).unwrap_or_default()
    }
}

/// What is asked of an endpoint that is being set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inquiry {
    /// Whether it answers: it is asked for a few tokens.
    Test {
        /// The model's name.
        model: String,
    },
    /// Which models it has.
    Models,
}

/// What the page asks of the worker.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Command {
    /// Asks a model.
    Ask {
        /// The number of the question.
        ticket: Ticket,
        /// Where to ask, and as whom.
        endpoint: Endpoint,
        /// The wire's name, as in `ichiban_model::wire`.
        wire: String,
        /// How long to wait for the next byte before the question is given up, in milliseconds.
        patience_ms: u32,
        /// What to ask.
        question: Question,
        /// On whose behalf.
        purpose: Purpose,
    },
    /// Stops a question. Nothing more is told of it.
    Leave {
        /// Which.
        ticket: Ticket,
    },
    /// Asks something of an endpoint that is being set, once. Answered by [`Report::Tested`] or
    /// [`Report::Listed`]; a list is not told if another is asked for meanwhile.
    Inquire {
        /// The number of the question, of the same sequence as those of others.
        ticket: Ticket,
        /// Whom to ask.
        endpoint: Endpoint,
        /// The wire's name, as in `ichiban_model::wire`.
        wire: String,
        /// What.
        inquiry: Inquiry,
    },
    /// Asks for what was exchanged in a run: [`Report::Saved`].
    Save {
        /// The number of the run.
        run: u32,
    },
    /// Has recorded exchanges answer what is asked of a recording
    /// ([`SCHEME`](ichiban_model::recording::SCHEME)), in the place of those before.
    Load {
        /// The file's text.
        text: String,
        /// How fast, in percent of their own pace; 0 is at once.
        pace: u32,
    },
    /// More of the answer to a [`Report::AskDevice`].
    DeviceSaid {
        /// Which exchange it is of.
        exchange: u32,
        /// What came, in lines of the wire [`on_device`](ichiban_model::wire::on_device).
        lines: String,
        /// Whether it was the last.
        is_over: bool,
    },
}

/// What the worker tells the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Report {
    /// The worker is there.
    Ready,
    /// More of an answer.
    Said {
        /// To which question.
        ticket: Ticket,
        /// What came since the last report. If the answer ended by itself, complete or not, the last
        /// of them is [`Event::Ended`].
        events: Events,
    },
    /// Requests that have left the page and are over, one way or another.
    Sent {
        /// What is entered of them.
        entries: Packed<Vec<Entry>>,
        /// What they have cost.
        spent: Spent,
    },
    /// An attempt failed in a way that may pass. It is made again by itself.
    Waiting {
        /// The question.
        ticket: Ticket,
        /// Why.
        failure: Failure,
    },
    /// Nothing more comes of a question.
    Over {
        /// Which.
        ticket: Ticket,
        /// Why it failed; or, where an answer ended other than well, that in words.
        failure: Option<Failure>,
    },
    /// How an endpoint took an [`Inquiry::Test`].
    Tested {
        /// Of which question.
        ticket: Ticket,
        /// The model's name as the endpoint tells it, if it does; or what is wrong.
        result: Result<Option<String>, Failure>,
    },
    /// The models of an endpoint.
    Listed {
        /// Of which question.
        ticket: Ticket,
        /// What the endpoint lists, or why there is no list.
        result: Result<Packed<Vec<Listed>>, Failure>,
    },
    /// What was exchanged in a run.
    Saved {
        /// The number of the run.
        run: u32,
        /// The file's text; empty if nothing of it is held any more.
        lines: String,
    },
    /// The page is to ask what the browser has built in: only a window may.
    AskDevice {
        /// The question it is for.
        ticket: Ticket,
        /// Correlates the answer: [`Command::DeviceSaid`].
        exchange: u32,
        /// The interface's name in the browser.
        interface: String,
        /// The request, as JSON.
        request: String,
    },
    /// The page is to stop asking.
    LeaveDevice {
        /// Which exchange.
        exchange: u32,
    },
}
