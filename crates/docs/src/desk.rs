//! Carries out what the page commands.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use ichiban_apidoc::calls::{self, Language};
use ichiban_apidoc::refine::{self, Fingerprint};
use ichiban_apidoc::tools::{self, House};
use ichiban_apidoc::{Source, extract, openapi};
use ichiban_engine::docs::edit::Edit;
use ichiban_engine::docs::operation::{Body, Filled, Outgoing};
use ichiban_engine::docs::protocol::{Answer, Command, FileId, Found, Job, Question, Report};
use ichiban_engine::handler::Handler;
use ichiban_model::Tokens;

use crate::blocks;
use crate::detail::{detail, parted};
use crate::reading::{Leaf, Reading, Step};
use crate::refining::{self, Refining};
use crate::shelf::{Shelf, listed};
use crate::talk::Talk;

/// What is said when something is asked of nothing.
const NOTHING: &str = "Nothing has been read yet.";
/// What is said of an operation that is not there.
const GONE: &str = "This operation is not in the document any more.";

/// Reads documentation and answers questions about it.
#[derive(Default)]
pub struct Desk {
    /// Files that were given and not read yet.
    given: BTreeMap<FileId, (String, Vec<u8>)>,
    /// What was read of files, so that one more does not have all read again.
    read: BTreeMap<FileId, Leaf>,
    reading: Option<Reading>,
    shelf: Option<Shelf>,
    edits: Vec<Edit>,
    base_url: Option<String>,
    refining: Option<Refining>,
    talk: Talk,
    /// The number of the first request of the next run.
    next_request: u32,
    /// Sections that models have read.
    kept: BTreeMap<Fingerprint, refine::Reading>,
    /// What is to be told in the next step.
    news: Vec<Report>,
}

// What is to be told may hold a request with a key, which must not reach a log.
impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk")
            .field("shelf", &self.shelf)
            .finish_non_exhaustive()
    }
}

impl Desk {
    fn begin(&mut self, job: Job, files: Vec<FileId>) -> Option<Report> {
        // A job that is replaced leaves what it has read.
        if let Some(before) = self.reading.take() {
            self.keep(before);
        }
        let unknown: Vec<FileId> = files
            .iter()
            .filter(|file| !self.read.contains_key(file) && !self.given.contains_key(file))
            .copied()
            .collect();
        if !unknown.is_empty() {
            return Some(Report::Unknown {
                job,
                files: unknown,
            });
        }
        let mut waiting = VecDeque::new();
        for file in &files {
            if let Some((name, bytes)) = self.given.remove(file) {
                waiting.push_back((*file, name, bytes));
            }
        }
        self.read.retain(|file, _| files.contains(file));
        if self.leave_model() {
            self.news.push(Report::Refined { refined: None });
        }
        self.reading = Some(Reading::new(job, files, waiting));
        None
    }

    /// Keeps what a job has read of whole files.
    fn keep(&mut self, mut reading: Reading) {
        let unread = reading.stop();
        for file in unread {
            reading.leaves.remove(&file);
        }
        self.read.extend(reading.leaves);
    }

    /// Makes an API of what a job has read.
    fn finish(&mut self, mut reading: Reading, unread: &[FileId]) -> Report {
        self.read.append(&mut reading.leaves);
        let (mut sources, mut refused) = (Vec::new(), Vec::new());
        for file in &reading.files {
            if let Some(leaf) = self.read.get(file) {
                sources.extend(leaf.sources.iter().cloned());
                refused.extend(leaf.refused.iter().cloned());
            }
        }
        for file in unread {
            self.read.remove(file);
        }
        let mut made = Shelf::of(sources, refused, reading.is_stopped);
        made.shape(&self.edits, self.base_url.as_deref());
        self.shelf = Some(made);
        self.take_over();
        let found = self.found().unwrap_or_default();
        Report::Read {
            job: reading.job,
            found,
        }
    }

    /// The operations that are known while a PDF is being read.
    fn preview(&self, reading: &Reading) -> Option<Report> {
        let read = reading.leaves.values().chain(self.read.values());
        let mut documents: Vec<_> = read
            .flat_map(|leaf| &leaf.sources)
            .filter_map(|(_, source)| match source {
                Source::Document(document) => Some(document.clone()),
                Source::OpenApi(_) => None,
            })
            .collect();
        documents.push(reading.preview()?);
        let document = openapi::write(&extract(&documents), None);
        Some(Report::Preview {
            job: reading.job,
            operations: listed(&document, |_, _| None),
        })
    }

    /// All that is known, with what a model has added and with edits.
    fn found(&mut self) -> Option<Found> {
        self.settle();
        let read = self.shelf.as_ref()?;
        let mut found = read.found();
        if let Some(refining) = &self.refining {
            refining.mark(&mut found.operations, |key| read.original(key));
        }
        Some(found)
    }

    /// Makes the document anew if a model has added something since. That takes time with the size
    /// of the document: it is done when somebody wants to see it.
    fn settle(&mut self) {
        if let (Some(refining), Some(shelf)) = (&mut self.refining, &mut self.shelf)
            && let Some(api) = refining.take_api()
        {
            shelf.refine(Some(api));
            shelf.shape(&self.edits, self.base_url.as_deref());
        }
    }

    fn answer(&mut self, question: Question) -> Answer {
        self.settle();
        let Some(read) = &mut self.shelf else {
            return Answer::None(NOTHING.to_owned());
        };
        match question {
            Question::Blocks { from, count } => match read.pages().get(from.document as usize) {
                Some(page) => Answer::Blocks(page.some(from.block, count)),
                None => Answer::None("This document is not there any more.".to_owned()),
            },
            Question::Operation { key } => {
                let pages = read.pages();
                match detail(read.document(), &key, |it| blocks::place(pages, it)) {
                    Some(mut detail) => {
                        if let Some(refining) = &self.refining {
                            refining.prove(&mut detail, &read.original(&key));
                        }
                        Answer::Operation(Box::new(detail))
                    }
                    None => Answer::None(GONE.to_owned()),
                }
            }
            Question::Find { question } => Answer::Found(read.find(&question)),
            Question::Prepare { question, budget } => {
                let budget = Tokens(budget.into());
                let context = read.context(&self.talk.ways(&question), budget);
                let prepared = self.talk.prepare(&question, budget, context);
                Answer::Prepared(Box::new(prepared))
            }
            Question::Call { key, language } => call(read, &key, &language),
            Question::Tools { key, house } => definitions(read, key.as_deref(), &house),
            Question::OpenApi { is_yaml } => Answer::Text(if is_yaml {
                openapi::to_yaml(read.document())
            } else {
                calls::pretty(read.document()) + "\n"
            }),
            Question::Request { key, filled } => request(read, &key, filled),
        }
    }
}

/// What a model says.
impl Desk {
    fn talk(
        &mut self,
        turn: u32,
        question: &str,
        model: &str,
        budget: u32,
        looks_up: bool,
        instead_of: Option<u32>,
    ) -> Report {
        self.settle();
        let left = self.talk.hush();
        self.news.extend(left);
        if let Some(number) = instead_of {
            self.talk.forget(number);
        }
        let Some(read) = &mut self.shelf else {
            return Report::Refused {
                message: NOTHING.to_owned(),
            };
        };
        let budget = Tokens(budget.into());
        let context = read.context(&self.talk.ways(question), budget);
        let prepared = self.talk.prepare(question, budget, context);
        self.talk
            .ask(turn, model, budget, &prepared, read.keys(), looks_up)
    }

    fn hush(&mut self) {
        let left = self.talk.hush();
        self.news.extend(left);
    }
}

/// What a model adds.
impl Desk {
    fn plan(&mut self) -> Option<Report> {
        let kept = self.kept.keys().map(|key| refining::name(*key));
        let kept: BTreeSet<String> = kept.collect();
        let plan = self.shelf.as_mut()?.planned(|key| kept.contains(key));
        Some(Report::Planned { plan })
    }

    /// Begins a run over sections, and over those that were read before: what that came to stays.
    fn refine(&mut self, model: &str, sections: &[u32]) {
        self.leave_model();
        let Some(documents) = &mut self.shelf else {
            return;
        };
        let mut plan = documents.plan().clone();
        let mut known = BTreeMap::new();
        for (number, section) in (0_u32..).zip(&mut plan.sections) {
            let fingerprint = section.fingerprint();
            let reading = self.kept.get(&fingerprint);
            section.included = reading.is_some() || sections.contains(&number);
            known.extend(reading.map(|reading| (fingerprint, reading.clone())));
        }
        if let Some(api) = documents.api()
            && plan.sections.iter().any(|section| section.included)
        {
            let api = api.clone();
            let refining = Refining::new(plan, model, api, known, self.next_request);
            self.refining = Some(refining);
        }
    }

    /// Takes over what earlier runs came to, if that is about what was read.
    fn take_over(&mut self) {
        if !self.kept.is_empty() {
            self.refine("", &[]);
        }
    }

    /// Leaves a run, if there is one. What it added stays in the document until that is made anew.
    fn leave_model(&mut self) -> bool {
        let Some(mut refining) = self.refining.take() else {
            return false;
        };
        let reports = refining.halt();
        self.note(reports);
        self.next_request = refining.next_first();
        true
    }

    /// Takes back what models have added.
    fn forget(&mut self) {
        self.leave_model();
        self.kept.clear();
        if let Some(shelf) = &mut self.shelf {
            shelf.refine(None);
            shelf.shape(&self.edits, self.base_url.as_deref());
        }
        self.news.push(Report::Refined { refined: None });
        let found = self.found();
        self.news
            .extend(found.map(|found| Report::Shaped { found }));
    }

    /// Has reports told, and notes what they say is to be kept.
    fn note(&mut self, reports: Vec<Report>) {
        for report in &reports {
            if let Report::Keep { kept } = report {
                self.kept.extend(kept.iter().filter_map(refining::known));
            }
        }
        self.news.extend(reports);
    }

    /// Asks what is to be asked, and tells what is new.
    fn step_of_run(&mut self) -> Option<Vec<Report>> {
        let mut reports = std::mem::take(&mut self.news);
        reports.extend(self.talk.news());
        if let Some(refining) = &mut self.refining {
            reports.extend(refining.ask());
        }
        reports.extend(self.refined());
        (!reports.is_empty()).then_some(reports)
    }

    fn refined(&mut self) -> Option<Report> {
        let documents = self.shelf.as_ref()?;
        let refining = self.refining.as_mut()?;
        let (mut refined, is_settled, changed) = refining.news()?;
        if !is_settled {
            let changed = changed.into_iter();
            refined.changed = changed
                .filter_map(|operation| documents.entry(operation, &self.edits))
                .collect();
        }
        if is_settled {
            refined.found = self.found().map(Box::new);
        } else {
            refining.mark(&mut refined.changed, |key| documents.original(key));
        }
        Some(Report::Refined {
            refined: Some(refined),
        })
    }
}

fn call(shelf: &Shelf, key: &str, language: &str) -> Answer {
    let known = Language::ALL.iter().find(|(name, _)| *name == language);
    let request =
        parted(key).and_then(|(method, path)| calls::example(shelf.document(), method, path));
    match (known, request) {
        (Some((_, language)), Some(request)) => Answer::Text(calls::write(&request, *language)),
        (None, _) => Answer::None(format!("There is no language `{language}`.")),
        (_, None) => Answer::None(GONE.to_owned()),
    }
}

fn definitions(shelf: &Shelf, key: Option<&str>, house: &str) -> Answer {
    let house = match house {
        "openai" => House::OpenAi,
        "anthropic" => House::Anthropic,
        "mcp" => House::Mcp,
        other => return Answer::None(format!("There are no tool definitions of `{other}`.")),
    };
    let id = match key.map(|key| {
        let (method, path) = parted(key)?;
        Some(calls::example(shelf.document(), method, path)?.id)
    }) {
        None => None,
        Some(Some(id)) => Some(id),
        Some(None) => return Answer::None(GONE.to_owned()),
    };
    let definitions = tools::write(shelf.document(), house, id.as_deref());
    Answer::Text(calls::pretty(&definitions) + "\n")
}

fn request(shelf: &Shelf, key: &str, filled: Filled) -> Answer {
    let Some((method, path)) = parted(key) else {
        return Answer::None(GONE.to_owned());
    };
    let body = filled.body.map(|body| match body {
        Body::Text(text) => calls::Body::Text(text),
        Body::Pairs(pairs) => {
            let parts = pairs.into_iter().map(|pair| calls::Part {
                name: pair.name,
                value: pair.value,
                file: pair.file.map(|file| (file.media_type, file.bytes)),
            });
            calls::Body::Parts(parts.collect())
        }
    });
    let form = calls::Filled {
        server: filled.server,
        fields: filled.fields,
        body,
        is_forced: filled.is_forced,
    };
    match calls::filled(shelf.document(), method, path, &form) {
        Err(error) => Answer::None(error.to_string()),
        Ok(request) => {
            let sent = calls::outgoing(&request, &filled.key, form.body.as_ref());
            let text = match &form.body {
                Some(calls::Body::Text(text)) => Some(text.as_str()),
                _ => None,
            };
            Answer::Request(Outgoing {
                method: sent.method,
                url: sent.url,
                headers: sent.headers,
                body: sent.body,
                curl: calls::curl(&request, text),
            })
        }
    }
}

impl Handler for Desk {
    type Command = Command;
    type Report = Report;

    fn ready(&self) -> Report {
        Report::Ready
    }

    fn handle(&mut self, command: Command) -> Option<Report> {
        match command {
            Command::File { file, name, bytes } => {
                self.read.remove(&file);
                self.given.insert(file, (name, bytes));
                None
            }
            Command::Read { job, files } => self.begin(job, files),
            Command::Stop => {
                let mut reading = self.reading.take()?;
                let unread = reading.stop();
                Some(self.finish(reading, &unread))
            }
            Command::Shape { edits, base_url } => {
                self.edits = edits;
                self.base_url = base_url;
                let read = self.shelf.as_mut()?;
                read.shape(&self.edits, self.base_url.as_deref());
                self.found().map(|found| Report::Shaped { found })
            }
            Command::Ask { ticket, question } => Some(Report::Answered {
                ticket,
                answer: self.answer(question),
            }),
            Command::Plan => self.plan(),
            Command::Known { kept } => {
                self.kept.extend(kept.iter().filter_map(refining::known));
                if self.refining.is_none() {
                    self.take_over();
                }
                None
            }
            Command::Refine { model, sections } => {
                self.refine(&model, &sections);
                None
            }
            Command::Heard { request, events } => {
                if self.talk.hear(request, &events, self.shelf.as_mut()) {
                    return None;
                }
                if let Some(refining) = &mut self.refining {
                    let reports = refining.hear(request, &events);
                    self.note(reports);
                }
                None
            }
            Command::Over { request } => {
                if self.talk.over(request) {
                    return None;
                }
                if let Some(refining) = &mut self.refining {
                    refining.over(request);
                }
                None
            }
            Command::Pause => {
                if let Some(refining) = &mut self.refining {
                    refining.pause();
                }
                None
            }
            Command::Resume { model } => {
                if let Some(refining) = &mut self.refining {
                    refining.resume(&model);
                }
                None
            }
            Command::Halt => {
                if let Some(refining) = &mut self.refining {
                    let reports = refining.halt();
                    self.note(reports);
                }
                None
            }
            Command::Forget => {
                self.forget();
                None
            }
            Command::Talk {
                turn,
                question,
                model,
                budget,
                looks_up,
                instead_of,
            } => Some(self.talk(turn, &question, &model, budget, looks_up, instead_of)),
            Command::Hush => {
                self.hush();
                None
            }
            Command::EndTalk => {
                self.hush();
                self.talk.end();
                None
            }
        }
    }

    fn step(&mut self) -> Option<Vec<Report>> {
        let Some(mut reading) = self.reading.take() else {
            return self.step_of_run();
        };
        match reading.step() {
            Step::Done => Some(vec![self.finish(reading, &[])]),
            step => {
                let mut reports = std::mem::take(&mut self.news);
                reports.extend(self.talk.news());
                reports.push(Report::Progress {
                    job: reading.job,
                    progress: reading.progress(),
                });
                if step == Step::Preview {
                    reports.extend(self.preview(&reading));
                }
                self.reading = Some(reading);
                Some(reports)
            }
        }
    }

    fn refused(message: String) -> Report {
        Report::Refused { message }
    }

    fn is_replaced(older: &Command, newer: &Command) -> bool {
        matches!(
            (older, newer),
            (Command::Read { .. }, Command::Read { .. })
                | (Command::Shape { .. }, Command::Shape { .. })
        )
    }
}
