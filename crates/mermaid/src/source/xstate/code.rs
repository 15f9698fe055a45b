//! Machines within code: the object that `createMachine` is called with, as JSON.
//!
//! What only a run could tell stands for itself: a function by its code, if that is short, an action
//! creator by its name.

use oxc_allocator::Allocator;
use oxc_ast::ast::{
    Argument, CallExpression, Expression, ObjectExpression, ObjectPropertyKind, PropertyKey,
};
use oxc_ast_visit::{Visit, walk};
use oxc_parser::Parser;
use oxc_span::{GetSpan, SourceType, Span};
use serde_json::{Map, Value};

/// Functions that make a machine of an object.
const MAKERS: &[&str] = &["createMachine", "Machine"];
/// A function of more characters than this is no label.
const LONGEST_LABEL: usize = 48;
/// Objects nested deeper are none that a person wrote.
const MAX_DEPTH: usize = 60;

/// Whether a text calls something that makes a machine.
pub(super) fn looks(text: &str) -> bool {
    MAKERS.iter().any(|maker| {
        let mut found = text.match_indices(maker);
        found.any(|(at, _)| {
            let after = text.get(at + maker.len()..).unwrap_or("");
            after.starts_with(['(', '<']) && text.contains("states")
        })
    })
}

/// Why there is no machine.
pub(super) struct Unreadable {
    /// Where the code stops making sense, in bytes.
    pub(super) offset: usize,
    pub(super) message: String,
}

/// The machines that a file of TypeScript or JavaScript makes, in their order.
pub(super) fn machines(text: &str) -> Result<Vec<Value>, Unreadable> {
    let allocator = Allocator::default();
    // Types and elements in angle brackets cannot be told apart: machines are in files without.
    let mut parsed = Parser::new(&allocator, text, SourceType::ts()).parse();
    if parsed.panicked {
        parsed = Parser::new(&allocator, text, SourceType::tsx()).parse();
    }
    if parsed.panicked {
        let first = parsed.diagnostics.first();
        let label = first.and_then(|first| first.labels.first());
        return Err(Unreadable {
            offset: label.map_or(0, |label| label.offset() as usize),
            message: first.map_or_else(String::new, |first| first.message.to_string()),
        });
    }
    let mut reader = Reader {
        text,
        machines: Vec::new(),
    };
    reader.visit_program(&parsed.program);
    Ok(reader.machines)
}

struct Reader<'t> {
    text: &'t str,
    machines: Vec<Value>,
}

impl<'a> Visit<'a> for Reader<'_> {
    fn visit_call_expression(&mut self, call: &CallExpression<'a>) {
        let maker = name(&call.callee);
        let first = call.arguments.first().and_then(Argument::as_expression);
        if let Some(Expression::ObjectExpression(object)) =
            first.map(Expression::get_inner_expression)
            && maker.is_some_and(|maker| MAKERS.contains(&maker))
        {
            let machine = self.object(object, 0);
            if machine.get("states").is_some() {
                self.machines.push(machine);
                return;
            }
        }
        walk::walk_call_expression(self, call);
    }
}

impl Reader<'_> {
    fn object(&self, object: &ObjectExpression<'_>, depth: usize) -> Value {
        let mut members = Map::new();
        for property in &object.properties {
            // What is spread in is not here to be read.
            let ObjectPropertyKind::ObjectProperty(property) = property else {
                continue;
            };
            let key = match &property.key {
                PropertyKey::StaticIdentifier(name) => name.name.to_string(),
                PropertyKey::StringLiteral(text) => text.value.to_string(),
                PropertyKey::NumericLiteral(number) => number.value.to_string(),
                other => self.source(other.span()).trim_matches('`').to_owned(),
            };
            members.insert(key, self.value(&property.value, depth + 1));
        }
        Value::Object(members)
    }

    fn value(&self, expression: &Expression<'_>, depth: usize) -> Value {
        if depth > MAX_DEPTH {
            return Value::Null;
        }
        match expression.get_inner_expression() {
            Expression::ObjectExpression(object) => self.object(object, depth),
            Expression::ArrayExpression(array) => {
                let elements = array.elements.iter();
                let values = elements.filter_map(|element| element.as_expression());
                Value::Array(values.map(|value| self.value(value, depth + 1)).collect())
            }
            Expression::StringLiteral(text) => text.value.to_string().into(),
            Expression::BooleanLiteral(literal) => literal.value.into(),
            Expression::NullLiteral(_) => Value::Null,
            Expression::CallExpression(call) => match name(&call.callee) {
                Some(name) => name.into(),
                None => self.label(call.span),
            },
            Expression::TemplateLiteral(template) => {
                self.source(template.span).trim_matches('`').into()
            }
            other => self.label(other.span()),
        }
    }

    /// The code itself, if it is short.
    fn label(&self, span: Span) -> Value {
        let code = self.source(span);
        let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
        if code.chars().count() <= LONGEST_LABEL {
            return code.into();
        }
        let start: String = code.chars().take(LONGEST_LABEL - 1).collect();
        format!("{}…", start.trim_end()).into()
    }

    fn source(&self, span: Span) -> &str {
        let range = span.start as usize..span.end as usize;
        self.text.get(range).unwrap_or("")
    }
}

/// What is called: the last name of `setup({}).createMachine`.
fn name<'a>(callee: &'a Expression<'_>) -> Option<&'a str> {
    match callee {
        Expression::Identifier(identifier) => Some(identifier.name.as_str()),
        Expression::StaticMemberExpression(member) => Some(member.property.name.as_str()),
        _ => None,
    }
}
