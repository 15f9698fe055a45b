//! Drawings as an attacker would have them.

use super::*;

fn clean(inner: &str) -> Clean {
    sanitise(
        &format!("<svg id=\"d\" viewBox=\"0 0 1 1\">{inner}</svg>"),
        "d",
    )
    .unwrap()
}

/// What is inside the root element afterwards.
fn inside(inner: &str) -> String {
    let markup = clean(inner).markup;
    let (_, rest) = markup.split_once('>').unwrap();
    rest.strip_suffix("</svg>").unwrap().to_owned()
}

#[test]
fn lists_are_sorted_so_that_names_are_found() {
    assert!(ELEMENTS.is_sorted());
    assert!(ATTRIBUTES.is_sorted());
}

#[test]
fn a_drawing_stays_as_it_is() {
    let drawing = "<g class=\"node\" id=\"d-A\" transform=\"translate(1, 2)\" data-id=\"A\">\
                   <rect x=\"0\" width=\"4\" fill=\"#fff\"/>\
                   <path d=\"M0,0L1,1\" marker-end=\"url(#d-arrow)\"/>\
                   <text><tspan dy=\"1em\">a &lt;b&gt; &amp; c</tspan></text></g>";
    let mut kept = inside(drawing);
    // The class is written last.
    kept = kept.replace(
        "<g id=\"d-A\" transform=\"translate(1, 2)\" data-id=\"A\" class=\"node\">",
        "<g class=\"node\" id=\"d-A\" transform=\"translate(1, 2)\" data-id=\"A\">",
    );
    assert_eq!(kept, drawing);
}

#[test]
fn nothing_that_runs_or_fetches_is_left() {
    for attack in [
        "<script>alert(1)</script>",
        "<script href=\"https://evil.example/x.js\"/>",
        "<g><script>alert(1)</script></g>",
        "<foreignObject><iframe src=\"https://evil.example\"/></foreignObject>",
        "<foreignObject><div><img src=\"x\" onerror=\"alert(1)\"/></div></foreignObject>",
        "<iframe srcdoc=\"&lt;script&gt;alert(1)&lt;/script&gt;\"/>",
        "<image href=\"https://evil.example/pixel.png\"/>",
        "<image xlink:href=\"https://evil.example/pixel.png\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"/>",
        "<image href=\"//evil.example/pixel.png\"/>",
        "<image href=\"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+\"/>",
        "<image href=\"data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;\"/>",
        "<use href=\"https://evil.example/sprite.svg#x\"/>",
        "<use href=\"data:image/svg+xml,&lt;svg id='x' onload='alert(1)'/&gt;#x\"/>",
        "<feImage href=\"https://evil.example/x.png\"/>",
        "<filter><feImage href=\"https://evil.example/x.png\"/></filter>",
        "<a href=\"javascript:alert(1)\"><text>x</text></a>",
        "<a xlink:href=\"javascript:alert(1)\"><text>x</text></a>",
        "<a href=\" java&#10;script:alert(1)\"><text>x</text></a>",
        "<a href=\"&#x6a;avascript:alert(1)\"><text>x</text></a>",
        "<a href=\"data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;\"><text>x</text></a>",
        "<a href=\"vbscript:msgbox(1)\"><text>x</text></a>",
        "<a data-href=\"javascript:alert(1)\"><text>x</text></a>",
        "<a><animate attributeName=\"href\" values=\"javascript:alert(1)\"/><text>x</text></a>",
        "<a><set attributeName=\"href\" to=\"javascript:alert(1)\"/><text>x</text></a>",
        "<animate onbegin=\"alert(1)\" attributeName=\"x\" dur=\"1s\"/>",
        "<g onclick=\"alert(1)\" onload=\"alert(1)\" ONMOUSEOVER=\"alert(1)\"/>",
        "<rect onfocus=\"alert(1)\" tabindex=\"0\" autofocus=\"\"/>",
        "<rect fill=\"url(https://evil.example/#x)\"/>",
        "<rect fill=\"url('//evil.example/#x')\"/>",
        "<rect fill=\"u\\72l(https://evil.example/)\"/>",
        "<rect filter=\"url( https://evil.example/#x )\"/>",
        "<rect style=\"fill:url(https://evil.example/x)\"/>",
        "<rect style=\"background:url(javascript:alert(1))\"/>",
        "<rect style=\"position:fixed;inset:0\"/>",
        "<style>@import url(https://evil.example/x.css);</style>",
        "<style>body{display:none}</style>",
        "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
        "<handler>alert(1)</handler>",
        "<listener event=\"click\"/>",
        "<video src=\"https://evil.example/v.mp4\"/>",
        "<audio src=\"https://evil.example/a.mp3\" autoplay=\"\"/>",
        "<object data=\"https://evil.example\"/>",
        "<embed src=\"https://evil.example\"/>",
        "<math href=\"javascript:alert(1)\"><mtext>x</mtext></math>",
        "<x:script xmlns:x=\"http://www.w3.org/2000/svg\">alert(1)</x:script>",
        "<x:a xmlns:x=\"http://www.w3.org/1999/xhtml\" href=\"javascript:alert(1)\"/>",
        "<g xmlns=\"http://www.w3.org/1999/xhtml\"><img src=\"x\" onerror=\"alert(1)\"/></g>",
        "<!--><img src=x onerror=alert(1)>-->",
        "<title><![CDATA[<img src=x onerror=alert(1)>]]></title>",
        "<text><![CDATA[</text><script>alert(1)</script>]]></text>",
        "<desc>&lt;script&gt;alert(1)&lt;/script&gt;</desc>",
    ] {
        let Clean { markup, style, .. } = clean(attack);
        let tags: Vec<_> = markup
            .match_indices('<')
            .map(|(at, _)| &markup[at..])
            .collect();
        for tag in tags {
            let tag = tag.split('>').next().unwrap();
            let name = tag
                .trim_start_matches(['<', '/'])
                .split([' ', '/'])
                .next()
                .unwrap();
            assert!(ELEMENTS.contains(&name), "{attack} left {markup}");
            let low = tag.to_ascii_lowercase();
            for part in [
                "javascript",
                " on",
                "evil.example",
                "data:text",
                "svg+xml",
                "style=",
                "xlink",
            ] {
                assert!(!low.contains(part), "{attack} left {markup}");
            }
        }
        assert!(
            !style.contains("evil") && !style.contains('<') && !style.contains("body"),
            "{attack} left {style}"
        );
    }
}

#[test]
fn a_link_waits_to_be_asked_about() {
    assert_eq!(
        inside("<a href=\"https://example.org/?a=1&amp;b=2\" target=\"_blank\"><text>x</text></a>"),
        "<a data-href=\"https://example.org/?a=1&amp;b=2\"><text>x</text></a>"
    );
}

#[test]
fn a_style_attribute_becomes_a_class_that_wins() {
    let Clean { markup, style, .. } = clean(
        "<rect class=\"a\" style=\"fill:#f00; stroke:none\"/><rect style=\"fill:#f00;stroke:none\"/>",
    );
    assert!(
        markup.contains("<rect class=\"a own-0\"/><rect class=\"own-0\"/>"),
        "{markup}"
    );
    assert_eq!(style, "#d#d#d .own-0{fill:#f00;stroke:none}");
}

#[test]
fn what_is_no_drawing_is_refused() {
    assert!(sanitise("", "d").is_err());
    assert!(sanitise("<svg id=\"d\"><g>", "d").is_err());
    assert!(sanitise("<html/>", "d").is_err());
    assert!(sanitise("<svg></g></svg>", "d").is_err());
}

#[test]
fn what_xml_cannot_hold_goes() {
    let svg = "<svg id=\"d\"><text>a\u{1}b\u{FFFE}c ﬁ 漢</text></svg>";
    let clean = sanitise(svg, "d").unwrap();
    assert!(clean.markup.contains(">abc ﬁ 漢<"), "{}", clean.markup);
}

#[test]
fn texts_as_html_are_noticed() {
    let html = "<svg><foreignObject><div>a</div></foreignObject></svg>";
    assert!(sanitise(html, "d").unwrap().lacks_text);
    let choice = "<svg><switch><foreignObject/><text>a</text></switch></svg>";
    assert!(sanitise(choice, "d").unwrap().lacks_text);
    assert!(
        !sanitise("<svg><text>a</text></svg>", "d")
            .unwrap()
            .lacks_text
    );
}
