//! The frames of stack traces, by the patterns of the runtimes that print them.

use std::sync::LazyLock;

use regex_lite::{Captures, Regex};

/// What went wrong, and the calls that led there, outermost first.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Trace {
    pub(super) error: String,
    pub(super) frames: Vec<Frame>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Frame {
    /// The class, module or file.
    pub(super) owner: String,
    pub(super) function: String,
    /// `file:line`, or nothing.
    pub(super) place: String,
}

/// A runtime's way to print a frame.
struct Pattern {
    regex: Regex,
    frame: fn(&Captures<'_>) -> Frame,
    /// Whether the innermost call comes first.
    newest_first: bool,
}

static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    type Read = fn(&Captures<'_>) -> Frame;
    let patterns: [(&str, Read, bool); 8] = [
        // Java, Kotlin, Scala: `at com.acme.Shop.buy(Shop.java:12)`.
        (
            r"^\s*at\s+(?:[\w.@-]+/)*([\w.$<>]+)\.([\w$<>-]+)\(([^)]*)\)\s*(?:~?\[.*\])?$",
            java,
            true,
        ),
        // C#: `at Acme.Shop.Buy(String id) in /src/Shop.cs:line 12`.
        (
            r"^\s*at\s+([\w.`<>\[\],+]+)\.([\w`<>|\[\]]+)\([^)]*\)\s+in\s+(.+?):line\s+(\d+)",
            csharp,
            true,
        ),
        // JavaScript: `at buy (/app/shop.js:12:3)`.
        (
            r"^\s*at\s+(?:async\s+)?(?:new\s+)?(.+?)\s+(?:\[as [^\]]+\]\s+)?\(((?:file://|https?://|node:|/|[A-Za-z]:\\|\.|webpack)[^)]*?):(\d+):\d+\)$",
            javascript,
            true,
        ),
        // JavaScript without a name: `at /app/shop.js:12:3`.
        (
            r"^\s*at\s+(?:async\s+)?((?:file://|https?://|node:|/)\S+?):(\d+):\d+$",
            anonymous,
            true,
        ),
        // Python: `File "/app/shop.py", line 12, in buy`.
        (r#"^\s*File "([^"]+)", line (\d+), in (.+)$"#, python, false),
        // Rust: `12: shop::buy`, Ruby and PHP below.
        (
            r"^\s*\d+:\s+(?:0x[0-9a-f]+\s+-\s+)?([\w<>:{}#$, &']+?)::([\w{}#]+)(?:::h[0-9a-f]{16})?$",
            rust,
            true,
        ),
        // Ruby: `shop.rb:12:in `buy'`.
        (
            r"^\s*(?:from\s+)?([^\s:]+\.rb):(\d+):in [`'](.+)'",
            ruby,
            true,
        ),
        // PHP: `#0 /app/Shop.php(12): Acme\Shop->buy()`.
        (r"^\s*#\d+\s+([^(]+)\((\d+)\):\s+(.+?)\(", php, true),
    ];
    patterns
        .into_iter()
        .filter_map(|(regex, frame, newest_first)| {
            Some(Pattern {
                regex: Regex::new(regex).ok()?,
                frame,
                newest_first,
            })
        })
        .collect()
});

/// A line of Go's: `main.buy(0x1, 0x2)` with the place on the next.
static GO: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?:created by )?([\w./-]+?)\.([\w.()*{}\[\]…]+?)(?:\([^()]*\))?(?: in goroutine \d+)?$",
    )
    .ok()
});

/// The traces in a text. Lines between them are passed over.
pub(super) fn read(text: &str) -> Vec<Trace> {
    let mut traces: Vec<Trace> = Vec::new();
    let mut open: Option<(Trace, bool)> = None;
    let mut before = "";
    let lines: Vec<&str> = text.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        let next = lines.get(at + 1).copied().unwrap_or("");
        if let Some((frame, newest_first)) = frame(line, next) {
            let trace = open.get_or_insert_with(|| {
                let error = if newest_first {
                    error(before)
                } else {
                    String::new()
                };
                (
                    Trace {
                        error,
                        frames: Vec::new(),
                    },
                    newest_first,
                )
            });
            trace.0.frames.push(frame);
        } else if !belongs(line, open.as_ref().map(|(_, newest_first)| *newest_first)) {
            if let Some((mut trace, newest_first)) = open.take() {
                // Python tells what went wrong below its frames.
                if newest_first {
                    trace.frames.reverse();
                } else {
                    trace.error = error(line);
                }
                traces.push(trace);
            }
            if !line.trim().is_empty() {
                before = line;
            }
        }
    }
    if let Some((mut trace, newest_first)) = open {
        if newest_first {
            trace.frames.reverse();
        }
        traces.push(trace);
    }
    for trace in &mut traces {
        if trace.error.is_empty() {
            "failed".clone_into(&mut trace.error);
        }
    }
    traces
}

fn frame(line: &str, next: &str) -> Option<(Frame, bool)> {
    for pattern in PATTERNS.iter() {
        if let Some(captures) = pattern.regex.captures(line) {
            return Some(((pattern.frame)(&captures), pattern.newest_first));
        }
    }
    // Go's function and its place stand on two lines, of which the second begins with a tab.
    let place = next.strip_prefix('\t')?.trim();
    let (file, number) = place.split_once(".go:")?;
    let number = number.split_whitespace().next().unwrap_or("");
    let captures = GO.as_ref()?.captures(line)?;
    let package = group(&captures, 1);
    Some((
        Frame {
            owner: package.rsplit('/').next().unwrap_or(package).to_owned(),
            function: group(&captures, 2).to_owned(),
            place: format!("{}.go:{number}", base(file)),
        },
        true,
    ))
}

/// Whether a line that is no frame stands within a trace: source code, places, what is left out.
fn belongs(line: &str, newest_first: Option<bool>) -> bool {
    let Some(newest_first) = newest_first else {
        return false;
    };
    let text = line.trim_start();
    let is_indented = line.starts_with([' ', '\t']);
    if text.starts_with("...")
        || text.starts_with("at ")
        || text.starts_with("[Previous line repeated")
    {
        return true;
    }
    // Python prints the line of code, and marks in it.
    is_indented && (!newest_first || text.contains(".go:") || text.contains(".rs:"))
}

/// What went wrong, without what only introduces it.
fn error(line: &str) -> String {
    let line = line.trim();
    if line.starts_with("stack backtrace") || line.starts_with("goroutine ") {
        return "panic".to_owned();
    }
    let line = line
        .strip_prefix("Exception in thread ")
        .map_or(line, |rest| {
            rest.split_once("\" ").map_or(rest, |(_, error)| error)
        });
    let line = line.strip_prefix("Uncaught ").unwrap_or(line);
    line.to_owned()
}

fn group<'a>(captures: &Captures<'a>, number: usize) -> &'a str {
    captures.get(number).map_or("", |group| group.as_str())
}

/// A path's last part.
fn base(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn last<'a>(name: &'a str, separator: &str) -> &'a str {
    name.rsplit(separator).next().unwrap_or(name)
}

fn java(captures: &Captures<'_>) -> Frame {
    Frame {
        owner: last(group(captures, 1), ".").to_owned(),
        function: group(captures, 2).to_owned(),
        place: group(captures, 3).to_owned(),
    }
}

fn csharp(captures: &Captures<'_>) -> Frame {
    Frame {
        owner: last(group(captures, 1), ".").to_owned(),
        function: group(captures, 2).to_owned(),
        place: format!("{}:{}", base(group(captures, 3)), group(captures, 4)),
    }
}

fn javascript(captures: &Captures<'_>) -> Frame {
    let name = group(captures, 1);
    let file = base(group(captures, 2));
    let (owner, function) = match name.rsplit_once('.') {
        Some((owner, function)) if owner != "Object" => (owner, function),
        Some((_, function)) => (file, function),
        None => (file, name),
    };
    Frame {
        owner: owner.to_owned(),
        function: function.to_owned(),
        place: format!("{file}:{}", group(captures, 3)),
    }
}

fn anonymous(captures: &Captures<'_>) -> Frame {
    let file = base(group(captures, 1));
    Frame {
        owner: file.to_owned(),
        function: "(anonymous)".to_owned(),
        place: format!("{file}:{}", group(captures, 2)),
    }
}

fn python(captures: &Captures<'_>) -> Frame {
    let file = base(group(captures, 1));
    Frame {
        owner: file.strip_suffix(".py").unwrap_or(file).to_owned(),
        function: group(captures, 3).to_owned(),
        place: format!("{file}:{}", group(captures, 2)),
    }
}

fn rust(captures: &Captures<'_>) -> Frame {
    let owner = group(captures, 1);
    Frame {
        owner: owner
            .trim_start_matches('<')
            .split(" as ")
            .next()
            .unwrap_or(owner)
            .to_owned(),
        function: group(captures, 2).to_owned(),
        place: String::new(),
    }
}

fn ruby(captures: &Captures<'_>) -> Frame {
    let file = base(group(captures, 1));
    let name = group(captures, 3);
    let name = last(name, " in ");
    let (owner, function) = match name.rsplit_once(['#', '.']) {
        Some((owner, function)) => (owner, function),
        None => (file.strip_suffix(".rb").unwrap_or(file), name),
    };
    Frame {
        owner: owner.to_owned(),
        function: function.to_owned(),
        place: format!("{file}:{}", group(captures, 2)),
    }
}

fn php(captures: &Captures<'_>) -> Frame {
    let file = base(group(captures, 1));
    let name = group(captures, 3);
    let (owner, function) = name
        .split_once("->")
        .or_else(|| name.split_once("::"))
        .unwrap_or((file.strip_suffix(".php").unwrap_or(file), name));
    Frame {
        owner: last(owner, "\\").to_owned(),
        function: function.to_owned(),
        place: format!("{file}:{}", group(captures, 2)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_is_one() {
        assert_eq!(PATTERNS.len(), 8);
        assert!(GO.is_some());
    }

    #[test]
    fn causes_are_traces_of_their_own() {
        let text = "java.lang.RuntimeException: no\n\tat a.B.c(B.java:1)\n\tat a.D.e(D.java:2)\n\
                    Caused by: java.io.IOException: gone\n\tat a.F.g(F.java:3)\n\t... 2 more\n";
        let traces = read(text);
        assert_eq!(traces.len(), 2);
        assert_eq!(traces[0].frames[0].owner, "D");
        assert_eq!(traces[1].error, "Caused by: java.io.IOException: gone");
    }
}
