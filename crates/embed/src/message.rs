//! The messages. Each is a JSON object with `v: 1`, a `type`, and the fields of that type.
//!
//! The types of the SDK (`web/embed/src/messages.ts`) are made from these.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ichiban_tool::{Diagnostic, Severity};
use serde::{Deserialize, Serialize};

/// The version of the messages.
pub const VERSION: u32 = 1;

/// Every type of [`FromHost`], as `type` says it.
pub(crate) const TYPES: [&str; 6] = ["init", "load", "options", "run", "stop", "export"];

/// What was chosen of a tool's options, by name.
pub type Options = BTreeMap<String, String>;

/// What the host says. It is never written, only read: it may hold the key of [`Model`].
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum FromHost {
    /// The first message: to the window of the widget, with the port over which both speak from
    /// then on.
    Init {
        /// The tool, as in the widget's address.
        tool: String,
        /// Its options.
        #[serde(default)]
        #[cfg_attr(test, ts(as = "Option<Options>", optional))]
        options: Options,
        /// Its colours.
        #[serde(default)]
        #[cfg_attr(test, ts(as = "Option<Theme>", optional))]
        theme: Theme,
        /// What it opens.
        #[serde(default)]
        #[cfg_attr(test, ts(optional))]
        value: Option<String>,
        /// The name of the file that the value is, which may tell its format.
        #[serde(default)]
        #[cfg_attr(test, ts(optional))]
        name: Option<String>,
        /// The model that the host pays for. It is kept in memory, for this visit alone.
        #[serde(default)]
        #[cfg_attr(test, ts(optional))]
        model: Option<Model>,
    },
    /// Opens a text in place of what is open.
    Load {
        /// The text.
        value: String,
        /// The name of the file that it is.
        #[serde(default)]
        #[cfg_attr(test, ts(optional))]
        name: Option<String>,
    },
    /// Chooses options, and the colours.
    Options {
        /// The options; those that are not named are as if never chosen.
        #[serde(default)]
        #[cfg_attr(test, ts(optional))]
        options: Option<Options>,
        /// The colours.
        #[serde(default)]
        #[cfg_attr(test, ts(optional))]
        theme: Option<Theme>,
    },
    /// Has the tool do its work once more.
    Run {
        /// By what.
        with: With,
        /// What a model is asked for, where a tool takes words.
        #[serde(default)]
        #[cfg_attr(test, ts(optional))]
        wish: Option<String>,
    },
    /// Stops what goes on. What came of it stays.
    Stop {},
    /// Asks for a file.
    Export {
        /// One of the formats that `ready` names.
        format: String,
    },
}

/// How the widget is coloured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Theme {
    /// As the person's system is.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What does the work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum With {
    /// The tool's own engine: no model, no network.
    Engine,
    /// A model.
    Model,
}

/// A model that the host pays for.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Model {
    /// The API's root.
    pub base_url: String,
    /// The wire's name, as in docs/wires.md.
    pub wire: String,
    /// The model's name.
    pub model: String,
    /// The key, if one is wanted.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub key: Option<String>,
}

// A key must not reach a log.
impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Model")
            .field("base_url", &self.base_url)
            .field("wire", &self.wire)
            .field("model", &self.model)
            .finish_non_exhaustive()
    }
}

/// What the widget says. Nothing of it is the person's own but what is open in the tool.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum FromWidget {
    /// It has loaded.
    Ready {
        /// What it can do.
        tools: Vec<Tool>,
        /// Its version.
        version: String,
    },
    /// The input is another: the person has written, or opened a file.
    Change {
        /// All of it.
        value: String,
        /// The name of the file that it is.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        name: Option<String>,
    },
    /// What is made of the input moved on.
    Artifact {
        /// What it is: one of the formats that `ready` names, or that of an option.
        kind: String,
        /// What its file may be called.
        name: String,
        /// All of it.
        value: String,
        /// Whether nothing more comes unless the input changes.
        complete: bool,
    },
    /// What is wrong with the input as it is; nothing, if the list is empty.
    Diagnostic {
        /// In the order of the text.
        diagnostics: Vec<Finding>,
    },
    /// How high the widget would have to be to show all without scrolling.
    Resize {
        /// In CSS pixels.
        height: u32,
    },
    /// The file that was asked for.
    Export {
        /// The format.
        format: String,
        /// What the file may be called.
        name: String,
        /// How `data` is written.
        encoding: Encoding,
        /// The file.
        data: String,
    },
    /// Something was not done.
    Error {
        /// What kind of trouble it is.
        code: Code,
        /// What is wrong and what to do, for a developer.
        message: String,
        /// The format, if it is about an export.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(optional))]
        format: Option<String>,
    },
}

/// What a tool can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Tool {
    /// Its name, as in the widget's address.
    pub name: String,
    /// The names of its options; one that ends in `.` begins the names of many.
    pub options: Vec<String>,
    /// The formats that it exports; none if they follow from its options.
    pub formats: Vec<String>,
    /// Whether a model is of use to it.
    pub model: bool,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Finding {
    /// `info`, `warning` or `error`.
    #[cfg_attr(test, ts(type = "\"info\" | \"warning\" | \"error\""))]
    pub severity: Severity,
    /// A stable name of the rule.
    pub code: String,
    /// Where in the structure, as a JSON Pointer; empty for the whole.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// What is wrong.
    pub message: String,
    /// What to do about it; empty if nothing needs to be done.
    pub hint: String,
}

impl From<Diagnostic> for Finding {
    fn from(diagnostic: Diagnostic) -> Self {
        Self {
            severity: diagnostic.severity,
            code: diagnostic.code,
            path: diagnostic.path,
            line: diagnostic.place.line,
            column: diagnostic.place.column,
            message: diagnostic.message,
            hint: diagnostic.hint,
        }
    }
}

/// How the data of an export is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Encoding {
    /// As it is.
    Text,
    /// Base64 of RFC 4648, with padding.
    Base64,
}

/// Why something was not done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub enum Code {
    /// The deployment does not let this origin embed it.
    Refused,
    /// The message is no JSON object, or lacks a field, or has one that does not belong.
    Malformed,
    /// The message is of another version.
    UnknownVersion,
    /// There is no message of this type.
    UnknownType,
    /// There is no such tool.
    UnknownTool,
    /// The tool has no such option.
    UnknownOption,
    /// The tool exports no such format.
    UnknownFormat,
    /// The first message came again, or with no port.
    NotNow,
    /// Messages come faster than anybody would send them.
    TooMany,
    /// The message is larger than a tool would read.
    TooLarge,
    /// A model is not of use to the tool, or there is none to be asked.
    NoModel,
    /// The person has to allow it first, within the widget.
    NotAllowed,
    /// There is nothing yet of which it could be done.
    Nothing,
    /// It was tried and failed.
    Failed,
}

impl FromWidget {
    /// An error.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::Error {
            code,
            message: message.into(),
            format: None,
        }
    }

    /// There is no file of the format that was asked for.
    pub fn unmade(code: Code, message: impl Into<String>, format: String) -> Self {
        Self::Error {
            code,
            message: message.into(),
            format: Some(format),
        }
    }

    /// The file that was asked for: as text if it is UTF-8.
    pub fn export(format: String, name: String, bytes: Vec<u8>) -> Self {
        let (encoding, data) = match String::from_utf8(bytes) {
            Ok(text) => (Encoding::Text, text),
            Err(error) => (Encoding::Base64, STANDARD.encode(error.as_bytes())),
        };
        Self::Export {
            format,
            name,
            encoding,
            data,
        }
    }

    /// The message as it is sent: JSON, with its version.
    pub fn to_json(&self) -> String {
        #[derive(Serialize)]
        struct Envelope<'a> {
            v: u32,
            #[serde(flatten)]
            message: &'a FromWidget,
        }
        let envelope = Envelope {
            v: VERSION,
            message: self,
        };
        // Strings, numbers and lists of them can always be written.
        serde_json::to_string(&envelope).unwrap_or_default()
    }
}

/// Reads what a host says.
///
/// # Errors
///
/// Names what is wrong with the message: [`Code::Malformed`], [`Code::UnknownVersion`] or
/// [`Code::UnknownType`], in words for a developer. They hold nothing of a message's values.
pub fn read(json: &str) -> Result<FromHost, FromWidget> {
    let malformed = |message: String| FromWidget::error(Code::Malformed, message);
    let Ok(serde_json::Value::Object(mut fields)) = serde_json::from_str(json) else {
        return Err(malformed("A message is a JSON object.".to_owned()));
    };
    let version = fields.remove("v");
    if version.as_ref().and_then(serde_json::Value::as_u64) != Some(u64::from(VERSION)) {
        return Err(FromWidget::error(
            Code::UnknownVersion,
            format!("This widget speaks version {VERSION}: every message has `v: {VERSION}`."),
        ));
    }
    let kind = fields.get("type").and_then(serde_json::Value::as_str);
    let Some(kind) = kind.and_then(|kind| TYPES.iter().find(|known| **known == kind)) else {
        return Err(FromWidget::error(
            Code::UnknownType,
            format!("The `type` of a message is one of {}.", TYPES.join(", ")),
        ));
    };
    serde_json::from_value(serde_json::Value::Object(fields)).map_err(|error| {
        // What serde says of a wrong value quotes it, and it might be a key.
        let words = error.to_string();
        let is_about_names =
            words.starts_with("missing field") || words.starts_with("unknown field");
        malformed(if is_about_names {
            format!("`{kind}` is not written so: {words}.")
        } else {
            format!("`{kind}` is not written so: a field has a value of another type.")
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(json: &str) -> Code {
        match read(json) {
            Err(FromWidget::Error { code, .. }) => code,
            other => panic!("{json}: {other:?}"),
        }
    }

    #[test]
    fn every_type_is_read() {
        for json in [
            r#"{"v":1,"type":"init","tool":"convert","options":{"target":"zod"},"theme":"dark","value":"{}","name":"a.json","model":{"baseUrl":"https://x","wire":"w","model":"m","key":"k"}}"#,
            r#"{"v":1,"type":"load","value":"x"}"#,
            r#"{"v":1,"type":"options","options":{"target":"zod"}}"#,
            r#"{"v":1,"type":"run","with":"model","wish":"a flowchart"}"#,
            r#"{"v":1,"type":"stop"}"#,
            r#"{"v":1,"type":"export","format":"svg"}"#,
        ] {
            assert!(read(json).is_ok(), "{json}");
        }
        for kind in TYPES {
            let json = format!(r#"{{"v":1,"type":"{kind}","x":1}}"#);
            assert_eq!(code(&json), Code::Malformed, "{kind} takes any field");
        }
    }

    #[test]
    fn the_least_of_a_first_message_is_its_tool() {
        let read = read(r#"{"v":1,"type":"init","tool":"docs"}"#);
        let Ok(FromHost::Init { theme, options, .. }) = read else {
            panic!("{read:?}");
        };
        assert_eq!(theme, Theme::Auto);
        assert!(options.is_empty());
    }

    #[test]
    fn other_versions_and_types_are_told_apart() {
        assert_eq!(code(r#"{"type":"stop"}"#), Code::UnknownVersion);
        assert_eq!(code(r#"{"v":2,"type":"stop"}"#), Code::UnknownVersion);
        assert_eq!(code(r#"{"v":"1","type":"stop"}"#), Code::UnknownVersion);
        assert_eq!(code(r#"{"v":1,"type":"Stop"}"#), Code::UnknownType);
        assert_eq!(code(r#"{"v":1}"#), Code::UnknownType);
        assert_eq!(code("[]"), Code::Malformed);
        assert_eq!(code("stop"), Code::Malformed);
        assert_eq!(code(r#"{"v":1,"type":"load","value":5}"#), Code::Malformed);
    }

    #[test]
    fn no_error_repeats_a_value() {
        for json in [
            r#"{"v":1,"type":"init","tool":"docs","model":"sk-secret"}"#,
            r#"{"v":1,"type":"init","tool":"docs","model":{"baseUrl":"https://x","wire":"w","model":"m","key":["sk-secret"]}}"#,
            r#"{"v":1,"type":"run","with":"sk-secret"}"#,
            r#"{"v":"sk-secret","type":"run"}"#,
            r#"{"v":1,"type":"sk-secret"}"#,
        ] {
            let error = read(json).unwrap_err();
            assert!(!error.to_json().contains("secret"), "{}", error.to_json());
        }
    }

    #[test]
    fn a_key_is_never_printed() {
        let read = read(
            r#"{"v":1,"type":"init","tool":"docs","model":{"baseUrl":"https://x","wire":"w","model":"m","key":"sk-secret"}}"#,
        );
        assert!(!format!("{read:?}").contains("secret"));
    }

    #[test]
    fn a_file_is_text_if_it_can_be() {
        let sent = |bytes: &[u8]| FromWidget::export("f".into(), "n".into(), bytes.to_vec());
        assert!(
            sent("ü".as_bytes())
                .to_json()
                .contains(r#""encoding":"text","data":"ü""#)
        );
        assert!(
            sent(&[0x89, b'P'])
                .to_json()
                .contains(r#""encoding":"base64","data":"iVA=""#)
        );
    }

    #[test]
    fn what_is_sent_has_its_version_and_type() {
        let sent = FromWidget::Resize { height: 320 }.to_json();
        assert_eq!(sent, r#"{"v":1,"type":"resize","height":320}"#);
        let sent = FromWidget::error(Code::TooMany, "Slower.").to_json();
        assert_eq!(
            sent,
            r#"{"v":1,"type":"error","code":"too-many","message":"Slower."}"#
        );
    }
}
