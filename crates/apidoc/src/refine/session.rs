//! A run over the sections of a plan.

use std::collections::{BTreeMap, HashMap, VecDeque};

use ichiban_model::{Ending, Event, Request, Usage};

use super::answer::{Answer, Said};
use super::finding::{Drop, Effect, Finding};
use super::plan::Plan;
use super::progress::{self, Progress, Reading};
use super::{addition, prompt, proof};
use crate::api::Api;
use crate::extract::Paths;

/// A request of a session, to tell answers apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub u32);

/// Whether more of an answer is of use.
#[must_use]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Go on.
    Continue,
    /// The answer can no longer become one: stop the request. Its section has been given back, or
    /// given up; reporting its end does nothing.
    Abandon,
}

/// What was added to the API.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The number of the operation in [`Session::api`].
    pub operation: usize,
    /// What was added to it, or that it was added itself.
    pub finding: Finding,
    /// Whether it was added, or took the place of something.
    pub effect: Effect,
}

/// Where a session stands, in sections.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// Sections that are to be read.
    pub total: usize,
    /// Of those, read.
    pub read: usize,
    /// Of those, given up after several tries.
    pub failed: usize,
    /// Requests that were handed out and have not ended.
    pub in_flight: usize,
}

/// How often a section is asked for before it is given up.
const TRIES: u32 = 3;

/// A run over the sections of a plan.
#[derive(Debug)]
pub struct Session {
    plan: Plan,
    model: String,
    api: Api,
    paths: Paths,
    queue: VecDeque<usize>,
    tries: HashMap<usize, u32>,
    requests: BTreeMap<RequestId, Asked>,
    next_id: u32,
    paused: bool,
    progress: Progress,
    failed: usize,
    read: usize,
}

#[derive(Debug)]
struct Asked {
    section: usize,
    answer: Answer,
    /// The last operation, if it was accepted.
    current: Option<usize>,
    /// What has come of it so far.
    reading: Reading,
}

impl Session {
    /// Prepares a run over the included sections of a plan. What an earlier run has accepted is
    /// taken over, once it is proved again: the changes say so.
    pub fn new(
        plan: Plan,
        model: &str,
        api: Api,
        progress: Progress,
        changes: &mut Vec<Change>,
    ) -> Self {
        let mut paths = Paths::default();
        for (number, operation) in api.operations.iter().enumerate() {
            paths.file(operation.method, &operation.path, number);
        }
        let mut session = Self {
            plan,
            model: model.to_owned(),
            api,
            paths,
            queue: VecDeque::new(),
            tries: HashMap::new(),
            requests: BTreeMap::new(),
            next_id: 0,
            paused: false,
            progress: Progress {
                sections: BTreeMap::new(),
                ..progress
            },
            failed: 0,
            read: 0,
        };
        let mut kept = progress.sections;
        for number in 0..session.plan.sections.len() {
            let Some(section) = session.plan.sections.get(number) else {
                continue;
            };
            if !section.included {
                continue;
            }
            let fingerprint = section.fingerprint();
            let Some(known) = kept.remove(&fingerprint) else {
                session.queue.push_back(number);
                continue;
            };
            session.read += 1;
            let mut reading = Reading {
                accepted: Vec::new(),
                ..known
            };
            for finding in known.accepted {
                let _ = session.accept(number, finding, None, &mut reading.accepted, changes);
            }
            session.progress.sections.insert(fingerprint, reading);
        }
        session
    }

    /// The next request to make, in reading order, if there is one and the session is not paused.
    pub fn next_request(&mut self) -> Option<(RequestId, Request)> {
        if self.paused {
            return None;
        }
        let section = self.queue.pop_front()?;
        let request = prompt::request(&self.model, self.plan.sections.get(section)?);
        let id = RequestId(self.next_id);
        self.next_id += 1;
        self.requests.insert(
            id,
            Asked {
                section,
                answer: Answer::new(),
                current: None,
                reading: Reading::default(),
            },
        );
        Some((id, request))
    }

    /// Takes an event of an answer. [`Event::Ended`] ends the request as [`Session::ended`] does.
    pub fn absorb(&mut self, id: RequestId, event: &Event, changes: &mut Vec<Change>) -> Flow {
        match event {
            Event::TextDelta { text } => return self.hear(id, text, changes),
            Event::Usage(usage) => {
                if let Some(asked) = self.requests.get_mut(&id) {
                    asked.reading.usage = *usage;
                }
            }
            Event::Ended { ending } => self.ended(id, ending),
            _ => {}
        }
        Flow::Continue
    }

    fn hear(&mut self, id: RequestId, text: &str, changes: &mut Vec<Change>) -> Flow {
        let Some(mut asked) = self.requests.remove(&id) else {
            return Flow::Abandon;
        };
        let mut said = Vec::new();
        let read = asked.answer.push(text, &mut said);
        for said in said {
            let of_last = matches!(said, Said::More(_));
            let finding = match said {
                Said::Operation(finding) => {
                    asked.current = None;
                    finding
                }
                Said::More(finding) => finding,
                Said::Malformed => {
                    self.drop(&mut asked, Drop::Malformed);
                    continue;
                }
            };
            if of_last && asked.current.is_none() {
                self.drop(&mut asked, Drop::OfDropped);
                continue;
            }
            let current = asked.current;
            let accepted = &mut asked.reading.accepted;
            match self.accept(asked.section, finding, current, accepted, changes) {
                Ok(operation) => asked.current = Some(operation),
                Err(reason) => self.drop(&mut asked, reason),
            }
        }
        self.requests.insert(id, asked);
        if read.is_err() {
            self.ended(id, &Ending::Truncated);
            return Flow::Abandon;
        }
        Flow::Continue
    }

    fn drop(&mut self, asked: &mut Asked, reason: Drop) {
        self.progress.dropped.count(reason);
        asked.reading.dropped.count(reason);
    }

    /// Proves a finding and adds it; which operation it is of.
    fn accept(
        &mut self,
        section: usize,
        finding: Finding,
        current: Option<usize>,
        accepted: &mut Vec<Finding>,
        changes: &mut Vec<Change>,
    ) -> Result<usize, Drop> {
        let section = self.plan.sections.get(section).ok_or(Drop::Malformed)?;
        let finding = proof::prove(section, finding)?;
        let evidence = match &finding {
            Finding::Operation { quote, .. } | Finding::Parameter { quote, .. } => {
                section.evidence(quote)
            }
            Finding::Summary { text, .. } => section.evidence(text),
        };
        let (method, path) = match &finding {
            Finding::Operation { method, path, .. }
            | Finding::Summary { method, path, .. }
            | Finding::Parameter { method, path, .. } => (*method, path.clone()),
        };
        let known = current.or_else(|| self.paths.of_shape(method, &path));
        let number = match (known, &finding) {
            (Some(number), Finding::Operation { .. }) => {
                accepted.push(finding);
                return Ok(number);
            }
            (Some(number), _) => number,
            (None, Finding::Operation { .. }) => {
                let number = self.api.operations.len();
                self.paths.file(method, &path, number);
                self.api
                    .operations
                    .push(addition::operation(method, path, evidence));
                accepted.push(finding.clone());
                changes.push(Change {
                    operation: number,
                    finding,
                    effect: Effect::Added,
                });
                return Ok(number);
            }
            (None, _) => return Err(Drop::OfDropped),
        };
        let operation = self.api.operations.get_mut(number).ok_or(Drop::OfDropped)?;
        let effect = match &finding {
            Finding::Summary { text, .. } => {
                let empty = operation.summary.is_none();
                if empty {
                    operation.summary = Some(text.clone());
                }
                empty.then_some(Effect::Added)
            }
            Finding::Parameter { .. } => addition::parameter(operation, &finding, evidence)?,
            Finding::Operation { .. } => None,
        };
        accepted.push(finding.clone());
        if let Some(effect) = effect {
            changes.push(Change {
                operation: number,
                finding,
                effect,
            });
        }
        Ok(number)
    }

    /// A request is over, whether it ended by itself or never came through. A section whose answer
    /// was not whole is asked for again, at most three times in all; what was accepted of it stays.
    /// Does nothing for a request that has ended before.
    pub fn ended(&mut self, id: RequestId, ending: &Ending) {
        let Some(asked) = self.requests.remove(&id) else {
            return;
        };
        progress::add(&mut self.progress.usage, &asked.reading.usage);
        if asked.answer.is_whole() {
            self.read += 1;
            if let Some(section) = self.plan.sections.get(asked.section) {
                self.progress
                    .sections
                    .insert(section.fingerprint(), asked.reading);
            }
            return;
        }
        let tries = self.tries.entry(asked.section).or_default();
        // A run that the person stopped is no try.
        *tries += u32::from(*ending != Ending::Aborted);
        if *tries < TRIES && *ending != Ending::Refused {
            let at = self.queue.partition_point(|other| *other < asked.section);
            self.queue.insert(at, asked.section);
        } else {
            self.failed += 1;
        }
    }

    /// Hands out no further requests until [`Session::resume`]; those in flight go on.
    pub fn pause(&mut self) {
        self.paused = true;
    }

    /// Hands out requests again.
    pub fn resume(&mut self) {
        self.paused = false;
    }

    /// Has the requests that are handed out from now on ask another model, by the name that its
    /// endpoint knows.
    pub fn set_model(&mut self, model: &str) {
        model.clone_into(&mut self.model);
    }

    /// Where the session stands.
    pub fn standing(&self) -> Standing {
        Standing {
            total: self.queue.len() + self.requests.len() + self.read + self.failed,
            read: self.read,
            failed: self.failed,
            in_flight: self.requests.len(),
        }
    }

    /// Whether every section is read or given up.
    pub fn is_finished(&self) -> bool {
        self.queue.is_empty() && self.requests.is_empty()
    }

    /// The requests that were handed out and have not ended, each with the number of its section
    /// in the plan.
    pub fn in_flight(&self) -> impl Iterator<Item = (RequestId, usize)> {
        self.requests.iter().map(|(id, asked)| (*id, asked.section))
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The tokens that endpoints have counted, those of answers that go on included.
    pub fn usage(&self) -> Usage {
        let mut usage = self.progress.usage;
        for asked in self.requests.values() {
            progress::add(&mut usage, &asked.reading.usage);
        }
        usage
    }

    /// What to keep to go on later.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// The API with what was added.
    pub fn api(&self) -> &Api {
        &self.api
    }

    /// The API with what was added.
    pub fn into_api(self) -> Api {
        self.api
    }
}
