//! A model that is a function, and a table of translations that is fed by a session.

use std::collections::BTreeMap;
use std::sync::Arc;

use ichiban_json::localise::{
    Catalogue, Change, Flow, Glossary, Hint, Job, Memory, Patch, RequestId, SegmentId, Session,
    Target, TargetId, Translation,
};
use ichiban_model::{Content, Ending, Event, Request};
use serde_json::Value;

/// The texts of a request, by number.
pub(crate) fn items(request: &Request) -> Vec<(String, Value)> {
    let Content::Text(question) = &request.messages.last().unwrap().content[0] else {
        panic!("the question is no text");
    };
    let question: Value = serde_json::from_str(question).unwrap();
    let items = question["items"].as_object().unwrap();
    items
        .iter()
        .map(|(number, item)| (number.clone(), item.clone()))
        .collect()
}

/// An answer that has `translate(text)` for each text.
pub(crate) fn answer(request: &Request, translate: impl Fn(&str) -> String) -> String {
    let answers: serde_json::Map<String, Value> = items(request)
        .into_iter()
        .map(|(number, item)| (number, translate(item["text"].as_str().unwrap()).into()))
        .collect();
    Value::Object(answers).to_string()
}

/// A translation that keeps every token: each word is turned around.
pub(crate) fn turned(text: &str) -> String {
    let mut out = String::new();
    let mut word = String::new();
    let mut token = None;
    for c in text.chars() {
        match (token, c) {
            (None, '{' | '<') => {
                out.extend(word.drain(..).rev());
                token = Some(if c == '{' { '}' } else { '>' });
                out.push(c);
            }
            (Some(end), _) => {
                out.push(c);
                if c == end {
                    token = None;
                }
            }
            (None, c) if c.is_alphanumeric() => word.push(c),
            (None, c) => {
                out.extend(word.drain(..).rev());
                out.push(c);
            }
        }
    }
    out.extend(word.drain(..).rev());
    out
}

/// What a cell is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell {
    Open,
    Done(Translation),
    Refused(Vec<String>),
}

/// A run with all that came of it.
pub(crate) struct Run {
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) session: Session,
    pub(crate) cells: BTreeMap<(TargetId, SegmentId), Cell>,
    /// Every request that was made: which texts it asked for.
    pub(crate) asked: Vec<Vec<Value>>,
    /// What is said of texts that have settled.
    pub(crate) remarks: Vec<String>,
}

pub(crate) fn catalogue(text: &str) -> Arc<Catalogue> {
    Arc::new(Catalogue::read(text, &Hint::path("en.json")).unwrap())
}

impl Run {
    pub(crate) fn new(catalogue: &Arc<Catalogue>, locales: &[&str], memory: Memory) -> Self {
        Self::with_glossary(catalogue, locales, memory, &Glossary::default())
    }

    pub(crate) fn with_glossary(
        catalogue: &Arc<Catalogue>,
        locales: &[&str],
        memory: Memory,
        glossary: &Glossary,
    ) -> Self {
        let targets = (0..)
            .zip(locales)
            .map(|(number, locale)| Target {
                id: TargetId(number),
                locale: locale.parse().unwrap(),
                segments: catalogue.ids().collect(),
                glossary: glossary.clone(),
            })
            .collect();
        let job = Job {
            model: "scripted".to_owned(),
            targets,
            ..Job::default()
        };
        let mut patches = Vec::new();
        let session = Session::new(Arc::clone(catalogue), job, memory, &mut patches);
        let mut run = Self {
            catalogue: Arc::clone(catalogue),
            session,
            cells: BTreeMap::new(),
            asked: Vec::new(),
            remarks: Vec::new(),
        };
        run.apply(patches);
        run
    }

    pub(crate) fn next(&mut self) -> Option<(RequestId, Request)> {
        let (id, request) = self.session.next_request()?;
        let texts = items(&request).into_iter().map(|(_, item)| item).collect();
        self.asked.push(texts);
        Some((id, request))
    }

    /// Feeds an answer in pieces of `chunk` characters, and its ending.
    pub(crate) fn feed(&mut self, id: RequestId, answer: &str, chunk: usize, ending: &Ending) {
        let chars: Vec<char> = answer.chars().collect();
        for piece in chars.chunks(chunk) {
            let text = piece.iter().collect();
            let mut patches = Vec::new();
            let flow = self
                .session
                .absorb(id, &Event::TextDelta { text }, &mut patches);
            self.apply(patches);
            if flow == Flow::Abandon {
                return;
            }
        }
        let mut patches = Vec::new();
        self.session.ended(id, ending, &mut patches);
        self.apply(patches);
    }

    /// Feeds a piece of an answer.
    pub(crate) fn absorb(&mut self, id: RequestId, text: &str) {
        let text = text.to_owned();
        let mut patches = Vec::new();
        let event = Event::TextDelta { text };
        let flow = self.session.absorb(id, &event, &mut patches);
        assert_eq!(flow, Flow::Continue);
        self.apply(patches);
    }

    /// Stops the session.
    pub(crate) fn stop(&mut self) {
        let mut patches = Vec::new();
        self.session.stop(&mut patches);
        self.apply(patches);
    }

    /// Runs to the end with a model that answers so.
    pub(crate) fn finish(&mut self, model: impl Fn(&Request) -> String) {
        let mut requests = 0;
        while let Some((id, request)) = self.next() {
            self.feed(id, &model(&request), 5, &Ending::Complete);
            requests += 1;
            assert!(requests < 1000, "the session does not end");
        }
        assert!(self.session.is_finished());
    }

    fn apply(&mut self, patches: Vec<Patch>) {
        for patch in patches {
            let address = (patch.target, patch.segment);
            let cell = match patch.change {
                Change::Pending | Change::Empty => Cell::Open,
                Change::Streaming => {
                    assert_eq!(self.cells.get(&address), Some(&Cell::Open));
                    continue;
                }
                Change::Settled {
                    translation,
                    findings,
                    ..
                } => {
                    self.remarks.extend(findings.into_iter().map(|it| it.code));
                    Cell::Done(translation)
                }
                Change::Attention { reasons, .. } => {
                    assert!(!reasons.is_empty(), "no reason is given");
                    Cell::Refused(reasons.into_iter().map(|it| it.code).collect())
                }
            };
            let before = self.cells.insert(address, cell.clone());
            if let Some(Cell::Done(_)) = before {
                assert_eq!(before, Some(cell), "what had settled was taken back");
            }
        }
    }

    pub(crate) fn done(&self) -> usize {
        self.cells
            .values()
            .filter(|it| matches!(it, Cell::Done(_)))
            .count()
    }

    pub(crate) fn codes(&self) -> Vec<String> {
        let mut codes: Vec<_> = self
            .cells
            .values()
            .filter_map(|it| match it {
                Cell::Refused(codes) => codes.first().cloned(),
                _ => None,
            })
            .collect();
        codes.sort();
        codes.dedup();
        codes
    }

    /// The file of a target as it stands.
    pub(crate) fn file(&self, target: u16, locale: &str) -> String {
        let locale = locale.parse().unwrap();
        self.catalogue.write(&locale, |id| {
            match self.cells.get(&(TargetId(target), id)) {
                Some(Cell::Done(translation)) => Some(translation),
                _ => None,
            }
        })
    }
}
