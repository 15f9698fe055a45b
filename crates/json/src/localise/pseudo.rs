//! Pseudo-localisation: a translation that needs no translator and shows what one will meet.
//!
//! Letters get accents (is the font there? is the encoding right?), texts grow by a third (does
//! the layout hold?), and brackets show where a text begins and ends (is it cut, or put together
//! from pieces?). What has neither is not translated at all. Placeholders, tags and plurals stay.
//!
//! `Save {count} files` → `[Šàávéé {count} ƒîílééš]`

use super::message::{self, Node};
use super::{Catalogue, SegmentId, Translation};

/// A segment in pseudo-language. One without prose stays as it is.
pub fn pseudo(catalogue: &Catalogue, segment: SegmentId) -> Translation {
    let Some(segment) = catalogue.segment(segment) else {
        return Translation::default();
    };
    if !segment.translatable {
        return Translation::plain(segment.text.clone());
    }
    let text = &segment.text;
    let body = text.trim();
    let lead = text.len() - text.trim_start().len();
    let mut out = text.get(..lead).unwrap_or_default().to_owned();
    out.push('[');
    let mut growth = Growth::default();
    // Byte for byte as in the source, but for the letters of the prose.
    let mut inner = String::new();
    write(&segment.message.nodes, text, &mut growth, &mut inner);
    out.push_str(inner.trim());
    growth.pad(&mut out);
    out.push(']');
    out.push_str(text.get(lead + body.len()..).unwrap_or_default());
    Translation::plain(out)
}

fn write(nodes: &[Node], text: &str, growth: &mut Growth, out: &mut String) {
    for node in nodes {
        let raw = text.get(message::span(node)).unwrap_or_default();
        match node {
            Node::Text(_) => prose(raw, growth, out),
            Node::Placeholder(_) | Node::Tag(_) => out.push_str(raw),
            Node::Choice(choice) => {
                let mut from = choice.head.start;
                for case in &choice.cases {
                    out.push_str(text.get(from..case.body.start).unwrap_or_default());
                    write(&case.nodes, text, growth, out);
                    from = case.body.end;
                }
                out.push_str(text.get(from..choice.tail.end).unwrap_or_default());
            }
        }
    }
}

/// Writes prose with accents, its vowels doubled as far as the text has to grow. Entities
/// (`&nbsp;`) stay.
fn prose(raw: &str, growth: &mut Growth, out: &mut String) {
    let mut rest = raw;
    while let Some(c) = rest.chars().next() {
        if c == '&'
            && let Some(end) = rest.find(';').filter(|end| *end <= 12)
            && rest
                .get(1..end)
                .is_some_and(|it| it.chars().all(|c| c.is_ascii_alphanumeric() || c == '#'))
        {
            out.push_str(rest.get(..=end).unwrap_or_default());
            rest = rest.get(end + 1..).unwrap_or_default();
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        out.push(accented(c));
        growth.seen += 1;
        if "aeiouyAEIOUY".contains(c) && growth.is_due() {
            out.push(accented(c.to_ascii_lowercase()));
            growth.grown += 1;
        }
    }
}

/// How much of a text's growth is done.
#[derive(Default)]
struct Growth {
    seen: usize,
    grown: usize,
}

impl Growth {
    /// Whether the text is behind its growth of 35 %.
    fn is_due(&self) -> bool {
        self.grown * 20 < self.seen * 7
    }

    /// Makes up for what the vowels did not give.
    fn pad(&mut self, out: &mut String) {
        while self.is_due() {
            out.push('~');
            self.grown += 1;
        }
    }
}

/// A letter that looks like the one it stands for.
fn accented(c: char) -> char {
    match c {
        'a' => 'á',
        'b' => 'ƀ',
        'c' => 'ç',
        'd' => 'ð',
        'e' => 'é',
        'f' => 'ƒ',
        'g' => 'ĝ',
        'h' => 'ĥ',
        'i' => 'î',
        'j' => 'ĵ',
        'k' => 'ķ',
        'l' => 'ļ',
        'm' => 'ɱ',
        'n' => 'ñ',
        'o' => 'ö',
        'p' => 'þ',
        'q' => 'ǫ',
        'r' => 'ŕ',
        's' => 'š',
        't' => 'ţ',
        'u' => 'û',
        'v' => 'ṽ',
        'w' => 'ŵ',
        'x' => 'ẋ',
        'y' => 'ý',
        'z' => 'ž',
        'A' => 'Å',
        'B' => 'Ɓ',
        'C' => 'Ç',
        'D' => 'Ð',
        'E' => 'É',
        'F' => 'Ƒ',
        'G' => 'Ĝ',
        'H' => 'Ĥ',
        'I' => 'Î',
        'J' => 'Ĵ',
        'K' => 'Ķ',
        'L' => 'Ļ',
        'M' => 'Ṁ',
        'N' => 'Ñ',
        'O' => 'Ö',
        'P' => 'Þ',
        'Q' => 'Ǫ',
        'R' => 'Ŕ',
        'S' => 'Š',
        'T' => 'Ţ',
        'U' => 'Û',
        'V' => 'Ṽ',
        'W' => 'Ŵ',
        'X' => 'Ẋ',
        'Y' => 'Ý',
        'Z' => 'Ž',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::localise::{Hint, check};

    fn all(json: &str) -> Vec<(String, String)> {
        let catalogue = Catalogue::read(json, &Hint::default()).unwrap();
        catalogue
            .ids()
            .map(|id| {
                let segment = catalogue.segment(id).unwrap();
                (segment.text.clone(), pseudo(&catalogue, id).text)
            })
            .collect()
    }

    #[test]
    fn placeholders_tags_and_entities_stay() {
        let shown: Vec<_> = all(r#"{
            "a": "Save <b>{{count}}</b> files&nbsp;now ",
            "b": "https://example.org",
            "c": "OK"
        }"#)
        .into_iter()
        .map(|(_, shown)| shown)
        .collect();
        assert_eq!(
            shown,
            [
                "[Šááṽéé <b>{{count}}</b> ƒîîļééš&nbsp;ñööŵ~] ",
                "https://example.org",
                "[ÖöĶ]"
            ]
        );
    }

    #[test]
    fn plurals_stay_valid_and_texts_grow_by_a_third() {
        let json = r#"{"a": "{n, plural, one {Delete '{'it'}' # file} other {Delete the # files of {name}}}",
                       "b": "The quick brown fox jumps over the lazy dog, and then it rests"}"#;
        let catalogue = Catalogue::read(json, &Hint::default()).unwrap();
        for id in catalogue.ids() {
            let text = pseudo(&catalogue, id).text;
            let source = &catalogue.segment(id).unwrap().text;
            assert!(message::parse(&text, catalogue.syntax()).is_ok(), "{text}");
            if !source.contains('{') {
                let percent = text.chars().count() * 100 / source.chars().count();
                assert!((130..145).contains(&percent), "{percent} %: {text}");
            }
            let terms = check::Terms {
                syntax: catalogue.syntax(),
                source_locale: None,
                locale: &"en-XA".parse().unwrap(),
                glossary: &crate::localise::Glossary::default(),
                allow_unchanged: false,
                author: check::Author::Person,
            };
            let errors: Vec<_> = check::translation(&catalogue, id, &text, &terms)
                .into_iter()
                .filter(|it| it.severity == ichiban_tool::Severity::Error)
                .collect();
            assert!(errors.is_empty(), "{errors:?}");
        }
    }
}
