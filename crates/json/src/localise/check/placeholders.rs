//! Placeholders: each argument of the source stands in the translation, and no other.
//!
//! A missing argument loses what the program wanted to say, an unknown one shows up raw or throws.
//! Order does not matter for named arguments, since sentences differ; arguments that are known by
//! their place alone must keep it.
//!
//! `Hello {name}` → `Hallo {Name}`: `{name}` is missing, `{Name}` is unknown.

use std::collections::BTreeMap;

use ichiban_tool::Severity;

use super::{Check, Finding, Number, Pair};
use crate::localise::message::{Braces, Kind, Message, Node};

pub(super) struct Placeholders;

/// An argument as it is used in a text.
struct Use<'a> {
    raw: &'a str,
    count: usize,
    /// The conversion of a printf argument.
    conversion: Option<char>,
}

impl Check for Placeholders {
    fn name(&self) -> &'static str {
        "placeholder"
    }

    fn check(&self, pair: &Pair<'_>, findings: &mut Vec<Finding>) {
        let source = uses(pair.source, pair.source_text);
        let target = uses(pair.target, pair.target_text);
        for (name, used) in &source {
            match target.get(name) {
                None if pair.whole.is_some_and(|it| it.optional.contains(name)) => {}
                None => findings.extend(missing(pair, name, used)),
                Some(found) => findings.extend(differs(pair, used, found)),
            }
        }
        for (name, used) in &target {
            let elsewhere = pair.whole.is_some_and(|it| it.known.contains(name));
            if !source.contains_key(name) && !elsewhere && !is_number(pair, name, used) {
                findings.push(Finding::new(
                    Severity::Error,
                    "placeholder-unknown",
                    format!("The source has no placeholder `{}`.", used.raw),
                    known(&source),
                ));
            }
        }
    }
}

/// The arguments of a text, by name.
fn uses<'a>(message: &'a Message, text: &'a str) -> BTreeMap<String, Use<'a>> {
    let mut uses: BTreeMap<String, Use<'a>> = BTreeMap::new();
    let mut place = 0;
    message.walk(&mut |node| {
        let (name, raw) = match node {
            Node::Choice(it) => (it.argument.clone(), it.argument.as_str()),
            Node::Placeholder(it) => {
                let raw = text.get(it.span.clone()).unwrap_or_default();
                let name = match it.kind {
                    Kind::Argument => it.name.clone(),
                    Kind::Reference => format!("→{}", it.name),
                    Kind::Positional => {
                        place += 1;
                        place.to_string()
                    }
                    Kind::Pound
                    | Kind::Url
                    | Kind::Email
                    | Kind::Escape
                    | Kind::Literal
                    | Kind::Quoted => return,
                };
                (name, raw)
            }
            Node::Text(_) | Node::Tag(_) => return,
        };
        let conversion = raw
            .starts_with('%')
            .then(|| raw.chars().next_back())
            .flatten();
        uses.entry(name)
            .and_modify(|it| it.count += 1)
            .or_insert(Use {
                raw,
                count: 1,
                conversion,
            });
    });
    uses
}

fn missing(pair: &Pair<'_>, name: &str, used: &Use<'_>) -> Option<Finding> {
    let severity = match &pair.number {
        Number::Form { optional, .. } if is_number(pair, name, used) => {
            if *optional {
                return None;
            }
            pair.terms.author.strict(Severity::Warning)
        }
        _ => Severity::Error,
    };
    Some(Finding::new(
        severity,
        "placeholder-missing",
        format!("The placeholder `{}` is missing.", used.raw),
        if is_quoted(pair, used.raw) {
            "In ICU MessageFormat an apostrophe before `{` makes plain text of it: write `''` or `’`."
                .to_owned()
        } else {
            format!("Put `{}` where the sentence needs it.", used.raw)
        },
    ))
}

/// Whether the translation has an argument that an apostrophe makes plain text of: `l'{name}`.
fn is_quoted(pair: &Pair<'_>, raw: &str) -> bool {
    let at = pair.target_text.find(raw);
    let before = at.and_then(|at| pair.target_text.get(..at));
    pair.terms.syntax.braces == Braces::Icu && before.is_some_and(|it| it.ends_with('\''))
}

fn differs(pair: &Pair<'_>, source: &Use<'_>, target: &Use<'_>) -> Option<Finding> {
    if let (Some(a), Some(b)) = (source.conversion, target.conversion)
        && class(a) != class(b)
    {
        return Some(Finding::new(
            Severity::Error,
            "placeholder-order",
            format!(
                "`{}` stands where the source has `{}`.",
                target.raw, source.raw
            ),
            "Keep the order, or number the arguments as in `%1$s`.",
        ));
    }
    if let (Some(a), Some(b)) = (braces(source.raw), braces(target.raw))
        && a != b
    {
        return Some(Finding::new(
            Severity::Error,
            "placeholder-form",
            format!(
                "`{}` is written `{}`, which the program does not fill in.",
                source.raw, target.raw
            ),
            format!("Write `{}` as in the source.", source.raw),
        ));
    }
    if let (Some(a), Some(b)) = (kind(pair, source.raw), kind(pair, target.raw))
        && a != b
    {
        return Some(Finding::new(
            Severity::Error,
            "placeholder-type",
            format!("`{b}` stands where the source has `{a}`."),
            format!("Write `{a}`: it is a keyword, not a word."),
        ));
    }
    // A choice repeats its arguments in every case.
    let in_choice = !pair.source.choices().is_empty() || !pair.target.choices().is_empty();
    if source.count == target.count || in_choice || pair.whole.is_some() {
        return None;
    }
    Some(Finding::new(
        pair.terms.author.strict(Severity::Warning),
        "placeholder-count",
        format!(
            "`{}` stands {} in the translation and {} in the source.",
            target.raw,
            times(target.count),
            times(source.count)
        ),
        "Use each placeholder as often as the source does.",
    ))
}

/// The type of an ICU argument: `date` in `{when, date, short}`.
fn kind<'a>(pair: &Pair<'_>, raw: &'a str) -> Option<&'a str> {
    let inner = raw.strip_prefix('{')?.strip_suffix('}')?;
    let is_icu = pair.terms.syntax.braces == Braces::Icu;
    inner.split(',').nth(1).map(str::trim).filter(|_| is_icu)
}

/// How many braces open an argument, if any does. A `$` or `#` before them may be prose; a third
/// brace tells Handlebars only that nothing is escaped.
fn braces(raw: &str) -> Option<usize> {
    let opened = raw.trim_start_matches(['$', '%', '#']);
    let braces = opened.bytes().take_while(|b| *b == b'{').count();
    (braces > 0).then_some(braces.min(2))
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{count} times"),
    }
}

/// Whether an argument is the number by which a plural form is chosen.
fn is_number(pair: &Pair<'_>, name: &str, used: &Use<'_>) -> bool {
    match &pair.number {
        Number::NotAForm => false,
        Number::Form { argument, .. } => {
            name == argument
                || used
                    .conversion
                    .is_some_and(|it| matches!(class(it), 'd' | 'f'))
        }
    }
}

/// Conversions that take the same argument.
fn class(conversion: char) -> char {
    match conversion {
        'd' | 'i' | 'u' | 'x' | 'X' | 'o' => 'd',
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' | 'a' | 'A' => 'f',
        'S' => 's',
        'C' => 'c',
        other => other,
    }
}

fn known(source: &BTreeMap<String, Use<'_>>) -> String {
    if source.is_empty() {
        return "The source has no placeholders; remove it.".to_owned();
    }
    let names: Vec<_> = source.values().map(|it| format!("`{}`", it.raw)).collect();
    format!("Use those of the source: {}.", names.join(", "))
}
