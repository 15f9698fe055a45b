//! Formats in, formats out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_json::convert::{Error, Sample, convert, format, target};
use ichiban_tool::Settings;

fn turn(text: &str, from: Option<&str>, to: &str) -> Result<String, Error> {
    let from = from.map(|name| format(name).unwrap());
    let samples = [Sample {
        text,
        format: from,
        file_name: None,
    }];
    convert(&samples, target(to).unwrap(), "Root", &Settings::default())
}

#[test]
fn every_format_is_read() {
    for (from, text, json) in [
        ("json", "{\"a\": 1.10}", r#"{"a":1.10}"#),
        ("jsonl", "{\"a\":1}\n\n{\"a\":2}\n", "{\"a\":1}\n{\"a\":2}"),
        (
            "json5",
            "{a: 'x', /* c */ b: [1,],}",
            r#"{"a":"x","b":[1]}"#,
        ),
        (
            "yaml",
            "a: 1\nb:\n  - x\n  - null\n",
            r#"{"a":1,"b":["x",null]}"#,
        ),
        (
            "toml",
            "a = 1\nd = 2020-01-02\n[b]\nc = \"x\"\n",
            r#"{"a":1,"d":"2020-01-02","b":{"c":"x"}}"#,
        ),
        (
            "csv",
            "id,zip,ok\n1,012,true\n2,,\n",
            r#"[{"id":1,"zip":"012","ok":true},{"id":2,"zip":"","ok":null}]"#,
        ),
        (
            "xml",
            "<r a='1'><b>x &amp; y</b><b/>t</r>",
            r##"{"r":{"@a":"1","b":["x & y",""],"#text":"t"}}"##,
        ),
    ] {
        assert_eq!(turn(text, Some(from), "minified").unwrap(), json, "{from}");
        assert_eq!(
            turn(text, None, "minified").unwrap(),
            json,
            "{from}, detected"
        );
    }
}

#[test]
fn data_comes_back_from_where_it_went() {
    let json = r#"{"a":[1,-2.5,1e3],"b":{"c":true,"d":"x: y # \" \n","e é":"null"},"f":"1"}"#;
    for format in ["json", "sorted", "json5", "yaml", "toml"] {
        let there = turn(json, Some("json"), format).unwrap();
        let from = if format == "sorted" { "json" } else { format };
        let back = turn(&there, Some(from), "sorted").unwrap();
        let value: serde_json::Value = serde_json::from_str(&back).unwrap();
        let wanted: serde_json::Value =
            serde_json::from_str(&json.replace("1e3", "1000.0")).unwrap();
        assert_eq!(value, wanted, "{format}:\n{there}");
    }
}

#[test]
fn tables_are_written() {
    let json = r#"[{"a":{"b":1},"c":[1,2]},{"c":"x,y"}]"#;
    assert_eq!(
        turn(json, None, "csv").unwrap(),
        "a.b,c\n1,\"[1,2]\"\n,\"x,y\"\n"
    );
    let xml = turn(r#"{"r":{"@a":"1","b":["x",null],"c d":"<"}}"#, None, "xml").unwrap();
    assert_eq!(
        xml,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<r a=\"1\">\n  <b>x</b>\n  <b nil=\"true\"/>\n  <item name=\"c d\">&lt;</item>\n</r>\n"
    );
}

#[test]
fn what_cannot_be_said_is_an_error() {
    let message = |text, to| turn(text, None, to).unwrap_err().to_string();
    assert_eq!(
        message(r#"{"a":{"b":null}}"#, "toml"),
        "TOML has no null: remove the one at /a/b"
    );
    assert_eq!(
        message(r#"{"a":"\u0001"}"#, "xml"),
        "XML has no character U+0001"
    );
    assert!(matches!(turn("", Some("jsonl"), "rust"), Err(Error::Empty)));
}

#[test]
fn errors_have_a_place() {
    let Err(Error::Syntax {
        sample: 0,
        diagnostic,
    }) = turn("{\n  \"a\": ?}", None, "go")
    else {
        panic!("no error");
    };
    assert_eq!((diagnostic.place.line, diagnostic.place.column), (2, 8));
    let Err(Error::Syntax { diagnostic, .. }) = turn("{}\n{}\n{]", Some("jsonl"), "go") else {
        panic!("no error");
    };
    assert_eq!((diagnostic.place.line, diagnostic.place.column), (3, 2));
}

#[test]
fn several_samples_have_one_type() {
    let sample = |text| Sample {
        text,
        format: None,
        file_name: None,
    };
    let samples = [sample(r#"{"a":1}"#), sample(r#"{"a":null,"b":"x"}"#)];
    let code = convert(
        &samples,
        target("typescript").unwrap(),
        "order-list",
        &Settings::default(),
    );
    assert_eq!(
        code.unwrap(),
        "export interface OrderList {\n  a: number | null;\n  b?: string;\n}\n"
    );
}

#[test]
fn an_option_of_another_target_is_refused() {
    let mut settings = Settings::default();
    settings.set("derive", "Debug");
    let samples = [Sample {
        text: "1",
        format: None,
        file_name: None,
    }];
    let error = convert(&samples, target("go").unwrap(), "Root", &settings).unwrap_err();
    assert_eq!(error.to_string(), "there is no option --derive here");
}
