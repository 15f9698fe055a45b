#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::*;

fn of(texts: &[(Option<&str>, &str)]) -> Record {
    let work = texts
        .iter()
        .map(|(name, text)| (name.map(str::to_owned), (*text).to_owned()))
        .collect();
    record("/json/repair".to_owned(), work, BTreeMap::new(), 7).unwrap()
}

#[test]
fn a_title_is_the_file_or_the_first_words() {
    assert_eq!(of(&[(Some("en.json"), "{}")]).head.title, "en.json");
    assert_eq!(
        of(&[(None, "  flowchart\n  TD\n")]).head.title,
        "flowchart TD"
    );
    let long = "é".repeat(100);
    let title = of(&[(None, &long)]).head.title;
    assert_eq!(title.chars().count(), 81);
    assert!(title.ends_with('…'));
}

#[test]
fn what_is_not_kept_says_why() {
    let keep = |text: String| record(String::new(), vec![(None, text)], BTreeMap::new(), 0);
    assert_eq!(keep(" \n".to_owned()), Err(Unkept::Empty));
    assert_eq!(keep("x".repeat(LARGEST + 1)), Err(Unkept::TooLarge));
    assert!(keep("x".repeat(LARGEST)).is_ok());
    let key = format!("key: sk-ant-api03-{}", "aB3".repeat(30));
    assert!(matches!(keep(key), Err(Unkept::Secret(_))));
}

#[test]
fn typing_goes_on_and_opening_begins() {
    let before = of(&[(None, r#"{"greeting": "Hello", "farewell": "Goodbye"}"#)]);
    let typed = of(&[(None, r#"{"greeting": "Hello you", "farewell": "Goodbye"}"#)]);
    let other = of(&[(None, "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]")]);
    let named = of(&[(
        Some("en.json"),
        r#"{"greeting": "Hello", "farewell": "Goodbye"}"#,
    )]);
    assert!(goes_on(&before, &typed));
    assert!(!goes_on(&before, &other));
    assert!(!goes_on(&before, &named));
}

#[test]
fn the_oldest_goes_and_what_is_pinned_stays() {
    let head = |at_ms, bytes, is_pinned| Head {
        at_ms,
        bytes,
        is_pinned,
        ..Head::default()
    };
    let heads: Vec<_> = (0..MOST as u64 + 2)
        .map(|at| (format!("k{at:03}"), head(at, 10, at == 0)))
        .collect();
    let dropped = surplus(heads.iter().map(|(key, head)| (key.as_str(), head)));
    assert_eq!(dropped, ["k001"], "k000 is pinned, the rest are {MOST}");
    let large = [("a", head(1, MOST_BYTES, false)), ("b", head(2, 1, false))];
    assert_eq!(surplus(large.iter().map(|(key, head)| (*key, head))), ["a"]);
}

#[test]
fn what_is_pinned_comes_first() {
    let head = |at_ms, is_pinned| Head {
        at_ms,
        is_pinned,
        ..Head::default()
    };
    let mut heads = vec![
        ('a', head(3, false)),
        ('b', head(1, true)),
        ('c', head(9, false)),
    ];
    arrange(&mut heads);
    assert_eq!(heads.iter().map(|(key, _)| *key).collect::<String>(), "bca");
}

#[test]
fn times_are_told_in_the_unit_that_fits() {
    let minute = 60_000;
    for (minutes, told) in [
        (0, Some(Ago::Now)),
        (59, Some(Ago::Minutes(59))),
        (60, Some(Ago::Hours(1))),
        (1_439, Some(Ago::Hours(23))),
        (1_440, Some(Ago::Days(1))),
        (2_880, Some(Ago::Days(2))),
        (11_519, Some(Ago::Days(7))),
        (11_520, None),
    ] {
        assert_eq!(ago(5, 5 + minutes * minute), told);
    }
    assert_eq!(ago(9, 5), Some(Ago::Now), "clocks are set back");
}

#[test]
fn a_search_has_all_words() {
    let head = of(&[(Some("Messages.de.json"), "{}")]).head;
    assert!(head.matches("de messages", ""));
    assert!(head.matches("repair", "修復"));
    assert!(head.matches("修復 messages", "修復"));
    assert!(head.matches("", ""));
    assert!(!head.matches("messages fr", "修復"));
}

#[test]
fn foreign_files_are_refused_in_words() {
    for (text, part) in [
        ("", "not a history"),
        ("{}", "missing field"),
        (r#"{"format":"har","version":1,"records":{}}"#, "`har`"),
        (
            r#"{"format":"ichiban-history","version":2,"records":7}"#,
            "later version",
        ),
        (
            r#"{"format":"ichiban-history","version":1,"records":[]}"#,
            "not a history",
        ),
    ] {
        let told = import(text).unwrap_err().to_string();
        assert!(told.contains(part), "{told}");
    }
}

#[test]
fn a_file_cannot_bring_what_would_not_be_kept() {
    let mut records = BTreeMap::from([("good".to_owned(), of(&[(None, "x")]))]);
    let mut empty = of(&[(None, "x")]);
    empty.work = vec![(None, String::new())];
    records.insert("bad".to_owned(), empty);
    let (read, left_out) = import(&export(records)).unwrap();
    assert_eq!(read.keys().collect::<Vec<_>>(), ["good"]);
    assert_eq!(left_out, 1);
}

proptest! {
    #[test]
    fn exporting_and_importing_loses_nothing(
        texts in prop::collection::vec((prop::option::of("[a-z.]{1,9}"), "[a-z{}\"\\\\\n ]{1,40}[a-z]"), 1..4),
        at_ms in 0..u64::from(u32::MAX),
        is_pinned: bool,
    ) {
        let mut kept = record("/docs".to_owned(), texts, BTreeMap::from([("o".to_owned(), "v".to_owned())]), at_ms).unwrap();
        kept.head.is_pinned = is_pinned;
        prop_assert_eq!(Record::of_json(&kept.to_json()), Some(kept.clone()));
        prop_assert_eq!(Head::of_json(&kept.head.to_json()), Some(kept.head.clone()));
        let records = BTreeMap::from([("k".to_owned(), kept)]);
        prop_assert_eq!(import(&export(records.clone())), Ok((records, 0)));
    }

    #[test]
    fn no_file_breaks_the_reader(text in "\\PC{0,200}") {
        let _ = import(&text);
    }

    #[test]
    fn what_is_shared_is_never_more_than_the_shorter(a in "[ab]{0,20}", b in "[ab]{0,20}") {
        prop_assert!(shared(&a, &b) <= a.len().min(b.len()));
        prop_assert_eq!(shared(&a, &a), a.len());
    }
}
