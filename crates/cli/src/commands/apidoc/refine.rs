//! `ichiban apidoc refine PATH…`: documentation into an OpenAPI document, with what a model adds.

use std::collections::HashMap;
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Sender};

use clap::Args;
use ichiban_apidoc::refine::{
    Change, Effect, Finding, Flow, Plan, Prices, Progress, RequestId, Session,
};
use ichiban_apidoc::{Source, extract, openapi};
use ichiban_model::{Ending, Endpoint, Event, Failure, Wire};

use super::files;
use super::openapi::Format;
use crate::commands::exchange::{self, Exchange, is_fatal};
use crate::commands::model::Model;

type News = exchange::News<RequestId>;

/// Exit status for files that cannot be read, or an option that makes no sense.
const UNUSABLE: u8 = 2;
/// Exit status if the endpoint failed.
const ENDPOINT_FAILED: u8 = 3;
/// Exit status if the person interrupted: 128 + SIGINT.
const INTERRUPTED: u8 = 130;

/// Have a model add to what is read without one
///
/// Section by section, within 4,000 tokens each, a model is asked for operations and parameters that
/// were missed. What it says counts only with words that stand in the section and hold what is
/// claimed; all else is dropped and counted. The document goes to standard output, progress to
/// standard error.
/// Exit status: 0 if every section was read, 1 if some were given up, 2 if a file or an option is
/// unusable, 3 if the endpoint failed, 130 if interrupted. What was added is written in any case.
#[derive(Args)]
#[command(verbatim_doc_comment)]
pub(crate) struct Arguments {
    /// Files, folders and ZIP archives; `-` reads standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    model: Model,
    /// Say what would be sent, and send nothing.
    #[arg(long)]
    dry_run: bool,
    /// What the endpoint asks for a million tokens, there and back, such as `0.15,0.6`: --dry-run
    /// then says the cost too.
    #[arg(long, value_name = "INPUT,OUTPUT", value_delimiter = ',', num_args = 1..=2)]
    prices: Vec<f64>,
    /// The base URL of calls, in place of what the documents say.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// How the document is written.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    format: Format,
}

impl Arguments {
    pub(crate) fn run(self) -> ExitCode {
        match self.refine() {
            Ok(code) => code,
            Err(message) => {
                say(&message);
                ExitCode::from(UNUSABLE)
            }
        }
    }

    fn refine(self) -> Result<ExitCode, String> {
        let prices = match self.prices[..] {
            [] => None,
            [input, output] if input >= 0.0 && output >= 0.0 => Some(Prices { input, output }),
            _ => return Err("--prices takes two numbers: input,output".to_owned()),
        };
        let Ok(sources) = files::read(&self.paths) else {
            return Ok(ExitCode::from(UNUSABLE));
        };
        let (mut documents, mut given) = (Vec::new(), Vec::new());
        for source in sources {
            match source {
                Source::Document(document) => documents.push(document),
                Source::OpenApi(value) => given.push(value),
            }
        }
        let api = extract(&documents);
        for note in &api.notes {
            say(&format!(
                "{}: {} ({})",
                note.document, note.message, note.code
            ));
        }
        let plan = Plan::of(&documents, &api);
        if self.dry_run {
            return tell(&plan, prices);
        }
        if documents.is_empty() {
            return Err(
                "There is no documentation to read: OpenAPI documents are taken as they are."
                    .to_owned(),
            );
        }
        let (wire, endpoint) = self.model.endpoint()?;
        let mut changes = Vec::new();
        let session = Session::new(
            plan,
            &self.model.name,
            api,
            Progress::default(),
            &mut changes,
        );
        let (news, inbox) = mpsc::channel();
        let interrupt = news.clone();
        ctrlc::set_handler(move || {
            // If nobody listens, the run is over already.
            let _ = interrupt.send(News::Interrupted);
        })
        .map_err(|error| format!("cannot listen for Ctrl-C: {error}"))?;
        let mut run = Run {
            session,
            wire,
            endpoint,
            parallel: usize::from(self.model.parallel),
            news,
            flights: HashMap::new(),
            counts: Counts::default(),
            failure: None,
            terminal: io::stderr().is_terminal(),
            shown: String::new(),
        };
        let code = run.go(&inbox)?;
        let document = openapi::assemble(given, Some(run.session.api()), self.base_url.as_deref());
        Ok(match self.format.print(&document) {
            Ok(()) => code,
            Err(_) => ExitCode::FAILURE,
        })
    }
}

/// Says what would be sent.
fn tell(plan: &Plan, prices: Option<Prices>) -> Result<ExitCode, String> {
    let mut lines = Vec::new();
    for section in plan.sections.iter().filter(|section| section.included) {
        let title = section.passage.trail.join(" › ");
        let document = &section.passage.document;
        lines.push(format!(
            "{:>6} tokens  {document}: {title}",
            section.tokens().0
        ));
    }
    let estimate = plan.estimate();
    let skipped = plan.sections.len() - estimate.requests;
    lines.push(format!(
        "{} requests, about {} tokens sent and at most about {} back; {skipped} sections name no path and no parameter",
        estimate.requests, estimate.input.0, estimate.output.0
    ));
    if let Some(prices) = prices {
        lines.push(format!(
            "about {:.4} in the currency of the prices",
            estimate.cost(prices)
        ));
    }
    let text = lines.join("\n") + "\n";
    let written = io::stdout().lock().write_all(text.as_bytes());
    written.map_err(|_| "cannot write stdout".to_owned())?;
    Ok(ExitCode::SUCCESS)
}

#[derive(Default)]
struct Counts {
    operations: u32,
    details: u32,
    corrected: u32,
}

struct Run {
    session: Session,
    wire: &'static dyn Wire,
    endpoint: Endpoint,
    parallel: usize,
    news: Sender<News>,
    /// Requests that are out, and how to tell that their answer is no longer wanted.
    flights: HashMap<RequestId, Arc<AtomicBool>>,
    counts: Counts,
    failure: Option<Failure>,
    terminal: bool,
    shown: String,
}

impl Run {
    fn go(&mut self, inbox: &mpsc::Receiver<News>) -> Result<ExitCode, String> {
        let code = loop {
            self.send()?;
            self.show(false);
            if self.session.is_finished() {
                break match self.session.standing().failed {
                    0 => ExitCode::SUCCESS,
                    _ => ExitCode::FAILURE,
                };
            }
            if let Some(failure) = self.failure.take() {
                self.say(&format!("{} {}", failure.message, failure.hint));
                break ExitCode::from(ENDPOINT_FAILED);
            }
            match inbox.recv() {
                Ok(News::Interrupted) | Err(_) => break ExitCode::from(INTERRUPTED),
                Ok(news) => self.take(news),
            }
        };
        for abandoned in self.flights.values() {
            abandoned.store(true, Ordering::Relaxed);
        }
        self.show(true);
        Ok(code)
    }

    /// Sends requests, as many as may be out at once.
    fn send(&mut self) -> Result<(), String> {
        while self.flights.len() < self.parallel && self.failure.is_none() {
            let Some((id, request)) = self.session.next_request() else {
                return Ok(());
            };
            let abandoned = Arc::new(AtomicBool::new(false));
            self.flights.insert(id, Arc::clone(&abandoned));
            let exchange = Exchange {
                id,
                wire: self.wire,
                endpoint: self.endpoint.clone(),
                request,
                news: self.news.clone(),
                abandoned,
            };
            std::thread::Builder::new()
                .spawn(|| exchange.run())
                .map_err(|error| format!("cannot start a thread: {error}"))?;
        }
        Ok(())
    }

    fn take(&mut self, news: News) {
        match news {
            News::Interrupted => {}
            News::Waiting(failure, wait) => self.say(&format!(
                "{} Trying again in {:.0} s.",
                failure.message,
                wait.as_secs_f64().ceil()
            )),
            News::Failed(id, failure) => {
                self.flights.remove(&id);
                self.session.ended(id, &Ending::Aborted);
                self.failure = Some(failure);
            }
            News::Events(id, events) => {
                let mut changes = Vec::new();
                for event in &events {
                    self.event(id, event, &mut changes);
                }
                self.count(&changes);
            }
        }
    }

    fn event(&mut self, id: RequestId, event: &Event, changes: &mut Vec<Change>) {
        if !self.flights.contains_key(&id) {
            return;
        }
        let flow = self.session.absorb(id, event, changes);
        if let Event::Ended { ending } = event {
            self.flights.remove(&id);
            if is_fatal(ending) {
                self.failure = Failure::of_ending(&self.endpoint, ending);
            }
        } else if flow == Flow::Abandon
            && let Some(abandoned) = self.flights.remove(&id)
        {
            abandoned.store(true, Ordering::Relaxed);
        }
    }

    fn count(&mut self, changes: &[Change]) {
        for change in changes {
            match (&change.finding, change.effect) {
                (
                    Finding::Operation {
                        method,
                        path,
                        quote,
                    },
                    _,
                ) => {
                    self.counts.operations += 1;
                    let quote: String = quote.chars().take(100).collect();
                    self.say(&format!("{method} {path}: “{quote}”"));
                }
                (_, Effect::Added) => self.counts.details += 1,
                (_, Effect::Corrected) => self.counts.corrected += 1,
            }
        }
    }

    /// Shows where the run stands: on a terminal in place, else whenever a section has ended.
    fn show(&mut self, last: bool) {
        let standing = self.session.standing();
        let state = format!("{} {}", standing.read, standing.failed);
        if !self.terminal && !last && state == self.shown {
            return;
        }
        self.shown = state;
        let usage = self.session.usage();
        let line = format!(
            "{} of {} sections read, {} given up; {} operations and {} details added, {} corrected, {} dropped for want of proof; {} tokens sent, {} back",
            standing.read,
            standing.total,
            standing.failed,
            self.counts.operations,
            self.counts.details,
            self.counts.corrected,
            self.session.progress().dropped.total(),
            usage.input_tokens,
            usage.output_tokens,
        );
        let mut err = io::stderr().lock();
        // Progress that cannot be shown is no reason to stop.
        let _ = if self.terminal {
            write!(err, "\r\u{1b}[2K{line}{}", if last { "\n" } else { "" })
        } else {
            writeln!(err, "{line}")
        };
    }

    /// Says something that stays.
    fn say(&self, message: &str) {
        let clear = if self.terminal { "\r\u{1b}[2K" } else { "" };
        say(&format!("{clear}{message}"));
    }
}

fn say(message: &str) {
    // What cannot be said is no reason to stop.
    let _ = writeln!(io::stderr().lock(), "{message}");
}
