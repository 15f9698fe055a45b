//! An answer in JSON held to its schema while it is written.
//!
//! [`Strict`] takes the answer's text as it comes. The piece after which no document can satisfy the
//! schema gives an [`Objection`]: generation is to be stopped there, since every further token is
//! paid for nothing. [`Strict::prefix`] is then the part that can still become a document, and
//! [`continuation`] the request that goes on from it.

use ichiban_schema::{Validation, Validator};
use ichiban_stream::json::{End, Event, Limits, Parser};

use crate::{Message, Request, Role, Tokens};

/// Why an answer cannot become a document of its schema.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {message}", if pointer.is_empty() { "the document" } else { pointer })]
pub struct Objection {
    /// Which value, as a JSON Pointer (RFC 6901).
    pub pointer: String,
    /// What is wrong, as a sentence without an end.
    pub message: String,
}

/// An answer that arrives.
#[derive(Debug)]
pub struct Strict {
    validator: Validator,
    reading: Reading,
    text: String,
    kept: Tokens,
}

#[derive(Debug)]
struct Reading {
    parser: Parser,
    validation: Validation,
    /// Bytes of the text up to the last event between values that was well.
    well: usize,
    objection: Option<Objection>,
}

/// How a request goes on from a prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Continuation {
    /// The prefix is put in the model's mouth: the next answer goes on from it.
    Prefill,
    /// The model is shown the prefix and writes the whole document again.
    Again,
}

impl Strict {
    /// An answer that is about to arrive.
    pub fn new(validator: &Validator) -> Self {
        Self {
            validator: validator.clone(),
            reading: Reading::new(validator),
            text: String::new(),
            kept: Tokens::default(),
        }
    }

    /// Takes more of the answer. Cost: linear in the text.
    ///
    /// # Errors
    ///
    /// With the piece after which nothing satisfies the schema, and with every one after it.
    pub fn push(&mut self, text: &str) -> Result<(), Objection> {
        if self.reading.objection.is_none() {
            self.text.push_str(text);
        }
        self.reading.push(text)
    }

    /// The answer is over.
    ///
    /// # Errors
    ///
    /// If it is no whole document that satisfies the schema.
    pub fn finish(&mut self) -> Result<(), Objection> {
        self.reading.finish()
    }

    /// Whether a whole document has come that satisfies the schema. A number that is the whole document is
    /// known to be over by [`Strict::finish`] alone.
    pub fn is_whole(&self) -> bool {
        self.reading.objection.is_none() && self.reading.validation.is_satisfied()
    }

    /// What has come, kept prefixes included, up to the piece with an objection.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The part of the text that can still become a document: up to the last name, value or bracket
    /// before what was objected to. It ends in no blank, which some providers refuse.
    pub fn prefix(&self) -> &str {
        self.text.get(..self.reading.well).unwrap_or_default()
    }

    /// About how many tokens were not generated again, since prefixes were kept.
    pub fn kept(&self) -> Tokens {
        self.kept
    }

    /// The next answer is about to arrive. Cost: linear in the prefix.
    pub fn resume(&mut self, by: Continuation) {
        let well = self.reading.well;
        self.reading = Reading::new(&self.validator);
        match by {
            Continuation::Prefill => {
                self.text.truncate(well);
                self.kept += Tokens::estimate(&self.text);
                // It was well before.
                let _ = self.reading.push(&self.text);
            }
            Continuation::Again => self.text.clear(),
        }
    }
}

impl Reading {
    fn new(validator: &Validator) -> Self {
        Self {
            parser: Parser::new(Limits::default()),
            validation: validator.begin(),
            well: 0,
            objection: None,
        }
    }

    fn push(&mut self, text: &str) -> Result<(), Objection> {
        if self.objection.is_none() {
            self.read(|parser, take| {
                parser
                    .push(text.as_bytes(), take)
                    .map_err(|error| error.to_string())
            });
        }
        self.objection.clone().map_or(Ok(()), Err)
    }

    fn finish(&mut self) -> Result<(), Objection> {
        if self.objection.is_none() {
            self.read(|parser, take| match parser.finish(take) {
                End::Complete => Ok(()),
                End::Truncated(truncated) => Err(truncated.to_string()),
                End::Invalid(error) => Err(error.to_string()),
            });
        }
        self.objection.clone().map_or(Ok(()), Err)
    }

    fn read(
        &mut self,
        step: impl FnOnce(
            &mut Parser,
            &mut dyn FnMut(Event<'_>, ichiban_stream::json::Span),
        ) -> Result<(), String>,
    ) {
        let Self {
            parser,
            validation,
            well,
            objection,
        } = self;
        let parsed = step(parser, &mut |event, span| {
            if objection.is_some() {
                return;
            }
            let is_within = matches!(
                event,
                Event::BeginString | Event::StringDelta(_) | Event::LoneSurrogate { .. }
            );
            if let Err(violation) = validation.follow(&event, span) {
                *objection = Some(Objection {
                    pointer: violation.pointer,
                    message: violation.message,
                });
            } else if !is_within {
                *well = usize::try_from(span.end).unwrap_or(usize::MAX);
            }
        });
        if let (Err(message), None) = (parsed, &objection) {
            *objection = Some(Objection {
                pointer: String::new(),
                message,
            });
        }
    }
}

/// The request that goes on after an objection: the conversation with the prefix, as the wire can
/// take it. With an empty prefix there is nothing to put in the model's mouth, and it is asked again.
pub fn continuation(
    request: &Request,
    prefix: &str,
    objection: &Objection,
    by: Continuation,
) -> Request {
    let mut next = request.clone();
    if by == Continuation::Prefill && !prefix.is_empty() {
        next.messages.push(Message::text(Role::Assistant, prefix));
        return next;
    }
    let mut words = format!(
        "That answer does not satisfy the schema. {objection}. Write the whole JSON document again, and nothing else."
    );
    if !prefix.is_empty() {
        words.push_str(" This beginning was right:\n");
        words.push_str(prefix);
        next.messages.push(Message::text(Role::Assistant, prefix));
    }
    next.messages.push(Message::text(Role::User, words));
    next
}
