//! Which model a command asks, and where.

use clap::Args;
use clap::builder::PossibleValuesParser;
use ichiban_model::wire::{self, WIRES, openai_chat::DIALECTS};
use ichiban_model::{Endpoint, Wire};

/// Options of every command that asks a model.
#[derive(Args)]
pub(super) struct Model {
    /// The API's address, such as `https://api.openai.com/v1`
    #[arg(long, value_name = "URL")]
    endpoint: String,
    /// The protocol the endpoint speaks
    #[arg(long, value_name = "WIRE", value_parser = PossibleValuesParser::new(wire_names()))]
    wire: String,
    /// The model's name as the endpoint knows it
    #[arg(long = "model", value_name = "MODEL")]
    pub(super) name: String,
    /// The environment variable that holds the key
    #[arg(long, value_name = "NAME")]
    key_env: Option<String>,
    /// Most requests at once
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u8).range(1..=64))]
    pub(super) parallel: u8,
}

fn wire_names() -> impl Iterator<Item = &'static str> {
    let wires = WIRES.iter().map(|wire| wire.name());
    wires.chain(DIALECTS.iter().map(|dialect| dialect.name))
}

impl Model {
    /// How and where to ask; or why that cannot be said.
    pub(super) fn endpoint(&self) -> Result<(&'static dyn Wire, Endpoint), String> {
        let wire = wire::by_name(&self.wire).ok_or("there is no such wire")?;
        let api_key = match &self.key_env {
            None => None,
            Some(name) => Some(std::env::var(name).map_err(|_| {
                format!("the environment variable {name} is not set; --key-env names it")
            })?),
        };
        let base_url = self.endpoint.clone();
        Ok((wire, Endpoint { base_url, api_key }))
    }
}
