//! The style sheet of a picture: what of it may reach a page.
//!
//! Only flat rules are kept, only for elements inside the picture, and of their declarations only
//! those whose property is listed and whose value reaches for nothing outside the picture.

/// Properties that a diagram's drawing needs. None of them lays anything out over the page.
const PROPERTIES: &[&str] = &[
    "alignment-baseline",
    "background",
    "background-color",
    "baseline-shift",
    "border",
    "border-bottom",
    "border-radius",
    "clip-path",
    "clip-rule",
    "color",
    "cx",
    "cy",
    "display",
    "dominant-baseline",
    "dy",
    "fill",
    "fill-opacity",
    "fill-rule",
    "filter",
    "flood-color",
    "flood-opacity",
    "font",
    "font-family",
    "font-size",
    "font-style",
    "font-variant",
    "font-weight",
    "height",
    "letter-spacing",
    "line-height",
    "marker-end",
    "marker-mid",
    "marker-start",
    "mask",
    "mix-blend-mode",
    "opacity",
    "overflow",
    "paint-order",
    "r",
    "rx",
    "ry",
    "scale",
    "shape-rendering",
    "stop-color",
    "stop-opacity",
    "stroke",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "text-align",
    "text-anchor",
    "text-decoration",
    "text-rendering",
    "transform",
    "transform-origin",
    "vector-effect",
    "visibility",
    "white-space",
    "width",
    "word-spacing",
    "x",
    "y",
];

/// The rules of a style sheet whose selectors all begin with `#id`, filtered.
pub(super) fn sheet(css: &str, id: &str) -> String {
    let css = without_comments(css);
    let scope = format!("#{id}");
    let mut kept = String::with_capacity(css.len());
    let mut rest = css.as_str();
    while let Some(open) = find(rest, &['{', ';']) {
        let (prelude, after) = split_at(rest, open);
        if after.starts_with(';') || prelude.trim_start().starts_with('@') {
            rest = after_statement(after);
            continue;
        }
        let body = after.get(1..).unwrap_or("");
        let end = find(body, &['}']).unwrap_or(body.len());
        let (body, tail) = split_at(body, end);
        rest = tail.get(1..).unwrap_or("");
        let selectors: Vec<&str> = split(prelude, ',')
            .map(str::trim)
            .filter(|selector| is_inside(selector, &scope))
            .collect();
        let declarations = declarations(body);
        if !selectors.is_empty() && !declarations.is_empty() {
            kept.push_str(&selectors.join(","));
            kept.push('{');
            kept.push_str(&declarations);
            kept.push('}');
        }
    }
    kept
}

/// The declarations of a `style` attribute or a rule, filtered: `fill:#f00;stroke:none`.
pub(super) fn declarations(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for declaration in split(text, ';') {
        let Some((property, value)) = declaration.split_once(':') else {
            continue;
        };
        let property = property.trim().to_ascii_lowercase();
        let value = value.trim();
        if PROPERTIES.binary_search(&property.as_str()).is_ok() && is_harmless(value) {
            if !kept.is_empty() {
                kept.push(';');
            }
            kept.push_str(&property);
            kept.push(':');
            kept.push_str(value);
        }
    }
    kept
}

/// Whether a value names nothing outside the picture. What is escaped is not looked through but
/// refused: no drawing needs it.
pub(super) fn is_harmless(value: &str) -> bool {
    // Numbers and words, which most are: nothing can be called or named by them.
    if !value.is_empty() && value.bytes().all(is_plain) {
        return true;
    }
    if value.is_empty()
        || value.contains(['\\', '<', '{', '}', '@'])
        || value.chars().any(char::is_control)
    {
        return false;
    }
    let value = value.to_ascii_lowercase();
    let reaches_out = [
        "expression",
        "javascript:",
        "image(",
        "image-set",
        "src(",
        "attr(",
        "var(",
        "//",
    ]
    .iter()
    .any(|part| value.contains(part));
    !reaches_out
        && value
            .match_indices("url(")
            .all(|(at, _)| is_fragment(value.get(at + 4..).unwrap_or("")))
}

/// Whether a value of such bytes alone is harmless.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'.' | b',' | b'-' | b'+' | b'#' | b'%')
}

/// Whether what follows `url(` is a reference inside the same document.
fn is_fragment(rest: &str) -> bool {
    let target = rest.trim_start().trim_start_matches(['"', '\'']);
    target.starts_with('#')
}

/// Whether a selector is about elements inside the picture alone.
fn is_inside(selector: &str, scope: &str) -> bool {
    selector.strip_prefix(scope).is_some_and(|rest| {
        !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_')
    }) && !selector.contains(['<', '\\', '@'])
        && !selector.contains(":host")
        && !selector.contains("::")
}

fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(open) = rest.find("/*") {
        let (before, after) = split_at(rest, open);
        out.push_str(before);
        let Some(end) = after.get(2..).and_then(|after| after.find("*/")) else {
            return out;
        };
        rest = after.get(end + 4..).unwrap_or("");
    }
    out.push_str(rest);
    out
}

/// What follows a statement that is dropped: `…;` or `{…}`, blocks inside it included.
fn after_statement(text: &str) -> &str {
    if let Some(rest) = text.strip_prefix(';') {
        return rest;
    }
    let mut depth = 0_u32;
    let mut rest = text;
    while let Some(at) = find(rest, &['{', '}']) {
        let (_, after) = split_at(rest, at);
        depth = if after.starts_with('{') {
            depth + 1
        } else {
            depth.saturating_sub(1)
        };
        rest = after.get(1..).unwrap_or("");
        if depth == 0 {
            return rest;
        }
    }
    ""
}

/// Where the first of some ASCII characters stands outside strings and parentheses.
fn find(text: &str, wanted: &[char]) -> Option<usize> {
    let mut quote = None;
    let mut depth = 0_u32;
    for (at, c) in text.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '"' | '\'') => quote = Some(c),
            None if c == '(' => depth += 1,
            None if c == ')' => depth = depth.saturating_sub(1),
            None if depth == 0 && wanted.contains(&c) => return Some(at),
            _ => {}
        }
    }
    None
}

fn split(text: &str, by: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        if let Some(at) = find(text, &[by]) {
            let (part, after) = split_at(text, at);
            rest = after.get(by.len_utf8()..);
            Some(part)
        } else {
            rest = None;
            Some(text)
        }
    })
}

fn split_at(text: &str, at: usize) -> (&str, &str) {
    (text.get(..at).unwrap_or(text), text.get(at..).unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_are_sorted_so_that_they_are_found() {
        assert!(PROPERTIES.is_sorted());
    }

    #[test]
    fn rules_of_the_picture_stay() {
        let css = "#d .node rect{fill:#fff;stroke:#000;}#d .edge,#d .line{filter:url(#d-shadow)}";
        assert_eq!(
            sheet(css, "d"),
            "#d .node rect{fill:#fff;stroke:#000}#d .edge,#d .line{filter:url(#d-shadow)}"
        );
    }

    #[test]
    fn what_reaches_out_of_the_picture_goes() {
        for css in [
            "@import url(https://evil.example/x.css);",
            "@import 'https://evil.example/x.css';",
            "@font-face{font-family:x;src:url(https://evil.example/f)}",
            "@media all{body{display:none}}",
            "body{display:none}",
            "#d2 .node{fill:red}",
            ":host{display:none}",
            "#d .x{fill:url(https://evil.example/)}",
            "#d .x{fill:u\\72l(https://evil.example/)}",
            "#d .x{background:url('data:image/svg+xml,<svg onload=alert(1)>')}",
            "#d .x{background-image:image-set('https://evil.example/' 1x)}",
            "#d .x{width:expression(alert(1))}",
            "#d .x{behavior:url(#x)}",
            "#d .x{-moz-binding:url(#x)}",
            "#d .x{position:fixed;inset:0;z-index:9}",
            "#d .x{content:'</style><script>alert(1)</script>'}",
            "/* } */ body{/*",
        ] {
            assert_eq!(sheet(css, "d"), "", "{css}");
        }
    }

    #[test]
    fn a_string_hides_no_rule() {
        let css = "#d .a{font-family:\"x;}body{\";fill:red}#d .b{fill:blue}";
        // The font's name holds a brace, which no drawing needs.
        assert_eq!(sheet(css, "d"), "#d .a{fill:red}#d .b{fill:blue}");
    }
}
