//! The answer to a batch, while it arrives: `{"1": "…", "2": "…"}`.

use ichiban_stream::json::{Event, Limits, Parser};

/// What has come of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// A text begins under this identifier. `again`: there was one under it before.
    Begin {
        /// The member's name.
        id: &'a str,
        /// Whether the object has an earlier member of this name.
        again: bool,
    },
    /// More of the text that began.
    Delta(&'a str),
    /// The text that began is whole.
    End,
    /// Something other than a text stands under this identifier.
    NotText {
        /// The member's name.
        id: &'a str,
    },
}

/// The answer is not, and can no longer become, what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Broken;

/// Reads an answer. Prose and code fences around the object are passed over: what counts is
/// checked text by text.
pub(super) struct Answer {
    state: State,
    parser: Parser,
    depth: usize,
    key: String,
    again: bool,
    in_text: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Before,
    Within,
    After,
}

impl Answer {
    pub(super) fn new() -> Self {
        Self {
            state: State::Before,
            parser: Parser::new(Limits::default()),
            depth: 0,
            key: String::new(),
            again: false,
            in_text: false,
        }
    }

    /// Whether the object is whole.
    pub(super) fn is_whole(&self) -> bool {
        self.state == State::After
    }

    /// Takes more of the answer.
    pub(super) fn push(
        &mut self,
        text: &str,
        sink: &mut impl FnMut(Piece<'_>),
    ) -> Result<(), Broken> {
        let text = match self.state {
            State::After => return Ok(()),
            State::Within => text,
            State::Before => {
                let Some(begin) = text.find('{') else {
                    return Ok(());
                };
                self.state = State::Within;
                text.get(begin..).unwrap_or_default()
            }
        };
        let Self {
            state,
            parser,
            depth,
            key,
            again,
            in_text,
        } = self;
        let read = parser.push(text.as_bytes(), &mut |event, _| {
            let outer = *depth == 1;
            match event {
                Event::Key { name, replaces } if outer => {
                    key.clear();
                    key.push_str(name);
                    *again = replaces;
                }
                Event::BeginString if outer => {
                    *in_text = true;
                    sink(Piece::Begin {
                        id: key,
                        again: *again,
                    });
                }
                Event::StringDelta(delta) if *in_text => sink(Piece::Delta(delta)),
                Event::EndString if *in_text => {
                    *in_text = false;
                    sink(Piece::End);
                }
                Event::BeginObject | Event::BeginArray => {
                    if outer {
                        sink(Piece::NotText { id: key });
                    }
                    *depth += 1;
                }
                Event::EndObject | Event::EndArray => {
                    *depth -= 1;
                    if *depth == 0 {
                        *state = State::After;
                    }
                }
                Event::Number(_) | Event::Bool(_) | Event::Null if outer => {
                    sink(Piece::NotText { id: key });
                }
                _ => {}
            }
        });
        match read {
            Err(_) if self.state != State::After => Err(Broken),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(answer: &str, chunk: usize) -> (Vec<(String, String)>, bool, bool) {
        let mut reader = Answer::new();
        let mut items: Vec<(String, String)> = Vec::new();
        let chars: Vec<char> = answer.chars().collect();
        let mut broken = false;
        for piece in chars.chunks(chunk) {
            let text: String = piece.iter().collect();
            broken |= reader
                .push(&text, &mut |piece| match piece {
                    Piece::Begin { id, .. } => items.push((id.to_owned(), String::new())),
                    Piece::Delta(delta) => items.last_mut().unwrap().1.push_str(delta),
                    Piece::End => items.last_mut().unwrap().1.push('.'),
                    Piece::NotText { id } => items.push((id.to_owned(), "?".to_owned())),
                })
                .is_err();
        }
        (items, reader.is_whole(), broken)
    }

    #[test]
    fn an_answer_is_read_in_any_pieces() {
        let items = [("1", "a{x}."), ("2", "ü."), ("3", "?")]
            .map(|(id, text)| (id.to_owned(), text.to_owned()));
        for answer in [
            r#"{"1":"a{x}","2":"\u00fc","3":{"t":"x"}}"#,
            "Sure!\n```json\n{ \"1\": \"a{x}\", \"2\": \"ü\", \"3\": 7 }\n```\nThat is {all}.",
        ] {
            for chunk in 1..answer.len() {
                assert_eq!(read(answer, chunk), (items.to_vec(), true, false));
            }
        }
    }

    #[test]
    fn an_answer_that_stops_is_not_whole() {
        assert_eq!(
            read(r#"{"1":"a","2":"b"#, 3),
            (
                vec![("1".into(), "a.".into()), ("2".into(), "b".into())],
                false,
                false
            )
        );
    }

    #[test]
    fn an_answer_that_is_no_json_is_broken() {
        assert!(read("{count} items", 4).2);
        assert!(!read("I cannot do that.", 4).2);
    }
}
