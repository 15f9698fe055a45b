//! The server as a program, for tests in other languages. It prints where it listens.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use ichiban_replay::{Options, Server};

/// A model server for tests: scripted answers in every wire, and every way to fail
#[derive(Parser)]
struct Arguments {
    /// The port on loopback; 0 for any that is free
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// The folder with recorded streams
    #[arg(long, value_name = "FOLDER")]
    recordings: Option<PathBuf>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let options = Options {
        port: arguments.port,
        recordings: arguments.recordings,
    };
    let started = Server::start(&options).and_then(|server| {
        let mut output = io::stdout();
        writeln!(output, "listening on http://{}", server.address())?;
        output.flush()?;
        Ok(server)
    });
    match started {
        Ok(server) => {
            server.wait();
            ExitCode::SUCCESS
        }
        Err(error) => {
            // If not even this can be written, the exit status still says it.
            let _ = writeln!(
                io::stderr(),
                "error: cannot listen on port {}: {error}",
                arguments.port
            );
            ExitCode::FAILURE
        }
    }
}
