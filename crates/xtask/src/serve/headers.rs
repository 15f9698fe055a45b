//! The headers the page is served with. Whoever hosts the built site elsewhere needs the same.

/// What the page may do, by [Content Security Policy Level 3](https://www.w3.org/TR/CSP3/).
///
/// No inline script or style, and no `eval` but WebAssembly's: should an answer or a document ever
/// reach the page as markup, it stays dead.
const POLICY: &[&str] = &[
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    // The person's own endpoints: any, and plain HTTP too, as a model on this machine or on the
    // local network speaks it. A page served by HTTPS is held to HTTPS by the browser in any case.
    "connect-src 'self' https: http: wss: ws:",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
];

/// Every header of every answer, but for caching.
pub(crate) fn common() -> [(&'static str, String); 5] {
    [
        ("content-security-policy", POLICY.join("; ")),
        ("x-content-type-options", "nosniff".into()),
        ("referrer-policy", "no-referrer".into()),
        ("cross-origin-opener-policy", "same-origin".into()),
        (
            "permissions-policy",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()".into(),
        ),
    ]
}

/// How long a browser may keep what is at `path` without asking.
pub(crate) fn cache_control(path: &str) -> &'static str {
    // Files there are named by a hash of their content; the others keep their name when they
    // change.
    if path.starts_with("/assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_lets_no_inline_code_run() {
        let policy = POLICY.join("; ");
        assert!(!policy.contains("unsafe-inline"));
        assert!(!policy.contains("'unsafe-eval'"));
        assert!(policy.contains("'wasm-unsafe-eval'"));
    }

    #[test]
    fn only_hashed_files_are_kept_for_good() {
        assert!(cache_control("/assets/web_bg-BPUiq2dr.wasm").contains("immutable"));
        assert_eq!(cache_control("/"), "no-cache");
        assert_eq!(cache_control("/favicon.svg"), "no-cache");
    }
}
