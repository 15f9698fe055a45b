//! A job: broken JSON to JSON, with the changes.

use ichiban_json::repair::{self, Repaired};
use ichiban_tool::Place;

use super::excerpt::{clipped, excerpt};
use super::protocol::{Change, Job, Report};

/// The changes that are listed. A person who has read so many wants to see the text.
const MOST_CHANGES: usize = 500;
/// What is told of a text that was removed or inserted, in bytes.
const SNIPPET_BYTES: usize = 80;

/// Repairs a text; the whole output, if there is one, with the report.
pub(super) fn repair(job: Job, text: &str) -> (Report, Option<String>) {
    if text.trim().is_empty() {
        return (Report::Blank { job }, None);
    }
    match repair::repair(text) {
        Ok(Repaired {
            text: repaired,
            changes,
        }) => {
            let report = Report::Repaired {
                job,
                output: excerpt(&repaired),
                changes: listed(text, &repaired, &changes),
                total: u32::try_from(changes.len()).unwrap_or(u32::MAX),
            };
            (report, Some(repaired))
        }
        Err(diagnostic) => (Report::Unrepaired { job, diagnostic }, None),
    }
}

/// The first changes, with their places in both texts.
fn listed(before: &str, after: &str, changes: &[repair::Change]) -> Vec<Change> {
    let mut old = Cursor::new(before);
    let mut new = Cursor::new(after);
    // How far the texts have come apart.
    let (mut removed, mut inserted) = (0, 0);
    changes
        .iter()
        .take(MOST_CHANGES)
        .map(|change| {
            let was = change.offset;
            let is = was.saturating_sub(removed) + inserted;
            removed += change.removed.len();
            inserted += change.inserted.len();
            Change {
                what: change.kind.to_string(),
                before: (old.at(was), old.at(was + change.removed.len())),
                after: (new.at(is), new.at(is + change.inserted.len())),
                removed: snippet(&change.removed),
                inserted: snippet(&change.inserted),
            }
        })
        .collect()
}

fn snippet(text: &str) -> String {
    if text.len() <= SNIPPET_BYTES {
        text.to_owned()
    } else {
        format!("{}…", clipped(text, SNIPPET_BYTES))
    }
}

/// Lines and columns of offsets that come in order.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
    place: Place,
    after_cr: bool,
}

impl<'t> Cursor<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            place: Place::START,
            after_cr: false,
        }
    }

    fn at(&mut self, offset: usize) -> Place {
        for c in self.text.get(self.at..offset).unwrap_or_default().chars() {
            match c {
                '\n' if self.after_cr => {}
                '\n' | '\r' => {
                    self.place.line += 1;
                    self.place.column = 1;
                }
                _ => self.place.column += 1,
            }
            self.after_cr = c == '\r';
        }
        self.at = self.at.max(offset);
        self.place
    }
}
