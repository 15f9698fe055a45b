//! Path templates: every way to write a parameter as `{name}`, what two templates have in common,
//! and which calls a template serves.

use super::work;

/// Rewrites every way to write a path parameter as `{name}`. `None` for what is no path.
pub(crate) fn read(path: &str) -> Option<String> {
    if !path.starts_with('/') {
        return None;
    }
    let mut out = String::new();
    for segment in segments(path) {
        out.push('/');
        out.push_str(&template_segment(segment.trim()));
    }
    while out.contains("//") {
        out = out.replace("//", "/");
    }
    if out.len() > 1 && out.ends_with('/') {
        out.pop();
    }
    let plain = out
        .chars()
        .all(|c| !c.is_control() && !matches!(c, '"' | '\\' | '^' | '`' | ' ') || c == ' ');
    let bare_space = out
        .char_indices()
        .scan(0_i32, |depth, (_, c)| {
            match c {
                '{' => *depth += 1,
                '}' => *depth -= 1,
                _ => {}
            }
            Some((c, *depth))
        })
        .any(|(c, depth)| c == ' ' && depth == 0);
    (plain && !bare_space && !out.is_empty()).then_some(out)
}

/// Splits at slashes outside brackets.
fn segments(path: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut depth = 0_usize;
    let mut start = 1;
    for (index, c) in path.char_indices().skip(1) {
        match c {
            '{' | '<' | '(' => depth += 1,
            '}' | '>' | ')' => depth = depth.saturating_sub(1),
            '/' if depth == 0 => {
                parts.push(path.get(start..index).unwrap_or_default());
                start = index + 1;
            }
            _ => {}
        }
    }
    parts.push(path.get(start..).unwrap_or_default());
    parts
}

fn template_segment(segment: &str) -> String {
    let mut out = String::new();
    let mut rest = segment;
    while let Some(c) = rest.chars().next() {
        let bracket = match c {
            '{' => Some((
                rest.strip_prefix("{{").map_or("{", |_| "{{"),
                rest.starts_with("{{"),
            )),
            '<' | '(' => Some((&rest[..1], false)),
            '[' => Some(("[", false)),
            '$' if rest.starts_with("${") => Some(("${", false)),
            _ => None,
        };
        if let Some((open, double)) = bracket {
            let close = match c {
                '{' | '$' => {
                    if double {
                        "}}"
                    } else {
                        "}"
                    }
                }
                '<' => ">",
                '(' => ")",
                _ => "]",
            };
            if let Some(end) = rest.find(close) {
                let inner = &rest[open.len()..end];
                if let Some(name) = parameter_name(inner) {
                    out.push('{');
                    out.push_str(&name);
                    out.push('}');
                    rest = &rest[end + close.len()..];
                    continue;
                }
            }
        }
        let colon = c == ':' && (out.is_empty() || out.ends_with(['.', '-', '~', '@', '(', ',']));
        let dollar = c == '$' && out.is_empty();
        if colon || dollar {
            let name = &rest[1..];
            let end = name
                .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')))
                .unwrap_or(name.len());
            if end > 0 && name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
                out.push('{');
                out.push_str(&name[..end]);
                out.push('}');
                rest = name[end..].trim_start_matches(['?', '+', '*']);
                continue;
            }
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    if is_shouted_placeholder(&out) {
        return format!("{{{out}}}");
    }
    out
}

/// `USER_ID`, `YOUR-APP-ID`: a placeholder in capitals. One word in capitals may be a literal.
fn is_shouted_placeholder(segment: &str) -> bool {
    let shouted = segment
        .chars()
        .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '_' | '-'));
    shouted
        && segment.starts_with(|c: char| c.is_ascii_uppercase())
        && (segment.contains("_ID")
            || segment.contains("YOUR")
            || segment.ends_with("_NAME")
            || matches!(
                segment,
                "ID" | "UUID"
                    | "GUID"
                    | "NAME"
                    | "USERNAME"
                    | "USER"
                    | "KEY"
                    | "SLUG"
                    | "OWNER"
                    | "REPO"
                    | "INDEX"
            ))
}

/// A placeholder's name, or `None` when brackets hold something else.
fn parameter_name(inner: &str) -> Option<String> {
    let inner = inner
        .trim()
        .trim_start_matches(['+', '#', '.', '/', ';', '*', ':', '$']);
    let inner = inner.trim_end_matches(['*', '+', '?', '…']);
    // `{id:int}`, `<int:id>`: a router's type beside the name.
    let routers = [
        "int", "string", "str", "uuid", "path", "slug", "float", "integer", "number",
    ];
    let inner = match inner.split_once(':') {
        Some((kind, name)) if routers.contains(&kind) => name,
        Some((name, _)) => name,
        None => inner,
    };
    let inner = inner.split(['=', '|']).next().unwrap_or(inner).trim();
    let named = inner.chars().any(char::is_alphanumeric)
        && inner.len() <= 48
        && inner
            .chars()
            .all(|c| c.is_alphanumeric() || "_-. @$".contains(c));
    named.then(|| inner.to_owned())
}

/// The names of a template's parameters, in order.
pub(crate) fn parameters(path: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = path;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}') else {
            break;
        };
        names.push(&rest[open + 1..open + close]);
        rest = &rest[open + close + 1..];
    }
    names
}

/// The template with its parameters' names left out: two paths of one shape cannot be told apart.
pub(crate) fn shape(path: &str) -> String {
    work::step();
    let mut out = String::new();
    let mut within = false;
    for c in path.chars() {
        match c {
            '{' => {
                within = true;
                out.push_str("{}");
            }
            '}' => within = false,
            c if !within => out.push(c),
            _ => {}
        }
    }
    out
}

/// Whether a call of `literal` would be served by `template`: same number of segments, and each is
/// equal or stands for a parameter. A template is no instance of itself.
pub(crate) fn is_instance(literal: &str, template: &str) -> bool {
    work::step();
    let (literal, template): (Vec<_>, Vec<_>) =
        (literal.split('/').collect(), template.split('/').collect());
    literal.len() == template.len()
        && literal != template
        && literal
            .iter()
            .zip(&template)
            .all(|(a, b)| a.eq_ignore_ascii_case(b) || (!a.is_empty() && matches_segment(a, b)))
}

fn matches_segment(literal: &str, template: &str) -> bool {
    let Some(open) = template.find('{') else {
        return false;
    };
    let Some(close) = template[open..].find('}') else {
        return false;
    };
    let (before, after) = (&template[..open], &template[open + close + 1..]);
    if after.contains('{') {
        return literal.starts_with(before);
    }
    literal.len() > before.len() + after.len()
        && literal.starts_with(before)
        && literal.ends_with(after)
}
