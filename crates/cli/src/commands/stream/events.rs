//! `ichiban stream events`: what a model's answer says while it arrives.
//!
//! Reads the body of an HTTP response as it was sent and writes one JSON object a line, the events
//! of `ichiban_model::Event`:
//!
//! | line | when |
//! | --- | --- |
//! | `{"event":"started","id":I,"model":M}` | the provider began to answer |
//! | `{"event":"text_delta","text":T}`, `"reasoning_delta"`, `"refusal_delta"` | more of it has come |
//! | `{"event":"tool_call_started","call":N,"id":I,"name":S}` | a tool is called |
//! | `{"event":"tool_call_identified","call":N,"id":I}` | its identifier came late |
//! | `{"event":"tool_argument_delta","call":N,"text":T}` | more of its arguments, as they are written |
//! | `{"event":"tool_argument_settled","call":N,"path":P,"value":V}` | an argument, or a scalar in one, that no later byte changes |
//! | `{"event":"tool_call_finished","call":N,"arguments":V}` | all of its arguments, valid |
//! | `{"event":"tool_call_failed","call":N,"reason":S}` | it must not be carried out |
//! | `{"event":"usage","input_tokens":N,…}` | what it has cost |
//! | `{"event":"other","kind":S,"data":V}` | what the wire has and no event has a word for |
//! | `{"event":"ended","ending":E}` | the last line |
//!
//! `ending` is `complete`, `length`, `tool_calls`, `refused`, `truncated`, `aborted` or `error`,
//! which has `"error":{"code","message"}` beside it. With `--fold` the only output is one object
//! with `text`, `reasoning`, `tool_calls`, `usage` and `ending`; a call's `arguments` are the
//! parsed value once they are whole and valid, else the text that came, with a `failure` beside.
//! Exit status: 0 unless the answer is truncated or an error (then 1); 2 if the input cannot be
//! read.

use std::io::{self, BufWriter, Read, Write};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::builder::PossibleValuesParser;

use ichiban_model::wire::{self, WIRES, openai_chat::DIALECTS};
use ichiban_model::{Answer, Ending, Event, Wire};

/// Read the raw body of a model's answer, and print its events as JSON lines
///
/// Lines are objects with "event": started, text_delta, reasoning_delta, refusal_delta,
/// tool_call_started, tool_call_identified, tool_argument_delta, tool_argument_settled,
/// tool_call_finished, tool_call_failed, usage, other (what no event has a word for, as it came),
/// ended.
///
/// The last line is {"event":"ended","ending":E}, where E is complete, length, tool_calls, refused,
/// truncated, aborted, or error with "error":{"code","message"} beside it.
/// Exit status: 0, but 1 for truncated and error, and 2 if the input cannot be read.
#[derive(Args)]
#[command(verbatim_doc_comment)]
#[expect(clippy::doc_markdown, reason = "it is the help in a terminal")]
pub(crate) struct Command {
    /// The protocol the body is in
    #[arg(long, value_name = "WIRE", value_parser = PossibleValuesParser::new(wire_names()))]
    wire: String,
    /// Feed the decoder this many bytes at a time; the events are the same
    #[arg(long, value_name = "N")]
    chunk: Option<NonZeroUsize>,
    /// Print one object instead: {text, reasoning, tool_calls: [{id, name, arguments}], usage,
    /// ending}. Arguments are the parsed JSON when whole and valid, else the text that came
    #[arg(long)]
    fold: bool,
    /// The body, as the server sent it; `-` for stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

fn wire_names() -> impl Iterator<Item = &'static str> {
    let wires = WIRES.iter().map(|wire| wire.name());
    wires.chain(DIALECTS.iter().map(|dialect| dialect.name))
}

/// How much is read and written at once.
const BUFFER: usize = 64 << 10;

/// What a shell reports for a program that wrote to a pipe nobody reads: 128 + SIGPIPE.
const PIPE_CLOSED: u8 = 141;

impl Command {
    pub(crate) fn run(&self) -> ExitCode {
        // Clap has checked the name against the same table.
        let Some(wire) = wire::by_name(&self.wire) else {
            return ExitCode::from(2);
        };
        let output = BufWriter::with_capacity(BUFFER, io::stdout().lock());
        let ended = if self.file.as_os_str() == "-" {
            self.convert(wire, io::stdin().lock(), output)
        } else {
            match std::fs::File::open(&self.file) {
                Ok(file) => self.convert(wire, file, output),
                Err(error) => Err(Failure::Read(error)),
            }
        };
        match ended {
            Ok(Ending::Truncated | Ending::Error { .. }) => ExitCode::FAILURE,
            Ok(_) => ExitCode::SUCCESS,
            // Who reads the lines has seen enough.
            Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
                ExitCode::from(PIPE_CLOSED)
            }
            Err(failure) => {
                let (what, error) = match failure {
                    Failure::Read(error) => (format!("cannot read {}", self.file.display()), error),
                    Failure::Write(error) => ("cannot write the standard output".to_owned(), error),
                };
                // If not even this can be written, the exit status still says it.
                let _ = writeln!(io::stderr(), "error: {what}: {error}");
                ExitCode::from(2)
            }
        }
    }

    fn convert(
        &self,
        wire: &dyn Wire,
        mut input: impl Read,
        mut output: impl Write,
    ) -> Result<Ending, Failure> {
        let mut decoder = wire.decoder();
        let mut answer = Answer::default();
        let mut events = Vec::new();
        let mut buffer = vec![0; self.chunk.map_or(BUFFER, NonZeroUsize::get)];
        loop {
            let read = match input.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Failure::Read(error)),
            };
            decoder.push(buffer.get(..read).unwrap_or_default(), &mut events);
            self.tell(&mut events, &mut answer, &mut output)?;
        }
        decoder.finish(&mut events);
        self.tell(&mut events, &mut answer, &mut output)?;
        if self.fold {
            write_line(&answer, &mut output)?;
        }
        output.flush().map_err(Failure::Write)?;
        Ok(answer.ending.unwrap_or(Ending::Truncated))
    }

    fn tell(
        &self,
        events: &mut Vec<Event>,
        answer: &mut Answer,
        output: &mut impl Write,
    ) -> Result<(), Failure> {
        for event in events.drain(..) {
            answer.absorb(&event);
            if !self.fold {
                write_line(&event, output)?;
            }
        }
        // A line is seen when its bytes have come, not when a buffer is full.
        output.flush().map_err(Failure::Write)
    }
}

fn write_line(value: &impl serde::Serialize, output: &mut impl Write) -> Result<(), Failure> {
    let mut line = serde_json::to_vec(value).map_err(|error| Failure::Write(error.into()))?;
    line.push(b'\n');
    output.write_all(&line).map_err(Failure::Write)
}

enum Failure {
    Read(io::Error),
    Write(io::Error),
}
