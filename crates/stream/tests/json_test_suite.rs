//! `JSONTestSuite`, the corpus of "Parsing JSON is a Minefield": every case, whole and byte by byte.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![allow(clippy::print_stderr)]

use std::path::PathBuf;

use ichiban_stream::json::{End, Limits, Parser};

/// The corpora's folder, or `None` (said aloud) where there is none.
fn corpora() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folder = std::env::var_os("ICHIBAN_CORPORA")
        .map_or_else(|| root.join("../shared/corpora"), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "no corpora at {}",
        folder.display()
    );
    eprintln!("no corpora at {}: set ICHIBAN_CORPORA", folder.display());
    None
}

fn parse(bytes: &[u8], chunk: usize) -> End {
    let mut parser = Parser::new(Limits::default());
    for chunk in bytes.chunks(chunk) {
        if parser.push(chunk, &mut |_, _| {}).is_err() {
            break;
        }
    }
    parser.finish(&mut |_, _| {})
}

#[test]
fn every_case_is_judged_as_the_suite_demands_at_any_chunking() {
    let Some(corpora) = corpora() else { return };
    let folder = corpora.join("json/JSONTestSuite/test_parsing");
    let (mut accepted, mut rejected) = (0, 0);
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let whole = parse(&bytes, usize::MAX);
        for chunk in [1, 2, 3, 7] {
            assert_eq!(parse(&bytes, chunk), whole, "{name} in chunks of {chunk}");
        }
        match &name[..2] {
            "y_" => {
                assert_eq!(whole, End::Complete, "{name}");
                accepted += 1;
            }
            "n_" => {
                assert_ne!(whole, End::Complete, "{name}");
                rejected += 1;
            }
            _ => {}
        }
    }
    assert!(
        accepted > 90 && rejected > 180,
        "{accepted} and {rejected}: the suite is not whole"
    );
}

#[test]
fn cases_left_open_are_decided_as_documented() {
    let Some(corpora) = corpora() else { return };
    let folder = corpora.join("json/JSONTestSuite/test_parsing");
    for (name, complete) in [
        // RFC 8259 §8.1 lets a parser ignore a byte order mark.
        ("i_structure_UTF-8_BOM_empty_object.json", true),
        // Numbers are kept as they are written, so none is too large.
        ("i_number_huge_exp.json", true),
        ("i_number_very_big_negative_int.json", true),
        // A lone surrogate escape is a warning.
        ("i_string_1st_surrogate_but_2nd_missing.json", true),
        ("i_string_inverted_surrogates_U+1D11E.json", true),
        ("i_object_key_lone_2nd_surrogate.json", true),
        // 500 levels are within the default limit of 512.
        ("i_structure_500_nested_arrays.json", true),
        // What is not UTF-8 is an error, as are surrogates and overlong forms in it.
        ("i_string_UTF8_surrogate_U+D800.json", false),
        ("i_string_overlong_sequence_2_bytes.json", false),
        ("i_string_iso_latin_1.json", false),
        ("i_string_UTF-16LE_with_BOM.json", false),
        ("i_string_utf16BE_no_BOM.json", false),
    ] {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        assert_eq!(parse(&bytes, 1) == End::Complete, complete, "{name}");
    }
}
