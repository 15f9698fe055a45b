//! The rooms of `ARCHITECTURE.md`: who may use whom.

use super::metadata::{Metadata, Package};

/// The rooms from the ground up. A room may use those of the lines above its own; those on one line
/// do not know each other.
const ROOMS: &[&[&str]] = &[
    &["stream"],
    &["schema"],
    &["model"],
    &["tool", "shell", "words"],
    &[
        "json", "mermaid", "apidoc", "syntax", "diff", "testgen", "repo",
    ],
    &["browser"],
    &["engine"],
    &["diagram", "docs"],
    &["embed"],
    &["web", "bench", "bench-pdf", "cli", "replay", "xtask"],
];

/// The rooms that live in a browser: they alone may use its interfaces.
const BROWSER: &[&str] = &[
    "browser",
    "engine",
    "diagram",
    "docs",
    "web",
    "bench",
    "bench-pdf",
];
/// Packages that are such interfaces, or belong to one of them.
const INTERFACES: &[&str] = &[
    "gloo-file",
    "gloo-net",
    "gloo-timers",
    "js-sys",
    "leptos-use",
    "wasm-bindgen",
    "wasm-bindgen-futures",
    "wasm-streams",
    "web-sys",
];

/// Says where a room uses what it must not. What only tests use is free.
pub(super) fn check(metadata: &Metadata) -> Vec<String> {
    metadata.members().flat_map(check_package).collect()
}

fn check_package(package: &Package) -> Vec<String> {
    let Some(room) = room(&package.name) else {
        return vec![format!(
            "the package {} is not named ichiban-*",
            package.name
        )];
    };
    let Some(level) = level(room) else {
        return vec![format!(
            "the room {room} has no place: add it to the table of ARCHITECTURE.md and to ROOMS in \
             crates/xtask/src/lint/rooms.rs"
        )];
    };
    let used = package.dependencies.iter();
    used.filter(|dependency| dependency.kind.as_deref() != Some("dev"))
        .filter_map(|dependency| broken(room, level, &dependency.name))
        .collect()
}

/// The rule that `room` breaks by using the package `used`.
fn broken(room: &str, own_level: usize, used: &str) -> Option<String> {
    let lives_in_browser = BROWSER.contains(&room);
    if let Some(other) = self::room(used) {
        if level(other).is_none_or(|other| other >= own_level) {
            return Some(format!("{room} uses {other}, which is not above it"));
        }
        if BROWSER.contains(&other) && !lives_in_browser {
            return Some(format!("{room} runs natively and uses {other}"));
        }
    } else if used.starts_with("leptos") && room != "web" {
        return Some(format!("{room} uses {used}, which only web may"));
    } else if INTERFACES.contains(&used) && !lives_in_browser {
        return Some(format!(
            "{room} uses {used}, which only {} may",
            BROWSER.join(", ")
        ));
    }
    None
}

fn room(package: &str) -> Option<&str> {
    package.strip_prefix("ichiban-")
}

fn level(room: &str) -> Option<usize> {
    ROOMS.iter().position(|rooms| rooms.contains(&room))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(room: &str, used: &str) -> bool {
        level(room).is_none_or(|own| broken(room, own, used).is_some())
    }

    #[test]
    fn a_room_uses_those_above() {
        assert!(!finds("model", "ichiban-stream"));
        assert!(!finds("engine", "ichiban-browser"));
        assert!(!finds("web", "ichiban-engine"));
        assert!(finds("stream", "ichiban-model"));
        assert!(finds("browser", "ichiban-engine"));
        assert!(finds("json", "ichiban-mermaid"));
        assert!(finds("cli", "ichiban-replay"));
        assert!(finds("cli", "ichiban-engine"));
        assert!(finds("web", "ichiban-nowhere"));
    }

    #[test]
    fn the_browser_stays_in_its_rooms() {
        assert!(!finds("web", "leptos_router"));
        assert!(!finds("web", "web-sys"));
        assert!(!finds("browser", "gloo-net"));
        assert!(finds("engine", "leptos"));
        assert!(finds("json", "js-sys"));
        assert!(finds("cli", "wasm-bindgen"));
        assert!(!finds("json", "serde"));
    }
}
