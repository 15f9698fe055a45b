//! TypeScript and JavaScript: classes, interfaces, enums and types; who calls whom.

use ichiban_tool::Settings;
use oxc_allocator::Allocator;
use oxc_ast::AstKind;
use oxc_ast::ast::{
    Class, ClassElement, Expression, FormalParameters, MethodDefinitionKind, TSAccessibility,
    TSInterfaceDeclaration, TSSignature, TSType,
};
use oxc_ast_visit::Visit;
use oxc_parser::Parser;
use oxc_span::{GetSpan, SourceType, Span};

use super::code::{self, Call, Code, Function, group, tidy};
use super::{Error, File, Picture, Source, syntax};
use crate::text::place_at;
use crate::write::graph::{Member, Relation};

pub(super) const SOURCE: Source = Source {
    name: "typescript",
    label: "TypeScript, JavaScript",
    about: "TypeScript and JavaScript code, drawn as classes or as a call graph",
    files: &[".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"],
    settings: code::SETTINGS,
    looks,
    draw,
};

fn looks(text: &str) -> u8 {
    let signs = [
        "const ",
        "let ",
        "function ",
        "=> ",
        "export ",
        "import {",
        "interface ",
        "require(",
        "async ",
        "===",
        "constructor(",
        "readonly ",
        ": string",
        ": number",
        "extends ",
    ];
    let other = [
        "package ",
        "func ",
        "fn ",
        "def ",
        "public class",
        "impl ",
        "#include",
    ];
    if other
        .iter()
        .any(|sign| text.lines().any(|line| line.starts_with(sign)))
    {
        return 0;
    }
    match signs.iter().filter(|sign| text.contains(*sign)).count() {
        0 | 1 => 0,
        2 => 45,
        _ => 72,
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut code = Code::default();
    for (number, file) in files.iter().enumerate() {
        let allocator = Allocator::default();
        let extension = file
            .name
            .and_then(|name| name.rsplit('.').next())
            .unwrap_or("");
        let kind = match extension {
            "jsx" | "js" | "mjs" | "cjs" => SourceType::mjs().with_jsx(true),
            "tsx" => SourceType::tsx(),
            _ => SourceType::ts(),
        };
        let parsed = Parser::new(&allocator, file.text, kind).parse();
        if parsed.panicked {
            let first = parsed.diagnostics.first();
            let at = first
                .and_then(|first| first.labels.first())
                .map_or(0, |label| label.offset() as usize);
            let message = first.map_or_else(String::new, |first| first.message.to_string());
            let place = place_at(file.text, at);
            return Err(syntax(
                number,
                place.line as usize,
                place.column as usize,
                format!("this is not TypeScript or JavaScript: {message}"),
                "Mend the code at this place.",
            ));
        }
        let mut reader = Reader {
            text: file.text,
            group: group(file, files),
            code: &mut code,
            owners: Vec::new(),
            functions: Vec::new(),
        };
        reader.visit_program(&parsed.program);
    }
    code.draw(settings)
}

struct Reader<'t, 'c> {
    text: &'t str,
    group: &'t str,
    code: &'c mut Code,
    /// The classes that the walk is within.
    owners: Vec<String>,
    /// The functions that the walk is within, as places in the code's; `None` for one without a
    /// name, whose calls are those of the function around it.
    functions: Vec<(Span, usize)>,
}

impl Reader<'_, '_> {
    fn source(&self, span: Span) -> String {
        tidy(
            self.text
                .get(span.start as usize..span.end as usize)
                .unwrap_or(""),
        )
    }

    fn class(&mut self, class: &Class<'_>, name: &str) {
        let mut members = Vec::new();
        for element in &class.body.body {
            match element {
                ClassElement::PropertyDefinition(field) => members.push(Member {
                    visibility: visibility(field.accessibility, &self.source(field.key.span())),
                    name: self.source(field.key.span()),
                    ty: match (&field.type_annotation, &field.value) {
                        (Some(ty), _) => self.ty(&ty.type_annotation),
                        (None, Some(Expression::NewExpression(new))) => {
                            self.source(new.callee.span())
                        }
                        _ => String::new(),
                    },
                    is_static: field.r#static,
                    ..Member::default()
                }),
                ClassElement::MethodDefinition(method) => {
                    let is_constructor = method.kind == MethodDefinitionKind::Constructor;
                    if is_constructor {
                        // A parameter with an accessibility is a field, too.
                        for parameter in &method.value.params.items {
                            if parameter.accessibility.is_some() || parameter.readonly {
                                let name = self.source(parameter.pattern.span());
                                members.push(Member {
                                    visibility: visibility(parameter.accessibility, &name),
                                    name,
                                    ty: parameter
                                        .type_annotation
                                        .as_ref()
                                        .map_or_else(String::new, |ty| {
                                            self.ty(&ty.type_annotation)
                                        }),
                                    ..Member::default()
                                });
                            }
                        }
                    }
                    let key = self.source(method.key.span());
                    let is_accessor = matches!(
                        method.kind,
                        MethodDefinitionKind::Get | MethodDefinitionKind::Set
                    );
                    if is_accessor && members.iter().any(|known| known.name == key) {
                        continue;
                    }
                    members.push(Member {
                        visibility: visibility(method.accessibility, &key),
                        parameters: (!is_accessor).then(|| self.parameters(&method.value.params)),
                        ty: method
                            .value
                            .return_type
                            .as_ref()
                            .map_or_else(String::new, |ty| self.ty(&ty.type_annotation)),
                        name: key,
                        is_static: method.r#static,
                        is_abstract: method.value.body.is_none() && class.r#abstract,
                        ..Member::default()
                    });
                }
                _ => {}
            }
        }
        let mut bases = Vec::new();
        if let Some(base) = &class.heritage {
            bases.push((
                last(&self.source(base.expression.span())),
                Relation::Inherits,
            ));
        }
        for interface in &class.implements {
            bases.push((
                last(&self.source(interface.expression.span())),
                Relation::Implements,
            ));
        }
        let ty = self.code.type_named(name, self.group);
        ty.members.extend(members);
        ty.bases.extend(bases);
        if class.r#abstract {
            "abstract".clone_into(&mut ty.stereotype);
        }
    }

    fn interface(&mut self, interface: &TSInterfaceDeclaration<'_>) {
        let members = self.signatures(&interface.body.body);
        let bases: Vec<_> = interface
            .extends
            .iter()
            .map(|base| {
                (
                    last(&self.source(base.type_name.span())),
                    Relation::Inherits,
                )
            })
            .collect();
        let ty = self.code.type_named(interface.id.name.as_str(), self.group);
        "interface".clone_into(&mut ty.stereotype);
        ty.members.extend(members);
        ty.bases.extend(bases);
    }

    fn signatures(&self, signatures: &[TSSignature<'_>]) -> Vec<Member> {
        let mut members = Vec::new();
        for signature in signatures {
            match signature {
                TSSignature::TSPropertySignature(field) => {
                    let ty = field
                        .type_annotation
                        .as_ref()
                        .map_or_else(String::new, |ty| self.ty(&ty.type_annotation));
                    members.push(Member {
                        visibility: Some('+'),
                        name: self.source(field.key.span()),
                        ty: if field.optional { format!("{ty}?") } else { ty },
                        ..Member::default()
                    });
                }
                TSSignature::TSMethodSignature(method) => members.push(Member {
                    visibility: Some('+'),
                    name: self.source(method.key.span()),
                    parameters: Some(self.parameters(&method.params)),
                    ty: method
                        .return_type
                        .as_ref()
                        .map_or_else(String::new, |ty| self.ty(&ty.type_annotation)),
                    ..Member::default()
                }),
                _ => {}
            }
        }
        members
    }

    fn parameters(&self, parameters: &FormalParameters<'_>) -> String {
        let parameters: Vec<String> = parameters
            .items
            .iter()
            .map(|parameter| {
                let name = parameter.pattern.get_identifier_name();
                let name = name.map_or_else(|| "…".to_owned(), |name| name.to_string());
                match &parameter.type_annotation {
                    Some(ty) => format!("{name}: {}", self.ty(&ty.type_annotation)),
                    None => name,
                }
            })
            .collect();
        parameters.join(", ")
    }

    /// A type's words; what it spells out between braces is left to the code.
    fn ty(&self, ty: &TSType<'_>) -> String {
        match ty {
            TSType::TSTypeLiteral(_) => "object".to_owned(),
            other => self.source(other.span()),
        }
    }

    fn enter_function(&mut self, span: Span, name: &str, owner: &str) {
        self.code.functions.push(Function {
            owner: owner.to_owned(),
            name: name.to_owned(),
            group: self.group.to_owned(),
            calls: Vec::new(),
        });
        self.functions.push((span, self.code.functions.len() - 1));
    }

    fn call(&mut self, callee: &Expression<'_>) {
        let Some((_, function)) = self.functions.last() else {
            return;
        };
        let call = match callee {
            Expression::Identifier(name) => Call {
                receiver: String::new(),
                name: name.name.to_string(),
            },
            Expression::StaticMemberExpression(member) => Call {
                receiver: match &member.object {
                    Expression::ThisExpression(_) => "this".to_owned(),
                    Expression::Super(_) => "super".to_owned(),
                    Expression::Identifier(name) => name.name.to_string(),
                    Expression::StaticMemberExpression(inner) => inner.property.name.to_string(),
                    _ => "?".to_owned(),
                },
                name: member.property.name.to_string(),
            },
            _ => return,
        };
        if let Some(function) = self.code.functions.get_mut(*function) {
            function.calls.push(call);
        }
    }
}

impl<'a> Visit<'a> for Reader<'_, '_> {
    fn enter_node(&mut self, kind: AstKind<'a>) {
        match kind {
            AstKind::Class(class) => {
                let name = class
                    .id
                    .as_ref()
                    .map_or_else(|| "default".to_owned(), |id| id.name.to_string());
                self.class(class, &name);
                self.owners.push(name);
            }
            AstKind::TSInterfaceDeclaration(interface) => self.interface(interface),
            AstKind::TSEnumDeclaration(values) => {
                let members: Vec<Member> = values
                    .body
                    .members
                    .iter()
                    .map(|value| Member {
                        name: self
                            .source(value.id.span())
                            .trim_matches(['"', '\''])
                            .to_owned(),
                        ..Member::default()
                    })
                    .collect();
                let ty = self.code.type_named(values.id.name.as_str(), self.group);
                "enumeration".clone_into(&mut ty.stereotype);
                ty.members.extend(members);
            }
            AstKind::TSTypeAliasDeclaration(alias) => {
                let members = match &alias.type_annotation {
                    TSType::TSTypeLiteral(literal) => self.signatures(&literal.members),
                    _ => Vec::new(),
                };
                let mention = match &alias.type_annotation {
                    TSType::TSTypeLiteral(_) => Vec::new(),
                    other => vec![self.source(other.span())],
                };
                let ty = self.code.type_named(alias.id.name.as_str(), self.group);
                "type".clone_into(&mut ty.stereotype);
                ty.members.extend(members);
                ty.mentions.extend(mention);
            }
            AstKind::MethodDefinition(method) => {
                let name = self.source(method.key.span());
                let owner = self.owners.last().cloned().unwrap_or_default();
                self.enter_function(method.span, &name, &owner);
            }
            AstKind::Function(function) => {
                if let Some(name) = &function.id {
                    self.enter_function(function.span, name.name.as_str(), "");
                }
            }
            AstKind::VariableDeclarator(variable) => {
                let is_function = matches!(
                    variable.init,
                    Some(
                        Expression::ArrowFunctionExpression(_) | Expression::FunctionExpression(_)
                    )
                );
                if let Some(name) = variable.id.get_identifier_name().filter(|_| is_function) {
                    self.enter_function(variable.span, name.as_str(), "");
                }
            }
            AstKind::CallExpression(call) => self.call(&call.callee),
            AstKind::NewExpression(new) => {
                if let Expression::Identifier(name) = &new.callee
                    && let Some((_, function)) = self.functions.last()
                    && let Some(function) = self.code.functions.get_mut(*function)
                {
                    function.calls.push(Call {
                        receiver: name.name.to_string(),
                        name: "constructor".to_owned(),
                    });
                }
            }
            _ => {}
        }
    }

    fn leave_node(&mut self, kind: AstKind<'a>) {
        if let AstKind::Class(_) = kind {
            self.owners.pop();
        }
        if self
            .functions
            .last()
            .is_some_and(|(span, _)| *span == kind.span())
            && matches!(
                kind,
                AstKind::MethodDefinition(_)
                    | AstKind::Function(_)
                    | AstKind::VariableDeclarator(_)
            )
        {
            self.functions.pop();
        }
    }
}

#[expect(clippy::unnecessary_wraps, reason = "a member may have none")]
fn visibility(accessibility: Option<TSAccessibility>, name: &str) -> Option<char> {
    Some(match accessibility {
        Some(TSAccessibility::Private) => '-',
        Some(TSAccessibility::Protected) => '#',
        _ if name.starts_with('#') => '-',
        _ => '+',
    })
}

fn last(name: &str) -> String {
    name.rsplit('.').next().unwrap_or(name).to_owned()
}
