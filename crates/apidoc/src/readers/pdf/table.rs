//! Tables drawn with ruled lines: rules that cross make a grid, glyphs fall into its cells.

use super::line;
use super::page::{Glyph, Page};
use crate::document::{Block, BlockKind, Location, Row, Table, Text};

/// How far two rules may lie apart and be one.
const SNAP: f32 = 2.5;

/// A grid of rules.
#[derive(Debug, Clone)]
pub(super) struct Grid {
    /// Left, top, right, bottom.
    pub(super) area: [f32; 4],
    columns: Vec<f32>,
    rows: Vec<f32>,
}

impl Grid {
    pub(super) fn holds(&self, glyph: &Glyph) -> bool {
        let middle = f32::midpoint(glyph.left, glyph.right);
        let height = glyph.baseline - glyph.size * 0.3;
        middle > self.area[0]
            && middle < self.area[2]
            && height > self.area[1]
            && height < self.area[3]
    }

    /// The table of the glyphs that the grid holds.
    pub(super) fn block(&self, glyphs: Vec<Glyph>, number: u32) -> Block {
        let width = self.columns.len().saturating_sub(1);
        let height = self.rows.len().saturating_sub(1);
        let mut cells: Vec<Vec<Glyph>> = vec![Vec::new(); width * height];
        for glyph in glyphs {
            let middle = f32::midpoint(glyph.left, glyph.right);
            let column = self
                .columns
                .partition_point(|x| *x <= middle)
                .saturating_sub(1)
                .min(width.saturating_sub(1));
            let row = self
                .rows
                .partition_point(|y| *y <= glyph.baseline - glyph.size * 0.3)
                .saturating_sub(1)
                .min(height.saturating_sub(1));
            if let Some(cell) = cells.get_mut(row * width + column) {
                cell.push(glyph);
            }
        }
        let mut table = Table::default();
        for (index, row) in cells.chunks_mut(width.max(1)).enumerate() {
            let bold = row.iter().all(|cell| {
                cell.iter()
                    .all(|glyph| glyph.style.bold || glyph.is_blank())
            });
            let texts: Vec<Text> = row
                .iter_mut()
                .map(|cell| line::cell(std::mem::take(cell)))
                .collect();
            if texts.iter().all(Text::is_blank) {
                continue;
            }
            let top = self.rows.get(index).copied().unwrap_or_default();
            let bottom = self.rows.get(index + 1).copied().unwrap_or(top);
            let location = Location::Page {
                number,
                area: [self.area[0], top, self.area[2], bottom],
            };
            if index == 0 && bold && table.header.is_empty() {
                table.header = texts
                    .into_iter()
                    .map(|text| Text::plain(text.plain))
                    .collect();
            } else {
                table.rows.push(Row {
                    cells: texts,
                    location: Some(location),
                });
            }
        }
        Block {
            kind: BlockKind::Table(table),
            location: Location::Page {
                number,
                area: self.area,
            },
        }
    }
}

/// The grids of a page.
pub(super) fn grids(page: &Page) -> Vec<Grid> {
    // Vertical rules that touch or overlap in height belong to one grid.
    let mut verticals = page.down.clone();
    verticals.retain(|rule| rule[1] - rule[0] > 4.0);
    if verticals.len() < 3 || verticals.len() > 20_000 {
        return Vec::new();
    }
    verticals.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let mut groups: Vec<(f32, f32, Vec<[f32; 3]>)> = Vec::new();
    for rule in verticals {
        match groups.last_mut() {
            Some((_, bottom, members)) if rule[0] <= *bottom + SNAP => {
                *bottom = bottom.max(rule[1]);
                members.push(rule);
            }
            _ => groups.push((rule[0], rule[1], vec![rule])),
        }
    }
    groups
        .into_iter()
        .filter_map(|(top, bottom, members)| {
            let columns = snapped(members.iter().map(|rule| rule[2]).collect());
            let (left, right) = (*columns.first()?, *columns.last()?);
            let inside = |rule: &&[f32; 3]| {
                rule[2] >= top - SNAP
                    && rule[2] <= bottom + SNAP
                    && rule[0] < right - SNAP
                    && rule[1] > left + SNAP
            };
            let rows = snapped(
                page.across
                    .iter()
                    .filter(inside)
                    .map(|rule| rule[2])
                    .collect(),
            );
            // Boxes around words in a text have rules too, but none that run on.
            let tall = |x: f32| {
                covered(
                    members
                        .iter()
                        .filter(|rule| (rule[2] - x).abs() <= SNAP)
                        .map(|rule| [rule[0], rule[1]]),
                ) > (bottom - top) * 0.8
            };
            let wide = |y: f32| {
                covered(
                    page.across
                        .iter()
                        .filter(|rule| (rule[2] - y).abs() <= SNAP && inside(rule))
                        .map(|rule| [rule[0], rule[1]]),
                ) > (right - left) * 0.8
            };
            let framed = tall(left)
                && tall(right)
                && rows.first().is_some_and(|y| wide(*y))
                && rows.last().is_some_and(|y| wide(*y));
            let inline = rows.len() == 2 && is_within_line(page, left, right, top, bottom);
            let grid =
                framed && !inline && columns.len() >= 3 && rows.len() >= 2 && columns.len() < 16;
            grid.then(|| Grid {
                area: [
                    left,
                    *rows.first().unwrap_or(&top),
                    right,
                    *rows.last().unwrap_or(&bottom),
                ],
                columns,
                rows,
            })
        })
        .collect()
}

/// Whether one row of boxes stands within a line of text: words of the same line go on beside it,
/// close by, or glyphs stand on a rule between two boxes, as they do between boxed words.
fn is_within_line(page: &Page, left: f32, right: f32, top: f32, bottom: f32) -> bool {
    let beside = |glyph: &&Glyph| {
        let middle = glyph.baseline - glyph.size * 0.3;
        middle > top && middle < bottom && !glyph.is_blank()
    };
    page.glyphs.iter().filter(beside).any(|glyph| {
        let before = left - glyph.right;
        let after = glyph.left - right;
        (before > -SNAP && before < glyph.size) || (after > -SNAP && after < glyph.size)
    })
}

/// How much of a line its pieces cover.
fn covered(pieces: impl Iterator<Item = [f32; 2]>) -> f32 {
    let mut pieces: Vec<_> = pieces.collect();
    pieces.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let mut end = f32::MIN;
    let mut sum = 0.0;
    for [from, to] in pieces {
        sum += (to - from.max(end)).max(0.0);
        end = end.max(to);
    }
    sum
}

fn snapped(mut values: Vec<f32>) -> Vec<f32> {
    values.sort_by(f32::total_cmp);
    values.dedup_by(|next, kept| (*next - *kept).abs() <= SNAP);
    values
}
