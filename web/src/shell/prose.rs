//! Sentences with code in them.

use leptos::prelude::*;

/// A sentence whose parts in backticks are drawn as code. An odd backtick is text.
pub(crate) fn prose(text: &str) -> impl IntoView + use<> {
    parts(text)
        .into_iter()
        .map(|(part, is_code)| {
            let part = part.to_owned();
            if is_code {
                view! { <code>{part}</code> }.into_any()
            } else {
                part.into_any()
            }
        })
        .collect_view()
}

/// The parts of a sentence, and whether each stood in backticks. Code
/// may be a backtick itself.
fn parts(text: &str) -> Vec<(&str, bool)> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('`') {
        // At least one character is the code, so that a backtick can be.
        let first = after.chars().next().map_or(0, char::len_utf8);
        let end = after.get(first..).and_then(|tail| tail.find('`'));
        let Some((code, tail)) = end.and_then(|end| after.split_at_checked(first + end)) else {
            break;
        };
        if !before.is_empty() {
            parts.push((before, false));
        }
        parts.push((code, true));
        rest = tail.get(1..).unwrap_or_default();
    }
    if !rest.is_empty() {
        parts.push((rest, false));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_stands_apart() {
        assert_eq!(
            parts("Found `\"`, expected `,` or `}`."),
            [
                ("Found ", false),
                ("\"", true),
                (", expected ", false),
                (",", true),
                (" or ", false),
                ("}", true),
                (".", false),
            ]
        );
    }

    #[test]
    fn an_odd_backtick_is_text() {
        assert_eq!(parts("a ` b"), [("a ` b", false)]);
        assert_eq!(parts("`"), [("`", false)]);
        assert_eq!(parts(""), []);
    }

    #[test]
    fn a_backtick_can_be_the_code() {
        assert_eq!(
            parts("Found ```."),
            [("Found ", false), ("`", true), (".", false)]
        );
    }
}
