//! What happens to an answer's events on their way.

use serde_json::json;

use crate::framing::Wire;
use crate::scenario::{End, Part};

/// Sends the `nth` event (from 1) a second time, as a proxy does that retries.
pub(crate) fn duplicate(frames: &mut Vec<Vec<u8>>, nth: usize) {
    let at = nth.saturating_sub(1);
    if let Some(frame) = frames.get(at).cloned() {
        frames.insert(at, frame);
    }
}

/// Has the `nth` event (from 1) change places with the next one.
pub(crate) fn reorder(frames: &mut [Vec<u8>], nth: usize) {
    let at = nth.saturating_sub(1);
    if at + 1 < frames.len() {
        frames.swap(at, at + 1);
    }
}

/// Puts an event of that many bytes behind the first one. It says nothing.
pub(crate) fn pad(frames: &mut Vec<Vec<u8>>, wire: Wire, bytes: usize) {
    let padding = "x".repeat(bytes);
    let payload = match wire {
        Wire::OpenAiChat => json!({"choices": [], "padding": padding}),
        Wire::OpenAiResponses => json!({"type": "response.in_progress", "padding": padding}),
        Wire::Anthropic => json!({"type": "ping", "padding": padding}),
        Wire::Gemini => json!({"candidates": [], "padding": padding}),
        Wire::Ollama => json!({"message": {"content": ""}, "done": false, "padding": padding}),
    };
    let frame = match wire {
        Wire::Ollama => format!("{payload}\n"),
        _ => format!("data: {payload}\n\n"),
    };
    frames.insert(frames.len().min(1), frame.into_bytes());
}

/// How many bytes of the events come before the end.
pub(crate) fn until(frames: &[Vec<u8>], end: End) -> usize {
    let length = |count| frames.iter().take(count).map(Vec::len).sum::<usize>();
    match end {
        End::Whole => length(frames.len()),
        End::Cut(part) | End::Stop(part) | End::Hang(part) => match part {
            Part::Percent(percent) => length(frames.len()) * percent / 100,
            Part::Events(count) => length(count),
        },
    }
}
