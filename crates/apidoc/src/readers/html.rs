//! HTML: any page of documentation, as a browser would show it. Knows no site: what counts is
//! which elements are blocks, which are marks, and which are the page's furniture.

mod element;

use scraper::{ElementRef, Html, Node};

use crate::api::Method;
use crate::document::{
    Block, BlockKind, Definition, Document, Item, Location, MarkKind, Row, Table, Text, TextBuilder,
};

use element::{
    anchor_of, is_apart, is_badge, is_furniture, is_inline, is_placeholder, is_word, language_of,
};

/// How deep elements may nest; what lies deeper is read as plain text.
const DEPTH: usize = 200;

/// Reads a page of HTML. Locations give the line of the nearest text found in the source.
pub fn read(name: &str, source: &str) -> Document {
    let page = Html::parse_document(source);
    let mut reader = Reader {
        place: Place::new(source),
    };
    Document {
        name: name.to_owned(),
        blocks: reader.children(page.root_element(), 0),
        notes: Vec::new(),
    }
}

/// Reads a piece of HTML that stands within another format, at `location`.
pub(super) fn fragment(source: &str, location: Location) -> Vec<Block> {
    let page = Html::parse_fragment(source);
    let mut reader = Reader {
        place: Place::fixed(location),
    };
    reader.children(page.root_element(), 0)
}

/// Finds blocks again in the source. The parser keeps no offsets, so each block's first words are
/// searched from where the last one was found: one pass in all, and a miss leaves the last place.
struct Place<'a> {
    source: &'a str,
    at: usize,
    line: u32,
    fixed: Option<Location>,
}

impl<'a> Place<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            source,
            at: 0,
            line: 1,
            fixed: None,
        }
    }

    fn fixed(location: Location) -> Self {
        Self {
            source: "",
            at: 0,
            line: 1,
            fixed: Some(location),
        }
    }

    fn of(&mut self, text: &str) -> Location {
        if let Some(location) = self.fixed {
            return location;
        }
        let word = text
            .split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '&' | '"' | '\''))
            .find(|word| word.len() > 1)
            .unwrap_or_default();
        let rest = self.source.get(self.at..).unwrap_or_default();
        let mut window = WINDOW.min(rest.len());
        while !rest.is_char_boundary(window) {
            window -= 1;
        }
        if !word.is_empty()
            && let Some(found) = rest[..window].find(word)
        {
            let passed = rest[..found].matches('\n').count();
            self.line += u32::try_from(passed).unwrap_or(0);
            self.at += found;
            let end = self.at + word.len();
            return Location::Span {
                start: self.at,
                end,
                line: self.line,
            };
        }
        Location::Span {
            start: self.at,
            end: self.at,
            line: self.line,
        }
    }
}

/// How far ahead a block may stand from the one before it.
const WINDOW: usize = 64 * 1024;

struct Reader<'a> {
    place: Place<'a>,
}

impl Reader<'_> {
    /// The blocks among an element's children. Inline runs between blocks become paragraphs.
    fn children(&mut self, element: ElementRef<'_>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut run = TextBuilder::default();
        let mut after_badge = false;
        for child in element.children() {
            match child.value() {
                Node::Text(text) => {
                    run.push(text);
                    after_badge = false;
                }
                Node::Element(_) => {
                    let Some(child) = ElementRef::wrap(child) else {
                        continue;
                    };
                    if is_furniture(child) {
                        continue;
                    }
                    if depth >= DEPTH {
                        run.push(&child.text().collect::<String>());
                    } else if is_inline(child) {
                        if after_badge && is_badge(child) && is_apart(&run, child) {
                            run.push(" ");
                        }
                        inline(child, &mut run, depth);
                        after_badge = is_badge(child);
                    } else {
                        after_badge = false;
                        self.flush(&mut run, &mut blocks);
                        self.block(child, &mut blocks, depth + 1);
                    }
                }
                _ => {}
            }
        }
        self.flush(&mut run, &mut blocks);
        blocks
    }

    fn flush(&mut self, run: &mut TextBuilder, blocks: &mut Vec<Block>) {
        let text = run.finish();
        if !text.is_blank() {
            let location = self.place.of(&text.plain);
            blocks.push(Block {
                kind: BlockKind::Paragraph(text),
                location,
            });
        }
    }

    fn block(&mut self, element: ElementRef<'_>, blocks: &mut Vec<Block>, depth: usize) {
        let name = element.value().name();
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let text = inline_text(element, depth);
                if text.is_blank() {
                    return;
                }
                let level = name.as_bytes().get(1).map_or(6, |digit| digit - b'0');
                let location = self.place.of(&text.plain);
                let anchor = anchor_of(element);
                blocks.push(Block {
                    kind: BlockKind::Heading {
                        level,
                        text,
                        anchor,
                    },
                    location,
                });
            }
            "ul" | "ol" | "menu" => {
                let mut items = Vec::new();
                let location = self.place.of("");
                for child in element.child_elements() {
                    if is_furniture(child) {
                        continue;
                    }
                    items.push(self.item(child, depth));
                }
                if !items.is_empty() {
                    blocks.push(Block {
                        kind: BlockKind::List(items),
                        location,
                    });
                }
            }
            "dl" => {
                let location = self.place.of("");
                let mut definitions = Vec::new();
                self.definitions(element, &mut definitions, depth);
                if !definitions.is_empty() {
                    blocks.push(Block {
                        kind: BlockKind::Definitions(definitions),
                        location,
                    });
                }
            }
            "table" => {
                let location = self.place.of("");
                if code_lines(element).is_some_and(|code| self.code(&code, element, blocks)) {
                    return;
                }
                let table = self.table(element, depth);
                if !table.rows.is_empty() || !table.header.is_empty() {
                    blocks.push(Block {
                        kind: BlockKind::Table(table),
                        location,
                    });
                }
            }
            "pre" => {
                self.code(&preformatted(element), element, blocks);
            }
            "blockquote" => {
                let location = self.place.of("");
                let inside = self.children(element, depth);
                blocks.push(Block {
                    kind: BlockKind::Quote(inside),
                    location,
                });
            }
            _ => blocks.extend(self.children(element, depth)),
        }
    }

    fn code(&mut self, text: &str, element: ElementRef<'_>, blocks: &mut Vec<Block>) -> bool {
        let mut text = text.trim_matches('\n').trim_end().to_owned();
        if text.is_empty() {
            return false;
        }
        // `<pre data-type="get">/user/:id</pre>`: the method is shown as a badge.
        if text.starts_with(['/', 'h']) && !text.contains(char::is_whitespace) {
            let badges = ["data-type", "data-method", "data-verb", "data-http-method"];
            let method = badges
                .iter()
                .find_map(|name| Method::parse(element.value().attr(name)?));
            if let Some(method) = method {
                text = format!("{method} {text}");
            }
        }
        let language = language_of(element);
        let location = self.place.of(&text);
        blocks.push(Block {
            kind: BlockKind::Code { language, text },
            location,
        });
        true
    }

    fn item(&mut self, element: ElementRef<'_>, depth: usize) -> Item {
        let mut children = self.children(element, depth + 1);
        let mut location = None;
        let text = match children.first_mut() {
            Some(Block {
                kind: BlockKind::Paragraph(text),
                location: place,
            }) => {
                location = Some(*place);
                let text = std::mem::take(text);
                children.remove(0);
                text
            }
            _ => Text::default(),
        };
        Item {
            text,
            children,
            location,
        }
    }

    /// The entries of a `dl`; `div`s that group a term with its meaning are looked through.
    fn definitions(&mut self, list: ElementRef<'_>, into: &mut Vec<Definition>, depth: usize) {
        for child in list.child_elements() {
            match child.value().name() {
                "dt" => {
                    let term = inline_text(child, depth);
                    let location = self.place.of(&term.plain);
                    let anchor = anchor_of(child);
                    into.push(Definition {
                        term,
                        anchor,
                        body: Vec::new(),
                        location,
                    });
                }
                "dd" => {
                    let body = self.children(child, depth + 1);
                    if let Some(last) = into.last_mut() {
                        last.body.extend(body);
                    }
                }
                "div" if depth < DEPTH => self.definitions(child, into, depth + 1),
                _ => {}
            }
        }
    }

    fn table(&mut self, element: ElementRef<'_>, depth: usize) -> Table {
        let mut table = Table::default();
        let mut rows = Vec::new();
        collect_rows(element, &mut rows, false, 0);
        for (row, in_head) in rows {
            let cells: Vec<_> = row
                .child_elements()
                .filter(|cell| matches!(cell.value().name(), "td" | "th"))
                .collect();
            let all_heads =
                !cells.is_empty() && cells.iter().all(|cell| cell.value().name() == "th");
            let head = table.header.is_empty() && table.rows.is_empty() && (in_head || all_heads);
            let mut texts = Vec::new();
            for cell in &cells {
                texts.push(inline_text(*cell, depth));
                // A head over several columns keeps the columns apart.
                let span = cell.value().attr("colspan").filter(|_| head);
                let span = span
                    .and_then(|span| span.parse::<usize>().ok())
                    .unwrap_or(1);
                texts.extend((1..span.min(8)).map(|_| Text::default()));
            }
            let location = self.place.of(texts
                .first()
                .map(|text| text.plain.as_str())
                .unwrap_or_default());
            if head {
                table.header = texts;
            } else if texts.iter().any(|text| !text.is_blank()) {
                table.rows.push(Row {
                    cells: texts,
                    location: Some(location),
                });
            }
        }
        table
    }
}

/// The rows of a table and whether they stand in its head; rows of tables in its cells are not.
fn collect_rows<'a>(
    element: ElementRef<'a>,
    into: &mut Vec<(ElementRef<'a>, bool)>,
    in_head: bool,
    depth: usize,
) {
    for child in element.child_elements() {
        match child.value().name() {
            "tr" => into.push((child, in_head)),
            "thead" if depth < 4 => collect_rows(child, into, true, depth + 1),
            "tbody" | "tfoot" if depth < 4 => collect_rows(child, into, in_head, depth + 1),
            _ => {}
        }
    }
}

/// Some highlighters set code as a table of line numbers and lines.
fn code_lines(table: ElementRef<'_>) -> Option<String> {
    let mut pres = table
        .descendants()
        .filter_map(ElementRef::wrap)
        .filter(|element| element.value().name() == "pre");
    let (first, second) = (pres.next()?, pres.next());
    let numbers = |pre: &ElementRef<'_>| {
        pre.text()
            .collect::<String>()
            .split_whitespace()
            .all(|word| word.parse::<u32>().is_ok())
    };
    match second {
        Some(second) if numbers(&first) => Some(preformatted(second)),
        None if table
            .value()
            .classes()
            .any(|class| class.contains("highlight")) =>
        {
            Some(preformatted(first))
        }
        _ => None,
    }
}

/// The text of an element as it stands. What is set apart as a placeholder within a path or query
/// is put in braces.
fn preformatted(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    for node in element.descendants() {
        match node.value() {
            Node::Text(part) => {
                let within = text.ends_with(['/', '=']) && is_word(part);
                let stands_for = within
                    && node
                        .parent()
                        .and_then(ElementRef::wrap)
                        .is_some_and(is_placeholder);
                if stands_for {
                    text.push('{');
                    text.push_str(part.trim());
                    text.push('}');
                } else {
                    text.push_str(part);
                }
            }
            Node::Element(tag) if tag.name() == "br" => text.push('\n'),
            _ => {}
        }
    }
    text
}

fn inline_text(element: ElementRef<'_>, depth: usize) -> Text {
    let mut builder = TextBuilder::default();
    inline_children(element, &mut builder, depth);
    builder.finish()
}

fn inline(element: ElementRef<'_>, builder: &mut TextBuilder, depth: usize) {
    let mark = match element.value().name() {
        "br" => return builder.line_break(),
        "code" | "kbd" | "tt" | "samp" | "var" => Some(MarkKind::Code),
        "b" | "strong" => Some(MarkKind::Strong),
        "i" | "em" | "cite" => Some(MarkKind::Emphasis),
        "a" => element
            .value()
            .attr("href")
            .map(|href| MarkKind::Link(href.to_owned())),
        _ => None,
    };
    let marked = mark.is_some();
    if let Some(kind) = mark {
        builder.open(kind);
    }
    inline_children(element, builder, depth + 1);
    if marked {
        builder.close();
    }
}

/// An element's text with its marks; blocks within it are parted by line breaks.
fn inline_children(element: ElementRef<'_>, builder: &mut TextBuilder, depth: usize) {
    if depth > DEPTH {
        builder.push(&element.text().collect::<String>());
        return;
    }
    let mut after_element = false;
    for child in element.children() {
        match child.value() {
            Node::Text(text) => {
                builder.push(text);
                after_element = false;
            }
            Node::Element(_) => {
                let Some(child) = ElementRef::wrap(child) else {
                    continue;
                };
                if is_furniture(child) {
                    continue;
                }
                if is_inline(child) {
                    // Badges that touch in the source are apart on the page.
                    if after_element && is_badge(child) && is_apart(builder, child) {
                        builder.push(" ");
                    }
                    inline(child, builder, depth);
                    after_element = is_badge(child);
                } else {
                    builder.line_break();
                    inline_children(child, builder, depth + 1);
                    builder.line_break();
                    after_element = false;
                }
            }
            _ => {}
        }
    }
}
