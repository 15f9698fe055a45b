//! The beginning of a long text.

use super::protocol::Excerpt;

/// What a page takes in and colours without missing a frame, and more than a person reads.
const SHOWN_BYTES: usize = 128 * 1024;
/// How much of that may be given up to end with a whole line.
const LINE_BYTES: usize = 16 * 1024;

/// What is shown of a text.
pub(super) fn excerpt(text: &str) -> Excerpt {
    Excerpt {
        text: beginning(text).to_owned(),
        bytes: text.len() as u64,
        lines: u32::try_from(text.lines().count()).unwrap_or(u32::MAX),
    }
}

fn beginning(text: &str) -> &str {
    if text.len() <= SHOWN_BYTES {
        return text;
    }
    let most = clipped(text, SHOWN_BYTES);
    match most.rfind('\n') {
        Some(end) if most.len() - end <= LINE_BYTES => text.get(..=end).unwrap_or(most),
        _ => most,
    }
}

/// A text's beginning of at most so many bytes, whole characters.
pub(super) fn clipped(text: &str, bytes: usize) -> &str {
    let end = text.floor_char_boundary(bytes);
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_text_is_shown_whole() {
        let shown = excerpt("one\ntwo\n");
        assert!(shown.is_whole());
        assert_eq!((shown.text.as_str(), shown.lines), ("one\ntwo\n", 2));
    }

    #[test]
    fn a_long_text_is_cut_after_a_line() {
        let text = "0123456789\n".repeat(20_000);
        let shown = excerpt(&text);
        assert!(!shown.is_whole());
        assert_eq!((shown.bytes, shown.lines), (220_000, 20_000));
        assert!(shown.text.ends_with('\n') && text.starts_with(&shown.text));
        assert!(shown.text.len() > SHOWN_BYTES - LINE_BYTES);
    }

    #[test]
    fn a_long_line_is_cut_between_characters() {
        let text = "é".repeat(SHOWN_BYTES);
        let shown = excerpt(&format!("x{text}"));
        assert!(shown.text.len() >= SHOWN_BYTES - 1);
    }
}
