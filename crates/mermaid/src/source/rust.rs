//! Rust: structs, enums, traits and their methods; who calls whom.

use ichiban_tool::Settings;
use quote::ToTokens;
use syn::visit::{Visit, visit_expr_call, visit_expr_method_call};
use syn::{Expr, FnArg, ImplItem, Item, ReturnType, Signature, TraitItem, Visibility};

use super::code::{self, Call, Code, Function, group, tidy};
use super::{Error, File, Picture, Source, syntax};
use crate::write::graph::{Member, Relation};

pub(super) const SOURCE: Source = Source {
    name: "rust",
    label: "Rust",
    about: "Rust code, drawn as classes or as a call graph",
    files: &[".rs"],
    settings: code::SETTINGS,
    looks,
    draw,
};

fn looks(text: &str) -> u8 {
    let has = |word: &str| text.contains(word);
    let signs = [
        "fn ",
        "impl ",
        "pub struct ",
        "pub enum ",
        "pub fn ",
        "let mut ",
        "&self",
        "use std::",
        "#[derive(",
    ];
    match signs.iter().filter(|sign| has(sign)).count() {
        0 => 0,
        1 => 25,
        2 => 55,
        _ => 80,
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut code = Code::default();
    for (number, file) in files.iter().enumerate() {
        let parsed = syn::parse_file(file.text).map_err(|error| {
            let at = error.span().start();
            syntax(
                number,
                at.line,
                at.column + 1,
                format!("this is not Rust: {error}"),
                "Mend the code at this place.",
            )
        })?;
        items(&parsed.items, group(file, files), &mut code);
    }
    code.draw(settings)
}

fn items(items: &[Item], group: &str, code: &mut Code) {
    for item in items {
        match item {
            Item::Struct(item) => {
                let ty = code.type_named(&item.ident.to_string(), group);
                ty.members.extend(fields(item.fields.iter()));
            }
            Item::Union(item) => {
                let ty = code.type_named(&item.ident.to_string(), group);
                "union".clone_into(&mut ty.stereotype);
                ty.members.extend(fields(item.fields.named.iter()));
            }
            Item::Enum(item) => {
                let ty = code.type_named(&item.ident.to_string(), group);
                "enumeration".clone_into(&mut ty.stereotype);
                for variant in &item.variants {
                    let held: Vec<String> = variant
                        .fields
                        .iter()
                        .map(|field| written(&field.ty))
                        .collect();
                    ty.mentions.extend(held.clone());
                    ty.members.push(Member {
                        name: variant.ident.to_string(),
                        ty: held.join(", "),
                        ..Member::default()
                    });
                }
            }
            Item::Trait(item) => {
                let name = item.ident.to_string();
                let ty = code.type_named(&name, group);
                "trait".clone_into(&mut ty.stereotype);
                for bound in &item.supertraits {
                    if let syn::TypeParamBound::Trait(bound) = bound {
                        ty.bases.push((last(&bound.path), Relation::Inherits));
                    }
                }
                for member in &item.items {
                    if let TraitItem::Fn(method) = member {
                        let mut member = method_of(&method.sig, Some('+'));
                        member.is_abstract = method.default.is_none();
                        code.type_named(&name, group).members.push(member);
                        if let Some(body) = &method.default {
                            function(
                                &name,
                                &method.sig,
                                group,
                                |calls| calls.visit_block(body),
                                code,
                            );
                        }
                    }
                }
            }
            Item::Impl(item) => {
                let syn::Type::Path(path) = item.self_ty.as_ref() else {
                    continue;
                };
                let name = last(&path.path);
                if let Some((of, _)) = &item.trait_ {
                    let base = last(of);
                    let ty = code.type_named(&name, group);
                    if ty.bases.iter().all(|(known, _)| *known != base) {
                        ty.bases.push((base, Relation::Implements));
                    }
                }
                for member in &item.items {
                    if let ImplItem::Fn(method) = member {
                        if item.trait_.is_none() {
                            let member = method_of(&method.sig, visibility(&method.vis));
                            code.type_named(&name, group).members.push(member);
                        }
                        let body = &method.block;
                        function(
                            &name,
                            &method.sig,
                            group,
                            |calls| calls.visit_block(body),
                            code,
                        );
                    }
                }
            }
            Item::Fn(item) => {
                let body = &item.block;
                function("", &item.sig, group, |calls| calls.visit_block(body), code);
            }
            Item::Mod(module) => {
                let is_test = module.attrs.iter().any(|attribute| {
                    attribute.path().is_ident("cfg")
                        && attribute.to_token_stream().to_string().contains("test")
                });
                if let Some((_, inner)) = module.content.as_ref().filter(|_| !is_test) {
                    self::items(inner, &module.ident.to_string(), code);
                }
            }
            _ => {}
        }
    }
}

fn fields<'a>(fields: impl Iterator<Item = &'a syn::Field>) -> Vec<Member> {
    fields
        .enumerate()
        .map(|(at, field)| Member {
            visibility: visibility(&field.vis),
            name: field
                .ident
                .as_ref()
                .map_or_else(|| at.to_string(), ToString::to_string),
            ty: written(&field.ty),
            ..Member::default()
        })
        .collect()
}

#[expect(clippy::unnecessary_wraps, reason = "a member may have none")]
fn visibility(visibility: &Visibility) -> Option<char> {
    Some(match visibility {
        Visibility::Public(_) => '+',
        Visibility::Restricted(_) => '~',
        Visibility::Inherited => '-',
    })
}

fn method_of(signature: &Signature, visibility: Option<char>) -> Member {
    let mut has_self = false;
    let mut parameters = Vec::new();
    for input in &signature.inputs {
        match input {
            FnArg::Receiver(_) => has_self = true,
            FnArg::Typed(input) => {
                let name = written(&input.pat);
                parameters.push(format!("{name}: {}", written(&input.ty)));
            }
        }
    }
    Member {
        visibility,
        name: signature.ident.to_string(),
        parameters: Some(parameters.join(", ")),
        ty: match &signature.output {
            ReturnType::Default => String::new(),
            ReturnType::Type(_, ty) => written(ty),
        },
        is_static: !has_self,
        ..Member::default()
    }
}

fn written(tokens: &impl ToTokens) -> String {
    tidy(&tokens.to_token_stream().to_string())
}

fn last(path: &syn::Path) -> String {
    path.segments
        .last()
        .map_or_else(String::new, |segment| segment.ident.to_string())
}

fn function(
    owner: &str,
    signature: &Signature,
    group: &str,
    visit: impl FnOnce(&mut Calls),
    code: &mut Code,
) {
    let mut calls = Calls::default();
    visit(&mut calls);
    code.functions.push(Function {
        owner: owner.to_owned(),
        name: signature.ident.to_string(),
        group: group.to_owned(),
        calls: calls.found,
    });
}

#[derive(Default)]
struct Calls {
    found: Vec<Call>,
}

impl<'ast> Visit<'ast> for Calls {
    fn visit_expr_call(&mut self, call: &'ast syn::ExprCall) {
        if let Expr::Path(path) = call.func.as_ref() {
            let mut segments: Vec<String> = path
                .path
                .segments
                .iter()
                .map(|segment| segment.ident.to_string())
                .collect();
            let name = segments.pop().unwrap_or_default();
            let receiver = segments.pop().unwrap_or_default();
            self.found.push(Call { receiver, name });
        }
        visit_expr_call(self, call);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        let receiver = match call.receiver.as_ref() {
            Expr::Path(path) => last(&path.path),
            _ => "?".to_owned(),
        };
        self.found.push(Call {
            receiver,
            name: call.method.to_string(),
        });
        visit_expr_method_call(self, call);
    }
}
