//! `METHOD /path` in every guise: what is a path, what in it is a parameter, and where a line of
//! text names a method and a path together.

use crate::api::Method;

use super::template;

/// A method and what it is called on, as found in a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Route {
    /// The method; `None` for one that `OpenAPI` cannot describe (`COPY`, `LINK`, `ANY`).
    pub(crate) method: Option<Method>,
    /// The path, parameters as `{name}`, without query.
    pub(crate) path: String,
    /// The names and values of the query, if one was written.
    pub(crate) query: Vec<(String, String)>,
    /// Scheme and host, if the path was written as a URL.
    pub(crate) host: Option<String>,
    /// Whether `HTTP/1.1` follows: a request line of a transcript.
    pub(crate) transcript: bool,
    /// First byte of the method.
    pub(crate) start: usize,
    /// One past the last byte of the path and its query.
    pub(crate) end: usize,
}

/// Methods of HTTP that `OpenAPI` 3.1 has no place for; they are known so that what documents them
/// is not taken for a part of another operation.
const OTHER_METHODS: [&str; 16] = [
    "COPY",
    "MOVE",
    "LINK",
    "UNLINK",
    "LOCK",
    "UNLOCK",
    "PROPFIND",
    "PROPPATCH",
    "MKCOL",
    "SEARCH",
    "PURGE",
    "ANY",
    "REPORT",
    "QUERY",
    "LIST",
    "CONNECT",
];

/// All routes in a line of text, in order. Methods must be in capitals.
pub(crate) fn find(text: &str) -> Vec<Route> {
    scan(text, false)
}

/// As [`find`], and a method in any case at the very start.
pub(crate) fn find_any_case(text: &str) -> Vec<Route> {
    scan(text, true)
}

fn scan(text: &str, any_case: bool) -> Vec<Route> {
    let mut routes: Vec<Route> = Vec::new();
    let mut index = 0;
    while index < text.len() {
        let Some(rest) = text.get(index..) else {
            index += 1;
            continue;
        };
        let boundary = index == 0
            || text[..index]
                .chars()
                .next_back()
                .is_some_and(|c| !c.is_alphanumeric() && c != '_');
        let word_end = rest
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(rest.len());
        if word_end == 0 || !boundary {
            index += rest.chars().next().map_or(1, char::len_utf8).max(word_end);
            continue;
        }
        let word = &rest[..word_end];
        let first = any_case
            && text[..index]
                .trim_matches(|c: char| !c.is_alphanumeric())
                .is_empty();
        let capitals = word.chars().all(|c| c.is_ascii_uppercase());
        // `Delete/Close` in a title is two words.
        let glued = rest[word_end..].starts_with('/')
            && word.chars().any(|c| c.is_ascii_uppercase())
            && !capitals;
        if (capitals || first) && !glued {
            let methods = method_words(text, index, any_case && first);
            if let Some((methods, after)) = methods
                && let Some(found) = path_after(text, after)
            {
                for method in methods {
                    routes.push(Route {
                        method,
                        start: index,
                        ..found.clone()
                    });
                }
                index = found.end.max(index + 1);
                continue;
            }
        }
        index += word_end;
    }
    routes
}

/// The most methods that may stand before one path.
const METHODS: usize = 12;

/// One method, or several parted by `/`, `|`, `,` or `or`, from `at`; and where they end.
fn method_words(text: &str, at: usize, any_case: bool) -> Option<(Vec<Option<Method>>, usize)> {
    let mut methods = Vec::new();
    let mut index = at;
    while methods.len() < METHODS {
        let rest = text.get(index..)?;
        let end = rest
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(rest.len());
        let word = &rest[..end];
        let upper = word.to_ascii_uppercase();
        let cased = any_case || word == upper;
        let method = match Method::parse(word) {
            Some(method) if cased => Some(method),
            None if cased && OTHER_METHODS.contains(&upper.as_str()) => None,
            _ => break,
        };
        methods.push(method);
        index += end;
        let rest = &text[index..];
        let gap = rest.trim_start_matches([' ', '`', '*', ',', '|']);
        let mut skipped = rest.len() - gap.len();
        let mut gap = gap;
        if let Some(after) = gap.strip_prefix("or ").or_else(|| gap.strip_prefix("and ")) {
            skipped += gap.len() - after.len();
            gap = after;
        } else if let Some(after) = gap.strip_prefix('/')
            && after.starts_with(|c: char| c.is_ascii_uppercase())
            && Method::parse(after.split(|c: char| !c.is_ascii_alphabetic()).next()?).is_some()
        {
            skipped += 1;
            gap = after;
        }
        let next = gap
            .split(|c: char| !c.is_ascii_alphabetic())
            .next()
            .unwrap_or_default();
        if Method::parse(next).is_some_and(|_| next == next.to_ascii_uppercase()) {
            index += skipped;
        } else {
            break;
        }
    }
    (!methods.is_empty()).then_some((methods, index))
}

/// A path that follows a method, with nothing between them but marks and spaces, or the words
/// `request to`.
fn path_after(text: &str, at: usize) -> Option<Route> {
    let rest = text.get(at..)?;
    let mut gap = rest.trim_start_matches(|c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '`' | '*' | ':' | '"' | '\'' | '|' | '-' | '–' | '→' | ']' | '[' | '('
            )
    });
    if rest.starts_with('(') && !gap.starts_with('/') {
        return None;
    }
    for words in [
        "request to the ",
        "request to ",
        "requests to the ",
        "requests to ",
        "to ",
    ] {
        if let Some(after) = gap.strip_prefix(words) {
            gap = after.trim_start_matches(['`', '*', '"', '\'', ' ']);
            break;
        }
    }
    let start = at + (rest.len() - gap.len());
    // `:id` directly after the gap was eaten above; a path never starts so.
    let (path_text, length) = path_at(gap)?;
    let end = start + length;
    let parsed = parse_target(path_text)?;
    let after = text[end..].trim_start_matches([' ', '`', '"', '\'']);
    Some(Route {
        transcript: after.starts_with("HTTP/"),
        start,
        end,
        ..parsed
    })
}

/// The path or URL at the start of `text`, and its length in bytes.
///
/// A path ends at white space, except within brackets that hold a placeholder (`(id or name)`).
pub(crate) fn path_at(text: &str) -> Option<(&str, usize)> {
    let url = text.starts_with("http://") || text.starts_with("https://");
    let variable = ["{{", "${", "$", "{", "<"].iter().any(|mark| {
        text.strip_prefix(mark).is_some_and(|rest| {
            let end = rest
                .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | ' ')))
                .unwrap_or(rest.len());
            let name = rest[..end].to_ascii_lowercase();
            let is_base = [
                "url", "host", "base", "server", "endpoint", "domain", "api", "root",
            ]
            .iter()
            .any(|word| name.contains(word));
            is_base
                && rest[end..]
                    .trim_start_matches(['}', '>', ')'])
                    .starts_with('/')
        })
    });
    let host = bare_host(text);
    if !(text.starts_with('/') || url || variable || host || relative(text))
        || text.starts_with("//")
    {
        return None;
    }
    let mut stack: Vec<char> = Vec::new();
    let mut end = text.len();
    for (index, c) in text.char_indices() {
        let rest = &text[index..];
        match c {
            '{' | '<' | '(' | '[' => {
                let close = closing(c);
                // Prose in brackets is no placeholder.
                let span = rest
                    .char_indices()
                    .take(50)
                    .find(|(_, c)| *c == close)
                    .map(|(span, _)| span);
                let Some(span) = span else {
                    end = index;
                    break;
                };
                let inner = &rest[c.len_utf8()..span];
                if inner.len() > 48 || inner.contains('\n') || (inner.is_empty() && c != '[') {
                    end = index;
                    break;
                }
                stack.push(close);
            }
            '}' | '>' | ')' | ']' => {
                if stack.last() == Some(&c) {
                    stack.pop();
                } else {
                    end = index;
                    break;
                }
            }
            c if c.is_whitespace() && stack.is_empty() => {
                end = index;
                break;
            }
            '\n' | '`' | '"' | '\\' | '|' | '“' | '”' | '→' => {
                // An escape before a bracket is Markdown's, not the path's.
                if c == '\\'
                    && rest[1..].starts_with(['{', '}', '<', '>', '[', ']', '_', '*', ':', '('])
                {
                    continue;
                }
                if c == '|' && !stack.is_empty() {
                    continue;
                }
                end = index;
                break;
            }
            _ => {}
        }
    }
    let path = text[..end].trim_end_matches(['.', ',', ';', ':', '\'', '*', '!']);
    (!path.is_empty()).then_some((path, path.len()))
}

/// The first path in a line, as a template.
pub(crate) fn path_at_any(line: &str) -> Option<String> {
    let at = line.match_indices('/').map(|(at, _)| at).find(|at| {
        line[..*at]
            .chars()
            .next_back()
            .is_none_or(|c| c.is_whitespace() || matches!(c, '`' | '(' | '"' | '\''))
    })?;
    let (path, _) = path_at(&line[at..])?;
    template::read(path).filter(|path| path.len() > 1)
}

/// `<target>/_refresh`: a path that begins with a placeholder and lacks its slash.
fn relative(text: &str) -> bool {
    [('<', '>'), ('{', '}')].iter().any(|(open, close)| {
        text.strip_prefix(*open)
            .and_then(|rest| rest.split_once(*close))
            .is_some_and(|(name, rest)| {
                rest.starts_with('/')
                    && name.len() < 48
                    && !name.is_empty()
                    && name
                        .chars()
                        .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
            })
    })
}

/// Whether a placeholder stands for the base URL.
fn is_base_variable(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [
        "url", "host", "base", "server", "endpoint", "domain", "api", "root", "origin", "instance",
    ]
    .iter()
    .any(|word| name.contains(word))
}

/// `api.example.com/v1/…`: a host without scheme, known by its dots and by what follows it.
fn bare_host(text: &str) -> bool {
    let Some((host, _)) = text.split_once('/') else {
        return false;
    };
    host.contains('.')
        && host.len() < 80
        && !host.starts_with('.')
        && host
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':'))
        && host.rsplit('.').next().is_some_and(|tld| {
            let tld = tld.split(':').next().unwrap_or_default();
            tld.len() >= 2 && tld.chars().all(|c| c.is_ascii_alphabetic())
        })
}

fn closing(open: char) -> char {
    match open {
        '{' => '}',
        '<' => '>',
        '(' => ')',
        _ => ']',
    }
}

/// Parts a path or URL into host, template and query.
pub(crate) fn parse_target(target: &str) -> Option<Route> {
    // `(.:format)` is how a router writes that a suffix may follow.
    let unescaped = target.replace('\\', "").replace("(.:format)", "");
    let (host, path) = split_host(&unescaped);
    // A question mark within a placeholder is the placeholder's.
    let query_at = path
        .char_indices()
        .scan(0_i32, |depth, (index, c)| {
            match c {
                '{' | '<' => *depth += 1,
                '}' | '>' => *depth -= 1,
                _ => {}
            }
            Some((index, c, *depth))
        })
        .find(|(index, c, depth)| {
            (*c == '?' && *depth == 0) || (*c == '{' && path[index + 1..].starts_with(['?', '&']))
        })
        .map(|(index, _, _)| index);
    let (path, query) = match query_at {
        Some(at) => (&path[..at], &path[at + 1..]),
        None => (path, ""),
    };
    let path = path.split('#').next().unwrap_or_default();
    let path = path.trim_end_matches('[');
    let path = if path.starts_with('/') {
        template::read(path)?
    } else {
        template::read(&format!("/{path}"))?
    };
    Some(Route {
        method: None,
        path,
        query: query_pairs(query),
        host,
        transcript: false,
        start: 0,
        end: 0,
    })
}

fn split_host(target: &str) -> (Option<String>, &str) {
    if let Some(at) = target.find("://") {
        let rest = &target[at + 3..];
        let slash = rest.find('/').unwrap_or(rest.len());
        let host = &target[..at + 3 + slash];
        let path = &rest[slash..];
        return (
            Some(host.to_owned()),
            if path.is_empty() { "/" } else { path },
        );
    }
    if target.starts_with('/') {
        return (None, target);
    }
    match target.find('/') {
        Some(slash) if bare_host(target) => (
            Some(format!("https://{}", &target[..slash])),
            &target[slash..],
        ),
        Some(slash) if relative(target) && !is_base_variable(&target[..slash]) => (None, target),
        Some(slash) => (None, &target[slash..]),
        None => (None, target),
    }
}

/// `a=1&b`, as pairs. Placeholders of RFC 6570 (`{?a,b}`) count as names.
pub(crate) fn query_pairs(query: &str) -> Vec<(String, String)> {
    let expression = !query.contains('=') && query.contains(['}', ',']);
    query
        .trim_start_matches(['?', '&'])
        .split(|c| c == '&' || (expression && c == ','))
        .filter_map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let name = decode(name.trim().trim_start_matches(['?', '&', '[', '{']));
            let name = name.trim_end_matches(['}', '*', '?']).to_owned();
            let plain = name
                .chars()
                .all(|c| c.is_alphanumeric() || "_-.[]$:@".contains(c));
            // A name in an expression need not be given a value.
            let value = if expression {
                "?".to_owned()
            } else {
                decode(value.trim())
            };
            (!name.is_empty() && plain && name.len() < 80).then_some((name, value))
        })
        .collect()
}

/// Percent-decoding that leaves alone what is no escape.
pub(crate) fn decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut index = 0;
    while let Some(byte) = bytes.get(index) {
        let hex = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16));
        if *byte == b'%'
            && let (Some(high), Some(low)) = (hex(index + 1), hex(index + 2))
        {
            out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
            index += 3;
        } else {
            out.push(*byte);
            index += 1;
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}
