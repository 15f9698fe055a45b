//! What of an existing translation is missing, stale, left over or as it should be.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_json::localise::format::Role;
use ichiban_json::localise::{
    Catalogue, Difference, Hint, Locale, Memory, SegmentId, Translation, difference,
};

fn read(path: &str, text: &str, role: Role) -> Catalogue {
    let hint = Hint {
        role,
        locale: (role == Role::Translation).then(german),
        ..Hint::path(path)
    };
    Catalogue::read(text, &hint).unwrap()
}

fn german() -> Locale {
    "de".parse().unwrap()
}

fn names(catalogue: &Catalogue, ids: &[SegmentId]) -> Vec<String> {
    ids.iter()
        .map(|id| catalogue.segment(*id).unwrap().pointer())
        .collect()
}

const SOURCE: &str = r#"{"save": "Save", "open": "Open", "n_one": "{{count}} file",
    "n_other": "{{count}} files", "new": "New"}"#;
const TARGET: &str = r#"{"save": "Sichern", "open": "Öffnen", "n_one": "{{count}} Datei",
    "n_other": "{{count}} Dateien", "old": "Alt"}"#;

/// A memory that knows this translation of this source.
fn memory_of(source: &Catalogue, target: &Catalogue) -> Memory {
    let mut memory = Memory::default();
    let known = difference(source, target, &german(), &memory);
    for id in &known.unchanged {
        let translation = known.existing[id.index()].as_ref().unwrap();
        memory.note(source, *id, &german(), translation);
    }
    memory
}

fn lists(source: &Catalogue, target: &Catalogue, memory: &Memory) -> [Vec<String>; 4] {
    let Difference {
        missing,
        stale,
        unchanged,
        orphaned,
        ..
    } = difference(source, target, &german(), memory);
    [
        names(source, &missing),
        names(source, &stale),
        names(source, &unchanged),
        names(target, &orphaned),
    ]
}

#[test]
fn a_text_whose_source_changed_is_stale_until_it_is_translated_again() {
    let target = read("de.json", TARGET, Role::Translation);
    let source = read("en.json", SOURCE, Role::Source);
    let memory = memory_of(&source, &target);
    let all = ["/save", "/open", "/n_one", "/n_other"];
    assert_eq!(
        lists(&source, &target, &memory),
        [vec!["/new"], vec![], all.to_vec(), vec!["/old"]].map(owned)
    );

    let changed = SOURCE.replace("\"Save\"", "\"Save all\"");
    let changed = read("en.json", &changed, Role::Source);
    let found = difference(&changed, &target, &german(), &memory);
    assert_eq!(names(&changed, &found.stale), ["/save"]);
    assert_eq!(names(&changed, &found.to_translate()), ["/save", "/new"]);
    // In another language nothing is known.
    let french = "fr".parse().unwrap();
    assert!(
        difference(&changed, &target, &french, &memory)
            .stale
            .is_empty()
    );

    // A person who changed the translation knew why.
    let mended = TARGET.replace("Sichern", "Alles sichern");
    let mended = read("de.json", &mended, Role::Translation);
    assert_eq!(lists(&changed, &mended, &memory)[1], owned(vec![]));
    // Whoever looks at it and leaves it as it is has confirmed it.
    let mut memory = memory;
    memory.note(
        &changed,
        found.stale[0],
        &german(),
        &Translation::plain("Sichern"),
    );
    assert_eq!(lists(&changed, &target, &memory)[1], owned(vec![]));
}

fn owned(list: Vec<&str>) -> Vec<String> {
    list.into_iter().map(str::to_owned).collect()
}

#[test]
fn a_memory_that_was_stored_knows_the_same() {
    let target = read("de.json", TARGET, Role::Translation);
    let source = read("en.json", SOURCE, Role::Source);
    let memory = memory_of(&source, &target);
    let stored = serde_json::to_string(&memory).unwrap();
    assert_eq!(serde_json::from_str::<Memory>(&stored).unwrap(), memory);
    // As it was stored before it knew what translations were made from.
    let list =
        r#"[{"key":{"source":"Save","context":"","locale":"de","glossary":0},"target":"Sichern"}]"#;
    assert_eq!(serde_json::from_str::<Memory>(list).unwrap().len(), 1);
}

#[test]
fn a_file_may_say_itself_what_is_stale() {
    let template = "msgid \"Save\"\nmsgstr \"\"\n\nmsgid \"Open\"\nmsgstr \"\"\n\nmsgid \"New\"\nmsgstr \"\"\n";
    let german = "#, fuzzy\n#| msgid \"Safe\"\nmsgid \"Save\"\nmsgstr \"Sicher\"\n\n\
        msgid \"Open\"\nmsgstr \"Öffnen\"\n\nmsgid \"New\"\nmsgstr \"\"\n\n#~ msgid \"Old\"\n#~ msgstr \"Alt\"\n";
    let source = read("a.pot", template, Role::Source);
    let target = read("de.po", german, Role::Translation);
    assert_eq!(
        lists(&source, &target, &Memory::default()),
        [vec!["/New"], vec!["/Save"], vec!["/Open"], vec![]].map(owned)
    );

    let catalogue = include_str!("fixtures/localise/Localizable.xcstrings");
    let source = read("a.xcstrings", catalogue, Role::Source);
    let hint = Hint {
        role: Role::Translation,
        locale: Some("pl".parse().unwrap()),
        ..Hint::path("a.xcstrings")
    };
    let target = Catalogue::read(catalogue, &hint).unwrap();
    let found = difference(&source, &target, &"pl".parse().unwrap(), &Memory::default());
    assert_eq!(names(&source, &found.stale), ["/%@ costs %lld"]);
}

#[test]
fn a_doubtful_translation_that_is_replaced_is_no_longer_doubtful() {
    let file = "#. A button\n#, fuzzy, c-format\n#| msgid \"Safe %s\"\nmsgid \"Save %s\"\nmsgstr \"Sicher %s\"\n\n\
        #, fuzzy\nmsgid \"Open\"\nmsgstr \"Offen\"\n";
    let source = read("de.po", file, Role::Source);
    let given = [
        Translation::plain("Sichere %s"),
        Translation::plain("Öffnen"),
    ];
    let written = source.write(&german(), |id| given.get(id.index()));
    assert_eq!(
        written,
        "#. A button\n#, c-format\nmsgid \"Save %s\"\nmsgstr \"Sichere %s\"\n\n\
        msgid \"Open\"\nmsgstr \"Öffnen\"\n"
    );
    // What is not translated stays doubtful.
    assert_eq!(source.write(&german(), |_| None), file);
}
