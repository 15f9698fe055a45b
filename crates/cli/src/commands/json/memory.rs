//! A translation memory in a file: this program's own JSON, or TMX, by the file's name.

use std::path::Path;

use ichiban_json::localise::{Locale, Memory, tmx};
use ichiban_tool::{Diagnostic, Place};

use super::catalogue;

/// Reads a memory; one that is not there yet is empty. `source` tells the language of the source
/// texts where the file does not.
pub(super) fn read(path: Option<&Path>, source: Option<&Locale>) -> Result<Memory, String> {
    let Some(path) = path.filter(|it| it.exists()) else {
        return Ok(Memory::default());
    };
    if is_tmx(path) {
        let (text, _) = document(path)?;
        let tmx = tmx::read(&text, source).map_err(|fault| told(path, &fault))?;
        return Ok(tmx.memory);
    }
    serde_json::from_str(&catalogue::text(path)?)
        .map_err(|error| format!("{} is no translation memory: {error}", path.display()))
}

/// Writes a memory. A TMX document of another program keeps all that is in it.
pub(super) fn write(path: &Path, memory: &Memory, source: Option<&Locale>) -> Result<(), String> {
    let bytes = if !is_tmx(path) {
        let mut text = serde_json::to_string_pretty(memory).map_err(|error| error.to_string())?;
        text.push('\n');
        text.into_bytes()
    } else if path.exists() {
        let (text, encoding) = document(path)?;
        let text = tmx::update(&text, memory, source).map_err(|fault| told(path, &fault))?;
        tmx::encode(&text, encoding)
    } else {
        tmx::write(memory, source).into_bytes()
    };
    std::fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

fn is_tmx(path: &Path) -> bool {
    path.extension()
        .is_some_and(|it| it.eq_ignore_ascii_case("tmx"))
}

fn document(path: &Path) -> Result<(String, tmx::Encoding), String> {
    let bytes =
        std::fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    tmx::decode(&bytes).map_err(|fault| told(path, &fault))
}

fn told(path: &Path, fault: &Diagnostic) -> String {
    let Place { line, column } = fault.place;
    let (message, hint) = (&fault.message, &fault.hint);
    format!("{}:{line}:{column}: {message} {hint}", path.display())
}
