//! Columns: the order in which a page is read.
//!
//! Where a gap runs down a page, with text on both sides that fills its half line by line, each
//! side is read from top to bottom before the next. A table has such gaps too: but its rows are
//! set apart at the same heights on both sides, or do not fill what they stand in.

use super::line::{Row, Run};

/// Rows that are read one after the other.
#[derive(Debug, Default)]
pub(super) struct Region {
    pub(super) rows: Vec<Row>,
    /// Left, top, right, bottom.
    area: [f32; 4],
}

impl Region {
    /// Whether the middle of an area is in it.
    pub(super) fn has(&self, area: [f32; 4]) -> bool {
        let [left, top, right, bottom] = self.area;
        let (x, y) = (
            f32::midpoint(area[0], area[2]),
            f32::midpoint(area[1], area[3]),
        );
        x >= left && x <= right && y >= top && y <= bottom
    }
}

/// How many columns may stand side by side is two to the power of this.
const DEPTH: u8 = 2;
/// As many lines has a column at least.
const LINES: usize = 5;
/// A page with more tables than this is a drawing.
const BLOCKED: usize = 64;
/// As many characters has a line of a column at least, in the mean.
const LETTERS: usize = 16;

/// The regions of a page's rows, in reading order; `blocked` are areas that no gap goes through.
/// They cover the page: every place is in one of them.
pub(super) fn regions(rows: Vec<Row>, blocked: &[[f32; 4]]) -> Vec<Region> {
    let mut regions = Vec::new();
    part(
        rows,
        blocked,
        [f32::MIN, f32::MIN, f32::MAX, f32::MAX],
        DEPTH,
        &mut regions,
    );
    regions
}

fn part(
    rows: Vec<Row>,
    blocked: &[[f32; 4]],
    area: [f32; 4],
    depth: u8,
    regions: &mut Vec<Region>,
) {
    let found = (depth > 0).then(|| gutter(&rows, blocked)).flatten();
    let Some((x, bands)) = found else {
        regions.push(Region { rows, area });
        return;
    };
    let mut rest = rows.into_iter().enumerate().peekable();
    let mut top = area[1];
    for (from, to) in bands {
        let mut above = Vec::new();
        while let Some((_, row)) = rest.next_if(|(at, _)| *at < from) {
            above.push(row);
        }
        let mut sides = [Vec::new(), Vec::new()];
        let [left, right] = &mut sides;
        let mut bounds = [f32::MAX, f32::MIN];
        while let Some((_, mut row)) = rest.next_if(|(at, _)| *at < to) {
            bounds[0] = bounds[0].min(row.baseline - row.size());
            bounds[1] = bounds[1].max(row.baseline + row.size() * 0.3);
            let beyond = row.glyphs.partition_point(|glyph| glyph.left < x);
            let glyphs = row.glyphs.split_off(beyond);
            let baseline = row.baseline;
            left.extend((!row.glyphs.is_empty()).then_some(row));
            right.extend((!glyphs.is_empty()).then_some(Row { baseline, glyphs }));
        }
        // What stands beside the columns is above or below them.
        if !above.is_empty() || !blocked.is_empty() {
            let area = [area[0], top, area[2], bounds[0]];
            part(above, blocked, area, depth - 1, regions);
        }
        let [left, right] = sides;
        part(
            left,
            blocked,
            [area[0], bounds[0], x, bounds[1]],
            depth - 1,
            regions,
        );
        part(
            right,
            blocked,
            [x, bounds[0], area[2], bounds[1]],
            depth - 1,
            regions,
        );
        top = bounds[1];
    }
    let below: Vec<_> = rest.map(|(_, row)| row).collect();
    if !below.is_empty() || !blocked.is_empty() {
        part(
            below,
            blocked,
            [area[0], top, area[2], area[3]],
            depth - 1,
            regions,
        );
    }
}

/// Rows from one to before another.
type Band = (usize, usize);

/// The gap that parts most rows, and where it does.
fn gutter(rows: &[Row], blocked: &[[f32; 4]]) -> Option<(f32, Vec<Band>)> {
    if rows.len() < LINES || blocked.len() > BLOCKED {
        return None;
    }
    let runs: Vec<Vec<Run>> = rows.iter().map(Row::runs).collect();
    let all = || runs.iter().flatten();
    let left = all().map(|run| run.left).fold(f32::MAX, f32::min);
    let right = all().map(|run| run.right).fold(f32::MIN, f32::max);
    let width = right - left;
    // A column on the right begins where its lines do.
    let mut candidates: Vec<f32> = all()
        .map(|run| run.left - 2.0)
        .filter(|x| *x > left + width * 0.2 && *x < right - width * 0.15)
        .collect();
    candidates.sort_by(f32::total_cmp);
    candidates.dedup_by(|next, kept| *next - *kept < 2.0);
    candidates
        .into_iter()
        .take(64)
        .map(|x| (x, bands(rows, &runs, blocked, x)))
        .max_by_key(|(_, bands)| bands.iter().map(|(from, to)| to - from).sum::<usize>())
        .filter(|(_, bands)| !bands.is_empty())
}

/// The bands of rows that no run crosses at `x`, and that are columns.
fn bands(rows: &[Row], runs: &[Vec<Run>], blocked: &[[f32; 4]], x: f32) -> Vec<Band> {
    let mut bands = Vec::new();
    let mut from = 0;
    let mut end = |from: usize, to: usize| {
        let band = rows.get(from..to).zip(runs.get(from..to));
        if band.is_some_and(|(rows, runs)| are_columns(rows, runs, x)) {
            bands.push((from, to));
        }
    };
    let mut above = f32::MIN;
    for (at, (row, runs)) in rows.iter().zip(runs).enumerate() {
        let is_under_table = blocked.iter().any(|[left, top, right, _]| {
            *left < x && *right > x && *top >= above && *top < row.baseline
        });
        if is_under_table {
            end(from, at);
            from = at;
        }
        if runs.iter().any(|run| run.left < x && run.right > x) {
            end(from, at);
            from = at + 1;
        }
        above = row.baseline;
    }
    end(from, rows.len());
    bands
}

/// What stands on one side of a gap, line by line.
#[derive(Debug, Default)]
struct Side {
    /// Baseline, left and right of each line.
    lines: Vec<[f32; 3]>,
    letters: usize,
    size: f32,
    mono: usize,
}

impl Side {
    fn add<'a>(&mut self, row: &Row, runs: impl Iterator<Item = &'a Run>) {
        let mut bounds: Option<[f32; 3]> = None;
        for run in runs {
            let known = bounds.get_or_insert([row.baseline, run.left, run.right]);
            known[2] = known[2].max(run.right);
            self.letters += run.to - run.from;
        }
        if let Some(bounds) = bounds {
            self.lines.push(bounds);
            self.size = self.size.max(row.size());
            self.mono += usize::from(row.mono());
        }
    }

    /// From one line to the next, as most are.
    fn pitch(&self) -> f32 {
        let mut steps: Vec<f32> = self.steps().map(|(step, _)| step).collect();
        steps.sort_by(f32::total_cmp);
        steps.get(steps.len() / 2).copied().unwrap_or(f32::MAX)
    }

    /// From each line to the next, and where that is.
    fn steps(&self) -> impl Iterator<Item = (f32, f32)> {
        self.lines.windows(2).filter_map(|pair| match pair {
            [above, below] => Some((below[0] - above[0], below[0])),
            _ => None,
        })
    }

    /// Where lines are set apart from those above.
    fn breaks(&self) -> Vec<f32> {
        let most = self.pitch() * 1.3;
        self.steps()
            .filter(|(step, _)| *step > most)
            .map(|(_, at)| at)
            .collect()
    }

    fn bounds(&self) -> (f32, f32) {
        self.lines
            .iter()
            .fold((f32::MAX, f32::MIN), |bounds, line| {
                (bounds.0.min(line[1]), bounds.1.max(line[2]))
            })
    }

    /// Whether it is text that fills its width.
    fn is_text(&self) -> bool {
        let (left, right) = self.bounds();
        let filled = self
            .lines
            .iter()
            .filter(|line| line[2] > left + (right - left) * 0.8)
            .count();
        self.lines.len() >= LINES
            && self.letters >= self.lines.len() * LETTERS
            && filled * 4 >= self.lines.len()
            && self.pitch() < self.size * 1.75
            && self.mono < self.lines.len()
    }
}

/// Whether rows that nothing crosses at `x` are columns: see the module.
fn are_columns(rows: &[Row], runs: &[Vec<Run>], x: f32) -> bool {
    let (mut left, mut right) = (Side::default(), Side::default());
    for (row, runs) in rows.iter().zip(runs) {
        left.add(row, runs.iter().filter(|run| run.left < x));
        right.add(row, runs.iter().filter(|run| run.left >= x));
    }
    if !left.is_text() || !right.is_text() {
        return false;
    }
    let size = left.size.min(right.size);
    let is_apart = right.bounds().0 - left.bounds().1 > size * 0.8;
    let (mine, theirs) = (left.breaks(), right.breaks());
    let shared = mine
        .iter()
        .filter(|at| theirs.iter().any(|other| (*at - other).abs() < size * 0.3))
        .count();
    let fewest = mine.len().min(theirs.len());
    is_apart && !(fewest >= 2 && shared * 5 >= fewest * 3)
}
