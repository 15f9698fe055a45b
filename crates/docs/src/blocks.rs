//! Documents as blocks in a row, and which of them a place in a file is.

use std::collections::HashMap;

use ichiban_apidoc::api::Evidence;
use ichiban_apidoc::document::{self, BlockKind, Item, Location, MarkKind, Table, Text};
use ichiban_engine::docs::page::{Block, Document, Heading, Kind, Place, Position, Run, Style};
use serde_json::Value;

/// How deep blocks may nest; what is nested deeper stands at this depth.
const DEPTH: usize = 64;
/// The lines of a block of code. Longer code comes in several.
const LINES: usize = 40;
/// The characters of a line that are shown.
const LINE: usize = 2_000;
/// The cells of a row that are shown.
const CELLS: usize = 12;

/// A document, laid out.
#[derive(Debug)]
pub(crate) struct Page {
    name: String,
    blocks: Vec<Block>,
    /// The first bytes of blocks, or the pages and tops, in order.
    spans: Vec<(usize, u32)>,
    boxes: Vec<(u32, f32, u32)>,
    /// The blocks of operations that were given and not found.
    given: HashMap<String, u32>,
}

impl Page {
    /// Lays a document out. Linear in it.
    pub(crate) fn of(document: &document::Document) -> Self {
        let mut page = Self::new(&document.name);
        page.blocks(&document.blocks, 0);
        page.spans.sort_unstable();
        page.boxes
            .sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        page
    }

    /// Lays the operations of an `OpenAPI` document out, each with what is said of it.
    pub(crate) fn of_openapi(name: &str, value: &Value) -> Self {
        let mut page = Self::new(name);
        for (path, method, operation) in ichiban_apidoc::calls::operations(value) {
            let key = format!("{} {path}", method.to_uppercase());
            let number = page.push(Kind::Heading(2, plain(&key)), 0, Position::None);
            page.given.entry(key).or_insert(number);
            let text = serde_json::to_string_pretty(operation).unwrap_or_default();
            page.code(&text, 0, Position::None);
        }
        page
    }

    fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            blocks: Vec::new(),
            spans: Vec::new(),
            boxes: Vec::new(),
            given: HashMap::new(),
        }
    }

    /// What the page is told of it.
    pub(crate) fn told(&self) -> Document {
        let outline = (0..)
            .zip(&self.blocks)
            .filter_map(|(block, shown)| match &shown.kind {
                Kind::Heading(level, runs) => Some(Heading {
                    block,
                    level: *level,
                    text: runs.iter().map(|run| run.text.as_str()).collect(),
                }),
                _ => None,
            })
            .collect();
        Document {
            name: self.name.clone(),
            blocks: number(self.blocks.len()),
            outline,
        }
    }

    /// Some of its blocks.
    pub(crate) fn some(&self, from: u32, count: u32) -> Vec<Block> {
        self.blocks
            .iter()
            .skip(from as usize)
            .take(count as usize)
            .cloned()
            .collect()
    }

    /// The block at a place in the file.
    pub(crate) fn block(&self, location: Location) -> u32 {
        match location {
            Location::Span { start, .. } => {
                let end = self.spans.partition_point(|(first, _)| *first <= start);
                let Some((first, _)) = end.checked_sub(1).and_then(|at| self.spans.get(at)) else {
                    return 0;
                };
                let begin = self.spans.partition_point(|(other, _)| other < first);
                self.spans.get(begin).map_or(0, |(_, block)| *block)
            }
            Location::Page { number, area } => {
                // A point of tolerance: tops are rounded.
                let is_before =
                    |(page, top, _): &(u32, f32, u32)| (*page, *top) <= (number, area[1] + 1.0);
                let end = self.boxes.partition_point(is_before);
                end.checked_sub(1)
                    .and_then(|at| self.boxes.get(at))
                    .map_or(0, |(_, _, block)| *block)
            }
        }
    }

    /// The block of an operation that was given.
    pub(crate) fn given(&self, key: &str) -> Option<u32> {
        self.given.get(key).copied()
    }

    /// Forgets what blocks document.
    pub(crate) fn clear_marks(&mut self) {
        for block in &mut self.blocks {
            block.operations.clear();
            block.parameters.clear();
        }
    }

    /// Marks that a block documents an operation, or a parameter of it.
    pub(crate) fn mark(&mut self, block: u32, operation: &str, parameter: Option<&str>) {
        let Some(block) = self.blocks.get_mut(block as usize) else {
            return;
        };
        if let Some(name) = parameter {
            let pair = (operation.to_owned(), name.to_owned());
            // A parameter that a hundred operations share is told of once.
            if block.parameters.len() < 8 && !block.parameters.contains(&pair) {
                block.parameters.push(pair);
            }
        } else if block.operations.len() < 8 && !block.operations.iter().any(|it| it == operation) {
            block.operations.push(operation.to_owned());
        }
    }

    fn push(&mut self, kind: Kind, depth: usize, position: Position) -> u32 {
        let number = number(self.blocks.len());
        self.blocks.push(Block {
            kind,
            depth: u8::try_from(depth).unwrap_or(u8::MAX),
            position,
            operations: Vec::new(),
            parameters: Vec::new(),
        });
        number
    }

    fn add(&mut self, kind: Kind, depth: usize, location: Location) {
        let position = match location {
            Location::Span { line, .. } => Position::Line(line),
            Location::Page { number, .. } => Position::Page(number),
        };
        let number = self.push(kind, depth, position);
        match location {
            Location::Span { start, .. } => self.spans.push((start, number)),
            Location::Page { number: page, area } => self.boxes.push((page, area[1], number)),
        }
    }

    fn code(&mut self, text: &str, depth: usize, position: Position) {
        let lines: Vec<&str> = text.lines().collect();
        for part in lines.chunks(LINES) {
            let shown: Vec<String> = part.iter().map(|line| shortened(line)).collect();
            self.push(Kind::Code(shown.join("\n")), depth, position);
        }
    }

    fn blocks(&mut self, blocks: &[document::Block], depth: usize) {
        if depth > DEPTH {
            return;
        }
        for block in blocks {
            let location = block.location;
            match &block.kind {
                BlockKind::Heading { level, text, .. } => {
                    self.add(Kind::Heading(*level, runs(text)), depth, location);
                }
                BlockKind::Paragraph(text) => {
                    self.add(Kind::Paragraph(runs(text)), depth, location);
                }
                BlockKind::List(items) => self.items(items, depth, location),
                BlockKind::Definitions(list) => {
                    for entry in list {
                        self.add(Kind::Term(runs(&entry.term)), depth, entry.location);
                        self.blocks(&entry.body, depth + 1);
                    }
                }
                BlockKind::Table(table) => self.table(table, depth, location),
                BlockKind::Code { text, .. } => {
                    let first = self.blocks.len();
                    self.code(text, depth, Position::None);
                    self.place(first, location);
                }
                BlockKind::Component {
                    name,
                    attributes,
                    children,
                } => {
                    let told: Vec<_> = attributes
                        .iter()
                        .map(|(name, value)| (shortened(name), shortened(value)))
                        .collect();
                    self.add(Kind::Component(shortened(name), told), depth, location);
                    self.blocks(children, depth + 1);
                }
                BlockKind::Quote(children) => self.blocks(children, depth + 1),
                BlockKind::Exchange(call) => {
                    let exchange = &call.exchange;
                    let method = exchange
                        .method
                        .map_or_else(String::new, |method| method.to_string());
                    let status = exchange.answer.as_ref().and_then(|answer| answer.status);
                    let path = shortened(&exchange.path);
                    self.add(Kind::Call(method, path, status), depth, location);
                }
            }
        }
    }

    /// Says of the blocks from `first` on where they stand.
    fn place(&mut self, first: usize, location: Location) {
        let (Location::Span { line, .. } | Location::Page { number: line, .. }) = location;
        let is_page = matches!(location, Location::Page { .. });
        for block in self.blocks.iter_mut().skip(first) {
            block.position = if is_page {
                Position::Page(line)
            } else {
                Position::Line(line)
            };
        }
        if first < self.blocks.len() {
            match location {
                Location::Span { start, .. } => self.spans.push((start, number(first))),
                Location::Page { number: page, area } => {
                    self.boxes.push((page, area[1], number(first)));
                }
            }
        }
    }

    fn items(&mut self, items: &[Item], depth: usize, location: Location) {
        for item in items {
            let place = item.location.unwrap_or(location);
            self.add(Kind::Item(runs(&item.text)), depth, place);
            self.blocks(&item.children, depth + 1);
        }
    }

    fn table(&mut self, table: &Table, depth: usize, location: Location) {
        let cells = |cells: &[Text]| cells.iter().take(CELLS).map(runs).collect();
        if !table.header.is_empty() {
            self.add(Kind::Row(cells(&table.header), true), depth, location);
        }
        for row in &table.rows {
            let place = row.location.unwrap_or(location);
            self.add(Kind::Row(cells(&row.cells), false), depth, place);
        }
    }
}

/// The place of evidence, among pages by their names.
pub(crate) fn place(pages: &[Page], evidence: &Evidence) -> Option<Place> {
    let document = pages
        .iter()
        .position(|page| page.name == evidence.document)?;
    Some(Place {
        document: number(document),
        block: pages.get(document)?.block(evidence.location),
    })
}

fn number(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn shortened(line: &str) -> String {
    match line.char_indices().nth(LINE) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line.to_owned(),
    }
}

fn plain(text: &str) -> Vec<Run> {
    vec![Run {
        text: text.to_owned(),
        style: Style::Plain,
    }]
}

/// The characters of a text by style. Of marks within one another the outermost counts, but a link.
fn runs(text: &Text) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut at = 0;
    let mut push = |from: usize, to: usize, style: Style| {
        if let Some(part) = text.plain.get(from..to).filter(|part| !part.is_empty()) {
            runs.push(Run {
                text: part.to_owned(),
                style,
            });
        }
    };
    for mark in &text.marks {
        if mark.start < at || mark.end <= mark.start {
            continue;
        }
        let style = match &mark.kind {
            MarkKind::Code => Style::Code,
            MarkKind::Strong => Style::Strong,
            MarkKind::Emphasis => Style::Emphasis,
            MarkKind::Link(target) => Style::Link(target.clone()),
            MarkKind::Component { .. } => continue,
        };
        push(at, mark.start, Style::Plain);
        push(mark.start, mark.end, style);
        at = mark.end;
    }
    push(at, text.plain.len(), Style::Plain);
    runs
}

#[cfg(test)]
mod tests {
    use ichiban_apidoc::Source;

    use super::*;

    fn page(text: &str) -> Page {
        match ichiban_apidoc::read("a.md", text.as_bytes()).unwrap() {
            Source::Document(document) => Page::of(&document),
            Source::OpenApi(value) => Page::of_openapi("a.json", &value),
        }
    }

    #[test]
    fn every_place_is_in_the_block_that_holds_it() {
        let text = "# T\n\nSome *text* and [more](https://example.com).\n\n| a | b |\n|--|--|\n| 1 | 2 |\n| 3 | 4 |\n\n- x\n- y\n\n```\ncode\n```\n";
        let page = page(text);
        let all = page.some(0, 100);
        let lines: Vec<_> = all.iter().map(|block| block.position).collect();
        assert_eq!(all.len(), 8, "{all:?}");
        let start = text.find("| 3").unwrap();
        let at = page.block(Location::Span {
            start,
            end: start + 1,
            line: 8,
        });
        assert!(
            matches!(&all[at as usize].kind, Kind::Row(cells, false) if cells[0][0].text == "3"),
            "{lines:?}"
        );
        let Kind::Paragraph(runs) = &all[1].kind else {
            panic!("{:?}", all[1]);
        };
        assert_eq!(runs[1].style, Style::Emphasis);
        assert_eq!(runs[3].style, Style::Link("https://example.com".to_owned()));
    }

    #[test]
    fn long_code_comes_in_several_blocks_and_long_lines_are_cut() {
        let code = format!("```\n{}{}\n```\n", "line\n".repeat(100), "x".repeat(5_000));
        let page = page(&code);
        let all = page.some(0, 100);
        assert_eq!(all.len(), 3);
        let Kind::Code(last) = &all[2].kind else {
            panic!("{:?}", all[2]);
        };
        assert!(last.lines().last().unwrap().chars().count() <= LINE + 1);
    }
}
