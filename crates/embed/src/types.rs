//! The types of the SDK are those of the messages: what stands in its file is made from them here.

use ts_rs::{Config, TS};

use crate::message::{
    Code, Encoding, Finding, FromHost, FromWidget, Model, Options, Theme, Tool, With,
};

/// The file.
const FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../web/embed/src/messages.ts"
);

/// Set it to have the file written.
const WRITE: &str = "ICHIBAN_WRITE_TYPES";

fn typescript() -> String {
    let config = Config::default();
    let mut file = String::from(
        "// Made from crates/embed/src/message.rs: `ICHIBAN_WRITE_TYPES=1 cargo test -p ichiban-embed` writes it anew.\n\n\
         /** The version of the messages: the `v` of each. */\nexport const VERSION = 1;\n",
    );
    let mut declare = |docs: Option<String>, declaration: String| {
        file.push('\n');
        file.push_str(&docs.unwrap_or_default());
        file.push_str("export ");
        file.push_str(&declaration);
        file.push('\n');
    };
    macro_rules! declare {
        ($($type:ty),*) => { $(declare(<$type as TS>::docs(), <$type as TS>::decl(&config));)* };
    }
    declare!(
        FromHost, FromWidget, Theme, With, Model, Tool, Finding, Encoding, Code
    );
    file
}

#[test]
fn the_types_of_the_sdk_are_those_of_the_messages() {
    let made = typescript();
    if std::env::var_os(WRITE).is_some() {
        std::fs::write(FILE, &made).unwrap();
    }
    let written = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(
        written == made,
        "web/embed/src/messages.ts is not what crates/embed/src/message.rs says: run \
         `{WRITE}=1 cargo test -p ichiban-embed`"
    );
}

#[test]
fn options_are_words_by_name() {
    assert_eq!(
        Options::inline(&Config::default()),
        "{ [key in string]: string }"
    );
}
