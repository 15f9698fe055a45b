//! Grammars of the documents that satisfy a schema, for servers that write by one.
//!
//! A grammar derives documents as a model should write them: members in the order of the schema,
//! then additional ones; names and constants spelled one way; whole numbers without fraction or
//! exponent. So it derives fewer documents than the schema admits, and each of them satisfies it, but
//! for what [`Grammar::unexpressed`] lists.
//!
//! ```
//! use ichiban_schema::{Grammar, JsonSchema, Validator};
//!
//! let schema: JsonSchema = serde_json::from_str(
//!     r#"{"type": "object", "properties": {"level": {"type": "integer", "minimum": 1, "maximum": 12}},
//!        "required": ["level"], "additionalProperties": false}"#,
//! )?;
//! let grammar = Grammar::new(&Validator::new(&schema)?).ok_or("nothing satisfies it")?;
//! assert_eq!(
//!     grammar.gbnf(),
//!     "root ::= \"{\" ws \"\\\"level\\\"\" ws \":\" ws level ws \"}\"\n\
//!      ws ::= (\" \" | \"\\n\" [ \\t]{0,20})?\n\
//!      level ::= integer\n\
//!      integer ::= [1-9] | \"1\" [0-2]\n"
//! );
//! assert!(grammar.unexpressed().is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! | file | concern |
//! | --- | --- |
//! | `expression` | what a grammar is made of |
//! | `build` | from what schemas ask of a value to an expression |
//! | `integer` | whole numbers between limits, digit by digit |
//! | `text` | strings, and names that are none of some others |
//! | `gbnf`, `lark` | the notations |

mod build;
mod expression;
mod gbnf;
mod integer;
mod lark;
mod text;

use crate::Validator;
use expression::Rule;

/// A grammar of documents.
#[derive(Debug, Clone)]
pub struct Grammar {
    /// The first is that of the whole document.
    rules: Vec<Rule>,
    unexpressed: Vec<String>,
}

impl Grammar {
    /// The grammar of the documents that satisfy a schema; `None` if there are none. Cost: linear in
    /// the schema, times the combinations of its `anyOf`s that meet in one value.
    pub fn new(validator: &Validator) -> Option<Self> {
        let (rules, unexpressed) = build::build(validator)?;
        Some(Self { rules, unexpressed })
    }

    /// What the schema asks and the grammar does not, as JSON Pointers to the keywords: a document
    /// has to be held to it afterwards.
    pub fn unexpressed(&self) -> &[String] {
        &self.unexpressed
    }

    /// The grammar in GBNF, as llama.cpp reads it.
    pub fn gbnf(&self) -> String {
        gbnf::write(&self.rules)
    }

    /// The grammar in Lark, as llguidance reads it, and the servers that use it.
    pub fn lark(&self) -> String {
        lark::write(&self.rules)
    }
}
