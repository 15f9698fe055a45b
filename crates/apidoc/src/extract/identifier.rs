//! Which parts of a path are identifiers, by how they look, and what a parameter in their place is
//! called.

use std::fmt::Write as _;

use super::route;

/// Whether a literal path stands where a template has parameters, with values that look like ids.
pub(crate) fn has_id(path: &str, template: &str) -> bool {
    path.split('/')
        .zip(template.split('/'))
        .any(|(literal, slot)| slot.contains('{') && !literal.contains('{') && is_id(literal))
}

/// Whether a literal path has, where a template has parameters, words that routes are made of.
pub(crate) fn is_fixed_word(path: &str, template: &str) -> bool {
    const WORDS: &[&str] = &[
        "me", "self", "@me", "current", "all", "search", "count", "latest", "new", "bulk", "batch",
        "export", "import", "stats", "info", "status", "first", "last", "list", "default",
        "recent", "popular", "random", "archive", "validate", "preview", "query", "health",
        "config", "settings", "mine", "own", "login", "logout", "token",
    ];
    path.split('/')
        .zip(template.split('/'))
        .any(|(literal, slot)| {
            slot.contains('{') && WORDS.contains(&literal.to_lowercase().as_str())
        })
}

/// Whether a segment looks like an identifier: a number, a UUID, a hash, `cus_9s6XKzkNRiz8i3`.
pub(crate) fn is_id(segment: &str) -> bool {
    let digits = segment.chars().filter(char::is_ascii_digit).count();
    let letters = segment.chars().filter(char::is_ascii_alphabetic).count();
    let length = segment.chars().count();
    if length == 0 || segment.contains('{') {
        return false;
    }
    if digits == length {
        return true;
    }
    let hex = segment.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    if hex && digits > 0 && length >= 8 {
        return true;
    }
    let opaque = segment
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '='));
    let version = segment.starts_with('v')
        && segment[1..].starts_with(|c: char| c.is_ascii_digit())
        && length <= 8;
    if version {
        return false;
    }
    // `sha256:…`, `cus_…`: a kind and a random part.
    let random = segment.rsplit(['_', ':', '-']).next().unwrap_or_default();
    let mixed = random.chars().any(|c| c.is_ascii_digit())
        && random.chars().any(|c| c.is_ascii_alphabetic());
    opaque
        && ((mixed && random.len() >= 8 && digits >= 2)
            || (length >= 20 && digits >= 3 && letters >= 3))
        || segment
            .split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
}

/// A recorded path with the segments that look like ids as parameters.
pub(crate) fn template_of(path: &str) -> String {
    let mut names: Vec<String> = Vec::new();
    let mut before = "";
    let mut out = String::new();
    for segment in path.split('/').skip(1) {
        out.push('/');
        let value = route::decode(segment);
        if is_id(&value) {
            let name = unique(&id_name(before), &mut names);
            let _ = write!(out, "{{{name}}}");
        } else {
            out.push_str(segment);
        }
        before = segment;
    }
    if out.is_empty() { "/".to_owned() } else { out }
}

/// `customers` has `customerId`s.
pub(super) fn id_name(collection: &str) -> String {
    let word: String = collection
        .trim_matches(['{', '}'])
        .chars()
        .filter(|c| c.is_alphanumeric() || *c == '_' || *c == '-')
        .collect();
    let single = word
        .strip_suffix("ies")
        .map(|stem| format!("{stem}y"))
        .or_else(|| {
            word.strip_suffix("ses")
                .map(|stem| format!("{stem}s"))
                .or_else(|| {
                    word.strip_suffix('s')
                        .filter(|stem| !stem.ends_with('s'))
                        .map(str::to_owned)
                })
        });
    match single {
        Some(single) if !single.is_empty() => format!("{single}Id"),
        _ if !word.is_empty() && !word.starts_with(|c: char| c.is_ascii_digit()) => {
            format!("{word}Id")
        }
        _ => "id".to_owned(),
    }
}

pub(super) fn unique(name: &str, names: &mut Vec<String>) -> String {
    let mut candidate = name.to_owned();
    let mut number = 2;
    while names.contains(&candidate) {
        candidate = format!("{name}{number}");
        number += 1;
    }
    names.push(candidate.clone());
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_known_by_their_looks() {
        for id in [
            "42",
            "0b9e6b1c-7a53-4c0e-9d1d-0c5d8d3f2a11",
            "cus_9s6XKzkNRiz8i3",
            "sha256:29fdb92e57cf0827",
            "a@b.c",
        ] {
            assert!(is_id(id), "{id}");
        }
        for word in [
            "users",
            "v1",
            "me",
            "metric_names",
            "oauth2",
            "v1.24",
            "@me",
        ] {
            assert!(!is_id(word), "{word}");
        }
    }

    #[test]
    fn templates_name_ids_after_their_collection() {
        assert_eq!(
            template_of("/v1/customers/cus_9s6XKzkNRiz8i3/cards/7"),
            "/v1/customers/{customerId}/cards/{cardId}"
        );
    }
}
