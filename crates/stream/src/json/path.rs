//! Which value an event is about.

use std::fmt::Write as _;

use super::Event;

/// Follows a parser's events and names the value that the last one is about, as a JSON Pointer
/// (RFC 6901).
///
/// ```
/// use ichiban_stream::json::{Event, Limits, Parser, Path};
///
/// let mut path = Path::default();
/// let mut numbers = Vec::new();
/// let mut parser = Parser::new(Limits::default());
/// parser.push(br#"{"a/b":[1,2]}"#, &mut |event, _| {
///     path.follow(&event);
///     if let Event::Number(text) = event {
///         numbers.push((path.pointer().to_owned(), text.to_owned()));
///     }
/// })?;
/// assert_eq!(numbers[1], ("/a~1b/1".to_owned(), "2".to_owned()));
/// # Ok::<(), ichiban_stream::json::Error>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Path {
    pointer: String,
    containers: Vec<Container>,
}

#[derive(Debug, Clone)]
struct Container {
    /// The length of the container's own pointer.
    length: usize,
    /// The index of the next item; `None` in an object.
    next: Option<usize>,
}

impl Path {
    /// Takes the parser's next event; none may be left out. Costs the length of the path's last
    /// part.
    pub fn follow(&mut self, event: &Event<'_>) {
        match event {
            Event::Key { name, .. } => {
                if let Some(object) = self.containers.last() {
                    self.pointer.truncate(object.length);
                    push_part(&mut self.pointer, name);
                }
            }
            Event::BeginObject => self.enter(None),
            Event::BeginArray => self.enter(Some(0)),
            Event::EndObject | Event::EndArray => {
                if let Some(container) = self.containers.pop() {
                    self.pointer.truncate(container.length);
                }
            }
            Event::BeginString | Event::Number(_) | Event::Bool(_) | Event::Null => self.item(),
            Event::StringDelta(_) | Event::EndString | Event::LoneSurrogate { .. } => {}
        }
    }

    /// The value that the last event was about: itself, the string it is part of, or the container
    /// it begins or ends. After a key it is the member of that name; before one, the member before.
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    fn enter(&mut self, next: Option<usize>) {
        self.item();
        self.containers.push(Container {
            length: self.pointer.len(),
            next,
        });
    }

    fn item(&mut self) {
        if let Some(Container {
            length,
            next: Some(next),
        }) = self.containers.last_mut()
        {
            self.pointer.truncate(*length);
            // Writing to a string cannot fail.
            let _ = write!(self.pointer, "/{next}");
            *next += 1;
        }
    }
}

/// Appends `/name` with `~` and `/` escaped, as RFC 6901 §3 has it.
pub(crate) fn push_part(pointer: &mut String, name: &str) {
    pointer.push('/');
    let mut rest = name;
    while let Some(at) = rest.find(['~', '/']) {
        let (plain, special) = rest.split_at(at);
        pointer.push_str(plain);
        pointer.push_str(if special.starts_with('~') { "~0" } else { "~1" });
        rest = special.get(1..).unwrap_or_default();
    }
    pointer.push_str(rest);
}
