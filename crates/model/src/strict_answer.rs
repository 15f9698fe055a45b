//! An answer in JSON of which only what is well is told, and which goes on after a mistake.
//!
//! [`StrictAnswer`] stands between a decoder and whoever listens. Text is told when the parser and
//! the schema have passed it: up to the last name, value or bracket. So nothing that was told is
//! ever taken back, however the rest turns out. A piece after which no document can satisfy the
//! schema is objected to; generation is to be stopped there, and [`StrictAnswer::resume`] has the
//! request that goes on.
//!
//! What an answer is wrapped in, a fence or a line of prose before the document and whatever follows
//! it, is left out. An answer that is written again must say again what was told, in whatever
//! spacing; from there on it is told.

use std::collections::VecDeque;

use ichiban_schema::Validator;
use ichiban_stream::json::{Event as Json, Limits, Parser};
use serde_json::Value;

use crate::strict::{Continuation, Objection, Strict, continuation};
use crate::{Content, Ending, Event, Message, Output, Request, Role, Tokens, Usage};

/// How often an answer goes on after a mistake. A model that makes a third one does not get it.
const MOST_RESUMPTIONS: u32 = 2;

/// Most bytes that may stand before the document.
const LEAD: usize = 400;

/// An answer that is held to its request's schema.
#[derive(Debug)]
pub struct StrictAnswer {
    request: Request,
    validator: Validator,
    /// The bracket a document of the schema begins with, if it is sure to.
    bracket: Option<char>,
    by: Continuation,
    stage: Stage,
    strict: Strict,
    /// What has been told.
    told: String,
    /// Bytes of this attempt's document that are told, or said again.
    at: usize,
    /// What must still be said again.
    again: Option<Repetition>,
    resumptions: u32,
    /// Bytes of text in this attempt.
    written: String,
    has_calls: bool,
    has_started: bool,
    /// The cost of the attempts before.
    spent: Usage,
    usage: Option<Usage>,
}

/// Where an attempt stands.
#[derive(Debug)]
enum Stage {
    /// The document has not begun: what came instead.
    Before(String),
    /// The prefix was put in the model's mouth. Some servers repeat it: what came that may be that.
    Echo(String),
    /// The document.
    Within,
}

impl StrictAnswer {
    /// The answer to a request that is to be strict; `None` for any other, and for a schema that
    /// cannot be made ready. `takes_prefix` tells whether the model goes on from an assistant's
    /// text at the end of the conversation ([`Abilities::prefill`](crate::Abilities)).
    pub fn to(request: &Request, takes_prefix: bool) -> Option<Self> {
        let Output::JsonSchema {
            schema,
            strict: true,
            ..
        } = &request.output
        else {
            return None;
        };
        let validator = Validator::new(&serde_json::from_value(schema.clone()).ok()?).ok()?;
        let bracket = match schema.get("type").and_then(Value::as_str) {
            Some("object") => Some('{'),
            Some("array") => Some('['),
            _ => None,
        };
        Some(Self {
            request: request.clone(),
            strict: Strict::new(&validator),
            validator,
            bracket,
            by: if takes_prefix {
                Continuation::Prefill
            } else {
                Continuation::Again
            },
            stage: Stage::Before(String::new()),
            told: String::new(),
            at: 0,
            again: None,
            resumptions: 0,
            written: String::new(),
            has_calls: false,
            has_started: false,
            spent: Usage::default(),
            usage: None,
        })
    }

    /// Takes the attempt's next events, all but [`Event::Ended`], and leaves those that may be told.
    /// Cost: linear in the text.
    ///
    /// # Errors
    ///
    /// With the piece after which nothing satisfies the schema. What came before it is left.
    pub fn take(&mut self, events: &mut Vec<Event>) -> Result<(), Objection> {
        let mut outcome = Ok(());
        for event in std::mem::take(events) {
            match event {
                Event::TextDelta { text } => {
                    if outcome.is_ok() {
                        self.written.push_str(&text);
                        outcome = self.hear(&text);
                        self.tell(events);
                    }
                }
                Event::Usage(usage) => {
                    self.usage = Some(usage);
                    events.push(Event::Usage(sum(self.spent, usage)));
                }
                Event::Started { .. } => {
                    // A gateway that begins anew within one body says everything again.
                    if !self.written.is_empty() {
                        self.begin(Continuation::Again);
                    }
                    if !self.has_started {
                        self.has_started = true;
                        events.push(event);
                    }
                }
                event => {
                    self.has_calls |= matches!(event, Event::ToolCallStarted { .. });
                    events.push(event);
                }
            }
        }
        outcome
    }

    /// The attempt is over; appends what can be told now. An answer that the provider calls complete
    /// is that only if a whole document has come.
    ///
    /// # Errors
    ///
    /// If none has, although the provider says so.
    pub fn finish(&mut self, ending: &Ending, events: &mut Vec<Event>) -> Result<(), Objection> {
        if *ending != Ending::Complete || self.strict.is_whole() && self.is_said() {
            return Ok(());
        }
        let mut outcome = Ok(());
        if let Stage::Echo(text) = std::mem::replace(&mut self.stage, Stage::Within) {
            outcome = self.read(&text);
        }
        let outcome = outcome.and_then(|()| self.strict.finish());
        self.tell(events);
        outcome?;
        if self.is_said() {
            Ok(())
        } else {
            Err(differs())
        }
    }

    /// The request that goes on after an objection, once generation is stopped; `None` if it has
    /// gone on often enough. Appends the event that says so.
    pub fn resume(&mut self, objection: &Objection, events: &mut Vec<Event>) -> Option<Request> {
        // A call cannot be taken up again, and its number would be given twice.
        if self.resumptions >= MOST_RESUMPTIONS || self.has_calls {
            return None;
        }
        self.resumptions += 1;
        let by = match self.by {
            Continuation::Prefill if !self.told.is_empty() => Continuation::Prefill,
            _ => Continuation::Again,
        };
        let usage = self.usage.take().unwrap_or_else(|| self.estimate());
        self.spent = sum(self.spent, usage);
        let kept = match by {
            Continuation::Prefill => Tokens::estimate(&self.told),
            Continuation::Again => Tokens::default(),
        };
        events.push(Event::Resumed {
            reason: objection.to_string(),
            kept,
        });
        events.push(Event::Usage(self.spent));
        self.begin(by);
        let mut next = continuation(&self.request, &self.told, objection, by);
        if by == Continuation::Prefill {
            // A server that is held to a schema would begin the document anew.
            in_words(&mut next);
        }
        Some(next)
    }

    /// The request that goes on after the server has refused the one by [`StrictAnswer::resume`];
    /// `None` unless it may have refused it because of the prefix.
    pub fn refused(&mut self) -> Option<Request> {
        if self.by != Continuation::Prefill || self.resumptions == 0 || !self.written.is_empty() {
            return None;
        }
        self.by = Continuation::Again;
        self.begin(Continuation::Again);
        let objection = Objection {
            pointer: String::new(),
            message: "it was not finished".to_owned(),
        };
        Some(continuation(
            &self.request,
            &self.told,
            &objection,
            Continuation::Again,
        ))
    }

    /// How the answer ends that is given up.
    pub fn given_up(objection: &Objection) -> Ending {
        Ending::Error {
            code: Some("bad-answer".to_owned()),
            message: format!(
                "The answer does not satisfy the schema it was asked for. {objection}"
            ),
        }
    }

    fn begin(&mut self, by: Continuation) {
        self.strict = Strict::new(&self.validator);
        self.written.clear();
        self.at = 0;
        self.again = None;
        self.stage = match by {
            Continuation::Prefill => {
                // It was well before.
                let _ = self.strict.push(&self.told);
                self.at = self.told.len();
                Stage::Echo(String::new())
            }
            Continuation::Again => {
                if !self.told.is_empty() {
                    self.again = Some(Repetition::of(&self.told));
                }
                Stage::Before(String::new())
            }
        };
    }

    fn hear(&mut self, text: &str) -> Result<(), Objection> {
        match &mut self.stage {
            Stage::Within => self.read(text),
            Stage::Echo(held) => {
                held.push_str(text);
                if self.told.starts_with(&**held) && held.len() < self.told.len() {
                    return Ok(());
                }
                let held = std::mem::take(held);
                self.stage = Stage::Within;
                let rest = held.strip_prefix(&*self.told).unwrap_or(&held);
                self.read(rest)
            }
            Stage::Before(held) => {
                held.push_str(text);
                let begin = match self.bracket {
                    Some(bracket) => held.find(bracket),
                    None => held.find(|c: char| !c.is_whitespace()),
                };
                if begin.unwrap_or(held.len()) > LEAD {
                    return Err(Objection {
                        pointer: String::new(),
                        message: "the answer does not begin with a JSON document".to_owned(),
                    });
                }
                let Some(begin) = begin else {
                    return Ok(());
                };
                let held = std::mem::take(held);
                self.stage = Stage::Within;
                self.read(held.get(begin..).unwrap_or_default())
            }
        }
    }

    /// Reads the document; what follows it is left out.
    fn read(&mut self, text: &str) -> Result<(), Objection> {
        for piece in text.split_inclusive(['}', ']']) {
            if self.strict.is_whole() {
                break;
            }
            let checked = self.strict.push(piece);
            if let Some(again) = &mut self.again {
                again.push(piece)?;
                if let Some(end) = again.said() {
                    self.at = end;
                    self.again = None;
                }
            }
            checked?;
        }
        Ok(())
    }

    /// Whether all that was told has been said again.
    fn is_said(&self) -> bool {
        self.again.is_none()
    }

    fn tell(&mut self, events: &mut Vec<Event>) {
        if !self.is_said() {
            return;
        }
        let prefix = self.strict.prefix();
        let Some(text) = prefix.get(self.at..).filter(|text| !text.is_empty()) else {
            return;
        };
        self.told.push_str(text);
        self.at = prefix.len();
        events.push(Event::TextDelta {
            text: text.to_owned(),
        });
    }

    /// About what this attempt has cost, since a provider that is stopped does not say.
    fn estimate(&self) -> Usage {
        let texts = self.request.messages.iter().flat_map(|message| {
            message.content.iter().filter_map(|content| match content {
                Content::Text(text) => Some(Tokens::estimate(text)),
                _ => None,
            })
        });
        Usage {
            input_tokens: texts.sum::<Tokens>().0,
            output_tokens: Tokens::estimate(&self.written).0,
            ..Usage::default()
        }
    }
}

fn sum(a: Usage, b: Usage) -> Usage {
    Usage {
        input_tokens: a.input_tokens + b.input_tokens,
        output_tokens: a.output_tokens + b.output_tokens,
        cached_input_tokens: a.cached_input_tokens + b.cached_input_tokens,
        reasoning_tokens: a.reasoning_tokens + b.reasoning_tokens,
    }
}

fn differs() -> Objection {
    Objection {
        pointer: String::new(),
        message: "it differs from the beginning that was right".to_owned(),
    }
}

/// Has a request ask for its schema in words alone.
fn in_words(request: &mut Request) {
    let Output::JsonSchema { schema, .. } = std::mem::take(&mut request.output) else {
        return;
    };
    let words = format!(
        "Answer with one JSON document that satisfies this JSON Schema, and nothing else:\n{schema}"
    );
    match request.messages.first_mut() {
        Some(first) if first.role == Role::System => {
            first.content.push(Content::Text(format!("\n\n{words}")));
        }
        _ => request
            .messages
            .insert(0, Message::text(Role::System, words)),
    }
}

/// A document's beginning that is to be said again.
#[derive(Debug)]
struct Repetition {
    parser: Parser,
    /// The string that is being read.
    text: String,
    left: VecDeque<Token>,
    /// Where the last of it ended.
    end: Option<usize>,
}

/// A piece of a document that does not depend on its spacing.
#[derive(Debug, PartialEq)]
enum Token {
    /// A bracket, a constant or a number, as written.
    Plain(String),
    Key(String),
    Text(String),
}

impl Repetition {
    fn of(told: &str) -> Self {
        let mut repetition = Self {
            parser: Parser::new(Limits::default()),
            text: String::new(),
            left: VecDeque::new(),
            end: None,
        };
        let Self { text, left, .. } = &mut repetition;
        let mut parser = Parser::new(Limits::default());
        // The blank ends a number. What was told was well: it cannot fail.
        for piece in [told, " "] {
            let _ = parser.push(piece.as_bytes(), &mut |event, _| {
                left.extend(token(&event, text));
            });
        }
        repetition
    }

    fn push(&mut self, piece: &str) -> Result<(), Objection> {
        let Self {
            parser,
            text,
            left,
            end,
        } = self;
        let mut is_other = false;
        // What is no JSON is objected to elsewhere.
        let _ = parser.push(piece.as_bytes(), &mut |event, span| {
            if let Some(said) = token(&event, text)
                && let Some(wanted) = left.pop_front()
            {
                is_other |= said != wanted;
                if left.is_empty() {
                    *end = usize::try_from(span.end).ok();
                }
            }
        });
        if is_other { Err(differs()) } else { Ok(()) }
    }

    fn said(&self) -> Option<usize> {
        self.end
    }
}

fn token(event: &Json<'_>, text: &mut String) -> Option<Token> {
    let plain = |written: &str| Some(Token::Plain(written.to_owned()));
    match event {
        Json::BeginObject => plain("{"),
        Json::EndObject => plain("}"),
        Json::BeginArray => plain("["),
        Json::EndArray => plain("]"),
        Json::Null => plain("null"),
        Json::Bool(true) => plain("true"),
        Json::Bool(false) => plain("false"),
        Json::Number(written) => plain(written),
        Json::Key { name, .. } => Some(Token::Key((*name).to_owned())),
        Json::StringDelta(delta) => {
            text.push_str(delta);
            None
        }
        Json::EndString => Some(Token::Text(std::mem::take(text))),
        Json::BeginString | Json::LoneSurrogate { .. } => None,
    }
}
