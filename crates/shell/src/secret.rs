//! What looks like a secret in a text: keys of services, tokens, private keys.
//!
//! By the prefixes that their issuers give them, so that they are found by scanners; a password that
//! looks like any word is not found.

/// What a secret is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The private half of a pair of keys.
    PrivateKey,
    /// A key of an API.
    ApiKey,
    /// The key of an account of a cloud.
    AccessKey,
    /// What stands for a person or a program.
    Token,
    /// The same, signed by who gave it.
    SignedToken,
}

impl Kind {
    /// Its name, by which words for people are chosen.
    pub fn name(self) -> &'static str {
        match self {
            Self::PrivateKey => "private-key",
            Self::ApiKey => "api-key",
            Self::AccessKey => "access-key",
            Self::Token => "token",
            Self::SignedToken => "signed-token",
        }
    }
}

/// What a secret begins with, how many letters of a token follow at least, and what it is.
const SHAPES: &[(&str, usize, Kind)] = &[
    ("-----BEGIN PRIVATE KEY", 0, Kind::PrivateKey),
    ("-----BEGIN RSA PRIVATE KEY", 0, Kind::PrivateKey),
    ("-----BEGIN EC PRIVATE KEY", 0, Kind::PrivateKey),
    ("-----BEGIN OPENSSH PRIVATE KEY", 0, Kind::PrivateKey),
    ("-----BEGIN ENCRYPTED PRIVATE KEY", 0, Kind::PrivateKey),
    ("-----BEGIN PGP PRIVATE KEY", 0, Kind::PrivateKey),
    ("sk-", 20, Kind::ApiKey),
    ("sk_live_", 16, Kind::ApiKey),
    ("rk_live_", 16, Kind::ApiKey),
    ("AIza", 30, Kind::ApiKey),
    ("AKIA", 16, Kind::AccessKey),
    ("ASIA", 16, Kind::AccessKey),
    ("ghp_", 30, Kind::Token),
    ("gho_", 30, Kind::Token),
    ("ghs_", 30, Kind::Token),
    ("github_pat_", 30, Kind::Token),
    ("glpat-", 20, Kind::Token),
    ("npm_", 30, Kind::Token),
    ("xoxb-", 10, Kind::Token),
    ("xoxp-", 10, Kind::Token),
    ("hf_", 30, Kind::Token),
    ("eyJ", 60, Kind::SignedToken),
];

/// What the first thing in `text` that looks like a secret is; none if nothing does. The cost is
/// linear in the text.
pub fn found(text: &str) -> Option<Kind> {
    SHAPES
        .iter()
        .find(|(start, least, _)| places(text, start, *least).next().is_some())
        .map(|(_, _, kind)| *kind)
}

/// The text with stars in the place of everything in it that looks like a secret, but for how it begins.
/// Of a private key all is masked up to its last line. What is JSON stays JSON. The cost is linear in the
/// text.
pub fn masked(text: &str) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for (start, least, _) in SHAPES {
        for at in places(text, start, *least) {
            let rest = text.get(at..).unwrap_or_default();
            let length = if *least == 0 {
                rest.find("-----END").unwrap_or(rest.len())
            } else {
                rest.find(|letter| !is_of_token(letter))
                    .unwrap_or(rest.len())
            };
            spans.push((at, at + length));
        }
    }
    spans.sort_unstable();
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (from, to) in spans {
        let from = from.max(done);
        let Some(secret) = text.get(from..to) else {
            continue;
        };
        out.push_str(text.get(done..from).unwrap_or_default());
        let mut is_escaped = false;
        out.extend(secret.chars().map(|letter| {
            let is_kept =
                is_escaped || !(letter.is_ascii_alphanumeric() || "+/=_-.".contains(letter));
            is_escaped = letter == '\\' && !is_escaped;
            if is_kept { letter } else { '*' }
        }));
        done = to;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

/// Where the letters behind `start` begin, wherever at least so many of a token follow it.
fn places<'a>(text: &'a str, start: &'a str, least: usize) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(start).filter_map(move |(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let is_apart = before.is_none_or(|letter| !is_of_token(letter));
        let behind = at + start.len();
        let after = text.get(behind..).unwrap_or_default();
        let letters = after.chars().take_while(|it| is_of_token(*it));
        (is_apart && letters.take(least).count() >= least).then_some(behind)
    })
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
        assert_eq!(found(&key), Some(Kind::ApiKey));
        assert_eq!(found(&format!("ghp_{}", "x".repeat(36))), Some(Kind::Token));
        assert_eq!(
            found("-----BEGIN RSA PRIVATE KEY-----\nMII"),
            Some(Kind::PrivateKey)
        );
    }

    #[test]
    fn secrets_are_masked_and_json_stays_json() {
        let key = "a1B2".repeat(8);
        let text = format!("{{\"key\": \"sk-{key}\", \"n\": 1}} sk-{key}");
        let told = masked(&text);
        assert!(!told.contains("a1B2"), "{told}");
        assert!(told.starts_with("{\"key\": \"sk-****"), "{told}");
        assert_eq!(told.len(), text.len());
        let pem = "{\"pem\":\"-----BEGIN RSA PRIVATE KEY-----\\nMIIabc+/=\\n-----END RSA PRIVATE KEY-----\"}";
        let told = masked(pem);
        assert!(!told.contains("MII"), "{told}");
        assert!(told.contains("\\n*********\\n-----END"), "{told}");
        assert_eq!(
            masked("a risk-assessment, é sk-"),
            "a risk-assessment, é sk-"
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
