//! `ichiban apidoc calls --as … OPENAPI`.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use ichiban_apidoc::calls::{self, Language};
use ichiban_apidoc::tools::{self, House};

#[derive(Args)]
pub(crate) struct Arguments {
    /// What is written.
    #[arg(long = "as", value_enum)]
    form: Form,
    /// An OpenAPI or Swagger document; `-` reads standard input.
    #[arg(value_name = "OPENAPI")]
    path: PathBuf,
    /// The id of one operation; all of them without.
    #[arg(long, value_name = "ID")]
    operation: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Form {
    Curl,
    Fetch,
    Python,
    Httpx,
    Rust,
    Go,
    Httpie,
    Http,
    OpenaiTools,
    AnthropicTools,
    Mcp,
}

impl Arguments {
    pub(crate) fn run(self) -> ExitCode {
        let document = match super::document::read(&self.path) {
            Ok(document) => document,
            Err(message) => {
                let _ = writeln!(io::stderr(), "{message}");
                return ExitCode::from(2);
            }
        };
        let id = self.operation.as_deref();
        let language = match self.form {
            Form::Curl => Language::Curl,
            Form::Fetch => Language::Fetch,
            Form::Python => Language::Python,
            Form::Httpx => Language::Httpx,
            Form::Rust => Language::Rust,
            Form::Go => Language::Go,
            Form::Httpie => Language::Httpie,
            Form::Http => Language::Http,
            Form::OpenaiTools => return definitions(&document, House::OpenAi, id),
            Form::AnthropicTools => return definitions(&document, House::Anthropic, id),
            Form::Mcp => return definitions(&document, House::Mcp, id),
        };
        let requests = calls::requests(&document, id);
        if requests.is_empty() {
            return unknown(id);
        }
        let texts: Vec<_> = requests
            .iter()
            .map(|request| calls::write(request, language))
            .collect();
        print(&texts.join("\n"))
    }
}

fn definitions(document: &serde_json::Value, house: House, id: Option<&str>) -> ExitCode {
    let tools = tools::write(document, house, id);
    if tools.as_array().is_none_or(Vec::is_empty) {
        return unknown(id);
    }
    print(&(serde_json::to_string_pretty(&tools).unwrap_or_default() + "\n"))
}

fn unknown(id: Option<&str>) -> ExitCode {
    let message = match id {
        Some(id) => format!("No operation has the id {id}."),
        None => "The document has no operations.".to_owned(),
    };
    let _ = writeln!(io::stderr(), "{message}");
    ExitCode::from(1)
}

fn print(text: &str) -> ExitCode {
    match io::stdout().lock().write_all(text.as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
