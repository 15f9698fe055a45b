//! Glyphs into lines, lines into blocks.
//!
//! Sizes make headings, a fixed width makes code, bullets and indentation make lists, white space
//! parts paragraphs. What is measured is the page itself: the size that most characters have is
//! the size of text.

use std::collections::HashMap;

use super::page::{Glyph, Page, Style};
use crate::document::{Block, BlockKind, Item, Location, Mark, MarkKind, Text};

/// A run of glyphs on one baseline without a wide gap.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) baseline: f32,
    left: f32,
    right: f32,
    size: f32,
    glyphs: Vec<Glyph>,
    bullet: bool,
}

impl Line {
    /// Its characters.
    pub(super) fn plain(&self) -> String {
        styled(std::slice::from_ref(self), " ").plain
    }

    fn mono(&self) -> bool {
        self.glyphs
            .iter()
            .all(|glyph| glyph.style.mono || glyph.text.trim().is_empty())
    }

    pub(super) fn bold(&self) -> bool {
        self.glyphs
            .iter()
            .all(|glyph| glyph.style.bold || glyph.text.trim().is_empty())
    }
}

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

/// Measures all pages.
pub(super) fn measure(pages: &[Page]) -> Measure {
    let mut sizes: HashMap<i32, usize> = HashMap::new();
    for glyph in pages
        .iter()
        .flat_map(|page| &page.glyphs)
        .filter(|glyph| !glyph.style.mono)
    {
        *sizes.entry(tenths(glyph.size)).or_default() += 1;
    }
    let body = sizes
        .iter()
        .max_by_key(|(_, count)| **count)
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

/// Groups glyphs into lines, from the top, parted at gaps that only columns have.
pub(super) fn lines(mut glyphs: Vec<Glyph>, bullets: &[[f32; 2]]) -> Vec<Line> {
    glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row)
                if row.first().is_some_and(|first| {
                    (glyph.baseline - first.baseline).abs() < first.size.min(glyph.size) * 0.35
                }) =>
            {
                row.push(glyph);
            }
            _ => rows.push(vec![glyph]),
        }
    }
    let mut lines = Vec::new();
    for mut row in rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        let mut part: Vec<Glyph> = Vec::new();
        for glyph in row {
            let wide = part.last().is_some_and(|last| {
                let gap = glyph.left - last.right;
                let mono = last.style.mono && glyph.style.mono;
                gap > last.size * if mono { 12.0 } else { 1.6 }
            });
            if wide {
                push_line(&mut lines, std::mem::take(&mut part), bullets);
            }
            part.push(glyph);
        }
        push_line(&mut lines, part, bullets);
    }
    lines
}

fn push_line(lines: &mut Vec<Line>, glyphs: Vec<Glyph>, bullets: &[[f32; 2]]) {
    let start = glyphs
        .iter()
        .position(|glyph| !glyph.text.trim().is_empty());
    let Some(start) = start else { return };
    let mut glyphs = glyphs;
    glyphs.drain(..start);
    let marked = glyphs.len() > 1
        && glyphs.first().is_some_and(|glyph| {
            matches!(
                glyph.text.trim(),
                "•" | "◦" | "▪" | "●" | "○" | "■" | "‣" | "\u{f0b7}"
            )
        });
    if marked {
        glyphs.remove(0);
        while glyphs
            .first()
            .is_some_and(|glyph| glyph.text.trim().is_empty())
        {
            glyphs.remove(0);
        }
    }
    let (Some(first), Some(last)) = (glyphs.first(), glyphs.last()) else {
        return;
    };
    let (left, right, baseline) = (first.left, last.right, first.baseline);
    let size = glyphs.iter().map(|glyph| glyph.size).fold(0.0, f32::max);
    let drawn = bullets.iter().any(|[x, y]| {
        *x < left && left - x < size * 2.2 && *y < baseline && baseline - y < size * 0.75
    });
    lines.push(Line {
        baseline,
        left,
        right,
        size,
        glyphs,
        bullet: marked || drawn,
    });
}

/// Makes blocks of a page's lines.
pub(super) fn blocks(lines: Vec<Line>, measure: &Measure, number: u32) -> Vec<Block> {
    let mut groups: Vec<Vec<Line>> = Vec::new();
    for line in lines {
        let goes_on = groups
            .last()
            .and_then(|group| group.last().map(|last| follows(last, group, &line)))
            .unwrap_or(false);
        match groups.last_mut() {
            Some(group) if goes_on => group.push(line),
            _ => groups.push(vec![line]),
        }
    }
    let mut blocks: Vec<Block> = Vec::new();
    // Where the texts of the open list's items stand, outermost first.
    let mut levels: Vec<f32> = Vec::new();
    let mut last_code: Option<Line> = None;
    for group in groups {
        let Some(first) = group.first() else { continue };
        let location = Location::Page {
            number,
            area: area(&group),
        };
        let is_code = group.iter().all(Line::mono) && !first.bullet;
        let heading = (!is_code && group.len() <= 3 && first.size > measure.body * 1.08)
            .then(|| level(first.size, measure))
            .or_else(|| bold_heading(&group, measure));
        if is_code {
            let near = last_code.as_ref().is_some_and(|last| {
                let gap = first.baseline - last.baseline;
                let alike = (first.size - last.size).abs() < 0.3 && first.bold() == last.bold();
                gap > 0.0 && gap < first.size * 4.2 && alike
            });
            let text = code(&group, last_code.as_ref().filter(|_| near));
            let closing = group.last().cloned();
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
            let text = Text::plain(styled(&group, " ").plain);
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
        let text = styled(&group, " ");
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
        let belongs = levels.iter().any(|left| (left - first.left).abs() < 3.0) && !first.bold();
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
fn follows(last: &Line, group: &[Line], line: &Line) -> bool {
    let gap = line.baseline - last.baseline;
    let size = last.size.min(line.size);
    let same_size = (last.size - line.size).abs() < size * 0.12
        || last.mono() != line.mono() && (last.size - line.size).abs() < size * 0.35;
    let near = gap > 0.0 && gap < size * 1.75;
    if line.bullet || !near || !same_size {
        return false;
    }
    let all_mono = group.iter().all(Line::mono);
    if all_mono && line.mono() {
        return true;
    }
    // A label in bold is a line of its own.
    let label = last.bold() != line.bold() && (last.bold() || line.bold()) && group.len() == 1;
    (last.left - line.left).abs() < size * 0.6
        && !(label && last.plain().trim_end().ends_with(':'))
        && !(all_mono && group.len() == 1 && last.right < line.right - size * 8.0)
}

/// A line in bold alone, no larger than the text: the smallest heading. With a colon it is a label.
fn bold_heading(group: &[Line], measure: &Measure) -> Option<u8> {
    let [line] = group else { return None };
    let plain = line.plain();
    let set = line.bold() && !line.bullet && line.size >= measure.body * 0.85 && !line.mono();
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

fn area(group: &[Line]) -> [f32; 4] {
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
fn code(group: &[Line], before: Option<&Line>) -> String {
    let left = group
        .iter()
        .chain(before)
        .map(|line| line.left)
        .fold(f32::MAX, f32::min);
    let mut out = String::new();
    for line in group {
        let width = line
            .glyphs
            .iter()
            .map(|glyph| glyph.right - glyph.left)
            .find(|width| *width > 0.5)
            .unwrap_or(line.size * 0.6);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let indent = (((line.left - left) / width).round().max(0.0) as usize).min(200);
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(&" ".repeat(indent));
        out.push_str(styled(std::slice::from_ref(line), " ").plain.as_str());
    }
    out
}

/// The text of a cell: lines joined, with a break where a line ends well before the cell does.
pub(super) fn cell(glyphs: Vec<Glyph>) -> Text {
    let lines = lines(glyphs, &[]);
    styled(&lines, " ")
}

/// Adds `next` to `text` with what parts them.
pub(super) fn append(text: &mut Text, next: &Text, parting: &str) {
    text.plain.push_str(parting);
    let shift = text.plain.len();
    text.plain.push_str(&next.plain);
    text.marks.extend(next.marks.iter().map(|mark| Mark {
        start: mark.start + shift,
        end: mark.end + shift,
        kind: mark.kind.clone(),
    }));
}

/// The text of lines with their styles as marks. A gap that no font leaves within a word is a
/// space.
fn styled(lines: &[Line], parting: &str) -> Text {
    let mut text = Text::default();
    let mut open: Option<(usize, Style)> = None;
    let close = |text: &mut Text, open: &mut Option<(usize, Style)>| {
        let Some((start, style)) = open.take() else {
            return;
        };
        let end = text.plain.trim_end().len();
        if end <= start {
            return;
        }
        for (set, kind) in [
            (style.bold, MarkKind::Strong),
            (style.mono, MarkKind::Code),
            (style.italic, MarkKind::Emphasis),
        ] {
            if set {
                text.marks.push(Mark { start, end, kind });
            }
        }
    };
    for (index, line) in lines.iter().enumerate() {
        if index > 0 {
            // A word broken at the line's end is one word if it is set in one fixed-width run.
            if !text.plain.ends_with(' ') {
                text.plain.push_str(parting);
            }
        }
        let mut last: Option<&Glyph> = None;
        for glyph in &line.glyphs {
            let gap = last.map_or(0.0, |last| glyph.left - last.right);
            let parted = gap > glyph.size * 0.16;
            if parted && !text.plain.ends_with(' ') && !glyph.text.starts_with(' ') {
                text.plain.push(' ');
            }
            let blank = glyph.text.trim().is_empty();
            if !blank && open.is_none_or(|(_, style)| style != glyph.style) {
                close(&mut text, &mut open);
                if glyph.style != Style::default() {
                    open = Some((text.plain.len(), glyph.style));
                }
            }
            if blank {
                // Code keeps its runs of spaces.
                let apart = !text.plain.ends_with(' ') && !text.plain.is_empty();
                if apart || (line.mono() && last.is_some()) {
                    text.plain.push(' ');
                }
            } else {
                text.plain.push_str(&glyph.text);
            }
            last = Some(glyph);
        }
    }
    close(&mut text, &mut open);
    let length = text.plain.trim_end().len();
    text.plain.truncate(length);
    text.marks.retain(|mark| mark.start < length);
    text.marks
        .sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
    text
}
