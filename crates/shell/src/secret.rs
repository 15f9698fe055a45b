//! What looks like a secret in a text: keys of services, tokens, private keys.
//!
//! By the prefixes that their issuers give them, so that they are found by scanners; a password that
//! looks like any word is not found.

/// What a secret begins with, how many letters of a token follow at least, and what it is called.
const SHAPES: &[(&str, usize, &str)] = &[
    ("-----BEGIN PRIVATE KEY", 0, "a private key"),
    ("-----BEGIN RSA PRIVATE KEY", 0, "a private key"),
    ("-----BEGIN EC PRIVATE KEY", 0, "a private key"),
    ("-----BEGIN OPENSSH PRIVATE KEY", 0, "a private key"),
    ("-----BEGIN ENCRYPTED PRIVATE KEY", 0, "a private key"),
    ("-----BEGIN PGP PRIVATE KEY", 0, "a private key"),
    ("sk-", 20, "an API key"),
    ("sk_live_", 16, "an API key"),
    ("rk_live_", 16, "an API key"),
    ("AIza", 30, "an API key"),
    ("AKIA", 16, "an access key"),
    ("ASIA", 16, "an access key"),
    ("ghp_", 30, "a token"),
    ("gho_", 30, "a token"),
    ("ghs_", 30, "a token"),
    ("github_pat_", 30, "a token"),
    ("glpat-", 20, "a token"),
    ("npm_", 30, "a token"),
    ("xoxb-", 10, "a token"),
    ("xoxp-", 10, "a token"),
    ("hf_", 30, "a token"),
    ("eyJ", 60, "a signed token"),
];

/// What the first thing in `text` that looks like a secret is called; none if nothing does. The
/// cost is linear in the text.
pub fn found(text: &str) -> Option<&'static str> {
    SHAPES
        .iter()
        .find(|(start, least, _)| {
            text.match_indices(start).any(|(at, _)| {
                let before = text.get(..at).and_then(|before| before.chars().next_back());
                let is_apart = before.is_none_or(|letter| !is_of_token(letter));
                let after = text.get(at + start.len()..).unwrap_or_default();
                is_apart
                    && after
                        .chars()
                        .take_while(|it| is_of_token(*it))
                        .take(*least)
                        .count()
                        >= *least
            })
        })
        .map(|(_, _, name)| *name)
}

fn is_of_token(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_by_their_prefix() {
        let key = format!("{{\"key\": \"sk-{}\"}}", "a1B2".repeat(8));
        assert_eq!(found(&key), Some("an API key"));
        assert_eq!(found(&format!("ghp_{}", "x".repeat(36))), Some("a token"));
        assert_eq!(
            found("-----BEGIN RSA PRIVATE KEY-----\nMII"),
            Some("a private key")
        );
    }

    #[test]
    fn words_are_no_keys() {
        assert_eq!(found("a risk-assessment of the sk-short kind"), None);
        assert_eq!(found("{\"title\": \"Your order\"}"), None);
        assert_eq!(found(&format!("task-sk{}", "a".repeat(40))), None);
        assert_eq!(found("é sk-"), None);
    }
}
