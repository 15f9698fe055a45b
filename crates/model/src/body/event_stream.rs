//! A body of server-sent events.

use ichiban_stream::sse;
use serde_json::Value;

use super::sniff::{self, Nature};
use super::{Course, Payloads, bad_answer, not_an_api};
use crate::tool_call::Cut;
use crate::{Decoder, Event};

/// The sentinel with which OpenAI's streams end, and those of its imitators that care to.
const DONE: &str = "[DONE]";

/// Decodes an answer that comes as server-sent events, each with one JSON payload.
pub(crate) struct EventStream<P> {
    sse: sse::Decoder,
    nature: Option<Nature>,
    /// The body so far, while its nature is unknown or if it is no stream.
    start: Vec<u8>,
    course: Course<P>,
}

impl<P: Payloads> EventStream<P> {
    pub(crate) fn new(payloads: P) -> Self {
        Self {
            sse: sse::Decoder::new(sse::Limits::default()),
            nature: None,
            start: Vec::new(),
            course: Course::new(payloads),
        }
    }

    fn read(&mut self, bytes: &[u8], events: &mut Vec<Event>) {
        let course = &mut self.course;
        let read = self.sse.push(bytes, &mut |event| {
            if course.ended {
                return;
            }
            if event.data.trim_ascii() == DONE {
                course.end(Cut::No, events);
            } else {
                course.payload(event.event, event.data, events);
            }
        });
        if let Err(error) = read {
            let ending = bad_answer(format!("The answer cannot be read on: {error}"));
            self.course.end_as(ending, events);
        }
    }

    /// Whether the body stopped within an event that may have held something.
    fn cut(&mut self) -> Cut {
        if self.sse.finish() == sse::End::Clean {
            return Cut::No;
        }
        let mut is_sentinel = false;
        let flushed = self.sse.push(b"\n\n", &mut |event| {
            is_sentinel = DONE.starts_with(event.data.trim_ascii());
        });
        match flushed {
            Ok(()) if is_sentinel => Cut::No,
            _ => Cut::Yes,
        }
    }
}

impl<P: Payloads> Decoder for EventStream<P> {
    fn push(&mut self, bytes: &[u8], events: &mut Vec<Event>) {
        if self.course.ended {
            return;
        }
        match self.nature {
            Some(Nature::Stream) => self.read(bytes, events),
            Some(_) => keep(&mut self.start, bytes),
            None => {
                self.start.extend_from_slice(bytes);
                self.nature = sniff::of_event_stream(&self.start);
                if self.nature == Some(Nature::Stream) {
                    let start = std::mem::take(&mut self.start);
                    self.read(&start, events);
                }
            }
        }
    }

    fn finish(&mut self, events: &mut Vec<Event>) {
        if self.course.ended {
            return;
        }
        let start = std::mem::take(&mut self.start);
        end_by_nature(&mut self.course, self.nature, &start, events);
        if !self.course.ended {
            let cut = self.cut();
            self.course.end(cut, events);
        }
    }

    fn is_over(&self) -> bool {
        self.course.ended || self.course.payloads.ending().is_some()
    }
}

/// Keeps the beginning of a body that is no stream.
pub(super) fn keep(start: &mut Vec<u8>, bytes: &[u8]) {
    let room = sniff::KEPT_BYTES.saturating_sub(start.len());
    start.extend(bytes.iter().take(room));
}

/// Ends an answer whose body is no stream, saying what it is.
pub(super) fn end_by_nature<P: Payloads>(
    course: &mut Course<P>,
    nature: Option<Nature>,
    start: &[u8],
    events: &mut Vec<Event>,
) {
    let text = || String::from_utf8_lossy(start);
    let ending = match nature {
        None | Some(Nature::Stream) => return,
        Some(Nature::Document) => return course.end_document(start, events),
        Some(Nature::Markup) => not_an_api(format!(
            "The server sent a web page, not an answer: {}",
            sniff::page_name(&text())
        )),
        Some(Nature::Text) => not_an_api(format!(
            "The server sent plain text, not an answer: {}",
            sniff::excerpt(&text())
        )),
    };
    let kept = Value::String(text().into_owned());
    events.push(Event::Other {
        kind: "not-a-stream".to_owned(),
        data: kept,
    });
    course.end_as(ending, events);
}
