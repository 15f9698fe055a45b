//! Writing translations into a string catalogue.

use ichiban_stream::json::Node;
use serde_json::{Map, Value, json};

use super::{localization, other};
use crate::localise::format::Edit;
use crate::localise::format::json::Habits;
use crate::localise::plural::{Category, Plurals};
use crate::localise::{Catalogue, Locale, Translation};

/// A text to write: where it belongs in a localization, and itself.
struct Unit {
    /// Names from the localization to the `stringUnit`, which is not among them.
    at: Vec<String>,
    text: String,
}

/// The edits that put translations into the file. A text whose translation has the same shape as
/// before changes in its value and its state alone.
pub(super) fn edits(
    root: Node<'_>,
    catalogue: &Catalogue,
    locale: &Locale,
    translations: &[Option<&Translation>],
) -> Vec<Edit> {
    let Some(strings) = root.get("strings") else {
        return Vec::new();
    };
    let layout = Layout::of(root, catalogue.text());
    let mut edits = Vec::new();
    let all: Vec<_> = catalogue.segments().iter().zip(translations).collect();
    for group in all.chunk_by(|(a, _), (b, _)| a.path.first() == b.path.first()) {
        let Some(string) = group
            .first()
            .and_then(|(segment, _)| strings.get(segment.path.first()?))
        else {
            continue;
        };
        let is_source = Some(locale) == catalogue.locale();
        let changes = |segment: &crate::localise::Segment, it: &Translation| {
            segment.translatable && (!is_source || it.text != segment.text)
        };
        if !group
            .iter()
            .any(|(segment, it)| it.is_some_and(|it| changes(segment, it)))
        {
            continue;
        }
        let mut units = Vec::new();
        for (segment, translation) in group {
            let Some(translation) = translation else {
                continue;
            };
            let mut at = below(segment.path.get(1..).unwrap_or_default());
            let unused = segment.plural.as_ref().is_some_and(|form| {
                form.category != Category::Zero
                    && translation.text == segment.text
                    && !Plurals::of(locale, form.counting).has(form.category)
            });
            if !unused {
                units.push(Unit {
                    at: at.clone(),
                    text: translation.text.clone(),
                });
            }
            for (category, text) in &translation.forms {
                if let Some(last) = at.last_mut() {
                    category.as_str().clone_into(last);
                }
                units.push(Unit {
                    at: at.clone(),
                    text: text.clone(),
                });
            }
        }
        write(string, locale, catalogue, &units, &layout, &mut edits);
    }
    edits
}

/// A path's names as they stand in the file: `plural` and `device` are members of `variations`.
fn below(path: &[String]) -> Vec<String> {
    let mut names = Vec::new();
    for pair in path.chunks(2) {
        if pair.first().is_some_and(|it| it != "substitutions") {
            names.push("variations".to_owned());
        }
        names.extend(pair.iter().cloned());
    }
    names
}

fn write(
    string: Node<'_>,
    locale: &Locale,
    catalogue: &Catalogue,
    units: &[Unit],
    layout: &Layout,
    edits: &mut Vec<Edit>,
) {
    let Some(existing) = localization(string, locale) else {
        let source = catalogue.locale().and_then(|it| localization(string, it));
        let mut value = json!({});
        for unit in units {
            set(&mut value, source, unit);
        }
        edits.extend(match string.get("localizations") {
            Some(all) => layout.insert(all, 4, locale.as_str(), &value),
            None => layout.insert(
                string,
                3,
                "localizations",
                &json!({ locale.as_str(): value }),
            ),
        });
        return;
    };
    let found: Option<Vec<_>> = units
        .iter()
        .map(|unit| {
            let mut node = existing;
            for name in &unit.at {
                node = node.get(name)?;
            }
            let string = node.get("stringUnit")?;
            Some((string.get("state")?, string.get("value")?))
        })
        .collect();
    if let Some(found) = found {
        for (unit, (state, value)) in units.iter().zip(found) {
            if value.as_str() == Some(&unit.text) {
                continue;
            }
            for (node, text) in [(state, "translated"), (value, unit.text.as_str())] {
                if node.as_str() != Some(text) {
                    edits.push(Edit {
                        span: node.span().range(),
                        replacement: layout.habits.quote(text),
                    });
                }
            }
        }
        return;
    }
    // A translation that has forms of its own is that of its form for most numbers.
    if let [unit] = units
        && unit.at.is_empty()
        && other(existing).is_some_and(|(_, text)| text == unit.text)
    {
        return;
    }
    let source = catalogue.locale().and_then(|it| localization(string, it));
    let mut value = existing.to_value();
    for unit in units {
        if unit.at.is_empty()
            && let Value::Object(members) = &mut value
        {
            members.remove("variations");
        }
        set(&mut value, source, unit);
    }
    edits.push(Edit {
        span: existing.span().range(),
        replacement: layout.print(&value, 4),
    });
}

/// Puts a text into a localization. What a substitution has beside its forms is taken from the
/// source.
fn set(value: &mut Value, source: Option<Node<'_>>, unit: &Unit) {
    let mut node = value;
    let mut from = source;
    for (depth, name) in unit.at.iter().enumerate() {
        from = from.and_then(|it| it.get(name));
        let is_substitution = depth == 1 && unit.at.first().is_some_and(|it| it == "substitutions");
        let Value::Object(members) = node else {
            return;
        };
        if !members.contains_key(name) {
            let mut fresh = Map::new();
            for (key, member) in from
                .filter(|_| is_substitution)
                .into_iter()
                .flat_map(Node::members)
                .filter(|(key, _)| *key != "variations")
            {
                fresh.insert(key.to_owned(), member.to_value());
            }
            // A text is either one or several.
            if name == "variations" {
                members.remove("stringUnit");
            }
            members.insert(name.clone(), Value::Object(fresh));
        }
        let Some(next) = members.get_mut(name) else {
            return;
        };
        node = next;
    }
    if let Value::Object(members) = node {
        let unit = json!({ "state": "translated", "value": unit.text });
        members.insert("stringUnit".to_owned(), unit);
    }
}

/// How the file is laid out.
struct Layout {
    indent: String,
    line: &'static str,
    colon: String,
    habits: Habits,
}

impl Layout {
    fn of(root: Node<'_>, text: &str) -> Self {
        let first = root.members().next().map(|(_, it)| it);
        let key = first.and_then(Node::key_span);
        let (start, end) = key.map_or((0, 0), |it| (it.range().start, it.range().end));
        let before = text.get(root.span().range().start + 1..start);
        let before = before.unwrap_or_default();
        let value = first.map_or(end, |it| it.span().range().start);
        Self {
            indent: before.trim_start_matches(['\r', '\n']).to_owned(),
            line: match before {
                it if it.contains("\r\n") => "\r\n",
                it if it.contains('\n') => "\n",
                _ => "",
            },
            colon: text.get(end..value).unwrap_or(":").to_owned(),
            habits: Habits::of(text),
        }
    }

    /// The edit that adds a member to an object whose members stand at a depth: where the order of
    /// names wants it.
    fn insert(&self, object: Node<'_>, depth: usize, name: &str, value: &Value) -> Option<Edit> {
        let margin = self.indent.repeat(depth);
        let (line, quoted) = (self.line, self.habits.quote(name));
        let member = format!("{quoted}{}{}", self.colon, self.print(value, depth));
        let later = object.members().find(|(key, _)| *key > name);
        let (at, replacement) = if let Some((_, later)) = later {
            let at = later.key_span()?.range().start;
            (at..at, format!("{member},{line}{margin}"))
        } else if let Some((_, last)) = object.members().last() {
            let at = last.span().range().end;
            (at..at, format!(",{line}{margin}{member}"))
        } else {
            let outer = self.indent.repeat(depth.saturating_sub(1));
            let text = format!("{{{line}{margin}{member}{line}{outer}}}");
            (object.span().range(), text)
        };
        Some(Edit {
            span: at,
            replacement,
        })
    }

    /// A value whose own line is at a depth, names in order.
    fn print(&self, value: &Value, depth: usize) -> String {
        match value {
            Value::Object(members) => {
                let (line, margin) = (self.line, self.indent.repeat(depth + 1));
                let mut names: Vec<_> = members.iter().collect();
                names.sort_by_key(|(name, _)| name.as_str());
                let lines: Vec<_> = names
                    .into_iter()
                    .map(|(name, value)| {
                        let name = self.habits.quote(name);
                        format!(
                            "{margin}{name}{}{}",
                            self.colon,
                            self.print(value, depth + 1)
                        )
                    })
                    .collect();
                let lines = lines.join(&format!(",{line}"));
                format!("{{{line}{lines}{line}{}}}", self.indent.repeat(depth))
            }
            Value::String(text) => self.habits.quote(text),
            other => other.to_string(),
        }
    }
}
