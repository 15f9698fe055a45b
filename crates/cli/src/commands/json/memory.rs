//! A translation memory in a file.

use std::path::Path;

use ichiban_json::localise::Memory;

use super::catalogue;

/// Reads a memory; one that is not there yet is empty.
pub(super) fn read(path: Option<&Path>) -> Result<Memory, String> {
    match path {
        Some(path) if path.exists() => serde_json::from_str(&catalogue::text(path)?)
            .map_err(|error| format!("{} is no translation memory: {error}", path.display())),
        _ => Ok(Memory::default()),
    }
}

/// Writes a memory.
pub(super) fn write(path: &Path, memory: &Memory) -> Result<(), String> {
    let mut text = serde_json::to_string_pretty(memory).map_err(|error| error.to_string())?;
    text.push('\n');
    std::fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}
