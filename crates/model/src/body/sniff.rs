//! What a body is, by its first bytes: servers and the proxies before them answer with web pages,
//! plain text and JSON documents where a stream was asked for, whatever the status and the
//! content type say.

/// What the first bytes show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    /// A stream of the kind asked for.
    Stream,
    /// HTML or XML.
    Markup,
    /// A JSON document.
    Document,
    /// Something else.
    Text,
}

/// The most that is kept of a body that is no stream.
pub(super) const KEPT_BYTES: usize = 16 << 20;

/// Field names of an event stream (WHATWG HTML §9.2.6).
const FIELDS: [&[u8]; 4] = [b"data", b"event", b"id", b"retry"];

/// What an event stream's body is; `None` while too little of it has come.
pub(super) fn of_event_stream(start: &[u8]) -> Option<Nature> {
    let start = significant(start);
    match start.first()? {
        b':' => Some(Nature::Stream),
        b'<' => Some(Nature::Markup),
        b'{' | b'[' => Some(Nature::Document),
        _ if FIELDS.iter().any(|field| start.starts_with(field)) => Some(Nature::Stream),
        _ if FIELDS.iter().any(|field| field.starts_with(start)) => None,
        _ => Some(Nature::Text),
    }
}

/// What a body of JSON lines is; `None` while too little of it has come.
pub(super) fn of_lines(start: &[u8]) -> Option<Nature> {
    match significant(start).first()? {
        b'{' => Some(Nature::Stream),
        b'<' => Some(Nature::Markup),
        b'[' => Some(Nature::Document),
        _ => Some(Nature::Text),
    }
}

fn significant(start: &[u8]) -> &[u8] {
    const MARK: &[u8] = b"\xef\xbb\xbf";
    let start = start.strip_prefix(MARK).unwrap_or(start);
    if MARK.starts_with(start) {
        return &[];
    }
    start.trim_ascii_start()
}

/// The title of a web page, else its first words.
pub(super) fn page_name(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let title = lower.find("<title").and_then(|at| {
        let from = at + lower.get(at..)?.find('>')? + 1;
        let to = from + lower.get(from..)?.find("</title")?;
        text.get(from..to)
    });
    excerpt(title.unwrap_or(text))
}

/// The first words of a text, on one line.
pub(super) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 120;
    let mut words = String::new();
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(word.chars().take(LONGEST));
        if words.chars().count() > LONGEST {
            words = words.chars().take(LONGEST).collect();
            words.push('…');
            break;
        }
    }
    words
}
