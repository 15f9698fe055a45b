//! The models that an endpoint lists: one request, asked once.

use ichiban_model::model_list::{self, Listed};
use ichiban_model::{Asker, Failure, Headers, HttpRequest};

use crate::account::Account;
use crate::exchange::{Line, unsendable};
use crate::transport::{Arrival, Loss, Moment};

/// What to do where there is no list.
const BY_HAND: &str = "Type the model's name yourself, as the server knows it.";
/// Its name among the terms of a failure.
const BY_HAND_NAME: &str = "by-hand";

/// A question for a list, on its way.
pub(crate) struct Listing {
    line: Line,
    head: Option<(u16, Vec<(String, String)>)>,
    body: Vec<u8>,
    request: HttpRequest,
    account: Account,
}

impl Listing {
    pub(crate) fn new(line: Line) -> Self {
        let request = model_list::request(&line.endpoint, line.wire.name());
        Self {
            account: Account::new(line.behalf.clone(), &line.endpoint, "", &request),
            request,
            line,
            head: None,
            body: Vec::new(),
        }
    }

    /// The request to send.
    pub(crate) fn attempt(&mut self) -> HttpRequest {
        self.account.sent();
        self.request.clone()
    }

    /// Takes what arrived; the result as soon as it is known.
    pub(crate) fn receive(
        &mut self,
        arrival: Arrival,
        moment: &Moment,
    ) -> Option<Result<Vec<Listed>, Failure>> {
        let result = self.take(arrival, moment)?;
        let ending = result
            .as_ref()
            .map_or_else(|it| it.code.as_str(), |_| "complete");
        self.account.close(ending);
        Some(result)
    }

    fn take(&mut self, arrival: Arrival, moment: &Moment) -> Option<Result<Vec<Listed>, Failure>> {
        match arrival {
            Arrival::Head { status, headers } => {
                self.head = Some((status, headers));
                None
            }
            Arrival::Body(bytes) => {
                self.body.extend(bytes);
                (self.body.len() > model_list::LONGEST)
                    .then(|| Err(self.no_list("list-too-long", "is too long")))
            }
            Arrival::End => Some(self.judge(moment)),
            // An error that was cut off is an error all the same.
            Arrival::Lost(_) if self.declined().is_some() => Some(self.judge(moment)),
            Arrival::Lost(loss) => Some(Err(self.lost(&loss))),
        }
    }

    fn declined(&self) -> Option<(u16, Headers<'_>)> {
        let (status, headers) = self.head.as_ref()?;
        (!(200..300).contains(status)).then_some((*status, Headers(headers)))
    }

    fn judge(&self, moment: &Moment) -> Result<Vec<Listed>, Failure> {
        let endpoint = &self.line.endpoint;
        if let Some((status, headers)) = self.declined() {
            let failure = Failure::of_status(endpoint, status, headers, &self.body, moment.unix);
            return Err(match (status, failure.code.as_str()) {
                // A proxy may answer a model's requests and none for a list.
                (404 | 405 | 501, _) | (_, "not-found") => Failure::new(
                    "not-found",
                    format!("This server offers no list of its models (HTTP {status})."),
                    format!("{BY_HAND} If that fails too, check the address and the wire."),
                )
                .named("no-list", "by-hand-or-check")
                .with("status", status.to_string()),
                _ => failure,
            });
        }
        model_list::read(&self.body).map_err(|_| self.no_list("list-unreadable", "cannot be read"))
    }

    fn no_list(&self, name: &str, fault: &str) -> Failure {
        let address = self.line.endpoint.base_url.trim();
        Failure::new(
            "not-an-api",
            format!("What {address} answered as its list of models {fault}."),
            format!("Check the address and the wire. {BY_HAND}"),
        )
        .named(name, "check-address-and-wire")
        .with("address", address)
        .with("then", BY_HAND_NAME)
    }

    fn lost(&self, loss: &Loss) -> Failure {
        let endpoint = &self.line.endpoint;
        match loss {
            Loss::Unsendable { reason } => unsendable(reason),
            Loss::TimedOut => {
                Failure::of_silence(endpoint, self.line.patience, self.head.is_some())
            }
            Loss::Connection { online } => {
                let asker = Asker::Page {
                    origin: &self.line.origin,
                    online: *online,
                };
                let failure = Failure::of_connection(endpoint, asker);
                match failure.code.as_str() {
                    // Some servers let pages ask models, and not list them.
                    "blocked" => Failure {
                        hint: format!("{} {BY_HAND}", failure.hint),
                        ..failure
                    }
                    .with("then", BY_HAND_NAME),
                    _ => failure,
                }
            }
        }
    }
}
