//! Catalogues to try the tool on: one per format that people bring.

/// A catalogue to try.
pub(super) struct Example {
    /// What it is: a name that is the same in every language.
    pub(super) title: &'static str,
    /// What it shows: the id of a message.
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
        about: "translate-example-i18next",
        sample: "Pay {{amount}} now",
        name: "checkout.en.json",
        text: include_str!("../../examples/checkout.en.json"),
    },
    Example {
        title: "ICU MessageFormat",
        about: "translate-example-icu",
        sample: "{count, plural, one {# message} …}",
        name: "messages.en.json",
        text: include_str!("../../examples/messages.icu.json"),
    },
    Example {
        title: "Chrome messages.json",
        about: "translate-example-chrome",
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
