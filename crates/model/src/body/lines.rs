//! A body of newline-delimited JSON.

use ichiban_stream::ndjson;

use super::event_stream::{end_by_nature, keep};
use super::sniff::{self, Nature};
use super::{Course, Payloads, bad_answer};
use crate::growing_value::read_document;
use crate::tool_call::Cut;
use crate::{Decoder, Event};

/// Decodes an answer that comes as JSON lines.
pub(crate) struct Lines<P> {
    ndjson: ndjson::Decoder,
    nature: Option<Nature>,
    /// The body so far, while its nature is unknown or if it is no stream.
    start: Vec<u8>,
    course: Course<P>,
}

impl<P: Payloads> Lines<P> {
    pub(crate) fn new(payloads: P) -> Self {
        Self {
            ndjson: ndjson::Decoder::new(ndjson::Limits::default()),
            nature: None,
            start: Vec::new(),
            course: Course::new(payloads),
        }
    }

    fn read(&mut self, bytes: &[u8], events: &mut Vec<Event>) {
        let course = &mut self.course;
        let read = self.ndjson.push(bytes, &mut |line| {
            course.payload("message", line.text, events);
        });
        if let Err(error) = read {
            let ending = bad_answer(format!("The answer cannot be read on: {error}"));
            self.course.end_as(ending, events);
        }
    }
}

impl<P: Payloads> Decoder for Lines<P> {
    fn push(&mut self, bytes: &[u8], events: &mut Vec<Event>) {
        if self.course.ended {
            return;
        }
        match self.nature {
            Some(Nature::Stream) => self.read(bytes, events),
            Some(_) => keep(&mut self.start, bytes),
            None => {
                self.start.extend_from_slice(bytes);
                self.nature = sniff::of_lines(&self.start);
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
        if self.course.ended {
            return;
        }
        // The last line needs no line end; but if it is no whole document, it was cut.
        let course = &mut self.course;
        let mut cut = Cut::No;
        let last = self.ndjson.finish(&mut |line| {
            if read_document(line.text).is_ok() {
                course.payload("message", line.text, events);
            } else {
                cut = Cut::Yes;
            }
        });
        // Cut within a character.
        if last.is_err() {
            cut = Cut::Yes;
        }
        self.course.end(cut, events);
    }

    fn is_over(&self) -> bool {
        self.course.ended || self.course.payloads.ending().is_some()
    }
}
