//! The headers the page is served with. Whoever hosts the built site elsewhere needs the same.

use crate::build::Base;

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

/// What the addresses of widgets begin with: the same page, which any other may show. Which ones it
/// lets is up to the page (`/embed-origins.json`); who hosts it for some alone names them here, too.
const WIDGET: &str = "/embed/";

/// The script by which other sites show widgets.
const SDK: &str = "/embed.js";

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
    // A widget shows it too, and then a stranger is above both. It holds nothing of anybody's.
    "frame-ancestors *",
    "sandbox allow-scripts",
];

/// What may be kept for good.
const HASHED: &str = "public, max-age=31536000, immutable";
/// What is to be asked for each time, and is sent only if it has changed.
const NAMED: &str = "no-cache";

/// Who may read what is under `/assets/`: a page without an origin fetches its scripts as a stranger.
const SHARED: (&str, &str) = ("access-control-allow-origin", "*");

/// What a page that is isolated demands of all that it shows: it may be shown by others, and shows
/// nothing that may not. Workers need it as much as the page that starts them.
const EMBEDDED: [(&str, &str); 2] = [
    ("cross-origin-resource-policy", "cross-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
];

/// Every header of the answer at `path`, counted from where the site begins, but for caching.
pub(crate) fn of(path: &str) -> Vec<(&'static str, String)> {
    let mut headers = vec![(CSP, policy(path))];
    headers.extend(COMMON.map(|(name, value)| (name, value.to_owned())));
    let own = |(name, value): (&'static str, &str)| (name, value.to_owned());
    if path.starts_with("/assets/") || path == SDK {
        headers.push(own(SHARED));
    }
    if path.starts_with("/assets/") || path.starts_with(WIDGET) || path == FRAME {
        headers.extend(EMBEDDED.map(own));
    } else if path == SDK {
        headers.push(own(EMBEDDED[0]));
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
    } else if path.starts_with(WIDGET) {
        POLICY
            .join("; ")
            .replace("frame-ancestors 'none'", "frame-ancestors *")
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
pub(crate) fn file(base: &Base) -> String {
    let mut lines = vec![base.address("/*")];
    lines.extend(
        of("/")
            .iter()
            .map(|(name, value)| format!("  {name}: {value}")),
    );
    lines.push(format!("  cache-control: {NAMED}"));
    // A later rule adds to an earlier one, unless it takes that back first.
    lines.push(format!(
        "\n{}\n  ! cache-control",
        base.address("/assets/*")
    ));
    lines.push(format!("  cache-control: {HASHED}"));
    let write = |(name, value): (&str, &str)| format!("  {name}: {value}");
    lines.push(write(SHARED));
    lines.extend(EMBEDDED.map(write));
    // Some hosts leave the ending out.
    let pages = [
        (FRAME, FRAME),
        (FRAME.trim_end_matches(".html"), FRAME),
        ("/embed/*", WIDGET),
    ];
    for (rule, path) in pages {
        let rule = base.address(rule);
        lines.push(format!("\n{rule}\n  ! {CSP}\n  {CSP}: {}", policy(path)));
        lines.extend(EMBEDDED.map(write));
    }
    lines.push(format!("\n{}", base.address(SDK)));
    lines.push(write(SHARED));
    lines.push(write(EMBEDDED[0]));
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
        let file = file(&Base::default());
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
        let file = file(&Base::default());
        let (page, frame, widget) = (policy("/"), policy(FRAME), policy("/embed/convert"));
        assert!(nginx.contains(&format!("{FRAME} \"{frame}\";")));
        assert!(nginx.contains(&format!("default             \"{page}\";")));
        assert!(nginx.contains("add_header Content-Security-Policy $ichiban_policy always;"));
        assert!(nginx.contains("~^/assets/     \"*\";"));
        assert!(nginx.contains(&format!("~^/embed/ \"{widget}\";")));
        for (name, value) in EMBEDDED {
            let name = name.to_lowercase();
            let lower = nginx.to_lowercase();
            assert!(lower.contains(&format!("add_header {name} $ichiban_embed")));
            assert!(lower.contains(&format!("\"{value}\";")));
            let lower = caddy.to_lowercase();
            assert!(
                lower.contains(&format!("{name} \"{value}\"")),
                "Caddy: {name}"
            );
        }
        for line in [
            format!("@frame path {FRAME}"),
            format!("header @frame Content-Security-Policy \"{frame}\""),
            format!("@page not path {FRAME} /embed/*"),
            format!("header @widget Content-Security-Policy \"{widget}\""),
            "header /embed.js Access-Control-Allow-Origin \"*\"".to_owned(),
            format!("header @page Content-Security-Policy \"{page}\""),
            "header @hashed Access-Control-Allow-Origin \"*\"".to_owned(),
        ] {
            assert!(caddy.contains(&line), "Caddy: {line}");
        }
        assert!(file.contains(&format!("/*\n  {CSP}: {page}\n")));
        assert!(file.contains(&format!("\n{FRAME}\n  ! {CSP}\n  {CSP}: {frame}\n")));
        assert!(file.contains("  access-control-allow-origin: *\n"));
        assert!(file.contains(&format!("\n/embed/*\n  ! {CSP}\n  {CSP}: {widget}\n")));
    }

    #[test]
    fn a_site_below_a_path_names_its_own_addresses_alone() -> anyhow::Result<()> {
        let file = file(&"/tools/".parse()?);
        let rules: Vec<_> = file.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(rules.first(), Some(&"/tools/*"));
        assert!(rules.contains(&"/tools/assets/*") && rules.contains(&"/tools/embed.js"));
        assert!(rules.iter().all(|rule| rule.starts_with("/tools/")));
        Ok(())
    }

    #[test]
    fn only_widgets_may_be_shown_by_others() {
        let value = |path: &str, name: &str| {
            let headers = of(path);
            let found = headers.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| value.clone())
        };
        for page in ["/", "/diagram", "/embed", "/embedded", "/json/convert"] {
            let policy = value(page, CSP).unwrap_or_default();
            assert!(policy.contains("frame-ancestors 'none'"), "{page}");
            assert_eq!(value(page, EMBEDDED[0].0), None, "{page}");
        }
        let widget = value("/embed/convert", CSP).unwrap_or_default();
        assert_eq!(
            widget.replace("frame-ancestors *", "frame-ancestors 'none'"),
            policy("/"),
            "in all else it is the page"
        );
        // A page that is isolated shows only what says that it may be, and workers say it, too.
        for path in ["/embed/convert", "/assets/worker.js", FRAME] {
            for (name, expected) in EMBEDDED {
                assert_eq!(
                    value(path, name).as_deref(),
                    Some(expected),
                    "{path}: {name}"
                );
            }
        }
        assert_eq!(value(SDK, SHARED.0).as_deref(), Some("*"));
        assert_eq!(value(SDK, EMBEDDED[0].0).as_deref(), Some("cross-origin"));
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
