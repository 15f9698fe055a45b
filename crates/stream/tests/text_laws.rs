//! What the decoders of text, event streams and lines hold to, however the bytes are cut.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod inputs;

use std::time::Duration;

use inputs::{chunks, cuts};
use proptest::prelude::*;

use ichiban_stream::{ndjson, sse, utf8};

type Events = Vec<(String, String, String)>;

fn events(bytes: &[u8], cuts: &[usize]) -> (Events, sse::End, Option<Duration>) {
    let mut events = Vec::new();
    let mut decoder = sse::Decoder::new(sse::Limits::default());
    for chunk in chunks(bytes, cuts) {
        decoder
            .push(chunk, &mut |event| {
                events.push((
                    event.event.to_owned(),
                    event.data.to_owned(),
                    event.id.to_owned(),
                ));
            })
            .unwrap();
    }
    (events, decoder.finish(), decoder.retry())
}

/// The standard's algorithm (WHATWG HTML §9.2.6), word for word, on the whole text.
fn by_the_standard(bytes: &[u8]) -> (Events, Option<Duration>) {
    let text = String::from_utf8_lossy(bytes);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut events = Vec::new();
    let (mut data, mut event, mut id, mut retry) =
        (String::new(), String::new(), String::new(), None);
    let mut lines: Vec<&str> = text.split('\n').collect();
    // What is after the last line end is no line.
    lines.pop();
    for line in lines {
        if line.is_empty() {
            if !data.is_empty() {
                data.pop();
                let kind = if event.is_empty() { "message" } else { &event };
                events.push((kind.to_owned(), data.clone(), id.clone()));
            }
            data.clear();
            event.clear();
            continue;
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut event),
            "data" => {
                data.push_str(value);
                data.push('\n');
            }
            "id" if !value.contains('\0') => value.clone_into(&mut id),
            "retry" if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) => {
                retry = value.parse().ok().map(Duration::from_millis).or(retry);
            }
            _ => {}
        }
    }
    (events, retry)
}

fn event_stream() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        6 => prop::sample::select(vec![
            "data", "data:", "data: ", "data:  x", "event: add", "event:", "id: 7", "id", "id: a\0b",
            "retry: 250", "retry: 2x", "retry", ": ping", ":", "other: 1", "{\"a\":\"é東🚀\"}", " ",
            "\u{feff}",
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
        5 => prop::sample::select(vec!["\n", "\r", "\r\n", "\n\n", "\r\r", "\r\n\r\n"])
            .prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..4),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn an_event_stream_reads_as_the_standard_says_at_any_chunking(
        bytes in event_stream(),
        cuts in cuts(),
    ) {
        let (read, end, retry) = events(&bytes, &cuts);
        prop_assert_eq!(&(read, retry), &by_the_standard(&bytes));
        prop_assert_eq!(end, events(&bytes, &[usize::MAX]).1);
    }

    #[test]
    fn text_comes_out_as_it_went_in(text in "[a-zé東🚀\n]{0,40}", cuts in cuts()) {
        let mut decoded = String::new();
        let mut decoder = utf8::Decoder::default();
        for chunk in chunks(text.as_bytes(), &cuts) {
            decoder.push(chunk, &mut |part| decoded.push_str(part)).unwrap();
        }
        prop_assert_eq!(decoder.finish(), Ok(()));
        prop_assert_eq!(decoded, text);
    }

    #[test]
    fn bytes_that_are_not_utf8_are_an_error_at_the_first_impossible_one(
        bytes in prop::collection::vec(
            prop_oneof![any::<u8>(), prop::sample::select(b"a\xC3\xA9\xE0\xA0\xED\x9F\xF0\x90\xF4\x8F\x80".to_vec())],
            0..12,
        ),
        cuts in cuts(),
    ) {
        let mut decoded = Vec::new();
        let mut decoder = utf8::Decoder::default();
        let mut pushed = Ok(());
        for chunk in chunks(&bytes, &cuts) {
            pushed = decoder.push(chunk, &mut |part| decoded.extend_from_slice(part.as_bytes()));
            if pushed.is_err() {
                break;
            }
        }
        let judged = std::str::from_utf8(&bytes);
        match (pushed.and_then(|()| decoder.finish()), judged) {
            (Ok(()), Ok(_)) => prop_assert_eq!(&decoded, &bytes),
            (Err(utf8::Error::Cut { .. }), Err(judge)) => {
                prop_assert_eq!(judge.error_len(), None);
                prop_assert_eq!(&decoded[..], &bytes[..judge.valid_up_to()]);
            }
            (Err(utf8::Error::Impossible { offset, byte }), Err(judge)) => {
                let at = usize::try_from(offset).unwrap();
                prop_assert_eq!(bytes[at], byte);
                // One byte alone is impossible itself; of more, the byte after them is.
                let after = match judge.error_len().unwrap() {
                    1 if !matches!(bytes[judge.valid_up_to()], 0xC2..=0xF4) => 0,
                    length => length,
                };
                prop_assert_eq!(at, judge.valid_up_to() + after);
                prop_assert_eq!(&decoded[..], &bytes[..judge.valid_up_to()]);
            }
            (ours, judged) => prop_assert!(false, "{:?} but {:?}", ours, judged),
        }
    }

    #[test]
    fn lines_are_those_of_the_text_at_any_chunking(
        text in "(\u{feff})?([a-z{}é ]{0,9}(\n|\r\n|\n\n)){0,8}[a-z]{0,4}",
        cuts in cuts(),
    ) {
        let mut lines = Vec::new();
        let mut decoder = ndjson::Decoder::new(ndjson::Limits::default());
        for chunk in chunks(text.as_bytes(), &cuts) {
            decoder
                .push(chunk, &mut |line| lines.push((line.number, line.text.to_owned())))
                .unwrap();
        }
        decoder.finish(&mut |line| lines.push((line.number, line.text.to_owned()))).unwrap();
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let expected: Vec<_> = (1..)
            .zip(text.lines().map(str::to_owned))
            .filter(|(_, line)| !line.trim_ascii().is_empty())
            .collect();
        prop_assert_eq!(lines, expected);
    }
}

#[test]
fn a_cut_event_is_discarded_and_said_to_be() {
    for (stream, end) in [
        ("data: 1\n\n", sse::End::Clean),
        ("data: 1\n\n: ping", sse::End::Clean),
        ("data: 1\n\n: ping\n", sse::End::Clean),
        ("", sse::End::Clean),
        ("data: 1\n\nda", sse::End::Discarded),
        ("data: 1\n", sse::End::Discarded),
        ("event: add\n", sse::End::Discarded),
    ] {
        assert_eq!(events(stream.as_bytes(), &[1]).1, end, "{stream:?}");
    }
}

#[test]
fn limits_are_errors_at_any_chunking() {
    let limits = sse::Limits { max_event_bytes: 8 };
    for (stream, fits) in [
        ("data: 12\n\n", true),
        ("data: 123\n\n", false),
        ("data:1\ndata:2\ndata:3\n\n", true),
        ("data:12\ndata:34\ndata:567\n\n", false),
        (": a comment that is too long", false),
    ] {
        for length in [1, 3, usize::MAX] {
            let mut decoder = sse::Decoder::new(limits);
            let pushed = chunks(stream.as_bytes(), &[length])
                .into_iter()
                .try_for_each(|chunk| decoder.push(chunk, &mut |_| {}));
            assert_eq!(pushed.is_ok(), fits, "{stream:?} by {length}");
        }
    }
    let limits = ndjson::Limits { max_line_bytes: 3 };
    let mut decoder = ndjson::Decoder::new(limits);
    let error = ndjson::Error::TooLong { line: 2, limit: 3 };
    assert_eq!(decoder.push(b"123\n12", &mut |_| {}), Ok(()));
    assert_eq!(decoder.push(b"34", &mut |_| {}), Err(error));
    assert_eq!(decoder.push(b"", &mut |_| {}), Err(error));
}

#[test]
fn a_line_that_is_not_utf8_is_an_error_with_its_place() {
    let mut decoder = ndjson::Decoder::new(ndjson::Limits::default());
    let error = ndjson::Error::NotUtf8 { line: 2, byte: 1 };
    assert_eq!(decoder.push(b"1\n2\xFF\n", &mut |_| {}), Err(error));
}
