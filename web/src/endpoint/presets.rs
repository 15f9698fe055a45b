//! Endpoints that people use: fill-ins for the form, nothing more.

/// A wire that the form offers.
pub(crate) struct WireChoice {
    /// Its name, as in `ichiban_model::wire`.
    pub(crate) name: &'static str,
    /// What people call it.
    pub(crate) label: &'static str,
}

/// Every wire that the form offers, the commonest first.
pub(crate) const WIRES: &[WireChoice] = &[
    WireChoice {
        name: "openai-chat",
        label: "OpenAI Chat Completions",
    },
    WireChoice {
        name: "openai-responses",
        label: "OpenAI Responses",
    },
    WireChoice {
        name: "anthropic",
        label: "Anthropic Messages",
    },
    WireChoice {
        name: "gemini",
        label: "Google Gemini",
    },
    WireChoice {
        name: "ollama",
        label: "Ollama",
    },
];

/// A filled-in form.
pub(crate) struct Preset {
    /// What people call it.
    pub(crate) label: &'static str,
    /// The API's root.
    pub(crate) base_url: &'static str,
    /// The wire's name.
    pub(crate) wire: &'static str,
    /// A model that is certain to be there; empty where only the person knows.
    pub(crate) model: &'static str,
}

/// Every preset: first those on the person's own machine.
pub(crate) const PRESETS: &[Preset] = &[
    Preset {
        label: "llama.cpp",
        base_url: "http://127.0.0.1:8081/v1",
        wire: "openai-chat",
        model: "SmolLM2-135M-Instruct",
    },
    Preset {
        label: "Ollama",
        base_url: "http://localhost:11434/v1",
        wire: "openai-chat",
        model: "",
    },
    Preset {
        label: "LM Studio",
        base_url: "http://localhost:1234/v1",
        wire: "openai-chat",
        model: "",
    },
    Preset {
        label: "OpenAI",
        base_url: "https://api.openai.com/v1",
        wire: "openai-responses",
        model: "",
    },
    Preset {
        label: "Anthropic",
        base_url: "https://api.anthropic.com/v1",
        wire: "anthropic",
        model: "",
    },
    Preset {
        label: "Gemini",
        base_url: "https://generativelanguage.googleapis.com/v1beta",
        wire: "gemini",
        model: "",
    },
    Preset {
        label: "OpenRouter",
        base_url: "https://openrouter.ai/api/v1",
        wire: "openai-chat",
        model: "",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoint::connection::{Connection, Fault};

    #[test]
    fn every_preset_speaks_a_wire_that_the_form_offers() {
        for preset in PRESETS {
            assert!(WIRES.iter().any(|wire| wire.name == preset.wire));
        }
    }

    #[test]
    fn every_wire_that_the_form_offers_exists() {
        for wire in WIRES {
            assert!(
                ichiban_model::wire::by_name(wire.name).is_some(),
                "{}",
                wire.name
            );
        }
    }

    #[test]
    fn a_preset_lacks_a_model_at_most() {
        for preset in PRESETS {
            let fault = Connection {
                base_url: preset.base_url.into(),
                wire: preset.wire.into(),
                model: preset.model.into(),
                key: String::new(),
            }
            .fault();
            assert!(
                matches!(fault, None | Some(Fault::NoModel)),
                "{}",
                preset.label
            );
        }
    }
}
