//! What is said of settings, and of files of them.

use ichiban_shell::settings::{LeftOut, Limit, ReadError, Shown, VERSION};

use crate::shell::words::t;

/// As much of a value is shown, in characters.
const MOST: usize = 120;

/// What people call a setting.
pub(super) fn label(name: &str) -> String {
    match name {
        "theme" => t!("shell-theme"),
        "language" => t!("shell-language"),
        "favourites" => t!("shell-favourites"),
        "history" => t!("shell-history"),
        "endpoint" => t!("page-setting-endpoint"),
        "models" => t!("page-setting-models"),
        "limits" => t!("page-setting-limits"),
        "translate.locales" => t!("page-setting-translate-locales"),
        "translate.glossary" => t!("page-setting-translate-glossary"),
        "convert.target" => t!("page-setting-convert-target"),
        "convert.options" => t!("page-setting-convert-options"),
        "diagram.theme" => t!("page-setting-diagram-theme"),
        "docs.prices" => t!("page-setting-docs-prices"),
        other => other.to_owned(),
    }
}

/// A value, as far as it is shown.
pub(super) fn value(shown: &Shown) -> String {
    let whole = match shown {
        Shown::Nothing => t!("page-settings-none"),
        Shown::Switch(true) => t!("page-settings-on"),
        Shown::Switch(false) => t!("page-settings-off"),
        Shown::Word(word) => t!("page-settings-word", word = word),
        Shown::Text(text) => text.clone(),
        Shown::Endpoint { address, model } => {
            t!("page-settings-endpoint", address = address, model = model)
        }
        Shown::Models { tools, address } => match tools {
            Some(tools) => t!("page-settings-models", tools = tools, address = address),
            None => t!("page-settings-models-none", address = address),
        },
        Shown::Limits(limits) => {
            let limits: Vec<_> = limits.iter().map(limit).collect();
            limits.join(&t!("page-settings-between"))
        }
        Shown::Terms(count) => t!("page-settings-terms", count = *count),
        Shown::Options(count) => t!("page-settings-options", count = *count),
        Shown::Prices { input, output } => {
            let price = |price: &Option<String>| match price {
                Some(price) => price.clone(),
                None => t!("page-settings-price-none"),
            };
            t!(
                "page-settings-prices",
                input = price(input),
                output = price(output)
            )
        }
    };
    cut(&whole)
}

fn limit(limit: &Limit) -> String {
    match limit {
        Limit::RunDollars(amount) => t!("page-settings-run-dollars", amount = amount),
        Limit::RunTokens(amount) => t!("page-settings-run-tokens", amount = amount),
        Limit::DayDollars(amount) => t!("page-settings-day-dollars", amount = amount),
        Limit::DayTokens(amount) => t!("page-settings-day-tokens", amount = amount),
    }
}

/// What is not taken, or not written, and why.
pub(super) fn left_out(left_out: &LeftOut) -> String {
    match left_out {
        LeftOut::Unknown(name) => t!("page-settings-unknown", name = name),
        LeftOut::Secret { setting, kind } => t!(
            "page-settings-secret",
            setting = label(setting),
            secret = kind.name()
        ),
        LeftOut::Shape { setting, fault } => t!(
            "page-settings-misfit",
            setting = label(setting),
            fault = fault.name()
        ),
        LeftOut::Key => t!("page-settings-key"),
        LeftOut::More(count) => t!("page-settings-more", count = *count),
    }
}

/// Why a file is not read at all.
pub(super) fn unread(file: &str, error: &ReadError) -> String {
    match error {
        ReadError::NotJson { line, column } => t!(
            "page-settings-not-json",
            file = file,
            line = line.to_string(),
            column = column.to_string()
        ),
        ReadError::NotSettings { lacks } => {
            t!(
                "page-settings-not-settings",
                file = file,
                lacks = lacks.name()
            )
        }
        ReadError::Later { version } => t!(
            "page-settings-later",
            file = file,
            version = version.to_string(),
            known = VERSION.to_string()
        ),
    }
}

/// As much as is shown.
fn cut(text: &str) -> String {
    if text.chars().nth(MOST).is_none() {
        return text.to_owned();
    }
    let mut shown: String = text.chars().take(MOST).collect();
    shown.push('…');
    shown
}

#[cfg(test)]
mod tests {
    use ichiban_shell::settings::SETTINGS;

    use super::*;

    #[test]
    fn every_setting_has_a_label() {
        for setting in SETTINGS {
            assert_ne!(label(setting.name), setting.name);
        }
    }

    #[test]
    fn values_are_told_in_words() {
        let limits = Shown::Limits(vec![
            Limit::RunDollars("0.5".to_owned()),
            Limit::DayTokens("20000".to_owned()),
        ]);
        assert_eq!(value(&limits), "$0.5 a run, 20000 tokens a day");
        let prices = Shown::Prices {
            input: Some("0.15".to_owned()),
            output: None,
        };
        assert_eq!(value(&prices), "0.15 in, none out");
        assert_eq!(value(&Shown::Terms(1)), "1 term");
        let long = value(&Shown::Text("é".repeat(200)));
        assert_eq!(long.chars().count(), MOST + 1);
    }
}
