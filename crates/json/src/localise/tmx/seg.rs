//! Characters of texts: those that XML does not allow have a tag in place of them.

use std::fmt::Write as _;

use super::CHARACTER;

/// Appends a text as the content of a `seg`.
pub(super) fn write(text: &str, out: &mut String) {
    let mut tags = 0;
    for c in text.chars() {
        if is_allowed(c) {
            escape(c, out);
        } else {
            tags += 1;
            let code = u32::from(c);
            // Writing to a string cannot fail.
            let _ = write!(
                out,
                "<ph x=\"{tags}\" type=\"{CHARACTER}\">U+{code:04X}</ph>"
            );
        }
    }
}

/// The character that a tag stands for: of `U+0001`.
pub(super) fn character(content: &str) -> Option<char> {
    let code = content.trim().strip_prefix("U+")?;
    char::from_u32(u32::from_str_radix(code, 16).ok()?)
}

/// Appends a text that is a property or an attribute, where there are no tags: a JSON string.
pub(super) fn property(text: &str, out: &mut String) {
    for c in serde_json::Value::from(text).to_string().chars() {
        if is_allowed(c) {
            escape(c, out);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        }
    }
}

fn escape(c: char, out: &mut String) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        // A reader makes a line feed of it otherwise (XML 1.0 §2.11).
        '\r' => out.push_str("&#13;"),
        c => out.push(c),
    }
}

/// Whether XML 1.0 (§2.2) has this character.
fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
