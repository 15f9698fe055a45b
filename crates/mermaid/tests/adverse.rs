//! What nobody should send, and somebody will: it is answered in words, within the stack that a
//! worker has.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::thread;

use ichiban_mermaid::preview::{Ending, Preview};
use ichiban_mermaid::render::{Error, Renderer, theme};
use ichiban_mermaid::source::{File, from, sources};
use ichiban_mermaid::{check, diff, fix, format, parse};
use ichiban_tool::Settings;

/// Does something with the stack of a WebAssembly module.
fn in_a_worker(work: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(1 << 20);
    thread.spawn(work).unwrap().join().unwrap();
}

fn renderer() -> Renderer {
    Renderer::new(theme::theme("light").unwrap(), "d", None).unwrap()
}

/// Diagrams whose groups are nested this deep.
fn nested(depth: usize) -> Vec<String> {
    let wrap = |header: &str, open: &str, inside: &str, close: &str| {
        let opened: String = (0..depth)
            .map(|number| open.replace('#', &number.to_string()))
            .collect();
        format!("{header}\n{opened}{inside}\n{}", close.repeat(depth))
    };
    vec![
        wrap("flowchart TD", "subgraph s#\n", "A --> B", "end\n"),
        wrap("stateDiagram-v2", "state s# {\n", "a --> b", "}\n"),
        wrap("classDiagram", "namespace n# {\n", "class A", "}\n"),
        wrap("sequenceDiagram", "loop l#\n", "A->>B: x", "end\n"),
        wrap("block", "block:b#\n", "a", "end\n"),
        wrap(
            "C4Context",
            "Boundary(b#, \"x\") {\n",
            "Person(a, \"b\")",
            "}\n",
        ),
    ]
}

#[test]
fn groups_nested_too_deep_are_told_before_they_are_read() {
    in_a_worker(|| {
        for text in nested(20_000) {
            let error = parse(&text).unwrap_err();
            assert!(error.message.contains("deeper than"), "{}", error.message);
            assert_eq!(error.place.line, 102);
            let Err(Error::TooLarge { what, .. }) = renderer().render(&text) else {
                panic!("{}", text.lines().next().unwrap());
            };
            assert_eq!(what, "levels of nesting");
            assert!(format::format(&text).is_err() && diff::diff(&text, &text).is_err());
        }
        for text in nested(90) {
            assert!(parse(&text).is_ok(), "{}", text.lines().next().unwrap());
        }
        for text in nested(20) {
            assert!(
                renderer().render(&text).is_ok(),
                "{}",
                text.lines().next().unwrap()
            );
        }
    });
}

#[test]
fn brackets_and_settings_nested_without_end_are_told() {
    in_a_worker(|| {
        for text in [
            format!("flowchart TD\nA{}\n", "(".repeat(20_000)),
            format!(
                "flowchart TD\nA{}x{}\n",
                "[".repeat(20_000),
                "]".repeat(20_000)
            ),
            format!(
                "%%{{init: {}1{}}}%%\npie\n",
                "{\"a\":".repeat(20_000),
                "}".repeat(20_000)
            ),
            format!("---\nconfig: {}\n---\npie\n", "[".repeat(20_000)),
        ] {
            assert!(parse(&text).is_err());
            assert!(matches!(renderer().render(&text), Err(Error::Syntax(_))));
        }
    });
}

#[test]
fn ten_thousand_edges_are_read_and_too_many_to_draw() {
    in_a_worker(|| {
        let lines = (0..10_000).map(|number| format!("n{} --> n{number}\n", number / 2));
        let text = format!("flowchart TD\n{}", lines.collect::<String>());
        assert!(parse(&text).is_ok());
        let error = renderer().render(&text).unwrap_err();
        let said = error.to_string();
        assert!(
            said.contains("20000 nodes, edges") && said.contains("split it"),
            "{said}"
        );
    });
}

#[test]
fn a_megabyte_of_anything_is_answered() {
    in_a_worker(|| {
        let mindmap = format!("  {}\n", "many words ".repeat(12)).repeat(8_000);
        for text in [
            format!("mindmap\n root\n{mindmap}"),
            "]]{{((\"".repeat(150_000),
            "flowchart TD\n".to_owned() + &"%% nothing\n".repeat(100_000),
            "x".repeat(1_000_000),
        ] {
            let Err(Error::TooLarge { what, .. }) = renderer().render(&text) else {
                panic!("{}", text.get(..20).unwrap());
            };
            assert_eq!(what, "bytes");
            assert_eq!(check::check(&text).is_empty(), parse(&text).is_ok());
        }
    });
}

#[test]
fn what_is_no_diagram_is_told_with_what_to_do() {
    for text in [
        "",
        " \n",
        "\0",
        "%PDF-1.7\n%âãÏÓ\n1 0 obj",
        "{\"a\": 1}",
        "<svg></svg>",
        "PK\u{3}\u{4}",
    ] {
        let found = check::check(text);
        let [diagnostic] = found.as_slice() else {
            panic!("{text:?}: {found:?}");
        };
        assert!(
            !diagnostic.message.is_empty() && !diagnostic.hint.is_empty(),
            "{text:?}"
        );
        assert_eq!(fix::fix(text).text, text);
        assert!(
            matches!(renderer().render(text), Err(Error::Syntax(_))),
            "{text:?}"
        );
    }
}

#[test]
fn a_hostile_answer_is_previewed_and_ended() {
    in_a_worker(|| {
        for text in [
            "```mermaid\n".repeat(20_000),
            "---\n".repeat(20_000),
            format!("flowchart TD\n{}", "A[\"".repeat(20_000)),
            format!("flowchart TD\n{}", "A --> B[\n".repeat(500)),
            format!("stateDiagram-v2\n{}", "note right of a\n".repeat(500)),
        ] {
            let mut preview = Preview::default();
            preview.push(&text);
            let shown = preview.frame();
            assert!(shown.is_none_or(|frame| parse(&frame.text).is_ok()));
            assert!(!matches!(preview.finish(false), Ending::Broken { .. }));
        }
    });
}

#[test]
fn a_source_of_the_wrong_kind_is_told() {
    let files = [File {
        name: Some("picture.png"),
        text: "\u{fffd}PNG\r\n\u{1a}\n\0\0\0\rIHDR",
    }];
    for kind in sources() {
        if let Ok(drawn) = from(Some(kind), &files, &Settings::default()) {
            assert!(parse(&drawn.text).is_ok(), "{}", kind.name);
        }
    }
    let error = from(None, &files, &Settings::default()).unwrap_err();
    assert!(!error.to_string().is_empty());
}
