//! Labels that would be markup, script or an address to fetch, in every family that has labels: what
//! is drawn of them is text.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_mermaid::render::{Picture, Renderer, theme};
use ichiban_mermaid::{fix, parse};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

const LABELS: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<iframe src='//evil.example'></iframe>",
    "<image href='https://evil.example/a.png' />",
    "<b onclick=alert(1)>bold</b>",
    "<style>*{background:url(//evil.example)}</style>",
    "<foreignObject><body onload=alert(1)></foreignObject>",
    "<use href='data:image/svg+xml,evil' />",
    "</text></svg><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "#lt;script#gt;alert(1)#lt;/script#gt;",
    "![x](https://evil.example/a.png)",
    "[x](javascript:alert(1))",
    "<math><mtext><script>alert(1)</script></mtext></math>",
    "${alert(1)} {{constructor.constructor('alert(1)')()}}",
    "\u{202e}tpircs\u{202c} <details open ontoggle=alert(1)>",
];

/// A diagram of each family, with `@` where a label goes.
const DIAGRAMS: &[&str] = &[
    "flowchart TD\n  A[\"@\"] -->|\"@\"| B\n  subgraph s [\"@\"]\n    C\n  end\n",
    "sequenceDiagram\n  participant A as @\n  A->>B: @\n  Note over A: @\n",
    "classDiagram\n  class A[\"@\"]\n  A --> B : @\n  note \"@\"\n",
    "stateDiagram-v2\n  state \"@\" as a\n  a --> b : @\n",
    "erDiagram\n  \"@\" ||--o{ B : \"@\"\n",
    "gantt\n  title @\n  dateFormat YYYY-MM-DD\n  section @\n  @ :2024-01-01, 3d\n",
    "pie title @\n  \"@\" : 3\n",
    "quadrantChart\n  title @\n  x-axis \"@\"\n  \"@\": [0.3, 0.6]\n",
    "journey\n  title @\n  section @\n    @: 5: Me\n",
    "timeline\n  title @\n  2020 : @\n",
    "mindmap\n  root[\"@\"]\n    [\"@\"]\n",
    "gitGraph\n  commit id: \"@\" tag: \"@\"\n",
    "requirementDiagram\n  requirement a {\n    id: 1\n    text: \"@\"\n    risk: high\n    verifymethod: test\n  }\n",
    "C4Context\n  title @\n  Person(a, \"@\", \"@\")\n",
    "sankey-beta\n\"@\",b,3\n",
    "xychart-beta\n  title \"@\"\n  x-axis [\"@\", b]\n  bar [1, 2]\n",
    "block-beta\n  a[\"@\"]\n",
    "packet-beta\n  0-7: \"@\"\n",
    "kanban\n  a[\"@\"]\n    b[\"@\"]\n",
    "architecture-beta\n  service a(server)[@]\n",
    "radar-beta\n  title @\n  axis a[\"@\"], b, c\n  curve d[\"@\"]{1, 2, 3}\n",
    "treemap-beta\n\"@\"\n  \"@\": 3\n",
    "---\ntitle: \"@\"\n---\nflowchart TD\n  A --> B\n",
];

/// What a label may be written with: a picture has no others.
const ELEMENTS: &[&str] = &[
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polygon",
    "polyline",
    "text",
    "tspan",
    "title",
    "desc",
    "defs",
    "marker",
    "clipPath",
    "linearGradient",
    "radialGradient",
    "stop",
    "filter",
    "feDropShadow",
    "feGaussianBlur",
    "feOffset",
    "feFlood",
    "feComposite",
    "feMerge",
    "feMergeNode",
    "feColorMatrix",
    "feBlend",
    "pattern",
    "mask",
    "symbol",
    "use",
    "a",
];

#[test]
fn hostile_labels_are_drawn_as_text_in_every_family() {
    // Layouts recurse.
    let thread = std::thread::Builder::new().stack_size(16 << 20);
    let work = || {
        let renderer = Renderer::new(theme::theme("light").unwrap(), "d", None).unwrap();
        for diagram in DIAGRAMS {
            let mut drawn = 0;
            for label in LABELS {
                let text = diagram.replace('@', label);
                drawn += usize::from(draw(&renderer, &text));
            }
            // A family may refuse some of them, and is then not drawn at all.
            let family = diagram.lines().next().unwrap();
            assert!(drawn * 2 >= LABELS.len(), "{family}: {drawn} are drawn");
        }
    };
    thread.spawn(work).unwrap().join().unwrap();
}

/// Draws what can be made of a text, as the page and the command line do; whether there was a picture.
fn draw(renderer: &Renderer, text: &str) -> bool {
    let text = fix::fix(text).text;
    if parse(&text).is_err() {
        return false;
    }
    let pictures = [renderer.render(&text), renderer.export(&text)];
    for picture in pictures.iter().flatten() {
        check(picture, &text);
    }
    pictures.iter().all(Result::is_ok)
}

fn check(picture: &Picture, text: &str) {
    let mut reader = Reader::from_str(&picture.markup);
    loop {
        match reader
            .read_event()
            .unwrap_or_else(|error| panic!("{error}: {text}"))
        {
            Event::Start(element) | Event::Empty(element) => check_element(&element, text),
            Event::Text(_) | Event::End(_) | Event::GeneralRef(_) => {}
            Event::Eof => break,
            other => panic!("{other:?}: {text}"),
        }
    }
    let style = picture.style.to_lowercase();
    for part in [
        "evil.example",
        "@import",
        "</",
        "javascript:",
        "expression(",
    ] {
        assert!(!style.contains(part), "{part} in the styles of {text}");
    }
}

fn check_element(element: &BytesStart<'_>, text: &str) {
    let name = element.name().as_ref().to_owned();
    assert!(ELEMENTS.contains(&name.as_str()), "<{name}> of {text}");
    for attribute in element.attributes() {
        let attribute = attribute.unwrap();
        let name = attribute.key.as_ref().to_lowercase();
        let value = attribute.value.to_lowercase();
        assert!(
            !name.starts_with("on") && name != "style",
            "{name} of {text}"
        );
        if name.ends_with("href") {
            let is_kept =
                value.starts_with('#') || (name == "data-href" && value.starts_with("http"));
            assert!(is_kept, "{name}={value} of {text}");
        }
        // Names of parts, and words for who does not see them, may say anything.
        let is_name = matches!(name.as_str(), "id" | "class")
            || name.starts_with("aria-")
            || name.starts_with("data-");
        assert!(
            is_name || !value.contains("javascript:"),
            "{name}={value} of {text}"
        );
    }
}
