//! Messages with all that catalogues may have in them.

use crate::{Argument, Language, Said, Words};

fn say(source: &str, id: &str, arguments: &[(&str, Argument<'_>)]) -> Said {
    let mut words = Words::new(Language::En);
    assert_eq!(words.add(Language::En, "test", source.to_owned()), [""; 0]);
    words.say(id, arguments).unwrap()
}

/// What is said without a problem.
fn text(source: &str, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
    let said = say(source, id, arguments);
    assert_eq!(said.problems, [""; 0]);
    said.text
}

fn of_count(source: &str, count: impl Into<Argument<'static>>) -> String {
    text(source, "a", &[("count", count.into())])
}

#[test]
fn an_exact_number_that_comes_before_its_plural_form_is_chosen() {
    let source = "a =\n    { $count ->\n        [0] none\n        [1] a single one\n        [one] one\n        [1.0] one point nought\n       *[other] { $count }\n    }\n";
    assert_eq!(of_count(source, 0), "none");
    assert_eq!(of_count(source, 1), "a single one");
    assert_eq!(of_count(source, 1.0), "one point nought");
    assert_eq!(of_count(source, 0.0), "0.0");
    assert_eq!(of_count(source, 2), "2");
    assert_eq!(of_count(source, "1"), "1");
    // The first variant that fits is the one, as everywhere in Fluent.
    let source = "a =\n    { $count ->\n        [one] one\n        [1] a single one\n       *[other] { $count }\n    }\n";
    assert_eq!(of_count(source, 1), "one");
}

#[test]
fn a_choice_may_stand_in_a_choice() {
    let source = "a =\n    { $kind ->\n        [file]\n            { $count ->\n                [one] One file\n               *[other] { $count } files\n            } here\n       *[text] { $count ->\n            [one] one text\n           *[other] { $count } texts\n        }\n    }.\n";
    let of = |kind: &'static str, count: i32| {
        text(
            source,
            "a",
            &[("kind", kind.into()), ("count", count.into())],
        )
    };
    assert_eq!(of("file", 1), "One file here.");
    assert_eq!(of("file", 2), "2 files here.");
    assert_eq!(of("text", 1), "one text.");
    assert_eq!(of("other", 3), "3 texts.");
}

#[test]
fn literals_are_said_and_choose() {
    let source = "a = { \"{\" }{ \"\\u00e9\\\\\" } { 1000 } { -0.50 }{ \"\" }{ { \"x\" } }\nb = { 1 ->\n    [one] one\n   *[other] other\n}\nc = { \"x\" ->\n    [x] x\n   *[y] y\n}\n";
    assert_eq!(text(source, "a", &[]), "{\u{e9}\\ 1\u{202f}000 -0.50x");
    assert_eq!(text(source, "b", &[]), "one");
    assert_eq!(text(source, "c", &[]), "x");
}

#[test]
fn lines_keep_what_they_are_indented_by_beyond_the_others() {
    let source = "a =\n    one\n      two { $x }\n\n    three\n";
    let said = text(source, "a", &[("x", "!".into())]);
    assert_eq!(said, "one\n  two !\n\nthree");
}

#[test]
fn the_last_argument_of_a_name_counts() {
    let arguments = [("x", "one".into()), ("x", "two".into())];
    assert_eq!(text("a = { $x }\n", "a", &arguments), "two");
}

#[test]
fn a_choice_without_its_argument_is_the_default() {
    let source = "a =\n    { $kind ->\n        [file] file\n       *[text] text\n    }\n";
    let said = say(source, "a", &[]);
    assert_eq!(said.text, "text");
    assert_eq!(
        said.problems,
        ["a: Resolver error: Unknown variable: $kind"]
    );
}

#[test]
fn what_is_referred_to_is_said_in_its_place() {
    let source = "a = { b }: { -name }, { -name(form: \"long\") }{ $x }\nb = the { $x }\n-name = { $form ->\n    [long] Ichiban of { $x }\n   *[short] Ichiban\n}\n";
    // A term sees what it is given, and nothing else.
    let said = text(source, "a", &[("x", "X".into()), ("form", "long".into())]);
    assert_eq!(said, "the X: Ichiban, Ichiban of {$x}X");
}

#[test]
fn a_term_is_no_message() {
    let mut words = Words::new(Language::En);
    let source = "-name = Ichiban\nname = { -name }\n".to_owned();
    assert_eq!(words.add(Language::En, "test", source), [""; 0]);
    assert_eq!(words.text("-name", &[]), None);
    assert_eq!(words.text("name", &[]).as_deref(), Some("Ichiban"));
}

#[test]
fn what_is_referred_to_and_is_not_there_is_named() {
    let said = say("a = { b } { -c }\n", "a", &[]);
    assert_eq!(said.text, "{b} {-c}");
    assert_eq!(
        said.problems,
        [
            "a: Resolver error: Unknown message: b",
            "a: Resolver error: Unknown term: -c",
        ]
    );
}

#[test]
fn messages_that_refer_to_each_other_in_a_circle_end() {
    let said = say("a = A { b }\nb = B { a }\n", "a", &[]);
    assert_eq!(said.text, "A B {a}");
    assert_eq!(
        said.problems,
        ["a: Resolver error: Cyclical dependency detected"]
    );
    let said = say("a = { -b }\n-b = { a }\n", "a", &[]);
    assert_eq!(said.text, "{a}");
    // Twice in one message is no circle.
    assert_eq!(text("a = { b }{ b }\nb = B\n", "a", &[]), "BB");
}

#[test]
fn messages_that_grow_without_measure_end() {
    let levels = (1..20).map(|level| {
        let below = level - 1;
        format!("m{level} = {{ m{below} }}{{ m{below} }}\n")
    });
    let source = levels.fold("m0 = x\n".to_owned(), |source, level| source + &level);
    let said = say(&source, "m19", &[]);
    assert!(said.text.len() < 200, "{}", said.text);
    assert_eq!(said.problems, ["m19: Resolver error: Too many placeables"]);
}

#[test]
fn functions_and_attributes_are_refused() {
    let source = "a = { NUMBER($x) }\nb = { NUMBER($x) ->\n    [one] one\n   *[other] other\n}\nc = { a.title }\nd = { -t.case ->\n    [x] x\n   *[y] y\n}\n";
    let of = |id: &str| say(source, id, &[("x", 1.into())]);
    assert_eq!(of("a").text, "{NUMBER()}");
    assert_eq!(of("b").text, "other");
    for id in ["a", "b"] {
        let problem = format!("{id}: Resolver error: Unknown function: NUMBER()");
        assert_eq!(of(id).problems, [problem]);
    }
    assert_eq!(of("c").text, "{a.title}");
    assert_eq!(
        of("c").problems,
        ["c: Resolver error: Unknown attribute: a.title"]
    );
    assert_eq!(of("d").text, "y");
    assert_eq!(
        of("d").problems,
        ["d: Resolver error: Unknown attribute: -t.case"]
    );
}
