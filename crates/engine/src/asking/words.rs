//! An answer in words: Markdown that streams in, as what changes of the blocks that a page shows.
//!
//! A tool's worker hands the events of an answer to a [`Writer`] and sends its [`Patch`]es to the page,
//! which keeps them in a [`Transcript`], so that it can show the answer again without the worker.
//! A patch is told once: what is settled is told again only where a definition came late.

use std::collections::{BTreeMap, BTreeSet};

use ichiban_model::{Ending, Event, Tokens, Usage};
use ichiban_stream::markdown::{Change, Document, State, to_view};
use serde::{Deserialize, Serialize};

/// A change of what is shown of an answer. Blocks are numbered in their order, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Patch {
    /// A block is new, or is another by now.
    Block {
        /// Which.
        id: u32,
        /// All of it, as [`to_view`] writes it. Empty where the block shows nothing.
        html: String,
        /// Whether more of it comes.
        is_open: bool,
    },
    /// A block of code has begun. What was shown of this block is void.
    CodeBegan {
        /// Which.
        id: u32,
        /// The first word of its info string; empty if there is none.
        language: String,
    },
    /// More of an open block of code.
    CodeText {
        /// Which.
        id: u32,
        /// The text, to be added to its end.
        text: String,
    },
    /// A block of code is whole.
    CodeEnded {
        /// Which.
        id: u32,
    },
}

/// What an answer has come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// Whether any of its text has come.
    pub has_begun: bool,
    /// Tokens of the question, as the provider tells; 0 before it does.
    pub input: u64,
    /// Tokens of the answer; estimated before the provider tells.
    pub output: u64,
    /// Whether the provider has told them.
    pub is_counted: bool,
    /// How it ended, once it has.
    pub end: Option<End>,
}

/// How an answer in words ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// The model said all it had to say.
    Whole,
    /// A limit of tokens cut it.
    Length,
    /// The model declined; what came are its words on why.
    Declined,
    /// It stopped before its end, or the person stopped it: what came is not all.
    Cut,
    /// The model wanted to look up more than it may.
    Exhausted,
}

/// Makes patches of an answer's events. Its cost is that of the Markdown's blocks.
#[derive(Debug)]
pub struct Writer {
    document: Document,
    /// Within the identifiers of the answer's footnotes.
    anchors: String,
    /// What becomes a button where it is written as code.
    names: BTreeSet<String>,
    patches: Vec<Patch>,
    /// The block of code that is open.
    code: Option<u32>,
    /// What was told of requests before this one.
    earlier: Usage,
    usage: Option<Usage>,
    /// Tokens of what has come, as estimated.
    estimate: u64,
    end: Option<End>,
}

impl Writer {
    /// For an answer that has not begun. `anchors` tells its footnotes from those of others in the page;
    /// `names` become buttons where they stand as code in a line.
    pub fn new(anchors: String, names: BTreeSet<String>) -> Self {
        Self {
            document: Document::new(),
            anchors,
            names,
            patches: Vec::new(),
            code: None,
            earlier: Usage::default(),
            usage: None,
            estimate: 0,
            end: None,
        }
    }

    /// Takes events in their order. The text of them all is read at once.
    pub fn hear(&mut self, events: &[Event]) {
        let mut text = String::new();
        let mut ending = None;
        for event in events {
            match event {
                Event::TextDelta { text: more } | Event::RefusalDelta { text: more } => {
                    text.push_str(more);
                }
                Event::Usage(usage) => self.usage = Some(*usage),
                Event::Ended { ending: ended } => ending = Some(ended),
                _ => {}
            }
        }
        if self.end.is_some() {
            return;
        }
        self.estimate += Tokens::estimate(&text).0;
        self.tell(|document, tell| document.push(&text, tell));
        if let Some(ending) = ending {
            self.over(match ending {
                Ending::Complete => End::Whole,
                Ending::Length => End::Length,
                Ending::Refused => End::Declined,
                Ending::ToolCalls | Ending::Error { .. } | Ending::Truncated | Ending::Aborted => {
                    End::Cut
                }
            });
        }
    }

    /// The answer goes on with that of another request, in a paragraph of its own.
    pub fn go_on(&mut self) {
        if let Some(usage) = self.usage.take() {
            self.earlier.input_tokens += usage.input_tokens;
            self.earlier.output_tokens += usage.output_tokens;
        }
        if self.end.is_none() && !self.document.source().trim_end().is_empty() {
            self.tell(|document, tell| document.push("\n\n", tell));
        }
    }

    /// Nothing more comes. An answer that has ended already stays as it is.
    pub fn over(&mut self, end: End) {
        if self.end.is_some() {
            return;
        }
        self.tell(Document::finish);
        self.end = Some(end);
    }

    /// The changes since the last call. Of several of one open block the last is told alone.
    pub fn take(&mut self) -> Vec<Patch> {
        std::mem::take(&mut self.patches)
    }

    /// What the answer has come to.
    pub fn standing(&self) -> Standing {
        let usage = self.usage.unwrap_or_default();
        Standing {
            has_begun: self.estimate > 0,
            input: self.earlier.input_tokens + usage.input_tokens,
            output: (self.earlier.output_tokens + usage.output_tokens).max(self.estimate),
            is_counted: self.usage.is_some(),
            end: self.end,
        }
    }

    /// The answer as it came, with LF for line ends.
    pub fn source(&self) -> &str {
        self.document.source()
    }

    fn tell(&mut self, push: impl FnOnce(&mut Document, &mut dyn FnMut(Change<'_>))) {
        let Self {
            document,
            anchors,
            names,
            patches,
            code,
            ..
        } = self;
        push(document, &mut |change| {
            let patch = match change {
                Change::Block(block) if *code == Some(block.id.0) => {
                    *code = None;
                    Patch::CodeEnded { id: block.id.0 }
                }
                Change::Block(block) => Patch::Block {
                    id: block.id.0,
                    html: to_view(block.events, anchors, &|name| names.contains(name)),
                    is_open: block.state == State::Open,
                },
                Change::CodeBegan { id, language } => {
                    *code = Some(id.0);
                    Patch::CodeBegan {
                        id: id.0,
                        language: language.to_owned(),
                    }
                }
                Change::CodeText { id, text } => Patch::CodeText {
                    id: id.0,
                    text: text.to_owned(),
                },
            };
            merge(patches, patch);
        });
    }
}

/// Adds a patch, in place of the last one where that says nothing any more.
fn merge(patches: &mut Vec<Patch>, patch: Patch) {
    match (patches.last_mut(), patch) {
        (Some(Patch::CodeText { id, text }), Patch::CodeText { id: of, text: more })
            if *id == of =>
        {
            text.push_str(&more);
        }
        (Some(last @ Patch::Block { .. }), patch) if is_void(last, &patch) => *last = patch,
        (_, patch) => patches.push(patch),
    }
}

fn is_void(before: &Patch, after: &Patch) -> bool {
    match (before, after) {
        (
            Patch::Block { id, .. },
            Patch::Block { id: of, .. } | Patch::CodeBegan { id: of, .. },
        ) => id == of,
        _ => false,
    }
}

/// A block as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Markup.
    Html {
        /// All of it.
        html: String,
        /// Whether more of it comes.
        is_open: bool,
    },
    /// Code.
    Code {
        /// Its language, as it was named.
        language: String,
        /// As much of it as has come.
        text: String,
        /// Whether more of it comes.
        is_open: bool,
    },
}

/// What an answer's patches add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Transcript {
    blocks: BTreeMap<u32, Shown>,
}

impl Transcript {
    /// Takes the next patch.
    pub fn take(&mut self, patch: &Patch) {
        match patch {
            Patch::Block { id, html, is_open } => {
                let shown = Shown::Html {
                    html: html.clone(),
                    is_open: *is_open,
                };
                self.blocks.insert(*id, shown);
            }
            Patch::CodeBegan { id, language } => {
                let shown = Shown::Code {
                    language: language.clone(),
                    text: String::new(),
                    is_open: true,
                };
                self.blocks.insert(*id, shown);
            }
            Patch::CodeText { id, text } => {
                if let Some(Shown::Code { text: whole, .. }) = self.blocks.get_mut(id) {
                    whole.push_str(text);
                }
            }
            Patch::CodeEnded { id } => {
                if let Some(Shown::Code { is_open, .. }) = self.blocks.get_mut(id) {
                    *is_open = false;
                }
            }
        }
    }

    /// The blocks, in order.
    pub fn blocks(&self) -> impl Iterator<Item = (u32, &Shown)> {
        self.blocks.iter().map(|(id, shown)| (*id, shown))
    }

    /// The patches that end what is open.
    pub fn closing(&self) -> Vec<Patch> {
        let closing = |(id, shown): (u32, &Shown)| match shown {
            Shown::Html {
                html,
                is_open: true,
            } => Some(Patch::Block {
                id,
                html: html.clone(),
                is_open: false,
            }),
            Shown::Code { is_open: true, .. } => Some(Patch::CodeEnded { id }),
            Shown::Html { .. } | Shown::Code { .. } => None,
        };
        self.blocks().filter_map(closing).collect()
    }

    /// The patches that show all of it to one who has seen nothing.
    pub fn patches(&self) -> Vec<Patch> {
        let mut patches = Vec::new();
        for (id, shown) in self.blocks() {
            match shown.clone() {
                Shown::Html { html, is_open } => patches.push(Patch::Block { id, html, is_open }),
                Shown::Code {
                    language,
                    text,
                    is_open,
                } => {
                    patches.push(Patch::CodeBegan { id, language });
                    patches.push(Patch::CodeText { id, text });
                    if !is_open {
                        patches.push(Patch::CodeEnded { id });
                    }
                }
            }
        }
        patches
    }
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod tests;
