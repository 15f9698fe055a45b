//! Every recorded stream, through the wire that it was recorded from: the same events however it
//! is cut, nothing lost, and never complete when cut short.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr
)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use ichiban_model::{Answer, Ending, Event, wire};
use serde_json::Value;

/// A recording: one payload a line.
struct Recording {
    wire: &'static str,
    name: String,
    payloads: Vec<String>,
}

const FOLDERS: &[(&str, &str)] = &[
    ("openai-chat", "openai-chat"),
    ("openai-responses", "openai-responses"),
    ("anthropic", "anthropic"),
    ("gemini", "gemini"),
];

fn corpora() -> PathBuf {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora");
    std::env::var_os("ICHIBAN_CORPORA").map_or(beside, PathBuf::from)
}

fn recordings() -> Vec<Recording> {
    let streams = corpora().join("streams");
    if !streams.is_dir() {
        assert!(
            std::env::var_os("CI").is_none(),
            "no recordings at {}",
            streams.display()
        );
        eprintln!(
            "no recordings at {}: set ICHIBAN_CORPORA",
            streams.display()
        );
        return Vec::new();
    }
    let mut recordings = Vec::new();
    for (folder, wire) in FOLDERS {
        for entry in std::fs::read_dir(streams.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let lines = std::fs::read_to_string(&path).unwrap();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            recordings.push(Recording {
                wire,
                name: format!("{folder}/{}", name.trim_end_matches(".chunks.txt")),
                payloads: lines
                    .lines()
                    .filter(|line| !line.is_empty())
                    .map(str::to_owned)
                    .collect(),
            });
        }
    }
    recordings.sort_by(|a, b| a.name.cmp(&b.name));
    recordings
}

impl Recording {
    /// The body as the server sent it.
    fn body(&self) -> Vec<u8> {
        self.payloads
            .iter()
            .map(|payload| frame(payload))
            .collect::<String>()
            .into_bytes()
    }

    /// Offsets at which each payload's frame ends.
    fn ends(&self) -> Vec<usize> {
        let mut end = 0;
        let ends = self.payloads.iter().map(|payload| {
            end += frame(payload).len();
            end
        });
        ends.collect()
    }

    fn decode<'a>(&self, chunks: impl IntoIterator<Item = &'a [u8]>) -> Vec<Event> {
        let mut decoder = wire::by_name(self.wire).unwrap().decoder();
        let mut events = Vec::new();
        for chunk in chunks {
            decoder.push(chunk, &mut events);
        }
        decoder.finish(&mut events);
        events
    }

    /// Whether a payload is one after which the answer may end well.
    fn is_terminal(payload: &str) -> bool {
        let Ok(payload) = serde_json::from_str::<Value>(payload) else {
            return false;
        };
        if let Some(kind) = payload["type"].as_str() {
            return ["response.completed", "response.incomplete", "message_stop"].contains(&kind);
        }
        let reason = &payload["choices"][0]["finish_reason"];
        let usage_alone = payload["choices"] == Value::Array(Vec::new());
        reason.is_string() || usage_alone || payload["candidates"][0]["finishReason"].is_string()
    }
}

fn frame(payload: &str) -> String {
    let kind = serde_json::from_str::<Value>(payload).ok();
    match kind.as_ref().and_then(|payload| payload["type"].as_str()) {
        Some(kind) => format!("event: {kind}\ndata: {payload}\n\n"),
        None => format!("data: {payload}\n\n"),
    }
}

/// A small generator of cuts: the same on every run.
struct Cuts(u64);

impl Cuts {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(below.max(1)).unwrap()).unwrap()
    }

    /// Cuts a body into pieces of up to `longest` bytes.
    fn pieces<'a>(&mut self, mut body: &'a [u8], longest: usize) -> Vec<&'a [u8]> {
        let mut pieces = Vec::new();
        while !body.is_empty() {
            let (piece, rest) = body.split_at((1 + self.next(longest)).min(body.len()));
            pieces.push(piece);
            body = rest;
        }
        pieces
    }
}

/// How often each recording is cut.
const CUTTINGS: usize = 1000;

/// Set to cut every recording as often without optimisation too, which takes minutes.
const ALL: &str = "ICHIBAN_ALL_CUTTINGS";

fn is_thorough() -> bool {
    !cfg!(debug_assertions) || std::env::var_os(ALL).is_some()
}

/// How many runs over a body of that size: all for a small one, and for a large one as many as keep
/// the suite within seconds.
fn runs(size: usize) -> usize {
    if is_thorough() || size <= SMALL {
        return CUTTINGS;
    }
    (BUDGET / size).clamp(3, CUTTINGS)
}

/// Bytes of a body that is cut as often as any.
const SMALL: usize = 1500;

/// Bytes of a larger body that are decoded in all.
const BUDGET: usize = 250_000;

#[test]
fn any_cutting_gives_the_same_events() {
    for recording in recordings() {
        let body = recording.body();
        let whole = recording.decode([&body[..]]);
        let by_byte = recording.decode(body.chunks(1));
        assert!(whole == by_byte, "{} differs byte by byte", recording.name);
        let mut cuts = Cuts(0x9e37_79b9_7f4a_7c15);
        for longest in (0..runs(body.len())).map(|run| [3, 40, 700, 16_000][run % 4]) {
            let pieces = cuts.pieces(&body, longest);
            let lengths: Vec<_> = pieces.iter().map(|piece| piece.len()).collect();
            assert!(
                whole == recording.decode(pieces),
                "{} differs at {lengths:?}",
                recording.name
            );
        }
    }
}

#[test]
fn an_answer_cut_before_its_terminal_event_is_never_complete() {
    for recording in recordings() {
        let body = recording.body();
        let ends = recording.ends();
        let mut cuts = Cuts(0x2545_f491_4f6c_dd1d);
        // Anywhere, and at the boundaries, where a cut is hardest to see: at every one, or at as
        // many as there is time for, the last ones among them.
        let anywhere: Vec<usize> = (0..runs(body.len()))
            .map(|_| cuts.next(body.len()))
            .collect();
        let step = if is_thorough() {
            1
        } else {
            (ends.len() * body.len() / 2 / (4 * BUDGET)).max(1)
        };
        let boundaries = ends.iter().rev().take(10);
        let boundaries = boundaries.chain(ends.iter().rev().skip(10).step_by(step));
        for cut in anywhere.into_iter().chain(boundaries.copied()) {
            let whole = ends.iter().take_while(|end| **end <= cut).count();
            let after_terminal = whole > 0
                && Recording::is_terminal(&recording.payloads[whole - 1])
                && ends[whole - 1] == cut;
            if after_terminal {
                continue;
            }
            let events = recording.decode([&body[..cut]]);
            let Some(Event::Ended { ending }) = events.last() else {
                panic!("{} cut at {cut} has no end", recording.name);
            };
            assert!(
                !matches!(ending, Ending::Complete | Ending::ToolCalls),
                "{} cut at {cut} of {} ends as {ending:?}",
                recording.name,
                body.len()
            );
        }
    }
}

#[test]
fn every_answer_ends_once_and_nothing_follows() {
    for recording in recordings() {
        let mut decoder = wire::by_name(recording.wire).unwrap().decoder();
        let mut events = Vec::new();
        decoder.push(&recording.body(), &mut events);
        decoder.finish(&mut events);
        let ended = events
            .iter()
            .filter(|event| matches!(event, Event::Ended { .. }))
            .count();
        assert_eq!(ended, 1, "{}", recording.name);
        assert!(
            matches!(events.last(), Some(Event::Ended { .. })),
            "{}",
            recording.name
        );
        let before = events.len();
        decoder.push(
            b"data: {\"choices\":[{\"delta\":{\"content\":\"late\"}}]}\n\n",
            &mut events,
        );
        decoder.finish(&mut events);
        assert_eq!(
            events.len(),
            before,
            "{}: something follows the end",
            recording.name
        );
    }
}

/// Text, reasoning and refusal by a reading of the payloads that shares nothing with the wires.
fn spoken(payload: &Value) -> (String, String) {
    let (mut text, mut reasoning) = (String::new(), String::new());
    let delta = payload["delta"].as_str().unwrap_or_default();
    match payload["type"].as_str() {
        Some("response.output_text.delta") => text.push_str(delta),
        Some("response.reasoning_text.delta" | "response.reasoning_summary_text.delta") => {
            reasoning.push_str(delta);
        }
        Some("content_block_delta") => {
            text.push_str(payload["delta"]["text"].as_str().unwrap_or_default());
            reasoning.push_str(payload["delta"]["thinking"].as_str().unwrap_or_default());
        }
        Some(_) => {}
        None => {
            let delta = &payload["choices"][0]["delta"];
            text.push_str(delta["content"].as_str().unwrap_or_default());
            for key in ["reasoning_content", "reasoning"] {
                reasoning.push_str(delta[key].as_str().unwrap_or_default());
            }
            for part in delta["content"].as_array().into_iter().flatten() {
                text.push_str(part["text"].as_str().unwrap_or_default());
                reasoning.push_str(part["thinking"][0]["text"].as_str().unwrap_or_default());
            }
            for part in payload["candidates"][0]["content"]["parts"]
                .as_array()
                .into_iter()
                .flatten()
            {
                let to = if part["thought"] == true {
                    &mut reasoning
                } else {
                    &mut text
                };
                to.push_str(part["text"].as_str().unwrap_or_default());
            }
        }
    }
    (text, reasoning)
}

#[test]
fn nothing_that_was_said_is_lost() {
    for recording in recordings() {
        let (mut text, mut reasoning) = (String::new(), String::new());
        for payload in &recording.payloads {
            if let Ok(payload) = serde_json::from_str(payload) {
                let (more_text, more_reasoning) = spoken(&payload);
                text.push_str(&more_text);
                reasoning.push_str(&more_reasoning);
            }
        }
        let events = recording.decode([&recording.body()[..]]);
        let answer: Answer = events.iter().collect();
        assert_eq!(answer.text, text, "{}", recording.name);
        assert_eq!(answer.reasoning, reasoning, "{}", recording.name);
    }
}

/// Types that this protocol has words for; every other payload must be kept as it came.
const UNDERSTOOD: &[&str] = &[
    "error",
    "response.created",
    "response.queued",
    "response.in_progress",
    "response.completed",
    "response.incomplete",
    "response.failed",
    "response.content_part.done",
    "response.output_text.delta",
    "response.output_text.done",
    "response.refusal.delta",
    "response.refusal.done",
    "response.reasoning_text.delta",
    "response.reasoning_text.done",
    "response.reasoning_summary_part.done",
    "response.reasoning_summary_text.delta",
    "response.reasoning_summary_text.done",
    "response.function_call_arguments.delta",
    "response.function_call_arguments.done",
    "response.custom_tool_call_input.delta",
    "response.custom_tool_call_input.done",
];

#[test]
fn payloads_that_have_no_event_are_kept_as_they_came() {
    for recording in recordings()
        .iter()
        .filter(|recording| recording.wire == "openai-responses")
    {
        let events = recording.decode([&recording.body()[..]]);
        let mut kept = events.iter().filter_map(|event| match event {
            Event::Other { kind, data }
                if data["type"] == **kind && !UNDERSTOOD.contains(&&**kind) =>
            {
                Some(data)
            }
            _ => None,
        });
        for payload in &recording.payloads {
            let Ok(payload) = serde_json::from_str::<Value>(payload) else {
                continue;
            };
            let Some(kind) = payload["type"].as_str() else {
                continue;
            };
            let item = payload["item"]["type"].as_str();
            let is_call = matches!(item, Some("function_call" | "custom_tool_call"));
            if UNDERSTOOD.contains(&kind) || is_call {
                continue;
            }
            assert_eq!(kept.next(), Some(&payload), "{}", recording.name);
        }
    }
}

#[test]
fn each_recording_adds_up_to_the_same_answer_as_ever() {
    let recordings = recordings();
    if recordings.is_empty() {
        return;
    }
    let mut summary = String::new();
    for recording in recordings {
        let events = recording.decode([&recording.body()[..]]);
        let others = events
            .iter()
            .filter(|event| matches!(event, Event::Other { .. }))
            .count();
        let answer: Answer = events.iter().collect();
        writeln!(summary, "{}", recording.name).unwrap();
        writeln!(summary, "  events {} others {others}", events.len()).unwrap();
        for (what, text) in [("text", &answer.text), ("reasoning", &answer.reasoning)] {
            if !text.is_empty() {
                writeln!(
                    summary,
                    "  {what} {} bytes {:016x}",
                    text.len(),
                    fingerprint(text)
                )
                .unwrap();
            }
        }
        for call in &answer.tool_calls {
            let arguments = call.arguments.to_string();
            let state = if call.failure.is_some() {
                "failed"
            } else {
                "whole"
            };
            let name = &call.name;
            writeln!(
                summary,
                "  call {name} {state} {:016x}",
                fingerprint(&arguments)
            )
            .unwrap();
        }
        if let Some(usage) = answer.usage {
            writeln!(
                summary,
                "  usage {} in ({} cached) {} out ({} reasoning)",
                usage.input_tokens,
                usage.cached_input_tokens,
                usage.output_tokens,
                usage.reasoning_tokens
            )
            .unwrap();
        }
        let ending = serde_json::to_value(answer.ending.unwrap()).unwrap();
        writeln!(
            summary,
            "  {} {}",
            ending["ending"].as_str().unwrap(),
            ending["error"]["code"]
        )
        .unwrap();
    }
    insta::assert_snapshot!(summary);
}

/// FNV-1a: the same in every version of the standard library, unlike its hasher.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
