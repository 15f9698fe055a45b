//! History: what a person has worked on, kept so that it can be opened again.
//!
//! Each piece of work is one [`Record`] under a key of its own, so two pages that keep at the same
//! time write beside each other and never over each other. A record is told from the work that
//! follows it by [`goes_on`]: typing changes a record, opening something else begins another. How much
//! is kept is bounded by [`surplus`]; what is pinned is never dropped.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::secret;

/// The most that a record may hold, in bytes of its texts: more is a file that the person has anyway.
pub const LARGEST: usize = 2 * 1024 * 1024;
/// The most records that are kept besides those that are pinned.
pub const MOST: usize = 200;
/// The most bytes that are kept besides what is pinned.
pub const MOST_BYTES: usize = 40 * 1024 * 1024;
/// The longest title, in characters.
const LONGEST_TITLE: usize = 80;
/// What an exported file calls itself.
const FORMAT: &str = "ichiban-history";
/// The version of that file.
const VERSION: u32 = 1;

/// Texts, with the names of the files that they came from.
pub type Work = Vec<(Option<String>, String)>;

/// A piece of work.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// What the list shows.
    #[serde(flatten)]
    pub head: Head,
    /// What was open.
    pub work: Work,
    /// What was chosen, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub options: BTreeMap<String, String>,
}

/// What is shown of a piece of work before it is opened.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The path of its tool.
    pub tool: String,
    /// The name of its file, or its first words.
    pub title: String,
    /// When it was last worked on, in milliseconds since 1970.
    pub at_ms: u64,
    /// The bytes of its texts.
    pub bytes: usize,
    /// Whether the person wants it kept.
    #[serde(default)]
    pub is_pinned: bool,
}

impl Record {
    /// As it is kept: JSON.
    pub fn to_json(&self) -> String {
        // Plain data with texts for keys: it can always be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Record::to_json`] has written. None if it is something else.
    pub fn of_json(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }
}

impl Head {
    /// As it is kept: JSON.
    pub fn to_json(&self) -> String {
        // As for a record.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Head::to_json`] has written. None if it is something else.
    pub fn of_json(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    /// Whether it has all words of what is searched for, in its title or its tool, which people call
    /// `tool_name`.
    pub fn matches(&self, search: &str, tool_name: &str) -> bool {
        let hay = format!("{} {} {tool_name}", self.title, self.tool).to_lowercase();
        search
            .to_lowercase()
            .split_whitespace()
            .all(|word| hay.contains(word))
    }
}

/// How long ago something was, in whole units of the kind that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ago {
    /// Less than a minute.
    Now,
    /// Less than an hour.
    Minutes(u64),
    /// Less than a day.
    Hours(u64),
    /// More.
    Days(u64),
}

/// How long ago that was. None of what is more than a week ago: a date says more.
pub fn ago(at_ms: u64, now_ms: u64) -> Option<Ago> {
    let minutes = now_ms.saturating_sub(at_ms) / 60_000;
    Some(match minutes {
        0 => Ago::Now,
        1..60 => Ago::Minutes(minutes),
        60..1_440 => Ago::Hours(minutes / 60),
        1_440..11_520 => Ago::Days(minutes / 1_440),
        _ => return None,
    })
}

/// Why a piece of work is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unkept {
    /// There is nothing.
    #[error("there is nothing to keep")]
    Empty,
    /// It is larger than [`LARGEST`].
    #[error("it takes more than {LARGEST} bytes")]
    TooLarge,
    /// It holds what looks like a secret, which is kept nowhere but where the person puts it.
    #[error("it holds what looks like a secret ({})", .0.name())]
    Secret(secret::Kind),
}

/// What is kept of a piece of work.
///
/// # Errors
/// If it is empty, too large, or holds what looks like a secret.
pub fn record(
    tool: String,
    work: Work,
    options: BTreeMap<String, String>,
    at_ms: u64,
) -> Result<Record, Unkept> {
    let bytes = work.iter().map(|(_, text)| text.len()).sum();
    if work.iter().all(|(_, text)| text.trim().is_empty()) {
        return Err(Unkept::Empty);
    }
    if bytes > LARGEST {
        return Err(Unkept::TooLarge);
    }
    let texts = work.iter().map(|(_, text)| text).chain(options.values());
    if let Some(secret) = texts.into_iter().find_map(|text| secret::found(text)) {
        return Err(Unkept::Secret(secret));
    }
    let head = Head {
        tool,
        title: title(&work),
        at_ms,
        bytes,
        is_pinned: false,
    };
    Ok(Record {
        head,
        work,
        options,
    })
}

/// The name of the first file, or the first words of the first text.
fn title(work: &Work) -> String {
    let named = work.iter().find_map(|(name, _)| name.clone());
    let first = || {
        let text = work
            .iter()
            .map(|(_, text)| text.trim())
            .find(|it| !it.is_empty());
        text.unwrap_or_default().to_owned()
    };
    let whole = named.unwrap_or_else(first);
    let words = whole.split_whitespace();
    let mut title = String::new();
    for word in words {
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
        if title.len() > 4 * LONGEST_TITLE {
            break;
        }
    }
    match title.char_indices().nth(LONGEST_TITLE) {
        Some((end, _)) => format!("{}…", title.get(..end).unwrap_or_default()),
        None => title,
    }
}

/// Whether `after` is `before` worked on, so that it takes its place: the same files of the same tool,
/// of which at least half of the shorter text is as it was.
pub fn goes_on(before: &Record, after: &Record) -> bool {
    let is_same = before.head.tool == after.head.tool
        && before.work.len() == after.work.len()
        && before.work.iter().zip(&after.work).all(|(a, b)| a.0 == b.0);
    let shared: usize = before
        .work
        .iter()
        .zip(&after.work)
        .map(|(a, b)| shared(&a.1, &b.1))
        .sum();
    is_same && 2 * shared >= before.head.bytes.min(after.head.bytes)
}

/// The bytes that two texts have in common at their beginnings and their ends.
fn shared(a: &str, b: &str) -> usize {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let rest = a.len().min(b.len()) - front;
    let back = a.iter().rev().zip(b.iter().rev());
    front + back.take(rest).take_while(|(x, y)| x == y).count()
}

/// The keys of what is to be dropped: the oldest that are not pinned, beyond [`MOST`] and
/// [`MOST_BYTES`].
pub fn surplus<'a>(heads: impl IntoIterator<Item = (&'a str, &'a Head)>) -> Vec<String> {
    let mut loose: Vec<_> = heads
        .into_iter()
        .filter(|(_, head)| !head.is_pinned)
        .collect();
    loose.sort_by(|a, b| b.1.at_ms.cmp(&a.1.at_ms).then_with(|| b.0.cmp(a.0)));
    let mut bytes = 0;
    let kept = loose.iter().take(MOST).take_while(|(_, head)| {
        bytes += head.bytes;
        bytes <= MOST_BYTES
    });
    let kept = kept.count();
    loose
        .iter()
        .skip(kept)
        .map(|(key, _)| (*key).to_owned())
        .collect()
}

/// Puts heads as a list shows them: what is pinned first, then the newest.
pub fn arrange<K>(heads: &mut [(K, Head)]) {
    heads.sort_by(|(_, a), (_, b)| b.is_pinned.cmp(&a.is_pinned).then(b.at_ms.cmp(&a.at_ms)));
}

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    records: BTreeMap<String, Record>,
}

/// Why a file is not taken in.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportError {
    /// It is not written as one: what its reader says.
    #[error("not a history: {0}")]
    Foreign(String),
    /// It says that it is something else: what it calls itself.
    #[error("not a history: it calls itself `{0}`")]
    Named(String),
    /// A later version wrote it.
    #[error("a history of a later version")]
    Later,
}

/// The records, by their keys, as a file: JSON.
pub fn export(records: BTreeMap<String, Record>) -> String {
    let file = File {
        format: FORMAT.to_owned(),
        version: VERSION,
        records,
    };
    // Plain data with texts for keys: it can always be written.
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

/// The records of a file, by their keys. Those that this page would not keep are left out; how many
/// these are is the second value.
///
/// # Errors
/// If it is not a history, or one of a later version.
pub fn import(text: &str) -> Result<(BTreeMap<String, Record>, usize), ImportError> {
    #[derive(Deserialize)]
    struct Kind {
        format: String,
        version: u32,
    }
    let foreign = |error: serde_json::Error| ImportError::Foreign(error.to_string());
    let kind: Kind = serde_json::from_str(text).map_err(foreign)?;
    if kind.format != FORMAT {
        return Err(ImportError::Named(kind.format));
    }
    if kind.version > VERSION {
        return Err(ImportError::Later);
    }
    let file: File = serde_json::from_str(text).map_err(foreign)?;
    let count = file.records.len();
    let records: BTreeMap<_, _> = file
        .records
        .into_iter()
        .filter_map(|(key, given)| {
            // What a file says of itself is not believed.
            let head = given.head;
            let read = record(head.tool, given.work, given.options, head.at_ms).ok()?;
            let head = Head {
                is_pinned: head.is_pinned,
                ..read.head
            };
            Some((key, Record { head, ..read }))
        })
        .collect();
    let left_out = count - records.len();
    Ok((records, left_out))
}

#[cfg(test)]
mod tests;
