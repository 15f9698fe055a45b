//! Texts that a translation has and its source lacks, put into the file that is made from the
//! source: a program may still ask for them.

use std::collections::BTreeSet;

use super::Catalogue;

/// Whether leftover texts can be put into the files of a catalogue: those that are JSON.
pub fn is_possible(catalogue: &Catalogue) -> bool {
    let format = catalogue.format();
    format.media_type() == "application/json"
        && !format.holds_every_locale()
        && serde_json::from_str::<serde::de::IgnoredAny>(catalogue.text()).is_ok()
}

/// A JSON document with more texts, each at the end of the object that it belongs to, in the layout
/// of the members before it. A text whose place is taken by something else is left out. A document
/// that is no JSON object comes back as it is. Cost: one pass over the document.
pub fn graft(document: &str, leaves: &[(Vec<String>, String)]) -> String {
    let mut root = Node::default();
    for (path, text) in leaves {
        root.insert(path, text);
    }
    let mut scan = Scan {
        text: document,
        at: 0,
        unit: indentation(document),
        edits: Vec::new(),
    };
    scan.space();
    if root.children.is_empty() || scan.object(&root, 0).is_none() {
        return document.to_owned();
    }
    let mut out = String::with_capacity(document.len() + document.len() / 8);
    let mut from = 0;
    scan.edits.sort_by_key(|(at, _)| *at);
    for (at, addition) in scan.edits {
        out.push_str(document.get(from..at).unwrap_or_default());
        out.push_str(&addition);
        from = at;
    }
    out.push_str(document.get(from..).unwrap_or_default());
    out
}

/// Texts by their keys, in the order they were given.
#[derive(Default)]
struct Node {
    text: Option<String>,
    children: Vec<(String, Node)>,
}

impl Node {
    fn insert(&mut self, path: &[String], text: &str) {
        let Some((key, rest)) = path.split_first() else {
            self.text = Some(text.to_owned());
            return;
        };
        let at = self.children.iter().position(|(it, _)| it == key);
        let at = at.unwrap_or_else(|| {
            self.children.push((key.clone(), Self::default()));
            self.children.len() - 1
        });
        if let Some((_, child)) = self.children.get_mut(at) {
            child.insert(rest, text);
        }
    }

    /// The node as JSON, its members on lines of their own if the document's are.
    fn write(&self, margin: &str, unit: &str, colon: &str, out: &mut String) {
        if let Some(text) = &self.text {
            out.push_str(&quoted(text));
            return;
        }
        let inner = format!("{margin}{unit}");
        let (open, close) = if unit.is_empty() {
            (String::new(), String::new())
        } else {
            (format!("\n{inner}"), format!("\n{margin}"))
        };
        out.push('{');
        for (at, (key, child)) in self.children.iter().enumerate() {
            out.push_str(if at > 0 { "," } else { "" });
            out.push_str(&open);
            out.push_str(&quoted(key));
            out.push_str(colon);
            child.write(&inner, unit, colon, out);
        }
        out.push_str(&close);
        out.push('}');
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// What the document indents by; nothing if it is on one line.
fn indentation(document: &str) -> String {
    let mut lines = document.lines().skip(1).filter(|it| !it.trim().is_empty());
    lines.next().map_or_else(String::new, |line| {
        let body = line.trim_start();
        line.get(..line.len() - body.len())
            .unwrap_or_default()
            .to_owned()
    })
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    unit: String,
    /// What to put where.
    edits: Vec<(usize, String)>,
}

/// Deepest nesting that is followed.
const DEEPEST: usize = 200;

impl Scan<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while self.peek().is_some_and(|it| it.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn byte(&mut self, wanted: u8) -> Option<()> {
        (self.peek()? == wanted).then(|| self.at += 1)
    }

    /// Goes through an object, and notes what is to be put at its end. `None` if it is none.
    fn object(&mut self, node: &Node, depth: usize) -> Option<()> {
        self.byte(b'{').filter(|()| depth < DEEPEST)?;
        let mut seen = BTreeSet::new();
        let mut separator = String::new();
        let mut colon = String::from(": ");
        let mut end = None;
        let mut from = self.at;
        loop {
            self.space();
            if self.peek()? == b'}' {
                break;
            }
            self.text.get(from..self.at)?.clone_into(&mut separator);
            let key = self.string()?;
            let key: String = serde_json::from_str(key).ok()?;
            let before = self.at;
            self.space();
            self.byte(b':')?;
            self.space();
            self.text.get(before..self.at)?.clone_into(&mut colon);
            let child = node.children.iter().find(|(it, _)| *it == key);
            match child {
                Some((_, child)) if self.peek()? == b'{' && child.text.is_none() => {
                    self.object(child, depth + 1)?;
                }
                _ => self.value()?,
            }
            seen.insert(key);
            end = Some(self.at);
            self.space();
            if self.peek()? == b',' {
                self.at += 1;
            }
            from = self.at;
        }
        let margin = separator.rsplit_once('\n').map_or("", |(_, it)| it);
        let unit = if separator.contains('\n') {
            self.unit.as_str()
        } else {
            ""
        };
        let mut addition = String::new();
        for (key, child) in &node.children {
            if seen.contains(key) {
                continue;
            }
            if end.is_some() || !addition.is_empty() {
                addition.push(',');
            }
            addition.push_str(&separator);
            addition.push_str(&quoted(key));
            addition.push_str(&colon);
            child.write(margin, unit, &colon, &mut addition);
        }
        if !addition.is_empty() {
            self.edits.push((end.unwrap_or(from), addition));
        }
        self.byte(b'}')
    }

    /// A string, its quotes included.
    fn string(&mut self) -> Option<&str> {
        let from = self.at;
        self.byte(b'"')?;
        loop {
            match self.peek()? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        self.text.get(from..self.at)
    }

    fn value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => {
                    self.string()?;
                }
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                b',' | b'}' | b']' if depth == 0 => return Some(()),
                it if depth == 0 && it.is_ascii_whitespace() => return Some(()),
                _ => self.at += 1,
            }
            if depth == 0 && matches!(self.peek(), None | Some(b',' | b'}' | b']')) {
                return Some(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn leaf(path: &[&str], text: &str) -> (Vec<String>, String) {
        (
            path.iter().map(|it| (*it).to_owned()).collect(),
            text.to_owned(),
        )
    }

    #[test]
    fn texts_go_to_the_end_of_their_object_in_its_layout() {
        let document = "{\n  \"a\": {\n    \"x\": \"1\"\n  },\n  \"b\": \"2\"\n}\n";
        let leaves = [
            leaf(&["a", "old"], "alt \"so\""),
            leaf(&["c", "d", "e"], "neu"),
            leaf(&["f"], "z"),
        ];
        assert_eq!(
            graft(document, &leaves),
            "{\n  \"a\": {\n    \"x\": \"1\",\n    \"old\": \"alt \\\"so\\\"\"\n  },\n  \"b\": \"2\",\n  \"c\": {\n    \"d\": {\n      \"e\": \"neu\"\n    }\n  },\n  \"f\": \"z\"\n}\n"
        );
        assert_eq!(
            graft(r#"{"a":"1"}"#, &[leaf(&["b", "c"], "2")]),
            r#"{"a":"1","b":{"c":"2"}}"#
        );
    }

    #[test]
    fn a_place_that_is_taken_stays_as_it_is() {
        let document = r#"{"a": "1", "b": {"c": 2}}"#;
        assert_eq!(
            graft(document, &[leaf(&["a", "x"], "y"), leaf(&["b"], "z")]),
            document
        );
        assert_eq!(graft("[1, 2", &[leaf(&["a"], "b")]), "[1, 2");
    }

    proptest! {
        #[test]
        fn what_is_put_in_is_there_and_all_else_stays(
            keys in proptest::collection::btree_map("[a-c\"\\\\ü]{1,2}", "[a-z{},:\"\\\\]{0,6}", 0..5),
            more in proptest::collection::vec(
                (proptest::collection::vec("[d-f]", 1..3), "[ -~]{0,6}"), 1..5),
            pretty in any::<bool>(),
        ) {
            let document = if pretty {
                serde_json::to_string_pretty(&keys).unwrap()
            } else {
                serde_json::to_string(&keys).unwrap()
            };
            let grafted = graft(&document, &more);
            let read: serde_json::Value = serde_json::from_str(&grafted).unwrap();
            for (key, text) in &keys {
                prop_assert_eq!(read.get(key).and_then(|it| it.as_str()), Some(text.as_str()));
            }
            if let Some((path, text)) = more.first() {
                let others = more.iter().skip(1).any(|(it, _)| {
                    it.starts_with(path) || path.starts_with(it)
                });
                if !others {
                    let pointer = format!("/{}", path.join("/"));
                    prop_assert_eq!(
                        read.pointer(&pointer).and_then(|it| it.as_str()),
                        Some(text.as_str())
                    );
                }
            }
        }
    }
}
