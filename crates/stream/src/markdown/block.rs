//! One block, parsed as if it stood in its document.
//!
//! What other blocks define is brought in: links by the parser's callback, footnotes by a prelude
//! that defines them and whose events are dropped. Whether a block can end where it does is asked of
//! the parser too: a probe is put after it, and must come out at the top level, on its own.

use std::ops::Range;

use pulldown_cmark::{
    BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd,
};

use super::State;
use super::definitions::{Definitions, Found, Label, Target};

/// What comes after a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Followed {
    /// A blank line, and then what cannot be an item of a list.
    Text,
    /// A blank line, and then what may be an item of a list.
    Item,
    /// A fence of that character.
    Fence(char),
}

/// What a block says.
#[derive(Debug)]
pub(super) struct Parsed<'a> {
    pub(super) events: Vec<Event<'a>>,
    pub(super) found: Found,
    /// What it mentions and nothing defines.
    pub(super) missing: Vec<Label>,
}

impl Parsed<'_> {
    /// The state of a block whose text is whole.
    pub(super) fn state(&self) -> State {
        if self.missing.is_empty() {
            State::Settled
        } else {
            State::Awaiting
        }
    }
}

/// What is read besides `CommonMark`.
pub fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
}

/// Ends what is open before a block, whatever its first line is.
const DIVIDER: &str = "<!-- -->\n\n";
const PROBE: &str = "X";

/// Parses a block. `None` if something is still open where `next` begins.
pub(super) fn parse<'a>(
    text: &str,
    next: Option<Followed>,
    definitions: &mut Definitions,
    buffer: &'a mut String,
) -> Option<Parsed<'a>> {
    let mentions: Vec<(Range<usize>, Label)> = footnotes(text).collect();
    buffer.clear();
    for (range, label) in &mentions {
        if definitions.has_footnote(label) {
            buffer.push_str("[^");
            buffer.push_str(text.get(range.clone()).unwrap_or_default());
            buffer.push_str("]:\n\n");
        }
    }
    if !buffer.is_empty() {
        buffer.push_str(DIVIDER);
    }
    let start = buffer.len();
    buffer.push_str(text);
    let end = buffer.len();
    match next {
        Some(Followed::Text | Followed::Item) => buffer.push_str(PROBE),
        Some(Followed::Fence(mark)) => {
            buffer.extend([mark; 3]);
            buffer.push_str(PROBE);
        }
        None => {}
    }

    definitions.reads(text.len());
    let mut missing = Vec::new();
    let known = &mut *definitions;
    let on_missing = |link: BrokenLink<'_>| {
        let label = Label::link(&link.reference);
        let target = known.expand(&label);
        if target.is_none() {
            missing.push(label);
        }
        target
    };
    let buffer: &'a str = buffer;
    let parser = Parser::new_with_broken_link_callback(buffer, options(), Some(on_missing));
    let mut found = Found::default();
    for (label, definition) in parser.reference_definitions().iter() {
        found.links.push((
            Label::link(label),
            Target {
                url: definition.dest.to_string(),
                title: definition.title.as_deref().unwrap_or_default().to_owned(),
            },
        ));
    }

    let mut walk = Walk::default();
    let mut parser = parser.into_offset_iter();
    for (event, range) in parser.by_ref() {
        if range.start < start {
            continue;
        }
        if range.start >= end && next.is_some() {
            if !walk.probe(&event, range.start == end, next) {
                return None;
            }
            walk.has_met_the_probe = true;
            break;
        }
        if let Event::Start(Tag::FootnoteDefinition(label)) = &event {
            found.footnotes.push(Label::footnote(label));
        }
        walk.take(event, range);
    }
    drop(parser);
    if next.is_some() && !walk.has_met_the_probe {
        return None;
    }

    let is_open = |(range, label): &(Range<usize>, Label)| {
        !definitions.has_footnote(label)
            && !found.footnotes.contains(label)
            && !walk
                .code
                .iter()
                .any(|code| code.start <= start + range.start && start + range.end <= code.end)
    };
    missing.extend(
        mentions
            .iter()
            .filter(|mention| is_open(mention))
            .map(|(_, label)| label.clone()),
    );
    // A definition of an earlier block goes before the block's own.
    for event in &mut walk.events {
        if let Event::Start(
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }
            | Tag::Image {
                link_type,
                dest_url,
                title,
                id,
            },
        ) = event
        {
            match link_type {
                LinkType::ReferenceUnknown => *link_type = LinkType::Reference,
                LinkType::CollapsedUnknown => *link_type = LinkType::Collapsed,
                LinkType::ShortcutUnknown => *link_type = LinkType::Shortcut,
                LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut => {
                    let label = Label::link(id);
                    if definitions.link(&label).is_some() {
                        let nowhere = || (CowStr::from(""), CowStr::from(""));
                        (*dest_url, *title) = definitions.expand(&label).unwrap_or_else(nowhere);
                    }
                }
                _ => {}
            }
        }
    }
    Some(Parsed {
        events: walk.events,
        found,
        missing,
    })
}

/// The walk over a block's events.
#[derive(Debug, Default)]
struct Walk<'a> {
    events: Vec<Event<'a>>,
    depth: usize,
    has_met_the_probe: bool,
    ends_in_list: bool,
    /// Where code stands: nothing is mentioned there.
    code: Vec<Range<usize>>,
}

impl<'a> Walk<'a> {
    fn take(&mut self, event: Event<'a>, range: Range<usize>) {
        match &event {
            Event::Start(tag) => {
                if matches!(tag, Tag::CodeBlock(_)) {
                    self.code.push(range);
                }
                self.depth += 1;
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                self.ends_in_list = self.depth == 0 && matches!(tag, TagEnd::List(_));
            }
            Event::Code(_) => self.code.push(range),
            Event::Rule | Event::Html(_) => self.ends_in_list = false,
            _ => {}
        }
        self.events.push(event);
    }

    /// Whether the probe's first event shows that nothing was open before it.
    fn probe(&self, event: &Event<'_>, is_at_its_place: bool, next: Option<Followed>) -> bool {
        let is_apart = match (next, event) {
            (Some(Followed::Text), Event::Start(Tag::Paragraph)) => true,
            (Some(Followed::Item), Event::Start(Tag::Paragraph)) => !self.ends_in_list,
            (
                Some(Followed::Fence(_)),
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))),
            ) => **info == *PROBE,
            _ => false,
        };
        is_apart && is_at_its_place && self.depth == 0
    }
}

/// What may be a mention of a footnote: the label's place and the label.
fn footnotes(text: &str) -> impl Iterator<Item = (Range<usize>, Label)> {
    memchr::memmem::find_iter(text.as_bytes(), "[^").filter_map(|at| {
        let rest = text.get(at + 2..)?;
        let mut escaped = false;
        // A label has at most 999 characters (`CommonMark` §4.7).
        for (end, byte) in rest.bytes().enumerate().take(4000) {
            match byte {
                b']' if !escaped && end > 0 => {
                    let label = rest.get(..end)?;
                    return Some((at + 2..at + 2 + end, Label::footnote(label)));
                }
                b'\n' => return None,
                b'[' if !escaped => return None,
                _ => escaped = byte == b'\\' && !escaped,
            }
        }
        None
    })
}
