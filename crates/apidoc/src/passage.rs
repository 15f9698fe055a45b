//! Documents as passages of plain text, one for what stands under a heading, in reading order: what
//! is searched, and what a model is shown.

use ichiban_model::Tokens;

use crate::document::{Block, BlockKind, Document, Item, Location, Text};

/// What stands under one heading, or a part of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// The document's name.
    pub document: String,
    /// The headings above it, outermost first, its own last.
    pub trail: Vec<String>,
    /// Its text: a line for a paragraph, item or row; code as it is.
    pub text: String,
    /// Where its parts stand: the byte of [`Self::text`] at which each begins.
    pub places: Vec<(usize, Location)>,
}

impl Passage {
    /// Where the part stands that a byte of the text belongs to.
    pub fn place(&self, at: usize) -> Location {
        let index = self.places.partition_point(|(start, _)| *start <= at);
        self.places
            .get(index.saturating_sub(1))
            .map_or(Location::START, |(_, location)| *location)
    }

    /// Its own heading; empty before the first one.
    pub fn title(&self) -> &str {
        self.trail.last().map_or("", String::as_str)
    }
}

/// How deep blocks may nest.
const DEPTH: usize = 64;

/// Cuts documents into passages of at most `most` tokens, as [`Tokens::estimate`] counts. Recorded
/// calls are no text and are left out. Linear in the documents.
pub fn passages(documents: &[Document], most: Tokens) -> Vec<Passage> {
    let mut all = Vec::new();
    for document in documents {
        let mut writer = Writer {
            document: &document.name,
            headings: Vec::new(),
            passage: Passage {
                document: document.name.clone(),
                trail: Vec::new(),
                text: String::new(),
                places: Vec::new(),
            },
            tokens: Tokens(0),
            most,
            done: &mut all,
        };
        writer.blocks(&document.blocks, "", 0);
        writer.flush();
    }
    all
}

struct Writer<'a> {
    document: &'a str,
    headings: Vec<(u8, String)>,
    passage: Passage,
    tokens: Tokens,
    most: Tokens,
    done: &'a mut Vec<Passage>,
}

impl Writer<'_> {
    fn flush(&mut self) {
        let next = Passage {
            document: self.document.to_owned(),
            trail: self
                .headings
                .iter()
                .map(|(_, title)| title.clone())
                .collect(),
            text: String::new(),
            places: Vec::new(),
        };
        let done = std::mem::replace(&mut self.passage, next);
        self.tokens = Tokens(0);
        if !done.text.trim().is_empty() {
            self.done.push(done);
        }
    }

    /// Adds a line. One that is too long for a passage goes on in the next.
    fn line(&mut self, line: &str, location: Location) {
        let mut rest = line;
        while !rest.is_empty() {
            let tokens = Tokens::estimate(rest) + Tokens(1);
            if self.tokens + tokens > self.most && !self.passage.text.is_empty() {
                self.flush();
            }
            let part = if tokens > self.most {
                beginning(rest, self.most)
            } else {
                rest
            };
            self.passage
                .places
                .push((self.passage.text.len(), location));
            self.passage.text.push_str(part);
            self.passage.text.push('\n');
            self.tokens += Tokens::estimate(part) + Tokens(1);
            rest = rest.get(part.len()..).unwrap_or_default();
        }
    }

    fn text(&mut self, lead: &str, text: &Text, location: Location) {
        for line in text.plain.lines().filter(|line| !line.trim().is_empty()) {
            self.line(&format!("{lead}{}", line.trim()), location);
        }
    }

    fn blocks(&mut self, blocks: &[Block], indent: &str, depth: usize) {
        if depth > DEPTH {
            return;
        }
        for block in blocks {
            let location = block.location;
            match &block.kind {
                BlockKind::Heading { level, text, .. } => {
                    self.headings.retain(|(above, _)| above < level);
                    self.headings.push((*level, text.plain.trim().to_owned()));
                    self.flush();
                    let marks = "#".repeat(usize::from(*level).min(6));
                    self.line(&format!("{marks} {}", text.plain.trim()), location);
                }
                BlockKind::Paragraph(text) => self.text(indent, text, location),
                BlockKind::List(items) => self.items(items, location, indent, depth),
                BlockKind::Definitions(list) => {
                    for entry in list {
                        self.text(indent, &entry.term, entry.location);
                        self.blocks(&entry.body, &format!("{indent}  "), depth + 1);
                    }
                }
                BlockKind::Table(table) => {
                    let row = |cells: &[Text]| -> String {
                        let cells: Vec<_> = cells
                            .iter()
                            .map(|cell| cell.plain.replace('\n', " "))
                            .collect();
                        format!("{indent}| {} |", cells.join(" | "))
                    };
                    if !table.header.is_empty() {
                        self.line(&row(&table.header), location);
                    }
                    for entry in &table.rows {
                        self.line(&row(&entry.cells), entry.location.unwrap_or(location));
                    }
                }
                BlockKind::Code { text, .. } => {
                    for line in text.lines() {
                        self.line(&format!("{indent}    {line}"), location);
                    }
                }
                BlockKind::Component {
                    name,
                    attributes,
                    children,
                } => {
                    let told: Vec<_> = attributes
                        .iter()
                        .filter(|(_, value)| !value.is_empty())
                        .map(|(key, value)| format!("{key}: {value}"))
                        .collect();
                    if !told.is_empty() {
                        self.line(&format!("{indent}{name} ({})", told.join(", ")), location);
                    }
                    self.blocks(children, indent, depth + 1);
                }
                BlockKind::Quote(children) => self.blocks(children, indent, depth + 1),
                BlockKind::Exchange(_) => {}
            }
        }
    }

    fn items(&mut self, items: &[Item], location: Location, indent: &str, depth: usize) {
        for item in items {
            let place = item.location.unwrap_or(location);
            self.text(&format!("{indent}- "), &item.text, place);
            self.blocks(&item.children, &format!("{indent}  "), depth + 1);
        }
    }
}

/// As much of a text as is surely no more than `most` tokens, at least one character.
fn beginning(text: &str, most: Tokens) -> &str {
    // A character is at most one and a half tokens.
    let characters = usize::try_from(most.0.saturating_sub(1) * 2 / 3)
        .unwrap_or(usize::MAX)
        .max(1);
    let end = text
        .char_indices()
        .nth(characters)
        .map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Source, read};

    #[test]
    fn what_stands_under_a_heading_is_a_passage_with_its_places() {
        let text = "# Things\n\nAll of them.\n\n## Read\n\n`GET /things`\n\n| Name | Type |\n|--|--|\n| a | int |\n";
        let Source::Document(document) = read("a.md", text.as_bytes()).unwrap() else {
            panic!("not a document");
        };
        let passages = passages(&[document], Tokens(1000));
        assert_eq!(passages.len(), 2);
        assert_eq!(passages[1].trail, ["Things", "Read"]);
        assert_eq!(
            passages[1].text,
            "## Read\nGET /things\n| Name | Type |\n| a | int |\n"
        );
        let at = passages[1].text.find("GET").unwrap();
        assert!(matches!(
            passages[1].place(at),
            Location::Span { line: 7, .. }
        ));
    }

    #[test]
    fn no_passage_is_longer_than_it_may_be() {
        let text = format!("# T\n\n{}\n\n{}", "word ".repeat(3000), "語".repeat(2000));
        let Source::Document(document) = read("a.md", text.as_bytes()).unwrap() else {
            panic!("not a document");
        };
        let whole: String = passages(std::slice::from_ref(&document), Tokens(100_000))
            .iter()
            .map(|passage| passage.text.replace('\n', ""))
            .collect();
        let cut = passages(&[document], Tokens(200));
        assert!(
            cut.iter()
                .all(|passage| Tokens::estimate(&passage.text) <= Tokens(200))
        );
        let joined: String = cut
            .iter()
            .map(|passage| passage.text.replace('\n', ""))
            .collect();
        assert_eq!(joined, whole);
    }
}
