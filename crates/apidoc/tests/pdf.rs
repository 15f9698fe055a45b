//! PDFs set by hand: what stands where on a page, and what is read of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpus;

use std::fmt::Write as _;

use corpus::assemble;
use ichiban_apidoc::document::{BlockKind, Document, Item, Table};
use ichiban_apidoc::readers::pdf;

/// What is set on a page, in Helvetica.
#[derive(Default)]
struct Sheet(String);

impl Sheet {
    /// Sets a text; `y` from the top.
    fn text(mut self, x: f32, y: f32, size: f32, text: &str) -> Self {
        let text = text.replace('(', "\\(").replace(')', "\\)");
        let _ = writeln!(
            self.0,
            "BT /F1 {size} Tf 1 0 0 1 {x} {} Tm ({text}) Tj ET",
            842.0 - y
        );
        self
    }

    /// Lines of text, one below the other.
    fn lines(mut self, x: f32, y: f32, lines: &[&str]) -> Self {
        let mut at = y;
        for line in lines {
            self = self.text(x, at, 10.0, line);
            at += 12.0;
        }
        self
    }

    /// Draws a rule; `y` from the top.
    fn rule(mut self, from: (f32, f32), to: (f32, f32)) -> Self {
        let _ = writeln!(
            self.0,
            "{} {} m {} {} l S",
            from.0,
            842.0 - from.1,
            to.0,
            842.0 - to.1
        );
        self
    }
}

fn document(sheets: Vec<Sheet>) -> Document {
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        String::new(),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut kids = Vec::new();
    for Sheet(content) in sheets {
        objects.push(format!(
            "<< /Length {} >>\nstream\n{content}\nendstream",
            content.len()
        ));
        let stream = objects.len();
        objects.push(format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"));
        kids.push(format!("{} 0 R", objects.len()));
    }
    objects[1] = format!(
        "<< /Type /Pages /Kids [{}] /Count {} >>",
        kids.join(" "),
        kids.len()
    );
    pdf::read("a.pdf", assemble(&objects, "")).unwrap()
}

/// The texts of paragraphs and headings (with `#`).
fn prose(document: &Document) -> Vec<String> {
    let texts = document
        .blocks
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Paragraph(text) => Some(text.plain.clone()),
            BlockKind::Heading { level, text, .. } => {
                Some(format!("{} {}", "#".repeat((*level).into()), text.plain))
            }
            _ => None,
        });
    texts.collect()
}

fn tables(document: &Document) -> Vec<&Table> {
    let tables = document
        .blocks
        .iter()
        .filter_map(|block| match &block.kind {
            BlockKind::Table(table) => Some(table),
            _ => None,
        });
    tables.collect()
}

/// Cells with a bar between, the head first.
fn rows(table: &Table) -> Vec<String> {
    let row = |cells: &[ichiban_apidoc::document::Text]| {
        let cells: Vec<_> = cells.iter().map(|cell| cell.plain.as_str()).collect();
        cells.join(" | ")
    };
    let head = (!table.header.is_empty()).then(|| row(&table.header));
    let rows = table.rows.iter().map(|entry| row(&entry.cells));
    head.into_iter().chain(rows).collect()
}

const LEFT: [&str; 6] = [
    "Accounts are what people sign in with. One",
    "is made when an invitation is accepted, and",
    "is removed when its owner asks for that. All",
    "of them have a name, which may change, and",
    "an id, which is given once. No two accounts",
    "share an id, nor is one given again later.",
];
const RIGHT: [&str; 6] = [
    "Projects hold what accounts work on. They",
    "belong to one account, and others may be",
    "invited to them. Whoever was invited sees",
    "all that is in the project, unless a page",
    "of it has been closed to them by whom it",
    "belongs to. Closed pages stay in the list.",
];

const ACROSS: &str = "What is below both of the columns goes across the page again, from its left edge to its right one.";

#[test]
fn columns_are_read_one_after_the_other() {
    let sheet = Sheet::default()
        .text(
            60.0,
            60.0,
            20.0,
            "A heading across both of the columns of it",
        )
        .lines(60.0, 100.0, &LEFT)
        .lines(320.0, 100.0, &RIGHT)
        .text(60.0, 200.0, 10.0, ACROSS);
    let read = prose(&document(vec![sheet]));
    assert_eq!(
        read,
        [
            "# A heading across both of the columns of it".to_owned(),
            LEFT.join(" "),
            RIGHT.join(" "),
            ACROSS.to_owned(),
        ]
    );
}

#[test]
fn columns_need_not_share_their_lines() {
    let sheet = Sheet::default()
        .lines(60.0, 100.0, &LEFT)
        .lines(320.0, 105.0, &RIGHT);
    assert_eq!(
        prose(&document(vec![sheet])),
        [LEFT.join(" "), RIGHT.join(" ")]
    );
}

/// Long texts side by side that are rows of a table: they are set apart together.
#[test]
fn rows_of_long_texts_are_no_columns() {
    let mut sheet = Sheet::default();
    for row in 0_u8..4 {
        let y = 100.0 + 40.0 * f32::from(row);
        sheet = sheet
            .lines(60.0, y, &[LEFT[0], LEFT[1]])
            .lines(320.0, y, &[RIGHT[0], RIGHT[1]]);
    }
    let read = prose(&document(vec![sheet])).join("\n");
    let left = read.matches(LEFT[0]).count();
    assert_eq!(left, 4, "{read}");
    let first = read.find(RIGHT[0]).unwrap();
    assert!(first < read.rfind(LEFT[0]).unwrap(), "{read}");
}

#[test]
fn a_table_without_rules_is_read_by_its_alignment() {
    let cells = [
        ("Name", "Type", "Description"),
        ("limit", "integer", "How many are listed."),
        ("after", "string", "Where the list goes on,"),
        ("", "", "as an earlier answer told."),
        ("expand", "boolean", "Whether all is told."),
    ];
    let mut sheet = Sheet::default().text(
        60.0,
        80.0,
        10.0,
        "The list takes these parameters, all of them optional.",
    );
    for (row, (name, kind, text)) in (0_u8..).zip(cells) {
        let y = 110.0 + 14.0 * f32::from(row);
        for (x, cell) in [(60.0, name), (160.0, kind), (240.0, text)] {
            if !cell.is_empty() {
                sheet = sheet.text(x, y, 10.0, cell);
            }
        }
    }
    let sheet = sheet.text(
        60.0,
        210.0,
        10.0,
        "Nothing else is taken, and what is not known is left out of it.",
    );
    let read = document(vec![sheet]);
    let tables = tables(&read);
    assert_eq!(tables.len(), 1, "{read:?}");
    assert_eq!(
        rows(tables[0]),
        [
            "Name | Type | Description",
            "limit | integer | How many are listed.",
            "after | string | Where the list goes on, as an earlier answer told.",
            "expand | boolean | Whether all is told.",
        ]
    );
    assert_eq!(prose(&read).len(), 2, "{read:?}");
}

#[test]
fn horizontal_rules_alone_part_the_rows_of_a_table() {
    // The name goes on below, and only the rules tell that.
    let lines = [
        (100.0, "Name", "Meaning"),
        (120.0, "created", "When it was made, in the"),
        (132.0, "before", "time of the server."),
        (152.0, "limit", "How many."),
    ];
    let mut sheet = Sheet::default();
    for (y, name, text) in lines {
        sheet = sheet.text(60.0, y, 10.0, name).text(200.0, y, 10.0, text);
    }
    for y in [88.0, 106.0, 138.0, 158.0] {
        sheet = sheet.rule((58.0, y), (500.0, y));
    }
    let read = document(vec![sheet]);
    let tables = tables(&read);
    assert_eq!(tables.len(), 1, "{read:?}");
    assert_eq!(
        rows(tables[0]),
        [
            "Name | Meaning",
            "created before | When it was made, in the time of the server.",
            "limit | How many.",
        ]
    );
}

#[test]
fn a_list_is_no_table() {
    let mut sheet = Sheet::default();
    for (row, text) in (0_u8..).zip(["1. Sign in.", "2. Make a project.", "3. Invite others."]) {
        let y = 100.0 + 14.0 * f32::from(row);
        let (number, text) = text.split_once(' ').unwrap();
        sheet = sheet.text(60.0, y, 10.0, number).text(90.0, y, 10.0, text);
    }
    let read = document(vec![sheet]);
    assert!(tables(&read).is_empty(), "{read:?}");
}

fn ruled(sheet: Sheet, top: f32, rows: &[[&str; 3]]) -> Sheet {
    let columns = [60.0, 160.0, 260.0, 500.0];
    let mut sheet = sheet;
    let mut y = top;
    for row in rows {
        sheet = sheet.rule((60.0, y), (500.0, y));
        for (x, cell) in columns.iter().zip(row) {
            sheet = sheet.text(x + 4.0, y + 14.0, 10.0, cell);
        }
        y += 20.0;
    }
    sheet = sheet.rule((60.0, y), (500.0, y));
    for x in columns {
        sheet = sheet.rule((x, top), (x, y));
    }
    sheet
}

#[test]
fn a_ruled_table_and_a_cell_of_it_go_on_over_the_page() {
    let first = ruled(
        Sheet::default().text(
            60.0,
            600.0,
            10.0,
            "These are all of its members, told one by one.",
        ),
        740.0,
        &[
            ["limit", "integer", "How many."],
            ["after", "string", "Where the list"],
        ],
    );
    let second = ruled(
        Sheet::default(),
        90.0,
        &[["", "", "goes on."], ["expand", "boolean", "All of it."]],
    );
    let read = document(vec![first, second]);
    let tables = tables(&read);
    assert_eq!(tables.len(), 1, "{read:?}");
    assert_eq!(
        rows(tables[0]),
        [
            "limit | integer | How many.",
            "after | string | Where the list goes on.",
            "expand | boolean | All of it.",
        ]
    );
}

#[test]
fn running_heads_and_page_numbers_are_left_out() {
    let sheets = (1..=6).map(|page| {
        Sheet::default()
            .text(60.0, 30.0, 8.0, "Handbook of the interface")
            .text(
                60.0,
                100.0,
                10.0,
                &format!("What page {page} tells is told nowhere else."),
            )
            .text(280.0, 820.0, 8.0, &page.to_string())
    });
    let read = prose(&document(sheets.collect()));
    assert_eq!(read.len(), 6, "{read:?}");
    assert!(
        read.iter().all(|text| text.starts_with("What page")),
        "{read:?}"
    );
}

#[test]
fn sizes_and_places_tell_what_lines_are() {
    let sheet = Sheet::default()
        .text(60.0, 60.0, 20.0, "Things")
        .text(60.0, 100.0, 14.0, "Reading one")
        .text(60.0, 130.0, 10.0, "Whoever may see a thing may read it,")
        .text(60.0, 142.0, 10.0, "as long as it is there.")
        .text(60.0, 170.0, 10.0, "What is set apart is another paragraph.");
    let read = prose(&document(vec![sheet]));
    assert_eq!(read[0], "# Things");
    assert_eq!(read[1], "## Reading one");
    assert_eq!(
        read[2],
        "Whoever may see a thing may read it, as long as it is there."
    );
    assert_eq!(read[3], "What is set apart is another paragraph.");
}

#[test]
fn bullets_and_their_depth_make_lists() {
    let entries = [(60.0, "One"), (80.0, "Within one"), (60.0, "Two")];
    let mut sheet = Sheet::default();
    for (row, (x, text)) in (0_u8..).zip(entries) {
        let y = 100.0 + 14.0 * f32::from(row);
        // The bullet of the standard encoding.
        sheet = sheet
            .text(x, y, 10.0, "\\267")
            .text(x + 10.0, y, 10.0, text);
    }
    let read = document(vec![sheet]);
    let BlockKind::List(items) = &read.blocks[0].kind else {
        panic!("{read:?}");
    };
    let texts: Vec<_> = items
        .iter()
        .map(|item: &Item| item.text.plain.as_str())
        .collect();
    assert_eq!(texts, ["One", "Two"]);
    assert!(
        matches!(&items[0].children[0].kind, BlockKind::List(inner) if inner[0].text.plain == "Within one"),
        "{read:?}"
    );
}

#[test]
fn a_long_document_is_read_to_its_end_though_it_is_opened_anew_on_the_way() {
    let told = |page: usize| format!("What page {page} says of itself, and of nothing else.");
    let pages = 1..=150;
    let sheets = pages
        .clone()
        .map(|page| Sheet::default().text(60.0, 100.0, 10.0, &told(page)));
    let read = document(sheets.collect());
    assert_eq!(prose(&read), pages.map(told).collect::<Vec<_>>());
    let last = read.blocks.last().unwrap();
    assert!(
        format!("{:?}", last.location).contains("150"),
        "{:?}",
        last.location
    );
}
