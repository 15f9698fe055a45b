//! What a model may look up in the documents while it answers a question: sections by words, an
//! operation by its name. Both only read, so that one that is given up leaves nothing behind.

use std::collections::HashSet;
use std::sync::LazyLock;

use ichiban_engine::docs::talk::{Lookup, Wanted};
use ichiban_model::tool_run::{Bounds, Startable};
use ichiban_model::{Outcome, Tokens, Tool};
use ichiban_schema::Validator;
use serde_json::{Map, Value, json};

use crate::context;
use crate::shelf::Shelf;

const FIND: &str = "find_sections";
const OPERATION: &str = "show_operation";

/// How often a model may answer, the last time included.
pub(crate) const ROUNDS: u32 = 4;
/// The part of a question's budget that one lookup may take, as a divisor.
pub(crate) const SHARE: u64 = 4;
/// Somebody's words, or a name.
pub(crate) const BOUNDS: Bounds = Bounds {
    argument_bytes: 2_000,
    calls: 6,
};

/// The tools, as a model is told of them.
pub(crate) fn tools() -> Vec<Tool> {
    let tool = |name: &str, argument: &str, description: &str, of: &str| Tool {
        name: name.to_owned(),
        description: description.to_owned(),
        parameters: json!({
            "type": "object",
            "properties": {argument: {"type": "string", "description": of}},
            "required": [argument],
            "additionalProperties": false,
        }),
        strict: true,
    };
    vec![
        tool(
            FIND,
            "words",
            "Finds further sections of the documentation. Use it if those that you were given do not answer the question.",
            "What the sections are about, in their own words",
        ),
        tool(
            OPERATION,
            "name",
            "Shows an operation with its parameters, body, answers and schemas, as OpenAPI.",
            "Method and path as they are listed, such as GET /things/{id}",
        ),
    ]
}

/// The same, as they are run: each begins with its only argument.
pub(crate) static STARTABLE: LazyLock<Vec<Startable>> = LazyLock::new(|| {
    let startable = |tool: Tool| {
        let schema = serde_json::from_value(tool.parameters.clone()).ok()?;
        let needs = tool.parameters["required"].as_array()?.iter();
        Some(Startable {
            name: tool.name,
            needs: needs.filter_map(Value::as_str).map(str::to_owned).collect(),
            arguments: Validator::new(&schema).ok()?,
        })
    };
    tools().into_iter().filter_map(startable).collect()
});

/// Looks up what a tool is asked for: what the model is told, and what the page is. Sections in `sent`
/// are known to the model; what is found now is added to them.
pub(crate) fn look_up(
    shelf: &mut Shelf,
    name: &str,
    arguments: &Map<String, Value>,
    most: Tokens,
    sent: &mut HashSet<String>,
) -> (Outcome, Lookup) {
    let argument = |name: &str| arguments.get(name).and_then(Value::as_str).unwrap_or("");
    match name {
        FIND => find(shelf, argument("words"), most, sent),
        _ => show(shelf, argument("name"), most),
    }
}

fn find(
    shelf: &mut Shelf,
    words: &str,
    most: Tokens,
    sent: &mut HashSet<String>,
) -> (Outcome, Lookup) {
    let found = shelf.sections(words, most, sent);
    let mut output = String::new();
    let mut titles = Vec::new();
    for section in &found {
        let text = context::written(section);
        output.push_str(&text);
        output.push('\n');
        titles.push(section.title.clone());
        sent.insert(text);
    }
    if found.is_empty() {
        output.push_str("No further section has these words.");
    }
    let lookup = Lookup {
        wanted: Wanted::Sections(words.to_owned()),
        found: titles,
        tokens: tokens(&output),
    };
    (outcome(output, false), lookup)
}

fn show(shelf: &Shelf, name: &str, most: Tokens) -> (Outcome, Lookup) {
    let found = context::operation(shelf.document(), name);
    let is_error = found.is_none();
    let mut output = found.unwrap_or_else(|| format!("{name} is not listed."));
    let longest = usize::try_from(most.0.saturating_mul(4)).unwrap_or(usize::MAX);
    if output.len() > longest {
        let cut = output.floor_char_boundary(longest);
        output.truncate(cut);
        output.push_str("\n# It goes on; there is no room for more.\n");
    }
    let lookup = Lookup {
        wanted: Wanted::Operation(name.to_owned()),
        found: (!is_error).then(|| name.to_owned()).into_iter().collect(),
        tokens: tokens(&output),
    };
    (outcome(output, is_error), lookup)
}

fn outcome(output: String, is_error: bool) -> Outcome {
    Outcome { output, is_error }
}

fn tokens(text: &str) -> u32 {
    u32::try_from(Tokens::estimate(text).0).unwrap_or(u32::MAX)
}
