//! What left the page for a model: one entry a request, and lists of them to take away.
//!
//! An entry holds no key: neither headers nor the path and query of an address come near one, and of
//! a failure it holds the name, not the provider's words.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::budget::Spent;

/// A request that was sent, and what became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// When it was sent, in milliseconds since 1970 (UTC).
    pub at_ms: u64,
    /// To whom: scheme, host and port.
    pub to: String,
    /// For which tool.
    pub tool: String,
    /// Which model was asked; empty for a list of models.
    pub model: String,
    /// What of the input was in it, in words.
    pub held: String,
    /// The size of its body, in bytes.
    pub bytes: u64,
    /// Tokens of the question.
    pub input_tokens: u64,
    /// Tokens of the answer, as far as it came.
    pub output_tokens: u64,
    /// Whether the server has counted the tokens; if not, they are estimates.
    pub is_counted: bool,
    /// What it has cost in millionths of a US dollar, if the price is known.
    pub cost: Option<u64>,
    /// How it ended: `complete`, `length`, `refused`, `cut-off`, `stopped` or a failure's name.
    pub ending: String,
    /// From the request to the answer's head, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_byte_ms: Option<u32>,
    /// From the request to the first of the answer's words, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_token_ms: Option<u32>,
    /// From the question of its run to the first of the answer on the screen, in milliseconds; in one
    /// entry of a run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_paint_ms: Option<u32>,
    /// From the request to its end, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole_ms: Option<u32>,
    /// The run that it belonged to, as its page counted them.
    #[serde(default)]
    pub run: u32,
}

/// What several entries come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// How many there are.
    pub requests: u64,
    /// Their bodies' bytes.
    pub bytes: u64,
    /// Tokens of the questions.
    pub input_tokens: u64,
    /// Tokens of the answers.
    pub output_tokens: u64,
    /// What those have cost whose price is known.
    pub cost: u64,
    /// How many have no known price.
    pub unpriced: u64,
    /// Whether some of the tokens are estimates.
    pub is_estimate: bool,
}

impl Totals {
    /// The totals of these entries.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        let mut totals = Self::default();
        for entry in entries {
            totals.requests += 1;
            totals.bytes = totals.bytes.saturating_add(entry.bytes);
            totals.input_tokens = totals.input_tokens.saturating_add(entry.input_tokens);
            totals.output_tokens = totals.output_tokens.saturating_add(entry.output_tokens);
            totals.cost = totals.cost.saturating_add(entry.cost.unwrap_or_default());
            totals.unpriced += u64::from(entry.cost.is_none());
            totals.is_estimate |= !entry.is_counted && entry.input_tokens > 0;
        }
        totals
    }
}

impl Entry {
    /// What of a budget it has used up. What costs nothing uses up nothing.
    pub fn spent(&self) -> Spent {
        if self.cost == Some(0) {
            return Spent::default();
        }
        Spent {
            money: self.cost.unwrap_or_default(),
            tokens: self.input_tokens.saturating_add(self.output_tokens),
        }
    }

    /// Tokens of the answer in a second, from the first on; none if that was not measured or is too
    /// short to tell.
    pub fn tokens_per_second(&self) -> Option<f64> {
        let lasted_ms = self.whole_ms?.checked_sub(self.first_token_ms?)?;
        // A count of tokens is far below 2^53.
        #[expect(clippy::cast_precision_loss)]
        let tokens = self.output_tokens as f64;
        (lasted_ms >= 20 && self.output_tokens > 1).then(|| tokens * 1_000.0 / f64::from(lasted_ms))
    }

    /// Whether every word of `search` occurs in it, whatever the case.
    pub fn matches(&self, search: &str) -> bool {
        let text = [&self.to, &self.tool, &self.model, &self.held, &self.ending]
            .map(|text| text.to_lowercase())
            .join("\n");
        let search = search.to_lowercase();
        search.split_whitespace().all(|word| text.contains(word))
    }
}

/// Entries as JSON, an object a line.
pub fn to_json(entries: &[Entry]) -> String {
    let lines: Vec<_> = entries
        .iter()
        // Plain data with names for keys: every one can be written.
        .filter_map(|entry| serde_json::to_string(entry).ok())
        .collect();
    format!("[\n{}\n]\n", lines.join(",\n"))
}

/// Entries as CSV (RFC 4180) with a line of headings; times as ISO 8601, money in US dollars.
pub fn to_csv(entries: &[Entry]) -> String {
    let mut csv = String::from(
        "time,to,tool,model,held,bytes,input tokens,output tokens,counted by,cost (USD),ending,first byte (ms),first token (ms),first paint (ms),whole (ms)\r\n",
    );
    for entry in entries {
        let cost = entry.cost.map_or_else(String::new, |cost| {
            format!("{}.{:06}", cost / 1_000_000, cost % 1_000_000)
        });
        // Writing to a string cannot fail.
        let _ = write!(
            csv,
            "{},{},{},{},{},{},{},{},{},{cost},{},{},{},{},{}\r\n",
            iso_time(entry.at_ms),
            field(&entry.to),
            field(&entry.tool),
            field(&entry.model),
            field(&entry.held),
            entry.bytes,
            entry.input_tokens,
            entry.output_tokens,
            if entry.is_counted {
                "server"
            } else {
                "estimate"
            },
            field(&entry.ending),
            span(entry.first_byte_ms),
            span(entry.first_token_ms),
            span(entry.first_paint_ms),
            span(entry.whole_ms),
        );
    }
    csv
}

fn span(milliseconds: Option<u32>) -> String {
    milliseconds.map_or_else(String::new, |it| it.to_string())
}

/// A field of CSV. One that a spreadsheet would take for a formula is kept from being one.
fn field(text: &str) -> String {
    let mut text = text.to_owned();
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        text.insert(0, '\'');
    }
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

/// A time as `2026-11-28T05:06:07Z`.
pub fn iso_time(at_ms: u64) -> String {
    let seconds = at_ms / 1000;
    let (days, rest) = (seconds / 86_400, seconds % 86_400);
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// The day in the proleptic Gregorian calendar, by Howard Hinnant's `civil_from_days`, for days
/// since 1970-01-01.
fn civil(days: u64) -> (u64, u64, u64) {
    let shifted = days.saturating_add(719_468);
    let (era, of_era) = (shifted / 146_097, shifted % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + u64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        Entry {
            at_ms: 1_795_842_367_000,
            to: "https://api.openai.com".to_owned(),
            tool: "Translate".to_owned(),
            model: "gpt-5.4".to_owned(),
            held: "texts of en.json, to German".to_owned(),
            bytes: 2_048,
            input_tokens: 600,
            output_tokens: 200,
            is_counted: true,
            cost: Some(4_500),
            ending: "complete".to_owned(),
            first_byte_ms: Some(120),
            first_token_ms: Some(400),
            first_paint_ms: Some(430),
            whole_ms: None,
            run: 3,
        }
    }

    #[test]
    fn totals_say_what_is_not_known() {
        let unpriced = Entry {
            cost: None,
            is_counted: false,
            ..entry()
        };
        let totals = Totals::of(&[entry(), unpriced]);
        assert_eq!(totals.requests, 2);
        assert_eq!(totals.input_tokens, 1_200);
        assert_eq!(totals.cost, 4_500);
        assert_eq!(totals.unpriced, 1);
        assert!(totals.is_estimate);
        assert!(!Totals::of(&[entry()]).is_estimate);
    }

    #[test]
    fn what_is_free_uses_up_no_budget() {
        let free = Entry {
            cost: Some(0),
            ..entry()
        };
        assert_eq!(free.spent(), Spent::default());
        assert_eq!(
            entry().spent(),
            Spent {
                money: 4_500,
                tokens: 800
            }
        );
    }

    #[test]
    fn an_entry_is_found_by_its_words() {
        assert!(entry().matches("german OPENAI"));
        assert!(entry().matches(""));
        assert!(!entry().matches("german anthropic"));
    }

    #[test]
    fn times_are_those_of_the_calendar() {
        assert_eq!(iso_time(0), "1970-01-01T00:00:00Z");
        assert_eq!(iso_time(951_827_696_000), "2000-02-29T12:34:56Z");
        assert_eq!(iso_time(1_795_842_367_000), "2026-11-28T05:06:07Z");
        assert_eq!(iso_time(4_107_542_399_999), "2100-02-28T23:59:59Z");
    }

    #[test]
    fn csv_quotes_and_holds_no_formula() {
        let odd = Entry {
            held: "=1+1, \"x\"".to_owned(),
            cost: None,
            ..entry()
        };
        let csv = to_csv(&[entry(), odd]);
        let lines: Vec<_> = csv.split("\r\n").collect();
        assert_eq!(
            lines[1],
            "2026-11-28T05:06:07Z,https://api.openai.com,Translate,gpt-5.4,\
             \"texts of en.json, to German\",2048,600,200,server,0.004500,complete,120,400,430,"
        );
        assert!(lines[2].contains(r#""'=1+1, ""x""""#), "{}", lines[2]);
        assert_eq!(lines.len(), 4);
    }

    #[test]
    fn entries_of_before_times_were_measured_are_read() {
        let json = r#"[{"at_ms":1,"to":"","tool":"","model":"","held":"","bytes":0,"input_tokens":0,"output_tokens":0,"is_counted":false,"cost":null,"ending":""}]"#;
        let read: Vec<Entry> = serde_json::from_str(json).unwrap();
        assert_eq!(read[0].first_byte_ms, None);
    }

    #[test]
    fn json_is_read_back() {
        let entries = vec![entry(), entry()];
        assert_eq!(
            serde_json::from_str::<Vec<Entry>>(&to_json(&entries)).unwrap(),
            entries
        );
        assert_eq!(
            serde_json::from_str::<Vec<Entry>>(&to_json(&[])).unwrap(),
            []
        );
    }
}
