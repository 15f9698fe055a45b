//! `AsciiDoc`, as Antora, Asciidoctor and Spring REST Docs pages use it: titles of `=`, delimited
//! blocks, tables of `|===`, lists, description lists (`term:: text`), block titles (`.Title`).
//!
//! Follows the `AsciiDoc` Language documentation as far as blocks go; macros become their text.

use crate::document::{
    Block, BlockKind, Definition, Document, Item, Lines, Location, MarkKind, Row, Table, Text,
    TextBuilder,
};

/// Whether a text without a telling name is `AsciiDoc`: it has a title of `=`, and a table or a
/// listing in its way of writing them.
pub fn is_asciidoc(text: &str) -> bool {
    let has = |wanted: fn(&str) -> bool| text.lines().any(|line| wanted(line.trim_end()));
    has(|line| title(line).is_some())
        && (has(|line| line == "|===") || has(|line| line.starts_with("[source")))
}

/// Reads a page of `AsciiDoc`.
pub fn read(name: &str, source: &str) -> Document {
    let index = Lines::new(source);
    let mut offset = 0;
    let lines: Vec<(usize, &str)> = source
        .split_inclusive('\n')
        .map(|line| {
            let at = offset;
            offset += line.len();
            (at, line.trim_end())
        })
        .collect();
    let mut reader = Reader {
        lines: &lines,
        index: &index,
        at: 0,
        blocks: Vec::new(),
        style: None,
        header: false,
        anchor: None,
    };
    while reader.at < lines.len() {
        reader.block();
    }
    Document {
        name: name.to_owned(),
        blocks: reader.blocks,
        notes: Vec::new(),
    }
}

struct Reader<'a> {
    lines: &'a [(usize, &'a str)],
    index: &'a Lines,
    at: usize,
    blocks: Vec<Block>,
    /// The language that an attribute line above gave: `[source,http]`.
    style: Option<String>,
    /// Whether an attribute line above says that the table has a head.
    header: bool,
    anchor: Option<String>,
}

impl<'a> Reader<'a> {
    fn line(&self, at: usize) -> &'a str {
        self.lines.get(at).map_or("", |(_, line)| line)
    }

    fn location(&self, from: usize, to: usize) -> Location {
        let start = self.lines.get(from).map_or(0, |(at, _)| *at);
        let end = self
            .lines
            .get(to.saturating_sub(1).max(from))
            .map_or(start, |(at, line)| at + line.len());
        self.index.locate(start, end)
    }

    fn push(&mut self, kind: BlockKind, from: usize) {
        let location = self.location(from, self.at);
        self.blocks.push(Block { kind, location });
        self.style = None;
        self.header = false;
    }

    fn block(&mut self) {
        let from = self.at;
        let line = self.line(from);
        self.at += 1;
        let is_comment = line.starts_with("//") && !line.starts_with("////");
        if line.is_empty() || is_comment || is_attribute(line) || line == "'''" || line == "<<<" {
            return;
        }
        if let Some((level, text)) = title(line) {
            let text = inline(text);
            let anchor = self.anchor.take();
            let kind = BlockKind::Heading {
                level,
                text,
                anchor,
            };
            return self.push(kind, from);
        }
        if let Some(id) = line
            .strip_prefix("[[")
            .and_then(|rest| rest.strip_suffix("]]"))
        {
            self.anchor = id.split(',').next().map(str::to_owned);
            return;
        }
        if line.starts_with('[') && line.ends_with(']') {
            return self.attributes(line);
        }
        if is_delimiter(line) {
            return self.delimited(line, from);
        }
        if line == "|===" {
            return self.table(from);
        }
        if let Some(text) = line.strip_prefix('.').filter(|text| {
            text.starts_with(|c: char| c.is_alphanumeric()) && !text.starts_with("..")
        }) {
            // A block's title is a label of what follows.
            let mut builder = TextBuilder::default();
            builder.open(MarkKind::Strong);
            builder.push(text);
            builder.close();
            let location = self.location(from, self.at);
            self.blocks.push(Block {
                kind: BlockKind::Paragraph(builder.finish()),
                location,
            });
            return;
        }
        if bullet(line).is_some() {
            return self.list(from);
        }
        if let Some((term, text)) = description(line) {
            return self.definition(term, text, from);
        }
        self.paragraph(from);
    }

    /// `[source,http,options="nowrap"]`, `[cols="1,3",options="header"]`, `[%header]`, `[#id]`.
    fn attributes(&mut self, line: &str) {
        let inner = line.trim_matches(['[', ']']);
        self.header |= inner.contains("header");
        if let Some(id) = inner.strip_prefix('#') {
            self.anchor = id.split([',', '.', '%']).next().map(str::to_owned);
        }
        let mut parts = inner.split(',').map(|part| part.trim().trim_matches('"'));
        let first = parts.next().unwrap_or_default();
        if first.is_empty() || first.starts_with("source") {
            self.style = parts
                .next()
                .filter(|language| !language.is_empty() && !language.contains('='))
                .map(str::to_lowercase);
        }
    }

    fn delimited(&mut self, fence: &str, from: usize) {
        let end = (self.at..self.lines.len())
            .find(|at| self.line(*at) == fence)
            .unwrap_or(self.lines.len());
        let text = (self.at..end)
            .map(|at| self.line(at))
            .collect::<Vec<_>>()
            .join("\n");
        if fence.starts_with("////") {
            self.at = end + 1;
            return;
        }
        if fence.starts_with(['-', '.', '`', '+']) && fence.len() > 2 {
            self.at = end + 1;
            let language = self
                .style
                .take()
                .or_else(|| fence.strip_prefix("```").map(str::to_owned))
                .filter(|language| !language.is_empty());
            let text = text.trim_matches('\n').to_owned();
            self.push(BlockKind::Code { language, text }, from);
        }
        // Examples, side bars and quotations: what is in them is read as if they were not there.
    }

    fn table(&mut self, from: usize) {
        let end = (self.at..self.lines.len())
            .find(|at| self.line(*at) == "|===")
            .unwrap_or(self.lines.len());
        let first = (self.at..end)
            .find(|at| !self.line(*at).is_empty())
            .unwrap_or(end);
        let first_cells = cells(self.line(first));
        let implicit = first_cells.len() > 1 && self.line(first + 1).is_empty();
        let mut all: Vec<(usize, String)> = Vec::new();
        for at in first..end {
            let line = self.line(at);
            if line.starts_with('|') || line.contains(" |") && all.is_empty() {
                all.extend(cells(line).into_iter().map(|cell| (at, cell)));
            } else if let Some((_, cell)) = all.last_mut() {
                if line.is_empty() {
                    continue;
                }
                // The cell goes on, and others may follow on the line.
                let mut parts = cells_after(line).into_iter();
                if let Some(part) = parts.next() {
                    cell.push(' ');
                    cell.push_str(&part);
                }
                all.extend(parts.map(|cell| (at, cell)));
            }
        }
        let head = self.header || implicit;
        let width = if implicit || first_cells.len() > 1 {
            first_cells.len()
        } else {
            // One cell a line: a blank line parts the rows.
            (first..end)
                .take_while(|at| !self.line(*at).is_empty())
                .filter(|at| self.line(*at).starts_with('|'))
                .count()
        }
        .max(1);
        let mut table = Table::default();
        for (index, row) in all.chunks(width).enumerate() {
            let cells: Vec<Text> = row.iter().map(|(_, cell)| inline(cell.trim())).collect();
            if index == 0 && head {
                table.header = cells;
            } else {
                let at = row.first().map_or(first, |(at, _)| *at);
                let location = Some(self.location(at, at + 1));
                table.rows.push(Row { cells, location });
            }
        }
        self.at = end + 1;
        if !table.rows.is_empty() {
            self.push(BlockKind::Table(table), from);
        }
    }

    fn list(&mut self, from: usize) {
        let mut items: Vec<(usize, Item)> = Vec::new();
        self.at = from;
        while let Some((depth, text)) = bullet(self.line(self.at)) {
            let start = self.at;
            let mut whole = text.to_owned();
            self.at += 1;
            while self.continues() {
                whole.push(' ');
                whole.push_str(self.line(self.at).trim());
                self.at += 1;
            }
            let location = Some(self.location(start, self.at));
            let text = inline(&whole);
            items.push((
                depth,
                Item {
                    text,
                    location,
                    ..Item::default()
                },
            ));
            while self.line(self.at).is_empty()
                && self.at < self.lines.len()
                && bullet(self.line(self.at + 1)).is_some()
            {
                self.at += 1;
            }
        }
        let location = self.location(from, self.at);
        let mut nested: Vec<Item> = Vec::new();
        for (depth, item) in items {
            nest(&mut nested, item, depth - 1, location);
        }
        self.push(BlockKind::List(nested), from);
    }

    /// `term:: text`, the text perhaps on the lines below.
    fn definition(&mut self, term: &str, text: &str, from: usize) {
        let mut whole = text.to_owned();
        if text.is_empty() && self.line(self.at).is_empty() {
            self.at += 1;
        }
        while self.continues() && description(self.line(self.at)).is_none() {
            whole.push(' ');
            whole.push_str(self.line(self.at).trim());
            self.at += 1;
        }
        let location = self.location(from, self.at);
        let body = inline(whole.trim());
        let entry = Definition {
            term: inline(term),
            anchor: None,
            body: vec![Block {
                kind: BlockKind::Paragraph(body),
                location,
            }],
            location,
        };
        if let Some(Block {
            kind: BlockKind::Definitions(list),
            ..
        }) = self.blocks.last_mut()
        {
            list.push(entry);
        } else {
            self.push(BlockKind::Definitions(vec![entry]), from);
        }
    }

    fn paragraph(&mut self, from: usize) {
        let mut whole = self.line(from).trim().to_owned();
        let literal = self.line(from).starts_with([' ', '\t']);
        while self.continues() {
            whole.push(if literal { '\n' } else { ' ' });
            whole.push_str(self.line(self.at).trim());
            self.at += 1;
        }
        let kind = if literal || self.style.is_some() {
            BlockKind::Code {
                language: self.style.take(),
                text: whole,
            }
        } else {
            BlockKind::Paragraph(inline(whole.trim_end_matches(" +")))
        };
        self.push(kind, from);
    }

    /// Whether the line belongs to the paragraph above it.
    fn continues(&self) -> bool {
        let line = self.line(self.at);
        self.at < self.lines.len()
            && !line.is_empty()
            && line != "+"
            && !is_delimiter(line)
            && line != "|==="
            && bullet(line).is_none()
            && title(line).is_none()
            && !(line.starts_with('[') && line.ends_with(']'))
    }
}

/// `== Title`: its level, 1 for the document's own, and its text. Markdown's `#` is taken too.
fn title(line: &str) -> Option<(u8, &str)> {
    let marks = line.chars().take_while(|c| *c == '=').count();
    let text = line.get(marks..)?.strip_prefix(' ')?.trim();
    let level = u8::try_from(marks).ok()?;
    ((1..=6).contains(&level) && !text.is_empty())
        .then(|| (level, text.trim_end_matches([' ', '='])))
}

/// `:name: value` of a document's head.
fn is_attribute(line: &str) -> bool {
    line.strip_prefix(':')
        .and_then(|rest| rest.split_once(':'))
        .is_some_and(|(name, rest)| {
            !name.is_empty()
                && name
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '!'))
                && (rest.is_empty() || rest.starts_with(' '))
        })
}

fn is_delimiter(line: &str) -> bool {
    if line == "--" {
        return true;
    }
    line.starts_with("```")
        || line.len() >= 4
            && ['-', '.', '=', '*', '_', '+', '/']
                .iter()
                .any(|mark| line.chars().all(|c| c == *mark))
}

/// An entry of a list: how deep it is, from 1, and its text.
fn bullet(line: &str) -> Option<(usize, &str)> {
    let line = line.trim_start();
    for mark in ['*', '.', '-'] {
        let depth = line.chars().take_while(|c| *c == mark).count();
        if (1..=5).contains(&depth)
            && (mark != '-' || depth == 1)
            && let Some(text) = line.get(depth..).and_then(|rest| rest.strip_prefix(' '))
        {
            return Some((depth, text.trim()));
        }
    }
    None
}

fn nest(items: &mut Vec<Item>, item: Item, depth: usize, location: Location) {
    let Some(parent) = items.last_mut().filter(|_| depth > 0) else {
        items.push(item);
        return;
    };
    if !matches!(parent.children.last(), Some(block) if matches!(block.kind, BlockKind::List(_))) {
        parent.children.push(Block {
            kind: BlockKind::List(Vec::new()),
            location,
        });
    }
    if let Some(Block {
        kind: BlockKind::List(inner),
        ..
    }) = parent.children.last_mut()
    {
        nest(inner, item, depth - 1, location);
    }
}

/// `term:: text`.
fn description(line: &str) -> Option<(&str, &str)> {
    let (term, text) = line.split_once("::")?;
    let named = !term.is_empty() && term.len() < 100 && !term.contains("//");
    (named && (text.is_empty() || text.starts_with([' ', '\t'])))
        .then(|| (term.trim(), text.trim()))
}

/// The cells that begin on a line. What stands before a bar (`2+`, `a`) says how a cell is set.
fn cells(line: &str) -> Vec<String> {
    let mut cells = cells_after(line);
    if !cells.is_empty() {
        cells.remove(0);
    }
    cells
}

/// The parts of a line between bars that are not escaped and not within code.
fn cells_after(line: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut code = false;
    let mut last = ' ';
    for c in line.chars() {
        match c {
            '`' => code = !code,
            '|' if last == '\\' => {
                if let Some(part) = parts.last_mut() {
                    part.pop();
                    part.push('|');
                }
                last = ' ';
                continue;
            }
            '|' if !code => {
                parts.push(String::new());
                last = c;
                continue;
            }
            _ => {}
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
        last = c;
    }
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

/// Inline marks: `` `code` ``, `*bold*`, `_italic_`, `link:url[text]`, `<<anchor,text>>`.
fn inline(source: &str) -> Text {
    let mut builder = TextBuilder::default();
    let mut rest = source;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let pair = |mark: char| {
            let inner = rest.strip_prefix(mark)?.trim_start_matches(mark);
            let lead = rest.len() - inner.len();
            let end = inner.find(mark).filter(|end| *end > 0)?;
            let after = inner.get(end..)?.trim_start_matches(mark);
            let apart = mark == '`'
                || !before.is_alphanumeric()
                    && !inner.starts_with(' ')
                    && !after.starts_with(char::is_alphanumeric);
            (apart && lead <= 2).then(|| (inner[..end].trim_matches('+').to_owned(), after))
        };
        let kind = match c {
            '`' => Some(MarkKind::Code),
            '*' => Some(MarkKind::Strong),
            '_' => Some(MarkKind::Emphasis),
            _ => None,
        };
        if let Some(kind) = kind
            && let Some((shown, after)) = pair(c)
        {
            marked(&mut builder, kind, &shown);
            rest = after;
        } else if let Some(inner) = rest.strip_prefix("<<")
            && let Some((target, after)) = inner.split_once(">>")
            && target.len() < 120
        {
            let (anchor, shown) = target.split_once(',').unwrap_or((target, target));
            let link = MarkKind::Link(format!("#{}", anchor.trim_start_matches('#')));
            marked(&mut builder, link, shown.trim());
            rest = after;
        } else if let Some(inner) = rest
            .strip_prefix("link:")
            .or_else(|| rest.strip_prefix("xref:"))
            && let Some((target, after)) = inner.split_once('[')
            && let Some((shown, after)) = after.split_once(']')
            && !target.contains(' ')
        {
            marked(&mut builder, MarkKind::Link(target.to_owned()), shown);
            rest = after;
        } else {
            let length = rest[c.len_utf8()..]
                .find(['`', '*', '_', '<', 'l', 'x'])
                .map_or(rest.len(), |next| next + c.len_utf8());
            builder.push(&rest[..length]);
            before = rest[..length].chars().next_back().unwrap_or(' ');
            rest = &rest[length..];
            continue;
        }
        before = 'x';
    }
    builder.finish()
}

fn marked(builder: &mut TextBuilder, kind: MarkKind, text: &str) {
    builder.open(kind);
    builder.push(text);
    builder.close();
}
