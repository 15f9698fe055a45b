//! Participants of a sequence diagram whose names the grammar does not take: with a colon, an `@`,
//! brackets or the like, or a word that begins a block.
//!
//! ```text
//! participant localhost:80          participant localhost_80 as localhost:80
//! A->>localhost:80: GET             A->>localhost_80: GET
//! participant A: Web server         participant A as Web server
//! participant A, B                  participant A
//!                                   participant B
//! ```

use super::{Change, Family, Mend, Mended, ParseError, identifier};
use crate::text::{header_line, indentation};

pub(super) struct SequenceNames;

const DECLARATIONS: [&str; 4] = [
    "create participant ",
    "create actor ",
    "participant ",
    "actor ",
];

/// Statements about one participant.
const ABOUT: [&str; 3] = ["activate ", "deactivate ", "destroy "];

const NOTES: [&str; 3] = ["note over ", "note left of ", "note right of "];

const ARROWS: [&str; 10] = [
    "<<-->>", "<<->>", "-->>", "->>", "--x", "-x", "--)", "-)", "-->", "->",
];

/// Words that begin or part a block. `end` has a mend of its own.
const RESERVED: [&str; 14] = [
    "loop",
    "alt",
    "else",
    "opt",
    "par",
    "and",
    "critical",
    "option",
    "break",
    "rect",
    "box",
    "note",
    "activate",
    "deactivate",
];

impl Mend for SequenceNames {
    fn code(&self) -> &'static str {
        "participant-name"
    }

    fn mend(&self, text: &str, family: Family, _: &ParseError) -> Option<Mended> {
        if family != Family::Sequence {
            return None;
        }
        let header = header_line(&text.lines().collect::<Vec<_>>())?;
        let mut names = Names::default();
        names.declared(text);
        let mut output = String::with_capacity(text.len() + 64);
        let mut changes = Vec::new();
        for (number, whole) in text.split_inclusive('\n').enumerate() {
            let line = whole.trim_end_matches(['\n', '\r']);
            let end = whole.get(line.len()..).unwrap_or("");
            let is_comment = line.trim_start().starts_with("%%");
            let new = if number <= header || is_comment {
                None
            } else {
                names.line(line)
            };
            let Some(new) = new else {
                output.push_str(whole);
                continue;
            };
            output.push_str(&new);
            output.push_str(end);
            let shown = new.lines().map(str::trim).collect::<Vec<_>>().join("; ");
            changes.push(Change {
                code: self.code(),
                line: u32::try_from(number + 1).unwrap_or(u32::MAX),
                message: format!("`{}` → `{shown}`", line.trim()),
            });
        }
        (!changes.is_empty()).then_some(Mended {
            text: output,
            changes,
        })
    }
}

/// The participants as far as they are known.
#[derive(Default)]
struct Names {
    /// Every name that was declared or mentioned.
    known: Vec<String>,
    /// Names that the grammar does not take, and the ids that stand for them.
    ids: Vec<(String, String)>,
    /// How many of `ids` were declared.
    declared: usize,
}

impl Names {
    /// Gives an id to each declared name that needs one.
    fn declared(&mut self, text: &str) {
        for line in text.lines() {
            if let Some((_, rest)) = declaration(line) {
                let (name, _) = alias(rest);
                // `A: Web Server` is a name and an alias, and `A, B` are two names.
                if !is_alias(name) && !name.contains(',') && is_illegal(name) {
                    self.id(name);
                }
                self.know(name);
            }
        }
        self.declared = self.ids.len();
    }

    fn know(&mut self, name: &str) {
        if !self.is_known(name) {
            self.known.push(name.to_owned());
        }
    }

    fn is_known(&self, name: &str) -> bool {
        self.known.iter().any(|known| known == name)
    }

    /// The id that stands for a name.
    fn id(&mut self, name: &str) -> String {
        if let Some((_, id)) = self.ids.iter().find(|(known, _)| known == name) {
            return id.clone();
        }
        let mut id = identifier(name);
        if is_illegal(&id) {
            id.push('_');
        }
        while self.is_known(&id) || self.ids.iter().any(|(_, other)| *other == id) {
            id.push('_');
        }
        self.ids.push((name.to_owned(), id.clone()));
        id
    }

    /// The line as it should be; none if nothing is wrong with it.
    fn line(&mut self, line: &str) -> Option<String> {
        let indent = indentation(line);
        let words = line.trim();
        if let Some((keyword, rest)) = declaration(line) {
            return declared(keyword, rest, indent, self);
        }
        for keyword in ABOUT {
            if let Some(name) = words.strip_prefix(keyword) {
                let name = name.trim();
                let (_, id) = self.ids.iter().find(|(known, _)| known == name)?;
                return Some(format!("{indent}{keyword}{id}"));
            }
        }
        let lower = words.to_ascii_lowercase();
        if let Some(keyword) = NOTES.iter().find(|keyword| lower.starts_with(**keyword)) {
            let (keyword, rest) = words.split_at_checked(keyword.len())?;
            return self.note(keyword, rest, indent);
        }
        self.message(words, indent)
    }

    /// The name that a text begins with, and what follows: one that has an id, else all that stands
    /// before one of `ends`.
    fn first<'a>(&self, text: &'a str, ends: &[&str]) -> Option<(&'a str, &'a str)> {
        let known = self.ids.iter().filter_map(|(name, _)| {
            let rest = text.strip_prefix(name.as_str())?;
            let is_whole = ends.iter().any(|end| rest.trim_start().starts_with(end));
            is_whole.then(|| (text.get(..name.len()).unwrap_or(""), rest))
        });
        let longest = known.max_by_key(|(name, _)| name.len());
        longest.or_else(|| {
            let at = ends.iter().filter_map(|end| text.find(end)).min()?;
            text.split_at_checked(at)
        })
    }

    fn note(&mut self, keyword: &str, rest: &str, indent: &str) -> Option<String> {
        let (mut rest, mut ids, mut is_changed) = (rest.trim_start(), Vec::new(), false);
        loop {
            let (name, after) = self.first(rest, &[",", ":"])?;
            let known = self.ids.iter().find(|(known, _)| known == name.trim());
            is_changed |= known.is_some();
            ids.push(known.map_or(name.trim(), |(_, id)| id).to_owned());
            let Some(next) = after.trim_start().strip_prefix(',') else {
                let text = after.trim_start();
                return is_changed.then(|| format!("{indent}{keyword}{}{text}", ids.join(",")));
            };
            rest = next.trim_start();
        }
    }

    fn message(&mut self, words: &str, indent: &str) -> Option<String> {
        let (from, rest) = self.first(words, &ARROWS)?;
        let rest = rest.trim_start();
        let arrow = ARROWS.iter().find(|arrow| rest.starts_with(**arrow))?;
        let rest = rest.strip_prefix(arrow)?;
        let mark = rest.get(..rest.len() - rest.trim_start_matches(['+', '-']).len())?;
        let (to, text) = self.first(rest.get(mark.len()..)?.trim_start(), &[":"])?;
        let (from, to) = (from.trim(), to.trim());
        // Words of a block, or a name that is missing, are another mistake.
        if from.is_empty() || to.is_empty() || to.contains("->") {
            return None;
        }
        let before = self.ids.len();
        let mut declarations = String::new();
        let mut ids = [String::new(), String::new()];
        for (id, name) in ids.iter_mut().zip([from, to]) {
            let has_id = self.ids.iter().any(|(known, _)| known == name);
            *id = if has_id || is_illegal(name) {
                self.id(name)
            } else {
                name.to_owned()
            };
        }
        for ((name, id), at) in self.ids.iter().zip(0..) {
            if at >= before {
                // Whoever sends comes first, as before.
                if declarations.is_empty() && id != &ids[0] && !self.is_known(from) {
                    declarations = format!("{indent}participant {}\n", ids[0]);
                }
                declarations.extend([indent, "participant ", id, " as ", name, "\n"]);
            }
        }
        let is_changed = ids[0] != from || ids[1] != to;
        self.know(from);
        self.know(to);
        is_changed.then(|| {
            format!(
                "{declarations}{indent}{}{arrow}{mark}{}{text}",
                ids[0], ids[1]
            )
        })
    }
}

/// A declaration as it should be.
fn declared(keyword: &str, rest: &str, indent: &str, names: &mut Names) -> Option<String> {
    let (name, shown) = alias(rest);
    if shown.is_none() && is_alias(name) {
        let (name, shown) = name.split_once(':')?;
        return Some(format!(
            "{indent}{keyword}{} as {}",
            name.trim(),
            shown.trim()
        ));
    }
    if shown.is_none() && name.contains(',') {
        let each = name
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        let lines: Vec<String> = each
            .map(|name| format!("{indent}{keyword}{name}"))
            .collect();
        return Some(lines.join("\n"));
    }
    let has_id = names.ids.iter().any(|(known, _)| known == name);
    has_id.then(|| {
        let id = names.id(name);
        format!("{indent}{keyword}{id} as {}", shown.unwrap_or(name))
    })
}

/// The keyword of a line that declares a participant, and the rest of it.
fn declaration(line: &str) -> Option<(&'static str, &str)> {
    let words = line.trim();
    let keyword = DECLARATIONS
        .iter()
        .find(|keyword| words.starts_with(**keyword))?;
    Some((keyword, words.strip_prefix(keyword)?.trim()))
}

/// A name, and what is shown for it if that is said.
fn alias(rest: &str) -> (&str, Option<&str>) {
    match rest.split_once(" as ") {
        Some((name, shown)) => (name.trim(), Some(shown.trim())),
        None => (rest, None),
    }
}

/// Whether this is a name and what is shown for it, with a colon between them.
fn is_alias(name: &str) -> bool {
    name.split_once(": ")
        .is_some_and(|(name, _)| !name.trim().is_empty() && !is_illegal(name.trim()))
}

fn is_illegal(name: &str) -> bool {
    name.contains([':', ',', '@', '<', '>', '+', '(', ')'])
        || name.contains("->")
        || RESERVED.iter().any(|word| name.eq_ignore_ascii_case(word))
}
