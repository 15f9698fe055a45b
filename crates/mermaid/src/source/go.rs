//! Go: structs, interfaces and their methods; who calls whom.
//!
//! Declarations are read as the language's specification writes them; the inside of a function only
//! as far as it calls others. A struct that has every method of an interface in these files
//! implements it.

use std::collections::BTreeSet;

use ichiban_tool::Settings;

use super::code::{self, Code, Function, group, tidy};
use super::tokens::{Kind, Token, after_closing, calls, source, tokens};
use super::{Error, File, Picture, Source};
use crate::write::graph::{Member, Relation};

pub(super) const SOURCE: Source = Source {
    name: "go",
    label: "Go",
    about: "Go code, drawn as classes or as a call graph",
    files: &[".go"],
    settings: code::SETTINGS,
    looks,
    draw,
};

const KEYWORDS: &[&str] = &[
    "if",
    "for",
    "switch",
    "func",
    "return",
    "select",
    "case",
    "go",
    "defer",
    "range",
    "interface",
    "struct",
    "map",
    "chan",
    "append",
    "len",
    "cap",
    "make",
    "new",
    "panic",
    "recover",
    "copy",
    "delete",
    "close",
    "print",
    "println",
    "string",
    "int",
    "byte",
    "error",
    "min",
    "max",
    "clear",
];

fn looks(text: &str) -> u8 {
    let begins = |word: &str| text.lines().any(|line| line.starts_with(word));
    let is_package = text
        .lines()
        .any(|line| line.starts_with("package ") && !line.trim_end().ends_with(';'));
    match (
        is_package,
        begins("func ") || begins("type ") || begins("import "),
    ) {
        (true, true) => 92,
        (false, true) if begins("func ") && text.contains(":=") => 70,
        _ => 0,
    }
}

fn draw(files: &[File<'_>], settings: &Settings) -> Result<Picture, Error> {
    let mut code = Code::default();
    for file in files {
        let tokens = tokens(file.text);
        let mut reader = Reader {
            text: file.text,
            group: group(file, files),
            code: &mut code,
        };
        reader.file(&tokens);
    }
    implement(&mut code);
    code.draw(settings)
}

struct Reader<'t, 'c> {
    text: &'t str,
    group: &'t str,
    code: &'c mut Code,
}

impl Reader<'_, '_> {
    fn file(&mut self, tokens: &[Token<'_>]) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            if token.is("type") && token.begins_line {
                at = self.types(tokens, at + 1);
            } else if token.is("func") && token.begins_line {
                at = self.function(tokens, at + 1);
            } else if token.kind == Kind::Mark && matches!(token.text, "(" | "{") {
                at = after_closing(tokens, at);
            } else {
                at += 1;
            }
        }
    }

    /// One type, or several between parentheses.
    fn types(&mut self, tokens: &[Token<'_>], at: usize) -> usize {
        if !tokens.get(at).is_some_and(|token| token.is("(")) {
            return self.one_type(tokens, at);
        }
        let end = after_closing(tokens, at).saturating_sub(1);
        let mut at = at + 1;
        while at < end {
            at = self.one_type(tokens, at).max(at + 1);
        }
        end + 1
    }

    fn one_type(&mut self, tokens: &[Token<'_>], at: usize) -> usize {
        let Some(name) = tokens.get(at).filter(|token| token.kind == Kind::Word) else {
            return at + 1;
        };
        let mut next = at + 1;
        // Type parameters: a bracket that is not an array's.
        let is_generic = tokens.get(next).is_some_and(|token| token.is("["))
            && tokens
                .get(next + 1)
                .is_some_and(|token| token.kind == Kind::Word)
            && !tokens.get(next + 2).is_some_and(|token| token.is("]"));
        if is_generic {
            next = after_closing(tokens, next);
        }
        if tokens.get(next).is_some_and(|token| token.is("=")) {
            next += 1;
        }
        let Some(kind) = tokens.get(next) else {
            return next;
        };
        let open = next + 1;
        let has_body = tokens.get(open).is_some_and(|token| token.is("{"));
        let end = if has_body {
            after_closing(tokens, open)
        } else {
            line_end(tokens, next)
        };
        let body = tokens.get(open + 1..end.saturating_sub(1)).unwrap_or(&[]);
        let ty = self.code.type_named(name.text, self.group);
        match kind.text {
            "struct" if has_body => self.fields(name.text, body),
            "interface" if has_body => {
                "interface".clone_into(&mut ty.stereotype);
                self.methods(name.text, body);
            }
            _ => {
                let of = tokens.get(next..end).unwrap_or(&[]);
                "type".clone_into(&mut ty.stereotype);
                ty.mentions.push(source(self.text, of).to_owned());
            }
        }
        end
    }

    fn fields(&mut self, owner: &str, body: &[Token<'_>]) {
        let mut members = Vec::new();
        let mut bases = Vec::new();
        for line in lines(body) {
            // A tag is no part of the type.
            let line = match line.split_last() {
                Some((tag, before)) if tag.kind == Kind::Literal => before,
                _ => line,
            };
            let names: Vec<&str> = field_names(line);
            let ty = line
                .get(names.len() * 2 - usize::from(!names.is_empty())..)
                .unwrap_or(&[]);
            let ty = tidy(source(self.text, ty));
            if names.is_empty() {
                let base = tidy(source(self.text, line));
                let base = base.trim_start_matches('*').split('[').next().unwrap_or("");
                bases.push((
                    base.rsplit('.').next().unwrap_or(base).to_owned(),
                    Relation::Composes,
                ));
                continue;
            }
            for name in names {
                members.push(Member {
                    visibility: visibility(name),
                    name: name.to_owned(),
                    ty: ty.clone(),
                    ..Member::default()
                });
            }
        }
        let declared = self.code.type_named(owner, self.group);
        declared.members.extend(members);
        declared.bases.extend(bases);
    }

    fn methods(&mut self, owner: &str, body: &[Token<'_>]) {
        let mut members = Vec::new();
        let mut bases = Vec::new();
        for line in lines(body) {
            match line {
                [name, open, ..] if name.kind == Kind::Word && open.is("(") => {
                    let end = after_closing(line, 1);
                    members.push(self.method(name.text, line, 1, end));
                }
                [.., name]
                    if name.kind == Kind::Word && !line.iter().any(|token| token.is("|")) =>
                {
                    bases.push((name.text.to_owned(), Relation::Inherits));
                }
                _ => {}
            }
        }
        let declared = self.code.type_named(owner, self.group);
        declared.members.extend(members);
        declared.bases.extend(bases);
    }

    /// A method whose parameters begin at `open`; what it returns stands from `end` on.
    fn method(&self, name: &str, tokens: &[Token<'_>], open: usize, end: usize) -> Member {
        let inside = tokens.get(open + 1..end.saturating_sub(1)).unwrap_or(&[]);
        let returns = tokens.get(end..).unwrap_or(&[]);
        Member {
            visibility: visibility(name),
            name: name.to_owned(),
            parameters: Some(tidy(source(self.text, inside))),
            ty: tidy(source(self.text, returns)),
            ..Member::default()
        }
    }

    fn function(&mut self, tokens: &[Token<'_>], at: usize) -> usize {
        let mut at = at;
        let mut owner = String::new();
        if tokens.get(at).is_some_and(|token| token.is("(")) {
            let end = after_closing(tokens, at);
            let receiver = tokens.get(at + 1..end.saturating_sub(1)).unwrap_or(&[]);
            // `(s *Store[K, V])`: the word before a bracket, or the last.
            let named = receiver.iter().take_while(|token| !token.is("["));
            if let Some(name) = named.filter(|token| token.kind == Kind::Word).last() {
                name.text.clone_into(&mut owner);
            }
            at = end;
        }
        let Some(name) = tokens.get(at).filter(|token| token.kind == Kind::Word) else {
            return at + 1;
        };
        let mut open = at + 1;
        if tokens.get(open).is_some_and(|token| token.is("[")) {
            open = after_closing(tokens, open);
        }
        if !tokens.get(open).is_some_and(|token| token.is("(")) {
            return open;
        }
        let end = after_closing(tokens, open);
        // The body begins at the first brace that is not a type's.
        let mut body = end;
        while let Some(token) = tokens.get(body) {
            if token.begins_line && body > end {
                return body;
            }
            if token.is("(") || token.is("[") {
                body = after_closing(tokens, body);
                continue;
            }
            if token.is("{") {
                let is_type = tokens
                    .get(body.wrapping_sub(1))
                    .is_some_and(|before| before.is("interface") || before.is("struct"));
                if !is_type {
                    break;
                }
                body = after_closing(tokens, body);
                continue;
            }
            body += 1;
        }
        let after = after_closing(tokens, body);
        let signature = tokens.get(..body).unwrap_or(tokens);
        if !owner.is_empty() {
            let method = self.method(name.text, signature, open, end);
            self.code
                .type_named(&owner, self.group)
                .members
                .push(method);
        }
        self.code.functions.push(Function {
            owner,
            name: name.text.to_owned(),
            group: self.group.to_owned(),
            calls: calls(tokens.get(body..after).unwrap_or(&[]), KEYWORDS),
        });
        after
    }
}

/// A type without members of its own that implement an interface is left as it is.
fn implement(code: &mut Code) {
    let methods = |members: &[Member]| -> BTreeSet<String> {
        members
            .iter()
            .filter(|member| member.parameters.is_some())
            .map(|member| member.name.clone())
            .collect()
    };
    let interfaces: Vec<(String, BTreeSet<String>)> = code
        .types
        .iter()
        .filter(|ty| ty.stereotype == "interface")
        .map(|ty| (ty.name.clone(), methods(&ty.members)))
        .filter(|(_, methods)| !methods.is_empty())
        .collect();
    for ty in code
        .types
        .iter_mut()
        .filter(|ty| ty.stereotype != "interface")
    {
        let own = methods(&ty.members);
        for (interface, wanted) in &interfaces {
            if wanted.is_subset(&own) {
                ty.bases.push((interface.clone(), Relation::Implements));
            }
        }
    }
}

#[expect(clippy::unnecessary_wraps, reason = "a member may have none")]
fn visibility(name: &str) -> Option<char> {
    Some(if name.starts_with(char::is_uppercase) {
        '+'
    } else {
        '-'
    })
}

/// Where the line of a token ends.
fn line_end(tokens: &[Token<'_>], start: usize) -> usize {
    let mut at = start;
    while let Some(token) = tokens.get(at) {
        if at > start && token.begins_line {
            return at;
        }
        at = if matches!(token.text, "(" | "[" | "{") && token.kind == Kind::Mark {
            after_closing(tokens, at)
        } else {
            at + 1
        };
    }
    tokens.len()
}

/// The lines of a body, as tokens; what brackets hold is of the line that opens them.
fn lines<'t, 'a>(body: &'t [Token<'a>]) -> Vec<&'t [Token<'a>]> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < body.len() {
        let end = line_end(body, at).max(at + 1);
        let line = body.get(at..end).unwrap_or(&[]);
        found.extend(
            line.split(|token| token.is(";"))
                .filter(|part| !part.is_empty()),
        );
        at = end;
    }
    found
}

/// The names in `a, b Type`; none if the line embeds a type.
fn field_names<'a>(line: &[Token<'a>]) -> Vec<&'a str> {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(name) = line.get(at).filter(|token| token.kind == Kind::Word) {
        names.push(name.text);
        match line.get(at + 1) {
            Some(comma) if comma.is(",") => at += 2,
            // A type follows: it is not a dot, which is within an embedded type's name.
            Some(next) if !next.is(".") => return names,
            _ => return Vec::new(),
        }
    }
    Vec::new()
}
