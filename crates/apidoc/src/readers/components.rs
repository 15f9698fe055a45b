//! Tags within Markdown: JSX (`<ParamField path="id">`), template shortcodes
//! (`{{< endpoint method="GET" >}}`, `{% swagger-parameter in="path" %}`).

/// A tag found in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Tag {
    /// `<Name a="b">`, or `<Name/>` when `closed`.
    Open {
        name: String,
        attributes: Vec<(String, String)>,
        closed: bool,
    },
    /// `</Name>`.
    Close { name: String },
}

/// Reads a tag at the start of `text`: the tag and its length in bytes.
///
/// Takes `<Name …>`, `</Name>`, `{{< name … >}}`, `{{% name … %}}`, `{% name … %}`; a shortcode's
/// closing form is `/name` or `endname`.
pub(super) fn read(text: &str) -> Option<(Tag, usize)> {
    for (open, close) in [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("<", ">")] {
        let Some(rest) = text.strip_prefix(open) else {
            continue;
        };
        let length = body_length(rest, close)?;
        let body = rest.get(..length)?.trim();
        let tag = parse(body, open != "<")?;
        return Some((tag, open.len() + length + close.len()));
    }
    None
}

/// The length up to `close`, passing over quoted attribute values and braces.
fn body_length(text: &str, close: &str) -> Option<usize> {
    let mut quote = None;
    let mut braces = 0_usize;
    for (index, c) in text.char_indices() {
        match (quote, c) {
            (Some(q), _) if q == c => quote = None,
            (None, '"' | '\'') => quote = Some(c),
            (None, '{') if close == ">" => braces += 1,
            (None, '}') if close == ">" => braces = braces.saturating_sub(1),
            (None, _) if braces == 0 && text[index..].starts_with(close) => return Some(index),
            (None, '<') if close == ">" && braces == 0 => return None,
            _ => {}
        }
    }
    None
}

fn parse(body: &str, shortcode: bool) -> Option<Tag> {
    let (body, closed) = match body.strip_suffix('/') {
        Some(rest) => (rest.trim_end(), true),
        None => (body, false),
    };
    if let Some(name) = body.strip_prefix('/') {
        return Some(Tag::Close {
            name: name.trim().to_owned(),
        });
    }
    let name_end = body.find(|c: char| c.is_whitespace()).unwrap_or(body.len());
    let name = body.get(..name_end)?;
    let named = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'));
    if !named {
        return None;
    }
    if shortcode && let Some(name) = name.strip_prefix("end").filter(|name| !name.is_empty()) {
        return Some(Tag::Close {
            name: name.to_owned(),
        });
    }
    Some(Tag::Open {
        name: name.to_owned(),
        attributes: attributes(body.get(name_end..)?),
        closed,
    })
}

/// Attributes as JSX, HTML and the template languages write them.
fn attributes(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = rest
            .find(|c: char| c.is_whitespace() || c == '=')
            .unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let after = after.trim_start();
        if name.is_empty() {
            // A stray `=`: pass over it, so that every turn gets on.
            rest = after.get(1..).unwrap_or_default().trim_start();
            continue;
        }
        let Some(value) = after.strip_prefix('=') else {
            found.push((name.trim_matches(['"', '\'']).to_owned(), String::new()));
            rest = after;
            continue;
        };
        let value = value.trim_start();
        let (value, next) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = &value[1..];
                inner.split_once(quote).unwrap_or((inner, ""))
            }
            Some('{') => braced(value),
            _ => {
                let end = value.find(char::is_whitespace).unwrap_or(value.len());
                value.split_at(end)
            }
        };
        found.push((name.to_owned(), value.trim().to_owned()));
        rest = next.trim_start();
    }
    found
}

/// `{expression}`: what is within, quotes around a lone string dropped.
fn braced(text: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    for (index, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    let inner = text[1..index].trim().trim_matches(['"', '\'', '`']);
                    return (inner, &text[index + 1..]);
                }
            }
            _ => {}
        }
    }
    (text.get(1..).unwrap_or_default(), "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(name: &str, attributes: &[(&str, &str)], closed: bool) -> Tag {
        Tag::Open {
            name: name.to_owned(),
            attributes: attributes
                .iter()
                .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
                .collect(),
            closed,
        }
    }

    #[test]
    fn jsx_and_shortcodes_give_the_same_tags() {
        assert_eq!(
            read("<ParamField query=\"limit\" type='integer' required default={10}>x"),
            Some((
                open(
                    "ParamField",
                    &[
                        ("query", "limit"),
                        ("type", "integer"),
                        ("required", ""),
                        ("default", "10")
                    ],
                    false
                ),
                63
            ))
        );
        assert_eq!(
            read("{% swagger-parameter in=\"path\" name=\"id\" %}"),
            Some((
                open(
                    "swagger-parameter",
                    &[("in", "path"), ("name", "id")],
                    false
                ),
                43
            ))
        );
        assert_eq!(
            read("{% endswagger %}").map(|found| found.0),
            Some(Tag::Close {
                name: "swagger".to_owned()
            })
        );
        assert_eq!(
            read("<a/>").map(|found| found.0),
            Some(open("a", &[], true))
        );
    }

    #[test]
    fn prose_with_angle_brackets_is_no_tag() {
        assert_eq!(read("< 5 and > 3"), None);
        assert_eq!(read("<<name>"), None);
        assert_eq!(read("<a"), None);
    }
}
