//! Python: classes, their attributes and methods; who calls whom.

use ichiban_tool::Settings;
use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, Stmt, StmtClassDef, StmtFunctionDef};
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextRange};

use super::code::{self, Call, Code, Function, group, tidy};
use super::{Error, File, Picture, Source, syntax};
use crate::text::place_at;
use crate::write::graph::{Member, Relation};

pub(super) const SOURCE: Source = Source {
    name: "python",
    label: "Python",
    about: "Python code, drawn as classes or as a call graph",
    files: &[".py", ".pyi"],
    settings: code::SETTINGS,
    looks,
    draw,
};

fn looks(text: &str) -> u8 {
    let mut signs = 0;
    for line in text.lines().take(2000) {
        let code = line.trim();
        let is_block = code.ends_with(':') || code.contains("): ");
        signs += usize::from(
            (code.starts_with("def ")
                || code.starts_with("async def ")
                || code.starts_with("class "))
                && is_block
                || code.starts_with("from ") && code.contains(" import ")
                || code.starts_with("import ")
                    && !code.ends_with(';')
                    && !code.contains(['"', '\'', '{'])
                || code.starts_with("elif ")
                || code.starts_with("if __name__"),
        );
    }
    match signs {
        0 => 0,
        1 => 45,
        _ => 80,
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut code = Code::default();
    for (number, file) in files.iter().enumerate() {
        let parsed = parse_module(file.text).map_err(|error| {
            let place = place_at(file.text, error.location.start().to_usize());
            syntax(
                number,
                place.line as usize,
                place.column as usize,
                format!("this is not Python: {}", error.error),
                "Mend the code at this place.",
            )
        })?;
        let reader = Reader {
            text: file.text,
            group: group(file, files),
        };
        reader.body(&parsed.syntax().body, "", &mut code);
    }
    code.draw(settings)
}

struct Reader<'a> {
    text: &'a str,
    group: &'a str,
}

impl Reader<'_> {
    fn body(&self, body: &[Stmt], owner: &str, code: &mut Code) {
        for statement in body {
            match statement {
                Stmt::ClassDef(class) => self.class(class, code),
                Stmt::FunctionDef(function) => self.function(function, owner, code),
                // What is declared under a condition is declared.
                Stmt::If(branch) => {
                    self.body(&branch.body, owner, code);
                    for clause in &branch.elif_else_clauses {
                        self.body(&clause.body, owner, code);
                    }
                }
                Stmt::Try(attempt) => self.body(&attempt.body, owner, code),
                _ => {}
            }
        }
    }

    fn class(&self, class: &StmtClassDef, code: &mut Code) {
        let name = class.name.as_str();
        let mut bases = Vec::new();
        let mut stereotype = "";
        for base in class.arguments.iter().flat_map(|arguments| &arguments.args) {
            let base = match base {
                Expr::Subscript(generic) => self.source(generic.value.range()),
                other => self.source(other.range()),
            };
            let base = base.rsplit('.').next().unwrap_or("").to_owned();
            match base.as_str() {
                "object" | "Generic" => {}
                "Protocol" | "ABC" => stereotype = "interface",
                "Enum" | "IntEnum" | "StrEnum" | "Flag" | "IntFlag" => stereotype = "enumeration",
                _ => bases.push((base, Relation::Inherits)),
            }
        }
        for decorator in &class.decorator_list {
            let decorator = self.source(decorator.expression.range());
            if decorator
                .split('(')
                .next()
                .is_some_and(|name| name.ends_with("dataclass"))
            {
                stereotype = "dataclass";
            }
        }
        let mut members = Vec::new();
        for statement in &class.body {
            match statement {
                Stmt::AnnAssign(field) => members.push(Member {
                    visibility: visibility(&self.source(field.target.range())),
                    name: self.source(field.target.range()),
                    ty: self.source(field.annotation.range()),
                    ..Member::default()
                }),
                Stmt::Assign(field) => {
                    for target in field
                        .targets
                        .iter()
                        .filter(|target| matches!(target, Expr::Name(_)))
                    {
                        let name = self.source(target.range());
                        if name.starts_with("__") {
                            continue;
                        }
                        members.push(Member {
                            visibility: visibility(&name),
                            ty: self.kind_of(&field.value),
                            name,
                            is_static: stereotype != "enumeration",
                            ..Member::default()
                        });
                    }
                }
                Stmt::FunctionDef(method) => {
                    if method.name.as_str() == "__init__" {
                        let mut fields = Fields {
                            reader: self,
                            parameters: parameters_of(self, method),
                            found: Vec::new(),
                        };
                        for statement in &method.body {
                            fields.visit_stmt(statement);
                        }
                        for field in fields.found {
                            if members.iter().all(|known| known.name != field.name) {
                                members.push(field);
                            }
                        }
                    }
                    members.push(self.method(method));
                }
                _ => {}
            }
        }
        let ty = code.type_named(name, self.group);
        ty.bases.extend(bases);
        ty.members.extend(members);
        stereotype.clone_into(&mut ty.stereotype);
        self.body(&class.body, name, code);
    }

    fn method(&self, method: &StmtFunctionDef) -> Member {
        let name = method.name.as_str();
        let decorated = |wanted: &str| {
            method
                .decorator_list
                .iter()
                .any(|decorator| self.source(decorator.expression.range()).ends_with(wanted))
        };
        let parameters: Vec<String> = parameters_of(self, method)
            .into_iter()
            .filter(|(name, _)| name != "self" && name != "cls")
            .map(|(name, ty)| {
                if ty.is_empty() {
                    name
                } else {
                    format!("{name}: {ty}")
                }
            })
            .collect();
        let returns = method
            .returns
            .as_ref()
            .map_or_else(String::new, |ty| self.source(ty.range()));
        let is_property = decorated("property");
        Member {
            visibility: visibility(name),
            name: name.to_owned(),
            parameters: (!is_property).then(|| parameters.join(", ")),
            ty: returns,
            is_static: decorated("staticmethod") || decorated("classmethod"),
            is_abstract: decorated("abstractmethod"),
            ..Member::default()
        }
    }

    fn function(&self, function: &StmtFunctionDef, owner: &str, code: &mut Code) {
        let mut calls = Calls {
            reader: self,
            found: Vec::new(),
        };
        for statement in &function.body {
            calls.visit_stmt(statement);
        }
        code.functions.push(Function {
            owner: owner.to_owned(),
            name: function.name.to_string(),
            group: self.group.to_owned(),
            calls: calls.found,
        });
    }

    fn source(&self, range: TextRange) -> String {
        let text = self
            .text
            .get(range.start().to_usize()..range.end().to_usize());
        tidy(text.unwrap_or(""))
            .trim_matches(['"', '\''])
            .to_owned()
    }

    /// The type of a value that is made by calling it.
    fn kind_of(&self, value: &Expr) -> String {
        match value {
            Expr::Call(call) => {
                let name = self.source(call.func.range());
                let last = name.rsplit('.').next().unwrap_or(&name);
                let is_type = last.starts_with(|c: char| c.is_uppercase());
                if is_type {
                    last.to_owned()
                } else {
                    String::new()
                }
            }
            _ => String::new(),
        }
    }
}

#[expect(clippy::unnecessary_wraps, reason = "a member may have none")]
fn visibility(name: &str) -> Option<char> {
    let is_own = name.starts_with('_') && !name.ends_with("__");
    Some(if is_own { '-' } else { '+' })
}

fn parameters_of(reader: &Reader<'_>, function: &StmtFunctionDef) -> Vec<(String, String)> {
    let parameters = &function.parameters;
    let typed = |parameter: &ruff_python_ast::Parameter| {
        let ty = parameter
            .annotation
            .as_ref()
            .map_or_else(String::new, |ty| reader.source(ty.range()));
        (parameter.name.to_string(), ty)
    };
    parameters
        .posonlyargs
        .iter()
        .chain(&parameters.args)
        .chain(&parameters.kwonlyargs)
        .map(|parameter| typed(&parameter.parameter))
        .collect()
}

/// The attributes that a method gives its object.
struct Fields<'a> {
    reader: &'a Reader<'a>,
    parameters: Vec<(String, String)>,
    found: Vec<Member>,
}

impl Fields<'_> {
    fn add(&mut self, target: &Expr, annotation: Option<&Expr>, value: Option<&Expr>) {
        let Expr::Attribute(attribute) = target else {
            return;
        };
        if !matches!(attribute.value.as_ref(), Expr::Name(name) if name.id.as_str() == "self") {
            return;
        }
        let name = attribute.attr.to_string();
        // A parameter that is kept has the parameter's type.
        let ty = match (annotation, value) {
            (Some(annotation), _) => self.reader.source(annotation.range()),
            (None, Some(Expr::Name(value))) => self
                .parameters
                .iter()
                .find(|(name, _)| *name == value.id.as_str())
                .map_or_else(String::new, |(_, ty)| ty.clone()),
            (None, Some(value)) => self.reader.kind_of(value),
            (None, None) => String::new(),
        };
        self.found.push(Member {
            visibility: visibility(&name),
            name,
            ty,
            ..Member::default()
        });
    }
}

impl<'a> Visitor<'a> for Fields<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Assign(assign) => {
                for target in &assign.targets {
                    self.add(target, None, Some(&assign.value));
                }
            }
            Stmt::AnnAssign(assign) => {
                self.add(
                    &assign.target,
                    Some(&assign.annotation),
                    assign.value.as_deref(),
                );
            }
            _ => walk_stmt(self, statement),
        }
    }
}

struct Calls<'a> {
    reader: &'a Reader<'a>,
    found: Vec<Call>,
}

impl<'a> Visitor<'a> for Calls<'_> {
    fn visit_expr(&mut self, expression: &'a Expr) {
        if let Expr::Call(call) = expression {
            match call.func.as_ref() {
                Expr::Name(name) => self.found.push(Call {
                    receiver: String::new(),
                    name: name.id.to_string(),
                }),
                Expr::Attribute(attribute) => self.found.push(Call {
                    receiver: match attribute.value.as_ref() {
                        Expr::Name(name) => name.id.to_string(),
                        Expr::Call(inner) if self.reader.source(inner.func.range()) == "super" => {
                            "super".to_owned()
                        }
                        _ => "?".to_owned(),
                    },
                    name: attribute.attr.to_string(),
                }),
                _ => {}
            }
        }
        walk_expr(self, expression);
    }
}
