//! Made-up catalogues of every format that is not JSON: what is not translated comes back byte for
//! byte, and a translation changes its own value and nothing else.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_json::localise::format::Role;
use ichiban_json::localise::{Catalogue, Hint, Translation};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// Holds a file to it, with one of its texts replaced.
fn hold(format: &str, source: &str, given: &str, pick: usize) {
    let hint = Hint {
        format: Some(format.to_owned()),
        ..Hint::default()
    };
    let catalogue = Catalogue::read(source, &hint).unwrap();
    let locale = catalogue.locale().cloned().unwrap_or("en".parse().unwrap());
    assert_eq!(catalogue.write(&locale, |_| None), source);
    let segments = catalogue.segments();
    let is_po = format == "po";
    // Forms in gettext are written together.
    let alone: Vec<_> = (0..segments.len())
        .filter(|at| !(is_po && segments[*at].plural.is_some()))
        .collect();
    if alone.is_empty() {
        return;
    }
    let at = alone[pick % alone.len()];
    let translation = Translation::plain(given);
    let written = catalogue.write(&locale, |id| (id.index() == at).then_some(&translation));
    let slot = &segments[at].slot;
    assert_eq!(written[..slot.start], source[..slot.start], "{written}");
    assert!(written.ends_with(&source[slot.end..]), "{written}");
    let again = Hint {
        role: if is_po {
            Role::Translation
        } else {
            Role::Source
        },
        ..hint.clone()
    };
    let again = Catalogue::read(written.as_str(), &again).unwrap();
    if is_po {
        let found = again
            .segments()
            .iter()
            .find(|it| it.slot.start == slot.start);
        assert_eq!(found.map_or("", |it| it.text.as_str()), given, "{written}");
        return;
    }
    assert_eq!(again.segments().len(), segments.len(), "{written}");
    for (other, (old, new)) in segments.iter().zip(again.segments()).enumerate() {
        let wanted = if other == at { given } else { &old.text };
        // A block scalar's head says whether a line break ends it.
        let is_block = format == "yaml" && source[slot.clone()].starts_with(['|', '>']);
        if other == at && is_block {
            assert_eq!(
                new.text.trim_end_matches('\n'),
                wanted.trim_end_matches('\n'),
                "{written}"
            );
        } else {
            assert_eq!(new.text, wanted, "{written}");
        }
    }
}

/// Lines joined as one of the systems ends them, with or without a mark of the byte order.
fn file(lines: impl Strategy<Value = Vec<String>>) -> impl Strategy<Value = String> {
    (
        lines,
        select(vec!["\n", "\r\n"]),
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(|(lines, end, mark, ended)| {
            let mark = if mark { "\u{feff}" } else { "" };
            let last = if ended { end } else { "" };
            let text = lines.join("\n").replace('\n', end);
            format!("{mark}{text}{last}")
        })
}

fn one_of(texts: &'static [&'static str]) -> impl Strategy<Value = String> + Clone {
    select(texts).prop_map(str::to_owned)
}

/// A translation: anything printable, which a format has to escape where it must.
fn printable() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "\\PC{0,12}",
        1 => "[ -~]{0,12}",
        1 => Just("Größe \"x\": 'y' # z, [1] \\ \u{1F600}".to_owned()),
    ]
}

/// The lines of a YAML mapping or sequence, indented by that many spaces.
fn yaml(depth: usize, indent: usize) -> BoxedStrategy<Vec<String>> {
    let margin = " ".repeat(indent);
    let scalar = one_of(&[
        "Hello, %{user}",
        "Plain text # with a comment",
        "'It''s here'",
        "\"Line one\\nline two\"   # said",
        "42",
        "true",
        ":symbol",
        "*alias",
        "&anchor Text",
        "!tag Text",
        "",
    ]);
    let inner = format!("{margin}  ");
    let block = select(vec!["|", "|-", ">", ">-", "|+"])
        .prop_map(move |head| format!("{head}\n{inner}First line\n{inner}second line"));
    let value = prop_oneof![4 => scalar, 1 => block, 2 => flow(2)].boxed();
    let key = one_of(&[
        "a", "greeting", "\"q k\"", "'it''s'", "one", "other", "deep.key", "1",
    ]);
    let own = margin.clone();
    let member = (key.clone(), value.clone())
        .prop_map(move |(key, value)| vec![format!("{own}{key}: {value}")]);
    let own = margin.clone();
    let item = vec(value, 1..4).prop_map(move |values| {
        let mut lines = vec![format!("{own}list:")];
        lines.extend(values.iter().map(|value| {
            // What goes on below is indented deeper than the dash.
            format!("{own}  - {}", value.replace('\n', "\n  "))
        }));
        lines
    });
    let comment = one_of(&["# A comment", "", "   ", "# key: value"]).prop_map(|it| vec![it]);
    let line = if depth == 0 {
        prop_oneof![4 => member, 1 => item, 1 => comment].boxed()
    } else {
        let own = margin;
        let nested = (key, yaml(depth - 1, indent + 2)).prop_map(move |(key, mut lines)| {
            lines.insert(0, format!("{own}{key}:"));
            lines
        });
        prop_oneof![4 => member, 1 => item, 1 => comment, 2 => nested].boxed()
    };
    vec(line, 1..5).prop_map(|lines| lines.concat()).boxed()
}

/// A collection in brackets.
fn flow(depth: u32) -> BoxedStrategy<String> {
    let leaf = one_of(&[
        "plain text",
        "a:b",
        "\"a, b] }: \\\" #\"",
        "'it''s, {x}'",
        "12.5",
        "null",
        "*alias",
        "!t x",
        "http://example.org/#x",
    ]);
    leaf.prop_recursive(depth, 12, 4, |inner| {
        let space = || one_of(&["", " ", "\n      ", " # said\n      "]);
        let key = one_of(&["a: ", "\"b\": ", "\"c\":", "'d e' : ", "one: ", "other: "]);
        prop_oneof![
            (
                vec((key, inner.clone(), space()), 0..4),
                space(),
                any::<bool>()
            )
                .prop_map(|(members, open, trailing)| {
                    let members: Vec<_> = members
                        .iter()
                        .map(|(key, value, space)| format!("{key}{value}{space}"))
                        .collect();
                    let comma = if trailing && !members.is_empty() {
                        ","
                    } else {
                        ""
                    };
                    format!("{{{open}{}{comma}}}", members.join(", "))
                }),
            (vec((inner, space()), 0..4), space()).prop_map(|(items, open)| {
                let items: Vec<_> = items
                    .iter()
                    .map(|(it, space)| format!("{it}{space}"))
                    .collect();
                format!("[{open}{}]", items.join(", "))
            }),
        ]
    })
    .boxed()
}

fn po() -> impl Strategy<Value = Vec<String>> {
    let header = prop_oneof![
        Just(String::new()),
        Just(
            "# Told\nmsgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\
             \"Plural-Forms: nplurals=2; plural=(n != 1);\\n\"\n"
                .to_owned()
        ),
    ];
    let comment = one_of(&[
        "",
        "# told\n",
        "#. for them\n#: src/main.c:3\n",
        "#, c-format\n",
        "#~ msgid \"gone\"\n",
    ]);
    let context = one_of(&["", "msgctxt \"menu\"\n"]);
    let id = one_of(&[
        "\"Hello, %s\"",
        "\"\"\n\"Two lines\\n\"\n\"of \\\"text\\\"\"",
        "\"caf\u{e9} \\\\ tab\\t\"",
    ]);
    let done = one_of(&["\"\"", "\"Hallo\"", "\"\"\n\"Zwei\\n\"\n\"Zeilen\""]);
    let single = (comment.clone(), context.clone(), id.clone(), done.clone()).prop_map(
        |(comment, context, id, done)| format!("{comment}{context}msgid {id}\nmsgstr {done}\n"),
    );
    let plural = (comment, context, id, done).prop_map(|(comment, context, id, done)| {
        format!(
            "{comment}{context}msgid {id}\nmsgid_plural \"%d files\"\nmsgstr[0] {done}\nmsgstr[1] {done}\n"
        )
    });
    let entry = prop_oneof![3 => single, 1 => plural];
    (header, vec(entry, 0..5)).prop_map(|(header, entries)| {
        let mut lines = vec![header];
        lines.extend(entries);
        lines
    })
}

fn android() -> impl Strategy<Value = Vec<String>> {
    let text = one_of(&[
        "Hello, %1$s! You\\'re here",
        "Read <b>this</b> &amp; <a href=\"https://example.org\">that</a>",
        "<![CDATA[<p>Some \"quoted\" text</p>]]>",
        "\"  Spaces stay  \"",
        "  trimmed \n      over lines ",
        "",
        "<xliff:g id=\"x\">%s</xliff:g>",
    ]);
    let line = prop_oneof![
        (
            text.clone(),
            one_of(&["", " translatable=\"false\"", " tools:x='>'"])
        )
            .prop_map(|(text, more)| format!("    <string name=\"a\"{more}>{text}</string>")),
        vec(text.clone(), 1..3).prop_map(|items| {
            let items: Vec<_> = items
                .iter()
                .map(|it| format!("<item>{it}</item>"))
                .collect();
            format!(
                "  <string-array name=\"b\">\n{}\n  </string-array>",
                items.join("\n")
            )
        }),
        (text.clone(), text).prop_map(|(one, other)| {
            format!(
                "<plurals name=\"c\"><item quantity=\"one\">{one}</item> \
                 <item quantity=\"other\">{other}</item></plurals>"
            )
        }),
        one_of(&[
            "",
            "    <!-- <string name=\"no\">x</string> -->",
            "<string name=\"e\"/>"
        ]),
    ];
    vec(line, 0..6).prop_map(|mut lines| {
        lines.insert(
            0,
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<resources>".to_owned(),
        );
        lines.push("</resources>".to_owned());
        lines
    })
}

fn apple() -> impl Strategy<Value = Vec<String>> {
    let entry = (
        one_of(&["", "/* told = \"x\"; */\n", "// told\n", "\n"]),
        one_of(&["\"hello\"", "\"say \\\"x\\\"\"", "plain.key"]),
        one_of(&[" = ", "=", "\n  = "]),
        one_of(&[
            "\"Hello, %@!\\nWelcome\"",
            "\"\"",
            "\"caf\\U00e9 \\\\\"",
            "bare",
        ]),
        one_of(&[";", " ;", "; // after"]),
    );
    let entry = entry.prop_map(|(comment, key, equals, value, end)| {
        format!("{comment}{key}{equals}{value}{end}")
    });
    vec(entry, 0..6)
}

fn fluent() -> impl Strategy<Value = Vec<String>> {
    let entry = one_of(&[
        "# told\ngreeting = Hello, { $user }!",
        "long =\n    Two lines\n    of text",
        "begun = First\n    second",
        "-brand = Ichiban\n    .title = The title",
        "files = { $count ->\n    [one] { $count } file\n   *[other] { $count } files\n}",
        "### A resource\n",
        "",
    ]);
    vec(entry, 0..6)
}

fn properties() -> impl Strategy<Value = Vec<String>> {
    let entry = (
        one_of(&["", "# told\n", "! told = x\n", "\n"]),
        one_of(&["greeting", "path\\ key", "  indented", "a\\:b"]),
        one_of(&["=", " = ", ": ", " ", "\t"]),
        one_of(&[
            "Hello, {0}",
            "Caf\\u00e9 \\ud83d\\ude00 is open",
            "This goes on \\\n    over two lines",
            "tab\\t and \\n break",
            "trailing  ",
            "",
        ]),
    );
    vec(
        entry.prop_map(|(comment, key, separator, value)| {
            format!("{comment}{key}{separator}{value}")
        }),
        0..6,
    )
}

fn csv() -> impl Strategy<Value = Vec<String>> {
    let cell = || {
        one_of(&[
            "Save",
            "\"Hello, {user}\"",
            "\"Say \"\"hi\"\"\"",
            "\"two\nlines\"",
            "",
            " spaced",
        ])
    };
    let row = (one_of(&["a", "\"b\"\"\"", "c.d"]), cell(), cell())
        .prop_map(|(key, text, german)| format!("{key},{text},{german},told"));
    vec(row, 0..6).prop_map(|mut rows| {
        rows.insert(0, "key,en,de,note".to_owned());
        rows
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn yaml_comes_back(source in file(yaml(2, 0)), given in printable(), pick in 0..64_usize) {
        hold("yaml", &source, &given, pick);
    }

    #[test]
    fn gettext_comes_back(source in file(po()), given in printable(), pick in 0..64_usize) {
        hold("po", &source, &given, pick);
    }

    /// White space is collapsed, and `<` and `&` begin tags and entities that stay.
    #[test]
    fn android_comes_back(
        source in file(android()),
        given in "([!-%'-;=-~é😀]{1,6}( [!-%'-;=-~é😀]{1,6}){0,2})?",
        pick in 0..64_usize,
    ) {
        hold("android", &source, &given, pick);
    }

    #[test]
    fn apple_strings_come_back(source in file(apple()), given in printable(), pick in 0..64_usize) {
        hold("strings", &source, &given, pick);
    }

    /// Placeables in braces stay as they are written, and what would begin something else at the
    /// start of a line is put into one.
    #[test]
    fn fluent_comes_back(
        source in file(fluent()),
        given in "[!-)+,/-Z^-z|~é😀][ -Z^-z|~é😀]{0,10}[!-Z^-z|~é😀]",
        pick in 0..64_usize,
    ) {
        hold("fluent", &source, &given, pick);
    }

    #[test]
    fn properties_come_back(source in file(properties()), given in printable(), pick in 0..64_usize) {
        hold("properties", &source, &given, pick);
    }

    #[test]
    fn tables_come_back(source in file(csv()), given in printable(), pick in 0..64_usize) {
        hold("csv", &source, &given, pick);
    }
}
