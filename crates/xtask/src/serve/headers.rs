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

/// What may be kept for good.
const HASHED: &str = "public, max-age=31536000, immutable";
/// What is to be asked for each time, and is sent only if it has changed.
const NAMED: &str = "no-cache";

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
        HASHED
    } else {
        NAMED
    }
}

/// The same for hosts that read `_headers` in the folder they serve, such as Netlify and Cloudflare.
pub(crate) fn file() -> String {
    let mut lines = vec!["/*".to_owned()];
    lines.extend(common().map(|(name, value)| format!("  {name}: {value}")));
    lines.push(format!("  cache-control: {NAMED}"));
    // A later rule adds to an earlier one, unless it takes that back first.
    lines.push("\n/assets/*\n  ! cache-control".to_owned());
    lines.push(format!("  cache-control: {HASHED}\n"));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_of_a_host_sends_them() {
        let nginx = include_str!("../../../../deploy/nginx.conf").to_lowercase();
        let caddy = include_str!("../../../../deploy/Caddyfile").to_lowercase();
        let file = file();
        for (name, value) in common() {
            let value = value.to_lowercase();
            assert!(
                nginx.contains(&format!("add_header {name} \"{value}\" always;")),
                "nginx: {name}"
            );
            assert!(
                caddy.contains(&format!("{name} \"{value}\"")),
                "Caddy: {name}"
            );
            assert!(
                file.to_lowercase()
                    .contains(&format!("  {name}: {value}\n"))
            );
        }
        for example in [&nginx, &caddy, &file] {
            assert!(example.contains(HASHED) && example.contains(NAMED));
        }
    }

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
