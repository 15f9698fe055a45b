//! What the page and the worker that draws say to each other.
//!
//! A [`Command::Draw`] is a job: of several that wait only the last is done, and one that takes too
//! long is ended together with the worker. So is a [`Command::Write`], of which none is left out.
//! Everything else is asked under a ticket and answered under it. Each command holds all it needs, but
//! for the steps of a task, which the page keeps: so a worker that was replaced knows as much as the
//! one before.

use ichiban_tool::{Diagnostic, Place};
use serde::{Deserialize, Serialize};

pub use super::author::{Frame, Progress, Step};
pub use super::explain::Explain;
use crate::asking::protocol::Question as Asking;
pub use crate::job::Job;

/// What the page asks of the worker.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Command {
    /// Draws a diagram. Answered by [`Report::Drawn`] or [`Report::Undrawn`].
    Draw {
        /// Its number.
        job: Job,
        /// The whole text.
        text: String,
        /// The name of the theme.
        theme: String,
    },
    /// Goes on with a diagram that a model writes, and draws the newest form of it. Answered by
    /// [`Report::Written`], or by [`Report::Lacking`].
    Write {
        /// Its number.
        job: Job,
        /// What has happened since the last command, or since the task began if the worker is new.
        steps: Vec<Step>,
        /// The name of the theme.
        theme: String,
        /// Whether it is to be drawn.
        is_drawn: bool,
    },
    /// Asks something that is no drawing. Answered by [`Report::Answered`].
    Ask {
        /// Correlates the answer.
        ticket: u32,
        /// What is asked.
        question: Question,
    },
}

/// What may be asked besides drawings.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Question {
    /// The text in one style. Answered by [`Answer::Text`].
    Format {
        /// The whole text.
        text: String,
    },
    /// What differs between two diagrams. Answered by [`Answer::Differences`].
    Compare {
        /// The earlier text.
        before: String,
        /// The later text.
        after: String,
    },
    /// A picture as an SVG file. Answered by [`Answer::Text`].
    Export {
        /// The diagram's text.
        text: String,
        /// The name of the theme.
        theme: String,
        /// Whether nothing is behind the diagram.
        is_transparent: bool,
    },
    /// A picture that another renderer drew, held to what may reach the page. Answered by
    /// [`Answer::Picture`].
    Clean {
        /// What it drew: one `svg` element whose `id` is [`PICTURE_ID`], without HTML in it.
        svg: String,
        /// The name of the theme, for the colour behind it.
        theme: String,
    },
    /// The same as an SVG file. Answered by [`Answer::Text`].
    ExportClean {
        /// What it drew.
        svg: String,
        /// The name of the theme.
        theme: String,
        /// Whether nothing is behind the diagram.
        is_transparent: bool,
    },
    /// A text as part of an address. Answered by [`Answer::Text`].
    Pack {
        /// The whole text.
        text: String,
    },
    /// The text in part of an address. Answered by [`Answer::Text`].
    Unpack {
        /// What [`Question::Pack`] made.
        packed: String,
    },
    /// What a model is to be asked so that it explains a diagram. Answered by [`Answer::Request`].
    Explain(Explain),
}

/// What the worker tells the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Report {
    /// The worker is there.
    Ready {
        /// Every theme, in the order they are offered; the first two are the page's own.
        themes: Vec<Theme>,
    },
    /// A picture.
    Drawn {
        /// Of which job.
        job: Job,
        /// The picture.
        picture: Picture,
    },
    /// There is no picture. The last one stays.
    Undrawn {
        /// Of which job.
        job: Job,
        /// Why.
        problem: Problem,
    },
    /// Where a task stands.
    Written {
        /// After which job.
        job: Job,
        /// What there is of it.
        progress: Progress,
    },
    /// The task is not known: the steps are to be told from the first.
    Lacking {
        /// In which job.
        job: Job,
    },
    /// An answer.
    Answered {
        /// To which question.
        ticket: u32,
        /// What it is.
        answer: Answer,
    },
    /// A command could not be carried out.
    Refused {
        /// Why, and what to do.
        message: String,
    },
}

/// The answer to a [`Question`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// A text.
    Text(String),
    /// A picture.
    Picture(Picture),
    /// What differs between two diagrams; nothing if they say the same.
    Differences(Vec<Difference>),
    /// What a model is to be asked.
    Request(Asking),
    /// There is none, and why, in a sentence.
    None(String),
}

/// How pictures may be coloured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// Its name for people.
    pub label: String,
    /// Whether it is light on dark.
    pub is_dark: bool,
    /// The same in mermaid.js's variables: names and values.
    pub variables: Vec<(String, String)>,
}

/// A drawn diagram.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// The grammar's name of its kind, such as `flowchart-v2`.
    pub kind: String,
    /// One `svg` element without style, script, handler or outside reference. Links are `a` elements
    /// with their address in `data-href`.
    pub markup: String,
    /// Its style sheet.
    pub style: String,
    /// In CSS pixels.
    pub width: f64,
    /// In CSS pixels.
    pub height: f64,
    /// The colour behind it, as in CSS.
    pub canvas: String,
    /// How far its corner has to be from that of the picture before, to the right and down, so that
    /// most of the nodes that were there stay where they are.
    pub shift: (f64, f64),
}

/// The `id` of every picture's root element.
pub const PICTURE_ID: &str = "diagram";

/// Why there is no picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Problem {
    /// There is no text.
    Blank,
    /// The text is no diagram.
    Syntax {
        /// Where and why.
        diagnostic: Diagnostic,
        /// What would mend it, if that is known.
        fix: Option<Fix>,
    },
    /// The diagram is more than can be drawn.
    TooLarge {
        /// What there is too much of, and what to do, in a sentence.
        message: String,
    },
    /// The renderer does not draw this; another one may.
    Undrawable {
        /// Why, in a sentence.
        message: String,
    },
}

/// A text as it was meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// The mended text.
    pub text: String,
    /// What was changed, in order.
    pub changes: Vec<Change>,
    /// What is still wrong with it, if anything.
    pub remaining: Option<Place>,
}

/// A change that a fix makes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The line, from 1.
    pub line: u32,
    /// What is changed, as a phrase.
    pub what: String,
}

/// What differs between two diagrams.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// What happened.
    pub kind: DifferenceKind,
    /// What it is called: a node's id, `A -> B` of an edge.
    pub name: String,
    /// Whether it is a node.
    pub is_node: bool,
    /// The whole, as a sentence.
    pub sentence: String,
}

/// What happened to an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DifferenceKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is there, and another: renamed, relabelled, moved.
    Changed,
}
