use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;

fn field(name: &str, required: bool, shape: Shape) -> Field {
    Field {
        name: name.to_owned(),
        required,
        shape,
        ..Field::default()
    }
}

fn text() -> Shape {
    Shape::Text(Text::default())
}

fn integer() -> Shape {
    Shape::Number(Number {
        is_integer: true,
        ..Number::default()
    })
}

fn group(members: Vec<Field>) -> Shape {
    Shape::Group(Group {
        members,
        others: Some(Box::default()),
        is_open: false,
    })
}

fn list(items: Field) -> Shape {
    Shape::List(Box::new(List {
        items,
        ..List::default()
    }))
}

/// A note: what is required, what may be left out, what is nested.
fn note() -> Field {
    let mut due = field(
        "due",
        false,
        Shape::Text(Text {
            format: "date".to_owned(),
            ..Text::default()
        }),
    );
    due.nullable = true;
    field(
        "",
        true,
        group(vec![
            field("title", true, text()),
            field("size", false, integer()),
            due,
            field("tags", false, list(field("", true, text()))),
            field("owner", false, group(vec![field("id", true, integer())])),
        ]),
    )
}

fn shown(field: &Field, entry: &Entry) -> Value {
    let text = write(field, entry).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn told(field: &Field, entry: &Entry) -> Vec<(Path, String)> {
    problems(field, entry)
        .into_iter()
        .map(|problem| (problem.path, problem.message))
        .collect()
}

#[test]
fn what_is_left_out_is_absent_and_what_is_empty_is_not() {
    let note = note();
    let mut entry = read(&note, &json!({ "title": "", "due": null }));
    assert_eq!(shown(&note, &entry), json!({ "title": "", "due": null }));
    let title = note.at(&[0]).unwrap();
    let part = entry.at_mut(&[0]).unwrap();
    assert_eq!(part.mode(title), Mode::Empty);
    *part = part.turned(title, Mode::Absent);
    assert_eq!(shown(&note, &entry), json!({ "due": null }));
    let problems = told(&note, &entry);
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].0, [0]);
    assert!(problems[0].1.starts_with("Required"));
}

#[test]
fn entries_come_and_go() {
    let note = note();
    let mut entry = read(&note, &json!({ "title": "a" }));
    let tags = note.at(&[3]).unwrap();
    *entry.at_mut(&[3]).unwrap() = Entry::Absent.turned(tags, Mode::Given);
    for word in ["x", "y", "z"] {
        let part = entry.at_mut(&[3]).unwrap();
        part.add(tags);
        let last = part.count() - 1;
        *entry.at_mut(&[3, last]).unwrap() = Entry::Text(word.to_owned());
    }
    entry.at_mut(&[3]).unwrap().remove(1);
    entry.add(&note);
    assert_eq!(told(&note, &entry)[0].1, "A member has no name.");
    entry.set_name(0, "more".to_owned());
    assert_eq!(entry.name(0), "more");
    *entry.at_mut(&[5]).unwrap() = Entry::Json("[1]".to_owned());
    assert_eq!(
        shown(&note, &entry),
        json!({ "title": "a", "tags": ["x", "z"], "more": [1] })
    );
    entry.remove(0);
    assert_eq!(entry.count(), 0);
}

#[test]
fn a_form_and_its_json_say_the_same() {
    let note = note();
    let sample = "{ \"title\": \"a\" }";
    let mut draft = Draft::of(&note, sample);
    assert!(!draft.is_json);
    // Its look is kept as long as nothing is changed.
    draft.show_json(&note);
    assert_eq!(draft.text, sample);
    draft.show_form(&note).unwrap();
    let title = note.at(&[0]).unwrap();
    *draft.entry.at_mut(&[0]).unwrap() = Entry::typed(title, "b".to_owned());
    draft.show_json(&note);
    assert_eq!(draft.text, "{\n  \"title\": \"b\"\n}");
    "{ \"title\": \"c\", \"more\": 1 }".clone_into(&mut draft.text);
    draft.show_form(&note).unwrap();
    assert_eq!(draft.entry.at(&[0]), Some(&Entry::Text("c".to_owned())));
    assert_eq!(draft.entry.name(0), "more");
}

#[test]
fn json_that_no_form_holds_stays_and_can_be_sent() {
    let note = note();
    let mut draft = Draft::of(&note, "[1, 2");
    assert!(draft.is_json);
    for (text, why) in [("[1, 2", "not JSON yet"), ("[1, 2]", "object")] {
        text.clone_into(&mut draft.text);
        let reason = draft.show_form(&note).unwrap_err();
        assert!(reason.contains(why), "{reason}");
        assert!(draft.is_json);
        assert_eq!(draft.body(&note).as_deref(), Some(text));
        assert_eq!(draft.problems(&note).len(), 1);
    }
    "{ \"tags\": [\"a\", 2], \"owner\": {} }".clone_into(&mut draft.text);
    assert_eq!(
        draft.told(&note, 9),
        [
            "title: Required: it is left out.",
            "tags[2]: Not what the document says: text.",
            "owner.id: Required: it is left out."
        ]
    );
    draft.text.clear();
    draft.show_form(&note).unwrap();
    assert_eq!(draft.body(&note), None);
}

#[test]
fn a_field_that_is_emptied_is_left_out_and_an_entry_is_not() {
    let note = note();
    let title = note.at(&[0]).unwrap();
    assert_eq!(Entry::typed(title, String::new()), Entry::Absent);
    let tag = note.at(&[3, 0]).unwrap();
    assert_eq!(Entry::typed(tag, String::new()), Entry::Text(String::new()));
}

#[test]
fn parameters_are_checked_as_texts() {
    let choice = field(
        "a",
        true,
        Shape::Choice(vec!["\"b\"".to_owned(), "1".to_owned()]),
    );
    assert!(problem_of_text(&choice, "").is_some());
    assert_eq!(problem_of_text(&choice, "b"), None);
    assert_eq!(problem_of_text(&choice, "1"), None);
    assert!(problem_of_text(&choice, "c").is_some());
    assert!(problem_of_text(&field("a", false, integer()), "x").is_some());
    let many = field("a", false, list(field("", true, integer())));
    assert_eq!(problem_of_text(&many, "1,2"), None);
}

#[test]
fn what_does_not_fit_stays_as_json_in_its_place() {
    let note = note();
    let whole = json!({ "title": 7, "size": "12", "owner": [1], "unknown": { "a": 1 } });
    let entry = read(&note, &whole);
    assert_eq!(
        entry.at(&[0]).map(|it| it.mode(&note.clone())),
        Some(Mode::Json)
    );
    assert_eq!(shown(&note, &entry), whole);
    let places: Vec<Path> = told(&note, &entry)
        .into_iter()
        .map(|(path, _)| path)
        .collect();
    assert_eq!(places, [vec![0], vec![1], vec![4]]);
    // It becomes a field again once it fits.
    let size = note.at(&[1]).unwrap();
    let fixed = Entry::Json("12".to_owned());
    assert_eq!(problem(size, &fixed), None);
    assert_eq!(
        fixed.turned(size, Mode::Given),
        Entry::Text("12".to_owned())
    );
    assert_eq!(
        Entry::Text("12".to_owned()).turned(size, Mode::Json),
        Entry::Json("12".to_owned())
    );
}

#[test]
fn what_is_no_number_is_told_and_sent_as_a_text() {
    let note = note();
    let mut entry = read(&note, &json!({ "title": "a", "size": 1 }));
    *entry.at_mut(&[1]).unwrap() = Entry::Text("twelve".to_owned());
    assert_eq!(told(&note, &entry)[0].1, "“twelve” is not a number.");
    assert_eq!(shown(&note, &entry)["size"], "twelve");
    *entry.at_mut(&[1]).unwrap() = Entry::Text("9007199254740993123".to_owned());
    assert!(
        write(&note, &entry)
            .unwrap()
            .contains(": 9007199254740993123")
    );
}

#[test]
fn limits_are_told_at_their_field() {
    let of =
        |shape: Shape, text: &str| problem(&field("a", true, shape), &Entry::Text(text.to_owned()));
    let limits = |pattern: &str| {
        Shape::Text(Text {
            least: Some(2),
            most: Some(4),
            pattern: Some(pattern.to_owned()),
            format: String::new(),
        })
    };
    assert!(of(limits("^a"), "a").unwrap().starts_with("Too short"));
    assert!(of(limits("^a"), "aaaaa").unwrap().starts_with("Too long"));
    assert!(of(limits("^a"), "bbb").unwrap().contains("pattern"));
    assert_eq!(of(limits("^a"), "äaa").map(|it| it.len() > 1), Some(true));
    assert_eq!(of(limits("^(?=a)a"), "bbb"), None);
    // Work that would double with every character elsewhere.
    let slow = Shape::Text(Text {
        pattern: Some("^(a+)+$".to_owned()),
        ..Text::default()
    });
    assert!(of(slow, &format!("{}b", "a".repeat(4_000))).is_some());
    let number = Shape::Number(Number {
        is_integer: true,
        least: Some((1.0, false)),
        most: Some((9.0, true)),
        step: Some(2.0),
    });
    for (text, word) in [
        ("0", "Too little"),
        ("9", "Too much"),
        ("2.5", "whole"),
        ("3", "multiple"),
        ("", "number"),
    ] {
        assert!(of(number.clone(), text).unwrap().contains(word), "{text}");
    }
    assert_eq!(of(number, "4"), None);
    let list = field(
        "a",
        true,
        Shape::List(Box::new(List {
            items: field("", true, text()),
            least: Some(2),
            most: Some(2),
            is_unique: true,
        })),
    );
    for (value, word) in [
        (json!(["a"]), "few"),
        (json!(["a", "a"]), "twice"),
        (json!(["a", "b", "c"]), "many"),
    ] {
        let entry = read(&list, &value);
        assert!(problem(&list, &entry).unwrap().contains(word), "{value}");
    }
}

#[test]
fn forms_of_the_web_repeat_the_name_of_a_list() {
    let note = note();
    let whole =
        json!({ "title": "a b", "size": 2, "due": null, "tags": ["x", "y"], "owner": { "id": 1 } });
    let pairs: Vec<(String, String)> = pairs(&note, &read(&note, &whole))
        .into_iter()
        .map(|pair| (pair.name, pair.value))
        .collect();
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(a, b)| (&**a, &**b)).collect();
    assert_eq!(
        pairs,
        [
            ("title", "a b"),
            ("size", "2"),
            ("due", ""),
            ("tags", "x"),
            ("tags", "y"),
            ("owner", "{\"id\":1}")
        ]
    );
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        // As `serde_json` reads it back, to the last digit.
        any::<i16>().prop_map(|n| Value::from(f64::from(n) / 4.0)),
        any::<String>().prop_map(Value::from),
        Just(json!("a\nb")),
    ];
    leaf.prop_recursive(3, 24, 5, |inner| {
        let names = prop::sample::select(vec!["a", "b", "c", "", "\"\n"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((names, inner), 0..5).prop_map(|members| {
                let members = members
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), value));
                Value::Object(members.collect())
            }),
        ]
    })
}

fn fields() -> impl Strategy<Value = Field> {
    let leaf = prop_oneof![
        Just(text()),
        Just(integer()),
        Just(Shape::Boolean),
        Just(Shape::Choice(vec![
            "\"a\\nb\"".to_owned(),
            "1".to_owned(),
            "[]".to_owned()
        ])),
        Just(Shape::Json(Open::Anything)),
    ];
    let one = |shape: Shape, required: bool, nullable: bool| Field {
        nullable,
        ..field("", required, shape)
    };
    let leaf = (leaf, any::<bool>(), any::<bool>()).prop_map(move |(shape, a, b)| one(shape, a, b));
    leaf.prop_recursive(3, 24, 3, move |inner| {
        let shape = prop_oneof![
            inner.clone().prop_map(list),
            (
                prop::collection::vec(inner.clone(), 0..3),
                prop::option::of(inner)
            )
                .prop_map(|(members, others)| {
                    let names = ["a", "b", "c"].into_iter();
                    let members = members.into_iter().zip(names).map(|(member, name)| Field {
                        name: name.to_owned(),
                        ..member
                    });
                    Shape::Group(Group {
                        members: members.collect(),
                        others: others.map(Box::new),
                        is_open: false,
                    })
                }),
        ];
        (shape, any::<bool>(), any::<bool>()).prop_map(move |(shape, a, b)| one(shape, a, b))
    })
}

proptest! {
    /// Whatever JSON is shown in whatever form, none of it is lost.
    #[test]
    fn json_goes_into_a_form_and_comes_back(field in fields(), value in values()) {
        let entry = read(&field, &value);
        prop_assert_eq!(shown(&field, &entry), value.clone());
        // And as JSON in the place of every field, too.
        let json = entry.turned(&field, Mode::Json);
        prop_assert_eq!(shown(&field, &json), value);
    }

    /// What a form is turned into is what it says it is, and can be written.
    #[test]
    fn a_form_begins_with_json(field in fields()) {
        let given = Entry::given(&field);
        prop_assert!(write(&field, &given).is_some());
        for mode in [Mode::Absent, Mode::Null, Mode::Json] {
            let turned = given.turned(&field, mode);
            let is_json = matches!(field.shape, Shape::Json(_)) && mode == Mode::Json;
            prop_assert!(turned.mode(&field) == mode || is_json);
        }
        let _ = problems(&field, &given);
    }

    /// Every problem is about a part that is there.
    #[test]
    fn problems_lead_to_their_places(field in fields(), value in values()) {
        let entry = read(&field, &value);
        for problem in problems(&field, &entry) {
            prop_assert!(field.at(&problem.path).is_some());
            prop_assert!(entry.at(&problem.path).is_some());
        }
    }
}
