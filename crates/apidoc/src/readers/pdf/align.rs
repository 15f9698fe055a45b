//! Tables without rules between their columns: rows of short runs that begin at the same places.
//!
//! A row opens with its first cell; what stands below without one goes on with the cells above it.
//! Where horizontal rules part rows, they alone tell where one begins.

use super::line::{self, Row, Run};
use super::page::Glyph;
use crate::document::{self, Block, BlockKind, Location, Table, Text};

/// A part of a region.
#[derive(Debug)]
pub(super) enum Part {
    Rows(Vec<Row>),
    Table(Block),
}

/// The columns that a table may have.
const COLUMNS: std::ops::RangeInclusive<usize> = 2..=8;
/// The characters that a first cell has at most, and in the mean.
const NAME: usize = 60;
const MEAN: usize = 32;
/// The rows, and the rules above and below each other, that are looked at for one table.
const ROWS: usize = 400;
const RULES: usize = 2_000;

/// Parts rows into tables and what stands between. `rules` are horizontal: left, right, y.
pub(super) fn parts(rows: Vec<Row>, rules: &[[f32; 3]], number: u32) -> Vec<Part> {
    let runs: Vec<Vec<Run>> = rows.iter().map(Row::runs).collect();
    let mut rules = rules.to_vec();
    rules.sort_by(|a, b| a[2].total_cmp(&b[2]));
    let mut found = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        match Found::at(at, &rows, &runs, &rules) {
            Some(table) => {
                at = table.to;
                found.push(table);
            }
            None => at += 1,
        }
    }
    let mut parts = Vec::new();
    let mut rest = rows;
    let mut taken = 0;
    for table in found {
        let under = rest.split_off(table.to - taken);
        let own = rest.split_off(table.from - taken);
        taken = table.to;
        if !rest.is_empty() {
            parts.push(Part::Rows(rest));
        }
        parts.push(Part::Table(table.block(own, number)));
        rest = under;
    }
    if !rest.is_empty() {
        parts.push(Part::Rows(rest));
    }
    parts
}

/// A table that was found.
#[derive(Debug)]
struct Found {
    /// Rows of the region: the first, and one past the last.
    from: usize,
    to: usize,
    /// Where the columns begin.
    columns: Vec<f32>,
    /// Of its rows, those that open a row of the table.
    opening: Vec<usize>,
    has_header: bool,
}

impl Found {
    /// The table that begins with a row; rules are in order from the top.
    fn at(from: usize, rows: &[Row], runs: &[Vec<Run>], rules: &[[f32; 3]]) -> Option<Self> {
        let first = rows.get(from)?;
        let columns: Vec<f32> = runs.get(from)?.iter().map(|run| run.left).collect();
        let (left, last) = (*columns.first()?, *columns.last()?);
        if !COLUMNS.contains(&columns.len()) {
            return None;
        }
        let below = rules.partition_point(|[_, _, y]| *y <= first.baseline);
        let rules: Vec<f32> = rules
            .iter()
            .skip(below)
            .take(RULES)
            .filter(|[from, to, _]| *from < left + first.size() && *to > last)
            .map(|[_, _, y]| *y)
            .collect();
        let is_ruled = |above: &Row, below: &Row| {
            rules
                .get(rules.partition_point(|y| *y <= above.baseline))
                .is_some_and(|y| *y < below.baseline)
        };
        let mut to = from + 1;
        let mut opening = vec![from];
        let mut parted = 0;
        while let (Some(above), Some(row), Some(runs)) =
            (rows.get(to - 1), rows.get(to), runs.get(to))
        {
            if to - from > ROWS {
                break;
            }
            let gap = row.baseline - above.baseline;
            let size = row.size().min(above.size());
            let has_rule = is_ruled(above, row);
            let opens = runs
                .first()
                .is_some_and(|run| is_in(run, &columns) == Some(0));
            let most = match (has_rule, opens && runs.len() > 1) {
                (true, _) => 5.0,
                (false, true) => 3.2,
                // What goes on with a cell stands close.
                (false, false) => 1.75,
            };
            if gap > size * most || !fits(runs, &columns) {
                break;
            }
            if has_rule {
                parted += 1;
            }
            if has_rule || (opens && runs.len() > 1) {
                opening.push(to);
            }
            to += 1;
        }
        let table = rows.get(from..to)?;
        // A rule under the head alone parts no rows; several do.
        let by_rule = |at: &usize| {
            *at == from
                || rows
                    .get(at.wrapping_sub(1))
                    .zip(rows.get(*at))
                    .is_some_and(|(above, row)| is_ruled(above, row))
        };
        if parted >= 2 {
            opening.retain(by_rule);
        }
        let is_under_head = opening.get(1).is_some_and(by_rule);
        let head = table.get(..opening.get(1)? - from)?;
        let has_header = head.iter().all(Row::bold) && !table.iter().all(Row::bold)
            || parted == 1 && is_under_head;
        let enough = opening.len() >= 3 || has_header;
        let is_table = enough
            && are_names(from, &opening, rows, runs)
            && !table.iter().all(Row::mono)
            && columns
                .windows(2)
                .all(|pair| matches!(pair, [left, right] if right - left > first.size()));
        is_table.then_some(Self {
            from,
            to,
            columns,
            opening,
            has_header,
        })
    }

    fn block(&self, rows: Vec<Row>, number: u32) -> Block {
        let mut table = Table::default();
        let mut whole: Option<[f32; 4]> = None;
        let mut rows = rows.into_iter().enumerate().peekable();
        for (index, _) in self.opening.iter().enumerate() {
            let next = self
                .opening
                .get(index + 1)
                .map_or(usize::MAX, |next| next - self.from);
            let mut cells: Vec<Vec<Glyph>> = vec![Vec::new(); self.columns.len()];
            let mut area = [f32::MAX, f32::MAX, f32::MIN, f32::MIN];
            while let Some((_, row)) = rows.next_if(|(at, _)| *at < next) {
                let size = row.size();
                area[1] = area[1].min(row.baseline - size);
                area[3] = area[3].max(row.baseline + size * 0.25);
                for glyph in row.glyphs {
                    area[0] = area[0].min(glyph.left);
                    area[2] = area[2].max(glyph.right);
                    let column = self
                        .columns
                        .partition_point(|left| *left <= glyph.left + SNAP)
                        .saturating_sub(1);
                    if let Some(cell) = cells.get_mut(column) {
                        cell.push(glyph);
                    }
                }
            }
            let whole = whole.get_or_insert(area);
            *whole = [
                whole[0].min(area[0]),
                whole[1].min(area[1]),
                whole[2].max(area[2]),
                whole[3].max(area[3]),
            ];
            let cells: Vec<Text> = cells.into_iter().map(line::cell).collect();
            if index == 0 && self.has_header {
                let plain = cells.into_iter().map(|cell| Text::plain(cell.plain));
                table.header = plain.collect();
            } else {
                table.rows.push(document::Row {
                    cells,
                    location: Some(Location::Page { number, area }),
                });
            }
        }
        Block {
            kind: BlockKind::Table(table),
            location: Location::Page {
                number,
                area: whole.unwrap_or_default(),
            },
        }
    }
}

/// How far from its column's edge a run may begin, in points.
const SNAP: f32 = 3.0;

/// The column at whose edge a run begins.
fn is_in(run: &Run, columns: &[f32]) -> Option<usize> {
    columns
        .iter()
        .position(|left| (run.left - left).abs() < SNAP)
}

/// Whether every run stands within one column, and the first of each column at its edge.
fn fits(runs: &[Run], columns: &[f32]) -> bool {
    let mut last = None;
    !runs.is_empty()
        && runs.iter().all(|run| {
            let column = columns.partition_point(|left| *left <= run.left + SNAP);
            let Some(column) = column.checked_sub(1) else {
                return false;
            };
            let is_at_edge = is_in(run, columns).is_some();
            let goes_on = last == Some(column);
            last = Some(column);
            let ends = columns
                .get(column + 1)
                .is_none_or(|next| run.right < *next - 1.0);
            (is_at_edge || goes_on) && ends
        })
}

/// Whether first cells are short, as names are, and no bullets or numbers of a list.
fn are_names(from: usize, opening: &[usize], rows: &[Row], runs: &[Vec<Run>]) -> bool {
    let mut letters = 0;
    let mut marks = 0;
    for at in opening {
        let first = rows
            .get(*at)
            .zip(runs.get(*at).and_then(|runs| runs.first()))
            .map(|(row, run)| row.part(run));
        let Some(glyphs) = first else { return false };
        if glyphs.len() > NAME {
            return false;
        }
        letters += glyphs.len();
        let mut text = String::new();
        for glyph in glyphs {
            glyph.text.write(&mut text);
        }
        let is_mark = !text.chars().any(char::is_alphabetic)
            || text.chars().count() <= 3 && text.ends_with(['.', ')']);
        marks += usize::from(*at > from && is_mark);
    }
    letters <= opening.len() * MEAN && marks * 2 < opening.len()
}
