//! reStructuredText and plain text: underlined headings, `.. http:get::` directives with field
//! lists, bullets, literal blocks, tables of `=` and of `+---+`.

use crate::api::Method;
use crate::document::{
    Block, BlockKind, Definition, Document, Item, Lines, Location, MarkKind, Recording, Row, Table,
    Text, TextBuilder,
};

use super::curl;

/// Whether a text is a transcript of curl commands and little else.
pub fn is_commands(text: &str) -> bool {
    let commands = curl::read(text);
    let mut others = 0;
    let mut from = 0;
    let ends = commands.iter().map(|command| (command.start, command.end));
    for (start, end) in ends.chain([(text.len(), text.len())]) {
        let between = text.get(from..start).unwrap_or_default();
        others += between
            .split("\n\n")
            .filter(|part| part.contains(char::is_alphanumeric))
            .count();
        from = end;
    }
    text.trim_start()
        .trim_start_matches(['$', '#', ' '])
        .starts_with("curl")
        && others <= commands.len()
}

/// Whether a text uses Markdown's marks.
pub fn is_markdown(text: &str) -> bool {
    text.lines().any(|line| {
        line.starts_with("# ")
            || line.starts_with("## ")
            || line.starts_with("```")
            || line.starts_with("|--")
            || line.starts_with("| --")
    })
}

/// Whether a text uses reStructuredText's directives or roles.
pub fn is_rst(text: &str) -> bool {
    let directives = text.lines().any(|line| {
        line.trim_start()
            .strip_prefix(".. ")
            .is_some_and(|rest| rest.contains("::"))
    });
    directives && !is_markdown(text)
}

/// Reads curl commands, each as a recorded call.
pub fn read_commands(name: &str, source: &str) -> Document {
    let lines = Lines::new(source);
    let blocks = curl::read(source)
        .into_iter()
        .map(|command| Block {
            kind: BlockKind::Exchange(Box::new(Recording {
                exchange: command.exchange,
                ..Recording::default()
            })),
            location: lines.locate(command.start, command.start + 4),
        })
        .collect();
    Document {
        name: name.to_owned(),
        blocks,
        notes: Vec::new(),
    }
}

/// Reads a page of reStructuredText or plain text.
pub fn read(name: &str, source: &str) -> Document {
    let index = Lines::new(source);
    let mut offset = 0;
    let lines: Vec<Line<'_>> = source
        .split_inclusive('\n')
        .map(|line| {
            let at = offset;
            offset += line.len();
            let text = line.trim_end();
            Line {
                indent: text.len() - text.trim_start().len(),
                text: text.trim_start(),
                at,
            }
        })
        .collect();
    let numbered = lines
        .iter()
        .any(|line| numbered(line.text).is_some_and(|(level, _)| level > 1));
    let mut reader = Reader {
        lines: &lines,
        index: &index,
        ranks: Vec::new(),
        numbered,
    };
    let blocks = reader.blocks(0, lines.len(), 0);
    Document {
        name: name.to_owned(),
        blocks,
        notes: Vec::new(),
    }
}

#[derive(Clone, Copy)]
struct Line<'a> {
    indent: usize,
    text: &'a str,
    at: usize,
}

struct Reader<'a> {
    lines: &'a [Line<'a>],
    index: &'a Lines,
    /// Adornments of headings in the order of their first use: their rank.
    ranks: Vec<(char, bool)>,
    /// Whether headings are numbered (`2.1.  Reading`), as in RFCs.
    numbered: bool,
}

/// How deep blocks may nest.
const DEPTH: usize = 40;

impl<'a> Reader<'a> {
    fn line(&self, at: usize) -> Line<'a> {
        self.lines.get(at).copied().unwrap_or(Line {
            indent: 0,
            text: "",
            at: 0,
        })
    }

    fn location(&self, from: usize, to: usize) -> Location {
        let last = self.line(to.saturating_sub(1).max(from));
        self.index
            .locate(self.line(from).at, last.at + last.indent + last.text.len())
    }

    /// The end of the run of lines from `from` that are blank or indented by at least `indent`.
    fn body_end(&self, from: usize, to: usize, indent: usize) -> usize {
        let mut end = from;
        let mut last = from;
        while end < to {
            let line = self.line(end);
            if line.text.is_empty() {
                end += 1;
                continue;
            }
            if line.indent < indent {
                break;
            }
            end += 1;
            last = end;
        }
        last
    }

    fn blocks(&mut self, from: usize, to: usize, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut at = from;
        while at < to {
            let line = self.line(at);
            if line.text.is_empty() {
                at += 1;
                continue;
            }
            let next = self.block(at, to, depth, &mut blocks);
            at = next.max(at + 1);
        }
        blocks
    }

    fn block(&mut self, at: usize, to: usize, depth: usize, blocks: &mut Vec<Block>) -> usize {
        let line = self.line(at);
        let next = self.line(at + 1);
        // Headings: underlined, perhaps overlined.
        if let Some(mark) = adornment(line.text).filter(|_| {
            at + 2 < to && adornment(self.line(at + 2).text).is_some() && !next.text.is_empty()
        }) {
            self.heading(at + 1, mark, true, blocks);
            return at + 3;
        }
        if at + 1 < to
            && line.indent == next.indent
            && let Some(mark) = adornment(next.text).filter(|_| {
                adornment(line.text).is_none()
                    && next.text.chars().count() + 2 >= line.text.chars().count()
                    && next.text.len() >= 3
            })
        {
            self.heading(at, mark, false, blocks);
            return at + 2;
        }
        if let Some((level, text)) = numbered(line.text).filter(|_| self.numbered)
            && next.text.is_empty()
            && (at == 0 || self.line(at - 1).text.is_empty())
        {
            blocks.push(Block {
                kind: BlockKind::Heading {
                    level,
                    text: inline(text),
                    anchor: None,
                },
                location: self.location(at, at + 1),
            });
            return at + 1;
        }
        if depth > DEPTH {
            return self.paragraph(at, to, blocks);
        }
        if aligned(line.text).is_some() {
            return self.aligned(at, to, blocks);
        }
        if let Some(directive) = line.text.strip_prefix(".. ") {
            return self.directive(directive, at, to, depth, blocks);
        }
        if line.text.starts_with("+-") || line.text.starts_with("+=") {
            return self.grid(at, to, blocks);
        }
        if line.text.starts_with("==")
            && line.text.contains(' ')
            && line.text.chars().all(|c| matches!(c, '=' | ' '))
        {
            return self.simple_table(at, to, blocks);
        }
        if field_line(line.text).is_some() {
            return self.fields(at, to, depth, blocks);
        }
        if bullet(line.text).is_some() {
            return self.list(at, to, depth, blocks);
        }
        // A term and its indented meaning.
        if next.indent > line.indent
            && !next.text.is_empty()
            && at + 1 < to
            && !line.text.ends_with("::")
            && !line.text.ends_with('.')
        {
            return self.definition(at, to, depth, blocks);
        }
        self.paragraph(at, to, blocks)
    }

    fn heading(&mut self, at: usize, mark: char, over: bool, blocks: &mut Vec<Block>) {
        let rank = if let Some(rank) = self.ranks.iter().position(|known| *known == (mark, over)) {
            rank
        } else {
            self.ranks.push((mark, over));
            self.ranks.len() - 1
        };
        let level = u8::try_from(rank + 1).unwrap_or(6).min(6);
        let text = inline(self.line(at).text);
        blocks.push(Block {
            kind: BlockKind::Heading {
                level,
                text,
                anchor: None,
            },
            location: self.location(at, at + 1),
        });
    }

    /// `.. http:get:: /path`, `.. code-block:: json`, `.. note::`.
    fn directive(
        &mut self,
        directive: &str,
        at: usize,
        to: usize,
        depth: usize,
        blocks: &mut Vec<Block>,
    ) -> usize {
        let indent = self.line(at).indent;
        let end = self.body_end(at + 1, to, indent + 1);
        let Some((name, argument)) = directive.split_once("::") else {
            return end.max(at + 1);
        };
        let (name, argument) = (name.trim(), argument.trim());
        let location = self.location(at, at + 1);
        if let Some(method) = name.strip_prefix("http:").map(str::to_uppercase) {
            let body = self.http_body(at + 1, end, depth + 1);
            let term = Text::plain(format!("{method} {argument}"));
            let definition = Definition {
                term,
                anchor: None,
                body,
                location,
            };
            blocks.push(Block {
                kind: BlockKind::Definitions(vec![definition]),
                location,
            });
            return end;
        }
        match name {
            "code-block" | "sourcecode" | "code" | "highlight" | "parsed-literal" => {
                let mut first = at + 1;
                while first < end
                    && (self.line(first).text.is_empty()
                        || field_line(self.line(first).text).is_some())
                {
                    first += 1;
                }
                let text = self.literal(first, end);
                if !text.is_empty() {
                    let language = (!argument.is_empty()).then(|| argument.to_lowercase());
                    blocks.push(Block {
                        kind: BlockKind::Code { language, text },
                        location: self.location(first, end),
                    });
                }
            }
            "note" | "warning" | "tip" | "important" | "versionadded" | "versionchanged"
            | "deprecated" | "seealso" | "rubric" | "admonition" => {
                let mut inside = Vec::new();
                if !argument.is_empty() {
                    let lead = if name == "deprecated" {
                        format!("Deprecated {argument}")
                    } else {
                        argument.to_owned()
                    };
                    inside.push(Block {
                        kind: BlockKind::Paragraph(inline(&lead)),
                        location,
                    });
                }
                inside.extend(self.blocks(at + 1, end, depth + 1));
                blocks.push(Block {
                    kind: BlockKind::Quote(inside),
                    location,
                });
            }
            "list-table" => self.list_table(at + 1, end, blocks),
            "csv-table" | "table" | "class" | "container" | "tabs" | "tab" | "group-tab" => {
                blocks.extend(self.blocks(at + 1, end, depth + 1));
            }
            _ => {}
        }
        end.max(at + 1)
    }

    /// The body of an `http:` directive: its field list is sorted into groups under the labels
    /// that a rendering would give them.
    fn http_body(&mut self, from: usize, to: usize, depth: usize) -> Vec<Block> {
        let mut groups: Vec<(&'static str, Vec<Item>)> = Vec::new();
        let mut blocks = Vec::new();
        let mut at = from;
        while at < to {
            let line = self.line(at);
            if line.text.is_empty() {
                at += 1;
                continue;
            }
            let Some((name, text)) = field_line(line.text) else {
                at = self.block(at, to, depth, &mut blocks).max(at + 1);
                continue;
            };
            let end = self.body_end(at + 1, to, line.indent + 1);
            let mut words = name.split_whitespace();
            let role = words.next().unwrap_or_default();
            let rest: Vec<_> = words.collect();
            let label = match role {
                "query" | "queryparameter" | "queryparam" | "qparam" => "Query Parameters",
                "param" | "parameter" | "arg" => "Parameters",
                "json" | "<json" | "reqjson" | "reqjsonobj" | "jsonparam" | "jsonparameter"
                | "<jsonarr" | "reqjsonarr" => "Request JSON Object",
                "form" | "formparameter" | "fparam" | "formparam" => "Form Parameters",
                ">json" | "resjson" | "resjsonobj" | ">jsonarr" | "resjsonarr" => {
                    "Response JSON Object"
                }
                "<header" | "reqheader" | "requestheader" => "Request Headers",
                ">header" | "resheader" | "responseheader" => "Response Headers",
                "status" | "statuscode" | "code" => "Status Codes",
                _ => {
                    at = end.max(at + 1);
                    continue;
                }
            };
            let mut builder = TextBuilder::default();
            if let Some(name) = rest.last() {
                builder.open(MarkKind::Strong);
                builder.push(name);
                builder.close();
                if rest.len() > 1 {
                    builder.push(&format!(" ({})", rest[..rest.len() - 1].join(" ")));
                }
                builder.push(" – ");
            }
            let mut whole = text.to_owned();
            for more in at + 1..end {
                whole.push(' ');
                whole.push_str(self.line(more).text);
            }
            builder.push(&inline(&whole).plain);
            let item = Item {
                text: builder.finish(),
                children: Vec::new(),
                location: Some(self.location(at, end.max(at + 1))),
            };
            match groups.iter_mut().find(|(known, _)| *known == label) {
                Some((_, items)) => items.push(item),
                None => groups.push((label, vec![item])),
            }
            at = end.max(at + 1);
        }
        let location = self.location(from, to);
        let entries: Vec<_> = groups
            .into_iter()
            .map(|(label, items)| Definition {
                term: Text::plain(label),
                anchor: None,
                location: items
                    .first()
                    .and_then(|item| item.location)
                    .unwrap_or(location),
                body: vec![Block {
                    kind: BlockKind::List(items),
                    location,
                }],
            })
            .collect();
        if !entries.is_empty() {
            blocks.push(Block {
                kind: BlockKind::Definitions(entries),
                location,
            });
        }
        blocks
    }

    fn fields(&mut self, at: usize, to: usize, depth: usize, blocks: &mut Vec<Block>) -> usize {
        let mut entries = Vec::new();
        let mut next = at;
        while next < to {
            let line = self.line(next);
            if line.text.is_empty() {
                next += 1;
                continue;
            }
            let Some((name, text)) = field_line(line.text) else {
                break;
            };
            let end = self.body_end(next + 1, to, line.indent + 1).max(next + 1);
            let location = self.location(next, end);
            let mut body = Vec::new();
            if !text.is_empty() {
                body.push(Block {
                    kind: BlockKind::Paragraph(inline(text)),
                    location,
                });
            }
            body.extend(self.blocks(next + 1, end, depth + 1));
            entries.push(Definition {
                term: Text::plain(name),
                anchor: None,
                body,
                location,
            });
            next = end;
        }
        let location = self.location(at, next);
        blocks.push(Block {
            kind: BlockKind::Definitions(entries),
            location,
        });
        next
    }

    fn list(&mut self, at: usize, to: usize, depth: usize, blocks: &mut Vec<Block>) -> usize {
        let indent = self.line(at).indent;
        let mut items = Vec::new();
        let mut next = at;
        while next < to {
            let line = self.line(next);
            if line.text.is_empty() {
                next += 1;
                continue;
            }
            let Some((_, text)) = bullet(line.text).filter(|_| line.indent == indent) else {
                break;
            };
            let end = self.body_end(next + 1, to, indent + 1).max(next + 1);
            // Lines up to the first blank one belong to the text.
            let mut whole = text.to_owned();
            let mut rest = next + 1;
            while rest < end
                && !self.line(rest).text.is_empty()
                && bullet(self.line(rest).text).is_none()
            {
                whole.push(' ');
                whole.push_str(self.line(rest).text);
                rest += 1;
            }
            let children = self.blocks(rest, end, depth + 1);
            items.push(Item {
                text: inline(&whole),
                children,
                location: Some(self.location(next, end)),
            });
            next = end;
        }
        let location = self.location(at, next);
        blocks.push(Block {
            kind: BlockKind::List(items),
            location,
        });
        next
    }

    fn definition(&mut self, at: usize, to: usize, depth: usize, blocks: &mut Vec<Block>) -> usize {
        let indent = self.line(at).indent;
        let end = self.body_end(at + 1, to, indent + 1).max(at + 1);
        let location = self.location(at, at + 1);
        let body = self.blocks(at + 1, end, depth + 1);
        let entry = Definition {
            term: inline(self.line(at).text),
            anchor: None,
            body,
            location,
        };
        if let Some(Block {
            kind: BlockKind::Definitions(list),
            ..
        }) = blocks.last_mut()
        {
            list.push(entry);
        } else {
            blocks.push(Block {
                kind: BlockKind::Definitions(vec![entry]),
                location,
            });
        }
        end
    }

    /// Names with their meaning in a column beside them, which goes on below itself.
    fn aligned(&mut self, at: usize, to: usize, blocks: &mut Vec<Block>) -> usize {
        let indent = self.line(at).indent;
        let mut entries = Vec::new();
        let mut next = at;
        while next < to {
            let line = self.line(next);
            let Some((name, text)) = aligned(line.text).filter(|_| line.indent == indent) else {
                break;
            };
            let first = next;
            let mut whole = text.to_owned();
            next += 1;
            while next < to
                && !self.line(next).text.is_empty()
                && self.line(next).indent > indent + 1
            {
                whole.push(' ');
                whole.push_str(self.line(next).text);
                next += 1;
            }
            let location = self.location(first, next);
            entries.push(Definition {
                term: inline(name),
                anchor: None,
                body: vec![Block {
                    kind: BlockKind::Paragraph(inline(&whole)),
                    location,
                }],
                location,
            });
            // One blank line between entries does not end the list.
            let after = self.line(next + 1);
            if next + 1 < to
                && self.line(next).text.is_empty()
                && after.indent == indent
                && aligned(after.text).is_some()
            {
                next += 1;
            }
        }
        let location = self.location(at, next);
        blocks.push(Block {
            kind: BlockKind::Definitions(entries),
            location,
        });
        next
    }

    fn paragraph(&mut self, at: usize, to: usize, blocks: &mut Vec<Block>) -> usize {
        let indent = self.line(at).indent;
        let mut end = at;
        let mut whole = String::new();
        let mut request_lines = true;
        while end < to {
            let line = self.line(end);
            if line.text.is_empty()
                || (end > at
                    && (bullet(line.text).is_some()
                        || line.text.starts_with(".. ")
                        || line.indent != indent))
            {
                break;
            }
            let word = line.text.split(' ').next().unwrap_or_default();
            request_lines &= Method::parse(word).is_some_and(|method| method.as_str() == word);
            if !whole.is_empty() {
                whole.push(if request_lines { '\n' } else { ' ' });
            }
            whole.push_str(line.text);
            end += 1;
        }
        let location = self.location(at, end);
        if request_lines && whole.contains('\n') {
            blocks.push(Block {
                kind: BlockKind::Code {
                    language: None,
                    text: whole,
                },
                location,
            });
            return end;
        }
        let literal = whole.ends_with("::");
        let text = if literal {
            whole.trim_end_matches(':').to_owned() + ":"
        } else {
            whole
        };
        if text != ":" {
            blocks.push(Block {
                kind: BlockKind::Paragraph(inline(&text)),
                location,
            });
        }
        if literal {
            let body = self.body_end(end, to, indent + 1);
            let code = self.literal(end, body);
            if !code.is_empty() {
                blocks.push(Block {
                    kind: BlockKind::Code {
                        language: None,
                        text: code,
                    },
                    location: self.location(end, body),
                });
                return body;
            }
        }
        end
    }

    /// Lines as they stand, less their common indentation.
    fn literal(&self, from: usize, to: usize) -> String {
        let indent = (from..to)
            .map(|at| self.line(at))
            .filter(|line| !line.text.is_empty())
            .map(|line| line.indent)
            .min()
            .unwrap_or(0);
        let mut text = String::new();
        for at in from..to {
            let line = self.line(at);
            if !line.text.is_empty() {
                text.push_str(&" ".repeat(line.indent - indent));
                text.push_str(line.text);
            }
            text.push('\n');
        }
        text.trim_matches('\n').to_owned()
    }

    /// A table drawn with `+---+` and `|`.
    fn grid(&mut self, at: usize, to: usize, blocks: &mut Vec<Block>) -> usize {
        let mut table = Table::default();
        let mut rows: Vec<Vec<String>> = vec![Vec::new()];
        let mut head = None;
        let mut next = at;
        while next < to && self.line(next).text.starts_with(['+', '|']) {
            let text = self.line(next).text;
            if text.starts_with('+') {
                if text.contains('=') {
                    head = Some(rows.len());
                }
                if rows.last().is_some_and(|row| !row.is_empty()) {
                    rows.push(Vec::new());
                }
            } else if let Some(row) = rows.last_mut() {
                let cells: Vec<_> = text.trim_matches('|').split('|').map(str::trim).collect();
                if row.is_empty() {
                    *row = cells.into_iter().map(str::to_owned).collect();
                } else {
                    for (cell, more) in row.iter_mut().zip(cells) {
                        if !more.is_empty() {
                            cell.push(' ');
                            cell.push_str(more);
                        }
                    }
                }
            }
            next += 1;
        }
        let location = self.location(at, next);
        for (index, row) in rows.into_iter().filter(|row| !row.is_empty()).enumerate() {
            let cells: Vec<_> = row.iter().map(|cell| inline(cell)).collect();
            if index == 0 && head.is_some() {
                table.header = cells;
            } else {
                table.rows.push(Row {
                    cells,
                    location: Some(location),
                });
            }
        }
        blocks.push(Block {
            kind: BlockKind::Table(table),
            location,
        });
        next
    }

    /// A table whose columns are marked by rows of `=`.
    fn simple_table(&mut self, at: usize, to: usize, blocks: &mut Vec<Block>) -> usize {
        let rule = self.line(at).text;
        let mut columns: Vec<usize> = Vec::new();
        let mut inside = false;
        for (index, c) in rule.char_indices() {
            if c == '=' && !inside {
                columns.push(index);
            }
            inside = c == '=';
        }
        let is_rule =
            |text: &str| text.starts_with("==") && text.chars().all(|c| matches!(c, '=' | ' '));
        let rules: Vec<_> = (at..to)
            .take_while(|index| *index < at + 2000)
            .filter(|index| is_rule(self.line(*index).text))
            .take(3)
            .collect();
        let (Some(second), third) = (rules.get(1).copied(), rules.get(2).copied()) else {
            return at + 1;
        };
        let end = third.unwrap_or(second);
        let mut table = Table::default();
        let base = self.line(at).indent;
        for index in at + 1..end {
            let line = self.line(index);
            if line.text.is_empty() || is_rule(line.text) {
                continue;
            }
            let full = format!(
                "{}{}",
                " ".repeat(line.indent.saturating_sub(base)),
                line.text
            );
            let cells: Vec<String> = columns
                .iter()
                .enumerate()
                .map(|(column, start)| {
                    let stop = columns.get(column + 1).copied().unwrap_or(full.len());
                    full.get(*start..stop.min(full.len()))
                        .unwrap_or_default()
                        .trim()
                        .to_owned()
                })
                .collect();
            if cells.first().is_some_and(String::is_empty) {
                if let Some(row) = table.rows.last_mut() {
                    for (cell, more) in row.cells.iter_mut().zip(&cells) {
                        if !more.is_empty() {
                            cell.plain.push(' ');
                            cell.plain.push_str(more);
                        }
                    }
                }
                continue;
            }
            let cells: Vec<_> = cells.iter().map(|cell| inline(cell)).collect();
            if third.is_some() && index < second && table.header.is_empty() {
                table.header = cells;
            } else {
                table.rows.push(Row {
                    cells,
                    location: Some(self.location(index, index + 1)),
                });
            }
        }
        let location = self.location(at, end);
        blocks.push(Block {
            kind: BlockKind::Table(table),
            location,
        });
        end + 1
    }

    /// `.. list-table::`: a list of lists.
    fn list_table(&mut self, from: usize, to: usize, blocks: &mut Vec<Block>) {
        let mut first = from;
        let mut heads = 0_usize;
        while first < to
            && (self.line(first).text.is_empty() || field_line(self.line(first).text).is_some())
        {
            if self.line(first).text.starts_with(":header-rows:") {
                heads = 1;
            }
            first += 1;
        }
        let location = self.location(from, to);
        let mut table = Table::default();
        for at in first..to {
            let line = self.line(at);
            let (new_row, text) = match line.text.strip_prefix("* - ") {
                Some(text) => (true, text),
                None => {
                    if let Some(text) = line.text.strip_prefix("- ") {
                        (false, text)
                    } else {
                        if let Some(cell) = table
                            .rows
                            .last_mut()
                            .and_then(|row| row.cells.last_mut())
                            .filter(|_| !line.text.is_empty())
                        {
                            cell.plain.push(' ');
                            cell.plain.push_str(line.text);
                        }
                        continue;
                    }
                }
            };
            if new_row {
                table.rows.push(Row {
                    cells: vec![inline(text)],
                    location: Some(self.location(at, at + 1)),
                });
            } else if let Some(row) = table.rows.last_mut() {
                row.cells.push(inline(text));
            }
        }
        if heads > 0 && !table.rows.is_empty() {
            table.header = table.rows.remove(0).cells;
        }
        if !table.rows.is_empty() {
            blocks.push(Block {
                kind: BlockKind::Table(table),
                location,
            });
        }
    }
}

/// `2.1.  Reading the Time`: how deep it is, and the title.
fn numbered(line: &str) -> Option<(u8, &str)> {
    let end = line.find(' ')?;
    let (number, title) = line.split_at(end);
    let parts: Vec<_> = number.trim_end_matches('.').split('.').collect();
    let digits = parts
        .iter()
        .all(|part| (1..=2).contains(&part.len()) && part.chars().all(|c| c.is_ascii_digit()));
    let title = title.trim();
    let titled = title.starts_with(|c: char| c.is_uppercase() || c == '/')
        && title.len() < 90
        && !title.ends_with(['.', ':', ';', ',']);
    let marked = number.contains('.');
    let level = u8::try_from(parts.len()).ok()?.min(6);
    (digits && titled && marked).then_some((level, title))
}

/// `name      text`: a name, and its meaning after three spaces or more.
fn aligned(line: &str) -> Option<(&str, &str)> {
    // Two spaces part them as well, where the name is no first word of a sentence.
    let near = || {
        let end = line.find("  ")?;
        let name = line.get(..end)?;
        let plain = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
        plain.then_some(end)
    };
    let end = line.find("   ").or_else(|| line.find('\t')).or_else(near)?;
    let (name, text) = line.split_at(end);
    let plain = name.len() <= 40
        && !name.contains(' ')
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || "_-.[]<>:{}*`".contains(c))
        && name.chars().any(char::is_alphanumeric);
    let text = text.trim();
    let worded = text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '(' | '`' | '"'));
    (plain && worded).then_some((name.trim_end_matches(':'), text))
}

fn adornment(line: &str) -> Option<char> {
    let first = line.chars().next().filter(char::is_ascii_punctuation)?;
    (line.len() >= 3 && line.chars().all(|c| c == first) && !matches!(first, '|' | '.'))
        .then_some(first)
}

/// `:name: text`, where the name may hold spaces.
fn field_line(line: &str) -> Option<(&str, &str)> {
    let rest = line.strip_prefix(':')?;
    let end = rest
        .find(": ")
        .or_else(|| rest.ends_with(':').then(|| rest.len() - 1))?;
    let name = &rest[..end];
    let plain =
        !name.is_empty() && !name.starts_with('`') && !name.contains(['`', '/']) && name.len() < 80;
    plain.then(|| (name, rest[end + 1..].trim()))
}

fn bullet(line: &str) -> Option<(&str, &str)> {
    for mark in ["- ", "* ", "+ ", "• ", "– "] {
        if let Some(text) = line.strip_prefix(mark) {
            return Some((mark, text.trim_start()));
        }
    }
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let rest = line.get(digits..)?;
    (digits > 0 && digits < 4)
        .then(|| rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") ")))
        .flatten()
        .map(|text| ("1.", text))
}

/// Inline marks of reStructuredText, and Markdown's code: ``` ``code`` ```, `**bold**`, `*name*`,
/// `` `link <target>`_ ``, ``:role:`text` ``.
pub(super) fn inline(source: &str) -> Text {
    let mut builder = TextBuilder::default();
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        if let Some(inner) = rest.strip_prefix("``")
            && let Some(end) = inner.find("``")
        {
            marked(&mut builder, MarkKind::Code, &inner[..end]);
            rest = &inner[end + 2..];
        } else if let Some(inner) = rest.strip_prefix("**")
            && let Some(end) = inner.find("**").filter(|end| *end > 0)
        {
            marked(&mut builder, MarkKind::Strong, &inner[..end]);
            rest = &inner[end + 2..];
        } else if c == ':'
            && let Some(role) = rest[1..].find(":`").filter(|end| {
                rest[1..=*end]
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '_'))
            })
        {
            let inner = &rest[role + 3..];
            let Some(end) = inner.find('`') else { break };
            let shown = inner[..end].split(" <").next().unwrap_or(&inner[..end]);
            marked(&mut builder, MarkKind::Code, shown);
            rest = &inner[end + 1..];
        } else if c == '`'
            && let Some(end) = rest[1..].find('`')
        {
            let inner = &rest[1..=end];
            match inner.split_once(" <") {
                Some((shown, target)) => marked(
                    &mut builder,
                    MarkKind::Link(target.trim_end_matches('>').to_owned()),
                    shown,
                ),
                None => marked(&mut builder, MarkKind::Code, inner),
            }
            rest = rest[end + 2..].trim_start_matches('_');
        } else if c == '*'
            && let Some(end) = rest[1..]
                .find('*')
                .filter(|end| *end > 0 && *end < 60 && !rest[1..].starts_with(' '))
        {
            marked(&mut builder, MarkKind::Emphasis, &rest[1..=end]);
            rest = &rest[end + 2..];
        } else {
            let length = rest[c.len_utf8()..]
                .find(['`', '*', ':'])
                .map_or(rest.len(), |next| next + c.len_utf8());
            builder.push(&rest[..length]);
            rest = &rest[length..];
        }
    }
    builder.push(rest);
    builder.finish()
}

fn marked(builder: &mut TextBuilder, kind: MarkKind, text: &str) {
    builder.open(kind);
    builder.push(text);
    builder.close();
}
