//! `ichiban mermaid render`, as a person or a script runs it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

fn render(folder: &Path, text: &str, args: &[&str]) -> Output {
    let file = folder.join("diagram.mmd");
    fs::write(&file, text).unwrap();
    Command::new(env!("CARGO_BIN_EXE_ichiban"))
        .current_dir(folder)
        .args(["mermaid", "render", "diagram.mmd"])
        .args(args)
        .output()
        .unwrap()
}

const DIAGRAM: &str = "flowchart LR\n  A[Start] --> B[End]\n";

#[test]
fn the_ending_says_what_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let output = render(folder.path(), DIAGRAM, &["-o", "a.svg"]);
    assert!(output.status.success(), "{output:?}");
    let svg = fs::read_to_string(folder.path().join("a.svg")).unwrap();
    assert!(svg.starts_with("<svg ") && svg.contains(">Start<"));

    let mut sizes = Vec::new();
    for (scale, file) in [("1", "1.png"), ("3", "3.png")] {
        let output = render(
            folder.path(),
            DIAGRAM,
            &["-o", file, "--scale", scale, "--transparent"],
        );
        assert!(output.status.success(), "{output:?}");
        let png = fs::read(folder.path().join(file)).unwrap();
        assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
        sizes.push(u32::from_be_bytes(png[16..20].try_into().unwrap()));
    }
    assert!(sizes[1].abs_diff(3 * sizes[0]) <= 3, "{sizes:?}");
}

#[test]
fn themes_differ_and_a_wrong_one_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let light = render(folder.path(), DIAGRAM, &[]);
    let dark = render(folder.path(), DIAGRAM, &["--theme", "dark"]);
    assert!(light.status.success() && dark.status.success());
    assert_ne!(light.stdout, dark.stdout);
    let wrong = render(folder.path(), DIAGRAM, &["--theme", "nope"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("night"));
}

#[test]
fn what_cannot_be_drawn_is_told_with_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let output = render(
        folder.path(),
        "flowchart TD\n  A --> B[x\n",
        &["-o", "a.svg"],
    );
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("diagram.mmd: 2:"), "{said}");
    assert!(!folder.path().join("a.svg").exists());

    let output = render(folder.path(), DIAGRAM, &["-o", "a.pdf"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains(".svg or .png"));
}

/// How many pixels of a PNG are as dark as text is.
fn dark(png: &[u8]) -> usize {
    let pixels = resvg::tiny_skia::Pixmap::decode_png(png).unwrap();
    let dark = pixels.pixels().iter().filter(|pixel| {
        let light = u32::from(pixel.red()) + u32::from(pixel.green()) + u32::from(pixel.blue());
        pixel.alpha() > 200 && light < 300
    });
    dark.count()
}

#[test]
fn a_png_shows_its_texts() {
    let folder = tempfile::tempdir().unwrap();
    for diagram in [
        "flowchart TD\n  A[\"@\"]\n",
        "sequenceDiagram\n  A->>B: @\n",
        "classDiagram\n  class A[\"@\"]\n",
        "stateDiagram-v2\n  state \"@\" as a\n",
        "pie\n  \"@\" : 3\n  \"b\" : 4\n",
        "gantt\n  dateFormat YYYY-MM-DD\n  @ :2024-01-01, 30d\n",
    ] {
        // The same picture but for the ink: many strokes, and hardly any.
        let [strokes, dots] = ["MMMMMMMM", "........"].map(|label| {
            let text = diagram.replace('@', label);
            let output = render(folder.path(), &text, &["-o", "a.png", "--scale", "2"]);
            assert!(output.status.success(), "{output:?}");
            dark(&fs::read(folder.path().join("a.png")).unwrap())
        });
        // Each M is four strokes of at least two pixels by twenty.
        assert!(
            strokes > dots + 8 * 4 * 20,
            "{diagram}: {strokes} and {dots}"
        );
    }
}
