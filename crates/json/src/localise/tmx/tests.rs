//! Round trips, other programs' files, hostile ones.

use proptest::prelude::*;

use super::{decode, encode, read, update, write};
use crate::localise::Memory;
use crate::localise::memory::{Key, Made, UNKNOWN_CONTEXT};

fn key(source: &str, locale: &str) -> Key {
    Key {
        source: source.to_owned(),
        context: String::new(),
        locale: locale.parse().unwrap(),
        glossary: 0,
    }
}

/// A key as another program's memory has it.
fn foreign(source: &str, locale: &str) -> Key {
    Key {
        context: UNKNOWN_CONTEXT.to_owned(),
        ..key(source, locale)
    }
}

/// What another program wrote, with all that this one does not know.
const FOREIGN: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="Other" segtype="sentence" o-tmf="x" adminlang="EN" srclang="EN-US" datatype="html"/>
  <body>
    <tu tuid="7" changedate="20240101T000000Z">
      <note>Approved</note>
      <prop type="client">A &amp; B</prop>
      <tuv xml:lang="DE-DE"><seg>Öffne <bpt i="1">&lt;b&gt;</bpt>{name}<ept i="1">&lt;/b&gt;</ept> &#169;</seg></tuv>
      <tuv xml:lang="EN-US"><seg>Open <bpt i="1">&lt;b&gt;</bpt>{name}<ept i="1">&lt;/b&gt;</ept> &#169;</seg></tuv>
      <tuv xml:lang="fr"><seg><![CDATA[Ouvrir <b>{name}</b>]]> ©<ph x="1"/></seg></tuv>
    </tu>
    <tu><tuv xml:lang="en-us"><seg>Lonely</seg></tuv></tu>
    <tu><tuv lang="en"><seg>Old</seg></tuv><tuv lang="klingon!"><seg>x</seg></tuv><tuv lang="pt_br"><seg>Velho<hi>!</hi></seg></tuv></tu>
  </body>
</tmx>
"#;

#[test]
fn what_other_programs_write_is_read() {
    let tmx = read(FOREIGN, None).unwrap();
    let get =
        |source: &str, locale: &str| tmx.memory.get(&foreign(source, locale)).map(str::to_owned);
    let source = "Open <b>{name}</b> ©";
    assert_eq!(get(source, "de-DE").unwrap(), "Öffne <b>{name}</b> ©");
    assert_eq!(get(source, "fr").unwrap(), "Ouvrir <b>{name}</b> ©");
    assert_eq!(get("Old", "pt-BR").unwrap(), "Velho!");
    assert_eq!(tmx.memory.len(), 3);
    let told: Vec<_> = tmx
        .notices
        .iter()
        .map(|it| (it.place.line, it.message.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (13, "The unit has no translation."),
            (14, "`klingon!` is not a language tag.")
        ]
    );
}

#[test]
fn another_programs_file_keeps_every_byte() {
    let mut memory = read(FOREIGN, None).unwrap().memory;
    assert_eq!(update(FOREIGN, &memory, None).unwrap(), FOREIGN);
    let source = "en-US".parse().unwrap();
    memory.insert(key("New", "de"), "Neu".to_owned());
    memory.insert_made(Made {
        locale: "de".parse().unwrap(),
        name: "/a \"b\"".to_owned(),
        target: 1,
        source: u64::MAX,
    });
    let updated = update(FOREIGN, &memory, Some(&source)).unwrap();
    let mut rest = updated.as_str();
    // Line by line what was there is there still, in order.
    for line in FOREIGN.lines().map(|it| it.trim_end_matches("/>")) {
        let at = rest.find(line).unwrap_or_else(|| panic!("{line} is gone"));
        rest = &rest[at + line.len()..];
    }
    assert_eq!(read(&updated, None).unwrap().memory, memory);
    assert_eq!(update(&updated, &memory, Some(&source)).unwrap(), updated);
}

#[test]
fn a_language_that_the_file_leaves_open_is_the_one_given() {
    let file = r#"<tmx version="1.4"><header srclang="*all*"/><body><tu>
        <tuv xml:lang="de"><seg>Ja</seg></tuv><tuv xml:lang="en"><seg>Yes</seg></tuv></tu></body></tmx>"#;
    let english = read(file, Some(&"en-GB".parse().unwrap())).unwrap().memory;
    assert_eq!(english.get(&foreign("Yes", "de")), Some("Ja"));
    let first = read(file, None).unwrap().memory;
    assert_eq!(first.get(&foreign("Ja", "en")), Some("Yes"));
}

#[test]
fn what_is_broken_is_told_with_its_place() {
    let bomb = "<!DOCTYPE tmx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<tmx><header/><body>\n\
        <tu><tuv xml:lang=\"en\"><seg>x&b;</seg></tuv></tu></body></tmx>";
    let deep = "<tmx>".to_owned() + &"<hi>".repeat(10_000);
    for (file, line, column) in [
        ("", 1, 1),
        ("Hello", 1, 1),
        ("<html></html>", 1, 1),
        ("<tmx><header/>\n<body>", 2, 7),
        ("<tmx><header/>\n <body></tu></tmx>", 2, 8),
        ("<tmx>\n<header a=b/></tmx>", 2, 1),
        (bomb, 3, 30),
        (deep.as_str(), 1, 1 + 5 + 63 * 4),
    ] {
        let fault = read(file, None).unwrap_err();
        assert_eq!(
            (fault.place.line, fault.place.column),
            (line, column),
            "{file:.60}: {}",
            fault.message
        );
        assert_eq!(fault.code, "invalid-tmx");
    }
}

#[test]
fn files_in_utf_16_are_read_and_written() {
    for bytes in [
        encode(FOREIGN, super::Encoding::Utf16Le),
        encode(FOREIGN, super::Encoding::Utf16Be),
        FOREIGN.as_bytes().to_vec(),
    ] {
        let (text, encoding) = decode(&bytes).unwrap();
        assert_eq!(text, FOREIGN);
        assert_eq!(encode(&text, encoding), bytes);
    }
    assert!(decode(b"<tmx>\n\xff").unwrap_err().place.line == 2);
    assert!(decode(&[0xff, 0xfe, 0x3c]).is_err());
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "\\PC{0,12}",
        2 => "[a-z<>&\"'\\t\\n\\r \u{0}-\u{1f}\u{7f}-\u{9f}\u{fffe}\u{ffff}\u{2028}]{0,12}",
        1 => Just("]]> <ph x=\"1\" type=\"x-ichiban-character\">U+0041</ph> &amp;".to_owned()),
    ]
}

fn memories() -> impl Strategy<Value = Memory> {
    let locale = prop_oneof![Just("de"), Just("pt-BR"), Just("zh-Hant"), Just("en")];
    let glossary = prop_oneof![Just(0), any::<u64>()];
    let entry = (text(), text(), text(), locale.clone(), glossary);
    let made = (locale, text(), any::<u64>(), any::<u64>());
    (
        proptest::collection::vec(entry, 0..8),
        proptest::collection::vec(made, 0..4),
    )
        .prop_map(|(entries, all)| {
            let mut memory = Memory::default();
            for (source, target, context, locale, glossary) in entries {
                let locale = locale.parse().unwrap();
                let key = Key {
                    source,
                    context,
                    locale,
                    glossary,
                };
                memory.insert(key, target);
            }
            for (locale, name, target, source) in all {
                let locale = locale.parse().unwrap();
                memory.insert_made(Made {
                    locale,
                    name,
                    target,
                    source,
                });
            }
            memory
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_memory_comes_back_as_it_was(memory in memories(), known in any::<bool>()) {
        let source = "en".parse().unwrap();
        let written = write(&memory, known.then_some(&source));
        let tmx = read(&written, None).unwrap();
        prop_assert!(tmx.notices.is_empty(), "{:?}", tmx.notices);
        prop_assert_eq!(&tmx.memory, &memory);
        prop_assert_eq!(update(&written, &memory, known.then_some(&source)).unwrap(), written);
    }

    #[test]
    fn no_file_makes_it_fall_over(text in "\\PC{0,80}", at in 0..FOREIGN.len()) {
        let _ = read(&text, None);
        let cut: String = FOREIGN.chars().take(at).collect();
        let _ = read(&cut, None);
        let _ = read(&format!("{cut}{text}"), None);
    }
}
