//! Glyphs into rows, rows into lines: runs of characters without a wide gap, with their styles.

use super::page::{Glyph, Letters, Style};
use crate::document::{Mark, MarkKind, Text};

/// Glyphs that stand on one baseline, from the left.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) baseline: f32,
    pub(super) glyphs: Vec<Glyph>,
}

/// A part of a [`Row`] with white space on both sides, as columns have it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Run {
    pub(super) left: f32,
    pub(super) right: f32,
    /// Of the row's glyphs: the first, and one past the last.
    pub(super) from: usize,
    pub(super) to: usize,
}

impl Row {
    /// The size of its largest glyph.
    pub(super) fn size(&self) -> f32 {
        self.glyphs
            .iter()
            .map(|glyph| glyph.size)
            .fold(0.0, f32::max)
    }

    /// Whether it is set in a fixed width throughout.
    pub(super) fn mono(&self) -> bool {
        is_throughout(&self.glyphs, |style| style.mono)
    }

    /// Whether it is set in bold throughout.
    pub(super) fn bold(&self) -> bool {
        is_throughout(&self.glyphs, |style| style.bold)
    }

    /// Its runs. No space between words is as wide as what parts them.
    pub(super) fn runs(&self) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut last: Option<&Glyph> = None;
        for (at, glyph) in self.glyphs.iter().enumerate() {
            if glyph.is_blank() {
                continue;
            }
            let is_apart = last.is_none_or(|last| {
                let mono = last.style.mono && glyph.style.mono;
                glyph.left - last.right > last.size * if mono { 1.7 } else { 1.1 }
            });
            match runs.last_mut() {
                Some(run) if !is_apart => {
                    run.right = run.right.max(glyph.right);
                    run.to = at + 1;
                }
                _ => runs.push(Run {
                    left: glyph.left,
                    right: glyph.right,
                    from: at,
                    to: at + 1,
                }),
            }
            last = Some(glyph);
        }
        runs
    }

    /// The glyphs of a run.
    pub(super) fn part(&self, run: &Run) -> &[Glyph] {
        self.glyphs.get(run.from..run.to).unwrap_or_default()
    }
}

fn is_throughout(glyphs: &[Glyph], is: impl Fn(Style) -> bool) -> bool {
    glyphs
        .iter()
        .all(|glyph| is(glyph.style) || glyph.is_blank())
}

/// A run of glyphs on one baseline without a wide gap.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) baseline: f32,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) size: f32,
    /// Its characters with their styles.
    pub(super) text: Text,
    /// The width of its first character.
    pub(super) advance: f32,
    pub(super) bullet: bool,
    pub(super) mono: bool,
    pub(super) bold: bool,
}

/// Groups glyphs into rows, from the top.
pub(super) fn rows(mut glyphs: Vec<Glyph>) -> Vec<Row> {
    glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut rows: Vec<Row> = Vec::new();
    let mut size = 0.0;
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row)
                if (glyph.baseline - row.baseline).abs() < f32::min(size, glyph.size) * 0.35 =>
            {
                row.glyphs.push(glyph);
            }
            _ => {
                size = glyph.size;
                rows.push(Row {
                    baseline: glyph.baseline,
                    glyphs: vec![glyph],
                });
            }
        }
    }
    for row in &mut rows {
        row.glyphs.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    rows
}

/// The lines of rows, parted at gaps that only columns have.
pub(super) fn lines(rows: &[Row], bullets: &[[f32; 2]]) -> Vec<Line> {
    let mut lines = Vec::new();
    for row in rows {
        let mut start = 0;
        for (at, pair) in row.glyphs.windows(2).enumerate() {
            let [last, glyph] = pair else { continue };
            let mono = last.style.mono && glyph.style.mono;
            if glyph.left - last.right > last.size * if mono { 12.0 } else { 1.6 } {
                lines.extend(line(
                    row.glyphs.get(start..=at).unwrap_or_default(),
                    bullets,
                ));
                start = at + 1;
            }
        }
        lines.extend(line(row.glyphs.get(start..).unwrap_or_default(), bullets));
    }
    lines
}

fn line(glyphs: &[Glyph], bullets: &[[f32; 2]]) -> Option<Line> {
    let after_blanks = |glyphs: &[Glyph]| glyphs.iter().position(|glyph| !glyph.is_blank());
    let mut glyphs = glyphs.get(after_blanks(glyphs)?..)?;
    let marked = glyphs.len() > 1
        && glyphs
            .first()
            .is_some_and(|glyph| matches!(glyph.text, Letters::One(c) if is_bullet(c)));
    if marked {
        let rest = glyphs.get(1..)?;
        glyphs = rest.get(after_blanks(rest)?..)?;
    }
    let (first, last) = (glyphs.first()?, glyphs.last()?);
    let (left, right, baseline) = (first.left, last.right, first.baseline);
    let size = glyphs.iter().map(|glyph| glyph.size).fold(0.0, f32::max);
    let drawn = bullets.iter().any(|[x, y]| {
        *x < left && left - x < size * 2.2 && *y < baseline && baseline - y < size * 0.75
    });
    Some(Line {
        baseline,
        left,
        right,
        size,
        text: styled(glyphs),
        advance: glyphs
            .iter()
            .map(|glyph| glyph.right - glyph.left)
            .find(|width| *width > 0.5)
            .unwrap_or(size * 0.6),
        bullet: marked || drawn,
        mono: is_throughout(glyphs, |style| style.mono),
        bold: is_throughout(glyphs, |style| style.bold),
    })
}

/// Characters that open an entry of a list.
pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '◦' | '▪' | '●' | '○' | '■' | '‣')
}

/// The text of glyphs on one line, with their styles as marks. A gap that no font leaves within a
/// word is a space.
fn styled(glyphs: &[Glyph]) -> Text {
    let mono = is_throughout(glyphs, |style| style.mono);
    let mut text = Text::default();
    let mut open: Option<(usize, Style)> = None;
    let mut last: Option<&Glyph> = None;
    for glyph in glyphs {
        let gap = last.map_or(0.0, |last| glyph.left - last.right);
        let parted = gap > glyph.size * 0.16;
        if parted && !text.plain.ends_with(' ') && !glyph.text.opens_with_space() {
            text.plain.push(' ');
        }
        let blank = glyph.is_blank();
        if !blank && open.is_none_or(|(_, style)| style != glyph.style) {
            close(&mut text, &mut open);
            if glyph.style != Style::default() {
                open = Some((text.plain.len(), glyph.style));
            }
        }
        if blank {
            // Code keeps its runs of spaces.
            let apart = !text.plain.ends_with(' ') && !text.plain.is_empty();
            if apart || (mono && last.is_some()) {
                text.plain.push(' ');
            }
        } else {
            glyph.text.write(&mut text.plain);
        }
        last = Some(glyph);
    }
    close(&mut text, &mut open);
    let length = text.plain.trim_end().len();
    text.plain.truncate(length);
    text.marks.retain(|mark| mark.start < length);
    text
}

fn close(text: &mut Text, open: &mut Option<(usize, Style)>) {
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
}

/// Lines as one text.
pub(super) fn joined<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Text {
    let mut text = Text::default();
    for line in lines {
        let parting = if text.plain.is_empty() { "" } else { " " };
        append(&mut text, &line.text, parting);
    }
    text
}

/// The text of a cell.
pub(super) fn cell(glyphs: Vec<Glyph>) -> Text {
    joined(&lines(&rows(glyphs), &[]))
}

/// Adds `next` to `text` with what parts them. A style that goes on over the end of a line is one.
pub(super) fn append(text: &mut Text, next: &Text, parting: &str) {
    let end = text.plain.len();
    text.plain.push_str(parting);
    let shift = text.plain.len();
    text.plain.push_str(&next.plain);
    for mark in &next.marks {
        let open =
            text.marks.iter_mut().rev().find(|open| {
                mark.start == 0 && open.end == end && end > 0 && open.kind == mark.kind
            });
        match open {
            Some(open) => open.end = mark.end + shift,
            None => text.marks.push(Mark {
                start: mark.start + shift,
                end: mark.end + shift,
                kind: mark.kind.clone(),
            }),
        }
    }
    text.marks
        .sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
}
