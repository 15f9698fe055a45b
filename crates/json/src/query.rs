//! jq expressions over documents, as [jaq](https://gedenkt.at/jaq/manual/) understands them.
//!
//! ```
//! let outputs = ichiban_json::query::query(".items[] | .id", r#"{"items": [{"id": 1}, {"id": 2}]}"#);
//! assert_eq!(outputs.unwrap().join(" "), "1 2");
//! ```

use jaq_core::load::{Arena, File, Loader};
use jaq_core::{Compiler, Ctx, Vars, data, unwrap_valr};
use jaq_json::{Val, read};
use thiserror::Error;

use crate::nesting::too_deep;

/// Objects and arrays within one another; the reader calls itself for each.
const MAX_DEPTH: usize = 512;

/// Why a query has no outputs.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// The expression cannot be read.
    #[error("the expression cannot be read: {0}")]
    Expression(String),
    /// The input is not JSON.
    #[error("the input cannot be read: {0}")]
    Input(String),
    /// The expression failed on the input.
    #[error("{0}")]
    Evaluation(String),
}

/// The outputs of an expression for each of the documents in `input` (one, or several after each
/// other), each as JSON in one line.
///
/// # Errors
/// At the first failure. An expression may go on without end; where that matters, run it where
/// it can be stopped.
pub fn query(expression: &str, input: &str) -> Result<Vec<String>, Error> {
    if too_deep(input, MAX_DEPTH).is_some() {
        return Err(Error::Input(format!(
            "more than {MAX_DEPTH} objects and arrays stand within one another"
        )));
    }
    let definitions = jaq_core::defs()
        .chain(jaq_std::defs())
        .chain(jaq_json::defs());
    let functions = jaq_core::funs()
        .chain(jaq_std::funs())
        .chain(jaq_json::funs());
    let arena = Arena::default();
    let program = File {
        code: expression,
        path: (),
    };
    let modules = Loader::new(definitions)
        .load(&arena, program)
        .map_err(|errors| Error::Expression(load_errors(&errors)))?;
    let filter = Compiler::default()
        .with_funs(functions)
        .compile(modules)
        .map_err(|errors| {
            let unknown: Vec<String> = errors
                .iter()
                .flat_map(|(_, errors)| errors)
                .map(|(name, kind)| format!("`{name}` is an undefined {}", kind.as_str()))
                .collect();
            Error::Expression(unknown.join("; "))
        })?;
    let mut outputs = Vec::new();
    for document in read::parse_many(input.as_bytes()) {
        let document = document.map_err(|error| Error::Input(error.to_string()))?;
        let context = Ctx::<data::JustLut<Val>>::new(&filter.lut, Vars::new([]));
        for output in filter.id.run((context, document)).map(unwrap_valr) {
            let output = output.map_err(|error| Error::Evaluation(error.to_string()))?;
            outputs.push(output.to_string());
        }
    }
    Ok(outputs)
}

fn load_errors(errors: &jaq_core::load::Errors<&str, ()>) -> String {
    use jaq_core::load::Error as Load;
    let mut messages = Vec::new();
    for (_, error) in errors {
        match error {
            Load::Io(errors) => messages.extend(
                errors
                    .iter()
                    .map(|(path, error)| format!("{path}: {error}")),
            ),
            Load::Lex(errors) => {
                let told = errors.iter();
                messages.extend(told.map(|(expected, at)| unexpected(expected.as_str(), at)));
            }
            Load::Parse(errors) => {
                let told = errors.iter();
                messages.extend(told.map(|(expected, at)| unexpected(expected.as_str(), at)));
            }
        }
    }
    messages.join("; ")
}

fn unexpected(expected: &str, rest: &str) -> String {
    if rest.is_empty() {
        format!("expected {expected} before the end of the expression")
    } else {
        format!("expected {expected} before `{rest:.20}`")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_documents_are_queried_one_by_one() {
        assert_eq!(
            query("keys", "{\"b\":1} {\"a\":2}").unwrap(),
            [r#"["b"]"#, r#"["a"]"#]
        );
    }

    #[test]
    fn what_is_too_deep_is_refused() {
        let deep = format!("{}{}", "[".repeat(600), "]".repeat(600));
        assert!(matches!(query(".", &deep), Err(Error::Input(_))));
    }

    #[test]
    fn failures_say_what_failed() {
        assert!(matches!(query(".a |", "{}"), Err(Error::Expression(_))));
        assert_eq!(
            query(".a |", "{}").unwrap_err().to_string(),
            "the expression cannot be read: expected term before the end of the expression"
        );
        let unknown = query("nothing_of_the_kind", "{}").unwrap_err();
        assert!(
            unknown.to_string().contains("nothing_of_the_kind"),
            "{unknown}"
        );
        assert!(matches!(query(".", "{"), Err(Error::Input(_))));
        assert!(matches!(query(".a", "[1]"), Err(Error::Evaluation(_))));
    }
}
