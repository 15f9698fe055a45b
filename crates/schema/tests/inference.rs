//! What is told from samples.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use ichiban_schema::{
    Field, Format, Inference, IntegerRange, Kind, Record, Type, Types, read_json,
};

fn infer(samples: &[&str]) -> Types {
    let mut inference = Inference::new("Root");
    for sample in samples {
        read_json(sample, 128, &mut inference).unwrap();
    }
    inference.finish()
}

fn root(types: &Types) -> &Record {
    match types.root.kind {
        Kind::Record(id) => types.record(id),
        ref kind => panic!("the root is no record: {kind:?}"),
    }
}

fn field<'t>(types: &'t Types, name: &str) -> &'t Field {
    root(types)
        .fields
        .iter()
        .find(|field| field.name == name)
        .unwrap()
}

#[test]
fn a_missing_member_and_a_null_one_are_told_apart() {
    let types = infer(&[
        r#"{"a": 1, "b": 1, "c": null}"#,
        r#"{"b": null, "c": null}"#,
    ]);
    let told = |name| {
        (
            field(&types, name).optional,
            field(&types, name).ty.nullable,
        )
    };
    assert_eq!(
        (told("a"), told("b"), told("c")),
        ((true, false), (false, true), (false, true))
    );
    assert_eq!(field(&types, "c").ty.kind, Kind::Null);
}

#[test]
fn a_name_twice_in_an_object_is_no_second_object() {
    assert!(!field(&infer(&[r#"{"a": 1, "a": 2}"#]), "a").optional);
    assert!(field(&infer(&[r#"{"a": 1, "a": 2}"#, "{}"]), "a").optional);
}

#[test]
fn integers_are_as_wide_as_they_have_to_be() {
    let kind = |text: &str| infer(&[text]).root.kind;
    assert_eq!(kind("-2147483648"), Kind::Integer(IntegerRange::Int32));
    assert_eq!(kind("2147483648"), Kind::Integer(IntegerRange::Int53));
    assert_eq!(
        kind("18446744073709551616"),
        Kind::Integer(IntegerRange::Big)
    );
    assert_eq!(
        kind("[-1, 18446744073709551615]"),
        Kind::Array(Box::new(Type::new(Kind::Integer(IntegerRange::Big))))
    );
    assert_eq!(kind(&"9".repeat(60)), Kind::Integer(IntegerRange::Big));
    assert_eq!(kind("9007199254740992"), Kind::Integer(IntegerRange::Int64));
    assert_eq!(
        kind("18446744073709551615"),
        Kind::Integer(IntegerRange::UInt64)
    );
    assert_eq!(kind("1.0"), Kind::Number);
    assert_eq!(infer(&["1", "1.5"]).root.kind, Kind::Number);
    assert_eq!(
        infer(&["-1", "18446744073709551615"]).root.kind,
        Kind::Integer(IntegerRange::Big)
    );
}

#[test]
fn formats_are_those_of_all_strings() {
    let types = infer(&[r#"{"id": "12", "at": "2017-07-28", "u": "https://a.b/"}"#]);
    assert_eq!(
        field(&types, "id").ty.kind,
        Kind::String(Some(Format::Integer))
    );
    assert_eq!(
        field(&types, "at").ty.kind,
        Kind::String(Some(Format::Date))
    );
    assert_eq!(field(&types, "u").ty.kind, Kind::String(Some(Format::Uri)));
    let types = infer(&[r#"["2017-07-28", "tomorrow"]"#]);
    let Kind::Array(item) = types.root.kind else {
        panic!()
    };
    assert_eq!(item.kind, Kind::String(None));
}

#[test]
fn few_values_that_come_again_are_an_enum() {
    let texts = ["open", "closed"].repeat(5);
    let types = infer(&[&serde_json::to_string(&texts).unwrap()]);
    assert_eq!(types.enums()[0].values, ["open", "closed"]);
    let texts: Vec<String> = (0..10).map(|n| format!("name{n}")).collect();
    assert!(
        infer(&[&serde_json::to_string(&texts).unwrap()])
            .enums()
            .is_empty()
    );
}

#[test]
fn arrays_of_one_length_with_types_of_their_own_are_tuples() {
    let types = infer(&[r#"[[0, "zero"], [1, "one"]]"#]);
    let Kind::Array(item) = types.root.kind else {
        panic!()
    };
    assert!(matches!(&item.kind, Kind::Tuple(items) if items.len() == 2));
    for lists in [
        "[[1, 2], [3, 4]]",
        r#"[[0, "a"], [1]]"#,
        r#"[[0, "a"], []]"#,
    ] {
        let Kind::Array(item) = infer(&[lists]).root.kind else {
            panic!()
        };
        assert!(matches!(item.kind, Kind::Array(_)), "{lists}");
    }
}

#[test]
fn maps_are_told_from_records() {
    for map in [
        r#"{"2017-01": 1, "2017-02": 2}"#,
        r#"{"AUD": 1.5, "CAD": 1.4, "CHF": 1.6, "CYP": 0.5, "CZK": 36}"#,
        r#"{"/users": {"get": 1}, "/teams": {"get": 2}}"#,
        r#"{"a": {"x": 1, "y": 2}, "b": {"x": 1, "y": 2}, "c": {"x": 1, "y": 2},
            "d": {"x": 1, "y": 2}, "e": {"x": 1, "y": 2}}"#,
        "{}",
    ] {
        assert!(matches!(infer(&[map]).root.kind, Kind::Map(_)), "{map}");
    }
    for record in [
        r#"{"width": 1, "height": 2, "depth": 3}"#,
        r#"{"name": "a", "2017": 1}"#,
        r#"{"home": {"street": "a", "city": "b"}, "work": {"street": "c", "city": "d"}}"#,
        r#"{"": 1}"#,
    ] {
        assert!(
            matches!(infer(&[record]).root.kind, Kind::Record(_)),
            "{record}"
        );
    }
}

#[test]
fn a_record_within_itself_is_one_type() {
    let types = infer(&[r#"{"data": 1, "next": {"data": 2, "next": {"data": 3, "next": null}}}"#]);
    assert_eq!(types.records().len(), 1);
    assert_eq!(types.recursive_fields(), [[false, true]]);
    let types =
        infer(&[r#"{"id": 1, "children": [{"id": 2, "children": [{"id": 3, "children": []}]}]}"#]);
    assert_eq!(types.records().len(), 1);
    assert_eq!(types.recursive_fields(), [[false, false]]);
}

#[test]
fn equal_records_are_one_type_and_others_are_not() {
    let types = infer(&[r#"{"from": {"lat": 1.5, "lon": 2}, "to": {"lat": 3, "lon": 4}}"#]);
    assert_eq!(types.records().len(), 2);
    let types = infer(&[r#"{"a": {"data": {"x": 1}}, "b": {"data": {"y": 1}}}"#]);
    assert_eq!(types.records().len(), 5);
}

#[test]
fn names_are_singular_and_do_not_collide() {
    let types = infer(&[
        r#"{"people": [{"pets": [{"name": 1}]}], "pets": [{"age": 1}], "root": {"x": 1}}"#,
    ]);
    let names: Vec<&str> = types
        .records()
        .iter()
        .map(|record| record.name.as_str())
        .collect();
    assert_eq!(names, ["Root", "Person", "Pet", "RootRoot", "PersonPet"]);
    let types = infer(&[r#"[{"a": 1}]"#]);
    assert_eq!(
        (types.name.as_str(), types.records()[0].name.as_str()),
        ("Root", "RootItem")
    );
}

#[test]
fn several_types_in_one_place_are_a_union() {
    let types = infer(&[r#"[1, "a", null, {"x": true}, [1]]"#]);
    let Kind::Array(item) = &types.root.kind else {
        panic!()
    };
    assert!(item.nullable);
    let Kind::Union(id) = item.kind else { panic!() };
    assert_eq!(types.union(id).members.len(), 4);
}

/// A document of ten times the size has ten times the values, and no more types.
#[test]
fn the_types_do_not_grow_with_the_samples() {
    let document = |n: usize| {
        let item =
            |i: usize| format!(r#"{{"id": {i}, "tags": ["t{i}"], "by": {{"name": "n{i}"}}}}"#);
        format!("[{}]", (0..n).map(item).collect::<Vec<_>>().join(","))
    };
    assert_eq!(infer(&[&document(10)]), infer(&[&document(100)]));
}

fn infer_tagged(samples: &[&str]) -> Types {
    let mut inference = Inference::new("Shapes");
    for sample in samples {
        read_json(sample, 128, &mut inference).unwrap();
    }
    inference.finish_tagged()
}

/// The records of the union that the items of the root are of: names, tags, and fields, those in
/// parentheses that may be missing. Nothing if they are of one record.
fn variants(types: &Types) -> Vec<String> {
    let Kind::Array(item) = &types.root.kind else {
        panic!("the root is no array: {:?}", types.root)
    };
    let Kind::Union(id) = item.kind else {
        assert!(matches!(item.kind, Kind::Record(_)), "{item:?}");
        return Vec::new();
    };
    let members = &types.union(id).members;
    members
        .iter()
        .map(|member| {
            let Kind::Record(id) = member.kind else {
                panic!("a variant is no record: {member:?}")
            };
            let record = types.record(id);
            let tag = record.tag.as_ref().unwrap();
            assert_eq!(types.union_of_tag(), Some(tag.field.as_str()));
            let fields = record.fields.iter().map(|field| {
                if field.optional {
                    format!("({})", field.name)
                } else {
                    field.name.clone()
                }
            });
            let fields = fields.collect::<Vec<_>>().join(" ");
            format!("{} {}={}: {fields}", record.name, tag.field, tag.value)
        })
        .collect()
}

trait UnionOfTag {
    fn union_of_tag(&self) -> Option<&str>;
}

impl UnionOfTag for Types {
    fn union_of_tag(&self) -> Option<&str> {
        self.unions().iter().find_map(|union| union.tag.as_deref())
    }
}

const SHAPES: &str = r#"[
    {"type": "circle", "id": 1, "radius": 1.5},
    {"id": 2, "type": "square", "side": 2, "label": "a"},
    {"type": "square", "side": 2.5, "id": 3}
]"#;

#[test]
fn objects_are_told_apart_by_a_tag_that_explains_their_members() {
    assert_eq!(
        variants(&infer_tagged(&[SHAPES])),
        [
            "CircleShape type=circle: type id radius",
            "SquareShape type=square: type id side (label)",
        ]
    );
    let kinds = r#"[{"kind": "int", "value": 1}, {"kind": "text", "value": "a"}, {"kind": "int", "value": 2}]"#;
    assert_eq!(
        variants(&infer_tagged(&[kinds])),
        [
            "IntShape kind=int: kind value",
            "TextShape kind=text: kind value"
        ]
    );
}

#[test]
fn a_tag_that_explains_nothing_is_none() {
    for sample in [
        // All have the same members.
        r#"[{"type": "a", "x": 1}, {"type": "b", "x": 2}, {"type": "c", "x": 3}]"#,
        // What some lack does not go with the tag.
        r#"[{"type": "a", "x": 1}, {"type": "b"}, {"type": "a"}, {"type": "b", "x": 3}]"#,
        // One has none.
        r#"[{"type": "a", "x": 1}, {"type": "b", "y": 2}, {"z": 3}]"#,
        // A tag is a string.
        r#"[{"type": "a", "x": 1}, {"type": 2, "y": 2}]"#,
        // Sentences are no tags.
        r#"[{"type": "It is, well, one.", "x": 1}, {"type": "And another!", "y": 2}]"#,
    ] {
        assert_eq!(variants(&infer_tagged(&[sample])), [""; 0], "{sample}");
    }
    let many: Vec<String> = (0..40)
        .map(|n| format!(r#"{{"type": "kind{n}", "only{n}": 1}}"#))
        .collect();
    let types = infer_tagged(&[&format!("[{}]", many.join(","))]);
    assert_eq!(variants(&types), [""; 0]);
    assert_eq!(types.records()[0].fields.len(), 41);
}

#[test]
fn kinds_that_are_not_to_be_told_apart_are_one_record() {
    let types = infer(&[SHAPES]);
    assert_eq!(variants(&types), [""; 0]);
    let fields: Vec<(&str, bool)> = types.records()[0]
        .fields
        .iter()
        .map(|field| (field.name.as_str(), field.optional))
        .collect();
    assert_eq!(
        fields,
        [
            ("type", false),
            ("id", false),
            ("radius", true),
            ("side", true),
            ("label", true)
        ]
    );
}

#[test]
fn a_tree_of_kinds_is_one_union() {
    let types = infer_tagged(&[r#"[
        {"type": "add", "left": {"type": "number", "value": 1}, "right":
            {"type": "negate", "operand": {"type": "add", "left": {"type": "number", "value": 2},
                "right": {"type": "number", "value": 3}}}},
        {"type": "negate", "operand": {"type": "number", "value": 1}}
    ]"#]);
    assert_eq!(
        variants(&types),
        [
            "AddShape type=add: type left right",
            "NegateShape type=negate: type operand",
            "NumberShape type=number: type value",
        ]
    );
    assert_eq!((types.unions().len(), types.records().len()), (1, 3));
}
