//! What placeholders look like is found from all texts of a file, and may be told.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_json::localise::message::{STYLES, Style};
use ichiban_json::localise::{Catalogue, Hint};

fn read(texts: &[&str], style: Option<&str>) -> Catalogue {
    let members: serde_json::Map<_, _> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| (format!("k{at}"), (*text).into()))
        .collect();
    let hint = Hint {
        syntax: style.map(|it| Style::by_name(it).unwrap().syntax.clone()),
        ..Hint::default()
    };
    Catalogue::read(serde_json::Value::Object(members).to_string(), &hint).unwrap()
}

/// What is kept of the first text.
fn kept(catalogue: &Catalogue) -> Vec<String> {
    let segment = &catalogue.segments()[0];
    let ranges = segment.message.kept();
    ranges
        .into_iter()
        .map(|it| segment.text[it].to_owned())
        .collect()
}

#[test]
fn a_files_style_is_found_from_its_texts() {
    for (texts, style, wanted) in [
        (
            &["Hi {{name}}", "a {b} c"][..],
            "i18next",
            &["{{name}}"][..],
        ),
        (&["Hi {name}", "{n, plural, other {x}}"], "icu", &["{name}"]),
        (&["Hi %{name}", "%{n} files"], "braces", &["%{name}"]),
        (&["Hi %1$s, 100%", "Save"], "printf", &["%1$s"]),
        (
            &["The :attribute must be :min.", "Save"],
            "laravel",
            &[":attribute", ":min"],
        ),
        (
            &["no :things|:count thing|many", "Save"],
            "laravel",
            &[":things", "|", ":count", "|"],
        ),
        (
            &["{n} apple | {n} apples", "@:app.name is here"],
            "vue",
            &["{n}", "|", "{n}"],
        ),
        // Signs that are prose.
        (&["Note: at 12:30 :smile: a:b ::x", "Save"], "braces", &[]),
        (&["Home | Start", "100% sure"], "braces", &[]),
        (
            &["Use {{ and }} in {{name}}"],
            "i18next",
            &["{", "{", "}", "}", "{{name}}"],
        ),
        (&["2*3*4 and a_b_c and [x] (y)"], "braces", &[]),
        (&["Run `save` or [read](/a)"], "braces", &["`save`", "/a"]),
    ] {
        let catalogue = read(texts, None);
        assert_eq!(catalogue.syntax().style(), style, "{texts:?}");
        assert_eq!(kept(&catalogue), wanted, "{texts:?}");
    }
}

#[test]
fn a_style_that_is_told_counts() {
    for (style, text, wanted) in [
        ("laravel", "{name} and :name", &["{name}", ":name"][..]),
        ("i18next", "{name} and {{x}}", &["{name}", "{{x}}"]),
        ("printf", "5 %d of %s", &["%d", "%s"]),
        ("braces", "5 %d of :s", &[]),
        ("chrome", "$1 for $NAME$", &["$1", "$NAME$"]),
        ("vue", "a | b @:c.d", &["|", "@:c.d"]),
    ] {
        let catalogue = read(&[text], Some(style));
        assert_eq!(kept(&catalogue), wanted, "{style}");
        assert_eq!(catalogue.syntax().style(), style);
    }
    let mut names: Vec<_> = STYLES.iter().map(|it| it.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), STYLES.len());
}

#[test]
fn forms_of_the_older_i18next_are_known_where_they_count() {
    let read = |text: &str| Catalogue::read(text, &Hint::default()).unwrap();
    let forms = |text: &str| -> Vec<_> {
        read(text)
            .segments()
            .iter()
            .map(|it| it.form().map_or("-", |it| it.as_str()))
            .collect()
    };
    let polish =
        r#"{"a_0": "{{count}} plik", "a_1": "{{count}} pliki", "a_2": "{{count}} plików"}"#;
    assert_eq!(forms(polish), ["one", "other", "other"]);
    let steps = r#"{"step_0": "Open", "step_1": "Read"}"#;
    assert_eq!(forms(steps), ["-", "-"]);
    let arabic = r#"{"a_0": "لا", "a_1": "ملف", "a_2": "ملفان", "a_3": "{{count}} ملفات", "a_4": "{{count}}", "a_5": "{{count}}"}"#;
    assert_eq!(
        forms(arabic),
        ["zero", "one", "two", "few", "many", "other"]
    );
}
