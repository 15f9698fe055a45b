//! Pages without text: scans, which would have to be recognised first, and blank ones.

use super::sheet::Sheet;
use crate::api::Note;

/// The pages of a PDF that hold no text, from 1.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Missing {
    /// Those on which images are drawn.
    scanned: Vec<u32>,
    /// Those on which nothing is.
    blank: Vec<u32>,
    of: usize,
}

impl Missing {
    pub(super) fn of(pages: &[Sheet]) -> Self {
        let numbers = |images: bool| {
            (1_u32..)
                .zip(pages)
                .filter(|(_, page)| !page.has_text && page.has_images == images)
                .map(|(number, _)| number)
                .collect()
        };
        Self {
            scanned: numbers(true),
            blank: numbers(false),
            of: pages.len(),
        }
    }

    /// Whether no page holds text.
    pub(super) fn is_all(&self) -> bool {
        self.scanned.len() + self.blank.len() == self.of
    }

    /// What to say of a PDF of which no page holds text.
    pub(super) fn refusal(&self) -> String {
        if self.scanned.is_empty() {
            return format!("this PDF holds no text: {} blank", are(&self.blank));
        }
        let scanned = format!(
            "this PDF holds no text: {} images only and would have to be recognised (OCR) first",
            hold(&self.scanned)
        );
        if self.blank.is_empty() {
            scanned
        } else {
            format!("{scanned}; {} blank", are(&self.blank))
        }
    }

    /// What to say of a PDF of which some pages hold none.
    pub(super) fn notes(&self, document: &str) -> Vec<Note> {
        let note = |code: &str, message: String| Note {
            code: code.to_owned(),
            document: document.to_owned(),
            message,
        };
        let mut notes = Vec::new();
        if !self.scanned.is_empty() {
            let pages = hold(&self.scanned);
            notes.push(note(
                "pages-of-images",
                format!("Of {} pages, {pages} images only: what they show is not in the result. Recognise them (OCR) first.", self.of),
            ));
        }
        if !self.blank.is_empty() {
            notes.push(note(
                "pages-without-text",
                format!("Of {} pages, {} blank.", self.of, are(&self.blank)),
            ));
        }
        notes
    }
}

fn hold(pages: &[u32]) -> String {
    let verb = if pages.len() == 1 { "holds" } else { "hold" };
    format!("{} {verb}", named(pages))
}

fn are(pages: &[u32]) -> String {
    let verb = if pages.len() == 1 { "is" } else { "are" };
    format!("{} {verb}", named(pages))
}

/// `page 3`, `pages 1–4, 7 and 9–12`.
fn named(pages: &[u32]) -> String {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for page in pages {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *page => *last = *page,
            _ => runs.push((*page, *page)),
        }
    }
    let runs: Vec<_> = runs
        .iter()
        .map(|(first, last)| match last - first {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first}–{last}"),
        })
        .collect();
    let noun = if pages.len() == 1 { "page" } else { "pages" };
    match runs.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{noun} {} and {last}", rest.join(", "))
        }
        _ => format!("{noun} {}", runs.concat()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_named_in_runs() {
        assert_eq!(named(&[3]), "page 3");
        assert_eq!(named(&[1, 2, 3, 4, 7, 9, 10, 11]), "pages 1–4, 7 and 9–11");
        assert_eq!(named(&[1, 2]), "pages 1, 2");
    }
}
