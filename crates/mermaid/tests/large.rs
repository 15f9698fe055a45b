//! Each kind of source, far larger than mermaid.js draws: what is made of it has at most 500 edges and
//! 50,000 characters, and says what it leaves out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_mermaid::parse;
use ichiban_mermaid::source::{File, from, source, sources};
use ichiban_tool::{Choice, Settings};
use serde_json::Value;

/// How many things each source has: each refers to two others.
const COUNT: usize = 700;
const EDGES: usize = 500;
const CHARACTERS: usize = 50_000;

/// A thing's name; long enough that so many of them pass what may be written, too.
fn name(number: usize) -> String {
    format!("Item{number}OfARatherLongNameWhichIsWrittenForEachOfThem")
}

/// The same, as sources of dashes and small letters want it.
fn slug(number: usize) -> String {
    format!("item-{number}-of-a-rather-long-name-which-is-written-for-each")
}

/// A text for each number, with the numbers of two others.
fn each(part: impl Fn(usize, usize, usize) -> String) -> String {
    let numbers = 0..COUNT;
    numbers
        .map(|number| part(number, number / 2, number * 2 / 3))
        .collect()
}

/// The same between commas.
fn listed(part: impl Fn(usize, usize, usize) -> String) -> String {
    each(|number, one, other| format!("{},", part(number, one, other)))
        .trim_end_matches(',')
        .to_owned()
}

/// A source of this kind, too large to be drawn.
fn large(kind: &str) -> String {
    let schema = |prefix: &str| {
        listed(|number, one, other| {
            let (name, one, other) = (name(number), name(one), name(other));
            format!(
                r##""{name}": {{"type": "object", "properties": {{"one": {{"$ref": "#{prefix}{one}"}}, "other": {{"$ref": "#{prefix}{other}"}}}}}}"##
            )
        })
    };
    match kind {
        "json" => {
            let parts = listed(|number, one, _| {
                let (name, slug) = (name(number), slug(one));
                format!(r#""{name}": {{"a_{number}": 1, "{slug}": {{"b_{number}": true}}}}"#)
            });
            format!("{{{parts}}}")
        }
        "json-schema" => {
            format!(
                r#"{{"$schema": "x", "definitions": {{{}}}}}"#,
                schema("/definitions/")
            )
        }
        "openapi" => format!(
            r#"{{"openapi": "3.0.0", "info": {{"title": "x", "version": "1"}}, "paths": {{}}, "components": {{"schemas": {{{}}}}}}}"#,
            schema("/components/schemas/")
        ),
        "sql" => each(|number, one, other| {
            let (name, one, other) = (name(number), name(one), name(other));
            format!(
                "CREATE TABLE {name} (id INT PRIMARY KEY, one INT REFERENCES {one} (id), other INT REFERENCES {other} (id));\n"
            )
        }),
        "prisma" => each(|number, one, other| {
            let (name, one, other) = (name(number), name(one), name(other));
            format!(
                "model {name} {{\n  id Int @id\n  oneId Int\n  one {one} @relation(\"a{number}\", fields: [oneId], references: [id])\n  otherId Int\n  other {other} @relation(\"b{number}\", fields: [otherId], references: [id])\n}}\n"
            )
        }),
        "graphql" => each(|number, one, other| {
            let (name, one, other) = (name(number), name(one), name(other));
            format!("type {name} {{\n  one: {one}\n  other: [{other}!]!\n}}\n")
        }),
        "protobuf" => {
            let messages = each(|number, one, other| {
                let (name, one, other) = (name(number), name(one), name(other));
                format!("message {name} {{\n  {one} one = 1;\n  {other} other = 2;\n}}\n")
            });
            format!("syntax = \"proto3\";\n{messages}")
        }
        "typescript" => each(|number, one, other| {
            let (name, one, other) = (name(number), name(one), name(other));
            format!("export class {name} {{\n  one: {one};\n  other: {other}[];\n}}\n")
        }),
        "python" => each(|number, one, other| {
            let (name, one, other) = (name(number), name(one), name(other));
            format!("class {name}:\n    one: {one}\n    other: {other}\n\n")
        }),
        "rust" => each(|number, one, other| {
            let (name, one, other) = (name(number), name(one), name(other));
            format!("pub struct {name} {{\n    one: Box<{one}>,\n    other: Vec<{other}>,\n}}\n")
        }),
        "go" => {
            let types = each(|number, one, other| {
                let (name, one, other) = (name(number), name(one), name(other));
                format!("type {name} struct {{\n\tOne *{one}\n\tOther []{other}\n}}\n")
            });
            format!("package a\n{types}")
        }
        "java" => each(|number, one, other| {
            let (name, one, other) = (name(number), name(one), name(other));
            format!("class {name} {{\n  {one} one;\n  {other} other;\n}}\n")
        }),
        "cargo" => {
            let parts = each(|number, _, _| format!("{} = \"1\"\n", slug(number)));
            format!("[package]\nname = \"a\"\nversion = \"1.0.0\"\n[dependencies]\n{parts}")
        }
        "package-json" => {
            let parts = listed(|number, _, _| format!("\"{}\": \"1\"", slug(number)));
            format!("{{\"name\": \"a\", \"version\": \"1.0.0\", \"dependencies\": {{{parts}}}}}")
        }
        "go-mod" => {
            let parts = each(|number, _, _| format!("\texample.com/{} v1.0.0\n", slug(number)));
            format!("module example.com/a\ngo 1.22\nrequire (\n{parts})\n")
        }
        "pyproject" => {
            let parts = listed(|number, _, _| format!("\"{}>=1\"", slug(number)));
            format!("[project]\nname = \"a\"\nversion = \"1\"\ndependencies = [{parts}]\n")
        }
        "docker-compose" => {
            let parts = each(|number, one, other| {
                let (name, one, other) = (slug(number), slug(one), slug(other));
                format!("  {name}:\n    image: x\n    depends_on: [{one}, {other}]\n")
            });
            format!("services:\n{parts}")
        }
        "kubernetes" => each(|number, _, _| {
            let name = slug(number);
            format!(
                "apiVersion: v1\nkind: Service\nmetadata: {{name: {name}}}\nspec: {{selector: {{app: {name}}}}}\n---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {{name: {name}}}\nspec:\n  template:\n    metadata: {{labels: {{app: {name}}}}}\n    spec: {{containers: [{{name: a, image: b}}]}}\n---\n"
            )
        }),
        "terraform" => each(|number, one, other| {
            let (name, one, other) = (name(number), name(one), name(other));
            format!(
                "resource \"aws_thing\" \"{name}\" {{\n  one = aws_thing.{one}.id\n  other = aws_thing.{other}.id\n}}\n"
            )
        }),
        "github-actions" => {
            let parts = each(|number, one, other| {
                let (name, one, other) = (slug(number), slug(one), slug(other));
                format!(
                    "  {name}:\n    runs-on: x\n    needs: [{one}, {other}]\n    steps: [{{run: y}}]\n"
                )
            });
            format!("name: a\non: push\njobs:\n{parts}")
        }
        "gitlab-ci" => each(|number, one, other| {
            let (name, one, other) = (slug(number), slug(one), slug(other));
            format!("{name}:\n  script: [x]\n  needs: [{one}, {other}]\n")
        }),
        "git-log" => each(|number, _, _| {
            let long = "with a message that goes on for longer than most do, and on";
            format!("{:07x} Commit {number} {long}\n", 0xa00_0000 + number)
        }),
        "xstate" => {
            let parts = listed(|number, one, other| {
                let (name, one, other) = (name(number), name(one), name(other));
                format!(r#""{name}": {{"on": {{"ONE": "{one}", "OTHER": "{other}"}}}}"#)
            });
            format!(
                r#"{{"id": "a", "initial": "{}", "states": {{{parts}}}}}"#,
                name(0)
            )
        }
        "state-table" => {
            let rows = each(|number, one, other| {
                let (name, one, other) = (name(number), name(one), name(other));
                format!("{name},one,{one}\n{name},other,{other}\n")
            });
            format!("from,event,to\n{rows}")
        }
        "csv" => {
            let rows =
                each(|number, one, _| format!("{},Other{one},{}\n", name(number), number + 1));
            format!("source,target,value\n{rows}")
        }
        "stack-trace" => {
            let frames = each(|number, _, _| {
                let name = name(number);
                format!("\tat com.acme.{name}.call(File{number}.java:{number})\n")
            });
            format!("java.lang.StackOverflowError\n{frames}")
        }
        "log" => each(|number, one, _| {
            format!(
                "{} -> {}: a message of some length\n",
                slug(number),
                slug(one)
            )
        }),
        "markdown" => {
            let parts =
                each(|number, _, _| format!("## {}\n\n### {}\n\n", name(number), slug(number)));
            format!("# All of it\n\n{parts}")
        }
        other => panic!("there is no large source of the kind {other}"),
    }
}

/// How many edges, messages, flows, commits or the like a diagram has.
fn edges(text: &str) -> usize {
    let model = parse(text)
        .unwrap_or_else(|error| panic!("{}\n{text}", error.message))
        .model;
    let lists = [
        "edges",
        "relations",
        "relationships",
        "messages",
        "links",
        "commits",
    ];
    let counts = lists.map(|list| {
        model
            .get(list)
            .and_then(Value::as_array)
            .map_or(0, Vec::len)
    });
    let counted = counts.into_iter().max().unwrap();
    if !text.trim_start().starts_with("mindmap") {
        return counted;
    }
    // A mind map's lines lead from each of its nodes but the first, which follows the header.
    let lines = text.lines().map(str::trim);
    let drawn = lines.filter(|line| !line.is_empty() && !line.starts_with("%%"));
    drawn.count() - 2
}

fn check(kind: &str, text: &str, settings: &Settings, what: &str) {
    let file = [File { name: None, text }];
    let drawn =
        from(source(kind), &file, settings).unwrap_or_else(|error| panic!("{what}: {error}"));
    let (edges, characters) = (edges(&drawn.text), drawn.text.chars().count());
    assert!(edges <= EDGES, "{what}: {edges} edges");
    assert!(characters <= CHARACTERS, "{what}: {characters} characters");
    assert!(
        edges > 0 || characters > 1_000,
        "{what} draws next to nothing:\n{}",
        drawn.text
    );
    assert!(
        !drawn.left_out.is_empty(),
        "{what} does not say what is left out"
    );
    // A Sankey diagram has no comments.
    if !drawn.text.starts_with("sankey") {
        for words in &drawn.left_out {
            let said = format!("%% Left out: {words}");
            assert!(drawn.text.contains(&said), "{what}: {words}");
        }
    }
}

#[test]
fn what_is_too_large_is_made_smaller_and_says_so() {
    for kind in sources() {
        check(
            kind.name,
            &large(kind.name),
            &Settings::default(),
            kind.name,
        );
    }
}

#[test]
fn every_other_choice_keeps_to_what_can_be_drawn() {
    for kind in sources() {
        let text = large(kind.name);
        for setting in kind.settings {
            let Choice::OneOf(words) = setting.choice else {
                continue;
            };
            // The first is what is chosen without a word.
            for word in words.iter().skip(1) {
                let mut settings = Settings::default();
                settings.set(setting.name, word);
                let file = [File {
                    name: None,
                    text: &text,
                }];
                // A source need not have what every view shows.
                let Ok(drawn) = from(Some(kind), &file, &settings) else {
                    continue;
                };
                let what = format!("{} --{} {word}", kind.name, setting.name);
                let (edges, characters) = (edges(&drawn.text), drawn.text.chars().count());
                assert!(edges <= EDGES, "{what}: {edges} edges");
                assert!(characters <= CHARACTERS, "{what}: {characters} characters");
            }
        }
    }
}
