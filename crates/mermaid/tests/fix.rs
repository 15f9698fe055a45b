//! Each folder under `tests/fixtures/mermaid/fix` holds a broken diagram; the snapshot beside it
//! shows what mending makes of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::fs;

use ichiban_mermaid::{fix::fix, parse};

#[test]
fn broken_diagrams_are_mended() {
    let fixtures = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../tests/fixtures/mermaid/fix"
    );
    let mut cases = 0;
    for entry in fs::read_dir(fixtures).unwrap() {
        let case = entry.unwrap().path();
        let text = fs::read_to_string(case.join("input.mmd")).unwrap();
        let fixed = fix(&text);
        assert!(
            fixed.remaining.is_empty(),
            "{}: {:?}",
            case.display(),
            fixed.remaining
        );
        assert!(parse(&fixed.text).is_ok());
        assert_eq!(
            fix(&fixed.text).text,
            fixed.text,
            "mending twice is mending once"
        );
        let mut report = fixed.text;
        for change in fixed.changes {
            write!(
                report,
                "\n# line {}, {}: {}",
                change.line, change.code, change.message
            )
            .unwrap();
        }
        insta::with_settings!({
            snapshot_path => &case,
            prepend_module_to_snapshot => false,
            omit_expression => true,
        }, {
            insta::assert_snapshot!("fixed", report);
        });
        cases += 1;
    }
    assert!(cases > 10);
}
