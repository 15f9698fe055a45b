//! Inputs for the laws: documents, damaged documents, and ways to cut bytes.
#![allow(dead_code, reason = "each test file uses its part")]

use proptest::prelude::*;
use proptest::sample::Index;

/// Ways to cut bytes: lengths of chunks, taken in turn. Empty chunks are among them.
pub(crate) fn cuts() -> impl Strategy<Value = Vec<usize>> {
    prop_oneof![
        Just(vec![1]),
        prop::collection::vec(0_usize..6, 1..8),
        prop::collection::vec(1_usize..40, 1..8),
    ]
}

/// `bytes` in chunks of these lengths, over and over.
pub(crate) fn chunks<'b>(bytes: &'b [u8], cuts: &[usize]) -> Vec<&'b [u8]> {
    let mut rest = bytes;
    let mut chunks = Vec::new();
    let mut lengths = cuts.iter().cycle();
    let never_ends = cuts.iter().all(|&length| length == 0);
    while !rest.is_empty() {
        let length = lengths.next().copied().unwrap_or(1);
        let length = if never_ends { 1 } else { length };
        let (chunk, after) = rest.split_at(length.min(rest.len()));
        chunks.push(chunk);
        rest = after;
    }
    chunks
}

fn white_space() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => Just(String::new()),
        1 => "[ \t\n\r]{1,3}",
        1 => Just("\r\n".to_owned()),
    ]
}

/// A string as it is written, with its quotes.
fn string() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-c ]{0,12}",
        1 => "[é東🚀\u{7f}\u{2028}]{1,4}",
        2 => prop::sample::select(vec![
            r#"\""#, r"\\", r"\/", r"\b", r"\f", r"\n", r"\r", r"\t", r"\u0041", r"\u00e9",
            r"\ud83d\ude80", r"\uD83D\uDE80", r"\ud800", r"\udc00", r"\ud800\ud801",
            r"\ud800\u0041", r"\ud83d\n", r"\u0000", r"\uFFFF",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| format!("\"{}\"", pieces.concat()))
}

fn scalar() -> impl Strategy<Value = String> {
    prop_oneof![
        string(),
        "-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,6})?([eE][+-]?[0-9]{1,2})?",
        prop::sample::select(vec!["true", "false", "null"]).prop_map(str::to_owned),
    ]
}

/// A name, from so few that some come twice.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![4 => "\"[a-d]\"", 1 => Just("\"\\u0061\"".to_owned()), 2 => string()]
}

/// A document's text. It is valid; names may come twice, surrogates may be alone.
pub(crate) fn document() -> impl Strategy<Value = String> {
    let value = scalar().prop_recursive(5, 48, 6, |inner| {
        let item = (white_space(), inner.clone(), white_space())
            .prop_map(|(before, value, after)| format!("{before}{value}{after}"))
            .boxed();
        let member = (white_space(), name(), white_space(), item.clone())
            .prop_map(|(before, name, after, item)| format!("{before}{name}{after}:{item}"));
        prop_oneof![
            prop::collection::vec(item, 0..6).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(member, 0..24)
                .prop_map(|members| format!("{{{}}}", members.join(","))),
        ]
    });
    let mark = prop_oneof![9 => Just(""), 1 => Just("\u{feff}")];
    (mark, white_space(), value, white_space())
        .prop_map(|(mark, before, value, after)| format!("{mark}{before}{value}{after}"))
}

/// A document with a few bytes put in, taken out or put in place of others: mostly no document.
pub(crate) fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let byte = prop_oneof![
        any::<u8>(),
        prop::sample::select(b"{}[],:\"\\truefalsn0123.-+eE \n\r\xE2\x82\xC3\xED\xF4".to_vec()),
    ];
    let wound = (any::<Index>(), 0..3_u8, byte);
    (document(), prop::collection::vec(wound, 0..4)).prop_map(|(document, wounds)| {
        let mut bytes = document.into_bytes();
        for (index, kind, byte) in wounds {
            let at = index.index(bytes.len() + 1);
            match kind {
                0 => bytes.insert(at, byte),
                1 if at < bytes.len() => bytes[at] = byte,
                _ if at < bytes.len() => {
                    bytes.remove(at);
                }
                _ => bytes.truncate(at / 2),
            }
        }
        bytes
    })
}
