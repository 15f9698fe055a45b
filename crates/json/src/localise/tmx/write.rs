//! Writing a memory.

use std::fmt::Write as _;

use ichiban_tool::Diagnostic;

use super::{CONTEXT, GLOSSARY, MADE, TOOL, read, seg};
use crate::localise::memory::{Entry, Made, UNKNOWN_CONTEXT};
use crate::localise::{Locale, Memory};

/// A memory as a TMX document. `source` is the language of the source texts, if it is known.
/// Equal memories give equal documents.
pub fn write(memory: &Memory, source: Option<&Locale>) -> String {
    let source = source.map_or("und", Locale::as_str);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <tmx version=\"1.4\">\n  \
         <header creationtool=\"{TOOL}\" creationtoolversion=\"{}\" segtype=\"block\" \
         o-tmf=\"{TOOL}\" adminlang=\"en\" srclang=\"{source}\" datatype=\"plaintext\">\n",
        env!("CARGO_PKG_VERSION")
    );
    for made in memory.made() {
        out.push_str("    ");
        property_made(&made, &mut out);
        out.push('\n');
    }
    out.push_str("  </header>\n  <body>\n");
    units(&memory.entries(), source, "", &mut out);
    out.push_str("  </body>\n</tmx>\n");
    out
}

/// A TMX document with what a memory knows beyond it. One that this program wrote is written anew;
/// one that another program wrote keeps every byte, and new units come after its last one.
///
/// # Errors
/// As [`read()`].
pub fn update(
    document: &str,
    memory: &Memory,
    source: Option<&Locale>,
) -> Result<String, Diagnostic> {
    let known = read(document, source)?;
    let own = known.tool.as_deref() == Some(TOOL);
    let (Some(header), Some(end), false) = (&known.header_end, known.body_end, own) else {
        return Ok(write(memory, source));
    };
    // The line of the end tag keeps its margin.
    let margin = |c| c == ' ' || c == '\t';
    let before = document.get(..end).unwrap_or_default();
    let end = before.trim_end_matches(margin).len();
    let entries: Vec<_> = memory
        .entries()
        .into_iter()
        .filter(|it| known.memory.get(&it.key) != Some(&it.target))
        .collect();
    let before = known.memory.made();
    let mut properties = String::new();
    for made in memory.made().iter().filter(|it| !before.contains(it)) {
        property_made(made, &mut properties);
        properties.push('\n');
    }
    let mut added = String::new();
    let language = source.map_or("und", Locale::as_str);
    units(&entries, language, UNKNOWN_CONTEXT, &mut added);
    let mut out = document.get(..header.start).unwrap_or_default().to_owned();
    let tag = document.get(header.clone()).unwrap_or_default();
    // An empty tag has to be opened for what goes into it.
    match tag {
        _ if properties.is_empty() => out.push_str(tag),
        "/>" => {
            let _ = write!(out, ">\n{properties}</header>");
        }
        tag => {
            let _ = write!(out, "{tag}\n{properties}");
        }
    }
    out.push_str(document.get(header.end..end).unwrap_or_default());
    out.push_str(&added);
    out.push_str(document.get(end..).unwrap_or_default());
    Ok(out)
}

/// Appends entries as units: one for each source text and what else a translation depends on.
/// `silent` is the context of a unit that names none.
fn units(entries: &[Entry], source: &str, silent: &str, out: &mut String) {
    let mut sorted: Vec<_> = entries.iter().collect();
    let unit = |it: &Entry| {
        (
            it.key.source.clone(),
            it.key.context.clone(),
            it.key.glossary,
        )
    };
    sorted.sort_by_cached_key(|it| (unit(it), it.key.locale.clone()));
    for group in sorted.chunk_by(|a, b| unit(a) == unit(b)) {
        let Some(first) = group.first() else {
            continue;
        };
        let _ = writeln!(out, "    <tu srclang=\"{source}\">");
        if first.key.context != silent {
            let _ = write!(out, "      <prop type=\"{CONTEXT}\">");
            seg::property(&first.key.context, out);
            out.push_str("</prop>\n");
        }
        if first.key.glossary != 0 {
            let _ = writeln!(
                out,
                "      <prop type=\"{GLOSSARY}\">{:016x}</prop>",
                first.key.glossary
            );
        }
        variant(source, &first.key.source, out);
        for entry in group {
            variant(entry.key.locale.as_str(), &entry.target, out);
        }
        out.push_str("    </tu>\n");
    }
}

fn variant(language: &str, text: &str, out: &mut String) {
    let _ = write!(out, "      <tuv xml:lang=\"{language}\"><seg>");
    seg::write(text, out);
    out.push_str("</seg></tuv>\n");
}

/// From which source text a translation in a file was made: locale, name, fingerprints.
fn property_made(made: &Made, out: &mut String) {
    let _ = write!(
        out,
        "<prop type=\"{MADE}\">{} {:016x} {:016x} ",
        made.locale, made.target, made.source
    );
    seg::property(&made.name, out);
    out.push_str("</prop>");
}
