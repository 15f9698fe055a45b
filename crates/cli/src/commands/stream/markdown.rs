//! `ichiban stream markdown`: what Markdown shows while it is written.

use std::io::{self, BufWriter, Read, Write};
use std::num::NonZeroUsize;
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use ichiban_stream::markdown::{Change, Document, State, to_html};
use ichiban_stream::utf8;

/// Read Markdown from stdin, and print its blocks as HTML while it arrives, as JSON lines
///
/// Lines are objects with "event" and "id", the block's number: block (state, source, html), which
/// replaces what was printed of that block; code_began (language) and code_text (text, to be added
/// to the end) of a fenced block that is still being written.
///
/// A state is open (its text still comes), awaiting (it mentions a link or footnote that nothing
/// defines yet) or settled (it stays as it is). The HTML is safe to show: links lead to the web or
/// within the site, images are links, other HTML is held to an allow-list.
/// Exit status: 0, or 2 if the input cannot be read or is not UTF-8.
#[derive(Args)]
#[command(verbatim_doc_comment)]
#[expect(clippy::doc_markdown, reason = "it is the help in a terminal")]
pub(crate) struct Command {
    /// Read this many bytes at a time, to see what a slow stream would show
    #[arg(long, value_name = "N")]
    chunk: Option<NonZeroUsize>,
    /// Print no open blocks
    #[arg(long)]
    settled: bool,
}

/// How much is read at once.
const BUFFER: usize = 64 << 10;

/// What a shell reports for a program that wrote to a pipe nobody reads: 128 + SIGPIPE.
const PIPE_CLOSED: u8 = 141;

impl Command {
    pub(crate) fn run(&self) -> ExitCode {
        let output = BufWriter::with_capacity(BUFFER, io::stdout().lock());
        match self.convert(io::stdin().lock(), output) {
            Ok(()) => ExitCode::SUCCESS,
            // Who reads the lines has seen enough.
            Err(Failure::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
                ExitCode::from(PIPE_CLOSED)
            }
            Err(failure) => {
                let words = match failure {
                    Failure::Read(error) => format!("cannot read the standard input: {error}"),
                    Failure::Text(error) => format!("the standard input: {error}"),
                    Failure::Write(error) => format!("cannot write the standard output: {error}"),
                };
                // If not even this can be written, the exit status still says it.
                let _ = writeln!(io::stderr(), "error: {words}");
                ExitCode::from(2)
            }
        }
    }

    fn convert(&self, mut input: impl Read, mut output: impl Write) -> Result<(), Failure> {
        let mut decoder = utf8::Decoder::default();
        let mut document = Document::new();
        let mut written = Ok(());
        let mut tell = |change: Change<'_>, output: &mut dyn Write| {
            if written.is_ok() {
                written = self.line(change, output);
            }
        };
        let mut buffer = vec![0; self.chunk.map_or(BUFFER, NonZeroUsize::get)];
        loop {
            let read = match input.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(Failure::Read(error)),
            };
            let bytes = buffer.get(..read).unwrap_or_default();
            let pushed = decoder.push(bytes, &mut |text| {
                document.push(text, &mut |change| tell(change, &mut output));
            });
            // A line is seen when its bytes have come, not when a buffer is full.
            output.flush().map_err(Failure::Write)?;
            pushed.map_err(Failure::Text)?;
        }
        decoder.finish().map_err(Failure::Text)?;
        document.finish(&mut |change| tell(change, &mut output));
        written
            .and_then(|()| output.flush())
            .map_err(Failure::Write)
    }

    fn line(&self, change: Change<'_>, output: &mut dyn Write) -> io::Result<()> {
        let line = match change {
            Change::Block(block) if self.settled && block.state == State::Open => return Ok(()),
            Change::CodeBegan { .. } | Change::CodeText { .. } if self.settled => return Ok(()),
            Change::Block(block) => json!({
                "event": "block",
                "id": block.id.0,
                "state": match block.state {
                    State::Open => "open",
                    State::Awaiting => "awaiting",
                    State::Settled => "settled",
                },
                "source": block.source,
                "html": to_html(block.events, ""),
            }),
            Change::CodeBegan { id, language } => {
                json!({"event": "code_began", "id": id.0, "language": language})
            }
            Change::CodeText { id, text } => {
                json!({"event": "code_text", "id": id.0, "text": text})
            }
        };
        writeln!(output, "{line}")
    }
}

enum Failure {
    Read(io::Error),
    Text(utf8::Error),
    Write(io::Error),
}
