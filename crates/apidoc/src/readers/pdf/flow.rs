//! Lines into blocks.
//!
//! Sizes make headings, a fixed width makes code, bullets and indentation make lists, white space
//! parts paragraphs. What is measured is the page itself: the size that most characters have is
//! the size of text.

use std::collections::HashMap;

use super::line::{Line, append, joined};
use super::page::Glyph;
use crate::document::{Block, BlockKind, Item, Location, Text};

/// The measures of a document.
#[derive(Debug)]
pub(super) struct Measure {
    body: f32,
    /// Sizes of headings, the largest first.
    headings: Vec<f32>,
}

#[allow(clippy::cast_possible_truncation)]
fn tenths(size: f32) -> i32 {
    (size * 5.0).round() as i32
}

#[allow(clippy::cast_precision_loss)]
fn points(tenths: i32) -> f32 {
    tenths as f32 / 5.0
}

/// The sizes of the glyphs that are not of a fixed width, and how many have each.
#[derive(Debug, Default)]
pub(super) struct Sizes(HashMap<i32, usize>);

impl Sizes {
    /// Those of a page.
    pub(super) fn of(glyphs: &[Glyph]) -> Self {
        let mut sizes = Self::default();
        for glyph in glyphs.iter().filter(|glyph| !glyph.style.mono) {
            *sizes.0.entry(tenths(glyph.size)).or_default() += 1;
        }
        sizes
    }
}

/// Measures all pages.
pub(super) fn measure<'a>(pages: impl Iterator<Item = &'a Sizes>) -> Measure {
    let mut sizes: HashMap<i32, usize> = HashMap::new();
    for (size, count) in pages.flat_map(|page| &page.0) {
        *sizes.entry(*size).or_default() += count;
    }
    let body = sizes
        .iter()
        .max_by_key(|(size, count)| (**count, **size))
        .map_or(10.0, |(size, _)| points(*size));
    let mut headings: Vec<f32> = sizes
        .iter()
        .filter(|(size, count)| points(**size) > body * 1.08 && **count >= 3)
        .map(|(size, _)| points(*size))
        .collect();
    headings.sort_by(|a, b| b.total_cmp(a));
    // Sizes that differ by a hair are one.
    headings.dedup_by(|next, kept| (*kept - *next) < 0.35);
    Measure { body, headings }
}

/// Makes blocks of a page's lines.
pub(super) fn blocks(lines: &[&Line], measure: &Measure, number: u32) -> Vec<Block> {
    let mut groups: Vec<Vec<&Line>> = Vec::new();
    for line in lines {
        let goes_on = groups
            .last()
            .and_then(|group| group.last().map(|last| follows(last, group, line)))
            .unwrap_or(false);
        match groups.last_mut() {
            Some(group) if goes_on => group.push(line),
            _ => groups.push(vec![line]),
        }
    }
    let mut blocks: Vec<Block> = Vec::new();
    // Where the texts of the open list's items stand, outermost first.
    let mut levels: Vec<f32> = Vec::new();
    let mut last_code: Option<&Line> = None;
    for group in groups {
        let Some(first) = group.first() else { continue };
        let location = Location::Page {
            number,
            area: area(&group),
        };
        let is_code = group.iter().all(|line| line.mono) && !first.bullet;
        let heading = (!is_code && group.len() <= 3 && first.size > measure.body * 1.08)
            .then(|| level(first.size, measure))
            .or_else(|| bold_heading(&group, measure));
        if is_code {
            let near = last_code.as_ref().is_some_and(|last| {
                let gap = first.baseline - last.baseline;
                let alike = (first.size - last.size).abs() < 0.3 && first.bold == last.bold;
                gap > 0.0 && gap < first.size * 4.2 && alike
            });
            let text = code(&group, last_code.filter(|_| near));
            let closing = group.last().copied();
            match blocks.last_mut().map(|block| &mut block.kind) {
                Some(BlockKind::Code { text: last, .. }) if near => {
                    let blank = last_code
                        .as_ref()
                        .is_some_and(|last| first.baseline - last.baseline > first.size * 1.9);
                    last.push_str(if blank { "\n\n" } else { "\n" });
                    last.push_str(&text);
                }
                _ => blocks.push(Block {
                    kind: BlockKind::Code {
                        language: None,
                        text,
                    },
                    location,
                }),
            }
            last_code = closing;
            levels.clear();
            continue;
        }
        last_code = None;
        if let Some(level) = heading {
            let text = Text::plain(joined(group.iter().copied()).plain);
            blocks.push(Block {
                kind: BlockKind::Heading {
                    level,
                    text,
                    anchor: None,
                },
                location,
            });
            levels.clear();
            continue;
        }
        let text = joined(group.iter().copied());
        if first.bullet {
            levels.retain(|left| *left < first.left - 3.0);
            let item = Item {
                text,
                children: Vec::new(),
                location: Some(location),
            };
            let depth = levels.len();
            levels.push(first.left);
            if let Some(BlockKind::List(items)) = blocks.last_mut().map(|block| &mut block.kind) {
                nest(items, item, depth, location);
            } else {
                levels = vec![first.left];
                blocks.push(Block {
                    kind: BlockKind::List(vec![item]),
                    location,
                });
            }
            continue;
        }
        // A paragraph under an item's text belongs to the item.
        let belongs = levels.iter().any(|left| (left - first.left).abs() < 3.0) && !first.bold;
        if belongs
            && let Some(BlockKind::List(items)) = blocks.last_mut().map(|block| &mut block.kind)
        {
            if let Some(item) = deepest(items) {
                append(&mut item.text, &text, " ");
            }
            continue;
        }
        levels.clear();
        blocks.push(Block {
            kind: BlockKind::Paragraph(text),
            location,
        });
    }
    blocks
}

/// Whether a line goes on with a group.
fn follows(last: &Line, group: &[&Line], line: &Line) -> bool {
    let gap = line.baseline - last.baseline;
    let size = last.size.min(line.size);
    let same_size = (last.size - line.size).abs() < size * 0.12
        || last.mono != line.mono && (last.size - line.size).abs() < size * 0.35;
    let near = gap > 0.0 && gap < size * 1.75;
    if line.bullet || !near || !same_size {
        return false;
    }
    let all_mono = group.iter().all(|line| line.mono);
    if all_mono && line.mono {
        return true;
    }
    // A label in bold is a line of its own.
    let label = last.bold != line.bold && (last.bold || line.bold) && group.len() == 1;
    (last.left - line.left).abs() < size * 0.6
        && !(label && last.text.plain.trim_end().ends_with(':'))
        && !(all_mono && group.len() == 1 && last.right < line.right - size * 8.0)
}

/// A line in bold alone, no larger than the text: the smallest heading. With a colon it is a label.
fn bold_heading(group: &[&Line], measure: &Measure) -> Option<u8> {
    let [line] = group else { return None };
    let plain = line.text.plain.as_str();
    let set = line.bold && !line.bullet && line.size >= measure.body * 0.85 && !line.mono;
    let titled = plain.starts_with(char::is_alphanumeric)
        && !plain.trim_end().ends_with([':', '.', ',', ';'])
        && plain.chars().count() < 90;
    (set && titled).then(|| u8::try_from(measure.headings.len() + 1).unwrap_or(6).min(6))
}

fn level(size: f32, measure: &Measure) -> u8 {
    let rank = measure
        .headings
        .iter()
        .position(|heading| size >= *heading - 0.35)
        .unwrap_or(5);
    u8::try_from(rank + 1).unwrap_or(6).min(6)
}

fn area(group: &[&Line]) -> [f32; 4] {
    let mut area = [f32::MAX, f32::MAX, 0.0, 0.0];
    for line in group {
        area[0] = area[0].min(line.left);
        area[1] = area[1].min(line.baseline - line.size);
        area[2] = f32::max(area[2], line.right);
        area[3] = f32::max(area[3], line.baseline + line.size * 0.25);
    }
    area
}

fn nest(items: &mut Vec<Item>, item: Item, depth: usize, location: Location) {
    if depth > 0
        && let Some(parent) = items.last_mut()
    {
        if let Some(Block {
            kind: BlockKind::List(inner),
            ..
        }) = parent.children.last_mut()
        {
            nest(inner, item, depth - 1, location);
        } else {
            parent.children.push(Block {
                kind: BlockKind::List(vec![item]),
                location,
            });
        }
    } else {
        items.push(item);
    }
}

fn deepest(items: &mut [Item]) -> Option<&mut Item> {
    let last = items.last_mut()?;
    if matches!(last.children.last(), Some(Block { kind: BlockKind::List(inner), .. }) if !inner.is_empty())
    {
        if let Some(Block {
            kind: BlockKind::List(inner),
            ..
        }) = last.children.last_mut()
        {
            return deepest(inner);
        }
        return None;
    }
    Some(last)
}

/// Lines of code with their indentation, counted in characters.
fn code(group: &[&Line], before: Option<&Line>) -> String {
    let left = group
        .iter()
        .copied()
        .chain(before)
        .map(|line| line.left)
        .fold(f32::MAX, f32::min);
    let mut out = String::new();
    for line in group {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let indent = (((line.left - left) / line.advance).round().max(0.0) as usize).min(200);
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&" ".repeat(indent));
        out.push_str(&line.text.plain);
    }
    out
}
