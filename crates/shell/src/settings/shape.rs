//! The shapes that values of settings have: checked, and shown to people.

use serde_json::{Map, Value};

/// The longest text, in bytes.
const LONGEST_TEXT: usize = 4_000;
/// The most entries of a list or a table.
const MOST_ENTRIES: usize = 20_000;
/// As much of a value is shown, in characters.
const SHOWN: usize = 120;

/// A shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// On or off.
    Flag,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A text that is not empty.
    Text,
    /// A list of texts.
    Texts,
    /// A list of language tags (BCP 47).
    Tags,
    /// Where models are asked: address, wire, model.
    Endpoint,
    /// The address of an endpoint, and the models of its tools.
    Models,
    /// US dollars and tokens, for a run and for a day; none where `null` stands.
    Limits,
    /// A list of terms, each with whether it is kept and what it is in each locale.
    Terms,
    /// Options and their values, by what they are options of.
    Choices,
    /// Amounts; none where `null` stands.
    Prices,
}

/// Why a value does not fit, for the end of a sentence. Never the value.
type Fault = &'static str;

impl Shape {
    /// The members of an endpoint.
    pub(super) const ENDPOINT: [&str; 3] = ["address", "wire", "model"];
    const MODELS: [&str; 2] = ["address", "tools"];
    const LIMITS: [&str; 4] = ["run-dollars", "run-tokens", "day-dollars", "day-tokens"];
    const TERM: [&str; 3] = ["term", "keep", "translations"];
    const PRICES: [&str; 2] = ["input", "output"];

    /// Whether a value has this shape.
    pub(super) fn check(self, value: &Value) -> Result<(), Fault> {
        match self {
            Self::Flag => value
                .as_bool()
                .map(drop)
                .ok_or("it is neither true nor false"),
            Self::OneOf(words) => {
                let word = text(value)?;
                let is_known = words.contains(&word);
                is_known.then_some(()).ok_or("it is none of the choices")
            }
            Self::Text => filled(value),
            Self::Texts => list(value)?.iter().try_for_each(filled),
            Self::Tags => list(value)?.iter().try_for_each(tag),
            Self::Endpoint => {
                let [place, wire, model] = members(value, Self::ENDPOINT)?;
                address(place)?;
                filled(wire)?;
                filled(model)
            }
            Self::Models => {
                let [place, tools] = members(value, Self::MODELS)?;
                address(place)?;
                table(tools)?.values().try_for_each(line)
            }
            Self::Limits => {
                let [run_dollars, run_tokens, day_dollars, day_tokens] =
                    members(value, Self::LIMITS)?;
                for dollars in [run_dollars, day_dollars] {
                    if !dollars.is_null() && !is_amount(text(dollars)?) {
                        return Err("dollars are a text such as \"0.50\", or null");
                    }
                }
                let mut tokens = [run_tokens, day_tokens].into_iter();
                let are_counts = tokens.all(|it| it.is_null() || it.is_u64());
                are_counts
                    .then_some(())
                    .ok_or("tokens are a whole number, or null")
            }
            Self::Terms => list(value)?.iter().try_for_each(|entry| {
                let [term, keep, translations] = members(entry, Self::TERM)?;
                text(term)?;
                Self::Flag.check(keep)?;
                let mut translations = table(translations)?.values();
                translations.try_for_each(|it| text(it).map(drop))
            }),
            Self::Choices => {
                let mut options = table(value)?.values();
                options.try_for_each(|of| table(of)?.values().try_for_each(|it| text(it).map(drop)))
            }
            Self::Prices => {
                let prices = members(value, Self::PRICES)?;
                let is_price = |it: &&Value| {
                    it.is_null() || it.as_f64().is_some_and(|it| it.is_finite() && it >= 0.0)
                };
                let are_prices = prices.iter().all(is_price);
                are_prices
                    .then_some(())
                    .ok_or("a price is a number of 0 or more, or null")
            }
        }
    }

    /// A value of this shape, for people.
    pub(super) fn show(self, value: &Value) -> String {
        let member = |name: &str| shown(value.get(name).unwrap_or(&Value::Null));
        let whole = match self {
            Self::Flag if *value == Value::Bool(true) => "on".to_owned(),
            Self::Flag => "off".to_owned(),
            Self::OneOf(_) | Self::Text => shown(value),
            Self::Texts | Self::Tags => match value.as_array() {
                Some(items) if !items.is_empty() => {
                    items.iter().map(shown).collect::<Vec<_>>().join(", ")
                }
                _ => "none".to_owned(),
            },
            Self::Endpoint => format!("{}, model {}", member("address"), member("model")),
            Self::Models => {
                let tools = value.get("tools").and_then(Value::as_object);
                let tools = tools
                    .into_iter()
                    .flatten()
                    .filter(|(_, model)| **model != "");
                let tools: Vec<_> = tools
                    .map(|(tool, model)| format!("{tool} {}", shown(model)))
                    .collect();
                let tools = if tools.is_empty() {
                    "none".to_owned()
                } else {
                    tools.join(", ")
                };
                format!("{tools} at {}", member("address"))
            }
            Self::Limits => {
                let limits = [
                    ("run-dollars", "$", " a run"),
                    ("run-tokens", "", " tokens a run"),
                    ("day-dollars", "$", " a day"),
                    ("day-tokens", "", " tokens a day"),
                ];
                let set = limits
                    .iter()
                    .filter(|(name, ..)| value.get(*name).is_some_and(|it| !it.is_null()));
                let set: Vec<_> = set
                    .map(|(name, before, after)| format!("{before}{}{after}", member(name)))
                    .collect();
                if set.is_empty() {
                    "none".to_owned()
                } else {
                    set.join(", ")
                }
            }
            Self::Terms => count(value.as_array().map_or(0, Vec::len), "term", "terms"),
            Self::Choices => {
                let options = value.as_object().into_iter().flatten();
                let options = options.filter_map(|(_, of)| of.as_object());
                count(options.map(Map::len).sum(), "option", "options")
            }
            Self::Prices => format!("{} in, {} out", member("input"), member("output")),
        };
        cut(&whole)
    }
}

fn text(value: &Value) -> Result<&str, Fault> {
    let text = value.as_str().ok_or("it is no text")?;
    if text.len() > LONGEST_TEXT {
        return Err("a text of it is too long");
    }
    Ok(text)
}

/// A text in one line.
fn line(value: &Value) -> Result<(), Fault> {
    let is_line = !text(value)?.contains(char::is_control);
    is_line
        .then_some(())
        .ok_or("a text of it holds control characters")
}

fn filled(value: &Value) -> Result<(), Fault> {
    line(value)?;
    let is_filled = !text(value)?.trim().is_empty();
    is_filled.then_some(()).ok_or("a text of it is empty")
}

/// A language tag, as far as its letters go.
fn tag(value: &Value) -> Result<(), Fault> {
    let tag = text(value)?;
    let is_letter = |it: u8| it.is_ascii_alphanumeric() || it == b'-';
    let is_tag = (2..=35).contains(&tag.len()) && tag.bytes().all(is_letter);
    is_tag
        .then_some(())
        .ok_or("one of them is no language tag, such as pt-BR")
}

fn list(value: &Value) -> Result<&[Value], Fault> {
    let items = value.as_array().ok_or("it is no list")?;
    if items.len() > MOST_ENTRIES {
        return Err("it has too many entries");
    }
    Ok(items)
}

fn table(value: &Value) -> Result<&Map<String, Value>, Fault> {
    let members = value
        .as_object()
        .ok_or("it is no table of names and values")?;
    if members.len() > MOST_ENTRIES {
        return Err("it has too many entries");
    }
    Ok(members)
}

/// The members of a table that has these and no others.
fn members<'a, const N: usize>(
    value: &'a Value,
    names: [&str; N],
) -> Result<[&'a Value; N], Fault> {
    let members = table(value)?;
    if members.len() > N {
        return Err("it has a member that is not known");
    }
    let mut found = [&Value::Null; N];
    for (place, name) in found.iter_mut().zip(names) {
        *place = members.get(name).ok_or("a member is missing")?;
    }
    Ok(found)
}

/// An API's root, as an endpoint has it: nothing in it that could carry a key.
fn address(value: &Value) -> Result<(), Fault> {
    filled(value)?;
    let address = text(value)?;
    let is_odd = |it: char| it.is_whitespace() || matches!(it, '@' | '?' | '#');
    if address.contains(is_odd) {
        return Err("its address holds more than the root of an API");
    }
    let (scheme, rest) = address.split_once(':').ok_or("its address is none")?;
    let is_web = ["http", "https"]
        .iter()
        .any(|it| scheme.eq_ignore_ascii_case(it));
    let is_host = rest
        .strip_prefix("//")
        .is_some_and(|it| !it.is_empty() && !it.starts_with('/'));
    let fits = if is_web {
        is_host
    } else {
        scheme == "on-device"
    };
    fits.then_some(())
        .ok_or("its address begins neither with https:// nor with http://")
}

/// Whether a text is an amount of dollars.
fn is_amount(text: &str) -> bool {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let are_digits =
        |it: &str| !it.is_empty() && it.len() <= 12 && it.bytes().all(|it| it.is_ascii_digit());
    are_digits(whole) && are_digits(part)
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => "none".to_owned(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// As much as is shown.
fn cut(text: &str) -> String {
    if text.chars().nth(SHOWN).is_none() {
        return text.to_owned();
    }
    let mut shown: String = text.chars().take(SHOWN).collect();
    shown.push('…');
    shown
}
