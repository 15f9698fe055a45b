//! Answers as the wires carry them, and the tools that they call.

use ichiban_model::tool_run::{Bounds, Startable, Step, ToolRuns};
use ichiban_model::{Decoder, Event, wire};
use ichiban_schema::Validator;
use wasm_bindgen::prelude::*;

/// An answer's body that JavaScript feeds. Its events are read where the app reads them, in
/// WebAssembly.
#[wasm_bindgen]
pub struct AnswerBody {
    decoder: Box<dyn Decoder>,
    runs: ToolRuns<'static>,
    input: Vec<u8>,
    events: Vec<Event>,
    steps: Vec<Step>,
    text: u32,
    started: u32,
    finished: u32,
}

#[wasm_bindgen]
impl AnswerBody {
    /// A body of that wire whose chunks have at most so many bytes. A tool `write` may begin when
    /// it knows `path`.
    ///
    /// # Errors
    /// If there is no such wire.
    #[wasm_bindgen(constructor)]
    pub fn new(wire: &str, capacity: usize) -> Result<Self, JsError> {
        let wire = wire::by_name(wire).ok_or_else(|| JsError::new("there is no such wire"))?;
        let schema = r#"{"type": "object", "properties": {"path": {"type": "string"},
            "content": {"type": "string"}}, "required": ["path", "content"]}"#;
        let tool = Startable {
            name: "write".to_owned(),
            needs: vec!["path".to_owned()],
            arguments: Validator::new(&serde_json::from_str(schema)?)?,
        };
        // The page that measures ends soon.
        let tools: &'static [Startable] = Vec::leak(vec![tool]);
        Ok(Self {
            decoder: wire.decoder(),
            runs: ToolRuns::new(tools, Bounds::default()),
            input: vec![0; capacity],
            events: Vec::new(),
            steps: Vec::new(),
            text: 0,
            started: 0,
            finished: 0,
        })
    }

    /// Where a chunk is to be written.
    pub fn input(&self) -> *const u8 {
        self.input.as_ptr()
    }

    /// Takes the chunk of so many bytes.
    pub fn push(&mut self, length: usize) {
        let chunk = self.input.get(..length).unwrap_or_default();
        self.decoder.push(chunk, &mut self.events);
        self.read();
    }

    /// The body is over.
    pub fn finish(&mut self) {
        self.decoder.finish(&mut self.events);
        self.read();
    }

    /// How many bytes of text the answer has.
    pub fn text(&self) -> u32 {
        self.text
    }

    /// How many tools have begun.
    pub fn started(&self) -> u32 {
        self.started
    }

    /// How many calls are whole.
    pub fn finished(&self) -> u32 {
        self.finished
    }

    fn read(&mut self) {
        for event in self.events.drain(..) {
            if let Event::TextDelta { text } = &event {
                self.text += u32::try_from(text.len()).unwrap_or(0);
            }
            self.runs.follow(&event, &mut self.steps);
        }
        for step in self.steps.drain(..) {
            match step {
                Step::Start { .. } => self.started += 1,
                Step::Finish { .. } => self.finished += 1,
                Step::Supply { .. } | Step::Cancel { .. } => {}
            }
        }
    }
}
