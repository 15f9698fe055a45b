//! Which marks mean something in a file's texts, and how to find out.

use serde::{Deserialize, Serialize};

use super::{markdown, scan};

/// What the marks in a file's texts mean. Detected per file; a person may override it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "marks that occur independently"
)]
pub struct Syntax {
    /// What curly braces mean.
    pub braces: Braces,
    /// Whether `%s` is an argument.
    pub printf: Printf,
    /// Whether `$NAME$` and `$1` are arguments and `$$` a dollar sign (Chrome `messages.json`).
    pub chrome: bool,
    /// Whether `$t(key)` refers to another text (i18next).
    pub nesting: bool,
    /// Whether `@:key` refers to another text (Vue I18n).
    pub linked: bool,
    /// Whether `:name` is an argument (Laravel).
    pub colon: bool,
    /// Whether `|` stands between the plural forms of a text (Vue I18n, Laravel).
    pub pipes: bool,
    /// Whether texts are Markdown: code and the targets of links are kept.
    pub markdown: bool,
}

/// What curly braces mean.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Braces {
    /// `{name}` is an argument; `{{name}}` and `${name}` and `%{name}` too.
    #[default]
    Single,
    /// `{{name}}` is an argument; a single brace is a brace (i18next).
    Double,
    /// ICU MessageFormat: arguments, plurals, selects, quoting by apostrophes.
    Icu,
}

/// Whether `%s` is an argument.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Printf {
    /// A per cent sign is a per cent sign.
    #[default]
    Off,
    /// `%s`, `%1$d`, `%@`, `%(name)s` are arguments and `%%` is a per cent sign.
    On,
}

impl Syntax {
    /// ICU MessageFormat and nothing else.
    pub const ICU: Self = Self {
        braces: Braces::Icu,
        printf: Printf::Off,
        chrome: false,
        nesting: false,
        linked: false,
        colon: false,
        pipes: false,
        markdown: false,
    };

    /// Finds the syntax from a file's texts. Cost: one pass over them.
    pub fn detect<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut syntax = Self::default();
        let mut doubles = 0_usize;
        let mut singles = 0_usize;
        let mut icu = false;
        let mut branches = false;
        for text in texts {
            icu = icu || scan::looks_like_icu(text);
            let found = scan::count_braces(text);
            doubles += found.double;
            singles += found.single;
            if scan::looks_like_printf(text) {
                syntax.printf = Printf::On;
            }
            syntax.nesting |= text.contains("$t(");
            syntax.linked |= scan::looks_linked(text);
            syntax.colon |= scan::looks_like_laravel(text);
            syntax.markdown |= markdown::is_likely(text);
            branches |= scan::has_branches(text);
        }
        syntax.braces = if icu {
            Braces::Icu
        } else if doubles > 0 && doubles >= singles {
            Braces::Double
        } else {
            Braces::Single
        };
        // Who writes `{name}` or `%s` has no other arguments.
        syntax.colon &= doubles == 0 && singles == 0 && syntax.printf == Printf::Off && !icu;
        syntax.pipes = branches && !icu && (syntax.colon || syntax.braces == Braces::Single);
        syntax
    }
}
