//! What the JSON parser and document hold to, whatever the input and however it is cut.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod inputs;

use inputs::{chunks, cuts, damaged, document};
use proptest::prelude::*;
use serde_json::Value;

use ichiban_stream::json::{
    Change, Document, End, Error, Event, Expected, Kind, Limits, Node, Parser, Path, Span,
};

/// An event as a value of its own.
#[derive(Debug, Clone, PartialEq)]
enum Step {
    Text(String),
    Other(String),
}

/// What a parse reports, adjacent deltas joined, and how it ends.
fn parse(bytes: &[u8], cuts: &[usize], limits: Limits) -> (Vec<(Step, Span)>, End) {
    let mut steps: Vec<(Step, Span)> = Vec::new();
    let mut sink = |event: Event<'_>, span: Span| match (event, steps.last_mut()) {
        (Event::StringDelta(text), Some((Step::Text(before), before_span))) => {
            assert!(!text.is_empty(), "an empty delta");
            assert_eq!(before_span.end, span.start, "deltas leave a gap");
            before.push_str(text);
            before_span.end = span.end;
        }
        (Event::StringDelta(text), _) => steps.push((Step::Text(text.to_owned()), span)),
        _ => steps.push((Step::Other(format!("{event:?}")), span)),
    };
    let mut parser = Parser::new(limits);
    for chunk in chunks(bytes, cuts) {
        if let Err(error) = parser.push(chunk, &mut sink) {
            assert_eq!(
                parser.push(b"x", &mut sink),
                Err(error),
                "an error is final"
            );
            break;
        }
    }
    let end = parser.finish(&mut sink);
    assert_eq!(parser.finish(&mut sink), end, "finishing twice");
    (steps, end)
}

fn limits() -> impl Strategy<Value = Limits> {
    let tight = (0_u64..60, 0_usize..5, 0_usize..8, 0_usize..20).prop_map(
        |(max_bytes, max_depth, max_token_bytes, max_values)| Limits {
            max_bytes,
            max_depth,
            max_token_bytes,
            max_values,
        },
    );
    prop_oneof![3 => Just(Limits::default()), 1 => tight]
}

/// Line and column of an offset, counted anew from the text.
fn place(text: &str, offset: u64) -> (u32, u32) {
    let before = &text[..usize::try_from(offset).unwrap()];
    let before = before.strip_prefix('\u{feff}').unwrap_or(before);
    let lines = before.replace("\r\n", "\n").replace('\r', "\n");
    // An offset between CR and LF is on the line that CR began; no token starts there.
    let line = lines.matches('\n').count() + 1;
    let column = lines.rsplit('\n').next().unwrap().chars().count() + 1;
    (u32::try_from(line).unwrap(), u32::try_from(column).unwrap())
}

/// Whether `serde_json` refuses a document for a reason that is none here: it wants surrogates in
/// pairs, and numbers that fit its types.
fn refused_for_taste(error: &serde_json::Error) -> bool {
    let message = error.to_string();
    [
        "surrogate",
        "hex escape",
        "number out of range",
        "unexpected end of hex",
    ]
    .iter()
    .any(|taste| message.contains(taste))
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes)
}

/// Bytes that make a cut document whole, chosen by what the parser says it expects.
fn completion(mut parser: Parser) -> Vec<u8> {
    let mut added = Vec::new();
    for _ in 0..10_000 {
        let expected = match parser.clone().finish(&mut |_, _| {}) {
            End::Complete => return added,
            End::Invalid(error) => panic!("{error}"),
            End::Truncated(truncation) => truncation.expected,
        };
        let candidates: &[u8] = match expected {
            Expected::Value | Expected::Digit | Expected::HexDigit => b"0",
            Expected::ValueOrEndArray | Expected::CommaOrEndArray => b"]",
            Expected::KeyOrEndObject | Expected::CommaOrEndObject => b"}",
            Expected::NumberOrItsEnd => b"]}",
            Expected::Key | Expected::StringCharacter => b"\"",
            Expected::Colon => b":",
            Expected::Literal(_) => b"truefalsn",
            Expected::Escape => b"n",
            Expected::Continuation => b"\x80\xA0\x90",
            Expected::ByteOrderMark => b"\xBB\xBF",
            other => panic!("nothing satisfies {other}"),
        };
        let fits = |byte: &&u8| parser.clone().push(&[**byte], &mut |_, _| {}).is_ok();
        let byte = *candidates
            .iter()
            .find(fits)
            .expect("what is expected is possible");
        parser.push(&[byte], &mut |_, _| {}).unwrap();
        added.push(byte);
    }
    panic!("no end in sight");
}

/// Everything a document shows: path, kind, text so far, and whether it is settled.
fn shown(document: &Document) -> Vec<(String, Kind, String, bool)> {
    fn visit(node: Node<'_>, into: &mut Vec<(String, Kind, String, bool)>) {
        let text = match node.kind() {
            Kind::String => node.as_str().unwrap().to_owned(),
            Kind::Number => node.as_number().unwrap().to_owned(),
            Kind::Bool => node.as_bool().unwrap().to_string(),
            _ => String::new(),
        };
        into.push((node.path(), node.kind(), text, node.is_settled()));
        for item in node.items() {
            visit(item, into);
        }
        for (_, member) in node.members() {
            visit(member, into);
        }
    }
    let mut values = Vec::new();
    if let Some(root) = document.root() {
        visit(root, &mut values);
    }
    values
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_chunking_gives_the_same_events_and_end(
        bytes in damaged(),
        cuts in cuts(),
        limits in limits(),
    ) {
        prop_assert_eq!(parse(&bytes, &cuts, limits), parse(&bytes, &[usize::MAX], limits));
    }

    #[test]
    fn a_document_is_complete_exactly_when_another_parser_accepts_it(bytes in damaged()) {
        let (_, end) = parse(&bytes, &[usize::MAX], Limits::default());
        match serde_json::from_slice::<Value>(without_mark(&bytes)) {
            Ok(_) => prop_assert_eq!(end, End::Complete),
            Err(error) if refused_for_taste(&error) => {}
            Err(error) => prop_assert_ne!(end, End::Complete, "{}", error),
        }
    }

    #[test]
    fn the_document_holds_what_another_parser_reads(text in document(), cuts in cuts()) {
        let mut document = Document::new(Limits::default());
        for chunk in chunks(text.as_bytes(), &cuts) {
            document.push(chunk).unwrap();
        }
        prop_assert_eq!(document.finish(), End::Complete);
        if let Ok(value) = serde_json::from_slice::<Value>(without_mark(text.as_bytes())) {
            prop_assert_eq!(document.root().unwrap().to_value(), value.clone());
            for (path, ..) in shown(&document) {
                let node = document.at(&path).unwrap();
                prop_assert_eq!(&node.to_value(), value.pointer(&path).unwrap());
            }
        }
    }

    #[test]
    fn an_error_comes_at_the_first_impossible_byte(bytes in damaged()) {
        let limits = Limits::default();
        let (_, end) = parse(&bytes, &[usize::MAX], limits);
        let possible = match end {
            End::Invalid(error) => {
                let at = usize::try_from(error.offset).unwrap();
                prop_assert_eq!(error.found.0, bytes[at]);
                &bytes[..at]
            }
            _ => &bytes[..],
        };
        // Up to there the bytes can become a document, and another parser agrees.
        let mut parser = Parser::new(limits);
        parser.push(possible, &mut |_, _| {}).unwrap();
        let whole = [possible, &completion(parser)].concat();
        if let Err(error) = serde_json::from_slice::<Value>(without_mark(&whole)) {
            prop_assert!(refused_for_taste(&error), "{}: {:?}", error, String::from_utf8_lossy(&whole));
        }
    }

    #[test]
    fn places_are_those_an_editor_shows(bytes in damaged(), cuts in cuts()) {
        if let Ok(text) = std::str::from_utf8(&bytes) {
            let (steps, end) = parse(&bytes, &cuts, Limits::default());
            for (step, span) in steps {
                prop_assert_eq!((span.line, span.column), place(text, span.start), "{:?}", step);
            }
            // Between the bytes of one character there is no column of its own.
            if let End::Invalid(Error { offset, line, column, .. }) = end
                && text.is_char_boundary(usize::try_from(offset).unwrap())
            {
                prop_assert_eq!((line, column), place(text, offset));
            }
        }
    }

    #[test]
    fn a_cut_document_is_truncated_and_shows_nothing_that_turns_out_false(
        text in document(),
        cut in any::<prop::sample::Index>(),
    ) {
        let bytes = text.as_bytes();
        let cut = cut.index(bytes.len());
        let mut whole = Document::new(Limits::default());
        whole.push(bytes).unwrap();
        prop_assert_eq!(whole.finish(), End::Complete);

        let mut document = Document::new(Limits::default());
        document.push(&bytes[..cut]).unwrap();
        let mut replaced = Vec::new();
        let before = shown(&document);
        let ended = document.clone().finish();
        let rest_is_blank = bytes[cut..].trim_ascii().is_empty();
        let alone = whole.root().unwrap().kind() == Kind::Number;
        prop_assert_eq!(ended == End::Complete, rest_is_blank || (alone && ended == End::Complete));

        document.push(&bytes[cut..]).unwrap();
        for change in document.changes() {
            if let Change::Replaced { old, .. } = change {
                replaced.push(document.node(*old).unwrap().path());
            }
        }
        for (path, kind, text, settled) in before {
            let announced = replaced
                .iter()
                .any(|old| path == *old || path.starts_with(&format!("{old}/")));
            if announced {
                continue;
            }
            let node = whole.at(&path).expect("what was shown stays");
            prop_assert_eq!(node.kind(), kind);
            if let Some(now) = node.as_str() {
                prop_assert!(now.starts_with(&text));
                prop_assert!(!settled || now == text);
            }
            if let Some(now) = node.as_number() {
                prop_assert_eq!(now, text);
            }
        }
    }

    #[test]
    fn changes_alone_are_enough_to_follow_the_document(text in document(), cuts in cuts()) {
        let mut document = Document::new(Limits::default());
        let mut strings = std::collections::BTreeMap::new();
        let mut settled = std::collections::BTreeSet::new();
        for chunk in chunks(text.as_bytes(), &cuts) {
            document.push(chunk).unwrap();
            for change in document.changes() {
                match change {
                    Change::Grew(id, range) => {
                        let whole = document.node(*id).unwrap().as_str().unwrap();
                        let text: &mut String = strings.entry(*id).or_default();
                        prop_assert_eq!(text.len(), range.start);
                        text.push_str(&whole[range.clone()]);
                    }
                    Change::Settled(id) => prop_assert!(settled.insert(*id), "settled twice"),
                    _ => {}
                }
            }
        }
        document.finish();
        settled.extend(document.settled().map(Node::id));
        for (path, kind, text, _) in shown(&document) {
            let node = document.at(&path).unwrap();
            prop_assert!(settled.contains(&node.id()));
            if kind == Kind::String {
                prop_assert_eq!(strings.get(&node.id()).cloned().unwrap_or_default(), text);
            }
        }
    }

    #[test]
    fn a_span_is_the_source_of_its_value(text in document(), cuts in cuts()) {
        let mut document = Document::new(Limits::default());
        for chunk in chunks(text.as_bytes(), &cuts) {
            document.push(chunk).unwrap();
        }
        document.finish();
        for (path, ..) in shown(&document) {
            let node = document.at(&path).unwrap();
            let source = &text[node.span().range()];
            let (steps, end) = parse(source.as_bytes(), &[usize::MAX], Limits::default());
            prop_assert_eq!(end, End::Complete, "{}", source);
            prop_assert!(!steps.is_empty());
            prop_assert_eq!(source.trim_ascii(), source);
            if let Ok(value) = serde_json::from_str::<Value>(source) {
                prop_assert_eq!(value, node.to_value());
            }
            if let Some(span) = node.key_span()
                && let Ok(name) = serde_json::from_str::<String>(&text[span.range()])
            {
                prop_assert_eq!(Some(name.as_str()), node.key());
            }
        }
    }

    #[test]
    fn the_path_of_events_is_the_path_in_the_document(text in document(), cuts in cuts()) {
        let mut document = Document::new(Limits::default());
        let mut parser = Parser::new(Limits::default());
        let mut path = Path::default();
        let mut paths = Vec::new();
        let mut sink = |event: Event<'_>, _: Span| {
            path.follow(&event);
            if !matches!(event, Event::Key { .. } | Event::StringDelta(_) | Event::LoneSurrogate { .. }
                | Event::BeginString | Event::BeginObject | Event::BeginArray)
            {
                paths.push(path.pointer().to_owned());
            }
        };
        let mut settled = Vec::new();
        for chunk in chunks(text.as_bytes(), &cuts) {
            document.push(chunk).unwrap();
            settled.extend(document.settled().map(Node::path));
            parser.push(chunk, &mut sink).unwrap();
        }
        document.finish();
        settled.extend(document.settled().map(Node::path));
        parser.finish(&mut sink);
        prop_assert_eq!(paths, settled);
    }
}

fn invalid(text: &str) -> Error {
    match parse(text.as_bytes(), &[1], Limits::default()).1 {
        End::Invalid(error) => error,
        end => panic!("{text}: {end:?}"),
    }
}

#[test]
fn an_error_says_where_what_and_what_to_do() {
    for (text, message, hint) in [
        (
            "{\n  \"a\": }",
            "line 2, column 8: found `}`, expected a value",
            None,
        ),
        (
            "{\"a\":1,}",
            "line 1, column 8: found `}`, expected a name in double quotes",
            Some("Remove the comma before it: JSON has no trailing commas."),
        ),
        (
            "{'a':1}",
            "line 1, column 2: found `'`, expected a name in double quotes or `}`",
            Some("Put strings and names in double quotes."),
        ),
        (
            "[\"é東\", NaN]",
            "line 1, column 8: found `N`, expected a value",
            Some("Write `null` instead: JSON has no NaN, Infinity, None or undefined."),
        ),
        (
            "[1 2]",
            "line 1, column 4: found `2`, expected `,` or `]`",
            None,
        ),
        (
            "[tru]",
            "line 1, column 5: found `]`, expected `true`",
            None,
        ),
        (
            "\"a\nb\"",
            "line 1, column 3: found a line break, expected the rest of the string, with control \
             characters escaped",
            Some("Close the string, or write the line break as `\\n`."),
        ),
        (
            "{} {}",
            "line 1, column 4: found `{`, expected nothing more after the document",
            Some("Keep one document, put them into an array, or read them line by line as NDJSON."),
        ),
        (
            "```json\n{}",
            "line 1, column 1: found a backtick, expected a value",
            Some("Remove the code fence around the document."),
        ),
        (
            "01",
            "line 1, column 2: found `1`, expected the rest of the number, or `,`, `]`, `}` or white space after it",
            None,
        ),
        (
            "[“a”]",
            "line 1, column 2: found the byte 0xE2, expected a value or `]`",
            Some("Replace typographic quotes, spaces and invisible characters outside strings."),
        ),
    ] {
        let error = invalid(text);
        assert_eq!(error.to_string(), message, "{text}");
        assert_eq!(error.hint(), hint, "{text}");
    }
}

#[test]
fn a_limit_is_an_error_that_names_it() {
    let limits = Limits {
        max_depth: 2,
        max_bytes: 20,
        max_token_bytes: 4,
        max_values: 5,
    };
    for (text, complete, message) in [
        ("[[]]", true, ""),
        (
            "[[[]]]",
            false,
            "line 1, column 3: found `[`, expected at most 2 levels of nesting",
        ),
        ("\"345678901234567890\"", true, ""),
        (
            "\"3456789012345678901\"",
            false,
            "line 1, column 21: found `\"`, expected at most 20 bytes",
        ),
        ("{\"abcd\":1}", true, ""),
        (
            "{\"abcde\":1}",
            false,
            "line 1, column 7: found `e`, expected a name or number of at most 4 bytes",
        ),
        ("1234", true, ""),
        (
            "12345",
            false,
            "line 1, column 5: found `5`, expected a name or number of at most 4 bytes",
        ),
        ("[1,2,3,4]", true, ""),
        (
            "[1,2,3,4,5]",
            false,
            "line 1, column 10: found `5`, expected at most 5 values",
        ),
    ] {
        for cuts in [&[1][..], &[usize::MAX]] {
            match parse(text.as_bytes(), cuts, limits).1 {
                End::Complete => assert!(complete, "{text}"),
                End::Invalid(error) => {
                    assert!(error.expected.is_limit());
                    assert_eq!(error.to_string(), message, "{text}");
                }
                End::Truncated(_) => panic!("{text} is not cut"),
            }
        }
    }
}

#[test]
fn what_settled_before_an_error_stays() {
    let mut document = Document::new(Limits::default());
    assert!(document.push(br#"{"a":"x","b":[1,2],"c":"y\n~"#).is_ok());
    assert!(document.push(b"z\x01").is_err());
    assert_eq!(document.at("/b/1").and_then(Node::as_number), Some("2"));
    assert_eq!(document.at("/c").and_then(Node::as_str), Some("y\n~z"));
    assert!(matches!(document.finish(), End::Invalid(_)));
}

#[test]
fn a_replaced_value_stays_until_its_successor_begins() {
    let mut document = Document::new(Limits::default());
    document.push(br#"{"a":1,"b":2,"a""#).unwrap();
    assert_eq!(document.at("/a").and_then(Node::as_number), Some("1"));
    document.push(br#":"x"}"#).unwrap();
    assert!(matches!(document.changes()[0], Change::Replaced { .. }));
    let names: Vec<_> = document
        .root()
        .unwrap()
        .members()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["a", "b"]);
    assert_eq!(document.at("/a").and_then(Node::as_str), Some("x"));
}

#[test]
fn a_lone_surrogate_is_announced_with_its_source() {
    let mut steps = Vec::new();
    let mut parser = Parser::new(Limits::default());
    let text = br#"{"k\uDEAD":"a\ud83d!"}"#;
    for byte in text {
        parser
            .push(&[*byte], &mut |event, span| match event {
                Event::LoneSurrogate { source } => {
                    assert_eq!(&text[span.range()], source.as_bytes());
                    steps.push(format!("warning {source}"));
                }
                Event::Key { name, .. } => steps.push(format!("key {name}")),
                Event::StringDelta(text) => steps.push(format!("text {text}")),
                _ => {}
            })
            .unwrap();
    }
    assert_eq!(
        steps,
        [
            "key k\u{fffd}",
            r"warning \uDEAD",
            "text a",
            r"warning \ud83d",
            "text \u{fffd}!",
        ]
    );
}
