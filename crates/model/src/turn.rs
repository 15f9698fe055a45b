//! An answer as the turn that goes back when the conversation goes on.

use crate::{CallId, Content, Event, Message, Role};

/// Folds an answer's events into the assistant's turn: text, reasoning and calls in the order they
/// came, and with them what the provider wants back as it was. The results of the calls follow in a
/// turn of their own. Each event costs no more than its own length.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Turn {
    content: Vec<Content>,
    /// Where each call stands in the content.
    calls: Vec<usize>,
}

impl Turn {
    /// Takes the next event.
    pub fn absorb(&mut self, event: &Event) {
        match event {
            Event::TextDelta { text } => {
                if let Some(Content::Text(whole)) = self.content.last_mut() {
                    whole.push_str(text);
                } else {
                    self.content.push(Content::Text(text.clone()));
                }
            }
            Event::ReasoningDelta { text } => {
                // What has been signed is whole.
                if let Some(Content::Reasoning {
                    text: whole,
                    carried: None,
                }) = self.content.last_mut()
                {
                    whole.push_str(text);
                } else {
                    self.content.push(Content::Reasoning {
                        text: text.clone(),
                        carried: None,
                    });
                }
            }
            Event::ToolCallStarted { id, name, .. } => {
                self.calls.push(self.content.len());
                self.content.push(Content::ToolCall {
                    id: id.clone(),
                    name: name.clone(),
                    arguments: String::new(),
                    carried: None,
                });
            }
            Event::ToolCallIdentified { call, id } => {
                if let Some(Content::ToolCall { id: known, .. }) = self.call(*call) {
                    known.clone_from(id);
                }
            }
            Event::ToolArgumentDelta { call, text } => {
                if let Some(Content::ToolCall { arguments, .. }) = self.call(*call) {
                    arguments.push_str(text);
                }
            }
            Event::ToolCallFinished { call, arguments } => {
                // A tool without parameters may have come without any.
                if let Some(Content::ToolCall {
                    arguments: written, ..
                }) = self.call(*call)
                    && written.trim().is_empty()
                    && arguments.is_object()
                {
                    *written = arguments.to_string();
                }
            }
            Event::Carried { call, carried } => {
                let place = match call {
                    Some(call) => self.call(*call),
                    None => self.content.last_mut(),
                };
                match (place, call) {
                    (Some(Content::ToolCall { carried: place, .. }), Some(_))
                    | (
                        Some(Content::Reasoning {
                            carried: place @ None,
                            ..
                        }),
                        None,
                    ) => {
                        *place = Some(carried.clone());
                    }
                    (_, Some(_)) => {}
                    (_, None) => self.content.push(Content::Reasoning {
                        text: String::new(),
                        carried: Some(carried.clone()),
                    }),
                }
            }
            Event::Started { .. }
            | Event::RefusalDelta { .. }
            | Event::ToolArgumentSettled { .. }
            | Event::ToolCallFailed { .. }
            | Event::Usage(_)
            | Event::Resumed { .. }
            | Event::Other { .. }
            | Event::Ended { .. } => {}
        }
    }

    /// The turn, for a request's messages.
    pub fn into_message(self) -> Message {
        Message {
            role: Role::Assistant,
            content: self.content,
        }
    }

    fn call(&mut self, call: CallId) -> Option<&mut Content> {
        let at = *self.calls.get(usize::try_from(call.0).ok()?)?;
        self.content.get_mut(at)
    }
}

impl<'a> FromIterator<&'a Event> for Turn {
    fn from_iter<I: IntoIterator<Item = &'a Event>>(events: I) -> Self {
        let mut turn = Self::default();
        for event in events {
            turn.absorb(event);
        }
        turn
    }
}
