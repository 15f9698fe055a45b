//! The file of settings: what is written is read back, and nothing of a hostile file passes.
#![allow(clippy::unwrap_used)]

use ichiban_shell::secret::Kind;
use ichiban_shell::settings::{
    Fault, File, LeftOut, Limit, ReadError, SETTINGS, Settings, Shown, dollars, read,
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A value of every setting.
fn every() -> Vec<(&'static str, Value)> {
    vec![
        ("theme", json!("dark")),
        ("language", json!("de")),
        ("favourites", json!(["diagram", "convert"])),
        ("history", json!(false)),
        (
            "endpoint",
            json!({"address": "https://api.example/v1", "wire": "openai-chat", "model": "large"}),
        ),
        (
            "models",
            json!({"address": "https://api.example/v1", "tools": {"Diagram": "coder", "Docs": ""}}),
        ),
        (
            "limits",
            json!({"run-dollars": "0.5", "run-tokens": null, "day-dollars": null, "day-tokens": 20000}),
        ),
        ("translate.locales", json!(["de", "pt-BR"])),
        (
            "translate.glossary",
            json!([{"term": "order", "keep": false, "translations": {"de": "Bestellung"}}]),
        ),
        ("convert.target", json!("typescript")),
        (
            "convert.options",
            json!({"typescript": {"readonly": "true"}}),
        ),
        ("diagram.theme", json!("forest")),
        ("docs.prices", json!({"input": 0.15, "output": null})),
    ]
}

fn all() -> Settings {
    let mut settings = Settings::default();
    for (name, value) in every() {
        settings.set(name, value).unwrap();
    }
    settings
}

/// A file with these settings as they stand here, sound or not.
fn file(settings: &Value) -> File {
    read(&json!({"ichiban": "settings", "version": 1, "settings": settings}).to_string()).unwrap()
}

#[test]
fn every_setting_is_written_and_read_back() {
    assert_eq!(every().len(), SETTINGS.len());
    let written = all().write();
    let back = read(&written).unwrap();
    assert!(back.left_out.is_empty());
    assert_eq!(back.settings, all());
    assert_eq!(back.settings.write(), written);
    let nothing = read(&Settings::default().write()).unwrap();
    assert!(nothing.settings.is_empty());
}

#[test]
fn the_file_names_its_settings_in_the_order_of_the_table() {
    let written = all().write();
    let places: Vec<_> = SETTINGS
        .iter()
        .map(|it| written.find(&format!("\n    \"{}\": ", it.name)).unwrap())
        .collect();
    assert!(places.is_sorted(), "{written}");
    // The order in which they were set does not show.
    let mut backwards = Settings::default();
    for (name, value) in every().into_iter().rev() {
        backwards.set(name, value).unwrap();
    }
    assert_eq!(backwards.write(), written);
}

/// Files of the first version are read for ever: this one was written by it.
#[test]
fn the_first_versions_file_is_still_read() {
    let kept = include_str!("fixtures/settings-v1.json");
    // What has come since is in no such file.
    let mut first = Settings::default();
    for (name, value) in every().into_iter().filter(|(name, _)| *name != "language") {
        first.set(name, value).unwrap();
    }
    assert_eq!(read(kept).unwrap().settings, first);
    assert_eq!(first.write(), kept);
}

#[test]
fn a_later_version_is_refused_whole() {
    let later = r#"{"ichiban": "settings", "version": 2, "settings": {"theme": "dark"}}"#;
    assert_eq!(read(later), Err(ReadError::Later { version: 2 }));
    let told = read(later).unwrap_err().to_string();
    assert!(told.contains("version 2"), "{told}");
}

#[test]
fn another_file_is_told_from_settings() {
    assert!(matches!(
        read("{\n oops"),
        Err(ReadError::NotJson { line: 2, .. })
    ));
    for other in [
        "[]",
        "7",
        r#"{"theme": "dark"}"#,
        r#"{"ichiban": "settings"}"#,
        r#"{"ichiban": "settings", "version": 0, "settings": {}}"#,
        r#"{"ichiban": "settings", "version": "1", "settings": {}}"#,
        r#"{"ichiban": "settings", "version": 1, "settings": []}"#,
        r#"{"ichiban": "history", "version": 1, "settings": {}}"#,
    ] {
        assert!(
            matches!(read(other), Err(ReadError::NotSettings { .. })),
            "{other}"
        );
    }
    let deep = "[".repeat(100_000);
    assert!(matches!(read(&deep), Err(ReadError::NotJson { .. })));
}

#[test]
fn a_key_in_a_file_is_dropped_and_that_is_told() {
    let read = file(&json!({
        "endpoint": {
            "address": "https://api.example/v1", "wire": "openai-chat", "model": "m",
            "key": "an opaque password",
        },
        "theme": "dark",
    }));
    let written = read.settings.write();
    assert!(!written.contains("opaque"), "{written}");
    assert!(read.settings.get("endpoint").is_some());
    assert!(read.settings.get("theme").is_some());
    assert_eq!(read.left_out, [LeftOut::Key]);
}

#[test]
fn what_looks_like_a_secret_is_neither_taken_nor_written() {
    let key = format!("sk-{}", "a1B2".repeat(8));
    for (name, value) in [
        (
            "endpoint",
            json!({"address": format!("https://api.example/{key}"), "wire": "w", "model": "m"}),
        ),
        (
            "endpoint",
            json!({"address": "https://api.example", "wire": "w", "model": key}),
        ),
        (
            "translate.glossary",
            json!([{"term": key, "keep": true, "translations": {}}]),
        ),
        ("convert.options", json!({"typescript": {"header": key}})),
        ("convert.options", json!({"typescript": {&key: "true"}})),
        ("favourites", json!(["diagram", key])),
    ] {
        let read = file(&json!({name: value}));
        assert!(read.settings.is_empty(), "{name}");
        let kind = Kind::ApiKey;
        let setting = name;
        assert_eq!(read.left_out, [LeftOut::Secret { setting, kind }]);
        let mut settings = Settings::default();
        assert!(settings.set(name, value).is_err());
        assert!(settings.is_empty());
    }
}

/// One bad value costs that setting alone, and is told without being repeated.
#[test]
fn a_hostile_file_sets_nothing_that_a_setting_could_not_be() {
    let long = "x".repeat(5_000);
    let hostile = [
        ("theme", json!("<img src=x onerror=alert(1)>")),
        ("theme", json!({"dark": true})),
        ("favourites", json!("diagram")),
        ("favourites", json!([7])),
        ("favourites", json!([""])),
        ("favourites", json!(["a\u{0}b"])),
        ("history", json!("yes")),
        ("endpoint", json!("https://evil.example")),
        (
            "endpoint",
            json!({"address": "javascript:alert(1)", "wire": "w", "model": "m"}),
        ),
        (
            "endpoint",
            json!({"address": "data:text/html,x", "wire": "w", "model": "m"}),
        ),
        (
            "endpoint",
            json!({"address": "file:///etc/passwd", "wire": "w", "model": "m"}),
        ),
        (
            "endpoint",
            json!({"address": "https://u:p@evil.example", "wire": "w", "model": "m"}),
        ),
        (
            "endpoint",
            json!({"address": "https://evil.example/?q", "wire": "w", "model": "m"}),
        ),
        (
            "endpoint",
            json!({"address": "https:///evil", "wire": "w", "model": "m"}),
        ),
        (
            "endpoint",
            json!({"address": "https://evil.example\n.org", "wire": "w", "model": "m"}),
        ),
        (
            "endpoint",
            json!({"address": "replay:x", "wire": "w", "model": "m"}),
        ),
        (
            "endpoint",
            json!({"address": "https://evil.example", "wire": "w"}),
        ),
        (
            "models",
            json!({"address": "https://a.example", "tools": {"Docs": "two\nlines"}}),
        ),
        (
            "models",
            json!({"address": "https://a.example", "tools": {"Docs": 7}}),
        ),
        (
            "limits",
            json!({"run-dollars": 7, "run-tokens": null, "day-dollars": null, "day-tokens": null}),
        ),
        (
            "limits",
            json!({"run-dollars": "-1", "run-tokens": null, "day-dollars": null, "day-tokens": null}),
        ),
        (
            "limits",
            json!({"run-dollars": null, "run-tokens": -1, "day-dollars": null, "day-tokens": null}),
        ),
        ("limits", json!({"run-dollars": null})),
        ("translate.locales", json!(["<b>"])),
        ("translate.locales", json!([long])),
        ("translate.glossary", json!([{"term": "a"}])),
        ("convert.options", json!({"typescript": {"indent": 2}})),
        ("docs.prices", json!({"input": -1, "output": null})),
        ("diagram.theme", json!("")),
        ("ichiban.key", json!("sealed")),
        ("__proto__", json!({"theme": "dark"})),
    ];
    for (name, value) in hostile {
        let read = file(&json!({name: value, "history": name == "history"}));
        let is_set = read.settings.get(name).is_some();
        assert!(!is_set || name == "history", "{name} {value}");
        if name == "history" {
            continue;
        }
        assert_eq!(read.left_out.len(), 1, "{name} {value}");
        let told = format!("{:?}", read.left_out);
        assert!(!told.contains("evil"), "{told}");
        assert!(read.settings.get("history").is_some());
    }
    let read = file(&json!({"history": "yes"}));
    assert!(read.settings.is_empty());
    let (setting, fault) = ("history", Fault::NoFlag);
    assert_eq!(read.left_out, [LeftOut::Shape { setting, fault }]);
}

#[test]
fn a_file_of_nonsense_is_told_in_few_words() {
    let many: serde_json::Map<_, _> = (0..1_000).map(|at| (format!("n{at}"), json!(at))).collect();
    let read = file(&Value::Object(many));
    assert_eq!(read.left_out.len(), 21);
    assert_eq!(read.left_out[20], LeftOut::More(980));
}

#[test]
fn what_would_change_is_told_before_it_does() {
    let mut now = all();
    assert!(all().changes(&now).is_empty());
    now.set("theme", json!("light")).unwrap();
    now.set(
        "limits",
        json!({"run-dollars": null, "run-tokens": null, "day-dollars": null, "day-tokens": null}),
    )
    .unwrap();
    let changes = all().changes(&now);
    let told: Vec<_> = changes
        .iter()
        .map(|it| (it.name, it.before.as_ref(), &it.after))
        .collect();
    let word = |word: &str| Shown::Word(word.to_owned());
    let limits = Shown::Limits(vec![
        Limit::RunDollars("0.5".to_owned()),
        Limit::DayTokens("20000".to_owned()),
    ]);
    assert_eq!(
        told,
        [
            ("theme", Some(&word("light")), &word("dark")),
            ("limits", Some(&Shown::Nothing), &limits),
        ]
    );
    let from_nothing = all().changes(&Settings::default());
    let told: Vec<_> = from_nothing.iter().map(|it| &it.after).collect();
    let text = |text: &str| Shown::Text(text.to_owned());
    let address = || "https://api.example/v1".to_owned();
    assert_eq!(
        told,
        [
            &word("dark"),
            &word("de"),
            &text("diagram, convert"),
            &Shown::Switch(false),
            &Shown::Endpoint {
                address: address(),
                model: "large".to_owned(),
            },
            &Shown::Models {
                tools: Some("Diagram coder".to_owned()),
                address: address(),
            },
            &limits,
            &text("de, pt-BR"),
            &Shown::Terms(1),
            &text("typescript"),
            &Shown::Options(1),
            &text("forest"),
            &Shown::Prices {
                input: Some("0.15".to_owned()),
                output: None,
            },
        ]
    );
    assert!(from_nothing.iter().all(|it| it.before.is_none()));
}

#[test]
fn dollars_are_exact() {
    assert_eq!(dollars(0), "0");
    assert_eq!(dollars(500_000), "0.5");
    assert_eq!(dollars(12_000_000), "12");
    assert_eq!(dollars(1), "0.000001");
}

proptest! {
    #[test]
    fn no_text_makes_it_fail_otherwise_than_in_words(text in "\\PC{0,200}") {
        let _ = read(&text);
    }

    #[test]
    fn a_damaged_file_is_read_or_refused(at in 0_usize..1_200, by in any::<char>()) {
        let written = all().write();
        let damaged: String = written.chars().enumerate().map(|(place, letter)| if place == at { by } else { letter }).collect();
        if let Ok(file) = read(&damaged) {
            // What was taken is sound: it is read back whole.
            let again = read(&file.settings.write()).unwrap();
            prop_assert_eq!(again.settings, file.settings);
            prop_assert!(again.left_out.is_empty());
        }
    }
}
