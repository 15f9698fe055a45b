//! Endpoints that people use: fill-ins for the form, nothing more.

use crate::shell::words::t;

/// A wire that the form offers.
pub(crate) struct WireChoice {
    /// Its name, as in `ichiban_model::wire`.
    pub(crate) name: &'static str,
    /// What people call it; of a dialect, whose it is.
    called: &'static str,
}

impl WireChoice {
    /// What people call it.
    pub(crate) fn label(&self) -> String {
        if self.name.contains(':') {
            t!("endpoint-wire-dialect", server = self.called)
        } else {
            self.called.to_owned()
        }
    }
}

/// Every wire that the form offers, the commonest first; then the dialects of the first, for servers
/// whose address does not show theirs.
pub(crate) const WIRES: &[WireChoice] = &[
    WireChoice {
        name: "openai-chat",
        called: "OpenAI Chat Completions",
    },
    WireChoice {
        name: "openai-responses",
        called: "OpenAI Responses",
    },
    WireChoice {
        name: "anthropic",
        called: "Anthropic Messages",
    },
    WireChoice {
        name: "gemini",
        called: "Google Gemini",
    },
    WireChoice {
        name: "ollama",
        called: "Ollama",
    },
    WireChoice {
        name: "openai-chat:openai",
        called: "OpenAI",
    },
    WireChoice {
        name: "openai-chat:azure",
        called: "Azure",
    },
    WireChoice {
        name: "openai-chat:openrouter",
        called: "OpenRouter",
    },
    WireChoice {
        name: "openai-chat:groq",
        called: "Groq",
    },
    WireChoice {
        name: "openai-chat:mistral",
        called: "Mistral",
    },
    WireChoice {
        name: "openai-chat:deepseek",
        called: "DeepSeek",
    },
    WireChoice {
        name: "openai-chat:xai",
        called: "xAI",
    },
    WireChoice {
        name: "openai-chat:cerebras",
        called: "Cerebras",
    },
    WireChoice {
        name: "openai-chat:llama.cpp",
        called: "llama.cpp",
    },
    WireChoice {
        name: "openai-chat:lm-studio",
        called: "LM Studio",
    },
    WireChoice {
        name: "openai-chat:ollama",
        called: "Ollama",
    },
    WireChoice {
        name: "openai-chat:vllm",
        called: "vLLM",
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
        label: "vLLM",
        base_url: "http://localhost:8000/v1",
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
    Preset {
        label: "Groq",
        base_url: "https://api.groq.com/openai/v1",
        wire: "openai-chat",
        model: "",
    },
    Preset {
        label: "Mistral",
        base_url: "https://api.mistral.ai/v1",
        wire: "openai-chat",
        model: "",
    },
    Preset {
        label: "DeepSeek",
        base_url: "https://api.deepseek.com",
        wire: "openai-chat",
        model: "",
    },
    Preset {
        label: "Cerebras",
        base_url: "https://api.cerebras.ai/v1",
        wire: "openai-chat",
        model: "",
    },
    Preset {
        label: "xAI",
        base_url: "https://api.x.ai/v1",
        wire: "openai-chat",
        model: "",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoint::connection::{Connection, Fault};
    use ichiban_model::Endpoint;
    use ichiban_model::wire::openai_chat::{DIALECTS, Dialect};

    #[test]
    fn every_preset_speaks_a_wire_that_the_form_offers() {
        for preset in PRESETS {
            assert!(WIRES.iter().any(|wire| wire.name == preset.wire));
        }
    }

    #[test]
    fn every_wire_and_dialect_is_offered() {
        let dialects = DIALECTS.iter().map(|dialect| dialect.name);
        let wires = ichiban_model::wire::WIRES.iter().map(|wire| wire.name());
        for name in wires.chain(dialects) {
            let offered = WIRES.iter().filter(|wire| wire.name == name).count();
            assert_eq!(offered, 1, "{name}");
        }
    }

    #[test]
    fn every_dialect_with_an_address_of_its_own_is_known_there() {
        for preset in PRESETS.iter().filter(|preset| preset.wire == "openai-chat") {
            let endpoint = Endpoint {
                base_url: preset.base_url.into(),
                api_key: None,
            };
            let dialect = Dialect::of_endpoint(&endpoint).name;
            let expected = preset.label.to_lowercase().replace(' ', "-");
            assert_eq!(dialect, format!("openai-chat:{expected}"));
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
