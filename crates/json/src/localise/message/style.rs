//! The styles of placeholders that people know by name, to override what was detected.

use super::{Braces, Printf, Syntax};

/// A style of placeholders.
#[derive(Debug)]
pub struct Style {
    /// The name by which the CLI and the settings know it, such as `i18next`.
    pub name: &'static str,
    /// What its placeholders look like.
    pub example: &'static str,
    /// What its marks mean.
    pub syntax: Syntax,
}

const PLAIN: Syntax = Syntax {
    braces: Braces::Single,
    ..Syntax::ICU
};

/// Every style.
pub static STYLES: &[Style] = &[
    Style {
        name: "icu",
        example: "{name}, {n, plural, one {…} other {…}}",
        syntax: Syntax::ICU,
    },
    Style {
        name: "i18next",
        example: "{{name}}, $t(key)",
        syntax: Syntax {
            braces: Braces::Double,
            nesting: true,
            ..PLAIN
        },
    },
    Style {
        name: "braces",
        example: "{name}, ${name}, {0}",
        syntax: PLAIN,
    },
    Style {
        name: "printf",
        example: "%s, %1$d, %@, %(name)s",
        syntax: Syntax {
            printf: Printf::On,
            ..PLAIN
        },
    },
    Style {
        name: "vue",
        example: "{name}, @:key, one | many",
        syntax: Syntax {
            linked: true,
            pipes: true,
            ..PLAIN
        },
    },
    Style {
        name: "laravel",
        example: ":name, one|many",
        syntax: Syntax {
            colon: true,
            pipes: true,
            ..PLAIN
        },
    },
    Style {
        name: "rails",
        example: "%{name}, %<name>s",
        syntax: Syntax {
            printf: Printf::On,
            ..PLAIN
        },
    },
    Style {
        name: "chrome",
        example: "$NAME$, $1",
        syntax: Syntax {
            chrome: true,
            ..PLAIN
        },
    },
];

impl Style {
    /// The style of that name.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        STYLES.iter().find(|it| it.name == name)
    }
}

impl Syntax {
    /// The style that comes closest: what to call it.
    pub fn style(&self) -> &'static str {
        match self {
            Self {
                braces: Braces::Icu,
                ..
            } => "icu",
            Self { chrome: true, .. } => "chrome",
            Self {
                braces: Braces::Double,
                ..
            } => "i18next",
            Self { colon: true, .. } => "laravel",
            Self { linked: true, .. } | Self { pipes: true, .. } => "vue",
            Self {
                printf: Printf::On, ..
            } => "printf",
            _ => "braces",
        }
    }
}
