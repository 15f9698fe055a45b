//! `ichiban json segments`, `check`, `pseudo` and `translate`, as a person or a script runs them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use ichiban_json::localise::{Catalogue, Hint};
use ichiban_model::wire::WIRES;
use ichiban_replay::{Options, Server};
use serde_json::Value;

/// A folder of its own for a test, emptied first.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

fn ichiban(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ichiban"))
        .arg("json")
        .args(args)
        .output()
        .unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

fn says(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const SOURCE: &str = r#"{
  "title": "Open the <b>{{name}}</b> file",
  "save": "Save changes",
  "link": "https://example.org",
  "files_one": "{{count}} file",
  "files_other": "{{count}} files"
}
"#;

#[test]
fn segments_are_listed_with_their_places() {
    let folder = folder("segments");
    let source = write(&folder, "en.json", SOURCE);
    let output = ichiban(&["segments", &source]);
    assert!(output.status.success());
    let list = json(&output);
    assert_eq!(list.as_array().unwrap().len(), 5);
    assert_eq!(list[0]["path"], "/title");
    assert_eq!(list[0]["line"], 2);
    assert_eq!(list[0]["column"], 12);
    let kept = serde_json::json!(["<b>", "{{name}}", "</b>"]);
    assert_eq!(list[0]["placeholders"], kept);
    assert_eq!(list[2]["translatable"], false);
    assert_eq!(list[3]["plural"], "one");
}

#[test]
fn placeholders_may_be_told() {
    let folder = folder("placeholders");
    let source = write(&folder, "en.json", "{\"a\": \"Hi :name, {x}\"}");
    let placeholders = |more: &[&str]| {
        let mut args = vec!["segments", source.as_str()];
        args.extend(more);
        json(&ichiban(&args))[0]["placeholders"].clone()
    };
    assert_eq!(placeholders(&[]), serde_json::json!(["{x}"]));
    let laravel = placeholders(&["--placeholders", "laravel"]);
    assert_eq!(laravel, serde_json::json!([":name", "{x}"]));
    let output = ichiban(&["segments", &source, "--placeholders", "cobol"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(says(&output).contains("i18next"), "{}", says(&output));
}

#[test]
fn findings_have_one_shape_and_errors_decide_the_status() {
    let folder = folder("check");
    let source = write(&folder, "en.json", SOURCE);
    let target = write(
        &folder,
        "pl.json",
        "{\n  \"title\": \"Otwórz <b>{{nazwa}}</b>\",\n  \"old\": \"x\",\n  \"files_other\": \"{{count}} plików\"\n}",
    );
    let output = ichiban(&["check", &source, &target, "--locale", "pl"]);
    assert_eq!(output.status.code(), Some(1));
    let findings = json(&output);
    let findings = findings.as_array().unwrap();
    for finding in findings {
        let members: Vec<_> = finding.as_object().unwrap().keys().collect();
        let mut members: Vec<_> = members.iter().map(|it| it.as_str()).collect();
        members.sort_unstable();
        assert_eq!(
            members,
            [
                "code", "column", "hint", "line", "message", "path", "severity"
            ]
        );
    }
    let has = |code: &str, path: &str, line: u32| {
        findings
            .iter()
            .any(|it| it["code"] == code && it["path"] == path && it["line"] == line)
    };
    assert!(has("placeholder-missing", "/title", 2), "{findings:?}");
    assert!(has("placeholder-unknown", "/title", 2));
    assert!(has("key-extra", "/old", 3));
    assert!(has("key-missing", "/save", 3));
    assert!(
        has("plural-form-missing", "/files_other", 4),
        "{findings:?}"
    );
    let output = ichiban(&["check", &source, &source, "--locale", "de"]);
    assert_eq!(output.status.code(), Some(0));

    let broken = write(&folder, "de.json", "{\"a\": }");
    let output = ichiban(&["check", &source, &broken, "--locale", "de"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(json(&output)[0]["code"], "invalid-json");
    assert_eq!(json(&output)[0]["column"], 7);
    let output = ichiban(&["check", "missing.json", &source, "--locale", "de"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_pseudo_localisation_keeps_all_but_the_prose() {
    let folder = folder("pseudo");
    let source = write(&folder, "en.json", SOURCE);
    let output = ichiban(&["pseudo", &source]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        text.contains("\"title\": \"[Ööþééñ ţĥéé <b>{{name}}</b> ƒîîļéé]\""),
        "{text}"
    );
    assert!(text.contains("\"link\": \"https://example.org\""));
}

fn translate(server: &Server, scenario: &str, source: &str, more: &[&str]) -> Output {
    let endpoint = format!("{}/v1", server.url(scenario));
    let mut args = vec!["translate", source, "--endpoint", &endpoint, "--model", "m"];
    if !more.contains(&"--wire") {
        args.extend(["--wire", "openai-chat"]);
    }
    args.extend(more);
    ichiban(&args)
}

fn server() -> Server {
    Server::start(&Options {
        port: 0,
        recordings: None,
    })
    .unwrap()
}

#[test]
fn a_file_is_translated_into_several_languages() {
    let folder = folder("translate");
    let source = write(&folder, "en.json", SOURCE);
    let server = server();
    for wire in WIRES.iter().map(|wire| wire.name()) {
        let more = ["--to", "de,pl", "--wire", wire, "--overwrite"];
        let output = translate(&server, &format!("{wire},chunk=7"), &source, &more);
        assert_eq!(output.status.code(), Some(0), "{}", says(&output));
        let german = std::fs::read_to_string(folder.join("de.json")).unwrap();
        assert!(german.contains("<b>{{name}}</b>"), "{german}");
        assert!(!german.contains("Save changes"), "{german}");
        assert!(german.contains("\"link\": \"https://example.org\""));
        let polish = std::fs::read_to_string(folder.join("pl.json")).unwrap();
        assert!(polish.contains("\"files_few\": \"{{count}} "), "{polish}");
    }
    // Nothing is left to ask.
    let output = translate(&server, "again", &source, &["--to", "de"]);
    assert_eq!(output.status.code(), Some(0), "{}", says(&output));
    assert!(server.sent("again").is_empty());
    // A source that changed in one place is asked for in one place.
    let memory = folder.join("memory.json");
    let memory = memory.to_string_lossy();
    let more = ["--to", "fr", "--overwrite", "--memory", &memory];
    assert!(translate(&server, "first", &source, &more).status.success());
    let source = write(
        &folder,
        "en.json",
        &SOURCE.replace("Save changes", "Save all"),
    );
    assert!(
        translate(&server, "second", &source, &more)
            .status
            .success()
    );
    let sent = server.sent("second");
    assert_eq!(sent.len(), 1);
    let body = sent[0].body.to_string();
    assert!(
        body.contains("Save all") && !body.contains("Open the"),
        "{body}"
    );
}

#[test]
fn failures_are_told_in_words_and_what_settled_is_written() {
    let folder = folder("failures");
    let source = write(&folder, "en.json", SOURCE);
    let server = server();
    let to = ["--to", "de"];
    let output = translate(&server, "locked,key=secret", &source, &to);
    assert_eq!(output.status.code(), Some(3), "{}", says(&output));
    assert!(says(&output).contains("key"), "{}", says(&output));
    let output = translate(
        &server,
        "busy,status=429,retry-after-ms=20,times=2",
        &source,
        &to,
    );
    assert_eq!(output.status.code(), Some(0), "{}", says(&output));
    let output = ichiban(&[
        "translate",
        &source,
        "--to",
        "fr",
        "--endpoint",
        "http://127.0.0.1:9/v1",
        "--wire",
        "openai-chat",
        "--model",
        "m",
        "--parallel",
        "0",
    ]);
    assert_eq!(output.status.code(), Some(2));
    let output = translate(&server, "page,html", &source, &["--to", "it"]);
    assert_ne!(output.status.code(), Some(0));
    let written = std::fs::read_to_string(folder.join("it.json")).unwrap();
    assert_eq!(written, SOURCE);
    let output = translate(&server, "plain", &source, &["--to", "no such"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn what_a_model_gets_wrong_stays_in_the_source_language() {
    let folder = folder("wrong");
    let source = write(&folder, "en.json", SOURCE);
    let server = server();
    let output = translate(&server, "echo,model=echo", &source, &["--to", "de"]);
    assert_eq!(output.status.code(), Some(1), "{}", says(&output));
    assert!(
        says(&output).contains("/save needs attention"),
        "{}",
        says(&output)
    );
    assert_eq!(
        std::fs::read_to_string(folder.join("de.json")).unwrap(),
        SOURCE
    );
}

/// Models that answer nothing of use, whatever they are asked.
static ADVERSE: &[&str] = &[
    "drop-placeholder",
    "double-placeholder",
    "rename-placeholder",
    "translate-placeholder",
    "reorder-placeholder",
    "comments",
    "french",
    "echo",
    "wrong-names",
    "empty",
    "not-json",
    "duplicates",
    "numbers",
];

#[test]
fn nothing_that_an_adverse_model_says_reaches_a_file_of_any_format() {
    let folder = folder("adverse");
    let server = server();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("../json/tests/fixtures/attack");
    for fixture in std::fs::read_dir(fixtures).unwrap() {
        let fixture = fixture.unwrap().path();
        let name = fixture.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&fixture).unwrap();
        let source = write(&folder, &name, &text);
        let catalogue = Catalogue::read(text, &Hint::path(name.as_str())).unwrap();
        let locale = "de".parse().unwrap();
        let untouched = catalogue.write(&locale, |_| None);
        let written = catalogue
            .format()
            .file_name(&name, catalogue.locale(), &locale);
        for model in ADVERSE {
            let out = folder.join(model);
            let out = out.to_string_lossy();
            let scenario = format!("{name}-{model},model={model}");
            let more = ["--to", "de", "--out", &out, "--overwrite"];
            let output = translate(&server, &scenario, &source, &more);
            assert_eq!(
                output.status.code(),
                Some(1),
                "{name} {model}: {}",
                says(&output)
            );
            let written = std::fs::read_to_string(Path::new(&*out).join(&written)).unwrap();
            assert_eq!(written, untouched, "{name} {model}");
        }
    }
}

#[test]
fn a_file_that_has_every_language_is_written_to() {
    let folder = folder("shared");
    let fixture = include_str!("../../json/tests/fixtures/localise/Localizable.xcstrings");
    let source = write(&folder, "Localizable.xcstrings", fixture);
    let server = server();
    let output = translate(&server, "shared", &source, &["--to", "de,ja"]);
    assert_eq!(output.status.code(), Some(0), "{}", says(&output));
    let written = std::fs::read_to_string(&source).unwrap();
    let written: Value = serde_json::from_str(&written).unwrap();
    let hello = &written["strings"]["Hello"]["localizations"];
    assert_eq!(hello["de"]["stringUnit"]["value"], "Héľľó");
    assert_eq!(hello["ja"]["stringUnit"]["state"], "translated");
    // What was there is kept, and nothing is left to ask.
    let price = &written["strings"]["%@ costs %lld"]["localizations"];
    assert_eq!(price["de"]["stringUnit"]["value"], "%1$@ kostet %2$lld");
    let output = translate(&server, "shared-again", &source, &["--to", "de,ja"]);
    assert_eq!(output.status.code(), Some(0), "{}", says(&output));
    assert!(server.sent("shared-again").is_empty());
}

#[test]
fn only_what_changed_is_asked_for_again() {
    let folder = folder("changed");
    let server = server();
    let source = write(&folder, "en.json", SOURCE);
    let memory = folder.join("memory.json").to_string_lossy().into_owned();
    let more = ["--to", "de", "--memory", &memory];
    let output = translate(&server, "changed", &source, &more);
    assert!(output.status.success(), "{}", says(&output));
    let target = folder.join("de.json").to_string_lossy().into_owned();

    write(
        &folder,
        "en.json",
        &SOURCE.replace("Save changes", "Save all"),
    );
    let output = ichiban(&["check", &source, &target, "--memory", &memory]);
    let findings = json(&output);
    let stale: Vec<_> = findings.as_array().unwrap().iter().collect();
    let stale: Vec<_> = stale
        .iter()
        .filter(|it| it["code"] == "key-stale")
        .map(|it| it["path"].as_str().unwrap())
        .collect();
    assert_eq!(stale, ["/save"]);

    // A model that fails leaves the stale translation, which stays stale.
    let output = translate(&server, "changed-empty,model=empty", &source, &more);
    assert_eq!(output.status.code(), Some(1), "{}", says(&output));
    let kept = std::fs::read_to_string(&target).unwrap();
    assert!(kept.contains("Šávé čháñgéš"), "{kept}");
    let output = translate(&server, "changed-again", &source, &more);
    assert!(output.status.success(), "{}", says(&output));
    let sent = server.sent("changed-again");
    assert_eq!(sent.len(), 1);
    let body = sent[0].body.to_string();
    assert!(
        body.contains("Save all") && !body.contains("Open the"),
        "{body}"
    );
    let written = std::fs::read_to_string(&target).unwrap();
    assert!(written.contains("Šávé áľľ"), "{written}");
}

#[test]
fn a_memory_of_another_program_is_used_and_kept() {
    let folder = folder("tmx");
    let server = server();
    let source = write(&folder, "en.json", SOURCE);
    let foreign = concat!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n",
        "<tmx version=\"1.4\"><header creationtool=\"Other\" srclang=\"en-US\"/><body>\n",
        "<tu tuid=\"1\"><note>Approved</note><tuv xml:lang=\"en-US\"><seg>Save changes</seg></tuv>",
        "<tuv xml:lang=\"de-DE\"><seg>Änderungen sichern</seg></tuv></tu>\n",
        // It lacks the placeholder, and is not believed.
        "<tu><tuv xml:lang=\"en\"><seg>Open the &lt;b>{{name}}&lt;/b> file</seg></tuv>",
        "<tuv xml:lang=\"de\"><seg>Datei öffnen</seg></tuv></tu>\n</body></tmx>\n",
    );
    let memory = write(&folder, "team.tmx", foreign);
    let more = ["--to", "de", "--memory", &memory];
    let output = translate(&server, "tmx", &source, &more);
    assert!(output.status.success(), "{}", says(&output));
    let target = folder.join("de.json");
    let written = std::fs::read_to_string(&target).unwrap();
    assert!(
        written.contains("\"save\": \"Änderungen sichern\""),
        "{written}"
    );
    assert!(written.contains("Ópéñ"), "{written}");
    let kept = std::fs::read_to_string(&memory).unwrap();
    assert!(kept.contains("<note>Approved</note>"), "{kept}");
    // All is in it now: nothing is asked for again.
    std::fs::remove_file(&target).unwrap();
    let output = translate(&server, "tmx-again", &source, &more);
    assert!(output.status.success(), "{}", says(&output));
    assert!(server.sent("tmx-again").is_empty());
    assert_eq!(std::fs::read_to_string(&target).unwrap(), written);

    let fresh = folder.join("fresh.tmx").to_string_lossy().into_owned();
    let more = ["--to", "de", "--overwrite", "--memory", &fresh];
    let output = translate(&server, "tmx-fresh", &source, &more);
    assert!(output.status.success(), "{}", says(&output));
    let text = std::fs::read_to_string(&fresh).unwrap();
    assert!(
        text.contains("<tuv xml:lang=\"de\"><seg>Šávé čháñgéš</seg></tuv>"),
        "{text}"
    );

    write(&folder, "broken.tmx", "<tmx>\n<body></tu>");
    let broken = folder.join("broken.tmx").to_string_lossy().into_owned();
    let output = translate(
        &server,
        "tmx-broken",
        &source,
        &["--to", "de", "--memory", &broken],
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(
        says(&output).contains("broken.tmx:2:7"),
        "{}",
        says(&output)
    );
}
