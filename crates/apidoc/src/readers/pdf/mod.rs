//! PDF: glyphs and rules as they lie on the page, back into headings, paragraphs, lists, tables
//! and code.
//!
//! [`page`] takes the marks off a page, [`table`] finds grids of ruled lines, [`flow`] makes lines
//! and blocks of what is left; [`text`] tells which pages hold no text.

mod flow;
mod page;
mod table;
mod text;

use std::collections::HashMap;
use std::fmt;
use std::ops::ControlFlow;

use hayro_interpret::InterpreterCache;
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::ReadError;
use crate::api::Note;
use crate::document::{Block, BlockKind, Document};
use flow::Line;
use page::Page;

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
    read: &'a [Page],
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

fn preview(name: &str, read: &[Page]) -> Document {
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
    read: Vec<Page>,
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Reading({}, {} pages)", self.name, self.read.len())
    }
}

/// As many pages are read in one step: what is known of the fonts is made anew in each.
const STEP: usize = 16;

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
        let cache = InterpreterCache::new();
        let next = self.pdf.pages().iter().skip(self.read.len()).take(STEP);
        for page in next {
            self.read
                .push(page::read(page, &cache, self.pdf.xref(), MARKS));
        }
        self.read.len() < self.of()
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
    let pdf = load(name, bytes)?;
    let pages = pdf.pages();
    let cache = InterpreterCache::new();
    let mut read: Vec<Page> = Vec::new();
    for page in pages.iter() {
        read.push(page::read(page, &cache, pdf.xref(), MARKS));
        let progress = Progress {
            pages: read.len(),
            of: pages.len(),
            read: &read,
            name,
        };
        if watch(&progress).is_break() {
            break;
        }
    }
    finish(name, &read, pages.len())
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
fn finish(name: &str, read: &[Page], of: usize) -> Result<Document, ReadError> {
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

fn blocks(pages: &[Page]) -> Vec<Block> {
    let measure = flow::measure(pages);
    let mut laid: Vec<(Vec<table::Grid>, Vec<Line>)> = Vec::new();
    for page in pages {
        let grids = table::grids(page);
        let outside: Vec<_> = page
            .glyphs
            .iter()
            .filter(|glyph| !grids.iter().any(|grid| grid.holds(glyph)))
            .cloned()
            .collect();
        laid.push((grids, flow::lines(outside, &page.bullets)));
    }
    let running = running_heads(&laid, pages);
    let mut blocks: Vec<Block> = Vec::new();
    for ((number, page), (grids, lines)) in (1_u32..).zip(pages).zip(laid) {
        let lines: Vec<_> = lines
            .into_iter()
            .filter(|line| !running.contains_key(&head_key(line, page.height)))
            .collect();
        // What is set in bold throughout opens something new, such as the line of an operation.
        let opens = lines.first().is_some_and(Line::bold);
        let mut pieces: Vec<(f32, Vec<Block>)> = Vec::new();
        let mut rest = lines;
        let mut tops: Vec<_> = grids.iter().map(|grid| grid.area[1]).collect();
        tops.sort_by(f32::total_cmp);
        for top in tops {
            let (above, below): (Vec<_>, Vec<_>) =
                rest.into_iter().partition(|line| line.baseline < top);
            if !above.is_empty() {
                pieces.push((
                    above.first().map_or(0.0, |line| line.baseline),
                    flow::blocks(above, &measure, number),
                ));
            }
            rest = below;
        }
        if !rest.is_empty() {
            pieces.push((
                rest.first().map_or(0.0, |line| line.baseline),
                flow::blocks(rest, &measure, number),
            ));
        }
        for grid in &grids {
            pieces.push((grid.area[1], vec![grid.block(page, number)]));
        }
        pieces.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (index, (_, piece)) in pieces.into_iter().enumerate() {
            join(&mut blocks, piece, index == 0 && !opens);
        }
    }
    blocks
}

/// Adds blocks; a table or a code block at the top of a page goes on with the one before it.
fn join(blocks: &mut Vec<Block>, piece: Vec<Block>, page_top: bool) {
    let mut piece = piece.into_iter();
    if page_top && let Some(mut first) = piece.next() {
        match (
            blocks.last_mut().map(|block| &mut block.kind),
            &mut first.kind,
        ) {
            (Some(BlockKind::Table(last)), BlockKind::Table(next))
                if last.rows.first().map(|row| row.cells.len())
                    == next.rows.first().map(|row| row.cells.len())
                    && (next.header.is_empty() || next.header == last.header) =>
            {
                last.rows.append(&mut next.rows);
            }
            (Some(BlockKind::Code { text: last, .. }), BlockKind::Code { text: next, .. }) => {
                last.push('\n');
                last.push_str(next);
            }
            (Some(BlockKind::List(last)), BlockKind::List(next)) => last.append(next),
            (Some(BlockKind::Paragraph(last)), BlockKind::Paragraph(next))
                if next.plain.starts_with(char::is_lowercase)
                    && !last.plain.ends_with(['.', ':']) =>
            {
                flow::append(last, next, " ");
            }
            _ => blocks.push(first),
        }
    }
    blocks.extend(piece);
}

/// Lines at the edge of a page that stand in the same place on many: running heads and page
/// numbers. Digits count as equal.
fn running_heads(
    laid: &[(Vec<table::Grid>, Vec<Line>)],
    pages: &[Page],
) -> HashMap<(String, i32), usize> {
    let mut seen: HashMap<(String, i32), usize> = HashMap::new();
    for ((_, lines), page) in laid.iter().zip(pages) {
        for line in lines
            .iter()
            .filter(|line| line.baseline < page.height * 0.09 || line.baseline > page.height * 0.91)
        {
            *seen.entry(head_key(line, page.height)).or_default() += 1;
        }
    }
    seen.retain(|_, count| *count >= 3 && *count * 3 >= pages.len());
    seen
}

fn head_key(line: &Line, height: f32) -> (String, i32) {
    let text: String = line
        .plain()
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    let mut folded = text.replace("00", "0");
    while folded.contains("00") {
        folded = folded.replace("00", "0");
    }
    #[allow(clippy::cast_possible_truncation)]
    let place = (line.baseline / height.max(1.0) * 200.0).round() as i32;
    (folded, place)
}
