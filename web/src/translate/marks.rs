//! Which parts of a text are placeholders, for drawing them apart.

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    /// The text.
    pub(crate) text: String,
    /// Whether it is a placeholder.
    pub(crate) is_mark: bool,
}

impl Span {
    fn plain(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            is_mark: false,
        }
    }

    fn mark(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            is_mark: true,
        }
    }
}

/// Cuts a source text at its placeholders, given as byte ranges in order. Ranges that do not fit
/// the text are passed over.
pub(crate) fn of_source(text: &str, placeholders: &[(u32, u32)]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut done = 0;
    for &(start, end) in placeholders {
        let (start, end) = (start as usize, end as usize);
        let (Some(before), Some(mark)) = (text.get(done..start), text.get(start..end)) else {
            continue;
        };
        push(&mut spans, Span::plain(before));
        push(&mut spans, Span::mark(mark));
        done = end;
    }
    push(
        &mut spans,
        Span::plain(text.get(done..).unwrap_or_default()),
    );
    spans
}

/// Cuts a translation at the placeholders that its source has, wherever they stand in it. The
/// longest one that fits is taken, so `{{count}}` is not taken for `{count}`. Cost: length of the
/// text times number of placeholders.
pub(crate) fn of_translation(text: &str, source: &str, placeholders: &[(u32, u32)]) -> Vec<Span> {
    let mut needles: Vec<&str> = placeholders
        .iter()
        .filter_map(|&(start, end)| source.get(start as usize..end as usize))
        .filter(|needle| !needle.is_empty())
        .collect();
    needles.sort_by_key(|needle| std::cmp::Reverse(needle.len()));
    needles.dedup();
    if needles.is_empty() {
        return vec![Span::plain(text)];
    }
    let mut spans = Vec::new();
    let mut plain_from = 0;
    let mut at = 0;
    while let Some(rest) = text.get(at..) {
        let Some(next) = rest.chars().next() else {
            break;
        };
        if let Some(found) = needles.iter().find(|needle| rest.starts_with(**needle)) {
            push(
                &mut spans,
                Span::plain(text.get(plain_from..at).unwrap_or_default()),
            );
            push(&mut spans, Span::mark(found));
            at += found.len();
            plain_from = at;
        } else {
            at += next.len_utf8();
        }
    }
    push(
        &mut spans,
        Span::plain(text.get(plain_from..).unwrap_or_default()),
    );
    spans
}

fn push(spans: &mut Vec<Span>, span: Span) {
    if !span.text.is_empty() {
        spans.push(span);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(spans: &[Span]) -> Vec<String> {
        spans
            .iter()
            .map(|span| {
                if span.is_mark {
                    format!("[{}]", span.text)
                } else {
                    span.text.clone()
                }
            })
            .collect()
    }

    #[test]
    fn a_source_is_cut_at_its_ranges() {
        let text = "Arrives {{date}}, pay %s";
        assert_eq!(
            shown(&of_source(text, &[(8, 16), (22, 24)])),
            ["Arrives ", "[{{date}}]", ", pay ", "[%s]"]
        );
    }

    #[test]
    fn a_range_that_does_not_fit_is_passed_over() {
        assert_eq!(shown(&of_source("né", &[(1, 2), (9, 12)])), ["né"]);
    }

    #[test]
    fn a_translation_may_move_its_placeholders() {
        let source = "Pay {{amount}} by {{date}}";
        assert_eq!(
            shown(&of_translation(
                "{{date}}までに{{amount}}",
                source,
                &[(4, 14), (18, 26)]
            )),
            ["[{{date}}]", "までに", "[{{amount}}]"]
        );
    }

    #[test]
    fn the_longest_placeholder_wins() {
        let source = "{count} {{count}}";
        assert_eq!(
            shown(&of_translation(
                "{{count}} {count}",
                source,
                &[(0, 7), (8, 17)]
            )),
            ["[{{count}}]", " ", "[{count}]"]
        );
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "(\\{a\\}|%s|é|x| ){0,20}") {
            let spans = of_translation(&text, "{a} %s", &[(0, 3), (4, 6)]);
            let joined: String = spans.iter().map(|span| span.text.as_str()).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
