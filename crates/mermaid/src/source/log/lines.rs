//! What a line of a log says: who, to whom, what, how bad, and in which request.

use std::sync::LazyLock;

use regex_lite::Regex;
use serde_json::Value;

use super::super::data::scalar;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) component: String,
    /// Whom it talks to, if the line says so.
    pub(super) target: Option<String>,
    pub(super) message: String,
    /// What came back, if the line says so.
    pub(super) answer: Option<String>,
    /// 0 below info, then info, warning, error.
    pub(super) level: u8,
    /// Empty if the line says none.
    pub(super) request: String,
}

const COMPONENT: &[&str] = &[
    "service",
    "service.name",
    "component",
    "logger",
    "logger_name",
    "name",
    "module",
    "app",
    "source",
    "target",
    "caller",
    "container",
];
const TARGET: &[&str] = &[
    "to",
    "peer",
    "peer.service",
    "upstream",
    "destination",
    "callee",
];
const MESSAGE: &[&str] = &[
    "message", "msg", "event", "text", "body", "log", "error", "err",
];
const LEVEL: &[&str] = &[
    "level",
    "severity",
    "lvl",
    "log.level",
    "loglevel",
    "levelname",
];
const REQUEST: &[&str] = &[
    "request_id",
    "requestId",
    "req_id",
    "reqId",
    "trace_id",
    "traceId",
    "trace.id",
    "correlation_id",
    "correlationId",
    "trace",
    "x-request-id",
];

/// Reads a line; `None` if it does not say who and what.
pub(super) fn read(line: &str) -> Option<Entry> {
    let line = without_colours(line.trim());
    if line.is_empty() {
        return None;
    }
    composed(&line)
        .or_else(|| json(&line, None))
        .or_else(|| access(&line))
        .or_else(|| pairs(&line, None))
        .or_else(|| plain(&line))
}

fn without_colours(line: &str) -> String {
    static COLOURS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\x1b\[[0-9;]*m").ok());
    COLOURS.as_ref().map_or_else(
        || line.to_owned(),
        |colours| colours.replace_all(line, "").into_owned(),
    )
}

/// `service-1  | …`, as Docker Compose prints.
fn composed(line: &str) -> Option<Entry> {
    static LINE: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"^([A-Za-z][\w.-]*?)(?:[-_]\d+)?\s+\| (.*)$").ok());
    let captures = LINE.as_ref()?.captures(line)?;
    let name = captures.get(1)?.as_str();
    let rest = captures.get(2)?.as_str().trim();
    if rest.is_empty() {
        return None;
    }
    let inner = json(rest, Some(name))
        .or_else(|| pairs(rest, Some(name)))
        .or_else(|| plain(rest));
    let mut entry = inner.unwrap_or_else(|| Entry {
        message: rest.to_owned(),
        level: 1,
        ..Entry::default()
    });
    // The container is who talks, whatever its loggers are called.
    name.clone_into(&mut entry.component);
    entry.target = entry.target.filter(|target| *target != entry.component);
    Some(entry)
}

fn json(line: &str, name: Option<&str>) -> Option<Entry> {
    if !line.starts_with('{') {
        return None;
    }
    let value: Value = serde_json::from_str(line).ok()?;
    let field = |names: &[&str]| {
        names.iter().find_map(|name| {
            let direct = value.get(name);
            let nested = || {
                name.split('.')
                    .try_fold(&value, |value, part| value.get(part))
            };
            let value = direct.or_else(nested)?;
            let text = match value {
                Value::Object(inner) => inner.get("name").or(inner.get("message")).map(scalar)?,
                other => scalar(other),
            };
            (!text.is_empty()).then_some(text)
        })
    };
    entry(&field, name)
}

/// `level=info service=web msg="…"`.
fn pairs(line: &str, name: Option<&str>) -> Option<Entry> {
    static PAIR: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r#"([\w.@-]+)=("(?:[^"\\]|\\.)*"|[^\s"]+)"#).ok());
    let found: Vec<(&str, &str)> = PAIR
        .as_ref()?
        .captures_iter(line)
        .filter_map(|pair| Some((pair.get(1)?.as_str(), pair.get(2)?.as_str())))
        .collect();
    // One pair alone may stand in any sentence.
    if found.len() < 3 {
        return None;
    }
    let field = |names: &[&str]| {
        names.iter().find_map(|name| {
            let (_, value) = found.iter().find(|(known, _)| known == name)?;
            Some(value.trim_matches('"').replace("\\\"", "\""))
        })
    };
    entry(&field, name)
}

fn entry(field: &impl Fn(&[&str]) -> Option<String>, name: Option<&str>) -> Option<Entry> {
    let message = field(MESSAGE);
    let method = field(&["method", "http.method", "http_method", "verb"]);
    let path = field(&["path", "url", "uri", "http.target", "request", "route"]);
    let call = method
        .zip(path)
        .map(|(method, path)| format!("{method} {path}"));
    let status = field(&[
        "status",
        "status_code",
        "statusCode",
        "http.status_code",
        "code",
    ]);
    let message = message.or(call)?;
    let component = name.map(ToOwned::to_owned).or_else(|| field(COMPONENT))?;
    let target = field(TARGET).filter(|target| *target != component);
    Some(Entry {
        answer: status.filter(|_| target.is_some()),
        component,
        target,
        message,
        level: field(LEVEL).map_or(1, |word| level(&word)),
        request: field(REQUEST).unwrap_or_default(),
    })
}

fn level(word: &str) -> u8 {
    match word.to_ascii_lowercase().as_str() {
        "trace" | "debug" | "verbose" | "10" | "20" | "dbg" | "trc" => 0,
        "warn" | "warning" | "40" | "wrn" => 2,
        "error" | "err" | "fatal" | "critical" | "crit" | "panic" | "50" | "60" | "alert"
        | "emerg" | "severe" => 3,
        _ => 1,
    }
}

/// The combined log format of Apache and nginx.
fn access(line: &str) -> Option<Entry> {
    static LINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r#"^(\S+) \S+ \S+ \[[^\]]+\] "([A-Z]+ \S+)[^"]*" (\d{3}) (\d+|-)"#).ok()
    });
    let captures = LINE.as_ref()?.captures(line)?;
    let part = |number| {
        captures
            .get(number)
            .map_or("", |part| part.as_str())
            .to_owned()
    };
    let status = part(3);
    Some(Entry {
        component: part(1),
        target: Some("server".to_owned()),
        message: part(2),
        level: if status.starts_with('5') { 3 } else { 1 },
        answer: Some(status),
        request: String::new(),
    })
}

/// A time, a level and a component before the message, in any of the usual dresses.
fn plain(line: &str) -> Option<Entry> {
    static HEAD: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(concat!(
            r"^[\[(]?(?:\d{4}[-/]\d\d[-/]\d\d[T ]?|\w{3}\s+\d+ )?\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?[\])]?",
            r"\s*(.*)$"
        ))
        .ok()
    });
    static LEVEL_WORD: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^[\[(<|-]?\s*(TRACE|DEBUG|VERBOSE|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL|PANIC|trace|debug|info|notice|warn|warning|error|fatal|critical|I|W|E|D)\s*[\])>|:-]?\s+(.*)$").ok()
    });
    static NAME: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^(?:\d+ --- )?(?:\[\s*[\w#/ -]*\d[\w#/ -]*\]\s+)?(?:\[([\w./:$-]+)(?:,[^\]]*)?\]|([\w./$-]+(?:::[\w$]+)*)(?:\[\d+\])?)\s*(?::|-|\||—)?\s+(.+)$").ok()
    });
    let mut level_ = None;
    let mut rest = line;
    let mut has_time = false;
    if let Some(head) = HEAD.as_ref()?.captures(line) {
        has_time = true;
        rest = head.get(1).map_or("", |rest| rest.as_str());
    }
    if let Some(word) = LEVEL_WORD.as_ref()?.captures(rest) {
        level_ = word.get(1).map(|word| level(word.as_str()));
        rest = word.get(2).map_or("", |rest| rest.as_str());
    }
    // Syslog names the host before the program.
    if let Some((_host, program)) = rest
        .split_once(' ')
        .filter(|(_, program)| is_program(program))
        && level_.is_none()
        && has_time
    {
        rest = program;
    }
    if !has_time && level_.is_none() {
        return arrow(line);
    }
    let name = NAME.as_ref()?.captures(rest)?;
    let component = name.get(1).or(name.get(2))?.as_str();
    let mut message = name.get(3)?.as_str();
    if level_.is_none()
        && let Some(word) = LEVEL_WORD.as_ref()?.captures(message)
    {
        level_ = word.get(1).map(|word| level(word.as_str()));
        message = word.get(2).map_or(message, |rest| rest.as_str());
    }
    let arrowed = arrow(rest);
    if let Some(mut entry) = arrowed {
        entry.level = level_.unwrap_or(1);
        return Some(entry);
    }
    Some(Entry {
        component: short(component).to_owned(),
        message: message.trim_start_matches([':', '-', ' ']).to_owned(),
        level: level_.unwrap_or(1),
        request: request(message),
        ..Entry::default()
    })
}

/// `program[123]: message`, as syslog writes it.
fn is_program(text: &str) -> bool {
    text.split_whitespace()
        .next()
        .is_some_and(|word| word.ends_with("]:") && word.contains('['))
}

/// `web -> api: message`.
fn arrow(line: &str) -> Option<Entry> {
    static LINE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"^\[?([\w.-]+)\]?\s*(?:->|→|=>|-->)\s*\[?([\w.-]+)\]?\s*:?\s+(.+)$").ok()
    });
    let captures = LINE.as_ref()?.captures(line)?;
    let part = |number| {
        captures
            .get(number)
            .map_or("", |part| part.as_str())
            .to_owned()
    };
    Some(Entry {
        component: part(1),
        target: Some(part(2)),
        level: 1,
        request: request(&part(3)),
        message: part(3),
        ..Entry::default()
    })
}

/// The last part of a logger's name.
fn short(component: &str) -> &str {
    let last = component.rsplit("::").next().unwrap_or(component);
    let is_class = last.matches('.').count() > 1;
    if is_class {
        last.rsplit('.').next().unwrap_or(last)
    } else {
        last
    }
}

/// The id in `request_id=…` or `[req-…]` within a message.
fn request(message: &str) -> String {
    static ID: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(r"(?:request|req|trace|correlation)[_-]?id[=: ]+([\w-]+)").ok()
    });
    let found = ID.as_ref().and_then(|id| id.captures(message));
    found
        .and_then(|captures| captures.get(1))
        .map_or_else(String::new, |id| id.as_str().to_owned())
}
