//! Catalogues to try the tool on: one per format that people bring.

/// A catalogue to try.
pub(super) struct Example {
    /// What it is.
    pub(super) title: &'static str,
    /// What it shows.
    pub(super) about: &'static str,
    /// A line of it.
    pub(super) sample: &'static str,
    /// The file's name.
    pub(super) name: &'static str,
    /// The file.
    pub(super) text: &'static str,
}

/// Every example.
pub(super) const EXAMPLES: &[Example] = &[
    Example {
        title: "i18next",
        about: "A web shop: nested keys, plurals, tags",
        sample: "Pay {{amount}} now",
        name: "checkout.en.json",
        text: include_str!("../../examples/checkout.en.json"),
    },
    Example {
        title: "ICU MessageFormat",
        about: "An inbox: plural, select, dates",
        sample: "{count, plural, one {# message} …}",
        name: "messages.en.json",
        text: include_str!("../../examples/messages.icu.json"),
    },
    Example {
        title: "Chrome messages.json",
        about: "A browser extension: descriptions, $PLACEHOLDERS$",
        sample: "Closed $COUNT$ tabs in $WINDOW$",
        name: "messages.json",
        text: include_str!("../../examples/extension.messages.json"),
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_json() {
        for example in EXAMPLES {
            let parsed: Result<serde_json::Value, _> = serde_json::from_str(example.text);
            assert!(parsed.is_ok(), "{}: {parsed:?}", example.name);
        }
    }
}
