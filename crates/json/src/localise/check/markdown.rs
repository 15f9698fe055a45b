//! Markdown: the translation has the structure of the source.
//!
//! A link without its brackets, a list that runs together and code that is not closed show up raw
//! in the page. Emphasis may well be lost on the way into another language; asterisks between
//! words (`2*3*4`) are none.
//!
//! `See [the guide](/help)` → `Siehe [den Leitfaden] (/help)`

use ichiban_tool::Severity;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::{Check, Finding, Pair};

pub(super) struct Markdown;

impl Check for Markdown {
    fn name(&self) -> &'static str {
        "markdown"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        if !pair.terms.syntax.markdown
            || !pair.source.choices().is_empty()
            || !pair.target.choices().is_empty()
        {
            return;
        }
        let source = Shape::of(pair.source_text);
        if source == Shape::default() {
            return;
        }
        let target = Shape::of(pair.target_text);
        let kinds = [
            ("headings", source.headings, target.headings),
            ("list items", source.items, target.items),
            ("links", source.links, target.links),
            ("images", source.images, target.images),
            ("pieces of code", source.code, target.code),
            ("table cells", source.cells, target.cells),
            ("quotations", source.quotes, target.quotes),
        ];
        for (what, wanted, found) in kinds {
            // What only the translation has may be prose: `3. Oktober` begins no list.
            if wanted > 0 && wanted != found {
                findings.push(Finding::new(
                    pair.terms.author.strict(Severity::Warning),
                    "markdown-structure",
                    format!(
                        "As Markdown, the source and the translation differ in {what}: {wanted} and {found}."
                    ),
                    "Keep the marks of the source, and where they stand.",
                ));
            }
        }
        if target.emphasis.any < source.emphasis.words {
            findings.push(Finding::new(
                Severity::Info,
                "markdown-emphasis",
                "Words that the source emphasises are not emphasised in the translation.",
                "Put `*` or `**` around them, unless the language does without.",
            ));
        }
    }
}

/// How often each element stands in a text.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    headings: usize,
    items: usize,
    links: usize,
    images: usize,
    code: usize,
    cells: usize,
    quotes: usize,
    emphasis: Emphasis,
}

/// How much of a text is emphasised.
#[derive(Debug, Default, PartialEq, Eq)]
struct Emphasis {
    /// Runs of whole words.
    words: usize,
    /// Runs of anything.
    any: usize,
}

impl Shape {
    fn of(text: &str) -> Self {
        let mut shape = Self::default();
        let parser = Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter();
        for (event, span) in parser {
            let count = match event {
                Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => &mut shape.code,
                Event::Start(Tag::Heading { .. }) => &mut shape.headings,
                Event::Start(Tag::Item) => &mut shape.items,
                Event::Start(Tag::Link { .. }) => &mut shape.links,
                Event::Start(Tag::Image { .. }) => &mut shape.images,
                Event::Start(Tag::TableCell) => &mut shape.cells,
                Event::Start(Tag::BlockQuote(_)) => &mut shape.quotes,
                Event::Start(Tag::Emphasis | Tag::Strong) => {
                    let edge = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
                    let before = text.get(..span.start).and_then(|it| it.chars().next_back());
                    let after = text.get(span.end..).and_then(|it| it.chars().next());
                    let inner = text.get(span).unwrap_or_default();
                    let words = inner.contains(char::is_alphabetic) && edge(before) && edge(after);
                    shape.emphasis.words += usize::from(words);
                    &mut shape.emphasis.any
                }
                _ => continue,
            };
            *count += 1;
        }
        shape
    }
}
