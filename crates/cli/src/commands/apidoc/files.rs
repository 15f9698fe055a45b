//! Reads the files that a command is given.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use ichiban_apidoc::Source;

/// Nothing could be read, and why was said on standard error.
pub(super) struct Unreadable;

/// Reads files, the files of folders, and ZIP archives; `-` is standard input. What cannot be read
/// is told on standard error; a folder may hold files that are no documentation.
pub(super) fn read(paths: &[PathBuf]) -> Result<Vec<Source>, Unreadable> {
    let mut stderr = io::stderr().lock();
    let mut files = Vec::new();
    let mut failed = false;
    for path in paths {
        if let Err(error) = collect(path, &mut files) {
            let _ = writeln!(stderr, "{}: {error}", path.display());
            failed = true;
        }
    }
    let several = files.len() > 1;
    let mut sources: Vec<Source> = Vec::new();
    for (name, bytes) in files {
        match ichiban_apidoc::open(&name, &bytes) {
            Ok((read, errors)) => {
                sources.extend(read);
                for error in errors {
                    let _ = writeln!(stderr, "{error}");
                }
            }
            Err(error) => {
                let _ = writeln!(stderr, "{error}");
                failed |= !several;
            }
        }
    }
    if sources.is_empty() {
        let _ = writeln!(stderr, "Nothing to read.");
    }
    if sources.is_empty() || failed {
        return Err(Unreadable);
    }
    Ok(sources)
}

/// Reads a file, or the files below a folder in the order of their names.
fn collect(path: &Path, into: &mut Vec<(String, Vec<u8>)>) -> io::Result<()> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        into.push(("stdin".to_owned(), bytes));
        return Ok(());
    }
    if path.is_dir() {
        let mut entries: Vec<_> = fs::read_dir(path)?.collect::<Result<_, _>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            if !entry.file_name().to_string_lossy().starts_with('.') {
                collect(&entry.path(), into)?;
            }
        }
        return Ok(());
    }
    let name = path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    );
    into.push((name, fs::read(path)?));
    Ok(())
}
