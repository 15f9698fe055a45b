//! PDF: glyphs and rules as they lie on the page, back into headings, paragraphs, lists, tables
//! and code.
//!
//! [`page`] takes the marks off a page. [`sheet`] lays it out: [`table`] finds grids of ruled
//! lines, [`columns`] the order in which the rest is read, [`align`] tables without rules, [`line`]
//! makes lines of what is left. Of all sheets together, [`heads`] tells what is printed on every
//! page, and [`flow`] makes blocks; [`text`] tells which pages hold no text.

mod align;
mod columns;
mod flow;
mod heads;
mod join;
mod line;
mod page;
mod sheet;
mod table;
mod text;

use std::fmt;
use std::ops::ControlFlow;

use hayro_interpret::InterpreterCache;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::ReadError;
use crate::api::Note;
use crate::document::{Block, Document};
use sheet::{Piece, Sheet};

/// The most that a PDF may have, in bytes.
pub const LIMIT: usize = 256 * 1024 * 1024;

/// The most marks that a page may have; what goes beyond is a drawing.
const MARKS: usize = 400_000;

/// How far the reading of a PDF has come.
#[derive(Debug)]
pub struct Progress<'a> {
    /// How many pages have been read.
    pub pages: usize,
    /// How many there are.
    pub of: usize,
    read: &'a [Sheet],
    name: &'a str,
}

impl Progress<'_> {
    /// What the pages read so far hold. Linear in them: asked for whenever their number has
    /// doubled, the whole stays linear. Headings may still change their rank, and the heads of
    /// pages may still show to be none, so it is a preview.
    pub fn preview(&self) -> Document {
        preview(self.name, self.read)
    }
}

fn preview(name: &str, read: &[Sheet]) -> Document {
    Document {
        name: name.to_owned(),
        blocks: blocks(read),
        notes: Vec::new(),
    }
}

/// A PDF that is read a few pages at a time, so that whoever reads it can do something else between.
pub struct Reading {
    name: String,
    pdf: Pdf,
    /// How many pages had been read when it was opened.
    opened: usize,
    read: Vec<Sheet>,
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reading({}, {} pages)", self.name, self.read.len())
    }
}

/// As many pages are read in one step: what is known of the fonts is made anew in each.
const STEP: usize = 16;

/// A PDF keeps the content of every page that was read. It is let go by opening the file anew, so
/// often while all of it is read: rarely enough that the whole stays linear.
const OPENINGS: usize = 8;

impl Reading {
    /// Opens a PDF.
    ///
    /// # Errors
    ///
    /// The PDF is encrypted or damaged beyond repair.
    pub fn open(name: &str, bytes: Vec<u8>) -> Result<Self, ReadError> {
        Ok(Self {
            name: name.to_owned(),
            pdf: load(name, bytes)?,
            opened: 0,
            read: Vec::new(),
        })
    }

    /// How many pages there are.
    pub fn of(&self) -> usize {
        self.pdf.pages().len()
    }

    /// How many pages have been read.
    pub fn pages(&self) -> usize {
        self.read.len()
    }

    /// Reads the next pages, sixteen at most. False if there are no more.
    pub fn step(&mut self) -> bool {
        self.watched(&mut |_| ControlFlow::Continue(()))
    }

    /// Lets go of what the pages read so far hold, if that is worth its while.
    fn relieve(&mut self) {
        if self.read.len() - self.opened < (self.of() / OPENINGS).max(STEP) {
            return;
        }
        // What could be opened once can be opened again; if not, it is read on as it is.
        if let Ok(pdf) = Pdf::new(self.pdf.data().clone())
            && pdf.pages().len() == self.of()
        {
            self.pdf = pdf;
        }
        self.opened = self.read.len();
    }

    /// As [`Self::step`]; `watch` is told after every page, and may end it.
    fn watched(&mut self, watch: &mut dyn FnMut(&Progress<'_>) -> ControlFlow<()>) -> bool {
        self.relieve();
        let cache = InterpreterCache::new();
        let Self {
            pdf, read, name, ..
        } = self;
        let of = pdf.pages().len();
        for page in pdf.pages().iter().skip(read.len()).take(STEP) {
            let page = page::read(page, &cache, pdf.xref(), MARKS);
            let number = u32::try_from(read.len() + 1).unwrap_or(u32::MAX);
            read.push(Sheet::of(page, number));
            let progress = Progress {
                pages: read.len(),
                of,
                read,
                name,
            };
            if watch(&progress).is_break() {
                return false;
            }
        }
        read.len() < of
    }

    /// What the pages read so far hold, as [`Progress::preview`] gives it.
    pub fn preview(&self) -> Document {
        preview(&self.name, &self.read)
    }

    /// The document. If not all pages have been read, a note says so.
    ///
    /// # Errors
    ///
    /// All pages have been read, and none holds text.
    pub fn finish(self) -> Result<Document, ReadError> {
        let of = self.of();
        finish(&self.name, &self.read, of)
    }
}

/// Whether a file is a PDF, by its beginning or its name.
pub fn is_pdf(name: &str, bytes: &[u8]) -> bool {
    bytes
        .get(..1024.min(bytes.len()))
        .is_some_and(|start| start.windows(5).any(|part| part == b"%PDF-"))
        || super::extension(&name.to_lowercase()) == "pdf"
}

/// Reads a PDF. Linear in its pages.
///
/// # Errors
///
/// The PDF is encrypted, damaged beyond repair, or holds no text.
pub fn read(name: &str, bytes: Vec<u8>) -> Result<Document, ReadError> {
    read_pages(name, bytes, |_| ControlFlow::Continue(()))
}

/// As [`read`]; `watch` is told after every page, and may end the reading: what was read until then
/// is the document, and a note says so.
///
/// # Errors
///
/// As for [`read`].
pub fn read_pages(
    name: &str,
    bytes: Vec<u8>,
    mut watch: impl FnMut(&Progress<'_>) -> ControlFlow<()>,
) -> Result<Document, ReadError> {
    let mut reading = Reading::open(name, bytes)?;
    while reading.watched(&mut watch) {}
    reading.finish()
}

fn malformed(name: &str, message: &str) -> ReadError {
    ReadError::Malformed {
        name: name.to_owned(),
        line: 1,
        column: 1,
        message: message.to_owned(),
    }
}

fn load(name: &str, bytes: Vec<u8>) -> Result<Pdf, ReadError> {
    let pdf = Pdf::new(bytes).map_err(|error| malformed(name, refusal(error)))?;
    if pdf.pages().is_empty() {
        let message = "this PDF is damaged: it has no page that can be read";
        return Err(malformed(name, message));
    }
    Ok(pdf)
}

/// The document of the pages that were read, of so many.
fn finish(name: &str, read: &[Sheet], of: usize) -> Result<Document, ReadError> {
    let stopped = read.len() < of;
    let missing = text::Missing::of(read);
    if missing.is_all() && !stopped {
        return Err(malformed(name, &missing.refusal()));
    }
    let mut notes = Vec::new();
    if stopped {
        notes.push(Note {
            code: "stopped".to_owned(),
            document: name.to_owned(),
            message: format!(
                "Stopped after {} of {of} pages: what comes later is not in the result.",
                read.len(),
            ),
        });
    }
    notes.extend(missing.notes(name));
    Ok(Document {
        name: name.to_owned(),
        blocks: blocks(read),
        notes,
    })
}

/// Why a PDF cannot be opened, and what to do about it.
fn refusal(error: LoadPdfError) -> &'static str {
    match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => {
            "this PDF is encrypted, and its pages cannot be read without the password: open it where the password is known and save it without one"
        }
        LoadPdfError::Decryption(DecryptionError::UnsupportedAlgorithm) => {
            "this PDF is encrypted in a way that is not known here: open it where it can be read and save it without encryption"
        }
        LoadPdfError::Decryption(_) => {
            "this PDF is encrypted, and what is said of its encryption is damaged: save it anew without encryption"
        }
        LoadPdfError::Invalid => "this PDF is damaged beyond repair: no page of it can be found",
    }
}

fn blocks(sheets: &[Sheet]) -> Vec<Block> {
    let measure = flow::measure(sheets.iter().map(|sheet| &sheet.sizes));
    let heads = heads::Heads::of(sheets);
    let mut blocks: Vec<Block> = Vec::new();
    for sheet in sheets {
        for region in &sheet.regions {
            // What goes on from the page or column before is the first thing here.
            let mut goes_on = true;
            for piece in region {
                let made = match piece {
                    Piece::Table(table) => vec![table.clone()],
                    Piece::Lines(lines) => {
                        let lines: Vec<_> = lines
                            .iter()
                            .filter(|line| !heads.holds(line, sheet.height))
                            .collect();
                        // What is set in bold throughout opens something new, such as the line
                        // of an operation.
                        goes_on &= lines.first().is_none_or(|line| !line.bold);
                        flow::blocks(&lines, &measure, sheet.number)
                    }
                };
                if !made.is_empty() {
                    join::join(&mut blocks, made, goes_on);
                    goes_on = false;
                }
            }
        }
    }
    blocks
}
