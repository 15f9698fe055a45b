//! A page laid out: its regions in reading order, each a run of lines and tables.

use super::flow::Sizes;
use super::line::{self, Line, Row};
use super::page::Page;
use super::{align, columns, table};
use crate::document::Block;

/// What is kept of a page.
#[derive(Debug)]
pub(super) struct Sheet {
    /// The page's, from 1.
    pub(super) number: u32,
    pub(super) height: f32,
    pub(super) sizes: Sizes,
    /// Columns and what stands above, between and below them, in reading order.
    pub(super) regions: Vec<Vec<Piece>>,
    /// Whether it holds text.
    pub(super) has_text: bool,
    /// Whether images are drawn on it.
    pub(super) has_images: bool,
}

/// A part of a region.
#[derive(Debug)]
pub(super) enum Piece {
    Lines(Vec<Line>),
    Table(Block),
}

impl Sheet {
    /// Lays a page out.
    pub(super) fn of(page: Page, number: u32) -> Self {
        let mut sheet = Self {
            number,
            height: page.height,
            sizes: Sizes::of(&page.glyphs),
            regions: Vec::new(),
            has_text: !page.glyphs.is_empty(),
            has_images: page.images,
        };
        let grids = table::grids(&page);
        let mut held = vec![Vec::new(); grids.len()];
        let mut outside = Vec::new();
        for glyph in page.glyphs {
            let grid = grids.iter().position(|grid| grid.holds(&glyph));
            match grid.and_then(|at| held.get_mut(at)) {
                Some(held) => held.push(glyph),
                None => outside.push(glyph),
            }
        }
        let areas: Vec<_> = grids.iter().map(|grid| grid.area).collect();
        let mut tables: Vec<_> = grids
            .iter()
            .zip(held)
            .map(|(grid, glyphs)| (grid.area, grid.block(glyphs, number)))
            .collect();
        tables.sort_by(|a, b| a.0[1].total_cmp(&b.0[1]));
        for region in columns::regions(line::rows(outside), &areas) {
            // The first region that a table stands in has it.
            let (within, others): (Vec<_>, Vec<_>) =
                tables.into_iter().partition(|(area, _)| region.has(*area));
            tables = others;
            let mut pieces = Vec::new();
            let mut rest = region.rows;
            for (area, table) in within {
                let below = rest.partition_point(|row| row.baseline < area[1]);
                let under = rest.split_off(below);
                flowing(rest, &page.across, &page.bullets, number, &mut pieces);
                pieces.push(Piece::Table(table));
                rest = under;
            }
            flowing(rest, &page.across, &page.bullets, number, &mut pieces);
            sheet.regions.push(pieces);
        }
        sheet
    }
}

/// Adds what stands between ruled tables: lines, and tables by alignment.
fn flowing(
    rows: Vec<Row>,
    rules: &[[f32; 3]],
    bullets: &[[f32; 2]],
    number: u32,
    pieces: &mut Vec<Piece>,
) {
    for part in align::parts(rows, rules, number) {
        match part {
            align::Part::Rows(rows) => {
                let lines = line::lines(&rows, bullets);
                if !lines.is_empty() {
                    pieces.push(Piece::Lines(lines));
                }
            }
            align::Part::Table(table) => pieces.push(Piece::Table(table)),
        }
    }
}
