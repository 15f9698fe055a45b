//! One request and its answer over HTTP, on a thread of its own.

use std::hash::{BuildHasher, Hasher};
use std::io::Read;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ichiban_model::retry::{Attempt, Policy, UnixMillis};
use ichiban_model::{Asker, Ending, Endpoint, Event, Failure, Headers, Request, Wire};

/// How long to wait for the next byte: a large model on a small machine may read its prompt this
/// long.
const PATIENCE: Duration = Duration::from_mins(2);

/// How much is read at once.
const BUFFER: usize = 16 << 10;

/// How much of an error's body is read.
const ERROR_BODY: u64 = 16 << 10;

/// What happens on the threads, for the one that keeps the result. Requests are told apart by `Id`.
pub(super) enum News<Id> {
    /// More of an answer has come.
    Events(Id, Vec<Event>),
    /// A request failed and is made again after a wait.
    Waiting(Failure, Duration),
    /// A request failed for good.
    Failed(Id, Failure),
    /// The person wants it to stop.
    Interrupted,
}

/// Makes a request, again where it may help, and sends what comes.
pub(super) struct Exchange<Id> {
    pub(super) id: Id,
    pub(super) wire: &'static dyn Wire,
    pub(super) endpoint: Endpoint,
    pub(super) request: Request,
    pub(super) news: Sender<News<Id>>,
    /// Set when nobody wants the answer any more.
    pub(super) abandoned: Arc<AtomicBool>,
}

/// A response's status and headers.
type Head = (Option<u16>, Vec<(String, String)>);

/// Why an attempt failed, and what the retry policy has to know of it.
struct Failed {
    failure: Failure,
    retry: Option<Head>,
}

impl<Id: Copy> Exchange<Id> {
    pub(super) fn run(self) {
        let policy = Policy::default();
        let agent = agent();
        let mut made = 0;
        loop {
            let Err(failed) = self.attempt(&agent) else {
                return;
            };
            made += 1;
            let wait = failed.retry.as_ref().and_then(|(status, headers)| {
                let attempt = match status {
                    None => Attempt::NoResponse,
                    Some(status) => Attempt::Status {
                        status: *status,
                        headers: Headers(headers),
                    },
                };
                policy.wait(made, attempt, now(), random())
            });
            let Some(wait) = wait.filter(|_| !self.is_abandoned()) else {
                self.tell(News::Failed(self.id, failed.failure));
                return;
            };
            self.tell(News::Waiting(failed.failure, wait));
            std::thread::sleep(wait);
        }
    }

    fn is_abandoned(&self) -> bool {
        self.abandoned.load(Ordering::Relaxed)
    }

    /// If nobody listens, the run is over and so is this.
    fn tell(&self, news: News<Id>) {
        if self.news.send(news).is_err() {
            self.abandoned.store(true, Ordering::Relaxed);
        }
    }

    fn attempt(&self, agent: &ureq::Agent) -> Result<(), Failed> {
        let request = self.wire.encode(&self.endpoint, &self.request);
        let mut call = agent.post(&request.url);
        for (name, value) in &request.headers {
            call = call.header(*name, value);
        }
        let mut response = call
            .send(&request.body[..])
            .map_err(|error| self.unreachable(&error))?;
        let status = response.status().as_u16();
        if !response.status().is_success() {
            let headers: Vec<_> = response
                .headers()
                .iter()
                .map(|(name, value)| {
                    let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
                    (name.as_str().to_owned(), value)
                })
                .collect();
            let mut body = Vec::new();
            // What cannot be read of an error's body is not missed.
            let _ = response
                .body_mut()
                .as_reader()
                .take(ERROR_BODY)
                .read_to_end(&mut body);
            let failure =
                Failure::of_status(&self.endpoint, status, Headers(&headers), &body, now());
            return Err(Failed {
                failure,
                retry: Some((Some(status), headers)),
            });
        }
        self.read(response.body_mut().as_reader())
    }

    fn read(&self, mut body: impl Read) -> Result<(), Failed> {
        let mut decoder = self.wire.decoder();
        let mut buffer = vec![0; BUFFER];
        let mut began = false;
        loop {
            if self.is_abandoned() {
                return Ok(());
            }
            let mut events = Vec::new();
            let read = match body.read(&mut buffer) {
                Ok(read) => read,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                // Nothing of the answer has come yet: as if there had been no response.
                Err(error) if !began => {
                    return Err(Failed {
                        failure: self.account(&error.to_string(), &error),
                        retry: Some((None, Vec::new())),
                    });
                }
                // The decoder says that the answer is cut.
                Err(_) => 0,
            };
            began |= read > 0;
            if read == 0 {
                decoder.finish(&mut events);
            } else {
                decoder.push(buffer.get(..read).unwrap_or_default(), &mut events);
            }
            let over = read == 0
                || events
                    .iter()
                    .any(|event| matches!(event, Event::Ended { .. }));
            if !events.is_empty() {
                self.tell(News::Events(self.id, events));
            }
            if over {
                return Ok(());
            }
        }
    }

    fn unreachable(&self, error: &ureq::Error) -> Failed {
        let failure = match error {
            ureq::Error::Timeout(_) => Failure::of_silence(&self.endpoint, PATIENCE, false),
            error => Failure::of_connection(
                &self.endpoint,
                Asker::Native {
                    account: &error.to_string(),
                },
            ),
        };
        Failed {
            failure,
            retry: Some((None, Vec::new())),
        }
    }

    fn account(&self, account: &str, error: &std::io::Error) -> Failure {
        if error.kind() == std::io::ErrorKind::TimedOut {
            return Failure::of_silence(&self.endpoint, PATIENCE, false);
        }
        Failure::of_connection(&self.endpoint, Asker::Native { account })
    }
}

/// Whether an ending means that the whole run cannot go on: the endpoint itself reports an error.
pub(super) fn is_fatal(ending: &Ending) -> bool {
    matches!(ending, Ending::Error { .. })
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_connect(Some(Duration::from_secs(30)))
        .timeout_per_read(Some(PATIENCE))
        .timeout_recv_response(Some(PATIENCE))
        .user_agent(concat!("ichiban/", env!("CARGO_PKG_VERSION")))
        .build()
        .new_agent()
}

#[expect(
    clippy::disallowed_methods,
    reason = "a native program has a clock, and a date in Retry-After needs it"
)]
fn now() -> UnixMillis {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    UnixMillis(u64::try_from(since.as_millis()).unwrap_or(u64::MAX))
}

/// A number in [0, 1) that differs from thread to thread: enough to spread retries.
fn random() -> f64 {
    let bits = std::collections::hash_map::RandomState::new()
        .build_hasher()
        .finish();
    f64::from(u32::try_from(bits >> 32).unwrap_or_default()) / (f64::from(u32::MAX) + 1.0)
}
