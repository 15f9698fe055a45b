//! A document as the page shows it: blocks in a row, each plain enough to be drawn by itself.

use serde::{Deserialize, Serialize};

/// A block of a document.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Place {
    /// The document, counted from 0.
    pub document: u32,
    /// The block, counted from 0.
    pub block: u32,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its name.
    pub name: String,
    /// How many blocks it has.
    pub blocks: u32,
    /// Its headings.
    pub outline: Vec<Heading>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    /// The block that it is.
    pub block: u32,
    /// 1 for the largest.
    pub level: u8,
    /// Its text.
    pub text: String,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// How deep it is nested.
    pub depth: u8,
    /// Where it stands in its file: a line or a page, from 1.
    pub position: Position,
    /// The operations that it documents, as `GET /path`.
    pub operations: Vec<String>,
    /// The parameters that it documents: the operation, and the parameter's name.
    pub parameters: Vec<(String, String)>,
}

/// Where something stands in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Position {
    /// A line of a text, from 1.
    Line(u32),
    /// A page, from 1.
    Page(u32),
    /// Not known.
    None,
}

/// What a block is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A heading of a level from 1.
    Heading(u8, Vec<Run>),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// An entry of a list.
    Item(Vec<Run>),
    /// What a definition defines.
    Term(Vec<Run>),
    /// A row of a table, and whether it is its head.
    Row(Vec<Vec<Run>>, bool),
    /// Preformatted text. Long ones come in several blocks.
    Code(String),
    /// A recorded call: its method, its path, and its status if it was answered.
    Call(String, String, Option<u16>),
    /// An element that is neither prose nor plain structure, with its attributes.
    Component(String, Vec<(String, String)>),
}

/// Characters of one style.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// How they are set.
    pub style: Style,
}

/// How characters are set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Style {
    /// As all others.
    Plain,
    /// Of fixed width.
    Code,
    /// Bold.
    Strong,
    /// Italic.
    Emphasis,
    /// A link, and where it leads. That is the document's word: it may lead anywhere.
    Link(String),
}
