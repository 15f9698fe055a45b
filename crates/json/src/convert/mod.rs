//! From data in one format to code or data in another.
//!
//! ```
//! use ichiban_json::convert::{Sample, convert, target};
//! use ichiban_tool::Settings;
//!
//! let samples = [Sample { text: r#"{"id": 1}"#, format: None, file_name: None }];
//! let typescript = target("typescript").unwrap();
//! let code = convert(&samples, typescript, "Order", &Settings::default()).unwrap();
//! assert_eq!(code, "export interface Order {\n  id: number;\n}\n");
//! ```

mod code;
mod format_types;
mod identifier;
mod literal;
mod numbers;
mod read;
mod target;

use ichiban_schema::{Inference, Types};
use ichiban_tool::{Diagnostic, Settings, UnknownChoice};
use thiserror::Error;

use crate::{Value, value::Values};
use target::Write;

pub use read::{FORMATS, Format, detect};
pub use target::{Group, TARGETS, Target};

/// A text to convert.
#[derive(Debug, Clone, Copy)]
pub struct Sample<'a> {
    /// The whole text.
    pub text: &'a str,
    /// Its format, if it is known.
    pub format: Option<&'static Format>,
    /// Its file's name, whose extension tells the format if nothing else does.
    pub file_name: Option<&'a str>,
}

/// Why there is no conversion.
#[derive(Debug, Clone, Error)]
pub enum Error {
    /// A sample cannot be read.
    #[error("{}:{}: {}", .diagnostic.place.line, .diagnostic.place.column, .diagnostic.message)]
    Syntax {
        /// Which one, from 0.
        sample: usize,
        /// Where and why.
        diagnostic: Box<Diagnostic>,
    },
    /// There is nothing to convert.
    #[error("there is no value in the input")]
    Empty,
    /// An option is not one of the target's.
    #[error(transparent)]
    Setting(#[from] UnknownChoice),
    /// The target has no way to say it.
    #[error("{0}")]
    Unsayable(String),
}

/// The target of a name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

/// The format of a name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.name == name)
}

/// Writes what the samples have in common (for code) or all of them (for data) as `target`.
/// `name` is for the root type.
///
/// Cost: linear in the samples.
pub fn convert(
    samples: &[Sample<'_>],
    target: &Target,
    name: &str,
    settings: &Settings,
) -> Result<String, Error> {
    settings.check(target.settings)?;
    match target.write {
        Write::Types(write) if samples.iter().any(Sample::declares) => {
            let types = declared(samples, name, target.tells_apart(settings))?;
            Ok(write(&types, settings))
        }
        Write::Types(write) => {
            let inference = observe(samples, name)?;
            let types = if target.tells_apart(settings) {
                inference.finish_tagged()
            } else {
                inference.finish()
            };
            Ok(write(&types, settings))
        }
        Write::Data(write) => write(&values(samples)?, settings).map_err(Error::Unsayable),
    }
}

impl Sample<'_> {
    /// Whether it is a document that declares types, and no sample of them.
    fn declares(&self) -> bool {
        self.format
            .is_some_and(|format| format.name == read::JSON_SCHEMA)
    }
}

/// The types that the one sample declares.
fn declared(samples: &[Sample<'_>], name: &str, tells_apart: bool) -> Result<Types, Error> {
    if samples.len() > 1 {
        return Err(Error::Unsayable(
            "a schema is converted by itself: leave the other samples out".to_owned(),
        ));
    }
    let values = values(samples)?;
    let [document] = values.as_slice() else {
        return Err(Error::Unsayable("a schema is one document".to_owned()));
    };
    Types::declared(&document.to_json(), name, tells_apart)
        .map_err(|error| Error::Unsayable(error.to_string()))
}

/// The types that hold every sample.
pub fn infer(samples: &[Sample<'_>], name: &str) -> Result<Types, Error> {
    observe(samples, name).map(Inference::finish)
}

fn observe(samples: &[Sample<'_>], name: &str) -> Result<Inference, Error> {
    let mut inference = Inference::new(name);
    read_all(samples, &mut inference)?;
    if inference.is_empty() {
        return Err(Error::Empty);
    }
    Ok(inference)
}

/// The values of all samples, in order.
pub fn values(samples: &[Sample<'_>]) -> Result<Vec<Value>, Error> {
    let mut values = Values::default();
    read_all(samples, &mut values)?;
    let values = values.finish();
    if values.is_empty() {
        Err(Error::Empty)
    } else {
        Ok(values)
    }
}

fn read_all(
    samples: &[Sample<'_>],
    visitor: &mut dyn ichiban_schema::Visitor,
) -> Result<(), Error> {
    for (index, sample) in samples.iter().enumerate() {
        let format = sample
            .format
            .unwrap_or_else(|| read::detect(sample.text, sample.file_name));
        format
            .read(sample.text, visitor)
            .map_err(|diagnostic| Error::Syntax {
                sample: index,
                diagnostic: Box::new(diagnostic),
            })?;
    }
    Ok(())
}
