//! What is not a text stays as it is, byte for byte: in the corpora and in files made up.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use ichiban_json::localise::{Catalogue, Hint, SegmentId, Translation};
use proptest::prelude::*;

#[expect(
    clippy::print_stderr,
    reason = "whoever runs the tests without the corpora is told so"
)]
fn corpora(folder: &str) -> Option<PathBuf> {
    let root = std::env::var_os("ICHIBAN_CORPORA").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora"),
        PathBuf::from,
    );
    let folder = root.join(folder);
    if folder.is_dir() {
        return Some(folder);
    }
    assert!(
        std::env::var_os("CI").is_none(),
        "{} is missing",
        folder.display()
    );
    eprintln!("skipped: {} is missing", folder.display());
    None
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|it| it == "json") {
            found.push(path);
        }
    }
}

/// Writes with one text replaced, and expects that its value alone differs and reads as given.
fn one_changes(catalogue: &Catalogue, hint: &Hint, at: usize, text: &str) {
    let locale = catalogue.locale().cloned().unwrap_or("de".parse().unwrap());
    let given = Translation::plain(text);
    let written = catalogue.write(&locale, |id| (id.index() == at).then_some(&given));
    let slot = &catalogue.segments()[at].slot;
    let source = catalogue.text();
    assert_eq!(written[..slot.start], source[..slot.start]);
    let tail = &source[slot.end..];
    assert!(written.ends_with(tail));
    let again = Catalogue::read(written, hint).unwrap();
    assert_eq!(again.segments().len(), catalogue.segments().len());
    assert_eq!(again.segments()[at].text, text);
}

#[test]
fn every_file_of_the_corpora_comes_back_as_it_was() {
    let mut found = Vec::new();
    for folder in ["i18n", "json/samples"] {
        if let Some(folder) = corpora(folder) {
            files(&folder, &mut found);
        }
    }
    for path in found {
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        let hint = Hint::path(path.to_string_lossy());
        let Ok(catalogue) = Catalogue::read(text.as_str(), &hint) else {
            continue;
        };
        let locale = catalogue.locale().cloned().unwrap_or("en".parse().unwrap());
        let same: Vec<_> = catalogue
            .segments()
            .iter()
            .map(|it| Translation::plain(it.text.clone()))
            .collect();
        assert!(
            catalogue.write(&locale, |_| None) == text,
            "{}",
            path.display()
        );
        let written = catalogue.write(&locale, |id| same.get(id.index()));
        assert!(written == text, "{}", path.display());
        for at in [0, catalogue.segments().len() / 2] {
            if at < catalogue.segments().len() {
                one_changes(&catalogue, &hint, at, "Größe \"x\"\n\\ \u{1F600}");
            }
        }
    }
}

/// A JSON document with its layout: any white space, escapes and order.
fn document() -> impl Strategy<Value = String> {
    let space = prop_oneof![
        Just(""),
        Just(" "),
        Just("\n  "),
        Just("\r\n\t"),
        Just("  ")
    ];
    let text = prop_oneof![
        Just("plain"),
        Just(""),
        Just("caf\\u00e9"),
        Just("caf\\u00C9"),
        Just("é\u{1F600}"),
        Just("a\\/b"),
        Just("{{count}} of {total}"),
        Just("<b>x</b> \\\"q\\\" \\n"),
        Just("\\ud83d\\ude00"),
        Just("$NAME$ %s %% 'x'"),
    ];
    let leaf = prop_oneof![
        4 => text.prop_map(|it| format!("\"{it}\"")),
        1 => Just("12.5e3".to_owned()),
        1 => Just("null".to_owned()),
    ];
    let key = prop_oneof![
        Just("a"),
        Just("b_one"),
        Just("b_other"),
        Just("message"),
        Just("description"),
        Just("@@locale"),
        Just("sl\\/ash~"),
    ];
    let value = leaf.prop_recursive(3, 24, 4, move |inner| {
        let member = (key.clone(), space.clone(), inner.clone(), space.clone());
        prop_oneof![
            proptest::collection::vec(member, 0..4).prop_map(|members| {
                let mut out = "{".to_owned();
                for (at, (key, before, value, after)) in members.iter().enumerate() {
                    let comma = if at == 0 { "" } else { "," };
                    write!(
                        out,
                        "{comma}{before}\"{key}\"{after}:{before}{value}{after}"
                    )
                    .unwrap();
                }
                out + "}"
            }),
            proptest::collection::vec(inner, 0..4)
                .prop_map(|items| format!("[{}]", items.join(", "))),
        ]
    });
    (
        value,
        prop_oneof![Just(""), Just("\u{feff}")],
        prop_oneof![Just(""), Just("\n")],
    )
        .prop_map(|(value, mark, end)| format!("{mark}{value}{end}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_made_up_file_comes_back_as_it_was(text in document(), given in "\\PC{0,12}", pick in 0..64_usize) {
        let hint = Hint { format: Some("i18next".to_owned()), ..Hint::default() };
        let catalogue = Catalogue::read(text.as_str(), &hint).unwrap();
        let locale = "en".parse().unwrap();
        prop_assert_eq!(&catalogue.write(&locale, |_| None), &text);
        let same: Vec<_> = catalogue.segments().iter().map(|it| Translation::plain(it.text.clone())).collect();
        prop_assert_eq!(&catalogue.write(&locale, |id: SegmentId| same.get(id.index())), &text);
        if !catalogue.segments().is_empty() {
            one_changes(&catalogue, &hint, pick % catalogue.segments().len(), &given);
        }
    }
}
