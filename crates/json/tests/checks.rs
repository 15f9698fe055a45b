//! Each rule on texts it is for and on texts it must leave alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_json::localise::check::{self, Author, CHECKS, Terms};
use ichiban_json::localise::{Catalogue, Glossary, Hint, SegmentId, Syntax};
use ichiban_tool::Severity;

/// What the rules say of a translation, as `code!` for errors and `code` for the rest.
fn findings(syntax: &str, locale: &str, source: &str, target: &str, author: Author) -> Vec<String> {
    let syntax = match syntax {
        "icu" => Syntax::ICU,
        "" => Syntax::detect([source]),
        other => panic!("{other}"),
    };
    let hint = Hint {
        syntax: Some(syntax),
        ..Hint::default()
    };
    let json = serde_json::json!({ "a": source }).to_string();
    let catalogue = Catalogue::read(json, &hint).unwrap();
    let glossary = Glossary::from_pairs([
        ("Board".to_owned(), "Brett".to_owned()),
        ("Ichiban".to_owned(), String::new()),
    ]);
    let terms = Terms {
        syntax: catalogue.syntax(),
        source_locale: Some(&"en".parse().unwrap()),
        locale: &locale.parse().unwrap(),
        glossary: &glossary,
        allow_unchanged: false,
        author,
    };
    check::translation(&catalogue, SegmentId(0), target, &terms)
        .into_iter()
        .map(|it| {
            let mark = if it.severity == Severity::Error {
                "!"
            } else {
                ""
            };
            format!("{}{mark}", it.code)
        })
        .collect()
}

/// Syntax, locale, source, translation, what is found when a person wrote it.
type Case = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static [&'static str],
);

static CASES: &[Case] = &[
    // Placeholders
    ("", "de", "Hello {name}", "Hallo {name}", &[]),
    (
        "",
        "de",
        "Hello {name}",
        "Hallo {Name}",
        &["placeholder-missing!", "placeholder-unknown!"],
    ),
    ("", "de", "Hello {name}", "Hallo", &["placeholder-missing!"]),
    (
        "",
        "de",
        "Hello {{name}}",
        "Hallo {name}",
        &["placeholder-missing!"],
    ),
    ("", "de", "{a} to {b}", "{b} von {a}", &[]),
    (
        "",
        "de",
        "{a} to you",
        "{a} an dich, {a}",
        &["placeholder-count"],
    ),
    ("", "de", "%s has %d", "%s hat %d", &[]),
    (
        "",
        "de",
        "%s has %d",
        "%d hat %s",
        &["placeholder-order!", "placeholder-order!"],
    ),
    ("", "de", "%s has %d", "%2$d hat %1$s", &[]),
    ("", "de", "%1$s has %2$d", "%2$d hat %1$s", &[]),
    ("", "de", "%d of %s", "%u von %s", &[]),
    (
        "",
        "de",
        "%s and more",
        "und mehr",
        &["placeholder-missing!"],
    ),
    (
        "",
        "de",
        "See $t(home.title) now",
        "Siehe $t(start.titel) jetzt",
        &["placeholder-missing!", "placeholder-unknown!"],
    ),
    // ICU
    (
        "icu",
        "de",
        "{n, plural, one {# day} other {# days}}",
        "{n, plural, one {# Tag} other {# Tage}}",
        &[],
    ),
    (
        "icu",
        "de",
        "{n, plural, one {# day} other {# days}}",
        "{n, plural, one {# Tag} other {# Tage}",
        &["icu-syntax!"],
    ),
    (
        "icu",
        "de",
        "{n, plural, one {# day} other {# days}}",
        "{n, plural, one {# Tag}}",
        &["plural-other-missing!"],
    ),
    (
        "icu",
        "de",
        "{n, plural, one {# day} other {# days}}",
        "{n, plural, other {# Tage}}",
        &["plural-category-missing"],
    ),
    (
        "icu",
        "pl",
        "{n, plural, one {# day} other {# days}}",
        "{n, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}",
        &[],
    ),
    (
        "icu",
        "pl",
        "{n, plural, one {# day} other {# days}}",
        "{n, plural, one {# dzień} other {# dni}}",
        &["plural-category-missing"],
    ),
    (
        "icu",
        "fr",
        "{n, plural, one {# day} other {# days}}",
        "{n, plural, one {# jour} other {# jours}}",
        &[],
    ),
    (
        "icu",
        "ja",
        "{n, plural, one {# day} other {# days}}",
        "{n}日",
        &[],
    ),
    (
        "icu",
        "de",
        "{n, plural, one {# day} other {# days}}",
        "{n} Tage",
        &["plural-missing"],
    ),
    (
        "icu",
        "ja",
        "{n, plural, one {# day} other {# days}}",
        "{n, plural, one {#日} other {#日}}",
        &["plural-category-unused"],
    ),
    (
        "icu",
        "de",
        "{n, plural, =0 {none} other {# days}}",
        "{n, plural, =0 {keine} one {# Tag} other {# Tage}}",
        &[],
    ),
    (
        "icu",
        "de",
        "{g, select, male {his} other {their}} file",
        "{g, select, männlich {seine} other {ihre}} Datei",
        &["select-keyword-unknown!", "select-keyword-missing"],
    ),
    ("icu", "de", "Open ''{name}''", "''{name}'' öffnen", &[]),
    ("icu", "de", "Open '{'name'}'", "'{'name'}' öffnen", &[]),
    ("icu", "de", "Don't stop", "Nicht aufhören", &[]),
    (
        "icu",
        "de",
        "Use {day, date, long} now",
        "Nutze {day, date, short} jetzt",
        &[],
    ),
    // Tags
    ("", "de", "Read <b>this</b>", "Lies <b>das</b>", &[]),
    ("", "de", "Read <b>this</b>", "Lies das", &["tag-missing!"]),
    (
        "",
        "de",
        "Read <b>this</b>",
        "Lies <i>das</i>",
        &["tag-missing!", "tag-unknown!", "tag-unknown!"],
    ),
    (
        "",
        "de",
        "Read <b>this</b>",
        "Lies </b>das<b>",
        &["tag-unbalanced!"],
    ),
    ("", "de", "One<br>two", "Eins<br/>zwei", &[]),
    ("", "de", "a < b and b > c", "a < b und b > c", &[]),
    // Texts
    ("", "de", "Save", "", &["empty"]),
    ("", "de", "Save", "Save", &["unchanged"]),
    ("", "de", "Ichiban", "Ichiban", &[]),
    ("", "en-GB", "Save", "Save", &[]),
    ("", "de", "Total: ", "Summe:", &["whitespace-end"]),
    ("", "de", "Save it", " Sichern", &["whitespace-start"]),
    ("", "de", "Save it", "Jetzt\nsichern", &["newlines"]),
    (
        "",
        "de",
        "See https://example.org/a",
        "Siehe https://example.org/a",
        &[],
    ),
    (
        "",
        "de",
        "See https://example.org/a",
        "Siehe https://example.org/b",
        &["url-missing", "url-unknown"],
    ),
    (
        "",
        "de",
        "Write to help@example.org",
        "Schreib an hilfe@example.org",
        &["email-missing", "email-unknown"],
    ),
    (
        "",
        "de",
        "Up to 10 files",
        "Bis zu 100 Dateien",
        &["number-missing", "number-unknown"],
    ),
    ("", "de", "Up to 1,000 files", "Bis zu 1.000 Dateien", &[]),
    ("", "ar", "Up to 10 files", "حتى ١٠ ملفات", &[]),
    ("", "de", "Delete this?", "Löschen.", &["punctuation-end"]),
    ("", "ja", "Delete this?", "削除しますか？", &[]),
    ("", "de", "Save it", "Sichern\u{200b}", &["invisible"]),
    ("", "fa", "Save it now", "اکنون ذخیره می\u{200c}شود", &[]),
    (
        "",
        "ar",
        "Save it now",
        "\u{202b}احفظ الآن",
        &["bidi-unbalanced"],
    ),
    (
        "",
        "de",
        "Save it now",
        "\u{202e}Jetzt sichern\u{202c}",
        &["bidi-override"],
    ),
    ("", "de", "&Open", "&Öffnen", &[]),
    ("", "de", "&Open", "Öffnen", &["accelerator"]),
    ("", "de", "Tom &amp; Jerry", "Tom und Jerry", &[]),
    ("", "de", "New board", "Neue Tafel", &["glossary-term"]),
    ("", "de", "Two boards", "Zwei Bretter", &[]),
    (
        "",
        "de",
        "Start Ichiban now",
        "Starte jetzt",
        &["glossary-kept"],
    ),
    (
        "",
        "de",
        "Open the file",
        "Öffne die die Datei",
        &["repeated-word"],
    ),
    (
        "",
        "de",
        "Size (in pixels)",
        "Größe (in Pixeln",
        &["brackets"],
    ),
    (
        "",
        "ja",
        "Save all the changes",
        "Alle Änderungen sichern bitte",
        &["script"],
    ),
    ("", "ja", "Open GitHub", "GitHubを開く", &[]),
    (
        "",
        "de",
        "Delete the file and its copies?",
        "Voulez-vous supprimer le fichier et ses copies ?",
        &["language", "punctuation-space"],
    ),
    ("", "de", "Name\\tSize", "Name Größe", &["escape"]),
    // Markdown
    (
        "",
        "de",
        "See [the guide](/help)",
        "Siehe [den Leitfaden](/help)",
        &[],
    ),
    (
        "",
        "de",
        "See [the guide](/help)",
        "Siehe [den Leitfaden] (/help)",
        &["markdown-structure", "url-missing"],
    ),
    (
        "",
        "de",
        "See [the guide](/help)",
        "Siehe [den Leitfaden](/hilfe)",
        &["url-missing", "url-unknown"],
    ),
    ("", "de", "Run `save` now", "Jetzt `save` ausführen", &[]),
    (
        "",
        "de",
        "Run `save` now",
        "Jetzt `sichern` ausführen",
        &["literal"],
    ),
    ("", "de", "A **bold** move", "Ein **kühner** Zug", &[]),
    (
        "",
        "de",
        "A **bold** move",
        "Ein kühner Zug",
        &["markdown-emphasis"],
    ),
    ("", "ja", "A **bold** move now", "今は**大胆**です", &[]),
    ("", "de", "2*3*4 is `x` here", "2·3·4 ist `x` hier", &[]),
    ("", "de", "On **May** 3", "3. **Mai** kommt", &[]),
    (
        "",
        "de",
        "- **One** thing\n- Two things",
        "- **Ein** Ding\nZwei Dinge",
        &["markdown-structure"],
    ),
    // What careful readers look for
    ("", "de", "Copy the URL", "Kopiere die LUR", &["acronym"]),
    ("", "de", "Copy the URL", "URL kopieren", &[]),
    ("", "de", "COPY THE FILE", "DATEI KOPIEREN", &[]),
    (
        "",
        "de",
        "translator-credits",
        "translator-credits",
        &["credits", "unchanged"],
    ),
    (
        "",
        "de",
        "Open the \"file\" now",
        "Öffne die „Datei jetzt",
        &["quotation-double"],
    ),
    (
        "",
        "fr",
        "Open the \"file\" now",
        "Ouvrez « le fichier » vite",
        &[],
    ),
    (
        "",
        "de",
        "Press 'Enter' now",
        "Drücke jetzt Enter",
        &["quotation-single"],
    ),
    ("", "de", "Press 'Enter' now", "Drücke jetzt „Enter“", &[]),
    (
        "",
        "de",
        "Don't press the users' keys",
        "Drücke keine Tasten",
        &[],
    ),
    (
        "",
        "de",
        "Open the file",
        "Öffne  die Datei",
        &["double-space"],
    ),
    ("", "de", "…and more", "und mehr", &["punctuation-start"]),
    ("", "de", "...and more", "… und mehr", &[]),
    ("", "es", "Delete it?", "¿Borrarlo?", &[]),
    (
        "",
        "de",
        "Save, then close",
        "Sichern , dann schließen",
        &["punctuation-space"],
    ),
    ("", "fr", "Delete it now?", "Supprimer maintenant ?", &[]),
    (
        "",
        "de",
        "Open the .json file",
        "Öffne die .json Datei",
        &[],
    ),
    (
        "",
        "de",
        "Edit /etc/hosts now",
        "Bearbeite /usw/wirte",
        &["file-path"],
    ),
    (
        "",
        "de",
        "Edit ~/.config/app.",
        "Bearbeite ~/.config/app.",
        &[],
    ),
    (
        "",
        "de",
        "Mail and/or chat, 5 € /day",
        "Mail und Chat, 5 € /Tag",
        &[],
    ),
    (
        "",
        "de",
        "Call close() first",
        "Rufe erst schließen() auf",
        &["function"],
    ),
    ("", "de", "Call close() first", "Rufe erst close() auf", &[]),
    (
        "",
        "de",
        "Use --force to go on",
        "Nutze --gewalt dafür",
        &["option"],
    ),
    (
        "",
        "de",
        "Use --force=yes -- or not",
        "Nutze --force=ja oder nicht",
        &[],
    ),
    (
        "",
        "de",
        "OK",
        "Das ist in Ordnung, und wir machen jetzt damit weiter, bis alles fertig ist",
        &["proportion-long"],
    ),
    (
        "",
        "de",
        "All of your changes will be saved before the window closes",
        "Gut",
        &["proportion-short"],
    ),
    (
        "",
        "de",
        "…",
        "usw",
        &["pure-punctuation", "punctuation-end", "punctuation-start"],
    ),
    (
        "",
        "de",
        "It is saved. Close now? You can undo this.",
        "Alles gesichert.",
        &["sentence-count"],
    ),
    (
        "",
        "de",
        "It is saved. Close now?",
        "Gesichert z. B. im Ordner. Jetzt schließen?",
        &[],
    ),
    ("", "de", "Open file", "datei öffnen", &["capital-start"]),
    ("", "de", "Use iOS now", "iOS jetzt nutzen", &[]),
    (
        "",
        "de",
        "Save changes",
        "ÄNDERUNGEN SICHERN",
        &["capitals"],
    ),
    ("", "ja", "SAVE CHANGES", "変更を保存", &[]),
    (
        "",
        "de",
        "Delete file(s)",
        "Lösche Datei(s)",
        &["simple-plural"],
    ),
    (
        "",
        "fr",
        "Delete file(s)",
        "Supprimer le(s) fichier(s)",
        &[],
    ),
    ("", "de", "Name\tSize", "Name Größe", &["tabs"]),
    (
        "",
        "de",
        "Save",
        "#-#-#-#-# x.pot #-#-#-#-#\nSichern",
        &["merge-conflict!", "newlines"],
    ),
];

#[test]
fn a_person_is_told_what_is_wrong_and_nothing_else() {
    let mut wrong = Vec::new();
    for (syntax, locale, source, target, wanted) in CASES {
        let mut found = findings(syntax, locale, source, target, Author::Person);
        let mut wanted: Vec<_> = wanted.iter().map(|it| (*it).to_owned()).collect();
        found.sort();
        wanted.sort();
        if found != wanted {
            wrong.push(format!(
                "{locale}: {source:?} → {target:?}: found {found:?}, not {wanted:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_model_is_not_forgiven_what_a_person_is() {
    let lenient = [
        "number",
        "punctuation",
        "whitespace",
        "repeated",
        "accelerator",
        "brackets",
        "plural-category-unused",
        "markdown-emphasis",
        "acronym",
        "quotation",
        "double-space",
        "proportion-short",
        "sentence-count",
        "capital",
        "simple-plural",
    ];
    let mut wrong = Vec::new();
    for (syntax, locale, source, target, wanted) in CASES {
        let strict = wanted
            .iter()
            .any(|it| !lenient.iter().any(|prefix| it.starts_with(prefix)));
        let found = findings(syntax, locale, source, target, Author::Model);
        let refused = found.iter().any(|it| it.ends_with('!'));
        if refused != strict {
            wrong.push(format!(
                "{locale}: {source:?} → {target:?}: {found:?}, refused: {refused}"
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_limit_of_length_is_kept() {
    let json = r#"{ "a": { "message": "Save", "description": "at most 8 characters" } }"#;
    let catalogue = Catalogue::read(json, &Hint::default()).unwrap();
    let terms = Terms {
        syntax: catalogue.syntax(),
        source_locale: None,
        locale: &"de".parse().unwrap(),
        glossary: &Glossary::default(),
        allow_unchanged: false,
        author: Author::Person,
    };
    let check = |text| check::translation(&catalogue, SegmentId(0), text, &terms);
    assert!(check("Sichern").is_empty());
    assert_eq!(check("Alles sichern")[0].code, "length-limit");
}

/// The names of the files of a folder, without extension.
fn files(folder: &str) -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .filter(|it| it.extension().is_some_and(|it| it == "rs"))
        .map(|it| it.file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|it| it != "mod")
        .collect();
    names.sort();
    names
}

#[test]
fn the_table_of_rules_has_every_file_of_the_folder() {
    assert_eq!(CHECKS.len(), files("src/localise/check").len());
    let mut names: Vec<_> = CHECKS.iter().map(|it| it.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), CHECKS.len(), "two rules have one name");
}

#[test]
fn the_table_of_formats_has_every_file_of_the_folder() {
    let shared = ["json", "i18next_forms"];
    let own = files("src/localise/format")
        .into_iter()
        .filter(|it| !shared.contains(&it.as_str()))
        .count();
    assert_eq!(ichiban_json::localise::format::FORMATS.len(), own);
}
