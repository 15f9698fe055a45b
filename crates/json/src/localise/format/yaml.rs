//! YAML catalogues, as Rails and Symfony have them: nested mappings of texts.
//!
//! ```yaml
//! en:
//!   # On the start page
//!   greeting: Hello, %{user}
//!   files: { one: "%{count} file", other: "%{count} files" }
//! ```
//!
//! Read are mappings and sequences, as blocks and in brackets, of plain, single-quoted,
//! double-quoted and block (`|`, `>`) scalars, which is what catalogues are made of. Aliases, and
//! scalars with anchors or tags, are kept and not translated. Every byte outside the values stays,
//! comments too.

mod flow;

use std::ops::Range;

use super::{
    Edit, Entry, EntryForm, Fault, Format, LocaleMark, Reading, Sample, Wanted, element_forms,
    form_changes, value_edits,
};
use crate::localise::plural::{Category, Counting};
use crate::localise::{Catalogue, Locale, Segment, Translation};

/// YAML catalogues.
pub(super) struct Yaml;

impl Format for Yaml {
    fn name(&self) -> &'static str {
        "yaml"
    }

    fn label(&self) -> &'static str {
        "YAML"
    }

    fn media_type(&self) -> &'static str {
        "application/yaml"
    }

    fn likeness(&self, sample: &Sample<'_>) -> u8 {
        if sample.has_extension("yml") || sample.has_extension("yaml") {
            100
        } else {
            0
        }
    }

    fn numbers_arguments(&self, _: &Entry, _: bool) -> bool {
        true
    }

    fn layout(&self, _: &str) -> String {
        "YAML".to_owned()
    }

    fn read(&self, text: &str, _: Wanted<'_>) -> Result<Reading, Fault> {
        let Reader {
            mut entries, roots, ..
        } = Reader::read(text);
        forms(&mut entries);
        // Rails has the locale for the only key of the root; it is no part of the texts' keys.
        let locale = match roots.as_slice() {
            [(name, span)] if entries.iter().all(|it| it.path.len() > 1) => name
                .parse::<Locale>()
                .ok()
                .filter(|it| it.english_name() != it.as_str())
                .map(|locale| LocaleMark {
                    locale,
                    span: span.clone(),
                    underscore: name.contains('_'),
                }),
            _ => None,
        };
        if locale.is_some() {
            for entry in &mut entries {
                entry.path.remove(0);
            }
        }
        Ok(Reading {
            entries,
            locale,
            notices: Vec::new(),
        })
    }

    fn edits(
        &self,
        catalogue: &Catalogue,
        locale: &Locale,
        translations: &[Option<&Translation>],
    ) -> Vec<Edit> {
        let source = catalogue.text();
        let flows = Reader::read(source).flows;
        let is_in_flow = |segment: &Segment| flow::holds(&flows, &segment.slot);
        let mut edits = value_edits(catalogue, translations, |segment, text| {
            written(source, &segment.slot, text, is_in_flow(segment))
        });
        edits.extend(
            catalogue
                .reading()
                .locale
                .as_ref()
                .map(|mark| mark.edit(locale)),
        );
        let element = |segment: &Segment, category: Category, text: &str| {
            let head = source.get(segment.key.start..segment.slot.start)?;
            let head = head.replacen("other", category.as_str(), 1);
            let text = written(source, &segment.slot, text, is_in_flow(segment));
            Some(format!("{head}{text}"))
        };
        let (in_flow, in_block): (Vec<_>, Vec<_>) = form_changes(catalogue, locale, translations)
            .into_iter()
            .partition(|change| is_in_flow(change.segment()));
        edits.extend(element_forms(source, &in_block, element));
        edits.extend(flow::member_forms(source, &in_flow, element));
        edits
    }
}

struct Level {
    indent: usize,
    key: String,
    /// Elements of a sequence that were seen at this level.
    items: usize,
}

struct Reader<'a> {
    text: &'a str,
    lines: Vec<Range<usize>>,
    levels: Vec<Level>,
    entries: Vec<Entry>,
    note: Vec<String>,
    roots: Vec<(String, Range<usize>)>,
    /// The collections in brackets that are in no other, in the order of the file.
    flows: Vec<Range<usize>>,
}

fn lines(text: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        lines.push(start..start + line.trim_end_matches(['\n', '\r']).len());
        start += line.len();
    }
    lines
}

impl<'a> Reader<'a> {
    fn read(text: &'a str) -> Self {
        let mut reader = Self {
            text,
            lines: lines(text),
            levels: Vec::new(),
            entries: Vec::new(),
            note: Vec::new(),
            roots: Vec::new(),
            flows: Vec::new(),
        };
        reader.document();
        reader
    }

    fn document(&mut self) {
        let mut at = 0;
        while let Some(line) = self.lines.get(at).cloned() {
            let raw = self.text.get(line.clone()).unwrap_or_default();
            let unmarked = raw.trim_start_matches('\u{feff}');
            let body = unmarked.trim_start_matches(' ');
            let indent = unmarked.len() - body.len();
            at += 1;
            if let Some(comment) = body.strip_prefix('#') {
                self.note.push(comment.trim().to_owned());
                continue;
            }
            if body.trim().is_empty() || body.starts_with("---") || body.starts_with('%') {
                self.note.clear();
                continue;
            }
            at = self.entry(line.end - body.len(), line.end, indent, at);
        }
    }

    /// Reads what stands from `start` on a line; returns the next line to read.
    fn entry(&mut self, start: usize, end: usize, indent: usize, next: usize) -> usize {
        let body = self.text.get(start..end).unwrap_or_default();
        if body.starts_with(['{', '[']) {
            self.levels.retain(|it| it.indent < indent);
            return self.flow(start, next);
        }
        if let Some(item) = body
            .strip_prefix('-')
            .filter(|it| it.is_empty() || it.starts_with(' '))
        {
            while self.levels.last().is_some_and(|it| {
                it.indent > indent || (it.indent == indent && it.key.is_empty() && it.items == 0)
            }) {
                self.levels.pop();
            }
            // A sequence may stand at the indentation of its key.
            let own = matches!(self.levels.last(), Some(it) if it.key.parse::<usize>().is_ok() && it.indent == indent);
            let number = match self.levels.last_mut() {
                Some(level) if own => {
                    level.items += 1;
                    level.items
                }
                _ => 0,
            };
            if own {
                self.levels.pop();
            }
            self.levels.push(Level {
                indent,
                key: number.to_string(),
                items: number,
            });
            let value = item.trim_start();
            let at = end - value.len();
            if value.is_empty() {
                return next;
            }
            if split_key(value).is_some() && !value.starts_with(['"', '\'', '{', '[']) {
                return self.entry(at, end, indent + (at - start), next);
            }
            return self.scalar(start, at, end, indent, next);
        }
        let Some((key, after)) = split_key(body) else {
            self.note.clear();
            return next;
        };
        while self.levels.last().is_some_and(|it| it.indent >= indent) {
            self.levels.pop();
        }
        let name = unquoted(key.trim());
        if self.levels.is_empty() {
            self.roots.push((name.clone(), start..start + key.len()));
        }
        self.levels.push(Level {
            indent,
            key: name,
            items: 0,
        });
        let value = body.get(after..).unwrap_or_default();
        let value = value.trim_start();
        if value.is_empty() || value.starts_with('#') {
            return next;
        }
        self.scalar(start, end - value.len(), end, indent, next)
    }

    /// Reads a scalar that begins at `at`.
    fn scalar(&mut self, key: usize, at: usize, end: usize, indent: usize, next: usize) -> usize {
        let raw = self.text.get(at..end).unwrap_or_default();
        let mut next = next;
        let (slot, text) = match raw.chars().next() {
            Some('&' | '*' | '!' | '@' | '`' | '%') | None => {
                self.note.clear();
                return next;
            }
            Some('{' | '[') => return self.flow(at, next),
            Some(quote @ ('"' | '\'')) => {
                let Some(close) = self.closing(at, quote) else {
                    return next;
                };
                while self.lines.get(next).is_some_and(|it| it.start < close) {
                    next += 1;
                }
                let raw = self.text.get(at..close).unwrap_or_default();
                (at..close, unquoted(raw))
            }
            Some('|' | '>') => {
                let (slot, text, after) = self.block(at, end, indent, next);
                next = after;
                (slot, text)
            }
            Some(_) => {
                let end = raw.find(" #").map_or(end, |comment| at + comment);
                let slot = at..at + self.text.get(at..end).unwrap_or_default().trim_end().len();
                // A plain scalar may go on over lines that are indented deeper.
                let mut last = slot.end;
                while let Some(line) = self.lines.get(next) {
                    let raw = self.text.get(line.clone()).unwrap_or_default();
                    let body = raw.trim_start();
                    let deeper = raw.len() - body.len() > indent;
                    if body.is_empty()
                        || !deeper
                        || body.starts_with('#')
                        || split_key(body).is_some()
                    {
                        break;
                    }
                    last = line.start + raw.trim_end().len();
                    next += 1;
                }
                let slot = slot.start..last;
                let raw = self.text.get(slot.clone()).unwrap_or_default();
                if is_not_text(raw) {
                    self.note.clear();
                    return next;
                }
                let words: Vec<_> = raw.lines().map(str::trim).collect();
                (slot, words.join(" "))
            }
        };
        self.push(key, slot, text);
        next
    }

    /// Takes a text. `key` is where its key begins.
    fn push(&mut self, key: usize, slot: Range<usize>, text: String) {
        let note = std::mem::take(&mut self.note);
        self.entries.push(Entry {
            path: self.levels.iter().map(|it| it.key.clone()).collect(),
            text,
            key: key..slot.end,
            slot,
            note: (!note.is_empty()).then(|| note.join(" ")),
            translatable: true,
            ..Entry::default()
        });
    }

    /// The end of a quoted scalar.
    fn closing(&self, at: usize, quote: char) -> Option<usize> {
        let mut chars = self.text.get(at + 1..)?.char_indices().peekable();
        while let Some((offset, c)) = chars.next() {
            if c == '\\' && quote == '"' {
                chars.next();
            } else if c == quote {
                if quote == '\'' && chars.peek().is_some_and(|(_, c)| *c == '\'') {
                    chars.next();
                } else {
                    return Some(at + 1 + offset + 1);
                }
            }
        }
        None
    }

    /// A block scalar: its bytes from the indicator on, its text, and the line after it.
    fn block(
        &self,
        at: usize,
        end: usize,
        indent: usize,
        next: usize,
    ) -> (Range<usize>, String, usize) {
        let head = self.text.get(at..end).unwrap_or_default();
        let mut lines = Vec::new();
        let mut after = next;
        let mut last = at + head.trim_end().len();
        let mut own = None;
        while let Some(line) = self.lines.get(after) {
            let raw = self.text.get(line.clone()).unwrap_or_default();
            let deep = raw.len() - raw.trim_start().len();
            let blank = raw.trim().is_empty();
            if !blank && deep <= indent {
                break;
            }
            let own = *own.get_or_insert(deep);
            lines.push(if blank {
                ""
            } else {
                raw.get(own..).unwrap_or(raw.trim_start())
            });
            if !blank {
                last = line.end;
            }
            after += 1;
        }
        while lines.last().is_some_and(|it| it.is_empty()) {
            lines.pop();
        }
        let joined = if head.starts_with('>') {
            // Lines are folded; an empty one is a line break.
            lines
                .split(|it| it.is_empty())
                .map(|it| it.join(" "))
                .collect::<Vec<_>>()
                .join("\n")
        } else {
            lines.join("\n")
        };
        let text = if head.contains('-') {
            joined
        } else {
            joined + "\n"
        };
        (at..last, text, after)
    }
}

/// The key of a line of a mapping, and where what follows its colon begins.
fn split_key(line: &str) -> Option<(&str, usize)> {
    let quote = line.chars().next().filter(|c| matches!(c, '"' | '\''));
    let from = match quote {
        None => 0,
        Some(quote) => line.get(1..)?.find(quote)? + 2,
    };
    let rest = line.get(from..)?;
    let colon = rest
        .match_indices(':')
        .find(|(at, _)| {
            rest.get(at + 1..)
                .is_some_and(|it| it.is_empty() || it.starts_with(' '))
        })?
        .0;
    if quote.is_some() && colon > 0 && !rest.get(..colon)?.trim().is_empty() {
        return None;
    }
    let key = line.get(..from + colon)?;
    (!key.trim().is_empty() && !key.contains(" #")).then_some((key, from + colon + 1))
}

/// Numbers, booleans, nulls and symbols are for programs.
fn is_not_text(raw: &str) -> bool {
    matches!(
        raw,
        "true" | "false" | "null" | "~" | "yes" | "no" | "on" | "off" | "True" | "False"
    ) || raw.parse::<f64>().is_ok()
        || (raw.starts_with(':') && !raw.contains(' '))
}

fn unquoted(raw: &str) -> String {
    if let Some(inner) = raw.strip_prefix('\'').and_then(|it| it.strip_suffix('\'')) {
        return folded(&inner.replace("''", "'"));
    }
    let Some(inner) = raw.strip_prefix('"').and_then(|it| it.strip_suffix('"')) else {
        return raw.to_owned();
    };
    let mut out = String::new();
    let folded = folded(inner);
    let mut chars = folded.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let length = match chars.next() {
            Some('n') => {
                out.push('\n');
                0
            }
            Some('t') => {
                out.push('\t');
                0
            }
            Some('r') => {
                out.push('\r');
                0
            }
            Some('_') => {
                out.push('\u{a0}');
                0
            }
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            Some(other) => {
                out.push(other);
                0
            }
            None => 0,
        };
        if length > 0 {
            let digits: String = chars.by_ref().take(length).collect();
            let code = u32::from_str_radix(&digits, 16).ok();
            out.push(code.and_then(char::from_u32).unwrap_or('\u{fffd}'));
        }
    }
    out
}

/// A quoted scalar over several lines is one line; an empty line is a line break.
fn folded(inner: &str) -> String {
    if !inner.contains('\n') {
        return inner.to_owned();
    }
    let mut out = String::new();
    let mut breaks = 0;
    for (at, line) in inner.lines().enumerate() {
        let line = line.trim();
        if at > 0 && line.is_empty() {
            breaks += 1;
            continue;
        }
        if at > 0 {
            out.push_str(if breaks > 0 { "" } else { " " });
            out.push_str(&"\n".repeat(breaks));
        }
        breaks = 0;
        out.push_str(line);
    }
    out
}

/// Marks the texts that are plural forms: those whose mapping has categories for its keys, and
/// `other` among them.
fn forms(entries: &mut [Entry]) {
    let group = |entry: &Entry| {
        let (last, parents) = entry.path.split_last()?;
        Some((parents.join("\u{0}"), Category::from_keyword(last)?))
    };
    let with_other: std::collections::HashSet<String> = entries
        .iter()
        .filter_map(|entry| group(entry).filter(|(_, it)| *it == Category::Other))
        .map(|(group, _)| group)
        .collect();
    for entry in entries {
        if let Some((group, category)) = group(entry)
            && with_other.contains(&group)
        {
            entry.plural = Some(EntryForm {
                group,
                category,
                counting: Counting::Cardinal,
            });
        }
    }
}

/// A text in the style of the scalar it replaces.
fn written(source: &str, slot: &Range<usize>, text: &str, in_flow: bool) -> String {
    let raw = source.get(slot.clone()).unwrap_or_default();
    match raw.chars().next() {
        Some('\'') if !text.contains(['\n', '\t', '\r']) => {
            format!("'{}'", text.replace('\'', "''"))
        }
        Some('|' | '>') if fits_block(raw, text) => block(raw, text),
        Some('|' | '>' | '"' | '\'') => double(text),
        _ if is_plain(text) && !(in_flow && text.contains([',', '[', ']', '{', '}'])) => {
            text.to_owned()
        }
        _ => double(text),
    }
}

/// Whether a text means itself below a block scalar's head: white space at the start of a line
/// would be taken for indentation, and the head says how many line breaks end it.
fn fits_block(raw: &str, text: &str) -> bool {
    let head = raw.lines().next().unwrap_or_default();
    let is_blank = text.lines().all(|line| line.trim().is_empty());
    let is_indented = text
        .lines()
        .any(|line| line.starts_with(char::is_whitespace));
    let ends_otherwise = text.ends_with("\n\n") || (head.contains('-') && text.ends_with('\n'));
    let has_others = text.starts_with('\n') || text.contains(['\r', '\t']);
    !(is_blank || is_indented || ends_otherwise || has_others)
}

/// A block scalar with the head and the indentation of the source's. Folded text is written in
/// one line, since where to break it is the reader's affair.
fn block(raw: &str, text: &str) -> String {
    let mut lines = raw.lines();
    let head = lines.next().unwrap_or("|");
    let indent = lines
        .find(|line| !line.trim().is_empty())
        .map_or("  ", |line| {
            line.get(..line.len() - line.trim_start().len())
                .unwrap_or("  ")
        });
    let mut out = head.to_owned();
    let body = text.strip_suffix('\n').unwrap_or(text);
    for line in body.split('\n') {
        if head.starts_with('>') && out.len() > head.len() {
            out.push('\n');
        }
        out.push('\n');
        if !line.is_empty() {
            out.push_str(indent);
            out.push_str(line);
        }
    }
    out
}

fn double(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether a text means itself without quotation marks (YAML 1.2.2 §7.3.3), in YAML 1.1 too.
fn is_plain(text: &str) -> bool {
    let starts =
        text.starts_with(|c: char| c.is_whitespace() || "-?:,[]{}#&*!|>'\"%@`=~".contains(c));
    !text.is_empty()
        && !starts
        && !text.ends_with(|c: char| c.is_whitespace() || c == ':')
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(['\n', '\t', '\r'])
        && !is_not_text(text)
        && !matches!(
            text.to_lowercase().as_str(),
            "y" | "n" | "yes" | "no" | "on" | "off" | "null" | "true" | "false"
        )
}
