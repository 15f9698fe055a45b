//! What streamed Markdown holds to: however it is cut, its end is the whole parse.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod inputs;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::Command;

use inputs::{chunks, cuts};
use proptest::prelude::*;
use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd, html::push_html};
use scraper::Html;

use ichiban_stream::markdown::{
    BlockId, Change, Document, State, options, pulldown_cmark, to_html,
};

/// Everything that was told of a document, folded as a page would fold it.
#[derive(Debug, Default)]
struct Page {
    blocks: BTreeMap<BlockId, Shown>,
    /// What each block was when it was told as awaiting or settled.
    told: Vec<(BlockId, State)>,
}

#[derive(Debug)]
struct Shown {
    state: State,
    source: String,
    events: Vec<Event<'static>>,
    code: Option<String>,
}

impl Page {
    fn take(&mut self, change: Change<'_>) {
        match change {
            Change::Block(block) => {
                let before = self.blocks.get(&block.id);
                let code = before.and_then(|shown| shown.code.clone());
                if let Some(before) = before {
                    assert_ne!(
                        before.state,
                        State::Settled,
                        "settled, and told again: {block:?}"
                    );
                    if before.state == State::Awaiting {
                        assert_ne!(block.state, State::Open);
                        assert_eq!(before.source, block.source);
                    }
                } else {
                    assert_eq!(block.id.0 as usize, self.blocks.len());
                }
                if block.state != State::Open {
                    self.told.push((block.id, block.state));
                }
                let shown = Shown {
                    state: block.state,
                    source: block.source.to_owned(),
                    events: merged(block.events.iter().cloned()),
                    code,
                };
                self.blocks.insert(block.id, shown);
            }
            Change::CodeBegan { id, .. } => {
                let before = self.blocks.get(&id);
                assert!(before.is_none_or(|shown| shown.state == State::Open));
                let shown = Shown {
                    state: State::Open,
                    source: String::new(),
                    events: Vec::new(),
                    code: Some(String::new()),
                };
                self.blocks.insert(id, shown);
            }
            Change::CodeText { id, text } => {
                let shown = self.blocks.get_mut(&id).expect("code that has begun");
                assert_eq!(shown.state, State::Open);
                shown.code.as_mut().expect("code").push_str(text);
            }
        }
    }

    fn events(&self) -> Vec<Event<'static>> {
        merged(
            self.blocks
                .values()
                .flat_map(|shown| shown.events.iter().cloned()),
        )
    }

    /// Code that was told piece by piece is the code of the block.
    fn check_code(&self) {
        for shown in self.blocks.values() {
            let Some(code) = &shown.code else { continue };
            let mut text = String::new();
            assert!(
                matches!(shown.events.first(), Some(Event::Start(Tag::CodeBlock(_)))),
                "{shown:?}"
            );
            assert!(
                matches!(shown.events.last(), Some(Event::End(TagEnd::CodeBlock))),
                "{shown:?}"
            );
            for event in &shown.events {
                if let Event::Text(part) = event {
                    text.push_str(part);
                }
            }
            assert_eq!(*code, text);
        }
    }
}

/// Owned events, adjacent texts joined.
fn merged<'a>(events: impl Iterator<Item = Event<'a>>) -> Vec<Event<'static>> {
    let mut merged: Vec<Event<'static>> = Vec::new();
    for event in events {
        let joined = match (merged.last(), &event) {
            (Some(Event::Text(before)), Event::Text(text)) => {
                Some(Event::Text(CowStr::from(format!("{before}{text}"))))
            }
            (Some(Event::Html(before)), Event::Html(text)) => {
                Some(Event::Html(CowStr::from(format!("{before}{text}"))))
            }
            _ => None,
        };
        if let Some(joined) = joined {
            merged.pop();
            merged.push(joined);
        } else if !matches!(&event, Event::Text(text) | Event::Html(text) if text.is_empty()) {
            merged.push(event.into_static());
        }
    }
    merged
}

/// In pieces of these lengths, over and over; a piece does not end within a character.
fn streamed(text: &str, lengths: &[usize]) -> Page {
    let mut page = Page::default();
    let mut document = Document::new();
    let (mut from, mut end) = (0, 0);
    for chunk in chunks(text.as_bytes(), lengths) {
        end += chunk.len();
        let to = text.floor_char_boundary(end);
        document.push(&text[from..to], &mut |change| page.take(change));
        from = to;
    }
    document.finish(&mut |change| page.take(change));
    page.check_code();
    assert!(page.blocks.values().all(|shown| shown.state != State::Open));
    page
}

fn normal(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .replace('\0', "\u{fffd}")
}

fn whole(text: &str) -> Vec<Event<'static>> {
    merged(Parser::new_ext(&normal(text), options()))
}

fn html(events: &[Event<'_>]) -> String {
    let mut html = String::new();
    push_html(&mut html, events.iter().cloned());
    html
}

/// The examples of the `CommonMark` specification, as the parser's own package carries them.
fn examples() -> Vec<(String, String)> {
    // What other platforms need is not at hand.
    let version = Command::new("rustc")
        .arg("-vV")
        .output()
        .expect("rustc runs");
    let version = String::from_utf8(version.stdout).unwrap();
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--locked"])
        .args(["--filter-platform", host])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    let parser = packages
        .iter()
        .find(|package| package["name"] == "pulldown-cmark")
        .expect("the parser is a dependency");
    let manifest = PathBuf::from(parser["manifest_path"].as_str().unwrap());
    let suite = manifest
        .with_file_name("tests")
        .join("suite")
        .join("spec.rs");
    let suite = std::fs::read_to_string(&suite).expect("the parser's tests of the specification");
    let literals: Vec<&str> = suite
        .split("r##\"")
        .skip(1)
        .map(|rest| rest.split("\"##").next().unwrap())
        .collect();
    literals
        .chunks(2)
        .map(|pair| (pair[0].to_owned(), pair[1].to_owned()))
        .collect()
}

#[test]
fn every_example_of_the_specification_ends_as_the_whole_parse_however_it_is_cut() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    for (text, expected) in &examples {
        let whole = whole(text);
        for length in 1..12 {
            assert_eq!(
                streamed(text, &[length]).events(),
                whole,
                "{text:?} by {length}"
            );
        }
        // Where a line may break between elements is the writer's affair.
        assert_eq!(
            html(&whole).replace('\n', ""),
            expected.replace('\n', ""),
            "{text:?}"
        );
    }
}

/// All examples in one document, where definitions of one stand for mentions in another.
#[test]
fn the_examples_together_end_as_the_whole_parse() {
    let examples = examples();
    for part in examples.chunks(20) {
        let texts: Vec<&str> = part.iter().map(|(text, _)| text.as_str()).collect();
        let text = texts.join("\n\n");
        let whole = whole(&text);
        assert_eq!(streamed(&text, &[3, 7]).events(), whole, "{text:?}");
    }
}

/// Lines that open, continue and end every kind of block, in any order.
fn markdown() -> impl Strategy<Value = String> {
    let start = prop::sample::select(vec![
        "",
        "",
        "",
        "",
        " ",
        "  ",
        "   ",
        "    ",
        "     ",
        "\t",
        "> ",
        ">",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "10. ",
        "# ",
        "### ",
        "  - ",
        "   1. ",
        "    - ",
        "> - ",
        "- > ",
        "- - ",
        "[^1]: ",
        "[^note]: ",
        "- [ ] ",
        "- [x] ",
        "| ",
        "12345678901. ",
    ]);
    let body = prop::sample::select(vec![
        "",
        "",
        "",
        "text",
        "**bold** and `code`",
        "```",
        "```rust",
        "~~~",
        "````",
        "``` `",
        "```a```",
        "---",
        "***",
        "- - -",
        "===",
        "-",
        "*",
        "1.",
        "<div>",
        "</div>",
        "<!-- comment",
        "-->",
        "<!-- whole -->",
        "<script>",
        "</script>",
        "<pre>",
        "</pre>",
        "<b>inline</b>",
        "<?php",
        "?>",
        "<a href='x'",
        "[foo]",
        "[foo][bar]",
        "[bar][]",
        "![img][foo]",
        "[foo]: /one",
        "[foo]: /two 'title'",
        "[bar]:",
        "<dest> \"a",
        "title\"",
        "[bar]: /b 'un",
        "[Foo Bar]: x",
        "[foo  bar]",
        "word[^1]",
        "[^note] and [^1]",
        "`[^1]`",
        "[^1]",
        "[^ b]: x",
        "a | b",
        "--- | :-:",
        "|-|-|",
        "1 | 2 |",
        "~~gone~~",
        "*em _both_*",
        "http://a.example",
        "<http://a.example>",
        "é東🚀",
        "\\",
        "hard  ",
        "&amp; &#0;",
        "trailing \\",
        "\u{0}",
        "x\ty",
        "1986\\. A",
        "[link](<a b> 'c')",
        "[a]( /x",
        "\"t\")",
        "[x]: #",
    ]);
    let end = prop_oneof![12 => Just("\n"), 6 => Just("\n\n"), 1 => Just("\r\n"), 1 => Just("\r"), 1 => Just("\n \n"), 1 => Just(" ")];
    prop::collection::vec((start, body, end), 0..14).prop_map(|lines| {
        lines
            .into_iter()
            .flat_map(|(start, body, end)| [start, body, end])
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn any_cutting_ends_as_the_whole_parse(text in markdown(), at in cuts()) {
        let page = streamed(&text, &at);
        prop_assert_eq!(page.events(), whole(&text));
        let by_bytes = streamed(&text, &[1]);
        prop_assert_eq!(by_bytes.events(), page.events());
        let sources = |page: &Page| page.blocks.values().map(|shown| shown.source.clone()).collect::<Vec<_>>();
        prop_assert_eq!(sources(&by_bytes), sources(&page));
    }
}

/// Markdown with HTML, addresses of every kind, and what a page must not take from a stranger.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "<b onclick=a()>b</b>",
        "<style>*{}</style>",
        "<details><summary>s</summary>",
        "</details>",
        "<kbd>K</kbd>",
        "<iframe src=//x>",
        "<svg><script>1</script></svg>",
        "<form><input name=a>",
        "<div id=app class=shell>",
        "<math><mtext></p><style><!--</style><img src=1>",
        "<br>",
        "text",
        "**b**",
        "\n\n",
        "\n",
        "`<b>`",
        "&lt;script&gt;",
        "[x](javascript:alert(1))",
        "[x](JaVa&#x0a;Script:alert(1))",
        "[x](<java\tscript:a>)",
        "[x](data:text/html,a)",
        "[x](vbscript:a)",
        "[x](//host/p)",
        "[x](https://a.example/?q=1&r=2 \"a \"\"b\")",
        "[x](/p#f)",
        "![alt *em*](https://a.example/i.png)",
        "![](i.png 'title')",
        "[![in](i.png)](https://a.example)",
        "![a [l](m) b](n)",
        "<javascript:alert(1)>",
        "<me@a.example>",
        "| a | b |\n|:-|-:|\n| `1` | ![x](y) |\n",
        "- [x] done\n",
        "> ",
        "- ",
        "\n```js\nlet a = '<';\n```\n",
        "word[^<1>]",
        "\n[^<1>]: note\n",
        "[x](:a)",
        "[x](a:b)",
        "\"><b>",
        "[\"><b>](\"><b>)",
        "# ",
        "1. ",
        "~~s~~",
        "[l [^<1>] m](n)",
        "  \n",
        "    ",
    ]);
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn nothing_hostile_reaches_the_page(text in hostile()) {
        let page = streamed(&text, &[7]);
        for shown in page.blocks.values() {
            let html = to_html(&shown.events, "7 é");
            let fragment = Html::parse_fragment(&html);
            for node in fragment.tree.values() {
                let Some(element) = node.as_element() else { continue };
                prop_assert!(ELEMENTS.contains(&element.name()), "<{}> in {html}", element.name());
                for (name, value) in element.attrs() {
                    prop_assert!(ATTRIBUTES.contains(&name), "{name} in {html}");
                    if matches!(name, "href" | "cite") {
                        let resolved = address(value);
                        prop_assert!(["https", "http", "mailto", "tel"].contains(&resolved.as_str()), "{value} in {html}");
                    }
                }
                if element.name() == "a" {
                    prop_assert_eq!(element.attr("rel"), Some("noopener noreferrer"));
                }
                if element.name() == "input" {
                    prop_assert_eq!(element.attr("type"), Some("checkbox"));
                }
                for class in element.classes() {
                    prop_assert!(class == "footnote" || class.starts_with("language-"), "{class}");
                }
            }
        }
    }
}

/// The scheme a browser would follow, by the parser of the URL standard.
fn address(value: &str) -> String {
    let base = url::Url::parse("https://page.example/").unwrap();
    base.join(value)
        .map_or_else(|_| "https".to_owned(), |url| url.scheme().to_owned())
}

const ELEMENTS: [&str; 46] = [
    "html",
    "body",
    "p",
    "a",
    "b",
    "em",
    "strong",
    "del",
    "code",
    "pre",
    "br",
    "hr",
    "ul",
    "ol",
    "li",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "input",
    "sup",
    "sub",
    "div",
    "details",
    "summary",
    "kbd",
    "span",
    "i",
    "u",
    "s",
    "q",
    "dl",
    "dt",
    "dd",
    "abbr",
    "cite",
    "small",
];
const ATTRIBUTES: [&str; 14] = [
    "href", "title", "rel", "class", "id", "align", "start", "type", "checked", "disabled", "open",
    "lang", "cite", "value",
];

fn told(text: &str) -> Vec<(BlockId, State)> {
    streamed(text, &[1]).told
}

#[test]
fn a_late_definition_is_told_to_the_blocks_that_mention_it_and_to_no_other() {
    use State::{Awaiting, Settled};
    let text = "See [a] and [b].\n\nPlain.\n\nA note[^n] on `[^n]`.\n\n[b]: /b\n\nMore.\n\n[a]: /a\n\n[^n]: The note.\n\n[b]: /other\n\n[b] again";
    assert_eq!(
        told(text),
        [
            (BlockId(0), Awaiting),
            (BlockId(1), Settled),
            (BlockId(2), Awaiting),
            (BlockId(3), Settled),
            (BlockId(0), Awaiting),
            (BlockId(4), Settled),
            (BlockId(5), Settled),
            (BlockId(0), Settled),
            (BlockId(6), Settled),
            (BlockId(2), Settled),
            (BlockId(7), Settled),
            (BlockId(8), Settled),
        ]
    );
    let page = streamed(text, &[5]);
    assert_eq!(
        to_html(&page.blocks[&BlockId(8)].events, ""),
        "<p><a href=\"/b\" rel=\"noopener noreferrer\">b</a> again</p>\n"
    );
}

#[test]
fn code_is_told_with_its_language_as_it_comes() {
    let mut told = Vec::new();
    let mut document = Document::new();
    let mut tell = |change: Change<'_>| match change {
        Change::CodeBegan { id, language } => told.push(format!("{} {language}", id.0)),
        Change::CodeText { text, .. } => told.push(text.to_owned()),
        Change::Block(block) => told.push(format!("{:?} {}", block.state, block.id.0)),
    };
    for piece in ["So:\n```ru", "st ignore\nlet", " a = 1;\n``", "`", "\nDone"] {
        document.push(piece, &mut tell);
    }
    document.finish(&mut tell);
    assert_eq!(
        told,
        [
            "Open 0",
            "Settled 0",
            "1 rust",
            "let",
            " a = 1;\n",
            "Settled 1",
            "Open 2",
            "Settled 2"
        ]
    );
}

#[test]
fn what_is_nested_deeper_than_a_page_allows_is_shown_flat() {
    for mark in [">", "- "] {
        let page = streamed(&format!("{}deep", mark.repeat(10_000)), &[500]);
        let html = to_html(&page.blocks[&BlockId(0)].events, "");
        assert!(html.contains("deep"));
        assert!(html.len() < 2000, "{} bytes", html.len());
    }
}
