//! Files that are read step by step: a file at a time, of a PDF a few pages at a time, of a long page
//! of Markdown some sections at a time.

use std::collections::{BTreeMap, VecDeque};

use ichiban_apidoc::document::Document;
use ichiban_apidoc::readers::{archive, in_steps, markdown, pdf};
use ichiban_apidoc::{ReadError, Source};
use ichiban_engine::docs::protocol::{FileId, Job, Progress, Unit};

/// What was read of a file that was given.
#[derive(Debug, Default)]
pub(crate) struct Leaf {
    /// Its name, that of an archive for the files in it.
    pub(crate) sources: Vec<(String, Source)>,
    /// Why parts of it were not read.
    pub(crate) refused: Vec<String>,
}

/// A file that is read in parts.
#[derive(Debug)]
enum Open {
    /// By pages.
    Pdf(Box<pdf::Reading>),
    /// By sections.
    Markdown(Box<markdown::Reading>),
}

impl Open {
    /// Reads on; false at the end.
    fn step(&mut self) -> bool {
        match self {
            Self::Pdf(reading) => reading.step(),
            Self::Markdown(reading) => reading.step(),
        }
    }

    /// What has been read, what there is, and what it is.
    fn parts(&self) -> (usize, usize, Unit) {
        match self {
            Self::Pdf(reading) => (reading.pages(), reading.of(), Unit::Page),
            Self::Markdown(reading) => (reading.sections(), reading.of(), Unit::Section),
        }
    }

    fn finish(self) -> Result<Source, ReadError> {
        match self {
            Self::Pdf(reading) => reading.finish().map(Source::Document),
            Self::Markdown(reading) => Ok(Source::Document(reading.finish())),
        }
    }
}

/// A job that goes on.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) job: Job,
    /// All files of the job.
    pub(crate) files: Vec<FileId>,
    /// Those that are still to be read.
    waiting: VecDeque<(FileId, String, Vec<u8>)>,
    /// The file that is being read in parts.
    open: Option<(FileId, String, Open)>,
    /// The number of pages at which there is a preview next.
    preview_at: usize,
    pub(crate) leaves: BTreeMap<FileId, Leaf>,
    pub(crate) is_stopped: bool,
}

/// The pages after which there is a first preview. From then on whenever there are twice as many.
const PREVIEW: usize = 16;

/// What a step came to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// There is more to do.
    Going,
    /// There is more to do, and what was read so far is worth a look.
    Preview,
    /// All is read.
    Done,
}

impl Reading {
    pub(crate) fn new(
        job: Job,
        files: Vec<FileId>,
        waiting: VecDeque<(FileId, String, Vec<u8>)>,
    ) -> Self {
        Self {
            job,
            files,
            waiting,
            open: None,
            preview_at: PREVIEW,
            leaves: BTreeMap::new(),
            is_stopped: false,
        }
    }

    /// Reads on.
    pub(crate) fn step(&mut self) -> Step {
        if self.is_stopped {
            return Step::Done;
        }
        if let Some((file, name, mut reading)) = self.open.take() {
            if reading.step() {
                // A text is read so fast that what is found in it comes soon enough.
                let is_due = match &reading {
                    Open::Pdf(reading) => reading.pages() >= self.preview_at,
                    Open::Markdown(_) => false,
                };
                if is_due {
                    self.preview_at = reading.parts().0 * 2;
                }
                self.open = Some((file, name, reading));
                return if is_due { Step::Preview } else { Step::Going };
            }
            self.take(file, &name, reading.finish());
        } else if let Some((file, name, bytes)) = self.waiting.pop_front() {
            self.begin(file, &name, bytes);
        }
        if self.open.is_none() && self.waiting.is_empty() {
            Step::Done
        } else {
            Step::Going
        }
    }

    fn begin(&mut self, file: FileId, name: &str, bytes: Vec<u8>) {
        if archive::is_archive(&bytes) {
            match archive::open(name, &bytes, archive::Limits::default()) {
                Ok(entries) => {
                    self.leaves.entry(file).or_default();
                    for entry in entries.into_iter().rev() {
                        self.waiting.push_front((file, entry.name, entry.bytes));
                    }
                }
                Err(error) => self.take(file, name, Err(error)),
            }
        } else if pdf::is_pdf(name, &bytes) && bytes.len() <= pdf::LIMIT {
            match pdf::Reading::open(name, bytes) {
                Ok(reading) => {
                    self.preview_at = PREVIEW;
                    let open = Open::Pdf(Box::new(reading));
                    self.open = Some((file, name.to_owned(), open));
                }
                Err(error) => self.take(file, name, Err(error)),
            }
        } else if let Some(reading) = in_steps(name, &bytes) {
            let open = Open::Markdown(Box::new(reading));
            self.open = Some((file, name.to_owned(), open));
        } else {
            self.take(file, name, ichiban_apidoc::read(name, &bytes));
        }
    }

    fn take(&mut self, file: FileId, name: &str, read: Result<Source, ReadError>) {
        let leaf = self.leaves.entry(file).or_default();
        match read {
            Ok(source) => leaf.sources.push((name.to_owned(), source)),
            Err(error) => leaf.refused.push(error.to_string()),
        }
    }

    /// Ends before the end: what was read of the file that is open counts. The files that were not
    /// read, or not wholly.
    pub(crate) fn stop(&mut self) -> Vec<FileId> {
        self.is_stopped = true;
        let mut unread = Vec::new();
        if let Some((file, name, reading)) = self.open.take() {
            unread.push(file);
            if reading.parts().0 > 0 {
                self.take(file, &name, reading.finish());
            }
        }
        for (file, name, _) in std::mem::take(&mut self.waiting) {
            unread.push(file);
            let leaf = self.leaves.entry(file).or_default();
            leaf.refused
                .push(format!("{name} was not read: reading was stopped."));
        }
        unread
    }

    /// What the pages of the PDF that is being read hold.
    pub(crate) fn preview(&self) -> Option<Document> {
        match &self.open {
            Some((_, _, Open::Pdf(reading))) => Some(reading.preview()),
            _ => None,
        }
    }

    pub(crate) fn progress(&self) -> Progress {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let read = self
            .leaves
            .values()
            .map(|leaf| leaf.sources.len() + leaf.refused.len())
            .sum::<usize>();
        let nothing = (0, 0, Unit::Page);
        let (name, (parts, of_parts, unit)) = match (&self.open, self.waiting.front()) {
            (Some((_, name, reading)), _) => (name.clone(), reading.parts()),
            (None, Some((_, name, _))) => (name.clone(), nothing),
            (None, None) => (String::new(), nothing),
        };
        Progress {
            name,
            files: number(read),
            of_files: number(read + self.waiting.len() + usize::from(self.open.is_some())),
            part: unit,
            parts: number(parts),
            of_parts: number(of_parts),
        }
    }
}
