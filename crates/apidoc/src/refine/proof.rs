//! Whether a quotation stands in a section, and whether it holds what it should prove.

use super::finding::{Drop, Finding};
use super::plan::Section;
use crate::api::Method;
use crate::extract::{prose_kind, prose_required, route, template};
use crate::schema::Kind;

/// The shortest and the longest quotation, in bytes.
const SHORTEST: usize = 3;
const LONGEST: usize = 2_000;

/// A text with every run of white space as one space, and none at its ends.
pub(super) fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// Proves a finding: what of it the section holds up, or why it does not count.
pub(super) fn prove(section: &Section, finding: Finding) -> Result<Finding, Drop> {
    match finding {
        Finding::Operation {
            method,
            path,
            quote,
        } => {
            let path = template::read(path.trim())
                .filter(|path| path.len() < 300)
                .ok_or(Drop::Malformed)?;
            let quote = found(section, &quote)?;
            if !names_path(&quote, &path) || !names_method(section, &quote, method) {
                return Err(Drop::NotInQuote);
            }
            Ok(Finding::Operation {
                method,
                path,
                quote,
            })
        }
        Finding::Summary { method, path, text } => {
            let text = found(section, &text)?;
            Ok(Finding::Summary { method, path, text })
        }
        Finding::Parameter {
            method,
            path,
            name,
            place,
            required,
            kind,
            quote,
        } => {
            let name = name.trim().to_owned();
            let plain = !name.is_empty()
                && name.len() < 100
                && !name.contains(char::is_whitespace)
                && name.chars().any(char::is_alphanumeric);
            if !plain {
                return Err(Drop::Malformed);
            }
            let quote = found(section, &quote)?;
            if !has_word(&quote, &name) {
                return Err(Drop::NotInQuote);
            }
            // What the quotation does not say of it stays open.
            let required = required.filter(|required| prose_required(&quote) == Some(*required));
            let kind = kind.filter(|kind| says_kind(&quote, *kind));
            Ok(Finding::Parameter {
                method,
                path,
                name,
                place,
                required,
                kind,
                quote,
            })
        }
    }
}

/// The quotation, collapsed, if it stands in the section.
fn found(section: &Section, quote: &str) -> Result<String, Drop> {
    let quote = collapsed(quote);
    if !(SHORTEST..=LONGEST).contains(&quote.len()) {
        return Err(Drop::Malformed);
    }
    // A quotation that begins or ends within a word or a path is of something else.
    let goes_on = |c: char| c.is_alphanumeric() || "/_-{}<>[]".contains(c);
    let whole = |at: usize| {
        let before = section.plain.get(..at).unwrap_or_default();
        let after = section.plain.get(at + quote.len()..).unwrap_or_default();
        let cut_before = before.ends_with(goes_on) && quote.starts_with(goes_on);
        let cut_after = after.starts_with(goes_on) && quote.ends_with(goes_on);
        !cut_before && !cut_after
    };
    if section.plain.match_indices(&quote).any(|(at, _)| whole(at)) {
        Ok(quote)
    } else {
        Err(Drop::QuoteNotFound)
    }
}

/// Whether a path of this shape stands in a text, however its parameters are written there.
fn names_path(text: &str, path: &str) -> bool {
    let wanted = template::shape(path).to_lowercase();
    let starts = text.char_indices().filter(|(at, c)| {
        let before = text
            .get(..*at)
            .and_then(|before| before.chars().next_back());
        let edge = before.is_none_or(|c| {
            !c.is_alphanumeric() && !matches!(c, '/' | '}' | '>' | '-' | '_' | '.')
        });
        edge && (*c == '/' || *c == '{' || *c == '<' || c.is_ascii_alphabetic())
    });
    starts
        .filter_map(|(at, _)| route::path_at(text.get(at..)?))
        .filter_map(|(found, _)| route::parse_target(found))
        .any(|found| template::shape(&found.path).to_lowercase() == wanted)
}

/// Whether the quotation names the method, or else the section does. A method that other routes of
/// the section have proves little, so a quotation that names another one refutes it.
fn names_method(section: &Section, quote: &str, method: Method) -> bool {
    let named: Vec<_> = Method::ALL
        .into_iter()
        .filter(|method| has_word(quote, method.as_str()))
        .collect();
    if named.is_empty() {
        let lower = section.plain.to_lowercase();
        has_word(&lower, &method.as_str().to_lowercase())
    } else {
        named.contains(&method)
    }
}

/// Whether a word stands in a text, not within another one.
fn has_word(text: &str, word: &str) -> bool {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
    text.match_indices(word).any(|(at, _)| {
        edge(text.get(..at).and_then(|before| before.chars().next_back()))
            && edge(
                text.get(at + word.len()..)
                    .and_then(|after| after.chars().next()),
            )
    })
}

fn says_kind(quote: &str, kind: Kind) -> bool {
    let words: &[&str] = match kind {
        Kind::String => &["string", "text", "str"],
        Kind::Integer => &["integer", "int", "number", "int32", "int64", "long"],
        Kind::Number => &["number", "float", "double", "decimal"],
        Kind::Boolean => &["boolean", "bool", "true", "false"],
        Kind::Array => &["array", "list"],
        Kind::Object => &["object", "map", "dictionary", "hash"],
        Kind::Null => &[],
    };
    let lower = quote.to_lowercase();
    words.iter().any(|word| has_word(&lower, word))
        || prose_kind(quote).is_some_and(|schema| schema.kinds == [kind])
}
