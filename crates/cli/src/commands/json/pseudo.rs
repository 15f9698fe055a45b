//! `ichiban json pseudo`: a pseudo-localisation of a catalogue.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use ichiban_json::localise::format::Role;
use ichiban_json::localise::{Locale, Translation, pseudo};

use super::catalogue::{self, Format};

/// Print a pseudo-localisation: accents, a third longer, in brackets
///
/// Placeholders, tags and plurals stay, and so does every byte outside the texts. A file that names
/// its own locale names LOCALE instead.
#[derive(Args)]
pub(crate) struct Command {
    /// The catalogue; `-` for stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The locale to name
    #[arg(long, value_name = "LOCALE", default_value = "en-XA")]
    locale: Locale,
    #[command(flatten)]
    format: Format,
}

impl Command {
    pub(crate) fn run(&self) -> ExitCode {
        let catalogue = match catalogue::read(&self.file, &self.format, None, Role::Source) {
            Ok(catalogue) => catalogue,
            Err(unreadable) => return catalogue::give_up(&self.file, unreadable),
        };
        let translations: Vec<Translation> = catalogue
            .ids()
            .map(|id| pseudo::pseudo(&catalogue, id))
            .collect();
        let text = catalogue.write(&self.locale, |id| translations.get(id.index()));
        match catalogue::print(&text) {
            Ok(()) => ExitCode::SUCCESS,
            Err(code) => code,
        }
    }
}
