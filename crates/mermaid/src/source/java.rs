//! Java: classes, interfaces, enums and records; who calls whom.
//!
//! Declarations are read as the language's specification writes them; the inside of a method only
//! as far as it calls others.

use ichiban_tool::Settings;

use super::code::{self, Code, Function, group, tidy};
use super::tokens::{Kind, Token, after_closing, calls, source, tokens};
use super::{Error, File, Picture, Source};
use crate::write::graph::{Member, Relation};

pub(super) const SOURCE: Source = Source {
    name: "java",
    label: "Java",
    about: "Java code, drawn as classes or as a call graph",
    files: &[".java"],
    settings: code::SETTINGS,
    looks,
    draw,
};

const MODIFIERS: &[&str] = &[
    "public",
    "protected",
    "private",
    "static",
    "final",
    "abstract",
    "native",
    "synchronized",
    "transient",
    "volatile",
    "strictfp",
    "default",
    "sealed",
    "non",
    "open",
];

const KEYWORDS: &[&str] = &[
    "if",
    "for",
    "while",
    "switch",
    "catch",
    "return",
    "synchronized",
    "try",
    "new",
    "throw",
    "assert",
    "case",
    "yield",
];

fn looks(text: &str) -> u8 {
    let has = |word: &str| text.contains(word);
    let is_package = text.lines().any(|line| {
        (line.starts_with("package ") || line.starts_with("import "))
            && line.trim_end().ends_with(';')
            && !line.contains(['{', '\'', '"'])
    });
    let declares = ["class ", "interface ", "enum ", "record "]
        .iter()
        .any(|word| {
            has(&format!("public {word}"))
                || has(&format!("final {word}"))
                || has(&format!("abstract {word}"))
                || text.lines().any(|line| line.starts_with(word))
        });
    match (
        is_package,
        declares,
        has("public ") || has("private ") || has("@Override"),
    ) {
        (true, true, _) => 92,
        (false, true, true) if text.contains(';') && !has(": string") && !has("=> ") => 68,
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
        reader.body(&tokens, "");
    }
    code.draw(settings)
}

struct Reader<'t, 'c> {
    text: &'t str,
    group: &'t str,
    code: &'c mut Code,
}

impl Reader<'_, '_> {
    /// The declarations of a file or of a type's body.
    fn body(&mut self, tokens: &[Token<'_>], owner: &str) {
        let mut at = 0;
        while at < tokens.len() {
            let end = head_end(tokens, at);
            let head = tokens.get(at..end).unwrap_or(&[]);
            let terminator = tokens.get(end);
            let has_body = terminator.is_some_and(|token| token.is("{"));
            let after = if has_body {
                after_closing(tokens, end)
            } else if terminator.is_some_and(|token| token.is("=")) {
                after_semicolon(tokens, end)
            } else {
                end + 1
            };
            let body = if has_body {
                tokens.get(end + 1..after.saturating_sub(1)).unwrap_or(&[])
            } else {
                &[]
            };
            self.declaration(head, body, has_body, owner);
            at = after.max(at + 1);
        }
    }

    fn declaration(&mut self, head: &[Token<'_>], body: &[Token<'_>], has_body: bool, owner: &str) {
        let head = without_annotations(head);
        let modifiers = head
            .iter()
            .take_while(|token| MODIFIERS.contains(&token.text) || token.is("-"))
            .count();
        let (modifiers, rest) = head.split_at(modifiers);
        let says = |word: &str| modifiers.iter().any(|token| token.is(word));
        let visibility = match () {
            () if says("public") => '+',
            () if says("private") => '-',
            () if says("protected") => '#',
            () => '~',
        };
        let Some(first) = rest.first() else {
            return;
        };
        if has_body && matches!(first.text, "class" | "interface" | "enum" | "record") {
            self.ty(rest, body, says("abstract"));
            return;
        }
        if owner.is_empty() || matches!(first.text, "package" | "import" | "@") {
            return;
        }
        // Type parameters of a method.
        let rest = if first.is("<") {
            after_angles(rest)
        } else {
            rest
        };
        let open = rest.iter().position(|token| token.is("("));
        if let Some(open) = open.filter(|open| *open > 0) {
            let Some(name) = rest.get(open - 1).filter(|token| token.kind == Kind::Word) else {
                return;
            };
            let close = after_closing(rest, open);
            let parameters = rest.get(open + 1..close.saturating_sub(1)).unwrap_or(&[]);
            let is_interface = self.code.type_named(owner, self.group).stereotype == "interface";
            let method = Member {
                visibility: Some(if is_interface { '+' } else { visibility }),
                name: name.text.to_owned(),
                parameters: Some(self.parameters(parameters)),
                ty: tidy(source(self.text, rest.get(..open - 1).unwrap_or(&[]))),
                is_static: says("static"),
                is_abstract: says("abstract") || (is_interface && !has_body),
                ..Member::default()
            };
            self.code.type_named(owner, self.group).members.push(method);
            self.code.functions.push(Function {
                owner: owner.to_owned(),
                name: name.text.to_owned(),
                group: self.group.to_owned(),
                calls: calls(body, KEYWORDS),
            });
            return;
        }
        // A field: `Type a, b`; an initialiser block has no words.
        let Some(name) = rest
            .last()
            .filter(|token| token.kind == Kind::Word && rest.len() > 1)
        else {
            return;
        };
        let ty = rest.get(..rest.len() - 1).unwrap_or(&[]);
        let member = Member {
            visibility: Some(visibility),
            name: name.text.to_owned(),
            ty: tidy(source(self.text, ty)),
            is_static: says("static"),
            ..Member::default()
        };
        self.code.type_named(owner, self.group).members.push(member);
    }

    fn ty(&mut self, head: &[Token<'_>], body: &[Token<'_>], is_abstract: bool) {
        let [kind, name, rest @ ..] = head else {
            return;
        };
        let mut rest = rest;
        let mut members = Vec::new();
        if rest.first().is_some_and(|token| token.is("<")) {
            rest = after_angles(rest);
        }
        if kind.is("record") && rest.first().is_some_and(|token| token.is("(")) {
            let close = after_closing(rest, 0);
            let parameters = rest.get(1..close.saturating_sub(1)).unwrap_or(&[]);
            for parameter in split(parameters) {
                let parameter = without_annotations(parameter);
                if let Some((name, ty)) = parameter.split_last() {
                    members.push(Member {
                        visibility: Some('+'),
                        name: name.text.to_owned(),
                        ty: tidy(source(self.text, ty)),
                        ..Member::default()
                    });
                }
            }
            rest = rest.get(close..).unwrap_or(&[]);
        }
        let mut bases = Vec::new();
        let mut relation = Relation::Inherits;
        for part in clauses(rest) {
            match part {
                [word] if word.is("extends") => relation = Relation::Inherits,
                [word] if word.is("implements") => relation = Relation::Implements,
                // Those who are permitted say so themselves.
                [word] if word.is("permits") => break,
                [base, ..] => {
                    let base = part
                        .iter()
                        .take_while(|token| !token.is("<"))
                        .filter(|token| token.kind == Kind::Word)
                        .last()
                        .unwrap_or(base);
                    bases.push((base.text.to_owned(), relation));
                }
                [] => {}
            }
        }
        let ty = self.code.type_named(name.text, self.group);
        ty.members.extend(members);
        ty.bases.extend(bases);
        match (kind.text, is_abstract) {
            ("class", true) => "abstract",
            ("class", false) => "",
            ("enum", _) => "enumeration",
            (kind, _) => kind,
        }
        .clone_into(&mut ty.stereotype);
        let mut body = body;
        if kind.is("enum") {
            let end = body
                .iter()
                .position(|token| token.is(";"))
                .unwrap_or(body.len());
            let constants = body.get(..end).unwrap_or(body);
            for constant in split(constants) {
                let constant = without_annotations(constant);
                if let Some(name) = constant.first().filter(|token| token.kind == Kind::Word) {
                    ty.members.push(Member {
                        name: name.text.to_owned(),
                        ..Member::default()
                    });
                }
            }
            body = body.get((end + 1).min(body.len())..).unwrap_or(&[]);
        }
        self.body(body, name.text);
    }

    fn parameters(&self, tokens: &[Token<'_>]) -> String {
        let parameters: Vec<String> = split(tokens)
            .into_iter()
            .map(|parameter| tidy(source(self.text, without_annotations(parameter))))
            .collect();
        parameters.join(", ")
    }
}

/// Where what a declaration says before its body, its value or its end is over.
fn head_end(tokens: &[Token<'_>], start: usize) -> usize {
    let mut at = start;
    while let Some(token) = tokens.get(at) {
        if token.kind == Kind::Mark {
            match token.text {
                ";" | "{" | "=" | "}" => return at,
                "(" | "[" => {
                    at = after_closing(tokens, at);
                    continue;
                }
                _ => {}
            }
        }
        at += 1;
    }
    tokens.len()
}

fn after_semicolon(tokens: &[Token<'_>], start: usize) -> usize {
    let mut at = start;
    while let Some(token) = tokens.get(at) {
        if token.is(";") {
            return at + 1;
        }
        at = if token.kind == Kind::Mark && matches!(token.text, "(" | "[" | "{") {
            after_closing(tokens, at)
        } else {
            at + 1
        };
    }
    tokens.len()
}

/// What follows annotations: `@Name`, `@a.b.Name(…)`.
fn without_annotations<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let mut at = 0;
    while tokens.get(at).is_some_and(|token| token.is("@"))
        && !tokens
            .get(at + 1)
            .is_some_and(|token| token.is("interface"))
    {
        at += 2;
        while tokens.get(at).is_some_and(|token| token.is(".")) {
            at += 2;
        }
        if tokens.get(at).is_some_and(|token| token.is("(")) {
            at = after_closing(tokens, at);
        }
    }
    let rest = tokens.get(at..).unwrap_or(&[]);
    // Annotations may stand among the modifiers.
    match rest.iter().position(|token| token.is("@")) {
        Some(next)
            if rest
                .iter()
                .take(next)
                .all(|token| MODIFIERS.contains(&token.text))
                && next > 0 =>
        {
            without_annotations(rest.get(next..).unwrap_or(&[]))
        }
        _ => rest,
    }
}

/// What follows the angle brackets that tokens begin with.
fn after_angles<'t, 'a>(tokens: &'t [Token<'a>]) -> &'t [Token<'a>] {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate() {
        if token.is("<") {
            depth += 1;
        } else if token.is(">") {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return tokens.get(at + 1..).unwrap_or(&[]);
            }
        }
    }
    &[]
}

/// Parts between commas that are in no brackets of any kind.
fn split<'t, 'a>(tokens: &'t [Token<'a>]) -> Vec<&'t [Token<'a>]> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0_usize, 0);
    for (at, token) in tokens.iter().enumerate() {
        if token.kind == Kind::Mark {
            match token.text {
                "(" | "[" | "{" | "<" => depth += 1,
                ")" | "]" | "}" | ">" => depth = depth.saturating_sub(1),
                "," if depth == 0 => {
                    parts.push(tokens.get(start..at).unwrap_or(&[]));
                    start = at + 1;
                }
                _ => {}
            }
        }
    }
    parts.push(tokens.get(start..).unwrap_or(&[]));
    parts.retain(|part| !part.is_empty());
    parts
}

/// The words of a type's head: `extends`, `implements`, `permits` alone, types between them.
fn clauses<'t, 'a>(tokens: &'t [Token<'a>]) -> Vec<&'t [Token<'a>]> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        if matches!(token.text, "extends" | "implements" | "permits") && angles(tokens, at) == 0 {
            parts.extend(split(tokens.get(start..at).unwrap_or(&[])));
            parts.push(tokens.get(at..=at).unwrap_or(&[]));
            start = at + 1;
        }
    }
    parts.extend(split(tokens.get(start..).unwrap_or(&[])));
    parts
}

/// How many angle brackets are open before a place.
fn angles(tokens: &[Token<'_>], at: usize) -> usize {
    tokens
        .iter()
        .take(at)
        .fold(0_usize, |depth, token| match token.text {
            "<" => depth + 1,
            ">" => depth.saturating_sub(1),
            _ => depth,
        })
}
