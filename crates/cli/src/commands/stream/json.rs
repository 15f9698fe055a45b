//! `ichiban stream json`: what a JSON document shows while it arrives.
//!
//! Reads a document from the standard input and writes one JSON object a line. Every line has
//! `event`; all but the last have `path`, a JSON Pointer (RFC 6901), and `span`, the bytes of the
//! input that the event stands for (`[start, end]`).
//!
//! | line | when |
//! | --- | --- |
//! | `{"event":"begin_object",…}`, `"begin_array"`, `"begin_string"` | its first byte has come |
//! | `{"event":"key",…,"name":N,"replaces":B}` | a name is whole; `path` is the member's. `replaces`: a later member takes the place of an earlier one, with all that was settled in it |
//! | `{"event":"string_delta",…,"text":T}` | more of a string, escapes resolved |
//! | `{"event":"end_object",…}`, `"end_array"`, `"end_string"` | its last byte has come |
//! | `{"event":"settled",…,"value":V}` | a scalar or an empty container is whole; no later byte changes it. Numbers are as written |
//! | `{"event":"warning",…,"code":"lone-surrogate","source":S,"message":M}` | half of a surrogate pair stood alone and shows as U+FFFD |
//! | `{"event":"end","status":…}` | the last line |
//!
//! With `--settled` only `settled`, `warning`, `end` and those `key` lines that replace.
//!
//! The last line's `status` is `complete`, `truncated` (with `offset`, `line`, `column`,
//! `expected`, `depth`, `message`), `invalid` (with `offset`, `line`, `column`, `found`,
//! `expected`, `message`, `hint`) or, with `--schema`, `violation` (with `offset`, `line`, `column`,
//! `path`, `keyword`, `message`): no way to go on can satisfy the schema, and no more is read. Exit
//! status: 0 for complete, 1 otherwise, 2 if the input or the schema cannot be read.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use ichiban_schema::{JsonSchema, Validator, Violation};
use ichiban_stream::json::{End, Event, Limits, Parser, Path, Span};

const LONG_ABOUT: &str = "\
Read a JSON document from stdin, and print what it shows while it arrives, as JSON lines

Lines are objects with \"event\", \"path\" (a JSON Pointer) and \"span\" (bytes of the input):
begin_object, begin_array, begin_string, key (name, replaces), string_delta (text), end_object,
end_array, end_string, settled (value: a scalar or an empty container that no later byte changes),
warning (code, source, message).

The last line is {\"event\":\"end\",\"status\":\"complete\"|\"truncated\"|\"invalid\"|\"violation\"}, for
truncated and invalid with offset, line, column, expected and message, for invalid also with found
and hint, for violation (of --schema) with offset, line, column, path, keyword and message.
Exit status: 0 for complete, 1 otherwise, 2 if the input or the schema cannot be read.";

/// Read a JSON document from stdin, and print what it shows while it arrives, as JSON lines
#[derive(Args)]
#[command(long_about = LONG_ABOUT)]
pub(crate) struct Command {
    /// Feed the parser this many bytes at a time, to see what a slow stream would show
    #[arg(long, value_name = "N")]
    chunk: Option<NonZeroUsize>,
    /// Print settled values only, with what replaces them and warnings
    #[arg(long)]
    settled: bool,
    /// Hold the document to this JSON Schema (2020-12), and stop at the first byte after which
    /// nothing can satisfy it
    #[arg(long, value_name = "FILE")]
    schema: Option<PathBuf>,
}

/// The input may be of any size: nothing but names and single strings is held.
const LIMITS: Limits = Limits {
    max_bytes: u64::MAX,
    max_depth: 10_000,
    max_token_bytes: 64 << 20,
    max_values: usize::MAX,
};

/// How much is read and written at once.
const BUFFER: usize = 64 << 10;

/// What a shell reports for a program that wrote to a pipe nobody reads: 128 + SIGPIPE.
const PIPE_CLOSED: u8 = 141;

impl Command {
    pub(crate) fn run(&self) -> ExitCode {
        let input = BufReader::with_capacity(BUFFER, io::stdin().lock());
        let output = BufWriter::with_capacity(BUFFER, io::stdout().lock());
        let validator = match self.schema.as_deref().map(read_schema).transpose() {
            Ok(validator) => validator,
            Err(message) => {
                // If not even this can be written, the exit status still says it.
                let _ = writeln!(io::stderr(), "error: {message}");
                return ExitCode::from(2);
            }
        };
        match self.convert(input, output, validator.as_ref()) {
            Ok(Outcome::End(End::Complete)) => ExitCode::SUCCESS,
            Ok(Outcome::End(_) | Outcome::Violation(_)) => ExitCode::FAILURE,
            // Who reads the lines has seen enough: `ichiban stream json | head`.
            Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
                ExitCode::from(PIPE_CLOSED)
            }
            Err(failure) => {
                let (what, error) = match failure {
                    Failure::Read(error) => ("cannot read the standard input", error),
                    Failure::Write(error) => ("cannot write the standard output", error),
                };
                // If not even this can be written, the exit status still says it.
                let _ = writeln!(io::stderr(), "error: {what}: {error}");
                ExitCode::from(2)
            }
        }
    }

    fn convert(
        &self,
        mut input: BufReader<impl Read>,
        output: impl Write,
        validator: Option<&Validator>,
    ) -> Result<Outcome, Failure> {
        let mut lines = Lines {
            output,
            path: Path::default(),
            string: String::new(),
            was_begin: false,
            settled_only: self.settled,
        };
        let mut validation = validator.map(Validator::begin);
        let mut violation = None;
        let mut written = Ok(());
        let mut sink = |event: Event<'_>, span: Span, lines: &mut Lines<_>| {
            if written.is_err() || violation.is_some() {
                return false;
            }
            written = lines.event(event, span);
            if let Some(validation) = &mut validation {
                violation = validation.follow(&event, span).err();
            }
            written.is_ok() && violation.is_none()
        };
        let mut parser = Parser::new(LIMITS);
        let mut chunk = Vec::new();
        while next_chunk(&mut input, self.chunk, &mut chunk).map_err(Failure::Read)? {
            let mut goes_on = true;
            let pushed = parser.push(&chunk, &mut |event, span| {
                goes_on &= sink(event, span, &mut lines);
            });
            if pushed.is_err() || !goes_on {
                break;
            }
            // A line is seen when its bytes have come, not when a buffer is full.
            if input.buffer().is_empty() {
                lines.output.flush().map_err(Failure::Write)?;
            }
        }
        let end = parser.finish(&mut |event, span| {
            sink(event, span, &mut lines);
        });
        let outcome = violation.map_or(Outcome::End(end), Outcome::Violation);
        written
            .and_then(|()| lines.end(&outcome))
            .and_then(|()| lines.output.flush())
            .map_err(Failure::Write)?;
        Ok(outcome)
    }
}

/// How a document ended.
enum Outcome {
    /// As the parser says.
    End(End),
    /// It cannot satisfy the schema.
    Violation(Violation),
}

fn read_schema(path: &std::path::Path) -> Result<Validator, String> {
    let shown = path.display();
    let text = std::fs::read_to_string(path)
        .map_err(|error| format!("cannot read the schema {shown}: {error}"))?;
    let schema: JsonSchema = serde_json::from_str(&text)
        .map_err(|error| format!("{shown} is no JSON Schema: {error}"))?;
    let validator = Validator::new(&schema)
        .map_err(|unusable| format!("{shown} cannot be used: {unusable}"))?;
    if !validator.unchecked().is_empty() {
        // A document that breaks these is not told: who asked should know.
        let _ = writeln!(
            io::stderr(),
            "warning: not checked: {}",
            validator.unchecked().join(", ")
        );
    }
    Ok(validator)
}

/// Reads the next bytes: as many as were asked for, or what there is. Returns whether there were
/// any.
fn next_chunk(
    input: &mut BufReader<impl Read>,
    length: Option<NonZeroUsize>,
    chunk: &mut Vec<u8>,
) -> io::Result<bool> {
    chunk.clear();
    if let Some(length) = length {
        let mut bytes = input.take(length.get() as u64);
        bytes.read_to_end(chunk)?;
    } else {
        loop {
            match input.fill_buf() {
                Ok(bytes) => break chunk.extend_from_slice(bytes),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        input.consume(chunk.len());
    }
    Ok(!chunk.is_empty())
}

enum Failure {
    Read(io::Error),
    Write(io::Error),
}

/// Writes a line for each event.
struct Lines<W> {
    output: W,
    path: Path,
    /// What has come of the string in progress.
    string: String,
    /// The last event began a container: if the next one ends it, it is empty.
    was_begin: bool,
    settled_only: bool,
}

impl<W: Write> Lines<W> {
    fn event(&mut self, event: Event<'_>, span: Span) -> io::Result<()> {
        self.path.follow(&event);
        let begins = matches!(event, Event::BeginObject | Event::BeginArray);
        let is_empty = std::mem::replace(&mut self.was_begin, begins);
        let steps = !self.settled_only;
        match event {
            Event::BeginObject => self.step("begin_object", span),
            Event::BeginArray => self.step("begin_array", span),
            Event::BeginString => {
                self.string.clear();
                self.step("begin_string", span)
            }
            Event::Key { name, replaces } if steps || replaces => {
                self.begin("key", span)?;
                self.text("name", name)?;
                write!(self.output, ",\"replaces\":{replaces}")?;
                self.close()
            }
            Event::Key { .. } => Ok(()),
            Event::StringDelta(text) => {
                self.string.push_str(text);
                if steps {
                    self.begin("string_delta", span)?;
                    self.text("text", text)?;
                    self.close()?;
                }
                Ok(())
            }
            Event::EndObject => {
                self.step("end_object", span)?;
                if is_empty {
                    self.settled("{}", span)
                } else {
                    Ok(())
                }
            }
            Event::EndArray => {
                self.step("end_array", span)?;
                if is_empty {
                    self.settled("[]", span)
                } else {
                    Ok(())
                }
            }
            Event::EndString => {
                self.step("end_string", span)?;
                self.begin("settled", span)?;
                self.output.write_all(b",\"value\":")?;
                serde_json::to_writer(&mut self.output, &self.string)?;
                self.close()
            }
            Event::Number(text) => self.settled(text, span),
            Event::Bool(value) => self.settled(if value { "true" } else { "false" }, span),
            Event::Null => self.settled("null", span),
            Event::LoneSurrogate { source } => {
                self.begin("warning", span)?;
                self.text("code", "lone-surrogate")?;
                self.text("source", source)?;
                let message = "This is half of a surrogate pair; it shows as U+FFFD.";
                self.text("message", message)?;
                self.close()
            }
        }
    }

    fn end(&mut self, outcome: &Outcome) -> io::Result<()> {
        let end = match outcome {
            Outcome::End(end) => end,
            Outcome::Violation(violation) => {
                let Violation {
                    pointer,
                    keyword,
                    message,
                    span,
                } = violation;
                let line = json!({
                    "event": "end",
                    "status": "violation",
                    "offset": span.start,
                    "line": span.line,
                    "column": span.column,
                    "path": pointer,
                    "keyword": keyword,
                    "message": message,
                });
                return writeln!(self.output, "{line}");
            }
        };
        let line = match end {
            End::Complete => json!({"event": "end", "status": "complete"}),
            End::Truncated(truncation) => json!({
                "event": "end",
                "status": "truncated",
                "offset": truncation.offset,
                "line": truncation.line,
                "column": truncation.column,
                "expected": truncation.expected.to_string(),
                "depth": truncation.depth,
                "message": truncation.to_string(),
            }),
            End::Invalid(error) => json!({
                "event": "end",
                "status": "invalid",
                "offset": error.offset,
                "line": error.line,
                "column": error.column,
                "found": error.found.to_string(),
                "expected": error.expected.to_string(),
                "message": error.to_string(),
                "hint": error.hint(),
            }),
        };
        writeln!(self.output, "{line}")
    }

    /// A line that `--settled` leaves out.
    fn step(&mut self, event: &str, span: Span) -> io::Result<()> {
        if self.settled_only {
            return Ok(());
        }
        self.begin(event, span)?;
        self.close()
    }

    /// A value, as JSON text.
    fn settled(&mut self, value: &str, span: Span) -> io::Result<()> {
        self.begin("settled", span)?;
        write!(self.output, ",\"value\":{value}")?;
        self.close()
    }

    fn begin(&mut self, event: &str, span: Span) -> io::Result<()> {
        write!(self.output, "{{\"event\":\"{event}\"")?;
        self.output.write_all(b",\"path\":")?;
        serde_json::to_writer(&mut self.output, self.path.pointer())?;
        write!(self.output, ",\"span\":[{},{}]", span.start, span.end)
    }

    fn text(&mut self, field: &str, text: &str) -> io::Result<()> {
        write!(self.output, ",\"{field}\":")?;
        serde_json::to_writer(&mut self.output, text)?;
        Ok(())
    }

    fn close(&mut self) -> io::Result<()> {
        self.output.write_all(b"}\n")
    }
}
