//! Whether an endpoint answers at all: a question of a few tokens, given up at the first.

use ichiban_model::{Ending, Event, Failure, Limits, Message, Request, Role};

use crate::exchange::{Exchange, Line, Verdict};
use crate::transport::{Arrival, Moment};

/// A question on its way.
pub(crate) struct Probe {
    line: Line,
    exchange: Exchange,
    /// The model's name as the endpoint tells it.
    model: Option<String>,
}

impl Probe {
    pub(crate) fn new(line: Line, model: String) -> Self {
        let request = Request {
            model,
            messages: vec![Message::text(Role::User, "Answer with the word ok.")],
            limits: Limits {
                // The least that every provider takes.
                max_output_tokens: Some(16),
                ..Limits::default()
            },
            ..Request::default()
        };
        Self {
            exchange: Exchange::new(line.clone(), &request),
            line,
            model: None,
        }
    }

    /// The request to send: by HTTP, which answers whatever a socket does.
    pub(crate) fn attempt(&mut self) -> ichiban_model::HttpRequest {
        ichiban_model::HttpRequest {
            socket: None,
            ..self.exchange.attempt()
        }
    }

    /// Takes what arrived; the result as soon as it is known. The first token is enough.
    pub(crate) fn receive(
        &mut self,
        arrival: Arrival,
        moment: &Moment,
    ) -> Option<Result<Option<String>, Failure>> {
        let mut events = Vec::new();
        let verdict = self.exchange.receive(arrival, moment, false, &mut events);
        let mut begun = false;
        for event in events {
            match event {
                Event::Started { model, .. } => self.model = model.or(self.model.take()),
                Event::TextDelta { .. }
                | Event::ReasoningDelta { .. }
                | Event::RefusalDelta { .. } => begun = true,
                _ => {}
            }
        }
        match verdict {
            _ if begun => Some(Ok(self.model.take())),
            None => None,
            // A limit of a few tokens is meant to be reached, and a refusal is an answer too.
            Some(Verdict::Answered(Ending::Length | Ending::Refused)) => {
                Some(Ok(self.model.take()))
            }
            Some(Verdict::Answered(ending)) => {
                match Failure::of_ending(&self.line.endpoint, &ending) {
                    None => Some(Ok(self.model.take())),
                    Some(failure) => Some(Err(failure)),
                }
            }
            Some(Verdict::Again { failure, .. } | Verdict::Failed(failure)) => Some(Err(failure)),
        }
    }
}
