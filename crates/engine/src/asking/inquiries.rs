//! What is asked of an endpoint that a person sets: whether it answers, and which models it has. Once
//! each, and never again by itself: they are watching.

use std::collections::BTreeMap;
use std::time::Duration;

use ichiban_model::{Endpoint, Failure, HttpRequest};

use super::protocol::{Inquiry, Report, Ticket};
use crate::account::{Behalf, Ledger, Purse};
use crate::exchange::Line;
use crate::listing::Listing;
use crate::packed::Packed;
use crate::probe::Probe;
use crate::transport::{Arrival, ExchangeId, Moment};

/// How long to wait for the next byte.
pub(super) const PATIENCE: Duration = Duration::from_secs(30);

/// Inquiries on their way.
#[derive(Default)]
pub(super) struct Inquiries {
    tests: BTreeMap<ExchangeId, (Ticket, Probe)>,
    lists: BTreeMap<ExchangeId, (Ticket, Listing)>,
}

impl Inquiries {
    /// Begins one. The request is to be sent under `id`.
    pub(super) fn begin(
        &mut self,
        id: ExchangeId,
        ticket: Ticket,
        line: Line,
        inquiry: Inquiry,
    ) -> HttpRequest {
        match inquiry {
            Inquiry::Test { model } => {
                let mut probe = Probe::new(line, model);
                let request = probe.attempt();
                self.tests.insert(id, (ticket, probe));
                request
            }
            Inquiry::Models => {
                let mut listing = Listing::new(line);
                let request = listing.attempt();
                self.lists.insert(id, (ticket, listing));
                request
            }
        }
    }

    /// Drops lists on their way: another is wanted now. Their exchanges are to be aborted.
    pub(super) fn drop_lists(&mut self) -> impl Iterator<Item = ExchangeId> + use<> {
        std::mem::take(&mut self.lists).into_keys()
    }

    /// Which one an exchange is for, while it goes on.
    pub(super) fn ticket(&self, id: ExchangeId) -> Option<Ticket> {
        let test = self.tests.get(&id).map(|(ticket, _)| *ticket);
        test.or_else(|| self.lists.get(&id).map(|(ticket, _)| *ticket))
    }

    /// Takes what arrived of an exchange. The answer, once there is one: the exchange is over then,
    /// and is to be aborted.
    pub(super) fn receive(
        &mut self,
        id: ExchangeId,
        arrival: Arrival,
        moment: &Moment,
    ) -> Option<Report> {
        if let Some((ticket, probe)) = self.tests.get_mut(&id) {
            let (ticket, result) = (*ticket, probe.receive(arrival, moment)?);
            self.tests.remove(&id);
            Some(Report::Tested { ticket, result })
        } else {
            let (ticket, listing) = self.lists.get_mut(&id)?;
            let (ticket, result) = (*ticket, listing.receive(arrival, moment)?);
            self.lists.remove(&id);
            let result = result.map(|list| Packed::of(&list));
            Some(Report::Listed { ticket, result })
        }
    }
}

/// The line to an endpoint for an inquiry, which the ledger enters as what it is.
pub(super) fn line(
    endpoint: Endpoint,
    wire: &str,
    origin: String,
    ledger: &Ledger,
    inquiry: &Inquiry,
) -> Result<Line, Failure> {
    let line = Line::new(endpoint, wire, PATIENCE, origin)?;
    let held = match inquiry {
        Inquiry::Test { .. } => "a test question, nothing of yours",
        Inquiry::Models => "the list of models, nothing of yours",
    };
    let behalf = Behalf {
        ledger: ledger.clone(),
        purse: Purse::default(),
        tool: String::from("Settings"),
        held: held.to_owned(),
        // Of none.
        run: 0,
    };
    Ok(Line { behalf, ..line })
}

/// What is told of an inquiry that could not begin.
pub(super) fn failed(ticket: Ticket, inquiry: &Inquiry, failure: Failure) -> Report {
    match inquiry {
        Inquiry::Test { .. } => Report::Tested {
            ticket,
            result: Err(failure),
        },
        Inquiry::Models => Report::Listed {
            ticket,
            result: Err(failure),
        },
    }
}
