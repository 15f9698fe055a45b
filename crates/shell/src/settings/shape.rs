//! The shapes that values of settings have: checked, and shown to people.

use serde_json::{Map, Value};

/// The longest text, in bytes.
const LONGEST_TEXT: usize = 4_000;
/// The most entries of a list or a table.
const MOST_ENTRIES: usize = 20_000;

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

/// Why a value does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It is neither true nor false.
    NoFlag,
    /// It is none of the words that it may be.
    NoChoice,
    /// Dollars are a text such as `0.50`, or null.
    NoDollars,
    /// Tokens are a whole number, or null.
    NoTokens,
    /// A price is a number of 0 or more, or null.
    NoPrice,
    /// It is no text.
    NoText,
    /// A text of it is too long.
    LongText,
    /// A text of it holds control characters.
    ControlCharacters,
    /// A text of it is empty.
    EmptyText,
    /// One of them is no language tag.
    NoTag,
    /// It is no list.
    NoList,
    /// It has too many entries.
    ManyEntries,
    /// It is no table of names and values.
    NoTable,
    /// It has a member that is not known.
    StrangeMember,
    /// A member is missing.
    MissingMember,
    /// Its address holds more than the root of an API.
    LongAddress,
    /// Its address is none.
    NoAddress,
    /// Its address is not of the web.
    StrangeScheme,
}

impl Fault {
    /// Its name, by which words for people are chosen.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoFlag => "no-flag",
            Self::NoChoice => "no-choice",
            Self::NoDollars => "no-dollars",
            Self::NoTokens => "no-tokens",
            Self::NoPrice => "no-price",
            Self::NoText => "no-text",
            Self::LongText => "long-text",
            Self::ControlCharacters => "control-characters",
            Self::EmptyText => "empty-text",
            Self::NoTag => "no-tag",
            Self::NoList => "no-list",
            Self::ManyEntries => "many-entries",
            Self::NoTable => "no-table",
            Self::StrangeMember => "strange-member",
            Self::MissingMember => "missing-member",
            Self::LongAddress => "long-address",
            Self::NoAddress => "no-address",
            Self::StrangeScheme => "strange-scheme",
        }
    }
}

/// A value as far as people are shown it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Nothing at all.
    Nothing,
    /// It is on, or off.
    Switch(bool),
    /// One of a few words.
    Word(String),
    /// A text, or several with commas between them.
    Text(String),
    /// Where models are asked.
    Endpoint {
        /// The root of the API.
        address: String,
        /// The model.
        model: String,
    },
    /// The models of tools: each tool's name and model, with commas between them.
    Models {
        /// The tools that have one; none if no tool has.
        tools: Option<String>,
        /// The root of the API.
        address: String,
    },
    /// What a run and a day may take: those that are set, at least one.
    Limits(Vec<Limit>),
    /// So many terms.
    Terms(usize),
    /// So many options.
    Options(usize),
    /// What tokens cost.
    Prices {
        /// Those that are sent.
        input: Option<String>,
        /// Those that come.
        output: Option<String>,
    },
}

/// The most that a run or a day may take, in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Limit {
    /// Dollars a run.
    RunDollars(String),
    /// Tokens a run.
    RunTokens(String),
    /// Dollars a day.
    DayDollars(String),
    /// Tokens a day.
    DayTokens(String),
}

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
            Self::Flag => value.as_bool().map(drop).ok_or(Fault::NoFlag),
            Self::OneOf(words) => {
                let word = text(value)?;
                let is_known = words.contains(&word);
                is_known.then_some(()).ok_or(Fault::NoChoice)
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
                        return Err(Fault::NoDollars);
                    }
                }
                let mut tokens = [run_tokens, day_tokens].into_iter();
                let are_counts = tokens.all(|it| it.is_null() || it.is_u64());
                are_counts.then_some(()).ok_or(Fault::NoTokens)
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
                are_prices.then_some(()).ok_or(Fault::NoPrice)
            }
        }
    }

    /// A value of this shape, for people.
    pub(super) fn show(self, value: &Value) -> Shown {
        let given = |name: &str| value.get(name).filter(|it| !it.is_null()).map(shown);
        let member = |name: &str| given(name).unwrap_or_default();
        match self {
            Self::Flag => Shown::Switch(*value == Value::Bool(true)),
            Self::OneOf(_) => Shown::Word(shown(value)),
            Self::Text => Shown::Text(shown(value)),
            Self::Texts | Self::Tags => match value.as_array() {
                Some(items) if !items.is_empty() => {
                    Shown::Text(items.iter().map(shown).collect::<Vec<_>>().join(", "))
                }
                _ => Shown::Nothing,
            },
            Self::Endpoint => Shown::Endpoint {
                address: member("address"),
                model: member("model"),
            },
            Self::Models => {
                let tools = value.get("tools").and_then(Value::as_object);
                let tools = tools
                    .into_iter()
                    .flatten()
                    .filter(|(_, model)| **model != "");
                let tools: Vec<_> = tools
                    .map(|(tool, model)| format!("{tool} {}", shown(model)))
                    .collect();
                Shown::Models {
                    tools: (!tools.is_empty()).then(|| tools.join(", ")),
                    address: member("address"),
                }
            }
            Self::Limits => {
                let limits = [
                    given("run-dollars").map(Limit::RunDollars),
                    given("run-tokens").map(Limit::RunTokens),
                    given("day-dollars").map(Limit::DayDollars),
                    given("day-tokens").map(Limit::DayTokens),
                ];
                let set: Vec<_> = limits.into_iter().flatten().collect();
                if set.is_empty() {
                    Shown::Nothing
                } else {
                    Shown::Limits(set)
                }
            }
            Self::Terms => Shown::Terms(value.as_array().map_or(0, Vec::len)),
            Self::Choices => {
                let options = value.as_object().into_iter().flatten();
                let options = options.filter_map(|(_, of)| of.as_object());
                Shown::Options(options.map(Map::len).sum())
            }
            Self::Prices => Shown::Prices {
                input: given("input"),
                output: given("output"),
            },
        }
    }
}

fn text(value: &Value) -> Result<&str, Fault> {
    let text = value.as_str().ok_or(Fault::NoText)?;
    if text.len() > LONGEST_TEXT {
        return Err(Fault::LongText);
    }
    Ok(text)
}

/// A text in one line.
fn line(value: &Value) -> Result<(), Fault> {
    let is_line = !text(value)?.contains(char::is_control);
    is_line.then_some(()).ok_or(Fault::ControlCharacters)
}

fn filled(value: &Value) -> Result<(), Fault> {
    line(value)?;
    let is_filled = !text(value)?.trim().is_empty();
    is_filled.then_some(()).ok_or(Fault::EmptyText)
}

/// A language tag, as far as its letters go.
fn tag(value: &Value) -> Result<(), Fault> {
    let tag = text(value)?;
    let is_letter = |it: u8| it.is_ascii_alphanumeric() || it == b'-';
    let is_tag = (2..=35).contains(&tag.len()) && tag.bytes().all(is_letter);
    is_tag.then_some(()).ok_or(Fault::NoTag)
}

fn list(value: &Value) -> Result<&[Value], Fault> {
    let items = value.as_array().ok_or(Fault::NoList)?;
    if items.len() > MOST_ENTRIES {
        return Err(Fault::ManyEntries);
    }
    Ok(items)
}

fn table(value: &Value) -> Result<&Map<String, Value>, Fault> {
    let members = value.as_object().ok_or(Fault::NoTable)?;
    if members.len() > MOST_ENTRIES {
        return Err(Fault::ManyEntries);
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
        return Err(Fault::StrangeMember);
    }
    let mut found = [&Value::Null; N];
    for (place, name) in found.iter_mut().zip(names) {
        *place = members.get(name).ok_or(Fault::MissingMember)?;
    }
    Ok(found)
}

/// An API's root, as an endpoint has it: nothing in it that could carry a key.
fn address(value: &Value) -> Result<(), Fault> {
    filled(value)?;
    let address = text(value)?;
    let is_odd = |it: char| it.is_whitespace() || matches!(it, '@' | '?' | '#');
    if address.contains(is_odd) {
        return Err(Fault::LongAddress);
    }
    let (scheme, rest) = address.split_once(':').ok_or(Fault::NoAddress)?;
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
    fits.then_some(()).ok_or(Fault::StrangeScheme)
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
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
