//! String literals in source code.
//!
//! Control characters, and those that are invisible or turn the direction of text, are always
//! escaped: code must read as it runs.

use std::fmt::Write;

/// How a language escapes a character by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Escape {
    /// UTF-16 units: `\u202e`, twice beyond the basic plane (JSON, JavaScript, Java, C#).
    Utf16,
    /// `\u202e`, and eight digits beyond the basic plane: `\U000e0001` (Python, Go).
    LongU,
    /// `\u{202e}` (Rust, Swift).
    Braces,
}

/// `text` in double quotes. `also` are characters to be escaped by a backslash besides the quote
/// and the backslash, such as `$` in Kotlin.
pub(super) fn quote(text: &str, escape: Escape, also: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '"' | '\\' => out.extend(['\\', c]),
            c if also.contains(c) => out.extend(['\\', c]),
            c if is_hidden(c) => number(&mut out, c, escape),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A JSON string.
pub(super) fn json(text: &str) -> String {
    quote(text, Escape::Utf16, "")
}

fn number(out: &mut String, c: char, escape: Escape) {
    let written = match escape {
        Escape::Utf16 => c
            .encode_utf16(&mut [0; 2])
            .iter()
            .try_for_each(|unit| write!(out, "\\u{unit:04x}")),
        Escape::LongU if u32::from(c) > 0xffff => write!(out, "\\U{:08x}", u32::from(c)),
        Escape::LongU => write!(out, "\\u{:04x}", u32::from(c)),
        Escape::Braces => write!(out, "\\u{{{:x}}}", u32::from(c)),
    };
    debug_assert!(written.is_ok(), "writing to a string does not fail");
}

/// Characters that no reader sees for what they are: controls, formats, other spaces than the
/// plain one, private use and what is not assigned.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || (c.is_whitespace() && c != ' ')
        || matches!(c, '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}'
            | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{e000}'..='\u{f8ff}' | '\u{feff}'
            | '\u{fff0}'..='\u{ffff}' | '\u{110bd}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_escaped_in_each_way() {
        let text = "a\"\u{202e}\u{e0001}\n$";
        assert_eq!(
            quote(text, Escape::Utf16, ""),
            r#""a\"\u202e\udb40\udc01\n$""#
        );
        assert_eq!(
            quote(text, Escape::LongU, ""),
            r#""a\"\u202e\U000e0001\n$""#
        );
        assert_eq!(
            quote(text, Escape::Braces, "$"),
            r#""a\"\u{202e}\u{e0001}\n\$""#
        );
    }
}
