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
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    // What may become markup or a worker's address is decided in one place: `web/js/trusted.ts`.
    "require-trusted-types-for 'script'",
    "trusted-types default",
];

/// The page in which mermaid.js runs, without the origin of this site and with a policy of its own.
const FRAME: &str = "/mermaid-frame.html";

/// What that page may do. mermaid.js writes styles into its drawings, which the page's own policy
/// forbids; for that, it reaches nothing but scripts of this site. It is sandboxed by whoever shows it,
/// too: this holds where it is opened on its own.
const FRAME_POLICY: &[&str] = &[
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "sandbox allow-scripts",
];

/// What may be kept for good.
const HASHED: &str = "public, max-age=31536000, immutable";
/// What is to be asked for each time, and is sent only if it has changed.
const NAMED: &str = "no-cache";

/// Who may read what is under `/assets/`: a page without an origin fetches its scripts as a stranger.
const SHARED: (&str, &str) = ("access-control-allow-origin", "*");

/// Every header of the answer at `path`, but for caching.
pub(crate) fn of(path: &str) -> Vec<(&'static str, String)> {
    let mut headers = vec![(CSP, policy(path))];
    headers.extend(COMMON.map(|(name, value)| (name, value.to_owned())));
    if path.starts_with("/assets/") {
        headers.push((SHARED.0, SHARED.1.to_owned()));
    }
    headers
}

const CSP: &str = "content-security-policy";

/// The headers of every answer.
const COMMON: [(&str, &str); 4] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

fn policy(path: &str) -> String {
    if path == FRAME {
        FRAME_POLICY.join("; ")
    } else {
        POLICY.join("; ")
    }
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
    lines.extend(
        of("/")
            .iter()
            .map(|(name, value)| format!("  {name}: {value}")),
    );
    lines.push(format!("  cache-control: {NAMED}"));
    // A later rule adds to an earlier one, unless it takes that back first.
    lines.push("\n/assets/*\n  ! cache-control".to_owned());
    lines.push(format!("  cache-control: {HASHED}"));
    lines.push(format!("  {}: {}", SHARED.0, SHARED.1));
    // Some hosts leave the ending out.
    for path in [FRAME, FRAME.trim_end_matches(".html")] {
        lines.push(format!("\n{path}\n  ! {CSP}\n  {CSP}: {}", policy(FRAME)));
    }
    lines.push(String::new());
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
        for (name, value) in COMMON {
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
    fn every_example_of_a_host_knows_the_policy_of_each_page() {
        let nginx = include_str!("../../../../deploy/nginx.conf");
        let caddy = include_str!("../../../../deploy/Caddyfile");
        let file = file();
        let (page, frame) = (policy("/"), policy(FRAME));
        assert!(nginx.contains(&format!("{FRAME} \"{frame}\";")));
        assert!(nginx.contains(&format!("default             \"{page}\";")));
        assert!(nginx.contains("add_header Content-Security-Policy $ichiban_policy always;"));
        assert!(nginx.contains("~^/assets/ \"*\";"));
        for line in [
            format!("@frame path {FRAME}"),
            format!("header @frame Content-Security-Policy \"{frame}\""),
            format!("@page not path {FRAME}"),
            format!("header @page Content-Security-Policy \"{page}\""),
            "header @hashed Access-Control-Allow-Origin \"*\"".to_owned(),
        ] {
            assert!(caddy.contains(&line), "Caddy: {line}");
        }
        assert!(file.contains(&format!("/*\n  {CSP}: {page}\n")));
        assert!(file.contains(&format!("\n{FRAME}\n  ! {CSP}\n  {CSP}: {frame}\n")));
        assert!(file.contains("  access-control-allow-origin: *\n"));
    }

    #[test]
    fn the_policy_lets_no_inline_code_run() {
        let policy = POLICY.join("; ");
        assert!(!policy.contains("unsafe-inline"));
        assert!(!policy.contains("'unsafe-eval'"));
        assert!(policy.contains("'wasm-unsafe-eval'"));
        assert!(policy.contains("require-trusted-types-for 'script'; trusted-types default"));
    }

    #[test]
    fn what_may_style_inline_has_no_origin_and_reaches_nothing() {
        let policy = policy(FRAME);
        assert!(policy.contains("script-src 'self';") && !policy.contains("unsafe-eval"));
        assert!(policy.contains("sandbox allow-scripts") && !policy.contains("allow-same-origin"));
        assert!(policy.contains("connect-src 'none'") && !policy.contains("http"));
        assert!(!of(FRAME).iter().any(|(name, _)| *name == SHARED.0));
        assert!(of("/assets/a.js").iter().any(|(name, _)| *name == SHARED.0));
    }

    #[test]
    fn only_hashed_files_are_kept_for_good() {
        assert!(cache_control("/assets/web_bg-BPUiq2dr.wasm").contains("immutable"));
        assert_eq!(cache_control("/"), "no-cache");
        assert_eq!(cache_control("/favicon.svg"), "no-cache");
    }
}
