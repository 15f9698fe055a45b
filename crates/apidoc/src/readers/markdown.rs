//! Markdown: `CommonMark` with GitHub tables, front matter and definition lists; MDX components,
//! directives and template shortcodes stay blocks ([`super::components`]).

use std::collections::HashMap;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, OffsetIter, Options, Parser, Tag as Md};

use super::components::{self, Tag};
use super::html;
use crate::document::{
    Block, BlockKind, Definition, Document, Item, Lines, Location, MarkKind, Row, Table, Text,
    TextBuilder,
};

mod steps;

pub use steps::Reading;

/// How deep components and lists may nest; deeper ones are read as if they stood at this depth.
const DEPTH: usize = 48;

/// Elements of HTML that hold structure of their own and are read as HTML.
const STRUCTURE: [&str; 7] = ["table", "dl", "ul", "ol", "pre", "figure", "select"];
/// Elements of HTML whose tags say nothing about their contents.
const WRAPPERS: [&str; 29] = [
    "div", "details", "summary", "section", "span", "a", "img", "br", "p", "center", "hr", "b",
    "i", "em", "strong", "code", "sub", "sup", "small", "article", "main", "h1", "h2", "h3", "h4",
    "h5", "h6", "kbd", "u",
];

/// Reads a page of Markdown or MDX. Linear in its length.
pub fn read(name: &str, source: &str) -> Document {
    let lines = Lines::new(source);
    let (front, body) = front_matter(source);
    let mut blocks = front_blocks(front);
    let mut splitter = Splitter {
        source,
        lines: &lines,
        at: source.len() - body.len(),
        until: usize::MAX,
        last: HashMap::new(),
    };
    blocks.extend(splitter.blocks(None, 0));
    Document {
        name: name.to_owned(),
        blocks,
        notes: Vec::new(),
    }
}

/// Splits YAML (`---`) or TOML (`+++`) front matter from the text.
fn front_matter(source: &str) -> (&str, &str) {
    let text = source.trim_start_matches('\u{feff}');
    for fence in ["---", "+++"] {
        let Some(rest) = text
            .strip_prefix(fence)
            .filter(|rest| rest.starts_with(['\n', '\r']))
        else {
            continue;
        };
        let mut at = 0;
        for line in rest.split_inclusive('\n') {
            if at > 0 && line.trim_end() == fence {
                return (&rest[..at], &rest[at + line.len()..]);
            }
            at += line.len();
        }
    }
    ("", text)
}

/// What front matter says of the page: its title, and the route of pages that document one.
fn front_blocks(front: &str) -> Vec<Block> {
    let value = |wanted: &[&str]| {
        front.lines().find_map(|line| {
            let (key, value) = line.split_once([':', '='])?;
            let value = value.trim().trim_matches(['"', '\'']);
            (wanted.contains(&key.trim()) && !value.is_empty()).then(|| value.to_owned())
        })
    };
    let mut blocks = Vec::new();
    let block = |kind| Block {
        kind,
        location: Location::START,
    };
    if let Some(title) = value(&["title"]) {
        blocks.push(block(BlockKind::Heading {
            level: 1,
            text: Text::plain(title),
            anchor: None,
        }));
    }
    if let Some(version) = value(&["version", "api_version", "apiVersion"]) {
        blocks.push(block(BlockKind::Paragraph(Text::plain(format!(
            "Version: {version}"
        )))));
    }
    if let Some(route) = value(&["api", "openapi"]) {
        blocks.push(block(BlockKind::Paragraph(Text::plain(route))));
    }
    blocks
}

/// Parts the source into Markdown and the component tags that stand at the start of lines.
struct Splitter<'a> {
    source: &'a str,
    lines: &'a Lines,
    at: usize,
    /// Before the first heading from here on reading pauses, outside of components.
    until: usize,
    /// Where texts that were looked for stand for the last time.
    last: HashMap<String, Option<usize>>,
}

impl Splitter<'_> {
    /// Blocks up to the closing tag of `within`, or the end.
    fn blocks(&mut self, within: Option<&str>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut segment = Segment::default();
        let mut fence: Option<String> = None;
        while let Some(line) = self
            .source
            .get(self.at..)
            .and_then(|rest| rest.split_inclusive('\n').next())
        {
            let start = self.at;
            let trimmed = line.trim_start();
            if let Some(mark) = &fence {
                if trimmed.trim_end().starts_with(mark.as_str())
                    && trimmed.trim().chars().all(|c| mark.starts_with(c))
                {
                    fence = None;
                }
                segment.push(line, start);
                self.at += line.len();
                continue;
            }
            if self.at >= self.until
                && depth == 0
                && steps::may_part(self.source, start, line)
                // What is indented throughout is read by what comes after it.
                && segment.indent() == 0
            {
                break;
            }
            if let Some(mark) = fence_mark(trimmed) {
                fence = Some(mark);
            } else if depth < DEPTH && trimmed.starts_with(['<', '{']) {
                let tag_at = start + (line.len() - trimmed.len());
                if let Some(step) = self.tag(tag_at, within) {
                    match step {
                        Step::Leave(next) => {
                            self.at = next;
                            segment.flush(&mut blocks, self.lines);
                            return blocks;
                        }
                        Step::Skip(next) => {
                            self.at = next;
                            continue;
                        }
                        Step::Html(next) => {
                            segment.flush(&mut blocks, self.lines);
                            let location = self.lines.locate(tag_at, next);
                            let raw = self.source.get(tag_at..next).unwrap_or_default();
                            blocks.extend(html::fragment(raw, location));
                            self.at = next;
                            continue;
                        }
                        Step::Enter {
                            name,
                            attributes,
                            inside,
                            closed,
                        } => {
                            segment.flush(&mut blocks, self.lines);
                            self.at = inside;
                            let children = if closed {
                                Vec::new()
                            } else {
                                self.inside(&name, depth + 1)
                            };
                            let location = self.lines.locate(tag_at, self.at);
                            blocks.push(Block {
                                kind: BlockKind::Component {
                                    name,
                                    attributes,
                                    children,
                                },
                                location,
                            });
                            continue;
                        }
                    }
                }
            }
            segment.push(line, start);
            self.at += line.len();
        }
        segment.flush(&mut blocks, self.lines);
        blocks
    }

    /// What stands between a component's tags: on the same line as text, else as blocks.
    fn inside(&mut self, name: &str, depth: usize) -> Vec<Block> {
        let rest = self.source.get(self.at..).unwrap_or_default();
        let line = rest.split_inclusive('\n').next().unwrap_or_default();
        let close = format!("</{name}>");
        if let Some(end) = line.find(&close) {
            let mut segment = Segment::default();
            segment.push(&line[..end], self.at);
            self.at += end + close.len();
            let mut blocks = Vec::new();
            segment.flush(&mut blocks, self.lines);
            return blocks;
        }
        // A component that is never closed must not swallow the page.
        let folded = name.to_ascii_lowercase();
        let closing = [
            close,
            format!("end{name}"),
            format!("/{name}"),
            format!("/{folded}"),
        ];
        if !closing.into_iter().any(|close| self.comes(close)) {
            return Vec::new();
        }
        self.blocks(Some(name), depth)
    }

    /// Whether a text comes after the place of reading. Looks for each text but once.
    fn comes(&mut self, text: String) -> bool {
        let source = self.source;
        let last = self
            .last
            .entry(text)
            .or_insert_with_key(|text| source.rfind(text.as_str()));
        last.is_some_and(|last| last >= self.at)
    }

    fn tag(&mut self, at: usize, within: Option<&str>) -> Option<Step> {
        let rest = self.source.get(at..)?;
        if let Some(comment) = rest.strip_prefix("<!--") {
            return Some(Step::Skip(
                at + 4 + comment.find("-->").map_or(comment.len(), |i| i + 3),
            ));
        }
        if let Some(comment) = rest.strip_prefix("{/*") {
            return Some(Step::Skip(
                at + 3 + comment.find("*/}").map_or(comment.len(), |i| i + 3),
            ));
        }
        let (tag, length) = components::read(rest)?;
        let next = at + length;
        match tag {
            Tag::Close { name } if within.is_some_and(|open| open.eq_ignore_ascii_case(&name)) => {
                Some(Step::Leave(next))
            }
            Tag::Close { .. } => Some(Step::Skip(next)),
            Tag::Open { name, .. } if STRUCTURE.contains(&name.as_str()) => {
                let close = format!("</{name}>");
                let open = format!("<{name}");
                if !self.comes(close.clone()) {
                    return None;
                }
                let mut depth = 0_usize;
                let mut end = at;
                while let Some(tail) = self.source.get(end..) {
                    let stop = tail.find(&close)?;
                    depth += tail[..stop].matches(&open).count();
                    end += stop + close.len();
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        // HTML around components is no more than their frame.
                        let inner = self.source.get(next..end).unwrap_or_default();
                        if holds_components(inner) {
                            return Some(Step::Skip(next));
                        }
                        return Some(Step::Html(end));
                    }
                }
                None
            }
            Tag::Open { name, .. } if WRAPPERS.contains(&name.as_str()) => {
                // Left to the Markdown parser when text follows, so that inline markup stays.
                let alone = self
                    .source
                    .get(next..)?
                    .split('\n')
                    .next()?
                    .trim()
                    .is_empty();
                alone.then_some(Step::Skip(next))
            }
            Tag::Open {
                name,
                attributes,
                closed,
            } => {
                let component = name.starts_with(|c: char| c.is_ascii_uppercase())
                    || !attributes.is_empty()
                    || !rest.starts_with('<');
                component.then_some(Step::Enter {
                    name,
                    attributes,
                    inside: next,
                    closed,
                })
            }
        }
    }
}

/// What to do at a tag; the number is where reading goes on.
enum Step {
    Leave(usize),
    Skip(usize),
    Html(usize),
    Enter {
        name: String,
        attributes: Vec<(String, String)>,
        inside: usize,
        closed: bool,
    },
}

/// Whether a line of HTML begins with a tag that only components have: `<ParamsItem …>`.
fn holds_components(html: &str) -> bool {
    html.lines().any(|line| {
        line.trim_start()
            .strip_prefix('<')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
    })
}

/// The first `{{<word>}}` or `{{% word %}}` of a line: where it starts, its word, where it ends.
fn word_shortcode(line: &str) -> Option<(usize, &str, usize)> {
    for (open, close) in [("{{<", ">}}"), ("{{%", "%}}")] {
        let Some(start) = line.find(open) else {
            continue;
        };
        let inner = line.get(start + open.len()..)?;
        let Some(end) = inner.find(close) else {
            continue;
        };
        let word = inner.get(..end)?.trim();
        if !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c == '-') {
            return Some((start, word, start + open.len() + end + close.len()));
        }
    }
    None
}

fn fence_mark(line: &str) -> Option<String> {
    let first = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = line.chars().take_while(|c| *c == first).count();
    (length >= 3).then(|| first.to_string().repeat(length))
}

/// A run of Markdown lines, with the way back to their places.
#[derive(Default)]
struct Segment {
    text: String,
    /// Where each line starts in `text` and in the source.
    starts: Vec<(usize, usize)>,
}

impl Segment {
    fn push(&mut self, line: &str, at: usize) {
        self.starts.push((self.text.len(), at));
        let mut rest = line;
        // `{{<required>}}`, a shortcode that is one word, is that word; no byte is moved.
        while let Some((start, word, end)) = word_shortcode(rest) {
            self.text.push_str(rest.get(..start).unwrap_or_default());
            self.text.push_str("  (");
            self.text.push_str(word);
            let after = end - start - word.len() - 3;
            self.text.push(')');
            self.text.push_str(&" ".repeat(after.saturating_sub(1)));
            rest = rest.get(end..).unwrap_or_default();
        }
        self.text.push_str(rest);
    }

    fn flush(&mut self, blocks: &mut Vec<Block>, lines: &Lines) {
        let mut segment = std::mem::take(self);
        if segment.text.trim().is_empty() {
            return;
        }
        segment.dedent();
        let options = Options::ENABLE_TABLES
            | Options::ENABLE_DEFINITION_LIST
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_GFM;
        let text = std::mem::take(&mut segment.text);
        let mut reader = Reader {
            events: Parser::new_ext(&text, options).into_offset_iter(),
            segment: &segment,
            lines,
            depth: 0,
        };
        blocks.extend(reader.blocks());
    }

    /// The indentation that all lines share.
    fn indent(&self) -> usize {
        self.text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .map(|line| line.len() - line.trim_start_matches(' ').len())
            .min()
            .unwrap_or(0)
    }

    /// Takes away the indentation that all lines share: the children of a component are indented
    /// for the eye.
    fn dedent(&mut self) {
        let indent = self.indent();
        if indent == 0 {
            return;
        }
        let lines: Vec<_> = self.text.split_inclusive('\n').map(str::to_owned).collect();
        let sources: Vec<_> = self.starts.iter().map(|(_, at)| *at).collect();
        self.text.clear();
        self.starts.clear();
        for (line, at) in lines.iter().zip(sources) {
            let kept = line.get(indent..).unwrap_or("\n");
            self.starts
                .push((self.text.len(), at + (line.len() - kept.len())));
            self.text.push_str(kept);
        }
    }

    fn source_offset(&self, at: usize) -> usize {
        let index = self
            .starts
            .partition_point(|(start, _)| *start <= at)
            .saturating_sub(1);
        self.starts
            .get(index)
            .map_or(at, |(start, source)| source + (at - start.min(&at)))
    }
}

/// Builds blocks from the events of one segment.
struct Reader<'a> {
    events: OffsetIter<'a>,
    segment: &'a Segment,
    lines: &'a Lines,
    depth: usize,
}

impl Reader<'_> {
    fn locate(&self, range: &std::ops::Range<usize>) -> Location {
        let start = self.segment.source_offset(range.start);
        let end = self.segment.source_offset(range.end.saturating_sub(1)) + 1;
        self.lines.locate(start, end.max(start))
    }

    /// Blocks up to the end of the element that holds them.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        // Tight list items and cells hold inline events directly.
        let mut loose = TextBuilder::default();
        let mut loose_at = None;
        while let Some((event, range)) = self.events.next() {
            let location = self.locate(&range);
            let block_level = matches!(
                &event,
                Event::Start(tag) if !is_inline(tag)
            ) || matches!(event, Event::End(_) | Event::Rule);
            if block_level && !loose.is_empty() {
                let text = loose.finish();
                blocks.push(Block {
                    kind: BlockKind::Paragraph(text),
                    location: loose_at.take().unwrap_or(location),
                });
            }
            match event {
                Event::Start(tag) if is_inline(&tag) => {
                    loose_at.get_or_insert(location);
                    self.inline_tag(&tag, &mut loose);
                }
                Event::Start(tag) => {
                    if let Some(kind) = self.block(tag) {
                        blocks.push(Block { kind, location });
                    }
                }
                Event::End(_) => break,
                Event::Rule => {}
                event => {
                    loose_at.get_or_insert(location);
                    Self::inline_event(&event, &mut loose);
                }
            }
        }
        if !loose.is_empty() {
            let text = loose.finish();
            let location = loose_at.unwrap_or(Location::START);
            blocks.push(Block {
                kind: BlockKind::Paragraph(text),
                location,
            });
        }
        blocks
    }

    /// Passes over an element that has been opened.
    fn skip(&mut self) {
        let mut open = 1_usize;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => open += 1,
                Event::End(_) => open -= 1,
                _ => {}
            }
            if open == 0 {
                break;
            }
        }
    }

    fn block(&mut self, tag: Md<'_>) -> Option<BlockKind> {
        if self.depth > DEPTH {
            self.skip();
            return None;
        }
        self.depth += 1;
        let kind = self.shallow_block(tag);
        self.depth -= 1;
        kind
    }

    fn shallow_block(&mut self, tag: Md<'_>) -> Option<BlockKind> {
        Some(match tag {
            Md::Heading { level, id, .. } => BlockKind::Heading {
                level: heading_level(level),
                text: self.inline(),
                anchor: id.map(|id| id.to_string()),
            },
            Md::CodeBlock(kind) => {
                let language = match kind {
                    CodeBlockKind::Fenced(info) => info
                        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '{' | ':'))
                        .next()
                        .filter(|word| !word.is_empty())
                        .map(str::to_lowercase),
                    CodeBlockKind::Indented => None,
                };
                let text = self.raw().trim_end_matches('\n').to_owned();
                BlockKind::Code { language, text }
            }
            Md::List(_) => BlockKind::List(self.items()),
            Md::Table(_) => BlockKind::Table(self.table()),
            Md::BlockQuote(_) => BlockKind::Quote(self.blocks()),
            Md::DefinitionList => BlockKind::Definitions(self.definitions()),
            Md::HtmlBlock | Md::MetadataBlock(_) => {
                let raw = self.raw();
                let children = html::fragment(&raw, Location::START);
                if children.is_empty() {
                    return None;
                }
                BlockKind::Quote(children)
            }
            Md::Paragraph => {
                let text = self.inline();
                let module = (text.plain.starts_with("import ")
                    || text.plain.starts_with("export "))
                    && (text.plain.contains(" from ") || text.plain.contains(" = "));
                if module || text.plain.chars().all(|c| c == ':') {
                    return None;
                }
                BlockKind::Paragraph(strip_directive(text))
            }
            _ => BlockKind::Paragraph(self.inline()),
        })
    }

    fn items(&mut self) -> Vec<Item> {
        let mut items = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Md::Item) => {
                    let location = Some(self.locate(&range));
                    let mut children = self.blocks();
                    let text = match children.first_mut() {
                        Some(Block {
                            kind: BlockKind::Paragraph(text),
                            ..
                        }) => {
                            let text = std::mem::take(text);
                            children.remove(0);
                            text
                        }
                        _ => Text::default(),
                    };
                    items.push(Item {
                        text,
                        children,
                        location,
                    });
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        items
    }

    fn definitions(&mut self) -> Vec<Definition> {
        let mut definitions: Vec<Definition> = Vec::new();
        while let Some((event, range)) = self.events.next() {
            let location = self.locate(&range);
            match event {
                Event::Start(Md::DefinitionListTitle) => {
                    let term = self.inline();
                    definitions.push(Definition {
                        term,
                        anchor: None,
                        body: Vec::new(),
                        location,
                    });
                }
                Event::Start(Md::DefinitionListDefinition) => {
                    let body = self.blocks();
                    if let Some(last) = definitions.last_mut() {
                        last.body.extend(body);
                    }
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        definitions
    }

    fn table(&mut self) -> Table {
        let mut table = Table::default();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Md::TableHead) => table.header = self.cells(),
                Event::Start(Md::TableRow) => {
                    let location = Some(self.locate(&range));
                    table.rows.push(Row {
                        cells: self.cells(),
                        location,
                    });
                }
                Event::End(_) => break,
                _ => {}
            }
        }
        table
    }

    fn cells(&mut self) -> Vec<Text> {
        let mut cells = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Md::TableCell) => cells.push(self.inline()),
                Event::End(_) => break,
                _ => {}
            }
        }
        cells
    }

    /// Inline text up to the end of the element that holds it.
    fn inline(&mut self) -> Text {
        let mut builder = TextBuilder::default();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) => self.inline_tag(&tag, &mut builder),
                event => Self::inline_event(&event, &mut builder),
            }
        }
        builder.finish()
    }

    fn inline_tag(&mut self, tag: &Md<'_>, builder: &mut TextBuilder) {
        let mark = match tag {
            Md::Strong => Some(MarkKind::Strong),
            Md::Emphasis => Some(MarkKind::Emphasis),
            Md::Link { dest_url, .. } => Some(MarkKind::Link(dest_url.to_string())),
            _ => None,
        };
        let marked = mark.is_some();
        if let Some(kind) = mark {
            builder.open(kind);
        }
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) => self.inline_tag(&tag, builder),
                event => Self::inline_event(&event, builder),
            }
        }
        if marked {
            builder.close();
        }
    }

    fn inline_event(event: &Event<'_>, builder: &mut TextBuilder) {
        match event {
            Event::Text(text) => builder.push(text),
            Event::Code(text) => {
                builder.open(MarkKind::Code);
                builder.push(text);
                builder.close();
            }
            Event::SoftBreak => builder.push(" "),
            Event::HardBreak => builder.line_break(),
            Event::InlineHtml(tag) | Event::Html(tag) => inline_html(tag, builder),
            _ => {}
        }
    }

    /// The characters up to the end of the element that holds them.
    fn raw(&mut self) -> String {
        let mut text = String::new();
        for (event, _) in self.events.by_ref() {
            match event {
                Event::End(_) => break,
                Event::Text(part) | Event::Html(part) | Event::InlineHtml(part) => {
                    text.push_str(&part);
                }
                _ => {}
            }
        }
        text
    }
}

fn inline_html(tag: &str, builder: &mut TextBuilder) {
    match components::read(tag) {
        Some((
            Tag::Open {
                name,
                attributes,
                closed,
            },
            _,
        )) => {
            let kind = match name.as_str() {
                "br" => return builder.line_break(),
                "code" | "kbd" | "tt" => MarkKind::Code,
                "b" | "strong" => MarkKind::Strong,
                "i" | "em" => MarkKind::Emphasis,
                "a" => MarkKind::Link(
                    attributes
                        .into_iter()
                        .find(|(n, _)| n == "href")
                        .map_or_else(String::new, |a| a.1),
                ),
                other if WRAPPERS.contains(&other) || other == "li" || other == "ul" => {
                    if matches!(other, "li" | "p" | "div") {
                        builder.line_break();
                    }
                    return;
                }
                _ => MarkKind::Component { name, attributes },
            };
            builder.open(kind);
            if closed {
                builder.close();
            }
        }
        Some((Tag::Close { name }, _)) => {
            let plain = (WRAPPERS.contains(&name.as_str()) || name == "li" || name == "ul")
                && !matches!(
                    name.as_str(),
                    "code" | "kbd" | "tt" | "b" | "strong" | "i" | "em" | "a"
                );
            if !plain {
                builder.close();
            }
        }
        None => {}
    }
}

/// A directive's fence (`:::note`) says how a block looks, not what it says.
fn strip_directive(text: Text) -> Text {
    if !text.plain.starts_with(":::") {
        return text;
    }
    let mark = text
        .plain
        .find(|c: char| c != ':')
        .unwrap_or(text.plain.len());
    let word = text.plain[mark..]
        .find(char::is_whitespace)
        .map_or(text.plain.len(), |i| mark + i);
    text.slice_from(word)
}

fn is_inline(tag: &Md<'_>) -> bool {
    matches!(
        tag,
        Md::Emphasis
            | Md::Strong
            | Md::Strikethrough
            | Md::Link { .. }
            | Md::Image { .. }
            | Md::Superscript
            | Md::Subscript
    )
}

fn heading_level(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
