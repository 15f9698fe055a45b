//! Placeholders as short tokens that a model keeps well, and the way back.
//!
//! Whatever a file calls its placeholders (`{{- user.name, uppercase}}`, `%1$s`, `$NAME$`, `#`, a
//! whole `<a href="…">`), a model sees `{name}` and `<a>`. In masked text a brace is always part of
//! a token, so that a brace the model makes up is told from one it was given.

mod restorer;

use super::message::{Braces, Kind, Node, Role, Syntax};

pub(super) use restorer::{Restored, Restorer};

/// A text with its placeholders masked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Masked {
    /// The text for the model.
    pub(super) text: String,
    tokens: Vec<Token>,
    escape: Escape,
    /// Whether arguments known by their place alone may be numbered.
    may_number: bool,
    /// How many arguments known by their place alone there are.
    places: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    mask: String,
    raw: String,
    /// Which of the arguments known by their place alone it is, from 0.
    place: Option<usize>,
}

/// What has to be escaped when prose goes back into the file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "escapes that occur independently"
)]
pub(super) struct Escape {
    /// Apostrophes before braces (ICU).
    pub(super) apostrophe: bool,
    /// `#`, within an ICU plural.
    pub(super) pound: bool,
    /// `$` (Chrome).
    pub(super) dollar: bool,
    /// `%`, in a text whose source has `%%`.
    pub(super) percent: bool,
}

/// One piece of a text to mask: a node that is no choice, and its source.
pub(super) struct Piece<'a> {
    pub(super) node: &'a Node,
    pub(super) raw: String,
}

impl Masked {
    /// Masks a text given as pieces. `plural`: whether `#` is a number in it.
    pub(super) fn new(pieces: &[Piece<'_>], syntax: &Syntax, plural: bool) -> Self {
        let icu = syntax.braces == Braces::Icu;
        let mut masked = Self {
            escape: Escape {
                apostrophe: icu,
                pound: icu && plural,
                dollar: syntax.chrome,
                percent: pieces.iter().any(|it| it.raw == "%%"),
            },
            ..Self::default()
        };
        let mut open_tags: Vec<(String, String)> = Vec::new();
        for Piece { node, raw } in pieces {
            match node {
                Node::Text(it) => masked.text.push_str(&it.text),
                Node::Choice(_) => {}
                Node::Placeholder(it)
                    if it.kind == Kind::Escape && (raw == "%%" || raw == "$$") =>
                {
                    masked.text.push_str(&it.name);
                }
                Node::Placeholder(it) => {
                    let stem = match it.kind {
                        Kind::Argument | Kind::Reference => stem(&it.name),
                        Kind::Positional => "arg".to_owned(),
                        Kind::Pound => "number".to_owned(),
                        Kind::Url => "url".to_owned(),
                        Kind::Email => "email".to_owned(),
                        Kind::Escape if it.name == "\\n" => "newline".to_owned(),
                        Kind::Escape if it.name.starts_with('&') => stem(&it.name),
                        Kind::Escape => "escape".to_owned(),
                        Kind::Literal if it.name == "|" => "or".to_owned(),
                        Kind::Literal | Kind::Quoted => "code".to_owned(),
                    };
                    // Arguments known by their place alone are told apart by number.
                    let place = (it.kind == Kind::Positional).then_some(masked.places);
                    masked.places += usize::from(place.is_some());
                    masked.token(raw, place, |number| match number {
                        1 => format!("{{{stem}}}"),
                        _ => format!("{{{stem}{number}}}"),
                    });
                }
                Node::Tag(tag) => {
                    // A closing tag is masked as the tag that it closes.
                    let name = if tag.role == Role::Close {
                        let at = open_tags.iter().rposition(|(name, _)| *name == tag.name);
                        let open = at.map(|at| open_tags.remove(at).1);
                        open.unwrap_or_else(|| tag.name.clone())
                    } else {
                        let mask = masked.tag_name(&tag.name, tag.role, raw);
                        if tag.role == Role::Open {
                            open_tags.push((tag.name.clone(), mask.clone()));
                        }
                        mask
                    };
                    let mask = tag_mask(&name, tag.role);
                    masked.text.push_str(&mask);
                    if !masked.tokens.iter().any(|it| it.mask == mask) {
                        let raw = raw.clone();
                        masked.tokens.push(Token {
                            mask,
                            raw,
                            place: None,
                        });
                    }
                }
            }
        }
        masked
    }

    /// Lets an answer have arguments that are known by their place (`%s`) in another order: they
    /// are then numbered (`%2$s`), as programs of the file's kind understand.
    pub(super) fn allow_numbering(&mut self) {
        // `%*d` takes two arguments, and numbers beside it would not say which. Numbers do not go
        // together with arguments that are known by their place, nor these with Apple's `%#@n@`.
        let plain = |it: &Token| match it.place {
            Some(_) => !it.raw.contains('*'),
            None => !it.raw.starts_with('%') || !it.raw.contains(['$', '#']),
        };
        self.may_number = self.tokens.iter().all(plain);
    }

    /// Appends the token of `raw`, which is a new one unless the same source has one.
    fn token(&mut self, raw: &str, place: Option<usize>, name: impl Fn(usize) -> String) {
        if place.is_none()
            && let Some(known) = self.tokens.iter().find(|it| it.raw == raw)
        {
            self.text.push_str(&known.mask);
            return;
        }
        let mut number = 1;
        let mask = loop {
            let mask = name(number);
            if !self.tokens.iter().any(|it| it.mask == mask) {
                break mask;
            }
            number += 1;
        };
        self.text.push_str(&mask);
        let raw = raw.to_owned();
        self.tokens.push(Token { mask, raw, place });
    }

    /// A name under which no other tag stands.
    fn tag_name(&self, name: &str, role: Role, raw: &str) -> String {
        let mut number = 1;
        loop {
            let candidate = match number {
                1 => name.to_owned(),
                _ => format!("{name}_{number}"),
            };
            let mask = tag_mask(&candidate, role);
            match self.tokens.iter().find(|it| it.mask == mask) {
                Some(token) if token.raw != raw => number += 1,
                _ => return candidate,
            }
        }
    }

    /// The masks of all tokens, in order of first appearance.
    pub(super) fn masks(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().map(|it| it.mask.as_str())
    }

    /// A masked text without its tokens.
    pub(super) fn prose(&self, text: &str) -> String {
        let mut prose = text.to_owned();
        for mask in self.masks() {
            prose = prose.replace(mask, " ");
        }
        prose
    }

    /// Puts the placeholders back.
    pub(super) fn restore(&self, answer: &str) -> Restored {
        let mut restorer = Restorer::default();
        restorer.push(self, answer);
        restorer.finish(self)
    }
}

fn tag_mask(name: &str, role: Role) -> String {
    match role {
        Role::Open => format!("<{name}>"),
        Role::Close => format!("</{name}>"),
        Role::Empty => format!("<{name}/>"),
    }
}

/// A placeholder's name as a token may have it: short, ASCII, one word.
fn stem(name: &str) -> String {
    let mut stem = String::new();
    for c in name.chars().take(40) {
        if c.is_ascii_alphanumeric() {
            stem.push(c);
        } else if !stem.is_empty() && !stem.ends_with('_') {
            stem.push('_');
        }
    }
    let stem = stem.trim_end_matches('_');
    match stem.bytes().next() {
        None => "x".to_owned(),
        Some(first) if first.is_ascii_digit() => format!("arg{stem}"),
        Some(_) => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::localise::message;

    fn masked(text: &str, syntax: &Syntax) -> Masked {
        let message = message::parse_leniently(text, syntax);
        let pieces: Vec<_> = message
            .nodes
            .iter()
            .map(|node| Piece {
                node,
                raw: text[message::span(node)].to_owned(),
            })
            .collect();
        Masked::new(&pieces, syntax, false)
    }

    #[test]
    fn markdown_keeps_its_code_and_the_targets_of_its_links() {
        for (text, mask) in [
            (
                "See [the guide](/help#top) or run `npm install`",
                "See [the guide]({url}) or run {code}",
            ),
            (
                "![A cat](cat.png \"Cat\") and [this][1]",
                "![A cat]({url} \"Cat\") and [this]{code}",
            ),
            ("Set `{{name}}` in **bold**", "Set `{name}` in **bold**"),
            ("[Docs](https://example.org/a_(b)) now", "[Docs]({url}) now"),
            ("Run:\n```sh\nls {a}\n```\nthen", "Run:\n{code}\nthen"),
            (
                "a[0] and (x) 2*3*4 `unclosed",
                "a[0] and (x) 2*3*4 `unclosed",
            ),
            ("Keep <!-- this --> **here**", "Keep {code} **here**"),
        ] {
            let syntax = Syntax {
                markdown: true,
                ..double()
            };
            let masked = masked(text, &syntax);
            assert_eq!(masked.text, mask, "{text}");
            assert_eq!(masked.restore(mask).text, text);
        }
    }

    #[test]
    fn styles_have_marks_of_their_own() {
        for (style, text, mask) in [
            (
                "laravel",
                "The :attribute is :min.",
                "The {attribute} is {min}.",
            ),
            (
                "laravel",
                "{0} None|[1,19] Some|[20,*] Many :things",
                "{arg0} None{or}{code} Some{or}{code2} Many {things}",
            ),
            (
                "vue",
                "one @:app.unit | {n} @.lower:app.units",
                "one {app_unit} {or} {n} {app_units}",
            ),
            ("vue", "{'@'} at home", "{x} at home"),
            ("rails", "%{name} has %<count>d", "{name} has {count}"),
            (
                "i18next",
                "Use {{ and }} around {{name}}",
                "Use {code}{code} and {code2}{code2} around {name}",
            ),
            (
                "i18next",
                "`{{` and `}}` quote",
                "`{code}{code}` and `{code2}{code2}` quote",
            ),
            (
                "printf",
                "%1$s has %lld of %#@files@",
                "{arg1} has {arg} of {files}",
            ),
        ] {
            let syntax = &message::Style::by_name(style).unwrap().syntax;
            let masked = masked(text, syntax);
            assert_eq!(masked.text, mask, "{text}");
            assert_eq!(masked.restore(mask).text, text);
        }
    }

    fn double() -> Syntax {
        Syntax {
            braces: Braces::Double,
            nesting: true,
            ..Syntax::default()
        }
    }

    #[test]
    fn a_model_sees_short_names() {
        let printf = Syntax {
            printf: message::Printf::On,
            ..Syntax::default()
        };
        let chrome = Syntax {
            chrome: true,
            ..Syntax::default()
        };
        for (text, syntax, mask) in [
            ("Hi {{- user.name, upper}}", double(), "Hi {user_name}"),
            ("{{count}} of {{count}}", double(), "{count} of {count}"),
            ("$t(common.save) it", double(), "{common_save} it"),
            ("{a} b", double(), "{code} b"),
            ("{0} and {1}", Syntax::default(), "{arg0} and {arg1}"),
            ("%s sent %s 100%%", printf.clone(), "{arg} sent {arg2} 100%"),
            ("%1$s has %2$d", printf, "{arg1} has {arg2}"),
            (
                "For $NAME$: $1 costs $$5",
                chrome,
                "For {name}: {arg1} costs $5",
            ),
            (
                "<a href=\"/a\">A</a>, <a href=\"/b\">B</a><br>",
                Syntax::default(),
                "<a>A</a>, <a_2>B</a_2><br/>",
            ),
            (
                "See https://example.org/x?y=1. Or ask me@example.org!",
                Syntax::default(),
                "See {url}. Or ask {email}!",
            ),
            (
                "it''s '{'x'}' of {n}",
                Syntax::ICU,
                "it's {code}x{code2} of {n}",
            ),
        ] {
            let masked = masked(text, &syntax);
            assert_eq!(masked.text, mask, "{text}");
            let Restored {
                text: restored,
                strangers,
                ..
            } = masked.restore(&masked.text);
            assert!(strangers.is_empty(), "{strangers:?}");
            let same = restored == text || restored.replace('\'', "") == text.replace('\'', "");
            assert!(same, "{text} came back as {restored}");
        }
    }

    #[test]
    fn a_token_that_was_never_given_is_a_stranger() {
        let masked = masked("Delete {{count}} items", &double());
        for answer in [
            "Lösche {Anzahl}",
            "Lösche {{count}}",
            "Lösche {count",
            "Lösche }",
        ] {
            let strangers = masked.restore(answer).strangers;
            assert!(!strangers.is_empty(), "{answer}");
        }
    }

    #[test]
    fn no_half_placeholder_is_shown_while_it_streams() {
        let masked = masked("a <b>{{count}}</b> c", &double());
        let mut restorer = Restorer::default();
        let mut seen = Vec::new();
        for c in "x <b>{count}</b> < 3".chars() {
            restorer.push(&masked, &c.to_string());
            if seen.last().is_none_or(|last| last != restorer.text()) {
                seen.push(restorer.text().to_owned());
            }
        }
        assert_eq!(
            seen,
            [
                "x",
                "x ",
                "x <b>",
                "x <b>{{count}}",
                "x <b>{{count}}</b>",
                "x <b>{{count}}</b> ",
                "x <b>{{count}}</b> < ",
                "x <b>{{count}}</b> < 3"
            ]
            .map(str::to_owned)
        );
    }

    #[test]
    fn an_apostrophe_never_quotes_a_brace() {
        let masked = masked("of {n}", &Syntax::ICU);
        for (answer, text) in [
            ("l'{n}", "l''{n}"),
            ("c'est {n}", "c'est {n}"),
            ("{n}'s", "{n}''s"),
            ("'{n}'", "''{n}''"),
        ] {
            assert_eq!(masked.restore(answer).text, text);
        }
    }

    #[test]
    fn arguments_in_another_order_are_numbered_where_that_is_understood() {
        let printf = Syntax {
            printf: message::Printf::On,
            ..Syntax::default()
        };
        for (text, answer, numbered) in [
            ("%s has %d", "{arg} hat {arg2}", "%s hat %d"),
            ("%s has %d", "{arg2} hat {arg}", "%2$d hat %1$s"),
            (
                "%s, %-5d, %@",
                "{arg}, {arg3}, {arg2}",
                "%1$s, %3$@, %2$-5d",
            ),
            ("%s of %s", "{arg2} von {arg}", "%2$s von %1$s"),
        ] {
            let mut masked = masked(text, &printf);
            let kept = masked.restore(answer);
            assert_eq!(kept.reordered, numbered.contains('$'), "{text}");
            masked.allow_numbering();
            let whole = masked.restore(answer);
            assert_eq!((whole.text.as_str(), whole.reordered), (numbered, false));
            // Nothing that was shown changes later.
            let mut growing = Restorer::default();
            for c in answer.chars() {
                growing.push(&masked, &c.to_string());
                assert!(numbered.starts_with(growing.text()), "{}", growing.text());
            }
        }
        let mut masked = masked("%*d of %s", &printf);
        masked.allow_numbering();
        assert!(masked.restore("{arg2} von {arg}").reordered);
        // One that is left out leaves a gap, which few programs understand.
        let mut gap = super::tests::masked("%d in %s", &printf);
        gap.allow_numbering();
        assert!(gap.restore("in {arg2}").reordered);
    }
}
