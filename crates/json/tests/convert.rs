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
fn numbers_keep_all_their_digits() {
    let json =
        r#"{"a":12345678901234567890123,"b":[0.1234567890123456789,1e400],"c":"number0x0x"}"#;
    assert_eq!(
        turn(json, None, "yaml").unwrap(),
        "a: 12345678901234567890123\nb:\n- 0.1234567890123456789\n- 1e400\nc: number0x0x\n"
    );
    let json = r#"{"b":[0.1234567890123456789,1e400],"c":9223372036854775807}"#;
    assert_eq!(
        turn(json, None, "toml").unwrap(),
        "b = [\n    0.1234567890123456789,\n    1e400,\n]\nc = 9223372036854775807\n"
    );
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
fn a_schema_is_what_it_declares() {
    let yaml = "openapi: 3.1.0\ncomponents:\n  schemas:\n    Pet:\n      type: object\n      required: [id]\n      properties:\n        id: {type: integer, format: int64}\n        kind: {enum: [cat, dog]}\n";
    assert_eq!(
        turn(yaml, Some("json-schema"), "typescript").unwrap(),
        "export interface Root {\n  Pet?: Pet;\n}\n\nexport interface Pet {\n  id: number;\n  kind?: Kind;\n}\n\nexport type Kind = \"cat\" | \"dog\";\n"
    );
    let schema = r#"{"$schema":"https://json-schema.org/draft-07/schema#","type":"object","properties":{"a":{"type":"string"}}}"#;
    assert_eq!(
        turn(schema, Some("json-schema"), "minified").unwrap(),
        schema
    );
    // Unless it is chosen, it is a document as any other.
    let as_data = turn(schema, None, "typescript").unwrap();
    assert!(as_data.contains("$schema"), "{as_data}");
    assert_eq!(
        turn("[1]", Some("json-schema"), "go")
            .unwrap_err()
            .to_string(),
        "this is no JSON Schema and no OpenAPI document with schemas"
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
        message(r#"{"a":[18446744073709551615]}"#, "toml"),
        "TOML's integers have 64 bits: put the one at /a/0 in quotes"
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

#[test]
fn strings_of_a_format_have_their_languages_types_when_asked_for() {
    let sample = r#"[{
        "at": "2026-01-02T03:04:05Z", "on": "2026-01-02", "id": "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "from": "https://example.org/x", "host": "192.0.2.1", "who": "a@example.org", "was": null
    }, {
        "at": "2026-01-02T03:04:06Z", "on": "2026-01-03", "id": "f81d4fae-7dec-11d0-a765-00a0c91e6bf7",
        "from": "https://example.org/y", "host": "192.0.2.2", "who": "b@example.org",
        "was": "2026-01-02T03:04:05Z"
    }]"#;
    for (to, lines) in [
        (
            "rust",
            &[
                "// Needs chrono, url, uuid with the feature `serde`.",
                "pub at: chrono::DateTime<chrono::FixedOffset>,",
                "pub on: chrono::NaiveDate,",
                "pub id: uuid::Uuid,",
                "pub from: url::Url,",
                "pub host: std::net::Ipv4Addr,",
                "pub who: String,",
                "pub was: Option<chrono::DateTime<chrono::FixedOffset>>,",
            ] as &[&str],
        ),
        (
            "go",
            &[
                "\"net/netip\"",
                "\"time\"",
                "time.Time",
                "netip.Addr",
                "*time.Time",
            ],
        ),
        (
            "pydantic",
            &[
                "from datetime import date",
                "from ipaddress import IPv4Address",
                "from uuid import UUID",
                "from pydantic import AnyUrl, AwareDatetime, BaseModel",
                "at: AwareDatetime",
                "was: AwareDatetime | None",
            ],
        ),
        (
            "java",
            &[
                "import java.net.URI;",
                "import java.time.LocalDate;",
                "import java.time.OffsetDateTime;",
                "import java.util.UUID;",
            ],
        ),
        (
            "kotlin",
            &[
                "@file:OptIn(kotlin.time.ExperimentalTime::class, kotlin.uuid.ExperimentalUuidApi::class)",
                "val at: kotlin.time.Instant,",
                "val on: kotlinx.datetime.LocalDate,",
                "val was: kotlin.time.Instant?,",
            ],
        ),
        ("swift", &["public var id: UUID", "public var from: URL"]),
        (
            "csharp",
            &[
                "public required System.DateTimeOffset At { get; init; }",
                "public required System.DateTimeOffset? Was { get; init; }",
                "public required System.Guid Id { get; init; }",
            ],
        ),
        (
            "protobuf",
            &[
                "import \"google/protobuf/timestamp.proto\";",
                "google.protobuf.Timestamp at = 1;",
            ],
        ),
        (
            "graphql",
            &["scalar DateTime", "at: DateTime!", "was: DateTime"],
        ),
        ("avro", &["\"logicalType\": \"uuid\""]),
    ] {
        let target = target(to).unwrap();
        let mut settings = Settings::default();
        settings.set("format-types", "true");
        let sample = Sample {
            text: sample,
            format: None,
            file_name: None,
        };
        let code = convert(&[sample], target, "Entries", &settings).unwrap();
        for line in lines {
            assert!(code.contains(line), "{to} lacks {line}:\n{code}");
        }
        let plain = turn(sample.text, None, to).unwrap();
        assert!(lines.iter().any(|it| !plain.contains(it)), "{to}");
    }
}
