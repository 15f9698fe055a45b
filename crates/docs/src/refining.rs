//! A run of a model over what was read, or what earlier runs came to.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use ichiban_apidoc::api::{Api, Operation};
use ichiban_apidoc::refine::{
    self, Change, Effect, Finding, Fingerprint, Flow, Plan, Reading, Session,
};
use ichiban_apidoc::{calls, openapi};
use ichiban_engine::asking::protocol::{Events, Question};
use ichiban_engine::docs::operation::Detail;
use ichiban_engine::docs::protocol::{self, ByModel, Report};
use ichiban_engine::docs::refining::{Dropped, Kept, Progress, Refined, RequestId, Stage, Tokens};
use ichiban_model::{Ending, Event};

/// How many sections are asked about at once.
const IN_FLIGHT: usize = 3;

/// What models have of an operation.
#[derive(Debug, Default)]
struct Mark {
    /// What proves the operation itself, if a model found it.
    quote: Option<String>,
    /// How many other things there are.
    details: u32,
    /// What proves parameters, by place and name.
    parameters: HashMap<(String, String), String>,
    /// What proves members of the body, by name.
    members: HashMap<String, String>,
}

/// A run.
#[derive(Debug)]
pub(crate) struct Refining {
    session: Session,
    stage: Stage,
    fault: Option<String>,
    /// Where each section is.
    sections: Vec<Progress>,
    /// The number of the first request, among those of all runs.
    first: u32,
    /// How many requests were made.
    asked: u32,
    marks: HashMap<String, Mark>,
    told: Refined,
    /// The operations that have changed since the page was told.
    changed: BTreeSet<usize>,
    /// Whether there is anything to tell.
    has_news: bool,
    /// Whether all that is known is to be told.
    is_settled: bool,
    /// Whether the document lacks what has changed.
    is_stale: bool,
}

impl Refining {
    /// A run over the included sections of a plan. Those that `known` has are not asked about; if
    /// it has all of them, this is what earlier runs came to. Its requests are numbered from `first`.
    pub(crate) fn new(
        plan: Plan,
        model: &str,
        api: Api,
        known: BTreeMap<Fingerprint, Reading>,
        first: u32,
    ) -> Self {
        let mut changes = Vec::new();
        let progress = refine::Progress::of(known);
        let session = Session::new(plan, model, api, progress, &mut changes);
        let read = &session.progress().sections;
        let sections: Vec<_> = session
            .plan()
            .sections
            .iter()
            .map(|section| match section.included {
                false => Progress::Out,
                true if read.contains_key(&section.fingerprint()) => Progress::Read,
                true => Progress::Waiting,
            })
            .collect();
        let stage = if sections.contains(&Progress::Waiting) {
            Stage::Going
        } else {
            Stage::Earlier
        };
        let mut refining = Self {
            session,
            stage,
            fault: None,
            sections,
            first,
            asked: 0,
            marks: HashMap::new(),
            told: Refined::default(),
            changed: BTreeSet::new(),
            has_news: true,
            is_settled: true,
            is_stale: true,
        };
        refining.take(changes);
        refining
    }

    /// The number of the first request of a run that takes the place of this one.
    pub(crate) fn next_first(&self) -> u32 {
        self.first.wrapping_add(self.asked)
    }

    /// The API with what was added, if it has changed since the last call.
    pub(crate) fn take_api(&mut self) -> Option<&Api> {
        std::mem::take(&mut self.is_stale).then(|| self.session.api())
    }

    fn take(&mut self, changes: Vec<Change>) {
        for change in changes {
            let Some(operation) = self.session.api().operations.get(change.operation) else {
                continue;
            };
            let mark = self.marks.entry(key(operation)).or_default();
            match (&change.finding, change.effect) {
                (Finding::Operation { .. }, _) => self.told.operations += 1,
                (_, Effect::Added) => self.told.details += 1,
                (_, Effect::Corrected) => self.told.corrected += 1,
            }
            match change.finding {
                Finding::Operation { quote, .. } => mark.quote = Some(quote),
                Finding::Summary { .. } => mark.details += 1,
                Finding::Parameter {
                    name, place, quote, ..
                } => {
                    mark.details += 1;
                    if place.as_str() == "body" {
                        mark.members.insert(name, quote);
                    } else {
                        let place = place.as_str().to_owned();
                        mark.parameters.insert((place, name), quote);
                    }
                }
            }
            self.changed.insert(change.operation);
            self.has_news = true;
            self.is_stale = true;
        }
    }

    /// Which request of the session this is, if it is on its way.
    fn own(&self, request: RequestId) -> Option<(refine::RequestId, usize)> {
        let id = refine::RequestId(request.0.wrapping_sub(self.first));
        self.session.in_flight().find(|(known, _)| *known == id)
    }

    /// Takes more of an answer. What is to be told at once.
    pub(crate) fn hear(&mut self, request: RequestId, events: &Events) -> Vec<Report> {
        let mut reports = Vec::new();
        for event in events.read() {
            let Some((id, section)) = self.own(request) else {
                break;
            };
            if let Event::Ended {
                ending: Ending::Error { message, .. },
            } = &event
            {
                self.interrupt(id, section, Some(message.clone()));
                break;
            }
            let dropped = self.session.progress().dropped;
            let tokens = self.session.usage();
            let mut changes = Vec::new();
            let flow = self.session.absorb(id, &event, &mut changes);
            self.take(changes);
            self.has_news |=
                dropped != self.session.progress().dropped || tokens != self.session.usage();
            if flow == Flow::Abandon {
                reports.push(Report::Leave { request });
            }
            if self.own(request).is_none() {
                reports.extend(self.ended(section));
            }
        }
        reports
    }

    /// Nothing more comes of a request.
    pub(crate) fn over(&mut self, request: RequestId) {
        if let Some((id, section)) = self.own(request) {
            self.interrupt(id, section, None);
        }
    }

    /// A request failed in a way that would meet the next one too.
    fn interrupt(&mut self, id: refine::RequestId, section: usize, fault: Option<String>) {
        // It is no fault of the section: no try of it is counted.
        self.session.ended(id, &Ending::Aborted);
        self.session.pause();
        self.stage = Stage::Interrupted;
        self.fault = fault.or(self.fault.take());
        self.ended(section);
    }

    /// The request for a section has ended. What is to be kept of it.
    fn ended(&mut self, section: usize) -> Option<Report> {
        self.has_news = true;
        self.is_settled = true;
        let failed = self.sections.iter().filter(|it| **it == Progress::Failed);
        let is_given_up = self.session.standing().failed > failed.count();
        let fingerprint = self.session.plan().sections.get(section)?.fingerprint();
        let reading = self.session.progress().sections.get(&fingerprint);
        let place = self.sections.get_mut(section)?;
        *place = match reading {
            Some(_) => Progress::Read,
            None if is_given_up => Progress::Failed,
            None => Progress::Waiting,
        };
        let kept = kept(fingerprint, reading?);
        Some(Report::Keep { kept: vec![kept] })
    }

    /// Has it wait.
    pub(crate) fn pause(&mut self) {
        if self.stage == Stage::Going {
            self.session.pause();
            self.come_to(Stage::Paused);
        }
    }

    /// Goes on, with a model that may be another one by now.
    pub(crate) fn resume(&mut self, model: &str) {
        if matches!(self.stage, Stage::Paused | Stage::Interrupted) {
            self.session.set_model(model);
            self.session.resume();
            self.fault = None;
            self.come_to(Stage::Going);
        }
    }

    /// Ends it. The requests that are to be left.
    pub(crate) fn halt(&mut self) -> Vec<Report> {
        let left: Vec<_> = self.session.in_flight().collect();
        for (id, section) in &left {
            self.session.ended(*id, &Ending::Aborted);
            self.ended(*section);
        }
        self.session.pause();
        if !matches!(self.stage, Stage::Earlier | Stage::Finished) {
            self.fault = None;
            self.come_to(Stage::Stopped);
        }
        let first = self.first;
        left.into_iter()
            .map(|(id, _)| Report::Leave {
                request: RequestId(first.wrapping_add(id.0)),
            })
            .collect()
    }

    fn come_to(&mut self, stage: Stage) {
        self.stage = stage;
        self.has_news = true;
        self.is_settled = true;
    }

    /// The requests that are to be made now.
    pub(crate) fn ask(&mut self) -> Vec<Report> {
        let mut reports = Vec::new();
        while self.stage == Stage::Going && self.session.standing().in_flight < IN_FLIGHT {
            let Some((id, request)) = self.session.next_request() else {
                break;
            };
            self.asked += 1;
            self.has_news = true;
            let section = self.session.in_flight().find(|(known, _)| *known == id);
            if let Some(place) = section.and_then(|(_, at)| self.sections.get_mut(at)) {
                *place = Progress::Asked;
            }
            reports.push(Report::Ask {
                request: RequestId(self.first.wrapping_add(id.0)),
                question: Question::of(&request),
            });
        }
        let is_under_way = matches!(
            self.stage,
            Stage::Going | Stage::Paused | Stage::Interrupted
        );
        if is_under_way && self.session.is_finished() {
            self.come_to(Stage::Finished);
        }
        reports
    }

    /// What the page is to be told, if anything, and whether all that is known belongs to it. The
    /// operations that have changed are given with it.
    pub(crate) fn news(&mut self) -> Option<(Refined, bool, Vec<&Operation>)> {
        if !std::mem::take(&mut self.has_news) {
            return None;
        }
        let dropped = self.session.progress().dropped;
        let usage = self.session.usage();
        let refined = Refined {
            stage: self.stage,
            fault: self.fault.clone(),
            sections: self.sections.clone(),
            dropped: Dropped {
                quote_not_found: dropped.quote_not_found,
                not_in_quote: dropped.not_in_quote,
                malformed: dropped.malformed,
                of_dropped: dropped.of_dropped,
            },
            tokens: Tokens {
                input: usage.input_tokens,
                output: usage.output_tokens,
            },
            ..self.told.clone()
        };
        let changed = std::mem::take(&mut self.changed);
        let operations = &self.session.api().operations;
        let changed = changed
            .into_iter()
            .filter_map(|number| operations.get(number))
            .collect();
        Some((refined, std::mem::take(&mut self.is_settled), changed))
    }

    /// Says of operations what models have of them.
    pub(crate) fn mark(
        &self,
        operations: &mut [protocol::Operation],
        original: impl Fn(&str) -> String,
    ) {
        for operation in operations {
            let mark = self.marks.get(&original(&operation.key));
            operation.by_model = mark.map(|mark| match mark.quote {
                Some(_) => ByModel::Whole,
                None => ByModel::Details(mark.details),
            });
        }
    }

    /// Says of an operation in full what proves what models have of it.
    pub(crate) fn prove(&self, detail: &mut Detail, original: &str) {
        let Some(mark) = self.marks.get(original) else {
            return;
        };
        detail.quote.clone_from(&mark.quote);
        for parameter in &mut detail.parameters {
            let known = (parameter.place.clone(), parameter.name.clone());
            parameter.quote = mark.parameters.get(&known).cloned();
        }
        for member in detail.body.iter_mut().flat_map(|body| &mut body.members) {
            if let [name] = &member.path[..] {
                member.quote = mark.members.get(name).cloned();
            }
        }
    }
}

/// The name of an operation in the document that is written of it.
fn key(operation: &Operation) -> String {
    let written = openapi::write(&alone(operation), None);
    let mut all = calls::operations(&written);
    all.next().map_or_else(String::new, |(path, method, _)| {
        format!("{} {path}", method.to_uppercase())
    })
}

/// An API of one operation.
pub(crate) fn alone(operation: &Operation) -> Api {
    Api {
        operations: vec![operation.clone()],
        ..Api::default()
    }
}

/// A section that was read, as the page keeps it.
fn kept(fingerprint: Fingerprint, reading: &Reading) -> Kept {
    Kept {
        key: name(fingerprint),
        // Plain data with names for keys: every one can be written.
        reading: serde_json::to_string(reading).unwrap_or_default(),
    }
}

/// What a section is kept under.
pub(crate) fn name(fingerprint: Fingerprint) -> String {
    format!("{:016x}", fingerprint.0)
}

/// A section that was kept. None if this version did not write it.
pub(crate) fn known(kept: &Kept) -> Option<(Fingerprint, Reading)> {
    let fingerprint = u64::from_str_radix(&kept.key, 16).ok()?;
    let reading = serde_json::from_str(&kept.reading).ok()?;
    Some((Fingerprint(fingerprint), reading))
}
