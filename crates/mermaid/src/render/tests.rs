use super::*;

fn renderer(theme: &str) -> Renderer {
    Renderer::new(theme::theme(theme).unwrap(), "d", None).unwrap()
}

#[test]
fn a_flowchart_is_drawn_as_text_and_shapes() {
    let picture = renderer("light")
        .render("flowchart TD\n  A[Start] --> B{Is it?}")
        .unwrap();
    assert_eq!(picture.kind, "flowchart-v2");
    assert!(picture.width > 50.0 && picture.height > 100.0);
    assert!(picture.markup.contains(">Start<"), "{}", picture.markup);
    assert!(picture.markup.contains("id=\"d-flowchart-A-0\""));
    assert!(
        picture
            .markup
            .starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\"")
    );
    assert!(!picture.markup.contains("foreignObject") && !picture.markup.contains(" style="));
    assert!(picture.style.starts_with("#d"));
    let root = picture.markup.split('>').next().unwrap();
    assert_eq!(root.matches(" width=").count(), 1, "{root}");
    assert_eq!(root.matches(" height=").count(), 1, "{root}");
}

#[test]
fn a_file_of_its_own_holds_its_styles_links_and_ground() {
    let text = "flowchart TD\n  A --> B\n  click A \"https://example.org/?a=1&b=2\"";
    let picture = renderer("dark").render(text).unwrap();
    assert!(
        picture.markup.contains("data-href=\"https://example.org/"),
        "{}",
        picture.markup
    );
    assert!(!picture.markup.contains(" href=\"https:"));
    let svg = picture.to_svg(false);
    assert!(svg.contains(" href=\"https://example.org/"));
    assert!(svg.contains("<style>#d"));
    assert!(svg.contains("fill=\"#1a1c1f\""));
    assert!(!picture.to_svg(true).contains("fill=\"#1a1c1f\"/>"));
}

#[test]
fn a_measurer_decides_how_wide_a_label_is() {
    struct Wide;
    impl Measure for Wide {
        fn width(&self, text: &str, font: Font<'_>) -> Option<f64> {
            assert!(font.size > 1.0);
            Some(text.chars().map(|_| 20.0).sum())
        }
    }
    let text = "flowchart TD\n  A[abcdefghi]";
    let theme = theme::theme("light").unwrap();
    let measured = Renderer::new(theme, "d", Some(Arc::new(Wide)))
        .unwrap()
        .render(text)
        .unwrap();
    let estimated = renderer("light").render(text).unwrap();
    // A label that is wider than a box may be goes on in another line.
    assert!(estimated.markup.contains(">abcdefghi<"));
    assert!(!measured.markup.contains(">abcdefghi<"));
    assert!(measured.height > estimated.height);
}

#[test]
fn what_cannot_be_drawn_is_told() {
    let renderer = renderer("light");
    assert!(matches!(renderer.render(""), Err(Error::Syntax(_))));
    assert!(matches!(
        renderer.render("{\"a\": 1}"),
        Err(Error::Syntax(_))
    ));
    let Err(Error::Syntax(error)) = renderer.render("flowchart TD\n  A --> B[x") else {
        panic!("an open bracket is no label")
    };
    assert_eq!(error.place.line, 2);
    let math = renderer
        .render("flowchart TD\n  A[\"$$x^2$$\"] --> B")
        .unwrap_err();
    assert_eq!(math, Error::Unsupported("mathematical formulas"));
    assert!(math.is_worth_another_try());
}

#[test]
fn what_is_too_large_is_told_with_what_to_do() {
    use std::fmt::Write as _;
    let renderer = renderer("light");
    let mut edges = "flowchart TD\n".to_owned();
    for at in 0..10_000 {
        writeln!(edges, "n{at} --> n{}", at + 1).unwrap();
    }
    let error = renderer.render(&edges).unwrap_err();
    assert!(
        matches!(error, Error::TooLarge { actual, .. } if actual > 10_000),
        "{error}"
    );
    assert!(error.to_string().contains("split it"), "{error}");

    let mut nested = "flowchart TD\n".to_owned();
    for at in 0..400 {
        writeln!(nested, "subgraph s{at}").unwrap();
    }
    nested.push_str("a --> b\n");
    nested.push_str(&"end\n".repeat(400));
    assert!(matches!(
        renderer.render(&nested),
        Err(Error::TooLarge { .. })
    ));

    let long = format!("flowchart TD\n{}", "a-->b\n".repeat(200_000));
    assert!(matches!(
        renderer.render(&long),
        Err(Error::TooLarge { what: "bytes", .. })
    ));
}

#[test]
fn a_diagram_that_says_nothing_yet_is_an_empty_picture() {
    let picture = renderer("light").render("sequenceDiagram\n").unwrap();
    assert_eq!((picture.width, picture.height), (16.0, 16.0));
    assert_eq!(picture.kind, "sequence");
    assert!(picture.to_svg(false).contains("<rect"));
}

#[test]
fn a_picture_is_moved_to_where_most_of_it_was() {
    let renderer = renderer("light");
    let before = renderer.render("flowchart TD\nA --> B\nB --> C").unwrap();
    let after = renderer
        .render("flowchart TD\nA --> B\nB --> C\nX[A very long label on the left] --> A")
        .unwrap();
    assert_eq!(before.places().len(), 3);
    let (right, down) = after.shift(&before);
    let place = |picture: &Picture| picture.places()["d-flowchart-B-1"];
    assert!(down < 0.0, "what comes above moves the rest down");
    assert!((place(&after).0 + right - place(&before).0).abs() < 0.01);
    assert_eq!(before.shift(&before), (0.0, 0.0));
    // Numbered anew, since a node is mentioned before them.
    let first = renderer
        .render("flowchart TD\nX\nA --> B\nB --> C")
        .unwrap();
    let (right, _) = first.shift(&before);
    let moved = first.places()["d-flowchart-B-2"].0 + right - place(&before).0;
    assert!(right != 0.0 && moved.abs() < 0.01, "{right} {moved}");
    assert_eq!(
        renderer.render("pie\n\"a\" : 1").unwrap().shift(&before),
        (0.0, 0.0)
    );
}

#[test]
fn a_picture_without_nodes_again_begins_where_it_began() {
    let renderer = renderer("light");
    let before = renderer.render("sequenceDiagram\nA->>B: x").unwrap();
    let after = renderer
        .render("sequenceDiagram\nA->>B: x\nnote left of A: A long note that lies to the left")
        .unwrap();
    let (right, down) = after.shift(&before);
    assert!(right < 0.0 && down == 0.0, "{right} {down}");
    assert!((before.view_box().0 + right - after.view_box().0).abs() < 0.01);
}
