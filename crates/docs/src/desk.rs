//! Carries out what the page commands.

use std::collections::{BTreeMap, VecDeque};

use ichiban_apidoc::calls::{self, Language};
use ichiban_apidoc::tools::{self, House};
use ichiban_apidoc::{Source, extract, openapi};
use ichiban_engine::docs::operation::{Filled, Outgoing};
use ichiban_engine::docs::protocol::{Answer, Command, Edit, FileId, Job, Question, Report};
use ichiban_engine::handler::Handler;

use crate::blocks;
use crate::detail::{detail, parted};
use crate::reading::{Leaf, Reading, Step};
use crate::shelf::{Shelf, listed};

/// What is said when something is asked of nothing.
const NOTHING: &str = "Nothing has been read yet.";
/// What is said of an operation that is not there.
const GONE: &str = "This operation is not in the document any more.";

/// Reads documentation and answers questions about it.
#[derive(Debug, Default)]
pub struct Desk {
    /// Files that were given and not read yet.
    given: BTreeMap<FileId, (String, Vec<u8>)>,
    /// What was read of files, so that one more does not have all read again.
    read: BTreeMap<FileId, Leaf>,
    reading: Option<Reading>,
    shelf: Option<Shelf>,
    edits: Vec<Edit>,
    base_url: Option<String>,
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
        let found = made.found();
        self.shelf = Some(made);
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

    fn answer(&mut self, question: Question) -> Answer {
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
                    Some(detail) => Answer::Operation(Box::new(detail)),
                    None => Answer::None(GONE.to_owned()),
                }
            }
            Question::Find { question } => Answer::Found(read.find(&question)),
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
    let form = calls::Filled {
        server: filled.server,
        fields: filled.fields,
        body: filled.body,
    };
    match calls::filled(shelf.document(), method, path, &form) {
        Err(error) => Answer::None(error.to_string()),
        Ok(request) => {
            let sent = calls::outgoing(&request, &filled.key, form.body.as_deref());
            Answer::Request(Outgoing {
                method: sent.method,
                url: sent.url,
                headers: sent.headers,
                body: sent.body,
                curl: calls::write(&request, Language::Curl),
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
                Some(Report::Shaped {
                    found: read.found(),
                })
            }
            Command::Ask { ticket, question } => Some(Report::Answered {
                ticket,
                answer: self.answer(question),
            }),
        }
    }

    fn step(&mut self) -> Option<Vec<Report>> {
        let mut reading = self.reading.take()?;
        match reading.step() {
            Step::Done => Some(vec![self.finish(reading, &[])]),
            step => {
                let mut reports = vec![Report::Progress {
                    job: reading.job,
                    progress: reading.progress(),
                }];
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
