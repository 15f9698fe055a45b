//! What goes on over the end of a page or a column: tables, code, lists, paragraphs.

use super::line::append;
use crate::document::{Block, BlockKind, Row, Table};

/// Adds blocks; if they stand first on a page or in a column, the first of them may go on with the
/// one before it.
pub(super) fn join(blocks: &mut Vec<Block>, piece: Vec<Block>, goes_on: bool) {
    let mut piece = piece.into_iter();
    if goes_on && let Some(mut first) = piece.next() {
        match (
            blocks.last_mut().map(|block| &mut block.kind),
            &mut first.kind,
        ) {
            (Some(BlockKind::Table(last)), BlockKind::Table(next))
                if last.rows.first().map(|row| row.cells.len())
                    == next.rows.first().map(|row| row.cells.len())
                    && (next.header.is_empty() || next.header == last.header) =>
            {
                rows(last, next);
            }
            (Some(BlockKind::Code { text: last, .. }), BlockKind::Code { text: next, .. }) => {
                last.push('\n');
                last.push_str(next);
            }
            (Some(BlockKind::List(last)), BlockKind::List(next)) => last.append(next),
            (Some(BlockKind::Paragraph(last)), BlockKind::Paragraph(next))
                if next.plain.starts_with(char::is_lowercase)
                    && !last.plain.ends_with(['.', ':']) =>
            {
                append(last, next, " ");
            }
            _ => blocks.push(first),
        }
    }
    blocks.extend(piece);
}

/// Adds the rows of a table that goes on. A row that the page parted has nothing in its first cell
/// any more, where every other row has something: it is the rest of the last one.
fn rows(last: &mut Table, next: &mut Table) {
    let opens = |row: &Row| row.cells.first().is_some_and(|cell| !cell.is_blank());
    let is_rest = last.rows.iter().all(opens) && next.rows.first().is_some_and(|row| !opens(row));
    if is_rest && let Some(row) = last.rows.last_mut() {
        let rest = next.rows.remove(0);
        for (cell, more) in row.cells.iter_mut().zip(&rest.cells) {
            if more.is_blank() {
                continue;
            }
            let parting = if cell.is_blank() { "" } else { " " };
            append(cell, more, parting);
        }
    }
    last.rows.append(&mut next.rows);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Location, Text};

    fn table(header: &[&str], rows: &[&[&str]]) -> Block {
        let texts = |cells: &[&str]| {
            cells
                .iter()
                .map(|cell| Text::plain((*cell).to_owned()))
                .collect()
        };
        let rows = rows.iter().map(|cells| Row {
            cells: texts(cells),
            location: None,
        });
        Block {
            kind: BlockKind::Table(Table {
                header: texts(header),
                rows: rows.collect(),
            }),
            location: Location::START,
        }
    }

    fn cells(blocks: &[Block]) -> Vec<Vec<&str>> {
        let tables = blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Table(table) => Some(table),
            _ => None,
        });
        tables
            .flat_map(|table| &table.rows)
            .map(|row| row.cells.iter().map(|cell| cell.plain.as_str()).collect())
            .collect()
    }

    #[test]
    fn a_cell_that_goes_on_over_a_page_is_one() {
        let head = ["Name", "Text"];
        let mut blocks = vec![table(&head, &[&["limit", "How many,"]])];
        let next = table(&[], &[&["", "at most."], &["after", "Where from."]]);
        join(&mut blocks, vec![next], true);
        assert_eq!(
            cells(&blocks),
            [["limit", "How many, at most."], ["after", "Where from."]]
        );
    }

    #[test]
    fn first_cells_that_are_empty_elsewhere_too_say_nothing_of_a_page() {
        let mut blocks = vec![table(&[], &[&["GET", "a"], &["", "b"]])];
        join(&mut blocks, vec![table(&[], &[&["", "c"]])], true);
        assert_eq!(cells(&blocks), [["GET", "a"], ["", "b"], ["", "c"]]);
    }
}
