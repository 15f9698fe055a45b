//! What may be chosen of a source, by what it does to the diagram.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_mermaid::parse;
use ichiban_mermaid::source::{Drawn, File, from, source};
use ichiban_tool::Settings;

fn drawn(kind: &str, text: &str, chosen: &[(&str, &str)]) -> Drawn {
    let mut settings = Settings::default();
    for (name, value) in chosen {
        settings.set(name, value);
    }
    let file = [File { name: None, text }];
    let drawn = from(source(kind), &file, &settings).unwrap_or_else(|error| panic!("{error}"));
    parse(&drawn.text).unwrap_or_else(|error| panic!("{}\n{}", error.message, drawn.text));
    drawn
}

fn text(kind: &str, text: &str, chosen: &[(&str, &str)]) -> String {
    drawn(kind, text, chosen).text
}

const TABLES: &str = "CREATE TABLE shop_orders (id INT PRIMARY KEY, by_id INT REFERENCES app.users (id));\n\
    CREATE TABLE shop_items (id INT PRIMARY KEY, o INT REFERENCES shop_orders (id));\n\
    CREATE TABLE app.users (id INT PRIMARY KEY);\n\
    CREATE TABLE app.roles (id INT PRIMARY KEY);\n\
    CREATE TABLE log (id INT PRIMARY KEY);\n";

#[test]
fn tables_are_grouped_by_schema_and_prefix() {
    let plain = text("sql", TABLES, &[]);
    assert!(plain.contains("shop_orders") && !plain.contains("(2)"));
    assert_eq!(text("sql", TABLES, &[("group", "none")]), plain);
    let groups = text("sql", TABLES, &[("group", "collapse")]);
    assert!(
        groups.contains("shop (2)") && groups.contains("app (2)"),
        "{groups}"
    );
    assert!(
        groups.contains("log") && !groups.contains("shop_orders"),
        "{groups}"
    );
}

#[test]
fn models_are_grouped_by_their_schema() {
    let schema = "model A {\n  id Int @id\n  @@schema(\"one\")\n}\nmodel B {\n  id Int @id\n  @@schema(\"one\")\n}\nmodel C {\n  id Int @id\n}\n";
    let groups = text("prisma", schema, &[("group", "collapse")]);
    assert!(
        groups.contains("one (2)") && groups.contains('C'),
        "{groups}"
    );
}

#[test]
fn types_are_framed_by_the_beginning_of_their_names_if_so_asked() {
    let schema = "type Order {\n  items: [OrderItem]\n}\ntype OrderItem {\n  id: ID!\n}\ntype User {\n  id: ID!\n}\n";
    assert!(!text("graphql", schema, &[]).contains("namespace"));
    let framed = text("graphql", schema, &[("group", "frame")]);
    assert_eq!(framed.matches("namespace").count(), 1, "{framed}");
    let schema = r##"{"$schema": "x", "definitions": {"Order": {"properties": {"a": {"$ref": "#/definitions/OrderItem"}}}, "OrderItem": {"properties": {}}, "User": {"properties": {}}}}"##;
    let framed = text("json-schema", schema, &[("group", "frame")]);
    assert_eq!(framed.matches("namespace").count(), 1, "{framed}");
}

#[test]
fn schemas_are_grouped_by_the_tags_of_the_operations_that_use_them() {
    let api = r##"
openapi: 3.0.0
info: {title: x, version: "1"}
paths:
  /pets:
    get:
      tags: [animals]
      responses:
        "200": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
  /bills:
    get:
      tags: [money]
      responses:
        "200": {description: x, content: {application/json: {schema: {$ref: "#/components/schemas/Bill"}}}}
components:
  schemas:
    Pet: {type: object, properties: {tail: {$ref: "#/components/schemas/Tail"}}}
    Tail: {type: object, properties: {length: {type: integer}}}
    Bill: {type: object, properties: {sum: {type: integer}}}
"##;
    let framed = text("openapi", api, &[("group", "frame")]);
    let animals = framed
        .split("namespace")
        .find(|part| part.contains("animals"));
    let animals = animals.unwrap_or_else(|| panic!("{framed}"));
    assert!(
        animals.contains("Pet") && animals.contains("Tail"),
        "{framed}"
    );
    assert!(framed.contains("money"), "{framed}");
    let groups = text("openapi", api, &[("group", "collapse")]);
    assert!(groups.contains("animals (2)"), "{groups}");
}

#[test]
fn branches_rows_and_headings_are_left_out() {
    let log = "* 9a9a9a1 (feature/login) Log in\n* 9a9a9a2 Log in, first part\n| * 9a9a9a3 (HEAD -> main) Later\n|/  \n* 9a9a9a4 Begin\n";
    let without = drawn("git-log", log, &[("exclude", "feature*")]);
    assert!(
        !without.text.contains("first part") && without.text.contains("Later"),
        "{}",
        without.text
    );
    assert_eq!(without.left_out, ["2 of 4 commits, as chosen"]);
    assert!(without.text.contains("%% Left out: 2 of 4 commits"));
    let with = drawn("git-log", log, &[("include", "feature*")]);
    assert!(with.left_out.is_empty() && with.text.contains("first part"));

    let outline = "# Book\n\n## One\n\n- red\n- blue\n\n## Two\n\n### Two and a half\n";
    let one = drawn("markdown", outline, &[("include", "One")]);
    assert!(one.text.contains("Book") && one.text.contains("blue") && !one.text.contains("Two"));
    let less = drawn("markdown", outline, &[("exclude", "red, two*half")]);
    assert!(!less.text.contains("red") && !less.text.contains("half") && less.text.contains("Two"));
    assert_eq!(less.left_out, ["2 of 6 branches, as chosen"]);

    let table = "name,value\napples,3\npears,4\nplums,5\n";
    let less = drawn("csv", table, &[("exclude", "pear*")]);
    assert!(
        !less.text.contains("pears") && less.text.contains("plums"),
        "{}",
        less.text
    );
    assert_eq!(less.left_out, ["1 of 3 rows, as chosen"]);
}

#[test]
fn boxes_tell_as_much_as_is_asked_for() {
    let manifest = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    metadata: {labels: {app: web}}\n    spec: {containers: [{name: a, image: nginx}]}\n";
    for (detail, has_kind, has_image) in [
        ("keys", true, false),
        ("full", true, true),
        ("names", false, false),
    ] {
        let text = text("kubernetes", manifest, &[("detail", detail)]);
        assert_eq!(text.contains(" · Deployment"), has_kind, "{text}");
        assert_eq!(text.contains("nginx"), has_image, "{text}");
    }
    let pipeline = "build:\n  stage: build\n  image: {name: golang}\n  script: [make]\n";
    assert!(!text("gitlab-ci", pipeline, &[]).contains("golang"));
    assert!(text("gitlab-ci", pipeline, &[("detail", "full")]).contains("golang"));
}
