//! `ichiban mermaid render FILE -o out.svg|out.png`.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use ichiban_mermaid::render::theme::{THEMES, theme};
use ichiban_mermaid::render::{Error, Picture, Renderer};

use super::png;

#[derive(clap::Args)]
pub(crate) struct Args {
    /// The diagram; `-` for standard input.
    file: PathBuf,
    /// Where the picture goes: its ending, `.svg` or `.png`, says what it is. Without it, SVG to
    /// standard output.
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// How it is coloured.
    #[arg(long, default_value = "light", value_parser = clap::builder::PossibleValuesParser::new(THEMES.iter().map(|theme| theme.name)))]
    theme: String,
    /// PNG: how many pixels a CSS pixel has.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=4))]
    scale: u8,
    /// Leaves out the colour behind the diagram.
    #[arg(long)]
    transparent: bool,
}

/// Exit 1 if the diagram cannot be drawn, 2 if a file cannot be read or written.
pub(super) fn run(args: &Args) -> io::Result<ExitCode> {
    let output = args.output.as_deref();
    let ending = output.map(|path| {
        path.extension()
            .unwrap_or_default()
            .to_string_lossy()
            .to_ascii_lowercase()
    });
    let is_png = match ending.as_deref() {
        None | Some("svg") => false,
        Some("png") => true,
        Some(other) => {
            return Err(io::Error::other(format!(
                "cannot write a picture as `.{other}`: end the output's name in .svg or .png"
            )));
        }
    };
    let text = super::read(&args.file)?;
    let picture = match draw(&text, &args.theme) {
        Ok(picture) => picture,
        Err(error) => {
            let place = error.place();
            let place = place.map_or_else(String::new, |at| format!("{}:{}: ", at.line, at.column));
            let _ = writeln!(
                io::stderr(),
                "ichiban: {}: {place}{error}",
                args.file.display()
            );
            return Ok(ExitCode::FAILURE);
        }
    };
    let svg = picture.to_svg(args.transparent);
    let bytes = if is_png {
        png::rasterise(&svg, args.scale).map_err(io::Error::other)?
    } else {
        svg.into_bytes()
    };
    if let Some(path) = output {
        fs::write(path, bytes).map_err(|error| {
            io::Error::new(error.kind(), format!("{}: {error}", path.display()))
        })?;
    } else {
        let mut out = io::stdout().lock();
        out.write_all(&bytes)?;
        writeln!(out)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn draw(text: &str, name: &str) -> Result<Picture, Error> {
    let theme = theme(name).or(THEMES.first());
    let theme = theme.ok_or_else(|| Error::Failed(format!("there is no theme `{name}`")))?;
    #[expect(clippy::disallowed_methods, reason = "a terminal has a clock")]
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.map_or(0, |now| i64::try_from(now.as_millis()).unwrap_or(0));
    Renderer::new(theme, "diagram", None)?.at(now).export(text)
}
