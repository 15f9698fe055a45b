//! Line ends and U+0000, made one before anything else looks at the text.

/// Whether the last piece ended in CR, whose LF may come with the next.
#[derive(Debug, Default)]
pub(super) struct Newlines {
    after_carriage_return: bool,
}

impl Newlines {
    /// Appends a piece to the text.
    pub(super) fn push(&mut self, mut piece: &str, text: &mut String) {
        if piece.is_empty() {
            return;
        }
        if self.after_carriage_return {
            text.push('\n');
            piece = piece.strip_prefix('\n').unwrap_or(piece);
            self.after_carriage_return = false;
        }
        let mut rest = piece;
        while let Some(at) = rest.find(['\r', '\0']) {
            let (before, from) = rest.split_at(at);
            text.push_str(before);
            rest = if let Some(after) = from.strip_prefix('\0') {
                text.push('\u{fffd}');
                after
            } else if from == "\r" {
                self.after_carriage_return = true;
                ""
            } else {
                text.push('\n');
                let after = from.strip_prefix('\r').unwrap_or(from);
                after.strip_prefix('\n').unwrap_or(after)
            };
        }
        text.push_str(rest);
    }

    /// The text is whole.
    pub(super) fn finish(&mut self, text: &mut String) {
        if std::mem::take(&mut self.after_carriage_return) {
            text.push('\n');
        }
    }
}
