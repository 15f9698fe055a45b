//! What requests cost: each is entered in a ledger when it is over, and held to what its run may
//! spend while it goes on.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::time::Duration;

use ichiban_model::budget::{Allowance, Rate, Spent};
use ichiban_model::ledger::Entry;
use ichiban_model::recording::{self, Recording};
use ichiban_model::wire::on_device;
use ichiban_model::{Ending, Endpoint, Event, Failure, HttpRequest, Tokens, Usage};

use crate::exchange::Verdict;
use crate::packed::Packed;
use crate::transport::Moment;

/// The most bytes of recordings that are held: the oldest give way.
const MOST_RECORDED: usize = 8 * 1024 * 1024;

/// Where requests are entered. Clones are the same.
#[derive(Clone, Default)]
pub(crate) struct Ledger(Rc<Book>);

#[derive(Default)]
struct Book {
    now_ms: Cell<u64>,
    now: Cell<Duration>,
    entries: RefCell<Vec<Entry>>,
    /// What was exchanged lately, by the number of the run.
    recordings: RefCell<VecDeque<(u32, Recording)>>,
}

impl Ledger {
    /// Says what time it is.
    pub(crate) fn tick(&self, moment: &Moment) {
        self.0.now_ms.set(moment.unix.0);
        self.0.now.set(moment.now);
    }

    /// Holds what was exchanged in a run.
    pub(crate) fn record(&self, run: u32, recording: Recording) {
        let mut held = self.0.recordings.borrow_mut();
        held.push_back((run, recording));
        let mut size: usize = held.iter().map(|(_, recording)| recording.size()).sum();
        while size > MOST_RECORDED {
            let Some((_, oldest)) = held.pop_front() else {
                return;
            };
            size -= oldest.size();
        }
    }

    /// What was exchanged in a run, as a file; empty if nothing of it is held any more.
    pub(crate) fn recorded(&self, run: u32) -> String {
        let held = self.0.recordings.borrow();
        let of_run = held.iter().filter(|(of, _)| *of == run);
        of_run
            .filter_map(|(_, recording)| recording.to_lines().ok())
            .collect()
    }

    /// Whether something was entered that nobody has taken.
    pub(crate) fn has_news(&self) -> bool {
        !self.0.entries.borrow().is_empty()
    }

    /// What was entered since it was last taken, and what that has cost; none if nothing was.
    pub(crate) fn take(&self) -> Option<(Packed<Vec<Entry>>, Spent)> {
        let entries = self.0.entries.take();
        let spent = entries.iter().map(Entry::spent);
        let spent = spent.fold(Spent::default(), Spent::and);
        (!entries.is_empty()).then(|| (Packed::of(&entries), spent))
    }
}

/// What a run may spend, and has spent. Clones are the same.
#[derive(Clone, Default)]
pub(crate) struct Purse(Rc<Cell<(Allowance, Spent)>>);

impl Purse {
    pub(crate) fn new(allowance: Allowance) -> Self {
        Self(Rc::new(Cell::new((allowance, Spent::default()))))
    }

    /// What was taken for an attempt is `now` instead of `before`.
    fn correct(&self, before: Spent, now: Spent) {
        let (allowance, spent) = self.0.get();
        self.0.set((allowance, spent.beyond(before).and(now)));
    }
}

/// On whose behalf requests are sent.
#[derive(Clone, Default)]
pub(crate) struct Behalf {
    pub(crate) ledger: Ledger,
    pub(crate) purse: Purse,
    /// Which tool asks.
    pub(crate) tool: String,
    /// What of the input is in it, in words.
    pub(crate) held: String,
    /// The number of the run.
    pub(crate) run: u32,
}

/// The account of one question.
pub(crate) struct Account {
    behalf: Behalf,
    rate: Rate,
    /// What is entered, but for what only the end tells.
    blank: Entry,
    /// Tokens of the question, as estimated.
    question: Tokens,
    /// Set while an attempt goes on.
    open: Option<Open>,
    /// Whether the request leaves the page at all.
    is_sent_out: bool,
}

/// An attempt that goes on.
#[derive(Default)]
struct Open {
    at_ms: u64,
    at: Duration,
    first_byte: Option<Duration>,
    first_token: Option<Duration>,
    answer: Tokens,
    told: Option<Usage>,
    /// What was taken from the purse for it.
    taken: Spent,
}

impl Account {
    pub(crate) fn new(
        behalf: Behalf,
        endpoint: &Endpoint,
        model: &str,
        http: &HttpRequest,
    ) -> Self {
        Self {
            rate: Rate::of(endpoint, model),
            blank: Entry {
                to: endpoint.origin(),
                tool: behalf.tool.clone(),
                model: model.to_owned(),
                held: behalf.held.clone(),
                bytes: http.body.len() as u64,
                run: behalf.run,
                ..Entry::default()
            },
            question: Tokens::estimate(&String::from_utf8_lossy(&http.body)),
            open: None,
            is_sent_out: ![on_device::SCHEME, recording::SCHEME]
                .iter()
                .any(|scheme| http.url.starts_with(scheme)),
            behalf,
        }
    }

    /// Whether the question may be sent.
    pub(crate) fn afford(&self) -> Result<(), Failure> {
        if !self.is_sent_out {
            return Ok(());
        }
        let (allowance, spent) = self.behalf.purse.0.get();
        let next = self.rate.spent(&Usage {
            input_tokens: self.question.0,
            ..Usage::default()
        });
        allowance.before(self.rate, spent, next)
    }

    /// The question is sent.
    pub(crate) fn sent(&mut self) {
        self.close("stopped");
        self.open = Some(Open {
            at_ms: self.behalf.ledger.0.now_ms.get(),
            at: self.behalf.ledger.0.now.get(),
            ..Open::default()
        });
        self.charge();
    }

    /// Takes what came of it. Fails where that is more than may be spent.
    pub(crate) fn received(
        &mut self,
        events: &[Event],
        verdict: Option<&Verdict>,
    ) -> Result<(), Failure> {
        let now = self.behalf.ledger.0.now.get();
        if let Some(open) = &mut self.open {
            let has_come = !matches!(verdict, Some(Verdict::Again { .. } | Verdict::Failed(_)));
            if has_come {
                open.first_byte.get_or_insert(now);
            }
            for event in events {
                match event {
                    Event::TextDelta { text }
                    | Event::ReasoningDelta { text }
                    | Event::RefusalDelta { text }
                    | Event::ToolArgumentDelta { text, .. } => {
                        open.first_token.get_or_insert(now);
                        open.answer += Tokens::estimate(text);
                    }
                    Event::Usage(usage) => open.told = Some(*usage),
                    _ => {}
                }
            }
            self.charge();
        }
        match verdict {
            Some(Verdict::Answered(ending)) => self.close(name_of(ending)),
            Some(Verdict::Again { failure, .. } | Verdict::Failed(failure)) => {
                // Its own copy: the entry is closed with it.
                let code = failure.code.clone();
                self.close(&code);
            }
            None if self.is_sent_out => {
                let (allowance, spent) = self.behalf.purse.0.get();
                if let Err(failure) = allowance.during(self.rate, spent) {
                    self.close(&failure.code);
                    return Err(failure);
                }
            }
            None => {}
        }
        Ok(())
    }

    /// Takes from the purse what is not taken yet.
    fn charge(&mut self) {
        let usage = self.usage();
        if let Some(open) = &mut self.open {
            let spent = self.rate.spent(&usage);
            self.behalf.purse.correct(open.taken, spent);
            open.taken = spent;
        }
    }

    /// What the attempt has used up, as told or else as estimated. Some servers tell the answer's
    /// tokens only at its end, and some tell zeros until then.
    fn usage(&self) -> Usage {
        let Some(open) = &self.open else {
            return Usage::default();
        };
        let told = open.told.unwrap_or_default();
        Usage {
            input_tokens: if told.input_tokens > 0 {
                told.input_tokens
            } else {
                self.question.0
            },
            output_tokens: told.output_tokens.max(open.answer.0),
            ..told
        }
    }

    /// Whether the request leaves the page at all.
    pub(crate) fn is_sent_out(&self) -> bool {
        self.is_sent_out
    }

    /// How long the attempt has gone on.
    pub(crate) fn since_sent(&self) -> Duration {
        let now = self.behalf.ledger.0.now.get();
        self.open
            .as_ref()
            .map_or(Duration::ZERO, |open| now.saturating_sub(open.at))
    }

    /// Holds what was exchanged.
    pub(crate) fn record(&self, recording: Recording) {
        self.behalf.ledger.record(self.behalf.run, recording);
    }

    /// Enters the attempt, if one goes on.
    pub(crate) fn close(&mut self, ending: &str) {
        let estimated = self.usage();
        let Some(open) = self.open.take() else {
            return;
        };
        if !self.is_sent_out {
            return;
        }
        // What is told at the end is the truth, even if it is less than was estimated.
        let counted = open
            .told
            .filter(|told| told.input_tokens > 0 && told.output_tokens > 0);
        let usage = counted.unwrap_or(estimated);
        let spent = self.rate.spent(&usage);
        self.behalf.purse.correct(open.taken, spent);
        let since = |then: Duration| {
            let span = then.saturating_sub(open.at).as_millis();
            u32::try_from(span).unwrap_or(u32::MAX)
        };
        let entry = Entry {
            at_ms: open.at_ms,
            first_byte_ms: open.first_byte.map(since),
            first_token_ms: open.first_token.map(since),
            whole_ms: Some(since(self.behalf.ledger.0.now.get())),
            input_tokens: usage.input_tokens,
            output_tokens: usage.output_tokens,
            is_counted: counted.is_some(),
            cost: self.rate.cost(&usage),
            ending: ending.to_owned(),
            ..self.blank.clone()
        };
        self.behalf.ledger.0.entries.borrow_mut().push(entry);
    }
}

impl Drop for Account {
    fn drop(&mut self) {
        // Whoever gives up a question just drops it.
        self.close("stopped");
    }
}

fn name_of(ending: &Ending) -> &'static str {
    match ending {
        Ending::Complete | Ending::ToolCalls => "complete",
        Ending::Length => "length",
        Ending::Refused => "refused",
        Ending::Truncated => "cut-off",
        Ending::Aborted => "stopped",
        Ending::Error { .. } => "server-error",
    }
}
