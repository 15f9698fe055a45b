//! What tokens cost, as the providers published it on a day.
//!
//! Prices change; each row says when it was read and where the current ones are. A model that others
//! serve too, at prices of their own, has no row: what is not known is not guessed at. Rates that
//! depend on the prompt's length are those of short prompts.

use crate::Usage;

/// The price of a model's tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Price {
    /// The model's name, without a date.
    pub model: &'static str,
    /// Millionths of a US dollar for a million tokens of the question.
    pub input: u64,
    /// The same for those that a prompt cache served.
    pub cached_input: u64,
    /// The same for the answer, reasoning included.
    pub output: u64,
    /// The day it was read, as `YYYY-MM-DD`.
    pub as_of: &'static str,
    /// The provider's page of current prices.
    pub source: &'static str,
}

/// A provider's page, and the day it was read.
struct Page {
    source: &'static str,
    as_of: &'static str,
}

impl Page {
    const fn read(&self, model: &'static str, input: u64, cached_input: u64, output: u64) -> Price {
        Price {
            model,
            input,
            cached_input,
            output,
            as_of: self.as_of,
            source: self.source,
        }
    }
}

const OPENAI: Page = Page {
    source: "https://openai.com/api/pricing",
    as_of: "2026-04-30",
};
/// Models of before, whose prices have stood since.
const OPENAI_BEFORE: Page = Page {
    as_of: "2025-11-30",
    ..OPENAI
};
/// From copies of the page and of the models' own pages there, of different days in 2026; others who
/// keep such a table compared all of it with the page on this day (`kurofune/claudit` v1.9.2).
const ANTHROPIC: Page = Page {
    source: "https://platform.claude.com/docs/en/about-claude/pricing",
    as_of: "2026-10-24",
};
const GEMINI: Page = Page {
    source: "https://ai.google.dev/gemini-api/docs/pricing",
    as_of: "2026-04-30",
};
const GEMINI_BEFORE: Page = Page {
    as_of: "2025-11-30",
    ..GEMINI
};
const DEEPSEEK: Page = Page {
    source: "https://api-docs.deepseek.com/quick_start/pricing",
    as_of: "2026-04-30",
};
const MISTRAL: Page = Page {
    source: "https://mistral.ai/pricing#api-pricing",
    as_of: "2025-11-30",
};
const XAI: Page = Page {
    source: "https://docs.x.ai/docs/models",
    as_of: "2025-11-30",
};

/// Every price, by provider.
pub static PRICES: &[Price] = &[
    OPENAI.read("gpt-5.5", 5_000_000, 500_000, 30_000_000),
    OPENAI.read("gpt-5.5-pro", 30_000_000, 3_000_000, 180_000_000),
    OPENAI.read("gpt-5.4", 2_500_000, 250_000, 15_000_000),
    OPENAI.read("gpt-5.4-pro", 30_000_000, 3_000_000, 180_000_000),
    OPENAI.read("gpt-5.4-mini", 750_000, 75_000, 4_500_000),
    OPENAI.read("gpt-5.4-nano", 200_000, 20_000, 1_250_000),
    OPENAI_BEFORE.read("gpt-5.1", 1_250_000, 125_000, 10_000_000),
    OPENAI_BEFORE.read("gpt-5", 1_250_000, 125_000, 10_000_000),
    OPENAI_BEFORE.read("gpt-5-mini", 250_000, 25_000, 2_000_000),
    OPENAI_BEFORE.read("gpt-5-nano", 50_000, 5_000, 400_000),
    OPENAI_BEFORE.read("gpt-4.1", 2_000_000, 500_000, 8_000_000),
    OPENAI_BEFORE.read("gpt-4.1-mini", 400_000, 100_000, 1_600_000),
    OPENAI_BEFORE.read("gpt-4.1-nano", 100_000, 25_000, 400_000),
    OPENAI_BEFORE.read("gpt-4o", 2_500_000, 1_250_000, 10_000_000),
    OPENAI_BEFORE.read("gpt-4o-mini", 150_000, 75_000, 600_000),
    OPENAI_BEFORE.read("o3", 2_000_000, 500_000, 8_000_000),
    OPENAI_BEFORE.read("o4-mini", 1_100_000, 275_000, 4_400_000),
    ANTHROPIC.read("claude-fable-5-1", 10_000_000, 250_000, 50_000_000),
    ANTHROPIC.read("claude-fable-5", 10_000_000, 1_000_000, 50_000_000),
    ANTHROPIC.read("claude-opus-5-5", 4_000_000, 200_000, 20_000_000),
    ANTHROPIC.read("claude-opus-5", 5_000_000, 500_000, 25_000_000),
    ANTHROPIC.read("claude-opus-4-8", 5_000_000, 500_000, 25_000_000),
    ANTHROPIC.read("claude-opus-4-7", 5_000_000, 500_000, 25_000_000),
    ANTHROPIC.read("claude-opus-4-6", 5_000_000, 500_000, 25_000_000),
    ANTHROPIC.read("claude-opus-4-5", 5_000_000, 500_000, 25_000_000),
    ANTHROPIC.read("claude-opus-4-1", 15_000_000, 1_500_000, 75_000_000),
    ANTHROPIC.read("claude-opus-4", 15_000_000, 1_500_000, 75_000_000),
    ANTHROPIC.read("claude-sonnet-5-5", 2_000_000, 100_000, 10_000_000),
    ANTHROPIC.read("claude-sonnet-5", 2_000_000, 200_000, 10_000_000),
    ANTHROPIC.read("claude-sonnet-4-6", 3_000_000, 300_000, 15_000_000),
    ANTHROPIC.read("claude-sonnet-4-5", 3_000_000, 300_000, 15_000_000),
    ANTHROPIC.read("claude-sonnet-4", 3_000_000, 300_000, 15_000_000),
    ANTHROPIC.read("claude-haiku-5-5", 100_000, 10_000, 500_000),
    ANTHROPIC.read("claude-haiku-4-5", 1_000_000, 100_000, 5_000_000),
    GEMINI.read("gemini-3.1-pro", 2_000_000, 200_000, 12_000_000),
    GEMINI.read("gemini-3.1-flash-lite", 250_000, 25_000, 1_500_000),
    GEMINI_BEFORE.read("gemini-2.5-pro", 1_250_000, 125_000, 10_000_000),
    GEMINI_BEFORE.read("gemini-2.5-flash", 300_000, 30_000, 2_500_000),
    GEMINI_BEFORE.read("gemini-2.5-flash-lite", 100_000, 10_000, 400_000),
    DEEPSEEK.read("deepseek-v4-flash", 140_000, 2_800, 280_000),
    DEEPSEEK.read("deepseek-v4-pro", 435_000, 3_625, 870_000),
    MISTRAL.read("mistral-medium", 400_000, 400_000, 2_000_000),
    MISTRAL.read("mistral-small", 100_000, 100_000, 300_000),
    XAI.read("grok-4", 3_000_000, 750_000, 15_000_000),
    XAI.read("grok-4-fast", 200_000, 50_000, 500_000),
    XAI.read("grok-4-1-fast", 200_000, 50_000, 500_000),
];

/// The price of a model, whatever the case of its name, with or without the provider before it
/// (`anthropic/…`, `models/…`) and a version behind it (`-2026-03-05`, `-latest`, `-preview`).
/// `None` if it is not known: another member of a family (`gpt-4o-mini-audio`) may cost something
/// else.
pub fn of_model(name: &str) -> Option<&'static Price> {
    let name = name.trim().to_ascii_lowercase();
    let name = name.rsplit('/').next().unwrap_or(&name);
    PRICES
        .iter()
        .filter(|price| name.strip_prefix(price.model).is_some_and(is_version))
        .max_by_key(|price| price.model.len())
}

/// Whether nothing but a version is left of a model's name.
fn is_version(rest: &str) -> bool {
    rest.is_empty()
        || rest.strip_prefix(['-', '@']).is_some_and(|version| {
            version.split('-').all(|part| {
                matches!(part, "latest" | "preview")
                    // A date, a month or a day, and not the next version (`4-5`).
                    || (part.len() > 1 && part.bytes().all(|it| it.is_ascii_digit()))
            })
        })
}

impl Price {
    /// What an answer has cost, in millionths of a US dollar, rounded up. What a provider takes
    /// for writing to a cache, for tools and for searches is not in it.
    pub fn cost(&self, usage: &Usage) -> u64 {
        let cached = usage.cached_input_tokens.min(usage.input_tokens);
        let of = |tokens: u64, price: u64| u128::from(tokens) * u128::from(price);
        let total = of(usage.input_tokens - cached, self.input)
            + of(cached, self.cached_input)
            + of(usage.output_tokens, self.output);
        u64::try_from(total.div_ceil(1_000_000)).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_is_found_by_any_of_its_names() {
        for (name, model) in [
            ("gpt-5.4", "gpt-5.4"),
            ("gpt-5.4-2026-03-05", "gpt-5.4"),
            ("gpt-5.4-mini-2026-03-17", "gpt-5.4-mini"),
            ("openai/GPT-5", "gpt-5"),
            ("claude-sonnet-4-20250514", "claude-sonnet-4"),
            ("claude-sonnet-4-5@20250929", "claude-sonnet-4-5"),
            ("models/gemini-2.5-flash", "gemini-2.5-flash"),
            (
                "google/gemini-2.5-flash-lite-preview-09-2025",
                "gemini-2.5-flash-lite",
            ),
            ("mistral-small-latest", "mistral-small"),
        ] {
            assert_eq!(of_model(name).map(|it| it.model), Some(model), "{name}");
        }
    }

    #[test]
    fn a_price_that_is_not_known_is_not_guessed() {
        for name in [
            "",
            "gpt-4o-mini-audio-preview",
            "gpt-5.4-turbo",
            "gpt-50",
            "gpt-5.9",
            "claude-sonnet-4-8",
            "grok-4:free",
            "llama-3.3-70b-versatile",
            "SmolLM2-135M-Instruct",
        ] {
            assert_eq!(of_model(name), None, "{name}");
        }
    }

    #[test]
    fn an_answer_costs_what_its_tokens_do() {
        let price = of_model("gpt-5.4").unwrap();
        let usage = Usage {
            input_tokens: 10_000,
            cached_input_tokens: 8_000,
            output_tokens: 1_000,
            reasoning_tokens: 600,
        };
        // 2,000 at $2.50, 8,000 at $0.25, 1,000 at $15 a million.
        assert_eq!(price.cost(&usage), 5_000 + 2_000 + 15_000);
        assert_eq!(price.cost(&Usage::default()), 0);
        let one = Usage {
            output_tokens: 1,
            ..Usage::default()
        };
        let cheap = of_model("deepseek-v4-flash").unwrap();
        assert_eq!(cheap.cost(&one), 1);
        let absurd = Usage {
            input_tokens: u64::MAX,
            cached_input_tokens: u64::MAX,
            output_tokens: u64::MAX,
            reasoning_tokens: 0,
        };
        assert_eq!(price.cost(&absurd), u64::MAX);
    }

    #[test]
    fn every_row_is_dated_and_named_once() {
        for price in PRICES {
            let model = price.model;
            let date: Vec<_> = price.as_of.split('-').map(str::len).collect();
            assert_eq!(date, [4, 2, 2], "{model}");
            assert!(price.source.starts_with("https://"), "{model}");
            assert!(price.cached_input <= price.input, "{model}");
            assert!(price.input < price.output, "{model}");
            assert_eq!(of_model(model), Some(price), "{model} is there twice");
        }
    }
}
